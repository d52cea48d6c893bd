"""French, Spanish, Italian and Portuguese definitions: frames, clauses, facets, and drafts cut by hand."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, reject
from hypothesis import strategies as st

import aidefs
from aidefs import Definition, Segmentation
from aidefs.errors import NoDefinition
from aidefs.library.library import Library
from aidefs.segmentation import clauses
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.phrases import Link
from aidefs.segmentation.segmentation import segmentation_of
from aidefs.text.spans import locate
from aidefs.text.tokens import token_columns

ROOT = Path(__file__).parents[2]
DRAFTS: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "benchmarks/drafts-romance.toml").read_text(encoding="utf-8")
)["gold"]
LANGUAGES = ("fr", "es", "it", "pt")


def cut(text: str, lang: str) -> Segmentation:
    return aidefs.segment(text, lang=lang, method="automatic")


def _frames(text: str, lang: str) -> list[str]:
    grammar = grammar_of(lang)
    columns = grammar.read(token_columns(text, lang))
    found = [one for one in clauses.cut(columns, grammar) if one.link is Link.FRAME]
    return [columns.printed(one.start, one.end).strip() for one in found]


@pytest.mark.parametrize("lang", ["fr", "es", "it"])
def test_the_act_is_cut_as_reviewed_without_its_own_annotation(lang: str) -> None:
    definition = aidefs.get(f"eu:{lang}")
    found = segmentation_of(
        definition, method="automatic", library=Library.shipped(), exclude={definition.id}
    )
    assert [(one.element, one.text) for one in found.segments] == [tuple(one) for one in definition.segments]


@pytest.mark.parametrize(
    ("lang", "frame", "genus"),
    [
        ("fr", "Aux fins de la présente loi, on entend par « système d’IA »", "un logiciel"),
        ("fr", "Par système d’IA, on entend", "un logiciel"),
        ("fr", "Est considéré comme un système d’IA", "tout logiciel"),
        ("fr", "Le système d’IA est défini comme", "un logiciel"),
        ("fr", "« système d’IA »,", "un logiciel"),
        ("fr", "L’expression « système d’IA » vise", "un logiciel"),
        ("fr", "1° « Système d’IA » :", "un logiciel"),
        ("es", "A los efectos de esta ley, se entenderá por «sistema de IA»", "un programa"),
        ("es", "Se entenderá por sistema de inteligencia artificial", "todo programa"),
        ("es", "Por sistema de IA se entenderá", "todo programa"),
        ("es", "La inteligencia artificial se define como", "un programa"),
        ("es", "Tendrá la consideración de sistema de inteligencia artificial", "todo programa"),
        ("es", "3. «Sistema de IA»:", "un programa"),
        ("it", "Ai fini della presente legge, per «sistema di IA» si intende", "un programma"),
        ("it", "Si considera sistema di intelligenza artificiale", "qualsiasi programma"),
        ("it", "Agli effetti della presente legge s’intende per sistema di IA", "un programma"),
        ("it", "Il sistema di IA è definito come", "un programma"),
        ("it", "a) «sistema di IA»:", "un programma"),
        ("pt", "Para efeitos da presente lei, entende-se por «sistema de IA»", "um programa"),
        ("pt", "Por «sistema de IA» entende-se", "um programa"),
        ("pt", "Considera-se sistema de inteligência artificial", "todo programa"),
        ("pt", "A inteligência artificial é", "um programa"),
        ("pt", "I – sistema de inteligência artificial:", "um programa"),
    ],
)
def test_frames_end_before_the_genus(lang: str, frame: str, genus: str) -> None:
    rest = {"fr": "qui produit des textes.", "es": "que genera textos.", "it": "che genera testi.",
            "pt": "que gera textos."}[lang]  # fmt: skip
    found = [(one.element, one.text) for one in cut(f"{frame} {genus} {rest}", lang).segments]
    assert found == [("frame", frame), ("machine-based", genus), ("outputs", rest)]


@pytest.mark.parametrize(
    ("lang", "frame", "genus"),
    [
        ("fr", "La régie des eaux nomme pilotage intelligent", "un logiciel"),
        ("fr", "Le musée qualifie d’intelligent", "un dispositif"),
        ("fr", "L’autorité qualifie d’« outil d’IA »", "tout algorithme"),
        ("fr", "Est une intelligence artificielle, dit le lexique du comité,", "une machine"),
        ("fr", "Constitue, aux yeux du règlement intérieur, une application d’IA", "tout service"),
        ("fr", "Par « IA juridique », le barreau de Lille entend", "un logiciel"),
        ("fr", "La note emploie « intelligence artificielle » au sens de", "procédé technique"),
        ("fr", "Le tribunal retient que l’intelligence artificielle est", "un procédé"),
        ("fr", "Pour vos élèves, on peut dire qu’une IA est", "une machine"),
        ("fr", "Au sens large, tel que le retient l’académie, l’intelligence artificielle est", "un art"),
        ("fr", "Quand notre association parle d’IA, elle pense à", "un programme"),
        ("fr", "Un système est dit intelligent s’il s’agit de", "la machine"),
        ("fr", "Un tuteur intelligent, pour le rectorat, c’est", "un programme"),
        ("fr", "Le conseiller virtuel, dont traite la présente politique, est", "un logiciel"),
        ("fr", "Les « machines qui conversent » sont", "des logiciels"),
        ("fr", "La politique retient une acception large : relève de l’IA", "toute machine"),
        ("it", "La Banca qualifica come algoritmo avanzato", "la procedura"),
        ("it", "Definiamo agente intelligente", "un programma"),
        ("it", "È intelligente, nel senso di questo regolamento,", "lo strumento"),
        ("it", "Costituisce «sistema intelligente», per gli effetti degli articoli da 3 a 8,", "l’insieme"),
        ("it", "Le parti danno atto che per «motore di ricerca» si intende", "un programma"),
        ("it", "L’istituto dà a «codifica automatica» il senso di", "procedimento informatico"),
        ("it", "Nella ricerca, l’intelligenza artificiale viene concepita come", "la disciplina"),
        ("it", "Nella nostra carta, IA sta per", "tecniche"),
        ("it", "Ciò che l’azienda chiama IA noi lo definiamo così:", "un programma"),
        ("it", "La cattedra propone: agente artificiale è", "un programma"),
        ("it", "Un giocattolo è considerato intelligente qualora sia", "un oggetto"),
    ],
)
def test_who_defines_and_how_belongs_to_the_frame(lang: str, frame: str, genus: str) -> None:
    rest = {"fr": "qui produit des textes.", "it": "che genera testi."}[lang]
    assert _frames(f"{frame} {genus} {rest}", lang) == [frame]


def test_behind_a_heading_that_names_no_term_the_frame_follows() -> None:
    text = "Définition. L’intelligence artificielle recouvre des logiciels qui produisent des textes."
    assert _frames(text, "fr") == ["Définition.", "L’intelligence artificielle recouvre"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Un logiciel qui nomme chaque objet une fois et qui retient que l’IA est un outil."),
        ("fr", "Un programme qui appelle une fonction le jour venu."),
        ("fr", "Un robot, appareil que le fabricant considère comme un jouet."),
        ("it", "È vietato, salvo autorizzazione, l’uso di un programma che genera testi."),
        ("it", "Un programma che chiama una funzione il giorno dopo."),
        ("it", "Un sistema che definisce gli obiettivi, la rotta e il carico."),
    ],
)
def test_the_same_verbs_inside_a_definition_make_no_frame(lang: str, text: str) -> None:
    assert _frames(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "pieces"),
    [
        # A participle with its object; a noun in the form of one begins nothing.
        ("fr", "un outil générant des textes", ["un outil", "générant", "des textes"]),
        (
            "fr",
            "un outil reproduisant, même mal, des gestes",
            ["un outil", "reproduisant,", "même mal,", "des gestes"],
        ),
        ("fr", "un outil ou composant d’un robot", ["un outil", "ou composant", "d’un robot"]),
        ("it", "un’applicazione avente la funzione", ["un’applicazione", "avente la funzione"]),
        (
            "it",
            "un programma che, avvalendosi degli atti, valuta",
            ["un programma", "che, avvalendosi", "degli atti,", "valuta"],
        ),
        # What only says which noun is meant.
        (
            "fr",
            "un outil qui lit des faits relatifs à des gens",
            ["un outil", "qui lit", "des faits", "relatifs à", "des gens"],
        ),
        # A verb behind a pronoun or "then".
        (
            "fr",
            "un outil qui lit, puis corrige ses règles",
            ["un outil", "qui lit,", "puis corrige ses règles"],
        ),
        (
            "it",
            "un programma che legge, poi indovina la parola",
            ["un programma", "che legge,", "poi indovina la parola"],
        ),
        (
            "it",
            "un programma che legge testi e ne sfronda molti",
            ["un programma", "che legge testi", "e ne sfronda molti"],
        ),
        (
            "it",
            "un programma che ordina testi e ne tratta",
            ["un programma", "che ordina testi", "e ne tratta"],
        ),
        # A noun with a participle of its own, and one without.
        (
            "fr",
            "un outil qui trie, l’opérateur pouvant toujours agir",
            ["un outil", "qui trie,", "l’opérateur pouvant toujours agir"],
        ),
        ("fr", "un outil qui trie les notes, les avis", ["un outil", "qui trie les notes,", "les avis"]),
        # An adjunct that belongs to its verb, and the same words where they do not.
        ("fr", "un outil mettant en œuvre un calcul", ["un outil", "mettant en œuvre un calcul"]),
        ("fr", "un outil œuvrant en œuvres", ["un outil", "œuvrant", "en œuvres"]),
        ("it", "un programma che mette a punto le regole", ["un programma", "che mette a punto le regole"]),
        # "Ce qui" behind its verb, and what sums up a clause.
        ("fr", "un outil qui devine ce qui se passe", ["un outil", "qui devine ce qui se passe"]),
        (
            "fr",
            "un outil qui agit, ce qui change le monde",
            ["un outil", "qui agit,", "ce qui change le monde"],
        ),
        ("it", "un programma che indovina ciò che accade", ["un programma", "che indovina ciò che accade"]),
        # An object behind its article is no verb.
        (
            "it",
            "un programma che analizza le immagini",
            ["un programma", "che analizza", "le immagini"],
        ),
        ("fr", "un outil qui apprend plutôt que d’obéir", ["un outil", "qui apprend plutôt que", "d’obéir"]),
    ],
)
def test_where_pieces_begin(lang: str, text: str, pieces: list[str]) -> None:
    grammar = grammar_of(lang)
    columns = grammar.read(token_columns(f"IA : {text}", lang))
    assert [
        columns.printed(one.start, one.end).strip() for one in clauses.cut(columns, grammar)[1:]
    ] == pieces


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "IA : logiciel qui produit des textes, exception faite des tableurs."),
        ("fr", "IA : logiciel qui produit des textes, à l’exclusion des tableurs."),
        ("it", "IA: programma che genera testi, fatta eccezione per i fogli di calcolo."),
        ("it", "IA: programma che genera testi, ad esclusione dei fogli di calcolo."),
    ],
)
def test_exceptions_of_several_words_are_scope(lang: str, text: str) -> None:
    assert [one.element for one in cut(text, lang).segments] == ["frame", "machine-based", "outputs", "scope"]


@pytest.mark.parametrize(
    ("lang", "text", "element", "facets"),
    [
        (
            "fr",
            "IA : système qui peut s’adapter après son déploiement.",
            "adaptiveness",
            ("pouvoir", False, ()),
        ),
        ("fr", "IA : système qui doit s’adapter à son usage.", "adaptiveness", ("devoir", False, ())),
        (
            "fr",
            "IA : système qui produit des résultats tels que des textes, des images ou des avis.",
            "outputs",
            (None, True, ("textes", "images", "avis")),
        ),
        (
            "es",
            "IA: sistema que genera resultados como textos, imágenes o recomendaciones.",
            "outputs",
            (None, True, ("textos", "imágenes", "recomendaciones")),
        ),
        ("es", "IA: sistema que puede adaptarse tras su despliegue.", "adaptiveness", ("poder", False, ())),
        ("es", "IA: sistema que debe adaptarse al uso.", "adaptiveness", ("deber", False, ())),
        (
            "it",
            "IA: sistema che genera risultati quali testi, immagini o raccomandazioni.",
            "outputs",
            (None, True, ("testi", "immagini", "raccomandazioni")),
        ),
        ("it", "IA: sistema che può adattarsi dopo la diffusione.", "adaptiveness", ("potere", False, ())),
        ("pt", "IA: sistema que deve adaptar-se após a implantação.", "adaptiveness", ("dever", False, ())),
        (
            "pt",
            "IA: sistema que gera resultados, como textos, imagens ou recomendações.",
            "outputs",
            (None, True, ("textos", "imagens", "recomendações")),
        ),
    ],
)
def test_facets(lang: str, text: str, element: str, facets: tuple[str | None, bool, tuple[str, ...]]) -> None:
    found = next(one.facets for one in cut(text, lang).segments if one.element == element)
    assert (found.modal, found.open_list, found.items) == facets


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "IA : logiciel qui produit des textes. Le terme ne comprend pas les tableurs."),
        ("fr", "IA : logiciel qui produit des textes. Sont exclus les tableurs."),
        ("es", "IA: programa que genera textos. No incluye las hojas de cálculo."),
        ("es", "IA: programa que genera textos. Quedan excluidas las hojas de cálculo."),
        ("it", "IA: programma che genera testi. La definizione non comprende i fogli di calcolo."),
        ("it", "IA: programma che genera testi. Restano esclusi i fogli di calcolo."),
        ("pt", "IA: programa que gera textos. Não abrange as folhas de cálculo."),
        ("pt", "IA: programa que gera textos. Excluem-se as folhas de cálculo."),
    ],
)
def test_exclusions_are_scope_and_negated(lang: str, text: str) -> None:
    last = cut(text, lang).segments[-1]
    assert (last.element, last.facets.negated, last.facets.position) == ("scope", True, "separate")


def _scored(draft: dict[str, Any], pieces: list[tuple[str, str]]) -> list[str]:
    columns = token_columns(draft["text"], draft["lang"])
    spans = locate(columns.text, [text for _, text in pieces])
    function = grammar_of(draft["lang"]).function
    return [
        next(e for (e, _), (low, high) in zip(pieces, spans, strict=True) if low <= columns.starts[i] < high)
        for i in columns.words
        if columns.keys[i] not in function
    ]


@pytest.mark.parametrize("held_out", [False, True])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_drafts_are_cut_as_by_hand(lang: str, held_out: bool) -> None:
    right, missed = [], []
    for draft in DRAFTS:
        if (draft["lang"], draft["held_out"]) != (lang, held_out):
            continue
        wanted = _scored(draft, draft["pieces"]), _scored(draft, draft.get("second", draft["pieces"]))
        found = _scored(draft, [(one.element, one.text) for one in cut(draft["text"], lang).segments])
        right += [label in both for label, *both in zip(found, *wanted, strict=True)]
        missed += [(draft["id"], element) for element in {*wanted[0]} & {*wanted[1]} - {*found}]
    assert len(missed) <= 1, missed  # which is said to be perhaps there (test_doubt)
    assert sum(right) / len(right) >= 0.93


_CLAUSES = {draft["id"]: [text for _, text in draft["pieces"]] for draft in DRAFTS}


@example(("pt", ["«Inteligência artificial»,"]))
@given(
    st.sampled_from(LANGUAGES).flatmap(
        lambda lang: st.tuples(
            st.just(lang),
            st.lists(
                st.sampled_from([c for name, all_ in _CLAUSES.items() if name[:2] == lang for c in all_]),
                min_size=1,
                max_size=6,
            ),
        )
    )
)
def test_every_word_lies_in_one_segment(drawn: tuple[str, list[str]]) -> None:
    lang, clauses = drawn
    definition = Definition("x", " ".join(clauses), lang=lang)
    try:
        segments = segmentation_of(definition, library={}).segments
    except NoDefinition:  # none of the words points to an element
        reject()
    assert all(one.end <= two.start for one, two in pairwise(segments))
    between = [definition.text[one.end : two.start] for one, two in pairwise(segments)]
    edges = definition.text[: segments[0].start], definition.text[segments[-1].end :]
    assert not "".join([*between, *edges]).strip()
