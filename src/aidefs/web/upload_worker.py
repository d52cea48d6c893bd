"""The process that reads what a reader sends: told a task first, it is asked with documents.

python -P -S -m aidefs.web.upload_worker
"""

from __future__ import annotations

from contextlib import suppress

from aidefs.errors import InputError, SeveralDefinitions
from aidefs.quotations.jobs import Task
from aidefs.quotations.packing import packed
from aidefs.quotations.verification import check_bytes
from aidefs.quotations.verification_worker import Worker
from aidefs.readers.processes import serve
from aidefs.web.uploads import CPU_SECONDS, MEMORY, Sent

__all__ = ["UploadWorker"]


class UploadWorker(Worker):
    """What is known between two questions: the task, which comes first."""

    def reply(self, sent: Sent, task: Task) -> bytes:
        """What is found in a document that a reader sends."""
        if sent.wanted == "check":
            return packed(check_bytes(sent.name, sent.data, task), task.used)
        from aidefs.provisions.given import definition_of_bytes

        try:
            found = definition_of_bytes(sent.name, sent.data, sent.choice, sent.lang)
        except SeveralDefinitions as error:
            return packed((error.message, error.listed))
        except InputError as error:
            return packed((str(error), ()))
        return packed((found.text, found.lang, found.notes))


def _limit() -> None:
    """Takes from this process what no document needs; Windows has no such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    _limit()
    serve(UploadWorker().answer)
