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
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from timing import MIB

WORD = re.compile(r"[a-z]{4,}")
CHANGED = 0.0025  # of the words


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


def gold(made: list[dict[str, Any]], golden: Path, folder: Path, only: Path | None) -> None:
    """What is found beside what should be, with all definitions or with those of a list alone."""
    from aidefs.corpora.finder import CorpusFinder
    from aidefs.library.library import Library
    from aidefs.quotations.index import Index

    shipped = Library.shipped()
    used = shipped
    if only:
        wanted = set(only.read_text().split())
        # Those of a list alone: the collection as it was when the gold was made.
        used = Library(shipped.datasets, {name: shipped[name] for name in wanted})
        used._files = {name: file for name, file in shipped._files.items() if name in wanted}  # type: ignore[attr-defined]
    finder = CorpusFinder(Index.of(used))
    out = folder / "predictions.jsonl"
    with out.open("w") as file:
        for one in made:
            passages = [
                {"start": o.start, "end": o.end, "definition": o.definition, "class": o.relation}
                for o in finder.find(one["text"])
            ]
            file.write(json.dumps({"doc": str(one["id"]), "passages": passages}) + "\n")
    for path in sorted(golden.glob("trace-*.jsonl")):
        print(f"{path.name}, {len(used)} definitions", flush=True)
        subprocess.run([sys.executable, str(golden / "eval_trace.py"), str(path), str(out)], check=True)


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


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--gold", type=Path, help="folder of eval_trace.py and trace-*.jsonl")
    parser.add_argument("--only", type=Path, help="with --gold: a file of the ids that it was made with")
    parser.add_argument(
        "--brute", type=int, default=0, metavar="N", help="documents that are searched everywhere"
    )
    ARGS = parser.parse_args()
    ARGS.work.mkdir(parents=True, exist_ok=True)
    given = documents(ARGS.documents)
    if ARGS.sizes:
        scale(given, [int(size) for size in ARGS.sizes.split(",")], ARGS.work)
    if ARGS.gold:
        gold(given, ARGS.gold, ARGS.work, None)
        if ARGS.only:
            gold(given, ARGS.gold, ARGS.work, ARGS.only)
    if ARGS.brute:
        brute(given, ARGS.brute)
