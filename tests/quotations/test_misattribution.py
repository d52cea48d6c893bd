"""Words of one text under the name of another, and those who are not to be blamed for it."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.library.library import Library
from aidefs.quotations.find import examine
from aidefs.quotations.index import index_of
from aidefs.quotations.introductions import subjects
from aidefs.quotations.owners import unless_listed
from aidefs.quotations.versions import speaks_of_change

INDEX = index_of(Library.shipped().of("all"))
OECD_2019 = "make predictions, recommendations, or decisions influencing real or virtual environments"
OECD_2024 = "infers, from the input it receives, how to generate outputs such as predictions, content"
OUTPUTS = (
    "how to generate outputs such as predictions, content, recommendations, or decisions that can influence "
    "physical or virtual environments"
)
COMMISSION = "software that is developed with one or more of the techniques and approaches listed in Annex I"
SHANGHAI = "acquire knowledge, and use knowledge to achieve optimal results"
SCHOLARS = "technology that utilizes computers to simulate human intelligent behavior"


def reproached(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The texts whose words are reproached, and what for."""
    return [(one.definition.id, one.reproach) for one in examine(text).quotations if one.wrong]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        # What the sentence before names is not meant where the sentence names its own source.
        (
            "The FUTURE of AI Act of 2017 came first. What section 238(g) has, in its third item, is "
            "“Systems that think like humans, such as cognitive architectures and neural networks”.",
            "us-future-of-ai-act-2017",
        ),
        # An article in a document on one text.
        (
            "# Questions on the AI Act\n\nWhat is a deep fake? Article 3(60) speaks of “image, "
            "audio or video "
            "content that resembles existing persons, objects, places or other entities or events”.",
            "eu-parliament-2024-03-deep-fake",
        ),
        # "The Convention", where the body that made it is named.
        (
            "The Council of Europe went another way. Article 2 of the Convention says that systems infer "
            f"“{OUTPUTS}”.",
            "oecd-2024",
        ),
        # Places that have but one text, and an article of it.
        (
            "China has regulations and no law. Those of Shenzhen speak, in translation, of "
            + f"“{SCHOLARS}”.",
            "cn-ai-law-scholars-draft-2024-en",
        ),
        (
            "## China\n\nShanghai and Shenzhen were quick. Shenzhen's article 2 refers to a system that can "
            f"“{SHANGHAI}”.",
            "cn-sh-ai-regulations-2022-en",
        ),
        # A text that is told by its title where but its country is named.
        (
            "## China\n\nThe scholars' draft of 2024 would define AI as “the simulation, extension "
            "or expansion "
            "of human intelligence by perceiving the environment, acquiring knowledge or deducing with "
            "computers”.",
            "cn-gd-shenzhen-ai-regulations-2022-en",
        ),
        # The heading of a line.
        (
            "**Illinois HB 3506.** Short and old. A foundation model is “trained on very large "
            "amounts of data "
            "that can be adapted to a wide range of tasks”.",
            "uk-govt-response-2024-foundation-models",
        ),
        # A label behind the words.
        (
            "**1.** “computerized methods and tools, including, but not limited to, machine "
            "learning and natural "
            "language processing, that act in a way that resembles human cognitive abilities”\n"
            "*Answer: District of Columbia, Mayor's Order 2024-028.*",
            "us-ri-s117-2023-ai",
        ),
        # What a draft is said to have had.
        (
            "The Council's general approach, they say, already had “a machine-based system designed "
            "to operate "
            "with varying levels of autonomy”.",
            "eu-provisional-agreement-2024",
        ),
        # A title without the words before it that everybody knows.
        (f"Today's AI Act reads “{COMMISSION}”.", "eu-commission-2021"),
    ],
)
def test_words_of_another_text_are_told(text: str, id: str) -> None:
    assert reproached(text) == [(id, ("source",))]


@pytest.mark.parametrize(
    "text",
    [
        # The paragraph names the text that has the words.
        f"Shanghai and Shenzhen have rules. The article of Shanghai speaks of a system that can "
        f"“{SHANGHAI}”.",
        f"China waits. The scholars' draft speaks of “{SCHOLARS}”.",
        # The convention of somebody else.
        f"The Council of Europe made the Convention on Cybercrime. The Convention has no “{OUTPUTS}”.",
        f"No body is named. Article 2 of the Convention says that systems infer “{OUTPUTS}”.",
        # The sentence defines nothing.
        f"**AI Act.** New since 2024. For years Paris had the better words: to “{OECD_2019}”.",
        # Several texts of the place.
        f"California speaks of “{SCHOLARS}”.",
    ],
)
def test_who_may_mean_the_other_text_is_left_alone(text: str) -> None:
    assert reproached(text) == []


@pytest.mark.parametrize(
    ("label", "wrong"),
    [
        ("2019: “{}”", True),
        ("**Before (2019).** “{}”", True),
        ("In 2019 it read “{}”.", True),
        ("2023: “{}”", False),
        ("In 2023 it read “{}”.", False),
        ("“{}”", False),
    ],
)
def test_a_year_alone_is_that_of_the_text_in_the_heading(label: str, wrong: bool) -> None:
    found = reproached("# The OECD definition\n\n" + label.format(OECD_2024))
    assert bool(found) is wrong


def test_a_year_tells_that_a_draft_is_meant_below_the_name_of_the_law() -> None:
    assert reproached(f"# AI Act\n\n2021: “{COMMISSION}”") == []
    assert reproached(f"# AI Act\n\n2024: “{COMMISSION}”") == [("eu-commission-2021", ("source",))]


def test_the_section_of_a_code_is_no_bill() -> None:
    words = (
        "Unauthorized access to, modification of, or exfiltration of, the model weights of a foundation model"
    )
    note = "\n\n[^1]: Cal. Bus. & Prof. Code § 22757.11(d) (SB 53)."
    law = f"The statute counts as a critical safety incident “{words}”.[^1]{note}"
    assert reproached(law) == [("us-ca-sb53-2025-07-serious-incident", ("source",))]
    bill = law.replace("Cal. Bus. & Prof. Code § 22757.11(d) (SB 53)", "SB 53")
    assert reproached(bill) == []  # all its prints have the number


def test_a_note_of_its_own_goes_before_the_source_of_another_quotation_in_the_sentence() -> None:
    text = (
        "For Singapore's Model Framework (2020) AI is “a set of technologies that seek to simulate "
        "human traits such "
        "as knowledge, reasoning, problem solving, perception, learning and planning”;[^1] the "
        "first edition, of "
        "2019, went on to say that the technologies “depending on the AI model, produce an output "
        "or decision "
        "(such as a prediction, recommendation, and/or classification)”.[^2]\n\n"
        "[^1]: IMDA and PDPC, Model Artificial Intelligence Governance Framework (2nd edn, 2020).\n"
        "[^2]: PDPC, A Proposed Model Artificial Intelligence Governance Framework (1st edn, January 2019).\n"
    )
    assert reproached(text) == [("sg-model-framework-2020", ("source",))]


@pytest.mark.parametrize(
    ("text", "of_draft", "expected"),
    [
        ("it had the words", False, True),
        ("it had the words", True, False),
        ("it has had a duty", False, False),
        ("they had spoken of", False, False),
        ("it no longer had the words", True, True),
    ],
)
def test_the_pluperfect_is_no_change(text: str, of_draft: bool, expected: bool) -> None:
    assert speaks_of_change(text, of_draft=of_draft) is expected


# --- who speaks, and what is named ------------------------------------------------------------


@pytest.mark.parametrize(
    ("speaker", "wrong"), [("the Act", True), ("the Act's author", False), ("Jane Doe", False)]
)
def test_a_text_may_stand_behind_its_verb(speaker: str, wrong: bool) -> None:
    changed = (
        "which is not foreseen and planned in the initial conformity assessment carried out by the provider"
    )
    text = f"The AI Act is long. A substantial modification, says {speaker}, is a change “{changed}”."
    assert bool(reproached(text)) is wrong


def test_what_something_is_narrower_than_is_no_source() -> None:
    text = (
        "Virginia's HB 2094 was vetoed. Its idea of high risk was narrower than Colorado's: the "
        "system had to be "
        "“specifically intended to autonomously make, and be a substantial factor in making, a consequential "
        "decision”."
    )
    assert reproached(text) == [("us-va-hb2094-2025-high-risk-ai-system", ("wording",))]


def test_a_number_in_brackets_is_that_of_the_name_before_it() -> None:
    words = "intelligent gedrag vertonen door hun omgeving te analyseren en actie te ondernemen"
    text = f"Het gecoördineerde plan van december 2018 (COM(2018) 9999) sprak van systemen die “{words}”."
    assert reproached(text) == [("eu-com-2018-795-nl", ("wording",))]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Singapore's Model Framework (2020)", "sg-model-framework-2020"),
        ("Shenzhen Regulations", "cn-gd-shenzhen-ai-regulations-2022-en"),
        ("China's Interim Measures", "cn-genai-interim-measures-2023-en"),
        ("COM(2018) 795", "eu-com-2018-795-nl"),
        ("TR 24028", "iso-iec-tr-24028-2020-ai"),
        ("WHO's guidance", "who-2021-ai"),
    ],
)
def test_names_of_texts(name: str, id: str) -> None:
    assert any(id in one.ids for one in INDEX.titles.mentions(f"We read {name} again."))


@pytest.mark.parametrize("name", ["Singapore's Model Framework (1999)", "Singapore's Boat Framework"])
def test_names_of_no_text(name: str) -> None:
    found = [one for one in INDEX.titles.mentions(f"We read {name} again.") if one.kind == "instrument"]
    assert [one.ids for one in found] == [()]


def test_a_name_that_may_be_another_texts_is_said_with_its_title() -> None:
    said = unless_listed("HB 713", INDEX)
    assert said == "HB 713 (unless it is the Virginia House Bill 713 (FAIR AI Act, 2026 bill))"
    assert unless_listed("HB 99999", INDEX) == "HB 99999"


def test_words_in_brackets_may_stand_in_another_place() -> None:
    text = (
        "Het gecoördineerde plan van 2018 zegt dat kunstmatige intelligentie “betrekking [heeft] op "
        "systemen die "
        "intelligent gedrag vertonen door hun omgeving te analyseren”."
    )
    (one,) = examine(text).quotations
    assert (one.verdict, one.wrong) == ("exact", False)


def test_many_words_before_a_verb_are_no_term() -> None:
    words = "An engineered or machine-based system that can, for a given set of objectives, generate outputs"
    found = aidefs.find_quotations(f"“{words} such as predictions” has been said by many.")
    assert [one.verdict for one in found] == ["exact"]


AUTHORITY = (
    "using an AI system under its authority except where the AI system is used in the course of a personal "
    "non-professional activity"
)
DEVELOPS = (
    "a person who develops or intentionally and substantially modifies an artificial intelligence system"
)


def test_the_reason_says_whose_term_the_words_are() -> None:
    text = f"A provider, under Article 3(3) of Regulation (EU) 2024/1689, is an entity “{AUTHORITY}”."
    (one,) = examine(text).quotations
    assert one.reason == "the words of another term of the text that is named: deployer"


@pytest.mark.parametrize(
    ("text", "id", "named"),
    [
        (
            f"A provider, under Article 3(3) of Regulation (EU) 2024/1689, is an entity “{AUTHORITY}”.",
            "eu-ai-act-2024-deployer",
            "eu-ai-act-2024-provider",
        ),
        (
            f"New Mexico's HB 60 says a deployer is “{DEVELOPS}.”",
            "us-nm-hb60-2025-developer",
            "us-nm-hb60-2025-deployer",
        ),
        (
            "Nach Artikel 3 Nummer 4 der KI-Verordnung ist Betreiber auch, wer ein System „unter ihrem "
            "eigenen Namen oder ihrer Handelsmarke in Betrieb nimmt“.",
            "eu-ai-act-2024-provider-de",
            "eu-ai-act-2024-deployer-de",
        ),
        (  # of another instrument, whose words are few
            "**Training data** – “a collection of individual units of material” (AI Foundation Model "
            "Transparency Act, H.R. 6881).",
            "us-hr7913-2024-training-dataset",
            "us-hr6881-2023-training-data",
        ),
    ],
)
def test_words_of_another_term_are_told(text: str, id: str, named: str) -> None:
    (one,) = [one for one in examine(text).quotations if one.wrong]
    assert (one.definition.id, one.reproach) == (id, ("source",))
    assert named in one.attribution.named


@pytest.mark.parametrize(
    "text",
    [
        f"A deployer, under Article 3(4) of Regulation (EU) 2024/1689, is an entity “{AUTHORITY}”.",
        f"A provider, under the AI Act, is not the one “{AUTHORITY}”.",
        f"Under the AI Act a provider that becomes a deployer is an entity “{AUTHORITY}”.",
        f"A hospital, under Article 3 of Regulation (EU) 2024/1689, is an entity “{AUTHORITY}”.",
        f"Providers and importers, under the AI Act, are those “{AUTHORITY}”.",
        f"New Mexico's HB 60 says a developer is “{DEVELOPS}.”",
        f"New Mexico's HB 60 says that nobody is a deployer who is “{DEVELOPS}.”",
        "Nach Artikel 3 Nummer 3 der KI-Verordnung ist Anbieter auch, wer ein System „unter ihrem eigenen "
        "Namen oder ihrer Handelsmarke in Betrieb nimmt“.",
        "**Training dataset** – “a collection of individual units of material” (Generative AI Copyright "
        "Disclosure Act, H.R. 7913).",
    ],
)
def test_words_of_the_term_that_is_spoken_of_are_its_own(text: str) -> None:
    assert reproached(text) == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The provider, in the same amendments, was a person ‘", ["provider"]),
        ("De gebruiksverantwoordelijke (punt 4) is de persoon die “", ["gebruiksverantwoordelijke"]),
        ("Betreiber ist, wer das System „", ["Betreiber"]),
        ("Under the Act, a deployer is a person “", ["deployer"]),
        ("A provider is distinct from the one “", []),
        ("A provider is liable when somebody is “", ["provider is liable when somebody"]),
        ("A provider is no person “", []),
    ],
)
def test_what_a_sentence_says_is_defined(sentence: str, said: list[str]) -> None:
    assert [*subjects(sentence)] == said


@pytest.mark.parametrize(
    "text",
    [
        "In Maryland the Governor's order of 2024 refers to algorithms. Mississippi's Order No. "
        "1584 refers to AI that is “capable of and used to produce new content”.",
        "Washington's budget act of 2021 came first. Texas, in House Bill 2060, used nearly the same words: "
        "“data-based analytics to make or support governmental decisions, judgments, or conclusions”.",
    ],
)
def test_a_year_dates_nothing_that_is_named_behind_it(text: str) -> None:
    assert reproached(text) == []


@pytest.mark.parametrize(
    "before",
    ["The OECD met in Paris.\n\n", "The OECD met in Paris. It was late. ", "# The OECD and the law\n\n"],
)
def test_a_body_that_is_named_elsewhere_takes_no_blame_from_a_source_in_the_sentence(before: str) -> None:
    text = f"{before}The AI Act says that systems “{OECD_2019}”."
    assert reproached(text) == [("oecd-2019", ("source",))]


@pytest.mark.parametrize(
    "words",
    [
        "to specific categories, such as sex",  # the Commission's proposal
        "machine learning (of which deep learning",  # the experts' definition of 2019
        "used in a plurality of contexts and",  # the Council's general approach
    ],
)
def test_a_few_words_that_say_nothing_of_a_text_accuse_nobody(words: str) -> None:
    assert reproached(f"A long preface of many words. The AI Act says that it is about “{words}”.") == []


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            "Thinking of the safety of the summit (2024)",
            "variety of tasks and match or exceed the capabilities present in the",
        ),
        (
            "Thinking of public schools in Tennessee (2024)",
            "and human-based inputs to perceive real and virtual environments, abstract such",
        ),
    ],
)
def test_a_sentence_that_has_the_title_of_the_other_text_may_mean_that(told: str, words: str) -> None:
    said = f"the AI Act says that it is “{words}”."
    assert reproached(f"{told}, {said}") == []
    assert [reproach for _, reproach in reproached(said)] == [("source",)]


DEPLOYER = (
    "a natural or legal person, public authority, agency or other body using an AI system under its authority"
)


@pytest.mark.parametrize(
    "text",
    [
        f"Article 3(4) of the AI Act reads in full: “{DEPLOYER}”.",
        f"In full, Article 3(4) of the AI Act reads: “{DEPLOYER}”.",
        f"“{DEPLOYER}” is Article 3(4) of the AI Act in full.",
        "Artikel 3 Nummer 4 KI-VO lautet vollständig: „eine natürliche oder juristische Person, Behörde,"
        " Einrichtung oder sonstige Stelle, die ein KI-System in eigener Verantwortung verwendet“.",
    ],
)
def test_words_said_to_be_whole_are_told_as_truncated(text: str) -> None:
    [found] = aidefs.find_quotations(text)
    assert (found.verdict, found.reproach) == ("exact", ("wording",))


@pytest.mark.parametrize(
    "text",
    [
        f"The first half of Article 3(4) of the AI Act reads in full: “{DEPLOYER}”.",
        "The AI Act, which applies in full from 2026, defines a provider as “a natural or legal person,"
        " public authority, agency or other body that develops an AI system”.",
        f"The full text of Article 3(4) of the AI Act is: “{DEPLOYER} …”.",
        f"Article 3(4) of the AI Act reads in full: “{DEPLOYER} except where the AI system is used in the"
        " course of a personal non-professional activity”.",
    ],
)
def test_a_part_or_an_omission_that_is_marked_is_not(text: str) -> None:
    [found] = aidefs.find_quotations(text)
    assert not found.reproach


def test_a_quilt_of_two_laws_is_found_by_its_runs() -> None:
    words = (
        "capable of creating new content or data, including text, images, audio, or video, based on patterns"
        " learned from large volumes of data"
    )
    [found] = aidefs.find_quotations(f"Tennessee's HB 2163 is content with a system “{words}”.")
    assert (found.definition.id, found.verdict) == ("us-tn-hb2163-2024-generative-ai", "changed")
    assert found.reproach == ("wording",)


@pytest.mark.parametrize(("says", "reproach"), [("has", ("source",)), ("presupposes one", ())])
def test_the_definition_of_one_term_has_no_words_of_another(says: str, reproach: tuple[str, ...]) -> None:
    words = "“designed to operate with varying levels of autonomy”"
    [found] = aidefs.find_quotations(f"The definition of a deployer in the AI Act {says} {words}.")
    assert found.reproach == reproach


@pytest.mark.parametrize(
    "text",
    [
        "House Bill 333 of Delaware defines a deployer as “a person doing business in this state that deploys"
        " a high-risk artificial intelligence system”.",
        "The COPIED Act says “any machine-based system that, for any explicit or implicit objective, infers"
        " from the inputs the system receives how to generate outputs”.",
    ],
)
def test_of_a_term_that_is_not_stored_of_a_law_nothing_is_said(text: str) -> None:
    [found] = aidefs.find_quotations(text)
    assert not found.reproach


def test_a_fragment_that_begins_in_the_midst_of_the_term_is_exact() -> None:
    words = "decision system’’ means a computational process, including one derived from machine learning"
    text = f"The Algorithmic Accountability Act of 2019 has “{words}”."
    [found] = aidefs.find_quotations(text)
    assert found.verdict == "exact"


@pytest.mark.parametrize(
    ("speaker", "wrong"),
    [
        ("the Law on Artificial Intelligence 2025", False),
        ("the Ordinance concerning Companion Robots of 2024", False),
        ("it", True),
    ],
)
def test_a_title_that_begins_with_its_kind_is_a_name(speaker: str, wrong: bool) -> None:
    words = "an entity that brings an artificial intelligence system to the market"
    text = f"The AI Act came first, and {speaker} defines “provider” as “{words}”."
    assert bool(reproached(text)) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "The AI Act defines a deployer in Article 3(4) as “a natural or legal person, public authority,"
        " agency or other body that develops an AI system or a general-purpose AI model”.",
        "Die KI-Verordnung bestimmt den Betreiber in Artikel 3 Nummer 4 als „eine natürliche oder juristische"
        " Person, Behörde, Einrichtung oder sonstige Stelle, die ein KI-System oder ein KI-Modell mit"
        " allgemeinem Verwendungszweck entwickelt oder entwickeln lässt“.",
    ],
)
def test_where_a_definition_stands_is_no_word_of_its_term(text: str) -> None:
    [found] = aidefs.find_quotations(text)
    assert found.reproach == ("source",) and "words of another term" in found.reason


SYSTEM_FR = (
    "qui a la capacité de répondre à diverses finalités, tant pour une utilisation directe que pour une "
    "intégration dans d’autres systèmes d’IA"
)


@pytest.mark.parametrize(
    ("text", "reproach"),
    [
        # the point of another term, and its own
        ("Le règlement (UE) 2024/1689 vise, dit son article 3, point {}, un modèle « "
         + SYSTEM_FR + " ».", "63"),
        ("Das steht in der KI-Verordnung.\n\nNach Art. 3 Nr. {} der KI-Verordnung ist das eine Stelle, die "
         "das System „unter ihrem eigenen Namen oder ihrer Handelsmarke in Betrieb nimmt“.", "4"),
    ],
)  # fmt: skip
def test_words_under_the_point_of_another_term(text: str, reproach: str) -> None:
    assert [one for _, one in reproached(text.format(reproach))] == [("source",)]
    own = {"63": "66", "4": "3"}[reproach]
    assert reproached(text.format(own)) == []


@pytest.mark.parametrize(
    ("term", "reproaches"), [("Serious AI incident", 1), ("AI incident", 0), ("Of what one hears", 0)]
)
def test_the_term_above_a_definition_is_the_one_that_is_defined(term: str, reproaches: int) -> None:
    words = "injury or harm to the health of a person or groups of people"
    text = f"Glossary\n========\n\n{term}\n   OECD (2024). It requires, among other things,\n   “{words}”.\n"
    assert len(reproached(text)) == reproaches


def test_below_the_name_of_a_place_words_of_another_place_are_no_definition_of_its() -> None:
    text = (
        "# {}\n\nThe list is closed. Among the items stands “a criminal case assessment, a sentencing or "
        "plea agreement analysis”, which will matter.\n"
    )
    assert [one for _, one in reproached(text.format("Colorado"))] == [("source",)]
    assert reproached(text.format("Texas")) == []
    assert reproached(text.format("Minnesota")) == []  # of which no such definition is stored


def test_a_draft_that_is_named_by_its_own_name_has_but_its_own_words() -> None:
    words = (
        "a machine-based system that is designed to operate with varying levels of autonomy and that may "
        "exhibit adaptiveness after deployment"
    )
    assert reproached(f"The provisional agreement of January 2024 read: “{words}”.") != []
    assert reproached(f"The AI Act reads: “{words}”.") == []


SHENZHEN = "Artificial intelligence is “acquire knowledge, and use knowledge to achieve optimal results”."
FOUNDATION = "trained on broad data at scale and is adaptable to a wide range of downstream tasks"
BOUGHT = "any data system, hardware, tool, or utility that operates, in whole or in part, using artificial intelligence"  # noqa: E501
DRAFT = (
    "In the consolidated working draft of July 2023 the instrument covered “any algorithmic system or a "
    "combination of such systems that uses computational methods derived from statistics or other "
    "mathematical techniques”. Civil society preferred that, and said so in each of the meetings that the "
    "committee held between the spring and the winter of the same year. Nobody listened to it for long. "
)
PARLIAMENT = (
    "designed to operate with varying levels of autonomy and that can, for explicit or implicit objectives"
)


@pytest.mark.parametrize(
    ("text", "others", "own"),
    [
        # the heading that runs into its line
        (f"**{{}}.** {SHENZHEN}", "Shenzhen", "Shanghai"),
        # the question above an answer
        (f"Mr. DUARTE. And the bill {{}} says?\n\nDr. PRUITT. “{FOUNDATION}”. That is all.",
         "H.R. 6881", "S. 4178"),
        # five words of another version
        ("Article 3(63) of the AI Act defines it. Some are used “before they are {} on the market”.",
         "released", "placed"),
        ("| Text | Words |\n|---|---|\n| AI Act | “before they are {} on the market” |\n",
         "released", "placed"),
        # the final text of what was told as a draft
        (DRAFT + "{} confines itself to systems which produce “text, sound, image or other content”.",
         "Its final text", "That draft"),
        # another term under a number that is abbreviated
        ("Die KI-Verordnung gilt. Der {} dagegen ist nach Nr. 3 derselben Vorschrift jede Stelle, „die ein "
         "KI-System in eigener Verantwortung verwendet“.", "Anbieter", "Betreiber"),
        # the subject of a sentence goes on after a name
        (f"{{}} points to the Initiative Act, and it said an AI system is “{BOUGHT}”.",
         "Executive Order 14110", "H.R. 5388"),
        # a note that cites, and one that remarks
        (f"Parliament gave up method. In its text the system is “{PARLIAMENT}”.[^1]\n\n[^1]: {{}}.",
         "Provisional agreement of January 2024", "The provisional agreement of January 2024 lacks a pronoun"),  # noqa: E501
    ],
)  # fmt: skip
def test_words_of_another_text_and_those_of_its_own(text: str, others: str, own: str) -> None:
    assert [one for _, one in reproached(text.format(others))] == [("source",)]
    assert reproached(text.format(own)) == []


@pytest.mark.parametrize(
    ("name", "reproach"),
    [
        ("the Artificial Intelligence Law of 2025", [("wording",)]),
        ("the AI Law of 2025", [("wording",)]),
        ("the Labour Law of 2025", []),  # which is not stored
    ],
)
def test_an_unknown_name_beside_a_known_one_is_told_by_its_words(
    name: str, reproach: list[tuple[str, ...]]
) -> None:
    words = (
        "the functional ability to imitate cognitive functions of humans, providing results comparable to or "
        "superior to the results of human intellectual activity"
    )
    text = f"The AI Act came first, and {name} says that artificial intelligence is “{words}”."
    assert [one for _, one in reproached(text)] == reproach


_HB1709_DEVELOPER = (
    "a person doing business in this state that develops a high-risk artificial intelligence system or "
    "substantially "
    "or intentionally modifies an artificial intelligence system"
)
_FUTURE = "systems that think like humans, such as cognitive architectures and neural networks"
_PLANS = "human-like perception, cognition, planning, learning, communication, or physical action"
_SECOND_EDITION = (
    "depending on the AI model, produce an output or decision (such as a prediction, recommendation, "
    "and/or classification)"
)
_OLD_CATEGORIES = (
    "such as sex, age, hair colour, eye colour, tattoos, ethnic origin or sexual or political orientation"
)
_KENTUCKY_HOUSE = (
    "a set of technologies that enables machines to perform tasks under varying and unpredictable "
    "circumstances that "
    "typically require human intelligence or oversight, or that can learn from experience and improve "
    "performance"
)
_SB53_DEVELOPER = "a person who has trained, or initiated the training of, a frontier model"
_OECD_2019_WHOLE = (
    "An AI system is a machine-based system that can, for a given set of human-defined objectives, make "
    "predictions, "
    "recommendations, or decisions influencing real or virtual environments."
)
_INCIDENT = "injury or harm to the health of a person or groups of people"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        # Of two bills of one name the number tells which is meant.
        (
            "The Texas Responsible Artificial Intelligence Governance Act (H.B. 149) is law. I note that "
            "its definition of "
            f"“developer”, “{_HB1709_DEVELOPER}”, is close to Colorado's.",
            "The Texas Responsible Artificial Intelligence Governance Act (H.B. 1709) died. I note that "
            "its definition of "
            f"“developer”, “{_HB1709_DEVELOPER}”, is close to Colorado's.",
        ),
        # The one instrument of which the paragraph speaks.
        (
            f"Two years later, the rules of that bill (HB 149 of Texas) came. A developer is, simply, "
            f"“{_HB1709_DEVELOPER}”.",
            f"Colorado copied much of HB 149 of Texas. A developer is, simply, “{_HB1709_DEVELOPER}”.",
        ),
        # A short form of a name that stands before.
        (
            "The National AI Initiative Act is well known. And the Initiative Act goes on to systems for "
            "tasks that need "
            f"“{_PLANS}”.",
            "The National AI Initiative Act is well known. And the Promotion Act goes on to systems for "
            "tasks that need "
            f"“{_PLANS}”.",
        ),
        # The sentence after goes on in the past.
        (
            "The FUTURE of AI Act was the model. It spoke of systems that “learn from experience and "
            "improve performance when "
            "exposed to data sets”.",
            "IBM praised the FUTURE of AI Act. It spoke of systems that “learn from experience and improve "
            "performance when "
            "exposed to data sets”.",
        ),
        # An edition, and its year.
        (
            f"| Who | What |\n|---|---|\n| Singapore, first edition (2019) | “{_SECOND_EDITION}” |",
            f"| Who | What |\n|---|---|\n| Singapore, second edition (2020) | “{_SECOND_EDITION}” |",
        ),
        (
            "Singapore's Model Framework is in its second edition of 2020. The first edition, of 2019, "
            "speaks of technologies "
            "that “produce an output or decision”.",
            "Singapore's Model Framework is in its second edition of 2020. The first edition, of 2019, had "
            "no place for "
            "“produce an output or decision”.",
        ),
        (
            f"(a) The OECD's. In the version revised in May 2024 it runs:\n\n> {_OECD_2019_WHOLE}",
            f"(a) The OECD's. In the version adopted in May 2019 it runs:\n\n> {_OECD_2019_WHOLE}",
        ),
        # The final text, below words of its draft.
        (
            "The Commission's proposal speaks of a system “for the purpose of identifying or inferring "
            "emotions or intentions of "
            "natural persons on the basis of their biometric data”. A camera sees nothing of this in a "
            "driver who is asleep at "
            "last. Biometric categorisation is no better; the final Regulation defines it by categories "
            f"“{_OLD_CATEGORIES}”, and shift work is not among them.",
            "The Commission's proposal speaks of a system “for the purpose of identifying or inferring "
            "emotions or intentions of "
            "natural persons on the basis of their biometric data”. A camera sees nothing of this in a "
            "driver who is asleep at "
            "last. Biometric categorisation is no better; the final Regulation does not define it by "
            "categories "
            f"“{_OLD_CATEGORIES}”.",
        ),
        # A cell with a State, and one with its bill.
        (
            f"| State | Source | Definition |\n|---|---|---|\n| Kentucky | SB 4 (2025) | "
            f"“{_KENTUCKY_HOUSE}” |",
            f"| State | Source | Definition |\n|---|---|---|\n| Kentucky | HB 672 (2025) | "
            f"“{_KENTUCKY_HOUSE}” |",
        ),
        # The city in which a State makes its laws.
        (
            "Sacramento tried it twice. SB 1047 had gone at it differently: there a developer was "
            f"“{_SB53_DEVELOPER}”.",
            f"Albany tried it twice. SB 1047 had gone at it differently: there a developer was "
            f"“{_SB53_DEVELOPER}”.",
        ),
        # A text that is confined to what it defines.
        (
            "New Jersey's S. 3876 is confined to systems used “to assist or replace human discretionary "
            "decisionmaking” by "
            "an agency.",
            "New Jersey's S. 3876 was debated with systems in mind used “to assist or replace human "
            "discretionary "
            "decisionmaking” by an agency.",
        ),
        # The term of one definition is part of another's.
        (
            f"A serious AI incident, according to the OECD paper, includes “{_INCIDENT}”.",
            f"An AI incident, according to the OECD paper, includes “{_INCIDENT}”.",
        ),
    ],
)
def test_words_under_the_name_of_another_text_and_an_innocent_twin(wrong: str, right: str) -> None:
    assert [kind for _, kind in reproached(wrong)] == [("source",)]
    assert reproached(right) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Section 238(g) has five limbs. One catches systems that work “under varying and unpredictable "
        f"circumstances "
        f"without significant human oversight”. The third limb, as I recall it, is “{_FUTURE}”.",
        "South Korea's AI Basic Act came in January. Japan's AI Promotion Act looks to function. The "
        "former adds “technology "
        "related to information processing systems that process input information using such technology”.",
        "When Parliament adopted its amendments in June 2023 it renamed the user. The provider, in the "
        "same amendments, was a "
        "person “that develops an AI system or a general-purpose AI model or that has an AI system or a "
        "general-purpose AI "
        "model developed”.",
    ],
)
def test_more_words_under_the_name_of_another_text(text: str) -> None:
    assert ("source",) in [kind for _, kind in reproached(text)]


def test_words_of_one_text_are_not_vouched_for_under_the_name_of_another() -> None:
    text = "In het gecoördineerde plan van december 2018 nam KI actie “in zekere mate zelfstandig”."
    assert all(one.attribution.fits is None for one in examine(text).quotations)


@pytest.mark.parametrize(
    ("named", "wrong"),
    [("Article 3(1) of the AI Act asks for a system", False), ("The Convention asks for a system", True)],
)
def test_a_name_that_fits_letter_for_letter_wins_over_that_of_a_note(named: str, wrong: bool) -> None:
    text = (
        f"{named} “that is designed to operate with varying levels of autonomy”.[^1] Note it.\n\n"
        "[^1]: The first reading of March 2024.\n"
    )
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong


_OF_OTHER_TERM = "develops an AI system or a general-purpose AI model"  # a provider does


@pytest.mark.parametrize(
    "said",
    [
        "“Deployer” in the AI Act is a person “{}”.",
        "Under the AI Act, a deployer is a natural or legal person “{}”.",
        "A deployer within the meaning of the AI Act is one “{}”.",
        "The deployer of the AI Act is one “{}”.",
        "The AI Act calls a deployer whoever “{}”.",
        "For the AI Act, a deployer is what “{}”.",
        "The AI Act has this of the deployer: “{}”.",
        "The AI Act, on the deployer: “{}”.",
        "Definition of deployer (AI Act): “{}”.",
        "- **Deployer** (AI Act): “{}”",
        "| Text | Term | Words |\n|---|---|---|\n| AI Act | deployer | “{}” |\n",
        "When the AI Act speaks of a deployer, it means one who “{}”.",
        "What the AI Act means by a deployer is “{}”.",
        "The AI Act takes a deployer to be “{}”.",
        "The AI Act describes the deployer as “{}”.",
        "To be a deployer under the AI Act one has to be “{}”.",
    ],
)
def test_the_term_that_words_are_said_to_define(said: str) -> None:
    own = "using an AI system under its authority"
    assert any(one.wrong for one in aidefs.find_quotations(said.format(_OF_OTHER_TERM)))
    assert not any(one.wrong for one in aidefs.find_quotations(said.format(own)))


@pytest.mark.parametrize(
    "text",
    [
        "In the AI Act, a deployer must know who “develops an AI system or a general-purpose AI model”.",
        "A deployer, says the AI Act, may rely on who “develops an AI system or a general-purpose AI model”.",
    ],
)
def test_a_term_that_is_spoken_of_is_not_what_the_words_define(text: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(text))


@pytest.mark.parametrize(
    ("speaker", "wrong"),
    [("the Colorado AI Act of the deployer", True), ("Smith of the Colorado AI Act", False)],
)
def test_a_text_that_speaks_behind_its_words_is_no_person(speaker: str, wrong: bool) -> None:
    words = "doing business in this state that uses a high-risk artificial intelligence system"
    assert any(one.wrong for one in aidefs.find_quotations(f"“{words}”, says {speaker}.")) is wrong


_PRESENT = "for explicit or implicit objectives, infers, from the input it receives"
_TACIT = "for explicit or tacit objectives, infers, from the input it receives"
_OF_2019 = "a given set of human-defined objectives, make predictions, recommendations, or decisions"


@pytest.mark.parametrize(
    "said",
    [
        "The OECD text of 2019 was short; the current one has “{}”.",
        "The OECD text of 2019 was short. Today it says “{}”.",
        "In 2019 the OECD was short; now it speaks of “{}”.",
        "The OECD text of 2019 was revised; the present text has “{}”.",
        "The OECD text of 2019 was short. It now reads “{}”.",
        "The OECD text of 2019 was short; the final text has “{}”.",
        "Der Text der OECD von 2019 war kurz; heute heißt es „{}“.",
        "Der OECD-Text von 2019 war kurz; die geltende Fassung lautet „{}“.",
        "OECD 2019 était bref ; aujourd’hui il dit « {} ».",
        "OECD 2019; le texte actuel dit « {} ».",
        "OECD 2019; hoy dice «{}».",
        "OECD 2019; el texto vigente dice «{}».",
        "OECD 2019; oggi dice «{}».",
        "OECD 2019; il testo vigente dice «{}».",
        "OECD 2019; thans luidt het “{}”.",
        "OECD 2019; obecnie brzmi „{}”.",
        "OECD 2019; hoje diz “{}”.",
    ],
)
def test_behind_an_old_text_the_one_in_force_is_spoken_of(said: str) -> None:
    assert reproached(said.format(_PRESENT)) == []
    assert any(one.wrong for one in aidefs.find_quotations(said.format(_TACIT)))
    assert any(one.wrong for one in aidefs.find_quotations(said.format(_OF_2019)))


_DEGREES = (
    "a machine-based system that is designed to operate with varying degrees of autonomy and that may "
    "exhibit adaptiveness after deployment"
)


@pytest.mark.parametrize(
    "said",
    [
        "A Brazilian bill copies the AI Act almost word for word: “{}”.",
        "Vietnam's new law follows the AI Act: “{}”.",
        "A bill in Ruritania echoes the AI Act: “{}”.",
        "A draft borrows from the AI Act: “{}”.",
        "The Brazilian bill is modelled on the AI Act: “{}”.",
        "The Ruritanian AI Act (2025) covers “{}”.",
        "Ruritania’s AI Act covers “{}”.",
        "Der brasilianische Entwurf folgt der KI-Verordnung: „{}“.",
        "Un projet de loi suit l’AI Act : « {} ».",
        "Un proyecto de ley copia el AI Act: «{}».",
        "Un disegno di legge ricalca l’AI Act: «{}».",
        "Een wetsvoorstel volgt de AI Act: “{}”.",
        "Projekt ustawy powiela AI Act: „{}”.",
        "Vietnam's version of the EU AI Act defines an AI system as “{}”.",
        "The Brazilian equivalent of the EU AI Act defines an AI system as “{}”.",
        "Ruritania's answer to the AI Act defines an AI system as “{}”.",
        "Das ruritanische Pendant zur KI-Verordnung definiert ein KI-System als „{}“.",
        "L’équivalent brésilien de l’AI Act définit un système d’IA comme « {} ».",
        "Der Gegenentwurf, ein Gegenstück zur KI-Verordnung, definiert ein KI-System als „{}“.",
        "La respuesta brasileña al AI Act define un sistema de IA como «{}».",
        "Il corrispettivo brasiliano dell’AI Act definisce un sistema di IA come «{}».",
        "De Braziliaanse tegenhanger van de AI Act definieert een AI-systeem als “{}”.",
        "Brazylijski odpowiednik AI Act definiuje system AI jako „{}”.",
    ],
)
def test_another_law_that_is_like_a_known_one_has_words_of_its_own(said: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(said.format(_DEGREES)))


@pytest.mark.parametrize(
    "said",
    [
        "The AI Act says “{}”.",
        "The EU AI Act (2024) says “{}”.",
        "A bill is pending; the AI Act says “{}”.",
        "This article follows the AI Act: “{}”.",
        "The English version of the AI Act says “{}”.",
        "The final version of the EU AI Act says “{}”.",
        "Europe's answer to ChatGPT is the AI Act, which says “{}”.",
    ],
)
def test_the_known_law_itself_is_held_against_its_words(said: str) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(said.format(_DEGREES)))


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("‘AI system’ means a machine-based system … [that] infers", False),
        ("‘AI system’ means a machine-based system … [that] infers … how to generate outputs such as", False),
        ("‘AI system’ means a machine-based system … [that] learns", True),
        ("infer[] . . . how to generate outputs", False),
        ("infer[] . . . how to generate choices such as predictions, content", True),
        ("from the input it receives, how to generate outputs", False),
        ("from the inputs they receive, how to generate outputs", True),
        ("for explicit or implicit objectives", False),
        ("for explicit or tacit objectives", True),
    ],
)  # fmt: skip
def test_an_editors_words_beside_an_omission_and_words_changed_in_a_few_letters(
    words: str, wrong: bool
) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(f"The AI Act says “{words}”.")) is wrong


def test_a_text_that_is_not_stored_in_a_language_is_called_as_the_records_do() -> None:
    words = (
        "ein maschinengestütztes System, das für explizite oder implizite Ziele aus den erhaltenen Eingaben "
        "ableitet, wie Ausgaben wie Vorhersagen, Inhalte, Empfehlungen oder Entscheidungen erzeugt werden"
    )
    (found,) = aidefs.find_quotations(f"Artikel 2 des Übereinkommens des Europarats lautet: „{words}“.")
    assert "Europarats" not in found.attribution.unknown


RBI = (
    "an AI system for the purpose of identifying natural persons, without their active involvement, "
    "typically at a distance through the comparison of a person’s biometric data with the biometric data "
    "contained in a reference database"
)
CHANGED_DEPLOYER = (
    "a natural or legal person, public authority, agency or other body operating an AI system under its "
    "authority except where the AI system is used in the course of a personal non-professional activity"
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"Article 3(41) AI Act defines an RBI system as ‘{RBI}’.", False),
        (f"The AI Act: ‘remote biometric identification system’ means “{RBI}”.", False),
        (f"According to the AI Act, remote biometric identification system means “{RBI}”.", False),
        (f"Article 3(4) AI Act defines a deployer as ‘{CHANGED_DEPLOYER}’.", True),
        # Another number beside the term, or no term: whose words they are is plain.
        (f"Article 3(5) AI Act defines a deployer as ‘{CHANGED_DEPLOYER}’.", True),
        (f"Article 3(5) AI Act: ‘{CHANGED_DEPLOYER}’.", True),
        (f"The AI Act defines deployers as ‘{CHANGED_DEPLOYER}’.", True),
        ("The AI Act defines GPAI as ‘an AI model that displays generality and can perform distinct tasks "
         "regardless of the way the model is put on the market’.", True),
    ],
)  # fmt: skip
def test_the_words_of_a_provision_that_is_not_stored_are_not_held_against_another(
    text: str, wrong: bool
) -> None:
    found = aidefs.find_quotations(text)
    assert any(one.wrong for one in found) is wrong
    if not wrong:
        assert all("is not in the collection" in one.reason for one in found if one.claim == "quoted")


AB_2885 = aidefs.get("us-ca-ab2885-2024").text


VARIES = "an engineered or machine-based system that varies in its level of autonomy"


HLEG_PAGE = (
    "https://example.org/news/definition-artificial-intelligence-main-capabilities-and-scientific-disciplines"
)


COMMUNICATION = (
    "Artificial intelligence (AI) refers to systems that display intelligent behaviour by analysing their environment and "  # noqa: E501
    "taking actions – with some degree of autonomy – to achieve specific goals"
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # an address is no name of the text that its page is on
        (f"The [European Union]({HLEG_PAGE}) defines AI as “{COMMUNICATION}”.", False),
        (f"The European Union, in “A definition of AI: Main capabilities and scientific disciplines”, defines AI as “{COMMUNICATION}”.",  # noqa: E501
         True),
        # a remark on the term, between its marks
        (f"(a) “[AI model]{{This follows the OECD’s definition of 2024, more or less.}}” means {VARIES} and that can, for "  # noqa: E501
         "explicit or implicit objectives, infer from the input it receives how to generate outputs that can influence physical "  # noqa: E501
         "or virtual environments.", False),
        (f"The OECD’s Recommendation of 2024 reads: “AI system” means {VARIES} and that can, for explicit or implicit "  # noqa: E501
         "objectives, infer from the input it receives how to generate outputs that can influence physical or virtual "  # noqa: E501
         "environments.", True),
        # a law of another field
        (f"The Maryland insurance provision defines artificial intelligence as “{VARIES}”.", False),
        (f"Maryland’s executive order of 2024 defines artificial intelligence as “{VARIES}”.", True),
    ],
)  # fmt: skip
def test_names_that_are_no_source(text: str, wrong: bool) -> None:
    found = aidefs.find_quotations(text)
    assert found and any("source" in one.reproach for one in found) is wrong


@pytest.mark.parametrize(
    "said",
    [
        "Annex I of the AI Act defines AI systems as “{}”.",
        "The AI Act is long. Its Annex III defines an AI system as “{}”.",
        "Anhang III der KI-Verordnung definiert ein KI-System als „{}“.",
        "L’annexe I de l’AI Act définit un système d’IA comme « {} ».",
        "El anexo I del AI Act define un sistema de IA como «{}».",
        "L’allegato I dell’AI Act definisce un sistema di IA come «{}».",
        "Bijlage I van de AI Act definieert een AI-systeem als “{}”.",
        "Załącznik I AI Act definiuje system AI jako „{}”.",
    ],
)
def test_an_annex_has_words_that_are_not_stored(said: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(said.format(_DEGREES)))


def test_an_annex_beside_the_article_changes_nothing() -> None:
    said = "Article 3(1) of the AI Act, with Annex III, defines an AI system as “{}”."
    assert any(one.wrong for one in aidefs.find_quotations(said.format(_DEGREES)))


def test_words_that_are_nearer_to_the_text_that_is_named_are_held_against_it() -> None:
    words = (
        "a machine-based system that can make predictions, recommendations, or decisions influencing real or "
        "virtual environments"
    )
    [one] = aidefs.find_quotations(f"Utah Code 13-72-101: “{words}”")
    assert (one.definition.id, one.reproach) == ("us-ut-13-72-101-2024", ("wording",))
    [one] = aidefs.find_quotations(f"CETS 225: “{words}”")
    assert (one.definition.id, one.attribution.fits) != ("coe-2024", True)


EU_WORDS = (
    "a machine-based system that is designed to operate with varying levels of autonomy and that may exhibit"
)
COLORADO = "any machine-based system that, for any explicit or implicit objective, infers from the inputs"


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (f"In Colorado, the AI Act defines it as “{EU_WORDS}”.", True),
        (f"In Colorado definiert der AI Act es als „{EU_WORDS}“.", True),
        (f"Au Colorado, l'AI Act définit ce terme comme « {EU_WORDS} ».", True),
        (f"In Colorado, the AI Act defines it as “{COLORADO}”.", False),
        # Stored in Vietnamese alone, and not stored at all.
        (f"In Vietnam, the AI Law defines it as “{EU_WORDS}”.", False),
        (f"In Brazil, the AI Act defines it as “{EU_WORDS}”.", False),
        # Where it applies, or whose place is the Union, it is the Act of the Union.
        (f"In Germany, the AI Act defines it as “{EU_WORDS}”.", False),
        (f"In Colorado, the AI Act is read by exporters. It defines it as “{EU_WORDS}”.", False),
        (f"For firms in Colorado and in Texas, the AI Act defines it as “{EU_WORDS}”.", False),
    ],
)
def test_a_place_before_the_name_tells_whose_law_it_is(sentence: str, wrong: bool) -> None:
    assert bool(reproached(sentence)) == wrong


@pytest.mark.parametrize(
    ("sentence", "id"),
    [
        ("The Italian law No. 132/2025 defines an AI system as “{}”.", "eu-ai-act-2024"),
        ("A handbook defines an AI system as “{}”.", "eu-ai-act-2024"),
        ("The Parliament's position of June 2023 defines an AI system as “{}”.", "eu-parliament-2023"),
        ("The Parliament's amendments define an AI system as “{}”.", "eu-parliament-2023"),
    ],
)
def test_words_that_the_text_in_force_has_too_are_its_own(sentence: str, id: str) -> None:
    both = "a machine-based system that is designed to operate with varying levels of autonomy"
    [found] = examine(sentence.format(both)).quotations
    assert found.definition.id == id and found.verdict == "exact" and not found.wrong
    [draft] = examine(sentence.format(f"{both} and that can, for explicit or implicit objectives")).quotations
    assert draft.definition.id == "eu-parliament-2023" or draft.wrong
