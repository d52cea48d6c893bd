"""No official text changes unnoticed, and none holds characters that no source has.

`texts.sha256` has a line for each definition, the core texts first: the SHA-256 of its text in UTF-8, and its
id. A text that was added, or corrected from its source, changes the file on purpose:

    python -m pytest tests/library/test_texts.py --update-texts

writes it anew; `git diff tests/library/texts.sha256` must then name the ids that were meant, and no others.
The flag `--update`, which renews everything else that tests compare with, leaves this file alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from aidefs.library.library import Library
from aidefs.library.records import Definition

HASHES = Path(__file__).parent / "texts.sha256"
CORE = (
    "coe-2024",
    "eu-ai-act-2024",
    "oecd-2024",
    "oecd-2023",
    "oecd-2019",
    "eu-commission-2021",
    "eu-council-2022",
    "eu-parliament-2023",
    "eu-provisional-agreement-2024",
    "eu-parliament-first-reading-2024",
    "coe-2023-07",
    "eu-hleg-2019",
    "iso-iec-22989-2022",
    "nist-ai-rmf-2023",
    "us-naiia-2020",
)
SHIPPED = Library.shipped().of("all")
DEFINITIONS = tuple(SHIPPED.values())


# --- hashes -----------------------------------------------------------------------------------


def stored() -> dict[str, str]:
    lines = HASHES.read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def computed() -> dict[str, str]:
    names = [*CORE, *(name for name in SHIPPED if name not in CORE)]
    return {name: sha256(SHIPPED[name].text.encode()).hexdigest() for name in names}


def test_every_text_is_as_it_was(request: pytest.FixtureRequest) -> None:
    found = computed()
    if request.config.getoption("--update-texts"):
        HASHES.write_bytes("".join(f"{digest}  {name}\n" for name, digest in found.items()).encode())
    before = stored()
    changed = sorted(name for name in found if found[name] != before.get(name))
    assert changed == [], "texts changed or added; see the head of this file"
    assert list(before) == list(found), "the texts that were removed, or the order, differ"


def test_one_changed_comma_is_seen() -> None:
    text = SHIPPED["coe"].text
    assert sha256(text.replace(",", "", 1).encode()).hexdigest() != stored()["coe-2024"]


# --- the same text in several instruments --------------------------------------------------------


def defining_words(definition: Definition) -> tuple[str, ...]:
    """The words beside the frame, where an annotation tells which they are, else all words."""
    pieces = [piece for element, piece in definition.segments if element != "frame"] or [definition.text]
    return tuple(re.findall(r"\w+", " ".join(pieces).casefold()))


def test_who_says_that_its_words_are_the_same_has_the_same() -> None:
    pairs = [(d.id, other) for d in DEFINITIONS for other in d.same_text_as]
    assert len(pairs) > 10
    assert [p for p in pairs if defining_words(SHIPPED[p[0]]) != defining_words(SHIPPED[p[1]])] == []


def test_who_has_the_same_words_says_so() -> None:
    alike: dict[tuple[str, ...], list[Definition]] = {}
    for d in DEFINITIONS:
        alike.setdefault(defining_words(d), []).append(d)
    for same in alike.values():
        ids = {d.id for d in same}
        assert len([d.id for d in same if not ids.intersection(d.same_text_as)]) == 1


# --- characters -------------------------------------------------------------------------------

# Where the source itself has what is otherwise an error of copying: finding, id, and why it stands.
EXCEPTIONS: dict[tuple[str, str], str] = {
    ("mixed quotation marks", "sg-pdpc-ai-guidelines-2024"): (
        "the PDF opens with a curly mark and closes with a straight one; verification.note says so"
    ),
    ("mark that opens behind a word", "eu-provisional-agreement-2024"): (
        "the copy followed closes ‘AI system‘ with an opening mark; variants says so"
    ),
    ("space before punctuation", "eu-provisional-agreement-2024"): "the same closing mark of ‘AI system‘",
    ("hyphen before a space", "eu-council-2022"): "“logic- and knowledge based”, one head for two modifiers",
    (
        "hyphen before a space",
        "us-eo-14110-2023-ai",
    ): "“machine- and human-based”, one head for two modifiers",
    ("hyphen before a space", "us-ms-hb1723-2026"): "“machine- and human-based”, as in Executive Order 14110",
    (
        "hyphen before a space",
        "us-ny-gbl-1700-2025",
    ): "“machine- and human-based”, as in Executive Order 14110",
    ("hyphen before a space", "us-ny-raise-2025"): "“machine- and human-based”, as in Executive Order 14110",
    ("hyphen before a space", "us-md-eo-01-01-2024-02-ai"): "“machine- and human-based”, as there",
    ("hyphen before a space", "us-mo-stl-eo78-2024-ai"): "“machine- and human-based”, as there",
    ("hyphen before a space", "eu-com-2018-237-da"): "“tale- og ansigtsgenkendelsessystemer”",
    ("hyphen before a space", "eu-com-2018-237-fi"): "“puheen- ja kasvojentunnistusohjelmistot”",
    ("hyphen before a space", "eu-com-2018-237-hu"): "“hang- és arcfelismerő rendszerek”",
    ("hyphen before a space", "eu-com-2018-237-nl"): "“spraak- en gezichtsherkenning”",
    ("hyphen before a space", "eu-white-paper-2020-de"): "“Software- (und möglicherweise …”",
    ("hyphen before a space", "eu-ai-act-2024-deep-fake-nl"): "“beeld-, audio- of videomateriaal”",
    ("mixed quotation marks", "us-s5152-2024-developer"): (
        "the copy has curly marks around the term and a straight apostrophe in “person's”; verification.note "
        "says so"
    ),
    (
        "mixed quotation marks",
        "kr-ai-basic-act-2025-genai-ko",
    ): "straight marks around the term, 「」 around the name of a law",
    ("mixed quotation marks", "eu-com-2018-237-fr"): (
        "the EUR-Lex page has a straight apostrophe in “d'un comportement”; verification.note says so"
    ),
}

_PAIRS = [{"“", "”"}, {"„", "“"}, {"„", "”"}, {"«", "»"}, {'"'}, {"「", "」"}]
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
_CYRILLIC = ("ru", "kk", "bg", "uk", "sr", "mk", "ky", "mn")


def scripts(word: str) -> set[str]:
    """Which of the scripts with look-alike letters a word is written in."""
    return {unicodedata.name(char, "").split(" ")[0] for char in word} & set(_SCRIPTS)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def mixed_scripts(text: str, lang: str) -> bool:
    return any(len(scripts(word)) > 1 for word in words(text))


def foreign_script(text: str, lang: str) -> bool:
    """A whole word of look-alike letters: Cyrillic in a Latin text, or the reverse."""
    home = "CYRILLIC" if lang.split("-")[0] in _CYRILLIC else "GREEK" if lang == "el" else "LATIN"
    return any(scripts(word) - {home} for word in words(text))


def wrong_spaces(text: str, lang: str) -> bool:
    return bool(re.search(r"[^\S\n]{2}|[^\S\n]\n|\n[^\S\n]|\n\n|[^\S \n]", text))


def space_before_punctuation(text: str, lang: str) -> bool:
    # French puts a space before two-part marks, and three dots may stand for words left out.
    marks = r"[,.)\]”]" if lang.split("-")[0] == "fr" else r"[,.;:!?)\]”’]"
    return bool(re.search(rf"\s(?!\.\.\.){marks}|[(\[“‘]\s", _low_quotes(text)))


def _low_quotes(text: str) -> str:
    """The text with „…“ as “…”, so that an opening mark is known from a closing one."""
    return re.sub("„([^“”„]*)[“”]", "“\\1”", text)


def opening_behind_a_word(text: str, lang: str) -> bool:
    return bool(re.search(r"\w[‘“]", _low_quotes(text)))


def mixed_quotes(text: str, lang: str) -> bool:
    double = set(re.findall('["“”„‟«»「」]', text))
    straight = {'"', "'"} & set(text)
    curly = set("‘’“”„") & set(text)
    return bool(straight and curly) or bool(double and not any(double <= pair for pair in _PAIRS))


def hyphen_before_space(text: str, lang: str) -> bool:
    return bool(re.search(r"\w[-‐‑]\s", text))


def invisible(text: str, lang: str) -> bool:
    """Soft hyphens, zero-width characters, control characters, private use, lone surrogates."""
    return any(unicodedata.category(char)[0] == "C" for char in text.replace("\n", ""))


def not_composed(text: str, lang: str) -> bool:
    return not unicodedata.is_normalized("NFC", text)


Finding = Callable[[str, str], bool]
EVERYWHERE: dict[str, Finding] = {
    "scripts mixed in a word": mixed_scripts,
    "invisible character": invisible,
    "not in normal form C": not_composed,
    "wrong space": wrong_spaces,
}
IN_TEXTS: dict[str, Finding] = {
    "foreign script": foreign_script,
    "space before punctuation": space_before_punctuation,
    "mark that opens behind a word": opening_behind_a_word,
    "mixed quotation marks": mixed_quotes,
    "hyphen before a space": hyphen_before_space,
}


@pytest.mark.parametrize("finding", [*EVERYWHERE, *IN_TEXTS])
def test_no_text_has_an_error_of_copying(finding: str) -> None:
    found = (EVERYWHERE | IN_TEXTS)[finding]
    hits = {definition.id for definition in DEFINITIONS if found(definition.text, definition.lang)}
    assert hits == {name for what, name in EXCEPTIONS if what == finding}


@pytest.mark.parametrize("finding", EVERYWHERE)
def test_nothing_that_is_said_of_a_text_has_either(finding: str) -> None:
    hits = [
        (definition.id, said)
        for definition in DEFINITIONS
        for said in strings(definition)
        if said not in definition.text and EVERYWHERE[finding](said, definition.lang)
    ]
    assert hits == []


def strings(value: Any) -> Iterator[str]:
    """All strings of a record, the pieces of its annotation included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (said for item in value.values() for said in strings(item))
    elif isinstance(value, tuple):
        yield from (said for item in value for said in strings(item))
    elif is_dataclass(value):
        yield from (said for field in fields(value) for said in strings(getattr(value, field.name)))


def test_all_strings_of_a_record_are_looked_at() -> None:
    definition: Definition = SHIPPED["oecd-2024"]
    said = set(strings(definition))
    assert {definition.text, "oecd-2023", "OECD/LEGAL/0449", definition.segments[0][1]} <= said
    assert definition.verification and definition.verification.places[0].title in said


@pytest.mark.parametrize(
    ("finding", "text", "lang"),
    [
        ("scripts mixed in a word", "a mаchine", "en"),
        ("scripts mixed in a word", "cистема", "ru"),
        ("foreign script", "а machine", "en"),
        ("foreign script", "a система", "ru"),
        ("foreign script", "Α machine", "en"),
        ("invisible character", "auto\u00adnomy", "en"),
        ("invisible character", "auto\u200bnomy", "en"),
        ("invisible character", "\ufeffautonomy", "en"),
        ("invisible character", "a\tb", "en"),
        ("not in normal form C", "e\u0301tat", "fr"),
        ("wrong space", "a  machine", "en"),
        ("wrong space", "a\u00a0machine", "en"),
        ("wrong space", "a \nmachine", "en"),
        ("wrong space", "a\n\nmachine", "en"),
        ("space before punctuation", "a machine , that", "en"),
        ("space before punctuation", "( a) machine", "en"),
        ("space before punctuation", "“ a” machine", "en"),
        ("space before punctuation", "un système , qui", "fr"),
        ("mark that opens behind a word", "‘AI system‘ means", "en"),
        ("mixed quotation marks", "“AI” means \"a\"", "en"),
        ("mixed quotation marks", "‘AI’ means a user's", "en"),
        ("mixed quotation marks", "“AI“ and «AI»", "en"),
        ("hyphen before a space", "recom- mendations", "en"),
        ("hyphen before a space", "recom-\nmendations", "en"),
    ],
)  # fmt: skip
def test_each_error_would_be_found(finding: str, text: str, lang: str) -> None:
    assert (EVERYWHERE | IN_TEXTS)[finding](text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("„KI-System“ ein maschinengestütztes System", "de"),
        ("«système d’IA» : un système", "fr"),
        ("“AI” means ... a machine (e.g. one that learns)", "en"),
        ("искусственный интеллект", "ru"),
        ("人工智能，是指", "zh-Hans"),
    ],
)
def test_what_is_right_is_left_alone(text: str, lang: str) -> None:
    assert [name for name, found in (EVERYWHERE | IN_TEXTS).items() if found(text, lang)] == []
