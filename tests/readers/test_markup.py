"""The reading of a text without its mark-up, and the way back to the original characters."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import texts

from aidefs.readers.markup import without_markup
from aidefs.readers.spacing import divided, is_legible, legible, run_together

KNOWN = {"machine-based", "recommendations"}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("plain text, as it stands (a) 3.5%", "plain text, as it stands (a) 3.5%"),
        ("a **bold** and _emphasised_ word, snake_case", "a bold and emphasised word, snake_case"),
        ("see [the Act](https://example.org/a_(b)).", "see [the Act."),
        ("a note[^1], another[12] and one<sup>3</sup>", "a note, another and one"),
        ("> quoted\n> lines", "quoted\nlines"),
        ("# Heading\n- item\n* item", "Heading\nitem\nitem"),
        ("<p>one</p><b>two</b>", "\none\ntwo"),
        ("&lsquo;AI&rsquo; &amp; &#8220;x&#x201D; &unknown;", "‘AI’ & “x” &unknown;"),
        (r"\u2018AI\u2019 \"x\" one\nTwo", '‘AI’ "x" one\nTwo'),
        (r"\textit{a \textbf{b}} c~d \ldots{} \& e\cite{x}\footnote{y} f", "a b c d … & e f"),
        ('"one "\n    "two"', '"one  two"'),
        ("recommenda-\ntions machine-\nbased other-\nwise", "recommendations machine-based other-wise"),
        ("machine- based and machine- or human", "machine-based and machine- or human"),
        ("machine-\nor human", "machine-\nor human"),
        ("rec\u00adommen\u200bdations", "recommendations"),
        (
            "recommendations12, (in 2024,3 or recommendations1.5)",
            "recommendations, (in 2024,3 or recommendations1.5)",
        ),
        ("dash -- dash --- a-b", "dash — dash — a-b"),
        ("a ~~struck out~~ b ~~~ c~d", "a  b   c d"),
        ("a ~not this~ b, ~5 and ~7, Art.~3 of the~Act", "a  b,  5 and  7, Art. 3 of the Act"),
        ("a [.line-through]#not this#b #strike[nor this]c", "a b c"),
        ("a [b]{.mark} [c]{.strikeout}d {/* no */}e %% no %%f 50%% g", "a b d e f 50%% g"),
        ("a <s>x <b>y</b></s>b <i style='display:none'>x <u>y</u></i>c", "a b c"),
        ("afootnote:[See 12.] b", "a b"),
        ("a ==marked== b x == y, x==y", "a marked b x == y, x==y"),
        ("autonomy^[See [12] and *so*.] and 2^[3]", "autonomy and 2^"),
        ("[[concepts/autonomy|autonomy]] and [[page]], x[[1]] [[1]](#n)", "autonomy and page, x1 "),
        ("a {++new++} {--old--}b {~~old~>new~~} c{>>why<<} {==d==}", "a new b new c d"),
        ("a <del>x</del><s>y</s><strike class='z'>z</strike> b<span>c</span>", "a  bc"),
        ('a <i style="display: none">x</i>b <b style="text-decoration:line-through">y</b>c', "a b c"),
        (r"a \deleted{x}\sout{y} b", "a  b"),
        ('("one, ",\n  "two ") "three " "four" "five" " six"', '("one,  two ") "three  four" "five  six"'),
        ('["one\\n", "two"] "a", "b"', '["one\n two"] "a", "b"'),
        ("a lone \\ud800 surrogate", "a lone \\ud800 surrogate"),
    ],
)
def test_mark_up_is_not_read(raw: str, text: str) -> None:
    assert without_markup(raw, KNOWN).text == text


@given(texts(40))
def test_every_character_of_the_reading_has_its_place(raw: str) -> None:
    reading = without_markup(raw, KNOWN)
    assert reading.raw == raw
    last = 0
    for at, char in enumerate(reading.text):
        low, high = reading.span(at, at + 1)
        assert last <= low or raw[low:high] != char  # in order; a replacement may give several characters
        assert 0 <= low < high <= len(raw)
        last = low
        if high - low == 1 and raw[low] == char:
            continue
        assert raw[low:high] != char  # else it would have been copied
    assert reading.span(0, len(reading.text)) == (
        (0, 0)
        if not reading.text
        else (reading.span(0, 1)[0], reading.span(len(reading.text) - 1, len(reading.text))[1])
    )


MARKED = (
    "word ",
    "**a** ",
    "&eacute;",
    "\n\n",
    "machine-\nbased ",
    "[link](https://example.org) ",
    "<p>",
    "“",
    "1",
)


@given(st.lists(st.sampled_from(MARKED), max_size=20).map("".join), st.integers(-2, 120))
def test_places_are_the_first_whose_spans_begin_there(raw: str, at: int) -> None:
    reading = without_markup(raw, frozenset(("machine-based",)))
    begins = [reading.span(k, k + 1)[0] for k in range(len(reading.text))]
    assert reading.place(at) == next((k for k, begin in enumerate(begins) if begin >= at), len(begins))


def test_spans_lead_back() -> None:
    raw = "He wrote **a &amp; b** there."
    reading = without_markup(raw)
    start = reading.text.index("a &")
    low, high = reading.span(start, start + 5)
    assert raw[low:high] == "a &amp; b"
    assert reading.span(start, start) == (low, low)
    assert without_markup("").span(0, 0) == (0, 0)


VOCABULARY = (
    "for",
    "a",
    "given",
    "set",
    "of",
    "objectives",
    "generate",
    "outputs",
    "such",
    "as",
    "perform",
    "forma",
)


@given(st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=12))
def test_words_that_are_run_together_are_told_apart(parts: list[str]) -> None:
    found = divided("".join(parts), set(VOCABULARY))
    assert "".join(found) == "".join(parts)
    assert set(found) <= set(VOCABULARY) and len(found) <= len(parts)


def test_a_word_is_divided_only_where_nothing_is_left() -> None:
    known = set(VOCABULARY)
    assert divided("Foragivenset", known) == ("For", "a", "given", "set")
    assert divided("performa", known) == ("perform", "a")
    assert divided("foragivenwish", known) == divided("objectives", known) == ()
    assert legible("for\u00adagivensetofobjectives", known) == "for a given set of objectives"
    assert without_markup("Asof, foragivensetofobjectives").text == "Asof, foragivensetofobjectives"


@given(
    st.lists(
        st.sampled_from(["for", "agiven", "setof", "objectives", " ", ".", "\u00ad", "é", "z" * 12])
    ).map("".join)
)
def test_a_legible_text_is_left_as_it_stands_in_all_its_parts(text: str) -> None:
    known = {"for", "a", "given", "set", "of", "objectives"}
    if is_legible(text):
        assert all(legible(part, known) == part for part in (text, text[3:], text[: len(text) // 2]))


def test_short_runs_are_divided_near_long_ones_only() -> None:
    known = set(VOCABULARY)
    assert [parts for _, parts in run_together("asof foragivensetofobjectives asof", known)] == [
        ("as", "of"),
        ("for", "a", "given", "set", "of", "objectives"),
        ("as", "of"),
    ]
    assert list(run_together("asof" + " set" * 99 + " asof", known)) == []
    assert without_markup("foragivensetofobjectives", known).text == "for a given set of objectives"


@given(st.lists(st.sampled_from(VOCABULARY), max_size=30), st.lists(st.booleans(), min_size=30, max_size=30))
def test_every_character_has_its_place_where_spaces_are_missing(parts: list[str], apart: list[bool]) -> None:
    raw = "".join(word + " " * space for word, space in zip(parts, apart, strict=False))
    reading = without_markup(raw, set(VOCABULARY))
    assert reading.text.replace(" ", "") == raw.replace(" ", "")
    for at in range(len(reading.text)):
        low, high = reading.span(at, at + 1)
        assert 0 <= low < high <= len(raw)


BILL = """                 2
 1  SEC. 2. In this Act, the
 2  recommenda-
 3  tions of machine-
    (not numbered)
 4  based and other-
                       – 2 –
                  LRB-1234/P1   SECTION 3
 1  wise systems to machine-
 2  and human-based
"""


def test_numbers_of_lines_and_edges_of_pages_are_not_read() -> None:
    assert " ".join(without_markup(BILL, KNOWN).text.split()) == (
        "SEC. 2. In this Act, the recommendations of machine- (not numbered) based and other-wise systems "
        "to machine- and human-based"
    )
    congress = (
        "23  the\n24  recommen-\n25  dations\n\n       •HR 5 IH\n\f\n       3\n 1  and ma-\n 2  chine\n"
    )
    text = without_markup(congress, {"recommendations"}).text
    assert " ".join(text.split()) == "the recommendations and ma-chine"
    alone = "1\nIn this Act\n2\nthe recommen-\n3\ndations\n"
    assert without_markup(alone, {"recommendations"}).text.split() == [
        "In",
        "this",
        "Act",
        "the",
        "recommendations",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1 apple\n2 pears\n",
        "1. one\n2. two\n3. three\n4. four\n",
        "12 monkeys\n15 cats\n18 dogs\n",
        "2019 x\n2020 y\n2021 z\n",
        "1 a\n\n\n2 b\n\n\n3 c\n",
        "1\tOne.\n\n2\tTwo.\n\n3\tThree.\n",
    ],
)
def test_other_numbers_are_words(text: str) -> None:
    assert without_markup(text).text == text


@pytest.mark.parametrize(
    "piece",
    [
        "~~a", "==a", "{--", "{~~a", "{>>", "^[a", "[[a|", "[[", "<s>", "<a style=", "[a]{.", "{/*", "%%a",
        "footnote:[", "' ", '", "', "1 a\n", "a-\n1 b\n",
    ],
)  # fmt: skip
def test_time_grows_with_the_text(piece: str) -> None:
    begun = process_time()
    without_markup(piece * (60_000 // len(piece)), KNOWN)
    assert process_time() - begun < 5


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (r"recommenda-\ntions", "recommendations"),
        (r"recommenda-\\ntions", "recommendations"),
        (r"outputs\\nsuch", "outputs\nsuch"),
        (r"outputs\\ngenerate", "outputs\ngenerate"),
        (r"\"outputs\"", '"outputs"'),
        # LaTeX: a line ends before a word, and a command begins
        (r"outputs \\next", r"outputs \next"),
        (r"outputs-\newcommand", "outputs-\newcommand"),
    ],
)
def test_ends_of_lines_that_are_written_as_escapes(raw: str, read: str) -> None:
    known = frozenset(("recommendations", "outputs", "such", "generate", "next"))
    assert without_markup(raw, known).text == read
