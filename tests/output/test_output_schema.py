"""Results as JSON are what `data/output.schema.json` says, and have no key that it does not name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support.command import Run

import aidefs

ROOT = Path(__file__).resolve().parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "data" / "output.schema.json").read_text("utf-8"))
KINDS = [one["$ref"].removeprefix("#/$defs/") for one in SCHEMA["oneOf"]]

DRAFT = (
    "“AI system” means software that may generate outputs such as text, predictions, or decisions, but does "
    "not include a calculator."
)
FRENCH = "« Système d’IA » : un système automatisé qui peut générer des résultats tels que des prédictions."
ARTICLE = """The EU AI Act defines an AI system as “a machine-based system that never infers” (Article 3(1)).

The OECD speaks of systems that “vary in their levels of autonomy and adaptiveness after deployment”.

> GDPR, Article 4(4): ‘profiling’ means any form of automated processing of personal data to rate a person.
"""
REFERENCE = "In this Act, “artificial intelligence” has the meaning given in 15 U.S.C. 9401(3)."

RESULTS: dict[str, Callable[[], Any]] = {
    "two texts": lambda: aidefs.compare("coe", "eu"),
    "three texts": lambda: aidefs.compare("coe", "eu", "oecd"),
    "two languages": lambda: aidefs.compare("eu", "eu:fr"),
    "a draft": lambda: aidefs.compare("oecd", DRAFT),
    "a French draft": lambda: aidefs.compare("eu:fr", FRENCH),
    "review": lambda: aidefs.review(DRAFT, against=["oecd", "eu"]),
    "review in French": lambda: aidefs.review(FRENCH, against=["oecd", "eu"]),
    "redline": lambda: aidefs.diff("oecd@2019", "oecd"),
    "letters": lambda: aidefs.diff("oecd@2019", "oecd", level="char"),
    "chain": lambda: aidefs.chain("oecd@2019", "oecd", "eu"),
    "table": lambda: aidefs.table("coe", "eu", "eu:fr"),
    "segmentation": lambda: aidefs.segment(DRAFT),
    "reviewed segmentation": lambda: aidefs.segment("eu"),
    "no cues": lambda: aidefs.compare("eu-com-2018-237-fi", "eu"),
    "extraction": lambda: aidefs.extract(REFERENCE),
    "lineage": lambda: aidefs.lineage("eu"),
    "origins": lambda: aidefs.origins("eu"),
    "collation": lambda: aidefs.collate("oecd@2019", "oecd", "eu"),
    "definition": lambda: aidefs.get("eu"),
    "search": lambda: aidefs.search("infer*", element="inference"),
    "search without a hit": lambda: aidefs.search("autonomeous"),
    "quotation": lambda: aidefs.check("AI system means a machine-based system that never infers", "eu"),
    "words of nowhere": lambda: aidefs.check("zebra crossings with stripes", "eu"),
    "matrix": lambda: aidefs.matrix("coe", "eu", "oecd", baseline="coe"),
    "families": lambda: aidefs.families("coe", "eu", "oecd", "oecd@2019"),
    "nearest": lambda: aidefs.nearest(DRAFT),
    "coverage": lambda: aidefs.coverage("coe", "eu", baseline="eu"),
    "timeline": lambda: aidefs.timeline("autonomy"),
    "collection": lambda: aidefs.collection(),
    "changes": lambda: aidefs.changes("2026.11"),
    "formulas": lambda: aidefs.formulas("coe", "eu", "oecd", "oecd@2019"),
    "glossary": lambda: aidefs.glossary(),
}

COMMANDS: dict[str, tuple[str, ...]] = {
    "list": ("list", "utah"),
    "list without a hit": ("list", "zzzz"),
    "terms": ("terms",),
    "elements": ("elements",),
    "check": ("check", "wrong"),
    "verify": ("verify", "article.md", "broken.docx"),
    "agreement": ("agreement", "one.toml", "--against", "reviewed"),
}


def closed(schema: Any) -> Any:
    """The schema without room for keys that it does not name."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    return {"additionalProperties": False, **made} if "properties" in made else made


CLOSED = {kind: closed(schema) for kind, schema in SCHEMA["$defs"].items()}


def held_to(text: str) -> str:
    """Asserts that JSON is what the schema says; gives its kind."""
    data = json.loads(text)
    kind = data["schema"].split("/")[1]
    jsonschema.validate(data, {"$ref": f"#/$defs/{kind}", "$defs": CLOSED}, jsonschema.Draft202012Validator)
    return str(kind)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"].keys() >= {*KINDS}


@pytest.mark.parametrize("name", RESULTS)
def test_results_are_what_the_schema_says(name: str) -> None:
    held_to(RESULTS[name]().to_json())


@pytest.mark.parametrize("name", COMMANDS)
def test_output_of_commands_is_what_the_schema_says(
    name: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.md").write_text(ARTICLE, "utf-8")
    (tmp_path / "broken.docx").write_bytes(b"no archive")
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong" / "record.toml").write_text('id = "other"\n', "utf-8")
    cut = [list(piece) for piece in aidefs.get("oecd").segments]
    (tmp_path / "one.toml").write_text(
        f'[[definition]]\nid = "oecd-2024"\nsegments = {json.dumps(cut)}\n', "utf-8"
    )
    held_to(run(*COMMANDS[name], "--format", "json").out)


def test_files_that_commands_write_are_what_the_schema_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "one.txt").write_text(aidefs.get("eu").text, "utf-8")
    (tmp_path / "documents" / "two.txt").write_text(REFERENCE, "utf-8")
    assert run("corpus", str(tmp_path / "documents"), "--out", str(tmp_path / "found")).code == 0
    assert held_to((tmp_path / "found" / "summary.json").read_text("utf-8")) == "corpus"
    assert held_to(run("spread", str(tmp_path / "found"), "--format", "json").out) == "spread"
    assert run("export", str(tmp_path / "exported"), "--format", "json").code == 0
    (file,) = (tmp_path / "exported").glob("*.json")
    assert held_to(file.read_text("utf-8")) == "export"


def test_every_kind_is_tried_and_explained() -> None:
    """The page on JSON names the kinds of the schema, each with its number."""
    explained = re.findall(
        r"^\| `aidefs/([a-z]+/\d)` \|", (ROOT / "docs" / "json.md").read_text("utf-8"), re.MULTILINE
    )
    numbered = [
        SCHEMA["$defs"][kind]["properties"]["schema"]["const"].removeprefix("aidefs/") for kind in KINDS
    ]
    assert sorted(explained) == sorted(numbered)


def test_a_schema_without_a_key_would_be_seen() -> None:
    data = json.loads(aidefs.diff("oecd@2019", "oecd").to_json())
    data["steps"] = 3
    with pytest.raises(jsonschema.ValidationError, match="steps"):
        held_to(json.dumps(data))
