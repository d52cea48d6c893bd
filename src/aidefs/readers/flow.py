"""Paragraphs of office documents: nested ones stand behind the one in which they hang."""

from __future__ import annotations

import re

from aidefs.readers.source import Location, Scribe

__all__ = ["Flow"]

_BLANK_LINES = re.compile(r"\n\s*\n")


class Flow:
    """Collects the paragraphs of a document, with the part in which each stands.

    A text box or a note can hang inside a paragraph. Its own paragraphs are kept until that one has ended,
    so that they do not break its sentence.
    """

    def __init__(self, scribe: Scribe) -> None:
        self.scribe = scribe
        self._parts: list[str] = [""]
        self._open: list[list[str]] = []  # paragraphs that have begun, the innermost last
        self._begun = ""  # words of a paragraph that goes on in the next
        self._kept: list[tuple[str, str]] = []  # (part, words)
        self._numbers: dict[str, int] = {}  # paragraphs of each part so far

    def enter(self, part: str) -> None:
        """Begins a part: "table 1", "footnote 2", "text box"."""
        self._parts.append(part)

    def leave(self) -> None:
        """Ends the part that began last."""
        if len(self._parts) > 1:
            self._parts.pop()

    def begin(self) -> None:
        """Begins a paragraph."""
        self._open.append([])

    def add(self, text: str) -> None:
        """Adds words to the paragraph that began last."""
        if self._open:
            self._open[-1].append(text)

    def end(self, *, joined: bool = False) -> None:
        """Ends the paragraph that began last; `joined` if the next one goes on with it."""
        if not self._open:
            return
        text = "".join(self._open.pop())
        if self._open:
            self._kept.append((self._parts[-1], text))
        elif joined:
            self._begun += text
        else:
            kept, self._kept = self._kept, []
            text, self._begun = self._begun + text, ""
            for part, words in [(self._parts[-1], text), *kept]:
                self._write(part, words)

    def close(self) -> None:
        """Ends whatever is open, at the end of a file of the archive."""
        while self._open:
            self.end()
        if self._begun or self._kept:
            self.begin()
            self.end()
        del self._parts[1:]

    def _write(self, part: str, words: str) -> None:
        words = _BLANK_LINES.sub("\n", words).strip("\n")
        if not words or words.isspace():
            return
        number = self._numbers[part] = self._numbers.get(part, 0) + 1
        self.scribe.locate(Location(part=part, paragraph=number))
        self.scribe.write(words)
        self.scribe.end_paragraph()
