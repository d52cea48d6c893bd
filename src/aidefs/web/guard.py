"""What is refused before any page is made, and what every answer says to the browser."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.readers.limits import MIB

__all__ = ["CSP", "HEADERS", "LARGEST_BODY", "PICTURE_CSP", "Refusal", "refused"]

LARGEST_BODY = 20 * MIB  # of what a reader sends, with some room for the form around a document

CSP = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""Nothing from elsewhere, no script, nothing inline."""
PICTURE_CSP = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""SVG that is opened by itself has its styles inside, and may do nothing."""

HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    # With no-referrer a browser says "Origin: null" with our own forms, as it does with foreign ones.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class Refusal(NamedTuple):
    """Why a request is refused.

    Attributes:
        status: HTTP status.
        phrase: Key of the sentence in the catalogue.
    """

    status: int
    phrase: str


def refused(environ: dict[str, Any], hosts: Collection[str]) -> Refusal | None:
    """Why a request is refused, None where it is not.

    Args:
        environ: That of WSGI.
        hosts: Names, with the port where it is not 80, by which this server may be asked. A page elsewhere
            can give its own name our address (DNS rebinding), and then asks by that name.
    """
    host = environ.get("HTTP_HOST", "").lower()
    if hosts and host not in hosts:
        return Refusal(421, "refused.host")
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD", "POST"):
        return Refusal(405, "refused.method")
    if environ["REQUEST_METHOD"] == "POST" and _is_foreign(environ, host):
        return Refusal(403, "refused.foreign")
    length = environ.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdecimal()) or int(length) > LARGEST_BODY + MIB:
        return Refusal(413, "refused.large")
    return None


def _is_foreign(environ: dict[str, Any], host: str) -> bool:
    """Whether a form stands in a page of somebody else; programs that are no browsers say neither."""
    site = environ.get("HTTP_SEC_FETCH_SITE")
    if site is not None and site != "same-origin":
        return True
    origin = environ.get("HTTP_ORIGIN")
    return origin is not None and origin.lower().partition("://")[2] != host
