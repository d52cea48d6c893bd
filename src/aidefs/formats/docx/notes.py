"""Footnotes, which python-docx does not know: references in the text, and the part that holds the notes."""

from __future__ import annotations

from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml.etree import tostring

from aidefs.formats.document import Cells
from aidefs.formats.docx.elements import XmlElement, characters, field, paragraph, run, styled_runs, w

__all__ = ["Footnotes"]

# What stands between text and notes; settings and notes name them by these numbers, which are Word's own.
_SEPARATORS = {"separator": -1, "continuationSeparator": 0}
_MARK = "FootnoteReference"


class Footnotes:
    """The footnotes of a document, numbered in the order of their first references.

    Args:
        numbers: Identifiers of bookmarks, which nothing else in the file may have.
    """

    def __init__(self, numbers: Iterator[int]) -> None:
        self._numbers = numbers
        self._notes: list[XmlElement] = []

    def __len__(self) -> int:
        return len(self._notes)

    def reference(self, note: Cells) -> list[XmlElement]:
        """The first reference to a note, within the bookmark that `again` refers to."""
        said = [run(w("footnoteRef"), style=_MARK), run(*characters(" ")), *styled_runs(note)]
        number = len(self._notes) + 1
        self._notes.append(w("footnote", paragraph(*said, style="FootnoteText"), id=number))
        place = next(self._numbers)
        return [
            w("bookmarkStart", id=place, name=_bookmark(number)),
            run(w("footnoteReference", id=number), style=_MARK),
            w("bookmarkEnd", id=place),
        ]

    def again(self, number: int) -> XmlElement:
        """A further reference to the note of a number, which counts with the first one."""
        shown = run(*characters(str(number)), style=_MARK)
        return field(rf"NOTEREF {_bookmark(number)} \f \h", [shown])

    def attach(self, part: Part, settings: XmlElement) -> None:
        """Put the notes into a document.

        Args:
            part: The main part.
            settings: The settings of the document.
        """
        root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for kind, number in _SEPARATORS.items():
            root.append(w("footnote", paragraph(run(w(kind)), style="FootnoteText"), type=kind, id=number))
        root.extend(self._notes)
        data = tostring(root, encoding="UTF-8", standalone=True)
        name = PackURI("/word/footnotes.xml")
        notes = Part(name, CONTENT_TYPE.WML_FOOTNOTES, data, part.package)
        part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
        known = (w("footnote", id=number) for number in _SEPARATORS.values())
        settings.find(w("compat").tag).addprevious(w("footnotePr", *known))


def _bookmark(number: int) -> str:
    return f"_aidefs_note_{number}"  # Word hides bookmarks that begin with an underscore
