"""The clean-up, in examples that can be read: "old → new" and the redline that a lawyer would draw."""

from __future__ import annotations

import pytest
from hypothesis import given
from support.redlines import marked
from support.strategies import DEFINITIONS, pairs

from aidefs.alignment import edits as script
from aidefs.alignment.edits import absorb_islands, slide
from aidefs.alignment.engine import MatchingBlock, matching_blocks
from aidefs.alignment.redline import LEVELS, Level, redline
from aidefs.errors import InputError
from aidefs.text.languages import FUNCTION_WORDS
from aidefs.text.tokens import scan

MODALS = ("may", "can", "must", "shall", "should", "could", "might", "will", "would", "not", "no", "never")


def draw(example: str) -> str:
    old, new = example.split(" → ")
    return marked(redline(old, new))


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("the cat sat → the dog sat", "the [-cat-]{+dog+} sat"),
        ("the cat sat → the cat", "the cat[- sat-]"),
        ("sat → the cat sat", "{+the cat +}sat"),
        ("one two → three four", "[-one two-]{+three four+}"),
        ("old words → new words and more", "[-old-]{+new+} words{+ and more+}"),
    ],
)
def test_deletions_stand_before_insertions(example: str, expected: str) -> None:
    assert draw(example) == expected


# --- slide ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        # The inserted "that …" could begin at either "that": it goes where a clause begins.
        ("one that acts, that learns → one that acts, that decides, that learns",
         "one that acts, {+that decides, +}that learns"),
        ("It acts. It learns. → It acts. It decides. It learns.", "It acts. {+It decides. +}It learns."),
        ("text; the image → text; the sound; the image", "text; {+the sound; +}the image"),
        # Among equals the rightmost place.
        ("we go go on → we go go go on", "we go go {+go +}on"),
        # A change at the end of the text is bounded best by that end.
        ("levels of risk → levels of risk of risk", "levels of risk{+ of risk+}"),
    ],
)  # fmt: skip
def test_a_change_slides_to_the_best_boundary(example: str, expected: str) -> None:
    assert draw(example) == expected


@pytest.mark.parametrize(
    ("old", "new", "blocks", "expected"),
    [
        # "risk [+and loss+] and [-harm-][+damage+]": the insertion slides over "and" and meets the change.
        ("risk and harm", "risk and loss and damage", [(0, 0, 1), (1, 3, 1)], [(0, 0, 2)]),
        # The same to the left: "[-harm-][+damage+] and [+loss and+] risk".
        ("harm and risk", "damage and loss and risk", [(1, 1, 1), (2, 4, 1)], [(1, 3, 2)]),
        # Deletions slide as insertions do.
        ("risk and loss and damage", "risk and harm", [(0, 0, 1), (3, 1, 1)], [(0, 0, 2)]),
        # Nothing to slide.
        ("one two", "one new two", [(0, 0, 1), (1, 2, 1)], [(0, 0, 1), (1, 2, 1)]),
    ],
)
def test_a_change_slides_to_meet_another(
    old: str, new: str, blocks: list[MatchingBlock], expected: list[MatchingBlock]
) -> None:
    assert slide(blocks, scan(old), scan(new)) == expected


def test_sliding_without_merging_keeps_every_match() -> None:
    a, b = scan("one that acts, that learns"), scan("one that acts, that decides, that learns")
    for blocks in ([(0, 0, 3), (3, 5, 2)], [(0, 0, 4), (4, 6, 1)]):
        assert slide(blocks, a, b) == [(0, 0, 3), (3, 5, 2)]


# --- islands ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("make predictions of great value → reach decisions of no weight",
         "[-make predictions of great value-]{+reach decisions of no weight+}"),
        ("two big goals of the men here → all our tasks of the few there",
         "[-two big goals of the men here-]{+all our tasks of the few there+}"),
        # Too little changes around them.
        ("levels of autonomy → level of autonomy", "[-levels-]{+level+} of autonomy"),
        ("fit in the → fit the law", "fit [-in -]the{+ law+}"),
        # Three function words are a phrase, not an island.
        ("four big rules as to the use made → five old terms as to the way shown",
         "[-four big rules-]{+five old terms+} as to the [-use made-]{+way shown+}"),
        # Words that say something are never given up.
        ("old good system here now → new bad system there then",
         "[-old good-]{+new bad+} system [-here now-]{+there then+}"),
        ("two big goals of machines they made → all our tasks of machines we sold",
         "[-two big goals-]{+all our tasks+} of machines [-they made-]{+we sold+}"),
    ],
)  # fmt: skip
def test_islands_of_function_words_join_the_change(example: str, expected: str) -> None:
    assert draw(example) == expected


@pytest.mark.parametrize("word", MODALS)
def test_modals_and_negations_are_never_absorbed(word: str) -> None:
    assert word not in FUNCTION_WORDS
    example = (
        f"old rules of law {word} bind people at work → new texts by courts {word} free cities from risk"
    )
    assert f"}} {word} [-" in draw(example)


def test_an_island_at_the_edge_of_the_text_stays() -> None:
    assert draw("the old rules here → the new laws there").startswith("the [-")
    assert draw("old rules here of → new laws there of").endswith("+} of")


def test_absorbing_leaves_out_blocks_and_touches_no_other() -> None:
    a, b = scan("one two of three four five"), scan("six seven of eight nine five")
    assert absorb_islands([(2, 2, 1), (5, 5, 1)], a, b) == [(5, 5, 1)]


# --- white space ------------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("one  two", "one two"),
        ("one\ntwo three", "one two four"),
        (" one", "one"),
        ("one\t", "one "),
        ("one\t\t", "one "),
        ("  one", " one"),
        ("a, b", "a,b"),
    ],
)
def test_where_white_space_differs_spans_give_both_texts_back(old: str, new: str, level: Level) -> None:
    script = redline(old, new, level).edits
    assert "".join(old[slice(*edit.a)] for edit in script if edit.a) == old
    assert "".join(new[slice(*edit.b)] for edit in script if edit.b) == new
    assert "".join(edit.text for edit in script if edit.op != "insert") == old


# --- laws -------------------------------------------------------------------------------------


@given(pairs())
def test_blocks_stay_in_order_and_match(texts: tuple[str, str]) -> None:
    a, b = map(scan, texts)
    minimal = matching_blocks(a.word_codes, b.word_codes)
    slid = slide(minimal, a, b)
    islands = absorb_islands(slid, a, b)
    assert sum(n for _, _, n in slid) == sum(n for _, _, n in minimal), "sliding loses no match"
    assert set(islands) <= set(slid)
    for blocks in (slid, islands):
        i = j = 0
        for x, y, n in blocks:
            assert n > 0 and x >= i and y >= j
            assert a.word_codes[x : x + n] == b.word_codes[y : y + n]
            i, j = x + n, y + n
        assert i <= len(a.word_codes) and j <= len(b.word_codes)


def test_what_is_absorbed_is_always_a_function_word() -> None:
    for x, y in zip(DEFINITIONS, DEFINITIONS[7:], strict=False):
        a, b = scan(x.text, x.lang), scan(y.text, y.lang)
        slid = slide(matching_blocks(a.word_codes, b.word_codes), a, b)
        for i, _, n in set(slid) - set(absorb_islands(slid, a, b)):
            assert n <= 2
            assert {a.keys[word] for word in a.words[i : i + n]} <= FUNCTION_WORDS


def test_without_the_clean_up_the_examples_would_read_worse(monkeypatch: pytest.MonkeyPatch) -> None:
    example = "make predictions of great value → reach decisions of no weight"
    monkeypatch.setattr(script, "absorb_islands", lambda blocks, a, b: blocks)
    assert draw(example) == "[-make predictions-]{+reach decisions+} of [-great value-]{+no weight+}"


def test_more_clauses_than_there_are_codes_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    assert script._MOST_CLAUSES == 1_048_576
    monkeypatch.setattr(script, "_MOST_CLAUSES", 4)
    assert redline("a, b, a, b,", "c, d, a, c,", "clause").words.equal == 1
    with pytest.raises(InputError, match="texts of more than 4 different clauses cannot be compared"):
        redline("a, b, a, b,", "c, d, e, c,", "clause")
