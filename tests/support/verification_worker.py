"""The process that checks documents, but for some, at which it dies or goes on for ever."""

from __future__ import annotations

import os

from aidefs.quotations.verification_worker import Worker
from aidefs.readers.processes import serve

worker = Worker()


def answer(question: bytes) -> bytes:
    if b"die.md" in question:
        os._exit(9)
    while b"spin.md" in question:
        pass
    return worker.answer(question)


if __name__ == "__main__":
    serve(answer)
