"""What tests of readers share: a sentence to find, and where it is found."""

from __future__ import annotations

from aidefs.readers.source import ReadText

EU = "‘AI system’ means a machine-based system that is designed to operate with varying levels of autonomy"


def words(text: str) -> str:
    """A text with white space and the marks of Markdown's quotations out of account."""
    return " ".join(word for word in text.split() if word != ">")


def found(reading: ReadText, wanted: str) -> tuple[int, int]:
    start = reading.text.index(wanted)
    return start, start + len(wanted)


def source_of(reading: ReadText, wanted: str) -> str:
    span = reading.source(*found(reading, wanted))
    assert span and reading.encoded
    return reading.encoded.text[slice(*span)]
