"""A few words between marks, and statements in prose, beside the name of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.library.library import Library
from aidefs.quotations.find import examine
from aidefs.quotations.fragments import (
    Overlap,
    best_fragment,
    fragment_of,
    least_departing,
    long_enough,
    may_be_changed,
    may_be_of_any,
)
from aidefs.quotations.index import index_of
from aidefs.quotations.local_alignment import weights
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.references import ReferenceText, words

EU = aidefs.get("eu").text
DEFINIENS = EU[EU.index("a machine") : -1]
PRINTED = DEFINIENS.split(" ")


def only(text: str) -> aidefs.Quotation:
    """The single passage of a text."""
    found = aidefs.find_quotations(text)
    assert len(found) == 1, found
    return found[0]


# --- fragments --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "id", "verdict"),
    [
        ("The AI Act covers what “may exhibit adaptiveness after deployment”.", "eu-ai-act-2024", "exact"),
        ("The AI Act covers what “may exhibit adaptation after deployment”.", "eu-ai-act-2024", "changed"),
        ("The AI Act covers what “can exhibit adaptiveness after deployment”.", "eu-ai-act-2024", "changed"),
        ("Die KI-VO will es „nach seiner Betriebsaufnahme anpassungsfähig“.", "eu-ai-act-2024-de", "exact"),
        ("Die KI-VO nennt „physische oder tatsächliche Umgebungen“.", "eu-ai-act-2024-de", "changed"),
        ("Le règlement sur l’IA vise ce qui a « une capacité d’adaptation après son déploiement ».",
         "eu-ai-act-2024-fr", "exact"),
        ("El Reglamento (UE) 2024/1689 habla de «capacidad de adaptación tras el despliegue».",
         "eu-ai-act-2024-es", "exact"),
    ],
)  # fmt: skip
def test_a_fragment_of_the_text_that_is_named(text: str, id: str, verdict: str) -> None:
    one = only(text)
    assert (one.definition.id, one.extent, one.claim, one.verdict) == (id, "fragment", "quoted", verdict)
    assert one.attribution.fits is True
    assert one.reproach == (() if verdict == "exact" else ("wording",))


@given(st.integers(0, len(PRINTED) - 12), st.integers(6, 12))
def test_every_run_of_the_definition_is_an_exact_fragment(first: int, length: int) -> None:
    part = " ".join(PRINTED[first : first + length]).strip(",")
    if not long_enough(part):
        return
    for one in aidefs.find_quotations(f"The AI Act speaks of “{part}” there."):
        assert (one.verdict, one.wrong) == ("exact", False)
        assert one.definition.id in ("eu-ai-act-2024", *one.same_wording) or one.attribution.fits


def test_what_was_quoted_before_names_a_fragment_too() -> None:
    text = f"Article 3(1) of the AI Act: “{DEFINIENS}”. It says “may exhibit adaptation after deployment”."
    first, second = aidefs.find_quotations(text)
    assert (first.verdict, second.extent, second.verdict) == ("exact", "fragment", "changed")


def test_not_found_is_said_of_what_is_introduced_as_the_definition_alone() -> None:
    words = "any computer program that makes decisions and predictions on behalf of a citizen"
    one = only(f"The AI Act defines an AI system as “{words}”.")
    assert (one.verdict, one.reproach) == ("not found", ("wording",))
    for lead in ("The AI Act speaks of", "The AI Act has recitals on", "Recital 12 of the AI Act mentions"):
        assert aidefs.find_quotations(f"{lead} “{words}”.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The AI Act speaks of “trustworthy and responsible innovation for all Europeans”.",
        "Article 5 of the AI Act forbids “subliminal techniques beyond a person’s consciousness”.",
        "The AI Act speaks of “artificial intelligence systems”.",
        "The AI Act has the “autonomy” of “systems”.",
        "Nobody knows what “may exhibit adaptiveness after deployment” means.",
        "The AI Act is “a landmark”, said “the Commissioner for the Internal Market”.",
        "Die KI-VO spricht von „vertrauenswürdiger und menschenzentrierter Innovation“.",
    ],
)
def test_other_words_between_marks_are_passed_over(text: str) -> None:
    found = examine(text)
    assert found.quotations == () and found.unchecked == ()


@given(st.lists(st.sampled_from([*PRINTED, "boats", "rain", "never", "of"]), min_size=1, max_size=14))
def test_a_fragment_is_all_that_stands_between_its_marks(chosen: list[str]) -> None:
    inside = " ".join(chosen)
    text = f"The AI Act covers “{inside}” there."
    for one in aidefs.find_quotations(text):
        assert text.index("“") < one.start and one.end <= text.index("”")
        if one.extent == "fragment":
            assert words(one.reading) == words(inside)


# --- not checked ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("GDPR Article 4(4) says: “any form of automated processing of personal data to evaluate a person”.",
         "GDPR"),
        ("Art. 4 Nr. 4 DSGVO lautet: „jede Art der automatisierten Verarbeitung von Daten zur Bewertung“.",
         "DSGVO"),
        ("L’article 4 du règlement (UE) 2016/679 : « toute forme de traitement automatisé de données "
         "à caractère personnel ».", "règlement (UE) 2016/679"),
        ("It is meant.[^1]\n\n[^1]: Directive 95/46/EC: “processing of personal data wholly or partly "
         "by automatic means”.\n", "Directive 95/46/EC"),
    ],
)  # fmt: skip
def test_silence_is_told(text: str, name: str) -> None:
    found = examine(text)
    assert found.quotations == ()
    (one,) = found.unchecked
    assert one.why == f"{name} is not in the collection"
    assert text[one.start] in "“„«" and text[one.end - 1] in "”“»"


# --- statements in prose ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Under the AI Act, an AI system is software that infers outputs such as predictions or decisions.",
         "eu-ai-act-2024"),
        ("The AI Act defines AI systems as machine-based systems that operate with varying autonomy and "
        "infer outputs.",
         "eu-ai-act-2024"),
        ("Selon le règlement sur l’IA, un système d’IA est un système automatisé qui déduit des entrées "
         "reçues la manière de générer des sorties.", "eu-ai-act-2024-fr"),
    ],
)  # fmt: skip
def test_a_statement_is_a_paraphrase_of_the_text_that_is_named(text: str, id: str) -> None:
    one = only(text)
    assert (one.definition.id, one.verdict, one.claim, one.wrong) == (id, "paraphrase", "unmarked", False)
    assert text[one.start : one.end] == one.text and "Act" not in one.text


@pytest.mark.parametrize(
    "text",
    [
        "Under the AI Act, an AI system is expensive.",
        "An AI system is software that infers outputs such as predictions or decisions.",
        "The AI Act defines AI systems as the Parliament and the Council saw fit in the last trilogue.",
    ],
)
def test_other_statements_are_passed_over(text: str) -> None:
    assert aidefs.find_quotations(text) == ()


def test_words_that_are_said_to_be_those_of_an_article_are_held_against_it() -> None:
    text = f"Regulation (EU) 2024/1689 reads:\n\n> {EU}\n\n"
    text += "A system need not, in the words of Article 3(1), “{}”."
    words = "pursue the objectives set by its operator"
    found = aidefs.find_quotations(text.format(words))
    assert [(one.verdict, one.reproach) for one in found] == [("exact", ()), ("not found", ("wording",))]
    assert len(aidefs.find_quotations(text.replace("Article 3(1)", "recital 12").format(words))) == 1
    assert len(aidefs.find_quotations(text.replace("Article 3(1)", "Article 14").format(words))) == 1


def test_another_jurisdiction_that_is_named_is_the_source_of_what_follows() -> None:
    text = (
        "California’s SB 53 and New York’s RAISE Act differ.\n\nIn California a frontier model is “a "
        "foundation model that was trained using a quantity of computing power greater than 10^26 integer or "
        "floating-point operations”. New York adds money: a model whose compute cost “exceeds one hundred "
        "million {}”."
    )
    assert not any(one.wrong for one in aidefs.find_quotations(text.format("dollars")))
    # Perhaps of another law of the State, which is not stored.
    assert not any(one.wrong for one in aidefs.find_quotations(text.format("euros")))


def test_prose_below_a_title_is_not_the_words_of_the_text_in_it() -> None:
    words = aidefs.get("oecd").text.split("means ")[-1].rstrip(".")
    text = f"# Why AIDA failed\n\nThe new strategy takes the usual formula: {words}. Perhaps it will do."
    assert not any(one.wrong for one in aidefs.find_quotations(text))


references = index_of(None).references
pieces = st.tuples(st.sampled_from(references), st.integers(0, 40), st.integers(2, 12)).map(
    lambda drawn: " ".join(drawn[0].definition.text.split()[drawn[1] :][: drawn[2]])
)
said = st.lists(pieces | st.sampled_from(("wholly", "for the people", "[sic]", "1. Note\n", "…")), min_size=1)


@given(said.map(" ".join), st.lists(st.sampled_from(references), unique=True, min_size=1, max_size=8))
def test_texts_that_are_passed_over_depart_more(text: str, some: list[ReferenceText]) -> None:
    found = words(text)
    if not found:
        return
    total, content = weights(found), text[found[0][1] : found[-1][2]]

    def made(one: ReferenceText) -> ParallelPassage | None:
        return fragment_of(one, text, found, total, 0, len(found), strange=True)

    each = [one for one in map(made, some) if one is not None]
    overlap = Overlap(content)
    assert least_departing(overlap, some, made, ()) == best_fragment(each, ())
    for one in each:
        assert not overlap.lacks(one.reference) or one.faults
        assert sum(new for _, new in one.changed) >= overlap.lacks(one.reference)
        assert one.redline.words.equal <= overlap.agreeing(one.reference)
        assert one.similarity <= overlap.similarity(one.reference)


# --- whose words they are -----------------------------------------------------------------------


FRAMES = (
    "Unlike the OECD Recommendation, {name} says that the system “{words}”.",
    "Compared with its rivals, {name} is wordy (“{words}”).",
    "| Text | Words |\n|---|---|\n| {name} | {words} |",
    "> “{words}”\n> — {name}",
    "Q: Where do the words “{words}” come from?\n\nA: From {name}.",
    "One phrase deserves a look: “{words}”[^1].\n\n[^1]: See {name}.",
    "It is enough, says {name}, that the system “{words}”.",
    "I prefer {name}. A law that says “{words}” can be read by anyone.",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_a_changed_word_is_told_wherever_the_text_is_named(frame: str) -> None:
    words = "infers, from the input it receives, how to generate outputs"
    right = frame.format(name="the EU AI Act", words=words)
    wrong = frame.format(name="the EU AI Act", words=words.replace("receives", "obtains"))
    assert not any(one.wrong for one in aidefs.find_quotations(right))
    found = only(wrong)
    assert found.reproach == ("wording",)
    assert found.definition.id == "eu-ai-act-2024"


@pytest.mark.parametrize(
    "text",
    [
        # of the definition, of another version, and of many words of a text that defines the same term
        "The AI Act's definition of an AI system has “learn from experience and improve performance”.",
        "The AI Act speaks of “the techniques and approaches listed in Annex I and can”.",
        "NIST speaks of “tasks under varying and unpredictable circumstances without significant human”.",
        "The AI Act's definition of a model refers to models “trained on broad data at scale”.",
        "The OECD's text of 2019 has “explicit or implicit objectives, infers, from the input it receives”.",
    ],
)
def test_words_of_another_text_are_told(text: str) -> None:
    assert only(text).reproach == ("source",)
    assert only(text).verdict == "exact"


@pytest.mark.parametrize(
    "text",
    [
        # the other text is named, too, or meant by a word; a body has more than one text
        "The AI Act differs from NIST. The latter has “a given set of objectives, generate outputs such as”.",
        "The AI Act has no word of “the techniques and approaches listed in Annex I and can”.",
        "The draft of the AI Act spoke of “the techniques and approaches listed in Annex I and can”.",
        "The OECD, in its paper on incidents, speaks of “injury or harm to the health of a person”.",
        "Recital 12 of the AI Act has “AI systems are designed to operate with varying levels of autonomy”.",
        # another term, of which nothing of the Convention is stored
        "The Convention on AI has “using an AI system under its authority except where the AI system”.",
        "Our contract, inspired by the AI Act, has “infers, from the input it obtains, how to generate”.",
        "I propose to amend the AI Act so that it has “infers, from the input it obtains, how to generate”.",
    ],
)
def test_words_that_another_text_may_have_are_left_alone(text: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(text))


@pytest.mark.parametrize(
    ("beside", "wrong"),
    [("“may exhibit adaptiveness after deployment”", False), ("since 2024", True)],
)
def test_a_cell_beside_one_that_quotes_remarks_on_it(beside: str, wrong: bool) -> None:
    row = f"| AI Act | {beside} | must infer, from the input it receives, how to generate outputs |"
    found = aidefs.find_quotations(f"| Law | Adaptiveness | Inference |\n|---|---|---|\n{row}\n")
    assert any(one.wrong for one in found) is wrong


@pytest.mark.parametrize(
    "table",
    [
        # neither the row nor the column says of what text a cell has words
        "## Complaints under the AI Act\n\n| Right | Who |\n|---|---|\n"
        "| Complaint | Any natural or legal person |\n",
        "## EU AI Act\n\n| Category | Applications |\n|---|---|\n"
        "| Infrastructure | Management/operation of critical digital/physical infrastructure |\n",
        "## EU AI Act\n\n| Term | Remark |\n|---|---|\n"
        "| Output | predictions, content or decisions that can influence many environments |\n",
        "| Who | Against whom |\n|---|---|\n"
        "| Any natural or legal person | Any operator violating the AI Act |\n",
        # few words, or a summary
        "| Term | AI Act |\n|---|---|\n| Complaint | Any natural or legal person |\n",
        "| Law | Summary |\n|---|---|\n"
        "| AI Act | must infer, from the input it receives, how to generate outputs |\n",
    ],
)
def test_a_cell_without_marks_is_a_remark(table: str) -> None:
    assert aidefs.find_quotations(table) == ()


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("Wording", "Duty (AI Act)"),
        ("Wortlaut", "AI Act"),
        ("AI Act", "Inference"),
        ("Inference", "AI Act, Art. 3(1)"),
    ],
)
def test_a_cell_has_words_where_its_column_or_row_says_so(head: str, named: str) -> None:
    words = "infers, from the input it receives, how to generate outputs"
    for said, verdict in ((words, "exact"), (words.replace("receives", "obtains"), "changed")):
        one = only(f"# The AI Act\n\n| Part | {head} |\n|---|---|\n| {named} | {said} |\n")
        assert (one.verdict, one.wrong) == (verdict, verdict == "changed")


def test_what_stands_between_marks_in_an_entry_of_own_words_is_compared() -> None:
    words = "“infers, from the input it obtains, how to generate outputs”"
    entry = f"Under the AI Act a system that {words} such as predictions or decisions"
    found = aidefs.find_quotations(f"| Law | Meaning |\n|---|---|\n| AI Act | {entry} |\n")
    assert [one.reproach for one in found] == [("wording",)]


def test_exact_words_are_found_without_a_name() -> None:
    found = only(
        "Someone wrote of machines that “behave in ways that would be called intelligent if a human were so”."
    )
    assert (found.definition.id, found.verdict, found.reproach) == ("sch-dartmouth-1955", "exact", ())
    assert found.attribution.fits is None


@given(said.map(" ".join), st.sampled_from((0.6, 0.8, 0.85)))
def test_no_text_is_passed_over_that_may_be_similar(text: str, least: float) -> None:
    overlap, index = Overlap(text), index_of(None)
    likely = {one.id for one in overlap.likely(index, least)}
    assert likely >= {one.id for one in index.references if overlap.may_be_similar(one, least)}


def test_a_text_at_the_threshold_is_likely() -> None:
    # Two of three words agree: 2 * 2 / (2 * 2 + 1) is 0.8, and 3 * 0.8 / 1.2 a little more than 2.
    index = index_of(None)
    overlap = Overlap("explicit implicit zzzzz")
    similar = {one.id for one in index.references if overlap.may_be_similar(one, 0.8)}
    assert similar and similar <= {one.id for one in overlap.likely(index, 0.8)}


@given(said.map(" ".join), st.sampled_from((0.0, 0.8)), st.none() | st.sets(st.integers(0, 400)))
def test_any_text_is_told_as_from_each(text: str, least: float, ranks: set[int] | None) -> None:
    overlap, index = Overlap(text), index_of(None)
    some = [one for one in index.references if ranks is None or one.rank in ranks]
    each = any(may_be_changed(overlap, one, least) for one in some)
    assert may_be_of_any(overlap, index, least, ranks) == each


@given(said.map(" ".join))
def test_a_text_may_have_all_words_that_lacks_none(text: str) -> None:
    overlap = Overlap(text)
    for one in index_of(None).references:
        assert overlap.may_be_all(one) == (overlap.lacks(one) == 0)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        # a few words of the named definition, of which one stands in few laws
        ("The national security memorandum of October 2024 says a frontier AI model is “a general-purpose AI "
         "system near the cutting-edge of performance”, as measured “by publicly available benchmarks”.",
         "The national security memorandum of October 2024 says a frontier AI model is “a general-purpose AI "
         "system near the cutting-edge of performance”, as measured “by widely accepted publicly available "
         "benchmarks”."),
        # of a place of which a single text is stored
        ("In Kazakhstan an artificial intelligence system is “an object of information technology that "
         "functions based on one artificial intelligence model”.",
         "In Kazakhstan an artificial intelligence system is “an object of information technology”."),
        # in no version of a definition whose provision is named
        ("Die KI-Verordnung gilt.\n\nNach Artikel 3 Nummer 2 der KI-Verordnung ist Risiko „das Produkt aus "
         "Eintrittswahrscheinlichkeit und Höhe des möglichen Schadens“.",
         "Die KI-Verordnung gilt.\n\nNach Artikel 9 der KI-Verordnung ist Risiko „das Produkt aus "
         "Eintrittswahrscheinlichkeit und Höhe des möglichen Schadens“."),
        # what the same body says, but not what anybody does
        ("The High-Level Expert Group spoke in 2019 of “software (and possibly also hardware) systems "
         "designed by humans”. The same group said that the systems “can either use symbolic rules and learn "
         "a numeric model”.",
         "The High-Level Expert Group spoke in 2019 of “software (and possibly also hardware) systems "
         "designed by humans”. A reader said that the systems “can either use symbolic rules and learn a "
         "numeric model”."),
    ],
)  # fmt: skip
def test_changed_fragments_that_are_known(wrong: str, right: str) -> None:
    assert [one.reproach for one in aidefs.find_quotations(wrong) if one.wrong] == [("wording",)]
    assert not any(one.wrong for one in aidefs.find_quotations(right))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # commas of the only text that is named
        ("Die KI-Verordnung gilt.\n\nDie Verordnung verlangt, dass es aus Eingaben ableitet, „wie Ausgaben{0} wie etwa "  # noqa: E501
         "Vorhersagen, Inhalte, Empfehlungen oder Entscheidungen{0} erstellt werden“.", ",", ""),
        # an omission of which the left out words are many, under a pronoun and a kind
        ("Ministers wrote a white paper in 2023. The white paper’s idea of autonomy was that “Some AI systems can make "  # noqa: E501
         "decisions {}ongoing control of a human”.", "… ", "without the express intent or "),
        ("The British are no better. Their white paper refused to define it; autonomy meant that “some AI systems can "  # noqa: E501
         "make decisions without the express intent or ongoing {} of a human”.", "supervision", "control"),
        # words that go on in the same sentence, and those of the provision that was quoted
        ("The Council's general approach of December 2022 has a system that “is designed to operate with elements of "  # noqa: E501
         "autonomy” by “machine learning and/or logic- and knowledge{}”.", "-based methods", " based approaches"),  # noqa: E501
        ("The deployer is the person “using an AI system under its authority” (Article 3(4) of the AI Act). But "  # noqa: E501
         "the same provision reaches everyone “using an AI system under its{} authority”.", " own", ""),
        ('2. The deployer is the person "using an AI system under its authority"\n(Article 3(4) of the AI Act). The same '  # noqa: E501
         'provision reaches everyone "using an AI system\nunder its{} authority".', " own", ""),
        # half of many words, of which few laws have some
        ("The AI Act asks only whether the outputs “{} influence physical or virtual environments”.",
         "are likely to", "can"),
        # many words in a row that go over into others
        ("China has two texts. China’s Deep Synthesis Provisions of 2022 cover technologies “that use generative sequencing algorithms to create "  # noqa: E501
         "text, {}”.", "image, audio, video, code, or such content",
         "images, audio, video, virtual scenes, or other information"),
        # words that begin as a definition does
        ("Illinois (HB 3773) adds a sentence: “‘Artificial intelligence’ {} generative artificial intelligence”.",  # noqa: E501
         "excludes", "includes"),
        # a text that is called by its kind, and told by the lines before
        ("Was frontier AI defined at Bletchley?\n\nThe Declaration speaks of models “that could perform a {} variety of "  # noqa: E501
         "tasks”.", "very wide", "wide"),
        # a subject whose relative clause has a verb
        ("Le règlement (UE) 2024/1689 le dit. Le déployeur est celui qui utilise le système « sous sa propre {} ».",  # noqa: E501
         "responsabilité", "autorité"),
        # a bill that is named by its year and its number
        ("The 2024 bill of Connecticut, S.B. 2, spoke of “any machine-based system that, for any explicit or implicit "  # noqa: E501
         "objective, {}”.", "makes predictions, recommendations, or decisions influencing real or virtual environments",  # noqa: E501
         "infers from the inputs such system receives how to generate outputs"),
    ],
)  # fmt: skip
def test_whose_changed_words_they_are(text: str, wrong: str, right: str) -> None:
    assert [one.reproach for one in aidefs.find_quotations(text.format(wrong)) if one.wrong] == [("wording",)]
    assert not any(one.wrong for one in aidefs.find_quotations(text.format(right)))


@pytest.mark.parametrize(
    "text",
    [
        # somebody else's words behind a quotation
        "The Council's general approach of December 2022 has a system that “is designed to operate with elements of "  # noqa: E501
        "autonomy”. A vendor's manual has “machine learning and/or logic- and knowledge-based methods”.",
        "Illinois (HB 3773) is short. IBM's glossary says “‘Artificial intelligence’ excludes generative artificial "  # noqa: E501
        "intelligence”.",
        "Their white paper refused to define it; autonomy meant that “some of our robots can make decisions without the "  # noqa: E501
        "express approval of a human”.",
        # the term of another provision
        "Le règlement (UE) 2024/1689 le dit. Le distributeur est celui qui tient le système « sous sa propre "
        "responsabilité ».",
        # few words, of which the last is the rest of another provision
        "The TAKE IT DOWN Act (S. 4569) says that an “intimate visual depiction shall” be removed.",
        "The TAKE IT DOWN Act (S. 4569) lets him ask that an “intimate visual depiction be removed”.",
        "Executive Order 14110 speaks of means “to influence real or virtual” markets.",
        "The AI Act says of persons that they are “likely to influence physical persons or groups of them”.",
    ],
)
def test_whose_words_are_not_known_is_nobodys_fault(text: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(text))


def test_a_term_of_a_few_words_is_no_changed_fragment() -> None:
    text = "S. 4664 has a list of terms.\n\nThe term “United States person” has the meaning given elsewhere."
    assert not any(one.wrong for one in aidefs.find_quotations(text))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # what stands for the instrument that was named, with a small letter
        ("Executive Order 14110 is of 2023. The order says that an AI system is “any data system, software, "
         "hardware, application, {}, or utility that operates in whole or in part using AI”.", "gadget", "tool"),  # noqa: E501
        ("La Ley 31814 es de 2023. La inteligencia artificial es en la ley una «tecnología emergente de "
         "propósito {} que tiene el potencial de mejorar el bienestar de las personas».", "especial", "general"),  # noqa: E501
        ("La Ley 31814 es de 2023. En la Ley la inteligencia artificial es una «tecnología emergente de "
         "propósito {} que tiene el potencial de mejorar el bienestar de las personas».", "especial", "general"),  # noqa: E501
        # whoever speaks, the words are said to be those of an article
        ("I would have said it is a risk in the sense of Article 3(2) of the AI Act, i.e. “the combination of "  # noqa: E501
         "the probability of an occurrence of harm and the {} of that harm”.", "gravity", "severity"),
        ("A provider is whom, in the AI Act, the third point of the same article describes as one who “places it "  # noqa: E501
         "on the market or puts the AI system into service under its own name{}, whether for payment or free of "  # noqa: E501
         "charge”.", "", " or trademark"),
        # a heading that asks names nothing
        ("# What the Standards Say\n\nAt the other pole stands Minsky’s “the {} of making machines do things that "  # noqa: E501
         "would require intelligence if done by men”.", "art", "science"),
        # an omission behind a word that stands again before what follows it
        ("Die KI-Verordnung definiert ein KI-System als „ein maschinengestütztes System, das […] nach seiner "
         "Betriebsaufnahme {} sein kann“.", "lernfähig", "anpassungsfähig"),
        # whose words they are is not told by the paragraph before
        ("John McCarthy wrote in 2007 that AI “does not have to confine itself to methods that are biologically "  # noqa: E501
         "{}”.\n\nThe British ministry takes it for what needs “human or biological intelligence”.",
         "visible", "observable"),
    ],
)  # fmt: skip
def test_a_word_that_is_changed_and_the_same_words_unchanged(text: str, wrong: str, right: str) -> None:
    assert [one.reproach for one in aidefs.find_quotations(text.format(wrong)) if one.wrong] == [("wording",)]
    assert not any(one.wrong for one in aidefs.find_quotations(text.format(right)))


STORED = sorted(Library.shipped().of("all").values(), key=lambda one: one.id)
OWN_NAMES = (
    "According to {title}, it is “{words}”.",
    "# {title}\n\nIt covers “{words}” and more.",
    "{title}: “{words}”",
    "{title} defines {term} as “{words}”.",
    "> {words}\n\n— {title}\n",
)


@given(st.sampled_from(STORED), st.sampled_from(OWN_NAMES), st.data())
def test_words_of_a_text_under_its_own_title_are_no_fault(
    one: aidefs.Definition, introduced: str, data: st.DataObject
) -> None:
    printed = one.text[one.text.find(" means ") + 7 if " means " in one.text else 0 :].split()
    first = data.draw(st.integers(0, max(len(printed) - 5, 0)))
    last = data.draw(st.integers(min(first + 5, len(printed)), min(first + 25, len(printed))))
    fragment = " ".join(printed[first:last]).strip(" ;,.:")
    if any(mark in fragment for mark in "“”\"„«»‘’'()") or not fragment:
        return  # an enumerator or a mark that is torn off says something else
    text = introduced.format(title=one.title, term=one.term, words=fragment)
    found = aidefs.find_quotations(text)
    assert [(other.definition.id, other.reason) for other in found if other.wrong] == []


@pytest.mark.parametrize(
    ("title", "term", "fragment"),
    [
        # an English sentence on a text in another language
        ("EU Artificial Intelligence Act (Dutch)", "AI-systeem",
         "is ontworpen om met verschillende niveaus van autonomie te werken"),
        # words that two laws of a State have
        ("Illinois Senate Bill 2203", "artificial intelligence system",
         "infers, from the input it receives, how to generate outputs such as predictions, content"),
        # a name that the Act of the European Union bears, too
        ("House Bill 60 (2025), Artificial Intelligence Act (bill)", "deployer",
         "a person who deploys an artificial"),
    ],
)  # fmt: skip
def test_a_right_fragment_under_the_name_of_its_text(title: str, term: str, fragment: str) -> None:
    for introduced in OWN_NAMES:
        text = introduced.format(title=title, term=term, words=fragment)
        assert not any(one.wrong for one in aidefs.find_quotations(text)), introduced


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # condensed, and in other forms
        ("The CCPA regulations define ADMT as technology that “replaces or substantially replaces human decisionmaking”.",  # noqa: E501
         True),
        ("The CCPA regulations define ADMT as technology that uses computation “to replace human decisionmaking or "  # noqa: E501
         "substantially replace human decisionmaking”.", False),
        # the same letters, in one word and in two
        ("Local Law 144 is about output used to “substantially assist or replace discretionary decision-making”.", True),  # noqa: E501
        ("Local Law 144 is about output used to “substantially assist or replace discretionary decision making”.", False),  # noqa: E501
        ("Under Local Law 144 a tool that issues simplified output has to “substantially assist or replace all discretionary "  # noqa: E501
         "decision making”.", True),
        # capitals that stand for another term
        ("The CCPA regulations define CPPA as an agency that “protects or substantially protects human privacy”.", False),  # noqa: E501
    ],
)  # fmt: skip
def test_words_in_marks_that_are_condensed_or_spelt_otherwise(text: str, wrong: bool) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(text)) is wrong


def test_nearly_the_words_of_a_draft_are_not_those_of_the_act_that_is_named() -> None:
    [one] = aidefs.find_quotations("The AI Act requires “a set of human-defined objectives”.")
    assert (one.definition.id, one.attribution.named) == ("eu-commission-2021", ("eu-ai-act-2024",))
    assert one.reproach == ("wording", "source")
    draft = "The Commission's proposal for the AI Act requires “a set of human-defined objectives”."
    assert [one.reproach for one in aidefs.find_quotations(draft)] == [("wording",)]
    gone = "The AI Act no longer requires “a set of human-defined objectives”."
    assert not any(one.wrong for one in aidefs.find_quotations(gone))


@pytest.mark.parametrize(
    ("document", "wrong"),
    [
        ("Art. 3(1) AI Act. Vendors speak of “adaptive learning after deployment”.", 0),
        ("Art. 3(1) AI Act: the industry's “designing to operate with levels of autonomy” is jargon.", 0),
        ("The press talks of Art. 3(1) AI Act: a system “must exhibit adaptiveness after deployment”.", 1),
        ("The AI Act’s “designing to operate with varying levels of autonomy” is jargon.", 1),
        (
            "Article 3(1) AI Act has these elements: “machine-based”, “autonomy”, “adaptiveness”, "
            "“objectives” and “inferencing how to generate outputs”.",
            0,
        ),
        (
            "Article 3(1) AI Act has these elements: “designed to operate with varying levels of autonomy”, "
            "“must exhibit adaptiveness after deployment”, “infers” and “how to generate outputs”.",
            1,
        ),
    ],
)
def test_words_of_a_trade_and_catchwords_are_nobodys_quotation(document: str, wrong: int) -> None:
    assert sum(one.wrong for one in aidefs.find_quotations(document)) == wrong


def test_few_words_between_which_others_are_left_out_may_be_said_of_the_world() -> None:
    said = "The AI Act matters because robots “influence physical environments”."
    assert not aidefs.find_quotations(said)
    defined = "The AI Act defines an AI system as one that can “influence physical environments”."
    more = "The AI Act matters because robots “can influence physical environments by outputs”."
    assert all(not one.wrong for one in aidefs.find_quotations(more))
    longer = "Under the AI Act systems “generate outputs such as predictions, recommendations, or decisions”."
    assert any(one.wrong for one in aidefs.find_quotations(longer))
    assert any(one.wrong for one in aidefs.find_quotations(defined))
