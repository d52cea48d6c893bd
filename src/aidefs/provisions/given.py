"""A definition out of a document: what stands for a name where a user gives a file of their own.

The document is read as every document is (`readers.read`). A file of one definition is taken as it stands;
where other words stand around it, the definition is taken out of them, and the record says so in its notes.
Where there are several, the user is asked which: `act.docx#2`, `act.docx#"AI system"`.
"""

from __future__ import annotations

import os
import re

from aidefs.errors import InputError, SeveralDefinitions, near
from aidefs.library.records import Definition
from aidefs.provisions.documents import Source, read_source, source_of_bytes
from aidefs.provisions.extraction import extract_source
from aidefs.provisions.sentences import Statement, find_statements
from aidefs.readers.read import STANDARD_INPUT
from aidefs.text.languages import UNDETERMINED
from aidefs.text.recognition import recognise

__all__ = ["WHOLE", "definition_of_bytes", "definition_of_file", "file_and_choice"]

WHOLE = "all"
"""What chooses the whole text of a document."""

_FIRST_WORDS = 60  # characters of a definition that a list shows
_LONGEST_LIST = 40  # definitions that it shows
_PROSE = 150  # words from which on a text without any provision is not taken for a definition in silence
_MOSTLY = 2  # times as many other words as a definition of one paragraph may have and be taken whole
_WORD = re.compile(r"[^\W\d_]{2,}")
_LINED = ("html", "pdf")  # formats that are read without blank lines between paragraphs
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def file_and_choice(source: str) -> tuple[str, str]:
    """A file and which of its definitions is meant: "act.docx#2" is "act.docx" and "2".

    A file whose own name has the sign goes before.
    """
    cuts = [match.start() for match in re.finditer("#", source)]
    if not cuts or os.path.exists(source):
        return source, ""
    cut = next((at for at in cuts if os.path.isfile(source[:at])), cuts[0])
    return source[:cut], source[cut + 1 :].strip().strip('"“”')


def definition_of_file(source: str | os.PathLike[str], lang: str | None = None) -> Definition:
    """The definition in a document.

    Args:
        source: The file, or "-" for standard input; perhaps with "#" and the number or term of one of its
            definitions, or "#all" for the whole text.
        lang: Language of its text; by default recognised.

    Raises:
        InputError: The file cannot be read, holds no text or not the definition that is asked for.
        SeveralDefinitions: It holds several, and none is chosen.
    """
    path, choice = file_and_choice(os.fspath(source))
    shown = "standard input" if path == STANDARD_INPUT else f"'{path}'"
    typed = "-- -" if path == STANDARD_INPUT else path  # a word that begins with a dash is an option
    name = "standard input" if path == STANDARD_INPUT else os.path.basename(path)
    return _definition_in(read_source(path), choice, lang, name=name, shown=shown, typed=typed)


def definition_of_bytes(name: str, data: bytes, choice: str = "", lang: str | None = None) -> Definition:
    """The definition in a document that is in memory; no file is read for it, whatever its name is.

    Args:
        name: What it is called.
        data: Its content.
        choice: Number or term of one of its definitions, "all" for the whole text.
        lang: As in `definition_of_file`, and so are the errors.
    """
    return _definition_in(source_of_bytes(name, data), choice, lang, name=name, shown=f"'{name}'", typed=name)


def _definition_in(
    read_as: Source, choice: str, lang: str | None, *, name: str, shown: str, typed: str
) -> Definition:
    document = read_as.document
    text = document.text
    if not text.strip():
        raise InputError(f"{shown} holds no text" + "".join(f"; {note}" for note in document.notes[-1:]))
    # The end of the last line is no part of a text; what a reader puts around the words is none either.
    whole = text.rstrip("\r\n") if document.form == "text" else text.strip()
    language = lang or recognise(text)
    notes = list(document.notes)
    found = () if choice == WHOLE else _found(read_as, whole, language)
    if choice and choice != WHOLE:
        words, said = _chosen(whole, found, choice, typed, shown)
    else:
        words, said = _only(whole, found, choice, typed, shown, lined=document.form in _LINED)
    if said and choice != WHOLE:
        notes.append(said)
    known = lang or ("" if recognise(words) != UNDETERMINED or language == UNDETERMINED else language)
    label = f"{name}#{choice}" if choice and choice != WHOLE else name
    return Definition(id=label.replace(" ", "-"), label=label, text=words, lang=known, notes="; ".join(notes))


def _found(source: Source, whole: str, language: str) -> tuple[Statement, ...]:
    """The provisions as `extract` numbers them; where there are none, sentences that have the form of one."""
    ahead = (
        len(source.document.text) - len(source.document.text.lstrip())
        if not source.document.text.startswith(whole[:1])
        else 0
    )
    provisions = extract_source(source, language, resolving=False)
    return tuple(
        Statement(one.start - ahead, one.end - ahead, one.term, one.also, one.locator, True, one.text)
        for one in provisions
    ) or find_statements(whole, language)


def _only(
    whole: str, found: tuple[Statement, ...], choice: str, path: str, shown: str, *, lined: bool
) -> tuple[str, str]:
    """The one definition of a text, and what is to be said of how it was found.

    Args:
        whole: The text.
        found: Its definitions.
        choice: "all" for the whole text, "" where nothing is chosen.
        path: What is typed for the file.
        shown: What it is called.
        lined: Whether its paragraphs and headings begin a line, without a blank one between.
    """
    stated = tuple(one for one in found if one.stated)
    blocks = len(_BLANK_LINE.split(whole.strip()))
    possible = stated or (found if blocks > 1 else ())
    if len(possible) > 1:
        raise SeveralDefinitions(
            f"{shown} holds {len(possible)} definitions; name one: {path}#2 or "
            f'{path}#"{possible[1].term}"; {path}#{WHOLE} is the whole text',
            _listed(whole, possible),
        )
    if not possible:
        long = choice != WHOLE and len(_WORD.findall(whole)) > _PROSE
        return whole, "no definition was found in it; the whole text is taken" if long else ""
    one = possible[0]
    inside = len(_WORD.findall(whole[one.start : one.end]))
    around = len(_WORD.findall(whole)) - inside
    apart = lined and one.stated and _is_of_whole_lines(whole, one)
    if not around or (blocks == 1 and not apart and around <= _MOSTLY * inside):
        return whole, ""
    what = "the definition" if one.stated else "a sentence in the form of a definition,"
    return _words(whole, one), (
        f"taken: {what} of “{one.term}”, not the {around} words around it ({path}#{WHOLE} takes all)"
    )


def _is_of_whole_lines(whole: str, one: Statement) -> bool:
    return (
        not whole[: one.start].rpartition("\n")[2].strip() and not whole[one.end :].partition("\n")[0].strip()
    )


def _chosen(whole: str, found: tuple[Statement, ...], choice: str, path: str, shown: str) -> tuple[str, str]:
    """The definition of a number or a term."""
    if not found:
        raise InputError(f"no definition was found in {shown}; {path}#{WHOLE} is the whole text")
    stated = tuple(one for one in found if one.stated) or found
    if choice.isdecimal():
        if not 1 <= int(choice) <= len(stated):
            raise SeveralDefinitions(
                f"{shown} has no definition {choice}; name one of these", _listed(whole, stated)
            )
        one = stated[int(choice) - 1]
        return _words(whole, one), ""
    wanted = _plain(choice)
    named = [one for one in stated if wanted in map(_plain, (one.term, *one.also))]
    named = named or [one for one in found if wanted in map(_plain, (one.term, *one.also))]
    if len(named) == 1:
        return _words(whole, named[0]), ""
    if named:
        listed = _listed(whole, stated, only=named)
        raise SeveralDefinitions(f"{shown} defines “{choice}” {len(named)} times; name a number", listed)
    terms = [term for one in stated for term in (one.term, *one.also)]
    hint = ", ".join(near(choice, terms))
    told = f"nearest: {hint}" if hint else f"known: {', '.join(dict.fromkeys(terms[:_LONGEST_LIST]))}"
    raise InputError(f"{shown} has no definition of “{choice}”; {told}")


def _words(whole: str, one: Statement) -> str:
    return one.text or whole[one.start : one.end]


def _plain(term: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", term.casefold()).split())


def _listed(whole: str, found: tuple[Statement, ...], only: list[Statement] | None = None) -> tuple[str, ...]:
    """A line for each: its number, its term, its first words."""
    rows = [(k, one) for k, one in enumerate(found, 1) if only is None or one in only]
    wide = min(max(len(one.term) for _, one in rows), _FIRST_WORDS // 2)
    lines = []
    for k, one in rows[:_LONGEST_LIST]:
        words = " ".join(whole[one.start : one.end].split())
        first = words if len(words) <= _FIRST_WORDS else words[:_FIRST_WORDS].rsplit(" ", 1)[0] + " …"
        lines.append(f"{k:>3}  {one.term:<{wide}}  {first}")
    if len(rows) > _LONGEST_LIST:
        lines.append(f"     and {len(rows) - _LONGEST_LIST} more")
    return tuple(lines)
