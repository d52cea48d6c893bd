"""Which stored definition stands at a citation: a table made from the fields of the records.

What identifies a record is what it says of itself: its official numbers, its provision and the name of its
instrument. No act is known here. A citation has to agree in the act and in the section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from aidefs.classes import NamedTuple
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.patterns import late

__all__ = ["resolved"]

_SECTION = late(
    r"(?:\b(?:sections?|secs?\.|arts?\.|articles?|artikel|artículo|articolo|artigo)|§{1,2})\s*"
    r"(?P<number>\d[\w.–-]*(?:[\s,]*(?:point|punkt|punt|punto)?[\s,]*\(\w{1,5}\))*)",
    re.I,
)
_CODE = late(
    r"(?P<title>\d{1,2})\s*U\.?\s?S\.?\s?C(?:ode|\.)?\s*(?:§\s*)?(?P<rest>(?:note "
    r"prec\.?\s*)?\d+[\w–-]*(?:\(\w{1,5}\))*(?:\s*note(?: prec\.?)?)?)",
    re.I,
)
_CODE_WORDS = late(r"title (?P<title>\d{1,2}),? (?:of the )?United States Code", re.I)
_PUBLIC_LAW = late(r"(?:Public Law|Pub\.?\s?L\.?(?: No\.)?)\s*(?P<number>\d{2,3}[–-]\d{1,4})", re.I)
_UNION = late(r"(?P<year>(?:19|20)\d\d)/(?P<number>\d{1,4})\b")
_CELEX = late(r"\d(?P<year>\d{4})[A-Z]{1,2}(?P<number>\d{4})")
_ORDER = late(r"(?:Executive Order|Exec\. Order|E\.?O\.?)\s*(?:No\.?\s*)?(?P<number>\d{5})", re.I)
_STATE_CODE = late(r"\b(?P<code>[A-Z][a-z]+)\.?(?:\s*(?:&|and)\s*(?P<second>[A-Z][a-z]+)\.?)?\s+Code\b")
_ACT = late(
    r"\b(?:(?:[A-Z][\w.’'&-]*|\([A-Z]\w*\))\s+)(?:(?:[A-Z][\w.’'&,-]*|of|for|and|the|on|in|to|with|by|"
    r"AI)\s+){0,12}?Act\b"
    r"(?:\s+of\s+\d{4}|\s+for\s+Fiscal\s+Year\s+\d{4})?"
)
_LONGEST_CODE_WORD = 3  # letters by which "Gov." and "Government" are one
_LEAST_WORDS = 3  # of the name of an act that is known by it


class _Cited(NamedTuple):
    """What a citation says.

    Attributes:
        acts: Keys of the acts: "pl 115-232", "eu 2024/1689", "act advancing american ai act".
        sections: The numbers of sections, with what stands below them.
    """

    acts: frozenset[str]
    sections: frozenset[str]


def resolved(citation: str, terms: Iterable[str], library: Library) -> str:
    """The id of the stored definition at a citation, "" where none is known to stand there.

    Args:
        citation: As printed.
        terms: The terms whose meaning is taken from there; of several stored ones that of the same term.
        library: The library.
    """
    said = _place(citation)
    wanted = {_plain(term) for term in terms}
    found = [
        one
        for key in sorted(said.acts)
        for one, place in _table(library).get(key, ())
        if _agree(said.sections, place.sections) and one.id
    ]
    same = [one for one in found if _plain(one.term) in wanted]
    for chosen in (same, found if len({one.id for one in found}) == 1 else []):
        if chosen:
            return min(chosen, key=lambda one: (one.adopted or "9999", one.id)).id
    return ""


_Table = Mapping[str, tuple[tuple[Definition, _Cited], ...]]
_tables: dict[str, _Table] = {}  # by the hash of the data; a program uses one or two libraries


def _table(library: Library) -> _Table:
    """The records by the keys of their acts."""
    known = _tables.get(library.data_hash)
    if known is None:
        known = _tables[library.data_hash] = _made(library)
    return known


def _made(library: Library) -> _Table:
    table: dict[str, list[tuple[Definition, _Cited]]] = {}
    for one in library.values():
        if one.kind == "scholarly":
            continue
        place = _place_of(one)
        for key in place.acts:
            table.setdefault(key, []).append((one, place))
    return {key: tuple(rows) for key, rows in table.items()}


def _place_of(one: Definition) -> _Cited:
    numbers = dict(one.identifiers)
    said = _place(f"{one.provision}; {one.instrument}; {numbers.get('usc', '')}")
    acts = set(said.acts)
    if number := numbers.get("pl"):
        acts.add(f"pl {number}")
    if celex := _CELEX.fullmatch(numbers.get("celex", "")):
        acts.add(f"eu {celex['year']}/{int(celex['number'])}")
    if order := numbers.get("eo"):
        acts.add(f"eo {order}")
    return _Cited(frozenset(acts), said.sections)


def _place(citation: str) -> _Cited:
    words = " ".join(citation.replace("‑", "-").split())
    sections = {_number(match["number"]) for match in _SECTION.finditer(words)}
    acts: set[str] = set()
    for match in _CODE.finditer(words):
        rest = _number(match["rest"])
        sections.add(rest)
        acts.add(f"usc {match['title']} {rest.partition('(')[0]}")
    for match in _CODE_WORDS.finditer(words):
        acts |= {f"usc {match['title']} {number.partition('(')[0]}" for number in sections}
    acts |= {f"pl {match['number'].replace('–', '-')}" for match in _PUBLIC_LAW.finditer(words)}
    acts |= {f"eu {match['year']}/{int(match['number'])}" for match in _UNION.finditer(words)}
    acts |= {f"eo {match['number']}" for match in _ORDER.finditer(words)}
    acts |= {f"code {_code(match)}" for match in _STATE_CODE.finditer(words)}
    acts |= set(_names(words))
    return _Cited(frozenset(acts), frozenset(sections))


def _names(words: str) -> Iterator[str]:
    for match in _ACT.finditer(words):
        name = _plain(match[0]).replace("artificial intelligence", "ai")
        parts = name.split()
        # "the John S. McCain National Defense Authorization Act" and the Act without its person are one.
        for start in range(len(parts)):
            if parts[start:][:1] and len(parts) - start >= _LEAST_WORDS and parts[start] in _BEGIN:
                yield f"act {' '.join(parts[start:])}"
        if len(parts) >= _LEAST_WORDS:
            yield f"act {name}"


_BEGIN = frozenset({"national", "federal"})


def _code(match: re.Match[str]) -> str:
    return " ".join(word[:_LONGEST_CODE_WORD].lower() for word in (match["code"], match["second"]) if word)


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", words.casefold()).split()).removeprefix("the ")


def _number(printed: str) -> str:
    return re.sub(r"\s|points?|,", "", printed.lower().replace("–", "-")).rstrip(".")


def _agree(said: frozenset[str], stored: frozenset[str]) -> bool:
    """Whether one of the sections cited holds, or is, one of those of a record."""
    return any(
        there == here or there.startswith((f"{here}(", f"{here}note")) or here.startswith(f"{there}(")
        for here in said
        for there in stored
    )
