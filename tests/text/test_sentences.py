"""Where sentences begin: stops, abbreviations, numbers and initials, in several languages and at random."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.text.languages import profiles
from aidefs.text.sentences import sentence_offsets


def sentences(text: str, lang: str = "en") -> list[str]:
    starts = [0, *sentence_offsets(text, lang), len(text)]
    return [text[low:high].strip() for low, high in pairwise(starts)]


@pytest.mark.parametrize(
    "text",
    [
        "It has the meaning given in 15 U.S.C. 9401(3).",
        "Systems under Sec. 5 of Pub. L. 116-283 and Art. 3 No. 1 count.",
        "The term, i.e. the word, covers tools, e.g. filters, models etc. of a Ph.D. or LL.M. thesis.",
        "The office of Dr. J. Doe (cf. para. 4) decides.",
        "It is what the 3. option calls a system.",
        "It says “a system … ” and a model ... and more . . . of these.",
        "The system (see para. 2.) infers.",
        "Software of Acme Inc.–Sec. 4 applies.",
        "It amends “(a) systems.”; and it strikes “(b) models.”, as before.",
        "“SEC. 12 Systems",
        "See paragraph 1.2.(a) for more",
    ],
)
def test_a_stop_that_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ein System i.S.d. Art. 3 Nr. 1 lit. a bzw. ein Modell", "de"),
        ("Un système au sens de l’art. L. 121-1, al. 2, p. ex. un modèle", "fr"),
        ("Un sistema de la Ley núm. 5, art. 3 del Rgto. núm. 2, pág. 4", "es"),
        ("Un sistema di cui all’art. 2 della legge n. 132, lett. a", "it"),
        ("Um sistema do art. 2.º, n.º 1, al. a", "pt"),
        ("Een systeem als bedoeld in art. 3, nr. 1, d.w.z. een model", "nl"),
        ("System w rozumieniu art. 3 ust. 1 pkt. 2, np. model", "pl"),
    ],
)
def test_abbreviations_of_a_language(text: str, lang: str) -> None:
    assert sentences(text, lang) == [text]


@pytest.mark.parametrize("text", ["Systeme, die vor dem 1. Januar galten", "Am 15. März", "des 3. Teils"])
def test_an_ordinal_ends_no_sentence_before_a_noun_with_a_capital(text: str) -> None:
    assert sentences(text, "de") == [text]


def test_a_number_behind_another_word_ends_one() -> None:
    text = "Es gilt nicht für die Fälle des Absatzes 1. Die Verordnung bleibt unberührt."
    assert len(sentences(text, "de")) == 2
    assert len(sentences("It applies to the 1. Then it ends.", "en")) == 2


@pytest.mark.parametrize(
    "parts",
    [
        ["It infers.", "It adapts."],
        ["It infers!", "Does it adapt?", "Yes."],
        ["It says “it infers.”", "It adapts."],
        ["(It infers.)", "It adapts."],
        ["**What is it?**", "A system."],
        ["It infers (from data, text etc.).", "It adapts."],
        ["It infers.", "and it adapts."],
        ["Article 3.", "“System” means …"],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_sentence_may_begin_without_a_space() -> None:
    text = "It infers.(b) It adapts.“AI” is meant. (It is.)It learns."
    assert sentences(text) == ["It infers.", "(b) It adapts.", "“AI” is meant.", "(It is.)", "It learns."]


PARTS = [*"aB3.?!,;:()[]'\"“”«» \n-°", "Art.", "U.S.C.", "nr.", ". . ."]
PIECES = st.lists(st.sampled_from(PARTS), max_size=30)


@given(PIECES.map("".join), st.sampled_from([one.tag for one in profiles()]))
def test_sentences_begin_in_order_at_words_or_marks(text: str, lang: str) -> None:
    offsets = sentence_offsets(text, lang)
    assert offsets == sorted(set(offsets))
    for offset in offsets:
        assert 0 < offset < len(text)
        assert not text[offset].isspace()
        assert {".", "?", "!"} & set(text[:offset])
        assert text[offset] not in ")]}"
