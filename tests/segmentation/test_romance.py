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
from aidefs.segmentation.grammars import grammar_of
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
