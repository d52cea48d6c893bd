"""Learns the chain that weighs words beside the rules: `data/segmentation/weights*.toml`.

    python benchmarks/chain.py [--also FILE ...] [--share 1]    # how it does on texts it was not learned from
    python benchmarks/chain.py [--also FILE ...] --write        # learn from all texts and write the weights

Learned from all annotated texts of the languages that have a lexicon: reviewed records, `held-out.toml`,
the drafts of `drafts-*.toml`, and files of the same form that are named. What English has to say is learned
from its own texts alone, definitions of other terms in laws (`laws-learned.toml`) and in their manner
(`laws-written.toml`) among them, and definitions in the manners of scholars, companies and laws
(`drafts-manners.toml`): of these there are none in the other languages, which fared worse where those of laws
were learned from too. A conditional random
field over the pieces of a text (Lafferty, McCallum and Pereira 2001): the likelihood of the annotated
elements with a Gaussian prior on the weights, which is 0 for features and 1 for the factors of what the rules
say. In all languages but English other sequences must stay behind by more, the more scored tokens they would
have wrong (softmax-margin: Gimpel and Smith 2010). A piece of which two annotators differ may have either
element, and one that holds no scored token has none.

The cues were written with many of these texts in view, so on them the rules seem surer than they are on a new
text. A text is therefore scored only with cues that also match in a text that is not like it (no more than
60 % similar), and without the reviewed wordings of those that are, as in `word_weights.py`.

Without `--write` the texts are learned from in `PARTS` parts, none of which holds a text that is like one
of another; the words of a text say which is its own, so that further texts leave the others where they are.
Then for each file and language it is printed how many of the scored tokens are right by rules
alone and with what is learned from the other parts. Needs numpy and scipy; seven minutes of CPU time.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise
from operator import add, mul
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from segmentation import SIMILAR, Case, case, excluded, given_cases, shipped_cases, similarity
from timing import add_share, some
from word_weights import DRAFTS, HELD_OUT, families

from aidefs.errors import NoCues
from aidefs.library.library import Library
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation import automatic
from aidefs.segmentation.automatic import NEVER, Learned, in_doubt, scored_pieces
from aidefs.segmentation.chain import ChainLattice, LinearChain, chain_from
from aidefs.segmentation.decoding import Lattice, Scores, change_cost
from aidefs.segmentation.features import OF_WORDS, Feature, Sight, as_seen, seam
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.lexicon import lexicon_of
from aidefs.segmentation.phrases import ClausePiece, Link, phrase_of
from aidefs.segmentation.scoring import PHASES
from aidefs.text.cues import CueMatch, find_cues
from aidefs.text.tokens import TokenColumns, token_columns

Array: TypeAlias = NDArray[Any]
LANGS = ("cs", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "pl", "pt", "sv")
APART = "en"  # is learned by itself
LAWS = DRAFTS / "laws-learned.toml", DRAFTS / "laws-written.toml"
ENGLISH = [*(path.stem for path in LAWS), "drafts-manners"]  # what no other language is learned from
TARGET = Path(__file__).parent.parent / "data" / "segmentation"
PARTS = 4
STEPS = 100  # of the optimiser; more change nothing
DOUBT = 0.05  # p (1 - p) of an element of a piece, in the mean
LEAST_TEXTS = 3  # pieces that must have a feature
MOST_WRONG = 4  # scored tokens of a piece that count where an element would have them wrong
MOST_PIECES = 400  # that count where it is asked how much a weight says in all
# How much a feature of a kind counts in learning, where it is not 1: those that repeat what others say.
SCALE = {
    "class-link": 0.7, "class-pair": 0.6, "class-of-head-before": 0.7, "class-of-head-behind": 0.7,
    "class-before": 0.5, "class-behind": 0.5, "class-of-governor": 0.8, "class-of-opening": 0.5,
    "beginning": 0.7,
}  # fmt: skip
# Precisions of the priors: of features, of factors of the rules, of changes of element.
PRIOR, PRIOR_OF_RULES, PRIOR_OF_CHANGES = 3.0, 10.0, 5.0


class Way(NamedTuple):
    """How it is learned.

    Attributes:
        wrong: Points by which a sequence must stay behind for each scored token that it would have wrong.
        least: The least weights that are written, in hundredths ...
        in_all: ... and the least that one must say in all: the weight by the root of how many pieces have its
            feature.
    """

    wrong: float
    least: int
    in_all: int


TOGETHER = Way(wrong=0.8, least=3, in_all=31)  # all languages but one
BY_ITSELF = Way(wrong=0.0, least=6, in_all=0)  # that one

HEAD = """\
# What is learned of pieces of definitions, in hundredths of a point on the scale on which a plain cue says
# 200; see docs/segmentation.md. Learned by benchmarks/chain.py; not to be edited by hand.
"""


@dataclass
class Text:
    """An annotated text as the learner sees it.

    Attributes:
        case: The text with its annotations.
        group: Which file it is from.
        family: Language and number of the texts it is like, itself among them.
        pieces: Its pieces.
        features: The features of each piece.
        rules: For each phase and each piece what the rules say of each element.
        tokens: For each piece how many scored tokens each element would have right.
        scored: For each piece how many tokens are scored.
        known: The share of its words that the rules know.
    """

    case: Case
    group: str
    family: tuple[str, int] = ("", 0)
    pieces: list[ClausePiece] = field(default_factory=list)
    features: list[tuple[Feature, ...]] = field(default_factory=list)
    rules: list[Scores] = field(default_factory=list)
    tokens: list[Counter[str]] = field(default_factory=list)
    scored: list[int] = field(default_factory=list)
    known: float = 0.0

    @property
    def lang(self) -> str:
        return self.case.definition.lang


class Ear:
    """Stands in for `find_cues`: notes which cues match, and may leave some out."""

    def __init__(self) -> None:
        self.heard: set[tuple[str, str]] = set()
        self.known: set[tuple[str, str]] | None = None  # the cues that count, None for all

    def __call__(self, *given: Any) -> list[CueMatch]:
        found = find_cues(*given)
        self.heard |= {(one.cue.element, one.cue.text) for one in found}
        if self.known is None:
            return found
        return [one for one in found if (one.cue.element, one.cue.text) in self.known]


def annotated(also: Iterable[Path], library: Library) -> list[Text]:
    """All annotated texts; one that has become a record counts once."""
    records = [one for one in library.values() if one.reviewed and one.lang in LANGS and one.lang != "en"]
    found = [Text(case(one, list(one.segments), list(one.segments)), "reviewed") for one in records]
    found += [Text(one, "reviewed") for one in shipped_cases(library, True)]
    stored = {tuple(one.case.columns.keys) for one in found}
    for path in (HELD_OUT, *LAWS, *sorted(DRAFTS.glob("drafts-*.toml")), *also):
        for one in given_cases(path, {}, library):
            if one.definition.lang in LANGS and tuple(one.columns.keys) not in stored:
                found.append(Text(one, path.stem))
    return found


def only(phase: str, elements: Sequence[str], lang: str) -> LinearChain:
    """A chain that adds nothing, with which one phase of the rules counts alone."""
    lexicon = lexicon_of(lang)
    assert lexicon
    trust = {one: [float(one == phase)] * len(elements) for one in PHASES}
    none = [[0] * len(elements)] * len(elements)
    return LinearChain(elements, {}, none, {}, 100, trust, 100, lexicon)


def prepared(texts: Sequence[Text], library: Library, taxonomy: Taxonomy) -> list[Text]:
    """The texts with what the rules say of them and their features, without those that cannot be read."""
    ear = automatic.find_cues = Ear()  # type: ignore[assignment, attr-defined]
    elements = list(taxonomy)
    support: dict[tuple[str, tuple[str, str]], set[tuple[str, int]]] = defaultdict(set)
    for lang in LANGS:
        own = [one for one in texts if one.lang == lang]
        for one, number in zip(own, families([one.case.columns for one in own]), strict=True):
            one.family = lang, number
    reviewed = {
        lang: {
            one.id: token_columns(one.text, lang)
            for one in library.values()
            if one.reviewed and one.lang == lang
        }
        for lang in LANGS
    }
    alone = {(phase, lang): Learned({}, only(phase, elements, lang)) for phase in PHASES for lang in LANGS}
    found = []
    for text in texts:
        ear.heard = set()
        exclude = excluded(text.case, reviewed[text.lang], "leave-family-out")
        try:
            scored_pieces(text.case.definition, library, taxonomy, exclude, alone["place", text.lang])
        except NoCues:
            continue
        for cue in ear.heard:
            support[text.lang, cue].add(text.family)
        found.append((text, exclude))
    for text, exclude in found:
        ear.known = {
            cue for (lang, cue), where in support.items() if lang == text.lang and where - {text.family}
        }
        _prepare(text, exclude, library, taxonomy, alone)
    automatic.find_cues = find_cues  # type: ignore[attr-defined]
    return [text for text, _ in found if text.pieces]


def _prepare(
    text: Text,
    exclude: Collection[str],
    library: Library,
    taxonomy: Taxonomy,
    alone: Mapping[tuple[str, str], Learned],
) -> None:
    for phase in PHASES:
        learned = alone[phase, text.lang]
        try:
            _, read, pieces, result = scored_pieces(text.case.definition, library, taxonomy, exclude, learned)
        except NoCues:
            return
        text.rules.append(result.scores)
    assert learned.chain
    text.pieces, text.known = pieces, result.known
    sight = Sight(grammar_of(text.lang), learned.chain.lexicon, as_seen)
    words = sight.words_of([phrase_of(one, read) for one in pieces])
    text.features = sight.features(pieces, read, result.genus, result.scope, words)
    for piece in pieces:
        right: Counter[str] = Counter()
        count = 0
        for token, first, second in zip(text.case.scored, text.case.first, text.case.second, strict=True):
            if piece.start <= token < piece.end:
                right.update({first, second})
                count += 1
        text.tokens.append(right)
        text.scored.append(count)


def name_of(feature: Feature, lang: str) -> tuple[str, ...]:
    """A feature as the learner tells it from others: those of words are of a language."""
    return (lang, *feature) if feature[0] in OF_WORDS else feature


class Field:
    """The pieces of some texts as arrays."""

    def __init__(self, texts: Sequence[Text], elements: Sequence[str], way: Way) -> None:
        """Lays out the texts, to be learned from in a way."""
        self.way = way
        texts = sorted(texts, key=lambda one: -len(one.pieces))
        counts = Counter(
            name
            for one in texts
            for row in one.features
            for name in {name_of(each, one.lang) for each in row}
        )
        names = sorted(name for name, count in counts.items() if count >= LEAST_TEXTS)
        self.features = {name: at for at, name in enumerate(names)}
        self.seams = {
            name: at for at, name in enumerate(sorted({seam(p) for one in texts for p in one.pieces}))
        }
        self.elements = elements
        size = sum(len(one.pieces) for one in texts)
        longest = max(len(one.pieces) for one in texts)
        self.at = np.full((len(texts), longest), -1)
        self.rules = np.zeros((size, len(PHASES), len(elements)))
        self.costs, self.wanted = np.zeros(size), np.ones((size, len(elements)), bool)
        self.barred = np.zeros((size, len(elements)), bool)  # what no weight may lead to
        self.ahead = np.zeros((size, len(elements)))  # what is added to elements that must stay behind
        self.seam = np.zeros(size, int)
        rows, columns, values = [], [], []
        row = 0
        for number, text in enumerate(texts):
            for at, piece in enumerate(text.pieces):
                self.at[number, at] = row
                for feature in dict.fromkeys(text.features[at]):
                    column = self.features.get(name_of(feature, text.lang))
                    if column is not None:
                        rows.append(row)
                        columns.append(column)
                        values.append(SCALE.get(feature[0], 1.0))
                for phase, scores in enumerate(text.rules):
                    barred = np.array(scores[at]) == -NEVER
                    self.barred[row] |= barred
                    self.rules[row, phase] = np.where(barred, 0.0, scores[at])
                right = text.tokens[at]
                if right and piece.link is not Link.FRAME:  # only its form makes a frame before the connector
                    most = max(right.values())
                    wanted = np.array([right[element] == most for element in elements]) & ~self.barred[row]
                    self.wanted[row] = wanted if wanted.any() else True
                    self.ahead[row] = way.wrong * min(text.scored[at], MOST_WRONG) * ~self.wanted[row]
                self.costs[row] = change_cost(piece)
                self.seam[row] = self.seams[seam(piece)]
                row += 1
        self.matrix = csr_matrix((values, (rows, columns)), shape=(size, len(names)))
        self.pieces = np.bincount(columns, minlength=len(names))  # that have each feature
        self.real = self.at >= 0
        self.reach = [*map(int, self.real.sum(0)), 0]  # how many texts have a piece at a place
        self.order = self.at[self.real]


@dataclass
class Weights:
    """What is learned, as views of one vector."""

    vector: Array
    features: Array
    rules: Array
    changes: Array
    stays: Array

    @classmethod
    def of(cls, field: Field, vector: Array) -> Weights:
        kinds = len(field.elements)
        sizes = np.cumsum(
            [0, len(field.features) * kinds, len(PHASES) * kinds, kinds * kinds, len(field.seams), 1]
        )
        parts = [vector[low:high] for low, high in pairwise(sizes)]
        return cls(
            vector,
            parts[0].reshape(-1, kinds),
            parts[1].reshape(-1, kinds),
            parts[2].reshape(kinds, kinds),
            parts[3],
        )

    @classmethod
    def size(cls, field: Field) -> int:
        kinds = len(field.elements)
        return len(field.features) * kinds + len(PHASES) * kinds + kinds * kinds + len(field.seams) + 1


def _log_sum(values: Array, axis: int) -> Array:
    most = values.max(axis, keepdims=True)
    total: Array = (most + np.log(np.exp(values - most).sum(axis, keepdims=True))).squeeze(axis)
    return total


def _expected(
    field: Field, node: Array, weights: Weights, allowed: Array | None
) -> tuple[float, Array, Array, Array]:
    """Log of the sum over all sequences, and how often each element, change and staying is expected."""
    texts, longest = field.at.shape
    kinds = len(field.elements)
    scores = np.zeros((texts, longest, kinds))
    possible = ~field.barred if allowed is None else allowed & ~field.barred
    scores[field.real] = np.where(possible, node, -1e4)[field.order]
    stay = np.zeros((texts, longest))
    stay[field.real] = weights.vector[-1] * field.costs[field.order] + weights.stays[field.seam[field.order]]
    same = np.eye(kinds)
    forward, backward = np.zeros_like(scores), np.zeros_like(scores)
    forward[:, 0] = scores[:, 0]
    total = np.zeros(texts)
    for at in range(longest):
        many = field.reach[at]  # so many texts have a piece here: the longest stand first
        if at:
            seams = weights.changes[None] + stay[:many, at, None, None] * same[None]
            forward[:many, at] = _log_sum(forward[:many, at - 1, :, None] + seams, 1) + scores[:many, at]
        ended = slice(field.reach[at + 1], many)
        total[ended] = _log_sum(forward[ended, at], 1)
    changes, stays = np.zeros((kinds, kinds)), np.zeros((texts, longest))
    for at in range(longest - 2, -1, -1):
        many = field.reach[at + 1]
        seams = weights.changes[None] + stay[:many, at + 1, None, None] * same[None]
        behind = (scores[:many, at + 1] + backward[:many, at + 1])[:, None, :] + seams
        backward[:many, at] = _log_sum(behind, 2)
        pair = np.exp(forward[:many, at, :, None] + behind - total[:many, None, None])
        changes += pair.sum(0)
        stays[:many, at + 1] = np.einsum("nll->n", pair)
    reached = total[np.nonzero(field.real)[0], None]
    each = np.exp(forward[field.real] + backward[field.real] - reached)
    return float(total.sum()), each, changes, stays[field.real]


def learn(field: Field) -> Weights:
    """The weights under which the annotations are likeliest, given the priors."""
    prior = np.full(Weights.size(field), PRIOR)
    start = np.zeros(Weights.size(field))
    low, zero = Weights.of(field, prior), Weights.of(field, start)
    low.rules[:], low.changes[:], low.stays[:], prior[-1] = (
        PRIOR_OF_RULES, PRIOR_OF_CHANGES, PRIOR_OF_CHANGES, PRIOR_OF_RULES,
    )  # fmt: skip
    zero.rules[:], start[-1] = 1.0, 1.0
    # Each weight in a unit of its own, in which the likelihood bends alike in all directions.
    unit = 1 / np.sqrt(prior + _curvature(field))

    def objective(scaled: Array) -> tuple[float, Array]:
        vector = start + scaled * unit
        weights = Weights.of(field, vector)
        node = field.matrix @ weights.features + np.einsum("nql,ql->nl", field.rules, weights.rules)
        free, each, changes, stays = _expected(field, node + field.ahead, weights, None)
        right, wanted, right_changes, right_stays = _expected(field, node, weights, field.wanted)
        gradient = np.zeros_like(vector)
        slope = Weights.of(field, gradient)
        off = np.zeros_like(node)
        off[field.order] = each - wanted
        slope.features[:] = field.matrix.T @ off
        slope.rules[:] = np.einsum("nql,nl->ql", field.rules, off)
        slope.changes[:] = changes - right_changes
        np.add.at(slope.stays, field.seam[field.order], stays - right_stays)
        gradient[-1] = ((stays - right_stays) * field.costs[field.order]).sum()
        away = vector - start
        value = free - right + float((prior * away * away).sum()) / 2
        return value, (gradient + prior * away) * unit

    found = minimize(objective, np.zeros_like(start), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return Weights.of(field, start + found.x * unit)


def _curvature(field: Field) -> Array:
    """About how much the likelihood bends along each weight: squares of what it is multiplied by."""
    found = np.zeros(Weights.size(field))
    bends = Weights.of(field, found)
    bends.features[:] = np.asarray(field.matrix.multiply(field.matrix).sum(0)).reshape(-1, 1)
    bends.rules[:] = np.einsum("nql,nql->ql", field.rules, field.rules)
    bends.changes[:] = len(field.costs) / len(field.elements)
    bends.stays[:] = np.bincount(field.seam, minlength=len(field.seams))
    found[-1] = (field.costs**2).sum()
    return found * DOUBT


def tables(field: Field, weights: Weights) -> dict[str, dict[str, Any]]:
    """What is written: the general table under "" and those of the languages, numbers in hundredths."""
    elements = field.elements

    def row(numbers: Iterable[float], names: Iterable[str]) -> str:
        pairs = [(name, round(100 * number)) for name, number in zip(names, numbers, strict=True)]
        return "  ".join(f"{name} {number}" for name, number in pairs if number)

    general: dict[str, Any] = {"elements": " ".join(elements), "cost": round(100 * float(weights.vector[-1]))}
    general["stays"] = row(weights.stays, field.seams)
    general["trust"] = {phase: row(weights.rules[at], elements) for at, phase in enumerate(PHASES)}
    general["changes"] = {element: row(weights.changes[at], elements) for at, element in enumerate(elements)}
    general["features"] = {}
    found: dict[str, dict[str, Any]] = {"": general}
    shown = _worth_writing(field, weights)
    by_kind: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for name, at in field.features.items():
        lang = name[0] if len(name) == 3 else ""
        by_kind[lang, name[-2]].append((name[-1], at))
    for (lang, kind), values in sorted(by_kind.items()):
        listed = {
            element: row(shown[[at for _, at in values], k], [value for value, _ in values])
            for k, element in enumerate(elements)
        }
        where = found.setdefault(lang, {}) if lang else general["features"]
        where[kind] = {element: one for element, one in listed.items() if one}
    return found


def _worth_writing(field: Field, weights: Weights) -> Array:
    """The weights of the features as they count, 0 for those that say too little to be read at each start."""
    scales = np.array([[SCALE.get(name[-2], 1.0)] for name in field.features])
    numbers = scales * weights.features
    hundredths = np.abs(100 * numbers)
    pieces = np.minimum(field.pieces, MOST_PIECES)[:, None]
    kept = (np.rint(hundredths) >= field.way.least) & (hundredths * np.sqrt(pieces) >= field.way.in_all)
    found: Array = np.where(kept, numbers, 0.0)
    return found


def learned_from(texts: Iterable[Text], taxonomy: Taxonomy, apart: bool) -> dict[str, dict[str, Any]]:
    """The tables that are learned from some texts, either that of the language apart or all others."""
    teaching = [one for one in texts if (one.lang == APART if apart else one.group not in ENGLISH)]
    field = Field(teaching, list(taxonomy), BY_ITSELF if apart else TOGETHER)
    found = tables(field, learn(field))
    own = found.pop(APART, {})
    return {APART: {"general": found[""], **own}} if apart else found


class Crossed:
    """Chains that were learned without some of the texts: in `PARTS` parts, as they are asked for."""

    def __init__(self, texts: Sequence[Text], taxonomy: Taxonomy) -> None:
        self.texts, self.taxonomy = texts, taxonomy
        lowest: dict[tuple[str, int], str] = {}  # of what stands for the words of the texts of each family
        for one in texts:
            words = sha256(" ".join(one.case.columns.keys).encode()).hexdigest()
            lowest[one.family] = min(words, lowest.get(one.family, words))
        self.part = {family: int(words, 16) % PARTS for family, words in lowest.items()}
        self._learned: dict[tuple[int, bool], dict[str, dict[str, Any]]] = {}

    def without(self, family: tuple[str, int]) -> LinearChain:
        """What is learned from the parts that hold no text of a family, for its language."""
        out, lang = self.part[family], family[0]
        asked = out, lang == APART
        if asked not in self._learned:
            left = [one for one in self.texts if self.part[one.family] != out]
            self._learned[asked] = learned_from(left, self.taxonomy, lang == APART)
        found, lexicon = self._learned[asked], lexicon_of(lang)
        assert lexicon
        return chain_from(found.get("", {}), found.get(lang, {}), lexicon, lang)

    def without_like(self, columns: TokenColumns, lang: str) -> LinearChain | None:
        """The same for the first text that another is like; None where it is like none."""
        for text in self.texts:
            if text.lang == lang and similarity(text.case.columns, columns) > SIMILAR:
                return self.without(text.family)
        return None


def crossed(texts: Sequence[Text], taxonomy: Taxonomy) -> dict[tuple[str, str], list[int]]:
    """For each file and language: tokens right by the rules, right with what other parts teach, and all."""
    others = Crossed(texts, taxonomy)
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    order = in_doubt(taxonomy)
    for text in texts:
        chain = others.without(text.family).of_text(text.known)
        costs = [change_cost(piece) for piece in text.pieces]
        alone: Scores = [[0.0] * len(order) for _ in text.pieces]
        both: Scores = [[0.0] * len(order) for _ in text.pieces]
        places = [chain.elements.index(element) for element in order]
        for phase, scores in zip(PHASES, text.rules, strict=True):
            for here, there, said in zip(alone, both, scores, strict=True):
                here[:] = [one + said[place] for one, place in zip(here, places, strict=True)]
                there[:] = map(add, there, map(mul, said, chain.trust[phase]))
        chain.add(both, [sum(chain.row({kind: [value]}) for kind, value in row) for row in text.features])
        ways = (
            Lattice(alone, costs, order).best_sequence(),
            ChainLattice(both, text.pieces, costs, chain).best_sequence(),
        )
        counts = found[text.lang, text.group]
        for way, path in enumerate(ways):
            counts[way] += sum(right[one] for right, one in zip(text.tokens, path, strict=True))
        counts[2] += sum(text.scored)
    return found


def written(table: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """The lines of a table in TOML, long strings in lines of a width that can be read."""
    for key, value in table.items():
        if isinstance(value, str) and len(value) > 100:
            yield f'{key} = """'
            line = ""
            for entry in value.split("  "):
                if len(line) + len(entry) > 116:
                    yield line.rstrip()
                    line = ""
                line += entry + "  "
            yield line.rstrip() + '"""'
        elif not isinstance(value, Mapping):
            yield f"{key} = {value}" if isinstance(value, int) else f'{key} = "{value}"'
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield f"\n[{above}{key}]"
            yield from written(value, f"{above}{key}.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="further annotated texts")
    add_share(parser)
    parser.add_argument("--write", action="store_true", help="write data/segmentation/weights*.toml")
    options: Any = parser.parse_args()
    library, taxonomy = Library.shipped(), Taxonomy.shipped()
    texts = prepared(some(annotated(options.also, library), options.share), library, taxonomy)
    if options.write:
        found = learned_from(texts, taxonomy, False) | learned_from(texts, taxonomy, True)
        for lang, table in found.items():
            content = "\n".join([HEAD.rstrip(), "", *written(table)]) + "\n"
            path = TARGET / (f"weights-{lang}.toml" if lang else "weights.toml")
            path.write_text(content, encoding="utf-8", newline="\n")
        return
    for (lang, group), (rules, both, tokens) in sorted(crossed(texts, taxonomy).items()):
        shares = f"rules {rules / tokens:.3f}, with the chain {both / tokens:.3f}"
        print(f"{lang} {group:22} {tokens:6} tokens: {shares}")


if __name__ == "__main__":
    main()
