"""Rows to sentences: what a reader should look at, most important first.

Every sentence restates a textual fact of one row and quotes the official words. None says what a
difference means in law; the authorities that do are listed with the element.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from aidefs.alignment.edits import Edit
from aidefs.comparison.comparison import FacetChange, Finding, Pair, Row
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.modals import modal_words
from aidefs.segmentation.segments import Cell, as_printed
from aidefs.text.languages import FUNCTION_WORDS, negations
from aidefs.text.phrasebook import Language, phrase

__all__ = ["AUTOMATIC", "findings", "unsure"]

AUTOMATIC = phrase("read automatically")
"""How a sentence begins that rests on an automatic reading of low confidence."""

# What weighs more for a reader of law comes first: presence, then obligation, then place, then lists.
_KINDS = (
    "another term", "only in one", "genus", "modal", "moved", "negation", "items", "open list", "reworded",
    "punctuation", "not recognised",
)  # fmt: skip
_GROUPS = ("core", "supporting", "other traditions")
_OPEN, _CLOSE = "\x02", "\x03"
_MOST_HUNKS = 2  # changes of one row that are quoted one by one
_SHORT = 8  # words of a cell that is quoted whole rather than where it differs
_LONGEST_QUOTE = 14  # words; longer ones are cut in the middle
_PLURALS = ("s", "es", "x", "n", "en", "e", "er", "se", "sen")
_SHORTEST_NOUN = 4  # letters of one whose plural is told by its ending
_LONGEST_WORD = 80  # letters; of a longer one the beginning is quoted


def findings(
    names: Sequence[str],
    rows: Sequence[Row],
    lang: str = "en",
    language: Language = "en",
    others: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """The findings of all rows except the frame, of which it is said alone that it names another term.

    Args:
        names: How sentences name the definitions, the baseline first.
        rows: The rows.
        lang: Language of the baseline. Words of one in another language are not compared.
        language: Language of the sentences; official words are never translated. The sentences stand in
            `text/phrasebook.py`.
        others: For each definition the term that it defines where that is of another kind, else "".
    """
    names = [_plain(name) for name in names]
    tell = _Teller(lang, language)
    found = [
        finding
        for k in range(len(names) - 1)
        for row in rows
        if row.element.group != "frame"
        for finding in tell.of_row(row, k, names[0], names[k + 1])
    ]
    found += tell.other_terms(rows, names, others)
    order = {row.element.id: n for n, row in enumerate(rows)}
    groups = {row.element.id: _rank(_GROUPS, row.element.group) for row in rows}
    doubtful = {(element, k) for k in range(len(names) - 1) for element in unsure(rows, k)}
    found += tell.not_recognised(rows, names)
    told = [
        tell.read_automatically(one)
        if (one.element, one.pair) in doubtful and one.kind != "not recognised"
        else one
        for one in found
    ]

    def place(one: Finding) -> tuple[int, bool, int, int, int]:
        doubt = (one.element, one.pair) in doubtful
        return one.pair, doubt, _rank(_KINDS, one.kind), groups[one.element], order[one.element]

    return tuple(sorted(told, key=place))


def unsure(rows: Sequence[Row], k: int) -> set[str]:
    """Ids of the elements whose rows rest on an automatic cut of low confidence.

    Where one side has nothing, its words on the element may lie in any of its segments that are not sure.

    Args:
        rows: All rows of the comparison.
        k: Index of the pair.
    """
    vague = {at for at in (0, k + 1) if any(row.cells[at].uncertain for row in rows)}
    return {
        row.element.id
        for row in rows
        if any(row.cells[at].uncertain or not row.cells[at].segments for at in vague)
    }


def _rank(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else len(names)


class _Teller:
    """Makes the sentences in one language, of texts in one language."""

    def __init__(self, lang: str, language: Language) -> None:
        self._lang = lang
        self._grammar = grammar_of(lang)
        self._language = language

    def _say(self, key: str, **parts: str) -> str:
        return phrase(key, self._language, **parts)

    def _finding(self, row: Row, kind: str, said: str, k: int, label: str = "") -> Finding:
        label = label or row.element.label_in(self._language)
        return Finding(row.element.id, kind, _parts(self._say("label: said", label=label, said=said)), k)

    def read_automatically(self, one: Finding) -> Finding:
        """The finding, said to rest on an automatic reading."""
        return one._replace(parts=((self._say("read automatically"), False), *one.parts))

    def not_recognised(self, rows: Sequence[Row], names: Sequence[str]) -> Iterator[Finding]:
        """Elements of one text that were not recognised in another, which may have them all the same.

        Of a text that could not be cut at all nothing is said.
        """
        for k in range(len(names) - 1):
            cut = {at: any(row.cells[at].segments for row in rows) for at in (0, k + 1)}
            for row in rows:
                for at, other in ((0, k + 1), (k + 1, 0)):
                    cell, none = row.cells[at], row.cells[other]
                    hidden = none.unread and not none.segments and cut[other] and row.element.group != "frame"
                    if cell.segments and hidden:
                        words = _quote(cell.text)
                        said = self._say("not recognised", name=names[at], words=words, other=names[other])
                        yield self._finding(row, "not recognised", said, k)

    def other_terms(
        self, rows: Sequence[Row], names: Sequence[str], others: Sequence[str]
    ) -> Iterator[Finding]:
        """What defines another thing than the elements are made for, so that its rows say little."""
        frame = next((row for row in rows if row.element.group == "frame"), None)
        for at, (name, term) in enumerate(zip(names, others, strict=False)):
            if frame and term:
                said = self._say("another term", name=name, term=_official(term))
                yield self._finding(frame, "another term", said, max(at - 1, 0), self._say("Term"))

    def of_row(self, row: Row, k: int, name_a: str, name_b: str) -> Iterator[Finding]:
        """What differs in a row between the baseline and the k-th of the others."""
        a, b, pair = row.cells[0], row.cells[k + 1], row.pairs[k]
        if pair.status in ("only in A", "only in B"):
            name, cell = (name_a, a) if a.segments else (name_b, b)
            said = self._say("only in", name=name, words=_quote(cell.text))
            yield self._finding(row, "only in one", said, k)
            return
        if pair.status in ("absent", "identical", "unknown") and not pair.moved:
            return
        changes = {change.facet: change for change in pair.facet_changes}
        if "modal" in changes:
            yield self._finding(row, "modal", self._modal(a, b, changes["modal"], name_a, name_b), k)
        if changes.keys() & {"machine_based", "genus"}:
            # Named without what the label adds in brackets: "Genus (machine-based): software" would misread.
            said = self._say("genera", x=_quote(a.text), a=name_a, y=_quote(b.text), b=name_b)
            yield self._finding(
                row, "genus", said, k, row.element.label_in(self._language).partition(" (")[0]
            )
        if pair.moved:
            yield self._finding(row, "moved", self._moved(a, b, pair, name_a, name_b), k)
        if "negated" in changes:
            name, cell = (name_a, a) if a.facets.negated else (name_b, b)
            yield self._finding(
                row, "negation", self._say("exclusion", name=name, words=_quote(cell.text)), k
            )
        told: set[str] = set()
        shared: set[str] = set()  # words of items that both list, perhaps in another order
        if "modal" in changes:
            told.update(word for modal in changes["modal"].values if modal for word in modal.split())
            is_modal, denying = self._grammar.is_modal, negations(self._lang)
            told.update(
                word
                for cell in (a, b)
                for word in _bare_words(cell.text)
                if is_modal(word) or word in denying
            )
        # What one text excludes and what the other names are two lists, and of no list nothing is said.
        both_list = bool(a.facets.items and b.facets.items) and a.facets.negated == b.facets.negated
        listed = changes["items"] if both_list and "items" in changes else None
        listed = _not_named_outside(listed, (a.text, b.text)) if listed else None
        if listed and _listed_otherwise(listed):
            yield self._finding(row, "items", self._items(listed, (a.text, b.text), name_a, name_b), k)
            told.update(
                word
                for side in listed.values
                for item in side
                if item not in _in_another_number(listed)
                for word in item.split()
            )
            both = set(listed.values[0]).intersection(listed.values[1])
            shared.update(word for item in both for word in item.split())
        if "open_list" in changes and both_list:
            name, other, cell = (name_a, name_b, a) if a.facets.open_list else (name_b, name_a, b)
            how = "examples" if self._introduces(cell.text) else "left open"
            said = self._say(how, name=name, words=_quote(cell.text), other=other)
            yield self._finding(row, "open list", said, k)
            told.update(word for cell in (a, b) for word in self._leading_lists(cell.text))
        told_whole = pair.moved or changes.keys() & {"machine_based", "genus"}  # both wordings are quoted
        if pair.status == "reworded" and not told_whole:
            untold = [_without(hunk, shared) for hunk in _hunks(pair.edits) if not _told(hunk, told)]
            if untold:
                yield self._finding(row, "reworded", self._reworded(a, b, untold, name_a, name_b), k)
        if pair.status == "punctuation only" and (said := self._punctuation(a, pair, name_a, name_b)):
            yield self._finding(row, "punctuation", said, k)

    def _introduces(self, text: str) -> bool:
        """Whether words introduce examples, and do not only leave a list open at its end ("etc.")."""
        padded = f" {' '.join(text.lower().replace(',', ' ').split())} "
        return any(f" {' '.join(words)} " in padded for words in self._grammar.facets.examples)

    def _leading_lists(self, text: str) -> Iterator[str]:
        """The words that lead a list or leave it open ("such as", "namely", "etc.")."""
        facets = self._grammar.facets
        padded = f" {' '.join(_bare_words(text))} "
        for words in (*facets.examples, *facets.listing, *facets.rest):
            if f" {' '.join(words)} " in padded:
                yield from words

    # --- one sentence each --------------------------------------------------------------------

    def _modal(self, a: Cell, b: Cell, change: FacetChange, name_a: str, name_b: str) -> str:
        said = []
        for cell, modal, name in ((a, change.values[0], name_a), (b, change.values[1], name_b)):
            said.append((name, _official(modal_words(cell.words, self._lang, modal)) if modal else ""))
        (first, x), (second, y) = said
        if x and y:
            return self._say("says", a=first, x=x, b=second, y=y)
        has, lacks, words, other = (first, second, x, b) if x else (second, first, y, a)
        if any(self._grammar.is_like_modal(word.strip(".,;:()").lower()) for word in other.text.split()):
            # One that governs only a part of the words, or a form of which the facet says nothing.
            x, y = (x, _quote(other.text)) if x else (_quote(other.text), y)
            return self._say("says", a=first, x=x, b=second, y=y)
        return self._say("no modal verb", a=has, x=words, b=lacks)

    def _moved(self, a: Cell, b: Cell, pair: Pair, name_a: str, name_b: str) -> str:
        places = (a.facets.position, b.facets.position)
        if places[0] != places[1] and "separate" in places:
            sides = [
                self._say("placed", name=name, place=self._say(place), words=_quote(cell.text))
                for name, place, cell in ((name_b, b.facets.position, b), (name_a, a.facets.position, a))
            ]
            if b.facets.position == "separate":  # the defining clause first
                sides.reverse()
            return self._say("; ").join(sides)
        if pair.status in ("identical", "punctuation only"):
            return self._say("same words elsewhere", words=_quote(a.text))
        return self._say("elsewhere", a=name_a, x=_quote(a.text), b=name_b, y=_quote(b.text))

    def _items(self, change: FacetChange, texts: tuple[str, str], name_a: str, name_b: str) -> str:
        parts = []
        same = _in_another_number(change)
        for own, text, name in ((change.removed, texts[0], name_a), (change.added, texts[1], name_b)):
            if items := [item for item in own if item not in same]:
                listed = self._series(_official(as_printed(item, text)) for item in items)
                parts.append(
                    self._say("is listed" if len(items) == 1 else "are listed", items=listed, name=name)
                )
        if change.reordered:
            kept = self._number(sum(item in change.values[1] for item in change.values[0]))
            alike = self._say("shared items" if parts else "same items", number=kept)
            x, y = (
                _official(", ".join(as_printed(x, texts[k]) for x in v if x in change.values[1 - k]))
                for k, v in enumerate(change.values)
            )
            parts.append(self._say("another order", same=alike, x=x, a=name_a, y=y, b=name_b))
        return self._say("; ").join(parts) or self._say("repeated items")

    def _reworded(self, a: Cell, b: Cell, hunks: list[tuple[str, str]], name_a: str, name_b: str) -> str:
        if len(hunks) > _MOST_HUNKS or max(len(a.text.split()), len(b.text.split())) <= _SHORT:
            return self._say("says", a=name_a, x=_quote(a.text), b=name_b, y=_quote(b.text))
        parts = []
        for old, new in hunks:
            if old and new:
                parts.append(self._say("says", a=name_a, x=_quote(old), b=name_b, y=_quote(new)))
            else:
                name = name_a if old else name_b
                parts.append(self._say("words only in", words=_quote(old or new), name=name))
        return self._say("; ").join(parts)

    def _punctuation(self, a: Cell, pair: Pair, name_a: str, name_b: str) -> str:
        """Nothing for the mark that ends the cell: it belongs to the sentence and not to the element."""
        facts = []
        body = [edit for edit in pair.edits if edit.op != "equal" or edit is not pair.edits[-1]]
        for k, edit in enumerate(body):
            if edit.op == "equal" or not edit.punctuation:  # words that change here are seams
                continue
            following = next((e for e in body[k + 1 :] if e.op == "equal"), None)
            if following is None and pair.edits[-1].op != "equal":
                continue
            name = name_a if edit.op == "delete" else name_b
            after = (following or pair.edits[-1]).text.split()
            mark = edit.text.strip()
            if mark == "," and after[:1] in (["or"], ["and"], ["and/or"]):
                facts.append(self._say("serial comma", name=name))
            else:
                word = _official(after[0].strip(".,;")) if after else self._say("the end")
                facts.append(self._say("mark before", mark=mark, word=word, name=name))
        if not facts:
            return ""
        items = len(a.facets.items)
        same = self._say("same items", number=self._number(items)) if items > 2 else self._say("same words")
        return self._say("; ").join(dict.fromkeys((same, *facts)))

    def _series(self, parts: Iterable[str]) -> str:
        *before, last = parts
        return self._say("and", before=", ".join(before), last=last) if before else last

    def _number(self, n: int) -> str:
        numbers = self._say("numbers").split()
        return numbers[n] if n < len(numbers) else str(n)


# --- items in singular and plural ---------------------------------------------------------------


def _in_another_number(change: FacetChange) -> set[str]:
    """The items that one text has in the singular and the other in the plural: both list them."""
    pairs = [(a, b) for a in change.removed for b in change.added if _same_but_for_number(a, b)]
    return {item for pair in pairs for item in pair}


def _not_named_outside(change: FacetChange, texts: tuple[str, str]) -> FacetChange | None:
    """A change without the items that the other text names outside its list.

    "Content, for example texts" does not list content, and yet has it. None where nothing else changes.
    """
    values = []
    for k in (0, 1):
        own, other = change.values[k], change.values[1 - k]
        outside = Counter(_bare_words(texts[1 - k])) - Counter(
            word for item in other for word in item.split()
        )
        values.append(tuple(one for one in own if one in other or not outside.keys() >= set(one.split())))
    rest = FacetChange(change.facet, (values[0], values[1]))
    changed = rest.added or rest.removed or rest.reordered or rest == change
    return rest if changed else None


def _listed_otherwise(change: FacetChange) -> bool:
    """Whether items differ by more than their number."""
    moved = set(change.removed + change.added) - _in_another_number(change)
    return bool(moved) or change.reordered or change.removed == change.added == ()


def _same_but_for_number(a: str, b: str) -> bool:
    """Whether two items differ in nothing but endings of the plural."""
    words = list(zip(a.split(), b.split(), strict=False))
    return len(a.split()) == len(b.split()) and all(x == y or _is_plural_of(x, y) for x, y in words)


def _is_plural_of(one: str, other: str) -> bool:
    """Whether one of two words is the other with the ending of a plural."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_NOUN:
        return False
    if len(short) == len(long):  # "contenuto", "contenuti"
        return short[:-1] == long[:-1] and {short[-1], long[-1]} in ({"o", "i"}, {"a", "e"}, {"e", "i"})
    added = (short.removesuffix("y") + "ies", *(short + ending for ending in _PLURALS))
    return long in added


# --- helpers ----------------------------------------------------------------------------------


def _hunks(edits: Iterable[Edit]) -> list[tuple[str, str]]:
    """Deleted and inserted words of each place where words change, " … " where other elements part them."""
    hunks: list[tuple[str, str]] = []
    fresh = True
    for edit in edits:
        if edit.op == "equal":
            fresh = True
        elif not edit.punctuation:
            if fresh:
                hunks.append(("", ""))
            old, new = hunks[-1]
            if edit.op == "delete":
                hunks[-1] = (_after(old, edit.text.strip()), new)
            else:
                hunks[-1] = (old, _after(new, edit.text.strip()))
            fresh = False
    return hunks


def _after(words: str, further: str) -> str:
    return f"{words} … {further}" if words and further else words or further


def _without(hunk: tuple[str, str], shared: set[str]) -> tuple[str, str]:
    """A change without the words at its ends that both texts have, which stand in another order alone."""
    sides = []
    for side in hunk:
        words = side.split()
        while words and words[-1].strip(",;.").lower() in shared:
            words.pop()
        while words and words[0].strip(",;.").lower() in shared:
            words.pop(0)
        sides.append(" ".join(words))
    return sides[0], sides[1]


def _told(hunk: tuple[str, str], told: set[str]) -> bool:
    """Whether a change is nothing but function words and what other findings have told already."""
    words = {word for side in hunk for word in _bare_words(side)}
    return words - {"", "…"} <= told | FUNCTION_WORDS


def _bare_words(text: str) -> list[str]:
    """The words of a text in small letters, without the marks around them."""
    return [word.strip(",;.:()") for word in text.lower().split()]


def _official(words: str) -> str:
    """Official words inside a sentence, between two characters that no text contains."""
    return _OPEN + _plain(words) + _CLOSE


def _plain(words: str) -> str:
    return words.replace(_OPEN, "").replace(_CLOSE, "")


def _parts(sentence: str) -> tuple[tuple[str, bool], ...]:
    """The sentence in parts; the flag says that a part is official words."""
    parts = []
    for k, part in enumerate(sentence.split(_OPEN)):
        quote, _, rest = part.partition(_CLOSE) if k else ("", "", part)
        parts += [(quote, True), (rest, False)]
    return tuple(part for part in parts if part[0])


def _quote(text: str) -> str:
    pieces = [_shortened(piece) for piece in text.split(" … ")]
    words = [len(piece.split()) for piece in pieces]
    while len(pieces) > 2 and sum(words) > _LONGEST_QUOTE:
        del pieces[-2], words[-2]  # the first and the last of the pieces, each as it stands
    if sum(words) > _LONGEST_QUOTE:
        pieces = [_shortened(text)]
    return _official(" … ".join(pieces).strip(" ,;."))


def _shortened(text: str) -> str:
    """A text with no word that is too long, and with "…" for what stands in its middle where it is long."""
    words = [
        word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD // 2]}…" for word in text.split()
    ]
    if len(words) > _LONGEST_QUOTE:
        words = [*words[: _LONGEST_QUOTE - 5], "…", *words[-4:]]
    return " ".join(words)
