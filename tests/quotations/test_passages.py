"""Editors' marks: square brackets, "[sic]" and marks of omission are no faults; what hides behind them is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.library.lookup import library_of
from aidefs.quotations.index import index_of
from aidefs.quotations.passages import _EDITORS, _EDITORS_IN_ROUND, _PLAIN
from aidefs.quotations.references import significant
from aidefs.text.tokens import scan

EU = aidefs.get("eu").text
DEFINIENS = EU[EU.index("a machine") : -1]


def quoted(printed: str, name: str = "The AI Act") -> aidefs.Quotation:
    """The one passage between marks behind a name."""
    (one,) = aidefs.find_quotations(f"{name} says “{printed}”.")
    return one


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("infers,", "infer[s],"),
        ("it receives", "[the system] receives"),
        ("it receives", "it [the system] receives"),
        ("can influence", "can [still] influence"),
        ("can influence", "[can] influence"),
        ("environments", "environments [emphasis added]"),
        ("outputs such", "output [sic] such"),
        ("varying", "variing [sic!]"),
    ],
)
def test_an_editor_may_alter_what_he_brackets(old: str, new: str) -> None:
    one = quoted(DEFINIENS.replace(old, new, 1))
    assert (one.definition.id, one.verdict, one.wrong) == ("eu-ai-act-2024", "exact", False)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        (
            "COM(2018) 237: “[AI] refers to systems that display intelligent behaviour by analysing their "
            "environment and taking actions – with some degree of autonomy – to achieve specific goals”.",
            "eu-com-2018-237",
        ),
        (
            "UNESCO says that “[AI systems] integrate models and algorithms that produce a capacity”.",
            "unesco-2021",
        ),
        ("The AI Act: “a machine-based system that [has] varying levels of autonomy”.", "eu-ai-act-2024"),
    ],
)
def test_what_stands_between_brackets_may_share_words_with_what_it_replaces(text: str, id: str) -> None:
    [one] = aidefs.find_quotations(text)
    assert (one.definition.id, one.verdict, one.wrong) == (id, "exact", False)
    assert text[one.start : one.end].count("[") == text[one.start : one.end].count("]")


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        ("aim[ing] to aid or replace human decision-making using algorithms", "exact"),
        ("process aim[ing] to aid or replace human decision-making using algorithms", "exact"),
        ("process aiming to aid or replace human decision-making using algorithms", "changed"),
        ("process aim[ing] to aid or supplant human decision-making using algorithms", "changed"),
        ("process [that aims] to aid or replace human decision-making using algorithms", "exact"),
    ],
)
def test_the_pronoun_goes_where_a_bracket_makes_a_participle(printed: str, verdict: str) -> None:
    one = quoted(printed, "Massachusetts House Bill 64")
    assert (one.definition.id, one.verdict) == ("us-ma-h64-2023-automated-decision-system", verdict)


def test_a_bracket_does_not_hide_a_change_beside_it() -> None:
    one = quoted(DEFINIENS.replace("may exhibit", "can exhibit [emphasis added]"))
    assert (one.verdict, one.severity, one.reproach) == ("changed", "operator", ("wording",))
    one = quoted(
        DEFINIENS.replace("may exhibit", "can exhibit").replace("a machine-based system", "[a system]")
    )
    assert (one.verdict, one.severity, one.reproach) == ("changed", "operator", ("wording",))


@pytest.mark.parametrize(
    "dots",
    ["…", "...", ". . .", "[…]", "(…)", "* * *", "[snip]", "(omissis)", "[omitted]", "(Ausgelassen)"],
)
def test_marks_of_omission_of_every_tradition(dots: str) -> None:
    one = quoted(DEFINIENS.replace("explicit or implicit objectives,", dots))
    assert (one.verdict, one.extent, one.wrong) == ("exact", "truncated", False)


@pytest.mark.parametrize("template", ["The AI Act says “{}\n\n“{}”.", "The AI Act says:\n\n> {}\n>\n> {}\n"])
def test_an_omission_may_go_on_in_the_next_paragraph(template: str) -> None:
    first, second = DEFINIENS.split(" for explicit or implicit objectives, ")
    found = aidefs.find_quotations(template.format(f"{first} […]", second))
    assert found and {(one.verdict, one.wrong) for one in found} == {("exact", False)}


@pytest.mark.parametrize(
    ("name", "old", "new", "lost"),
    [
        ("eu", "may exhibit", "… exhibit", "may"),
        ("eu", "that can influence", "that […] influence", "can"),
        ("us-ndaa-fy2019-238g", "without significant human", "… significant human", "without"),
        ("eu:fr", "et peut faire", "et […] faire", "peut"),
        ("eu:es", "que puede mostrar", "que […] mostrar", "puede"),
    ],
)
def test_an_ellipsis_does_not_swallow_an_operator(name: str, old: str, new: str, lost: str) -> None:
    definition = aidefs.get(name)
    assert old in definition.text
    one = quoted(definition.text.replace(old, new).rstrip(" ;"), definition.label)
    assert (one.verdict, one.severity, one.wrong) == ("changed", "operator", True)
    assert [edit.text.strip() for edit in one.faults if edit.op == "delete"] == [lost]


@pytest.mark.parametrize(
    ("term", "lost", "kept"),
    [
        ("deployer", "except where the AI system is used", "in the course of"),
        ("biometric-categorisation-system", ", unless it is", "ancillary to another"),
    ],
)
def test_an_ellipsis_does_not_swallow_the_head_of_a_condition(term: str, lost: str, kept: str) -> None:
    official = aidefs.get(f"eu-ai-act-2024-{term}").text.rstrip(";")
    one = quoted(official.replace(f"{lost} {kept}", f"… {kept}"), "AI Act")
    assert (one.verdict, one.severity, one.wrong) == ("changed", "operator", True)
    whole = official[: official.index(lost)].rstrip()
    assert not quoted(f"{whole} […]", "AI Act").wrong  # the condition is left out as a whole


@pytest.mark.parametrize("dots", ["…", "[...]"])
def test_an_ellipsis_may_leave_out_a_clause_with_its_operator(dots: str) -> None:
    one = quoted(DEFINIENS.replace("that is designed to operate with varying levels of autonomy and that may "
                                   "exhibit adaptiveness after deployment, and ", dots + " "))  # fmt: skip
    assert (one.verdict, one.wrong) == ("exact", False)


@pytest.mark.parametrize(
    ("first", "second"), [("(1)", "(2)"), ("1.", "2."), ("1)", "2)"), ("i.", "ii."), ("(a)", "(b)")]
)
def test_enumerators_in_another_style_are_no_words(first: str, second: str) -> None:
    definition = aidefs.get("us-naiia-2020")
    assert "(A)" in definition.text
    printed = definition.text.replace("(A)", first).replace("(B)", second)
    one = quoted(printed.rstrip("."), "15 U.S.C. 9401(3)")
    assert (one.definition.id, one.verdict) == ("us-naiia-2020", "exact")


def test_two_laws_in_one_pair_of_marks_are_faults() -> None:
    first = DEFINIENS[: DEFINIENS.index(", and that, for")]
    second = aidefs.get("us-naiia-2020").text
    second = second[second.index("make predictions") : second.index("environments") + len("environments")]
    one = quoted(f"{first}, and that can {second}")
    assert one.wrong and one.verdict == "changed"


@pytest.mark.parametrize(
    "printed",
    [
        f"| Term | Definition |\n|---|---|\n| AI system | {DEFINIENS} |\n",
        f"<dl><dt>AI system</dt><dd>{DEFINIENS}</dd></dl>",
        f"AI system: {DEFINIENS}\n",
        f"**AI system** – {DEFINIENS}\n",
    ],
)
def test_marks_of_a_glossary_are_not_held_against_those_of_the_law(printed: str) -> None:
    (one,) = aidefs.find_quotations(f"# Glossary of the AI Act\n\n{printed}")
    assert (one.definition.id, one.verdict) == ("eu-ai-act-2024", "exact")


def test_the_similarity_of_a_passage_is_the_share_of_its_words_that_agree() -> None:
    official = aidefs.get("oecd@2019").text
    words = sum(token.kind == "word" for token in aidefs.tokenize(official))
    assert quoted(official, "The OECD").similarity == 1.0
    changed = quoted(official.replace("objectives", "aims"), "The OECD")
    assert changed.similarity == 2 * (words - 1) / (2 * words)


IGNORED = ("(a)", "(xii)", "'", '"', "|", "*", "[", "]")
parts = st.lists(st.sampled_from(("the", "System", "that", "a-b", ";", "ii)", *IGNORED)))


@given(parts, parts)
def test_sides_with_the_same_words_have_the_same_plain_words(first: list[str], second: list[str]) -> None:
    bare = [part for part in first if part not in IGNORED]
    for one, other in ((first, bare), (first, second)):
        sides = [" ".join(one), " ".join(other)]
        keys = [[side.key(i) for i in significant(side)] for side in map(scan, sides)]
        plain = [_PLAIN.findall(side.lower()) for side in sides]
        assert plain[0] == plain[1] or keys[0] != keys[1]


@given(
    st.lists(
        st.sampled_from(("(", ")", "sic", "!", "?", " ", "emphasis", "added", "cursiva", "a")), max_size=9
    )
)
def test_an_editor_is_seen_in_round_brackets_by_either_pattern(parts: list[str]) -> None:
    text = "".join(parts)
    assert (_EDITORS_IN_ROUND.search(text) is None) == (_EDITORS.search(text) is None)


# The law has the connector once, in the opening words of the article of its definitions.
CONNECTED = {
    "eu-ai-act-2024-deployer-de": (
        "KI-VO", "„Betreiber“ bezeichnet {}", "„Betreiber“ ist {}", "„Betreiber“: {}"
    ),
    "eu-ai-act-2024-deployer-fr": (
        "AI Act", "« déployeur » désigne {}", "on entend par « déployeur » {}", "« déployeur » : {}"
    ),
    "eu-ai-act-2024-es": ("AI Act", "se entenderá por «sistema de IA» {}", "«sistema de IA» es {}"),
    "eu-ai-act-2024-it": ("AI Act", "per «sistema di IA» si intende {}", "«sistema di IA» è {}"),
    "eu-ai-act-2024-deployer-nl": (
        "AI Act", "onder “gebruiksverantwoordelijke” wordt verstaan {}", "“gebruiksverantwoordelijke” is {}"
    ),
    "eu-ai-act-2024-pl": ("AI Act", "„system AI” oznacza {}"),
    "kz-ai-law-2025-ai": ("Kazakhstan’s law on AI", "“artificial intelligence” means {}"),
}  # fmt: skip


def in_block(id: str, source: str, printed: str) -> aidefs.Quotation:
    """The one quotation of a text, whose words stand for braces, in a block quotation."""
    reference = next(one for one in index_of(library_of(None)).references if one.id == id)
    body = reference.definition.text[reference.head : reference.end].rstrip(" .;")
    (one,) = aidefs.find_quotations(f"{source}:\n\n> {printed.format(body)}.\n")
    assert one.definition.id == id
    return one


@pytest.mark.parametrize(
    ("id", "source", "printed"),
    [(id, source, one) for id, (source, *forms) in CONNECTED.items() for one in forms],
)
def test_a_connector_that_the_law_has_for_all_its_definitions_is_no_word(
    id: str, source: str, printed: str
) -> None:
    assert in_block(id, source, printed).verdict == "exact"


@pytest.mark.parametrize(
    ("id", "printed"),
    [
        ("eu-ai-act-2024-deployer-de", "„Betreiber“ bezeichnet nur {}"),
        ("eu-ai-act-2024-deployer-de", "„Betreiber“ ist nicht {}"),
        ("eu-ai-act-2024-deployer-fr", "« déployeur » ne désigne pas {}"),
        ("eu-ai-act-2024-es", "«sistema de IA» no es {}"),
        ("eu-ai-act-2024-it", "«sistema di IA» non è {}"),
        ("eu-ai-act-2024-cs", "„systém AI“ není {}"),
        ("eu-ai-act-2024-pl", "„system AI” nie oznacza {}"),
        ("eu-ai-act-2024-deployer-nl", "“gebruiksverantwoordelijke” is nooit {}"),
    ],
)
def test_an_adverb_or_denial_beside_it_is(id: str, printed: str) -> None:
    one = in_block(id, "AI Act", printed)
    assert one.wrong and one.verdict == "changed"


NAIIA = aidefs.get("us-naiia-2020").text


@pytest.mark.parametrize("lead", ["—", ":", " –", "", ":\n\n"])
def test_a_list_begins_behind_any_mark(lead: str) -> None:
    assert "inputs to—\n(A)" in NAIIA
    printed = NAIIA.replace("inputs to—\n(A)", f"inputs to{lead} (A)")
    (one,) = aidefs.find_quotations(f"The National AI Initiative Act of 2020 reads:\n\n{printed}\n")
    assert one.verdict == "exact"


@pytest.mark.parametrize(
    ("old", "new"),
    [("inputs to—\n(A)", "inputs to, (A)"), ("inputs to—\n(A)", "inputs for: (A)"), ("can, for", "can: for")],
)
def test_no_other_mark_is_put_in_or_changed(old: str, new: str) -> None:
    (one,) = aidefs.find_quotations(
        f"The National AI Initiative Act of 2020 reads:\n\n{NAIIA.replace(old, new)}\n"
    )
    assert one.faults


@pytest.mark.parametrize(
    ("old", "new", "name", "id"),
    [
        ("An AI system", "An Al system", "The OECD’s Recommendation of 2024", "oecd-2024"),
        ("Different AI", "Different A1", "The OECD’s Recommendation of 2024", "oecd-2024"),
        ("infers", "lnfers", "The OECD’s Recommendation of 2024", "oecd-2024"),
        ("influence", "inﬂuence", "The OECD’s Recommendation of 2024", "oecd-2024"),
    ],
)
def test_letters_that_a_scanner_takes_for_each_other_are_no_fault(
    old: str, new: str, name: str, id: str
) -> None:
    words = aidefs.get(id).text
    capital = words.replace("infers", "Infers") if new == "lnfers" else words
    (one,) = aidefs.find_quotations(f"{name} says “{capital.replace(old, new).replace('Infers', new)}”.")
    assert (one.definition.id, one.verdict == "exact") == (id, new != "lnfers")
    (other,) = aidefs.find_quotations(f"{name} says “{words.replace('AI system is', 'ML system is')}”.")
    assert other.reproach == ("wording",)
