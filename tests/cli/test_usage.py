"""What a command that was typed wrongly says: one line, with what to type."""

from __future__ import annotations

import pytest
from support.command import Run, is_error


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("show", "missing argument 'NAME'; for example: aidefs show eu"),
        ("changes", "missing argument 'VERSION'; for example: aidefs changes 2026.11"),
        ("corpus", "missing option '--out' / '-o'; for example: aidefs corpus"),
        ("elements autonomy", "elements takes no further word: 'autonomy'; for example: aidefs elements"),
        ("show coe eu", "show takes no further word: 'eu'; for example: aidefs show eu"),
        ("families --least high", "invalid value for '--least': 'high' is not a number"),
        ("corpus x --out y --jobs two", "invalid value for '--jobs': 'two' is not a whole number"),
        ("compare coe eu --method atuo", "unknown value 'atuo' for --method; nearest: auto"),
        ("cite coe --style Harvard", "unknown value 'Harvard' for --style; known: plain, bibtex, biblatex"),
        ("help", "unknown command 'help'; aidefs --help shows all"),
        ("compare coe eu --format exel", "unknown format 'exel'; nearest: xlsx"),
        ("compare coe eu --format foo", "unknown format 'foo'; known: text, markdown"),
        ("compare coe eu --out x.doc", "'.doc' stands for no format; nearest: .docx"),
        ("compare coe eu --out none/x.html", "cannot write 'none/x.html': there is no folder 'none'"),
        ("compare coe eu --elements genus", "'genus'; nearest: machine-based, which tables call Genus"),
        ("compare coe eu:German", "a language is given by its tag: de in place of 'German'"),
        ("list --jurisdiction Germny", "unknown jurisdiction 'Germny'; nearest: Germany"),
        ("coverage --term nosuch", "unknown term 'nosuch'; 'aidefs terms' shows all"),
        ("glossary nosuch", "'nosuch' is not in the glossary; 'aidefs glossary' shows all"),
    ],
)  # fmt: skip
def test_a_wrong_command_says_in_one_line_what_to_type(run: Run, command: str, message: str) -> None:
    is_error(run(*command.split()), message)


def test_capitals_do_not_count_where_the_values_are_a_closed_list(run: Run) -> None:
    assert run("cite", "coe", "--style", "OSCOLA").out == run("cite", "coe", "--style", "oscola").out


def test_origins_reads_one_text_however_it_is_given(run: Run) -> None:
    text = "An AI system is a machine-based system that infers."
    given = run("origins", "--text", text, "--among", "oecd")
    assert given.code == 0 and "machine-based system that" in given.out.replace("\n", " ")
    for words in (("origins", "eu", "--text", text), ("origins",)):
        refused = run(*words)
        assert (refused.code, refused.out) == (2, "") and "origins takes one text" in refused.err
