"""The catalogue: every word of the pages stands in it, in both languages, and none that no page says."""

from __future__ import annotations

import re
import string
from pathlib import Path

import aidefs.web
from aidefs.library.records import GROUPS, KINDS, LEGAL_FORCES, STATES, STATUSES
from aidefs.web.phrases import LANGUAGES, PHRASES

FOLDER = Path(aidefs.web.__file__).parent
SOURCES = [
    path.read_text("utf-8")
    for path in sorted(FOLDER.rglob("*"))
    if path.suffix in (".html", ".py") and path.name != "phrases.py"
]


def test_both_languages_say_everything_with_the_same_parts() -> None:
    for key, words in PHRASES.items():
        assert len(words) == len(LANGUAGES) and all(words), key
        parts = [{name for _, name, _, _ in string.Formatter().parse(one) if name} for one in words]
        assert parts[0] == parts[1], key


def test_french_has_its_spaces() -> None:
    for key, (_, french) in PHRASES.items():
        if not key.endswith(".code"):
            assert not re.search(r"(?<!\u00a0)[;?!»]|(?<![\d\u00a0]):|«(?!\u00a0)", french), key
            assert '"' not in french and "'" not in french, key


def test_every_phrase_is_said_and_every_word_is_a_phrase() -> None:
    text = "\n".join(SOURCES)
    asked = set(re.findall(r"""(?:\bt|\bsay)\(\s*['"]([\w.@ -]+)['"]\s*[,)]""", text))
    assert asked <= set(PHRASES), asked - set(PHRASES)
    beginnings = set(re.findall(r"""(?:\bt|\bsay)\(\s*f?['"]([\w.-]+\.)['"{]""", text)) | {"value."}
    endings = {".title", ".about"}
    prose = ("about.", "method.", "cite.", "accessibility.", "hosting.")
    for key in PHRASES:
        said = key in asked or key in text or any(key.startswith(one) for one in (*beginnings, *prose))
        assert said or any(key.endswith(one) for one in endings), key


def test_templates_hold_no_words_of_their_own() -> None:
    """What stands between tags is a name, a sign or a word of the catalogue."""
    allowed = {"aidefs", "openapi.json", "aidefs verify article.docx --fix corrected", "·"}
    for path in sorted(FOLDER.rglob("*.html")):
        text = re.sub(r"\{% block kind %\}\w*", "", path.read_text("utf-8"))
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.S)
        text = re.sub(r"<[^>]*>", "\n", text)
        words = {line.strip(" ·,:;?=…/()›→↵–—-“”&\t.") for line in text.splitlines()}
        assert {one for one in words if re.search(r"[^\W\d_]{2}", one)} <= allowed, path.name


def test_closed_lists_have_words() -> None:
    for value in (*KINDS, *STATUSES, *STATES, *GROUPS, *LEGAL_FORCES):
        assert f"value.{value}" in PHRASES
