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

__all__ = [
    "DEMONSTRATIVES",
    "FUNCTION_WORDS",
    "REFERENCE_CONJUNCTIONS",
    "REFERENCE_NOUNS",
    "REFERENCE_PREPOSITIONS",
    "Profile",
    "has_unspaced_letters",
    "is_right_to_left",
    "primary",
    "profile",
]

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
        reference_nouns: Nouns whose number or letter comes behind them ("paragraph (a)"), their signs and
            abbreviations too; none that is also used without one ("in part (a) …").
        reference_prepositions: Prepositions behind which a provision is named by its letter alone ("in (i)").
        reference_conjunctions: Words between two references of a list ("(a) to (c)").
        demonstratives: Words that determine such a noun, so that no letter does ("this section").
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
    reference_nouns: str = ""
    reference_prepositions: str = ""
    reference_conjunctions: str = ""
    demonstratives: str = ""
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
            reference_nouns=(
                "section sections sec secs sect subsection subsections subsec paragraph paragraphs para "
                "paras subparagraph subparagraphs subpara article articles art arts annex annexes "
                "appendix appendices point points chapter chapters clause clauses subclause subclauses "
                "recital recitals item items schedule schedules rule rules regulation regulations letter "
                "letters subdivision subdivisions u.s.c u.s.c. c.f.r c.f.r. § ¶"
            ),
            reference_prepositions="in under of by to from with within per",
            reference_conjunctions="and or to",
            demonstratives="this that these those such each any every said same following",
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
            reference_nouns=(
                "article articles paragraphe paragraphes point points annexe annexes chapitre chapitres "
                "alinéa alinéas lettre lettres section sections considérant considérants"
            ),
            reference_prepositions="à au aux en sous de du selon",
            reference_conjunctions="et ou à",
            demonstratives="ce cet cette ces présent présente présents présentes ledit ladite",
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
            reference_nouns=(
                "artikel artikels artikeln absatz absatzes absätze absätzen abs unterabsatz unterabsätze "
                "unterabsätzen nummer nummern nr buchstabe buchstaben buchst punkt punkte punkten anhang "
                "anhangs anhänge kapitel kapitels abschnitt abschnitts abschnitte ziffer ziffern satz "
                "erwägungsgrund erwägungsgründe"
            ),
            reference_prepositions="in im unter nach gemäß von",
            reference_conjunctions="und oder bis",
            demonstratives="dieser diese dieses diesem diesen jeder jede jedes jedem",
            stemmer="german", babel="ngerman", langid="german",
        ),
        Profile(
            "es",
            function_words="el la los las un una y o u e que de en con del al para se su sus",
            reference_nouns=(
                "artículo artículos apartado apartados párrafo párrafos punto puntos anexo anexos "
                "capítulo capítulos letra letras inciso incisos sección secciones considerando "
                "considerandos"
            ),
            reference_prepositions="en bajo de según",
            reference_conjunctions="y e o u a",
            demonstratives="este esta estos estas presente presentes dicho dicha dichos dichas cada",
            stemmer="spanish", babel="spanish", langid="spanish",
        ),
        Profile(
            "it",
            function_words="il lo la le gli i un uno una e o da di del al con per tra fra l' d'",
            reference_nouns=(
                "articolo articoli paragrafo paragrafi punto punti allegato allegati capo capitolo "
                "lettera lettere sezione sezioni comma commi considerando"
            ),
            reference_prepositions="in a di alla alle al",
            reference_conjunctions="e o a",
            demonstratives="questo questa questi queste presente presenti detto detta ogni tale tali",
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
            reference_nouns=(
                "artikel artikelen lid leden punt punten bijlage bijlagen hoofdstuk hoofdstukken letter "
                "letters onderdeel onderdelen afdeling afdelingen paragraaf paragrafen overweging "
                "overwegingen"
            ),
            reference_prepositions="in onder van",
            reference_conjunctions="en of tot",
            demonstratives="deze dit elke elk",
            stemmer="dutch", babel="dutch", langid="dutch",
        ),
        Profile("no", stemmer="norwegian", babel="norsk"),
        Profile(
            "pl",
            abbreviations="art dz itd itp lit m.in n np nr pkt por poz r rozdz s str tj tzn tzw ust ww z zob",
            reference_nouns=(
                "artykuł artykułu artykule art ustęp ustępu ustępie ust punkt punktu punkcie pkt litera "
                "litery literze lit załącznik załącznika załączniku rozdział rozdziału rozdziale sekcja "
                "sekcji motyw motywu"
            ),
            reference_prepositions="w z od",
            reference_conjunctions="i lub oraz do",
            demonstratives="tego tej niniejszy niniejszego niniejszym niniejsza niniejszej każdy",
            babel="polish", langid="polish",
        ),
        Profile("ps", right_to_left=True),
        Profile(
            "pt",
            reference_nouns=(
                "artigo artigos número números n.º parágrafo parágrafos ponto pontos anexo anexos "
                "capítulo capítulos alínea alíneas secção secções seção seções inciso incisos "
                "considerando considerandos"
            ),
            reference_prepositions="em na nas no nos de da das",
            reference_conjunctions="e ou a",
            demonstratives="este esta estes estas presente presentes deste desta neste nesta referido",
            stemmer="portuguese", babel="portuguese", langid="portuguese",
        ),
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


def _of_all(field: str) -> frozenset[str]:
    return frozenset(word for known in _PROFILES.values() for word in getattr(known, field).split())


# Of all languages together, because a redline or a finding must not depend on how the language of a text was
# given, and a text of one language may quote another.
FUNCTION_WORDS = _of_all("function_words")
"""The function words of all languages."""
REFERENCE_NOUNS = _of_all("reference_nouns")
"""The nouns that take references, of all languages."""
REFERENCE_PREPOSITIONS = _of_all("reference_prepositions")
"""The prepositions before a bare reference, of all languages."""
REFERENCE_CONJUNCTIONS = _of_all("reference_conjunctions")
"""The words between two references of a list, of all languages."""
DEMONSTRATIVES = _of_all("demonstratives")
"""The words that determine a noun that takes references, of all languages."""
