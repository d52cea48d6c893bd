"""What others have published about these definitions: reproduced, or contradicted by the text.

The sources are named where they are public. `docs/findings.md` lists every finding that was looked at, with
the test that holds it or the reason why there is none: what is said of meaning, and not of words, cannot be
tested.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.redlines import hunks, kept, marked

import aidefs
from aidefs.comparison.comparison import Pair, Row

DESIGN = (
    "is designed to operate with varying levels of autonomy and that may exhibit adaptiveness after "
    "deployment, and that"
)
SECOND = "Different AI systems vary in their levels of autonomy and adaptiveness after deployment."


def row_of(a: str, b: str, element: str) -> Row:
    return next(row for row in aidefs.compare(a, b).rows if row.element.id == element)


def pair_of(a: str, b: str, element: str) -> Pair:
    return row_of(a, b, element).pairs[0]


def segment_of(name: str, element: str) -> list[str]:
    return [s.text for s in aidefs.segment(name).segments if s.element == element]


def items_of(name: str) -> tuple[str, ...]:
    return next(
        s.facets.items for s in aidefs.segment(name).segments if s.element == "outputs" and s.facets.items
    )


def deleted(a: str, b: str) -> str:
    return " | ".join(old for old, _ in hunks(aidefs.diff(a, b)))


def inserted(a: str, b: str) -> str:
    return " | ".join(new for _, new in hunks(aidefs.diff(a, b)))


# --- OECD 2019 and 2023: OECD.AI, "Updates to the OECD's definition of an AI system explained" ----


@pytest.mark.parametrize("revised", ["oecd", "oecd@2023"])
def test_the_revision_of_the_oecd_text_change_by_change(revised: str) -> None:
    assert hunks(aidefs.diff("oecd@2019", revised)) == [
        ("can, for a given set of human-defined", ", for explicit or implicit"),
        ("make", "infers, from the input it receives, how to generate outputs such as"),
        ("", "content,"),
        ("influencing real", "that can influence physical"),
        ("", "Different"),
        ("are designed to operate with varying", "vary in their"),
        ("", "and adaptiveness after deployment"),
    ]


def test_the_redline_of_the_oecd_revision() -> None:
    assert marked(aidefs.diff("oecd@2019", "oecd")) == (
        "An AI system is a machine-based system that[- can, for a given set of human-defined-]"
        "{+, for explicit or implicit+} objectives, "
        "[-make-]{+infers, from the input it receives, how to generate outputs such as+} "
        "predictions, {+content, +}recommendations, or decisions "
        "[-influencing real-]{+that can influence physical+} or virtual environments. "
        "{+Different +}AI systems [-are designed to operate with varying-]{+vary in their+} "
        "levels of autonomy{+ and adaptiveness after deployment+}."
    )


@pytest.mark.parametrize(
    "words",
    [
        "An AI system is a machine-based system that",
        "objectives,",
        "predictions,",
        "recommendations, or decisions",
        "or virtual environments.",
        "AI systems",
        "levels of autonomy",
    ],
)
def test_what_the_oecd_revision_kept_word_for_word(words: str) -> None:
    assert any(words in run for run in kept(aidefs.diff("oecd@2019", "oecd")))


def test_content_was_added_between_predictions_and_recommendations() -> None:
    (change,) = (c for c in pair_of("oecd@2019", "oecd", "outputs").facet_changes if c.facet == "items")
    assert (change.added, change.removed, change.reordered) == (("content",), (), False)
    at = items_of("oecd").index("content")
    assert items_of("oecd")[at - 1 : at + 2] == ("predictions", "content", "recommendations")


def test_designed_to_operate_stood_in_2019_and_is_gone_in_2023() -> None:
    assert "designed to operate" in deleted("oecd@2019", "oecd@2023")
    assert "designed to operate" in inserted("oecd@2023", "eu")


def test_contradicted_the_2019_text_has_make_and_not_makes() -> None:
    """The redline of the OECD strikes out "makes"; its base is not the text of 2019."""
    tokens = [token.key for token in aidefs.tokenize(aidefs.get("oecd@2019").text)]
    assert "make" in tokens and "makes" not in tokens
    assert "make" in [old for old, _ in hunks(aidefs.diff("oecd@2019", "oecd"))]


def test_editorial_brackets_change_no_word() -> None:
    text = aidefs.get("oecd@2023").text
    line = aidefs.diff("oecd@2023", text.replace("that can influence", "that [can] influence"))
    assert line.similarity == 1.0
    assert line.punctuation_changes == 2


def test_a_redline_without_its_formatting_is_not_the_new_text() -> None:
    """gtg.com.mt prints the redline of the OECD as a definition: old and new words run together."""
    line = aidefs.diff("oecd@2019", "oecd@2023")
    flat = "".join(edit.text for edit in line.edits)
    old, new = aidefs.diff(flat, "oecd@2019"), aidefs.diff(flat, "oecd@2023")
    assert old.words.deleted and new.words.deleted, "it holds words that are in neither text alone"
    for against in (old, new):
        assert line.similarity < against.similarity < 1, "nearer to both than they are to each other"


def test_the_redline_of_the_oecd_is_nobodys_text() -> None:
    """Old and new words run together are closest to the OECD's two texts, and equal to neither."""
    line = aidefs.diff("oecd@2019", "oecd@2023")
    flat = "".join(edit.text for edit in line.edits)
    overall = aidefs.nearest(flat).overall
    assert overall[0].wording.id in ("oecd-2019", "oecd-2023")
    assert not overall[0].same_wording


# --- the AI Act and the OECD 2023: thegovernors.eu, gtg.com.mt ---------------------------------------


def test_the_only_words_that_the_act_adds_and_leaves_out() -> None:
    changes = hunks(aidefs.diff("oecd@2023", "eu"))
    assert changes == [("An", "‘"), ("is", "’ means"), ("", DESIGN), (f". {SECOND}", ";")]


def test_nothing_differs_in_objectives_inference_outputs_and_environment() -> None:
    runs = kept(aidefs.diff("oecd@2023", "eu"))
    assert any(
        ", for explicit or implicit objectives, infers, from the input it receives, how to generate outputs "
        "such as predictions, content, recommendations, or decisions that can influence physical or virtual "
        "environments" in run
        for run in runs
    )
    for element in ("inference", "input", "outputs"):
        assert pair_of("oecd@2023", "eu", element).status == "identical"
    assert pair_of("oecd@2023", "eu", "environment").status == "punctuation only"
    told = {finding.element for finding in aidefs.compare("oecd@2023", "eu").findings}
    assert told == {"autonomy", "adaptiveness"}, "the main distinction lies in these two"


def test_the_act_puts_autonomy_and_adaptiveness_before_objectives() -> None:
    def order(name: str) -> list[str]:
        return [s.element for s in aidefs.segment(name).segments]

    for element in ("autonomy", "adaptiveness"):
        assert order("eu").index(element) < order("eu").index("objectives")
        assert order("oecd").index(element) > order("oecd").index("environment")
        assert pair_of("oecd@2023", "eu", element).moved


def test_adaptiveness_is_a_may_in_the_act_and_a_statement_in_the_oecd_text() -> None:
    (change,) = (c for c in pair_of("oecd@2023", "eu", "adaptiveness").facet_changes if c.facet == "modal")
    assert change.values == (None, "may")
    assert not any(c.facet == "modal" for c in pair_of("oecd@2023", "eu", "autonomy").facet_changes)


def test_contradicted_the_act_does_not_adopt_the_oecd_text() -> None:
    """ "The EU AI Act directly incorporates the OECD definition": derived, not identical."""
    line = aidefs.diff("oecd@2023", "eu")
    assert (line.words.deleted, line.words.inserted) == (15, 19)
    assert line.similarity < 0.7
    assert aidefs.compare("oecd@2023", "eu").summaries[0]["moved"] == 2


def test_the_first_sentence_of_the_oecd_text_is_not_article_3() -> None:
    first = aidefs.get("oecd").text.split(". ")[0]
    assert ("", DESIGN) in hunks(aidefs.diff(first, "eu"))


def test_varying_autonomy_by_design_is_required_by_the_act_alone() -> None:
    assert "designed to operate with varying levels of autonomy" in segment_of("eu", "autonomy")[0]
    assert "designed" not in aidefs.get("oecd@2023").text


def test_the_act_is_derived_from_the_oecd_text() -> None:
    graph = aidefs.lineage("eu")
    grounds = {edge.earlier: edge for edge in graph.into("eu-ai-act-2024")}
    assert grounds["oecd-2023"].ground == "documented"
    assert not grounds["oecd-2023"].closest, "its own drafts are closer"


def test_recital_12_has_and_where_article_3_has_or() -> None:
    recital = aidefs.get("eu").text.replace("physical or virtual", "physical and virtual")
    assert hunks(aidefs.diff("eu", recital)) == [("or", "and")]


# --- the Convention: DLA Piper, Freshfields, Lexology, White & Case ------------------------------------


def test_the_convention_differs_from_the_oecd_text_in_three_places() -> None:
    """DLA Piper: based on the OECD text of 8 November 2023."""
    lead_in, means, *places = hunks(aidefs.diff("oecd@2023", "coe"))
    assert lead_in == ("An AI", "For the purposes of this Convention, “artificial intelligence")
    assert means == ("is", "” means")
    assert places == [(",", ""), ("can", "may"), ("AI", "artificial intelligence")]


def test_the_convention_is_nearer_to_the_oecd_text_than_to_the_act() -> None:
    assert aidefs.diff("coe", "oecd@2023").similarity > aidefs.diff("coe", "eu").similarity
    assert (
        aidefs.compare("coe", "oecd@2023").summaries[0]["similarity"]
        > aidefs.compare("coe", "eu").summaries[0]["similarity"]
    )


def test_contradicted_convention_and_act_are_not_virtually_identical() -> None:
    comparison = aidefs.compare("coe", "eu")
    assert comparison.summaries[0]["text_similarity"] < 0.65
    assert ("", DESIGN) in hunks(comparison.redlines[0])
    (change,) = pair_of("coe", "eu", "environment").facet_changes
    assert (change.facet, change.values) == ("modal", ("may", "can"))
    assert {row.element.id for row in comparison.rows if row.pairs[0].moved} == {"autonomy", "adaptiveness"}


def test_the_convention_was_drafted_from_the_oecd_text() -> None:
    """DLA Piper: on the text of 8 November 2023 and not on the Act."""
    first = aidefs.lineage("coe").into("coe-2024")[0]
    assert (first.earlier, first.ground, first.closest) == ("oecd-2023", "documented", True)


def test_a_mixed_reading_of_the_convention() -> None:
    """White & Case quotes Article 2 without the comma after "that", with one after "recommendations"."""
    text = aidefs.get("coe").text
    quoted = text.replace("that, for", "that for").replace("recommendations or", "recommendations, or")
    line = aidefs.diff("coe", quoted)
    assert hunks(line) == [(",", ""), ("", ",")]
    assert (line.similarity, line.punctuation_changes) == (1.0, 2)


def test_the_draft_of_2023_had_a_definition_of_its_own() -> None:
    assert aidefs.diff("coe@2023-07", "coe").similarity < 0.4
    for name in ("oecd@2023", "eu"):
        assert aidefs.diff("coe", name).similarity > aidefs.diff("coe@2023-07", "coe").similarity


# --- drafts of the Act ---------------------------------------------------------------------------------


def test_the_commission_and_the_parliament() -> None:
    """aiact.annotated.nl, Amendment 165."""
    old, new = deleted("eu@2021", "eu@2023"), inserted("eu@2021", "eu@2023")
    assert "software" in old and "Annex I" in old and "human-defined" in old
    assert "machine-based system" in new and "explicit or implicit" in new
    assert pair_of("eu@2021", "eu@2023", "technique").status == "only in A"


def test_the_parliament_and_the_oecd_text_of_2019() -> None:
    """legal500.com: it closely resembles the OECD text of 2019; some of its words came before the OECD's."""
    line = aidefs.diff("oecd@2019", "eu@2023")
    runs = " | ".join(kept(line))
    for words in (
        "a machine-based system that",
        "predictions, recommendations, or decisions",
        "virtual environments",
    ):
        assert words in runs
    assert "varying levels of autonomy" in segment_of("oecd@2019", "autonomy")[0]
    assert "designed to operate with varying levels of autonomy" in segment_of("eu@2023", "autonomy")[0]
    assert line.similarity < 1
    for words in ("explicit or implicit", "generate outputs such as", "physical"):
        assert words in inserted("oecd@2019", "eu@2023") and words in aidefs.get("oecd@2023").text


@pytest.mark.parametrize(
    ("word", "element"), [("content", ""), ("infers", "inference"), ("adaptiveness", "adaptiveness")]
)
def test_what_the_parliament_did_not_have_and_the_act_has(word: str, element: str) -> None:
    assert word in inserted("eu@2023", "eu")
    assert word not in aidefs.get("eu@2023").text
    if element:
        assert pair_of("eu@2023", "eu", element).status == "only in B"
    else:
        (change,) = (c for c in pair_of("eu@2023", "eu", "outputs").facet_changes if c.facet == "items")
        assert change.added == (word,)


def test_the_council_of_2022() -> None:
    text = aidefs.get("eu-council-2022").text
    for words in (
        "elements of autonomy",
        "infers how to achieve a given set of objectives",
        "machine learning and/or logic- and knowledge based approaches",
    ):
        assert words in text
    assert "infers" not in aidefs.get("oecd@2019").text, "it stands in the EU text before the OECD has it"
    assert "infers" in " ".join(kept(aidefs.diff("eu-council-2022", "eu")))


def test_infers_stands_in_the_eu_text_before_the_oecd_has_it() -> None:
    (thread,) = aidefs.timeline(words="infers").threads
    ids = [one.id for one in thread.definitions]
    assert ids.index("eu-council-2022") < ids.index("oecd-2023")


def test_explicit_or_implicit_stands_in_the_eu_text_five_months_before_the_oecd_has_it() -> None:
    (thread,) = aidefs.timeline(words="explicit or implicit").threads
    ids = [one.id for one in thread.definitions]
    assert (ids[0], ids[1]) == ("eu-parliament-2023", "oecd-2023")
    assert thread.days(1) == 147


def test_content_changed_places_between_proposal_and_act() -> None:
    (change,) = (c for c in pair_of("eu@2021", "eu", "outputs").facet_changes if c.facet == "items")
    assert (change.added, change.removed, change.reordered) == ((), (), True)
    assert change.values == (
        ("content", "predictions", "recommendations", "decisions"),
        ("predictions", "content", "recommendations", "decisions"),
    )


def test_the_two_texts_before_the_corrigendum() -> None:
    """gtg.com.mt quotes the provisional agreement, Littler the first reading."""
    provisional = aidefs.get("eu-provisional-agreement-2024")
    assert hunks(aidefs.diff(provisional, "eu")) == [("is", "means"), ("", "that is"), ("", ",")]
    assert hunks(aidefs.diff("eu-parliament-first-reading-2024", "eu")) == [
        ("", "that is"),
        (",", "and"),
        ("", ","),
    ]


def test_the_texts_of_2024_in_one_apparatus() -> None:
    """Both drafts lack "that is" and the comma after "deployment" of the Official Journal."""
    result = aidefs.collate("eu", "eu-provisional-agreement-2024", "eu-parliament-first-reading-2024")
    assert [(e.lemma, [(one.text, one.sigla) for one in e.readings]) for e in result.apparatus] == [
        ("system’", [("system‘", ("A",))]),
        ("means", [("is", ("A",))]),
        ("that is", [("", ("A", "B"))]),
        ("and", [(",", ("B",))]),
        ("deployment,", [("deployment", ("A", "B"))]),
    ]


def test_a_quotation_of_a_draft_is_recognised_as_the_draft() -> None:
    """Texts that are quoted as the Act and equal one of its drafts letter for letter."""
    for draft in ("eu-provisional-agreement-2024", "eu-parliament-first-reading-2024"):
        first = aidefs.nearest(aidefs.get(draft).text).overall[0]
        assert (first.wording.id, first.similarity) == (draft, 1.0)


# --- the Commission's guidelines, C(2025) 5053 final ---------------------------------------------------


def test_the_seven_elements_of_the_guidelines() -> None:
    """Paragraph (9); the boundaries fall at the same words."""
    parts = [segment for segment in aidefs.segment("eu").segments if segment.element != "frame"]
    begins = {segment.text.split(" ")[0] + " " + " ".join(segment.text.split(" ")[1:3]) for segment in parts}
    assert {
        "a machine-based system",
        "that is designed",
        "and that may",
        "and that, for",
        "that can influence",
    } <= begins
    core = {"machine-based", "autonomy", "adaptiveness", "objectives", "inference", "outputs", "environment"}
    assert core <= {segment.element for segment in parts}


def test_the_list_of_the_guidelines_is_not_letter_for_letter() -> None:
    """Paragraph (9): without the "and" before "that may exhibit", with semicolons for commas."""
    listed = (
        "(1) a machine-based system; (2) that is designed to operate with varying levels of autonomy; "
        "(3) that may exhibit adaptiveness after deployment; (4) and that, for explicit or implicit "
        "objectives; (5) infers, from the input it receives, how to generate outputs (6) such as "
        "predictions, content, recommendations, or decisions (7) that can influence physical or virtual "
        "environments"
    )
    act = aidefs.get("eu").text
    line = aidefs.diff(act[act.index("a machine-based") :], listed)
    assert (line.words.deleted, line.words.inserted) == (1, 0)
    (change,) = (c for c in line.changes if any(not edit.punctuation for edit in c))
    assert change[0].text.split() == ["and"]
    marks = [new for old, new in hunks(line) if ";" in new and old == ","]
    assert len(marks) == 2, "two commas give way to semicolons"
    assert ("", "(6)") in hunks(line) and ("", "(7)") in hunks(line), "without a semicolon before them"


def test_a_split_without_objectives_leaves_words_uncovered() -> None:
    """lien.legal and others divide the definition into five elements, none of them the objectives."""
    five = {
        "frame",
        "machine-based",
        "autonomy",
        "adaptiveness",
        "inference",
        "input",
        "outputs",
        "environment",
    }
    left = [one.text for one in aidefs.segment("eu").segments if one.element not in five]
    assert len(left) == 1
    assert left[0].strip(" ,").endswith("for explicit or implicit objectives")


def test_adaptiveness_is_facultative_and_autonomy_is_not() -> None:
    modals = {s.element: s.facets.modal for s in aidefs.segment("eu").segments}
    assert (modals["adaptiveness"], modals["autonomy"]) == ("may", None)
    assert "designed to" in segment_of("eu", "autonomy")[0]


# --- United States, NIST, ISO -----------------------------------------------------------------------------


def test_nist_adapted_the_oecd_text_of_2019() -> None:
    """NIST AI RMF, p. 1: adapted from the OECD's recommendation of 2019 and ISO/IEC 22989:2022."""
    line = aidefs.diff("oecd@2019", "nist")
    assert hunks(line) == [
        ("", "The AI RMF refers to"),
        ("is a", "as an engineered or"),
        ("human-defined", ""),
        ("make", "generate outputs such as"),
        ("", "(Adapted from: OECD Recommendation on AI:2019; ISO/IEC 22989:2022)"),
    ]
    assert any(
        "AI systems are designed to operate with varying levels of autonomy" in run for run in kept(line)
    )
    iso = aidefs.get("iso").text
    assert iso.startswith("engineered system") and "generates outputs such as" in iso


def test_iso_has_forecasts_no_environment_and_the_objectives_last() -> None:
    assert items_of("iso") == ("content", "forecasts", "recommendations", "decisions")
    assert pair_of("oecd@2019", "iso", "environment").status == "only in A"
    assert pair_of("oecd@2019", "iso", "autonomy").status == "only in A"
    assert aidefs.segment("iso").segments[-1].element == "objectives"
    assert "recommendations or decisions" in aidefs.get("iso").text


def test_a_serial_comma_in_copies_of_the_iso_text() -> None:
    """Wikipedia prints "recommendations, or decisions", and runs Note 2 into the definition."""
    iso = aidefs.get("iso").text
    note = ". AI systems are designed to operate with varying levels of automation."
    copied = iso.replace("recommendations or", "recommendations, or") + note
    assert hunks(aidefs.diff("iso", copied)) == [("", ","), ("", note)]
    assert "autonomy" not in note and "levels of autonomy" in aidefs.get("oecd@2019").text


def test_the_us_code_and_the_oecd_text_of_2019() -> None:
    """Of the first sentence only the lead-in and a comma differ; the second is another one, in limbs."""
    lead_in, comma, subject, second = hunks(aidefs.diff("oecd@2019", "us"))
    assert lead_in == ("An AI system is", 'The term "artificial intelligence" means')
    assert comma == (",", "")
    assert subject == ("AI", "Artificial intelligence")
    assert second[0] == "are designed to operate with varying levels of autonomy"
    assert all(mark in second[1] for mark in ("(A)", "(B)", "(C)"))


def test_the_executive_order_changes_no_word_of_the_us_code() -> None:
    """ "Has the meaning set forth in 15 U.S.C. 9401(3):" and then other punctuation, and no enumerators."""
    code, order = aidefs.get("us"), aidefs.get("us-eo-14110-2023-ai")
    start = "a machine-based system"
    line = aidefs.diff(code.text[code.text.index(start) :], order.text[order.text.index(start) :])
    assert line.similarity == 1.0
    assert line.punctuation_changes == len(line.changes) > 0
    marks = " ".join(old for old, _ in hunks(line))
    assert all(mark in marks for mark in ("(A)", "(B)", "(C)"))
    assert ("", ",") in hunks(line) and ("", "-") in hunks(line)
    assert "human-defined" in order.text, "where the OECD and the Act allow implicit objectives"
    for row in aidefs.compare(code, order).rows:
        assert row.element.group == "frame" or row.pairs[0].status in (
            "identical",
            "punctuation only",
            "absent",
        ), row.element.id


def test_california_is_near_to_the_oecd_text_and_not_the_same() -> None:
    new = inserted("oecd@2023", "us-ca-ab2885-2024")
    assert "engineered or" in new and "varies in its level of autonomy" in new
    assert "the input it receives" in " | ".join(kept(aidefs.diff("oecd@2023", "us-ca-ab2885-2024")))
    assert pair_of("oecd@2023", "us-ca-ab2885-2024", "adaptiveness").status == "only in A"
    assert "predictions, content, recommendations" in deleted("oecd@2023", "us-ca-ab2885-2024")


def test_colorado() -> None:
    comparison = ("oecd@2023", "us-co-sb24-205-2024")
    assert "any explicit or implicit objective" in segment_of(comparison[1], "objectives")[0]
    assert "the inputs the system receives" in segment_of(comparison[1], "input")[0]
    assert pair_of(*comparison, "autonomy").status == "only in A"
    (change,) = (c for c in pair_of(*comparison, "outputs").facet_changes if c.facet == "items")
    assert change.reordered and not change.added and not change.removed


def test_illinois_takes_the_first_sentence_word_for_word() -> None:
    oecd, illinois = aidefs.get("oecd@2023").text, aidefs.get("us-il-hb3773-2024").text
    start = "a machine-based system"
    first = oecd[oecd.index(start) : oecd.index(" Different")]
    taken = illinois[illinois.index(start) : illinois.index(' "Artificial intelligence" includes')]
    assert aidefs.diff(first, taken).changes == ()
    assert "Different AI systems vary" not in illinois


# --- the list ----------------------------------------------------------------------------------------


def test_the_page_names_every_test_and_a_reason_where_there_is_none() -> None:
    page = (Path(__file__).parents[2] / "docs" / "findings.md").read_text(encoding="utf-8")
    own = {name for name in globals() if name.startswith("test_") and "the_page" not in name}
    assert set(re.findall(r"`(test_\w+)`", page)) == own
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| finding")]
    assert len(rows) > 40
    for row in rows:
        assert ("`test_" in row) != ("| not tested: " in row), row
        assert ("contradicted" in row.split("|")[2]) == ("`test_contradicted" in row), row
