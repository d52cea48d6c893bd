"""A child process for tests: it answers as its question says."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from aidefs.readers.processes import serve


def answer(question: bytes) -> bytes:
    word, _, rest = question.partition(b" ")
    match word:
        case b"die":
            os._exit(7)
        case b"sleep":
            time.sleep(float(rest))
        case b"spin":
            while True:
                pass
        case b"print":
            print("no answer")
            subprocess.run([sys.executable, "-S", "-c", "print('nor this')"], check=True)
        case b"who":
            return str(os.getpid()).encode()
    return question


if __name__ == "__main__":
    serve(answer)
