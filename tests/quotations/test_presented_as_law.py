"""What a provision or heading presents as a law's own words, and words that it is said to define."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.quotations.references import ReferenceText

# How an entry names the provision, and a heading with the sentence that begins below it.
ENTRY = {
    "en": "# The AI Act\n\n- **AI system** (Article 3(1)) — {}\n",
    "de": "# Die KI-VO\n\n- **KI-System** (Art. 3 Nr. 1): {}\n",
    "fr": "# Le règlement (UE) 2024/1689\n\n- **Système d’IA** (article 3, point 1) : {}\n",
    "es": "# El Reglamento de IA\n\n- **Sistema de IA** (artículo 3, punto 1): {}\n",
    "it": "# L’AI Act\n\n- **Sistema di IA** (articolo 3, punto 1): {}\n",
    "nl": "# De AI-verordening\n\n- **AI-systeem** (artikel 3, punt 1): {}\n",
    "pl": "# Akt o AI\n\n- **System AI** (art. 3 pkt 1): {}\n",
    "da": "# AI-forordningen\n\n- **AI-system** (artikel 3, nr. 1): {}\n",
}
HEADED = {
    "en": "# The AI Act\n\n### AI system (Article 3(1))\n\nAn **AI system** is {}\n",
    "de": "# Die KI-VO\n\n### KI-System (Art. 3 Nr. 1)\n\nEin KI-System ist {}\n",
    "fr": "# Le règlement (UE) 2024/1689\n\n### Système d’IA (article 3, point 1)\n\nUn système d’IA est {}\n",  # noqa: E501
    "es": "# El Reglamento de IA\n\n### Sistema de IA (artículo 3, punto 1)\n\nUn sistema de IA es {}\n",
    "it": "# L’AI Act\n\n### Sistema di IA (articolo 3, punto 1)\n\nUn sistema di IA è {}\n",
    "nl": "# De AI-verordening\n\n### AI-systeem (artikel 3, punt 1)\n\nEen AI-systeem is {}\n",
    "pl": "# Akt o AI\n\n### System AI (art. 3 pkt 1)\n\nSystem AI oznacza {}\n",
}
STRANGE = ("quodlibet", "gaudeamus", "vivat", "pereat")


def definiens(lang: str) -> str:
    stored = aidefs.get("eu-ai-act-2024" if lang == "en" else f"eu-ai-act-2024-{lang}")
    reference = ReferenceText.of(stored, 0)
    return stored.text[reference.head :].strip("; .")


def recast(text: str) -> str:
    """A text of which words at four places are others, too many for one that is copied out."""
    words = text.split()
    for k, strange in enumerate(STRANGE, start=1):
        words[k * len(words) // (len(STRANGE) + 1)] = strange
    return " ".join(words)


@pytest.mark.parametrize("document", [*ENTRY.values(), *HEADED.values()])
def test_a_definition_at_full_length_under_its_provision_is_a_quotation(document: str) -> None:
    lang = next(lang for made in (ENTRY, HEADED) for lang in made if made[lang] == document)
    [one] = aidefs.find_quotations(document.format(recast(definiens(lang)) + "."))
    assert (one.verdict, one.reproach) == ("changed", ("wording",))
    assert not any(one.wrong for one in aidefs.find_quotations(document.format(definiens(lang) + ".")))


EN = recast(definiens("en"))


@pytest.mark.parametrize(
    "document",
    [
        "# The AI Act\n\n### AI system\n\nAn AI system is {}.\n",
        "# The AI Act in plain language\n\n### AI system (Article 3(1))\n\nAn AI system is {}.\n",
        "# The AI Act\n\n### AI system (Recital 12)\n\nAn AI system is {}.\n",
        "# The AI Act\n\n### Guidelines on the AI system (Article 3(1))\n\nAn AI system is {}.\n",
        "# The AI Act\n\n### AI system (Article 3(1)) and provider (Article 3(3))\n\nAn AI system is {}.\n",
        "# The AI Act\n\n### Obligations (Article 16)\n\nAn AI system is {}.\n",
        "# Colombia’s bill\n\n### AI system (Article 3(1))\n\nAn AI system is {}.\n",
        "# The AI Act\n\n- **AI system** (Article 3(1), simplified) — {}.\n",
        "# The AI Act\n\n- **AI system** (Article 3(1)), as our tools see it {} in all.\n",
    ],
)
def test_what_is_said_of_it_elsewhere_is_none(document: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(document.format(EN)))


def test_a_summary_under_its_provision_is_none() -> None:
    words = definiens("en").split()
    short = " ".join(words[: len(words) // 2])
    assert not any(one.wrong for one in aidefs.find_quotations(ENTRY["en"].format(short)))


def test_a_wrong_number_beside_the_right_term() -> None:
    [one] = aidefs.find_quotations(ENTRY["fr"].replace("point 1", "point 44").format(recast(definiens("fr"))))
    assert one.reproach == ("wording",)


DEVELOPER = (
    "**“Developer”** means a person doing business in Colorado that develops or intentionally and "
    "substantially modifies an artificial intelligence system."
)


@pytest.mark.parametrize(
    "heading",
    [
        "Statutory Definition",
        "Legal definition (§ 6-1-1701(7))",
        "Gesetzliche Definition",
        "Définition légale",
        "Definición legal",
        "Definizione legale",
        "Wettelijke definitie",
        "Definicja ustawowa",
        "Definição legal",
    ],
)
def test_below_the_name_of_a_legal_definition_a_law_is_quoted(heading: str) -> None:
    document = f"# Colorado AI Act: who is a developer\n\n## {heading}\n\n{DEVELOPER}\n"
    [one] = aidefs.find_quotations(document)
    assert (one.definition.id, one.reproach) == ("us-co-sb24-205-2024-developer", ("wording",))


@pytest.mark.parametrize(
    "document",
    [
        f"# Colorado AI Act: who is a developer\n\n## Definitions\n\n{DEVELOPER}\n",
        f"# Colorado AI Act\n\n## A proposed legal definition\n\n{DEVELOPER}\n",
        f"# Colorado AI Act\n\n## There is no statutory definition\n\n{DEVELOPER}\n",
        f"# A bill concerning machines\n\nLike the Colorado AI Act.\n\n## Legal definitions\n\n{DEVELOPER}\n",
        f"# On developers\n\n## Legal definition\n\n{DEVELOPER}\n",
    ],
)
def test_what_may_be_a_law_of_its_own_is_none(document: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(document))


def test_an_entry_that_says_that_it_is_from_a_law() -> None:
    words = DEVELOPER.partition("means ")[2]
    entry = "# Glossary\n\n* Developer | A legal definition from Colorado SB24-205. It refers to {}\n"
    assert [one.reproach for one in aidefs.find_quotations(entry.format(words))] == [("wording",)]
    own = entry.replace("A legal definition from Colorado SB24-205", "See also Colorado SB24-205")
    assert not any(one.wrong for one in aidefs.find_quotations(own.format(words)))


STRANGER = (
    "a natural or legal person, public or private, who is responsible for the assembly of any AI system"
)
SAID = f"Article 4 of the EU AI Act defines a provider as “{STRANGER}”."


@pytest.mark.parametrize(
    "document",
    [
        SAID,
        SAID.replace("Article 4 of the", "The"),
        f"# The EU AI Act\n\nOn the other hand, Article 4(2) defines a deployer as “{STRANGER}”.",
        "L’AI Act définit un système d’IA comme « une machine savante qui pense et agit comme les gens ».",
    ],
)
def test_words_that_a_law_is_said_to_define_a_term_with(document: str) -> None:
    [one] = aidefs.find_quotations(document)
    assert one.reproach == ("wording",)


@pytest.mark.parametrize(
    "document",
    [
        SAID.replace("defines a provider", "does not define a provider"),
        SAID.replace("defines a provider", "should define a provider"),
        SAID.replace("Article 4 of the", "The Commission’s guidelines on the"),
        SAID.replace("Article 4 of the", "In our own words, the"),
        SAID.replace("Article 4 of the", "Professor Smith says that the"),
        SAID.replace("Article 4 of the", "Recital 4 of the"),
        SAID.replace("EU AI Act", "Kenyan bill"),
        SAID.replace("a provider", "a reseller"),
        SAID.replace(STRANGER, "the maker"),
    ],
)
def test_words_that_it_is_not_said_to_define_it_with(document: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(document))


UNLAWFUL = "unlawful differential treatment or impact that disfavors persons based on actual class"
IN_COLORADO = f"Colorado “algorithmic discrimination” is defined as “{UNLAWFUL}”."


@pytest.mark.parametrize(
    "document",
    [
        IN_COLORADO,
        IN_COLORADO.replace("Colorado", "Under the Colorado AI Act,"),
        f"Colorado defines algorithmic discrimination as “{UNLAWFUL}”.",
    ],
)
def test_words_that_a_state_is_said_to_define_a_term_with(document: str) -> None:
    found = aidefs.find_quotations(document)
    assert [(one.definition.id, one.reproach) for one in found] == [
        ("us-co-sb24-205-2024-algorithmic-discrimination", ("wording",))
    ]


@pytest.mark.parametrize(
    "document",
    [
        IN_COLORADO.replace("Colorado", "In New York"),
        IN_COLORADO.replace("is defined", "is not defined"),
        IN_COLORADO.replace("Colorado", "In 2019, Colorado"),
        IN_COLORADO.replace("Colorado", "Colorado and Illinois:"),
        IN_COLORADO.replace(UNLAWFUL, "any unfair thing which a computer does to a person or to a family"),
        "Colorado defines a deepfake as “media that depict a person who has not consented to be shown so”.",
    ],
)
def test_words_that_a_state_is_not_known_to_define_it_with(document: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(document))


def test_the_name_of_a_state_in_the_place_of_this_state() -> None:
    law = aidefs.get("us-co-sb24-205-2024-algorithmic-discrimination").text
    words = law[law.upper().index("RESULTS IN AN UNLAWFUL") : law.upper().index("FEDERAL LAW") + 11].lower()
    said = "The statute speaks of any condition in which use of an AI system “{}”."
    own = words.replace("this state", "Colorado")
    assert own != words
    assert [one.reproach for one in aidefs.find_quotations(said.format(own))] == [("wording",)]
    edited = words.replace("this state", "[Colorado]")
    for other in (words, edited, words.replace("this state", "Ruritania")):
        assert not any(one.wrong for one in aidefs.find_quotations(said.format(other)))


DEPLOYER = aidefs.get("eu-ai-act-2024-deployer").text.strip("; .").replace("‘deployer’ means", "").strip()


@pytest.mark.parametrize("term", ["'deployer'", "deployer", "‘deployer’", '"deployer"'])
@pytest.mark.parametrize("before", ["Art. 3(4) AI Act: ", "§ 1. Regulation (EU) 2024/1689, Article 3(4): "])
def test_a_law_that_is_named_before_a_term_is_quoted_whatever_marks_it_has(before: str, term: str) -> None:
    changed = DEPLOYER.replace("authority except", "control except")
    assert changed != DEPLOYER
    [one] = aidefs.find_quotations(f"{before}{term} means {changed}.\n")
    assert one.reproach == ("wording",)


@pytest.mark.parametrize(
    "before",
    [
        "(4) 'deployer' means",
        "Art. 3. For the purposes of this law: 'deployer' means",
        "§ 2. As under the AI Act, in this law 'deployer' means:",
    ],
)
def test_a_law_that_defines_a_term_itself_is_none(before: str) -> None:
    changed = DEPLOYER.replace("authority except", "control except")
    assert not any(one.wrong for one in aidefs.find_quotations(f"{before} {changed}.\n"))
