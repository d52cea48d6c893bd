"""Collation: every witness comes back to the letter, whatever is done with the order of the others."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import combinations, permutations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from support.strategies import ENGLISH, texts
from support.tex import page_text, run_latex

import aidefs
from aidefs.alignment.collation import Collation
from aidefs.alignment.engine import matching_blocks
from aidefs.library.records import Definition
from aidefs.output.render import render
from aidefs.text.tokens import FIRST_WORD, scan

TEI = "{http://www.tei-c.org/ns/1.0}"
EU_2024 = ("eu-ai-act-2024", "eu-parliament-2023", "eu-provisional-agreement-2024",
           "eu-parliament-first-reading-2024")  # fmt: skip
EU = ("eu-ai-act-2024", "eu-commission-2021", "eu-council-2022", *EU_2024[1:])
OECD = ("oecd-2023", "oecd-2019", "us-naiia-2020", "nist-ai-rmf-2023", "coe-2024")
CHAINS = pytest.mark.parametrize("names", [EU_2024, EU, OECD], ids=["EU 2024", "EU", "OECD"])


def given_texts(written: list[str]) -> list[Definition]:
    return [Definition(id=f"t{number}", text=text, lang="en") for number, text in enumerate(written)]


several = st.lists(texts(12), min_size=2, max_size=5)


def collated(written: list[str]) -> Collation:
    return aidefs.collate(*given_texts(written))


def by_id(result: Collation) -> dict[str, str]:
    return {one.id: witness.siglum for witness in result.witnesses for one in witness.definitions}


# --- the alignment ------------------------------------------------------------------------------


def check_columns(result: Collation) -> None:
    """Every token stands in one column, in order; no column is empty."""
    for number, witness in enumerate(result.witnesses):
        found = [column[number] for column in result.alignment if column[number] is not None]
        assert found == list(range(len(witness.tokens)))
    assert all(any(index is not None for index in column) for column in result.alignment)


def read_back(result: Collation) -> list[str]:
    return [
        "".join(witness.text[slice(*passage.spans[number])] for passage in result.passages)
        for number, witness in enumerate(result.witnesses)
    ]


def check_passages(result: Collation) -> None:
    assert read_back(result) == [witness.text for witness in result.witnesses]
    for passage in result.passages:
        readings = result.readings(passage)
        assert (len(readings) == 1) == (passage.kind == "agreed")
        sigla = [siglum for reading in readings for siglum in reading.sigla]
        assert sorted(sigla) == sorted(one.siglum for one in result.witnesses)


@given(several)
def test_laws_of_any_texts(written: list[str]) -> None:
    result = collated(written)
    assert {one.text for one in result.witnesses} == set(written)
    check_columns(result)
    check_passages(result)


@CHAINS
def test_laws_of_stored_texts(names: tuple[str, ...]) -> None:
    result = aidefs.collate(*names)
    check_columns(result)
    check_passages(result)


def test_all_english_texts_at_once() -> None:
    result = aidefs.collate(*ENGLISH)
    check_columns(result)
    check_passages(result)
    assert 1 < len(result.witnesses) < len(ENGLISH), "some texts are equal to the letter"


@given(several, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_the_others_does_not_matter(written: list[str], chance: object) -> None:
    base, *others = given_texts(written)
    shuffled = list(others)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert aidefs.collate(base, *others).to_dict() == aidefs.collate(base, *shuffled).to_dict()


@CHAINS
def test_the_order_of_stored_texts_does_not_matter(names: tuple[str, ...]) -> None:
    base, *others = names
    first = aidefs.collate(base, *others).to_dict()
    for order in permutations(others):
        assert aidefs.collate(base, *order).to_dict() == first


@CHAINS
def test_another_base_changes_no_column(names: tuple[str, ...]) -> None:
    def columns(result: Collation) -> list[dict[str, int | None]]:
        sigla = [one.siglum for one in result.witnesses]
        return [dict(zip(sigla, column, strict=True)) for column in result.alignment]

    first = aidefs.collate(*names)
    for base in names:
        swapped = aidefs.collate(*names, baseline=base)
        assert swapped.base.definition.id == base
        assert columns(swapped) == columns(first)


def agreement(result: Collation) -> int:
    """Equal words in one column, over all pairs of witnesses."""
    found = 0
    for column in result.alignment:
        codes = [
            one.tokens.codes[index]
            for one, index in zip(result.witnesses, column, strict=True)
            if index is not None
        ]
        found += sum(a == b >= FIRST_WORD for a, b in combinations(codes, 2))
    return found


def most(written: list[str]) -> int:
    codes = [scan(text).word_codes for text in dict.fromkeys(written)]
    return sum(length for a, b in combinations(codes, 2) for _, _, length in matching_blocks(a, b))


@given(texts(15), texts(15))
def test_no_table_agrees_more_than_two_texts_can(a: str, b: str) -> None:
    assert agreement(collated([a, b])) <= most([a, b])


_few = st.sampled_from(["a", "of", "system", "may", "infers"])


@given(st.lists(_few, min_size=1, max_size=12), st.lists(st.tuples(st.integers(0, 12), _few), max_size=6))
def test_what_is_added_to_a_text_costs_no_agreement(old: list[str], added: list[tuple[int, str]]) -> None:
    new = list(old)
    for place, word in added:
        new.insert(place, word)
    result = collated([" ".join(old), " ".join(new)])
    if len(result.witnesses) == 2:
        assert agreement(result) == len(old)


def best_chain(a: list[str], b: list[str]) -> tuple[int, int]:
    """How many words two texts can agree in, and how many of these right behind another or at the start."""

    @cache
    def best(i: int, j: int) -> tuple[int, int]:
        found = (0, 0)
        for k, one in enumerate(a[i:], i):
            for n, other in enumerate(b[j:], j):
                if one == other:
                    words, bonds = best(k + 1, n + 1)
                    found = max(found, (words + 1, bonds + (k == i and n == j)))
        return found

    return best(0, 0)


_again = st.lists(st.sampled_from(["of", "system"]), min_size=1, max_size=7)


@given(_again, _again)
@example(["of", "of", "system", "of"], ["of", "system", "system", "of"])
def test_of_chains_that_agree_with_as_much_the_one_with_fewer_breaks_is_taken(
    a: list[str], b: list[str]
) -> None:
    assume(a != b)
    assume(not any(a.count(word) == 1 == b.count(word) for word in a))  # which would be a fixed point
    result = collated([" ".join(a), " ".join(b)])
    found, before = (0, 0), (-1, -1)
    for x, y in result.alignment:
        if x is not None and y is not None and a[x] == b[y]:
            bond = (x, y) == (before[0] + 1, before[1] + 1)
            found, before = (found[0] + 1, found[1] + bond), (x, y)
    assert found == best_chain(a, b)


@pytest.mark.parametrize(
    ("names", "least"), [(EU_2024, 258), (EU, 459), (OECD, 248)], ids=["EU 2024", "EU", "OECD"]
)
def test_the_chains_agree_as_measured(names: tuple[str, ...], least: int) -> None:
    """The numbers of benchmarks/README.md: CollateX finds 444 and 244 in the best of twenty orders."""
    result = aidefs.collate(*names)
    assert least <= agreement(result) <= most([one.text for one in result.witnesses])


def test_equal_texts_are_one_witness() -> None:
    result = aidefs.collate("oecd@2023", "oecd@2024", "coe")
    assert [(one.siglum, len(one.definitions)) for one in result.witnesses] == [("A", 2), ("B", 1)]
    assert result.base.label == "OECD 2023 · also OECD 2024"
    alone = aidefs.collate("oecd@2023", "oecd@2024")
    assert alone.apparatus == ()
    assert "equal to the letter" in alone.to_text()


# --- the apparatus ------------------------------------------------------------------------------


def lines(result: Collation) -> list[str]:
    return [
        f"{entry.lemma}] " + "; ".join(f"{one.text or 'om.'} {''.join(one.sigla)}" for one in entry.readings)
        for entry in result.apparatus
    ]


def test_the_apparatus_of_the_act_against_its_drafts() -> None:
    assert lines(aidefs.collate(*EU_2024)) == [
        "‘] ‘‘artificial intelligence system’ ( A",
        "system’] system) A",
        "system’] system‘ B",
        "means] is B",
        "that is] om. BC",
        "and] , C",
        "deployment,] deployment BC",
        "and that may exhibit adaptiveness after deployment, and that] and that can A",
        "infers, from the input it receives, how to] om. A",
        "content,] om. A",
        "decisions] decisions, A",
        "can] om. A",
    ]


def restored(result: Collation, number: int) -> list[str]:
    """The keys of a witness, from the base and the apparatus alone."""
    witness, text = result.witnesses[number], result.base.text
    own = [
        (entry.span, reading.text)
        for entry in result.apparatus
        for reading in entry.readings
        if witness.siglum in reading.sigla
    ]
    for (start, end), reading in sorted(own, reverse=True):
        text = f"{text[:start]} {reading} {text[end:]}"
    return scan(text, witness.definition.lang).keys


@CHAINS
def test_a_witness_follows_from_the_base_and_the_apparatus(names: tuple[str, ...]) -> None:
    for base in names:
        result = aidefs.collate(*names, baseline=base)
        for number, witness in enumerate(result.witnesses):
            assert restored(result, number) == witness.tokens.keys, (base, witness)


_words = st.lists(
    st.sampled_from(["a", "of", "or", "can", "AI", "system", "systems", "infers", ",", ";", "."]), min_size=1
)


@given(st.lists(_words.map(" ".join), min_size=2, max_size=4))
def test_a_witness_of_any_words_follows_from_the_apparatus(written: list[str]) -> None:
    result = collated(written)
    for number, witness in enumerate(result.witnesses):
        assert restored(result, number) == witness.tokens.keys


def test_kinds_of_entries() -> None:
    base = "The system infers outputs, and acts."
    result = collated([base, "The system infers outputs and acts.", "The System infers outcomes, and acts."])
    assert [(entry.lemma, entry.kind) for entry in result.apparatus] == [
        ("system", "typographic"),
        ("outputs", "wording"),
        ("outputs,", "punctuation"),
    ]


def test_white_space_is_kept_and_is_no_entry() -> None:
    result = collated(["a b  c", "a  b c ", " a b c"])
    check_passages(result)
    assert result.apparatus == ()
    assert [passage.kind for passage in result.passages if passage.kind != "agreed"] == ["space"] * 4


@pytest.mark.parametrize("number", [0, 25, 26, 51, 52, 701, 702])
def test_sigla_go_on_behind_z(number: int) -> None:
    written = given_texts([f"a text of number {n}" for n in range(number + 2)])
    sigla = sorted(by_id(aidefs.collate(*written)).values(), key=lambda one: (len(one), one))
    expected = {0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"}
    assert sigla[number] == expected[number]


# --- the forms ----------------------------------------------------------------------------------


def witnesses_of(document: str) -> dict[str, str]:
    """The texts of a TEI file by siglum, by nothing but the rules of parallel segmentation."""
    root = ElementTree.fromstring(document)
    found = {one.attrib["{http://www.w3.org/XML/1998/namespace}id"]: "" for one in root.iter(f"{TEI}witness")}
    (block,) = root.iter(f"{TEI}ab")
    for siglum in found:
        parts = [block.text or ""]
        for app in block:
            parts += [one.text or "" for one in app if f"#{siglum}" in one.attrib["wit"].split()]
            parts.append(app.tail or "")
        found[siglum] = "".join(parts)
    return found


@CHAINS
def test_every_witness_is_read_back_from_tei(names: tuple[str, ...]) -> None:
    result = aidefs.collate(*names)
    assert witnesses_of(result.to_tei()) == {one.siglum: one.text for one in result.witnesses}


writable = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))


@given(st.lists(st.one_of(writable, st.sampled_from(["a\r\nb\tc", "a & <b> ]]> \"c\" 'd'"])), min_size=2))
def test_any_text_is_read_back_from_tei(written: list[str]) -> None:
    result = collated(written)
    assert witnesses_of(result.to_tei()) == {one.siglum: one.text for one in result.witnesses}


@given(several)
def test_tei_is_well_formed_whatever_the_texts(written: list[str]) -> None:
    assert len(witnesses_of(collated(written).to_tei())) == len(set(written))


@given(several)
@settings(max_examples=40)
def test_every_form_takes_any_text(written: list[str]) -> None:
    result = collated(written)
    for form in ("text", "markdown", "html", "latex", "csv", "reledmac"):
        assert render(result, form)
        assert render(result.table(), form)


@CHAINS
def test_tei_is_valid(names: tuple[str, ...]) -> None:
    etree = pytest.importorskip("lxml.etree", reason="a RELAX NG grammar cannot be tried without lxml")
    grammar = etree.RelaxNG(etree.parse(str(Path(__file__).parents[1] / "support" / "tei-apparatus.rng")))
    document = etree.fromstring(aidefs.collate(*names).to_tei().encode())
    assert grammar.validate(document), grammar.error_log
    broken = etree.fromstring(aidefs.collate(*names).to_tei().replace("<lem ", "<rdg ", 1)
                              .replace("</lem>", "</rdg>", 1).encode())  # fmt: skip
    assert not grammar.validate(broken)


@pytest.mark.parametrize("names", [EU_2024, OECD], ids=["EU 2024", "OECD"])
@pytest.mark.programs
def test_reledmac_is_compiled(names: tuple[str, ...], tmp_path: Path) -> None:
    nasty = Definition(id="nasty", text=r"A \input{x} & 50 % of $x_1^2$ #1 ~ {y} [z] -- ✓ ☃, an AI system")
    source = aidefs.collate(*names, nasty).to_reledmac()
    log = run_latex("pdflatex", source, tmp_path, needs=("xargs.sty",), runs=3)
    assert (tmp_path / "paper.pdf").stat().st_size > 10_000
    assert "multiply defined" not in log
    assert "Rerun" not in log and "undefined" not in log
    page = page_text(tmp_path / "paper.pdf", "-layout")
    assert "\\input{x}" in page
    assert "000" not in page, "every note has found its line"


_TWICE = (
    "the system that acts and the system that learns and the model that acts on the system",
    "a system that acts and the machine that learns and a model which acts on this system",
)


def test_a_lemma_that_stands_twice_has_all_its_places() -> None:
    page = aidefs.collate(*_TWICE, lang="en").to_reledmac()
    places = ",".join(f"at{match.start()}" for match in re.finditer(r"\bthe\b", _TWICE[0]))
    assert page.count(rf"{{{places}}}") == 3, "one for each variant of the article"
    assert rf"\lemma{{the\aidefsrank{{at0}}{{{places}}}}}" in page
    for place in places.split(","):
        assert page.count(rf"\edlabel{{{place}}}the") + page.count(rf"\edlabel{{{place}}}\edlabel") == 1
    once = aidefs.collate("one system acts", "one machine acts", lang="en").to_reledmac()
    assert "aidefsrank" not in once


@pytest.mark.programs
def test_a_lemma_that_stands_twice_in_its_line_bears_a_number(tmp_path: Path) -> None:
    source = aidefs.collate(*_TWICE, lang="en").to_reledmac()
    # As signs on the line, which a reader of the page gets in order.
    source = source.replace(r"\textsuperscript{\number\@tempcntb}", r"/\number\@tempcntb/")
    run_latex("pdflatex", source, tmp_path, needs=("xargs.sty",), runs=3)
    page = " ".join(page_text(tmp_path / "paper.pdf", "-layout").split())
    for note in ("the/1/] a", "system/2/] machine", "the/3/] a", "that/3/] which", "the/4/] this"):
        assert note in page


def test_reledmac_shortens_long_lemmata() -> None:
    page = aidefs.collate(*EU_2024).to_reledmac()
    assert r"\lemma{and that \dots{} and that}" in page
    assert len(re.findall(r"\\Afootnote", page)) == 12


def test_the_table_has_explicit_gaps() -> None:
    rows = render(aidefs.collate(*EU_2024[1:]).table(), "csv").splitlines()
    assert rows[0].split(",")[0] == "No."
    assert any("—" in row for row in rows)


def test_rows_have_the_same_keys_and_give_the_texts_back() -> None:
    result = aidefs.collate(*OECD)
    rows = result.records()
    assert len(rows) == len(result.alignment) * len(result.witnesses)
    assert {tuple(row) for row in rows} == {tuple(one.name for one in result.columns())}
    for witness in result.witnesses:
        own = [row for row in rows if row["siglum"] == witness.siglum and row["token"] is not None]
        assert [row["key"] for row in own] == witness.tokens.keys
        assert all(witness.text[row["start"] : row["end"]] == row["token"] for row in own)


SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": [
        "schema", "data_version", "data_hash", "base", "witnesses", "columns", "passages", "apparatus",
    ],
    "properties": {
        "schema": {"const": "aidefs/collation/1"},
        "data_version": {"type": "string"},
        "data_hash": {"type": "string"},
        "base": {"$ref": "#/$defs/siglum"},
        "witnesses": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["siglum", "ids", "label", "adopted", "lang", "text", "tokens"],
                "properties": {
                    "siglum": {"$ref": "#/$defs/siglum"},
                    "ids": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                    "label": {"type": "string"},
                    "adopted": {"type": "string"},
                    "lang": {"type": "string"},
                    "text": {"type": "string"},
                    "tokens": {"type": "array", "items": {"$ref": "#/$defs/span"}},
                },
            },
        },
        "columns": {
            "type": "array",
            "items": {"type": "array", "items": {"type": ["integer", "null"], "minimum": 0}},
        },
        "passages": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["kind", "columns", "spans"],
                "properties": {
                    "kind": {"enum": ["agreed", "wording", "punctuation", "typographic", "space"]},
                    "columns": {"$ref": "#/$defs/span"},
                    "spans": {"type": "array", "items": {"$ref": "#/$defs/span"}},
                },
            },
        },
        "apparatus": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["number", "kind", "span", "lemma", "readings"],
                "properties": {
                    "number": {"type": "integer", "minimum": 1},
                    "kind": {"enum": ["wording", "punctuation", "typographic"]},
                    "span": {"$ref": "#/$defs/span"},
                    "lemma": {"type": "string"},
                    "readings": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["text", "sigla"],
                            "properties": {
                                "text": {"type": "string"},
                                "sigla": {"type": "array", "items": {"$ref": "#/$defs/siglum"}},
                            },
                        },
                    },
                },
            },
        },
    },
    "$defs": {
        "siglum": {"type": "string", "pattern": "^[A-Z]+$"},
        "span": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
    },
}  # fmt: skip


@CHAINS
def test_the_json_has_the_documented_shape(names: tuple[str, ...]) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="a schema cannot be tried without jsonschema")
    jsonschema.validate(json.loads(aidefs.collate(*names).to_json()), SCHEMA)


# --- what cannot be collated ----------------------------------------------------------------------


def test_texts_of_two_languages_are_refused() -> None:
    with pytest.raises(aidefs.InputError, match=r"one language: 'eu-ai-act-2024' is in en, .* in fr"):
        aidefs.collate("eu", "eu:fr")


def test_fewer_than_two_texts_are_refused() -> None:
    with pytest.raises(aidefs.InputError, match="two or more texts; 1 given"):
        aidefs.collate("eu")


def test_a_baseline_that_is_not_collated_is_refused() -> None:
    with pytest.raises(aidefs.InputError, match="baseline 'oecd-2019' is not among"):
        aidefs.collate("eu", "coe", baseline="oecd@2019")


@pytest.mark.parametrize("form", ["tei", "reledmac"])
def test_only_a_collation_has_the_form_of_an_edition(form: str) -> None:
    with pytest.raises(aidefs.InputError, match=f"a redline has no form '{form}'"):
        render(aidefs.diff("coe", "eu"), form)


def test_a_frame_has_a_type_a_column() -> None:
    pytest.importorskip("pandas", reason="there are no frames without pandas")
    result = aidefs.collate(*OECD)
    frame = result.to_frame()
    assert list(frame.columns) == [column.name for column in result.columns()]
    assert (frame["start"].dtype, frame["token"].dtype) == ("Int64", "string")
    gaps = frame[frame["token"].isna()]
    assert len(gaps) == sum(index is None for column in result.alignment for index in column) > 0


# --- passages -------------------------------------------------------------------------------------


def read(written: list[str]) -> list[tuple[str, list[str]]]:
    """The passages of texts: their kinds, and what each text has."""
    result = collated(written)
    order = sorted(result.witnesses, key=lambda one: written.index(one.text))
    numbers = [result.witnesses.index(one) for one in order]
    return [
        (passage.kind, [result.witnesses[n].text[slice(*passage.spans[n])] for n in numbers])
        for passage in result.passages
    ]


def test_function_words_between_larger_variants_belong_to_their_passage() -> None:
    old, new = "make predictions of great value", "reach decisions of no weight"
    assert read([old, new]) == [("wording", [old, new])]
    kept = read([old.replace(" of ", " may "), new.replace(" of ", " may ")])
    assert [kind for kind, _ in kept] == ["wording", "agreed", "wording"]


def test_white_space_before_a_variant_belongs_to_it() -> None:
    assert read(["it acts  well", "it acts badly"]) == [
        ("agreed", ["it acts", "it acts"]),
        ("wording", ["  well", " badly"]),
    ]


def test_separated_values_are_one_table_with_a_column_for_each_text() -> None:
    rows = list(aidefs.collate("coe", "eu", "oecd").sheet())
    assert rows[0] == ["No.", "B: CoE Convention (base)", "A: OECD 2024", "C: EU AI Act", "Kind"]
    assert {len(row) for row in rows} == {5}
    assert ["6", "may", "can", "can", "wording"] in rows
    assert ["2", "system”", "", "system’", "typographic"] in rows
