"""Documents checked as a whole: formats, faults, corrections, SARIF and the command."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.command import Run
from support.documents import ENDING, MAKERS, make

import aidefs
from aidefs.cli.main import main
from aidefs.errors import InputError
from aidefs.output.sarif import RULES, sarif
from aidefs.quotations import jobs, verification
from aidefs.quotations.corrections import LACKING, SOURCE, Correction, corrected
from aidefs.quotations.jobs import Task
from aidefs.quotations.verification import Verification, check_bytes, verify, verify_each

EU = aidefs.get("eu").text
COE = aidefs.get("coe").text
OECD = aidefs.get("oecd@2019").text
NEUTRAL = "The weather was fine, the boats came in, and nobody spoke of the law. " * 8
PARAGRAPHS = [
    "Article 3(1) of the AI Act says:",
    EU,
    NEUTRAL,
    "The Framework Convention of the Council of Europe says in Article 2:",
    COE.replace("may influence", "can influence").replace("recommendations or", "recommendations, or"),
    NEUTRAL,
    "According to the AI Act, this is the definition:",
    OECD,
    NEUTRAL,
]
TEXT_FORMATS = ("text", "markdown", "html", "tex", "notebook")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the same document in every format."""
    folder = tmp_path_factory.mktemp("documents")
    for form, ending in ENDING.items():
        (folder / f"article{ending}").write_bytes(make(form, PARAGRAPHS))
    return folder


def article(folder: Path, form: str) -> Path:
    return folder / f"article{ENDING[form]}"


def faults(result: Verification) -> list[list[tuple[str, str]]]:
    """The faulty edits of each passage, white space aside."""
    return [
        [(edit.op, edit.text.strip()) for edit in passage.quotation.faults] for passage in result.passages
    ]


# --- every format ---------------------------------------------------------------------------------


@pytest.mark.parametrize("form", MAKERS)
def test_the_same_is_found_in_every_format(form: str, folder: Path) -> None:
    result = verify(article(folder, form))
    found = [
        (p.quotation.definition.id, p.quotation.verdict, p.quotation.extent, p.misattributed)
        for p in result.passages
    ]
    assert found == [
        ("eu-ai-act-2024", "exact", "whole", False),
        ("coe-2024", "changed", "whole", False),
        ("oecd-2019", "exact", "whole", True),
    ]
    assert sorted(faults(result)[1]) == [("delete", "may"), ("insert", ","), ("insert", "can")]
    assert [p.wrong for p in result.passages] == [False, True, True]
    assert result.exit_code == 1
    assert result.passages[0].quotation.start < result.passages[1].quotation.start
    assert all(str(p.place) for p in result.passages)


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_the_source_offsets_hold_the_passage(form: str, folder: Path) -> None:
    source = article(folder, form).read_text(encoding="utf-8")
    for passage in verify(article(folder, form)).passages:
        assert passage.source
        begin, end = passage.source
        assert "machine-based" in source[begin:end]
        assert "weather" not in source[begin:end]


def test_several_files_and_the_places_in_them(folder: Path) -> None:
    result = verify(*(article(folder, form) for form in MAKERS))
    assert [file.form for file in result] == list(MAKERS)
    assert len(result.passages) == 3 * len(MAKERS) and len(result) == len(MAKERS)
    rows = result.records()
    assert len({tuple(row) for row in rows}) == 1 and len(rows) == len(result.passages)
    assert {row["page"] for row in rows if row["file"].endswith(".pdf")} <= {1, 2}


def test_json_holds_what_scripts_rely_on(folder: Path) -> None:
    data = verify(article(folder, "markdown"), folder / "missing.md").to_dict()
    assert list(data)[:3] == ["schema", "data_version", "data_hash"]
    assert data["schema"] == "aidefs/verification/2"
    first, missing = data["files"]
    quotation = first["quotations"][1]
    assert quotation["definition"] == "coe-2024" and quotation["verdict"] == "changed"
    assert {"start", "end", "text", "same_wording", "extent", "exact_matches", "edits"} < set(quotation)
    assert quotation["attribution"]["fits"] is True and "coe-2024" in quotation["attribution"]["named"]
    assert quotation["place"]["line"] == 11 and quotation["wrong"]
    assert missing["fault"].startswith("cannot read") and missing["quotations"] == []
    assert data["summary"]["unreadable"] == 1 and data["summary"]["wrong"] == 2
    json.dumps(data)


def test_a_source_that_only_the_context_names_has_its_title(tmp_path: Path) -> None:
    path = tmp_path / "clause.md"
    path.write_text(
        "The AI Act is in force.\n\n"
        "Its provider “develops an AI system or a general-purpose AI model”. A deployer, as the same "
        "Regulation has it, is a person “using an AI system under its authority”.\n",
        encoding="utf-8",
    )
    result = verify(path)
    names = [result.source_named(one.quotation) for one in result.passages]
    assert ("Regulation (EU) 2024/1689 (Artificial Intelligence Act)",) in names
    assert "eu-ai-act-2024-fr" not in result.to_text()


def test_no_files_and_unknown_formats() -> None:
    with pytest.raises(InputError, match="verify takes one or more files"):
        verify()
    with pytest.raises(InputError, match="unknown document format 'word'"):
        verify("a", form="word")


# --- corrections ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_the_corrected_copy_is_right_and_else_the_same(form: str, folder: Path, tmp_path: Path) -> None:
    file = verify(article(folder, form)).files[0]
    data = file.corrected()
    assert data is not None
    copy = tmp_path / article(folder, form).name
    copy.write_bytes(data)
    again = verify(copy)
    assert [p.quotation.verdict for p in again.passages] == ["exact"] * 3
    assert [p.misattributed for p in again.passages] == [False, False, True], "left to the author"
    old, new = article(folder, form).read_text(encoding="utf-8"), data.decode()
    first, last = old.index("machine-based", old.index("Convention")), old.rindex("AI Act")
    assert new[:first] == old[:first] and new.endswith(old[last:]), "only the passage is touched"
    assert len(old) - len(new) == len(",")


@pytest.mark.parametrize("form", ["pdf", "epub"])
def test_pdf_and_epub_are_not_corrected(form: str, folder: Path) -> None:
    file = verify(article(folder, form)).files[0]
    assert file.corrected() is None
    assert [p.left for p in file.wrong] == [
        f"{form.upper()} is not corrected: correct what it was made from",
        SOURCE,
    ]


NAMED = "The Framework Convention of the Council of Europe defines:"
MARKED = {
    "a.md": ("> ", COE.replace("may influence", "**can** influence"), "**may** influence"),
    "a.html": ("<p>", COE.replace("may influence", "<b>ca</b>n <i>influence</i>"), "<i>influence</i>"),
    "a.tex": ("", COE.replace("may influence", r"\emph{can} influence"), r"\emph{may} influence"),
}


@pytest.mark.parametrize("name", MARKED)
def test_corrections_keep_markup(name: str, tmp_path: Path) -> None:
    head, text, kept = MARKED[name]
    (tmp_path / name).write_text(f"{NAMED}\n\n{head}{text}", encoding="utf-8")
    data = verify(tmp_path / name).files[0].corrected()
    assert data is not None
    new = data.decode()
    assert kept in new
    assert new.count("<b>") == new.count("</b>") == text.count("<b>")
    (tmp_path / name).write_bytes(data)
    assert [p.quotation.verdict for p in verify(tmp_path / name).passages] == ["exact"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_corrected_copy_has_the_encoding_of_the_file(codec: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    text = f"Déjà vu. {NAMED}\r\n\r\n{COE.replace('may influence', 'can influence')}\r\n"
    file.write_bytes(text.encode(codec))
    data = verify(file).files[0].corrected()
    assert data is not None and data.decode(codec) == text.replace("can influence", "may influence")


def test_an_encoding_without_the_official_characters_is_said(tmp_path: Path) -> None:
    polish = aidefs.get("eu:pl").text
    file = tmp_path / "a.html"
    words = polish.split()
    missing = next(word for word in reversed(words) if "ą" in word or "ę" in word or "ś" in word)
    text = polish.replace(f" {missing} ", " x ", 1)
    page = f'<meta charset="iso-8859-1"><p>© Akt o sztucznej inteligencji, art. 3:</p><p>{text}</p>'
    file.write_bytes(page.encode("iso-8859-1", "xmlcharrefreplace"))
    (checked,) = verify(file)
    assert [passage.left for passage in checked.wrong] == [LACKING]
    assert checked.corrected() is None


@given(st.data())
@settings(max_examples=60)
def test_a_corrected_passage_is_letter_for_letter(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A word left out, doubled or replaced anywhere is mended where there is a correction at all."""
    name = data.draw(st.sampled_from(["eu", "coe", "oecd", "nist"]))
    definition = aidefs.get(name)
    named = {"eu": "The AI Act", "coe": NAMED[:-1], "oecd": "The OECD in 2024", "nist": "NIST"}[name]
    words = definition.text.split(" ")
    at = data.draw(st.integers(3, len(words) - 4))
    words[at : at + 1] = data.draw(st.sampled_from([[], [words[at]] * 2, ["boats"], [words[at], "boats"]]))
    file = tmp_path_factory.mktemp("mended") / "a.txt"
    file.write_text(f"{NEUTRAL}\n\n{named}:\n\n{' '.join(words)}\n\n{NEUTRAL}\n", encoding="utf-8")
    new = verify(file).files[0].corrected()
    if new is not None:
        file.write_bytes(new)
        assert {p.quotation.verdict for p in verify(file).passages} == {"exact"}
        assert new.decode().startswith(NEUTRAL) and new.decode().endswith(f"{NEUTRAL}\n")


def test_overlapping_corrections_are_made_once() -> None:
    changes = [Correction(2, 4, "X"), Correction(3, 5, "Y"), Correction(6, 6, "Z"), Correction(2, 4, "X")]
    assert corrected("abcdefgh", changes) == "abXefZgh"


# --- SARIF ----------------------------------------------------------------------------------------


LINES = {"startLine", "startColumn", "endLine", "endColumn"}


def check_sarif(log: dict[str, Any]) -> None:
    """Holds a log to the parts of the standard that concern it (SARIF 2.1.0, sections 3.13 to 3.55)."""
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        assert driver["name"] == "aidefs" and driver["version"]
        ids = [rule["id"] for rule in driver["rules"]]
        assert len(ids) == len(set(ids))
        assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
        for invocation in run["invocations"]:
            assert isinstance(invocation["executionSuccessful"], bool)
            for notification in invocation["toolExecutionNotifications"]:
                assert notification["message"]["text"]
        for result in run["results"]:
            assert ids[result["ruleIndex"]] == result["ruleId"]
            assert result["level"] in ("none", "note", "warning", "error")
            assert result["message"]["text"]
            for location in result["locations"]:
                physical = location["physicalLocation"]
                assert " " not in physical["artifactLocation"]["uri"]
                region = physical.get("region", {})
                assert set(region) in (set(), LINES | {"charOffset", "charLength"}, {"startLine"})
                assert all(isinstance(value, int) for value in region.values())
                assert region.get("startLine", 1) >= 1 and region.get("charOffset", 0) >= 0
            for fix in result.get("fixes", ()):
                for change in fix["artifactChanges"]:
                    assert change["replacements"] and change["artifactLocation"]["uri"]
                    for replacement in change["replacements"]:
                        assert set(replacement) == {"deletedRegion", "insertedContent"}


def test_sarif(folder: Path) -> None:
    result = verify(*(article(folder, form) for form in MAKERS), folder / "no such.md")
    log = sarif(result)
    check_sarif(log)
    run = log["runs"][0]
    assert len(run["results"]) == 2 * len(MAKERS)
    assert {entry["ruleId"] for entry in run["results"]} == {"wording-changed", "misattributed"}
    assert run["invocations"][0]["executionSuccessful"] is False
    assert sum("fixes" in entry for entry in run["results"]) == len(TEXT_FORMATS)
    assert set(RULES) >= {entry["ruleId"] for entry in run["results"]}


def test_regions_of_sarif_have_lines_and_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    wrong = EU.replace("designed to operate", "designed to work").replace(" levels", "\r\n> levels")
    path.write_bytes(f"👩 The AI Act:\r\n\r\n> {wrong}\r\nEnd".encode())
    (entry,) = sarif(verify(path))["runs"][0]["results"]
    region = entry["locations"][0]["physicalLocation"]["region"]
    lines = path.read_bytes().decode().split("\n")
    assert (region["startLine"], region["startColumn"]) == (3, 3 + (EU[0] != wrong[0]))
    first = lines[2][region["startColumn"] - 1 :]
    last = lines[region["endLine"] - 1][: region["endColumn"] - 1]
    assert (
        "\n".join([first, last]) == path.read_bytes().decode()[region["charOffset"] :][: region["charLength"]]
    )
    deleted = entry["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    line = lines[deleted["startLine"] - 1]
    assert line[deleted["startColumn"] - 1 : deleted["endColumn"] - 1] == "work"


def test_a_passage_of_a_file_that_is_put_in_is_told_there(tmp_path: Path) -> None:
    wrong = EU.replace("designed to operate", "designed to work")
    (tmp_path / "one.tex").write_text(f"\n\nThe AI Act says: {wrong}", encoding="utf-8")
    (tmp_path / "main.tex").write_text("Text \\input{one}", encoding="utf-8")
    result = verify(tmp_path / "main.tex")
    assert [str(passage.place) for passage in result.wrong] == ["one.tex, line 3"]
    assert result.files[0].corrected() is None and result.wrong[0].source is None
    (entry,) = sarif(result)["runs"][0]["results"]
    physical = entry["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"].endswith("/one.tex") and physical["region"] == {"startLine": 3}


def test_fixes_of_sarif_are_the_corrections(folder: Path) -> None:
    path = article(folder, "markdown")
    result = verify(path)
    source = path.read_text(encoding="utf-8")
    fix = next(entry["fixes"][0] for entry in sarif(result)["runs"][0]["results"] if "fixes" in entry)
    for replacement in reversed(fix["artifactChanges"][0]["replacements"]):
        begin = replacement["deletedRegion"]["charOffset"]
        end = begin + replacement["deletedRegion"]["charLength"]
        source = source[:begin] + replacement["insertedContent"]["text"] + source[end:]
    data = result.files[0].corrected()
    assert data is not None and data.decode() == source


# --- the command ----------------------------------------------------------------------------------


def ran(capture: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main(["verify", *map(str, arguments)])
    return code, *capture.readouterr()


def test_exit_codes(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right = tmp_path / "right.txt"
    right.write_text(f"The AI Act says: {EU}", encoding="utf-8")
    nothing = tmp_path / "nothing.txt"
    nothing.write_text(NEUTRAL, encoding="utf-8")
    wrong = article(folder, "markdown")
    missing = tmp_path / "missing.txt"
    assert ran(capsys, right)[0] == 0
    code, out, err = ran(capsys, nothing)
    assert (code, err) == (0, "") and "No passage in 1 file." in out
    assert ran(capsys, right, wrong)[0] == 1
    code, out, err = ran(capsys, right, wrong, missing)
    assert code == 2, "a file that could not be read goes before one that is wrong"
    assert err == f"aidefs: cannot read '{missing}': no such file or directory\n"
    assert "1 file not read." in " ".join(out.split()) and "3 exact" in out
    assert ran(capsys)[0] == 2


PARAPHRASE = (
    "The OECD regards as an AI system any machine-based system that, for explicit or implicit aims, infers "
    "from the inputs received how it may generate outputs, for instance predictions, content, or decisions, "
    "which could influence the physical or the virtual environments around it."
)


def test_paraphrases_are_wrong_where_one_is_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(PARAPHRASE, encoding="utf-8")
    assert verify(file).counts()["paraphrase"] == 1
    assert ran(capsys, file)[0] == 0
    assert ran(capsys, file, "--strict")[0] == 1


@pytest.mark.parametrize("form", MAKERS)
def test_standard_input(
    form: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = article(folder, form).read_bytes()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    code, out, err = ran(capsys, "-")
    assert (code, err) == (1, "") and "Quotations in standard input" in out
    assert (
        "3 passages in 1 file: 2 exact, 1 differing in words; 1 attributed to another text; 2 faults to mend."
        in " ".join(out.split())
    )


def test_fix_writes_copies_and_overwrites_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a").mkdir()
    Path("a/x.md").write_bytes(article(folder, "markdown").read_bytes())
    Path("x.md").write_bytes(article(folder, "markdown").read_bytes())
    before = Path("x.md").read_bytes()
    code, out, err = ran(capsys, "a/x.md", "x.md", article(folder, "pdf"), "--fix", "new")
    assert (code, err) == (1, "")
    assert "new/a/x.md: 1 corrected, 1 left to the author\n  line " in out
    assert f": left to the author: {SOURCE}\n" in out
    assert f"{article(folder, 'pdf')}: not corrected, 2 left to the author" in out
    assert Path("new/x.md").read_bytes() == Path("new/a/x.md").read_bytes() != before
    assert Path("x.md").read_bytes() == before
    code, out, _ = ran(capsys, article(folder, "docx"), article(folder, "odt"), "--fix", "office")
    assert code == 1 and all(f"office/article.{form}: 1 corrected, 1 left" in out for form in ("docx", "odt"))
    assert {path.name for path in Path("office").iterdir()} == {"article.docx", "article.odt"}
    code, out, err = ran(capsys, "x.md", "--fix", ".")
    assert code == 2 and "exists" in err and Path("x.md").read_bytes() == before
    assert ran(capsys, "x.md", "--fix", "new")[0] == 2, "nor is an earlier copy"


def test_sarif_from_the_command(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, article(folder, "html"), "--format", "sarif")
    assert code == 1
    check_sarif(json.loads(out))
    assert ran(capsys, article(folder, "html"), "--out", tmp_path / "a.sarif")[0] == 1
    assert (tmp_path / "a.sarif").read_text(encoding="utf-8") == out


@pytest.mark.parametrize("name", ["report.txt", "report.sarif"])
def test_a_report_is_replaced_with_force_alone(
    name: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / name
    report.write_text("earlier", encoding="utf-8")
    code, out, err = ran(capsys, article(folder, "text"), "--out", report)
    assert (code, out, err) == (2, "", f"aidefs: '{report}' exists; --force replaces it\n")
    assert report.read_text(encoding="utf-8") == "earlier"
    assert ran(capsys, article(folder, "text"), "--out", report, "--force") == (1, "", "")
    assert "coe-2024" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "markdown", "latex", "html", "json", "csv"])
def test_names_of_files_are_escaped(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "<script>a\x1b[31m&|.md"
    file.write_text(EU, encoding="utf-8")
    code, out, _ = ran(capsys, file, "--format", form)
    assert code == 0 and "\x1b" not in out
    assert form != "html" or "<script>" not in out


def test_a_library_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    examples = Path(__file__).parents[2] / "examples"
    own = aidefs.Library.load(examples / "my-definitions")
    text = next(iter(own.values())).text
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    _, out, _ = ran(capsys, file, "--library", examples / "my-definitions", "--format", "json")
    found = json.loads(out)["files"][0]["quotations"]
    assert any(q["definition"] in own or set(q["exact_matches"]) & set(own) for q in found)


# --- documents in memory --------------------------------------------------------------------------


@pytest.mark.parametrize("form", sorted(MAKERS))
def test_bytes_with_a_name_are_checked_as_the_file_is(form: str, folder: Path) -> None:
    file = article(folder, form)
    data = file.read_bytes()
    [named], [given] = verify(file), aidefs.verify_bytes(file.name, data)
    assert named.to_dict() | {"file": file.name} == given.to_dict()
    assert named.corrected() == given.corrected()


def test_a_name_of_bytes_is_never_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the document nor the state of it that is read again after a correction sees a file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "beside.tex").write_text(COE, encoding="utf-8")
    wrong = EU.replace("varying", "various")
    source = f"Article 3(1) of the AI Act says: ``{wrong}''\n\n\\input{{beside}}\n"
    (tmp_path / "main.tex").write_text(source, encoding="utf-8")
    assert {p.quotation.definition.id for p in verify("main.tex").passages} >= {aidefs.get("coe").id}
    for name in ("main.tex", str(tmp_path / "main.tex"), "../main.tex", "nul\0.tex"):
        [checked] = aidefs.verify_bytes(name, source.encode())
        assert [p.quotation.definition.id for p in checked.passages] == [aidefs.get("eu").id]
        assert not checked.fault and checked.corrected() == source.replace(wrong, EU).encode()


def test_bytes_that_cannot_be_read_are_a_fault_with_the_name() -> None:
    [checked] = aidefs.verify_bytes("paper.docx", b"PK\x03\x04 no archive")
    assert checked.fault.startswith("cannot read 'paper.docx': ")
    with pytest.raises(InputError, match="unknown document format"):
        aidefs.verify_bytes("paper", b"", form="wordstar")


def test_a_process_of_its_own_says_of_bytes_what_this_one_says() -> None:
    task = Task.of(None, None, None, timeout=60)
    for name, data in (("paper.docx", b"PK\x03\x04 no archive"), ("paper.md", EU.encode())):
        [here] = aidefs.verify_bytes(name, data)
        assert check_bytes(name, data, task).to_dict() == here.to_dict()


def test_no_process_is_started_unless_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(EU, encoding="utf-8")
    monkeypatch.setattr(jobs, "_SHARE", 1)  # as if the files were worth a process each
    monkeypatch.setattr(verification, "in_processes", lambda *_: pytest.fail("a process was started"))
    assert len(verify(tmp_path).passages) == 2
    assert sum(len(one.passages) for one in verify_each(tmp_path)) == 2


# --- every term ---------------------------------------------------------------------------------


@pytest.mark.parametrize("term", aidefs.Library.shipped().terms[1:])
def test_what_is_quoted_letter_for_letter_is_not_reproached_in_the_library_of_its_term(term: str) -> None:
    library = aidefs.Library.shipped().of(term)
    own = [one for one in library.values() if one.terms[0] == term]
    quoted = "".join(f"{one.title} reads:\n\n> {' '.join(one.text.split())}\n\n{NEUTRAL}\n\n" for one in own)
    found = aidefs.verify_bytes("a.md", quoted.encode(), library=library).passages
    assert len(found) == len(own)
    assert [(one.quotation.verdict, one.wrong) for one in found] == [("exact", False)] * len(own)


@pytest.mark.parametrize("name", ["The AI Act", "Article 3(4) of Regulation (EU) 2024/1689"])
def test_an_act_is_known_by_its_names_in_the_library_of_another_term(name: str) -> None:
    library = aidefs.Library.shipped().of("deployer")
    text = f"{name} says:\n\n> {library['eu-ai-act-2024-deployer'].text}\n"
    (passage,) = aidefs.verify_bytes("a.md", text.encode(), library=library).passages
    assert passage.quotation.attribution.fits and not passage.wrong
    (other,) = aidefs.verify_bytes("a.md", text.replace(name, "SB 24-205").encode(), library=library).passages
    assert other.quotation.attribution.fits is False


@pytest.mark.parametrize(("cited", "meant"), [("", "oecd-2024"), (", 2023", "oecd-2023")])
def test_a_fragment_is_held_against_the_version_that_is_cited(cited: str, meant: str, tmp_path: Path) -> None:
    words = "“vary in their levels of autonomy and adaptiveness after deployment”"
    note = tmp_path / "note.md"
    note.write_text(f"As to the OECD, systems {words}.[^1]\n\n[^1]: OECD, Recommendation of the Council on "
                    f"Artificial Intelligence (OECD/LEGAL/0449{cited}).\n", encoding="utf-8")  # fmt: skip
    (row,) = verify(note).records()
    assert (row["id"], row["verdict"], row["fits"]) == (meant, "exact", True)


def test_a_name_that_is_broken_across_lines_is_shown_on_one(tmp_path: Path) -> None:
    words = aidefs.get("coe").text
    (tmp_path / "a.md").write_text(f"> {words}\n\nThe Council of Europe Framework\nConvention on Artificial\n"
                                   f"Intelligence says: “{words}”", encoding="utf-8")  # fmt: skip
    shown = verify(tmp_path / "a.md").to_markdown()
    assert "Council of Europe Framework Convention on Artificial Intelligence" in shown


# --- the definitions of every term ------------------------------------------------------------

PROVIDER = (
    aidefs.get("eu-ai-act-2024-provider").text.rstrip(";").replace("or free of charge", "and free of charge")
)


def test_quotations_of_every_term_are_checked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "roles.md"
    path.write_text(f"The AI Act says: “{PROVIDER}”\n", encoding="utf-8")
    [passage] = verify(path).wrong
    assert passage.quotation.definition.id == "eu-ai-act-2024-provider"
    assert not verify(path, library=aidefs.Library.shipped().of("ai-system")).wrong
    codes = [
        run("verify", str(path), *term).code for term in ((), ("--term", "provider"), ("--term", "ai-system"))
    ]
    assert codes == [1, 1, 0]


def test_the_official_source_of_a_text_is_printed_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        f"The EU AI Act defines: “{EU.replace('may exhibit', 'must exhibit')}”.\n\n"
        f"Article 3(1) of the EU AI Act: “{EU.replace('physical or', 'physical and')}”.\n",
        encoding="utf-8",
    )
    said = " ".join(aidefs.verify(tmp_path / "a.md").to_text().split())
    assert said.count("Official source: European Union") == 1
    assert said.count("Official source: as under passage ") == 1


def test_the_words_of_a_misattributed_passage_are_printed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"The AI Act defines in Article 3(1): “{OECD}”\n", encoding="utf-8")
    result = aidefs.verify(tmp_path / "a.md")
    said = " ".join(result.to_text().split())
    assert [one.misattributed for one in result.passages] == [True]
    begins = " ".join(OECD.split()[:10])
    assert f"the wording is that of OECD 2019, letter for letter: {begins}" in said
    assert OECD not in said, "shortened"
    assert begins in " ".join(result.to_html().split())


def test_a_fault_is_not_listed_again_among_what_is_none(tmp_path: Path) -> None:
    cut = "a machine-based system that is designed to operate with varying levels of autonomy and that {}"
    wrong, right = cut.format("must"), cut.format("may")
    for words, heading in ((wrong, "To mend, the gravest first"), (right, "Different, and no fault")):
        (tmp_path / "a.md").write_text(f"The AI Act speaks of “{words}”.\n", encoding="utf-8")
        said = aidefs.verify(tmp_path / "a.md").to_text()
        before, found, behind = said.partition(heading)
        assert found and "condition or an exception" not in before
        assert " ".join(behind.split()).count("ends before a condition or an exception") == 1
        assert ("Different, and no fault" in said) == (words is right)
