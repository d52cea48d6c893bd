"""How well `extract` finds the definitions of documents in which they are known, and how fast.

    python benchmarks/extraction.py [--plain FOLDER --texts AGORA.jsonl.gz] [--documents FOLDER] [--misses 60]

Two kinds of folders are understood. `--plain`: a gold of offsets into plain texts (`extract-dev.jsonl`)
with its evaluator `eval_extract.py`; the texts are JSON lines with `id` and `text`. `--documents`: laws as
they are published, with `gold.jsonl` and `eval_documents.py`. Nothing of either stands in this repository. A
short
regular expression is measured beside it. Misses are sorted by what went wrong. Speed is CPU time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from aidefs.provisions.documents import read_source, source_of_text
from aidefs.provisions.extraction import extract_source

Row = dict[str, Any]
Finder = Callable[[str], list[Row]]

# --- the short regular expression -------------------------------------------------------------

OPEN, CLOSE = r"(?:``|‘‘|[\"“‘'])", r"(?:''|’’|[\"”’'])"
DEFINES = re.compile(
    rf"""(?P<number>\((?:\d{{1,3}}|[A-Za-z]{{1,3}})\)|\d{{1,3}}\.)?\s*
    (?:[A-Z][A-Za-z ,-]{{2,60}}\.(?:—|--?)\s*)?
    (?P<whole>(?:(?:In|For|As\ used)[^.;:\n]{{3,120}},\s*)?(?:[Tt]he\s+terms?\s+)?
    {OPEN}(?P<term>[^"“”\n]{{2,90}}?){CLOSE}
    (?:[^.;:\n]{{0,90}}?)\s+
    (?:means?|includes?|ha(?:s|ve)\s+the\s+(?:same\s+)?meanings?|refers?\s+to|shall\s+mean)\b
    (?:.|\n(?!\s*(?:\(?[\da-zA-Z]{{1,3}}[.)]\s*)?(?:[A-Z][A-Z ,-]{{2,60}}\.(?:—|--?)\s*)?
    (?:[Tt]he\s+term\s+)?{OPEN}
    |\s*(?:SEC|Sec|§)))*?)(?=\n\s*\n|;?\s*(?:and|or)?\s*\n\s*(?:\(?[\da-zA-Z]{{1,3}}[.)]|{OPEN}|SEC|Sec|§)|\Z)""",
    re.X,
)


def by_expression(text: str) -> list[Row]:
    """The definitions that the expression finds."""
    return [
        {
            "start": match.start("whole"),
            "end": match.start("whole") + len(match["whole"].rstrip(" ;,\n")),
            "term": match["term"],
            "locator": match["number"],
        }
        for match in DEFINES.finditer(text)
    ]


def by_extract(text: str) -> list[Row]:
    """The definitions that `extract` finds."""
    found = extract_source(source_of_text(text), "en", resolving=False)
    return [{name: value for name, value in one.to_dict().items() if name != "text"} for one in found]


# --- plain texts ------------------------------------------------------------------------------


def lines(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def plain(folder: Path, texts: Path, misses: int) -> None:
    with gzip.open(texts, "rt", encoding="utf-8") as file:
        known = {str(row["id"]): row["text"] for row in map(json.loads, file)}
    gold = lines(folder / "extract-dev.jsonl")
    found: dict[str, list[Row]] = {}
    for name, finder in (("regular expression", by_expression), ("extract", by_extract)):
        started = time.process_time()
        found = {row["doc"]: finder(known[row["doc"]]) for row in gold}
        seconds = time.process_time() - started
        size = sum(len(known[row["doc"]]) for row in gold) / 1e6
        print(f"\n### Plain text: {name} ({size / seconds:.1f} MB a second of CPU time)\n")
        print(evaluated(folder / "eval_extract.py", [texts, folder / "extract-dev.jsonl"], rows(found)))
    print("\n### By kind of document: detected, and span with IoU ≥ 0.9\n")
    by_kind(gold, known, found)
    print(f"\n### Misses (the first {misses})\n")
    for line, _ in zip(missed(gold, known, found), range(misses), strict=False):
        print(f"- {line}")
    sample = " ".join(known.values())[:20_000_000]
    started = time.process_time()
    by_extract(sample[:4_000_000])
    print(f"\n{4 / (time.process_time() - started):.2f} MB a second on one text of 4 MB")


def rows(found: dict[str, list[Row]]) -> Iterator[str]:
    yield from (json.dumps({"doc": doc, "definitions": ones}) + "\n" for doc, ones in found.items())


def evaluated(script: Path, arguments: list[Path], predictions: Iterator[str]) -> str:
    """What an evaluator prints, without its last line for machines."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(predictions)
        file.flush()
        command = [sys.executable, str(script), *map(str, arguments), file.name]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return "\n".join(ran.stdout.splitlines()[:-1])


def overlap(one: Row, other: Row) -> float:
    common = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return max(0, common) / (max(one["end"], other["end"]) - min(one["start"], other["start"]))


def best(wanted: Row, found: list[Row]) -> tuple[float, Row]:
    return max(((overlap(wanted, one), one) for one in found), key=lambda pair: pair[0], default=(0.0, {}))


def by_kind(gold: list[Row], known: dict[str, str], found: dict[str, list[Row]]) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in gold:
        for one in row["definitions"]:
            if one.get("optional"):
                continue
            share, _ = best(one, found[row["doc"]])
            for kind in (f"{row['jurisdiction']} {row['type']}", f"term: {one['kind']}"):
                counts[kind].update(all=1, detected=share >= 0.5, span=share >= 0.9)
    for kind, n in sorted(counts.items()):
        print(f"- {kind}: {n['detected'] / n['all']:.3f}, {n['span'] / n['all']:.3f} of {n['all']}")


def missed(gold: list[Row], known: dict[str, str], found: dict[str, list[Row]]) -> Iterator[str]:
    """What is wrong with each definition that is not found as it is, the kinds counted first."""
    said: list[tuple[str, str]] = []
    for row in gold:
        text, ones = known[row["doc"]], found[row["doc"]]
        for one in row["definitions"]:
            if one.get("optional"):
                continue
            share, other = best(one, ones)
            if share < 0.5:
                said.append(("not found", f"{row['doc']} “{one['term']}”"))
            elif share < 0.9 or one["start"] != other["start"]:
                where = "starts elsewhere" if one["start"] != other["start"] else "ends elsewhere"
                said.append(
                    (where, f"{row['doc']} “{one['term']}” {other['end'] - one['end']:+d} characters")
                )
            elif one["locator"] and not same(one, other):
                said.append(
                    ("locator", f"{row['doc']} “{one['term']}”: {one['locator']}, found {other['locator']}")
                )
        for other in ones:
            if not any(overlap(other, one) for one in row["definitions"]):
                kind = "beside the gold (a label, or a false alarm)"
                said.append((kind, f"{row['doc']} {text[other['start'] : other['start'] + 60]!r}"))
    yield ", ".join(f"{kind}: {number}" for kind, number in Counter(kind for kind, _ in said).most_common())
    yield from (f"{kind}: {what}" for kind, what in said)


def same(one: Row, other: Row) -> bool:
    def parts(locator: str | None) -> list[str]:
        return re.findall(r"[a-z0-9]+", re.sub(r"(?i)section|article|sec\.|§", " ", locator or "").lower())

    return parts(other["locator"]) in [parts(known) for known in (one["locator"], *one["locator_alt"])]


# --- documents --------------------------------------------------------------------------------


def documents(folder: Path, misses: int) -> None:
    gold = lines(folder / "gold.jsonl")
    found: dict[str, list[Row]] = {}
    for row in gold:
        result = extract_source(read_source(folder / row["file"]), row["language"], resolving=False)
        found[row["file"]] = [one.to_dict() for one in result]
    print("\n### Documents, letter for letter\n")
    predictions = (json.dumps({"file": name, "definitions": ones}) + "\n" for name, ones in found.items())
    print(evaluated(folder / "eval_documents.py", [], predictions))
    print("\n### By format: found letter for letter, of those that are required; wrong\n")
    left: list[str] = []
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in gold:
        wanted = {letters(one["text"]): one for one in row["definitions"]}
        required = {key for key, one in wanted.items() if not one.get("optional")}
        have = {letters(one["text"]) for one in found[row["file"]]}
        counts[row["format"].split(" (")[0]].update(
            all=len(required), found=len(required & have), wrong=len(have - wanted.keys())
        )
        left += [f"{row['file']} “{wanted[key]['term']}”" for key in sorted(required - have)]
    for name, n in sorted(counts.items()):
        print(f"- {name}: {n['found']} of {n['all']}; {n['wrong']}")
    print(f"\n### Not found letter for letter: {len(left)}, the first {misses}\n")
    for line in left[:misses]:
        print(f"- {line}")


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plain", type=Path, metavar="FOLDER")
    parser.add_argument("--texts", type=Path, metavar="AGORA.jsonl.gz")
    parser.add_argument("--documents", type=Path, metavar="FOLDER")
    parser.add_argument("--misses", type=int, default=60, metavar="N")
    options = parser.parse_args()
    if options.plain and options.texts:
        plain(options.plain, options.texts, options.misses)
    if options.documents:
        documents(options.documents, options.misses)


if __name__ == "__main__":
    main()
