"""Folders as the documents in them: which, in which order, and what is said of what is no document."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.readers.folders import DocumentFile, documents


def names(folder: Path, *include: str) -> list[str]:
    return [os.path.relpath(one.name, folder).replace(os.sep, "/") for one in documents([folder], include)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b/two.docx",
        "b/ONE.MD",
        "a.txt",
        "c.md",
        "b.md",
        "x.py",
        ".hidden/a.md",
        ".a.md",
        "~$a.docx",
    ):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"words")
    return tmp_path / "docs"


def test_a_folder_is_its_documents_in_the_order_of_their_names(folder: Path) -> None:
    assert names(folder) == ["a.txt", "b/ONE.MD", "b/two.docx", "b.md", "c.md"]


@pytest.mark.parametrize(
    ("include", "expected"),
    [
        (("*.md",), ["b/ONE.MD", "b.md", "c.md"]),
        (("*.docx", "a.*"), ["a.txt", "b/two.docx"]),
        (("b/*",), ["b/ONE.MD", "b/two.docx"]),
        (("*.py",), ["x.py"]),
    ],
)
def test_patterns_choose(include: tuple[str, ...], expected: list[str], folder: Path) -> None:
    assert names(folder, *include) == expected


def test_files_that_are_named_are_read_whatever_the_patterns_say(folder: Path) -> None:
    named = folder / ".a.md"
    assert list(documents([named, "-", "missing"], ["*.docx"])) == [
        DocumentFile(str(named)), DocumentFile("-"), DocumentFile("missing"),
    ]  # fmt: skip


def test_the_folder_where_one_stands_adds_nothing_to_the_names(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert next(one.name for one in documents(["."])) == "a.txt"


def test_a_folder_without_documents_is_said(folder: Path) -> None:
    assert list(documents([folder], ["*.odt"])) == [
        DocumentFile(str(folder), f"cannot read '{folder}': no document in it")
    ]


def test_circles_of_links_are_not_followed(folder: Path) -> None:
    before = names(folder)
    (folder / "b" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "a.md").symlink_to(folder, target_is_directory=True)
    assert names(folder) == before


def test_links_to_files_are_followed_and_broken_ones_said(folder: Path) -> None:
    (folder / "link.md").symlink_to(folder / "c.md")
    (folder / "broken.md").symlink_to(folder / "nothing.md")
    faults = {Path(one.name).name: one.fault for one in documents([folder])}
    assert faults["link.md"] == ""
    assert faults["broken.md"].endswith("broken.md': no such file or directory")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_named_pipe_is_passed_over(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    (fault,) = (one.fault for one in documents([folder]) if one.fault)
    assert fault == f"cannot read '{folder / 'pipe.md'}': a named pipe, which is passed over"


def test_a_folder_that_cannot_be_listed_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def closed(path: str) -> object:
        if path == str(folder / "b"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    faults = [one for one in documents([folder]) if one.fault]
    assert faults == [DocumentFile(str(folder / "b"), f"cannot read '{folder / 'b'}': permission denied")]


def test_folders_nested_deeper_than_calls_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        os.mkdir("d")
        os.chdir("d")
    Path("a.md").write_bytes(b"words")
    found = len(list(documents([tmp_path / "d"])))
    os.remove("a.md")
    for _ in range(1200):  # which what clears the folders of tests could not remove
        os.chdir("..")
        os.rmdir("d")
    assert found == 1


@given(
    st.sets(st.sampled_from([f"{a}{b}.{c}" for a in "aAb" for b in ("", "/x", "-x") for c in ("md", "txt")]))
)
def test_the_order_does_not_depend_on_the_order_of_writing(
    tmp_path_factory: pytest.TempPathFactory, files: set[str]
) -> None:
    found = []
    for order in (sorted(files), sorted(files, reverse=True)):
        root = tmp_path_factory.mktemp("order")
        for name in order:
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(b"words")
        found.append(names(root) if files else [])
    assert found[0] == found[1] and set(found[0]) == files
