"""Step 3: boundaries: where a provision ends.

It ends with its last limb and the sentences that go on about its term, before the next entry, the next
section and the marks that only part it from them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.provisions.candidates import Candidate
from aidefs.provisions.structure import Enumerator, Structure, Unit, abbreviates, is_first, is_successor
from aidefs.provisions.wordings import wordings_of

__all__ = ["Extent", "boundaries"]


class Extent(NamedTuple):
    """A candidate with its end.

    Attributes:
        candidate: The candidate.
        end: Offset behind the last character.
        limbs: Index of the blocks that are its limbs.
        nested_in: The term of the provision inside which it stands.
    """

    candidate: Candidate
    end: int
    limbs: tuple[int, ...]
    nested_in: str = ""


# Words behind which limbs stand, in the languages of the wordings.
_WAITING = r"following|and|or|that|to|of|die|der|das|und|oder|qui|que|et|ou|che|dat|en|y"
_OPEN_END = late(rf"(?:[:—–,;-]|\b(?:{_WAITING}))\s*\Z", re.I)
_SENTENCES = late(r"[.!?][\"”’»)\]]*\s+(?=[\"“‘«`(]*[A-Z0-9À-Ý])")
_JOINED = late(r"[;,]\s*(?:and|or|und|oder|et|ou|y|o|e|en|of)\Z", re.I)
_CAPTIONED = late(r"[\"“]?[A-Z][^.;:—]{1,90}(?:[.][\"”]?(?:--?|—|–)?|:|—|--)\s*")
_CAPTION = late(r"(?:\(\w{1,4}\)\s*)?[A-Z][A-Za-z ,-]{2,80}\.(?:—|–|--?)\s*\Z")
_ONLY_CAPTION = late(r"[^\W\d_a-z][^.;:]{2,80}\.?\s*(?:—|–|--?)")
_CLOSED = late(r"[.;)—](?:”|''|’’|\")[.;,]?(?:\s+and)?\Z")  # of what is put into another act
_LISTS = late(r"(?:[:—–]|--)\s*\Z")
_PROVISO = late(r"\bprovided\b[^.;]*\Z", re.I)
_WAITS = late(rf"(?:[:—–,-]|\b(?:{_WAITING}))\s*\Z", re.I)
_ANNOUNCES = late(rf"(?:[:—–]|--|\b(?:{_WAITING}|is|are|means|includes?))[\s”\"]*\Z", re.I)
_ADDING = late(
    r"(?:shall be|is|are) limited to|(?:does|do|shall|may|will) not (?:include|mean|refer|apply)|"
    r"\bincludes?\b|\bexcludes?\b|\bmeans?\b",
    re.I,
)
_THE_TERM = late(
    r"(?:(?:[A-Z][A-Z ]+|[A-Z][a-z ]+)[.]?[—–-]+\s*)?(?:the|this|that|such) (?:terms?|definition|"
    r"phrase|word)\b",
    re.I,
)
_ABOUT = late(
    r"(?:the (?:terms?|definition)\b|it\b|for (?:the )?purposes? of (?:this|the) (?:definition|term|"
    r"paragraph|subparagraph)|examples?\b|[^.;]{0,40}\bthis definition\b)",
    re.I,
)
_QUOTES = '"“‘«`'
_LONGEST_LIST = 60  # limbs of one provision
_LONGEST_NOTE = 600
_HISTORY = late(  # notes of a code on where a section comes from
    r"\s*\[(?:Formerly|Added|Amended|Renumbered|\d{4}|L\.|c\.)[^\[\]]*\]\Z|\s*\((?:Added to|Added by|"
    r"Amended by|Source:)[^()]*\)\Z"
)
_CALL = late(r"\s*\(\s\d{1,3}\s\)\Z")  # of a footnote
_CLOSERS = ("”", '"', "''", "’’", "’", "'")


def boundaries(structure: Structure, found: Sequence[Candidate], lang: str) -> list[Extent]:
    """The extents of candidates; what only adds to the one before is part of it.

    What lies inside one is left out, unless it is a provision of its own.
    """
    w = wordings_of(lang)
    anaphora = re.compile(rf"[\"“‘]*(?:{w.anaphora})\b", re.I)
    leads = re.compile(rf"(?:{w.leads})\b", re.I)
    extents: list[Extent] = []
    outer: Extent | None = None
    for k, one in enumerate(found):
        last = extents[-1] if extents else None
        inside = outer if outer and one.start < outer.end else None
        if last and one.start < last.end and (inside is None or last is not outer):
            continue
        n = k + 1
        list_end = _list_end(structure, one)
        while n < len(found) and (
            (_same(one, found[n]) and _only_adds(structure.text, one, found[n]))
            or one.block < found[n].block <= list_end
        ):
            n += 1
        limit = _limit(structure, one, found[n]) if n < len(found) else len(structure.text)
        extent = _extent(structure, one, min(limit, inside.end) if inside else limit, anaphora, leads)
        if inside:
            if (
                one.quoted
                and one.kind in {"defining", "referring", "including"}
                and not _same(inside.candidate, one)
            ):
                extents.append(extent._replace(nested_in=inside.candidate.terms[0]))
            continue
        if one.kind == "adding" or (one.kind == "including" and last and _same(last.candidate, one)):
            if last and _same(last.candidate, one) and _near(structure, last.end, one):
                extents[-1] = last._replace(end=extent.end)
            else:
                extents.append(extent)
            continue
        if extent.end > one.behind or one.kind == "referring":
            extents.append(extent)
            outer = extent
    return extents


def _list_end(structure: Structure, one: Candidate) -> int:
    """Index of the last block of the list that a candidate opens, of its own block where it opens none."""
    blocks = structure.blocks
    block = blocks[one.block]
    first: Enumerator | None = None
    end = one.block
    for k in range(one.block + 1, min(one.block + _LONGEST_LIST, len(blocks))):
        here = blocks[k]
        if block.depth >= 0 and here.depth >= 0:
            if here.depth <= block.depth:
                break
        elif not here.marks or here.heads:
            break
        elif first is None:
            waits = _LISTS.search(structure.text, max(one.behind, here.start - 20), here.start)
            if not waits or not is_first(here.marks[0].token):
                break
            first = here.marks[0]
        elif _goes_to_next(block, here.marks[0], first):
            break
        end = k
    return end


def _limit(structure: Structure, one: Candidate, following: Candidate) -> int:
    """Where a provision ends at the latest: at the enumerators or the caption of the next one."""
    if following.block != one.block:
        return structure.blocks[following.block].start
    before = structure.text[one.behind : following.start]
    caption = _CAPTION.search(before)
    return one.behind + caption.start() if caption else following.start


def _same(one: Candidate, other: Candidate) -> bool:
    known = {term.casefold().rstrip("s") for term in one.terms}
    return other.terms[0].casefold().rstrip("s") in known


def _only_adds(text: str, one: Candidate, other: Candidate) -> bool:
    """Whether a candidate of the same term defines nothing of its own, as "does not include" does, or what
    stands behind the term of an entry: "AI: AI refers to …"."""
    repeats = one.kind == "entry" and not other.quoted and other.start <= one.behind + 1
    if repeats or other.kind in {"adding", "including"}:
        return True
    return (
        other.block == one.block
        and _PROVISO.search(text, max(one.start, other.start - 200), other.behind) is not None
    )


def _near(structure: Structure, end: int, one: Candidate) -> bool:
    between = structure.text[end : one.start]
    return len(between) < 90 and not re.search(
        r"[^\W\d_]{4}", re.sub(r"[A-Za-z .]{0,60}[.]?[—–-]+\s*\Z", "", between)
    )


def _extent(
    structure: Structure, one: Candidate, limit: int, anaphora: re.Pattern[str], leads: re.Pattern[str]
) -> Extent:
    text, blocks = structure.text, structure.blocks
    block = blocks[one.block]
    stop = min(block.end, limit)
    end = _sentences(text, one, block, stop, anaphora, leads)
    limbs: list[int] = []
    if end < stop:
        return Extent(one, _trimmed(text, one.start, end), ())
    first: Enumerator | None = None
    for k in range(one.block + 1, len(blocks)):
        here = blocks[k]
        if here.start >= limit or here.heads or any(mark.shape == "§" for mark in here.marks):
            break
        if here.apart:
            if here.depth <= block.depth:
                break
            continue
        is_open = bool(_OPEN_END.search(text, max(one.start, end - 40), end))
        if here.depth >= 0:
            beside = here.depth == block.depth and not here.marks
            if here.depth <= block.depth and not (
                beside and (is_open or (limbs and _flush(structure, k, one, limbs[0])))
            ):
                break
            if here.marks:
                limbs.append(k)
        elif here.marks:
            mark = here.marks[0]
            if _goes_to_next(block, mark, first) and not _adds(structure, k, one):
                break
            if first is None and _adds(structure, k, one) and not is_open:
                pass  # a provision beside it that goes on about its term
            elif first is None and _began_inside(text, one, end, mark):
                first = mark
            elif first is None:
                if not (
                    is_open and (end <= one.behind or _ANNOUNCES.search(text, max(one.start, end - 40), end))
                ):
                    break
                first = mark
            limbs.append(k)
        elif not (
            (_WAITS.search(text, max(one.start, end - 40), end) and text[here.body] not in _QUOTES)
            or _flush(structure, k, one, first)
        ):
            break
        end = min(here.end, limit)
        if limit < here.end:
            break
        if block.quoted and (closed := _CLOSED.search(text, max(one.start, end - 12), end)):
            end = closed.start() + 1
            break
    return Extent(one, _trimmed(text, one.start, end), tuple(limbs))


def _goes_to_next(block: Unit, mark: Enumerator, first: Enumerator | None) -> bool:
    """Whether an enumerator begins the entry behind that of a block, or a provision above it."""
    if not mark.token:
        return False
    own = block.marks[-1] if block.marks and block.marks[-1].token else None
    if own and is_successor(own, mark):
        return True
    if first is not None and is_successor(first, mark, _LONGEST_LIST):
        return False
    if first is None and is_first(mark.token):
        return False
    return any(is_successor(_as_mark(printed), mark, 4) for printed in block.path)


def _as_mark(printed: str) -> Enumerator:
    token = printed.strip("().°")
    return Enumerator(printed, token, "()" if printed.startswith("(") else printed[len(token) :])


def _began_inside(text: str, one: Candidate, end: int, mark: Enumerator) -> bool:
    """Whether a list began in mid-sentence: "means (i) a drawing; (ii) a map"."""
    before = {"ii": "(i)", "2": "(1)", "b": "(a)", "B": "(A)", "II": "(I)"}.get(mark.token)
    return before is not None and mark.shape == "()" and before in text[one.behind : end]


def _adds(structure: Structure, k: int, one: Candidate) -> bool:
    """Whether a block goes on about a term: "The term … does not include"."""
    text, here = structure.text, structure.blocks[k]
    end = here.end
    if k + 1 < len(structure.blocks) and _ONLY_CAPTION.fullmatch(text, here.body, end):
        end = structure.blocks[k + 1].end
    words = text[here.body : min(end, here.body + 200)]
    if not _ADDING.search(words):
        return False
    head = " ".join(words.casefold().split())
    named = (rf"(?<!\w){re.escape(term.casefold())}s?(?!\w)" for term in one.terms)
    return any(
        re.search(name, head[: len(term) + 60]) for name, term in zip(named, one.terms, strict=True)
    ) or bool(_THE_TERM.match(words))


def _flush(structure: Structure, k: int, one: Candidate, first: object) -> bool:
    """Whether a block without an enumerator goes on with an entry."""
    text, here = structure.text, structure.blocks[k]
    words = text[here.body : here.body + 200]
    if words[:1].islower() and (first is not None or not here.parted):
        return not (here.parted and here.depth < 0 and text[: here.start].rstrip()[-1:] == ".")
    return _adds(structure, k, one) or bool(_ABOUT.match(words))


def _sentences(
    text: str, one: Candidate, block: Unit, stop: int, anaphora: re.Pattern[str], leads: re.Pattern[str]
) -> int:
    """Where the sentences about a term end in its own block."""
    before = text[block.body : one.start]
    whole = (
        (len(before) <= 1 or _CAPTIONED.fullmatch(before) is not None)
        and (bool(block.marks) or block.line)
        and (one.quoted or one.kind == "entry")
    )
    for match in _SENTENCES.finditer(text, one.behind, stop):
        if abbreviates(text, match.start()) or text.count("(", one.behind, match.start()) > text.count(
            ")", one.behind, match.start()
        ):
            continue
        following = text[match.end() : min(stop, match.end() + 220)]
        if anaphora.match(following) or _mentions(following.casefold(), one):
            continue
        if whole and (one.kind == "entry" or not leads.match(text, one.start)):
            continue
        return match.start() + 1 + len(match[0].rstrip()) - 1
    return stop


def _mentions(words: str, one: Candidate) -> bool:
    """Whether a sentence has the words of one of the terms."""
    return any(all(word in words for word in term.casefold().split()) for term in one.terms)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without white space, the marks between entries and closing marks of an amendment."""
    words = text[start:end].rstrip()
    while True:
        before = words
        if match := _JOINED.search(words, max(0, len(words) - 12)):
            words = words[: match.start()]
        words = words.rstrip(" \t\r\n;,")
        if match := _CALL.search(words, max(0, len(words) - 8)):
            words = words[: match.start()]
        if match := _HISTORY.search(words, max(0, len(words) - _LONGEST_NOTE)):
            words = words[: match.start()]
        if words.endswith("))") and words.count("(") < words.count(")"):
            words = words[:-2]
        for closer in _CLOSERS:
            for tail in (closer, closer + ".", closer + ";"):
                if words.endswith(tail) and not _balanced(words, closer):
                    words = words[: -len(tail)]
        if words == before:
            return start + len(words)


_PAIRS = {"”": "“", "’’": "‘‘", "''": "``", "’": "‘"}


def _balanced(words: str, closer: str) -> bool:
    if closer in {'"', "'"}:
        return words.count(closer) % 2 == 0 if closer == '"' else words.count("'") % 2 == 0 or "``" in words
    opener = _PAIRS[closer]
    if closer == "’":
        return words.count("‘") >= len(re.findall(r"’(?!\w)", words))
    return words.count(opener) >= words.count(closer)
