"""Definitions in German, Dutch and Polish are cut by grammars of their own."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from support.segmentation import cut, labels

from aidefs.comparison.rows import compare
from aidefs.errors import NoDefinition
from aidefs.segmentation.facets import facets
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.segmentation import segment
from aidefs.segmentation.segments import MODALS, Facets
from aidefs.text.tokens import token_columns

LANGUAGES = ("de", "nl", "pl")
DRAFTS = tomllib.loads(
    (Path(__file__).parents[2] / "benchmarks" / "drafts-germanic.toml").read_text("utf-8")
)["gold"]


def one(text: str, lang: str) -> Facets:
    return facets(token_columns(text, lang), [("outputs", 0, len(text))])[0]


def test_hardly_an_element_of_a_draft_is_missed() -> None:
    missed = []
    for draft in DRAFTS:
        both = {e for e, _ in draft["pieces"]} & {e for e, _ in draft.get("second", draft["pieces"])}
        found = {element for element, _ in cut(draft["text"], draft["lang"])}
        missed += [(draft["id"], element) for element in both - found]
    assert len(missed) <= 2, missed


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("held_out", [False, True])
def test_agreement_with_the_drafts(lang: str, held_out: bool) -> None:
    right = []
    for draft in DRAFTS:
        if (draft["lang"], draft["held_out"]) == (lang, held_out):
            first, second, mine = (
                labels(draft["text"], lang, pieces)
                for pieces in (
                    draft["pieces"],
                    draft.get("second", draft["pieces"]),
                    cut(draft["text"], lang),
                )
            )
            right += [m in (a, b) for a, b, m in zip(first, second, mine, strict=True)]
    assert len(right) > 100
    assert sum(right) / len(right) >= 0.9


@pytest.mark.parametrize(
    ("lang", "text", "frame"),
    [
        ("de", "„KI-System“ ein Programm, das lernt.", "„KI-System“"),
        ("de", "Für die Zwecke dieser Satzung bezeichnet der Ausdruck „KI“ ein Programm, das lernt.",
         "Für die Zwecke dieser Satzung bezeichnet der Ausdruck „KI“"),
        ("de", "Im Sinne dieses Gesetzes ist ein KI-System eine Software, die lernt.",
         "Im Sinne dieses Gesetzes ist ein KI-System"),
        ("de", "Unter KI versteht man Programme, die lernen.", "Unter KI versteht man"),
        ("de", "Als KI-System gilt jede Software, die lernt.", "Als KI-System gilt"),
        ("de", "KI-Systeme sind Programme, die lernen.", "KI-Systeme sind"),
        ("de", "KI-System: Software, die lernt.", "KI-System:"),
        ("nl", "“AI-systeem”: software die leert.", "“AI-systeem”:"),
        ("nl", "In deze wet wordt verstaan onder AI-systeem: software die leert.",
         "In deze wet wordt verstaan onder AI-systeem:"),
        ("nl", "Onder AI wordt verstaan software die leert.", "Onder AI wordt verstaan"),
        ("nl", "Voor dit besluit wordt met “AI” bedoeld een programma dat leert.",
         "Voor dit besluit wordt met “AI” bedoeld"),
        ("nl", "AI verwijst naar systemen die leren.", "AI verwijst naar"),
        ("nl", "“AI” verwijst naar systemen die leren.", "“AI” verwijst naar"),
        ("pl", "„System AI” oznacza oprogramowanie, które się uczy.", "„System AI” oznacza"),
        ("pl", "Ilekroć w ustawie jest mowa o systemie AI, należy przez to rozumieć program, który się uczy.",
         "Ilekroć w ustawie jest mowa o systemie AI, należy przez to rozumieć"),
        ("pl", "Przez system AI rozumie się program, który się uczy.", "Przez system AI rozumie się"),
        ("pl", "System AI to program, który się uczy.", "System AI to"),
        ("pl", "System AI – program, który się uczy.", "System AI –"),
    ],
)  # fmt: skip
def test_frames(lang: str, text: str, frame: str) -> None:
    found = cut(text, lang)
    assert found[0] == ("frame", frame)
    assert found[1][0] == "machine-based"


@pytest.mark.parametrize(
    ("lang", "text", "elements"),
    [
        ("de", "KI ist ein Programm, das aus den Daten, die es erhält, ableitet, wie es Texte erzeugt.",
         ["frame", "machine-based", "input", "inference", "outputs"]),
        ("nl", "AI is een programma dat uit de ontvangen gegevens afleidt hoe het teksten genereert.",
         ["frame", "machine-based", "input", "inference", "outputs"]),
        ("pl", "System AI to program, który na podstawie danych wnioskuje, w jaki sposób generować treści.",
         ["frame", "machine-based", "input", "inference", "outputs"]),
        ("de", "KI ist Software, die ohne menschliche Aufsicht arbeitet. Nicht erfasst sind Taschenrechner.",
         ["frame", "machine-based", "autonomy", "scope"]),
        ("nl", "AI is software die zonder menselijk toezicht werkt. Hieronder vallen niet rekenmachines.",
         ["frame", "machine-based", "autonomy", "scope"]),
        ("pl", "AI to program, który działa bez nadzoru człowieka. Definicja nie obejmuje kalkulatorów.",
         ["frame", "machine-based", "autonomy", "scope"]),
    ],
)  # fmt: skip
def test_the_verb_may_stand_behind_its_adjunct(lang: str, text: str, elements: list[str]) -> None:
    assert [element for element, _ in cut(text, lang)] == elements


@pytest.mark.parametrize(
    ("lang", "text", "modal"),
    [
        ("de", "die Umgebungen beeinflussen können", "können"),
        ("de", "das überwacht werden muss", "must"),
        ("de", "das betrieben werden darf", "may"),
        ("de", "das Texte erzeugt", None),
        ("nl", "die de omgeving kunnen beïnvloeden", "kunnen"),
        ("nl", "dat moet worden bewaakt", "must"),
        ("pl", "które mogą wpływać na środowisko", "móc"),
        ("pl", "który musi być nadzorowany", "must"),
    ],
)
def test_modals(lang: str, text: str, modal: str | None) -> None:
    assert one(text, lang).modal == modal


@pytest.mark.parametrize(
    ("lang", "text", "items"),
    [
        ("de", "Ausgaben wie etwa Vorhersagen, Inhalte oder Entscheidungen erstellt werden",
         ("vorhersagen", "inhalte", "entscheidungen")),
        ("nl", "output zoals scores, teksten of beslissingen voortbrengt",
         ("scores", "teksten", "beslissingen")),
        ("pl", "wyniki, takie jak prognozy, treści lub decyzje", ("prognozy", "treści", "decyzje")),
    ],
)  # fmt: skip
def test_open_lists(lang: str, text: str, items: tuple[str, ...]) -> None:
    found = one(text, lang)
    assert found.open_list
    assert found.items == items


def test_two_adjectives_behind_their_noun_are_items() -> None:
    assert one("na środowisko fizyczne lub wirtualne", "pl").items == ("fizyczne", "wirtualne")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Nicht erfasst sind Taschenrechner."),
        ("nl", "Hieronder vallen niet rekenmachines."),
        ("pl", "Definicja nie obejmuje kalkulatorów."),
    ],
)
def test_exclusions(lang: str, text: str) -> None:
    assert one(text, lang).negated


def test_a_pronoun_is_told_from_the_article() -> None:
    text = "ein System, das das Verhalten, die Werte und die Ziele ändert"
    keys = grammar_of("de").read(token_columns(text, "de")).keys
    assert [key for key in keys if key.startswith(("das", "die"))] == ["das/relative", "das", "die", "die"]


def test_a_question_is_told_from_a_list() -> None:
    text = "ableitet, wie Ausgaben wie Texte erstellt werden"
    keys = grammar_of("de").read(token_columns(text, "de")).keys
    assert [key for key in keys if key.startswith("wie")] == ["wie/question", "wie"]


@given(st.sampled_from(LANGUAGES), st.text(max_size=80))
def test_reading_only_adds_names_to_keys(lang: str, text: str) -> None:
    columns = token_columns(text, lang)
    read = grammar_of(lang).read(columns)
    same = [name for name in columns.__slots__ if name != "keys"]
    assert [getattr(read, name) for name in same] == [getattr(columns, name) for name in same]
    for key, plain in zip(read.keys, columns.keys, strict=True):
        assert key == plain or (key.partition("/")[2] and "/" not in plain)


@given(
    st.sampled_from(LANGUAGES),
    st.lists(
        st.sampled_from(sorted({w for d in DRAFTS for w in d["text"].split()})), min_size=1, max_size=40
    ),
)
def test_segments_cover_whatever_the_words(lang: str, words: list[str]) -> None:
    text = " ".join(["KI", *words])
    try:
        found = segment(text, lang=lang).segments
    except NoDefinition:  # none of the words points to an element
        reject()
    assert "".join(part.text for part in found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_modals_are_a_closed_list(lang: str) -> None:
    grammar = grammar_of(lang)
    assert {grammar.modal_of(word) for word in grammar.modal} <= set(MODALS)


def test_a_finding_shows_the_verb_that_stands_there() -> None:
    a = "„KI“ bezeichnet Software, die ohne menschliche Aufsicht arbeiten kann."
    b = "„KI“ bezeichnet Software, die ohne menschliche Aufsicht arbeiten muss."
    told = [str(found) for found in compare(a, b, lang="de").findings if found.kind == "modal"]
    assert len(told) == 1
    assert "*kann*" in told[0]
    assert "*muss*" in told[0]


@pytest.mark.parametrize("lang", [*LANGUAGES, "en", "fr", "cs", "fi"])
def test_a_grammar_has_the_words_of_its_class(lang: str) -> None:
    grammar = grammar_of(lang)
    for one in (grammar, grammar.frame, grammar.facets, grammar.scope):
        assert vars(one)
        assert all(words is getattr(type(one), name) for name, words in vars(one).items())
        assert not any(map(callable, vars(one).values()))
