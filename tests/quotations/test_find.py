"""Quotations: what is found in running text, as which text, with which faults, attributed to what."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from itertools import cycle, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.strategies import DEFINITIONS, ENGLISH, texts

import aidefs
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.quotations.find import examine
from aidefs.quotations.index import index_of
from aidefs.quotations.references import ReferenceText, words
from aidefs.text.tokens import tokenize

EU = aidefs.get("eu").text
DEFINIENS = EU[EU.index("a machine") : -1]
# Texts that a passage is not taken for, because it is taken for the one that came of them or that they name.
DRAFTS = {
    "eu-provisional-agreement-2024", "eu-parliament-first-reading-2024", "us-eo-14110-2023-ai",
    "us-ca-ccpa-admt-draft-2024",
}  # fmt: skip

SENTENCES = (
    "The committee met on Tuesday and adjourned early.",
    "Nobody had read the minutes, which were long.",
    "It rained in the valley for the rest of the week.",
    "The following words were read aloud:",
    "After lunch the members went for a walk by the river.",
    "Costs rose by 4.5% (see the annex), and the ferry was late again.",
)
prose = st.lists(st.sampled_from(SENTENCES), max_size=12).map(" ".join)


def only(text: str, **options: str) -> aidefs.Quotation:
    """The single quotation of a text."""
    found = aidefs.find_quotations(text, **options)
    assert len(found) == 1, found
    return found[0]


def faults(quotation: aidefs.Quotation) -> list[tuple[str, str]]:
    return [(edit.op, edit.text.strip()) for edit in quotation.faults]


# --- laws -------------------------------------------------------------------------------------


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda d: d.id)
@settings(max_examples=3)
@given(before=prose, after=prose)
def test_every_definition_is_found_in_any_prose(definition: Definition, before: str, after: str) -> None:
    text = f"{before}\n\n{definition.text}\n\n{after}"
    if definition.text.count("“") > definition.text.count("”"):  # a bill that quotes what it amends
        parts = aidefs.find_quotations(text)
        assert parts and {one.verdict for one in parts} == {"exact"}, "no passage crosses a mark"
        return
    one = only(text)
    start = len(before) + 2
    assert text[one.start : one.end] == one.text
    ids = {one.definition.id, *one.same_wording}
    if definition.id in DRAFTS:
        assert definition.id in (one.definition.id, *one.exact_matches)
        return
    assert definition.id in ids and one.verdict == "exact" and one.extent != "truncated"
    head = re.match(r"(?:\(\w{1,3}\) )?", definition.text).end()  # type: ignore[union-attr]  # an enumerator
    missing = text[start + head : one.start] + text[one.end : start + len(definition.text)]
    assert not words(missing)  # at most a mark at its edge, such as an ellipsis
    assert 0 <= one.start - start <= 2 + head and 0 <= start + len(definition.text) - one.end <= 2


@given(prose)
def test_nothing_is_found_in_text_without_quotations(text: str) -> None:
    assert aidefs.find_quotations(text) == ()


# The reference at the end of the NIST text may be left out, so a change in it is none of the definition.
NO_SINGLE_FAULT = DRAFTS | {"nist-ai-rmf-2023"}
LONG = tuple(
    d for d in DEFINITIONS if d.lang == "en" and len(d.text.split()) > 25 and d.id not in NO_SINGLE_FAULT
)


@settings(max_examples=120)
@given(st.data())
def test_a_removed_word_is_the_one_fault(data: st.DataObject) -> None:
    definition = data.draw(st.sampled_from(LONG))
    tokens = [t for t in tokenize(definition.text) if t.kind == "word"]
    inner = range(len(tokens) // 2, len(tokens) - 5)
    at = data.draw(st.sampled_from(inner))
    token = tokens[at]
    if tokens[at - 1].key == token.key or tokens[at + 1].key == token.key:
        return  # of two equal words either may be the one that is missing
    if definition.text[token.end] == "(":
        return  # "model(s)" is one word to its reader
    changed = definition.text[: token.start] + definition.text[token.end :].lstrip()
    found = aidefs.find_quotations(f"It was read aloud: “{changed}” Then they left.")
    assert found
    for one in found:
        if one.definition.id == definition.id and len(found) == 1:
            assert one.verdict == "changed"
            assert [edit.text.strip() for edit in one.faults if not edit.punctuation] == [token.text]
            a = next(edit.a for edit in one.faults if not edit.punctuation)
            assert a is not None and definition.text[slice(*a)].strip() == token.text
        else:  # another stored text may be nearer to the changed one
            assert one.definition.id in {d.id for d in DEFINITIONS}


@pytest.mark.parametrize("at", [i for i, c in enumerate(EU) if c == ","])
def test_a_lost_comma_is_the_one_fault(at: int) -> None:
    one = only(f"As the AI Act says, {EU[:at]}{EU[at + 1 :]}")
    assert (one.definition.id, one.verdict, one.extent) == ("eu-ai-act-2024", "punctuation", "whole")
    assert [(edit.op, edit.a, edit.text) for edit in one.faults] == [("delete", (at, at + 1), ",")]


@given(prose, st.integers(0, 3))
def test_the_redline_gives_both_sides_back(before: str, cut: int) -> None:
    text = before + " " + DEFINIENS.replace("varying", "various").replace("can", "may" * (cut > 1) or "can")
    one = only(text)
    low, high = one.official
    official = "".join(edit.text for edit in one.edits if edit.op != "insert")
    assert official == one.definition.text[low:high]
    spans = [edit.b for edit in one.edits if edit.b]
    assert spans[0][0] == one.start and spans[-1][1] == one.end
    assert [low for low, _ in spans[1:]] == [high for _, high in spans[:-1]]


@given(texts(60))
def test_any_text_is_searched(text: str) -> None:
    for one in aidefs.find_quotations(text + " " + EU + " " + text):
        assert 0 <= one.start < one.end <= 2 * len(text) + len(EU) + 2
        json.dumps(one.to_dict())


def test_passages_beside_each_other_are_told_apart() -> None:
    ids = ["iso-iec-22989-2022", "oecd-2024", "eu-ai-act-2024", "nist-ai-rmf-2023"]
    text = "\n".join(aidefs.get(name).text for name in ids)
    found = aidefs.find_quotations(text)
    assert [one.definition.id for one in found] == ids
    assert {one.verdict for one in found} == {"exact"}
    assert all(a.end <= b.start for a, b in pairwise(found))


def disjoint(text: str) -> bool:
    """Whether no passage takes a character of another one."""
    found = [(one.start, one.end) for one in aidefs.find_quotations(text)]
    return all(low < high for low, high in found) and all(a[1] <= b[0] for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "infers, from the input it receives, how to generate outputs such as decisions that“Artificial "
        "intelligence system” means any machine learning-based system can influence physical virtual",
        "“solves tasks requiring human-like perception, cognition, planning, learning, communication, or "
        "physical action.\n(3) An artificial system designed to act like a intelligence system’ means any "
        "software or hardware implementation artificial intelligence, artificial intelligence model weights "
        "and any numerical parameters associated",
        "““as used in this Act refers a system capable of autonomous operation, which, through input or "
        "sensing and by means of machine learning and”“…”the artificial intelligence problem is taken to be "
        "that of making a machine ways that would be called intelligent if a human were so behaving.",
    ],
)
def test_no_passage_takes_words_of_the_one_before(text: str) -> None:
    assert disjoint(text) and len(aidefs.find_quotations(text)) >= 2


@st.composite
def patchworks(draw: st.DrawFn) -> str:
    """Pieces of definitions, some of their words lost, some between marks that do not always close."""
    parts = []
    for _ in range(draw(st.integers(2, 4))):
        words = draw(st.sampled_from(ENGLISH)).text.split(" ")
        low = draw(st.integers(0, max(len(words) - 6, 0)))
        words = words[low : low + draw(st.integers(5, 40))]
        lost = draw(st.sets(st.integers(0, len(words) - 1), max_size=3))
        piece = " ".join(word for k, word in enumerate(words) if k not in lost)
        opened, closed = draw(st.sampled_from(["  ", "“”", '""', '" ', "“ ", "[]"]))
        between = ("", " ", "\n\n", ", ", '"', "; “", " The AI Act says: ", "[^1]", "“…”")
        parts += [opened.strip() + piece + closed.strip(), draw(st.sampled_from(between))]
    return "".join(parts)


def test_a_mark_between_two_passages_belongs_to_one_of_them() -> None:
    """Texts cut before a mark inside of them, each with a text behind it that begins with that mark."""
    cut = [(one.text, at.start()) for one in ENGLISH for at in re.finditer('["“‘]', one.text[60:])]
    opened = [one.text for one in ENGLISH if one.text[0] in '"“‘']
    pairs = [
        text[: 61 + at] + next_one[1:240] for (text, at), next_one in zip(cut, cycle(opened), strict=False)
    ]
    for low in range(0, len(pairs), 20):
        assert disjoint("\n\n".join(pairs[low : low + 20]))


def test_two_passages_with_a_few_long_words_between_are_two() -> None:
    """The second stands so near that its words are looked at with the first one's, and again with its own."""
    first, second = aidefs.get("coe").text, aidefs.get("eu").text.rstrip(";")
    for number in range(4, 26, 3):
        between = " ".join(f"Rindfleischetikettierungsüberwachung{chr(97 + k)}" for k in range(number))
        found = aidefs.find_quotations(f"{first} {between} {second}")
        assert [one.text for one in found] == [first, second]


@given(patchworks())
def test_passages_never_overlap(text: str) -> None:
    assert disjoint(text)


# --- what is no fault -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "printed",
    [
        DEFINIENS,
        "“" + DEFINIENS.replace("a machine", "A machine", 1) + ".”",
        DEFINIENS.replace(" ", "\n"),
        DEFINIENS.replace(" ", "\u00a0"),
        DEFINIENS.replace("machine-based", "machine-\nbased"),
        DEFINIENS.replace("recommendations", "recommenda-\ntions"),
        DEFINIENS.replace("recommendations", "recommen\u00addations"),
        DEFINIENS.replace("machine-based", "machine‑based"),
        DEFINIENS.replace("infers", "**infers**").replace("physical", "*physical*"),
        DEFINIENS.replace("infers", "<b>infers</b>").replace("physical", '<a href="x">physical</a>'),
        DEFINIENS.replace("infers", r"\textbf{infers}").replace("physical", r"\emph{physical}"),
        DEFINIENS.replace("infers,", "infers,[^3]").replace("content,", "content,<sup>4</sup>"),
        DEFINIENS.replace("that can", "that [can]"),
        "> " + DEFINIENS.replace(", ", ",\n> "),
        "// " + DEFINIENS.replace(", ", ",\n// "),
        '"' + DEFINIENS.replace(", and", ', "\n    "and').replace(", how", ', "\n    "how') + '"',
        "| AI | " + DEFINIENS.replace(", and", ", |\n|    | and") + " |",
        "(1) " + DEFINIENS.replace("that is", "(2) that is").replace("that can", "(3) that can"),
        DEFINIENS.replace("infers", "[infers](https://example.org/infers)"),
        DEFINIENS.replace("deployment,", "deployment,3"),
        DEFINIENS.replace("deployment,", "deployment 3,"),
        DEFINIENS.replace(
            " designed to operate with varying levels of", "designedtooperatewithvaryinglevelsof"
        ),
        DEFINIENS.replace(", infers", ",\n3 Regulation (EU) 2024/1689.\ninfers"),
    ],
)
def test_mark_up_and_case_are_no_faults(printed: str) -> None:
    one = only(f"They wrote:\n\n{printed}\n\nThat was all.")
    assert (one.definition.id, one.verdict, one.extent, one.faults) == (
        "eu-ai-act-2024",
        "exact",
        "definiens",
        (),
    )


@pytest.mark.parametrize(
    ("old", "new", "verdict", "expected"),
    [
        (
            "virtual environments",
            "virtual environment",
            "changed",
            [("delete", "environments"), ("insert", "environment")],
        ),
        ("outputs", "output", "changed", [("delete", "outputs"), ("insert", "output")]),
        ("may exhibit", "can exhibit", "changed", [("delete", "may"), ("insert", "can")]),
        (
            "machine-based",
            "machinebased",
            "changed",
            [("delete", "machine-based"), ("insert", "machinebased")],
        ),
        ("recommendations, or", "recommendations or", "punctuation", [("delete", ",")]),
        ("varying levels of", "levels of", "changed", [("delete", "varying")]),
        ("that can influence", "that can materially influence", "changed", [("insert", "materially")]),
    ],
)
def test_a_changed_word_or_comma_is(
    old: str, new: str, verdict: str, expected: list[tuple[str, str]]
) -> None:
    one = only(f"The EU AI Act speaks of “{DEFINIENS.replace(old, new)}”.")
    assert (one.definition.id, one.verdict, faults(one)) == ("eu-ai-act-2024", verdict, expected)


@given(st.integers(1, len(DEFINIENS) - 1), st.sampled_from("\u00ad\u200b\u200c\u2060\ufeff"))
def test_what_nobody_sees_is_no_fault(at: int, mark: str) -> None:
    one = only(f"The EU AI Act says “{DEFINIENS[:at]}{mark}{DEFINIENS[at:]}”.")
    assert (one.definition.id, one.verdict, one.extent) == ("eu-ai-act-2024", "exact", "definiens")


def test_a_text_full_of_soft_hyphens_is_found() -> None:
    soft = re.sub(r"(?<=\w\w)(?=\w\w)", "\u00ad", EU)
    assert only(f"{soft}").verdict == "exact"


@given(st.data())
def test_lost_spaces_are_no_faults(data: st.DataObject) -> None:
    spaces = [match.start() for match in re.finditer(" ", DEFINIENS)]
    first = data.draw(st.integers(0, len(spaces) - 8))
    lost = set(spaces[first : first + data.draw(st.integers(8, len(spaces)))])
    printed = "".join(c for k, c in enumerate(DEFINIENS) if k not in lost)
    one = only(f"The EU AI Act says “{printed}”.")
    assert (one.definition.id, one.verdict) == ("eu-ai-act-2024", "exact")
    assert one.text == printed  # the spaces are read, and not in the text


def test_words_added_inside_the_quotation_marks_are_faults() -> None:
    one = only(f"They speak of “{DEFINIENS} and related software”.")
    assert faults(one) == [("insert", "and related software")]
    assert only(f"They speak of “{DEFINIENS}” and related software.").verdict == "exact"
    one = only(f"They speak of “{DEFINIENS}. This includes models”.")
    assert faults(one) == [("insert", ". This includes models")]
    assert only(f"They speak of “{DEFINIENS}”. This includes models.").verdict == "exact"
    iso = aidefs.get("iso").text.rstrip(".")
    assert faults(only(f"It is “an {iso}, and learns”.")) == [("insert", ", and learns")]


def test_a_reference_behind_the_quotation_marks_is_not_quoted() -> None:
    text = aidefs.get("nist").text
    body, reference = (
        text[text.index("an engineered") : text.index(" (Adapted")],
        text[text.index("(Adapted") :],
    )
    assert only(f"NIST says “{body}.”\n{reference}").verdict == "exact"
    assert only(f"NIST says “{body} {reference}”").verdict == "exact"


def test_a_word_put_for_two_at_the_end_is_a_fault() -> None:
    text = aidefs.get("us-s2938-2025-ai-system").text.replace("of artificial intelligence.", "of AI.")
    assert faults(only(text)) == [("delete", "artificial intelligence"), ("insert", "AI")]


def test_a_clause_of_another_definition_is_not_reproached() -> None:
    clause = (
        "“AI system” means an engineered system that— (A) generates outputs, such as content, forecasts, "
        "recommendations or decisions for a given set of objectives"
    )
    assert only(f"{clause}.").definition.id == "iso-iec-22989-2022"
    other = aidefs.find_quotations(f"{clause}; and (B) is designed to operate by itself.")
    assert [one.reproach for one in other] == [
        ()
    ]  # a limb that S. 3312 has in other words, and nobody is named
    following = only(f"{clause}; (4) ‘provider’ means a person.")
    assert following.definition.id == "iso-iec-22989-2022"


# --- extent -----------------------------------------------------------------------------------


def test_extents() -> None:
    assert only(EU).extent == "whole"
    assert only(f"It is {DEFINIENS}.").extent == "definiens"
    half = DEFINIENS[: DEFINIENS.index(", how")]
    assert (only(f"It is {half}.").extent, only(f"It is {half}.").verdict) == ("truncated", "exact")


@pytest.mark.parametrize("dots", ["…", "...", "[…]", "[...]", "(...)", ". . ."])
def test_an_ellipsis_is_an_omission_and_no_fault(dots: str) -> None:
    start, end = DEFINIENS.index("that is designed"), DEFINIENS.index("infers")
    one = only(f"The AI Act defines an AI system as “{DEFINIENS[:start]}{dots} {DEFINIENS[end:]}”.")
    assert (one.definition.id, one.verdict, one.extent) == ("eu-ai-act-2024", "exact", "truncated")


@pytest.mark.parametrize(
    "printed",
    [
        "machine-based system... that infers, from the input it receives, how to generate outputs",
        "machine-based system that is designed to operate with varying levels of autonomy and that may "
        "exhibit adaptiveness ... and that infers, from the input it receives, how to generate outputs",
    ],
)
def test_an_ellipsis_stands_for_what_is_left_out_before_it(printed: str) -> None:
    text = f"Article 3: an AI system is a “{printed}”."
    one = only(text)  # in the first one nothing is left out there by the OECD
    assert one.definition.id == "eu-ai-act-2024"
    assert faults(one) == [("delete", ", for explicit or implicit objectives,")]
    low, high = one.official
    assert "".join(edit.text for edit in one.edits if edit.op != "insert") == one.definition.text[low:high]
    for spans in ([edit.a for edit in one.edits if edit.a], [edit.b for edit in one.edits if edit.b]):
        assert all(first[1] == second[0] for first, second in pairwise(spans))
    assert (
        one.text == text[one.start : one.end] == "".join(text[slice(*edit.b)] for edit in one.edits if edit.b)
    )


def test_a_paraphrase_is_called_one() -> None:
    text = (
        "The AI Act defines an AI system as a machine-based system designed to operate with varying "
        "levels of autonomy, generating outputs such as predictions, recommendations, or decisions that "
        "influence virtual environments."
    )
    one = only(text)
    assert (one.definition.id, one.verdict) == ("eu-ai-act-2024", "paraphrase")
    assert one.similarity < 0.7


# --- versions ---------------------------------------------------------------------------------


def test_a_superseded_draft_is_compared_with_the_text_that_came_of_it() -> None:
    draft = aidefs.get("eu-parliament-first-reading-2024").text
    one = only(f"The EU AI Act says: {draft}")
    assert one.definition.id == "eu-ai-act-2024"
    assert one.exact_matches == ("eu-parliament-first-reading-2024",)
    assert ("delete", "that is") in faults(one)


def test_the_same_wording_under_other_ids_is_told() -> None:
    one = only(aidefs.get("oecd").text)
    assert one.definition.id == "oecd-2024" and "oecd-2023" in one.same_wording


def test_a_superseded_text_of_its_own_is_told_from_the_current_one() -> None:
    assert only(aidefs.get("oecd@2019").text).definition.id == "oecd-2019"
    assert only(aidefs.get("eu@2021").text).definition.id == "eu-commission-2021"


# --- attribution ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("around", "named", "fits"),
    [
        ("The EU AI Act says: {}", ("eu-ai-act-2024",), True),
        ("Regulation (EU) 2024/1689 says: {}", ("eu-ai-act-2024",), True),
        ("See CELEX 32024R1689: {}", ("eu-ai-act-2024",), True),
        ("EU_AI_ACT = '{}'", ("eu-ai-act-2024",), True),
        ("{} (Article 3(1))", ("eu-ai-act-2024",), True),
        ("{}\nSource: AI Act", ("eu-ai-act-2024",), True),
        ("## OECD Definition\n\n{}", ("oecd-2024",), False),
        ("As CETS No. 225 puts it, {}", ("coe-2024",), False),
        ("Under 15 U.S.C. § 9401(3), {}", ("us-naiia-2020",), False),
        ("In OECD/LEGAL/0449: {}", ("oecd-2019", "oecd-2023", "oecd-2024"), False),
        ("One reads: {}", (), None),
        ("The iso of a camera: {}", (), None),
        ("The Artificial Intelligence Act of the EU: {}", ("eu-ai-act-2024",), True),
        ("The Council of Europe Framework Convention on AI: {}", ("coe-2024",), False),
        ("The Act says: {}", ("eu-ai-act-2024",), True),
        ("The Convention says: {}", (), None),
        ("For the purposes of this Regulation, {}", ("eu-ai-act-2024",), True),
        ("For the purposes of this Act, {}", (), None),
        ("The AI Convention is signed. It rained.\n\nThe Convention says: {}", ("coe-2024",), False),
        ("The Texas Snow Act is signed. It rained.\n\nThe Act says: {}", (), None),
        ("Aligned with the OECD definition, it is {}", (), None),
        ("Unlike the OECD definition, the AI Act says: {}", ("eu-ai-act-2024",), True),
        ("Based on the EU AI Act, it is {}", ("eu-ai-act-2024",), True),
        ("{}. The OECD has another one.", (), None),
        ("{} (OECD). It rained.", ("oecd-2024",), False),
        ("| {} | Aligned with the OECD definition |", (), None),
        ("AI has the meaning given in 15 U.S.C. 9401(3).\nAI system means {}", (), None),
        ("The proposed EU AI Act says: {}", ("eu-commission-2021",), False),
        ("The EU AI Act (draft) says: {}", ("eu-commission-2021", "eu-council-2022"), True),
    ],
)
def test_the_source_that_is_named(around: str, named: tuple[str, ...], fits: bool | None) -> None:
    one = only(around.format(DEFINIENS))
    assert one.definition.id == "eu-ai-act-2024"
    assert set(named) <= set(one.attribution.named) and bool(named) == bool(one.attribution.named)
    assert one.attribution.fits is fits


def test_a_text_that_is_named_is_the_likelier_source() -> None:
    first = aidefs.get("oecd@2019").text.split(". ")[0]
    first = first[first.index("a machine") :]
    assert only(f"The OECD says: {first}.").definition.id == "oecd-2019"
    assert only(f"Utah SB 180 (2025) says: {first}.").definition.id == "us-ut-53-25-901-2025"


def test_another_version_of_the_instrument_fits() -> None:
    one = only("The OECD says: " + aidefs.get("oecd@2019").text)
    assert one.definition.id == "oecd-2019" and one.attribution.fits is True


def test_a_source_in_brackets_belongs_to_the_passage_before_it() -> None:
    oecd = aidefs.get("oecd").text.rstrip(".")
    first, second = aidefs.find_quotations(f"“{oecd}” (OECD 2024); “{DEFINIENS}” was read aloud too.")
    assert (first.attribution.mentions, first.attribution.fits) == (("OECD 2024",), True)
    assert (second.definition.id, second.attribution.fits) == ("eu-ai-act-2024", None)


def test_a_name_is_printed_with_its_closing_bracket() -> None:
    for name in ("OECD (2024)", "15 U.S.C. 9401(3)"):
        one = only(f"As {name} has it, {DEFINIENS}.")
        assert one.attribution.mentions == (name,)


def test_a_name_far_away_is_no_reproach() -> None:
    far = "The Council of Europe met. " + "\n\n" + "It rained for a week in the valley by the lake. " * 8
    assert only(f"{far}\n\n{DEFINIENS}").attribution.fits is None


# --- libraries and languages ------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Library:
    (tmp_path / "robots.toml").write_text(
        'id = "robots"\ntext = "“Robot” means any mechanical servant that walks upright, waters the '
        'garden and complains about the weather in complete sentences"\n',
        encoding="utf-8",
    )
    (tmp_path / "aliases.toml").write_text(
        '[rob]\ncurrent = "robots"\n[rob.names]\nrobots = ["Robot Code"]\n', encoding="utf-8"
    )
    return Library.load(tmp_path, only=True)


def test_a_library_of_ones_own(own: Library) -> None:
    quoted = (
        "The Robot Code says: any mechanical servant that walks upright, waters the garden and "
        "complains about the climate in complete sentences. “AI system” means nothing there."
    )
    (one,) = aidefs.find_quotations(quoted, library=own)
    assert (one.definition.id, faults(one)) == ("robots", [("delete", "weather"), ("insert", "climate")])
    assert one.attribution.named == ("robots",) and one.attribution.fits is True
    assert aidefs.find_quotations(EU, library=own) == ()
    assert aidefs.find_quotations(quoted) == ()


def test_an_empty_library_finds_nothing() -> None:
    assert aidefs.find_quotations(EU, library=Library([], only=True)) == ()


def test_the_index_is_made_once() -> None:
    assert index_of(Library.shipped()) is index_of(Library.shipped())


@pytest.mark.parametrize("lang", ["fr", "de", "pl", "hu", "ja", "ko", "zh"])
def test_other_languages(lang: str) -> None:
    definition = next(d for d in DEFINITIONS if d.lang.split("-")[0] == lang and len(d.text) > 80)
    text = f"{EU}\n\n{definition.text}"
    found = aidefs.find_quotations(text, lang)
    assert [one.definition.id for one in found] == [definition.id]
    assert len(aidefs.find_quotations(text)) == 2


# --- hostile texts ----------------------------------------------------------------------------

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "filler",
    ["x", " ", "\n", "\0", "\ud800", "<", "[", "\\", "|", "_", "&", '"', "“", "-\n", "](", "<a ", "${ }^",
     "\\footnote{", "machine-based system ", "'\n", "İ",
     "… ", "*", "that for a system with levels of autonomy "],
)  # fmt: skip
def test_rubbish_hides_nothing_and_takes_no_time(filler: str) -> None:
    rubbish = filler * (MEGABYTE // 4 // len(filler))
    text = f"{rubbish}\n\n{EU}\n\n{rubbish}"
    found = aidefs.find_quotations(text)
    assert [text[one.start : one.end] for one in found if one.definition.id == "eu-ai-act-2024"] == [EU]


def test_a_quotation_in_one_endless_line() -> None:
    line = "word " * 100_000
    assert only(line + EU + " " + line).start == len(line)


def test_the_same_text_gives_the_same_result_in_another_process() -> None:
    code = (
        "import json, aidefs; "
        "text = ' '.join(d.text for d in aidefs.definitions())[:40000]; "
        "print(json.dumps([one.to_dict() for one in aidefs.find_quotations(text)]))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1 and len(json.loads(runs.pop())) > 20


REFERRING = [one for one in index_of(Library.shipped()).references if one.names]


@pytest.mark.parametrize("one", REFERRING, ids=lambda one: one.definition.id)
def test_who_cites_an_instrument_does_not_quote_a_text_that_refers_to_it(one: ReferenceText) -> None:
    text = one.definition.text
    for first, last in one.names:
        name = text[one.words[first][1] : one.words[last - 1][2]]
        said = f"The term “AI” has the meaning given the term in section 5(a) of the {name}."
        found = aidefs.find_quotations(f"{said} Here it is:\n\n{aidefs.get('oecd').text}")
        assert [(q.definition.id, q.verdict) for q in found] == [("oecd-2024", "exact")]


def test_a_named_text_without_another_word_goes_before_one_with_the_same_comma() -> None:
    text = aidefs.get("us-eo-14110-2023-ai").text
    body = text[text.index("a machine") :]
    (one,) = aidefs.find_quotations(f"“{body}” (15 U.S.C. 9401(3))")
    assert (one.definition.id, one.verdict) == ("us-naiia-2020", "punctuation")
    (one,) = aidefs.find_quotations(f"“{body}”")
    assert (one.definition.id, one.verdict) == ("us-eo-14110-2023-ai", "exact")


def test_two_quotations_in_paragraphs_of_their_own_are_two() -> None:
    text = f'The Act has "{DEFINIENS}".\n\n"We are content with it," said a diplomat.'
    (one,) = aidefs.find_quotations(text)
    assert one.text == DEFINIENS


def test_a_quotation_behind_a_list_of_like_words_is_found() -> None:
    models = aidefs.get("uk-govt-response-2024-foundation-models").text.partition(": ")[2]
    listed = "- trained on a broad data set,\n- designed for generality of output, and\n"
    listed += "- adaptable to a wide range of distinctive tasks.\n"
    text = f"SB 53 says that it is\n\n{listed}\nElsewhere: “{models.replace('very ', '')}”\n"
    [one] = aidefs.find_quotations(text)
    assert one.definition.id == "uk-govt-response-2024-foundation-models" and one.verdict == "changed"


def test_what_cannot_be_checked_makes_no_difference_to_what_can() -> None:
    text = (
        "The GDPR defines profiling as “any form of automated processing of personal data to evaluate "
        "certain aspects relating to a natural person”.\n\nThe OECD defines an AI system as “a machine-based "
        "system that, for explicit or implicit objectives, infers, from the input it receives, how to "
        "generate outputs”."
    )
    examined = examine(text)
    assert examined.unchecked
    assert examined.quotations
    assert aidefs.find_quotations(text) == examined.quotations


@pytest.mark.parametrize("lang", ["de", "fr", "es", "pl", "cs", "hu", "da"])
def test_letters_with_their_accents_apart_are_read_as_whole_ones(lang: str) -> None:
    reference = ReferenceText.of(aidefs.get(f"eu:{lang}"), 0)
    words = reference.definition.text[reference.head :].strip("; .").split()
    right = " ".join(words)
    words[len(words) // 2] = "quodlibet"
    for said, reproach in ((right, ()), (" ".join(words), ("wording",))):
        text = unicodedata.normalize("NFD", f"Regulation (EU) 2024/1689: “{said}”")
        [one] = aidefs.find_quotations(text)
        assert (one.definition.id, one.reproach) == (reference.id, reproach)
        assert text[one.start : one.end] == unicodedata.normalize("NFD", said)
