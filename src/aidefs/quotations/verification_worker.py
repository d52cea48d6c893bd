"""The process that checks documents: told a task first, it is asked with names of files, or what was read.

python -P -S -m aidefs.quotations.verification_worker
"""

from __future__ import annotations

import gc
from typing import Any

from aidefs.quotations.jobs import Task
from aidefs.quotations.packing import packed, unpacked
from aidefs.quotations.verification import check_file, check_read
from aidefs.readers.processes import serve

__all__ = ["Worker"]

_ALLOCATIONS = 200_000  # before garbage is looked for, as in `aidefs.__main__`: the index alone has a third


class Worker:
    """What is known between two questions: the task, which comes first."""

    def __init__(self) -> None:
        self.task: Task | None = None

    def answer(self, question: bytes) -> bytes:
        """What is found in a document; nothing for the task."""
        if self.task is None:
            self.task = unpacked(question)
            return b""
        return self.reply(unpacked(question), self.task)

    def reply(self, document: Any, task: Task) -> bytes:
        """What is found in a file that is named, or in what was read of it."""
        check = check_file if isinstance(document, str) else check_read
        return packed(check(document, task), task.used)


if __name__ == "__main__":
    gc.set_threshold(_ALLOCATIONS)
    serve(Worker().answer)
