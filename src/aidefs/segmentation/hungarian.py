"""The grammar of Hungarian.

Case endings and postpositions stand in for prepositions, so where an adjunct begins only cues tell. A
relative clause has its pronoun in any case ("amelyet"), the ability of a verb is in its ending
("befolyásolhatják"), and a definition needs no copula ("olyan rendszer, amely …").

What each class is for stands in `aidefs.segmentation.grammar`.
"""

from __future__ import annotations

from types import MappingProxyType

from aidefs.patterns import late
from aidefs.segmentation.grammar import FacetWords, FrameWords, Grammar, ScopeWords, phrases, word_class

__all__ = ["HUNGARIAN", "Hungarian"]

_RELATIVE = word_class(
    "amely amelyek amelyet amelyeket amelynek amelyeknek amellyel amelyben amelyből amelyre ami amik amit "
    "aki akik amelyhez amelyekből amelyekkel melyek mely melyet melynek"
)
_CONJUNCTION = word_class("és vagy illetve valamint de avagy és/vagy illetőleg")
_POSTPOSITIONS = word_class(
    "érdekében alapján után révén által szerint segítségével nélkül keretében céljából felhasználásával "
    "mellett"
)
_NOT_INCLUDE = frozenset(
    {
        ("nem", "tartozik"),
        ("nem", "tartoznak"),
        ("nem", "minősül"),
        ("nem", "minősülnek"),
        ("nem", "terjed"),
        ("nem", "foglalja"),
        ("nem", "vonatkozik"),
        ("nem", "tekinthető"),
        ("nem", "tekinthetők"),
    }
)
_ABLE = late(r"\w{3,}(?:hat|het)(?:ja|i|ják|ik|nak|nek|ó|ő)?$")
_ADVERBIAL = late(r"\w{4,}v[ae]$")  # "befolyásolva"
# Verbs of definitions, singular and plural.
_FINITE = word_class(
    "alkalmaz alkalmaznak alkalmazkodik alkalmazkodnak alkot ajánl befolyásol befolyásolja befolyásolják "
    "cselekszik cselekszenek dolgoz dolgozik dönt döntenek elemez elemzi elemzik előállít előállítanak "
    "előrejelez értelmez értelmezi értékel értékeli fejlődik felismer felismeri feldolgoz feldolgozza "
    "feldolgozzák generál generálnak generáljon gondolkodik hajt hajtanak hat használ használnak hoz "
    "hoznak hozzon javasol javít kikövetkezteti kikövetkeztetik következtet következtetnek kölcsönhatásba "
    "létrehoz létrehoznak levezet levezeti működik működnek megold megtanul megvalósít módosít módosítja "
    "nyújt osztályoz reagál rendelkezik szimulál szolgáltat támogat tanul tanulnak tanúsít termel tesz "
    "tesznek törekszik utánoz utánozza változtat változtatja végez végeznek von vonnak terveztek "
    "készítettek lép lépnek"
)
_PHRASE = r"(?:[^\s,;:.']+ )"
_QUOTED = r"(?:' (?:[^\s']+ ){1,8}' (?:\( \S+ \) )?)"
_TERM = rf"(?:{_QUOTED}|{_PHRASE}{{1,8}}?)"
_HERE = r"(?:(?:a )?(?:e|ezen|jelen|a) \S+ (?:alkalmazásában|értelmében|szempontjából)(?: ,)? )"

# What a frame looks like.
_FRAMES = (
    rf"{_HERE}?(?:(?:a|az) )?{_TERM}(?:alatt|fogalma|kifejezés) {_PHRASE}{{0,4}}?(?:értjük|értünk|értendő|"
    r"jelenti|jelent) (?:: )?",
    # "MI-rendszernek minősül az olyan rendszer, amely …"
    rf"{_HERE}?(?:(?:a|az) )?{_TERM}(?:minősül|minősülnek|tekintendő|tekinthető|számít|nevezzük|értjük|"
    r"értendő|jelent|jelenti|jelöl|takar) (?:(?:minden|az|a) )?(?=(?:olyan|egy|minden|az|a) )",
    rf"{_HERE}?(?:(?:a|az) )?{_TERM}(?=olyan |egy olyan )",
    rf"{_HERE}(?:(?:a|az) )?{_TERM}: ",
    rf"{_QUOTED}{_HERE}",
    rf"(?:{_QUOTED}|{_PHRASE}{{1,4}}): ",
)


class _HungarianFrame(FrameWords):
    __slots__ = ()

    openings = tuple(map(late, _FRAMES))
    # "MI alatt | olyan rendszert | értünk, | amely …": the verb stands behind the genus.
    conditional = (
        late(
            rf"(?P<lead>{_HERE}?(?:(?:a|az) )?{_TERM}(?:alatt |fogalmán )?)"
            rf"(?P<head>(?:olyan|azokat az?|az olyan|minden olyan|intelligens) {_PHRASE}{{1,5}}?)"
            r"(?P<frame>(?:értünk|értjük|értendő|értendők|takar|jelent|jelöl|nevezünk)(?: , | (?!,)))"
        ),
    )


class _HungarianFacets(FacetWords):
    __slots__ = ()

    examples = (
        ("mint", "például"),
        ("mint", "amilyen"),
        ("például",),
        ("többek", "között"),
        ("ideértve",),
        ("beleértve",),
        ("különösen",),
        ("így",),
        ("pl", "."),
    )
    rest = phrases("stb, és így tovább, és hasonlók")
    further = phrases("vagy más, vagy egyéb, vagy további, és más, és egyéb, és további")
    listing = phrases("nevezetesen, azaz, vagyis")
    excluding = word_class("kivételével kivéve kizárva")
    excluded = word_class("kizárt kizártak")
    excluding_pairs = _NOT_INCLUDE
    leading = word_class("akár is mind")
    quantities = word_class("több kevesebb összes más nem")
    modal_like = word_class("tudja tudják tudna lehetne kellene kellett tudott")
    covering = word_class(
        "tartozik tartoznak minősül minősülnek terjed foglalja vonatkozik vonatkoznak tekinthető tekinthetők"
    )
    standing = word_class("esik esnek marad maradnak")
    outside = word_class("kívül")
    definition = word_class("fogalom fogalmon körén hatályán definíción")
    excess = word_class("túl")
    perhaps = word_class("feltétlenül")
    denied = MappingProxyType(
        {
            "képes": "nem képes",
            "képesek": "nem képesek",
            "lehet": "nem lehet",
            "lehetnek": "nem lehetnek",
            "tud": "nem tud",
            "tudnak": "nem tudnak",
            "kell": "nem kell",
        }
    )
    denying_before = word_class("nem sem soha")
    only = word_class("csak csupán kizárólag")
    modal_endings = ("hat", "het", "hatnak", "hetnek", "hatja", "heti", "hatják", "hetik", "hatna", "hetne")


class _HungarianScope(ScopeWords):
    __slots__ = ()

    authorities = word_class(
        "miniszter minisztérium kormány bizottság parlament országgyűlés tanács hatóság tagállamok"
    )
    varying = word_class("változik változnak függ")
    leads = word_class("amikor")
    conditions = word_class("függetlenül kivéve hacsak")
    exclusions = _NOT_INCLUDE


class Hungarian(Grammar):
    """The grammar of Hungarian."""

    __slots__ = ()

    lang = "hu"
    modal = word_class("képes képesek lehet lehetnek tud tudnak kell")
    finite = _FINITE
    relative = _RELATIVE
    subordinator = word_class("ha amikor mivel mert hacsak függetlenül")
    consecutive = (("oly", "módon"), ("úgy", ",", "hogy"))
    conjunction = _CONJUNCTION
    connecting = word_class("is továbbá ezáltal ebből")
    determiner = word_class("a az egy minden ez ezek olyan e bármely valamennyi")
    article = word_class("a az egy")
    pronoun = word_class("saját ő ők azt azok annak")
    question_clause = word_class("miként hogyan")
    purpose_clause = frozenset({"hogy"})
    displaced_verb = True
    cues_part = True
    auxiliary = word_class("van vannak nem")
    before_head = word_class("a az egy is")
    list_openers = _HungarianFacets.examples
    negation = frozenset({"nem"})
    before_items = word_class(", : . például olyan")
    also = frozenset({"is"})
    function = (
        _RELATIVE | _CONJUNCTION | _POSTPOSITIONS | word_class("a az egy hogy is olyan miként hogyan mint")
    )
    frame = _HungarianFrame()
    facets = _HungarianFacets()
    scope = _HungarianScope()

    def is_verb(self, word: str) -> bool:
        return super().is_verb(word) or _ABLE.match(word) is not None

    def is_present_participle(self, word: str) -> bool:
        return _ADVERBIAL.match(word) is not None

    def is_stop(self, word: str) -> bool:
        return word in self.finite or super().is_stop(word)


HUNGARIAN = Hungarian()
