"""Paragraphs of a document that is not well made: what ends need not have begun."""

from __future__ import annotations

from aidefs.readers.flow import Flow
from aidefs.readers.source import Scribe


def words(flow: Flow, text: str) -> None:
    flow.begin()
    flow.add(text)
    flow.end()


def test_what_ends_without_having_begun_changes_nothing() -> None:
    scribe = Scribe()
    flow = Flow(scribe)
    flow.leave()
    flow.leave_table()
    flow.row()
    flow.column()
    flow.add("words of no paragraph")
    flow.refer("1")
    flow.link("https://example.org/")
    flow.end()
    words(flow, "One.")
    flow.close()
    assert scribe.text_from(0).strip() == "One."


def test_a_paragraph_that_hangs_in_another_stands_behind_it() -> None:
    scribe = Scribe()
    flow = Flow(scribe)
    flow.begin()
    flow.add("The outer ")
    flow.enter("footnote 1")
    words(flow, "The inner.")
    flow.leave()
    flow.add("one.")
    flow.end()
    flow.close()
    assert scribe.text_from(0).split("\n\n")[:2] == ["The outer one.", "The inner."]


def test_words_wait_for_the_paragraph_that_goes_on_with_them_until_the_file_ends() -> None:
    scribe = Scribe()
    flow = Flow(scribe)
    flow.begin()
    flow.add("Begun ")
    flow.end(joined=True)
    words(flow, "and ended.")
    flow.begin()
    flow.add("Never ended")
    flow.end(joined=True)
    flow.begin()
    flow.close()
    assert scribe.text_from(0).strip().split("\n\n") == ["Begun and ended.", "Never ended"]
