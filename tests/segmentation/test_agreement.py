"""How far annotators agree: coefficients by hand, files of every kind, faults."""

from __future__ import annotations

import csv
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.errors import DataError, InputError, UnknownName
from aidefs.segmentation.annotations import read_annotation

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
TEXT = "A system is software that acts freely."
MINE = [["frame", "A system is"], ["genus", "software"], ["autonomy", "that acts freely."]]
HERS = [["frame", "A system is"], ["genus", "software that acts"], ["autonomy", "freely."]]


def written(path: Path, pieces: list[list[str]], text: str = TEXT) -> Path:
    """An annotation of one text in the form in which TOML holds it."""
    path.write_text(
        f'[[definition]]\nid = "own"\ntext = {json.dumps(text)}\nsegments = {json.dumps(pieces)}\n'
    )
    return path


def test_the_coefficients_are_those_of_a_count_by_hand(tmp_path: Path) -> None:
    found = aidefs.agreement(written(tmp_path / "a.toml", MINE), written(tmp_path / "b.toml", HERS))
    (pair,) = found.pairs
    assert (found.words, pair.percent) == (7, round(5 / 7, 6))
    by_chance = (3 * 3 + 1 * 3 + 3 * 1) / 49  # of frame, genus and autonomy
    assert pair.kappa == pytest.approx((5 / 7 - by_chance) / (1 - by_chance), abs=1e-6)
    # Nominal alpha: 1 - observed / expected disagreement, over the 14 labels of both.
    expected = 1 - (6 * 5 + 4 * 3 + 4 * 3) / (14 * 13)
    assert found.alpha == pytest.approx(1 - (2 / 7) / expected, abs=1e-6)
    assert pair.confusion == {
        ("autonomy", "autonomy"): 1, ("autonomy", "genus"): 2, ("frame", "frame"): 3, ("genus", "genus"): 1,
    }  # fmt: skip
    assert [(one.text, one.first, one.second, one.words) for one in pair.differences] == [
        ("that acts", "autonomy", "genus", 2)
    ]
    assert [(one.element, one.dice) for one in pair.elements] == [
        ("autonomy", 0.5),
        ("frame", 1),
        ("genus", 0.5),
    ]


def test_chance_cannot_be_told_where_one_element_stands_alone(tmp_path: Path) -> None:
    file = written(tmp_path / "a.toml", [["frame", TEXT]])
    found = aidefs.agreement(file, file)
    assert (found.alpha, found.pairs[0].kappa, found.pairs[0].percent) == (None, None, 1)
    assert "not defined" in found.to_text(width=200)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=20))
def test_annotators_change_places(labels: list[tuple[str, str]]) -> None:
    words = [f"w{k}" for k in range(len(labels))]
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for who in (0, 1):
            pieces = [[row[who], word] for row, word in zip(labels, words, strict=True)]
            files.append(written(Path(folder, f"{who}.toml"), pieces, " ".join(words)))
        one, other = aidefs.agreement(*files), aidefs.agreement(*reversed(files))
    assert one.alpha == other.alpha
    assert (one.pairs[0].percent, one.pairs[0].kappa) == (other.pairs[0].percent, other.pairs[0].kappa)
    assert one.pairs[0].percent == pytest.approx(sum(a == b for a, b in labels) / len(labels), abs=1e-6)
    assert sum(one.pairs[0].confusion.values()) == one.words == len(labels)
    assert "".join(run.text for run in one.pairs[0].runs).replace(" ", "") == "".join(words)


def test_what_segment_writes_is_an_annotation(tmp_path: Path) -> None:
    for name, ending in (("eu", "json"), ("coe", "csv"), ("oecd", "tsv")):
        aidefs.segment(name).save(tmp_path / f"{name}.{ending}")
    found = aidefs.agreement(tmp_path, against="reviewed")
    assert {one.id for one in found.texts} == {"eu-ai-act-2024", "coe-2024", "oecd-2024"}
    assert (found.alpha, found.pairs[0].percent, found.pairs[0].windowdiff) == (1, 1, 0)
    assert found.pairs[0].differences == ()
    assert "They do not differ on any word." in found.to_text()


def test_rows_of_several_texts_stand_in_one_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    with file.open("w", newline="", encoding="utf-8-sig") as out:
        rows = csv.writer(out)
        rows.writerow(["ID", "Element", "Text", "Remark"])
        for name in ("coe", "eu-ai-act-2024"):
            rows.writerows(
                [name, piece.element, piece.text, "seen"] for piece in aidefs.segment(name).segments
            )
    found = aidefs.agreement(file, against="reviewed")
    assert [one.id for one in found.texts] == ["coe-2024", "eu-ai-act-2024"]


def test_three_annotators_and_texts_that_not_all_have(tmp_path: Path) -> None:
    for who in ("one", "two"):
        (tmp_path / who).mkdir()
        aidefs.segment("eu").save(tmp_path / who / "eu.csv")
    aidefs.segment("coe").save(tmp_path / "one" / "coe.csv")
    found = aidefs.agreement(tmp_path / "one", tmp_path / "two", against="automatic")
    assert len(found.pairs) == 3 and len(found.annotators) == 3
    assert found.left_out == (("coe-2024", (str(tmp_path / "one"), "automatic")),)
    shown = found.to_text(width=200)
    assert "Krippendorff's alpha over all 3" in shown and "coe-2024: only in" in shown
    assert len(found.records()) == sum(len(pair.runs) for pair in found.pairs)


def test_what_is_wrong_with_an_annotation_is_said(tmp_path: Path) -> None:
    good = written(tmp_path / "good.toml", MINE)
    with pytest.raises(InputError, match="agreement takes two annotations, or one and --against reviewed"):
        aidefs.agreement(good)
    with pytest.raises(InputError, match="cannot compare against 'me'; expected reviewed or automatic"):
        aidefs.agreement(good, against="me")  # type: ignore[arg-type]
    with pytest.raises(InputError, match=r"own: piece 2 and the text part at character 12"):
        aidefs.agreement(
            good, written(tmp_path / "b.toml", [["frame", "A system is"], ["genus", "hardware"]])
        )
    with pytest.raises(InputError, match=r"the text of 'own' in .* is not that of the file before it"):
        aidefs.agreement(good, written(tmp_path / "b.toml", MINE, TEXT + " Really."))
    with pytest.raises(InputError, match=r"there is no text that all of"):
        aidefs.agreement(good, against="reviewed")
    with pytest.raises(InputError, match="unknown element 'genus'; known:"):
        aidefs.agreement(good, good, taxonomy=aidefs.Taxonomy.shipped())
    with pytest.raises(
        InputError, match=r"is no annotation: a folder, or a file in .toml, .csv, .tsv, .json"
    ):
        read_annotation(Path(__file__))
    with pytest.raises(InputError, match="holds no annotated text"):
        (tmp_path / "empty").mkdir()
        read_annotation(tmp_path / "empty")
    (tmp_path / "lost.csv").write_text("element,text\nframe,AI means\n")
    with pytest.raises(UnknownName, match=r"lost.csv: .*; or give the text in the file"):
        aidefs.agreement(tmp_path / "lost.csv", good)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "id,text\nx,y\n", "the first line lacks the column element"),
        ("a.csv", "", "the first line lacks the column element and text"),
        ("a.json", "{", "is not JSON"),
        ("a.json", "[1]", "expected what `aidefs segment --format json` writes"),
        (
            "a.json",
            '{"id": "x", "segments": [{"element": "frame"}]}',
            r"definition\.1\.segments\.1: expected a pair",
        ),
        ("a.toml", "x = 1", r"expected segments, or \[\[definition\]\] tables"),
        ("a.toml", "[[definition]]\nsegments = 1", r"definition\.1\.id: expected the id of a text"),
        ("a.toml", 'text = 3\nsegments = [["a", " "]]', r"definition\.1\.text: expected a text"),
        ("a.csv", "id,element,text\nx,frame\n", "expected a pair of element and words, neither empty"),
    ],
)
def test_faults_of_files_are_told_with_their_place(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(DataError, match=message):
        read_annotation(tmp_path / name)


def test_a_text_stands_once_in_an_annotation(tmp_path: Path) -> None:
    table = f'[[definition]]\nid = "own"\nsegments = {json.dumps(MINE)}\n'
    (tmp_path / "a.toml").write_text(table * 2)
    with pytest.raises(DataError, match="'own' stands twice"):
        read_annotation(tmp_path / "a.toml")


def test_two_annotations_of_other_terms() -> None:
    first, second = (BENCHMARKS / f"terms-{which}-annotator.toml" for which in ("first", "second"))
    found = aidefs.agreement(first, second)
    (pair,) = found.pairs
    assert (len(found.texts), sum(one.words for one in pair.runs), len(pair.differences)) == (30, 1604, 11)
    assert [
        round(value, 3) for value in (pair.percent, pair.kappa or 0, found.alpha or 0, pair.windowdiff)
    ] == [
        0.966,
        0.964,
        0.964,
        0.035,
    ]
    terms = {aidefs.get(one.id).terms[0] for one in found.texts}
    assert terms == {*aidefs.Library.shipped().terms} - {"ai-system"}
    corrected = {one.id for one in aidefs.agreement(first, against="reviewed").pairs[0].differences}
    assert corrected == {
        "us-ny-raise-2025-catastrophic-risk",
        "us-ny-raise-2025-frontier-model",
        "us-wa-sb5838-2024-training-data",
    }
