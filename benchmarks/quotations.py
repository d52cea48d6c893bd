"""Agreement of `aidefs.find_quotations` with labelled passages, its speed, and its peers.

    python benchmarks/quotations.py --data quotes.jsonl
    python benchmarks/quotations.py --data quotes.jsonl --halves     # both halves apart, and what differs
    python benchmarks/quotations.py --labels FOLDER [--errors]       # reproaches, in whole documents
    python benchmarks/quotations.py --speed [--folder PATH]          # CPU and wall time, goals beside figures
    python benchmarks/quotations.py --speed --bare                   # the same without optional packages
    python benchmarks/quotations.py --text corpus.txt --peers 200000 # speed, in one run with other tools
    python benchmarks/quotations.py --text corpus.txt --perturbed    # altered definitions in its prose

The labelled set has one JSON object a line: `context`, `quoted` (a part of it), `of` (id of the text, "none"
where no definition is quoted), `kind`, `exact`, `exact_ignoring_markup`, `errors`, `attributed_to`, and
perhaps `exact_of_draft`. It is not part of the project. Its labels know nine texts, and a passage may equal
another one of the collection; they also tell a source that the page names outside of the excerpt. Such rows
are counted as the labels say, and beside that: "or equal" and "or as near" count another text as right
whose words are the passage's letter for letter, or that is no further from them; "of the text labelled" and
"named in the excerpt" leave out the rows of which the label speaks of another text, or of words not seen.

A folder of labelled documents has `labels.jsonl`, an object a passage: `file`; `quote`, its characters in
the text of the document; `of`, an id, a list of ids, or null where no stored text is quoted; `wording`; and
`reproach`: "wording", "source", "both" or null. `sure` is false where two lawyers could differ. What is
reproached outside of the labelled passages counts as wrong.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial, reduce
from pathlib import Path
from typing import Any

from timing import Goal, add_share, at_least, at_most, goals, some, table, versions

import aidefs
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.quotations.references import ReferenceText, reference_texts, words
from aidefs.readers.read import read

LISTED = (
    "coe-2024", "eu-ai-act-2024", "eu-commission-2021", "iso-iec-22989-2022", "nist-ai-rmf-2023", "oecd-2019",
    "oecd-2023", "oecd-2024", "us-naiia-2020",
)  # fmt: skip
DRAFTS = {
    "eu-provisional-agreement-2024-01": "eu-provisional-agreement-2024",
    "eu-parliament-first-reading-2024-03": "eu-parliament-first-reading-2024",
}
SOURCES = {
    "us-ny-gbs-1700": "us-ny-gbl-1700-2025",
    "eo-14110": "us-eo-14110-2023-ai",
    "ndaa-2020": "us-naiia-2020",
}
# What a source must be named by, in any excerpt: a look of the benchmark's own, generous on purpose.
NAMED_BY = {
    "eu": r"eu|europ\w*|act|regulation|commission\w*|parliament\w*|verordnung|2024/1689",
    "oecd": r"oecd|organi[sz]ation for economic\b.*",
    "nist": r"nist|rmf",
    "iso": r"iso|22989",
    "coe": r"council of europe|convention|coe",
    "us": r"u\.?\s?s\.?\s?c|ndaa|initiative|9401\w*|act|congress",
    "ndaa": r"u\.?\s?s\.?\s?c|ndaa|initiative|9401\w*|act|congress",
    "eo": r"executive order|order|e\.?o\.?",
}
Row = dict[str, Any]


class Counts:
    """Right and all answers to one question, by kind."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.wrong: list[str] = []

    def add(self, kind: str, right: bool, note: str = "") -> None:
        self.all[kind] += 1
        self.right[kind] += right
        if not right:
            self.wrong.append(note)

    def __str__(self) -> str:
        right, number = sum(self.right.values()), sum(self.all.values())
        share = right / number if number else 1.0
        return f"{share:.3f} ({right} of {number})"


def overlapping(row: Row, found: Iterable[aidefs.Quotation]) -> list[aidefs.Quotation]:
    """The quotations that overlap the labelled passage; all of them where nothing is quoted."""
    if not row["quoted"]:
        return list(found)
    start = row["context"].index(row["quoted"])
    end = start + len(row["quoted"])
    return [one for one in found if one.start < end and start < one.end]


def main_one(row: Row, found: Sequence[aidefs.Quotation]) -> aidefs.Quotation:
    start = row["context"].index(row["quoted"])
    end = start + len(row["quoted"])
    return max(found, key=lambda one: min(one.end, end) - max(one.start, start))


def ids(one: aidefs.Quotation) -> set[str]:
    return {one.definition.id, *one.same_wording}


def distance(quoted: str, official: str) -> int:
    """Words by which a passage differs from the place of a text that it is most like."""
    inside, whole = spelt(quoted), spelt(official)
    row = [0] * (len(whole) + 1)  # it may begin anywhere in the text
    for i, word in enumerate(inside, 1):
        before, row = row, [i]
        for k, other in enumerate(whole, 1):
            row.append(min(before[k - 1] + (word != other), before[k] + 1, row[k - 1] + 1))
    return min(row)  # and end anywhere


def is_as_near(row: Row, one: aidefs.Quotation) -> bool:
    """Whether the text that was found is no further from the labelled passage than the text of the label."""
    quoted = re.sub(r"[*_>#]|\(\w\)", " ", row["quoted"])
    return distance(quoted, one.definition.text) <= distance(quoted, aidefs.get(row["of"]).text)


def is_named(row: Row, names: Iterable[str]) -> bool:
    """Whether an excerpt names one of the sources of its label at all."""
    wanted = (NAMED_BY.get(name.split("-")[0], re.escape(name)) for name in names)
    return any(
        re.search(rf"(?<![a-z])(?:{pattern})(?![a-z])", row["context"], re.IGNORECASE) for pattern in wanted
    )


def evaluate(rows: Sequence[Row]) -> dict[str, Counts]:
    """All questions, each with its answers."""
    names = ("detection", "negatives", "identification", "or equal", "or as near", "exactness",
             "of the text labelled", "word changes", "attribution", "named in the excerpt",
             "fits")  # fmt: skip
    counts = {name: Counts() for name in names}
    for row in rows:
        found = aidefs.find_quotations(row["context"])
        hits = overlapping(row, found)
        kind, note = row["kind"], row["id"]
        if row["of"] == "none":
            # A hit is right where it says that another text than the listed ones is quoted.
            wrong = [one for one in hits if ids(one) & set(LISTED)]
            counts["negatives"].add(kind, not wrong, f"{note} {[(o.definition.id, o.text) for o in wrong]}")
            continue
        counts["detection"].add(kind, bool(hits), f"{note} {row['quoted'][:90]!r}")
        if not hits:
            continue
        one = main_one(row, hits)
        counts["identification"].add(
            kind, row["of"] in ids(one), f"{note} {row['of']}, not {one.definition.id}"
        )
        exact = row["exact"] or row["exact_ignoring_markup"]
        said = one.verdict == "exact" and one.extent != "truncated"
        faults = [edit.text for edit in one.faults]
        # Or the passage is letter for letter a text that the labels do not know.
        equal = row["of"] in ids(one) or (said and not exact)
        counts["or equal"].add(kind, equal, f"{note} {row['of']}, not {one.definition.id}")
        near = equal or is_as_near(row, one)
        counts["or as near"].add(kind, near, f"{note} {row['of']}, not {one.definition.id}")
        answer = f"{note} {exact}, not {said}: {faults} {row['errors']}"
        counts["exactness"].add(kind, exact == said, answer)
        if row["of"] in ids(one):
            counts["of the text labelled"].add(kind, exact == said, answer)
            score = changes(row, one)
            if score is not None:
                counts["word changes"].add(kind, score, f"{note} {faults} {row['errors']}")
        named = set(re.split(r" / ", row["attributed_to"])) - {"none"}
        named = {DRAFTS.get(name, SOURCES.get(name, name)) for name in named}
        said_ids = set(one.attribution.named)
        family = said_ids | (
            {"oecd-2019", "oecd-2023"} if said_ids & {"oecd-2024", "oecd-2019", "oecd-2023"} else set()
        )
        agrees = bool(named & family) if named else not said_ids
        answer = f"{note} {sorted(named)}, not {sorted(said_ids)[:9]}"
        counts["attribution"].add(kind, agrees, answer)
        stored = {name for name in named if name in Library.shipped()}
        if named and not stored:  # such a source is named rightly where none is
            counts["named in the excerpt"].add(kind, not said_ids, answer)
        elif not named or is_named(row, row["attributed_to"].split(" / ")):
            counts["named in the excerpt"].add(kind, agrees, answer)
        if named and said_ids:
            fits = row["of"] in named or bool(
                {DRAFTS.get(d, d) for d in row.get("exact_of_draft", ())} & named
            )
            if row["of"].startswith("oecd") and any(name.startswith("oecd") for name in named):
                fits = True
            counts["fits"].add(
                kind, fits == one.attribution.fits, f"{note} {fits}, not {one.attribution.fits}"
            )
    return counts


def labelled(folder: Path, *, terms: bool, errors: bool) -> None:
    """Reproaches in whole documents against labels: how many are right, and how many faults are found."""
    rows = [
        json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").split("\n") if line
    ]
    every = Library.shipped().of("all") if terms else None
    by_file: dict[str, list[Row]] = {}
    for row in rows:
        by_file.setdefault(row["file"], []).append(row)
    counts = {name: Counts() for name in ("precise", "complete", "of these sure", "found", "identified",
                                          "exactness", "others left alone")}  # fmt: skip
    for name, own in by_file.items():
        file = aidefs.verify(folder / name, library=every).files[0]
        text = read(folder / name).text
        flat, places = flattened(text)
        spans = [located(row, flat, places) for row in own]
        hits: list[list[aidefs.Quotation]] = [[] for _ in own]
        for passage in file.passages:
            q = passage.quotation
            shared = [max(0, min(q.end, end) - max(q.start, start)) for start, end in spans]
            best = max(range(len(own)), key=shared.__getitem__)
            right = False
            if shared[best]:
                hits[best].append(q)
                right = own[best]["reproach"] is not None
            if q.wrong:
                counts["precise"].add(
                    "",
                    right,
                    f"{name}: {q.definition.id} {q.verdict} {q.reproach} {q.reason} {q.text[:90]!r}",
                )
        for row, found in zip(own, hits, strict=True):
            note = f"{name} {row.get('id', '')} {row['wording']} {row['reproach']}: {row['quote'][:90]!r}"
            note += f" {row.get('why', '')[:80]}"
            one = max(found, key=lambda q: (q.wrong, q.end - q.start), default=None)
            said = (
                f" → {one.definition.id} {one.verdict} {one.claim} {one.reproach} {one.reason}" if one else ""
            )
            if row["reproach"]:
                counts["complete"].add("", any(q.wrong for q in found), note + said)
                if row.get("sure", True):
                    counts["of these sure"].add("", any(q.wrong for q in found), note + said)
            of = {row["of"]} if isinstance(row["of"], str) else set(row["of"] or ())
            if row["wording"] == "other-instrument":
                counts["others left alone"].add("", not any(q.wrong for q in found), note + said)
            if of and not (row["wording"] or "").startswith("fragment") and row.get("claim") != "unmarked":
                counts["found"].add("", bool(found), note)
                if one is not None:
                    right_text = bool(of & {*ids(one), *one.exact_matches})
                    counts["identified"].add("", right_text, note + said)
                    if right_text and row["wording"] != "paraphrase":
                        exact = row["wording"] == "exact"
                        said_exact = one.verdict == "exact" or bool(of & set(one.exact_matches))
                        counts["exactness"].add("", exact == said_exact, note + said)
    print(f"{len(rows)} passages in {len(by_file)} documents")
    for name, count in counts.items():
        print(f"{name:<32}{count}")
    if errors:
        for name, count in counts.items():
            print(f"\n{name}", *(f"  {note}" for note in count.wrong), sep="\n")


def flattened(text: str) -> tuple[str, list[int]]:
    """A text with single spaces, and where each of its characters comes from."""
    places = [i for i, c in enumerate(text) if not c.isspace() or (i and not text[i - 1].isspace())]
    return "".join(" " if text[i].isspace() else text[i] for i in places), places


def located(row: Row, flat: str, places: list[int]) -> tuple[int, int]:
    """Where a labelled passage stands in its document; nowhere where that is read in another way."""
    quote = " ".join(row["quote"].split())
    at = -1
    for _ in range(row.get("occurrence", 1)):
        at = flat.find(quote, at + 1)
    if at < 0:
        at = flat.find(quote[:40])
    return (places[at], places[min(at + len(quote), len(places) - 1)]) if at >= 0 else (0, 0)


_ENUMERATOR = re.compile(r"\(\w\)|\[?(?:…|\.\.\.)\]?.*")
_QUOTED = re.compile(r"'([^']*)'")


def changes(row: Row, one: aidefs.Quotation) -> bool | None:
    """Whether the words listed as deleted or inserted are those found; None without a list."""
    if row["exact"] or any(error.startswith(("markup", "spaces", "not the")) for error in row["errors"]):
        return None
    gone: Counter[str] = Counter()
    new: Counter[str] = Counter()
    for error in row["errors"]:
        parts = [_ENUMERATOR.sub("", part) for part in _QUOTED.findall(error)]
        if error.startswith(("letter case", "starts late", "ends early")) or not parts:
            continue
        if re.search(r"-> '[^']*(?:…|\.\.\.)", error):
            continue  # an omission that is marked
        if "->" in error and len(parts) >= 2:
            gone.update(spelt(parts[0]))
            new.update(spelt(parts[1]))
        elif error.startswith("missing"):
            gone.update(spelt(parts[0]))
        elif error.startswith(("inserted", "added")):
            new.update(spelt(parts[0]))
    said_gone, said_new = Counter[str](), Counter[str]()
    for edit in one.faults:
        # An enumerator that stands beside a fault is none.
        (said_gone if edit.op == "delete" else said_new).update(spelt(re.sub(r"\(\w\)", "", edit.text)))
    listed, said = net(gone, new), net(said_gone, said_new)
    both = sum(min(listed[key], said[key]) for key in listed)
    total = sum(listed.values()) + sum(said.values())
    return total == 0 or 2 * both / total >= 0.8


def net(gone: Counter[str], new: Counter[str]) -> Counter[tuple[str, str]]:
    moved = gone & new
    return Counter(
        {("-", k): n for k, n in (gone - moved).items()} | {("+", k): n for k, n in (new - moved).items()}
    )


def spelt(text: str) -> list[str]:
    return [text[low:high].casefold() for _, low, high in words(text)]


def report(rows: Sequence[Row], *, errors: bool) -> None:
    counts = evaluate(rows)
    paraphrases = counts["detection"]
    found = sum(paraphrases.right.values())
    wrong = sum(counts["negatives"].all.values()) - sum(counts["negatives"].right.values())
    others = sum(paraphrases.all.values()) - paraphrases.all["paraphrase"]
    right = found - paraphrases.right["paraphrase"]
    print(f"{len(rows)} passages")
    print(f"recall, other than paraphrases  {right / max(others, 1):.3f} ({right} of {others})")
    number = paraphrases.all["paraphrase"]
    print(f"recall, paraphrases             {paraphrases.right['paraphrase'] / max(number, 1):.3f} "
          f"({paraphrases.right['paraphrase']} of {number})")  # fmt: skip
    print(f"precision                       {found / max(found + wrong, 1):.3f}")
    print(f"negatives left alone            {counts['negatives']}")
    for name in ("identification", "or equal", "or as near", "exactness", "of the text labelled",
                 "word changes", "attribution", "named in the excerpt", "fits"):  # fmt: skip
        print(f"{name:<32}{counts[name]}")
    kinds = sorted({row["kind"] for row in rows})
    print("\nby kind          " + "".join(f"{name:>22}" for name in counts))
    for kind in kinds:
        cells = (f"{c.right[kind]}/{c.all[kind]}" if c.all[kind] else "" for c in counts.values())
        print(f"{kind:<17}" + "".join(f"{cell:>22}" for cell in cells))
    if errors:
        for name, one in counts.items():
            print(f"\n{name}")
            for note in one.wrong:
                print(f"  {note}")


def speed(text: str, number: int) -> None:
    """Times on one text: the whole of it, and with peers a part, since they take minutes a megabyte."""
    aidefs.find_quotations(text[:1000])  # the index is made once
    seconds, found = timed(lambda: aidefs.find_quotations(text))
    rate = len(text) / 1e6 / seconds
    print(f"{len(text):,} characters, {len(found)} quotations: {seconds:.2f} s, {rate:.1f} MB/s")
    if not number:
        return
    part = text[:number]
    print(f"\nof these {len(part):,} characters, {len(aidefs.definitions())} definitions")
    base, found = timed(lambda: aidefs.find_quotations(part))
    print(f"{'aidefs':<44}{base:>9.3f} s{1:>9.1f}  {len(found)} quotations")
    for name, peer in (
        ("rapidfuzz.fuzz.partial_ratio_alignment", fuzzy),
        ("difflib.SequenceMatcher", matched),
    ):
        seconds, hits = timed(partial(peer, part))
        print(
            f"{name:<44}{seconds:>9.3f} s{seconds / base:>9.1f}  {hits} definitions that match by 0.8 or more"
        )


# --- speed: CPU and wall time, each goal with its figure ---

GOALS = {"prose": 20.0, "folder": 15.0, "definitions": 0.3}  # MB/s of CPU time
TIMES = (1, 2, 4)  # how often a text is repeated
LINEAR = 1.15  # times as long as the text itself that each of its repetitions may take
BETWEEN = (
    "The report was then discussed at length by the members of the committee.",
    "Nothing else was said about it in this session.",
    "A further text was tabled by the rapporteur on the same day.",
    "It was noted, and the debate went on to other matters.",
)
SUBJECTS = (
    "The deployer", "A provider of a high-risk system", "Each department", "The Secretary", "An operator",
    "The state agency", "Any person who develops an automated decision tool", "The council",
)  # fmt: skip
DUTIES = (
    "shall submit an annual report on", "may not use artificial intelligence for", "must keep records of",
    "shall complete an impact assessment of", "is responsible for", "shall make available to the public",
    "shall establish a program for", "may delegate under this section",
)  # fmt: skip
MATTERS = (
    "the training data and their origin", "consumer complaints about machine learning",
    "the automated processing of personal information", "the safety of critical infrastructure",
    "employment decisions and the criteria that they rest on", "the risks that were foreseeable",
    "the measures taken to prevent algorithmic discrimination", "human oversight of the system",
)  # fmt: skip
ENDS = (
    "not later than one year after the date of enactment.", "before the system is deployed.",
    "as the rules of the commission require.", "and notify the attorney general.",
    "subject to appropriations.", "for a period of three years.",
)  # fmt: skip
OPTIONAL = ("numpy", "rapidfuzz", "fast_diff_match_patch")


def definitions_text(copies: int = 1, share: float = 1.0) -> str:
    """All stored texts, or that share of them, one after another, with a sentence of prose between."""
    draw = random.Random(1)
    texts = [one.text for one in some(aidefs.definitions(), share)]
    return "\n\n".join(f"{draw.choice(BETWEEN)}\n\n{text}" for _ in range(copies) for text in texts)


def law_like_prose(characters: int) -> str:
    """Sections of a law on artificial intelligence that nobody made; they quote nothing."""
    draw = random.Random(1)
    parts: list[str] = []
    length = 0
    while length < characters:
        sentence = " ".join(map(draw.choice, (SUBJECTS, DUTIES, MATTERS, ENDS)))
        parts.append(f"({len(parts) % 9 + 1}) {sentence}" + ("\n\n" if draw.random() < 0.3 else " "))
        length += len(parts[-1])
    return "".join(parts)


def texts_of(path: Path) -> list[str]:
    """The texts of the documents in a folder, files of JSON lines with a field `text` among them."""
    found: list[str] = []
    for file in sorted(path.rglob("*")):
        if file.name.endswith((".jsonl", ".jsonl.gz")):
            opened = gzip.open if file.suffix == ".gz" else open
            with opened(file, "rt", encoding="utf-8") as lines:
                found += [row["text"] for row in map(json.loads, lines) if isinstance(row.get("text"), str)]
        elif file.is_file():
            try:
                found.append(read(file).text)
            except InputError as error:
                print(error, file=sys.stderr)
    return found


def searched(texts: Sequence[str]) -> int:
    """How many quotations are found in texts."""
    return sum(len(aidefs.find_quotations(text)) for text in texts)


def searched_ai(texts: Sequence[str]) -> int:
    """The same with the definitions of AI systems alone."""
    library = Library.shipped()
    return sum(len(aidefs.find_quotations(text, library=library)) for text in texts)


def verified(texts: Sequence[str]) -> int:
    """The same by `aidefs.verify`, of files on the disk, with what it says of each."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{k}.txt") for k in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8", errors="surrogateescape")
        return len(aidefs.verify(*paths).passages)


CALLED = {searched: "find_quotations", searched_ai: "AI systems alone", verified: "verify"}


def spent() -> float:
    """CPU time of this process so far, and of its children that have ended: `verify` may search in one."""
    return time.process_time() + sum(os.times()[2:4])


def rate(call: Callable[[Sequence[str]], int], texts: Sequence[str], rounds: int) -> tuple[float, float, int]:
    """Median CPU and wall time of a call, in seconds, and what it returns."""
    cpu, wall, found = [], [], 0
    for _ in range(rounds):
        began = spent(), time.perf_counter()
        found = call(texts)
        cpu.append(spent() - began[0])
        wall.append(time.perf_counter() - began[1])
    return statistics.median(cpu), statistics.median(wall), found


def all_speeds(folder: Path | None, rounds: int, share: float) -> None:
    """Speed of the search and of `verify` on made texts and on the documents of a folder."""
    sets = {
        "prose": [[law_like_prose(n * round(2_000_000 * share))] for n in TIMES],
        "definitions": [[definitions_text(n, share)] for n in TIMES],
    }
    if folder is not None:
        texts = texts_of(folder)
        sets["folder"] = [["\n\n".join([text] * n) for text in texts] for n in TIMES]
    for call in (searched, searched_ai):  # each index is made once, and numpy imported where much is read
        call(["An AI system is a machine.", *sets["prose"][-1]])
    there = [name for name in OPTIONAL if sys.modules.get(name, ...) is not None]
    print(f"{versions()}; optional packages not kept out: {', '.join(there) or 'none'}\n")
    rows: list[tuple[str, ...]] = []
    judged: list[Goal] = []
    for name, sizes in sets.items():
        once = sizes[0]
        length = sum(map(len, once))
        for call in (searched, searched_ai, verified):
            cpu, wall, found = rate(call, once, rounds)
            title, figure = f"{CALLED[call]}, {name}", length / 1e6 / cpu
            seconds = (f"{cpu:.3f} s", f"{wall:.3f} s")
            rows.append((title, f"{length:,}", f"{found:,}", *seconds, f"{figure:.2f} MB/s"))
            if call is not verified:
                judged.append(at_least(title, GOALS[name], figure, "MB/s"))
        ratios: dict[int, list[float]] = {times: [] for times in TIMES[1:]}
        for _ in range(rounds):  # in turns, so that a busy machine slows all sizes
            took = [rate(searched, texts, 1)[0] for texts in sizes]
            for times, cpu in zip(TIMES[1:], took[1:], strict=True):
                ratios[times].append(cpu / took[0])
        judged += [
            at_most(
                f"{name}, {times} times the text / the text", times * LINEAR, statistics.median(found_ratios)
            )
            for times, found_ratios in ratios.items()
        ]
    print(table(("", "characters", "found", "CPU", "wall", "a second"), rows))
    print(f"\n{goals(judged)}")


def perturbed(text: str, *, errors: bool, share: float, seed: int = 1) -> None:
    """Stored definitions, true and altered in one way, embedded in the prose of a text."""
    draw = random.Random(seed)
    right: dict[str, Counter[str]] = {name: Counter() for name in ALTERED}
    wrong: list[str] = []
    for wording in reference_texts(some(aidefs.definitions(lang="en"), share), ()):
        definition = wording.definition
        if len(definition.text.split()) < 20:
            continue
        for name, (alter, verdict) in ALTERED.items():
            changed = alter(wording, draw)
            if changed == definition.text and name != "nothing":
                continue  # nothing in it can be altered in this way
            at = draw.randrange(len(text) - 4000)
            before, after = text[at : at + 2000], text[at + 2000 : at + 4000]
            start = len(before) + 2
            hits = aidefs.find_quotations(f"{before}\n\n{changed}\n\n{after}")
            hits = tuple(one for one in hits if one.start < start + len(changed) and start < one.end)
            counts = right[name]
            counts["all"] += 1
            counts["found"] += bool(hits)
            if hits:
                one = max(hits, key=lambda hit: hit.end - hit.start)
                identified = definition.id in {*ids(one), *one.exact_matches}
                counts["identified"] += identified
                counts["verdict"] += one.verdict == verdict
                if identified and one.verdict != verdict:
                    wrong.append(f"{name}, {definition.id}: {one.verdict} {[e.text for e in one.faults]}")
                elif not identified:
                    wrong.append(f"{name}, {definition.id}: {one.definition.id}")
            else:
                wrong.append(f"{name}, {definition.id}: not found")
    print(f"{'altered':<38}{'number':>8}{'found':>8}{'source':>8}{'verdict':>9}")
    for name, counts in right.items():
        every = counts["all"]  # none where of few texts none can be altered in this way
        shares = (counts[key] / every for key in ("found", "identified", "verdict") if every)
        print(f"{name:<38}{every:>8}" + "".join(f"{one:>8.3f}" for one in shares))
    if errors:
        print("\n".join(wrong))


# --- what is done to a definition: how people quote, and how their programs print it ---


def inner_word(text: str, draw: random.Random) -> tuple[int, int]:
    """A word of the last two thirds, not at the end."""
    found = words(text)
    _, low, high = found[draw.randrange(len(found) // 3, len(found) - 4)]
    return low, high


def without_word(one: ReferenceText, draw: random.Random) -> str:
    low, high = inner_word(one.definition.text, draw)
    return one.definition.text[:low] + one.definition.text[high:]


def other_word(one: ReferenceText, draw: random.Random) -> str:
    low, high = inner_word(one.definition.text, draw)
    return one.definition.text[:low] + "marmalade" + one.definition.text[high:]


def other_number(one: ReferenceText, draw: random.Random) -> str:
    """A plural put into the singular."""
    found = list(re.finditer(r"(?<=[b-hj-rt-z])s\b", one.definition.text[one.head :]))
    if not found:
        return one.definition.text
    at = one.head + draw.choice(found).start()
    return one.definition.text[:at] + one.definition.text[at + 1 :]


def without_comma(one: ReferenceText, draw: random.Random) -> str:
    text = one.definition.text
    found = [match.start() for match in re.finditer(",(?= )", text) if one.head < match.start() < one.end]
    at = draw.choice(found) if found else len(text)
    return text[:at] + text[at + 1 :]


def shortened_term(one: ReferenceText, draw: random.Random) -> str:
    """ "AI" for "artificial intelligence" in the definiens."""
    body = re.sub("artificial intelligence", "AI", one.definition.text[one.head :], flags=re.IGNORECASE)
    return one.definition.text[: one.head] + body


def marked_up(one: ReferenceText, draw: random.Random) -> str:
    text = one.definition.text
    found = words(text)
    _, low, high = found[draw.randrange(len(found))]
    return "> " + f"{text[:low]}**{text[low:high]}**{text[high:]}".replace(", ", ",\n> ")


def entities(one: ReferenceText, draw: random.Random) -> str:
    """As a program writes it into HTML: references to characters, and spaces that do not break."""
    text = html.escape(one.definition.text).encode("ascii", "xmlcharrefreplace").decode()
    return "<p>" + re.sub(r" (?=\w{1,3} )", "&nbsp;", text) + "</p>"


def other_quotes(one: ReferenceText, draw: random.Random) -> str:
    straight = one.definition.text.translate(str.maketrans("“”‘’", "\"\"''"))
    if straight != one.definition.text:
        return straight
    return re.sub(r"\"([^\"]*)\"", r"“\1”", one.definition.text)


def cut_short(one: ReferenceText, draw: random.Random) -> str:
    found = words(one.definition.text)
    return one.definition.text[: found[draw.randrange(len(found) * 2 // 3, len(found) - 3)][2]] + " …"


def shortened(one: ReferenceText, draw: random.Random) -> str:
    """Three words of the midst replaced by "[...]"."""
    found = words(one.definition.text)
    at = draw.randrange(len(found) // 3, len(found) - 6)
    return one.definition.text[: found[at][1]] + "[...]" + one.definition.text[found[at + 2][2] :]


def running(one: ReferenceText, draw: random.Random) -> str:
    """The definiens in a sentence."""
    body = one.definition.text[one.head : one.end].rstrip(".;, ")
    return f"Here the drafters define AI systems as {body}, and leave it at that."


def capital(one: ReferenceText, draw: random.Random) -> str:
    body = one.definition.text[one.head : one.end]
    return body[0].upper() + body[1:] if body[0].islower() else one.definition.text


def hyphenated(one: ReferenceText, draw: random.Random) -> str:
    """Lines of 40 characters; long words at their ends are divided."""
    lines = [""]
    for word in one.definition.text.split():
        if len(lines[-1]) + len(word) < 40:
            lines[-1] += f"{word} "
        elif len(word) > 7 and word.isalpha():
            lines[-1] += f"{word[:-4]}-"
            lines.append(f"{word[-4:]} ")
        else:
            lines.append(f"{word} ")
    return "\n".join(line.rstrip() for line in lines)


def footnoted(one: ReferenceText, draw: random.Random) -> str:
    _, high = inner_word(one.definition.text, draw)
    mark = draw.choice(("[3]", "<sup>3</sup>", "³", "[^3]", "\\footnote{See there.}"))
    return one.definition.text[:high] + mark + one.definition.text[high:]


def glued_note(one: ReferenceText, draw: random.Random) -> str:
    """A footnote number as the extraction from a PDF gives it, behind a word or its comma."""
    found = list(re.finditer(r"(?<=[a-z]{4}),?(?= )", one.definition.text[one.head : one.end]))
    at = one.head + draw.choice(found[len(found) // 3 :]).end()
    return f"{one.definition.text[:at]}{draw.randrange(1, 60)}{one.definition.text[at:]}"


def run_together(one: ReferenceText, draw: random.Random) -> str:
    """Twelve words without spaces."""
    spaces = [match.start() for match in re.finditer(" ", one.definition.text)]
    first = draw.randrange(max(len(spaces) - 12, 1))
    cut = set(spaces[first : first + 12])
    return "".join(c for k, c in enumerate(one.definition.text) if k not in cut)


def enumerated(one: ReferenceText, draw: random.Random) -> str:
    """Enumerators removed where there are some, else put in behind commas."""
    text = one.definition.text
    bare = re.sub(r"\((?:[a-hA-H]|[1-9]|i{1,3}|iv)\)\s", "", text)
    if bare != text:
        return bare
    letters = iter("abcdefghijklmnopqrstuvwxyz")
    found = [match.end() for match in re.finditer(", (?!or |and )", text) if match.start() > one.head][:26]
    for at, letter in reversed(list(zip(found, letters, strict=False))):
        text = f"{text[:at]}({letter}) {text[at:]}"
    return text


def soft_hyphens(one: ReferenceText, draw: random.Random) -> str:
    return re.sub(r"(?<=[a-z]{4})(?=[a-z]{4})", "\u00ad", one.definition.text)


def ligatures(one: ReferenceText, draw: random.Random) -> str:
    return reduce(lambda text, pair: text.replace(*pair), LIGATURES, one.definition.text)


LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))


ALTERED: dict[str, tuple[Callable[[ReferenceText, random.Random], str], str]] = {
    "nothing": (lambda one, draw: one.definition.text, "exact"),
    "mark-up": (marked_up, "exact"),
    "references to characters (HTML)": (entities, "exact"),
    "quotation marks of another shape": (other_quotes, "exact"),
    "words divided at line ends": (hyphenated, "exact"),
    "soft hyphens": (soft_hyphens, "exact"),
    "ligatures": (ligatures, "exact"),
    "spaces that do not break": (lambda one, draw: one.definition.text.replace(" ", "\u00a0"), "exact"),
    "a footnote mark": (footnoted, "exact"),
    "a footnote number of a PDF": (glued_note, "exact"),
    "twelve words without spaces": (run_together, "exact"),
    "enumerators added or removed": (enumerated, "exact"),
    "capital first letter, definiens": (capital, "exact"),
    "definiens in a running sentence": (running, "exact"),
    "end cut, with ellipsis": (cut_short, "exact"),
    "three words replaced by [...]": (shortened, "exact"),
    "a comma lost": (without_comma, "punctuation"),
    "a plural put into the singular": (other_number, "changed"),
    "AI for artificial intelligence": (shortened_term, "changed"),
    "a word left out": (without_word, "changed"),
    "a word replaced": (other_word, "changed"),
}


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = call()
    return time.perf_counter() - start, result


def fuzzy(text: str) -> int:
    """How many definitions have a place in the text that is like them, by rapidfuzz."""
    from rapidfuzz import fuzz

    found = (fuzz.partial_ratio_alignment(one.text, text) for one in aidefs.definitions())
    return sum(hit is not None and hit.score >= 80 for hit in found)


def matched(text: str) -> int:
    """The same by the matching blocks of difflib over words."""
    import difflib

    words_of_text = text.casefold().split()
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(words_of_text)
    hits = 0
    for one in aidefs.definitions():
        words_of_definition = one.text.casefold().split()
        matcher.set_seq1(words_of_definition)
        block = matcher.find_longest_match()
        hits += block.size >= 0.8 * len(words_of_definition)
    return hits


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Agreement of the quotations found with labelled ones, and speed."
    )
    parser.add_argument("--data", type=Path, help="labelled passages, JSON lines")
    parser.add_argument("--labels", type=Path, help="a folder of labelled documents")
    parser.add_argument("--terms", action="store_true", help="with --labels: definitions of all terms")
    parser.add_argument("--halves", action="store_true", help="also both halves apart")
    parser.add_argument("--text", type=Path, help="a text file to be searched for speed")
    parser.add_argument("--peers", type=int, default=0, help="compare with peers on so many characters of it")
    parser.add_argument("--speed", action="store_true", help="CPU and wall time on made texts")
    parser.add_argument("--folder", type=Path, help="with --speed: a folder of documents, too")
    parser.add_argument("--bare", action="store_true", help="with --speed: without optional packages")
    parser.add_argument("--rounds", type=int, default=3, help="of which the median is taken")
    add_share(parser)
    parser.add_argument("--perturbed", action="store_true", help="embed altered definitions in its prose")
    parser.add_argument("--errors", action="store_true", help="list every disagreement")
    options = parser.parse_args()
    if options.bare:  # as if they were not installed; nothing has imported them yet
        sys.modules.update(dict.fromkeys(OPTIONAL))  # type: ignore[arg-type]
    if options.speed:
        all_speeds(options.folder, options.rounds, options.share)
    if options.text:
        text = options.text.read_text(encoding="utf-8", errors="surrogateescape")
        if options.perturbed:
            perturbed(text, errors=options.errors, share=options.share)
        else:
            speed(text, options.peers)
    if options.labels:
        labelled(options.labels, terms=options.terms, errors=options.errors)
    if options.data:
        lines = options.data.read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
        report(rows, errors=options.errors)
        if options.halves:
            for start in (0, 1):
                print(f"\nhalf {start + 1}")
                report(rows[start::2], errors=False)


if __name__ == "__main__":
    main()
