"""A passage beside the part of a definition that it gives, and in what it departs from it.

Not every difference is a fault: marks of quotation, enumerators and the colon or dash before the first, notes
and their numbers, letters that a scanner has taken for others are none, and neither is an omission with an
ellipsis beside it. The redline therefore has each omission beside the mark that stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

from aidefs.alignment.edits import Edit
from aidefs.alignment.redline import Redline, redline_scans
from aidefs.classes import dataclass, replace
from aidefs.patterns import late
from aidefs.quotations.marks import MARKS, OMISSION
from aidefs.quotations.quotation import Extent, Verdict
from aidefs.quotations.references import ReferenceText, compared, significant
from aidefs.quotations.severity import (
    Severity,
    begins_behind_operator,
    ends_before_condition,
    ends_before_exception,
    ends_within_condition,
    operators_in,
    rest_of_sentence,
    severity,
    tears_rule,
)
from aidefs.text.languages import primary, profile
from aidefs.text.tokens import scan

__all__ = ["OMITTED", "PARAPHRASE", "ParallelPassage", "may_add_openly"]

PARAPHRASE = 0.7  # similarity of words below which a passage is a paraphrase
_OMISSION_COST = 8  # words of one omission that speak against a source; more do not speak louder
_PUNCTUATION_COST = 1.0  # in changed words
_MISSING_COST = 0.01  # of a word that a truncated passage lacks
_MISSING_AT_MOST = 30
_IDLE_COST = 2.0  # of an ellipsis where nothing is left out, in changed words

# A whole German clause, at whose end its verb stands: "und das … anpassungsfähig sein kann".
_CLAUSE = late(
    r"\W*(?:und|oder|sowie|das|die|der|wie|wenn|soweit)\b.*\w+n\s(?:kann|können|darf|dürfen|muss|müssen|soll|sollen)\W*",
    re.DOTALL,
)
OMITTED = late(OMISSION, re.IGNORECASE)
"""A mark of omission."""

_OMITTED_IN_BRACKETS = late(rf"[\[(]\s*(?:{OMISSION})\s*[\])]", re.IGNORECASE)
# What an editor puts between square brackets: an alteration, an explanation, "[sic]" behind a slip.
_MARKED_BY_EDITOR = (
    r"\(\s?[!?]{1,2}\s?\)"
    r"|\([^()]{0,40}\b(?:emphas[ie]s|italics|herv|hervorhebung|soulign\w*|italique|cursiva"
    r"|énfasis|corsivo|enfasi|nadruk"
    r"|cursivering|grifo|destaque|podkr\w*|wyróżn\w*)\b[^()]{0,40}\)"
)
_EDITORS = late(
    rf"\[[aA]\]n\b|\S*\s?[\[(]\s?sic[^\[\]()]*[\])]|\[[^\[\]]{{0,400}}\]|{_MARKED_BY_EDITOR}", re.IGNORECASE
)
_BRACKETED = late(r"\[[^\[\]]{0,400}\]")  # an alteration, of which nothing is the official text's
# The same where no square bracket stands, without the words before it: of these it looks at each again.
_EDITORS_IN_ROUND = late(rf"\(\s?sic[^()]*\)|{_MARKED_BY_EDITOR}", re.IGNORECASE)
# A participle that an editor made of the verb of a relative clause, whose pronoun goes with it: "aim[ing]"
# for "that aims".
_MADE_PARTICIPLE = late(r"\s*\w+\[\w{0,2}ing\]")
_PRONOUN_OF_CLAUSE = late(r"\s*(?:that|which|who)\s+(?=\w)", re.IGNORECASE)
_ADVERBS = frozenset(("also", "be", "still", "then", "auch", "aussi", "también", "anche", "também", "ook"))
# An enumerator in any style.
_ENUMERATOR = late(r"[\s;]*(?:[(\[]?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.):\]]{1,2}\s*)?")
# What is left of two of different style where the number is kept: "(1" and "1.".
_ENUMERATOR_MARK = late(r"\s*[()]\s*[.:]?\s*")
# What leads to a list, or nothing: the law has a dash where others have a colon ("inputs to—", "inputs to:").
_LEAD = late(r"\s*[:—–―-]{0,2}\s*")
_LEADS = late(r"[:—–―-]\s*\Z")
_ITEM_BEHIND = late(r"\s*\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s")
# Letters that a scanner takes for each other: "Al" is "AI", "lnternet" is "Internet", "A1" is "AI".
_LIKE_LETTERS = str.maketrans("I|", "ll")
_ONE_IN_WORD = late(r"(?<=[A-Za-z])1(?![\d.])|(?<![\d.])1(?=[A-Za-z])")
# A word that is no enumerator, of ASCII.
_PLAIN = late(r"(?<![a-z])(?=[a-z]*[abe-hjkn-uwyz])[a-z]{3,}+")
_NO_MARKS = dict.fromkeys(map(ord, MARKS))
_SEAM = 6  # characters between the words of introduction and the definiens
_SLIDING = 40  # characters between an ellipsis and the omission that it marks, where these are repeated in it
_DOTS_FIRST = late(rf"[\s,;\[(]*{OMISSION}[\])]?", re.IGNORECASE)
# The notes at the foot of a page inside a passage: lines that begin with a number and a capital letter.
_NOTES = late(r"\s*\n(?:\s*\d{1,3}[.)]?\s?[A-Z][^\n]*\n)+\s*")
_NOTE_BEGINS = late(r"\n\s*\d")
# A line end within a word, in writing that divides words anywhere: Korean, Japanese, Chinese.
_LETTER_OF_ANY_LINE = r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_DIVIDED = late(rf"(?<={_LETTER_OF_ANY_LINE})[ \t]*\n[ \t]*(?={_LETTER_OF_ANY_LINE})")
# A term between marks on a line of its own: the label of a definition in the margin of a printed page.
_IN_MARGIN = late(r"\s*\n[ \t]*[“\"‘„«][^“”\"‘’„«»\n]{1,40}[”\"’“»][ \t]*\n\s*")
# The number of a footnote, or of a line or page that was copied with it.
_NOTE_NUMBER = late(r"[\s(\[]*\d{1,3}[\s)\]]*")


@dataclass(frozen=True)
class ParallelPassage:
    """A stretch of a reading set beside the part of a definition that it gives.

    Attributes:
        reference: The definition.
        words: Indices of its first word and of the word behind it.
        definiens: Index of the first word of the definiens.
        start: Offset in the reading.
        end: Offset behind the passage.
        text: The reading between them.
        official: Span of the official text that it is compared with.
        late: Words of the definiens that are missing before the official span.
        early: Words of the definiens that are missing behind it.
        dotted: Whether an ellipsis follows.
        framed: Whether words that introduce the definition stand shortly before the definiens.
        introduced: Whether they stand right before it.
        continued: Whether the definition goes on with a limb of its own behind the end of the official text.
    """

    reference: ReferenceText
    words: tuple[int, int]
    definiens: int
    start: int
    end: int
    text: str
    official: tuple[int, int]
    late: int
    early: int
    dotted: bool
    framed: bool
    introduced: bool
    continued: bool

    @cached_property
    def redline(self) -> Redline:
        """The redline from the official part to the passage; an ellipsis stands at what it leaves out."""
        low, high = self.official
        lang = self.reference.definition.lang
        made = redline_scans(
            scan(self.reference.definition.text[low:high], lang), scan(self.text, lang), lang=lang
        )
        edits = _beside_ellipses(made.edits) if OMITTED.search(self.text) else made.edits
        return replace(made, edits=_with_whole_brackets(edits, self.text) if "[" in self.text else edits)

    @cached_property
    def faults(self) -> tuple[tuple[Edit, ...], ...]:
        """The changes of the redline that count."""
        lang = self.reference.definition.lang
        return tuple(
            change
            for change in self.redline.changes
            if not _forgiven(change, self._behind(change), lang)
            and not self._at_the_seam(change)
            and not self._is_connector(change)
        )

    @property
    def share_of_words(self) -> float:
        """Its words from the definiens on, as a share of those of the whole definiens."""
        return (self.words[1] - self.definiens) / (len(self.reference.words) - self.reference.head_word)

    def _behind(self, change: Sequence[Edit]) -> str:
        """The official text behind what a change takes out."""
        ends = [edit.a[1] for edit in change if edit.a]
        return self.reference.definition.text[self.official[0] + max(ends, default=0) : self.reference.end]

    def _at_the_seam(self, change: Sequence[Edit]) -> bool:
        """Whether a change is in the marks between the words of introduction and the definiens.

        Tables and glossaries have a border or a colon where the law has quotation marks or a semicolon.
        """
        head = self.reference.head - self.official[0]
        gone = [edit for edit in change if edit.op == "delete" and edit.a]
        if not gone or head <= 0 or any(re.search(r"\w", edit.text) for edit in change):
            return False
        return all(edit.a is not None and edit.a[1] <= head and head - edit.a[0] <= _SEAM for edit in gone)

    def _is_connector(self, change: Sequence[Edit]) -> bool:
        """Whether a change puts in but a connector that the law has once for all its definitions.

        It stands before the term or behind it, or has been made a colon. An adverb beside it is a change.
        """
        reference = self.reference
        head = reference.head - self.official[0]
        gone, new = _sides(change)
        if head <= 0 or not reference.names_alone or re.search(r"\w", gone):
            return False
        before = self.redline.edits[: self.redline.edits.index(change[0])]
        place = max((edit.a[1] for edit in before if edit.a), default=0)
        if place + len(gone) > head:
            return False
        said = new.translate(_NO_MARKS).strip(" \n\t:,;–—-*_").casefold()
        at_the_seam = head - place <= _SEAM
        return (not said and at_the_seam) or " ".join(said.split()) in _connectors(reference.definition.lang)

    @cached_property
    def severity(self) -> Severity | None:
        """How grave the gravest change is."""
        return severity((_sides(change) for change in self.faults), self.reference.definition.lang)

    @property
    def truncated_condition(self) -> bool:
        """Whether what is left out before or behind the passage limits it: a condition, "may", "not"."""
        definition = self.reference.definition
        before = definition.text[self.reference.head : self.official[0]]
        return self.cut_from_condition or (self.late > 0 and begins_behind_operator(before, definition.lang))

    @property
    def cut_from_condition(self) -> bool:
        """The same of what is left out behind it."""
        definition = self.reference.definition
        return self.early > 0 and ends_before_condition(definition.text, self.official[1], definition.lang)

    @property
    def cut_from_exception(self) -> bool:
        """Whether the sentence goes on behind it with what excepts something from it, and no mark says so."""
        definition = self.reference.definition
        cut = self.early > 0 and not self.dotted
        return cut and ends_before_exception(definition.text, self.official[1], definition.lang)

    @property
    def left_off(self) -> str:
        """What the official text has behind it, to the end of the sentence."""
        return rest_of_sentence(self.reference.definition.text, self.official[1])

    @cached_property
    def changed(self) -> list[tuple[int, int]]:
        """Words that each fault deletes and inserts."""
        return [(_words(change, "delete"), _words(change, "insert")) for change in self.faults]

    @property
    def extent(self) -> Extent:
        """How much of the definition the passage gives."""
        official = self.reference.definition.text
        if self.late or self.early or self.dotted:
            return "truncated"
        if OMITTED.search(self.text) and not OMITTED.search(official, *self.official):
            return "truncated"
        return "whole" if self.official[0] == 0 else "definiens"

    @property
    def verdict(self) -> Verdict:
        """How true the passage is to the official text."""
        if not self.faults:
            return "exact"
        if not any(map(any, self.changed)):
            return "punctuation"
        return "changed" if self.similarity >= PARAPHRASE else "paraphrase"

    @property
    def similarity(self) -> float:
        """2·equal / (words of both sides); words that are omitted with a mark do not count."""
        gone, new = (sum(counts) for counts in zip((0, 0), *self.changed, strict=True))
        total = 2 * self.redline.words.equal + gone + new
        return 2 * self.redline.words.equal / total if total else 1.0

    @cached_property
    def cost(self) -> float:
        """What speaks against the passage being from this text, in changed words."""
        missing = min(self.late + self.early, _MISSING_AT_MOST) * _MISSING_COST
        idle = sum(len(change) == 1 and _is_ellipsis(change[0]) for change in self.redline.changes)
        changes = (min(gone, _OMISSION_COST) + new or _PUNCTUATION_COST for gone, new in self.changed)
        return missing + sum(changes) + idle * _IDLE_COST

    @cached_property
    def keys(self) -> str:
        """Comparison keys of the passage, a line each."""
        return compared(scan(self.text, self.reference.definition.lang))


def may_add_openly(text: str) -> bool:
    """Whether words may stand in a passage that are an editor's, or a note's, and no faults."""
    bracketed = "[" in text or "]" in text  # of which one may stand outside
    bracketed = bracketed or _EDITORS_IN_ROUND.search(text) is not None  # which stand in either
    return bracketed or _NOTE_BEGINS.search(text) is not None


@cache
def _connectors(lang: str) -> frozenset[str]:
    """The connectors of a language, without marks, as `ParallelPassage` compares them."""
    return frozenset(word.replace("_", " ").replace("'", "") for word in profile(lang).connecting.split())


def _words(change: Sequence[Edit], op: str) -> int:
    """Words in the deletions or insertions of a change, quotation marks and enumerators not counted."""
    side = scan("".join(edit.text for edit in change if edit.op == op))
    return sum(side.kind(i) == "word" for i in side.words)


def _forgiven(change: Sequence[Edit], behind: str, lang: str) -> bool:
    """Whether a change is no fault.

    None are marks of quotation, enumerators, notes and their numbers, and an omission that is marked.
    """
    gone, new = _sides(change)
    if OMITTED.search(new):
        marked = not re.search(r"\w", _BRACKETED.sub("", OMITTED.sub("", new)))  # "… [that] infers"
        torn = _robbed(gone, lang) or ends_within_condition(gone, behind, lang)
        if marked or _altered_openly(gone, new):  # "infer[] … how to"
            return not torn and not tears_rule(gone, behind, lang)
    if not gone.strip() and (_NOTE_NUMBER.fullmatch(new) or _NOTES.fullmatch(new)):
        return True
    if not gone.strip() and _IN_MARGIN.fullmatch(new):
        return True
    if "\n" in new and _DIVIDED.sub("", new) == _DIVIDED.sub("", gone):
        return True
    bare = [side.translate(_NO_MARKS) for side in (gone, new)]  # of "(1) “AI” means", '(1) “' may be gone
    if all(map(_ENUMERATOR.fullmatch, bare)) or _ENUMERATOR_MARK.fullmatch(gone + new):
        return True  # "(2)" and "2."
    if _EDITORS.search(new) and _altered_openly(gone, new):
        return True
    if _leads_to_list(gone, new, behind) or (gone.strip() and _as_scanned(gone) == _as_scanned(new)):
        return True
    if gone.isascii() and new.isascii() and _PLAIN.findall(gone.lower()) != _PLAIN.findall(new.lower()):
        return False  # before the words are looked at one by one
    sides = (scan(gone, lang), scan(new, lang))
    before, after = ([side.key(i) for i in significant(side)] for side in sides)
    return before == after


def _leads_to_list(gone: str, new: str, behind: str) -> bool:
    """Whether a change is in the marks before the first item of a list that the text has there."""
    if not (gone and _LEAD.fullmatch(gone) and _LEAD.fullmatch(new) and _LEADS.search(gone + new)):
        return False
    return _ITEM_BEHIND.match(behind) is not None


def _as_scanned(text: str) -> str:
    """A text in which letters that a scanner takes for each other are the same."""
    return " ".join(_ONE_IN_WORD.sub("l", text).translate(_LIKE_LETTERS).split())


def _sides(change: Sequence[Edit]) -> tuple[str, str]:
    """What a change takes out and what it puts in."""
    gone, new = ("".join(edit.text for edit in change if edit.op == op) for op in ("delete", "insert"))
    return gone, new


def _altered_openly(gone: str, new: str) -> bool:
    """Whether a change is an editor's, marked by square brackets: "infer[s]", "[they receive]"."""
    gone, new = gone.translate(_NO_MARKS), _OMITTED_IN_BRACKETS.sub("…", new.translate(_NO_MARKS))
    if _MADE_PARTICIPLE.match(new):
        gone = _PRONOUN_OF_CLAUSE.sub("", gone, 1)
    altered = (part for stretch in OMITTED.split(new) for part in _EDITORS.split(stretch))
    parts = [re.escape(" ".join(part.split())) for part in altered]
    pattern = r"\s*" + r".*".join(parts).replace("\\ ", r"\s+") + r"\s*"
    return re.fullmatch(pattern, " ".join(gone.split()), re.IGNORECASE) is not None


def _robbed(gone: str, lang: str) -> bool:
    """Whether an omission takes an operator away from what it governs, which stays: "may … exhibit".

    It ends with the operator, or with an adverb behind it. A whole German clause ends so, too.
    """
    found = operators_in(gone, lang)
    if not found:
        return False
    side = scan(gone, lang)
    last = max(i for i in range(len(side)) if side.key(i) == found[-1])
    behind = [side.key(i) for i in range(last + 1, len(side)) if side.kind(i) == "word"]
    if primary(lang) == "de" and _CLAUSE.fullmatch(gone):
        return False
    return all(word.endswith("ly") or word in _ADVERBS for word in behind)


def _with_whole_brackets(edits: tuple[Edit, ...], text: str) -> tuple[Edit, ...]:
    """The edits to a text with each alteration between square brackets in one piece.

    Where "Artificial intelligence (AI) refers" is quoted as "[AI] refers", a comparison keeps the word that
    both have, and what stands for the whole name is torn.
    """
    made: list[Edit] = []
    at = 0
    while at < len(edits):
        end = _closing(edits, at)
        places = [edit.a for edit in edits[at:end] if edit.a]
        gone = "".join(edit.text for edit in edits[at:end] if edit.a)
        low, high = _reach(edits[at:end])
        if end > at + 1 and _altered_openly(gone, text[low:high]):
            made.append(Edit("delete", (places[0][0], places[-1][1]), None, gone))
            made.append(Edit("insert", None, (low, high), text[low:high]))
            at = end
        else:
            made.append(edits[at])
            at += 1
    return tuple(made)


def _reach(edits: Sequence[Edit]) -> tuple[int, int]:
    """Where edits begin and end in the text that they lead to."""
    places = [edit.b for edit in edits if edit.b]
    return (places[0][0], places[-1][1]) if places else (0, 0)


def _closing(edits: Sequence[Edit], at: int) -> int:
    """Behind the edit that puts in the end of a bracket whose beginning the one at a place puts in."""
    if edits[at].op != "insert" or edits[at].text.rfind("[") <= edits[at].text.rfind("]"):
        return at + 1
    for k in range(at + 1, len(edits)):
        marks = re.findall(r"[\[\]]", edits[k].text) if edits[k].op != "delete" else []
        if marks:
            closed = marks == ["]"] and edits[k].op == "insert"
            behind = k + 1 < len(edits) and edits[k + 1].op == "delete"
            return k + 1 + behind if closed else at + 1
    return at + 1


# --- what an ellipsis stands for ---------------------------------------------------------------


def _beside_ellipses(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits with each omission beside the ellipsis that marks it.

    Where "system that is … and that, for … objectives, infers" is quoted as "system … that infers", a
    comparison may keep either "that". The ellipsis stands for what is left out before the second one.
    """
    made: list[Edit] = []
    for edit in edits:
        made.append(edit)
        if len(made) > 1 and made[-2].op == "delete" and edit.op == "insert":
            made[-2:] = _parted(made[-2], edit)
        if len(made) > 2 and edit.op == "delete" and made[-2].op == "equal" and _is_ellipsis(made[-3]):
            made[-2:] = _moved(made[-2], edit)
        if len(made) > 2 and made[-3].op == "delete" and made[-2].op == "equal" and _is_ellipsis(edit):
            made[-3:] = _moved_behind(*made[-3:])
    return tuple(made)


def _moved(kept: Edit, gone: Edit) -> list[Edit]:
    """Words behind an ellipsis that stand again in what is left out behind them: the second ones are kept."""
    words, both = kept.text.strip(), kept.text + gone.text
    at = _last_place(words, both) if len(kept.text) <= _SLIDING else -1
    if at < len(kept.text):
        return [kept, gone]
    return _around(both, at, len(words), gone, kept._replace(text=words), (kept.a or (0, 0))[0])


def _moved_behind(gone: Edit, kept: Edit, dots: Edit) -> list[Edit]:
    """Words before an ellipsis that stand again behind what is left out: the first ones are kept.

    Of "a system that is … and that infers" is "a system that … infers".
    """
    both, length = gone.text + kept.text, len(kept.text)
    if not kept.text.strip() or length > _SLIDING or not both.startswith(kept.text):
        return [gone, kept, dots]
    start = (gone.a or (0, 0))[0]
    return [
        kept._replace(a=(start, start + length), text=both[:length]),
        dots,
        gone._replace(a=(start + length, start + len(both)), text=both[length:]),
    ]


def _parted(gone: Edit, new: Edit) -> list[Edit]:
    """An ellipsis with words behind it that stand in what they replace: these words are kept."""
    dots = _DOTS_FIRST.match(new.text)
    words = new.text[dots.end() :].strip() if dots else ""
    at = _last_place(words, gone.text)
    if not dots or not new.b or at < 0:
        return [gone, new]
    middle = new.b[0] + dots.end()
    kept = Edit("equal", None, (middle, new.b[1]), words)
    marked = new._replace(b=(new.b[0], middle), text=dots[0], punctuation=True)
    return [marked, *_around(gone.text, at, len(words), gone, kept, (gone.a or (0, 0))[0])]


def _last_place(words: str, text: str) -> int:
    found = [match.start() for match in re.finditer(rf"\b{re.escape(words)}\b", text)] if words else []
    return found[-1] if found else -1


def _around(text: str, at: int, length: int, gone: Edit, kept: Edit, start: int) -> list[Edit]:
    """Deletions before and behind words of an official text that begins at an offset."""
    low, high = start + at, start + at + length
    parts = [
        gone._replace(a=(start, low), text=text[:at]),
        kept._replace(a=(low, high), text=text[at : at + length]),
        gone._replace(a=(high, start + len(text)), text=text[at + length :]),
    ]
    return [part for part in parts if part.text]


def _is_ellipsis(edit: Edit) -> bool:
    """Whether an edit inserts nothing but an ellipsis."""
    bare = OMITTED.sub("", edit.text)
    return edit.op == "insert" and bare != edit.text and not re.search(r"\w", bare)
