"""Corrections: what is corrected, what is left to the author, and that mark-up of text formats stays."""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from support.documents import archive, docx_parts, make, with_part
from support.tracked import accepted, comments, parts, rejected

import aidefs
from aidefs.library.library import Library
from aidefs.quotations import corrections as reasons
from aidefs.quotations.corrections import Treatment, corrected, treatments
from aidefs.quotations.find import find_quotations
from aidefs.quotations.quotation import Quotation
from aidefs.quotations.verification import CheckedFile, verify
from aidefs.readers.read import read_bytes

EU = aidefs.get("eu").text
COE = aidefs.get("coe").text
OECD = aidefs.get("oecd@2019").text
NAMED = {"eu": "Article 3(1) of the AI Act says", "coe": "The Convention of the Council of Europe says"}


def checked(folder: Path, name: str, text: str) -> CheckedFile:
    (folder / name).write_bytes(text.encode())
    return verify(folder / name).files[0]


def new_text(file: CheckedFile) -> str | None:
    data = file.corrected()
    return None if data is None else data.decode()


# --- what is corrected, and why the rest is left --------------------------------------------------


def test_only_a_quotation_of_the_text_that_is_named_is_corrected(tmp_path: Path) -> None:
    wrong = EU.replace("infers", "deduces")
    assert new_text(checked(tmp_path, "a.txt", f"The AI Act says: “{wrong}”")) == f"The AI Act says: “{EU}”"
    for text, reason in (
        (f"The definition:\n\n> {wrong}\n", reasons.UNNAMED),
        (f"The OECD says: “{EU}”", reasons.SOURCE),
        (f"The OECD says: “{wrong}”", reasons.SOURCE),
    ):
        file = checked(tmp_path, "a.md", text)
        assert [passage.left for passage in file.wrong] == [reason]
        assert file.corrected() is None and not any(passage.corrections for passage in file.passages)
        assert file.to_dict()["quotations"][0]["left"] == reason


@pytest.mark.parametrize(
    "said",
    [
        "inferencing how to generate outputs",
        "a machine-based system which is designed to operate at different levels of autonomy, and which may "
        "show adaptability after its introduction",
    ],
)
def test_a_part_that_begins_or_ends_with_other_words_is_left_to_the_author(said: str, tmp_path: Path) -> None:
    file = checked(tmp_path, "a.txt", f"Article 3(1) of the AI Act: “{said}”.")
    assert [passage.left for passage in file.wrong] == [reasons.LOOSE_END]
    assert file.corrected() is None


@pytest.mark.parametrize("body", ["other body", "or other body"])  # exact words, and changed ones
def test_a_quotation_that_ends_before_a_condition_is_left_to_the_author(body: str, tmp_path: Path) -> None:
    text = (
        "Article 3(4) of the AI Act defines a deployer as “a natural or legal person, public authority, "
        f"agency or {body} using an AI system under its authority”.\n"
    )
    file = checked(tmp_path, "a.md", text)
    [passage] = file.wrong
    assert (passage.quotation.severity, passage.corrected) == ("condition", False)
    assert "add “except where" in passage.left and "non-professional activity”" in passage.left
    assert new_text(file) is None


def test_a_word_of_the_rule_that_stands_elsewhere_is_left_to_the_author(tmp_path: Path) -> None:
    said = (
        "Ein KI-System ist ein maschinengestütztes System. Es kann autonom arbeiten. Es kann nach seiner "
        "Betriebsaufnahme anpassungsfähig sein."
    )
    file = checked(tmp_path, "a.txt", f"Art. 3 Nr. 1 KI-VO lautet: „{said}“")
    assert [passage.left for passage in file.wrong] == [reasons.LOOSE_END]


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("must exhibit adaptiveness after deployment", "may exhibit adaptiveness after deployment"),
        (
            "designed to operate with different levels of autonomy and that may exhibit adaptiveness",
            "designed to operate with varying levels of autonomy and that may exhibit adaptiveness",
        ),
    ],
)
def test_a_part_whose_place_is_sure_is_corrected(said: str, right: str, tmp_path: Path) -> None:
    template = "Article 3(1) of the AI Act says “{}”."
    assert new_text(checked(tmp_path, "a.txt", template.format(said))) == template.format(right)


@pytest.mark.parametrize(
    ("put", "official"),
    [
        (", that may exhibit", " and that may exhibit"),
        (";that may exhibit", " and that may exhibit"),
        (" and that may and can exhibit", " and that may exhibit"),
    ],
)
def test_a_sign_that_stands_for_a_word_is_replaced_by_it(put: str, official: str, tmp_path: Path) -> None:
    said = f"The AI Act says: “{EU}”"
    assert official in EU
    for name in ("a.txt", "a.md"):
        assert new_text(checked(tmp_path, name, said.replace(official, put))) == said


def test_a_word_that_stands_for_a_sign_is_replaced_by_it(tmp_path: Path) -> None:
    said = f"The AI Act says: “{EU}”"
    wrong = said.replace("after deployment, and that", "after deployment or and that")
    assert new_text(checked(tmp_path, "a.md", wrong)) == said


def test_a_sign_that_stands_for_a_word_is_a_tracked_change_in_word(tmp_path: Path) -> None:
    said = f"The AI Act says: “{EU}”"
    document = docx.Document()
    document.add_paragraph(said.replace("autonomy and that may", "autonomy, that may"))
    document.save(str(tmp_path / "a.docx"))
    data = verify(tmp_path / "a.docx").files[0].corrected()
    assert data is not None and said in read_bytes("a.docx", accepted(data)).text


def test_a_right_quotation_is_left_alone(tmp_path: Path) -> None:
    file = checked(tmp_path, "a.txt", f"The AI Act says: “{EU}”")
    assert file.corrected() is None and [passage.left for passage in file.passages] == [""]


CLEAN = "The AI Act says: “{}”\n"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        # what would not be the same mark-up
        ("a.tex", "infers, from", r"infers, \enquote{surely} from", None),
        ("a.tex", "infers, from", r"infers, \emph{surely} from", None),
        ("a.md", "content, recommendations", "content, **texts,** recommendations", None),
        ("a.md", "content, recommendations", "content, <b>texts,</b> recommendations", None),
        ("a.html", "content, recommendations", "content, <b>texts,</b> recommendations", None),
        ("a.md", "infers, from", "infers, “surely” from", None),
        ("a.md", "infers, from", "infers, [surely](https://example.org) from", None),
        # what can be put in the place of words, whatever stands between
        ("a.md", "can influence", "**may** influence", "**can** influence"),
        ("a.md", "can influence", "_may_ influence", "_can_ influence"),
        ("a.md", "predictions, content", "predictions,\n> > content too", "predictions,\n> > content"),
        ("a.html", "can influence", "<b>may</b> influence", "<b>can</b> influence"),
        ("a.html", "that is designed", "that is <br/>being designed", "that is <br/>designed"),
        ("a.html", "can influence", "m&#97;y influence", "can influence"),
        ("a.html", "can influence", "may<sup>1</sup> influence", "can<sup>1</sup> influence"),
        ("a.tex", "can influence", r"\emph{may} influence", r"\emph{can} influence"),
        ("a.tex", "can influence", "may % a comment\n influence", "can % a comment\n influence"),
        ("a.md", "can influence", "may[^1] affect", "can influence[^1]"),
        ("a.md", "predictions, content", "guesses,\n> > texts", "predictions, content\n> > "),
        ("a.txt", "can influence", "may~affect", "can influence~"),
        ("a.txt", "physical or virtual", "phys-\nical and virtual", "phys-\nical or virtual"),
        ("a.txt", "can influence", "may\ninfluence", "can\ninfluence"),
        ("a.txt", "generate outputs", "generate\nnew\noutputs", None),
    ],
)
def test_words_are_replaced_and_never_mark_up(
    name: str, old: str, new: str, expected: str | None, tmp_path: Path
) -> None:
    assert EU.count(old) == 1
    text = CLEAN.format(EU.rstrip(";").replace(old, new))
    file = checked(tmp_path, name, text)
    if expected is None:
        assert new_text(file) in (None, CLEAN.format(EU.rstrip(";")))
        assert name == "a.txt" or [passage.left for passage in file.wrong] != [""]
    else:
        assert new_text(file) == CLEAN.format(EU.rstrip(";").replace(old, expected))


def treated(text: str, found: Callable[[Sequence[Quotation]], Sequence[Quotation]]) -> tuple[Treatment, ...]:
    """What is done about the passages of a text where the corrected one is searched in vain."""
    document = read_bytes("a.txt", text.encode())
    passages = find_quotations(document.text)
    return treatments(document, passages, lambda again: found(find_quotations(again.text)))


def test_what_would_not_be_found_letter_for_letter_is_left_to_the_author() -> None:
    text = CLEAN.format(EU.rstrip(";").replace("can influence", "may influence"))
    (done,) = treated(text, lambda again: again)
    assert done.corrections and not done.left
    wrong = find_quotations(text)
    for found in ((), wrong):
        assert treated(text, lambda _, found=found: found) == (Treatment(left=reasons.INEXACT),)  # type: ignore[misc]


def test_a_correction_that_makes_another_passage_wrong_is_left_to_the_author() -> None:
    right = f"The Convention of the Council of Europe says: “{COE.rstrip('.')}”\n\n{NEUTRAL}\n\n"
    text = right + CLEAN.format(EU.rstrip(";").replace("can influence", "may influence"))
    assert [one.left for one in treated(text, lambda again: again)] == ["", ""]
    spoilt = find_quotations(right.replace("content, ", "") + text[len(right) :])[0]
    assert spoilt.wrong
    done = treated(text, lambda again: (spoilt, again[1]))
    assert [one.left for one in done] == ["", reasons.INEXACT]


def test_a_file_that_would_read_otherwise_is_left_to_the_author(monkeypatch: pytest.MonkeyPatch) -> None:
    text = CLEAN.format(EU.rstrip(";").replace("can influence", "may influence"))
    read = reasons.read_again
    monkeypatch.setattr(reasons, "read_again", lambda *given: replace(read(*given), text=NEUTRAL + text))
    assert treated(text, lambda again: again) == (Treatment(left=reasons.OTHERWISE_READ),)


def test_a_correction_with_which_the_file_reads_otherwise_takes_no_other_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    coe = f"The Convention of the Council of Europe says: “{COE.rstrip('.')}”\n\n{NEUTRAL}\n\n"
    text = coe.replace("content, ", "") + CLEAN.format(
        EU.rstrip(";").replace("can influence", "may influence")
    )
    right = find_quotations(coe + CLEAN.format(EU.rstrip(";")))
    assert [one.left for one in treated(text, lambda again: right)] == ["", ""]
    read = reasons.read_again

    def read_otherwise(document: Any, data: bytes) -> Any:
        again = read(document, data)
        return replace(again, text=NEUTRAL) if "that can influence" in again.text else again

    monkeypatch.setattr(reasons, "read_again", read_otherwise)
    kept = find_quotations(coe + text[len(coe) - len("content, ") :])
    done = treated(text, lambda again: kept)
    assert [one.left for one in done] == ["", reasons.OTHERWISE_READ]


def test_corrections_that_never_hold_together_are_left_to_the_author(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reasons, "ROUNDS", 0)
    text = CLEAN.format(EU.rstrip(";").replace("can influence", "may influence"))
    assert treated(text, lambda again: again) == (Treatment(left=reasons.INEXACT),)


LAW = aidefs.get("us").text
SENTENCE = LAW[: LAW.index("environments.") + len("environments.")]


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("a.txt", "15 U.S.C. 9401(3) says: “{}”\n\nSystems that embed machine learning models differ.\n"),
        ("a.txt", "15 U.S.C. 9401(3) says: “{}” Systems that embed machine learning models differ.\n"),
        ("a.txt", "15 U.S.C. 9401(3) says:\n\n{}\n\nSystems that embed machine learning models differ.\n"),
        ("a.md", "15 U.S.C. 9401(3) says:\n\n> {}\n\nSystems that embed machine learning models differ.\n"),
        ("a.html", "<p>15 U.S.C. 9401(3) says:</p><p>{}</p><p>Systems that embed machine models differ.</p>"),
    ],
)
def test_the_sentence_behind_a_quotation_is_the_authors(name: str, template: str, tmp_path: Path) -> None:
    """It begins with words with which the official text goes on behind the words that are quoted."""
    right = SENTENCE.replace('"', "‘", 1).replace('"', "’", 1)
    new = new_text(checked(tmp_path, name, template.format(right.replace("environments.", "environment."))))
    assert new == template.format(right)


def test_words_that_differ_across_the_end_of_a_paragraph_are_left_to_the_author(tmp_path: Path) -> None:
    wrong = LAW.replace("environments. Artificial intelligence", "worlds.\n\nSynthetic intelligence")
    (one,) = checked(tmp_path, "a.txt", f"15 U.S.C. 9401(3) says: {wrong}\n").wrong
    assert one.left == reasons.ACROSS_PARAGRAPHS


def test_a_paragraph_that_is_quoted_for_the_most_part_goes_with_the_one_before(tmp_path: Path) -> None:
    goes_on = LAW[len(SENTENCE) : LAW.index("perceive real")].strip() + " perceive real worlds"
    text = f"15 U.S.C. 9401(3) says:\n\n{SENTENCE}\n\n{goes_on}\n\nSystems that embed models differ.\n"
    (one,) = checked(tmp_path, "a.txt", text).passages
    assert "perceive real" in one.quotation.text and "embed" not in one.quotation.text


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(codec: str, end: str, tmp_path: Path) -> None:
    words = COE.replace("may influence", "can influence").replace(", infers,", f", infers,{end}")
    text = f"Déjà vu: The Convention of the Council of Europe says:{end}{end}“{words}”{end}{end}End{end}"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(codec))
    data = verify(path).files[0].corrected()
    assert data == text.replace("can influence", "may influence").encode(codec)


def test_a_character_that_the_encoding_lacks_is_left_to_the_author(tmp_path: Path) -> None:
    text = aidefs.get("eu:pl").text
    word = next(word for word in text.split() if re.search("[ąęśł]", word) and word.isalpha())
    wrong = re.sub("[^\x00-\xff]", "?", text.replace(f" {word} ", " x ", 1)).replace("?", "&#322;")
    path = tmp_path / "a.html"
    path.write_bytes(
        f"<p>© Akt o sztucznej inteligencji: „{wrong}”</p>".encode("cp1252", "xmlcharrefreplace")
    )
    file = verify(path).files[0]
    assert file.corrected() is None
    assert all(passage.left for passage in file.wrong)


# --- mark-up of every kind round and in changed quotations -----------------------------------------

Wrapper = tuple[str, str]
_TEX = {"tex": [("\\emph{", "}"), ("\\textbf{", "}"), ("{\\itshape ", "}"), ("\\underline{", "}")]}
_MARKDOWN: list[Wrapper] = [
    ("**", "**"), ("*", "*"), ("_", "_"), ("[", "](https://example.org/a_b)"), ("<b>", "</b>"), ("`", "`"),
    ("==", "=="),
]  # fmt: skip
WRAPPERS: dict[str, list[Wrapper]] = {
    "text": [("*", "*"), ("_", "_")],
    "markdown": _MARKDOWN,
    "notebook": _MARKDOWN,
    "html": [
        ("<b>", "</b>"),
        ('<a href="x">', "</a>"),
        ("<i class='y'>", "</i>"),
        ("<span>", "</span>"),
        ("", "<br/>"),
    ],
    **_TEX,
}
BREAKS = {
    "text": ["\n"],
    "markdown": ["\n"],
    "notebook": ["\n"],
    "html": ["\n", "\n  ", "<br>", "&nbsp;", "<!-- c -->\n"],
    "tex": ["\n", "\n  ", "~", "% comment\n", "\\\\ "],
}
NAMES = {"text": "a.txt", "markdown": "a.md", "notebook": "a.ipynb", "html": "a.html", "tex": "a.tex"}
NEUTRAL = "The weather was fine, the boats came in, and nobody spoke of the law. " * 3
ASIDE = {
    "text": "*x*",
    "markdown": "**b** and `c` [d](e)",
    "notebook": "**b**",
    "html": "<b>x</b>",
    "tex": "\\emph{x}",
}
WORDS = ["may", "not", "boats", "a", "systems", "§ 3", "a_b", "50%", "texts,"]


@st.composite
def quotations(draw: st.DrawFn, form: str) -> str:
    """A changed quotation with mark-up round some of its words and its changes."""
    text = draw(st.sampled_from([EU, COE]))
    head, verb, tail = text.rstrip(";.").partition(" means ")
    words = tail.split(" ")
    escape = {"tex": lambda w: w.replace("%", "\\%").replace("_", "\\_")}.get(form, lambda w: w)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(3, len(words) - 3))
        words[at : at + 1] = draw(
            st.sampled_from(
                [
                    [],
                    [escape(draw(st.sampled_from(WORDS)))],
                    [words[at], escape(draw(st.sampled_from(WORDS)))],
                ]
            )
        )
    for _ in range(draw(st.integers(0, 3))):
        low = draw(st.integers(0, len(words) - 1))
        high = draw(st.integers(low + 1, min(low + 4, len(words))))
        opened, closed = draw(st.sampled_from(WRAPPERS[form]))
        words[low:high] = [f"{opened}{' '.join(words[low:high])}{closed}"]
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(words) - 2))
        words[at : at + 2] = [f"{words[at]}{draw(st.sampled_from(BREAKS[form]))}{words[at + 1]}"]
    return f"{NAMED['eu' if text == EU else 'coe']}: “{head}{verb}{' '.join(words)}”"


@st.composite
def documents(draw: st.DrawFn, form: str) -> str:
    blocks = [NEUTRAL + ASIDE[form]]
    for _ in range(draw(st.integers(1, 2))):
        blocks += [draw(quotations(form)), NEUTRAL + ASIDE[form]]
    if form == "notebook":
        cells = [{"cell_type": "markdown", "metadata": {}, "source": block} for block in blocks]
        return json.dumps(
            {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, ensure_ascii=False
        )
    if form == "html":
        body = "\n".join(f"<p>{block}</p>" for block in blocks)
        return f'<!DOCTYPE html><html lang="en"><head><title>t</title></head><body>{body}</body></html>'
    if form == "tex":
        body = "\n\n".join(blocks)
        return f"\\documentclass{{article}}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    return "\n\n".join(blocks) + "\n"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Any] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.tags.append(data)


def html_structure(text: str) -> Any:
    parser = _Tags()
    parser.feed(text)
    return parser.tags


def markdown_structure(text: str) -> Any:
    found = []
    for token in MarkdownIt().parse(text):
        found.append((token.type, token.tag, token.level))
        found += [(t.type, t.tag, str(t.attrs)) for t in token.children or () if t.type != "text"]
    return found


def tex_structure(text: str) -> Any:
    depth = 0
    for match in re.finditer(r"\\.|[{}]", text):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        assert depth >= 0
    assert depth == 0
    return [sign for sign in re.findall(r"\\[A-Za-z]+|\\.|[{}~]|%.*", text) if sign not in ("\\%", "\\_")]


def notebook_structure(text: str) -> Any:
    notebook = json.loads(text)
    return [markdown_structure(cell.pop("source")) for cell in notebook["cells"]], notebook


STRUCTURES: dict[str, Callable[[str], Any]] = {
    "text": lambda text: text.count("\n"),
    "markdown": markdown_structure,
    "notebook": notebook_structure,
    "html": html_structure,
    "tex": tex_structure,
}


def check_correction(path: Path, text: str, structure: Callable[[str], Any]) -> bool:
    """Holds a document to all that a correction promises; whether anything was corrected."""
    path.write_bytes(text.encode())
    file = verify(path).files[0]
    assert all(bool(passage.left) != passage.corrected for passage in file.wrong)
    assert not any(passage.left or passage.corrected for passage in file.passages if not passage.wrong)
    new = new_text(file)
    if new is None:
        return False
    old_structure, new_structure = structure(text), structure(new)
    assert new_structure == old_structure
    done = [passage for passage in file.passages if passage.corrected]
    at_old = at_new = 0
    for passage in done:  # what stands between the passages is untouched
        assert passage.source
        begin, end = passage.source
        between = text[at_old:begin]
        assert new.startswith(between, at_new)
        at_old = end
        grown = sum(len(c.text) - (c.end - c.begin) for c in passage.corrections)
        at_new += len(between) + (end - begin) + grown
    assert new[at_new:] == text[at_old:]
    path.write_bytes(new.encode())
    again = verify(path).files[0]
    assert again.corrected() is None
    assert len(again.wrong) == len(file.wrong) - len(done)
    return True


@pytest.mark.parametrize("form", NAMES)
@given(data=st.data())
def test_mark_up_and_all_else_stay(
    form: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("marked") / NAMES[form]
    check_correction(path, data.draw(documents(form)), STRUCTURES[form])


# Ten thousand documents over the formats; a hundred thousand in the profile that is for looking for faults.
MANY = settings(max_examples=max(1_500, 3 * settings().max_examples))


@pytest.mark.exhaustive
@pytest.mark.long
@pytest.mark.parametrize("form", NAMES)
@given(data=st.data())
@MANY
def test_mark_up_of_thousands_of_documents_stays(
    form: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / f"many-{os.getpid()}-{NAMES[form]}"
    check_correction(path, data.draw(documents(form)), STRUCTURES[form])


@pytest.mark.parametrize("form", NAMES)
def test_changed_words_without_mark_up_are_corrected(form: str, tmp_path: Path) -> None:
    words = EU.rstrip(";").split(" ")
    for at in range(6, len(words) - 2):
        if re.search("[‘’“”]", " ".join(words[at : at + 2])):
            continue
        changed = [*words[:at], "boats", *words[at + 1 :]]
        block = f"{NAMED['eu']}: “{' '.join(changed)}”"
        text = {
            "notebook": json.dumps(
                {"cells": [{"cell_type": "markdown", "source": [block]}]}, ensure_ascii=False
            ),
            "html": f"<p>{block}</p>",
        }.get(form, block)
        assert check_correction(tmp_path / NAMES[form], text, lambda _: None), words[at]


WIDGET = (
    "A widget engine means any contraption of 50% brass & R_D for $5 under #7 or \\z that whirls gears under "
    "moonlight, emits purple smoke, and never stops before the clock of the tower strikes twelve"
)


@pytest.mark.parametrize("form", NAMES)
def test_official_signs_that_are_mark_up_are_written_as_signs_or_left(form: str, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    record = {"id": "widget", "label": "Widget Act", "term": "widget engine", "lang": "en", "text": WIDGET}
    lines = [f"{key} = {json.dumps(value)}" for key, value in record.items()]
    (tmp_path / "own" / "widget.toml").write_text("\n".join(lines), encoding="utf-8")
    printed = re.sub("of 50%.*(?= that whirls)", "of brass and tin", WIDGET)
    block = f"The Widget Act says: “{printed}”"
    text = {
        "notebook": json.dumps({"cells": [{"cell_type": "markdown", "source": [block]}]}, ensure_ascii=False),
        "html": f"<p>{block}</p>",
    }.get(form, block)
    path = tmp_path / NAMES[form]
    path.write_text(text, encoding="utf-8")
    file = verify(path, library=Library.load(tmp_path / "own")).files[0]
    new = file.corrected()
    if form == "markdown":  # where a sign behind a backslash does not read as the sign
        assert new is None and [one.left for one in file.passages] == [reasons.OTHERWISE_READ]
        return
    assert new is not None
    written = {
        "tex": re.sub(r"([%&_$#])", r"\\\1", WIDGET.replace("\\", r"\textbackslash{}")),
        "html": WIDGET.replace("&", "&amp;"),
        "notebook": WIDGET.replace("\\", r"\\"),
    }
    assert written.get(form, WIDGET) in new.decode()


# --- Word and OpenDocument -------------------------------------------------------------------------

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
CHANGED = EU.rstrip(";").replace("infers", "deduces").replace("can influence", "may influence")
PARAGRAPHS = [
    f"The AI Act says: “{CHANGED}”",
    NEUTRAL,
    f"According to the AI Act, this is the definition: “{OECD}”",
    NEUTRAL,
    f"The Convention of the Council of Europe says: “{COE.replace('content, ', '').rstrip('.')}”",
]


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_office_documents_get_tracked_changes_and_comments(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{form}"
    path.write_bytes(make(form, PARAGRAPHS))
    file = verify(path).files[0]
    copy = file.corrected()
    assert copy is not None and copy == verify(path).files[0].corrected()
    assert [(p.corrected, p.left) for p in file.wrong] == [(True, ""), (False, reasons.SOURCE), (True, "")]
    assert file.document
    states = {}
    for name, data in (("copy", copy), ("accepted", accepted(copy)), ("rejected", rejected(copy))):
        path.write_bytes(data)
        states[name] = verify(path).files[0]
    assert states["copy"].corrected() == copy, "a second run finds nothing to correct and nothing new to say"
    for name in ("copy", "accepted"):
        assert [p.quotation.verdict for p in states[name].passages] == ["exact"] * 3
        assert [p.misattributed for p in states[name].passages] == [False, True, False]
        assert not any(p.corrected for p in states[name].passages)
    text = states["rejected"].document
    assert text and text.text == file.document.text
    (said,) = comments(copy)
    assert said[0] == "The source named is “AI Act”; the wording is that of OECD 2019, letter for letter."
    assert said[1] == f"Official wording: {OECD}" and said[2].startswith("Source: OECD")
    assert any(EU in line for line in said), "what the text that is named says, too"
    before, after = parts(make(form, PARAGRAPHS)), parts(copy)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed <= {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
        "content.xml",
    }


def test_a_doubt_about_a_passage_without_a_source_is_a_comment(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(
        make("docx", ["The definition reads:", f"“{EU.rstrip(';').replace('infers', 'deduces')}”"])
    )
    file = verify(path).files[0]
    assert [p.left for p in file.wrong] == [reasons.UNNAMED]
    copy = file.corrected()
    assert copy is not None and b"<w:ins " not in parts(copy)["word/document.xml"]
    (said,) = comments(copy)
    assert f"Left to the author: {reasons.UNNAMED}." in said[0] and said[1].startswith("Official wording:")


@given(data=st.data())
@settings(max_examples=40)
def test_runs_are_cut_and_keep_their_looks(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    words = EU.rstrip(";").split(" ")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(5, len(words) - 2))
        words[at : at + 1] = data.draw(st.sampled_from([[], ["boats"], [words[at], "not"]]))
    text = f"The AI Act says: “{' '.join(words)}” It is so."
    cuts = sorted(set(data.draw(st.lists(st.integers(1, len(text) - 1), max_size=8))))
    looks = ["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"]
    runs = "".join(
        f"<w:r>{data.draw(st.sampled_from(looks))}<w:t>{text[low:high]}</w:t></w:r>"
        for low, high in zip([0, *cuts], [*cuts, len(text)], strict=True)
    )
    note = f"<w:footnote w:id='1'><w:p>{runs}</w:p></w:footnote>"
    body = f"<w:p><w:r><w:t>{NEUTRAL}</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    file = docx_parts(body, footnotes=note) if data.draw(st.booleans()) else docx_parts(f"<w:p>{runs}</w:p>")
    file = with_part(file, "[Content_Types].xml", TYPES)
    path = tmp_path_factory.mktemp("runs") / "a.docx"
    path.write_bytes(file)
    old = verify(path).files[0]
    copy = old.corrected()
    if not any(p.corrected for p in old.passages):
        return
    assert copy is not None and old.document
    path.write_bytes(accepted(copy))
    assert {p.quotation.verdict for p in verify(path).passages} == {"exact"}
    path.write_bytes(rejected(copy))
    again = verify(path).files[0].document
    assert again and again.text == old.document.text


# --- office documents with random mark-up ----------------------------------------------------------

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WORD_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_MAIN}.footnotes+xml"/></Types>'
)
NOTE = "<w:footnote w:id='1'><w:p><w:r><w:t>It is a note.</w:t></w:r></w:p></w:footnote>"
LOOKS = {
    "docx": ["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>", '<w:rPr><w:lang w:val="en-GB"/></w:rPr>'],
    "odt": ["", "T1", "T2"],
}
# What may stand between two runs and is no text.
BETWEEN = {
    "docx": [
        '<w:bookmarkStart w:id="7" w:name="x"/><w:bookmarkEnd w:id="7"/>',
        '<w:proofErr w:type="spellStart"/>',
        "<w:r><w:lastRenderedPageBreak/></w:r>",
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
    ],
    "odt": ['<text:bookmark text:name="x"/>', "<text:soft-page-break/>"],
}
SPACE_OF = {
    "docx": ["<w:br/>", "<w:tab/>", '<w:t xml:space="preserve"> </w:t>'],
    "odt": ["<text:line-break/>", "<text:s/>", "<text:tab/>"],
}
WRAPPED = {
    "docx": [
        ("<w:hyperlink w:anchor='x'>", "</w:hyperlink>"),
        ("<w:smartTag w:element='x'>", "</w:smartTag>"),
    ],
    "odt": [('<text:a xlink:href="#x" xmlns:xlink="http://www.w3.org/1999/xlink">', "</text:a>")],
}


@st.composite
def office_paragraphs(draw: st.DrawFn, form: str, text: str) -> str:
    """The inside of a paragraph: its words cut into runs at random places, with what is no text between."""
    cuts = sorted(set(draw(st.lists(st.integers(1, len(text) - 1), max_size=8))))
    pieces = []
    for low, high in zip([0, *cuts], [*cuts, len(text)], strict=True):
        look = draw(st.sampled_from(LOOKS[form]))
        words = escape(text[low:high])
        if draw(st.integers(0, 5)) == 0 and " " in words[1:-1]:
            at = words.index(" ", 1)
            space = draw(st.sampled_from(SPACE_OF[form]))
        else:
            at, space = len(words), ""
        if form == "docx":
            head, tail = (f'<w:t xml:space="preserve">{part}</w:t>' for part in (words[:at], words[at + 1 :]))
            run = f"<w:r>{look}{head}{space}{tail if space else ''}</w:r>"
        else:
            run = f"{words[:at]}{space}{words[at + 1 :]}"
            run = f'<text:span text:style-name="{look}">{run}</text:span>' if look else run
        if draw(st.integers(0, 7)) == 0:
            opened, closed = draw(st.sampled_from(WRAPPED[form]))
            run = f"{opened}{run}{closed}"
        if draw(st.integers(0, 5)) == 0:
            run += draw(st.sampled_from(BETWEEN[form]))
        pieces.append(run)
    return "".join(pieces)


@st.composite
def office_documents(draw: st.DrawFn, form: str) -> bytes:
    """A document with one or two changed quotations."""
    texts = [NEUTRAL]
    for _ in range(draw(st.integers(1, 2))):
        text = draw(st.sampled_from([EU, COE]))
        words = text.rstrip(";.").split(" ")
        for _ in range(draw(st.integers(1, 3))):
            at = draw(st.integers(6, len(words) - 2))
            words[at : at + 1] = draw(st.sampled_from([[], ["boats"], [words[at], "not"], ["a & b"]]))
        behind = draw(st.sampled_from(["”", "” It is so.", "” (p. 3)."]))
        texts += [f"{NAMED['eu' if text == EU else 'coe']}: “{' '.join(words)}{behind}", NEUTRAL]
    inner = [draw(office_paragraphs(form, text)) for text in texts]
    if form == "docx":
        data = docx_parts("".join(f"<w:p>{one}</w:p>" for one in inner), footnotes=NOTE)
        return with_part(data, "[Content_Types].xml", WORD_TYPES)
    with zipfile.ZipFile(io.BytesIO(make("odt", ["x"]))) as plain:
        content = plain.read("content.xml").decode()
    body = "".join(f"<text:p>{one}</text:p>" for one in inner)
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content.replace("<text:p>x</text:p>", body),
        }
    )


def looks(data: bytes) -> list[tuple[str, ...]]:
    """Each character of a document with the marks that it stands under, and what is no character."""
    held = parts(data)
    root = etree.fromstring(held.get("content.xml") or held["word/document.xml"])
    found: list[tuple[str, ...]] = []

    def walk(element: Any, under: tuple[str, ...]) -> None:
        name = etree.QName(element).localname
        if name == "r":
            marks = element.find(f"{{{WORD}}}rPr")
            under = (*under, "" if marks is None else etree.tostring(marks, method="c14n").decode())
        elif name == "span":
            under = (*under, element.get(f"{{{TEXT}}}style-name"))
        elif name in ("rPr", "commentReference"):
            return
        elif name != "t":
            if len(element) == 0 and not element.text:
                found.append((name, *map(str, element.attrib.values()), *under))
            else:
                under = (*under, name, *map(str, element.attrib.values()))
        found.extend((sign, *under) for sign in element.text or "")
        for child in element:
            walk(child, under)
            found.extend((sign, *under) for sign in child.tail or "")

    walk(root, ())
    return found


def no_characters(found: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [one for one in found if len(one[0]) > 1]


def check_office_correction(path: Path, data: bytes) -> bool:
    """Holds an office document to all that a correction promises; whether anything was corrected."""
    path.write_bytes(data)
    file = verify(path).files[0]
    assert all(bool(passage.left) != passage.corrected for passage in file.wrong)
    copy = file.corrected()
    done = [passage for passage in file.passages if passage.corrected]
    if copy is None:
        assert not file.wrong
        return False
    assert file.document
    if path.suffix == ".docx":
        docx.Document(io.BytesIO(copy))
    undone, made = rejected(copy), accepted(copy)
    assert looks(undone) == looks(data)
    expected = corrected(file.document.text, [one for p in done for one in p.treatment.rewordings])
    assert read_bytes(path.name, made).text.split() == expected.split()
    assert no_characters(looks(made)) == no_characters(looks(data))
    before, after = parts(data), parts(copy)
    assert {name for name in before if after[name] != before[name]} <= {
        "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "content.xml",
    }  # fmt: skip
    path.write_bytes(made)
    again = verify(path).files[0]
    assert not any(passage.corrected for passage in again.passages)
    assert len(again.wrong) == len(file.wrong) - len(done)
    path.write_bytes(copy)
    assert verify(path).files[0].corrected() == (copy if again.wrong or not done else None)
    return bool(done)


@pytest.mark.parametrize("form", LOOKS)
@given(data=st.data())
@settings(max_examples=30)
def test_looks_and_marks_of_office_documents_stay(
    form: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / f"looks-{os.getpid()}.{form}"
    check_office_correction(path, data.draw(office_documents(form)))


@pytest.mark.exhaustive
@pytest.mark.long
@pytest.mark.parametrize("form", LOOKS)
@given(data=st.data())
@MANY
def test_looks_and_marks_of_thousands_of_office_documents_stay(
    form: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / f"many-{os.getpid()}.{form}"
    check_office_correction(path, data.draw(office_documents(form)))
