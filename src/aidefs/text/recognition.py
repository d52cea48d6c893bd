"""The language of a text, told from its script, its letters and its most frequent words.

Nothing is downloaded and nothing depends on chance: the word lists stand in the profiles of `languages`. A
text that does not say enough is "und" (undetermined, ISO 639-2): no guess is made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from aidefs.patterns import late
from aidefs.text.languages import UNDETERMINED, profiles

__all__ = ["recognise"]

_LONGEST = 20_000  # characters that are looked at; more tell nothing new
_LEAST = 1.1  # what the words of a text have to say for its language; a word of that language alone says 1
_LEAST_AHEAD = 0.5  # what words that another language has not say for it
_LEAD = 1.6  # ... and how many times as much as words of the other say against it
_MOST_TIMES = 3  # a word is counted
_LEAST_SHARE = 0.12  # of the words of a text are on the list of its language
_FOREIGN_LETTER = 0.6  # what a word with a letter that a language does not have says against it
_OWN_LETTERS = 0.6  # what one with letters of few languages says for them together
_LONG = 5  # letters of a noun that takes references and tells a language
_LEAST_ELSEWHERE = 2  # words of a language without a profile, by which a text is taken for one in it

# Frequent words of languages without a profile that are near to one that has: with one for each word that
# the neighbour lacks, their texts would be read as its own. They have no say between languages with one.
_WITHOUT_PROFILE = (
    # Afrikaans
    "is die n van en wat nie het word kan deur vir met om te aan op uit in as of hulle sy haar ons sal "
    "moet stelsel stelsels data besluite leer beteken masjien masjiene na maar ook by dit hierdie enige "
    "onder tussen sonder ander gebruik kunsmatige intelligensie rekenaar mense menslike wees waarmee neem "
    "insette uitsette artikel",
    # Asturian
    "ye un una el la los les que de y en d qu al del pa por con ensin nun ta tán son o pue puen ser esti "
    "esta estos lo xenera datos aprende mesmu mesma cuando tamién sobre ente más intelixencia toma",
    # Esperanto
    "la kaj de en estas al kiu kiuj kiun por per kun el aŭ ne povas ke ĝi ili sia ĉi tiu sistemo sistemoj "
    "maŝino maŝinoj datumoj artefarita inteligenteco kiel sur sen inter ĉiu unu laŭ lernas",
    # Frisian
    "is in de it fan en dat dy wurdt kin kinne mei foar op út by oan troch sûnder as of net ek syn har "
    "hawwe hat wêze te om mar tusken minsken kunstmatige yntelliginsje intelliginsje gegevens besluten "
    "systeem sy der jo wy leart nimt",
    # Galician
    "un unha unhas uns o a os as ao aos do da dos das que é son non máis polo pola polos polas co coa cos "
    "coas con nun nunha nos no na á ás ou xera xeran sistema sistemas datos decisións este esta seu súa "
    "seus súas artigo artigos punto pode poden mediante lles mesmo tamén entre intelixencia artificial "
    "xeral segundo enténdese entenderase aprendizaxe para por sen sobre ser de e en",
    # Latin
    "est et in ad ex ab cum de per pro quae qui quod quam non sed aut vel ut sunt esse hoc haec hic eius "
    "suis sua suum ne si nec atque ac inter sine sub super ante machina machinae systema artificialis "
    "intelligentia intelligentiae potest possunt",
    # Low German
    "is en een de dat un van vun för mit ut op in to bi nich ok wat as kann köönt warrt warrn sien ehr "
    "sünd oder över dör döör lehrt",
    # Luxembourgish
    "en e eng engem engen de den dem der déi dee dat d ass sinn an op vun vum fir mat aus zu zum zur bei "
    "duerch iwwer ouni oder och net wéi wat kann kënnen gëtt ginn hunn huet seng hir dës dëst tëscht all "
    "vu un um ëm ze se si hie maschinn maschinnen systemer daten entscheedungen mënschen intelligenz "
    "kënschtlech",
    # Nynorsk
    "eit ein ei er som frå ikkje det dei kan av med til på om i og å for ut etter utan eller vert blir "
    "kva korleis mellom også noko sin si data resultat system den dette desse",
    # Occitan
    "un una lo la los las de d que es son dels del al als amb per a en o e pòt pòdon sens sus entre "
    "aqueste aquesta sistèma sistèmas donadas intelligéncia artificiala siá se pas mai coma",
    # Swiss German
    "es isch e en de d s das wo us vo vom mit für uf im am und oder nöd nid nüd au wie cha chönd git händ "
    "hät sind dur ohni zwüsche sini ihri si mer wänn aber alli lernt",
)

_WORDS = re.compile(r"[^\W\d_]+")

# Ranges of letters by script; Han is told apart below, because Japanese writes it too.
_SCRIPTS: Mapping[str, str] = {
    "latin": "a-zà-öø-ɏḀ-ỿ",
    "cyrillic": "Ѐ-ԯ",
    "greek": "Ͱ-Ͽἀ-῿",
    "arabic": "\u0620-\u064a\u0671-\u06d3",
    "hebrew": "\u05d0-\u05ea",
    "kana": "\u3041-\u30ff",
    "hangul": "\u1100-\u11ff\uac00-\ud7a3",
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
}
_LETTERS = {script: late(f"[{letters}]") for script, letters in _SCRIPTS.items()}
_ONE_LANGUAGE: Mapping[str, str] = {"greek": "el", "hebrew": "he", "hangul": "ko"}
_ALPHABETS: Mapping[str, frozenset[str]] = {"cyrillic": frozenset({"bg", "ru", "uk"})}
_NOT_ARABIC = frozenset("پچژگکیےۀەې")  # Persian, Urdu, Kurdish, Pashto


def recognise(text: str) -> str:
    """The language of a text.

    Args:
        text: Any text.

    Returns:
        The primary subtag of its language, `UNDETERMINED` where that cannot be told: too few words, words of
        several languages, or a language without a profile.
    """
    text = text[:_LONGEST].lower()
    letters = _letters(text)
    if not letters:
        return UNDETERMINED
    script, most = max(letters.items(), key=lambda one: (one[1], one[0]))
    east_asian = letters["han"] + letters["kana"] + letters["hangul"]
    # A sign stands for several letters of an alphabet, and such texts quote terms in Latin letters.
    if 2 * east_asian >= letters.total() - east_asian:
        return _east_asian(letters, east_asian)
    if 2 * most <= letters.total():
        return UNDETERMINED
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    if script == "arabic":
        return UNDETERMINED if _NOT_ARABIC & set(text) else "ar"
    return _by_words(text, script)


def _letters(text: str) -> Counter[str]:
    """How many letters of each script a text has."""
    # Most texts have letters of one script and typographic marks; the patterns are costly to compile.
    rare = any("\u0370" <= c < "\u1e00" or "\u1f00" <= c < "\u2000" or c >= "\u2c00" for c in set(text))
    patterns = _LETTERS.items() if rare else [("latin", _LETTERS["latin"])]
    return Counter({script: n for script, letter in patterns if (n := len(letter.findall(text)))})


def _east_asian(letters: Counter[str], all_of_them: int) -> str:
    if 2 * letters["hangul"] > all_of_them:
        return "ko"
    # No Japanese sentence does without kana, and Chinese has none.
    return "ja" if 10 * letters["kana"] > all_of_them else "zh"


def _by_words(text: str, script: str) -> str:
    words = _WORDS.findall(text)
    # A word that comes again and again, as in a list, is no better witness than several words.
    votes = [(min(times, _MOST_TIMES), _votes(word, script)) for word, times in Counter(words).items()]
    said: dict[str, float] = {}
    for times, of_word in votes:
        for language, vote in of_word.items():
            said[language] = said.get(language, 0.0) + times * vote
    ranked = sorted(said, key=lambda language: (-said[language], language))
    if not ranked or said[ranked[0]] < _LEAST:
        return UNDETERMINED
    best = ranked[0]
    known = sum(best in _languages_of_words().get(word, ()) for word in words)
    if known < _LEAST_SHARE * len(words):
        return UNDETERMINED
    # Neighbours share most of their words (Danish and Norwegian): what one alone has decides.
    for other in ranked[1:]:
        gaps = [times * (of_word.get(best, 0.0) - of_word.get(other, 0.0)) for times, of_word in votes]
        ahead, behind = sum(gap for gap in gaps if gap > 0), -sum(gap for gap in gaps if gap < 0)
        if ahead < _LEAST_AHEAD or ahead < _LEAD * behind:
            return UNDETERMINED
    return UNDETERMINED if _is_of_neighbour(words, best) else best


def _is_of_neighbour(words: Sequence[str], best: str) -> bool:
    """Whether more words are of a language without a profile alone than of the best of those with one."""
    times = {word: min(n, _MOST_TIMES) for word, n in Counter(words).items()}
    known = {word for word in times if best in _languages_of_words().get(word, ())}
    for other in _neighbours():
        theirs = [word for word in times if word in other and word not in known]
        own = sum(times[word] for word in known - other)
        if len(theirs) >= _LEAST_ELSEWHERE and sum(times[word] for word in theirs) > own:
            return True
    return False


@cache
def _neighbours() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()) for words in _WITHOUT_PROFILE)


def _votes(word: str, script: str) -> dict[str, float]:
    """What a word says for languages: 1 in all for those that have it, and for and against by its letters."""
    having = _languages_of_words().get(word, ())
    votes = dict.fromkeys(having, 1 / len(having) if having else 0.0)
    alphabets = _alphabets(script)
    special = _special_letters(script).intersection(word)
    if special:
        fitting = [language for language, own in alphabets.items() if special <= own]
        for language in alphabets:
            vote = _OWN_LETTERS / len(fitting) if language in fitting else -_FOREIGN_LETTER
            votes[language] = votes.get(language, 0.0) + vote
    return votes


@cache
def _special_letters(script: str) -> frozenset[str]:
    return frozenset().union(*_alphabets(script).values())


@cache
def _alphabets(script: str) -> Mapping[str, frozenset[str]]:
    cyrillic = _ALPHABETS["cyrillic"]
    return {
        one.tag: frozenset(one.letters)
        for one in profiles()
        if one.common_words and (one.tag in cyrillic) == (script == "cyrillic")
    }


@cache
def _languages_of_words() -> Mapping[str, tuple[str, ...]]:
    """The languages of each word on a list."""
    found: dict[str, list[str]] = {}
    for one in profiles():
        if not one.common_words:
            continue
        listed = _WORDS.findall(f"{one.function_words} {one.common_words}")
        # "El sistema definido en el artículo 3"; the short ones are abbreviations, which many languages have,
        # and what a language without a profile has as well tells none from it.
        nouns = [word for word in _WORDS.findall(one.reference_nouns) if len(word) >= _LONG]
        listed += [word for word in nouns if not any(word in other for other in _neighbours())]
        for word in dict.fromkeys(listed):
            found.setdefault(word, []).append(one.tag)
    return {word: tuple(languages) for word, languages in found.items()}
