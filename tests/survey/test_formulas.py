"""Formulas: which runs of words recur, in whose texts, and how fast they hang together."""

from __future__ import annotations

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.errors import InputError
from aidefs.survey.formulas import FORMULA_ORDERS
from aidefs.text.tokens import token_columns


def made(*texts: str) -> list[aidefs.Definition]:
    """Definitions of as many jurisdictions."""
    return [
        aidefs.Definition(f"text-{n}", text, lang="en", jurisdiction=f"X{n}", adopted=f"202{n}-01-01")
        for n, text in enumerate(texts)
    ]


def words(text: str) -> list[str]:
    columns = token_columns(text)
    return [columns.keys[k] for k in columns.words]


def test_a_formula_is_the_longest_run_that_the_same_texts_have() -> None:
    found = aidefs.formulas(
        *made("One two three four five.", "Nine two three four, six.", "The two three four six")
    )
    assert {one.words for one in found.formulas} == {
        ("two", "three", "four"),
        ("two", "three", "four", "six"),
    }
    by_words = {one.words: one for one in found.formulas}
    short, long = by_words["two", "three", "four"], by_words["two", "three", "four", "six"]
    assert [one.id for one in short.definitions] == ["text-0", "text-1", "text-2"]
    assert (long.text, long.first.id) == ("two three four, six", "text-1")
    assert long.printed == (("two three four, six", 1), ("two three four six", 1))
    assert short.c_value == pytest.approx(log2(3) * (3 - 2), abs=1e-4)
    assert long.c_value == pytest.approx(log2(4) * 2, abs=1e-4)


def test_no_formula_runs_over_the_end_of_a_sentence() -> None:
    found = aidefs.formulas(*made("We see one two. Three four five.", "They know one two. Three four five."))
    assert [one.text for one in found.formulas] == ["Three four five"]


def test_the_association_is_that_of_the_three_words_that_hang_together_least() -> None:
    from nltk.collocations import TrigramCollocationFinder
    from nltk.metrics.association import TrigramAssocMeasures

    texts = ("a b c d e", "b c d f g", "c d h", "c d a b", "a b c d")
    found = aidefs.formulas(*made(*texts))
    finder = TrigramCollocationFinder.from_documents([text.split() for text in texts])
    one = next(one for one in found.formulas if len(one.words) == 4)
    threes = [one.words[:3], one.words[1:]]
    assert one.pmi == round(min(finder.score_ngram(TrigramAssocMeasures.pmi, *three) for three in threes), 4)
    ratios = [finder.score_ngram(TrigramAssocMeasures.likelihood_ratio, *three) for three in threes]
    assert one.loglikelihood == round(min(ratios), 4)


@given(
    st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=8).map(" ".join), min_size=2, max_size=6)
)
def test_every_run_that_recurs_stands_in_a_formula_with_its_users(texts: list[str]) -> None:
    found = aidefs.formulas(*made(*texts), least=1, longest=20)
    different = {tuple(words(text)) for text in texts}
    for text in different:
        for k in range(len(text) - 2):
            run = text[k : k + 3]
            having = {other for other in different if run in {other[i : i + 3] for i in range(len(other))}}
            known = [
                one for one in found.formulas if run in {one.words[i : i + 3] for i in range(len(one.words))}
            ]
            assert (len(having) > 1) == bool(known)
    for one in found.formulas:
        who = {
            f"text-{n}"
            for n, text in enumerate(texts)
            if any(tuple(words(text)[k : k + len(one.words)]) == one.words for k in range(len(text)))
        }
        assert {definition.id for definition in one.definitions} == who
        assert tuple(words(one.text)) == one.words
        assert sum(n for _, n in one.printed) == len(who)


def test_a_word_that_is_repeated_has_no_association_that_can_be_told() -> None:
    found = aidefs.formulas(*made("a a a", "a a a a"))
    assert [(one.words, one.loglikelihood) for one in found.formulas] == [(("a", "a", "a"), None)]
    assert "—" in found.to_text()
    assert aidefs.formulas(*made("a a a", "a a a a"), order="loglikelihood").formulas == found.formulas


def test_the_formula_of_the_oecd_and_who_took_it() -> None:
    found = aidefs.formulas()
    one = next(one for one in found.formulas if one.text == "a given set of human-defined objectives")
    assert [definition.id for definition in one.definitions][:2] == ["oecd-2019", "us-naiia-2020"]
    again = aidefs.formulas(*reversed(aidefs.definitions(lang="en")))
    assert again.to_json() == found.to_json()


def test_variants_stand_behind_a_formula_that_is_none() -> None:
    found = aidefs.formulas()
    heads = [head for head, _ in found.families]
    assert sum(1 + len(variants) for _, variants in found.families) == len(found.formulas)
    assert all(not head.variant_of for head in heads)
    assert all(found.formulas[one.variant_of - 1].variant_of == 0 for one in found.formulas if one.variant_of)
    shown = found.to_text(width=100)
    assert f"20 of {len(heads)} formulas" in shown and "more" in shown


def test_orders_and_bounds() -> None:
    by = {order: aidefs.formulas(jurisdiction="US", order=order).formulas for order in FORMULA_ORDERS}
    assert [one.c_value for one in by["c-value"]] == sorted(
        (one.c_value for one in by["c-value"]), reverse=True
    )
    assert [one.pmi for one in by["pmi"]] == sorted((one.pmi for one in by["pmi"]), reverse=True)
    ratios = [one.loglikelihood for one in by["loglikelihood"]]
    assert ratios == sorted(ratios, reverse=True)
    assert len(by["words"][0].words) == max(len(one.words) for one in by["words"])
    assert by["date"][0].first.adopted == min(one.first.adopted for one in by["date"])
    assert len(by["jurisdictions"][0].jurisdictions) == max(len(one.jurisdictions) for one in by["date"])
    assert len(by["definitions"][0].definitions) == max(len(one.definitions) for one in by["date"])
    few = aidefs.formulas(shortest=5, longest=6, least=8).formulas
    assert few and all(5 <= len(one.words) <= 6 and len(one.jurisdictions) >= 8 for one in few)


def test_what_cannot_be_asked_for() -> None:
    with pytest.raises(InputError, match="cannot sort formulas by 'datum'; nearest: date"):
        aidefs.formulas("coe", "eu", order="datum")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="a formula has from 3 words on up to --longest, unlike 2 to 12"):
        aidefs.formulas("coe", "eu", shortest=2)
    with pytest.raises(InputError, match="a formula stands in one jurisdiction at least, unlike 0"):
        aidefs.formulas("coe", "eu", least=0)
    with pytest.raises(InputError, match="formulas are looked for in one language at a time, not in en, fr"):
        aidefs.formulas("eu", "eu:fr")


def test_texts_without_formulas() -> None:
    found = aidefs.formulas(*made("one two three", "four five six"))
    assert found.formulas == () and found.records() == ()
    assert "No run of words recurs in 2 different texts." in found.to_text()
