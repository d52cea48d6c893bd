"""`aidefs corpus` from a thousand documents to a hundred thousand: time, memory, what is kept, what is found.

    python benchmarks/corpus.py DOCUMENTS.jsonl.gz --work FOLDER [--sizes 1000,10000] [--gold FOLDER]

DOCUMENTS are lines of JSON with id and text. Larger corpora are made of them with seeded variations (one word
in four hundred is replaced) in FOLDER, which is no part of the repository. CPU seconds are those of a process
and all that it started; memory is the most that any worker held.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from timing import MIB

if TYPE_CHECKING:
    from aidefs.corpora.finder import CorpusFinder
    from aidefs.corpora.occurrence import Occurrence

WORD = re.compile(r"[a-z]{4,}")
CHANGED = 0.0025  # of the words
CHANGED_TEXT = 0.7  # similarity above which a passage is more than a paraphrase


class Run(NamedTuple):
    """What a run took."""

    cpu: float
    wall: float
    peak: int  # bytes of the largest worker


def documents(path: Path) -> list[dict[str, Any]]:
    """The documents of a file."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def varied(made: list[dict[str, Any]], number: int) -> Iterator[dict[str, Any]]:
    """So many documents, of which those behind the first round have other words here and there."""
    for n in range(number):
        one = made[n % len(made)]
        if n < len(made):
            yield one
            continue
        text = WORD.sub(partial(other, random.Random(n)), one["text"])
        yield {**one, "id": f"{one['id']}-{n // len(made)}", "text": text}


def other(chance: random.Random, word: re.Match[str]) -> str:
    """The word, or now and then another one."""
    return "other" if chance.random() < CHANGED else word[0]


def corpus_of(made: list[dict[str, Any]], number: int, folder: Path) -> Path:
    """The file of a corpus, made where there is none."""
    path = folder / f"{number}.jsonl"
    if not path.exists():
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for one in varied(made, number):
                file.write(json.dumps(one, ensure_ascii=False) + "\n")
    return path


def below(parent: int) -> Iterator[int]:
    """The processes below a process."""
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        try:
            numbers = [int(word) for word in task.read_text().split()]
        except OSError:
            continue
        for number in numbers:
            yield number
            yield from below(number)


def resident(number: int) -> int:
    """The most bytes that a process has held."""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{number}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def run(path: Path, out: Path, *options: str) -> Run:
    """One run of the command."""
    words = [sys.executable, "-m", "aidefs", "corpus", str(path), "--out", str(out), *options]
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    over = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not over.wait(0.5):
            numbers = list(below(process.pid)) or [process.pid]
            peak = max(peak, *map(resident, numbers))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    over.set()
    watcher.join()
    if status:
        raise SystemExit(f"{' '.join(words)} ended with {status}")
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - start, peak)


def scale(made: list[dict[str, Any]], sizes: list[int], folder: Path) -> None:
    """Time and memory by the number of documents."""
    print("| documents | processes | CPU s | wall s | per CPU s | core-h for 10^6 | worker MiB |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    for size in sizes:
        path = corpus_of(made, size, folder)
        hashes = set()
        for jobs in (1, 2):
            out = folder / f"out-{size}-{jobs}"
            subprocess.run(["rm", "-rf", str(out)], check=True)
            took = run(path, out, "--jobs", str(jobs))
            rate = size / took.cpu
            hours, peak = 1e6 / rate / 3600, took.peak / MIB
            row = f"| {size:,} | {jobs} | {took.cpu:.1f} | {took.wall:.1f} | {rate:.0f}"
            print(f"{row} | {hours:.2f} | {peak:.0f} |", flush=True)
            hashes.add((out / "passages.parquet").read_bytes() + (out / "documents.parquet").read_bytes())
        print(f"| {size:,}, kept | | | | {kept(path, folder / f'out-{size}-1'):.2%} of the work | | |")
        print(
            f"tables of one process and of two are {'equal' if len(hashes) == 1 else 'NOT EQUAL'}", flush=True
        )


def kept(path: Path, out: Path) -> float:
    """What a part costs that is done already, as a share of what it costs to do it, in CPU time."""
    from aidefs.corpora.sources import Columns, plan
    from aidefs.corpora.work import CorpusTask, work
    from aidefs.library.library import Library

    scratch = out / "again"
    scratch.mkdir(exist_ok=True)
    task = CorpusTask(str(scratch), Columns(id="id", date="date"), "", "", Library.shipped().data_hash, 60.0)
    took = []
    for part in plan([str(path)], "")[:10]:
        work(part, task)  # the first time a process finds anything it has to make its index
        (scratch / f"{part.number:06d}.parquet").unlink()
        start = time.process_time()
        work(part, task)
        done = time.process_time()
        assert work(part, task).kept
        took.append((time.process_time() - done) / (done - start))
    return statistics.median(took)


def finder_of(only: set[str]) -> CorpusFinder:
    """What finds: with all definitions, or with those of a list alone."""
    from aidefs.corpora.finder import CorpusFinder
    from aidefs.library.library import Library
    from aidefs.quotations.index import Index

    shipped = Library.shipped()
    used = shipped
    if only:
        used = Library(shipped.datasets)
        used._ids = {name: None for name in shipped if name in only}
    return CorpusFinder(Index.of(used))


def gold(made: list[dict[str, Any]], golden: Path, folder: Path, only: set[str]) -> None:
    """What is found beside what should be, with all definitions or with those of a list alone."""
    finder = finder_of(only)
    out = folder / "predictions.jsonl"
    with out.open("w") as file:
        for one in made:
            passages = [
                {"start": o.start, "end": o.end, "definition": o.definition, "class": o.relation}
                for o in finder.find(one["text"], one["date"], one["url"])
            ]
            file.write(json.dumps({"doc": str(one["id"]), "passages": passages}) + "\n")
    for path in sorted(golden.glob("trace-*.jsonl")):
        print(f"{path.name}, {len(finder.parallels.definientia)} definitions", flush=True)
        subprocess.run([sys.executable, str(golden / "eval_trace.py"), str(path), str(out)], check=True)


def apart(made: list[dict[str, Any]], golden: Path, only: set[str]) -> None:
    """What becomes of the gold with definitions that were stored after it was made.

    A text that was not stored then cannot be among those that the gold accepts. It is right in truth where it
    was taken from the very document, where its words are those of the passage letter for letter, or where
    they are nearer to it than those of the text that is found without it. Everything else is wrong.
    """
    texts = {str(one["id"]): one for one in made}
    finders = finder_of(set()), finder_of(only)
    for path in sorted(golden.glob("trace-*.jsonl")):
        cases: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for line in path.read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            one = texts[told["doc"]]
            now, then = (finder.find(one["text"], one["date"], one["url"]) for finder in finders)
            for found in now:
                meant = [p for p in told["passages"] if shares(found, p["start"], p["end"])]
                before = [o for o in then if shares(found, o.start, o.end)]
                case = case_of(found, {name for p in meant for name in p["accept"]}, before, only)
                cases[bool(meant)][case] += 1
                if case == "wrong":
                    print(f"wrong in {told['doc']}: {found.definition}, {found.relation} {found.similarity}")
        for beside, counts in cases.items():
            where = "beside a passage of the gold" if beside else "where the gold has none"
            print(f"{path.name}, {where}: {', '.join(f'{n} {case}' for case, n in counts.most_common())}")


def case_of(found: Occurrence, accepted: set[str], before: list[Occurrence], only: set[str]) -> str:
    """Whether a passage has the definition that the gold accepts, or one that is right in truth."""
    if accepted.intersection(found.names):
        return "right"
    if only.intersection(found.names):
        return "wrong"
    if found.own:
        return "the document itself"
    if found.relation == "exact":
        return "letter for letter"
    likeness = max((one.similarity or 0.0 for one in before), default=CHANGED_TEXT)
    return "nearer than any text of that time" if (found.similarity or 0.0) > likeness else "wrong"


def shares(found: Occurrence, start: int, end: int) -> bool:
    """Whether a passage and a span have half of the shorter of the two in common."""
    common = min(found.end, end) - max(found.start, start)
    return common > 0 and 2 * common >= min(found.end - found.start, end - start)


def brute(made: list[dict[str, Any]], number: int) -> None:
    """Every definition at every place of some documents, without a first look: is anything missed?

    A place counts where the words between the first and the last that agree are exact or changed, compared
    with the whole definiens.
    """
    from aidefs.corpora.finder import CorpusFinder
    from aidefs.corpora.parallels import CHANGED, Parallels, _agreeing, _aligned, _words
    from aidefs.library.library import Library
    from aidefs.quotations.index import index_of

    finder = CorpusFinder(index_of(Library.shipped()))
    parallels: Parallels = finder.parallels
    texts = {one.letters: one for one in parallels.definientia if len(one.words) >= 8}
    found = missed = 0
    for one in random.Random(1).sample(made, number):
        words = _words(one["text"], 0, len(one["text"]))
        codes = "".join(parallels.alphabet.get(word.stem, "\0") for word in words)
        rows = finder.find(one["text"])
        for definiens in texts.values():
            wide = 2 * len(definiens.words)
            for low in range(0, max(len(words) - wide // 4, 1), max(wide // 4, 1)):
                part = codes[low : low + wide]
                aligned = _aligned(definiens, part)
                if aligned is None or aligned.score < 5:
                    continue
                first, last = low + aligned.first, low + aligned.last
                _, same = _agreeing(definiens, words[first:last], codes[first:last])
                if 2 * sum(same) / (last - first + len(same)) < CHANGED:
                    continue
                found += 1
                start, end = words[first].start, words[last - 1].end
                if not any(row.start < end and start < row.end for row in rows):
                    missed += 1
                    print(f"missed in {one['id']}: {definiens.id} at {start}")
    print(f"{number} documents, {len(texts)} texts: {found} places exact or changed, {missed} missed")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--gold", type=Path, help="folder of eval_trace.py and trace-*.jsonl")
    parser.add_argument("--only", type=Path, help="with --gold: a file of the ids that it was made with")
    parser.add_argument(
        "--brute", type=int, default=0, metavar="N", help="documents that are searched everywhere"
    )
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    given = documents(options.documents)
    if options.sizes:
        scale(given, [int(size) for size in options.sizes.split(",")], options.work)
    if options.gold:
        gold(given, options.gold, options.work, set())
        if options.only:
            listed = set(options.only.read_text().split())
            gold(given, options.gold, options.work, listed)
            apart(given, options.gold, listed)
    if options.brute:
        brute(given, options.brute)


if __name__ == "__main__":
    main()
