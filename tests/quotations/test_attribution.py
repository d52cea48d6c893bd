"""Sources: what is named beside a passage, where, and in which language."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.quotations.references import ReferenceText

EU = aidefs.get("eu").text
DEFINIENS = EU[EU.index("a machine") : -1]
CHANGED = DEFINIENS.replace("may exhibit", "can exhibit")
OECD = aidefs.get("oecd").text.rstrip(".")
GERMAN, FRENCH, SPANISH = (
    text[text.index(head) :].rstrip("; ")
    for text, head in (
        (aidefs.get("eu:de").text, "ein maschinen"),
        (aidefs.get("eu:fr").text, "un système automatisé"),
        (aidefs.get("eu:es").text, "un sistema basado"),
    )
)


def only(text: str) -> aidefs.Quotation:
    """The single passage of a text."""
    found = aidefs.find_quotations(text)
    assert len(found) == 1, found
    return found[0]


# --- where a source is named ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The AI Act says “{}”.", "sentence"),
        ("It is “{}” (AI Act, Article 3(1)).", "sentence"),
        ("> {}\n\nSource: EU AI Act\n", "sentence"),
        ("**European Union:** “{}”", "label"),
        ("EU AI Act – “{}”", "label"),
        ("It is “{}”.[^1]\n\n[^1]: AI Act, Article 3(1).\n", "footnote"),
        ("It is “{}”.^[Regulation (EU) 2024/1689, Article 3(1).]\n", ""),
        ("Some say it is “{}”.¹\n\n¹ Regulation (EU) 2024/1689, OJ L, 12.7.2024.\n", "footnote"),
        ("| Law | Wording |\n|---|---|\n| EU AI Act | {} |\n", "label"),
        ("| Year | EU AI Act |\n|---|---|\n| 2024 | {} |\n", "table"),
        ("| Wording | Law |\n|---|---|\n| {} | EU AI Act |\n", "sentence"),
        ("## EU AI Act\n\nThis is what is said there.\n\n> {}\n", "heading"),
    ],
)
def test_where_the_source_is_named(text: str, how: str) -> None:
    one = only(text.format(CHANGED))
    assert (one.definition.id, one.attribution.fits, one.reproach) == ("eu-ai-act-2024", True, ("wording",))
    assert not how or one.attribution.how == how


@pytest.mark.parametrize(
    "text",
    [
        "The OECD says “{}”.",
        "**OECD:** “{}”",
        "It is “{}”.[^1]\n\n[^1]: OECD Recommendation on AI (2024).\n",
        "| Body | Wording |\n|---|---|\n| OECD | {} |\n",
        "The Council of Europe’s Framework Convention defines an AI system as “{}”.",
        "The Colorado AI Act defines an AI system as “{}”.",
    ],
)
def test_another_source_is_reproached_wherever_it_is_named(text: str) -> None:
    one = only(text.format(DEFINIENS))
    assert (one.definition.id, one.verdict, one.attribution.fits) == ("eu-ai-act-2024", "exact", False)
    assert one.reproach == ("source",)


def test_a_footnote_goes_before_the_sentence() -> None:
    text = f"Unlike the OECD, some say that it is “{CHANGED}”.[^1]\n\n[^1]: AI Act, Article 3(1).\n"
    assert only(text).attribution.how == "footnote" and only(text).attribution.fits is True


def test_of_a_note_with_several_names_the_last_before_the_quotation_counts() -> None:
    statute = aidefs.get("us-naiia-2020").text
    body = statute[statute.index("a machine-based") :].rstrip(".")
    note = f"NIST has another one. Compare 15 U.S.C. 9401(3): “{body}”."
    one = only(f"There are many definitions.[^1] It rained.\n\n[^1]: {note}\n")
    assert one.definition.id == "us-naiia-2020" and one.attribution.fits is True and not one.wrong


def test_a_name_that_introduces_the_next_quotation_is_not_the_source_of_the_one_before() -> None:
    first, second = aidefs.find_quotations(f"The AI Act says “{DEFINIENS}”, while the OECD says “{OECD}”.")
    assert (first.attribution.mentions, second.attribution.mentions) == (("AI Act",), ("OECD",))
    assert not first.wrong and not second.wrong


@pytest.mark.parametrize(
    "text",
    [
        "The AI Act says “{1}” and the OECD says “{0}”.",
        "While the EU defines an AI system as “{1}”, the OECD defines it as “{0}”.",
        "“{0}” is what the OECD says, and “{1}” what the AI Act says.",
        "“{1},” says the AI Act. “{0},” says the OECD.",
        "- EU: “{1}”\n- OECD: “{0}”\n",
        "| EU AI Act | OECD |\n|---|---|\n| {1} | {0} |\n",
    ],
)
def test_texts_that_are_swapped_are_both_reproached(text: str) -> None:
    def reproaches(*texts: str) -> list[tuple[str, ...]]:
        return [one.reproach for one in aidefs.find_quotations(text.format(*texts))]

    oecd = OECD[OECD.index("a machine") : OECD.index(". Different")]
    assert reproaches(DEFINIENS, oecd) == [("source",), ("source",)]
    assert reproaches(oecd, DEFINIENS) == [(), ()]


def test_labels_by_jurisdiction() -> None:
    convention = aidefs.get("coe").text
    text = f"European Union: “{DEFINIENS}”\n\nOECD: “{OECD}”\n\nCouncil of Europe: “{convention}”\n"
    found = aidefs.find_quotations(text)
    assert [one.definition.id for one in found] == ["eu-ai-act-2024", "oecd-2024", "coe-2024"]
    assert [one.attribution.fits for one in found] == [True] * 3 and not any(one.wrong for one in found)


# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "id", "words"),
    [
        ("Art. 3 Nr. 1 der KI-VO definiert ein KI-System als „{}“.", "eu-ai-act-2024-de", GERMAN),
        ("Die KI-Verordnung bestimmt: „{}“.", "eu-ai-act-2024-de", GERMAN),
        ("Nach der Verordnung (EU) 2024/1689 ist ein KI-System „{}“.", "eu-ai-act-2024-de", GERMAN),
        ("Le règlement sur l’IA définit le système d’IA comme « {} ».", "eu-ai-act-2024-fr", FRENCH),
        ("Selon le règlement (UE) 2024/1689, c’est « {} ».", "eu-ai-act-2024-fr", FRENCH),
        ("El Reglamento de Inteligencia Artificial dice: «{}».", "eu-ai-act-2024-es", SPANISH),
        ("El Reglamento (UE) 2024/1689 define el sistema de IA como «{}».", "eu-ai-act-2024-es", SPANISH),
    ],
)
def test_names_in_the_language_of_the_version(text: str, id: str, words: str) -> None:
    right = only(text.format(words))
    assert (right.definition.id, right.attribution.fits, right.wrong) == (id, True, False)
    changed = only(
        text.format(words.replace("kann", "muss").replace("peut", "doit").replace("puede", "debe"))
    )
    assert (changed.definition.id, changed.severity, changed.reproach) == (id, "operator", ("wording",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die OECD definiert ein KI-System als „{}“.", GERMAN),
        ("Das Übereinkommen des Europarats definiert ein KI-System als „{}“.", GERMAN),
        ("L’OCDE définit le système d’IA comme « {} ».", FRENCH),
        ("La OCDE define el sistema de IA como «{}».", SPANISH),
    ],
)
def test_another_source_in_the_language_of_the_version(text: str, words: str) -> None:
    one = only(text.format(words))
    assert (one.verdict, one.attribution.fits, one.reproach) == ("exact", False, ("source",))


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("The Parliament’s first reading of March 2024", "eu-parliament-first-reading-2024"),
        ("Executive Order 14110", "us-eo-14110-2023-ai"),
        ("The Colorado AI Act", "us-co-sb24-205-2024"),
    ],
)
def test_a_text_that_is_named_and_quoted_letter_for_letter_wins(name: str, id: str) -> None:
    one = only(f"{name} says: “{aidefs.get(id).text}”")
    assert (one.definition.id, one.verdict, one.attribution.fits, one.wrong) == (id, "exact", True, False)


def test_no_name_accuses_from_further_away() -> None:
    far = "The OECD met in Paris. " + "It rained for a week in the valley by the lake. " * 3
    one = only(f"{far}\n\nIt was said that it is “{DEFINIENS}”. The OECD left.")
    assert one.attribution.fits is None and not one.wrong


def test_a_line_with_the_source_belongs_to_the_passage_above_it() -> None:
    text = f"{OECD}\nSource: OECD (2024).\n***\n{CHANGED}.\nSource: EU AI Act.\n"
    assert [one.reproach for one in aidefs.find_quotations(text)] == [(), ("wording",)]
    assert aidefs.find_quotations(f"Source: EU AI Act\n{OECD}\n")[0].reproach == ("source",)


@pytest.mark.parametrize(
    "text",
    [
        "The words are {}. OECD (2019), Recommendation of the Council on Artificial Intelligence.",
        "| AI | {}. It covers models. (Ref: OECD) |",
        "The OECD met in Paris. It defines an AI system as “{}”.",
    ],
    ids=["citation", "reference", "pronoun"],
)
def test_a_source_is_said_in_a_sentence_of_its_own(text: str) -> None:
    one = only(text.format(DEFINIENS))
    assert one.attribution.fits is False and one.attribution.how == "sentence"


@pytest.mark.parametrize(
    "speaker",
    [
        "The AI Act is in force. IBM defines",
        "The AI Act is in force. Our policy defines",
        "The AI Act is in force. The Brookings Institution has a view: Professor Smith defines",
        "The AI Act is in force. Peru defines",
        "Commenting on the AI Act, IBM defines",
    ],
)
@pytest.mark.parametrize("words", [CHANGED, "software that learns on its own and then acts on the world"])
def test_what_somebody_else_defines_is_not_held_against_the_text_named_before(
    speaker: str, words: str
) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(f"{speaker} an AI system as “{words}”."))


@pytest.mark.parametrize(
    "subject",
    ["It", "Its Article 3(1)", "Yes. Article 3(1)", "Art. 3(1)", "The Act", "The text", "Under it, this"],
)
def test_what_the_text_named_before_defines_is_held_against_it(subject: str) -> None:
    one = only(f"The AI Act is in force. {subject} defines an AI system as “{CHANGED}”.")
    assert one.reproach == ("wording",)


def test_a_year_is_that_of_the_instrument_and_not_of_a_copy_of_its_words() -> None:
    first = aidefs.get("oecd-2019").text.partition(". ")[0]
    assert first.partition("a machine")[2] in aidefs.get("us-de-hb333-2024").text
    assert only(f"- OECD (2024): “{first}”\n").reproach == ("source",)
    assert only(f"- OECD (2019): “{first}”\n").reproach == ()


def test_a_title_that_is_a_question_names_nothing() -> None:
    assert only(f"## What is AI?\n\n> {EU}\n").attribution.fits is None


def test_a_note_between_a_word_and_a_quotation_is_that_of_the_quotation() -> None:
    text = f"The European text reads “{DEFINIENS}”; that of Paris[^2] “{OECD}”.\n\n[^2]: OECD/LEGAL/0449.\n"
    first, second = aidefs.find_quotations(text)
    assert not first.wrong and second.attribution.how == "footnote" and second.attribution.fits


def test_short_names_of_instruments_in_other_languages() -> None:
    french = (
        "Le règlement (UE) 2024/1689 est en vigueur.\n\nIl « doit faire preuve d’une capacité d’adaptation »,"
    )
    assert only(f"{french} ajoute le règlement.").reproach == ("wording",)


# --- a jurisdiction that has more texts than are stored -----------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("In 2024 the UK defined highly capable general-purpose AI as “{}”.", ""),
        ("The UK defined highly capable general-purpose AI as “{}”.", ""),
        ("The UK defines general-purpose AI as “{}”.", ""),
        ("The UK defines it as “{}”.", ""),
        ("In 2023 the UK defined general-purpose AI as “{}”.", "such a text of 2023 (UK)"),
        ("The UK defined frontier AI as “{}”.", "such a definition of frontier AI (UK)"),
        ("In the UK ‘deployer’ means “{}”.", "such a definition of deployer (UK)"),
    ],
)
def test_a_year_or_a_term_tells_that_another_text_may_be_meant(text: str, meant: str) -> None:
    capable = aidefs.get("uk-govt-response-2024-highly-capable-general-purpose-ai").text
    words = capable[capable.index("Foundation") :].rstrip(".").replace("tasks and match", "tasks or match")
    one = only(text.format(words))
    assert one.definition.id.startswith("uk-govt-response-2024") and one.verdict == "changed"
    assert (one.attribution.unknown, one.wrong) == (meant, not meant)
    right = only(text.format(words.replace("tasks or match", "tasks and match")))
    assert right.verdict == "exact" and not right.wrong


# --- what else tells a text ---------------------------------------------------------------------


def test_a_number_that_several_states_may_use_stands_for_the_text_that_has_it() -> None:
    health = aidefs.get("us-ca-ab3030-2024-generative-ai").text
    sewn = health.replace("including images, videos, audio, text,", "such as text, images, video, and audio,")
    one = only(f"> AB 3030 (health care): {sewn}\n")
    assert one.definition.id == "us-ca-ab3030-2024-generative-ai" and one.reproach == ("wording",)
    part = "Loss of control of a frontier model causing death or bodily injury"
    assert part in aidefs.get("us-ca-sb53-2025-serious-incident").text
    assert only(f"SB 53 includes the “{part}”.").verdict == "exact"
    assert only(f"SB 53 includes the “{part.replace('or bodily', 'and bodily')}”.").reproach == ("wording",)
    assert not aidefs.find_quotations("SB 53 includes the “right of consumers to be left alone by machines”.")


def test_the_draft_of_another_term_gives_way_to_the_law() -> None:
    draft = aidefs.get("eu-parliament-2024-03-general-purpose-ai-model").text.rstrip(";")
    one = only(f"Article 3(63) of the AI Act reads “{draft}”.")
    assert one.definition.id == "eu-ai-act-gpai-model-2024" and one.reproach == ("wording",)
    assert one.exact_matches == ("eu-parliament-2024-03-general-purpose-ai-model",)
    assert not only(f"In March 2024 the Parliament’s text of the AI Act read “{draft}”.").wrong


DEPLOYER = aidefs.get("eu-ai-act-2024-deployer").text.rstrip(";")


@pytest.mark.parametrize(
    "text",
    [
        "The AI Act is in force. The client is a deployer, which the Act defines as a person “{}”.",
        "The Parliament adopted the AI Act. The final Act speaks of one “{}”.",
        "# Glossary of the AI Act\n\n**Deployer**\n: {}.\n",
        "# Key terms from the AI Act\n\n> {}\n",
    ],
)
def test_the_text_is_said_to_be_the_source(text: str) -> None:
    words = DEPLOYER[DEPLOYER.index("using an") :]
    words = (
        f"a natural or legal person, public authority, agency or other body {words}" if "#" in text else words
    )
    assert not only(text.format(words)).wrong and only(text.format(words)).attribution.fits
    assert only(text.format(words.replace("non-professional", "professional"))).reproach == ("wording",)


def test_a_heading_that_is_no_glossary_accuses_nobody() -> None:
    assert not only(f"# Obligations of small firms under the AI Act\n\n> {OECD}\n").wrong
    assert only(f"# Glossary of the AI Act\n\n> {OECD}\n").reproach == ("source",)


@pytest.mark.parametrize(
    ("preface", "mark", "told"),
    [
        ("The following definitions are taken from Article 3 of the AI Act.", "", True),
        ("Terms marked (*) are reproduced from the AI Act.", " (*)", True),
        ("Terms marked (*) are reproduced from the AI Act.", "", False),
        ("Many definitions were taken over from the AI Act.", "", False),
        ("The following definitions are loosely based on the AI Act.", "", False),
    ],
)
def test_the_sentence_before_a_glossary_says_where_its_entries_are_from(
    preface: str, mark: str, told: bool
) -> None:
    risk = "the combination of the probability of occurrence of harm and the severity of that harm"
    other = "**Champion**\n: A member of staff who answers questions on the matter at hand.\n\n" * 8
    one = only(f"# Annex B\n\n{preface}\n\n{other}**Risk**{mark}\n: {risk}.\n")
    assert one.definition.id == "eu-ai-act-2024-risk" and one.wrong is told
    assert (one.attribution.how == "heading") is told


@pytest.mark.parametrize(
    ("text", "reproach"),
    [
        ("Both the OECD and the AI Act define it. The former reads “{}”", ("source",)),
        ("Both the OECD and the AI Act define it. The latter reads “{}”", ()),
        ("Die OECD und die KI-VO sind verschieden. Erstere liest sich so: “{}”", ("source",)),
        ("Die OECD und die KI-VO sind verschieden. Letztere liest sich so: “{}”", ()),
        ("The OECD, NIST and the AI Act define it. The former reads “{}”", ()),  # one of three
        ("The OECD defines it. The former Minister reads “{}”", ()),
        ("The GDPR and the OECD are apart. The former reads “{}”", ()),  # which is not in the collection
    ],
)
def test_the_former_and_the_latter(text: str, reproach: tuple[str, ...]) -> None:
    assert only(text.format(DEFINIENS)).reproach == reproach


def test_a_version_that_is_named_needs_no_year() -> None:
    draft = aidefs.get("eu-provisional-agreement-2024").text
    words = draft[draft.index("a machine") :].rstrip(".;")
    one = only(f"The December 2023 political agreement on the AI Act used these words: “{words}”.")
    assert one.attribution.fits and not one.wrong
    one = only(f"The 2023 text of the AI Act used these words: “{EU}”.")
    assert one.reproach == ("source",)


HISTORIES = [
    "The AI Act, proposed in 2021, defines an AI system as “{}”.",
    "First proposed by the Commission in April 2021, the AI Act defines an AI system as “{}”.",
    "After three years of negotiation that began in 2021, the AI Act says “{}”.",
    "In 2021 nobody knew how the AI Act would end. It says “{}”.",
    "Whereas the 2021 proposal spoke of software, the AI Act says “{}”.",
    "The AI Act, debated since 2021, has “{}”.",
    "Successor of the 2021 draft, the AI Act says “{}”.",
    "As Smith (2021) notes, the AI Act says “{}”.",
    "The AI Act (see Smith 2021) says “{}”.",
    "A 2023 paper by Smith quotes the AI Act: “{}”.",
    "The AI Act, which Parliament voted on in 2023, reads “{}”.",
]


@pytest.mark.parametrize("text", HISTORIES)
def test_a_year_that_is_none_of_the_version_accuses_nobody(text: str) -> None:
    one = only(text.format(DEFINIENS))
    assert one.attribution.fits and not one.wrong


@pytest.mark.parametrize(
    "text",
    [
        "The AI Act of 2021 says “{}”.",
        "The 2021 text of the AI Act says “{}”.",
        "In 2021, the AI Act read “{}”.",
        "The AI Act's 2021 version reads “{}”.",
        "| Text | Year | Words |\n|---|---|---|\n| AI Act | 2021 | “{}” |\n",
    ],
)
def test_a_year_beside_the_name_dates_the_version(text: str) -> None:
    assert only(text.format(DEFINIENS)).reproach == ("source",)
    draft = aidefs.get("eu-commission-2021").text
    words = draft[draft.index("software") :].rstrip(".;")
    one = only(text.format(words))
    assert one.attribution.named == ("eu-commission-2021",) and not one.wrong


def test_the_council_of_europe_is_no_word_for_a_version() -> None:
    draft = aidefs.get("coe-2023-07").text
    words = draft[draft.index("any algorithmic") :].rstrip(".;")
    assert only(f"The Convention of the Council of Europe says “{words}”.").reproach == ("source",)
    assert not only(f"A draft of the Convention of the Council of Europe said “{words}”.").wrong


@pytest.mark.parametrize("date", ["2023", "June 2023"])
def test_a_date_inside_a_name(date: str) -> None:
    draft = aidefs.get("eu-parliament-2023").text
    words = draft[draft.index("a machine-based") :].rstrip(".;")
    one = only(f"In the Parliament's {date} position, an AI system is “{words}”.")
    assert one.attribution.named == ("eu-parliament-2023",)


@pytest.mark.parametrize(
    ("text", "accuses"),
    [
        ("The AI Act is law. It defines AI systems as “{}”.", True),
        ("Parliament adopted the AI Act. It defines AI systems as “{}”.", True),
        ("The AI Act is law. Its definition reads “{}”.", True),
        ("The AI Act is law. Under it, an AI system is “{}”.", True),
        ("Die KI-Verordnung der EU gilt. Ihre Definition lautet: “{}”.", True),
        ("IBM studied the AI Act. It defines AI systems as “{}”.", False),
        ("Texas has gone its own way since the AI Act. It defines AI systems as “{}”.", False),
        ("Colorado copied the AI Act. Its definition reads “{}”.", False),
        ("The AI Act is law. Its definition is narrower than “{}”.", False),
        ("The AI Act is law. There are other definitions, such as “{}”.", False),
        ("The AI Act and NIST agree. Its definition reads “{}”.", False),
    ],
)
def test_a_sentence_that_goes_on_about_the_text_before_it(text: str, accuses: bool) -> None:
    words = OECD[OECD.index("a machine-based") :]
    assert only(text.format(words)).wrong is accuses
    assert not only(text.format(DEFINIENS)).wrong


@pytest.mark.parametrize(
    "text",
    [
        "A general approach to AI begins with “{}”.",
        "On a first reading, the definition is “{}”.",
        "There is political agreement on “{}”.",
        "Our compromise text: “{}”.",
        "A fair AI act would cover “{}”.",
        "An AI convention among states could use “{}”.",
        "The copied act reads “{}”.",
        "The draft for comment says “{}”.",
        "ISO members agreed: “{}”.",
        "NIST staff helped to draft “{}”.",
        "The Council of Europe's neighbours use “{}”.",
        "The High-Level Expert Group's work led to “{}”.",
        "The Commission's proposal became law: “{}”.",
        "The EU Commission says that an AI system is “{}”.",
        "The EU Council agreed on “{}”.",
    ],
)
def test_what_is_no_name_of_a_text_or_does_not_speak_accuses_nobody(text: str) -> None:
    assert not only(text.format(DEFINIENS)).wrong


@pytest.mark.parametrize(
    "text",
    [
        "The general approach says “{}”.",
        "The December 2023 political agreement on the AI Act says “{}”.",
        "The FAIR AI Act says “{}”.",
        "The ai act says “{}”.",
        "the oecd recommendation: “{}”",
        "ISO: “{}”",
    ],
)
def test_the_same_as_a_name_accuses(text: str) -> None:
    words = aidefs.get("us-co-sb24-205-2024").text
    assert only(text.format(words[words.index("any machine") :].rstrip("."))).reproach == ("source",)


def test_of_two_texts_that_are_named_the_one_with_every_letter_is_the_source() -> None:
    words = aidefs.get("us-eo-14110-2023-ai").text
    words = words[words.index("a machine-based") : words.index("; abstract")]
    text = f"Executive Order 14110 took its definition of AI from 15 U.S.C. 9401(3): “{words}”."
    assert [(one.definition.id, one.verdict) for one in aidefs.find_quotations(text)] == [
        ("us-eo-14110-2023-ai", "exact")
    ]


@pytest.mark.parametrize("dash", ["—", "–", "--"])
@pytest.mark.parametrize("item", ["", "- ", "2. "])
def test_a_source_behind_a_dash_is_that_of_its_line(dash: str, item: str) -> None:
    coe = ReferenceText.of(aidefs.get("coe"), 0)
    eu = ReferenceText.of(aidefs.get("eu"), 0)
    said = [one.definition.text[one.head :].strip("; .") for one in (coe, eu)]
    line = f"{item}“{{}}” {dash} {{}}\n"
    names = ["CETS 225", "Regulation (EU) 2024/1689"]
    right = "".join(map(line.format, said, names))
    assert [one.attribution.fits for one in aidefs.find_quotations(right)] == [True, True]
    swapped = "".join(map(line.format, said, reversed(names)))
    assert [one.reproach for one in aidefs.find_quotations(swapped)] == [("source",), ("source",)]


def test_a_dash_that_leads_on_to_the_next_quotation_states_no_source() -> None:
    """What stands behind it there is the name of the text that is quoted next."""
    [one] = aidefs.find_quotations(
        "“artificial intelligence is what machines do” — and the AI Act has\n"
        "“a machine-based system that is designed to operate with varying levels of autonomy and that must "
        "exhibit adaptiveness after deployment”"
    )
    assert one.attribution.named == ("eu-ai-act-2024",)
    assert one.reproach == ("wording",)


def test_the_number_of_an_amendment_is_the_name_of_what_was_adopted() -> None:
    words = aidefs.get("eu").text
    document = "P9_TA(2023)0236, amendment 165: “{}”"
    adopted = aidefs.get("eu-parliament-2023").text
    assert [one.reproach for one in aidefs.find_quotations(document.format(words))] == [("source",)]
    assert not any(one.wrong for one in aidefs.find_quotations(document.format(adopted)))
    proposed = f"Our amendment 3 to the AI Act reads: “{words.replace('may exhibit', 'must exhibit')}”"
    assert not any(one.wrong for one in aidefs.find_quotations(proposed))
