"""Languages: tags, scripts, and what is known of each language, one profile a language.

What a part of the program has to know of a language stands in its profile and nowhere else; a language that
is not listed has an empty one. The word classes by which definitions are cut into clauses are the grammars of
`aidefs.segmentation`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

__all__ = ["FUNCTION_WORDS", "Profile", "has_unspaced_letters", "is_right_to_left", "primary", "profile"]

# Abbreviations of legal writing behind which no sentence ends. Those of English citations serve for every
# language that has no list of its own.
_ABBREVIATIONS = (
    "art arts approx app al cf ch cl co corp dept e.g ed eds et etc fig i.e inc jr l ltd no nos oj p para "
    "paras pp pt pub reg regs resp s sec sect secs st stat subch subd subpara subsec u.k u.n u.s u.s.c v viz "
    "vol vs"
)


class Profile(NamedTuple):
    """What is known of a language; "", nothing and False where nothing is.

    Lists of words are lines of text, which cost nothing until they are split.

    Attributes:
        tag: Primary subtag of the language, or a longer tag that differs from it; in small letters.
        function_words: Articles, prepositions, conjunctions, relative pronouns and auxiliaries, by comparison
            key. Modal verbs (may, can, must, shall) and negations are left out on purpose.
        elides: Whether an article loses its vowel and is a word of its own ("l’ | autonomie").
        right_to_left: Whether its lines run from right to left.
        months: The names of the months, from January.
        abbreviations: Abbreviations behind which no sentence ends, without their last full stop.
        stemmer: The Snowball stemmer of NLTK.
        babel: The locale of babel, for LaTeX.
        langid: The language in BibLaTeX.
    """

    tag: str
    function_words: str = ""
    elides: bool = False
    right_to_left: bool = False
    months: tuple[str, ...] = ()
    abbreviations: str = _ABBREVIATIONS
    stemmer: str = ""
    babel: str = ""
    langid: str = ""


def primary(tag: str) -> str:
    """The primary language subtag in lower case: "zh" of "zh-Hant".

    It is the first subtag, and capitals do not matter (BCP 47, RFC 5646, sections 2.1.1 and 2.2.1).
    """
    return tag.partition("-")[0].lower()


def is_right_to_left(tag: str) -> bool:
    """Whether the lines of a language run from right to left."""
    return profile(tag).right_to_left


def profile(tag: str) -> Profile:
    """What is known of the language of a BCP 47 tag; an empty profile where nothing is."""
    return _PROFILES.get(tag.lower()) or _PROFILES.get(primary(tag)) or Profile(primary(tag))


def has_unspaced_letters(text: str) -> bool:
    """Whether a text has letters of a script that is written without spaces between words."""
    # None of them stands among the quotation marks and dashes that most texts have.
    foreign = any("\u0e01" <= letter < "\u2000" or letter > "\u3004" for letter in set(text))
    return foreign and _unspaced().search(text) is not None


@cache  # costly to compile, and most texts do without
def _unspaced() -> re.Pattern[str]:
    """Letters of scripts whose texts have no spaces between words.

    Those of line breaking class SA (Unicode Standard Annex #14) in the order of their code points, then
    kana, bopomofo and Chinese characters.
    """
    return re.compile(
        "[\u0e01-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3\u1950-\u19df\u1a20-\u1aad\ua9e0-\ua9fe"
        "\uaa60-\uaadf\u3005-\u3007\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf"
        "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
    )


_PROFILES: Mapping[str, Profile] = {
    known.tag: known
    for known in (
        Profile(
            "en",
            function_words=(
                "a an the this that these those which who whom whose it its their they of to in on at "
                "by for from with without into onto upon under over between through within as than and "
                "or nor but if whether is are was were be been being has have had do does"
            ),
            months=(
                "January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October", "November", "December",
            ),
            stemmer="english", babel="english", langid="english",
        ),
        Profile(
            "fr",
            function_words=(
                "le la les l' un une des du de d' et ou qui que dont elle à au aux en par pour dans "
                "sur"
            ),
            months=(
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                "octobre", "novembre", "décembre",
            ),
            elides=True, stemmer="french", babel="french", langid="french",
        ),
        Profile(
            "de",
            function_words="der die das den dem des ein eine einer eines und oder zu im mit für von auf",
            abbreviations=(
                "abs anh anl art bspw buchst bzw ca d.h dgl etc evtl ff gem ggf i.d.r i.s.d i.v.m inkl lit "
                "mind nr o.ä rn s satz sog u.a unterabs usw v vgl z.b ziff"
            ),
            stemmer="german", babel="ngerman", langid="german",
        ),
        Profile(
            "es",
            function_words="el la los las un una y o u e que de en con del al para se su sus",
            stemmer="spanish", babel="spanish", langid="spanish",
        ),
        Profile(
            "it",
            function_words="il lo la le gli i un uno una e o da di del al con per tra fra l' d'",
            elides=True, stemmer="italian", babel="italian", langid="italian",
        ),
        Profile("ar", right_to_left=True, stemmer="arabic"),
        Profile("bg", babel="bulgarian"),
        Profile("ca", elides=True),
        Profile("cs", babel="czech", langid="czech"),
        Profile("da", stemmer="danish", babel="danish", langid="danish"),
        Profile("el", babel="greek"),
        Profile("et", babel="estonian"),
        Profile("fa", right_to_left=True),
        Profile("fi", stemmer="finnish", babel="finnish"),
        Profile("ga", babel="irish"),
        Profile("he", right_to_left=True),
        Profile("hr", babel="croatian"),
        Profile("hu", stemmer="hungarian", babel="hungarian", langid="hungarian"),
        Profile("is", babel="icelandic"),
        Profile("ja", babel="japanese", langid="japanese"),
        Profile("ko", babel="korean", langid="korean"),
        Profile("lt", babel="lithuanian"),
        Profile("lv", babel="latvian"),
        Profile("mt", babel="maltese"),
        Profile("nb", stemmer="norwegian", babel="norsk"),
        Profile(
            "nl",
            abbreviations="art bijv blz bv ca d.w.z e.d enz etc i.h.b incl jo m.b.t nr o.a o.m resp sub vgl",
            stemmer="dutch", babel="dutch", langid="dutch",
        ),
        Profile("no", stemmer="norwegian", babel="norsk"),
        Profile(
            "pl",
            abbreviations="art dz itd itp lit m.in n np nr pkt por poz r rozdz s str tj tzn tzw ust ww z zob",
            babel="polish", langid="polish",
        ),
        Profile("ps", right_to_left=True),
        Profile("pt", stemmer="portuguese", babel="portuguese", langid="portuguese"),
        Profile("ro", stemmer="romanian", babel="romanian"),
        Profile("ru", stemmer="russian", babel="russian", langid="russian"),
        Profile("sk", babel="slovak"),
        Profile("sl", babel="slovene"),
        Profile("sv", stemmer="swedish", babel="swedish"),
        Profile("tr", babel="turkish", langid="turkish"),
        Profile("ug", right_to_left=True),
        Profile("uk", babel="ukrainian"),
        Profile("ur", right_to_left=True),
        Profile("vi", babel="vietnamese", langid="vietnamese"),
        Profile("yi", right_to_left=True),
        Profile("zh", babel="chinese-hans", langid="chinese"),
        Profile("zh-hans", babel="chinese-hans", langid="chinese"),
        Profile("zh-hant", babel="chinese-hant", langid="chinese"),
        Profile("zh-hk", babel="chinese-hant", langid="chinese"),
        Profile("zh-tw", babel="chinese-hant", langid="chinese"),
    )
}  # fmt: skip

# Of all languages together, because a redline or a finding must not depend on how the language of a text was
# given, and a text of one language may quote another.
FUNCTION_WORDS = frozenset(word for known in _PROFILES.values() for word in known.function_words.split())
"""The function words of all languages."""
