"""Frames behind their head or without a connector between term and definiens; clauses behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

import aidefs
from aidefs.library.records import Definition
from aidefs.segmentation import frames
from aidefs.segmentation.clauses import cut as pieces_of
from aidefs.segmentation.frames import frame_end
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.phrases import Link
from aidefs.segmentation.segmentation import segmentation_of
from aidefs.text.tokens import TokenColumns, token_columns


def cut(text: str, lang: str) -> list[tuple[str, str]]:
    """Elements and wordings, found without the help of reviewed ones."""
    found = segmentation_of(Definition("", text, lang=lang), library={}, method="automatic")
    return [(one.element, one.text) for one in found.segments]


@pytest.mark.parametrize(
    ("lang", "head", "frame"),
    [
        ("fr", "Un programme", "relève de l’intelligence artificielle lorsque :"),
        ("es", "Un programa", "se considera sistema inteligente cuando:"),
        ("it", "Un programma", "è considerato sistema intelligente quando:"),
        ("pt", "Um programa", "considera-se sistema inteligente quando:"),
        ("de", "Ein Programm", "gilt als KI-System, wenn es:"),
        ("nl", "Een programma", "geldt als AI-systeem wanneer het:"),
    ],
)
def test_a_frame_may_stand_behind_its_head(lang: str, head: str, frame: str) -> None:
    assert cut(f"{head} {frame} a) x; b) y.", lang)[:2] == [("machine-based", head), ("frame", frame)]


@pytest.mark.parametrize(
    ("lang", "frame", "head"),
    [
        ("fr", "Par intelligence artificielle, la Cour vise", "tout procédé"),
        ("es", "Es sistema de inteligencia artificial", "el conjunto de programas"),
        ("es", "XII. Sistema inteligente:", "el programa"),
        ("it", "Rientra nella nozione di intelligenza artificiale", "qualsiasi apparato"),
        ("pt", "É havido por sistema algorítmico", "o mecanismo informático"),
        ("de", "Der Senat versteht unter einem lernenden System", "ein Programm,"),
        ("de", "§ 3 Absatz 4: KI-Anwendungen sind", "Programme,"),
        ("nl", "Met AI doelen wij in deze handreiking op", "computerprogramma’s"),
        ("pl", "W tych wytycznych sztuczną inteligencją nazywamy", "programy komputerowe,"),
        # The term is called a name.
        ("fr", "IA : terme désignant", "des logiciels"),
        ("es", "IA: término que designa", "los programas"),
        ("it", "IA: espressione che indica", "i programmi"),
        ("pt", "IA: nome dado a", "programas"),
        ("fr", "Sous l’appellation d’IA, la doctrine range", "des logiciels"),
        ("es", "Bajo la denominación de IA se agrupan", "los programas"),
        # It is taken as one, in any form of the verb.
        ("fr", "Seront regardés comme systèmes d’IA", "les logiciels"),
        ("es", "Queda calificado como sistema de IA", "todo programa"),
        ("it", "Va inteso come sistema di IA", "ogni programma"),
        ("pt", "Será tido por sistema de IA", "todo programa"),
        # The sentence says when one speaks of it.
        ("fr", "Lorsqu’on parle d’IA, on vise", "un logiciel"),
        ("pt", "Quando falamos de IA referimo-nos a", "programas"),
        ("de", "Von KI spricht man, wenn", "ein Programm"),
        ("nl", "Van AI is sprake wanneer", "een programma"),
        ("pl", "O sztucznej inteligencji mówimy, gdy", "program"),
        # The verb stands before whoever means it so, or before where.
        ("de", "Unter KI-Systemen verstehen die Vertragsparteien", "Programme,"),
        ("de", "KI bedeutet in dieser Richtlinie", "eine Software,"),
        ("de", "Bei KI handelt es sich um", "Software,"),
        ("nl", "Met AI bedoelen wij", "software"),
        ("pl", "Do systemów AI zalicza się", "oprogramowanie,"),
        ("pl", "System AI, o którym mowa w ust. 2, to", "program,"),
        # What is inserted behind the connector belongs to it.
        ("es", "La IA es, en opinión del Consejo,", "un programa"),
        ("pt", "Sistemas de IA são, neste contrato,", "programas"),
        ("en", "“AI system” means, for the purposes of this Act,", "a machine-based system"),
        # The connector is not known, the name is.
        ("es", "Por aplicaciones de IA tomamos", "aquellos programas"),
        ("de", "KI =", "Software,"),
        ("de", "Künstliche Intelligenz, die;", "Fachgebiet,"),
        ("fr", "Art. 2 Notions\n1 Par IA, on entend", "un logiciel"),
        ("fr", "II. – Sont regardés comme relevant de l’intelligence artificielle", "les logiciels"),
        ("fr", "« système d’IA »", "Logiciel"),
    ],
)
def test_a_frame_ends_before_its_head(lang: str, frame: str, head: str) -> None:
    rest = {
        "en": "that",
        "fr": "qui",
        "es": "que",
        "it": "che",
        "pt": "que",
        "de": "die",
        "nl": "die",
        "pl": "które",
    }
    found = cut(f"{frame} {head} {rest[lang]} x.", lang)
    assert found[0] == ("frame", frame)
    assert found[1][0] == "machine-based" and found[1][1].startswith(head)


@pytest.mark.parametrize(
    ("lang", "text", "piece"),
    [
        # A verb that stands in no list is known by its place: a conjunction before it, an article behind it.
        ("fr", "« IA » : outil qui analyse les données et gribouille des recommandations.", "et gribouille"),
        (
            "it",
            "«IA»: programma che analizza i dati e scarabocchia le previsioni, i testi e le decisioni.",
            "e scarabocchia",
        ),
        ("pl", "„AI” – program, który: a) zbiera dane, b) wykrywa wzorce.", "b) wykrywa"),
        ("es", "«IA»: programa por medio del cual se analizan los datos.", "por medio del cual"),
        ("pt", "«IA»: programa que analisa dados, seja qual for o método utilizado.", "seja qual for"),
    ],
)
def test_a_clause_begins(lang: str, text: str, piece: str) -> None:
    assert any(wording.startswith(piece) for _, wording in cut(text, lang))


@pytest.mark.parametrize(
    ("lang", "frame", "text"),
    [
        ("fr", "IA (angl. artificial intelligence). Nom donné à", "des logiciels qui trient des images."),
        ("es", "IA. En pocas palabras:", "programas que clasifican imágenes."),
        ("pl", "AI (ang. artificial intelligence) –", "programy, które sortują obrazy."),
    ],
)
def test_words_behind_a_heading_may_lead_to_the_definition(lang: str, frame: str, text: str) -> None:
    found = cut(f"{frame} {text}", lang)
    assert " ".join(wording for element, wording in found if element == "frame") == frame


@pytest.mark.parametrize(
    ("lang", "text", "element", "wording"),
    [
        # A clause of place says which environment is meant.
        (
            "fr",
            "« IA » : logiciel qui agit sur le milieu où il est employé.",
            "environment",
            "qui agit sur le milieu où il est employé.",
        ),
        # Nouns behind a colon are what it announced.
        (
            "fr",
            "« IA » : logiciel qui propose une réponse : un mot, un chiffre, une image.",
            "outputs",
            "qui propose une réponse : un mot, un chiffre, une image.",
        ),
        # Infinitives may be the items of a list.
        (
            "es",
            "«IA»: programa capaz de imitar la mente humana, por ejemplo comprender un texto, planificar un "
            "viaje o reconocer una voz.",
            "capability",
            "capaz de imitar la mente humana, por ejemplo comprender un texto, planificar un viaje o "
            "reconocer una voz.",
        ),
        # "able" goes with its verb as a modal does, whatever stands between them.
        (
            "fr",
            "« IA » : logiciel apte, au service de buts choisis par l’homme, à produire des textes.",
            "outputs",
            "apte,",
        ),
        # What only says that something varies closes the clause before it.
        (
            "nl",
            "„AI”: programma dat teksten maakt. Hoe zelfstandig het werkt, verschilt van geval tot geval.",
            "autonomy",
            "Hoe zelfstandig het werkt, verschilt van geval tot geval.",
        ),
    ],
)
def test_what_hangs_on_a_clause_goes_with_it(lang: str, text: str, element: str, wording: str) -> None:
    assert (element, wording) in cut(text, lang)


def test_the_participle_of_a_collective_opens_no_clause() -> None:
    found = cut("«IA»: conjunto organizado de programas y datos que genera textos.", "es")
    assert found[1] == ("machine-based", "conjunto organizado de programas y datos")


def test_the_number_of_an_entry_stands_before_its_term() -> None:
    found = cut("3.4\nsystème d’IA\nsystème artificiel qui génère des prédictions", "fr")
    assert found[0] == ("frame", "3.4\nsystème d’IA")


def test_a_note_goes_with_what_it_says() -> None:
    text = "2.1\nsysteem\nprogramma dat voorspellingen doet\nOpmerking 1: De mate van autonomie verschilt."
    assert [element for element, wording in cut(text, "nl") if "Opmerking" in wording] == ["autonomy"]


@pytest.mark.parametrize(
    ("lang", "head", "frame"),
    [
        ("nl", "Een programma dat teksten schrijft,", "heet in dit reglement generatieve AI."),
        ("pl", "Program, który tworzy teksty,", "jest w rozumieniu regulaminu systemem AI."),
        ("pt", "Um programa que gera textos,", "chama-se neste regulamento IA generativa."),
    ],
)
def test_a_frame_may_close_its_sentence(lang: str, head: str, frame: str) -> None:
    found = cut(f"{head} {frame}", lang)
    assert found[0][0] == "machine-based" and found[-1] == ("frame", frame)


@pytest.mark.parametrize(
    ("lang", "head", "frame"),
    [
        # A noun stands behind the name.
        ("en", "A program that writes texts", "is called an AI system."),
        ("en", "A program that writes texts", "is known as an AI system."),
        ("en", "A program that writes texts", "counts as an artificial intelligence system."),
        ("en", "A program that writes texts", "shall be deemed to be an AI system."),
        ("fr", "Un programme qui écrit des textes", "constitue un système d’IA."),
        ("es", "Un programa que escribe textos", "constituye un sistema de IA."),
        ("it", "Un programma che scrive testi", "prende il nome di intelligenza artificiale."),
        # It says where the name holds.
        ("en", "A program that writes texts", "is called an AI system for the purposes of this Act."),
        ("en", "A program that writes texts", "is, for the purposes of this Act, an AI system."),
        # It names whatever is of the kind.
        ("en", "Any program that writes texts", "is an AI system."),
        ("fr", "Un programme qui écrit des textes", "est une intelligence artificielle."),
        # It stands in a parenthesis.
        ("en", "A program that writes texts", "(the “AI system”)."),
        ("de", "Ein Programm, das Texte schreibt", "(im Folgenden „KI-System“)."),
        ("fr", "Un programme qui écrit des textes", "(ci-après « système d’IA »)."),
        ("es", "Un programa que escribe textos", "(en adelante, «sistema de IA»)."),
        ("it", "Un programma che scrive testi", "(di seguito «sistema di IA»)."),
        ("nl", "Een programma dat teksten schrijft", "(hierna: “AI-systeem”)."),
        ("pl", "Program, który tworzy teksty", "(dalej „system AI”)."),
        ("pt", "Um programa que escreve textos", "(doravante «sistema de IA»)."),
    ],
)
def test_a_frame_may_close_its_sentence_without_a_comma(lang: str, head: str, frame: str) -> None:
    found = cut(f"{head} {frame}", lang)
    assert found[0][0] == "machine-based" and found[-1] == ("frame", frame)
    assert "frame" not in [element for element, _ in found[:-1]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A system that supports what is known as AI."),
        ("en", "A tool that is used to train what people call an AI system and writes texts."),
        ("en", "A program that users call AI and that writes texts."),
        ("en", "A tool that writes texts (including those sold as AI)."),
        ("en", "A chatbot that answers is a component of AI."),
        ("fr", "Un programme qui sert ce qui est appelé IA."),
    ],
)
def test_a_name_at_the_end_of_a_clause_closes_no_frame(lang: str, text: str) -> None:
    assert cut(text, lang)[-1][0] != "frame"


def test_a_preamble_is_no_definiens_before_a_closing_frame() -> None:
    text = "Para efeitos deste regulamento, entende-se por «IA» um programa que gera textos."
    assert cut(text, "pt")[0] == ("frame", "Para efeitos deste regulamento, entende-se por «IA»")


@pytest.mark.parametrize(
    ("lang", "text", "listed"),
    [
        ("fr", "IA : un logiciel qui produit des résultats – notes, avis, traduire un acte – ;", "avis"),
        ("pt", "IA é um programa que gera resultados – mover um braço, fechar uma porta –.", "porta"),
    ],
)
def test_what_stands_between_dashes_goes_with_what_stands_before(lang: str, text: str, listed: str) -> None:
    assert next(element for element, words in cut(text, lang) if listed in words) == "outputs"


@pytest.mark.parametrize(
    ("lang", "heading"),
    [
        ("fr", "À titre d’exemple"),
        ("de", "Beispiele"),
        ("es", "Ejemplos"),
        ("pl", "Przykłady"),
        ("nl", "Voorbeelden"),
    ],
)
def test_a_sentence_of_examples_is_scope(lang: str, heading: str) -> None:
    sentence = f"{heading}: chatbots, software, robots."
    assert cut(f"IA: software. {sentence}", lang)[-1] == ("scope", sentence)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "KI: Software. Solche Systeme unterscheiden sich im Grad ihrer Autonomie."),
        ("nl", "AI: software. Zulke systemen verschillen in de mate van autonomie."),
    ],
)
def test_a_verb_that_only_varies_goes_with_what_differs(lang: str, text: str) -> None:
    assert [element for element, _ in cut(text, lang)][2:] == ["autonomy"]


@pytest.mark.parametrize(
    ("lang", "heading", "frame", "head"),
    [
        (
            "es",
            "Artículo 7.",
            "A los efectos de esta ley se entenderá por:\nIV. IA:",
            "Conjunto de útiles",
        ),
        ("it", "Art. 3 (Termini).", "Con «sistema intelligente» si vuole dire", "un programma"),
    ],
)
def test_the_heading_of_a_provision_leads_to_the_frame(
    lang: str, heading: str, frame: str, head: str
) -> None:
    found = cut(f"{heading} {frame} {head} che x.", lang)
    assert found[:2] == [("frame", heading), ("frame", frame)]
    assert found[2][0] == "machine-based" and found[2][1].startswith(head)


@pytest.mark.parametrize(
    ("frame", "rest"),
    [
        ("To put it plainly, artificial intelligence is", "software that plans journeys."),
        ("While people disagree, AI is", "software that plans journeys."),
        ("According to the manual, AI is", "software that plans journeys."),
        ("There are many definitions of AI, but most agree that AI is", "software that plans journeys."),
        ("You can think of AI as", "software that plans journeys."),
        ("A planner (or scheduler, or planning agent or scheduling agent) is", "software that plans."),
        ("AI, as the word is used here, is", "software that plans journeys."),
        ("AI – sometimes called machine intelligence – is", "software that plans journeys."),
        ("AI is widely regarded as", "a field of study."),
        ("AI is best understood as", "a field of study."),
        ("We understand AI to be", "software that plans journeys."),
        ("AI refers broadly to", "software that plans journeys."),
        ("Definition: AI is", "software that plans journeys."),
        ("A working definition of AI:", "software that plans journeys."),
        ("Machine learning (ML): ML is", "a method that fits models to data."),
        ("Planning agent", "A program that plans journeys."),
        ("Artificial intelligence (AI)", "Software that plans journeys."),
        ("<robotics>", "A machine that plans journeys."),
        ("Planners, which are", "programs that plan journeys, rely on maps."),
        ("The term “planner” is used here for", "programs that plan journeys."),
    ],
)
def test_openings_and_heads_of_scholars_and_glossaries_are_frames(frame: str, rest: str) -> None:
    found = cut(f"{frame} {rest}", "en")
    assert found[0] == ("frame", frame)
    assert found[1][0] == "machine-based"


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("AI", "can write texts and paint pictures."),
        ("Automated planning (AP)", "makes decisions for people."),
    ],
)
def test_a_name_alone_is_the_frame_where_its_verb_connects_nothing(name: str, rest: str) -> None:
    assert cut(f"{name} {rest}", "en") == [("frame", name), ("outputs", rest)]


@pytest.mark.parametrize(
    "text",
    [
        "A system, which is a program, makes decisions.",
        "Software that can write texts.",
        "Any program that people think of as clever.",
        "Planners that are programs make decisions.",
    ],
)
def test_but_a_bare_definition_has_no_frame(text: str) -> None:
    assert "frame" not in [element for element, _ in cut(text, "en")]


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        ("A planning agent is a program for journeys.", "A planning agent is"),
        (
            "AI, sometimes called machine intelligence, is a field of study.",
            "AI, sometimes called machine intelligence, is",
        ),
        ("AI is an example of progress.", ""),
        ("A user is not a program.", ""),
    ],
)
def test_a_later_sentence_may_define_once_more(sentence: str, frame: str) -> None:
    found = cut(f"AI means software that makes decisions. {sentence}", "en")
    later = [wording for element, wording in found[1:] if element == "frame"]
    assert later == ([frame] if frame else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Examples include planners and games.",
        "Common uses include planning and games.",
        "Also known as machine intelligence.",
        "Used in schools to generate texts.",
    ],
)
def test_sentences_of_examples_uses_and_other_names_are_scope(sentence: str) -> None:
    assert cut(f"AI means software that makes decisions. {sentence}", "en")[-1] == ("scope", sentence)


@pytest.mark.parametrize(
    "text", ["AI system means " + ";:,—()" * 700, "Definition: " * 900 + "AI is a system."]
)
def test_marks_without_end_stand_on_one_level(text: str) -> None:
    assert cut(text, "en")[0][0] == "frame"


def test_labels_may_stand_one_behind_the_other() -> None:
    text = "Annex: Definition 2: “AI” means a program that writes texts."
    assert cut(text, "en")[:2] == [
        ("frame", "Annex: Definition 2: “AI” means"),
        ("machine-based", "a program"),
    ]


@pytest.mark.parametrize(
    ("lang", "frame", "rest"),
    [
        ("en", "Why is it called AI? Because it is", "a program that writes texts."),
        ("fr", "Pourquoi parle-t-on d’« IA » ? Parce que", "ce logiciel écrit tout seul des textes."),
        ("fr", "Intelligence artificielle, n. f. –", "Branche de l’informatique qui imite la pensée."),
    ],
)
def test_what_leads_to_an_answer_or_an_entry_is_frame(lang: str, frame: str, rest: str) -> None:
    found = cut(f"{frame} {rest}", lang)
    told = [words for element, words in found if element == "frame"]
    assert " ".join(told) == frame


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "“AI” means a program that acts with a more or less wide margin.", "more or less wide"),
        ("fr", "« IA » : un programme qui agit avec une marge plus ou moins grande.", "plus ou moins grande"),
        ("es", "«IA»: un programa que actúa con un margen más o menos amplio.", "más o menos amplio"),
        ("de", "„KI“ ist ein Programm, das mehr oder weniger selbständig handelt.", "mehr oder weniger"),
    ],
)
def test_more_or_less_is_one_word(lang: str, text: str, words: str) -> None:
    grammar = grammar_of(lang)
    columns = grammar.read(token_columns(text, lang))
    assert any(words in columns.printed(one.start, one.end) for one in pieces_of(columns, grammar))


@pytest.mark.parametrize(
    ("lang", "example"),
    [
        ("en", "EXAMPLE 1 A sorter that learns to make decisions."),
        ("fr", "EXEMPLE Un trieur de colis qui réduit son taux d’erreur."),
        ("de", "BEISPIEL Ein Sortierer für Pakete."),
    ],
)
def test_an_example_of_a_standard_is_scope(lang: str, example: str) -> None:
    assert cut(f"IA: software. {example}", lang)[-1] == ("scope", example)


def test_a_system_for_example_is_not() -> None:
    found = segmentation_of(
        Definition("", "“AI” means software. Example systems learn from data.", lang="en"),
        library={},
        method="automatic",
    )
    assert found.segments[-1].element == "adaptiveness"


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("A machine-based system which adapts after deployment shall, for the purposes of this Part, be "
         "regarded as an AI system.",
         "shall, for the purposes of this Part, be regarded as an AI system."),
        ("Software that can learn and act on its own is referred to herein as “artificial intelligence”.",
         "is referred to herein as “artificial intelligence”."),
        ("Software that can learn and act on its own is referred to in this policy as an AI tool.",
         "is referred to in this policy as an AI tool."),
    ],
)  # fmt: skip
def test_what_is_inserted_into_a_closing_frame_belongs_to_it(text: str, frame: str) -> None:
    assert [one.text for one in aidefs.segment(text).segments if one.element == "frame"] == [frame]


def test_a_verb_that_closes_nothing_opens_no_frame() -> None:
    text = "An AI system is software that shall, for the purposes of this Part, be tested by an AI office."
    assert [one.text for one in aidefs.segment(text).segments if one.element == "frame"] == [
        "An AI system is"
    ]


@pytest.mark.parametrize(
    "text", ["An AI system must not be used to rank citizens.",
             "Deployers must ensure human oversight of AI systems."],
)  # fmt: skip
def test_a_clause_with_a_modal_verb_is_no_sure_genus(text: str) -> None:
    assert all(
        one.confidence == "low" for one in aidefs.segment(text).segments if one.element == "machine-based"
    )
    sure = aidefs.segment("a machine-based system that may adapt after deployment")
    assert next(one for one in sure.segments if one.element == "machine-based").confidence == "high"


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("“AI system” has the meaning that the Commission gives to it in its guidelines.",
         "“AI system” has the meaning"),
        ("“AI system” has the meaning given that term in section 7.",
         "“AI system” has the meaning given that term"),
    ],
)  # fmt: skip
def test_who_lends_a_meaning_stands_behind_the_frame(text: str, frame: str) -> None:
    assert aidefs.segment(text).segments[0].text == frame


_HEADS = {
    "nl": [
        "een tak van de informatica",
        "een op een machine gebaseerd systeem",
        "een door de gemeente gebruikt computerprogramma",
        "de inzet van software",
    ],
    "de": ["ein Teilgebiet der Informatik,", "ein von der Gemeinde eingesetztes Programm,"],
    "fr": ["une branche de l’informatique", "un programme utilisé par la commune", "l’usage d’un logiciel"],
    "es": ["una rama de la informática", "un sistema basado en una máquina", "el uso de un software"],
    "it": ["una branca dell’informatica", "un sistema basato su una macchina"],
    "pt": ["um ramo da informática", "um sistema baseado em uma máquina"],
    "pl": ["dział informatyki,", "system oparty na maszynie,"],
    "en": ["a branch of computer science", "a system based on a machine", "the use of software"],
}
_THAT = {
    "fr": "qui",
    "es": "que",
    "it": "che",
    "pt": "que",
    "de": "das",
    "nl": "dat",
    "pl": "który",
    "en": "that",
}


@pytest.mark.parametrize(
    ("lang", "frame"),
    [
        # A passive behind its term, of which the participle is no active verb.
        ("nl", "Onder AI wordt verstaan"),
        ("nl", "Onder een AI-systeem wordt in deze wet verstaan"),
        ("nl", "In deze wet wordt onder AI verstaan"),
        ("nl", "Een AI-systeem wordt gedefinieerd als"),
        ("nl", "Onder AI verstaat dit besluit"),
        ("nl", "Onder geautomatiseerde besluitvorming valt"),
        ("nl", "Met geautomatiseerde besluitvorming wordt gedoeld op"),
        ("nl", "Geautomatiseerde besluitvorming houdt in"),
        # A term of several words without article.
        ("de", "Im Sinne dieses Gesetzes ist algorithmische Entscheidung"),
        ("de", "Die Parteien verstehen unter algorithmischer Entscheidung"),
        ("de", "Unter den Begriff Entscheidungssystem fällt"),
        ("de", "KI ist nach unserem Verständnis"),
        # What says where the term holds stands behind it.
        ("nl", "Een AI-systeem in de zin van deze regeling is"),
        ("de", "KI-System im Sinne dieses Gesetzes ist"),
        ("de", "Künstliche Intelligenz ist im Sinne dieser Richtlinie"),
        ("de", "Im Sinne dieses Gesetzes ist ein KI-System"),
        ("fr", "Un système d’IA au sens de la présente loi est"),
        ("es", "Un sistema de IA en el sentido de esta ley es"),
        ("it", "Un sistema di IA ai sensi della presente legge è"),
        ("pt", "Um sistema de IA nos termos da presente lei é"),
        ("pl", "System SI w rozumieniu niniejszej ustawy to"),
        ("en", "An AI system within the meaning of this Act is"),
        ("en", "Under this Ordinance an AI system is"),
        ("en", "In this Part, a reference to AI is a reference to"),
        ("en", "The Council understands AI to be"),
        # The term is taken up again behind its colon.
        ("fr", "IA : c’est"),
        ("nl", "AI: dit is"),
        ("pl", "SI: jest to"),
        ("de", "KI: Das ist"),
        ("fr", "L’IA n’est pas une machine : c’est"),
    ],
)
def test_a_frame_ends_before_all_of_its_head(lang: str, frame: str) -> None:
    for head in _HEADS[lang]:
        text = f"{frame} {head} {_THAT[lang]} x."
        first, (element, words), *_ = cut(text, lang)
        assert (first, element) == (("frame", frame), "machine-based"), text
        assert words.startswith(head) or head.startswith(words), text


@pytest.mark.parametrize(
    ("lang", "frame", "head"),
    [
        ("fr", "« IA » désigne, au sens du paragraphe 1, point a),", "un logiciel"),
        ("fr", "L’IA s’entend, au sens de l’article 3, point 1, du règlement, de", "tout logiciel"),
        ("fr", "L’IA s’entend, au sens de l’article 3, de", "tout logiciel"),
        ("it", "Per IA si intende, ai sensi dell’articolo 3, punto 1, del regolamento,", "un sistema"),
        ("en", "“AI” means, for the purposes of section 3(1), paragraph (b), of this Act,", "software"),
        ("en", "“AI” means, in this Act,", "a program, or a robot,"),
        ("de", "KI ist nach § 3 Absatz 1 des Gesetzes", "eine Software,"),
        (
            "de",
            "„KI“ bezeichnet im Sinne von Artikel 3 Nummer 1 der Verordnung (EU) 2024/1689",
            "eine Software,",
        ),
    ],
)
def test_a_reference_between_connector_and_head_is_of_the_frame(lang: str, frame: str, head: str) -> None:
    first, (element, words), *_ = cut(f"{frame} {head} {_THAT[lang]} x.", lang)
    assert (first, element, head[:6]) == (("frame", frame), "machine-based", words[:6])


@pytest.mark.parametrize(
    ("frame", "head"),
    [
        ("KI ist nach dem Verständnis dieser Enquete", "ein Bündel technischer Mittel,"),
        ("KI-Systeme sind nach dem Verständnis der Parteien", "IT-Systeme,"),
        ("KI ist nach der Satzung unserer Genossenschaft", "eine Anlage,"),
        ("KI ist nach diesem Gesetz", "der Einsatz einer Software,"),
        ("KI ist in der Medizin", "die Gesamtheit der Programme,"),
        ("Unter „KI“ fallen im Sinne dieses Antrags", "Programme,"),
    ],
)
def test_whose_law_it_is_stands_before_the_head(frame: str, head: str) -> None:
    assert cut(f"{frame} {head} die aus Daten lernen.", "de")[:2] == [
        ("frame", frame),
        ("machine-based", head),
    ]


def test_a_clause_that_goes_on_with_the_thing_closes_no_frame() -> None:
    text = "“Tool” means a program that makes texts; AI systems are made to operate with levels of autonomy."
    assert [element for element, _ in cut(text, "en")].count("frame") == 1
    text = "Un logiciel qui apprend ; on l’appelle IA."
    assert cut(text, "fr")[-1] == ("frame", "on l’appelle IA.")


def test_an_insertion_may_part_a_verb_from_its_preposition() -> None:
    text = "L’IA s’entend, au sens du présent code, de l’usage d’un logiciel qui apprend."
    assert cut(text, "fr")[:2] == [
        ("frame", "L’IA s’entend, au sens du présent code, de"),
        ("machine-based", "l’usage d’un logiciel"),
    ]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Software that people use within the meaning of the Act is a product.", None),
        ("To build an agent is to write a program that learns.", "To build an agent is"),
        ("To be fair, AI means software that learns.", "To be fair, AI means"),
    ],
)
def test_an_opening_is_a_frame_where_a_term_or_an_infinitive_closes_it(text: str, frame: str | None) -> None:
    frames = [words for element, words in cut(text, "en") if element == "frame"]
    assert frames == ([frame] if frame else []), frames


def test_a_name_behind_a_preposition_closes_no_opening() -> None:
    keys = token_columns("For the study of AI is needed a laboratory that learns.").keys
    assert frame_end(keys, 0, len(keys), grammar_of("en")) == 0
    keys = token_columns("For this study AI is a laboratory that learns.").keys
    assert keys[: frame_end(keys, 0, len(keys), grammar_of("en"))][-1] == "is"


def test_what_a_condition_needs_stays_in_its_frame() -> None:
    text = "Een systeem wordt beschouwd als AI als het leert van gegevens."
    assert cut(text, "nl")[1] == ("frame", "wordt beschouwd als AI")


def test_an_exclusion_is_no_definition() -> None:
    text = "“Covered system” does not include any system that is used solely for research."
    assert [element for element, _ in cut(text, "en")] == ["scope"]
    assert cut("“Covered system” includes any system that learns.", "en")[0][0] == "frame"


@pytest.mark.parametrize(
    ("text", "lang", "confidence"),
    [
        ("Kein KI-System ist eine Software, die nur Regeln ausführt.", "de", "low"),
        ("Ein KI-System ist eine Software, die aus Daten lernt.", "de", "high"),
        ("AI is not a machine: it is a set of methods that learn from data.", "en", "high"),
    ],
)
def test_what_a_term_is_not_is_not_sure_to_be_its_genus(text: str, lang: str, confidence: str) -> None:
    found = segmentation_of(Definition("", text, lang=lang), library={}, method="automatic").segments
    assert [one.confidence for one in found if one.element == "machine-based"] == [confidence]


def test_machinaal_leren_is_a_noun() -> None:
    text = "Onder AI wordt verstaan een model voor machinaal leren dat voorspellingen genereert."
    assert all("machinaal" not in words or "leren" in words for _, words in cut(text, "nl"))
    assert ("adaptiveness", "die leren van gegevens.") in cut("AI: modellen die leren van gegevens.", "nl")


@pytest.mark.parametrize(
    ("lang", "part"),
    [
        ("en", "under this charter, "),
        ("fr", "pour la charte, dans sa pratique, "),
        ("it", "nel regolamento, nella sua prassi, "),
    ],
)
def test_a_preamble_of_many_parts_is_gone_through_once(
    monkeypatch: pytest.MonkeyPatch, lang: str, part: str
) -> None:
    looked_at, look = [], frames._frame_end

    def counting(keys: Sequence[str], start: int, *given: Any) -> int:
        looked_at.append(start)
        return look(keys, start, *given)

    monkeypatch.setattr(frames, "_frame_end", counting)
    keys = token_columns(part * 12, lang).keys
    assert frame_end(keys, 0, len(keys), grammar_of(lang)) == 0
    assert len(looked_at) == len(set(looked_at)) > 1


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("de", "Begriffe, die in der Satzung vorkommen:"),
        ("it", "Voce: un dato attinente, comprende"),
        ("en", "In this Chapter,"),
        ("fr", "Pour l’application du présent titre,"),
        ("es", "A los efectos de esta ley,"),
    ],
)
def test_a_text_may_end_with_its_frame(lang: str, words: str) -> None:
    keys = token_columns(words, lang).keys
    assert 0 <= frame_end(keys, 0, len(keys), grammar_of(lang)) <= len(keys)


@pytest.mark.parametrize(
    ("lang", "said", "defined"),
    [
        ("fr", "Le chasseur prend pour cible le cerf qui sort du bois.", ""),
        ("fr", "Ce que le maire appelle un progrès, c’est la ruine du commerce.", ""),
        ("fr", "Toute sa vie se réduit à attendre le courrier.", ""),
        (
            "fr",
            "Ce que la charte appelle assistant, c’est un vieil ami.",
            "Ce que la charte appelle assistant, c’est un logiciel.",
        ),
        ("it", "Il giudice ritiene provato il fatto.", "Il decreto chiama utente ogni persona."),
        (
            "it",
            "Ciò che il partito chiama riforma è un taglio alle scuole.",
            "Ciò che il partito chiama IA è un taglio.",
        ),
        ("nl", "De trein, zoals altijd, is te laat.", "AI, zoals altijd, is te laat."),
        (
            "nl",
            "Als we het over voetbal hebben, gaat het om geld.",
            "Als we het over AI hebben, gaat het om geld.",
        ),
        ("nl", "De rechter ziet de brief als bewijs.", "De rechter ziet AI als bewijs."),
        ("nl", "AI houdt in veel landen de gemoederen bezig.", "AI houdt in dat een toestel leert."),
        (
            "pl",
            "Dziennikiem szkolnym nauczyciel nazywa stary zeszyt.",
            "Użytkownikiem ustawa nazywa każdą osobę.",
        ),
        (
            "pl",
            "Kiedy mówimy o piłce, chodzi nam o pieniądze.",
            "Kiedy mówimy o AI, chodzi nam o pieniądze.",
        ),
        ("pt", "Quando falamos de futebol, pensamos em golos.", "Quando falamos de IA, pensamos em golos."),
        ("de", "Unter den Gästen fällt ein Mann auf.", "Unter Nutzer fällt jede Person."),
        ("en", "To own a dog is to walk in the rain.", "To build an AI is to walk in the rain."),
    ],
)
def test_what_is_said_of_anything_defines_only_with_a_sign_of_it(lang: str, said: str, defined: str) -> None:
    with pytest.raises(aidefs.AidefsError, match="no definition recognised"):
        cut(said, lang)
    assert not defined or cut(defined, lang)[0][0] == "frame"


def test_a_verb_and_its_as_stand_in_one_clause() -> None:
    def ends(text: str) -> int:
        columns = token_columns(text, "fr")
        return frame_end(columns.keys, 0, len(columns.keys), grammar_of("fr"))

    assert ends("Elle ne comprend pas : elle fait comme si elle comprenait.") == 0
    assert ends("On comprend l’IA comme un programme.") == 5


@pytest.mark.parametrize(
    ("lang", "head", "frame"),
    [
        ("fr", "Un programme", "est jugé défectueux"),
        ("it", "Un programma", "è considerato difettoso"),
    ],
)
def test_what_else_is_true_of_a_thing_is_a_condition(lang: str, head: str, frame: str) -> None:
    condition = {"fr": "s’il est lent.", "it": "se è lento."}[lang]
    assert cut(f"{head} {frame} {condition}", lang)[:2] == [("machine-based", head), ("frame", frame)]


@pytest.mark.parametrize(
    ("lang", "frame", "head"),
    [
        ("fr", "Ce que la charte appelle assistant est", "un logiciel"),
        ("fr", "Un système est dit intelligent s’il est", "une machine"),
        ("de", "Nach Auffassung der Kommission ist KI", "ein Programm,"),
        (
            "de",
            "KI im Sinne von Artikel 3 Nummer 1 der Verordnung (EU) 2024/1689 ist",
            "ein maschinengestütztes System,",
        ),
        ("nl", "Onder AI wordt verstaan", "een programma"),
    ],
)
def test_a_frame_holds_its_term_and_its_verb(lang: str, frame: str, head: str) -> None:
    who = {"fr": "qui apprend", "de": "das lernt", "nl": "dat leert"}[lang]
    assert cut(f"{frame} {head} {who}.", lang)[:2] == [("frame", frame), ("machine-based", head)]


@pytest.mark.parametrize(
    ("lang", "text", "element"),
    [
        # Where a cue tells what the examples are of, their words tell nothing else.
        ("pt", "IA é um programa que gera resultados – abrir uma porta, fechar um portão –.", "outputs"),
        # Where none does, they tell it themselves.
        ("pt", "IA é um programa que faz coisas – abrir uma porta, fechar um portão –.", "environment"),
    ],
)
def test_examples_between_dashes_are_of_what_is_told_before(lang: str, text: str, element: str) -> None:
    assert next(one for one, words in cut(text, lang) if "porta" in words) == element


def test_a_cue_that_ends_in_a_further_clause_cuts_none_before() -> None:
    text = "ein System, das für einen autonomen Betrieb ausgelegt ist, das nicht anpassungsfähig ist."
    assert ("autonomy", "das für einen autonomen Betrieb ausgelegt ist,") in cut(text, "de")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Elle ne comprend pas : elle fait comme si elle pensait, et génère des textes."),
        ("it", "Essa non comprende: fa come se capisse, e genera testi."),
        ("it", "La macchina non pensa: calcola, e produce testi."),
        ("nl", "Zij begrijpt het niet: zij beschouwt tekst als getallen, en voorspelt woorden."),
        ("pl", "Ona nie rozumie: traktuje tekst jako liczby i przewiduje słowa."),
        ("de", "Sie versteht nicht: Sie behandelt Text als Zahlen und sagt Wörter voraus."),
        ("en", "It does not understand: it treats text as numbers and predicts words."),
    ],
)
def test_what_a_thing_does_not_do_is_no_term_before_a_colon(lang: str, text: str) -> None:
    assert Link.FRAME not in {piece.link for piece in pieces_of(_read(text, lang), grammar_of(lang))}
    found = segmentation_of(Definition("", text, lang=lang), library={}, method="automatic")
    assert not [one for one in found.segments if one.element == "frame" and one.confidence == "high"]


def _read(text: str, lang: str) -> TokenColumns:
    return grammar_of(lang).read(token_columns(text, lang))
