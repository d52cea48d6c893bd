"""Facets are read from the words of a segment alone."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.library.library import Library
from aidefs.segmentation.facets import facets
from aidefs.segmentation.modals import modal_words
from aidefs.segmentation.segmentation import segmentation_of
from aidefs.segmentation.segments import MODALS, Facets, Segment
from aidefs.text.tokens import token_columns


def one(text: str) -> Facets:
    return facets(token_columns(text), [("outputs", 0, len(text))])[0]


@pytest.mark.parametrize(
    ("text", "modal"),
    [
        ("that can influence its surroundings", "can"),
        ("and that may exhibit change", "may"),
        ("that must be supervised", "must"),
        ("it shall be lawful", "shall"),
        ("that could be used", "can"),
        ("that generates text", None),
        ("such as systems that can pass a test", None),  # the modal governs the example only
        # Nouns and the month.
        ("as it stood on 1 May 2024", None),
        ("with the might of a supercomputer", None),
        ("that generates predictions at will", None),
        ("that, in May 2024 or later, will generate predictions", "will"),
        # Verbs of another subject.
        ("that the user may switch off", None),
        ("that people can use", None),
        ("that generates what a person would call decisions", None),
        ("that generates outputs no human can", None),
        ("as the provider shall determine", None),
        ("as the case may be", None),
        ("that, when the user asks, may generate text", "may"),
        ("that, once deployed, may adapt", "may"),
        ("that after deployment may adapt", "may"),
        ("that also can adapt", "can"),
        ("that generates text and may adapt", "may"),
        ("an AI system may adapt", "may"),
        ("the system may adapt", "may"),
    ],
)
def test_modal(text: str, modal: str | None) -> None:
    assert one(text).modal == modal


def test_a_detached_modal_reaches_its_verb() -> None:
    text = "that can, for any goal, make decisions"
    found = facets(
        token_columns(text), [("outputs", 0, 9), ("objectives", 10, 23), ("outputs", 24, len(text))]
    )
    assert [facet.modal for facet in found] == ["can", None, "can"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("make predictions, recommendations, or decisions", ("predictions", "recommendations", "decisions")),
        ("make predictions, recommendations or decisions", ("predictions", "recommendations", "decisions")),
        ("outputs such as text, images and sound.", ("text", "images", "sound")),
        ("outputs, including but not limited to a score or a ranking,", ("score", "ranking")),
        ("that, for explicit or implicit objectives,", ("explicit", "implicit")),
        ("that may influence physical or virtual environments.", ("physical", "virtual")),
        ("perceive real and virtual environments", ("real", "virtual")),
        ("uses machine- and human-based inputs", ("machine", "human-based")),
        ("models and systems", ("models", "systems")),
        ("any data system, software, tool, or utility", ("data system", "software", "tool", "utility")),
        ("a filter, a firewall, identity and access tools, a calculator, or a database",
         ("filter", "firewall", "identity and access tools", "calculator", "database")),
        ("tasks requiring human-like perception, planning, or physical action",
         ("human-like perception", "planning", "physical action")),
        ("methods such as: (i) machine learning, at scale; (ii) search", ("machine learning", "search")),
        ("one or more of the approaches", ()),
        ("with limited or no oversight", ()),
        ("that can learn from experience and improve performance", ()),
        ("infers how to", ()),
    ],
)  # fmt: skip
def test_items(text: str, items: tuple[str, ...]) -> None:
    assert one(text).items == items


@pytest.mark.parametrize(
    ("text", "open_list"),
    [
        ("outputs such as text", True),
        ("outputs, including text", True),
        ("forms (e.g. robots)", True),
        ("tasks, for example planning", True),
        ("predictions or decisions", False),
        ("such systems as defined", False),
    ],
)
def test_open_list(text: str, open_list: bool) -> None:
    assert one(text).open_list is open_list


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("does not include calculators", True),
        ("excluding spreadsheets", True),
        ("a system other than a toy", True),
        ("models, except those used in research", True),
        ("without human oversight", False),
        ("including but not limited to text", False),
    ],
)
def test_negated(text: str, negated: bool) -> None:
    assert one(text).negated is negated


def test_positions() -> None:
    text = "AI means software that: (a) learns; and (b) adapts. It includes robots."
    cuts = ["AI means", "software", "that: (a) learns;", "and (b) adapts.", "It includes robots."]
    spans, at = [], 0
    for cut in cuts:
        start = text.index(cut, at)
        at = start + len(cut)
        spans.append(("scope", start, at))
    assert [facet.position for facet in facets(token_columns(text), spans)] == [
        "main",
        "main",
        "list",
        "list",
        "separate",
    ]


def test_a_single_number_is_the_place_in_the_article_not_a_limb() -> None:
    text = "3) AI \u2013 a program"
    found = facets(token_columns(text), [("frame", 0, 7), ("machine-based", 8, len(text))], frame="frame")
    assert [facet.position for facet in found] == ["main", "main"]


def test_other_languages_have_a_position_only() -> None:
    assert facets(token_columns("qui can, may", "fr"), [("scope", 0, 12)]) == [Facets()]


def test_facets_of_the_convention_and_the_act() -> None:
    library = Library.shipped()
    convention = {one.element: one.facets for one in segmentation_of(library["coe"]).segments}
    act = {one.element: one.facets for one in segmentation_of(library["eu"]).segments}
    assert (convention["environment"].modal, act["environment"].modal) == ("may", "can")
    assert (convention["autonomy"].position, act["autonomy"].position) == ("separate", "main")
    assert convention["outputs"].items == act["outputs"].items
    assert act["outputs"].open_list


def test_items_are_shown_with_the_capitals_of_the_text() -> None:
    shown = aidefs.segment(
        "„KI-System“ ist ein System, das Ausgaben wie etwa Vorhersagen, Inhalte oder Empfehlungen erstellt."
    ).to_markdown()
    assert "items: Vorhersagen, Inhalte, Empfehlungen" in shown


# --- forms of modal verbs ---------------------------------------------------------------------


def of(text: str, lang: str) -> Facets:
    return facets(token_columns(text, lang), [("outputs", 0, len(text))])[0]


@pytest.mark.parametrize(
    ("lang", "modal", "plain"),
    [
        ("en", {"can adapt": "can", "could adapt": "can", "might adapt": "may",
                "will adapt": "will", "would adapt": "will", "should adapt": "should",
                "shall adapt": "shall"}, "adapts"),
        ("fr", {"peut s’adapter": "pouvoir", "pourrait s’adapter": "pouvoir",
                "pouvait s’adapter": "pouvoir", "doit s’adapter": "devoir"}, "s’adapte"),
        ("de", {"sich anpassen kann": "können", "sich anpassen könnte": "können",
                "sich anpassen konnte": "können", "sich anpassen darf": "may",
                "sich anpassen sollte": "sollen"}, "sich anpasst"),
        ("es", {"puede adaptarse": "poder", "podría adaptarse": "poder", "podía adaptarse": "poder",
                "debe adaptarse": "deber"}, "se adapta"),
        ("it", {"può adattarsi": "potere", "potrebbe adattarsi": "potere",
                "poteva adattarsi": "potere", "deve adattarsi": "dovere"}, "si adatta"),
        ("nl", {"zich kan aanpassen": "kunnen", "zich zou kunnen aanpassen": "kunnen",
                "zich kon aanpassen": "kunnen", "zich mag aanpassen": "may"}, "zich aanpast"),
        ("pl", {"może się dostosować": "móc", "mógłby się dostosować": "móc",
                "mógł się dostosować": "móc"}, "się dostosowuje"),
        ("pt", {"pode adaptar-se": "poder", "poderia adaptar-se": "poder",
                "deve adaptar-se": "dever"}, "se adapta"),
        ("cs", {"se může přizpůsobit": "moci", "by se mohl přizpůsobit": "moci"}, "se přizpůsobuje"),
        ("sv", {"kan anpassa sig": "kunna", "kunde anpassa sig": "kunna"}, "anpassar sig"),
        ("fi", {"voi mukautua": "voida", "voisi mukautua": "voida"}, "mukautuu"),
    ],
)  # fmt: skip
def test_every_form_of_a_modal_verb_is_one(lang: str, modal: dict[str, str], plain: str) -> None:
    that = {"en": "that", "fr": "qui", "de": "das", "nl": "dat", "es": "que", "it": "che", "pt": "que",
            "pl": "który", "cs": "který", "sv": "som", "fi": "joka"}[lang]  # fmt: skip
    for words, value in modal.items():
        assert of(f"{that} {words}", lang).modal == value, words
        assert of(f"(a) {that} {words}", lang).modal == value, words
    assert of(f"{that} {plain}", lang).modal is None


@pytest.mark.parametrize(
    ("lang", "modal"),
    [
        ("en", {"cannot adapt": "cannot", "can't adapt": "cannot", "can not adapt": "cannot",
                "may not adapt": "may not", "may, however, not adapt": "may not",
                "may no longer adapt": "may not", "need not adapt": "need not", "mustn't adapt": "must not",
                "shall not adapt": "shall not", "should never adapt": "should not",
                "can in no way adapt": "cannot", "nor can it adapt": "cannot",
                "may not only adapt": "may", "cannot only adapt": "can", "may not be limited to it": "may",
                "should, not least for safety, adapt": "should",
                "may or may not adapt": "may", "may exhibit no change": "may"}),
        ("fr", {"ne peut pas s’adapter": "ne pas pouvoir", "ne peut jamais s’adapter": "ne pas pouvoir",
                "ne doit pas nécessairement s’adapter": "ne pas devoir",
                "peut ne pas s’adapter": "pouvoir ne pas", "ne peut pas seulement s’adapter": "pouvoir",
                "ne peut apprendre que des données": "pouvoir",
                "n’est pas fixe et peut s’adapter": "pouvoir"}),
        ("de", {"sich nicht anpassen kann": "nicht können", "sich nicht mehr anpassen darf": "may not",
                "nach seiner Inbetriebnahme nicht anpassungsfähig sein muss": "need not",
                "keine Umgebungen beeinflussen kann": "nicht können", "nicht zu lernen braucht": "need not",
                "nicht nur lernen kann": "können",
                "nicht zuletzt lernen kann": "können",
                "weder lernen noch handeln kann": "nicht können", "noch lernen kann": "können",
                "nicht vorhersehbare Ergebnisse erzeugen kann": "können",
                "nicht starr ist und lernen kann": "können", "nicht starr ist, lernen muss": "must"}),
        ("es", {"no puede adaptarse": "no poder", "no se puede adaptar": "no poder",
                "nunca debe adaptarse": "no deber", "puede no adaptarse": "poder no",
                "no solo puede adaptarse": "poder", "no puede sino adaptarse": "poder",
                "no es fijo y puede adaptarse": "poder"}),
        ("it", {"non può adattarsi": "non potere", "non si può adattare": "non potere",
                "può non adattarsi": "potere non", "non può che adattarsi": "potere",
                "non solo può adattarsi": "potere", "non è fisso e può adattarsi": "potere"}),
        ("nl", {"zich niet kan aanpassen": "niet kunnen", "geen omgeving kan beïnvloeden": "niet kunnen",
                "zich niet mag aanpassen": "may not", "niet moet leren": "niet moeten",
                "niet hoeft te leren": "need not", "niet alleen kan leren": "kunnen",
                "niet vast is en kan leren": "kunnen"}),
        ("pl", {"nie może się dostosować": "nie móc", "nie musi się uczyć": "need not",
                "może nie wykazywać zmian": "móc nie", "nie tylko może się uczyć": "móc"}),
        ("pt", {"não pode adaptar-se": "não poder", "não se pode adaptar": "não poder",
                "não deve adaptar-se": "não dever", "pode não adaptar-se": "poder não",
                "não só pode adaptar-se": "poder", "não é fixo e pode adaptar-se": "poder"}),
        ("cs", {"se nemůže přizpůsobit": "nemoci", "se nemusí přizpůsobit": "need not",
                "se nesmí přizpůsobit": "may not"}),
        ("da", {"ikke kan tilpasse sig": "ikke kunne", "kan ikke tilpasse sig": "ikke kunne"}),
        ("sv", {"inte kan anpassa sig": "inte kunna", "kan inte anpassa sig": "inte kunna"}),
        ("fi", {"ei voi mukautua": "ei voida"}),
        ("hu", {"nem képes tanulni": "nem képes"}),
    ],
)  # fmt: skip
def test_a_modal_verb_has_its_negation(lang: str, modal: dict[str, str]) -> None:
    that = {"en": "that", "fr": "qui", "de": "das", "nl": "dat", "es": "que", "it": "che", "pt": "que",
            "pl": "który", "cs": "který", "da": "som", "sv": "som", "fi": "joka",
            "hu": "amely"}[lang]  # fmt: skip
    for words, value in modal.items():
        found = of(words if words.startswith("nor") else f"{that} {words}", lang).modal
        assert found == value, words
        assert value in MODALS


@pytest.mark.parametrize(
    ("lang", "modal"),
    [
        ("en", {"cannot but adapt": "can", "cannot help but adapt": "can", "cannot not adapt": "can",
                "cannot be told but by its label": "cannot", "can be no more than a tool": "can",
                "can be neither trained nor adapted": "cannot", "may have never been tested": "may not",
                "can be used, not sold": "can", "can be no longer explained": "cannot"}),
        ("fr", {"ne peut pas ne pas apprendre": "pouvoir", "ne peut ne pas apprendre": "pouvoir",
                "ne peut servir sans que l’opérateur décide": "ne pas pouvoir",
                "ne peut servir avant qu’il soit testé": "ne pas pouvoir",
                "ne peut décider aussi vite que l’homme": "ne pas pouvoir",
                "ne peut servir que sur demande": "pouvoir"}),
        ("de", {"nicht umhin kann zu lernen": "können", "nicht anders kann als lernen": "können",
                "nichts als Text erzeugen kann": "können", "nicht anders erklärt werden kann": "nicht können",
                "nichts entscheiden darf": "may not", "niemand verstehen kann": "nicht können",
                "Daten hat und lernen kann aber nicht erklärt wird": "können",
                "lernen kann, aber nicht erklärt wird": "können"}),
        ("es", {"no puede no aprender": "poder", "no puede más que aprender": "poder",
                "no puede dejar de aprender": "poder", "nadie puede explicar": "no poder",
                "no puede aprender más que otros": "no poder"}),
        ("it", {"non può non apprendere": "potere", "non può fare a meno di apprendere": "potere",
                "nessuno può spiegare": "non potere", "non può fare previsioni": "non potere"}),
        ("nl", {"niet anders kan dan leren": "kunnen", "niets dan tekst kan maken": "kunnen",
                "niemand kan uitleggen": "niet kunnen", "niet anders uitgelegd kan worden": "niet kunnen"}),
        ("pl", {"nie może nie uczyć się": "móc", "nie może się nie uczyć": "móc"}),
        ("pt", {"não pode deixar de aprender": "poder", "não pode não aprender": "poder",
                "ninguém pode explicar": "não poder", "não pode mais aprender": "não poder"}),
        ("da", {"ikke kan andet end lære": "kunne"}),
        ("sv", {"inte kan annat än lära": "kunna"}),
    ],
)  # fmt: skip
def test_a_denial_that_is_taken_back_denies_nothing(lang: str, modal: dict[str, str]) -> None:
    that = {"en": "that", "fr": "qui", "de": "das", "nl": "dat", "es": "que", "it": "che", "pt": "que",
            "pl": "który", "da": "som", "sv": "som"}[lang]  # fmt: skip
    for words, value in modal.items():
        assert of(f"{that} {words}", lang).modal == value, words


@pytest.mark.parametrize(
    ("lang", "text", "value", "quoted"),
    [
        ("es", "que no puede no aprender", "poder", "no puede no aprender"),
        ("es", "que no puede sino generar textos", "poder", "no puede sino generar"),
        ("es", "que no solo puede aprender", "poder", "puede aprender"),
        ("fr", "qui ne peut que générer", "pouvoir", "ne peut que générer"),
        ("it", "che non può che generare", "potere", "non può che generare"),
        ("de", "die nicht umhin kann, zu lernen", "können", "nicht umhin kann"),
        ("de", "die nicht nur lernen kann", "können", "kann"),
        ("pl", "który nie może nie uczyć się", "móc", "nie może nie uczyć"),
        ("en", "that cannot but learn", "can", "cannot but learn"),
    ],
)
def test_a_denial_that_is_taken_back_is_quoted(lang: str, text: str, value: str, quoted: str) -> None:
    assert modal_words(text, lang, value) == quoted


def test_but_behind_a_verb_that_opens_its_clause_joins_no_other() -> None:
    assert of("muss aber nicht lernen", "de").modal == "need not"
    assert of("Das System kann jedoch nicht lernen", "de").modal == "nicht können"
    assert of("lernen kann aber nicht erklärt wird", "de").modal == "können"


@pytest.mark.parametrize(
    ("words", "modal"),
    [
        ("in a metal can that generates content", None),
        ("that can that which no other does", "can"),
        ("that, although it may not be embodied, generates content", None),
        ("that, though it could be trained, generates content", None),
        ("that, although trained, may generate content", "may"),
    ],
)
def test_a_noun_and_a_clause_that_grants_something_lend_no_modal_verb(words: str, modal: str | None) -> None:
    assert one(words).modal == modal


def test_what_a_modal_verb_cannot_do_is_listed_all_the_same() -> None:
    assert one("that cannot influence physical or virtual environments").items == ("physical", "virtual")
    assert one("that generates no content but only predictions").items == ()


# --- "how" and "such as" ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "how", "such_as"),
    [
        ("it", "che deduce come generare output", "che genera output come previsioni e decisioni"),
        (
            "it",
            "deduce, dall’input che riceve, come generare testi",
            "dati che riceve, come testi o immagini",
        ),
        ("it", "che deduce come i risultati possono essere prodotti", "risultati, come testi o immagini"),
        ("it", "che funziona come agente", "che genera contenuti come testi"),
        ("it", "e quindi come", "e quindi contenuti come testi"),
        ("es", "que infiere como generar resultados", "que genera resultados como predicciones"),
        ("es", "que actúa como agente", "datos que recibe, como textos o imágenes"),
        ("pt", "infere, a partir dos dados, como gerar textos", "gera resultados como previsões e textos"),
        ("pt", "infere como", "infere conteúdos, tais como textos"),
        ("fr", "qui déduit comme produire des textes", "qui produit des résultats comme des textes"),
        ("fr", "qui agit comme agent", "des sorties, comme des textes ou des images"),
        ("de", "leitet ab, wie Ausgaben erzeugt werden", "erzeugt Ausgaben wie Vorhersagen und Inhalte"),
    ],
)
def test_how_introduces_no_examples(lang: str, how: str, such_as: str) -> None:
    assert not of(how, lang).open_list
    assert of(such_as, lang).open_list


# --- exclusions -------------------------------------------------------------------------------

_DEFINED = {
    "en": "“AI system” means software that generates predictions from data. ",
    "fr": "Un système d’IA est un logiciel qui produit des prévisions à partir de données. ",
    "de": "„KI-System“ ist eine Software, die aus Daten Vorhersagen erzeugt. ",
    "it": "Per «sistema di IA» si intende un software che genera previsioni dai dati. ",
    "es": "Se entiende por sistema de IA el software que genera predicciones a partir de datos. ",
    "pt": "Considera-se sistema de IA o software que gera previsões a partir de dados. ",
    "nl": "Onder ‘AI-systeem’ wordt verstaan software die uit gegevens voorspellingen genereert. ",
    "pl": "System AI oznacza oprogramowanie, które generuje prognozy na podstawie danych. ",
    "cs": "Systémem AI se rozumí software, který z dat vytváří předpovědi. ",
    "da": "Ved »AI-system« forstås software, der genererer forudsigelser ud fra data. ",
    "sv": "Med AI-system avses programvara som genererar förutsägelser från data. ",
}
_INCLUSIONS = {"what the term includes", "what falls under the term"}


def last(lang: str, sentence: str) -> Segment:
    found = segmentation_of(_DEFINED[lang] + sentence, lang).segments[-1]
    assert found.text == sentence
    return found


@pytest.mark.parametrize(
    ("lang", "excluding", "including"),
    [
        ("en", "Spreadsheets are not AI systems.", "Spreadsheets are included."),
        ("en", "Spreadsheets fall outside this definition.", "It includes chatbots."),
        ("en", "Excluded are spreadsheets.", "Included are spreadsheets."),
        ("en", "Not covered are spreadsheets.", "Spreadsheets are covered."),
        ("en", "Spreadsheets do not count as AI systems.", "Spreadsheets are not excluded."),
        ("es", "No se incluyen las hojas de cálculo.", "Se incluyen las hojas de cálculo."),
        ("es", "Quedan excluidas las hojas de cálculo.", "No quedan excluidas las hojas de cálculo."),
        ("es", "Las hojas de cálculo no son sistemas de IA.", "Se incluyen también las hojas de cálculo."),
        ("fr", "Ne sont pas visés les tableurs.", "Sont visés les tableurs."),
        ("fr", "Les tableurs n’en relèvent pas.", "Les tableurs en relèvent."),
        ("fr", "Les tableurs ne sont pas des systèmes d’IA.", "Les tableurs ne sont pas exclus."),
        ("it", "Non vi rientrano i fogli di calcolo.", "Vi rientrano i fogli di calcolo."),
        ("it", "Sono esclusi i fogli di calcolo.", "Non sono esclusi i fogli di calcolo."),
        ("de", "Nicht erfasst sind Tabellenkalkulationen.", "Erfasst sind auch Tabellenkalkulationen."),
        ("de", "Tabellenkalkulationen sind keine KI-Systeme.", "Darunter fallen Tabellenkalkulationen."),
        ("de", "Tabellenkalkulationen gelten nicht als KI-Systeme.",
         "Tabellenkalkulationen sind nicht ausgenommen."),
        ("nl", "Spreadsheets vallen er niet onder.", "Spreadsheets vallen er ook onder."),
        ("nl", "Spreadsheets vallen buiten deze definitie.", "Spreadsheets zijn niet uitgesloten."),
        ("pt", "Não se incluem as planilhas.", "Incluem-se as planilhas."),
        ("pt", "As planilhas ficam fora desta definição.", "Não ficam excluídas as planilhas."),
        ("pl", "Arkusze kalkulacyjne nie są systemami AI.", "Definicja obejmuje arkusze kalkulacyjne."),
        ("pl", "Arkusze są wyłączone.", "Arkusze nie są wyłączone."),
        ("cs", "Definice se nevztahuje na tabulky.", "Definice se vztahuje na tabulky."),
        ("da", "Regneark omfattes ikke.", "Regneark omfattes også."),
        ("sv", "Kalkylblad omfattas inte.", "Kalkylblad omfattas också."),
    ],
)  # fmt: skip
def test_exclusions_are_told_from_inclusions(lang: str, excluding: str, including: str) -> None:
    out, kept = last(lang, excluding), last(lang, including)
    assert out.facets.negated
    assert not _INCLUSIONS & {one.value for one in out.evidence}
    assert not kept.facets.negated


def test_what_is_not_only_or_not_too_little_is_not_excluded() -> None:
    assert not one("it is not only included in devices").negated
    assert not one("no system should be considered too simple to qualify as covered AI").negated
    assert one("no spreadsheet is covered").negated


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "generates no output and includes a camera"),
        ("en", "whether or not it is covered"),
        ("en", "operates outside human control"),
        ("fr", "ne vise pas seulement les systèmes"),
        ("fr", "n’exige pas de données et comprend un logiciel"),
        ("de", "das keine Daten braucht und Software umfasst"),
        ("it", "non è necessariamente incluso"),
        ("es", "no requiere datos y comprende programas"),
        ("pt", "que não exige dados e inclui software"),
        ("pl", "nie wymaga danych i obejmuje oprogramowanie"),
        ("sv", "som inte kräver data och omfattar program"),
    ],
)
def test_a_negation_of_something_else_excludes_nothing(lang: str, text: str) -> None:
    assert not of(text, lang).negated


@pytest.mark.parametrize(
    ("text", "open_list", "items"),
    [
        ("generate texts, images etc.", True, ()),
        ("generate text, images and the like", True, ()),
        (
            "generate predictions, content, or other outputs",
            True,
            ("predictions", "content", "other outputs"),
        ),
        ("generate outputs, notably predictions and content", True, ("predictions", "content")),
        ("especially when predictions and content are generated", False, ("predictions", "content")),
        (
            "generate outputs, which include predictions, content and decisions",
            False,
            ("predictions", "content", "decisions"),
        ),
        ("generate outputs, namely predictions and content", False, ("predictions", "content")),
        ("generate outputs, that is, predictions or content", False, ("predictions", "content")),
        ("a model that is used for research or teaching", False, ("research", "teaching")),
        ("générer des sorties, à savoir des textes et des images", False, ("textes", "images")),
        ("générer des textes, des images, etc.", True, ()),
        ("das Ausgaben erzeugt, und zwar Texte, Bilder oder Töne", False, ("texte", "bilder", "töne")),
        ("das Texte, Bilder usw. erzeugt", True, ()),
    ],
)
def test_what_introduces_a_list_or_leaves_it_open_is_no_item(
    text: str, open_list: bool, items: tuple[str, ...]
) -> None:
    lang = "fr" if "générer" in text else "de" if "erzeugt" in text else "en"
    found = facets(token_columns(text, lang), [("outputs", 0, len(text))])[0]
    assert found.open_list == open_list
    assert found.items == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("generates decisions for employers, landlords and banks", ()),
        ("generates decisions, quickly, cheaply and reliably", ()),
        ("generates no content but only predictions", ()),
        ("generates predictions, content (including text and images), recommendations and decisions", ()),
        (
            "generates predictions, content, or decisions, whatever their form, purpose or recipient",
            ("predictions", "content", "decisions"),
        ),
        ("from text, images and sound", ("text", "images", "sound")),
        (
            "does not include filters, firewalls, identity and access management tools, and databases",
            ("filters", "firewalls", "identity and access management tools", "databases"),
        ),
    ],
)
def test_only_what_is_named_is_an_item(text: str, items: tuple[str, ...]) -> None:
    assert one(text).items == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("it may but need not learn after it is put into service", ()),
        ("collected by sensors or supplied by users", ()),
        ("collected by sensors or connected devices", ("sensors", "connected devices")),
        ("and gives back answers, forecasts and choices", ("answers", "forecasts", "choices")),
        ("and gives answers, back orders and choices", ("answers", "back orders", "choices")),
        ("goods on roads, including electric vehicles, but does not include a trailer",
         ("electric vehicles",)),
        ("including, but not limited to, predictions, content and decisions",
         ("predictions", "content", "decisions")),
        ("spreadsheets or spam filters", ("spreadsheets", "spam filters")),
        ("It covers plug-ins and browser extensions", ("plug-ins", "browser extensions")),
        ("for explicit or implicit objectives", ("explicit", "implicit")),
        ("with autonomous or manual modes", ("autonomous", "manual")),
    ],
)  # fmt: skip
def test_items_are_things_and_no_clauses(text: str, items: tuple[str, ...]) -> None:
    assert one(text).items == items


class _Everything(frozenset[str]):
    """A class of words of which every segment has one."""

    def isdisjoint(self, words: object) -> bool:
        return False


def test_a_segment_without_a_telling_word_is_read_as_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    definitions = list(Library.shipped().values())
    quick = [segmentation_of(one).segments for one in definitions if one.reviewed]
    monkeypatch.setattr("aidefs.segmentation.facets._telling", lambda grammar: _Everything())
    assert [segmentation_of(one).segments for one in definitions if one.reviewed] == quick


@pytest.mark.parametrize(
    ("lang", "text", "items"),
    [
        ("de", "nicht für aa) Tabellen und bb) Spamfilter", ("tabellen", "spamfilter")),
        ("pt", "; II - gera recomendações, pontuações ou textos", ("recomendações", "pontuações", "textos")),
        (
            "fr",
            "2° produit des recommandations, des scores ou des textes",
            ("recommandations", "scores", "textes"),
        ),
    ],
)
def test_the_number_of_a_limb_is_no_word_of_an_item(lang: str, text: str, items: tuple[str, ...]) -> None:
    assert facets(token_columns(text, lang), [("outputs", 0, len(text))])[0].items == items


@pytest.mark.parametrize(
    ("lang", "text", "negated"),
    [
        ("es", "La presente ley no se aplica a los sistemas de defensa.", True),
        ("es", "La presente ley se aplica a los sistemas de defensa.", False),
        ("it", "La presente legge non si applica ai sistemi per la difesa.", True),
        ("it", "La presente legge si applica ai sistemi per la difesa.", False),
        ("pt", "Esta Lei não se aplica aos sistemas de defesa.", True),
        ("pt", "Esta Lei aplica-se aos sistemas de defesa.", False),
    ],
)
def test_a_law_that_does_not_apply_excludes(lang: str, text: str, negated: bool) -> None:
    assert facets(token_columns(text, lang), [("scope", 0, len(text))])[0].negated is negated


def test_words_that_lead_to_examples_inside_a_list_are_no_part_of_an_item() -> None:
    assert one("outputs such as content, for example text").items == ("content", "text")
