"""What stands beside a text has words of its own: recitals, other articles, guidelines, commentaries."""

from __future__ import annotations

import pytest

import aidefs

MUST = {
    "en": "must exhibit adaptiveness after deployment",
    "de": "nach seiner Betriebsaufnahme anpassungsfähig sein muss",
    "fr": "qui doit faire preuve d'une capacité d'adaptation après son déploiement",
    "es": "que debe mostrar capacidad de adaptación tras el despliegue",
    "it": "che deve presentare adattabilità dopo la diffusione",
    "nl": "dat na het inzetten ervan aanpassingsvermogen moet vertonen",
    "pl": "który po jego wdrożeniu musi wykazywać zdolność adaptacji",
    "pt": "que deve apresentar capacidade de adaptação após a implantação",
}
AND = "physical and virtual environments"
PROVISIONAL = (
    "a machine-based system that is designed to operate with varying levels of autonomy and that may exhibit "
    "adaptiveness after deployment"
)


def reproached(text: str) -> list[bool]:
    return [one.wrong for one in aidefs.find_quotations(text)]


@pytest.mark.parametrize(
    "said",
    [
        f"Recital 12 of the AI Act says that techniques “infer from inputs or data” and speaks of “{AND}”.",
        "According to recital 12 AI Act, adaptiveness “refers to self-learning capabilities, allowing the "
        f"system to change while in use”. It contrasts “{AND}” with a narrower notion.",
        "Recital 12 of the AI Act: the capacity to obtain “outputs, such as predictions, content, "
        f"recommendations, or decisions, which can influence {AND}”.",
        f"The recitals of the AI Act say that a system “{MUST['en']}”.",
        f"Article 5 of the AI Act bans some systems. It contrasts “outputs that can influence {AND}”.",
        f"Annex III of the AI Act lists systems. It speaks of what “{MUST['en']}”.",
        f"Erwägungsgrund 12 der KI-Verordnung spricht von Techniken, und davon, dass es „{MUST['de']}“.",
        "The preamble to the Convention says that systems “can influence physical or virtual environments” "
        "(CETS 225).",
    ],
)
def test_what_a_provision_says_that_is_not_stored_is_not_checked(said: str) -> None:
    assert not any(reproached(said))


@pytest.mark.parametrize(
    "said",
    [
        "The Explanatory Report to the Convention (CETS 225, para. 24) speaks of systems “that can influence "
        "physical or virtual environments”.",
        "The OECD Explanatory Memorandum says that AI systems “may influence physical or virtual "
        "environments”.",
        "The corrigendum to the AI Act of 19 April 2024 changed “designed to operate with varying levels of "
        "autonomy, that may exhibit adaptiveness after deployment and that” to the present wording.",
        "The impact assessment accompanying the AI Act proposal speaks of “software that can, for a given "
        "set of human-defined objectives, generate outputs such as content, predictions, recommendations, or "
        "decisions affecting the environments they interact with”.",
        f"The explanatory memorandum of the OECD says “{PROVISIONAL}”.",
        f"A system “{MUST['en']}” (Commission Guidelines on the AI Act, para. 22).",
        f"The AI Act is clear. A system “{MUST['en']}”, as the Commission Guidelines on the AI Act put it.",
        f"The AI Act factsheet says that a system “{MUST['en']}”.",
        f"Die Leitlinien der Kommission zur KI-Verordnung sprechen davon, dass es „{MUST['de']}“.",
        f"In der Begründung zur KI-Verordnung steht, dass ein System „{MUST['de']}“.",
        f"Les lignes directrices relatives au règlement sur l'IA parlent d'un système « {MUST['fr']} ».",
        f"El informe explicativo sobre el Reglamento de IA habla de un sistema «{MUST['es']}».",
        f"Gli orientamenti della Commissione sul regolamento (UE) 2024/1689 parlano di un sistema "
        f"«{MUST['it']}».",
        f"De richtsnoeren bij Verordening (EU) 2024/1689 spreken van een systeem „{MUST['nl']}”.",
        f"Wytyczne do rozporządzenia (UE) 2024/1689 mówią o systemie, „{MUST['pl']}”.",
        f"As orientações sobre o Regulamento (UE) 2024/1689 falam de um sistema «{MUST['pt']}».",
    ],
)
def test_the_words_of_what_is_made_beside_a_text_are_its_own(said: str) -> None:
    assert not any(reproached(said))


@pytest.mark.parametrize(
    "work",
    [
        "Ebers, in his commentary on the AI Act, writes",
        "In its opinion on the AI Act, the EDPB says",
        "The study of the European Parliament on the AI Act says",
        "The staff working document accompanying the AI Act says",
        "the guidelines on the AI Act say",
    ],
)
def test_so_are_those_of_a_work_on_it(work: str) -> None:
    (found,) = aidefs.find_quotations(f"{work} that a system “{MUST['en']}”.")
    assert not found.wrong and found.attribution.fits is None
    assert found.reason == f"not checked: {found.attribution.unknown} is not in the collection"


@pytest.mark.parametrize(
    "said",
    [
        f"The Guidelines on the AI Act quote Article 3(1) of the AI Act as “that {MUST['en']}”.",
        f"Recital 12 is long. Article 3(1) of the AI Act says “that {MUST['en']}”.",
        f"Recital 12 explains it. The AI Act says that a system “{MUST['en']}”.",
        f"This report on the AI Act cites it: an AI system “{MUST['en']}” (Article 3(1) AI Act).",
        "Unlike the Explanatory Report, the Convention says “that can influence physical or virtual "
        "environments” (CETS 225).",
        f"The AI Act (see the guidelines) says that a system “{MUST['en']}”.",
        "The guidelines say how the AI Act defines it: “a machine-based system that is designed to operate "
        "with various levels of autonomy and that may exhibit adaptiveness after deployment”.",
        f"Die KI-Verordnung spricht in Art. 3 Nr. 1 von einem System, das „{MUST['de']}“.",
        f"Le règlement (UE) 2024/1689, article 3, point 1, parle d'un système « {MUST['fr']} ».",
        f"El Reglamento (UE) 2024/1689, artículo 3, punto 1, habla de un sistema «{MUST['es']}».",
        f"Il regolamento (UE) 2024/1689, articolo 3, punto 1, parla di un sistema «{MUST['it']}».",
        f"Verordening (EU) 2024/1689, artikel 3, punt 1, spreekt van een systeem „{MUST['nl']}”.",
        f"Rozporządzenie (UE) 2024/1689 w art. 3 pkt 1 mówi o systemie, „{MUST['pl']}”.",
        f"The OECD says “{PROVISIONAL}”.",
    ],
)
def test_the_text_itself_is_held_to_its_words_beside_them(said: str) -> None:
    assert reproached(said) == [True]


def test_stored_guidelines_are_held_to_their_words() -> None:
    said = "The Ethics Guidelines for Trustworthy AI define AI systems as “software (and possibly also "
    said += "hardware) systems designed by human beings that, given a complex goal, act in the physical or "
    assert reproached(f"{said}digital dimension”.") == [True]


def test_exact_words_are_what_they_are() -> None:
    (found,) = aidefs.find_quotations(f"The guidelines on the AI Act repeat “{PROVISIONAL}”.")
    assert not found.wrong and found.verdict == "exact" and found.attribution.fits
