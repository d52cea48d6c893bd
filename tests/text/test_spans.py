"""The pieces of an annotation are found again in the text they were cut from."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.text.spans import locate

TEXT = "“AI system” means a machine-based system\nthat may adapt,  and that infers;"


def test_pieces_give_their_spans() -> None:
    pieces = ["“AI system” means", "a machine-based system", "that may adapt,", "and that infers;"]
    assert [TEXT[start:end] for start, end in locate(TEXT, pieces)] == pieces


def test_a_line_break_of_the_text_may_be_a_space_of_the_piece() -> None:
    spans = locate("one\n  two\tthree", ["one two", " three "])
    assert spans == [(0, 9), (10, 15)]


def test_pieces_may_meet_without_white_space() -> None:
    assert locate("人工知能関連技術", ["人工知能", "関連技術"]) == [(0, 4), (4, 8)]


@pytest.mark.parametrize(
    ("text", "pieces", "message"),
    [
        (
            "outputs that may influence",
            ["outputs", "that can influence"],
            "piece 2 and the text part at character 13: "
            "the piece has 'can influence', the text has 'may influence'",
        ),
        (
            "outputs",
            ["outputs that"],
            "piece 1 and the text part at character 7: the piece has ' that', the text ends",
        ),
        (
            "notspaced",
            ["not spaced"],
            "piece 1 and the text part at character 3: the piece has ' spaced', the text has 'spaced'",
        ),
        ("one two", ["one"], "the pieces end at character 4, where the text goes on with 'two'"),
        ("one", ["one", " "], "piece 2 is empty"),
        ("one", [], "the pieces end at character 0, where the text goes on with 'one'"),
        ("a, b", ["a b"], "piece 1 and the text part at character 1: the piece has ' b', the text has ', b'"),
    ],
)
def test_where_pieces_and_text_part(text: str, pieces: list[str], message: str) -> None:
    with pytest.raises(ValueError) as caught:
        locate(text, pieces)
    assert str(caught.value) == message


WORDS = st.lists(st.text(alphabet="ab-,“é知", min_size=1, max_size=4), min_size=1, max_size=12)
GAPS = st.text(alphabet=" \n\t\u00a0", min_size=1, max_size=3)


@given(st.data())
def test_any_cut_is_found(data: st.DataObject) -> None:
    """Cut a text between words or inside them, fold the white space: each piece is found in order."""
    text = "".join(word + data.draw(GAPS) for word in data.draw(WORDS)).strip()
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)) | {0, len(text)})
    cut = [text[start:end] for start, end in pairwise(cuts)]
    pieces = [" ".join(piece.split()) for piece in cut if piece.strip()]
    spans = locate(text, pieces)
    assert [" ".join(text[start:end].split()) for start, end in spans] == pieces
    edges = [0, *(offset for span in spans for offset in span), len(text)]
    assert edges == sorted(edges)
    between = [text[end:start] for end, start in zip(edges[::2], edges[1::2], strict=True)]
    assert not "".join(between).strip()


@given(WORDS, st.data())
def test_a_changed_piece_is_not_found(words: list[str], data: st.DataObject) -> None:
    """Pieces that give another text back are always refused."""
    at = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:at], words[at] + "x", *words[at + 1 :]]
    with pytest.raises(ValueError):
        locate(" ".join(words), changed)
