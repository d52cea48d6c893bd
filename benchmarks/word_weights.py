"""Learns what single words say of an element: `data/word-weights.toml`.

    python benchmarks/word_weights.py [--also FILE ...] [--langs LANG ...] [--share 1] [--write]

Learned from all annotated English texts: the reviewed records with the second annotator's readings, those of
`held-out.toml`, and those of further files of the same form (`--also`). The same texts give the same weights:
the learning is an averaged perceptron in a fixed order, over the scores that cues, clauses and near wordings
give, so a weight moves only where these leave a text wrong or hardly right.

The cues were written with most of these texts in view, so on them the rules seem surer than they are on a new
text. A text is therefore scored only with cues that also match in a text that is not like it (no more than
60 % similar), and without the reviewed wordings of those that are.

In other languages than English words are learned from the drafts of `drafts-*.toml`.

Without `--write` it prints how much of each group of texts is right by rules alone and with weights learned
from the other texts: in `PARTS` parts, none of which holds a text that is like one of another part.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import sqrt
from pathlib import Path
from typing import Any

from segmentation import Case, excluded, given_cases, shipped_cases, similarity
from timing import add_share, some

from aidefs.library.library import Library
from aidefs.library.taxonomy import Element, Taxonomy, roles_of
from aidefs.segmentation.automatic import Learned, in_doubt, scored_pieces
from aidefs.segmentation.decoding import Lattice, Scores, change_cost
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.words import FILE, Weights, telling_words
from aidefs.text.tokens import TokenColumns, token_columns

HELD_OUT = Path(__file__).with_name("held-out.toml")
TARGET = Path(__file__).parent.parent / "data" / FILE
DRAFTS = Path(__file__).parent
OTHERS = ("fr", "es", "it", "pt", "de", "nl", "pl")
LEARNED = ("en",)  # languages in which texts not learned from gain by weights
SIMILAR = 0.6
PARTS = 15

# How often all texts are learned from, and in how many orders. Of other texts 0.941 of the tokens are right
# with three rounds and twelve orders, 0.932 with eight and three.
EPOCHS, ORDERS = 3, 12
EPOCHS_OF_FEW, ORDERS_OF_FEW = 8, 3  # in other languages, with a tenth of the texts
# How far a mistake moves the words of a piece, all together, and by how much the right element must lead.
STEP = 0.1
MARGIN = 0.5
MARGIN_OF_FEW = 1.0
LEAST = 3  # hundredths; a smaller weight is not written

HEAD = """\
# What single words say of an element: stems of words with hundredths of a point for it or against it, on the
# scale on which a plain cue says 200. Learned by benchmarks/word_weights.py; not to be edited by hand.
"""


@dataclass
class Text:
    """An annotated text as the learner sees it.

    Attributes:
        case: The text with its annotations.
        group: Which file it is from.
        family: Number of the texts it is like, itself among them.
        scores: For each piece what the rules say of each element.
        costs: What a change of element costs before each piece.
        words: For each piece its stems, and how much each counts.
        wanted: For each piece its element; "" where none is learned from it.
        tokens: For each piece how many scored tokens each element would have right.
    """

    case: Case
    group: str
    family: int
    scores: Scores = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    words: list[dict[str, float]] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    tokens: list[Counter[str]] = field(default_factory=list)


def families(columns: Sequence[TokenColumns]) -> list[int]:
    """A number for each text, the same for texts that are alike or linked by others that are."""
    parent = list(range(len(columns)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    bags = [Counter(one.keys) for one in columns]
    for i in range(len(columns)):
        for j in range(i):
            shared = sum((bags[i] & bags[j]).values())
            most = 2 * shared / (len(columns[i].words) + len(columns[j].words))
            if most > SIMILAR and similarity(columns[i], columns[j]) > SIMILAR:
                parent[root(i)] = root(j)
    return [root(at) for at in range(len(columns))]


def orders(texts: Sequence[Text]) -> Iterator[Sequence[Text]]:
    """The texts as they are, then by every second, third … of them, each also from behind."""
    for step in (1, 2, 3, 4, 5, 7):
        order = [one for first in range(step) for one in texts[first::step]]
        yield order
        yield order[::-1]


class Trainer:
    """All annotated texts, prepared, and what is learned from some of them."""

    def __init__(
        self, groups: Mapping[str, list[Case]], library: Library, taxonomy: Taxonomy, lang: str = "en"
    ) -> None:
        self.library, self.taxonomy, self.lang = library, taxonomy, lang
        self.epochs, self.orders = (EPOCHS, ORDERS) if lang == "en" else (EPOCHS_OF_FEW, ORDERS_OF_FEW)
        self.margin = MARGIN if lang == "en" else MARGIN_OF_FEW
        self.elements = in_doubt(taxonomy)
        self.place = {element: at for at, element in enumerate(self.elements)}
        self.frame = roles_of(taxonomy).frame
        self._learned: dict[frozenset[int], Weights] = {}
        cases = [(one, group) for group, cases in groups.items() for one in cases]
        numbers = families([one.columns for one, _ in cases])
        self.texts = [Text(one, group, number) for (one, group), number in zip(cases, numbers, strict=True)]
        support = self._support()
        reviewed = {
            one.id: token_columns(one.text) for one in library.values() if one.reviewed and one.lang == lang
        }
        for text in self.texts:
            self._prepare(text, support, excluded(text.case, reviewed, "leave-family-out"))

    def _support(self) -> dict[tuple[str, str], set[int]]:
        """For each cue the families of the texts in which it matches."""
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        for text in self.texts:
            for cue in matching_cues(text.case, self.library, self.taxonomy):
                found[cue].add(text.family)
        return found

    def _prepare(
        self, text: Text, support: dict[tuple[str, str], set[int]], exclude: Collection[str]
    ) -> None:
        known = {cue for cue, where in support.items() if where - {text.family}}
        taxonomy = with_cues(self.taxonomy, known, self.lang)
        _, read, pieces, result = scored_pieces(
            text.case.definition, self.library, taxonomy, exclude, Learned({})
        )
        text.scores = result.scores
        text.costs = [change_cost(piece) for piece in pieces]
        grammar = grammar_of(self.lang)
        path = Lattice(text.scores, text.costs, self.elements).best_sequence()
        for piece, element in zip(pieces, path, strict=True):
            words = telling_words(piece, read, grammar)
            text.words.append({stem: share for stem, (share, _) in words.items()})
            right: Counter[str] = Counter()
            for token, first, second in zip(text.case.scored, text.case.first, text.case.second, strict=True):
                if piece.start <= token < piece.end:
                    right.update({first, second})
            text.tokens.append(right)
            text.wanted.append(self._wanted(right, element))

    def _wanted(self, right: Counter[str], element: str) -> str:
        """What a piece should carry; nothing is learned of frames, which only their form tells."""
        best = [name for name, count in right.items() if count == max(right.values())]
        wanted = element if element in best else next((e for e in self.elements if e in best), "")
        return "" if (wanted == self.frame) != (element == self.frame) else wanted

    def learn(self, without: Collection[int] = ()) -> dict[str, dict[str, float]]:
        """The weights that the texts give, but for those of some families.

        What is learned last weighs more than it should, so the mean of several orders is taken.
        """
        texts = [one for one in self.texts if one.family not in without]
        found = [self._learn(order) for order in islice(orders(texts), self.orders)]
        return {
            word: {
                element: round(sum(one.get(word, {}).get(element, 0.0) for one in found) / len(found), 2)
                for element in self.elements
                if any(element in one.get(word, {}) for one in found)
            }
            for word in sorted({word for one in found for word in one})
        }

    def _learn(self, texts: Sequence[Text]) -> dict[str, dict[str, float]]:
        weights: dict[str, dict[str, float]] = {}
        behind: dict[str, dict[str, float]] = {}  # what averaging over all steps takes off
        step = 0
        for text in [one for _ in range(self.epochs) for one in texts]:
            step += 1
            scores = self._with_words(text, weights)
            for here, wanted in zip(scores, text.wanted, strict=True):
                for at, element in enumerate(self.elements if wanted else ()):
                    here[at] += self.margin * (element != wanted)
            path = Lattice(scores, text.costs, self.elements).best_sequence()
            for words, wanted, found in zip(text.words, text.wanted, path, strict=True):
                if not wanted or found == wanted or not words:
                    continue
                by = STEP / sqrt(sum(share * share for share in words.values()))
                for word, share in words.items():
                    now, late = weights.setdefault(word, {}), behind.setdefault(word, {})
                    for element, sign in ((wanted, 1.0), (found, -1.0)):
                        now[element] = now.get(element, 0.0) + sign * by * share
                        late[element] = late.get(element, 0.0) + sign * by * share * step
        return {
            word: {element: one - behind[word][element] / step for element, one in row.items()}
            for word, row in weights.items()
        }

    def _with_words(self, text: Text, weights: Weights) -> Scores:
        scores = [list(one) for one in text.scores]
        for here, words in zip(scores, text.words, strict=True):
            for word, share in words.items():
                for element, weight in weights.get(word, {}).items():
                    here[self.place[element]] += share * weight
        return scores

    def parts(self) -> Iterator[set[int]]:
        """The families in parts of about the same number."""
        numbers = sorted({one.family for one in self.texts})
        for at in range(PARTS):
            yield set(numbers[at::PARTS])

    def weights_without(self, columns: TokenColumns) -> Weights | None:
        """The weights learned without the parts that hold a text like another; None where there is none."""
        alike = {one.family for one in self.texts if similarity(one.case.columns, columns) > SIMILAR}
        out = frozenset(number for part in self.parts() if part & alike for number in part)
        if out and out not in self._learned:
            self._learned[out] = self.learn(out)
        return self._learned[out] if out else None


def with_cues(taxonomy: Taxonomy, known: Collection[tuple[str, str]], lang: str) -> dict[str, Element]:
    """A taxonomy with no other cues than some of one language."""
    return {
        name: one._replace(cues={lang: tuple(cue for cue in one.cues.get(lang, ()) if (name, cue) in known)})
        for name, one in taxonomy.items()
    }


def matching_cues(one: Case, library: Library, taxonomy: Taxonomy) -> set[tuple[str, str]]:
    """Element and wording of the cues that match in a text."""
    from aidefs.segmentation.automatic import _searched  # what cues are matched on
    from aidefs.segmentation.clauses import cut
    from aidefs.text.cues import compile_cues, find_cues

    lang = one.definition.lang
    grammar = grammar_of(lang)
    pieces = cut(grammar.read(one.columns), grammar)
    words, heads = _searched(one.columns, grammar, pieces), frozenset(piece.head for piece in pieces)
    cues = [(name, text) for name, element in taxonomy.items() for text in element.cues.get(lang, ())]
    return {(name, text) for name, text in cues if find_cues(compile_cues({name: (text,)}), words, heads)}


def annotated(also: Iterable[Path], library: Library) -> dict[str, list[Case]]:
    """All annotated English texts, by the file they are from; one that has become a record counts once."""
    groups = {"reviewed": shipped_cases(library, True)}
    stored = {tuple(one.columns.keys) for one in groups["reviewed"]}
    for path in (HELD_OUT, *also):
        cases = given_cases(path, {}, library)
        groups[path.stem] = [one for one in cases if tuple(one.columns.keys) not in stored]
    return groups


def drafts(lang: str, library: Library) -> dict[str, list[Case]]:
    """The drafts in another language, by the file they are from."""
    found = {
        path.stem: [one for one in given_cases(path, {}, library) if one.definition.lang == lang]
        for path in sorted(DRAFTS.glob("drafts-*.toml"))
    }
    return {name: cases for name, cases in found.items() if cases}


def section(lang: str, weights: Weights, elements: Iterable[str]) -> list[str]:
    """The lines of the file that hold the weights of a language."""
    lines = ["", f"[{lang}]"]
    for element in elements:
        entries = [
            f"{word} {round(row[element] * 100)}"
            for word, row in sorted(weights.items())
            if abs(round(row.get(element, 0.0) * 100)) >= LEAST
        ]
        if not entries:
            continue
        lines.append(f'{element} = """')
        line = ""
        for entry in entries:
            if len(line) + len(entry) > 106:
                lines.append(line.rstrip())
                line = ""
            line += entry + "  "
        lines += [line.rstrip() + '"""']
    return lines


def crossed(trainer: Trainer) -> dict[str, tuple[int, int, int]]:
    """For each group of texts: tokens right by the rules, right with weights of the other parts, and all."""
    found: Counter[tuple[str, str]] = Counter()
    for part in trainer.parts():
        weights = trainer.learn(part)
        for text in trainer.texts:
            if text.family not in part:
                continue
            rules = Lattice(text.scores, text.costs, trainer.elements).best_sequence()
            both = Lattice(trainer._with_words(text, weights), text.costs, trainer.elements).best_sequence()
            found[text.group, "all"] += len(text.case.scored)
            for right, one, other in zip(text.tokens, rules, both, strict=True):
                found[text.group, "rules"] += right[one]
                found[text.group, "both"] += right[other]
    groups = dict.fromkeys(one.group for one in trainer.texts)
    return {group: tuple(found[group, what] for what in ("rules", "both", "all")) for group in groups}  # type: ignore[misc]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="further annotated English texts")
    parser.add_argument("--langs", nargs="*", default=("en", *OTHERS), help="without --write: of these")
    add_share(parser)
    parser.add_argument("--write", action="store_true", help="write data/word-weights.toml")
    options: Any = parser.parse_args()
    library, taxonomy = Library.shipped(), Taxonomy.shipped()
    lines = [HEAD.rstrip()]
    for lang in LEARNED if options.write else options.langs:
        groups = annotated(options.also, library) if lang == "en" else drafts(lang, library)
        groups = {name: list(some(cases, options.share)) for name, cases in groups.items()}
        trainer = Trainer(groups, library, taxonomy, lang)
        if options.write:
            lines += section(lang, trainer.learn(), taxonomy)
            continue
        for group, (rules, both, tokens) in crossed(trainer).items():
            name = f"{lang} {group}"
            print(f"{name:19} {tokens:5} tokens: rules {rules / tokens:.3f}, with words {both / tokens:.3f}")
    if options.write:
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
