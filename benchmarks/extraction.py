"""How well `extract` finds the definitions of documents in which they are known, and how fast.

    python benchmarks/extraction.py [--plain FOLDER --texts AGORA.jsonl.gz] [--documents FOLDER] [--misses 60]

Two kinds of folders are understood. `--plain`: a gold of offsets into plain texts (`extract-dev.jsonl`)
with its evaluator `eval_extract.py`; the texts are JSON lines with `id` and `text`. `--documents`: laws as
they are published, with `gold.jsonl` and `eval_documents.py`. Nothing of either stands in this repository. A
short regular expression is measured beside it. Misses are sorted by what went wrong. Speed is CPU time.

Of the plain texts one half is in view, by the SHA-256 of the name of the document; of the other only figures
are printed, so that rules are not made for its texts.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
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

FIGURES = ("detected", "iou90", "exact", "ai_iou90", "locator", "by_reference")


def lines(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def in_view(row: Row) -> bool:
    """Whether the misses of a document are shown."""
    return int(hashlib.sha256(str(row["doc"]).encode()).hexdigest(), 16) % 2 == 0


def plain(folder: Path, texts: Path, misses: int) -> None:
    with gzip.open(texts, "rt", encoding="utf-8") as file:
        known = {str(row["id"]): row["text"] for row in map(json.loads, file)}
    gold = lines(folder / "extract-dev.jsonl")
    halves = {"all": gold, "in view": [*filter(in_view, gold)]}
    halves["not looked at"] = [row for row in gold if not in_view(row)]
    every: dict[str, dict[str, list[Row]]] = {}
    print("\n### Plain text: F1\n")
    print(f"| | definitions | {' | '.join(FIGURES)} | without definitions, left empty | MB a second |")
    print("|---" * (len(FIGURES) + 4) + "|")
    for name, finder in (("regular expression", by_expression), ("extract", by_extract)):
        started = time.process_time()
        found = every[name] = {row["doc"]: finder(known[row["doc"]]) for row in gold}
        seconds = time.process_time() - started
        speed = sum(len(known[row["doc"]]) for row in gold) / 1e6 / seconds
        for half, some in halves.items():
            said = evaluated(folder / "eval_extract.py", [texts], some, rows(found))
            cells = " | ".join(f"{said[figure][2] / 100:.3f}" for figure in FIGURES)
            empty = said["documents_without_definitions_left_empty"]
            print(f"| {name}, {half} | {said['gold']} | {cells} | {empty} | {speed:.1f} |")
    print("\n### By kind of document: found with IoU >= 0.5 and >= 0.9, of those that are required\n")
    by_kind(gold, every)
    for half, some in list(halves.items())[1:]:
        print(f"\n### Misses by kind, {half}\n")
        wrong = [
            miss for row in some for miss in missed(row, known[row["doc"]], every["extract"][row["doc"]])
        ]
        show(wrong, misses if half == "in view" else 0)
    sample = " ".join(known.values())[:4_000_000]
    started, size = time.process_time(), len(sample) / 1e6
    by_extract(sample)
    seconds = time.process_time() - started
    print(f"\n{size / seconds:.2f} MB a second on one text of {size:.1f} MB")


def rows(found: dict[str, list[Row]], key: str = "doc") -> Iterator[str]:
    yield from (json.dumps({key: name, "definitions": ones}) + "\n" for name, ones in found.items())


def evaluated(
    script: Path, arguments: list[Path], gold: list[Row], predictions: Iterator[str]
) -> dict[str, Any]:
    """The last line of an evaluator, which is for machines."""
    with (
        tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as wanted,
        tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file,
    ):
        wanted.writelines(json.dumps(row) + "\n" for row in gold)
        wanted.flush()
        file.writelines(predictions)
        file.flush()
        given = [*map(str, arguments), *([wanted.name] if gold else []), file.name]
        command = [sys.executable, str(script), *given]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return result


def overlap(one: Row, other: Row) -> float:
    common = min(one["end"], other["end"]) - max(one["start"], other["start"])
    share: float = max(0, common) / (max(one["end"], other["end"]) - min(one["start"], other["start"]))
    return share


def best(wanted: Row, found: list[Row]) -> tuple[float, Row]:
    return max(((overlap(wanted, one), one) for one in found), key=lambda pair: pair[0], default=(0.0, {}))


def by_kind(gold: list[Row], every: dict[str, dict[str, list[Row]]]) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in gold:
        for one in row["definitions"]:
            if one.get("optional"):
                continue
            shares = {name: best(one, found[row["doc"]])[0] for name, found in every.items()}
            for kind in (f"{row['jurisdiction']} {row['type']}", f"term: {one['kind']}"):
                counts[kind]["all"] += 1
                for name, share in shares.items():
                    counts[kind].update({f"{name} 0.5": share >= 0.5, f"{name} 0.9": share >= 0.9})
    columns = [f"{name} {least}" for name in every for least in ("0.5", "0.9")]
    print(f"| kind | definitions | {' | '.join(columns)} |\n" + "|---" * (len(columns) + 2) + "|")
    for kind, n in sorted(counts.items()):
        cells = " | ".join(f"{n[column] / n['all']:.2f}" for column in columns)
        print(f"| {kind} | {n['all']} | {cells} |")


def missed(row: Row, text: str, ones: list[Row]) -> Iterator[tuple[str, str]]:
    """What is wrong with each definition of a document that is not found as it is, and false alarms."""
    name = row["doc"]
    for one in row["definitions"]:
        if one.get("optional"):
            continue
        share, other = best(one, ones)
        what = f"{name} “{one['term']}”"
        if share < 0.5:
            yield "not found", what
            continue
        if abs(one["start"] - other["start"]) > 2:
            yield "starts elsewhere", what
        elif share < 0.98:
            late = other["end"] > one["end"]
            yield f"ends too {'late' if late else 'early'}", f"{what} by {abs(other['end'] - one['end'])}"
        if one["locator"] and not same(one, other):
            yield "locator", f"{what}: {one['locator']}, found {other['locator']}"
        if one["by_reference"] and not other["by_reference"]:
            yield "source not seen", what
    for other in ones:
        if not any(overlap(other, one) for one in row["definitions"]):
            kind = "label or inline reference, not scored" if soft(row, other) else "false alarm"
            yield kind, f"{name} {text[other['start'] : other['start'] + 60]!r}"


def soft(row: Row, other: Row) -> bool:
    return row["complete"] == "ai" or any(other["start"] < b and a < other["end"] for a, b in row["soft"])


def show(said: list[tuple[str, str]], most: int) -> None:
    counts = Counter(kind for kind, _ in said).most_common()
    print("| kind | misses |\n|---|---|")
    print("\n".join(f"| {kind} | {number} |" for kind, number in counts), end="\n\n")
    for kind, what in said[:most]:
        print(f"- {kind}: {what}")


def same(one: Row, other: Row) -> bool:
    def parts(locator: str | None) -> list[str]:
        return re.findall(r"[a-z0-9]+", re.sub(r"(?i)section|article|sec\.|§", " ", locator or "").lower())

    return parts(other["locator"]) in [parts(known) for known in (one["locator"], *one["locator_alt"])]


# --- documents --------------------------------------------------------------------------------


def documents(folder: Path, misses: int) -> None:
    gold = lines(folder / "gold.jsonl")
    found: dict[str, dict[str, list[Row]]] = {"regular expression": {}, "extract": {}}
    for row in gold:
        source = read_source(folder / row["file"])
        text = source.document.text
        extracted = extract_source(source, row["language"], resolving=False)
        found["extract"][row["file"]] = [one.to_dict() for one in extracted]
        found["regular expression"][row["file"]] = [
            {**one, "text": text[one["start"] : one["end"]]} for one in by_expression(text)
        ]
    print("\n### Documents, letter for letter\n\n| | definitions | recall | precision | locators |")
    print("|---" * 5 + "|")
    for name, files in found.items():
        said = evaluated(folder / "eval_documents.py", [], [], rows(files, "file"))
        for kind, n in said.items():
            recall, precision = n["hit"] / max(1, n["required"]), n["hit"] / max(1, n["hit"] + n["wrong"])
            cells = f"{recall:.3f} | {precision:.3f} | {n['right'] / max(1, n['hit']):.3f}"
            print(f"| {name}: {kind} | {n['required']} | {cells} |")
    print(
        "\n### By format: found letter for letter\n\n| format | definitions | expression | extract | wrong |"
    )
    print("|---" * 5 + "|")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    left: list[tuple[str, str]] = []
    for row in gold:
        ones = found["extract"][row["file"]]
        wanted = {letters(one["text"]): one for one in row["definitions"]}
        required = {key for key, one in wanted.items() if not one.get("optional")}
        have = {letters(one["text"]): one for one in ones}
        by_it = {letters(one["text"]) for one in found["regular expression"][row["file"]]}
        counts[row["format"].split(" (")[0]].update(
            all=len(required),
            found=len(required & have.keys()),
            expression=len(required & by_it),
            wrong=len(have.keys() - wanted.keys()),
        )
        for key in sorted(required - have.keys()):
            left.append((what_is_wrong(key, have), f"{row['file']} “{wanted[key]['term']}”"))
        left += [
            ("false alarm", f"{row['file']} “{have[key]['term']}”")
            for key in sorted(have.keys() - wanted.keys())
            if not any(key[:30] == known[:30] or key[-30:] == known[-30:] for known in wanted)
        ]
    for name, n in sorted(counts.items()):
        print(f"| {name} | {n['all']} | {n['expression']} | {n['found']} | {n['wrong']} |")
    print("\n### Misses by kind\n")
    show(left, misses)


def what_is_wrong(wanted: str, have: Iterable[str]) -> str:
    """How a definition is missed, told by the letters of what is found."""
    for one in have:
        if one[:30] == wanted[:30]:
            return "ends too late" if len(one) > len(wanted) else "ends too early"
        if one[-30:] == wanted[-30:]:
            return "starts elsewhere"
    return "not found"


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
