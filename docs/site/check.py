"""What the built site asks for and where its links lead.

    python docs/site/check.py FOLDER

Nothing may be fetched from elsewhere, every link inside must lead to a page and a place that are there, and
every picture must have words beside it. Faults are printed, one a line, and the exit code is 1.
"""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

__all__ = ["Page", "faults"]

_FETCHED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "video": "src"}


class Page(HTMLParser):
    """One page: what it fetches, where it links to, which places it has, which pictures lack words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.places: set[str] = set()
        self.silent: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Sphinx writes well-formed pages; only their tags are looked at."""
        values = {name: value or "" for name, value in attrs}
        self.places |= {values[name] for name in ("id", "name") if name in values}
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in _FETCHED and _FETCHED[tag] in values and values.get("rel") not in ("canonical", "author"):
            self.fetched.append(values[_FETCHED[tag]])
        if tag == "img" and not values.get("alt"):
            self.silent.append(values.get("src", ""))


def faults(folder: Path) -> list[str]:
    """All faults of a built site, by page."""
    pages = {path: Page(path.read_text("utf-8")) for path in sorted(folder.rglob("*.html"))}
    found = []
    for path, page in pages.items():
        name = path.relative_to(folder)
        for address in page.fetched:
            if urlsplit(address).netloc:
                found.append(f"{name}: fetches {address}")
            elif not address.startswith(("data:", "#")) and not _target(path, address).exists():
                found.append(f"{name}: lacks {address}")
        found += [f"{name}: a picture without words: {source}" for source in page.silent]
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = _target(path, link) if parts.path else path
            if not target.exists():
                found.append(f"{name}: a link leads nowhere: {link}")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].places:
                found.append(f"{name}: a link leads to no place: {link}")
    return found


def _target(page: Path, address: str) -> Path:
    return (page.parent / unquote(urlsplit(address).path)).resolve()


if __name__ == "__main__":
    told = faults(Path(sys.argv[1]).resolve())
    print("\n".join(told) or "The site fetches nothing from elsewhere; every link inside it leads somewhere.")
    sys.exit(bool(told))
