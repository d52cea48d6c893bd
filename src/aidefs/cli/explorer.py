"""Commands that show everything as pages: thin, as all commands."""

from __future__ import annotations

import webbrowser
from importlib.util import find_spec

from aidefs.cli.console import put, read_library
from aidefs.cli.declare import Whole, argument, command, option
from aidefs.cli.options import library_option
from aidefs.errors import InputError, missing
from aidefs.text.visible import visible_line

__all__ = ["COMMANDS"]


def _needs(*packages: str) -> None:
    """Makes sure that the packages are there, before anything else is looked at.

    Raises:
        InputError: One is not installed.
    """
    for package in packages:
        if find_spec(package) is None:
            raise missing("the explorer", package, "web")


@command()
@option("--port", type=Whole(0, 65535), default=0, metavar="N", help="By default a free one.")
@option("--no-open", is_flag=True, help="Do not open the browser.")
@option("--host", default="127.0.0.1", metavar="ADDRESS", help="Listen to others; with --allow-host.")
@option(
    "--allow-host", "allowed", multiple=True, metavar="NAME", help="By which name others ask; repeatable."
)
@option("--uploads/--no-uploads", default=None, help="Take documents; by default on this machine alone.")
@library_option
def serve(
    port: int,
    no_open: bool,
    host: str,
    allowed: tuple[str, ...],
    uploads: bool | None,
    library: str | None,
) -> None:
    """Show everything as pages in the browser, on this machine alone.

    Nothing leaves the machine, and nothing that is pasted or uploaded is kept. Ctrl-C ends it. Others reach
    it only where --host and --allow-host say so, as behind a proxy.

    \b
    Examples:
      aidefs serve
      aidefs serve --library my-definitions/ --port 8000 --no-open
      aidefs serve --host 0.0.0.0 --port 8000 --allow-host aidefs.example.org --no-open
    """
    _needs("werkzeug", "waitress", "jinja2")
    from aidefs.web.server import serve as serve_pages

    def ready(address: str) -> None:
        put(f"{address}\nCtrl-C ends it.\n")
        if not no_open:
            webbrowser.open(address)

    serve_pages(read_library(library), host=host, port=port, allowed=allowed, uploads=uploads, ready=ready)


@command()
@argument("folder", metavar="DIR")
@option(
    "--pairs",
    default="core",
    show_default=True,
    metavar="core|FILE",
    help="Comparisons to prepare: those of the texts with aliases, or a line of names each in FILE.",
)
@option("--url", metavar="URL", help="Where the site will stand, for a map of it.")
@option(
    "--engine",
    metavar="FOLDER",
    help="The npm package pyodide, unpacked: browsers then take drafts and documents.",
)
@option("--force", is_flag=True, help="Replace an earlier site.")
@library_option
def site(
    folder: str, pairs: str, url: str | None, engine: str | None, force: bool, library: str | None
) -> None:
    """Write the pages into a new folder DIR, for any web host or a USB stick.

    The files are the same bytes each time, link to each other by relative addresses, and need no server.
    Drafts and documents are not taken there, unless --engine adds a page on which the reader's own browser
    does that: then they do not leave it.

    \b
    Examples:
      aidefs site public
      aidefs site public --url https://example.org/ai/ --force
      npm pack pyodide && tar xzf pyodide-*.tgz && aidefs site public --engine package
    """
    _needs("werkzeug", "jinja2")
    from aidefs.web.site import write_site

    known = read_library(library)
    if pairs == "core":
        chosen = None
    else:
        try:
            with open(pairs, encoding="utf-8") as file:
                chosen = [line.split() for line in file if line.strip() and not line.startswith("#")]
        except (OSError, ValueError):
            raise InputError(f"cannot read '{pairs}': it is neither core nor a file of names") from None
    done = write_site(folder, library=known, pairs=chosen, url=url or "", engine=engine, force=force)
    put(f"{visible_line(folder)}: {done.files:,} files, {done.bytes / 1e6:.1f} MB\n")


COMMANDS = (serve, site)
