"""The explorer as a server on this machine, or behind a proxy where its names are given."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Iterable

from aidefs.errors import InputError, reason
from aidefs.library.library import Library
from aidefs.readers.limits import MIB

__all__ = ["serve"]

_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_THREADS = 16  # two of them read documents, some wait for that, the others make pages
_LARGEST = 64 * MIB  # of a body; above the limit of the pages, so that these can say what is too large
_LINGER = 30  # seconds that an unfinished request may hold a connection
_CONNECTIONS = 200


def serve(
    library: Library | None = None,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    allowed: Iterable[str] = (),
    uploads: bool | None = None,
    ready: Callable[[str], None] = lambda address: None,
) -> None:
    """Serves pages until it is interrupted.

    Args:
        library: The collection that is shown.
        host: Address to listen on; any but this machine's own wants `allowed`.
        port: Port, 0 for any that is free.
        allowed: Further names by which readers may ask, with the port where it is not the usual one.
        uploads: Whether documents are taken; by default only where nobody else can reach the server.
        ready: Called with the address when it can be asked.

    Raises:
        InputError: The port is taken, the address is not one of this machine, or names are missing.
    """
    from waitress.server import create_server

    from aidefs.web.app import Explorer

    logging.getLogger("waitress").setLevel(logging.ERROR)  # readers who wait are no news
    names = tuple(name.lower() for name in allowed)
    local = host in ("127.0.0.1", "localhost", "::1")
    if not local and not names:
        raise InputError("--host lets others in: name by which address they ask with --allow-host")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        why = reason(error) if isinstance(error, OSError) else "no such port"
        raise InputError(f"cannot listen on {host} port {port}: {why}") from None
    with listening:
        bound = listening.getsockname()[1]
        hosts = {f"{name}:{bound}" for name in _LOCAL} | set(names)
        hosts |= {f"{name}:{bound}" for name in names if ":" not in name}
        app = Explorer(library, hosts=hosts, uploads=local if uploads is None else uploads)
        server = create_server(
            app,
            sockets=[listening],
            threads=_THREADS,
            ident=None,
            max_request_body_size=_LARGEST,
            max_request_header_size=16_384,
            channel_timeout=_LINGER,
            connection_limit=_CONNECTIONS,
        )
        ready(f"http://{'127.0.0.1' if local else host}:{bound}/")
        try:
            server.run()
        finally:
            server.close()
