"""Forms for programs: what nobody sees, and an editor obeys, is written as an escape that programs undo."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from hypothesis import given
from support.strategies import texts

import aidefs
from aidefs.formats.options import EXPORT_FORMATS
from aidefs.library.files import DataSet, File
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.output.render import render, render_bytes
from aidefs.output.sarif import sarif, to_sarif
from aidefs.text.visible import visible_line

UNSEEN = "\x7f\x85\x9b\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069"
OBEYED = re.compile(f"[\x7f-\x9f\u2028-\u202e\u2066-\u2069{UNSEEN}]")
WORDS = f"An AI system {'a'.join(UNSEEN)} infers."


@given(texts())
def test_json_holds_no_unseen_character_and_gives_the_text_back(text: str) -> None:
    result = aidefs.diff(Definition("a", text + WORDS), Definition("b", WORDS + text))
    shown = render(result, "json")
    assert OBEYED.findall(shown) == []
    edits = json.loads(shown)["edits"]
    assert "".join(edit["text"] for edit in edits if edit["op"] != "insert") == text + WORDS


def test_sarif_holds_no_unseen_character_and_gives_the_words_back(tmp_path: Path) -> None:
    words = aidefs.get("eu").text.replace("machine-based", f"machine{UNSEEN[1:]}only")
    (tmp_path / "a.txt").write_text(f"The AI Act says: “{words}”", encoding="utf-8")
    checked = aidefs.verify(tmp_path / "a.txt")
    shown = to_sarif(checked)
    assert "\\u202e" in shown and OBEYED.findall(shown) == []
    assert json.loads(shown) == sarif(checked)


def test_tei_holds_no_unseen_character_and_gives_the_text_back() -> None:
    kept = UNSEEN.replace("\r", "")
    one, other = Definition("a", WORDS), Definition("b", f"An AI system {kept} can infer.")
    shown = render_bytes(aidefs.collate(one, other), "tei").decode()
    assert OBEYED.findall(shown) == []
    body = ET.fromstring(shown).find(".//{*}ab")
    assert body is not None and set(UNSEEN) <= set("".join(body.itertext()))


def test_csl_holds_no_unseen_character() -> None:
    shown = aidefs.cite(Definition("a", WORDS, title=WORDS, provision=WORDS), style="csl")
    assert OBEYED.findall(shown) == [] and json.loads(shown)[0]["title"] == visible_line(WORDS)


def test_json_exports_hold_no_unseen_character_and_give_the_text_back(tmp_path: Path) -> None:
    library = Library([DataSet("own", {"a": File("a", b"")}, {})], {"a": Definition("a", WORDS)}, only=True)
    for form in {"json", "jsonl"} & {*EXPORT_FORMATS}:
        aidefs.export(tmp_path / form, form, library=library)
        shown = (tmp_path / form / f"definitions.{form}").read_text(encoding="utf-8")
        assert OBEYED.findall(shown) == []
        data = json.loads(shown)
        assert data.get("definitions", [data])[0]["text"] == WORDS
