"""What has to be written in a document so that its quotations are right, and what is left to the author.

A correction replaces the characters of the words that differ and nothing else: words of the author round the
passage, its case and quotation marks, line ends and mark-up stay as they are. It is proposed only for a
passage that is presented as a quotation of a text that is named and fits. All else that is wrong is for the
author, because nobody else knows whether the words or the name are wrong.

What is proposed is tried: the file is corrected, read again and searched again. It must have the same mark-up
and the same words outside of the passages, each of which must be letter for letter; a passage for which this
does not hold is left to the author, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import TYPE_CHECKING

from aidefs.alignment.edits import Edit
from aidefs.classes import NamedTuple, dataclass
from aidefs.errors import InputError
from aidefs.formats.amendments.amended import FORMS, amended
from aidefs.patterns import late
from aidefs.quotations.marks import MARKS
from aidefs.quotations.quotation import Quotation
from aidefs.quotations.severity import operators_in
from aidefs.readers.markup import substitutions
from aidefs.readers.read import read_again
from aidefs.readers.source import PARAGRAPH, ReadText
from aidefs.readers.spacing import INVISIBLE

if TYPE_CHECKING:
    from aidefs.formats.amendments.plan import Change

__all__ = ["Correction", "Rewording", "Treatment", "copy_of", "corrected", "treatments"]


def _as_html(words: str) -> str:
    from html import escape  # a start has no use for its table of entities

    return escape(words, quote=False)


def _as_json(words: str) -> str:
    import json  # few documents are notebooks

    return json.dumps(words, ensure_ascii=False)[1:-1]


_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\^{}"} | {c: "\\" + c for c in "&%$#_{}"}
# How official words are written in a format.
_WRITTEN: dict[str, Callable[[str], str]] = {
    "text": str,
    "markdown": lambda words: re.sub(r"([\\`*_<>\[\]])", r"\\\1", words),
    "html": _as_html,
    "tex": lambda words: "".join(_TEX.get(c, c) for c in words),
    "notebook": _as_json,
}
_NAMES = {"pdf": "PDF", "epub": "EPUB"}
AROUND = 1_500  # characters round a passage in which its mark-up is read
ROUNDS = 4  # how often what does not hold is left out and the rest tried again
ALONE = 16  # passages that are tried one by one where it is not known which of them does not hold

_LETTER = r"[^\W\d_]"
# Quotation marks; what stands between two letters is an apostrophe.
_QUOTATION_MARK = late(rf"(?<!{_LETTER})[{MARKS}]|[{MARKS}](?!{_LETTER})")
_SPACES = " \u00a0"  # which go with the words between which they stand; a tab may be the border of a cell
# What divides a word, at the end of a line or not.
_DIVIDED = late(rf"(?<={_LETTER})[-‐{INVISIBLE}]\s*")
_BLANK_LINE = late(r"\n\s*\n")

# Why a passage is left to the author, and what he can do.
SOURCE = (
    "another source is named than the one that is quoted: name the text that has the words, or quote the one"
    " that is named"
)
UNNAMED = "no source is named: name the text beside the passage"
NOT_FOUND = (
    "the words stand in no version of the text that is named: quote its words, or say what the words are from"
)
CUT = "the text goes on where the quotation is said to end: quote the rest, or say that it is a part"
LEFT_OFF = (
    "the text goes on with a condition where the quotation ends: add “{words}”, or put an ellipsis or say"
    " that it is a part"
)
PUT_IN = "it stands in a file that the document puts in: run this on that file"
ACROSS_PARAGRAPHS = (
    "the words that differ go across the end of a paragraph: put in the official words by hand"
)
ACROSS_MARKS = (
    "a quotation mark stands among the words that differ: let the marks hold the official words alone"
)
ACROSS_MARKUP = "the mark-up would not be the same: put in the official words by hand"
NO_PLACE = "the words that differ have no place of their own in the file: put in the official words by hand"
INEXACT = (
    "with the official words in their place, the passage would still not be found to be letter for letter:"
    " compare it as a whole with the official text"
)
OTHERWISE_READ = (
    "the corrected file would not read the same outside of the passage: put in the official words by hand"
)
LOOSE_END = (
    "other words stand where it begins or ends, so that its place in the text is not sure: see whether the"
    " words there are to be official ones, and put them outside of the quotation if not"
)
LACKING = (
    "the encoding of the file lacks a character of the official text: save the file as UTF-8, and try again"
)


class Correction(NamedTuple):
    """A stretch of a text file and what belongs in its place.

    Attributes:
        begin: Offset in the decoded file.
        end: Offset behind the stretch; the same as `begin` where words are missing.
        text: What to write, in the mark-up of the format.
    """

    begin: int
    end: int
    text: str


class Rewording(NamedTuple):
    """The same in the plain text of a document of any format.

    Attributes:
        start: Offset in the plain text.
        end: Offset behind the stretch; the same as `start` where words are missing.
        words: What to write.
    """

    start: int
    end: int
    words: str


class Treatment(NamedTuple):
    """What is done about a passage.

    Attributes:
        rewordings: What makes it letter for letter; empty where it is, or is left to the author.
        corrections: The same in the decoded file, for formats that are text.
        left: Why it is left to the author, "" where it is not.
    """

    rewordings: tuple[Rewording, ...] = ()
    corrections: tuple[Correction, ...] = ()
    left: str = ""


def corrected(source: str, changes: Iterable[Correction | Rewording]) -> str:
    """A text with its corrections made; where two overlap the first one counts."""
    parts = []
    at = 0
    for begin, end, words in sorted(set(changes)):
        if begin >= at:
            parts += [source[at:begin], words]
            at = end
    return "".join(parts) + source[at:]


def copy_of(
    document: ReadText, treated: Iterable[Treatment], remarks: Sequence[tuple[int, int, tuple[str, ...]]] = ()
) -> bytes | None:
    """A copy of a document with all corrections made; None where nothing is done.

    In Word and OpenDocument each is a tracked change.

    Args:
        document: The document.
        treated: What is done about its passages.
        remarks: Where office documents have a comment, by offsets in the text, and its paragraphs.
    """
    chosen = tuple(treated)
    if document.form in FORMS:
        changes = [_change(document, one) for treatment in chosen for one in treatment.rewordings]
        from aidefs.formats.amendments.plan import Remark

        said = [Remark(tuple(document.part_stretches(low, high)), words) for low, high, words in remarks]
        try:
            return amended(document.data, document, changes, said)[0] if changes or said else None
        except InputError:  # an archive that can be read and not be written again
            return None
    changes_in_source = [one for treatment in chosen for one in treatment.corrections]
    if not changes_in_source or document.encoded is None:
        return None
    return document.encoded.encode(corrected(document.encoded.text, changes_in_source))


def treatments(
    document: ReadText, found: Sequence[Quotation], search: Callable[[ReadText], Sequence[Quotation]]
) -> tuple[Treatment, ...]:
    """What is done about each passage of a document.

    Args:
        document: The document.
        found: Its passages, in order.
        search: Finds the passages of another state of it.
    """
    proposed = [_proposed(document, quotation) for quotation in found]
    if any(one.rewordings for one in proposed):
        _Trial(document, found, search, proposed).run()
    return tuple(proposed)


# --- what is proposed -------------------------------------------------------------------------


def _proposed(document: ReadText, quotation: Quotation) -> Treatment:
    if not quotation.wrong:
        return Treatment()
    reason = _for_the_author(document, quotation)
    if reason:
        return Treatment(left=reason)
    rewordings = _Mending(document.text, quotation).rewordings()
    if isinstance(rewordings, str):
        return Treatment(left=rewordings)
    if document.form in FORMS:
        placed = all(_change(document, one).where for one in rewordings)
        return Treatment(rewordings) if placed and rewordings else Treatment(left=NO_PLACE)
    return _in_source(document, quotation, rewordings)


def _for_the_author(document: ReadText, quotation: Quotation) -> str:
    """Why a wrong passage is not for a program to mend, "" where it is."""
    if "source" in quotation.reproach:
        return SOURCE
    if quotation.verdict == "not found":
        return NOT_FOUND
    if quotation.left_off:  # with it the sentence around it may be another one
        return LEFT_OFF.format(words=quotation.left_off)
    if quotation.verdict == "exact":
        return CUT
    if quotation.attribution.fits is not True:
        return UNNAMED
    if _has_loose_end(quotation):
        return LOOSE_END
    if document.form not in _WRITTEN and document.form not in FORMS:
        return f"{_NAMES.get(document.form, document.form)} is not corrected: correct what it was made from"
    if document.form in _WRITTEN and document.source(quotation.start, quotation.end) is None:
        return PUT_IN
    return ""


def _has_loose_end(quotation: Quotation) -> bool:
    """Whether a part of a definition begins or ends with words that only displace the official ones.

    What stands between the first and the last words that agree is known; what the author would have had
    further out is not, unless one operator is put for another there ("must exhibit", for "may exhibit").
    Nor is it known where he has a word of the rule in the midst that the text has right behind the end.
    """
    if quotation.extent in ("whole", "definiens"):
        return False
    official, lang = quotation.definition.text, quotation.definition.lang
    behind = official[quotation.official[1] :]
    if any(map(str.isalnum, behind)):
        following = operators_in(" ".join(behind.split()[:1]), lang)
        put = (edit.text for edit in quotation.faults if edit.op == "insert")
        if following and not set(following).isdisjoint(chain(*(operators_in(text, lang) for text in put))):
            return True
    faults = set(quotation.faults)
    for faulty, run in groupby(quotation.edits, faults.__contains__):
        change = list(run)
        spans = [edit.b for edit in change if faulty and edit.b]
        gone, new = ("".join(edit.text for edit in change if edit.op == op) for op in ("delete", "insert"))
        if not spans or not any(map(str.isalnum, gone)):
            continue
        at_begin = spans[0][0] <= quotation.start and quotation.official[0] > 0
        at_end = spans[-1][1] >= quotation.end and any(map(str.isalnum, behind))
        if (at_begin or at_end) and not (operators_in(gone, lang) and operators_in(new, lang)):
            return True
    return False


class _Mending:
    """A passage whose words are to be mended.

    Args:
        text: The text that was searched.
        quotation: The passage.
    """

    def __init__(self, text: str, quotation: Quotation) -> None:
        self.text = text
        self.quotation = quotation
        # From the beginning of a line on, where there is one near.
        far, near = max(quotation.start - 2 * AROUND, 0), max(quotation.start - AROUND, 0)
        self.low = max(text.rfind("\n", far, near) + 1, far)
        self.marks = substitutions(text[self.low : quotation.end + AROUND])
        self.stops = [stop for _, stop, _ in self.marks]

    def rewordings(self) -> tuple[Rewording, ...] | str:
        """What to write where, or why that cannot be said."""
        made: list[Rewording] = []
        for start, end, words in self._changes():
            printed = self.text[start:end]
            if _BLANK_LINE.search(printed):
                return ACROSS_PARAGRAPHS
            if _QUOTATION_MARK.search(printed) or _QUOTATION_MARK.search(words):
                return ACROSS_MARKS
            stretches = list(self._stretches(start, end)) or [(start, start)] * (start == end)
            # Space that stands alone beside mark-up stays: it may end a command.
            written = [one for one in stretches if not self.text[slice(*one)].isspace()]
            stretches = written or stretches
            if not stretches:
                return NO_PLACE
            if not words and self.text[end : end + 1] in ("\n", "\r") and self.text[start - 1] == " ":
                stretches.insert(0, (start - 1, start))  # no space is left at the end of a line
            for begin, stop in stretches:
                made.append(Rewording(begin, stop, words))
                words = ""
        return tuple(made)

    def _changes(self) -> Iterator[Rewording]:
        """Each unbroken run of faulty edits as one change."""
        faults = set(self.quotation.faults)
        at = self.quotation.start
        for faulty, run in groupby(self.quotation.edits, faults.__contains__):
            edits = list(run)
            if faulty:
                yield _run(edits, at)
            at = max((edit.b[1] for edit in edits if edit.b), default=at)

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The words of a stretch with the space between them, without mark-up and line ends."""
        begin = None
        for at, is_word in self._letters(start, end):
            if is_word and begin is None:
                begin = at
            elif not is_word and begin is not None:
                yield begin, at
                begin = None
        if begin is not None:
            yield begin, end

    def _letters(self, start: int, end: int) -> Iterator[tuple[int, bool]]:
        """Each character, and whether it goes with the words."""
        k = bisect_left(self.stops, start - self.low + 1)
        at = start
        while at < end:
            low, high, read = self.marks[k] if k < len(self.marks) else (end - self.low, end - self.low, "")
            low, high = low + self.low, min(high + self.low, end)
            while at < min(low, end):
                yield at, self.text[at] in _SPACES or not self.text[at].isspace()
                at += 1
            divided = not read and _DIVIDED.fullmatch(self.text, at, high) is not None
            for place in range(at, high):
                is_word = not self.text[place].isspace() if divided else bool(read) and not read.isspace()
                yield place, is_word
            at = max(at, high)
            k += 1


def _run(edits: list[Edit], at: int) -> Rewording:
    """The official words in the place of those that are printed, whose white space stays."""
    words = re.sub(r"\s+", " ", "".join(edit.text for edit in edits if edit.op == "delete"))
    spans = [edit.b for edit in edits if edit.op == "insert" and edit.b]
    if not spans:
        return Rewording(at, at, words)
    printed = "".join(edit.text for edit in edits if edit.op == "insert")
    start = spans[0][0] + len(printed) - len(printed.lstrip())
    end = spans[-1][1] - (len(printed) - len(printed.rstrip()))
    if not words.strip():
        return Rewording(spans[0][0], spans[-1][1], "")
    # A sign stands at its word, and a word behind a space: "autonomy, that" for "autonomy and that".
    before = printed[: len(printed) - len(printed.lstrip())]
    behind = printed[len(printed.rstrip()) :]
    if before and not before.strip(_SPACES) and not words[0].isspace():
        start = spans[0][0]
    if behind and not behind.strip(_SPACES) and not words[-1].isspace():
        end = spans[-1][1]
    put = words.strip()
    put = f" {put}" if words[0].isspace() and not before else put
    put = f"{put} " if words[-1].isspace() and not behind else put
    return Rewording(min(start, end), max(start, end), put)


def _in_source(document: ReadText, quotation: Quotation, rewordings: tuple[Rewording, ...]) -> Treatment:
    """The corrections of a text file; mark-up between the characters is kept."""
    write = _WRITTEN[document.form]
    made: list[Correction] = []
    for start, end, words in rewordings:
        if start == end:
            source = document.source(max(start - 1, 0), start or 1)
            at = source[bool(start)] if source else 0
            stretches = [(at, at)] if source else []
        else:
            stretches = document.stretches(start, end)
        if not stretches:
            return Treatment(left=NO_PLACE)
        for begin, stop in stretches:
            made.append(Correction(begin, stop, write(words)))
            words = ""
    encoded = document.encoded
    span = document.source(quotation.start, quotation.end)
    assert encoded and span
    try:
        "".join(one.text for one in made).encode(encoded.codec)
    except UnicodeEncodeError:
        return Treatment(left=LACKING)
    if document.form != "notebook":  # which has no parts that could be held against each other
        # Of a very long line only what is near; what is cut is cut in both.
        low = min([span[0], *(one.begin for one in made)])
        low = max(encoded.text.rfind("\n", 0, low) + 1, low - AROUND)
        high = max([span[1], *(one.end for one in made)])
        line = encoded.text.find("\n", high, high + AROUND)
        old = encoded.text[low : line if line >= 0 else high + AROUND]
        new = corrected(old, [Correction(one.begin - low, one.end - low, one.text) for one in made])
        if not _is_alike(old, new, document.form):
            return Treatment(left=ACROSS_MARKUP)
    return Treatment(rewordings, tuple(made))


def _change(document: ReadText, rewording: Rewording) -> Change:
    from aidefs.formats.amendments.plan import Change

    return Change(tuple(document.part_stretches(rewording.start, rewording.end)), rewording.words)


# --- what is tried ----------------------------------------------------------------------------


@dataclass(frozen=True)
class _Trial:
    """The corrected file, which must hold what it promises.

    Attributes:
        document: The document.
        found: Its passages.
        search: Finds the passages of another state of it.
        treated: What is done about them; what does not hold is taken back.
    """

    document: ReadText
    found: Sequence[Quotation]
    search: Callable[[ReadText], Sequence[Quotation]]
    treated: list[Treatment]

    def run(self) -> None:
        """Leaves to the author what does not hold."""
        self._leave_what_cannot_be_tracked()
        for _ in range(ROUNDS):
            chosen = [k for k, one in enumerate(self.treated) if one.rewordings]
            if not chosen:
                return
            failed = self._failed(chosen)
            if not failed:
                return
            for k, reason in failed.items():
                self.treated[k] = Treatment(left=reason)
        for k, one in enumerate(self.treated):
            if one.rewordings:
                self.treated[k] = Treatment(left=INEXACT)

    def _leave_what_cannot_be_tracked(self) -> None:
        if self.document.form not in FORMS:
            return
        changes = [
            (k, _change(self.document, r)) for k, one in enumerate(self.treated) for r in one.rewordings
        ]
        try:
            refused = amended(self.document.data, self.document, [change for _, change in changes], ())[1]
        except InputError as error:
            for k, _ in changes:
                self.treated[k] = Treatment(left=str(error))
            return
        for number, why in refused:
            self.treated[changes[number][0]] = Treatment(left=why)

    def _failed(self, chosen: Sequence[int]) -> dict[int, str]:
        """The passages for which the corrected file does not hold, with the reasons."""
        again = self._read([self.treated[k] for k in chosen])
        if again is None:
            if len(chosen) == 1 or len(chosen) > ALONE:
                return dict.fromkeys(chosen, OTHERWISE_READ)
            alone = {k: OTHERWISE_READ for k in chosen if self._read([self.treated[k]]) is None}
            return alone or dict.fromkeys(chosen, OTHERWISE_READ)
        return self._inexact(again, chosen)

    def _read(self, treated: Sequence[Treatment]) -> ReadText | None:
        """The corrected file as it reads; None where it does not read as the corrected text."""
        document = self.document
        data = copy_of(document, treated)
        if data is None:
            return None
        try:
            again = read_again(document, data)
        except InputError:
            return None
        expected = corrected(document.text, [one for part in treated for one in part.rewordings])
        if _paragraphs(again.text) != _paragraphs(expected):
            return None
        old, new = document.encoded, again.encoded
        if old and new and not _is_alike(old.text, new.text, document.form):
            return None
        return again

    def _inexact(self, again: ReadText, chosen: Sequence[int]) -> dict[int, str]:
        """The passages that are not found letter for letter, or whose correction makes another one wrong."""
        changes = sorted({one for k in chosen for one in self.treated[k].rewordings})
        places = _Ordinals(again.text)
        new = {places.before(one.start): one for one in self.search(again)}
        starts = sorted(new)
        old = _Ordinals(self.document.text)
        held_to = set(chosen)
        shift = at = 0
        failed: dict[int, str] = {}
        expected: set[int] = set()
        for k, quotation in enumerate(self.found):
            while at < len(changes) and changes[at].end <= quotation.start:
                shift += _grown(self.document.text, changes[at])
                at += 1
            low = old.before(quotation.start) + shift
            inner = changes[at : bisect_left(changes, quotation.end, key=_begin)] if k in held_to else []
            high = old.before(quotation.end) + shift + sum(_grown(self.document.text, one) for one in inner)
            expected.add(low)
            if k in held_to:
                held = [new[s] for s in starts[bisect_left(starts, low - 2) : bisect_left(starts, high)]]
                if not any(_is_exactly(one, quotation) for one in held) or any(one.wrong for one in held):
                    failed[k] = INEXACT
                expected |= {places.before(one.start) for one in held}
        before = sum(one.wrong for k, one in enumerate(self.found) if k not in held_to)
        if not failed and sum(one.wrong for one in new.values()) > before:
            return dict.fromkeys(chosen, INEXACT)
        return failed


class _Ordinals:
    """Places in a text, counted in characters that are no white space."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = self._before = 0

    def before(self, offset: int) -> int:
        """The number of characters before an offset, asked for in about the order of the text."""
        if offset < self._at:
            self._before -= len("".join(self._text[offset : self._at].split()))
        else:
            self._before += len("".join(self._text[self._at : offset].split()))
        self._at = offset
        return self._before


def _begin(rewording: Rewording) -> int:
    return rewording.start


def _grown(text: str, change: Rewording) -> int:
    """By how many characters that are no white space a text grows."""
    return len("".join(change.words.split())) - len("".join(text[change.start : change.end].split()))


def _paragraphs(text: str) -> list[list[str]]:
    """The words of each paragraph."""
    return [words for paragraph in text.split(PARAGRAPH) if (words := paragraph.split())]


def _is_exactly(found: Quotation, quotation: Quotation) -> bool:
    """Whether a passage is letter for letter the text that another one was held against."""
    ids = (found.definition.id, *found.same_wording, *found.exact_matches)
    return found.verdict == "exact" and quotation.definition.id in ids


def _is_alike(old: str, new: str, form: str) -> bool:
    """Whether two texts of a format have the same mark-up in the same order."""
    from aidefs.quotations.skeleton import skeleton  # only what is mended needs it

    return skeleton(old, form) == skeleton(new, form)
