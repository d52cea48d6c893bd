"""How well the automatic segmentation finds what two annotators found.

    python benchmarks/segmentation.py [--all] [--also FILE ...]
    python benchmarks/segmentation.py --annotations FILE [--half HALF] [--texts FILE ...] [--errors]
    python benchmarks/segmentation.py --drafts [FILE ...] [--errors]
    python benchmarks/segmentation.py --speed [--rounds 5] [--share 1]

Measured on the English records that two annotators cut (`--all`: on all reviewed English records, most of the
others cut by one), or on another annotated file with the same
tables as `second-annotator.toml` (one `[[gold]]` an annotated text, with `id`, `pieces` and, for a text that
the library does not hold, `text`; `--texts` names TOML files with `id` and `text` in `[[definition]]`
tables, or record files).

`held-out.toml` beside this script is such a file; its head says which texts of it rules were written with.

Scored are word tokens other than function words. Where the annotators differ, either counts as right.
Segments of high confidence are counted apart; one is right where each scored token in it is.
Three runs differ in which reviewed wordings may help:

    leave-one-out      all but those of the definition itself (identical texts of other records may help)
    leave-family-out   none of a definition more than 60 % similar: Dice over the words of the longest
                       common subsequence
    cues and clauses   none at all

In the first two the weights of single words and the chain are those that `word_weights.py` and `chain.py`
learn without any text that is more than 60 % similar, nor those that share a part with one (the texts are
learned from in 15 and in 4 parts). A text that is like none of those learned from is read with what comes
with aidefs. In the third run there is none of either. The chain needs numpy and scipy. `--also` names
annotated files that the weights were learned from besides those in this folder.

With `--drafts` the drafts of `drafts-*.toml` (or of other files with the same tables) are measured, language
by language, those that were in view while the rules were made apart from those that were held out: how far
the two cuts of each draft agree, how many tokens the program has right, and which elements it misses that
both cuts have. A missed element is marked "?" where the segmentation says that it may have been overlooked.

With `--speed` the time is measured, as definitions a second of CPU time: of texts that were not met before,
seeded edits of the English records, which have most of their clauses from them; and then of the English
drafts of all files, each once, which have few in common. Beside the rate of `segment()` stands that with all
that is made of a segmentation: its rows, its JSON form, its cells and their facets. The time of the first
text of a process counts from the import of aidefs on. Every round is a process of its own; the figures are
medians.

The weights and the cues were made with the reviewed records in view, so these numbers say how well the
method describes them; only `--annotations` with other definitions says how it does on new ones.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from many import definitions
from nltk.metrics import pk, windowdiff
from nltk.metrics.agreement import AnnotationTask
from timing import add_share, at_least, goals, some, versions
from timing import table as markdown

from aidefs.errors import NoDefinition
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation.agreement import boundaries, window_size
from aidefs.segmentation.automatic import Learned, assign_elements, learned_of, perhaps_overlooked
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.segments import Segment
from aidefs.text.spans import locate
from aidefs.text.tokens import TokenColumns, token_columns

SPEED = """
import json, sys, time
groups = json.load(sys.stdin)
clock = time.process_time
begin = clock()
import aidefs
aidefs.segment(groups[0].pop(0), lang="en", method="automatic")
figures = [clock() - begin]
for texts in groups:
    cut = asked = 0.0
    for text in texts:
        begin = clock()
        try:
            found = aidefs.segment(text, lang="en", method="automatic")
        except aidefs.AidefsError:  # of the drafts some are no definitions, which takes as long to see
            cut += clock() - begin
            continue
        done = clock()
        found.to_dict(), found.records(), [one.facets for one in found.cells.values()]
        cut += done - begin
        asked += clock() - done
    figures += [len(texts) / cut, len(texts) / (cut + asked)]
print(json.dumps(figures))
"""
SECOND = Path(__file__).with_name("second-annotator.toml")
DRAFTS = Path(__file__).parent
SIMILAR = 0.6


@dataclass
class Case:
    """One annotated text: a label a scored token by each annotator."""

    definition: Definition
    columns: TokenColumns
    scored: list[int]
    first: list[str]
    second: list[str]


def labels(columns: TokenColumns, scored: Sequence[int], pieces: Iterable[Sequence[str]]) -> list[str]:
    """The element of every scored token under an annotation."""
    pieces = list(pieces)
    spans = locate(columns.text, [piece[1] for piece in pieces])
    found = []
    for token in scored:
        place = columns.starts[token]
        found.append(next(p[0] for p, (low, high) in zip(pieces, spans, strict=True) if low <= place < high))
    return found


def case(definition: Definition, first: list[Any], second: list[Any]) -> Case:
    """An annotated text ready to be scored."""
    columns = token_columns(definition.text, definition.lang)
    function = grammar_of(definition.lang).function
    scored = [i for i in columns.words if columns.keys[i] not in function]
    return Case(definition, columns, scored, labels(columns, scored, first), labels(columns, scored, second))


def read_annotations(path: Path) -> list[dict[str, Any]]:
    """The annotated texts of a file."""
    with path.open("rb") as file:
        tables: list[dict[str, Any]] = tomllib.load(file)["gold"]
    return tables


def read_texts(paths: Iterable[Path]) -> dict[str, Definition]:
    """Texts by id from TOML files, or from all of a directory."""
    found = {}
    for path in paths:
        for file in sorted(path.glob("*.toml")) if path.is_dir() else [path]:
            table = tomllib.loads(file.read_text("utf-8"))
            for one in table.get("definition", [table]):
                if "id" in one and "text" in one:
                    found[one["id"]] = Definition(one["id"], one["text"], lang=one.get("lang", "en"))
    return found


def shipped_cases(library: Library, everything: bool) -> list[Case]:
    """The reviewed English records, with the second annotator's readings where they differ."""
    other = {table["id"]: table["pieces"] for table in read_annotations(SECOND)}
    both = set(tomllib.loads(SECOND.read_text("utf-8"))["both"])
    reviewed = [
        one
        for one in library.values()
        if one.reviewed and one.lang == "en" and (everything or one.id in both)
    ]
    return [case(one, list(one.segments), other.get(one.id, list(one.segments))) for one in reviewed]


def given_cases(path: Path, texts: dict[str, Definition], library: Library, half: str = "") -> list[Case]:
    """The cases of another annotated file, or of one half of it."""
    cases = []
    for table in read_annotations(path):
        name = table["id"]
        if half and table.get("half") != half:
            continue
        if "text" in table:
            definition = Definition(name, table["text"], lang=table.get("lang", "en"))
        else:
            definition = texts[name] if name in texts else library[name]
        cases.append(case(definition, table["pieces"], table.get("second", table["pieces"])))
    return cases


def similarity(a: TokenColumns, b: TokenColumns) -> float:
    """Dice coefficient over the words of the longest common subsequence."""
    left, right = [a.keys[i] for i in a.words], [b.keys[i] for i in b.words]
    row = [0] * (len(right) + 1)
    for word in left:
        above, row = row, [0]
        for j, other in enumerate(right):
            row.append(above[j] + 1 if word == other else max(above[j + 1], row[j]))
    return 2 * row[-1] / (len(left) + len(right))


def excluded(one: Case, reviewed: dict[str, TokenColumns], run: str) -> set[str]:
    """Ids of the reviewed definitions that may not help."""
    if run == "cues and clauses":
        return set(reviewed)
    out = {one.definition.id}
    if run == "leave-family-out":
        out |= {name for name, columns in reviewed.items() if similarity(one.columns, columns) > SIMILAR}
    return out


def measure_drafts(paths: Iterable[Path], library: Library, taxonomy: Taxonomy, show: bool) -> None:
    """Print how the drafts of each language fare."""
    groups: dict[tuple[str, str, bool], list[dict[str, Any]]] = {}
    for path in paths:
        for one in read_annotations(path):
            key = path.stem.removeprefix("drafts-"), one["lang"], one.get("held_out", False)
            groups.setdefault(key, []).append(one)
    print(f"{'':10} {'':4} {'':9} drafts  tokens  kappa  agree  right  missed")
    for (name, lang, held_out), chosen in sorted(groups.items()):
        cases, tally, missed = [], Tally(), []
        for table in chosen:
            definition = Definition(table["id"], table["text"], lang=lang)
            draft = case(definition, table["pieces"], table.get("second", table["pieces"]))
            predicted, segments = automatic(draft, library, taxonomy, set(), show)
            labelled = assign_elements(definition, library, taxonomy) if segments else []
            doubtful = perhaps_overlooked(draft.columns, lang, labelled, taxonomy)
            tally.add(draft, predicted)
            absent = set(draft.first) & set(draft.second) - set(predicted)
            for element in sorted(absent):
                missed.append(f"{table['id']} {element}{' ?' if element in doubtful else ''}")
            cases.append(draft)
        pairs = [pair for each in cases for pair in zip(each.first, each.second, strict=True)]
        agree = sum(first == second for first, second in pairs) / len(pairs)
        which = "held out" if held_out else "in view"
        print(
            f"{name:10} {lang:4} {which:9} {len(cases):6} {len(pairs):7}  {kappa(cases):.3f}"
            f"  {agree:.3f}  {tally.micro:.3f}  {len(missed)}: {', '.join(missed) or 'nothing'}"
        )


class Tally:
    """Counts of one run."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()
        self.confused: Counter[tuple[str, str]] = Counter()
        self.windows: list[tuple[float, float]] = []
        self.sure: Counter[tuple[bool, bool]] = Counter()  # (confidence is high, segment is right)

    def add_segments(self, one: Case, segments: Iterable[Segment]) -> None:
        for segment in segments:
            right = [
                segment.element in (first, second)
                for token, first, second in zip(one.scored, one.first, one.second, strict=True)
                if segment.start <= one.columns.starts[token] < segment.end
            ]
            if right:
                self.sure[segment.confidence == "high", all(right)] += 1

    def add(self, one: Case, predicted: list[str]) -> None:
        for first, second, label in zip(one.first, one.second, predicted, strict=True):
            wanted = label if label in (first, second) else first
            self.found[label] += 1
            self.wanted[wanted] += 1
            self.right[label] += label == wanted
            if label != wanted:
                self.confused[wanted, label] += 1
        wanted, mine = boundaries(one.first), boundaries(predicted)
        size = window_size(wanted)
        if len(wanted) >= size:
            self.windows.append((windowdiff(wanted, mine, size), pk(wanted, mine, size)))

    @property
    def micro(self) -> float:
        """Share of the scored tokens that are right, which is micro precision, recall and F1 in one."""
        return self.right.total() / max(1, self.wanted.total())

    def score(self, element: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of an element."""
        precision = self.right[element] / max(1, self.found[element])
        recall = self.right[element] / max(1, self.wanted[element])
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def measure(
    cases: list[Case],
    library: Library,
    taxonomy: Taxonomy,
    run: str,
    show: bool,
    learned: Callable[[TokenColumns], Learned],
) -> Tally:
    """One run over all cases; `learned` gives what may be used for a text."""
    reviewed = {
        one.id: token_columns(one.text) for one in library.values() if one.reviewed and one.lang == "en"
    }
    tally = Tally()
    for one in cases:
        out = excluded(one, reviewed, run)
        known = Learned({}) if run == "cues and clauses" else learned(one.columns)
        predicted, segments = automatic(one, library, taxonomy, out, show, known)
        tally.add(one, predicted)
        tally.add_segments(one, segments)
    return tally


def automatic(
    one: Case,
    library: Library,
    taxonomy: Taxonomy,
    exclude: set[str],
    show: bool,
    learned: Learned | None = None,
) -> tuple[list[str], tuple[Segment, ...]]:
    """The element of every scored token by the program, and the segments; `show` prints what is wrong.

    Where no definition is recognised, every token is wrong.
    """
    text = one.definition.text
    try:
        found = assign_elements(one.definition, library, taxonomy, exclude, learned)
    except NoDefinition as error:
        if show:
            print(f"  {error}")
        return [""] * len(one.scored), ()
    segments = tuple(
        Segment(element, start, end, text[start:end], evidence=evidence, confidence=confidence)
        for element, start, end, evidence, confidence, _ in found
    )
    predicted = labels(one.columns, one.scored, [(piece.element, piece.text) for piece in segments])
    wrong = [
        f"{one.columns.keys[token]} ({first}, not {label})"
        for token, first, second, label in zip(one.scored, one.first, one.second, predicted, strict=True)
        if label not in (first, second)
    ]
    if show and wrong:
        print(f"  {one.definition.id}: {'; '.join(wrong)}")
    return predicted, segments


def kappa(cases: list[Case]) -> float:
    """Cohen's kappa between the annotators over the scored tokens."""
    rows = []
    for one in cases:
        for token, first, second in zip(one.scored, one.first, one.second, strict=True):
            item = f"{one.definition.id}:{token}"
            rows += [("first", item, first), ("second", item, second)]
    return float(AnnotationTask(data=rows).kappa())


def measure_speed(rounds: int, share: float) -> None:
    """Print how long the first text of a process takes, and how many a second follow."""
    edits = [one.text for one in definitions(1_200) if one.id.startswith("edit-")]
    drafts = [
        table["text"]
        for path in sorted(DRAFTS.glob("*drafts*.toml"))
        for table in read_annotations(path)
        if table["lang"] == "en"
    ]
    groups = [list(some(texts, share)) for texts in (edits, list(dict.fromkeys(drafts)))]
    runs = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", SPEED],
                input=json.dumps(groups),
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            ).stdout
        )
        for _ in range(rounds)
    ]
    first, rate, asked, of_drafts, asked_of_drafts = map(statistics.median, zip(*runs, strict=True))
    print(f"{versions()}, {len(groups[0])} edits, {len(groups[1])} drafts, {rounds} rounds\n")
    print(f"first text of a process, import and all: {first * 1e3:.0f} ms of CPU time\n")
    print(goals([at_least("automatic segmentation", 800, rate, "definitions/s")]))
    print()
    rows = {
        "edits, `segment()`": rate,
        "edits, with rows, JSON form and the facets of all cells": asked,
        "drafts, `segment()`": of_drafts,
        "drafts, with rows, JSON form and the facets of all cells": asked_of_drafts,
    }
    print(markdown(("texts", "definitions/s"), [(name, f"{figure:,.0f}") for name, figure in rows.items()]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--all", action="store_true", help="measure on all reviewed English records")
    parser.add_argument("--drafts", type=Path, nargs="*", help="measure on the drafts in other languages")
    parser.add_argument("--annotations", type=Path, help="measure on this annotated file")
    parser.add_argument("--half", default="", help="of it only the texts with this `half`")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="where its texts are")
    parser.add_argument("--errors", action="store_true", help="print every token that is wrong")
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="what else words were learned from")
    parser.add_argument("--speed", action="store_true", help="measure time instead")
    parser.add_argument("--rounds", type=int, default=5, help="of it, processes")
    add_share(parser)
    options = parser.parse_args()
    if options.speed:
        measure_speed(options.rounds, options.share)
        return
    library, taxonomy = Library.shipped(), Taxonomy.shipped()
    if options.drafts is not None:
        paths = options.drafts or sorted(DRAFTS.glob("drafts-*.toml"))
        measure_drafts(paths, library, taxonomy, options.errors)
        return
    if options.annotations:
        cases = given_cases(options.annotations, read_texts(options.texts), library, options.half)
    else:
        cases = shipped_cases(library, options.all)
    cases = list(some(cases, options.share))
    tokens = sum(len(one.scored) for one in cases)
    print(f"{len(cases)} definitions, {tokens} scored tokens")
    if not options.annotations and not options.all:
        print(f"agreement of the annotators: Cohen's kappa {kappa(cases):.3f}")
    import chain  # which import this script
    import word_weights

    groups = word_weights.annotated(options.also, library)
    groups = {name: list(some(group, options.share)) for name, group in groups.items()}
    words = word_weights.Trainer(groups, library, taxonomy)
    annotated = some(chain.annotated(options.also, library), options.share)
    chains = chain.Crossed(chain.prepared(annotated, library, taxonomy), taxonomy)
    shipped = learned_of("en", taxonomy)

    def learned(columns: TokenColumns) -> Learned:
        weights, own = words.weights_without(columns), chains.without_like(columns, "en")
        return Learned(shipped.words if weights is None else weights, own or shipped.chain)

    for run in ("leave-one-out", "leave-family-out", "cues and clauses"):
        print(f"\n{run}")
        tally = measure(cases, library, taxonomy, run, options.errors, learned)
        report(tally, taxonomy)


def report(tally: Tally, taxonomy: Taxonomy) -> None:
    """Print one run."""
    print(f"  {'element':14} precision  recall      F1  tokens")
    for element in taxonomy:
        precision, recall, f1 = tally.score(element)
        print(f"  {element:14} {precision:9.3f} {recall:7.3f} {f1:7.3f} {tally.wanted[element]:7}")
    print(f"  {'all (micro)':14} {'':9} {'':7} {tally.micro:7.3f} {tally.wanted.total():7}")
    window, penalty = (statistics.fmean(column) for column in zip(*tally.windows, strict=True))
    print(f"  windowdiff {window:.3f}, Pk {penalty:.3f}")
    high = tally.sure[True, True] + tally.sure[True, False]
    share, right = high / tally.sure.total(), tally.sure[True, True] / max(1, high)
    print(f"  confidence high: {share:.3f} of {tally.sure.total()} segments, of these {right:.3f} right")
    worst = ", ".join(f"{a} taken for {b} {n}" for (a, b), n in tally.confused.most_common(5))
    print(f"  most confused: {worst or 'nothing'}")


if __name__ == "__main__":
    main()
