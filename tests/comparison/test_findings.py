"""Findings: sentences that restate one row each, in the words of the official texts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import aidefs
from aidefs.comparison.comparison import Comparison, Finding, Row
from aidefs.library.records import Definition
from aidefs.text.languages import FUNCTION_WORDS

KINDS = [
    "another term",
    "only in one",
    "genus",
    "modal",
    "moved",
    "negation",
    "items",
    "open list",
    "reworded",
    "punctuation",
    "not recognised",
]


def found(a: list[tuple[str, str]], b: list[tuple[str, str]]) -> list[str]:
    """The findings on two definitions with a reviewed annotation, called One and Two."""
    left, right = (
        Definition(
            name, " ".join(text for _, text in segments), label=name, lang="en", segments=tuple(segments)
        )
        for name, segments in (("One", a), ("Two", b))
    )
    return [finding.text for finding in aidefs.compare(left, right).findings]


def outputs(a: str, b: str) -> list[str]:
    return found([("outputs", a)], [("outputs", b)])


def texts(a: str, b: str) -> list[str]:
    return [finding.text for finding in aidefs.compare(a, b).findings]


# --- the Convention and the Act ---------------------------------------------------------------


def test_the_convention_and_the_act() -> None:
    assert texts("coe", "eu") == [
        "Adaptiveness: the EU AI Act says *may exhibit*, the Convention has no modal verb here.",
        "Environment: the Convention says *may influence*, the EU AI Act *can influence*.",
        "Autonomy: in the EU AI Act part of the defining clause (*that is designed to operate with varying "
        "levels of autonomy*); in the Convention a separate sentence (*Different artificial intelligence "
        "systems vary in their levels of autonomy*).",
        "Adaptiveness: in the EU AI Act part of the defining clause (*and that may exhibit adaptiveness "
        "after deployment*); in the Convention a separate sentence (*and adaptiveness after deployment*).",
        "Outputs: same four items; serial comma only in the EU AI Act.",
    ]


def test_the_convention_and_its_model() -> None:
    assert texts("oecd@2023", "coe") == [
        "Environment: the OECD text of 2023 says *can influence*, the Convention *may influence*.",
        "Autonomy: the OECD text of 2023 says *AI*, the Convention *artificial intelligence*.",
        "Outputs: same four items; serial comma only in the OECD text of 2023.",
    ]


def test_two_texts_that_agree_letter_for_letter() -> None:
    assert texts("oecd@2023", "oecd@2024") == []


# --- one kind at a time -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("that may act", "that can act", ["Outputs: One says *may act*, Two *can act*."]),
        ("that may act", "that acts", ["Outputs: One says *may act*, Two has no modal verb here.",
                                       "Outputs: One says *that may act*, Two *that acts*."]),
        ("that may act", "that may not act", ["Outputs: One says *may act*, Two *may not act*."]),
        ("that can act", "that cannot act", ["Outputs: One says *can act*, Two *cannot act*."]),
        ("that may act", "that may but need not act",
         ["Outputs: One says *that may act*, Two *that may but need not act*."]),
        ("that may not act", "that may not only act",
         ["Outputs: One says *may not act*, Two *may not only act*.",
          "Outputs: One says *that may not act*, Two *that may not only act*."]),
        ("makes rules, texts, or plans", "makes rules, texts or plans",
         ["Outputs: same three items; serial comma only in One."]),
        ("makes rules or texts", "makes texts or rules",
         ["Outputs: same two items in another order (*rules, texts* in One, *texts, rules* in Two)."]),
        ("makes rules, texts, or plans", "makes rules, texts, plans, or maps",
         ["Outputs: *maps* is listed only in Two."]),
        ("makes rules, texts, or plans", "makes rules, or maps",
         ["Outputs: *texts* and *plans* are listed only in One; *maps* is listed only in Two."]),
        ("makes good plans for men and women at work here", "makes bad plans for men and women at work here",
         ["Outputs: One says *good*, Two *bad*."]),
        ("makes good plans for men and women at work here", "makes plans for men and women at work here",
         ["Outputs: *good* only in One."]),
        # A short cell is quoted whole.
        ("makes good plans", "makes bad plans",
         ["Outputs: One says *makes good plans*, Two *makes bad plans*."]),
        ("makes plans;", "makes plans.", []),  # the last mark belongs to the sentence
        ("makes ‘plans’", "makes “plans”", []),
        ("acts (at once) here", "acts at once here", ["Outputs: same words; “(” before *at* only in One; "
                                                      "“)” before *here* only in One."]),
    ],
)  # fmt: skip
def test_one_row(a: str, b: str, expected: list[str]) -> None:
    assert outputs(a, b) == expected


def test_an_element_in_two_pieces_is_quoted_with_both() -> None:
    told = found(
        [("inference", "infers"), ("input", "from the input"), ("inference", "how to act")],
        [("inference", "reasons well"), ("input", "from the input"), ("inference", "by computing")],
    )
    assert told[-1] == "Inference: One says *infers … how to act*, Two *reasons well … by computing*."
    told = texts("eu", "unesco-2021")
    assert any("*infers, … how to*" in one and "*which have the capacity to process" in one for one in told)


def test_items_in_another_order_are_not_said_to_differ() -> None:
    told = outputs(
        "makes for its users things such as rules, texts, plans and maps",
        "makes for its users things including texts, plans, rules and maps",
    )
    assert told == [
        "Outputs: same four items in another order (*rules, texts, plans, maps* in One, *texts, plans, "
        "rules, maps* in Two).",
        "Outputs: One says *such as*, Two *including*.",
    ]
    # An item that one alone has is quoted with the words around it.
    assert "*new plans*" in " ".join(outputs("makes rules, or maps", "makes rules, new plans, or maps"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("makes a rule, a text, or a plan", "makes rules, a text, or a plan"),
        ("makes an action, a policy, or a plan", "makes actions, policies, or a plan"),
    ],
)
def test_singular_and_plural_are_one_item(a: str, b: str) -> None:
    told = outputs(a, b)
    assert told
    assert not any("listed only" in one for one in told)
    assert any("says" in one for one in told)


def test_singular_and_plural_are_one_item_in_other_languages() -> None:
    for lang, a, b in (
        (
            "fr",
            "des prédictions, un contenu ou des décisions",
            "des prédictions, des contenus ou des décisions",
        ),
        ("it", "previsioni, contenuto o decisioni", "previsioni, contenuti o decisioni"),
        ("de", "Vorhersagen, Empfehlungen oder Text", "Vorhersagen, Empfehlungen oder Texte"),
    ):
        one, two = (
            Definition(name, text, label=name, lang=lang, segments=(("outputs", text),))
            for name, text in (("One", a), ("Two", b))
        )
        told = [finding.text for finding in aidefs.compare(one, two).findings]
        assert told
        assert not any("listed only" in said for said in told), told


def test_two_items_that_begin_alike_are_two() -> None:
    assert "*plants*" in " ".join(outputs("makes rules, texts, or plans", "makes rules, texts, or plants"))


def test_only_in_one() -> None:
    assert found([("outputs", "makes plans")], [("scope", "excluding toys.")]) == [
        "Outputs: only in One (*makes plans*).",
        "Scope: only in Two (*excluding toys*).",
    ]


def test_an_exclusion() -> None:
    (sentence,) = found([("scope", "It includes toys.")], [("scope", "It does not include toys.")])[:1]
    assert sentence == "Scope: Two puts it as an exclusion (*It does not include toys*)."


def test_a_move_of_the_same_words() -> None:
    a = [("machine-based", "a large machine system"), ("outputs", "with plans"), ("input", "from data")]
    b = [("outputs", "with plans"), ("machine-based", "a large machine system"), ("input", "from data")]
    assert found(a, b) == ["Outputs: same words at another place (*with plans*)."]


def test_many_changes_are_quoted_whole() -> None:
    sentences = outputs(
        "it makes big plans with small rules for old men", "it makes good plans with bad rules for new men"
    )
    assert sentences == [
        "Outputs: One says *it makes big plans with small rules for old men*, "
        "Two *it makes good plans with bad rules for new men*."
    ]


def test_the_frame_has_no_findings() -> None:
    assert found([("frame", "‘AI’ means")], [("frame", "AI is")]) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("a tool that should act", "a tool that would act"),
        ("such as tools that may act", "such as tools that can act"),
        ("a tool that must act and may stop", "a tool that must act and shall stop"),
    ],
)
def test_no_change_of_a_modal_verb_is_passed_over(a: str, b: str) -> None:
    assert len(outputs(a, b)) == 1


# for the words that follow, and the sentence says "before the end".
def test_a_mark_at_a_joint_stands_before_the_next_word() -> None:
    a = [("inference", "infers how to act")]
    b = [("inference", "infers,"), ("input", "from input"), ("inference", "how to act")]
    assert "Inference: same words; “,” before *how* only in Two." in found(a, b)


# --- laws -------------------------------------------------------------------------------------


def changed_words(row: Row) -> set[str]:
    changed = "".join(edit.text + " " for edit in row.pairs[0].edits if edit.op != "equal")
    return {token.key for token in aidefs.tokenize(changed) if token.kind == "word"}


def quotes(finding: Finding) -> list[str]:
    words = [part for part, official in finding.parts if official]
    return [part.strip(" ,;.") for quote in words for part in quote.split("…")]


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@pytest.mark.exhaustive
def test_every_quotation_stands_in_an_official_text(many_pairs: Sequence[Comparison]) -> None:
    checked = 0
    for comparison in many_pairs:
        both = " | ".join(plain(definition.text) for definition in comparison.definitions)
        for finding in comparison.findings:
            for quote in quotes(finding):
                wanted = quote.split(", ") if finding.kind == "items" else [quote]
                for part in wanted:
                    assert plain(part) in both, finding
                    checked += 1
    assert checked > 1000


@pytest.mark.exhaustive
def test_findings_are_ordered_by_kind_and_are_sentences(many_pairs: Sequence[Comparison]) -> None:
    for comparison in many_pairs[::3]:
        ranks = [KINDS.index(finding.kind) for finding in comparison.findings]
        assert ranks == sorted(ranks)
        rows = {row.element.id: row for row in comparison.rows}
        for finding in comparison.findings:
            row = rows[finding.element]
            assert row.element.group != "frame"
            assert row.pairs[0].status != "absent"
            label = row.element.label.partition(" (")[0] if finding.kind == "genus" else row.element.label
            assert finding.text.startswith(f"{label}: ") and finding.text.endswith(".")
            assert ".." not in finding.text and "  " not in finding.text and "**" not in finding.text
            assert (finding.kind == "moved") <= row.pairs[0].moved
            assert (finding.kind == "only in one") == (row.pairs[0].status in ("only in A", "only in B"))
            assert (finding.kind == "punctuation") <= (row.pairs[0].status == "punctuation only")


@pytest.mark.exhaustive
def test_every_move_and_every_lone_element_is_told(many_pairs: Sequence[Comparison]) -> None:
    for comparison in many_pairs[::3]:
        told = {(finding.element, finding.kind) for finding in comparison.findings}
        for row in comparison.rows:
            if row.element.group == "frame":
                continue
            if row.pairs[0].moved:
                assert (row.element.id, "moved") in told
            if row.pairs[0].status in ("only in A", "only in B"):
                assert (row.element.id, "only in one") in told
            if row.pairs[0].status == "reworded" and changed_words(row) - FUNCTION_WORDS:
                assert any(element == row.element.id for element, _ in told), row


def test_findings_of_several_pairs_name_their_pair() -> None:
    comparison = aidefs.compare("coe", "eu", "oecd")
    assert [finding.pair for finding in comparison.findings] == [0] * 5 + [1] * 3


# --- lists ------------------------------------------------------------------------------------


def test_a_list_of_examples_beside_one_that_is_none() -> None:
    a, b = "generate outputs such as scores, ranks or text", "generate scores, ranks or text"
    said = "Outputs: {} introduces what it lists as examples (*" + a + "*), {} does not."
    assert said.format("One", "Two") in outputs(a, b)
    assert said.format("Two", "One") in outputs(b, a)
    assert not any("introduces" in line for line in outputs(a, a.replace("such as", "including")))


def test_of_a_text_without_a_list_no_list_is_said() -> None:
    a = "generate outputs such as scores, ranks or text"
    assert not any("introduces" in line or "list" in line for line in outputs(a, "generate scores"))
    assert not any("introduces" in line for line in outputs(a, "generate scores, ranks etc."))
    [said] = [
        line
        for line in outputs("make maps, scores or texts", "make maps, scores or other texts")
        if "open" in line
    ]
    assert said == "Outputs: Two leaves its list open (*make maps, scores or other texts*), One does not."


def test_what_is_excluded_is_not_compared_with_what_is_listed() -> None:
    found = outputs(
        "generate outputs such as scores, ranks or text", "generate outputs other than scores or maps"
    )
    assert any("exclusion" in line for line in found)
    assert not any("listed" in line for line in found)


def test_items_have_the_capitals_of_the_text() -> None:
    [said, *_] = outputs("outputs such as Scores or text", "outputs such as Ranks or text")
    assert said == "Outputs: *Scores* is listed only in One; *Ranks* is listed only in Two."


@pytest.mark.parametrize(
    "words", ["cannot adapt", "could adapt", "might adapt", "will adapt", "should adapt"]
)
def test_no_text_with_a_modal_verb_is_said_to_have_none(words: str) -> None:
    draft = "“AI system” means a machine-based system that {} after deployment."
    found = [one.text for one in aidefs.compare("eu", draft.format(words)).findings]
    assert not any("no modal verb" in text for text in found)
    plain = [one.text for one in aidefs.compare("eu", draft.format("adapts")).findings]
    assert any("no modal verb" in text for text in plain)


def test_a_modal_verb_that_governs_a_part_of_the_words_is_one() -> None:
    """ "That would require intelligence" stands in a relative clause: the facet says nothing of it."""
    found = [one.text for one in aidefs.compare("bletchley-2023", "sch-minsky-1968").findings]
    assert any("would require" in text for text in found)
    assert not any("no modal verb" in text for text in found)


def test_how_is_no_example_in_the_italian_version() -> None:
    found = [one.text for one in aidefs.compare("eu", "eu:it").findings]
    assert not any("as examples" in text for text in found)


# --- words of any length, texts of which little can be read -----------------------------------


def test_a_word_of_any_length_is_read_in_time_and_quoted_in_part() -> None:
    """The time of a word grew with the square of its letters, and a finding held all of them."""
    found = aidefs.compare("eu", f"AI system means a {'a' * 100_000} that generates outputs.").findings
    assert max(len(one.text) for one in found) < 500
    assert any("aaa…" in one.text for one in found)


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("AI system means aardvark.", False),
        ("AI system means apples, pears and grapes.", False),
        ("AI system means a machine-based system.", True),
        ("AI system means software.", True),  # all else is missing, and that can be said
    ],
)
def test_words_of_the_frame_alone_are_no_similarity(text: str, measured: bool) -> None:
    [summary] = aidefs.compare("eu", text).summaries
    assert (summary["similarity"] is not None) == measured


def test_an_element_in_many_pieces_is_shortened_by_pieces() -> None:
    told = " ".join(texts("eu", "us-future-of-ai-act-2017"))
    assert "*(A) Any artificial systems … (B) Systems … (C) Systems … (E) Systems*" in told
    assert "(C) … learning" not in told


VEHICLE = "“Motor vehicle” means a mechanically propelled vehicle intended for use on roads."


def another_term(text: str, **options: str) -> list[str]:
    compared = aidefs.compare("eu", text, **options)  # type: ignore[arg-type]
    return [one.text for one in compared.findings if one.kind == "another term"]


def test_a_text_that_defines_another_thing_is_said_to_do_so_first() -> None:
    said = "Term: text defines *Motor vehicle*; the elements here are those of definitions of AI systems."
    assert another_term(VEHICLE) == [said]
    assert aidefs.compare("eu", VEHICLE).findings[0].text == said
    (french,) = another_term(VEHICLE, language="fr")
    assert french.startswith("Terme") and "définit *Motor vehicle*" in french


@pytest.mark.parametrize(
    "text",
    [
        "“AI system” means software that infers outputs.",
        "“Expert system” means a set of rules that a person wrote.",
        "“Motor vehicle” means a vehicle intended for use on roads that uses AI.",
        "“Robot” means a machine-based system that infers how to generate outputs.",
        "“Deployer” means a person who drives a vehicle.",  # a term of the collection
        "a machine that moves goods on roads",
    ],
)
def test_nothing_is_said_where_a_text_may_define_ai(text: str) -> None:
    assert another_term(text) == []


def test_elements_of_another_term_say_nothing_of_what_is_defined() -> None:
    assert not any(
        one.kind == "another term"
        for one in aidefs.compare(VEHICLE, VEHICLE + " ", taxonomy="examples/personal-data.toml").findings
    )


def test_a_change_of_modal_verb_at_the_end_of_a_clause_is_told_once() -> None:
    words = "die physische Umgebungen beeinflussen {},"
    one, two = (
        Definition(name, words.format(modal), lang="de", segments=(("environment", words.format(modal)),))
        for name, modal in (("One", "können"), ("Two", "müssen"))
    )
    assert [finding.kind for finding in aidefs.compare(one, two).findings] == ["modal"]


def test_words_that_lead_a_list_are_told_once_and_others_still() -> None:
    listed = "generate outputs {} predictions or decisions{}"
    told = outputs(listed.format("such as", ""), listed.format(", namely", ""))
    assert len(told) == 1 and "introduces what it lists as examples" in told[0]
    told = outputs(listed.format("such as", ""), listed.format(", namely", " without delay"))
    assert any("without delay" in one for one in told)


def test_what_a_text_names_outside_its_list_is_not_missing_from_it() -> None:
    told = outputs("outputs such as predictions or content", "content, for example texts or predictions")
    assert not any("*content* is listed only" in one for one in told)
    # What is part of another item is another thing.
    told = outputs("outputs such as predictions or content", "outputs such as predictions or audio content")
    assert any("*content* is listed only in One" in one for one in told)
