"""What is to be done to an office document, whatever its format."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from aidefs.classes import NamedTuple
from aidefs.formats.amendments.xml import TaggedElement, Words, index
from aidefs.readers.source import PartStretch

__all__ = [
    "AUTHOR",
    "Change",
    "Placed",
    "Refused",
    "Remark",
    "by_part",
    "ends",
    "free_numbers",
    "gathered",
    "is_whole",
    "placed",
    "remarks_of_before",
]

AUTHOR = "aidefs"


class Change(NamedTuple):
    """Words in the place of others.

    Attributes:
        where: The stretches that go, in order; a single empty one where words are only put in.
        words: What stands in the place of the first one.
    """

    where: tuple[PartStretch, ...]
    words: str


class Remark(NamedTuple):
    """What is said of a passage, in a comment.

    Attributes:
        where: The passage.
        paragraphs: What is said.
    """

    where: tuple[PartStretch, ...]
    paragraphs: tuple[str, ...]


class Refused(NamedTuple):
    """A change that cannot be made so that it can be rejected.

    Attributes:
        number: Which one.
        why: What stands there.
    """

    number: int
    why: str


@dataclass(slots=True)
class Placed:
    """What happens within characters that stand between two tags, by offsets in them.

    Attributes:
        words: The characters.
        gone: Stretches that go.
        new: Offset and words, in order.
        closing: Offset and the bytes of a mark that ends a passage.
        opening: The same for its beginning.
    """

    words: Words
    gone: list[tuple[int, int]] = field(default_factory=list)
    new: list[tuple[int, str]] = field(default_factory=list)
    closing: list[tuple[int, str]] = field(default_factory=list)
    opening: list[tuple[int, str]] = field(default_factory=list)

    def steps(self) -> Iterator[tuple[str, str]]:
        """What to write, one after the other: "kept", "gone" and "new" words, and a "mark"."""
        gone = sorted(self.gone)
        edges = {0, len(self.words.text), *(offset for stretch in gone for offset in stretch)}
        edges |= {offset for kind in (self.new, self.closing, self.opening) for offset, _ in kind}
        order = sorted(edges)
        for k, at in enumerate(order):
            for kind, marks in (("new", self.new), ("mark", self.closing), ("mark", self.opening)):
                yield from ((kind, text) for offset, text in marks if offset == at)
            if k + 1 < len(order):
                out = any(low <= at < high for low, high in gone)
                yield "gone" if out else "kept", self.words.text[at : order[k + 1]]


def placed(found: Sequence[Words], part: str, change: Change) -> list[Placed]:
    """The stretches of a change in the words of a part; the new words follow the first one that goes."""
    result: list[Placed] = []
    new = change.words
    for _, begin, end in (stretch for stretch in change.where if stretch.part == part):
        for words in touching(found, begin, end):
            low, high = max(begin, words.at) - words.at, min(end, words.at + len(words.text)) - words.at
            if low < high or (begin == end and low == high and not result):
                one = Placed(words, [(low, high)] if low < high else [], [(high, new)] if new else [])
                result.append(one)
                new = ""
    return result


def touching(found: Sequence[Words], begin: int, end: int) -> Iterator[Words]:
    """The words that hold or touch a stretch of characters; `found` in the order of the part."""
    for k in range(bisect_left(found, begin, key=lambda one: one.at + len(one.text)), len(found)):
        if found[k].at > end:
            return
        yield found[k]


def is_whole(own: Sequence[Placed], change: Change) -> bool:
    """Whether a change found all its places."""
    gone = sum(high - low for one in own for low, high in one.gone)
    put = any(one.new for one in own) or not change.words
    return put and gone == sum(end - begin for _, begin, end in change.where)


def gathered(placements: Iterable[Placed]) -> list[Placed]:
    """One for the words between two tags, with all that happens in them, in the order of the part."""
    by_place: dict[int, Placed] = {}
    for one in placements:
        known = by_place.setdefault(one.words.start, Placed(one.words))
        known.gone += one.gone
        known.new += one.new
        known.closing += one.closing
        known.opening += one.opening
    return [by_place[start] for start in sorted(by_place)]


def ends(found: Sequence[Words], where: Sequence[PartStretch]) -> tuple[Placed, Placed] | None:
    """The words in which a passage begins and ends, with the offsets in `gone`; None where there are none."""
    held = [
        Placed(words, [(max(begin, words.at) - words.at, min(end, words.at + len(words.text)) - words.at)])
        for _, begin, end in where
        for words in touching(found, begin, end)
        if max(begin, words.at) < min(end, words.at + len(words.text))
    ]
    return (held[0], held[-1]) if held else None


def remarks_of_before(data: bytes, holder: str, is_own: Callable[[TaggedElement, str], bool]) -> Counter[str]:
    """The remarks that an earlier run made in a part, each without the ends of its paragraphs.

    Args:
        data: The part, in UTF-8.
        holder: Name of the elements that hold a remark.
        is_own: Whether one is by this program, by the element and by all its words.
    """
    held: dict[TaggedElement, list[tuple[Words, bool]]] = defaultdict(list)
    for words in index(data, [(0, len(data))]):
        in_paragraph = False
        for one in (words.inside, *words.inside.above()):
            in_paragraph = in_paragraph or one.name == "p"
            if one.name == holder:
                held[one].append((words, in_paragraph))
                break
    said = Counter[str]()
    for one, pieces in held.items():
        if is_own(one, "".join(words.text for words, _ in pieces)):
            said["".join(words.text for words, in_paragraph in pieces if in_paragraph)] += 1
    return said


def free_numbers(used: Iterable[str]) -> Iterator[int]:
    """Numbers from 1 on that are not among the used ones."""
    taken = set(used)
    return (number for number in count(1) if str(number) not in taken)


def by_part(stretches: Iterable[PartStretch]) -> dict[str, list[tuple[int, int]]]:
    """Stretches of each part."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for part, begin, end in stretches:
        found[part].append((begin, end))
    return found
