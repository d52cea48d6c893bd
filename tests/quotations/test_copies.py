"""Documents that give the text of a law itself: what differs in them is no definition of a law's own."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.quotations.copies import FEWEST
from aidefs.quotations.phrases import ANOTHER_STATE, OPENS_DEFINITIONS

OPENING = "For the purposes of this Regulation, the following definitions apply:"
DEPLOYER = aidefs.get("eu-ai-act-2024-deployer").text
CHANGED = DEPLOYER.replace("using an", "that uses an")
FAR = (
    "‘deployer’ means a natural or legal person, public authority, agency or other body using an AI system "
    "under its authority for the benefit of patients in a hospital or clinic of the Union"
)
REASON = "the document gives the text of the law itself, and has other words here"


def of_act(term: str = "") -> str:
    return aidefs.get(f"eu-ai-act-2024{term}").text


def series(*entries: tuple[str, str], opening: str = OPENING, head: str = "") -> str:
    """Definitions under their numbers, as a law prints them."""
    return "\n\n".join((head + opening, *(f"({number}) {text}" for number, text in entries))) + "\n"


AI, RISK, PROVIDER = ("1", of_act()), ("2", of_act("-risk")), ("3", of_act("-provider"))
SYSTEM = "66", of_act("-general-purpose-ai-system")
WRONG = "4", CHANGED


def reproached(text: str) -> list[tuple[str, str]]:
    return [(one.definition.id, one.reason) for one in aidefs.find_quotations(text) if one.wrong]


@pytest.mark.parametrize(
    "text",
    [
        series(AI, RISK, WRONG),
        series(AI, PROVIDER, WRONG, SYSTEM),
        # The document names the law and no other one.
        series(AI, WRONG, head="REGULATION: EU AI Act\n\n"),
        # Its own title, or that of what it is a part of.
        series(AI, RISK, WRONG, head="# Regulation (EU) 2024/1689 on artificial intelligence\n\n"),
        series(AI, RISK, WRONG, head="REGULATION: ai_act\n\nArticle 3 Definitions\n\n"),
        series(AI, RISK, WRONG, head="# Laws\n\nIt stands beside Regulation 17/2026.\n\n"),
        # It numbers anew what it copies letter for letter, too.
        series(AI, RISK, ("5", CHANGED), ("6", SYSTEM[1])),
    ],
)
def test_a_definition_among_those_of_the_law_is_the_laws(text: str) -> None:
    assert reproached(text) == [("eu-ai-act-2024-deployer", REASON)]
    [one] = [one for one in aidefs.find_quotations(text) if one.wrong]
    assert (one.reproach, one.attribution.fits, one.attribution.how) == (("wording",), True, "file")


@pytest.mark.parametrize(
    "text",
    [
        series(AI, WRONG),  # too few, and no law is named
        series(("3", PROVIDER[1]), WRONG),
        # Its number, or those of all others, are not the official ones.
        series(AI, RISK, ("5", CHANGED)),
        series(("10", AI[1]), ("11", RISK[1]), ("12", PROVIDER[1]), WRONG),
        # Another law, contract or policy.
        series(AI, RISK, WRONG, opening="For the purposes of this Act, the following definitions apply:"),
        series(AI, RISK, WRONG, opening="For the purposes of this Policy, the following definitions apply:"),
        series(AI, RISK, WRONG, opening="In this Agreement:"),
        # Another state of the law, or a text made after it.
        series(AI, RISK, WRONG, head="Consolidated text\n\n"),
        series(AI, RISK, WRONG, head="Compromise proposal of the presidency\n\n"),
        series(AI, RISK, WRONG, head="Article 3, adapted for schools\n\n"),
        series(AI, WRONG, head="EU AI Act and Colorado SB 24-205\n\n"),
        series(AI, RISK, WRONG, head="# REGULATION OF THE GOVERNMENT No. 17/2026 on AI\n\n"),
        series(AI, RISK, WRONG, head="**Regulation on Artificial Intelligence of Serbia**\n\n"),
        series(AI, RISK, WRONG, head="Directive (EU) 2027/12 on the use of AI\n\n"),
        series(AI, RISK, WRONG, head="# AI Regulation of the Isle of Man\n\n"),
        # Far from the law: a definition of its own.
        series(AI, RISK, ("4", FAR)),
        # Letter for letter a draft.
        series(AI, RISK, ("4", aidefs.get("eu-parliament-2023-deployer").text)),
    ],
)  # fmt: skip
def test_a_law_contract_or_draft_of_its_own_is_not(text: str) -> None:
    assert not reproached(text)


def test_a_corrected_copy_has_the_words_of_the_law(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "article-3.txt"
    file.write_text(series(AI, RISK, WRONG), encoding="utf-8")
    [passage] = aidefs.verify(file).files[0].wrong
    assert passage.corrected
    assert (aidefs.verify(file).files[0].corrected() or b"").decode() == series(AI, RISK, ("4", DEPLOYER))


def test_definitions_far_behind_the_opening_words_are_of_no_series() -> None:
    assert FEWEST == 2
    far = "Nothing of it. " * 1_500
    assert reproached(series(AI, RISK, WRONG))
    assert not reproached(series(AI, RISK) + far + f"\n\n(4) {CHANGED}\n")


@pytest.mark.parametrize(
    ("opening", "is_one"),
    [
        ("For the purposes of this Convention, the following definitions apply:", True),
        ("Für die Zwecke dieser Verordnung bezeichnet der Ausdruck:", True),
        ("Aux fins du présent règlement, on entend par:", True),
        ("A los efectos del presente Reglamento, se entenderá por:", True),
        ("Ai fini del presente regolamento si applicano le definizioni seguenti:", True),
        ("Voor de toepassing van deze verordening wordt verstaan onder:", True),
        ("Para efeitos do presente regulamento, entende-se por:", True),
        ("Na użytek niniejszego rozporządzenia stosuje się następujące definicje:", True),
        ("E rendelet alkalmazásában:", True),
        ("For the purposes of this Act:", False),
        ("For the purposes of these Regulations:", False),
        ("Für die Zwecke dieses Vertrags bezeichnet der Ausdruck:", False),
        ("Aux fins de la présente politique, on entend par:", False),
    ],
)
def test_the_opening_words_of_a_regulation(opening: str, is_one: bool) -> None:
    assert bool(OPENS_DEFINITIONS.search(opening)) is is_one


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Consolidated version", True),
        ("Geänderter Vorschlag", True),
        ("Texte modifié", True),
        ("Propuesta de la Comisión", True),
        ("Proposta di regolamento", True),
        ("Gewijzigd voorstel", True),
        ("Tekst skonsolidowany", True),
        ("Egységes szerkezetbe foglalt szöveg", True),
        ("Article 3 — Definitions", False),
        ("Artikel 3 — Begriffsbestimmungen", False),
    ],
)
def test_another_state_of_a_law(head: str, told: bool) -> None:
    assert bool(ANOTHER_STATE.search(head)) is told
