"""Tokens: nothing of the text is lost, and the key says what counts as the same word."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import DEFINITIONS, texts

from aidefs.errors import InputError
from aidefs.library.records import Definition
from aidefs.text import tokens
from aidefs.text.languages import primary
from aidefs.text.tokens import FIRST_WORD, scan, tokenize

LANGS = ("en", "fr", "it", "de", "zh-Hans", "hi")


def forms(text: str, lang: str = "en") -> list[str]:
    return [token.text for token in tokenize(text, lang)]


def keys(text: str, lang: str = "en") -> list[str]:
    return [token.key for token in tokenize(text, lang)]


def check(text: str, lang: str) -> None:
    tokens = tokenize(text, lang)
    assert "".join(token.text_with_space for token in tokens) == text
    at = 0
    for n, token in enumerate(tokens):
        assert text[token.start : token.end] == token.text
        assert token.start == at + len(token.before)
        assert not token.before.strip() and not token.after.strip()
        assert n == 0 or not token.before, "white space belongs to the token before it"
        at = token.end + len(token.after)
        if token.kind == "space":
            assert len(tokens) == 1 and token.text == text and not text.strip()
        else:
            assert token.text == token.text.strip() != ""
            assert token.key
        if token.kind == "punct":
            assert not any(map(str.isalnum, token.key))
        if token.kind == "word":
            assert any(map(str.isalnum, token.key))
    assert at == len(text)


# --- laws -------------------------------------------------------------------------------------


@given(texts(), st.sampled_from(LANGS))
def test_tokens_rejoin_to_the_text(text: str, lang: str) -> None:
    check(text, lang)


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda d: d.id)
def test_tokens_of_every_definition_rejoin(definition: Definition) -> None:
    check(definition.text, definition.lang)
    check(definition.text, "en")


@given(texts(), st.sampled_from(LANGS))
def test_columns_and_objects_are_the_same_tokens(text: str, lang: str) -> None:
    columns = scan(text, lang)
    tokens = [token for token in tokenize(text, lang) if token.kind != "space"]
    assert len(columns) == len(tokens)
    assert columns.keys == [token.key for token in tokens]
    assert columns.starts[:-1] == [token.start for token in tokens]
    referring = {i for i in columns.words if tokens[i].kind == "mark"}
    assert columns.words == [i for i, token in enumerate(tokens) if token.kind == "word" or i in referring]
    assert len(columns.word_codes) == len(columns.words)
    assert [columns.starts[i] + len(columns.forms[i].rstrip()) for i in range(len(columns))] == [
        token.end for token in tokens
    ]
    assert columns.count_words(0, len(columns)) == len(columns.words)


@given(texts())
def test_codes_hold_no_line_end_and_no_surrogate(text: str) -> None:
    columns = scan(text)
    assert columns.codes == "" or min(columns.codes) >= "\ue000"
    assert columns.word_codes == "" or min(columns.word_codes) >= FIRST_WORD


@given(texts())
def test_equal_codes_mean_equal_keys(text: str) -> None:
    columns = scan(text)
    words = set(columns.words)  # an enumerator has two codes, one for where it refers
    compared = {(key, i in words) for i, key in enumerate(columns.keys)}
    assert len(set(columns.codes)) == len(compared) == len(set(zip(columns.codes, columns.keys, strict=True)))


@given(texts())
def test_case_does_not_count(text: str) -> None:
    plain = text.encode("ascii", "ignore").decode()  # beyond ASCII, upper case may change the length
    assert keys(plain.upper()) == keys(plain)


@given(st.sampled_from(("word", "l’état", "x”", "A-b")), st.sampled_from("\u00ad\u200b\u200d\ufeff"))
def test_invisible_characters_do_not_count_but_are_kept(word: str, invisible: str) -> None:
    marked = word[:1] + invisible + word[1:]
    assert "".join(keys(marked)) == "".join(keys(word))
    assert "".join(forms(marked)) == marked


@pytest.mark.parametrize("text", ["\ufeffAI", "\u200bAI", "“\u00adAI”"])
def test_invisible_characters_do_not_count_before_a_word_either(text: str) -> None:
    assert "".join(keys(text)) == "".join(keys(text.translate(dict.fromkeys(map(ord, "\ufeff\u200b\u00ad")))))


def test_no_text_and_white_space_alone() -> None:
    assert tokenize("") == ()
    (space,) = tokenize(" \n\u00a0")
    assert (space.kind, space.text, space.start, space.end, space.key) == ("space", " \n\u00a0", 0, 3, "")
    assert len(scan(" \n")) == 0


def test_thousands_of_different_marks_stay_different_from_words() -> None:
    text = "alpha beta " + " ".join(map(chr, range(0xF0000, 0xF0000 + 9000)))
    tokens = tokenize(text)
    assert [token.text for token in tokens if token.kind == "word"] == ["alpha", "beta"]
    assert tokens[0].key == "alpha"


@pytest.mark.parametrize(
    "length", [127, 128, 0xD7FF, 0xD800, sys.maxunicode - 1, sys.maxunicode, sys.maxunicode + 9]
)
@pytest.mark.parametrize("letter", ["a", "é"])
def test_a_token_may_be_of_any_length(letter: str, length: int) -> None:
    columns = scan(f" {letter * length}, b  c")
    assert columns.starts == [1, 1 + length, length + 3, length + 6, length + 7]


# --- traps ------------------------------------------------------------------------------------


def test_a_full_stop_inside_a_text_is_a_token_of_its_own() -> None:
    text = "influence environments. Different systems vary."
    assert forms(text)[1:3] == ["environments", "."]
    assert keys("environments.")[0] == keys("environments;")[0] == keys("environments")[0]


@pytest.mark.parametrize(
    "text",
    [
        '“AI system" means',
        "‘AI system‘ is",
        "''x\" ``y´´",
        '"it\'s ‘so’"',
        "‘‘artificial intelligence system’",
    ],
)
def test_mixed_quotation_marks_are_no_obstacle(text: str) -> None:
    check(text, "en")
    assert "".join(forms(text)) == "".join(text.split())


def test_the_serial_comma_is_a_token() -> None:
    assert forms("recommendations, or decisions") == ["recommendations", ",", "or", "decisions"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“AI”", '"AI"'),
        ("‘AI’", '"AI"'),
        ("«AI»", "'AI'"),
        ("″x″", '"x"'),
        ("system’s", "system's"),
        ("machine-based", "machine‑based"),
        ("machine–based", "machine-based"),
        ("—", "-"),
        ("auto\u00adnomy", "autonomy"),
        ("AI\u00a0system", "AI system"),
        ("AI System", "ai system"),
        ("ﬁnal", "final"),
        ("e\u0301tat", "état"),
        ("Straße", "STRASSE"),
        ("…", "…"),
    ],
)
def test_typography_does_not_count(one: str, other: str) -> None:
    assert "".join(keys(one)) == "".join(keys(other))


@pytest.mark.parametrize(
    ("one", "other"), [("may", "can"), (",", ";"), ("-", ","), ("state", "state's"), ("1", "2")]
)
def test_words_and_marks_do_count(one: str, other: str) -> None:
    assert keys(one) != keys(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("machine-based system", ["machine-based", "system"]),
        ("machine- and human-based", ["machine", "-", "and", "human-based"]),
        ("cyber-physical-like", ["cyber-physical-like"]),
        ("the state’s own", ["the", "state’s", "own"]),
        ("systems’ outputs", ["systems", "’", "outputs"]),
        ("15 U.S.C. 9401(3):", ["15", "U.S.C.", "9401", "(3)", ":"]),
        ("1,000 or 1,5", ["1,000", "or", "1,5"]),
        ("in 2019, 2020", ["in", "2019", ",", "2020"]),
        ("(a) perceive; (iv) act", ["(a)", "perceive", ";", "(iv)", "act"]),
        ("(and possibly)", ["(", "and", "possibly", ")"]),
        ("system(s)", ["system", "(", "s", ")"]),
        ("and/or", ["and", "/", "or"]),
        ("人工智能", list("人工智能")),
        ("AI人", ["AI", "人"]),
        ("x\u0301y", ["x\u0301y"]),
        ("\ud800", ["\ud800"]),
        ("a¶b", ["a", "¶", "b"]),
    ],
)
def test_where_tokens_begin_and_end(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_elision_splits_only_where_a_language_has_it() -> None:
    assert forms("l’autonomie", "fr") == ["l’", "autonomie"]
    assert forms("l'autonomia", "it") == ["l'", "autonomia"]
    assert forms("l’autonomie", "en") == ["l’autonomie"]


def test_kinds() -> None:
    assert [t.kind for t in tokenize("(a) AI, 2!")] == ["mark", "word", "punct", "word", "punct"]


def test_offsets_are_code_points() -> None:
    token = tokenize("😀 AI")[1]
    assert (token.start, token.end) == (2, 4)


def test_white_space_is_kept_as_it_is() -> None:
    first, second = tokenize("\t AI\u00a0\n system  ")
    assert (first.before, first.after, second.after) == ("\t ", "\u00a0\n ", "  ")


def test_within_gives_the_tokens_that_begin_inside() -> None:
    columns = scan("one two three four")
    assert columns.within([(0, 4), (8, 13)]) == [0, 2]


def test_threads_give_no_two_words_one_code() -> None:
    """Codes are handed out in one place, whoever asks."""
    words = [f"thread{n}x" for n in range(3000)]
    texts = [" ".join(words[k::2] + words[1 - k :: 2]) for k in (0, 1)] * 4
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(scan, texts))
    finally:
        sys.setswitchinterval(before)
    codes = {
        word: code
        for columns, text in zip(found, texts, strict=True)
        for word, code in zip(text.split(), columns.codes, strict=True)
    }
    assert len(set(codes.values())) == len(words)
    assert (
        len({columns.codes for columns in found[::2]}) == len({columns.codes for columns in found[1::2]}) == 1
    )


@pytest.mark.parametrize(
    ("tag", "language"), [("fr", "fr"), ("FR-ca", "fr"), ("zh-Hant", "zh"), ("cab", "cab")]
)
def test_the_primary_language_of_a_tag(tag: str, language: str) -> None:
    assert primary(tag) == language


def test_only_the_languages_themselves_split_elided_articles() -> None:
    """Garifuna (cab) begins with the letters of Catalan (ca)."""
    for tag, number in (("ca", 2), ("CA-ES", 2), ("fr-CA", 2), ("cab", 1), ("frr", 1)):
        assert len(tokenize("l’autonomia", tag)) == number, tag


# --- enumerators that refer -------------------------------------------------------------------


def references(text: str, lang: str = "en") -> list[str]:
    """The enumerators that are compared as words."""
    columns = scan(text, lang)
    return [columns.forms[i].strip() for i in columns.words if columns.kind(i) == "mark"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as defined in paragraph (a) of", "(a)"),
        ("Article 3(1)", "(1)"),
        ("Article 3 (1) of", "(1)"),
        ("Art. 3 (1) of", "(1)"),
        ("15 U.S.C. 9401(3)", "(3)"),
        ("§ 5(a)", "(a)"),
        ("Annex III (2) of", "(2)"),
        ("section 5(a)(i) or (ii)", "(a) (i) (ii)"),
        ("Articles 3(1), 4(2) and 5(3) of", "(1) (2) (3)"),
        ("paragraphs (a), (b) and (c) of", "(a) (b) (c)"),
        ("points (a) to (c)", "(a) (c)"),
        ("under sections (a), (b), and (c) of", "(a) (b) (c)"),
        ("in paragraph (a), (b) or (c),", "(a) (b) (c)"),
        ("under paragraph\n(a) of", "(a)"),
        ("referred to in (i), where", "(i)"),
        ("Artikel 6 Absatz (1) der Verordnung", "(1)"),
        ("au paragraphe (1) du règlement", "(1)"),
        ("en el apartado (2) y", "(2)"),
    ],
)
def test_an_enumerator_refers_behind_what_takes_a_reference(text: str, expected: str) -> None:
    assert " ".join(references(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "means (a) a system; (b) content",
        "For purposes of this section (a) a system",
        "for use in (a) a workplace or (b) a school",
        "the following paragraphs:\n(a) x",
        "SECTION 1. (a) In this act",
        "systems of 2024 (a) and others",
        "(a)(i) The term",
        "(1)",
    ],
)
def test_an_enumerator_of_a_limb_refers_to_nothing(text: str) -> None:
    assert references(text) == []


def test_a_limb_behind_a_reference_is_a_limb() -> None:
    assert references("a system in paragraph (a), or (b) any other system") == ["(a)"]
    assert references("a system under section 5(a); (b) another") == ["(a)"]


@given(texts(), st.sampled_from((" ", "\n", "\u00a0")))
def test_white_space_decides_no_reference(text: str, space: str) -> None:
    one = scan(text)
    other = scan("".join(form.rstrip() + (space if form != form.rstrip() else "") for form in one.forms))
    if [t.kind for t in tokenize(one.text)] == [t.kind for t in tokenize(other.text)]:
        assert one.words == other.words


def test_more_words_than_there_are_codes_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tokens._MOST_WORDS == 589_824
    monkeypatch.setattr(tokens, "_MOST_WORDS", 100)
    monkeypatch.setattr(tokens, "_lexicon", tokens.Lexicon())
    words = [f"w{number}" for number in range(101)]
    assert len(scan(" ".join(words[:100]))) == 100
    with pytest.raises(InputError, match="texts of more than 100 different words cannot be compared"):
        scan(" ".join(words))


_UNSEEN = """
import resource
from aidefs.text.tokens import scan
resource.setrlimit(resource.RLIMIT_CPU, (6, 6))
for text in ("\\u00ad", "\\u00ad\\u200b", "\\u200d"):
    assert len(scan(text * 40_000)) == 40_000 * len(text)
    assert len(scan("a" + text * 40_000 + "b")) == 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no limit of processor time")
def test_very_many_characters_that_nobody_sees_are_a_token_each() -> None:
    """Without a look for runs of them this takes minutes, with it a moment; the system ends what goes on."""
    subprocess.run([sys.executable, "-c", _UNSEEN], check=True)
