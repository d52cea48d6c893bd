"""The glossary: one list for the command and for ARCHITECTURE.md, and what is said of other words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import aidefs
from aidefs.cli.main import main
from aidefs.errors import InputError
from aidefs.library.glossary import ENTRIES

ARCHITECTURE = Path(__file__).parents[2] / "ARCHITECTURE.md"


def words_of_the_page() -> str:
    return "".join(f"| {', '.join(one.words)} | {one.meaning} |\n" for one in ENTRIES)


def test_architecture_has_the_words_of_the_glossary(request: pytest.FixtureRequest) -> None:
    page = ARCHITECTURE.read_text("utf-8")
    shown = re.search(r"(?<=\| word \| meaning \|\n\|---\|---\|\n)(?:\|.*\n)+", page)
    assert shown
    if request.config.getoption("--update") and shown[0] != words_of_the_page():
        ARCHITECTURE.write_text(page.replace(shown[0], words_of_the_page()), encoding="utf-8")
        return
    assert shown[0] == words_of_the_page(), "renew it with --update"


def test_every_word_has_one_entry() -> None:
    words = [word.casefold() for one in ENTRIES for word in one.words]
    assert len(words) == len(set(words))
    assert all(one.meaning.endswith((".", "…")) for one in ENTRIES)


@pytest.mark.parametrize(
    ("asked", "word"), [("frame", "opening words"), ("  Opening  WORDS", "opening words")]
)
def test_a_word_is_found_by_each_of_its_names(asked: str, word: str) -> None:
    assert [one.word for one in aidefs.glossary(asked).entries] == [word]


@pytest.mark.parametrize(("asked", "nearest"), [("definien", "definiens"), ("words", "defining words")])
def test_a_word_that_is_not_there_has_neighbours(asked: str, nearest: str) -> None:
    with pytest.raises(InputError, match=rf"^'{asked}' is not in the glossary; nearest: .*{nearest}"):
        aidefs.glossary(asked)


def test_command(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["glossary", "siglum"]) == 0
    shown = " ".join(capsysbinary.readouterr().out.decode().split())
    assert shown == "text A (witness, siglum): A text in a collation, and the letter that stands for it."
    assert main(["glossary", "sigil"]) == 2
    assert "nearest: siglum" in capsysbinary.readouterr().err.decode()
