"""Every rule for data files has a small case that breaks it alone, and the check finds just that."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.errors import Fault
from aidefs.library.checks import check, check_datasets
from aidefs.library.files import DataSet, Disk, File, open_dataset
from aidefs.library.library import Library
from aidefs.library.rules import RULES
from aidefs.library.schema import DEFINITION, validate

RECORD = """\
id = "b-2021"
label = "B Act"
title = "B Act 2021"
prose = "the B Act"
term = "AI system"
lang = "en"
text = "“AI system” means a machine that learns."
instrument = "B Act"
issuer = "Parliament of B"
jurisdiction = "BB"
kind = "statute"
legal_force = "binding"
status = "in force"
status_as_of = "2026-11-21"
adopted = "2021-05-17"
url = "https://example.org/b"
rights = "parliament-of-b"
segments = [
  ["frame", "“AI system” means"],
  ["machine-based", "a machine"],
  ["adaptiveness", "that learns."],
]

[identifiers]
bill = "B 12"

[[predecessors]]
id = "a-2020"
ground = "documented"

[authenticity]
languages = ["en", "fr"]

[verification]
state = "one copy"
seen = "2026-11-21"

[[verification.places]]
title = "B Gazette"
publisher = "B"
official = true
"""

EARLIER = """\
id = "a-2020"
label = "A Act"
title = "A Act 2020"
prose = "the A Act"
term = "AI system"
lang = "en"
text = "“AI system” means a machine."
instrument = "A Act"
issuer = "Parliament of A"
jurisdiction = "AA"
kind = "statute"
legal_force = "binding"
status = "superseded"
status_as_of = "2026-11-21"
adopted = "2020"
rights = "parliament-of-a"

[verification]
state = "one copy"
seen = "2026-11"
"""

FRENCH = EARLIER.replace("a-2020", "a-2020-fr").replace("A Act", "A Act (French)")
FRENCH = FRENCH.replace('lang = "en"', 'lang = "fr"\nversion_of = "a-2020"')
FRENCH = FRENCH.replace("“AI system” means a machine.", "Un système d’IA est une machine.")

ELEMENTS = """\
term = "AI system"

[[element]]
id = "frame"
label = "Frame"
asks = "Which term?"
group = "frame"
role = "frame"

[[element]]
id = "machine-based"
label = "Machine-based"
asks = "What?"
group = "core"

[[element.authorities]]
document = "Guidelines"

[[element]]
id = "adaptiveness"
label = "Adaptiveness"
asks = "Does it learn?"
group = "core"

[element.cues]
en = ["learn"]

[[element]]
id = "scope"
label = "Scope"
asks = "Where?"
group = "other traditions"
"""

SOUND: Mapping[str, str] = {
    "definitions/a-2020.toml": EARLIER,
    "definitions/a-2020-fr.toml": FRENCH,
    "definitions/b-2021.toml": RECORD,
    "aliases.toml": '[b]\ncurrent = "b-2021"\nversions = ["a-2020", "b-2021"]\n',
    "dataset.toml": 'version = "2026.11"\n',
    "elements.toml": ELEMENTS,
    "jurisdictions.toml": '[AA]\nnames = ["Aland"]\n\n[BB]\nnames = ["Beland"]\ncodes = ["BBB"]\n',
    "segmentation/lexicon-en.toml": 'device = "machine*"\n',
    "segmentation/weights.toml": (
        'elements = "scope"\ncost = 90\nstays = "OF,0 5"\n[features.class]\nscope = "device 12"\n'
    ),
    "word-weights.toml": '[en]\nscope = "field 12"\n',
    "LICENSE.md": "# Rights\n\n## Parliament of A\n\nFree.\n\n## Parliament of B\n\nFree.\n",
}

A, FR, B = "definitions/a-2020.toml", "definitions/a-2020-fr.toml", "definitions/b-2021.toml"


class Case(NamedTuple):
    """A sound folder with one place changed, and the one fault that this is.

    `old` = "" replaces the whole file, `new` = None removes it.
    """

    code: str
    file: str
    old: str
    new: str | bytes | None
    key: str = ""
    message: str = ""


CASES = [
    Case("not-utf-8", A, "", b'id = "a-2020"\ntext = "caf\xe9"\n', "", "byte 0xe9 in line 2 is not UTF-8"),
    Case(
        "toml-syntax",
        A,
        'lang = "en"',
        "lang = en",
        "",
        "not valid TOML: Invalid value (at line 6, column 8)",
    ),
    Case("missing-file", "dataset.toml", "", None, "", "is missing"),
    Case("missing-file", "word-weights.toml", "", None, "", "is missing"),
    Case("unknown-key", B, "prose =", 'titel = "B"\nprose =', "titel", "unknown key; nearest: title"),
    Case("unknown-key", B, "bill =", "bil =", "identifiers.bil", "unknown key; nearest: bill"),
    Case(
        "unknown-key", B, "seen =", 'sean = "2026"\nseen =', "verification.sean", "unknown key; nearest: seen"
    ),
    Case("missing-key", B, 'issuer = "Parliament of B"\n', "", "issuer", "is missing"),
    Case("missing-key", B, 'ground = "documented"', "", "predecessors[1].ground", "is missing"),
    Case("missing-key", "dataset.toml", 'version = "2026.11"', "", "version", "is missing"),
    Case(
        "missing-key",
        "aliases.toml",
        "",
        "[b]\nversions = []\n",
        "b",
        "neither current nor versions says what it stands for",
    ),
    Case(
        "wrong-type",
        B,
        '"2021-05-17"',
        "2021-05-17",
        "adopted",
        "expected a string, found a date or time; put it in quotes",
    ),
    Case("wrong-type", B, "official = true", 'official = "yes"', "verification.places[1].official"),
    Case("wrong-type", B, '["en", "fr"]', '"en"', "authenticity.languages"),
    Case(
        "wrong-type",
        B,
        "[[predecessors]]",
        "[predecessors]",
        "predecessors",
        "expected an array of tables, found a table; write [[predecessors]]",
    ),
    Case("wrong-type", B, '[identifiers]\nbill = "B 12"', "identifiers = 1", "identifiers"),
    Case("wrong-type", B, '["machine-based", "a machine"]', '["machine-based"]', "segments[2]"),
    Case("wrong-type", "elements.toml", 'en = ["learn"]', 'en = "learn"', "element[3].cues.en"),
    Case("wrong-type", "elements.toml", '[element.cues]\nen = ["learn"]', "cues = 1", "element[3].cues"),
    Case("wrong-type", "elements.toml", 'id = "scope"', "id = 4", "element[4].id"),
    Case("wrong-type", "elements.toml", "", 'term = "AI"\nelement = 3\n', "element"),
    Case("wrong-type", "word-weights.toml", "field 12", "field twelve", "en.scope"),
    Case("wrong-type", "word-weights.toml", "field 12", "field", "en.scope"),
    Case("wrong-type", "segmentation/lexicon-en.toml", '"machine*"', "3", "device"),
    Case("wrong-type", "segmentation/weights.toml", "device 12", "device", "features.class.scope"),
    Case("toml-syntax", "segmentation/weights.toml", "cost = 90", "cost =", "", "not valid TOML"),
    Case("wrong-type", "aliases.toml", "", "b = 3\n", "b", "expected a table, found an integer"),
    Case(
        "empty-value",
        B,
        '"https://example.org/b"',
        '" "',
        "url",
        "is empty; a key without a value is left out",
    ),
    Case("empty-value", B, '["machine-based", "a machine"]', '["machine-based", " "]', "segments[2]"),
    Case(
        "unknown-value",
        B,
        '"statute"',
        '"statut"',
        "kind",
        "unknown value 'statut'; nearest: statute, standard",
    ),
    Case("id-form", "aliases.toml", "[b]", "[B]", "B"),
    Case("id-form", "elements.toml", 'id = "scope"', 'id = "the scope"', "element[4].id"),
    Case("date-form", B, '"2021-05-17"', '"17 May 2021"', "adopted"),
    Case("date-real", B, '"2021-05-17"', '"2021-02-30"', "adopted", "there is no day or month 2021-02-30"),
    Case("url-form", B, "https://example.org/b", "www.example.org", "url"),
    Case("lang-form", B, '["en", "fr"]', '["en", "French"]', "authenticity.languages[2]"),
    Case("jurisdiction-form", B, '"BB"', '"Bb"', "jurisdiction"),
    Case("control-character", B, "B Gazette", "B\\u0007Gazette", "verification.places[1].title"),
    Case("id-file", B, 'id = "b-2021"', 'id = "b-2022"', "id"),
    Case("text-margins", B, 'learns."\nins', 'learns. "\nins', "text", "the text ends with white space"),
    Case("text-ellipsis", A, 'text = "“AI', 'text = "… “AI', "text", "the text begins with an ellipsis"),
    Case("text-ellipsis", A, 'a machine."', 'a machine . . .”"', "text", "the text ends with an ellipsis"),
    Case(
        "metadata-unseen",
        B,
        'bill = "B 12"',
        'bill = "B 12 (from memory)"',
        "identifiers.bill",
        "says 'from memory'; leave out what was not seen, or say it in notes",
    ),
    Case(
        "metadata-unseen", B, 'title = "B Gazette"', 'title = "B, not seen"', "verification.places[1].title"
    ),
    Case(
        "status-date", A, 'as_of = "2026-11-21"', 'as_of = "2026-11"', "status_as_of", "'2026-11' is no day"
    ),
    Case(
        "status-date",
        B,
        'adopted = "2021-05-17"',
        'adopted = "2021-05-17"\nin_force = "2027"',
        "status_as_of",
        "the status is stated for 2026-11-21, before the date in in_force, 2027",
    ),
    Case(
        "scholarly-force",
        B,
        '"statute"',
        '"scholarly"',
        "legal_force",
        "a scholarly text cannot be 'binding'",
    ),
    Case(
        "translation-original",
        A,
        "[verification]",
        "[authenticity]\ntranslation = true\n\n[verification]",
        "authenticity",
        "name the original in translation_of",
    ),
    Case("label-length", B, 'label = "B Act"', 'label = "B Act of the Parliament of BB"', "label"),
    Case(
        "segment-text",
        B,
        '"a machine"',
        '"the machine"',
        "segments",
        "piece 2 and the text part at character 18: the piece has 'the machine', the text has",
    ),
    Case(
        "segment-element",
        B,
        '["frame"',
        '["framing"',
        "segments[1]",
        "unknown element 'framing'; nearest: frame",
    ),
    Case("label-twice", B, '"B Act"\ntitle', '"A Act"\ntitle', "label"),
    Case(
        "same-text",
        FR,
        "Un système d’IA est une machine.",
        "“AI SYSTEM” means: a machine;",
        "same_text_as",
        "'a-2020' has the same words; name it in same_text_as",
    ),
    Case(
        "term-without-elements",
        A,
        'lang = "en"',
        'lang = "en"\nterms = ["ai-system", "deep-fak"]',
        "terms",
        "there are no elements of 'deep-fak'; nearest: deep-fake",
    ),
    Case(
        "term-folder",
        A,
        'lang = "en"',
        'lang = "en"\nterms = ["deep-fake"]',
        "terms",
        "the first term is 'deep-fake', and the file stands among those of 'ai-system'",
    ),
    Case("rights-unknown", B, '"parliament-of-b"', '"parliament-b"', "rights"),
    Case("predecessor-unknown", B, 'id = "a-2020"', 'id = "a-2002"', "predecessors[1].id"),
    Case(
        "predecessor-cycle",
        A,
        "[verification]",
        '[[predecessors]]\nid = "b-2021"\nground = "wording"\n\n[verification]',
        "predecessors",
        "the text is its own predecessor: a-2020 -> b-2021 -> a-2020",
    ),
    Case("predecessor-cycle", B, 'id = "a-2020"', 'id = "b-2021"', "predecessors"),
    Case(
        "relation-unknown",
        B,
        'lang = "en"',
        'lang = "en"\nsupersedes = ["a-2020", "a-2002"]',
        "supersedes[2]",
        "there is no definition 'a-2002'; nearest: a-2020",
    ),
    Case("relation-unknown", B, 'lang = "en"', 'lang = "en"\nimplements = ["a-2002"]', "implements[1]"),
    Case("relation-cycle", B, 'lang = "en"', 'lang = "en"\nsupersedes = ["b-2021"]', "supersedes"),
    Case(
        "relation-cycle",
        B,
        'lang = "en"',
        'lang = "en"\nimplements = ["b-2021"]',
        "implements",
        "the text implements itself: b-2021 -> b-2021",
    ),
    Case(
        "relation-twice",
        B,
        'lang = "en"',
        'lang = "en"\nsupersedes = ["a-2020", "a-2020"]',
        "supersedes[2]",
        "'a-2020' is named twice",
    ),
    Case("version-unknown", FR, 'of = "a-2020"', 'of = "a-2019"', "version_of"),
    Case("version-chain", B, 'lang = "en"', 'lang = "de"\nversion_of = "a-2020-fr"', "version_of"),
    Case("version-chain", B, 'lang = "en"', 'lang = "en"\ntranslation_of = "b-2021"', "translation_of"),
    Case("version-language", FR, 'lang = "fr"', 'lang = "en"', "version_of"),
    Case("version-twice", B, 'lang = "en"', 'lang = "fr"\nversion_of = "a-2020"', "version_of"),
    Case("alias-taken", "aliases.toml", "[b]", "[b-2021]", "b-2021"),
    Case("alias-unknown", "aliases.toml", '["a-2020"', '["a-2002"', "b"),
    Case("alias-unknown", "aliases.toml", "[b]", '[names]\na-2002 = ["A"]\n[b]', "names"),
    Case("wrong-type", "aliases.toml", "[b]", '[names]\na-2020 = "A"\n[b]', "names.a-2020"),
    Case("jurisdiction-unknown", B, 'n = "BB"', 'n = "CC"', "jurisdiction"),
    Case("jurisdiction-form", "jurisdictions.toml", "[BB]", '[BB]\nnames = ["B"]\n[Bc]', "Bc"),
    Case("missing-key", "jurisdictions.toml", 'names = ["Beland"]\n', "", "BB.names"),
    Case("wrong-type", "jurisdictions.toml", '["BBB"]', '"BBB"', "BB.codes"),
    Case("empty-value", "jurisdictions.toml", '["Beland"]', "[]", "BB.names"),
    Case("unknown-key", "jurisdictions.toml", "codes =", "code =", "BB.code"),
    Case("element-twice", "elements.toml", 'id = "scope"', 'id = "frame"', "element[4].id"),
    Case("role-twice", "elements.toml", 'id = "scope"', 'id = "scope"\nrole = "frame"', "element[4].role"),
    Case(
        "unknown-value",
        "elements.toml",
        'id = "scope"',
        'id = "scope"\nrole = "remainder"',
        "element[4].role",
        "unknown value 'remainder'; expected one of: frame, genus, rest",
    ),
    Case("element-reserved", "elements.toml", 'id = "scope"', 'id = "core"', "element[4].id"),
    Case(
        "cue-syntax",
        "elements.toml",
        '["learn"]',
        '["learn", "learn (from|by"]',
        "element[3].cues.en[2]",
        "cannot be read: 'learn (from|by'",
    ),
    Case(
        "cue-syntax",
        "elements.toml",
        '["learn"]',
        '["[learn]"]',
        "element[3].cues.en[1]",
        "matches without any word: '[learn]'",
    ),
    Case("no-elements", "elements.toml", "", 'term = "AI"\nelement = []\n', "element"),
]


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes files into a folder."""
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def check_as_shipped(folder: Path) -> list[Fault]:
    """Checks a folder as strictly as the collection that comes with aidefs."""
    return check_datasets([open_dataset(Disk(str(folder)), "data", shipped=True)]).faults


def changed(case: Case) -> dict[str, str | bytes]:
    """The sound files with the place of the case changed."""
    files: dict[str, str | bytes] = dict(SOUND)
    if case.new is None:
        del files[case.file]
    elif not case.old:
        files[case.file] = case.new
    else:
        sound = SOUND[case.file]
        assert case.old in sound
        files[case.file] = sound.replace(case.old, str(case.new), 1)
    return files


def test_the_sound_folder_is_sound(tmp_path: Path) -> None:
    assert check_as_shipped(write(tmp_path, SOUND)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.file}-{case.key}")
def test_each_rule_is_broken_alone(tmp_path: Path, case: Case) -> None:
    faults = check_as_shipped(write(tmp_path, changed(case)))
    assert [(fault.code, fault.file, fault.key) for fault in faults] == [
        (case.code, f"data/{case.file}", case.key)
    ]
    assert case.message in faults[0].message


@pytest.mark.parametrize("key", ["supersedes", "implements", "same_text_as"])
def test_a_cycle_of_two_is_found_once(tmp_path: Path, key: str) -> None:
    files: dict[str, str | bytes] = dict(SOUND)
    for file, other in ((A, "b-2021"), (B, "a-2020")):
        files[file] = SOUND[file].replace('lang = "en"', f'lang = "en"\n{key} = ["{other}"]')
    assert [str(fault) for fault in check_as_shipped(write(tmp_path, files))] == [
        f"data/{A}: {key}: the text {key} itself: a-2020 -> b-2021 -> a-2020 [relation-cycle]"
    ]


def test_the_same_text_is_named_by_one_of_the_two(tmp_path: Path) -> None:
    said = "“AI system” means a machine"
    files: dict[str, str | bytes] = dict(SOUND)
    files[B] = (
        SOUND[B].replace(f"{said} that learns.", f"{said}.").replace('["adaptiveness", "that learns."],', "")
    )
    files[B] = str(files[B]).replace('"a machine"]', '"a machine."]')
    assert [fault.code for fault in check_as_shipped(write(tmp_path, files))] == ["same-text"]
    for file, other in ((A, "b-2021"), (B, "a-2020")):
        named = str(files[file]).replace('lang = "en"', f'lang = "en"\nsame_text_as = ["{other}"]')
        assert check_as_shipped(write(tmp_path, {**files, file: named})) == []


def test_elements_of_a_term_are_checked_and_its_records_held_to_them(tmp_path: Path) -> None:
    record = SOUND[B].replace('"b-2021"', '"c-2022"').replace("B 2021", "C 2022")
    named = record.replace('lang = "en"', 'lang = "en"\nterms = ["duty"]')
    files: dict[str, str | bytes] = {**SOUND, "definitions/duty/c-2022.toml": named}
    files["aliases.toml"] = ""
    codes = {fault.code for fault in check_as_shipped(write(tmp_path, files))}
    assert "term-without-elements" in codes and "term-folder" not in codes
    files["terms/duty.toml"] = ELEMENTS.replace('id = "machine-based"', 'id = "Machine"')
    faults = check_as_shipped(write(tmp_path, files))
    assert ("id-form", "terms/duty.toml") in {(one.code, one.file.split("/", 1)[-1][-15:]) for one in faults}
    assert {one.code for one in faults if "c-2022" in one.file} >= {"segment-element"}


def test_relations_of_two_kinds_make_no_cycle(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = dict(SOUND)
    files[A] = SOUND[A].replace('lang = "en"', 'lang = "en"\nimplements = ["b-2021"]')
    files[B] = SOUND[B].replace('lang = "en"', 'lang = "en"\nsupersedes = ["a-2020"]')
    assert check_as_shipped(write(tmp_path, files)) == []


def test_a_folder_without_definitions(tmp_path: Path) -> None:
    (tmp_path / "definitions").mkdir()
    files = {name: text for name, text in SOUND.items() if "/" not in name} | {"aliases.toml": ""}
    faults = check_as_shipped(write(tmp_path, files))
    assert [str(fault) for fault in faults] == [
        "data: there are no definitions in this folder [no-definitions]"
    ]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path, SOUND)
    (tmp_path / "definitions" / "c-2022.toml").mkdir()
    faults = check_as_shipped(tmp_path)
    assert [(fault.code, fault.file) for fault in faults] == [
        ("unreadable-file", "data/definitions/c-2022.toml")
    ]


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} | {"no-definitions", "unreadable-file"} == set(RULES)


def test_all_faults_of_all_files_are_found_at_once(tmp_path: Path) -> None:
    cases = [case for case in CASES if case.code in {"alias-unknown", "unknown-value", "version-unknown"}]
    files: dict[str, str | bytes] = dict(SOUND)
    for case in cases:
        files[case.file] = changed(case)[case.file]
    found = {fault.code for fault in check_as_shipped(write(tmp_path, files))}
    assert found == {case.code for case in cases}


# --- a user's records ---------------------------------------------------------------------------


def test_a_users_record_needs_only_id_and_text() -> None:
    assert validate("mine.toml", {"id": "mine", "text": "A machine."}, shipped=False) == []
    faults = validate("mine.toml", {}, shipped=False)
    assert [(fault.key, fault.code) for fault in faults] == [("id", "missing-key"), ("text", "missing-key")]


def test_a_shipped_record_needs_much_more() -> None:
    required = {field.key for field in DEFINITION if field.required != "never"}
    faults = validate("mine.toml", {"id": "mine", "text": "A machine."}, shipped=True)
    assert {fault.key for fault in faults} == required - {"id", "text"}
    assert {fault.code for fault in faults} == {"missing-key"}


def test_a_user_may_leave_fields_blank_but_not_the_text() -> None:
    table = {"id": "mine", "label": "", "url": "", "text": " "}
    faults = validate("mine.toml", table, shipped=False)
    assert [(fault.key, fault.code) for fault in faults] == [("text", "empty-value")]


def test_a_user_may_use_numbers_of_any_scheme() -> None:
    table = {"id": "mine", "text": "A machine.", "identifiers": {"bgbl": "I 2026, 1"}}
    assert validate("mine.toml", table, shipped=False) == []


def test_a_fault_reads_in_one_line() -> None:
    (fault,) = validate("my/mine.toml", {"id": "mine", "text": "A", "statsu": "x"}, shipped=False)
    assert (
        str(fault) == "my/mine.toml: statsu: unknown key; nearest: status, stage, status_as_of [unknown-key]"
    )


# --- laws ---------------------------------------------------------------------------------------

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from([field.key for field in DEFINITION]) | st.text(max_size=6)


@given(st.dictionaries(KEYS, VALUES, max_size=8), st.booleans())
def test_any_table_can_be_checked(table: dict[str, Any], shipped: bool) -> None:
    for fault in validate("x.toml", table, shipped=shipped):
        assert fault.code in RULES
        assert fault.message


@given(st.sampled_from(sorted(SOUND)), st.data())
def test_any_file_can_be_checked(name: str, data: st.DataObject) -> None:
    """A stretch of any file overwritten with any bytes gives faults, if anything, but no exception."""
    sound = SOUND[name].encode()
    start = data.draw(st.integers(0, len(sound)))
    end = data.draw(st.integers(start, min(len(sound), start + 20)))
    broken = sound[:start] + data.draw(st.binary(max_size=12)) + sound[end:]
    dataset = in_memory({**SOUND, name: broken})
    assert {fault.code for fault in check_datasets([dataset]).faults} <= set(RULES)


def in_memory(files: Mapping[str, str | bytes]) -> DataSet:
    """A shipped data set of files that are on no disk."""
    held = {
        name: File(f"data/{name}", text.encode() if isinstance(text, str) else text)
        for name, text in files.items()
    }
    definitions = {Path(name).stem: file for name, file in held.items() if name.startswith("definitions/")}
    extras = {name: file for name, file in held.items() if "/" not in name}
    return DataSet("data", definitions, extras, shipped=True)


# --- what is shipped ----------------------------------------------------------------------------


def test_the_shipped_collection_is_sound() -> None:
    assert [str(fault) for fault in check(Library.shipped().datasets)] == []
