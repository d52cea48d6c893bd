"""The pages of the survey: the whole collection at once, as pictures with the tables that say the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from werkzeug.exceptions import NotFound

from aidefs.errors import InputError
from aidefs.library.records import KINDS
from aidefs.output.pictures import picture as drawn
from aidefs.output.views import document
from aidefs.survey.coverage import coverage
from aidefs.survey.formulas import formulas
from aidefs.survey.lineage import lineage
from aidefs.survey.origins import origins
from aidefs.survey.similarity import families, matrix
from aidefs.survey.timeline import timeline
from aidefs.web.guard import PICTURE_CSP
from aidefs.web.pages import KINDS as MEDIA
from aidefs.web.pages import Answered, Call, Site

__all__ = ["overview", "page", "picture", "surveyed"]

_WHOLE: dict[str, Callable[..., Any]] = {
    "similarity": matrix,
    "families": families,
    "coverage": coverage,
    "formulas": formulas,
    "lineage": lineage,
}
_PICTURED = ("similarity", "families", "lineage", "timeline", "formulas")
_KEPT = 32  # pictures
_FILTERS = ("jurisdiction", "kind")


def surveyed(site: Site, kind: str, about: str = "", /, **wanted: Any) -> Any:
    """The result that a page shows.

    Raises:
        NotFound: There is no such page.
    """
    if kind == "timeline" and about in site.taxonomy:
        return timeline(about, library=site.library)
    if kind == "origins" and about:
        return origins(site.library[about], library=site.library)
    if kind == "lineage" and about:
        return site.lineage_of(site.library[about])
    if kind in _WHOLE and not about:
        return _WHOLE[kind](library=site.library, **wanted)
    raise NotFound


def overview(site: Site, call: Call) -> Answered:
    """What there is."""
    title = site.say("survey.title", call.lang)
    first = [one for one in site.current if one.predecessors]
    shown = [kind for kind in _PICTURED[:3] if _draws() and site.pictured(kind)]
    return site.page("survey", call, title, first=first, pictures=shown)


def page(site: Site, call: Call, kind: str, about: str = "") -> Answered:
    """One survey: its picture where it has one, and its table."""
    if kind == "timeline" and not about:
        about = next(iter(site.taxonomy.core))
        return Answered(b"", status=307, location=site.href(f"/survey/timeline/{about}/", call.lang))
    if kind in ("origins", "lineage") and about and site.library[about].id != about:
        straight = f"/survey/{kind}/{quote(site.library[about].id)}/"
        return Answered(b"", status=307, location=site.href(straight, call.lang))
    asked = {name: list(filter(None, call.request.args.getlist(name))) for name in _FILTERS}
    wanted = {name: values for name, values in asked.items() if values}
    result, none = None, ""
    try:
        result = surveyed(site, kind, about, **wanted)
    except InputError as error:
        none = str(error)
    shown = document(result) if result is not None else None
    subject = about
    if kind == "timeline":
        subject = site.taxonomy[about].label_in(call.lang)
    elif about:
        subject = site.library[about].name
    title = site.say(f"{kind}.title", call.lang) + (f": {subject}" if subject else "")
    address = f"/survey/{kind}/{quote(about)}.svg" if about else f"/survey/{kind}.svg"
    # A picture takes a second: among files only those of the texts that most readers look for have one.
    rare = site.static and kind == "lineage" and about and site.library[about] not in site.current
    drawable = not wanted and not rare and _picture(site, kind, about) is not None
    return site.page(
        "surveyed",
        call,
        title,
        kind=kind,
        about=about,
        wanted=wanted,
        picture=address if drawable else "",
        table=site.fragment(shown._replace(title=""), 2 if drawable else 1) if shown else None,
        none=none,
        jurisdictions=sorted({one.jurisdiction for one in site.definitions}, key=site.jurisdiction),
        kinds=KINDS,
        filters=not site.static and kind in _WHOLE and not about,
    )


def picture(site: Site, call: Call, kind: str, about: str = "") -> Answered:
    """The picture of a survey; it is kept, because drawing takes long."""
    body = _picture(site, kind, about)
    if body is None:
        raise NotFound
    return Answered(body, MEDIA["svg"], headers=(("Content-Security-Policy", PICTURE_CSP),))


def _picture(site: Site, kind: str, about: str) -> bytes | None:
    """The picture, drawn once; None where there is nothing to draw, or nothing to draw it with."""
    if kind not in _PICTURED or not _draws():
        return None
    if (kind, about) not in site.pictures:
        if len(site.pictures) >= _KEPT:
            site.pictures.clear()
        try:
            site.pictures[kind, about] = drawn(surveyed(site, kind, about), "svg")
        except InputError:
            site.pictures[kind, about] = None
    return site.pictures[kind, about]


def _draws() -> bool:
    """Whether matplotlib is installed, without importing it."""
    from importlib.util import find_spec

    return find_spec("matplotlib") is not None
