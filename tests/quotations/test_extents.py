"""What stands between quotation marks is compared, all of it, and nothing else."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.strategies import DEFINITIONS

import aidefs
from aidefs.library.records import Definition
from aidefs.quotations.marks import quoted_spans
from aidefs.quotations.references import CJK, ReferenceText, words

EU = aidefs.get("eu").text
DEFINIENS = EU[EU.index("a machine") : -1]
TERM = 6  # words between marks that may be a term inside of a passage

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
PUT = ("never", "not", "also", "the", "may", "generally", "only", "boats", "of", "or")
SHORTEST = 9  # words; of fewer nothing can be told without the rest
# What may be taken for an introduction of the provision, if a word of it is altered.
_INTRODUCTION = re.compile(
    r"\A(?:[^.;\n]{0,60}?:|For (?:the )?purposes? of [^,]{1,60},|[(\w]{1,4}[.)]\s)\s*", re.I
)
ALTERED = tuple(
    d for d in DEFINITIONS if not re.search(f"[{CJK}]", d.text) and len(_WORD.findall(d.text)) >= SHORTEST
)


@cache
def places(definition: Definition) -> list[tuple[int, int]]:
    """The words of a definition behind what introduces the provision, without a reference at the end."""
    introduction = _INTRODUCTION.match(definition.text)
    low = introduction.end() if introduction else 0
    high = ReferenceText.of(definition, 0).end
    found = [
        match.span()
        for match in _WORD.finditer(definition.text)
        if low <= match.start() and match.end() <= high
    ]
    return found[:-1] if high < len(definition.text) else found


def altered(definition: Definition, at: int, how: str, word: str) -> str | None:
    """The text with one word put in, taken out or changed; None where that is no alteration of it.

    Without its first or last word a quotation only begins or ends elsewhere, and a word before the first
    one may introduce it.
    """
    text, found = definition.text, places(definition)
    start, end = found[at]
    if text[start:end].casefold() == word or (how == "out" and at in (0, len(found) - 1)):
        return None
    if how == "in":
        first = text[slice(*found[0])].casefold()
        if at == 0 or (at == 1 and word == first):
            return None
        return f"{text[:start]}{word} {text[start:]}"
    if how == "change":
        return text[:start] + word + text[end:]
    made = re.sub(r"[ ](?=[ ,.;:])", "", text[:start] + text[end:])
    alone = re.search(r"[“‘«\"][”’»\"]", made)  # the term alone stood between marks
    return None if alone or words(made) == words(text) else made


def is_found(definition: Definition, quoted: str) -> bool:
    """Whether a quotation with the name of its source is reproached, or is another stored text."""
    found = aidefs.find_quotations(f"As {definition.label} has it: “{quoted}”")
    others = [one for one in found if one.verdict == "exact" and one.definition.id != definition.id]
    return any(one.wrong for one in found) or any(words(one.reading) == words(quoted) for one in others)


def _closed(definition: Definition) -> bool:
    """Whether each mark that opens in a text closes there; not so in a bill that quotes what it amends."""
    return definition.text.count("“") <= definition.text.count("”")


@settings(max_examples=200)
@given(st.data())
def test_a_word_altered_anywhere_between_the_marks_is_found(data: st.DataObject) -> None:
    definition = data.draw(st.sampled_from([one for one in ALTERED if _closed(one)]))
    at = data.draw(st.integers(0, len(places(definition)) - 1))
    how = data.draw(st.sampled_from(["in", "out", "change"]))
    quoted = altered(definition, at, how, data.draw(st.sampled_from(PUT)))
    assert quoted is None or is_found(definition, quoted)


def missed(definition: Definition, every: int) -> list[str]:
    """The altered quotations that are not found, of every so manieth alteration; each word has three."""
    if not _closed(definition):
        return []  # a passage ends at each mark
    ways = ("in", "out", "change")
    numbers = range(0, 3 * len(places(definition)), every)
    made = (altered(definition, n // 3, ways[n % 3], PUT[n // every % len(PUT)]) for n in numbers)
    return [quoted for quoted in made if quoted is not None and not is_found(definition, quoted)]


@pytest.mark.exhaustive
@pytest.mark.parametrize("definition", ALTERED, ids=lambda d: d.id)
def test_words_altered_between_the_marks_are_found(definition: Definition) -> None:
    """Three words of four, each in one of the three ways in turn."""
    assert not missed(definition, 4)


@pytest.mark.exhaustive
@pytest.mark.long
@pytest.mark.parametrize("definition", ALTERED, ids=lambda d: d.id)
def test_every_word_altered_between_the_marks_is_found(definition: Definition) -> None:
    assert not missed(definition, 1)


# Written without spaces: every character is a word.
CHARACTERS = tuple(d for d in DEFINITIONS if re.search(f"[{CJK}]", d.text) and len(words(d.text)) > 20)


@settings(max_examples=60)
@given(st.data())
def test_a_character_altered_anywhere_between_the_marks_is_found(data: st.DataObject) -> None:
    definition = data.draw(st.sampled_from(CHARACTERS))
    found = words(definition.text)
    _, start, end = found[data.draw(st.integers(3, len(found) - 1) | st.just(len(found) - 1))]
    put = data.draw(st.sampled_from(["不", "非", "boats"]))
    for behind in {start, end}:
        quoted = f"{definition.text[:start]}{put}{definition.text[behind:]}"
        assert words(quoted) == words(definition.text) or is_found(definition, quoted)


def test_an_article_that_is_left_out_behind_the_term_is_a_fault() -> None:
    (one,) = aidefs.find_quotations(f"The AI Act: “‘AI system’ means {DEFINIENS.removeprefix('a ')}”.")
    assert [(edit.op, edit.text.strip()) for edit in one.faults] == [("delete", "a")]
    (one,) = aidefs.find_quotations(f"The AI Act says that a “{DEFINIENS.removeprefix('a ')}” is one.")
    assert one.verdict == "exact"


def test_a_last_word_before_a_source_is_compared() -> None:
    text = aidefs.get("nist").text
    (one,) = aidefs.find_quotations(f"NIST says “{text.replace('of autonomy', 'of boats')}”.")
    assert one.wrong and {edit.text.strip() for edit in one.faults} == {"autonomy", "boats"}


@pytest.mark.parametrize("word", ["never", "not", "also", "generally", "no longer", "rarely"])
@pytest.mark.parametrize("name", ["eu", "coe", "us-naiia-2020", "us-co-sb24-205-2024", "us-tx-hb149-2025"])
def test_an_adverb_between_term_and_verb_is_found(name: str, word: str) -> None:
    definition = aidefs.get(name)
    quoted = re.sub(r"\bmeans?\b", lambda verb: f"{word} {verb[0]}", definition.text, count=1)
    assert quoted != definition.text and is_found(definition, quoted)


# --- nothing outside --------------------------------------------------------------------------

_CUTS = [match.start() for match in re.finditer(" ", DEFINIENS)]


@given(
    st.sampled_from(_CUTS[8:-8]),
    st.sampled_from(
        [
            "“It is {}” {}.",
            "{} “{}, he said”.",
            "„It is {}“ {}.",
            "« It is {} » {}.",
            '"It is {}" {}.',
            "{}, ‘{} or so’.",
        ]
    ),
    st.sampled_from(["The AI Act says: ", "Article 3(1) of the AI Act: ", "", "Nobody says that it is "]),
)
def test_no_passage_crosses_a_quotation_mark(cut: int, template: str, lead: str) -> None:
    text = lead + template.format(DEFINIENS[:cut], DEFINIENS[cut + 1 :])
    for one in aidefs.find_quotations(text):
        for span in quoted_spans(text):
            if len(words(text[slice(*span.inner)])) > TERM:
                assert (
                    one.end <= span.start + 1 or span.end - 1 <= one.start
                    or (span.start <= one.start and one.end <= span.end)
                )  # fmt: skip


@given(
    st.sampled_from(
        ["and more", "It also learns", "which is new", "such as a robot", "environments and more"]
    )
)
def test_words_behind_the_closing_mark_are_not_compared(behind: str) -> None:
    (one,) = aidefs.find_quotations(f"The AI Act says “{DEFINIENS}” {behind}.")
    assert (one.verdict, one.wrong) == ("exact", False)
    (one,) = aidefs.find_quotations(f"{behind}, the AI Act says “{DEFINIENS}”.")
    assert (one.verdict, one.wrong) == ("exact", False)


@pytest.mark.parametrize(
    "text",
    [
        f"“The AI Act defines an AI system as {DEFINIENS}”, she said.",
        f"The AI Act: “(1) ‘AI system’ means {DEFINIENS}”.",
        f"The AI Act: “For the purposes of this Regulation, the following definitions apply: {EU}”",
        f"The AI Act: “The Union has long waited for it. ‘AI system’ means {DEFINIENS}.”",
    ],
)
def test_what_is_said_before_the_provision_is_not_compared(text: str) -> None:
    (one,) = aidefs.find_quotations(text)
    assert (one.definition.id, one.verdict) == ("eu-ai-act-2024", "exact")


def test_clause_by_clause_with_comments_between() -> None:
    first = DEFINIENS[: DEFINIENS.index(" and that may")]
    second = "may exhibit adaptiveness after deployment"
    third = DEFINIENS[DEFINIENS.index("infers") : DEFINIENS.index(" such as")]
    text = f"The AI Act covers “{first}”, a wide notion, “{second}”, which is optional, “{third}”."
    found = aidefs.find_quotations(text)
    assert [one.text for one in found] == [first, second, third]
    assert {one.verdict for one in found} == {"exact"}


@pytest.mark.parametrize(
    "bracket", ["", " (Adapted from: OECD Recommendation on AI:2019; ISO/IEC 22989:2022)"]
)
def test_a_note_on_its_source_that_a_text_ends_with_may_be_left_out(bracket: str) -> None:
    text = aidefs.get("nist-ai-rmf-2023").text
    cut = text[: text.index(" (Adapted from")] + bracket
    [one] = aidefs.find_quotations(f"The NIST AI RMF says: “{cut}”.")
    assert (one.verdict, one.extent, one.truncated_condition, one.wrong) == ("exact", "whole", False, False)
