"""Works that a document cites by number: the entries of its list are notes, and some of them are texts."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.library.library import Library
from aidefs.quotations.index import index_of
from aidefs.quotations.works import is_looked_at_beside, is_text_itself, stands_at_end

OECD = "OECD. Recommendation of the Council on Artificial Intelligence, OECD/LEGAL/0449, 2024."
PARLIAMENT = (
    "European Parliament. European Parliament legislative resolution of 13 March 2024 on the proposal for a"
    " regulation of the European Parliament and of the Council on laying down harmonised rules on Artificial"
    " Intelligence and amending certain Union Legislative Acts. 2024, COM(2021)0206."
)
ACT = (
    "Regulation (EU) 2024/1689 of the European Parliament and of the Council of 13 June 2024 laying down"
    " harmonised rules on artificial intelligence. OJ L, 2024/1689, 12.7.2024."
)
KOM = (
    "Kommission, Vorschlag für eine Verordnung zur Festlegung harmonisierter Vorschriften für künstliche"
    " Intelligenz, KOM(2021) 206 endg."
)
TEXAS = "Texas Responsible Artificial Intelligence Governance Act, HB 149, 2025."
SMITH = "Smith, J. (2023) The AI Act explained. Journal of Law 3(2): 12-34."
BETWEEN = "The rest of the essay is about other things, which it tells in many words. " * 10
LISTS = (
    "References\n\n[12] {0}\n[13] {1}\n[14] {2}\n",
    "- [12] {0}\n- [13] {1}\n- [14] {2}\n",
    "## Literaturverzeichnis\n\n12. {0}\n13. {1}\n14. {2}\n",
    "7. Références\n[12] {0}\n[13] {1}\n[14] {2}\n",
    "**Bibliografía**\n\n[12]: {0}\n\n[13]: {1}\n\n[14]: {2}\n",
    "\\[12\\] {0}\n\n\\[13\\] {1}\n\n\\[14\\] {2}\n",
)

words = {
    one: aidefs.get(one).text for one in ("eu-ai-act-2024", "oecd-2024", "eu-parliament-first-reading-2024")
}


def definiens(id: str) -> str:
    """The defining words of a text, without the dot at their end."""
    text = words[id]
    return text[text.index("a machine-based") :].rstrip(".;")


def reproaches(text: str, entries: tuple[str, str, str], form: str = LISTS[0]) -> list[tuple[str, ...]]:
    """What is reproached of each passage of a text with a list of works."""
    document = f"{text}\n\n{BETWEEN}\n\n{form.format(*entries)}"
    return [one.reproach for one in aidefs.find_quotations(document)]


@pytest.mark.parametrize("form", LISTS)
@pytest.mark.parametrize("mark", ["[13]", "[12, 13]", "[12–14]", "[13, Art. 3(1)]", "(Art. 3(1)) [13]"])
def test_an_entry_is_the_source_of_a_passage(form: str, mark: str) -> None:
    for id, entry, reproach in (("oecd-2024", OECD, ()), ("eu-ai-act-2024", TEXAS, ("source",))):
        text = f"In general, an AI system is “{definiens(id)}” {mark}. It is an old question."
        assert reproaches(text, (entry, entry, entry), form) == [reproach]


@pytest.mark.parametrize("form", LISTS)
def test_a_version_that_an_entry_names_is_meant(form: str) -> None:
    quoted = definiens("eu-parliament-first-reading-2024")
    text = f"It is to be understood as in the AI Act [13], where it is defined in Article 3(1) as “{quoted}”."
    assert reproaches(text, (OECD, ACT, SMITH), form) != [()]
    assert reproaches(text, (OECD, PARLIAMENT, SMITH), form) == [()]
    for text in (
        f"The AI Act defines an AI system as “{quoted}” [13].",
        f"The AI Act [13] is new.\n\nThe AI Act defines an AI system as “{quoted}”.",
    ):
        assert reproaches(text, (OECD, ACT, SMITH), form) != [()]
        assert reproaches(text, (OECD, PARLIAMENT, SMITH), form) == [()]


def test_an_act_in_force_beside_its_draft_is_meant_elsewhere() -> None:
    quoted = definiens("eu-parliament-first-reading-2024")
    text = f"The vote was on a draft [13] of an act [12].\n\nThe AI Act defines an AI system as “{quoted}”."
    assert reproaches(text, (ACT, PARLIAMENT, SMITH)) != [()]
    assert reproaches(text, (OECD, PARLIAMENT, SMITH)) == [()]


@pytest.mark.parametrize(
    "text",
    [
        "An AI system is “{}” [13].",
        "An AI system is “{}” [12, 13].",  # the other one may have it
        "An AI system is “{}” [12], [13].",
        "An AI system is “{}” (see also [12]).",
        "An AI system is “{}” (cf. [12]).",
        "An AI system is “{}”, which is narrower than another one [12].",
        "An AI system is “{}”. Not all follow this notion [12].",
        "Based on [12], an AI system is “{}”.",
    ],
)
def test_a_work_on_a_text_and_one_looked_at_beside_accuse_nobody(text: str) -> None:
    for id in ("oecd-2024", "eu-ai-act-2024"):
        assert reproaches(text.format(definiens(id)), (TEXAS, SMITH, SMITH)) == [()]
        changed = (
            definiens(id).replace("infers", "derives").replace("generate", "make").replace("content", "x")
        )
        assert reproaches(text.format(changed), (ACT, SMITH, SMITH)) == [()]


def test_a_line_of_the_text_that_begins_with_a_mark_is_no_entry() -> None:
    text = f"An AI system is “{definiens('oecd-2024')}” [12]. It is like the AI Act\n[12] but for a word"
    assert reproaches(text, (OECD, SMITH, SMITH)) == [()]
    assert reproaches(text, (TEXAS, SMITH, SMITH)) == [("source",)]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (OECD, True),
        (PARLIAMENT, True),
        (ACT, True),
        (TEXAS, True),
        ("Colorado General Assembly. SB24-205 Consumer Protections for Artificial Intelligence. 2024.", True),
        (KOM, True),
        ("UNESCO, Recommendation on the Ethics of Artificial Intelligence, 2021", True),
        ("See Article 3 of the AI Act.", True),
        ("[EU AI Act](https://eur-lex.europa.eu/eli/reg/2024/1689/oj), official text", True),
        ("EU AI Act — Article 3", True),
        (SMITH, False),
        ("Veale M, Zuiderveen Borgesius F (2021) Demystifying the Draft EU AI Act.", False),
        ("Martin Ebers, ‘The European Commission’s Proposal for an AI Act’, 2021", False),
        ("European Parliament (2023). EU AI Act: first regulation on artificial intelligence.", False),
        ("OECD (2024). Explanatory memorandum on the updated OECD definition of an AI system.", False),
        ("European Commission. Questions and answers on the AI Act. 2024.", False),
        ("AI Act Explorer. Future of Life Institute, 2024.", False),
        ("Allen, R. On fairness. ERA Forum 20, 2020.", False),
        ("", False),
    ],
)  # fmt: skip
def test_which_entry_is_a_text(entry: str, text: bool) -> None:
    assert is_text_itself(entry, index_of(Library.shipped()).titles) == text


@pytest.mark.parametrize(
    ("between", "ends"),
    [
        ("” ", True),
        (".”\n", True),
        ("” (Art. 3(1)) ", True),
        ("”, Article 3(1) ", True),
        ("” [11], ", True),
        ("” and more ", False),
        (".” It ", False),
        ("”\n\n", False),
        ("1" * 300 + "x", False),
    ],
)
def test_where_a_mark_ends_a_passage(between: str, ends: bool) -> None:
    assert stands_at_end(between) == ends


@pytest.mark.parametrize(
    ("before", "beside"),
    [
        ("(see also ", True),
        ("“…”, cf. ", True),
        ("based on the work of ", True),
        ("see ", False),
        ("in ", False),
    ],
)
def test_what_is_looked_at_beside(before: str, beside: bool) -> None:
    assert is_looked_at_beside(before) == beside


def test_a_text_that_the_sentence_cites_and_that_has_the_words_is_not_held_against_another() -> None:
    text = (
        f"The OECD definition [12] inspired the AI Act [13], which speaks of “{definiens('eu-ai-act-2024')}”."
    )
    assert reproaches(text, (OECD, ACT, SMITH)) == [()]
    assert reproaches(text, (OECD, SMITH, SMITH)) == [("source",)]


def test_words_but_for_one_may_be_those_of_a_work() -> None:
    text = f"An AI system is “{definiens('eu-ai-act-2024').replace('explicit', 'express')}”"
    assert reproaches(f"{text}.", (SMITH, SMITH, SMITH)) == [("wording",)]
    assert reproaches(f"{text} [13].", (SMITH, SMITH, SMITH)) == [()]
    assert reproaches(f"{text} [13].", (SMITH, ACT, SMITH)) == [("wording",)]
