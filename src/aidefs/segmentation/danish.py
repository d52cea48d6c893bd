"""The grammar of Danish.

"som" is a relative pronoun but where a verb of taking stands before it ("anses som"), and "der" but for the
empty subject of such a verb ("menes der"). "hvis" opens a relative clause behind a comma, as definitions use
it, and a condition elsewhere.

What each class is for stands in `aidefs.segmentation.grammar`.
"""

from __future__ import annotations

from types import MappingProxyType

from aidefs.patterns import late
from aidefs.segmentation.frames import conditional_frames
from aidefs.segmentation.grammar import FacetWords, FrameWords, ScopeWords, phrases, word_class
from aidefs.segmentation.scandinavian import Scandinavian, frame_patterns, presents
from aidefs.text.tokens import TokenColumns

__all__ = ["DANISH", "Danish"]

# "kan" is "can" or "may", "skal" is "shall" or "must", "må" is "may" or "must": they stand for themselves.
_MODALS = {
    **dict.fromkeys(word_class("kan kunne"), "kunne"),
    **dict.fromkeys(word_class("skal skulle"), "skulle"),
    **dict.fromkeys(word_class("må måtte"), "måtte"),
    **dict.fromkeys(word_class("bør burde"), "burde"),
}
_MODAL = frozenset(_MODALS)
_RELATIVE = word_class(
    "som der hvilket hvilke hvilken hvormed hvorved hvori hvorfra hvorpå hvortil hvorefter hvis/relative"
)
_CONJUNCTION = word_class("og eller samt men og/eller")
_PREPOSITIONS = word_class(
    "med for til på i fra ved gennem uden efter under over mellem via blandt mod hos inden om ifølge "
    "vedrørende trods ud ind op igennem udfra"
)
_AUXILIARY = word_class("er var bliver blev blevet har havde være vil ikke")
_NOT_INCLUDE = frozenset(
    {
        ("omfatter", "ikke"),
        ("ikke", "omfatter"),
        ("omfattes", "ikke"),
        ("ikke", "omfattet"),
        ("gælder", "ikke"),
        ("anses", "ikke"),
        ("regnes", "ikke"),
        ("falder", "ikke"),
        ("falder", "uden"),
        ("er", "ikke"),
        ("ikke", "anvendelse"),
    }
)
_INFINITIVES = word_class(
    "analysere anbefale anvende arbejde automatisere bearbejde behandle benytte beregne bestemme bidrage "
    "bruge danne drage efterligne forbedre foreslå foretage forfølge forudsige forudse frembringe fungere "
    "generere genkende give gøre handle identificere indsamle interagere klassificere kombinere "
    "kommunikere konkludere levere lære løse modtage observere oprette opfatte opnå optimere oversætte "
    "opfylde producere påvirke reagere ræsonnere simulere skabe slutte støtte styre sætte tage "
    "tilpasse træffe tænke udføre udlede udstede udvikle udvise understøtte vise virke vurdere ændre "
    "efterkomme erstatte forarbejde fortolke planlægge prioritere registrere sortere tolke udarbejde"
)
_FINITE = presents(_INFINITIVES, "træffer tager giver gør omfatter lærer foreslår opnår udgør")
_PARTICIPLES = word_class(
    "udformet udviklet designet konstrueret baseret programmeret trænet beregnet indrettet anvendt brugt "
    "drevet styret skabt indbygget integreret fastsat fastlagt defineret angivet opstillet genereret "
    "modtaget indsamlet støttet bestemt givet opført nævnt bygget understøttet oplært"
)


class _DanishFrame(FrameWords):
    __slots__ = ()

    being = word_class("er")
    openings = tuple(
        late(pattern)
        for pattern in frame_patterns(
            here=r"(?:i|efter|ved anvendelsen af|med henblik på) (?:(?:denne|dette|disse|den|det)(?: her)? "
            r"\S+|\S+(?:en|et))",
            by="ved|med|under",
            taking="forstås|menes|forstår|mener|forstår vi|mener vi|sigtes|sigtes til|forstår man|mener man",
            meaning="betyder|betegner|dækker over|dækker|henviser til|beskriver|refererer til|kendetegner",
            copula="er",
            not_behind="i|så|ikke|også|til|udformet|designet|beregnet|baseret|omfattet",
            passive=(
                r"(?:er|bliver|kan) (?:her )?(?:defineret|defineres|beskrives|forstås) som|defineres som|"
                r"(?:anses|regnes|betragtes) (?:for|som)|anses|regnes|betragtes|er en (?:samle|fælles)?"
                r"betegnelse for"
            ),
            a="et|en|den|det|ethvert|enhver|alle|systemer|software|teknologi|teknologier|programmer",
        )
    )
    conditional = conditional_frames(
        heads="et|en|ethvert|enhver|den|det",
        verbs="anses for|anses som|regnes for|er|udgør|betragtes som",
        conditions="når|hvis|såfremt|forudsat at",
        pronouns="det|den|de",
        relatives="som|der|hvilket|hvilke",
    )


class _DanishFacets(FacetWords):
    __slots__ = ()

    examples = (
        ("såsom",),
        ("som", "f", ".", "eks", "."),
        ("som", "for", "eksempel"),
        ("f", ".", "eks", "."),
        ("fx",),
        ("for", "eksempel"),
        ("eksempelvis",),
        ("herunder",),
        ("deriblandt",),
        ("bl", ".", "a", "."),
        ("blandt", "andet"),
        ("navnlig",),
        ("inklusive",),
    )
    rest = phrases("osv, og så videre, og lignende, eller lignende, m.v., mv, etc")
    further = phrases("eller andre, eller andet, eller anden, og andre, og andet, og anden")
    listing = phrases("nemlig, det vil sige, dvs")
    excluding = word_class("undtagen bortset undtaget")
    excluded = word_class("undtagne udelukket udelukkede")
    excluding_pairs = _NOT_INCLUDE
    leading = word_class("også både enten navnlig")
    quantities = word_class("flere færre alle andre ikke")
    modal_like = word_class("vil ville behøver")
    covering = word_class("omfatter omfattes omfattet gælder anses regnes falder betragtes hører")
    standing = word_class("falder ligger er forbliver")
    outside = word_class("uden udenfor")
    definition = word_class("definitionen begrebet udtrykket anvendelsesområdet rækkevidden området")
    denied_before = True
    perhaps = word_class("nødvendigvis")
    denied = MappingProxyType(
        {"kunne": "ikke kunne", "skulle": "ikke skulle", "måtte": "ikke måtte", "burde": "ikke burde"}
    )
    denying_before = word_class("ikke ej aldrig")
    denying_behind = phrases("ikke, ej, aldrig")
    only = word_class("kun alene blot")
    taking_back = phrases("andet end, lade være")


class _DanishScope(ScopeWords):
    __slots__ = ()

    authorities = word_class(
        "ministeren ministeriet regeringen kommissionen folketinget rådet myndigheden medlemsstaterne"
    )
    varying = word_class("varierer afhænger")
    leads = word_class("når")
    can = word_class("kan må")
    be = word_class("være blive")
    used = word_class(
        "indbygget integreret indlejret anvendt brugt del bestanddel komponent indlejres anvendes"
    )
    conditions = word_class("uanset medmindre undtagen")
    exclusions = _NOT_INCLUDE


class Danish(Scandinavian):
    """The grammar of Danish."""

    __slots__ = ()

    lang = "da"
    modals = MappingProxyType(_MODALS)
    modal = _MODAL
    finite = _FINITE
    participles = _PARTICIPLES
    adverbs = word_class("selvstændigt automatisk helt delvis delvist derefter derved løbende kontinuerligt")
    relative = _RELATIVE
    subordinator = word_class("når hvis uanset medmindre undtagen fordi idet såfremt så")
    consecutive = (("uden", "at"), ("således", "at"), ("sådan", "at"))
    degrees = frozenset({("mere", "mindre")})
    conjunction = _CONJUNCTION
    joining = (("såvel", "som"),)
    connecting = word_class("også dermed derved derudover desuden dernæst")
    determiner = word_class("et en den det de denne dette disse ethvert enhver alle hver hvert nogle flere")
    article = word_class("et en")
    pronoun = word_class("det den de dets dens deres sin sit sine sig dem egne eget")
    adjunct = _PREPOSITIONS
    genitive = frozenset({"af"})
    infinitive = frozenset({"at"})
    purpose = (("for", "at"),)
    before_infinitive = word_class("for på om til af ved i uden med ud fra gennem efter")
    takes_relative = word_class("anses betragtes opfattes defineres betegnes fungerer fungere beskrives")
    question_clause = word_class("hvordan hvorledes")
    auxiliary = _AUXILIARY
    before_head = word_class("også derved dermed helt delvis det den de et en selv")
    list_openers = _DanishFacets.examples
    negation = frozenset({"ikke"})
    before_items = word_class(", : . f eks eksempel andet")
    also = frozenset({"også"})
    function = (_RELATIVE | _CONJUNCTION | _PREPOSITIONS | (_AUXILIARY - {"ikke"})) | word_class(
        "et en den det de at af også sig hvordan hvorledes såsom så"
    )
    before_phrase = word_class("af at om er bliver")
    frame = _DanishFrame()
    facets = _DanishFacets()
    scope = _DanishScope()

    def read(self, columns: TokenColumns) -> TokenColumns:
        columns = super().read(columns)
        keys = list(columns.keys)
        for at in range(1, len(keys)):
            if keys[at] == "hvis" and columns.keys[at - 1] in {",", "og", "eller"}:
                keys[at] = "hvis/relative"
        return columns.read_as(tuple(keys))


DANISH = Danish()
