"""Corpora for tests: records written for them, what was found, and documents that do harm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import aidefs

FILLER = "The council of a town looks after its parks, streets and wells. "
REFERENCE = (
    "The term “artificial intelligence” has the meaning given such term in section 5002 of the National "
    "Artificial Intelligence Initiative Act of 2020 (15 U.S.C. 9401)."
)
LAW = aidefs.get("us-ca-ab2885-2024").text


def record(number: int) -> dict[str, str]:
    """A document: every third one quotes, every seventh one refers, and all are of unequal length."""
    text = f"SEC. {number}. " + FILLER * (1 + number * 7 % 11)
    text += f"\n(1) {LAW}\n" if number % 3 == 0 else ""
    text += f"\n(2) {REFERENCE}\n" if number % 7 == 0 else ""
    return {
        "id": f"d{number}",
        "text": text,
        "date": f"20{10 + number % 15}",
        "jurisdiction": f"J{number % 4}",
    }


def write_lines(path: Path, records: Iterable[dict[str, Any]]) -> Path:
    """Records as lines of JSON."""
    lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in records)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return path


def found(folder: Path | str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of documents and passages of a corpus."""
    from aidefs.corpora.corpus import opened

    made = opened(folder)
    return list(made.documents()), list(made.passages())


def tables(folder: Path) -> dict[str, bytes]:
    """The files of a corpus."""
    return {
        name: (folder / name).read_bytes()
        for name in ("documents.parquet", "passages.parquet", "summary.json")
    }


def leftovers(folder: Path) -> list[str]:
    """Files and folders that no finished run leaves behind."""
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.name.endswith((".tmp", ".journal")) or path.name == "scratch"
    )


_POISONS = """
import os, re, time
from aidefs.corpora.finder import CorpusFinder
find = CorpusFinder.find
def poisoned(self, text, *facts):
    if "POISON raise" in text:
        raise LookupError("spoilt")
    if "POISON kill" in text:
        os.kill(os.getpid(), 9)
    if "POISON loop" in text:
        re.match(r"(a+)+b", "a" * 64)
    if "POISON memory" in text:
        held = []
        while True:
            held.append(bytearray(b"x" * (16 << 20)))
            time.sleep(0.02)
    if "POISON slow" in text:
        time.sleep(0.05)
    return find(self, text, *facts)
CorpusFinder.find = poisoned
"""


def environment(folder: Path) -> dict[str, str]:
    """The environment of processes in which documents with the word POISON do harm."""
    (folder / "sitecustomize.py").write_text(_POISONS, encoding="utf-8")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), *filter(None, sys.path)])}


def start(arguments: Sequence[str | Path], **options: Any) -> subprocess.Popen[str]:
    """`aidefs corpus` in a process and a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "aidefs", "corpus", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        **options,
    )
