"""What shows that an author gives words as a law's own, and its twins, in which nothing does."""

from __future__ import annotations

import pytest

import aidefs

GIVEN = {
    "the provision before the law's marks": (
        "Under the EU AI Act:\n\n- **Article 3(4):** “deployer” means any natural or legal person, "
        "public authority, agency or other body that uses an AI system under its authority, unless it is "
        "used in the course of a personal activity.\n"
    ),
    "the provision before them, with a dash": (
        'Who is who in the AI Act.\n\n1. Article 3(3) - "provider" means a natural or legal person, '
        "public authority, agency or other body that develops an AI system or a general-purpose AI model "
        "and places it on the market or puts it into service under its own name, whether for payment or "
        "free of charge.\n"
    ),
    "as defined by": (
        'DEFINITION = "AI system as defined by the EU AI Act: a machine-based system made to operate '
        "with levels of autonomy and that may exhibit adaptiveness after deployment, which, for explicit "
        "or implicit objectives, infers or recommends outputs influencing physical or virtual "
        'environments."\n'
    ),
    "its section in a bracket": (
        'log(\n  \'"Algorithmic discrimination" means any condition in which the use of an AI system '
        "results in an unlawful differential treatment or impact that disfavors an individual or group "
        "of individuals on the basis of their age, color, disability, ethnicity, genetic information, "
        "limited proficiency in the English language, national origin, race, religion, reproductive "
        "health, sex or veteran status (§ 6-1-1701(1)(a)).',\n)\n"
    ),
    "straight marks around a paragraph": (
        "A GPAI model is defined in Art. 3(63) AI Act as\n\n' an AI model, also when trained with much "
        "data using self-supervision at scale, that displays significant generality and is able to "
        "competently perform a wide range of distinct tasks regardless of the way the model is placed on "
        "the market and that can be integrated into a variety of downstream systems .' 7\n\nMore "
        "follows.\n"
    ),
    "a mark of what is left out": (
        "- **Deployer** (AI Act): a natural or legal person [...] using an AI system under its own "
        "authority, except where it is used in the course of a personal activity.\n"
    ),
    "a label that says definition": (
        "## Rollen\n\nMaßgeblich ist der AI Act.\n\n- **KI-System-Definition (Art. 3 Nr. 1):** Ein "
        "maschinengestütztes System, das in unterschiedlichem Maße autonom betrieben wird, das nach "
        "seiner Betriebsaufnahme anpassungsfähig sein kann und das Ausgaben wie etwa Vorhersagen, "
        "Inhalte, Empfehlungen oder Entscheidungen liefert, die physische oder virtuelle Umgebungen "
        "beeinflussen.\n"
    ),
    "its term below a heading of definitions": (
        "## Begriffsbestimmungen (Art. 3 KI-VO)\n\n**Betreiber:** eine natürliche oder juristische "
        "Person, Behörde, Einrichtung oder Stelle, die ein KI-System unter ihrer Verantwortung nutzt, "
        "außer das KI-System wird im Rahmen einer persönlichen und nicht beruflichen Tätigkeit "
        "verwendet.\n"
    ),
    "a source of the year": (
        "The OECD defines an AI system as “a machine-based system that, for explicit or implicit "
        "objectives, infers, from the inputs it receives, how to generate outputs such as predictions, "
        "content or decisions that can influence physical or digital environments”.\n\nSource: OECD "
        "(2024).\n"
    ),
}
TOLD = {
    "the same article of another law": (
        "# Law on Artificial Intelligence of the Republic of Ruritania\n\n- **Article 3(4):** “deployer” "
        "means any natural or legal person that uses an AI system under its authority, except where the "
        "system is used in the course of a personal non-professional activity.\n"
    ),
    "its own number in terms of use": (
        "Our terms apply beside the EU AI Act.\n\n3(4) “Deployer” means a natural or legal person using "
        "the Platform under its authority, except where it is used in the course of a personal "
        "non-professional activity.\n"
    ),
    "a question": (
        'TEXT = "Whether a tool is an AI system as defined by the AI Act: look at autonomy, inference '
        "and outputs such as predictions, content, recommendations or decisions influencing "
        'environments."\n'
    ),
    "a field for a summary": (
        '{"summary": "AI system as defined by the EU AI Act: a machine-based system with autonomy that '
        "infers from input how to generate outputs such as predictions, content, recommendations or "
        'decisions."}\n'
    ),
    "a section to compare": (
        "In a bill of another State algorithmic discrimination is “any condition in which the use of an "
        "AI system results in unlawful differential treatment or impact that disfavors an individual on "
        "the basis of age or color” (cf. § 6-1-1701(1)).\n"
    ),
    "strokes for words": (
        '{"term": "Deployer", "law": "AI Act Article 3(4)", "text": "Deployer: natural/legal person, '
        "public authority/agency or other body using an AI system under its authority, except for "
        'personal non-professional activity."}\n'
    ),
    "dots without brackets": (
        "- **Deployer** (AI Act): a person or body using an AI system under its own authority, unless "
        "for a personal activity ...\n"
    ),
    "an explanation below a heading": (
        "## Begriffe (Art. 3 KI-VO), kurz erklärt\n\n**Betreiber:** Person oder Stelle, die ein "
        "KI-System in eigener Verantwortung verwendet, außer privat.\n"
    ),
    "few of its words below key definitions": (
        "## Key definitions — Article 3 AI Act\n\n**Provider**: the company that develops an AI system "
        "or a GPAI model, or has one developed, and puts it on the market under its own brand.\n"
    ),
    "who has it from the law": (
        "Artificial intelligence: “a machine-based system that can, for a set of human-defined "
        "objectives, make predictions, recommendations or decisions influencing real or virtual "
        "environments” (CNSSI 4009, citing 15 U.S.C. 9401(3)).\n"
    ),
    "a source of another year": (
        "The OECD defines an AI system as “a machine-based system that is able to influence its "
        "environment by making predictions, recommendations or decisions for objectives set by humans, "
        "from machine inputs”.\n\nSource: OECD (2022), Framework.\n"
    ),
    "another connector": (
        "- Nr. 5: „„KI-System“ meint ein maschinengestütztes System, das für einen in unterschiedlichem "
        "Grade autonomen Betrieb ausgelegt ist und das nach seiner Betriebsaufnahme anpassungsfähig sein "
        "kann und das aus den erhaltenen Eingaben für explizite oder implizite Ziele ableitet, wie "
        "Ausgaben wie etwa Vorhersagen, Inhalte, Empfehlungen oder Entscheidungen erstellt werden, die "
        "physische oder virtuelle Umgebungen beeinflussen können.“\n"
    ),
    "the terms of an agreement": (
        '# Framework agreement\n\nThe parties comply with the EU AI Act.\n\nArticle 3(4): "deployer" '
        "means a natural or legal person using an AI system under its own authority, except where the AI "
        "system is used in the course of a personal activity.\n"
    ),
    "a bill beside the law": (
        "# Draft national bill\n\nIt complements the EU AI Act.\n\nArticle 3(4): “deployer” means a "
        "natural or legal person using an AI system in its own name, except where the AI system is used "
        "in the course of a personal activity.\n"
    ),
}


@pytest.mark.parametrize("kind", GIVEN)
def test_words_that_are_given_as_the_laws_are_held_against_it(kind: str) -> None:
    assert any("wording" in one.reproach for one in aidefs.find_quotations(GIVEN[kind]))


@pytest.mark.parametrize("kind", TOLD)
def test_words_that_are_not_are_held_against_nothing(kind: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(TOLD[kind]))
