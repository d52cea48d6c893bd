"""Texts to try things on: the stored ones, nasty ones, and hypothesis strategies for more."""

from __future__ import annotations

from hypothesis import strategies as st

from aidefs.library.library import Library
from aidefs.library.records import Definition

DEFINITIONS: tuple[Definition, ...] = tuple(Library.shipped().values())
ENGLISH = tuple(d for d in DEFINITIONS if d.lang == "en")
REVIEWED = tuple(d for d in DEFINITIONS if d.reviewed)

# --- texts ------------------------------------------------------------------------------------

WORDS = tuple(
    " ".join(
        (
            "a an the of for to and or that may can not system systems AI machine-based machine- autonomy",
            "varying levels objectives infers input outputs predictions recommendations",
            "decisions environments. section paragraph (a) (b), 3(1)",
        )
    ).split()
)
NASTY = tuple(
    " ".join(
        (
            "“AI system” ‘AI «système» l’autonomie l'autonomie U.S.C. 1,000 (a) (iv) x(1) état e\u0301tat",
            "ﬁnal final auto\u00adnomy autonomy Autonomy AUTONOMY İ ß ½ 人工智能 人工知能 かな",
            "सिस्टम ระบบ 한국어 👩\u200d💻 \u0301 \u00ad \u200b \ufeff ¶",
            "— – - ‑ ... … , ; . ' \" '' ″ ` * | <b> &amp; =cmd()",
            "\x00 \x1b[31m \x7f \u202e \ud800 \udfff \ue000 \ufffe \U00010000 \U0010ffff",
        )
    ).split(" ")
)
SPACES = (" ", " ", " ", " ", "", "\u00a0", "  ", "\n", "\r\n", "\t", "\u2003", "\x1c", "\x85", "\u2028")

_piece = st.tuples(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(NASTY)), st.sampled_from(SPACES)
).map("".join)
_anything = st.text(st.characters(), max_size=30)  # every code point, lone surrogates included


def texts(max_pieces: int = 25) -> st.SearchStrategy[str]:
    """Texts between a legal sentence and rubbish."""
    sentence = st.lists(_piece, max_size=max_pieces).map("".join)
    blank = st.lists(st.sampled_from(SPACES), max_size=4).map("".join)
    return st.one_of(sentence, sentence, sentence, st.tuples(blank, sentence).map("".join), _anything, blank)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts: unrelated, or one made from the other by a few edits."""
    if draw(st.booleans()):
        return draw(texts()), draw(texts())
    old = draw(st.lists(_piece, max_size=25))
    new: list[str] = []
    for piece in old:
        change = draw(st.sampled_from(("keep",) * 6 + ("drop", "replace", "before", "double", "space")))
        if change in ("replace", "before"):
            new.append(draw(_piece))
        if change == "space":
            new.append(piece.rstrip() + draw(st.sampled_from(SPACES)))
        elif change not in ("drop", "replace"):
            new += [piece] * (2 if change == "double" else 1)
    return "".join(old), "".join(new)
