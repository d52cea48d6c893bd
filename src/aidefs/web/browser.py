"""The explorer where there is no server: in the reader's browser, which runs this Python.

A script of the page hands a request over as plain values and shows what comes back. It is the application
that a server runs, but for what a browser has no packages for.
"""

from __future__ import annotations

import os

from werkzeug.test import Client

from aidefs.classes import NamedTuple
from aidefs.library.library import Library
from aidefs.web.app import Explorer
from aidefs.web.engine import OWN, OWN_ONLY

__all__ = ["Browser", "Told"]

_ELSEWHERE = (303, 307, 308)  # statuses of answers that are but another address


class Told(NamedTuple):
    """An answer.

    Attributes:
        status: HTTP status.
        path: The address that it has in the end, with its query.
        kind: Media type.
        name: File name of what is to be saved, "" for what is shown.
        body: The content.
    """

    status: int
    path: str
    kind: str
    name: str
    body: bytes


class Browser:
    """The application, with the definitions of one's own that stand beside the packages.

    Args:
        library: The collection; by default what stands there.
    """

    def __init__(self, library: Library | None = None) -> None:
        self._client = Client(Explorer(library or _library(), in_browser=True))

    def ask(self, method: str, path: str, body: bytes | memoryview = b"", kind: str = "") -> Told:
        """The answer to a request.

        Args:
            method: "GET" or "POST".
            path: Address with its query; answers that only lead elsewhere are followed.
            body: What a form sends.
            kind: Its media type.
        """
        answer = self._client.open(path, method=method, data=bytes(body), content_type=kind or None)
        while answer.status_code in _ELSEWHERE:
            path = answer.headers["Location"]
            answer = self._client.get(path)
        name = answer.headers.get("Content-Disposition", "").partition('filename="')[2].rstrip('"')
        return Told(answer.status_code, path, answer.content_type or "", name, answer.data)


def _library() -> Library | None:
    root = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
    for name, only in ((OWN, False), (OWN_ONLY, True)):
        folder = os.path.join(root, name)
        if os.path.isdir(folder):
            return Library.load(folder, only=only).in_use
    return None
