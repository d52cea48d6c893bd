"""The term that a text defines, as far as its opening words name it beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from aidefs.patterns import late
from aidefs.segmentation.grammar import Grammar, either
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.segmentation import Segmentation
from aidefs.text.languages import negations, primary
from aidefs.text.tokens import token_columns

__all__ = ["defined_term", "speaks_of_ai"]

_QUOTED = late(r"[“„«‟\"]\s*([^“”„«»‟\"]{1,80}?)\s*[”“»\"]")
_LONGEST = 3  # words of a term without quotation marks
_BEFORE = 2  # words before a term that stands between commas ("By a “term”, as used here, …")
_INDEFINITE = frozenset({"a", "an"})  # "The answer is" names no term, as "La réponse est" may
# Stems of what AI is called in the languages that have a grammar, inside whatever word they stand.
_CALLED = late(
    r"artifi[ckz]|künstlich|kunstmatig|kunstig|sztuczn|uměl|tekoäly|mesterséges|intel+ig|kognit|cognit|\b(?:mi|tekoäly)-"
)


def defined_term(cut: Segmentation, frame: str) -> str:
    """What a text defines, as it is printed; "" where several things are, or where it cannot be told.

    A term is known where it stands alone in quotation marks, or as one to three words between an article and
    "is". The frame must be the only one, and sure.

    Args:
        cut: The text, cut into elements.
        frame: Id of the element that its opening words are.
    """
    frames = [one for one in cut.segments if one.element == frame]
    if len(frames) != 1 or frames[0].confidence == "low":
        return ""
    opening = frames[0].text
    if quoted := list(_QUOTED.finditer(opening)):
        # "By social robot, in the project “Company”, is meant": what is quoted is inserted, and is no term.
        behind = cut.text[frames[0].start + quoted[0].end() :].lstrip()
        inserted = behind[:1] == "," and len(opening[: quoted[0].start()].split()) > _BEFORE
        return "" if inserted or len(quoted) > 1 else quoted[0][1].strip(" ,;.")
    g = grammar_of(cut.lang)
    columns = g.read(token_columns(frames[0].text, cut.lang))
    keys = columns.keys
    articles = _INDEFINITE if primary(cut.lang) == "en" else either(g.article, g.determiner)
    first = int(keys[0] in articles)
    term = keys[first:-1]
    longest = _LONGEST if first else 1
    if keys[-1] not in g.frame.copula or not 0 < len(term) <= longest or not _is_name(term, g, cut.lang):
        return ""
    return columns.printed(first, len(keys) - 1)


def _is_name(keys: Collection[str], g: Grammar, lang: str) -> bool:
    """Whether all words are such as a term has."""
    none = either(g.function, g.determiner, g.pronoun, g.modal, g.relative, negations(lang))
    return all(key.isalpha() and key not in none for key in keys)


def speaks_of_ai(text: str, lang: str) -> bool:
    """Whether a text names AI or anything intelligent, in its own language or in English."""
    if _CALLED.search(text.lower()):
        return True
    keys = token_columns(text, lang).keys
    for g in (grammar_of(lang), grammar_of("en")):
        if any(part in g.frame.names for key in keys for part in re.split(r"[-‑]", key)):
            return True
        if any(pair in g.names for pair in pairwise(keys)):
            return True
    return False
