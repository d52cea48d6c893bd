"""Redlines: both texts come back from the spans, and the script says what a reader would say."""

from __future__ import annotations

import json
import sys
from dataclasses import FrozenInstanceError
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from diff_match_patch import diff_match_patch
from hypothesis import given
from hypothesis import strategies as st
from support.redlines import check_redline, hunks, kept, marked, mirrored, shape
from support.strategies import DEFINITIONS, ENGLISH, pairs, texts

import aidefs
from aidefs.alignment.edits import Edit
from aidefs.alignment.redline import LEVELS, Level, Redline, redline, redline_scans
from aidefs.errors import InputError
from aidefs.library.records import Definition
from aidefs.text.tokens import Lexicon, Scan, scan

NEIGHBOURS = list(zip(DEFINITIONS, (*DEFINITIONS[1:], DEFINITIONS[0]), strict=True))
COLUMN = pytest.mark.parametrize("level", LEVELS)


def check(a: str, b: str, level: Level, lang: str = "en") -> Redline:
    line = redline(a, b, level, lang=lang)
    check_redline(line)
    words_a, words_b = len(scan(a, lang).word_codes), len(scan(b, lang).word_codes)
    assert line.words.equal + line.words.deleted == words_a
    assert line.words.equal + line.words.inserted == words_b
    if level != "char" and (a.strip() or b.strip()):
        for change in line.changes:
            old = "".join(e.text for e in change if e.op == "delete")
            new = "".join(e.text for e in change if e.op == "insert")
            assert scan(old, lang).keys != scan(new, lang).keys, "nothing is deleted and inserted again"
    return line


# --- laws -------------------------------------------------------------------------------------


@given(pairs(), st.sampled_from(LEVELS), st.sampled_from(("en", "fr", "zh-Hans")))
def test_both_sides_come_back(texts: tuple[str, str], level: Level, lang: str) -> None:
    check(*texts, level, lang)


@COLUMN
def test_both_sides_of_stored_definitions_come_back(level: Level) -> None:
    for a, b in NEIGHBOURS:
        check(a.text, b.text, level, a.lang)
    for a, b in zip(ENGLISH, reversed(ENGLISH), strict=True):
        check(a.text, b.text, level)


@COLUMN
@given(texts())
def test_a_text_and_itself(level: Level, text: str) -> None:
    line = check(text, text, level)
    assert [edit.op for edit in line.edits] == ["equal"] * bool(text)
    assert line.similarity == 1.0
    assert line.changes == () and line.punctuation_changes == 0


@COLUMN
def test_every_definition_and_itself(level: Level) -> None:
    for definition in DEFINITIONS:
        line = aidefs.diff(definition, definition, level)
        assert [edit.op for edit in line.edits] == ["equal"]
        assert line.similarity == 1.0


@given(pairs(), st.sampled_from(LEVELS))
def test_the_other_direction_is_the_mirror_image(texts: tuple[str, str], level: Level) -> None:
    there, back = redline(*texts, level), redline(*texts[::-1], level)
    assert shape(back) == mirrored(shape(there))
    turned = {"equal": "equal", "delete": "insert", "insert": "delete"}
    assert {(e.op, e.a, e.b, e.typographic, e.punctuation) for e in back.edits} == {
        (turned[e.op], e.b, e.a, e.typographic, e.punctuation) for e in there.edits
    }
    assert back.similarity == there.similarity
    assert (back.words.deleted, back.words.inserted) == (there.words.inserted, there.words.deleted)


@COLUMN
def test_the_other_direction_of_stored_definitions(level: Level) -> None:
    for n, a in enumerate(ENGLISH):
        for b in ENGLISH[n + 1 :: 5]:
            there, back = redline(a.text, b.text, level), redline(b.text, a.text, level)
            assert shape(back) == mirrored(shape(there))
            assert back.similarity == there.similarity
            assert back.punctuation_changes == there.punctuation_changes


@given(pairs())
def test_deletions_and_insertions_are_as_many_at_all_levels_of_letters(texts: tuple[str, str]) -> None:
    assert redline(*texts, "char").words == redline(*texts, "word").words


@given(pairs())
def test_words_change_exactly_where_their_keys_differ(texts: tuple[str, str]) -> None:
    line = redline(*texts)
    sides = map(scan, texts)
    old, new = ([(side.key(i), side.kind(i)) for i in side.words] for side in sides)
    assert (line.words.deleted + line.words.inserted == 0) == (old == new) == (line.similarity == 1.0)


@given(pairs())
def test_punctuation_marks_hold_no_word(texts: tuple[str, str]) -> None:
    line = redline(*texts)
    words = 0
    for edit in line.edits:
        if edit.punctuation:
            assert edit.op != "equal"
        elif edit.op != "equal":
            words += 1
    assert bool(words) == bool(line.words.deleted or line.words.inserted)
    assert 0 <= line.punctuation_changes <= len(line.changes)


def test_punctuation_changes_are_the_same_at_level_char() -> None:
    assert redline("to act;", "to act.", "word").punctuation_changes == 1
    assert redline("to act;", "to act.", "char").punctuation_changes == 1


def test_thousands_of_different_marks() -> None:
    marks = " ".join(map(chr, range(0xF0000, 0xF0000 + 3500)))
    line = redline(marks, "; " + marks)
    check_redline(line)
    assert hunks(line) == [("", ";")]


# --- traps ------------------------------------------------------------------------------------


def test_a_full_stop_in_mid_text_changes_no_word() -> None:
    line = redline("environments. Different systems vary", "environments; different systems vary")
    assert marked(line) == "environments[-.-]{+;+}< Different >systems vary"
    assert line.similarity == 1.0


@COLUMN
def test_texts_read_with_different_code_tables_are_compared(level: Level) -> None:
    old, new = "one, two; three four", "one, 2; three four"
    tables = [Lexicon(), Lexicon()]
    tables[1].code("four")  # so that the codes differ
    a, b = (Scan(text, lexicon=table) for text, table in zip((old, new), tables, strict=True))
    assert redline_scans(a, b, level).edits == redline(old, new, level).edits


def test_mixed_quotation_marks() -> None:
    line = redline("“AI system' means", '‘AI system" means')
    assert marked(line) == "<“>AI system<' >means"
    assert (line.similarity, line.punctuation_changes) == (1.0, 0)


def test_means_a_machine_based_system_that_is_common_to_convention_and_act() -> None:
    assert any("means a machine-based system that" in run for run in kept(aidefs.diff("coe", "eu")))
    assert any("means a machine-based system that" in run for run in kept(aidefs.diff("eu", "coe")))


def test_the_serial_comma_is_shown_and_is_no_change_of_wording() -> None:
    line = redline(
        "predictions, content, recommendations or decisions",
        "predictions, content, recommendations, or decisions",
    )
    assert marked(line) == "predictions, content, recommendations{+,+} or decisions"
    assert [edit.punctuation for edit in line.edits] == [False, True, False]
    assert line.words == (5, 0, 0)
    assert (line.similarity, line.punctuation_changes) == (1.0, 1)


def test_the_serial_comma_of_the_act() -> None:
    line = aidefs.diff("coe", "eu")
    assert "content, recommendations{+,+} or decisions that" in marked(line)
    assert line.punctuation_changes == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“AI system” means", '"AI system" means'),
        ("«AI» — it", "‘AI’ - it"),
        ("auto\u00adnomy here", "autonomy here"),
        ("AI Systems act", "ai systems act"),
        ("AI\u00a0system acts", "AI system acts"),
        ("machine‑based tools", "machine-based tools"),
        ("an état", "an e\u0301tat"),
    ],
)
def test_typographic_variants_are_equal_and_printed_as_they_are(a: str, b: str) -> None:
    line = redline(a, b)
    check_redline(line)
    assert {edit.op for edit in line.edits} == {"equal"}
    assert line.similarity == 1.0 and line.changes == ()
    assert "".join(line.b[slice(*edit.b)] for edit in line.edits if edit.b) == b


def test_a_typographic_run_is_no_longer_than_what_differs() -> None:
    assert marked(redline("the “AI system” means", 'the "AI system" means')) == "the <“>AI system<” >means"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("that, for", "that is new, for", "that{+ is new+}, for"),
        ("one, two", "one two", "one[-,-] two"),
        ("one two", "one (two)", "one {+(+}two{+)+}"),
        ("a b", "a  c", "a [-b-]{+ c+}"),
        ("AI acts.", "AI acts.\n", "AI acts."),
        ("AI\tacts", "AI acts", "AI\tacts"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("", "", ""),
        ("a¶b c", "a¶b d", "a¶b [-c-]{+d+}"),
        ("\tan  old line\n", "\tan  odd line\n", "\tan  [-old-]{+odd+} line\n"),
        ("x\x00y", "x\x00z", "x\x00[-y-]{+z+}"),
        ("\ud800 a", "\ud800 b", "\ud800 [-a-]{+b+}"),
        ("(a) see; (b) act", "see; act", "[-(a) -]see; [-(b) -]act"),
        ("machine and human-based", "machine- and human-based", "machine{+-+} and human-based"),
    ],
)
def test_white_space_and_marks(a: str, b: str, expected: str) -> None:
    line = redline(a, b)
    check_redline(line)
    assert marked(line) == expected


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("a", [" ", "\n\n", "\u3000\x1c"])
@pytest.mark.parametrize("b", [" ", "\t", "\n\n", "\u3000\x1c"])
def test_white_space_alone_is_one_equal_edit(a: str, b: str, level: Level) -> None:
    line = redline(a, b, level)
    check_redline(line)
    assert line.edits == (Edit("equal", (0, len(a)), (0, len(b)), a),)
    assert (line.words, line.similarity, line.changes) == ((0, 0, 0), 1.0, ())


def test_commas_never_decide_which_words_correspond() -> None:
    line = redline("a, b, c, d, e", "f, b, g, d, h")
    assert marked(line) == "[-a-]{+f+}, b, [-c-]{+g+}, d, [-e-]{+h+}"


def test_one_edited_item_among_many_alike() -> None:
    items = ["the same item of a long list;"] * 80
    edited = [*items[:40], "the other item of a long list;", *items[41:]]
    line = redline(" ".join(items), " ".join(edited))
    assert hunks(line) == [("same", "other")]


def test_the_ratio_is_symmetric_and_never_above_one() -> None:
    there, back = aidefs.diff("eu", "coe"), aidefs.diff("coe", "eu")
    assert there.similarity == back.similarity == pytest.approx(2 * 34 / (2 * 34 + 20 + 23))


def test_a_reordered_list_keeps_its_brackets_and_commas() -> None:
    line = redline("(content, predictions, or decisions)", "(predictions, content, or decisions)")
    check_redline(line)
    assert line.words.equal == 3
    assert {word for hunk in hunks(line) for word in hunk} <= {
        "",
        "content",
        "content,",
        ", content",
        "predictions,",
    }


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("as in paragraph (a) of it", "as in paragraph (b) of it", "as in paragraph [-(a)-]{+(b)+} of it"),
        ("under Article 3(1) of it", "under Article 3(2) of it", "under Article 3[-(1)-]{+(2)+} of it"),
        ("listed in Annex I to it", "listed in Annex III to it", "listed in Annex [-I-]{+III+} to it"),
        ("in point 1 of it", "in point 2 of it", "in point [-1-]{+2+} of it"),
        ("section 5(a)(i) applies", "section 5(a)(ii) applies", "section 5(a)[-(i)-]{+(ii)+} applies"),
        ("points (a) and (b) of", "points (a) and (c) of", "points (a) and [-(b)-]{+(c)+} of"),
        ("named in (i), or else", "named in (ii), or else", "named in [-(i)-]{+(ii)+}, or else"),
        ("Artikel 6 Absatz (1) gilt", "Artikel 6 Absatz (2) gilt", "Artikel 6 Absatz [-(1)-]{+(2)+} gilt"),
    ],
)  # fmt: skip
def test_a_changed_cross_reference_is_a_change_of_words(a: str, b: str, expected: str) -> None:
    line = redline(a, b)
    check_redline(line)
    assert marked(line) == expected
    assert line.status == "reworded" and line.similarity < 1
    assert line.punctuation_changes == 0
    assert (line.words.deleted, line.words.inserted) == (1, 1)


def test_a_changed_enumerator_of_a_limb_is_punctuation() -> None:
    line = redline("means (a) predictions; (b) content", "means (i) predictions; (ii) content")
    assert line.status == "punctuation only" and line.similarity == 1
    assert line.punctuation_changes == 2


# --- levels -----------------------------------------------------------------------------------


def test_level_char_reads_alike_in_both_directions() -> None:
    """One word grows and the next, without a space between, is another: once these were three edits."""
    assert marked(redline("a ab-", "a abc+", "char")) == "a ab[---]{+c++}"
    assert marked(redline("a abc+", "a ab-", "char")) == "a ab[-c+-]{+-+}"


def test_level_char_keeps_shared_letters() -> None:
    assert marked(redline("varying environment", "varied environments", "char")) == (
        "var[-ying-]{+ied+} environment{+s+}"
    )
    assert marked(redline("may vary", "can vary", "char")) == "[-may-]{+can+} vary"


def test_level_char_keeps_shared_letters_inside_a_word() -> None:
    assert marked(redline("the organisation", "the organization", "char")) == "the organi[-s-]{+z+}ation"
    assert marked(redline("colour-coding", "color-codings", "char")) == "colo[-u-]r-coding{+s+}"
    # No stray letter is left standing between two changes.
    assert marked(redline("predictions", "prescriptions", "char")) == "pre[-dic-]{+scrip+}tions"


def test_level_char_does_not_ask_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = count(step=10)
    monkeypatch.setattr(
        sys.modules[diff_match_patch.__module__], "time", SimpleNamespace(time=lambda: float(next(ticks)))
    )
    # Of these two words no substring as long as half of them is common, so that they have to be searched.
    line = redline("1aaa2bbb3ccc4", "5aaa6bbb7ccc8", "char")
    assert marked(line) == "[-1-]{+5+}aaa[-2-]{+6+}bbb[-3-]{+7+}ccc[-4-]{+8+}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  varied", "varying", "[-  -]var[-ied-]{+ying+}"),
        ("varied", "\nvarying", "{+\n+}var[-ied-]{+ying+}"),
        ("\tmay vary", "\tcan vary", "\t[-may-]{+can+} vary"),
    ],
)
def test_level_char_keeps_shared_letters_behind_white_space_at_the_beginning(
    old: str, new: str, expected: str
) -> None:
    line = redline(old, new, "char")
    check_redline(line)
    assert marked(line) == expected


def test_level_clause_replaces_whole_clauses() -> None:
    line = redline("It sees, learns, and acts; it ends.", "It sees, thinks, and acts; it ends.", "clause")
    assert marked(line) == "It sees, [-learns,-]{+thinks,+} and acts; it ends."
    assert line.words == (6, 1, 1)


def test_an_unknown_level_is_named() -> None:
    with pytest.raises(InputError, match="unknown level 'letter'; expected word, char or clause"):
        redline("a", "b", "letter")  # type: ignore[arg-type]


# --- the result -------------------------------------------------------------------------------


def test_changes_and_counts() -> None:
    line = redline("one two, three four", "one 2 three four five")
    assert marked(line) == "one [-two,-]{+2+} three four{+ five+}"
    assert [[edit.op for edit in change] for change in line.changes] == [["delete", "insert"], ["insert"]]
    assert line.words._asdict() == {"equal": 3, "deleted": 1, "inserted": 2}
    assert line.similarity == pytest.approx(6 / 9)


def test_a_redline_is_frozen() -> None:
    line = redline("a b", "a c")
    with pytest.raises(FrozenInstanceError):
        line.a = "x"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        line.edits[0].op = "insert"  # type: ignore[misc]
    assert isinstance(line.edits, tuple)
    assert hash(line) == hash(redline("a b", "a c"))


def test_repr_says_what_is_in_it() -> None:
    assert repr(aidefs.diff("oecd@2019", "oecd")) == (
        "<Redline OECD 2019 → OECD 2024: 21 words kept, 16 deleted, 29 inserted, similarity 0.48>"
    )


def test_json() -> None:
    data = json.loads(json.dumps(aidefs.diff("coe", "eu").to_dict()))
    assert next(iter(data)) == "schema" and data["schema"] == "aidefs/redline/1"
    assert {
        "data_version",
        "data_hash",
        "a",
        "b",
        "level",
        "edits",
        "similarity",
        "words",
        "punctuation_changes",
    } <= {*data}
    assert data["words"] == {"equal": 34, "deleted": 23, "inserted": 20}
    assert data["similarity"] == 0.6126
    assert data["punctuation_changes"] == 1
    comma = next(edit for edit in data["edits"] if edit["text"] == ",")
    assert comma == {"op": "insert", "a": None, "b": comma["b"], "text": ",", "punctuation": True}
    end = comma["b"][1]
    assert data["b"]["text"][slice(*comma["b"])] == "," and isinstance(end, int)
    assert any(edit.get("typographic") for edit in data["edits"])
    for edit in data["edits"]:
        check_edit_json(edit)


def check_edit_json(edit: dict[str, Any]) -> None:
    assert set(edit) - {"typographic", "punctuation"} == {"op", "a", "b", "text"}
    assert edit["op"] in {"equal", "delete", "insert"}
    assert (edit["a"] is None) == (edit["op"] == "insert")
    assert (edit["b"] is None) == (edit["op"] == "delete")
    assert edit.get("typographic", True) is True and edit.get("punctuation", True) is True


@given(pairs(), st.sampled_from(LEVELS))
def test_json_of_random_texts(texts: tuple[str, str], level: Level) -> None:
    data = redline(*texts, level).to_dict()
    assert json.loads(json.dumps(data)) == data


@pytest.mark.parametrize("definition", ENGLISH[::6], ids=lambda d: d.id)
def test_names_are_the_labels(definition: Definition) -> None:
    assert aidefs.diff(definition, "eu").names == (definition.label or definition.id, "EU AI Act")


# --- chains -----------------------------------------------------------------------------------


def test_each_step_of_a_chain_says_between_which_texts_it_was_made() -> None:
    made = aidefs.chain("AI means a tool.", "AI means a good tool.", "AI means a good machine.")
    first, second = made.to_dict()["steps"]
    assert (first["from"], first["to"], second["to"]) == ("text 1", "text 2", "text 3")
    assert first["words"] == {"equal": 4, "deleted": 0, "inserted": 1}
    assert (first["similarity"], second["similarity"]) == (0.8889, 0.8)  # 2·4 / 9 words, 2·4 / 10
    rows = [(row["step"], row["from"], row["to"], row["op"], row["text"]) for row in made.records()]
    assert [row for row in rows if row[3] != "equal"] == [
        (1, "text 1", "text 2", "insert", "good "),
        (2, "text 2", "text 3", "delete", "tool"),
        (2, "text 2", "text 3", "insert", "machine"),
    ]


def test_a_chain_counts_the_places_that_change_over_all_its_steps() -> None:
    made = aidefs.chain("AI means a tool.", "AI means a good tool.", "An AI means a good machine.")
    assert [len(line.changes) for line in made.redlines] == [1, 2]
    assert made.changes == 3
    assert repr(made) == "<Chain text-1 → text-2 → text-3: 3 changes>"


def test_a_redline_is_the_same_whatever_library_the_names_were_looked_up_in(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('id = "own"\ntext = "AI means a tool."\n', encoding="utf-8")
    own, shipped = aidefs.Library.load(tmp_path), aidefs.Library.shipped()
    texts = ("AI means a tool.", "AI means a good tool.")
    assert aidefs.diff(*texts, library=own) == aidefs.diff(*texts, library=shipped)


def test_rows_of_a_redline_hold_the_places_of_its_edits() -> None:
    old, new = "AI means a tool.", "AI means a good machine."
    for row in redline(old, new).records():
        a, b = (row["a_start"], row["a_end"]), (row["b_start"], row["b_end"])
        assert (a == (None, None)) == (row["op"] == "insert") and (b == (None, None)) == (
            row["op"] == "delete"
        )
        assert row["text"] == (new[slice(*b)] if row["op"] == "insert" else old[slice(*a)])


_few = st.lists(st.sampled_from(["a", "of", "system", "may", "infers"]), min_size=1, max_size=8)


@given(_few, st.randoms(use_true_random=False))
def test_of_texts_as_long_as_each_other_the_words_say_which_is_read_first(
    old: list[str], chance: Any
) -> None:
    """A script found in one direction is in general not the mirror image of the one found in the other."""
    new = list(old)
    chance.shuffle(new)
    a, b = " ".join(old), " ".join(new)
    assert shape(redline(b, a)) == mirrored(shape(redline(a, b)))


@pytest.mark.parametrize(
    ("lang", "a", "b", "row"),
    [
        ("en", "The “AI system” acts.", "The ‘AI system’ acts.", "”"),
        ("fr", "Le « Système d’IA » agit.", "Le « système d’IA » agit.", "Système"),
        ("de", "Das „System“ lernt.", "Das ‚System‘ lernt.", "„"),
    ],
)
def test_a_change_of_print_is_listed_without_a_number(lang: str, a: str, b: str, row: str) -> None:
    result = aidefs.diff(a, b, lang=lang)
    assert not result.changes
    shown = result.to_markdown()
    assert f"| — | {row} |" in shown
    assert "| print |" in shown
    assert "| print |" not in aidefs.diff(a, a.replace("agit", "va"), lang=lang).to_markdown()
