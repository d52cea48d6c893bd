"""Search: what is a hit, where it lies, and how it is shown."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import DEFINITIONS, texts

import aidefs
from aidefs.cli.main import main
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.survey.search import concordance
from aidefs.text.tokens import tokenize
from aidefs.text.visible import columns

SHIPPED = Library.shipped()


def found(text: str, words: str, lang: str = "en") -> list[str]:
    """The matches in a text."""
    return [hit.match for hit in concordance([Definition("x", text, lang=lang)], words)]


@pytest.mark.parametrize(
    ("text", "words", "matches"),
    [
        ("Varying Levels  of\nautonomy.", "levels of autonomy", ["Levels  of\nautonomy"]),
        ("a machine-based system", "machine‑based", ["machine-based"]),
        ("a machine-based system", "machine based", []),
        ("a machine-based system", "machine", []),
        ("a machine-based system", "machine*", ["machine-based"]),
        ("a machine-based system", "machine-*", ["machine-based"]),
        ("a machine-based system", "m* s*", ["machine-based system"]),
        ("an ‘AI system’ means", '"ai system"', ["‘AI system’"]),
        ("adapts, adaptive, adapt", "adapt*", ["adapts", "adaptive", "adapt"]),
        ("recommendations, or decisions", "recommendations or", []),
        ("recommendations, or decisions", "Recommendations, or", ["recommendations, or"]),
        ("very very very much", "very very", ["very very"]),
        ("15 U.S.C. 9401", "u.s.*", ["U.S.C."]),
        ("人工智能系统", "智能", ["智能"]),
        ("人工智能系统", "智能*", ["智能"]),
        ("a b", "a b c", []),
        ("", "a", []),
    ],
)
def test_matches(text: str, words: str, matches: list[str]) -> None:
    assert found(text, words) == matches


def test_elided_articles_are_words_of_their_own() -> None:
    assert found("l’autonomie", "autonomie", "fr") == ["autonomie"]
    assert found("l’autonomie", "l'auto*", "fr") == ["l’autonomie"]
    assert found("l’autonomie", "autonomie", "en") == []


@pytest.mark.parametrize("words", ["", " \n"])
def test_nothing_to_look_for(words: str) -> None:
    with pytest.raises(InputError, match="there are no words to look for"):
        concordance([], words)


@pytest.mark.parametrize("words", ["*", "how ** outputs", "in*out", "*tion", "adapt**", "a* b*c"])
def test_a_star_stands_at_the_end_of_a_word(words: str) -> None:
    with pytest.raises(InputError, match=r"'\*' stands for the end of a word and cannot stand elsewhere"):
        aidefs.search(words)


@pytest.mark.parametrize("words", [3, None, ["autonomy"], b"autonomy"])
def test_what_is_not_a_string_cannot_be_looked_for(words: Any) -> None:
    with pytest.raises(InputError, match=f"expected words to look for, not {type(words).__name__}"):
        aidefs.search(words)


def test_a_negative_context() -> None:
    with pytest.raises(InputError, match="from 0 on, unlike -1"):
        aidefs.search("autonomy", context=-1)


@given(texts(), st.data())
def test_every_run_of_tokens_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    tokens = [token for token in tokenize(text) if token.kind != "space"]
    if not tokens:
        return
    low = data.draw(st.integers(0, len(tokens) - 1))
    high = data.draw(st.integers(low + 1, min(low + 4, len(tokens))))
    words = text[tokens[low].start : tokens[high - 1].end]
    # A stretch cut out of a chunk may fall into other tokens, and a star is a wildcard.
    if "*" in words or [t.key for t in tokenize(words)] != [t.key for t in tokens[low:high]]:
        return
    result = concordance([Definition("x", text)], words, 3)
    spans = [(hit.start, hit.end) for hit in result]
    assert any(start <= tokens[low].start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for hit in result:
        assert [t.key for t in tokenize(hit.match)] == [t.key for t in tokens[low:high]]
        assert text[: hit.start].endswith(hit.left) and text[hit.end :].startswith(hit.right)


def test_context_is_counted_in_tokens() -> None:
    definition = Definition("x", "  one two, three four five six")
    hit = concordance([definition], "three", 2).hits[0]
    assert (hit.left, hit.match, hit.right) == ("two, ", "three", " four five ")
    hit = concordance([definition], "three", 0).hits[0]
    assert (hit.left, hit.right) == ("", " ")
    hit = concordance([definition], "three", 99).hits[0]
    assert hit.left + hit.match + hit.right == definition.text


def test_hits_lie_in_reviewed_elements() -> None:
    result = aidefs.search("levels of autonomy", jurisdiction=["EU", "COE"], year=2024, lang="en")
    elements = {hit.definition.id: hit.elements for hit in result}
    assert elements["eu-ai-act-2024"] == elements["coe-2024"] == ("autonomy",)
    across = aidefs.search("autonomy and that may", jurisdiction="EU", status="in force").hits[0]
    assert across.elements == ("autonomy", "adaptiveness")
    bare = next(d for d in DEFINITIONS if not d.reviewed)
    first = tokenize(bare.text, bare.lang)[0].text
    assert concordance([bare], first).hits[0].elements == ()


def test_filters_and_counts() -> None:
    result = aidefs.search("autonom*", jurisdiction="EU", lang="en")
    chosen = SHIPPED.where(jurisdiction="EU", lang="en")
    assert result.searched == len(chosen)
    assert list(result.found_in) == [d.id for d in chosen if re.search(r"\bautonom", d.text, re.I)]
    data = result.to_dict()
    assert (data["count"], data["definitions"], data["searched"]) == (
        len(result), len(result.found_in), len(chosen),
    )  # fmt: skip
    for hit in data["hits"]:
        assert SHIPPED[hit["id"]].text[hit["start"] : hit["end"]] == hit["match"]
    counts = f"{len(result)} hits in {len(result.found_in)} definitions"
    assert repr(result) == f"<Concordance of 'autonom*': {counts}>"
    with pytest.raises(InputError, match="unknown kind"):
        aidefs.search("autonomy", kind="tretty")


# --- how it is shown ------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 60, 80, 140])
@pytest.mark.parametrize("words", ["system*", "autonom*", "系统", "シ*", "может", "人工智能"])
def test_lines_fit_and_matches_stand_in_a_column(words: str, width: int) -> None:
    result = aidefs.search(words, context=30)
    lines = result.to_text(width=width).splitlines()
    hits = [line for line in lines if line.startswith("  ") and "*" in line]
    assert len(hits) == len(result)
    assert len({columns(line[: line.index("*")]) for line in hits}) <= 1
    for line in lines[2:]:
        assert columns(line) <= width


def test_the_text_form(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["search", "levels", "of", "autonomy", "--jurisdiction", "COE", "--year", "2024"]) == 0
    out, err = capsysbinary.readouterr()
    assert (out.decode(), err) == (
        "Search: levels of autonomy\n\n"
        "coe-2024  CoE Convention\n"
        "  autonomy  …vary in their *levels of autonomy* and adaptiveness after…\n\n"
        "1 hit in 1 of 1 definition.\n",
        b"",
    )


def test_no_hit(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["search", "zebra", "--jurisdiction", "EU"]) == 0
    shown = capsysbinary.readouterr().out.decode()
    assert re.fullmatch(
        r"Search: zebra\n\n0 hits in 0 of \d+ definitions\.(\sNearest words: [\w,\s]+\.)?\n", shown
    )


def test_painted_matches_have_no_signs() -> None:
    from aidefs.output.render import render

    shown = render(aidefs.search("autonomy", jurisdiction="COE"), "text", paint=lambda t, m: f"<{m}:{t}>")
    assert "<strong:autonomy>" in shown and "*" not in shown


def test_a_hit_inside_quotation_marks_keeps_them_close() -> None:
    assert "‘*AI system*’ means" in aidefs.search("AI system", jurisdiction="EU", year=2024).to_text()


def test_tables_and_json(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["search", "machine-based", "--jurisdiction", "COE", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode())))
    assert list(rows[0]) == ["Id", "Label", "Element", "Before", "Match", "Behind"]
    assert {row["Match"] for row in rows} == {"machine-based"}
    assert main(["search", "machine-based", "--jurisdiction", "COE", "--format", "json"]) == 0
    data = json.loads(capsysbinary.readouterr().out)
    assert data["schema"] == "aidefs/search/1"
    assert [hit["id"] for hit in data["hits"]] == [row["Id"] for row in rows]


# --- elements and loose words -------------------------------------------------------------------


def test_hits_in_an_element() -> None:
    found = aidefs.search("data", element="input")
    everywhere = aidefs.search("data")
    assert 0 < len(found) < len(everywhere)
    assert all("input" in hit.elements for hit in found)
    assert found.left_aside == sum(not one.reviewed for one in aidefs.definitions())
    assert found.searched + found.left_aside == everywhere.searched
    assert found.to_dict()["elements"] == ["input"]
    with pytest.raises(aidefs.UnknownName, match="unknown element 'inferenc'; nearest: inference"):
        aidefs.search("infer*", element="inferenc")


def test_loose_words() -> None:
    strict, loose = aidefs.search("machine based"), aidefs.search("machine based", loose=True)
    assert strict.loosely == len(loose) > len(strict)
    assert {hit.match.lower() for hit in loose} >= {"machine-based"}
    assert f"With --loose: {len(loose)} hits." in strict.to_text()
    assert len(aidefs.search("machine-based", loose=True)) == len(loose)
    across = aidefs.search("recommendations or decisions", loose=True, jurisdiction="EU", lang="en")
    assert any("," in hit.match for hit in across)
    with pytest.raises(aidefs.InputError, match="no words to look for"):
        aidefs.search("- ,", loose=True)


@given(st.sampled_from(list(aidefs.definitions(lang="en"))), st.data())
def test_loose_finds_whatever_strict_finds(one: aidefs.Definition, data: st.DataObject) -> None:
    words = one.text.split()
    start = data.draw(st.integers(0, max(len(words) - 4, 0)))
    phrase = " ".join(words[start : start + 3]).replace("*", "")
    if any(char.isalnum() for char in phrase):
        strict = concordance([one], phrase)
        loose = concordance([one], phrase, loose=True)
        assert strict.hits and len(loose) >= 1


def test_a_search_without_hits_names_the_nearest_words() -> None:
    found = aidefs.search("infxr*")
    assert not found.hits and "infer" in found.nearest
    assert "Nearest words: infer" in found.to_text()
    assert found.to_dict()["nearest"] == list(found.nearest)
    assert aidefs.search("machine based").nearest == (), "the loose search would find it"
    assert aidefs.search("infer*").nearest == ()
    nothing = aidefs.search("infer", year=1900)
    assert "No definition meets all conditions." in nothing.to_text()


def test_elements_of_ones_own_are_looked_for_in_texts_cut_by_them(tmp_path: Path) -> None:
    from aidefs.library.taxonomy import Taxonomy

    file = tmp_path / "elements.toml"
    file.write_text(
        '[[element]]\nid = "who"\nlabel = "Who"\nasks = "Who?"\ngroup = "core"\n'
        '[element.cues]\nen = ["natural person*"]\n'
        '[[element]]\nid = "rest"\nlabel = "Rest"\nasks = "What?"\ngroup = "supporting"\nrole = "rest"\n',
        encoding="utf-8",
    )
    found = aidefs.search("persons", element="who", taxonomy=Taxonomy.load(file))
    assert found.hits and all("who" in hit.elements for hit in found.hits)
    everywhere = aidefs.search("persons")
    assert {hit.definition for hit in found.hits} <= {hit.definition for hit in everywhere.hits}
