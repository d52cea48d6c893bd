"""What "the Convention" stands for in a document: the instrument that it was made the short name of.

A document says so in brackets behind the name ("(hereinafter the “Convention”)"). Where it does not, it is
the instrument of this kind that was named last nearby, or the only one of the kind that was named at all.
Other short names are known only where the document introduces them: "SB 24-205 (“CAIA”)".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import pairwise

from aidefs.library.names import begins
from aidefs.patterns import late
from aidefs.quotations.descriptions import Described
from aidefs.quotations.references import numbers_of
from aidefs.quotations.titles import FOREIGN_KINDS, KINDS, Mention, Titles

__all__ = ["SHORT", "Antecedents", "introduced"]

_NEARBY = 4000  # characters before "the Act" where the name is looked for that it stands for
_PASSED_OVER = 8  # names that are asked whose a text is
_MOST = 300  # names of a kind that are looked at further away
_NAME = 200  # characters before a bracket in which the name stands that it explains
_APART = 120  # characters between them, in which the title goes on
_DETERMINED = late(
    r"(?:\b(?:(?:an?|any|each|every|said|such|that|the|this|under|l[ae]|cet?|cette|d(?:er|ie|as|es|em|en|e)"
    r"|dies\w*|el|este|esta|il|quest[oa]|het|deze|dit)\s+(?:(?:adopted|final|same)\s+)?|l[’'])|[|\t]\s*)\Z",
    re.IGNORECASE,
)
# "(the “Convention”)", "(CETS No. 225, hereinafter *the Convention*)"
_BRACKET = late(
    r"\((?:[^()\n]{0,60}?[\s“\"‘„«*_'])?[“\"‘„«*_']{0,3}(?:the\s)?[“\"‘„«*_']{1,3}(?:the\s)?"
    rf"(?P<kind>{'|'.join(sorted(KINDS))})[”\"’“»*_']{{1,3}}[^()\n]{{0,20}}\)"
    rf"|\((?:[^()\n]{{0,40}}\s)?(?:hereinafter|hereafter|henceforth)[^()\n]{{0,20}}?\s[“\"‘„«*_']{{0,3}}"
    rf"(?P<named>{'|'.join(sorted(KINDS))})[”\"’“»*_']{{0,3}}\)"
)
_SENTENCE = late(r"[.!?]\s+[A-Z]|\n\s*\n")
_PARAGRAPH = late(r"\n\s*\n")
SHORT = 40_000  # characters of a document in which what is named far above a place still counts
# "(“CAIA”)", "(hereinafter the “Initiative Act”)", "(im Folgenden: KI-Akt)"
_NEW_NAME = late(
    r"\((?:(?P<said>hereinafter|hereafter|henceforth|im\sFolgenden|nachfolgend|ci-après|en\sadelante|di\sseguito"
    r"|hierna)\b[^()\n“\"„«]{0,24}?[\s:,])?(?:the\s|or\s|der\s|die\s|das\s|l[ea]\s|el\s|il\s)?"
    r"[*_]{0,2}(?P<mark>[“\"„«]\s?)?(?:the\s)?(?P<name>[A-Z][\w’'-]*(?:\s[\w’'-]+){0,4}?)\s?"
    r"(?(mark)[”\"“»])[*_]{0,2}\)"
)
_ACRONYM = late(r"(?![IVXLC]+\Z)[A-Z]{3,8}|(?=[\w-]*[a-z])[A-Z][\w-]*[A-Z][\w-]*[A-Z][\w-]*")
_ADJOINS = late(r"[”\"’*_]*,?\s?(?:(?:of|from|\()?\s?(?:19|20)\d\d\)?)?[”\"’*_]*\s*")
_BEFORE_NAME = late(r"[.:]\s+|\b(?:[Aa]nd|[Bb]ut|[Tt]he)\s")
_CONGRESS = "US"
# The number of a bill, as `instruments` cites it without its State: "Senate Bill No. 53", "SB 53".
# It begins with a class of characters, for which `re` looks fastest, and so does `_OF_KIND`.
_NUMBER_OF_BILL = (
    r"[AHS](?<!\w[AHS])"
    r"(?:(?:(?<=S)enate|(?<=H)ouse|(?<=A)ssembly)\s(?:Bill|File)\s(?:No\.\s*)?|\.\s?[BFR]?\.?(?:\sNo\.)?\s?"
    r"|(?:B|(?<=H)[DRF]|(?<=S)F)\s?)\d{1,5}\b"
)
_BILL = late(_NUMBER_OF_BILL)
_BILL_AT_END = late(rf"{_NUMBER_OF_BILL}\Z")
_WORD_AT_END = late(r"[^\W_]+\Z")
_OF_CONGRESS = late(r"(?P<house>H\.\s?R\.)|S\.\s?\d")
_YEAR_BEHIND = late(r",?\s\((?:\w{3,9}\.?\s)?((?:19|20)\d\d)\)")
_KINDS = sorted(KINDS | FOREIGN_KINDS | {"Code", "Measures", "Policy", "Proposal", "Rules", "Strategy"})
_ANY_KIND = rf"(?=[{''.join(sorted({kind[0] for kind in _KINDS}))}])(?:{'|'.join(_KINDS)})\b"
_KIND = late(rf"\b{_ANY_KIND}")
_OF_KIND = late(rf"[A-Z](?<!\w[A-Z])[\w-]+\s{_ANY_KIND}")
_OF_KIND_EACH = late(rf"[A-Z](?<!\w[A-Z])(?=(?P<rest>[\w-]+\s{_ANY_KIND}))")  # in others, too


def introduced(text: str, titles: Titles) -> dict[str, Mention]:
    """The short names that a document introduces in brackets right behind another name of an instrument.

    They are acronyms, or say of what kind the instrument is ("the “Initiative Act”"); a kind alone is for
    `Antecedents`. A name that a library gives to something else stands for what the document says.

    Args:
        text: The document.
        titles: The names of the texts of a library.

    Returns:
        Name → the name that it is short for; of one introduced twice the first.
    """
    found: dict[str, Mention] = {}
    for match in _NEW_NAME.finditer(text):
        name, at = match["name"], match.start()
        marked = match["mark"] or match["said"]
        short = _ACRONYM.fullmatch(name) or (marked and " " in name and _KIND.search(name))
        if name in found or not short:
            continue
        before = [one for one in titles.mentions(text, max(at - _NAME, 0), at) if one.kind == "instrument"]
        last = before[-1] if before else None
        if last is None or last.by or not _ADJOINS.fullmatch(text, last.end, at):
            continue
        known = {one for other in titles.mentions(name) if other.kind == "instrument" for one in other.ids}
        if not known & set(last.ids) and not any(titles.are_of(last.text, one) for one in known):
            found[name] = last
    return found


class Antecedents:
    """The short names of instruments in one document, asked for place after place."""

    def __init__(self, text: str, titles: Titles) -> None:
        """Takes a document and the names of the texts of a library."""
        self.text = text
        self.titles = titles
        self._named: dict[str, list[tuple[int, tuple[str, ...]]] | None] = {}
        self._meant: dict[int, tuple[str, ...] | None] = {}  # what `_at` said, by the place

    def of(self, start: int, kind: str) -> tuple[str, ...] | None:
        """What "the Act" stands for at a place of the text.

        Args:
            start: The place.
            kind: What the instrument is called ("Act").

        Returns:
            The definitions; none of them where that instrument has none, None where no instrument was named.
        """
        explained = self._as_explained(start, kind)
        if explained is not None:
            return explained
        low = max(start - _NEARBY, 0)
        for match in reversed(list(re.finditer(rf"\b{kind}\b", self.text[low:start]))):
            ids = self._at(match.start() + low, match.end() + low)
            if ids is not None:
                return ids
        return self._only_one(start, kind) or self._of_body(start, kind)

    def sure(self, start: int, kind: str) -> tuple[str, ...] | None:
        """The same where the document says so, or names no other instrument of the kind."""
        explained = self._as_explained(start, kind)
        if explained is not None:
            return explained
        return self._only_one(start, kind) or self._of_body(start, kind)

    def _of_body(self, start: int, kind: str) -> tuple[str, ...] | None:
        """The only instrument of its kind, "the Convention", where the body that made it is named before.

        None where the document names one of the kind, stored or not.
        """
        theirs = self.titles.of_kind(kind)
        if not theirs or any(kind in one.text for one in self.names):
            return None
        if re.search(rf"\b{kind}\s(?:on|for|of|against|relating|concerning)\b", self.text):
            return None  # "the Convention on Cybercrime" is another one
        named = any(one.ids and theirs.issuperset(one.ids) for one in self.names if one.end <= start)
        return tuple(sorted(theirs - self.titles.passed)) or None if named else None

    def _as_explained(self, start: int, kind: str) -> tuple[str, ...] | None:
        found = [ids for at, ids in self._explained.get(kind, ()) if at < start]
        return found[-1] if found else None

    def _at(self, start: int, end: int) -> tuple[str, ...] | None:
        """What the name means that has the word of a kind at a place; None where it is no name."""
        if start not in self._meant:
            ids = self.titles.at(self.text, (start, end))
            determined = _DETERMINED.search(self.text, max(start - 24, 0), start) is not None
            self._meant[start] = None if determined and not ids else ids
        return self._meant[start]

    def far(self, start: int) -> Mention | None:
        """The instrument that a short document names last before a place, however far away it stands.

        None where there is none, or where its paragraph names a country whose it is not.
        """
        before = [one for one in self.names if one.end <= start and not self._is_in_brackets(one)]
        last = next((one for one in reversed(before) if one.kind == "instrument"), None)
        if last is None:
            return None
        # From the name on, for a paragraph that began before it makes no difference.
        paragraph = max(
            (match.end() for match in _PARAGRAPH.finditer(self.text, last.end, start)), default=last.end
        )
        places = (one for one in before if one.kind != "instrument" and one.start >= paragraph)
        return last if all(not last.ids or {*last.ids} & {*one.ids} for one in places) else None

    def described(self, said: Described, start: int) -> tuple[str, ...]:
        """The texts that "the 2025 text" may stand for: those of whom its paragraph speaks before it.

        Where that names none, those of the last name before.

        Args:
            said: The description.
            start: Where it begins in the document.
        """
        if not self.titles.facts.may_fit(said):
            return ()  # before all names are read
        paragraph = self.text.rfind("\n\n", 0, start)
        before = [one for one in self.names if one.end <= start and one.ids]
        near = [one for one in before if one.start > paragraph] or before[-1:]
        for one in reversed(near[-_PASSED_OVER:]):
            found = self.titles.described(said, one)
            if found:
                named = {text for other in before for text in other.ids if other.kind == "instrument"}
                return tuple(text for text in found if text in named) or found
        return ()

    @cached_property
    def instruments(self) -> frozenset[tuple[str, ...]]:
        """The definitions of each instrument that `names` has."""
        return frozenset(one.ids for one in self.names if one.ids and one.kind == "instrument")

    def _is_in_brackets(self, name: Mention) -> bool:
        """Whether a name that the library does not know stands right behind an opening bracket."""
        return not name.ids and self.text[max(name.start - 1, 0) : name.start] == "("

    @cached_property
    def names(self) -> list[Mention]:
        """All names in a short document; none of a long one, which speaks of many things."""
        return [name for name, _ in self._names]

    @cached_property
    def _names(self) -> list[tuple[Mention, bool]]:
        """The same, with whether it is a place nearby that tells what it stands for."""
        return list(self._placed()) if len(self.text) <= SHORT else []

    @cached_property
    def may_place(self) -> bool:
        """Whether there may be any in `placed`: a look before all names are read."""
        return len(self.text) <= SHORT and (
            any(map(self.titles.bearing, self._bills))
            or any(map(self.titles.with_part, dict.fromkeys(_OF_KIND.findall(self.text))))
        )

    @cached_property
    def _bills(self) -> list[str]:
        """What reads as the number of a bill."""
        return _BILL.findall(self.text)

    @cached_property
    def _last_of_bills(self) -> frozenset[str]:
        """The words in small letters with which these numbers end."""
        return frozenset(_WORD_AT_END.findall(one)[0].casefold() for one in self._bills)

    @cached_property
    def _ends_of_parts(self) -> frozenset[str]:
        """The last two words in small letters of what may be the part of a name in the document."""
        found = {f"{match[0]}{match['rest']}" for match in _OF_KIND_EACH.finditer(self.text)}
        ends = (self.titles.end_of_part(one) for one in found)
        return frozenset(filter(None, ends))

    def may_stand_in(self, text: str, keys: Sequence[str]) -> bool:
        """Whether a name that `placed` has may stand in words, with these in small letters beside them.

        It is the number of a bill, ends as a part of a name does, or has another number of a text of a State.
        """
        if not self._last_of_bills.isdisjoint(keys):
            return True
        if self._ends_of_parts and not self._ends_of_parts.isdisjoint(map(" ".join, pairwise(keys))):
            return True
        owners = {self.titles.owners.get(one, "") for one in self.titles.may_be_borne(text)}
        return any(begins(one, _CONGRESS) for one in owners - {_CONGRESS})

    @cached_property
    def placed(self) -> dict[str, Mention]:
        """The numbers and names that stand in a short document for texts of the places that it speaks of.

        A number is that of one instrument wherever the document has it; a name may be that of several.
        """
        if not self.may_place:
            return {}
        found: dict[str, Mention] = {}
        unsure: set[str] = set()
        for name, is_placed in self._names:
            number = _BILL_AT_END.search(name.text)  # "Kentucky: Senate Bill 4" tells whose it is
            if name.by or not (number or is_placed):
                continue
            called = number[0] if number else name.text
            ids = found.get(called, name).ids
            if number and (not name.ids or {*ids} != {*name.ids}):
                unsure.add(called)
            found[called] = name._replace(text=called, ids=tuple(dict.fromkeys((*ids, *name.ids))))
        return {name: one for name, one in found.items() if name not in unsure}

    def _placed(self) -> Iterator[tuple[Mention, bool]]:
        """The names; the number of a bill as that of the jurisdiction of which the document speaks there.

        That is the State whose name, or whose text, is named last before it; other countries and bodies have
        no such bills. "H.R." is a bill of Congress wherever it stands, "S." where no State is named last.
        """
        owners = self.titles.owners
        state = last = ""
        place: Mention | None = None
        named: set[str] = set()
        codes: dict[tuple[str, ...], str] = {}  # of names that come again, as those of large countries do
        for name in self.titles.mentions(self.text):
            if name.kind == "instrument":
                named.update(name.ids)
            place = place if name.kind == "instrument" else name
            if name.ids:
                if name.ids not in codes:
                    all_of_them = {owners.get(one, "") for one in name.ids}
                    codes[name.ids] = min(all_of_them, key=lambda code: (len(code), code))
                code = codes[name.ids]
                if begins(code, _CONGRESS) and (code != _CONGRESS or name.kind != "people"):
                    last = code
                    state = state if code == _CONGRESS else code
            elif name.kind != "instrument":
                state = last = name.text  # of which no text is stored
            elif theirs := self._of_place(name, place):
                yield name._replace(ids=theirs), True
                continue
            elif theirs := self._of_longer(short := _without_sentence(name), named):
                yield short._replace(ids=theirs), True
                continue
            elif bearing := self.titles.bearing(name.text):
                form = _OF_CONGRESS.match(name.text)
                places = [state]
                if form:
                    senate = [state, _CONGRESS] if last in ("", _CONGRESS) else [state]
                    places = [_CONGRESS] if form["house"] else senate
                else:
                    places += self._seats_before(name.start)  # "Sacramento. SB 53 was signed"
                of_each = (tuple(one for one in bearing if owners.get(one) == place) for place in places)
                ids = next(filter(None, of_each), ())
                dated = _YEAR_BEHIND.match(self.text, name.end)
                if not dated or any(self.titles.years.get(one) == dated[1] for one in ids):
                    yield name._replace(ids=ids), bool(ids)
                    continue
            yield name, False

    def _seats_before(self, start: int) -> list[str]:
        """The States of whose cities a document speaks before a place, the last named first."""
        before = (code for at, code in reversed(self._seats) if at < start)
        return list(dict.fromkeys(before))

    @cached_property
    def _seats(self) -> list[tuple[int, str]]:
        """Where a document names cities in which States make their laws, and their States."""
        cities = self.titles.seats
        found = ((city, code) for city, code in cities.items() if city in self.text)
        return sorted(
            (match.start(), code)
            for city, code in found
            for match in re.finditer(rf"\b{re.escape(city)}\b", self.text)
        )

    def _of_place(self, name: Mention, place: Mention | None) -> tuple[str, ...]:
        """The texts of the country or State named last that a name is short for: "Japan. The Promotion Act".

        Its words stand in one of their names as they follow each other, and say more than the kind of the
        instrument; the place is named in the paragraph, or in the heading before it.
        """
        if place is None or numbers_of(name.text):
            return ()
        paragraphs = self.text[place.end : name.start].split("\n\n")
        if len(paragraphs) > 2 or (len(paragraphs) == 2 and "." in paragraphs[0]):
            return ()
        return tuple(one for one in self.titles.with_part(name.text) if one in place.ids)

    def _of_longer(self, name: Mention, named: Set[str]) -> tuple[str, ...]:
        """The texts of an instrument whose longer name stands before: "the Initiative Act".

        They have one owner, and the words of the name follow each other in one of theirs, see `_of_place`.
        """
        theirs = () if numbers_of(name.text) else self.titles.with_part(name.text)
        found = tuple(one for one in theirs if one in named)
        return found if len({self.titles.owners.get(one) for one in found}) == 1 else ()

    @cached_property
    def _explained(self) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
        """Kind → where it is made a short name, and of what."""
        found: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        for match in _BRACKET.finditer(self.text):
            at = match.start()
            names = [
                one
                for one in self.titles.mentions(self.text, max(at - _NAME, 0), at)
                if one.kind == "instrument"
            ]
            last = names[-1] if names else None
            if last and at - last.end <= _APART and not _SENTENCE.search(self.text, last.end, at):
                found[match["kind"] or match["named"]].append((at, last.ids))
        return found

    def _only_one(self, start: int, kind: str) -> tuple[str, ...] | None:
        """The only instrument of a kind that is named before a place."""
        if kind not in self._named:
            places = [match.span() for match in re.finditer(rf"\b{kind}\b", self.text)]
            named = ((low, self._at(low, high)) for low, high in places)
            self._named[kind] = (
                [(at, ids) for at, ids in named if ids is not None] if len(places) <= _MOST else None
            )
        before = [set(ids) for at, ids in self._named[kind] or () if at < start]
        common = set.intersection(*before) if before else set()
        return tuple(sorted(common)) or None


def _without_sentence(name: Mention) -> Mention:
    """A name without the words of a sentence before it that were taken for its own: "VOGT. And the"."""
    begins = max((match.end() for match in _BEFORE_NAME.finditer(name.text)), default=0)
    return name._replace(text=name.text[begins:], start=name.start + begins)
