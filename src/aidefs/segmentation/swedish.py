"""The grammar of Swedish.

"som" is a relative pronoun but where a verb of taking stands before it ("anses som"); "att" opens an
infinitive, and "för att" one of purpose.

What each class is for stands in `aidefs.segmentation.grammar`.
"""

from __future__ import annotations

from types import MappingProxyType

from aidefs.patterns import late
from aidefs.segmentation.frames import conditional_frames
from aidefs.segmentation.grammar import FacetWords, FrameWords, ScopeWords, phrases, word_class
from aidefs.segmentation.scandinavian import Scandinavian, frame_patterns, presents

__all__ = ["SWEDISH", "Swedish"]

# "kan" is "can" or "may", "ska" is "shall" or "must", "får" is "may": they stand for themselves.
_MODALS = {
    **dict.fromkeys(word_class("kan kunna"), "kunna"),
    **dict.fromkeys(word_class("ska skall skola skulle"), "skola"),
    **dict.fromkeys(word_class("får"), "få"),
    **dict.fromkeys(word_class("måste"), "måste"),
    **dict.fromkeys(word_class("bör"), "böra"),
}
_MODAL = frozenset(_MODALS)
_RELATIVE = word_class("som vilket vilka vilken vars varigenom varvid varmed varifrån varpå därigenom")
_CONJUNCTION = word_class("och eller samt men och/eller")
_PREPOSITIONS = word_class(
    "med för till på i från vid genom utan efter under över mellan via bland mot hos inom om enligt ur "
    "beträffande trots utifrån"
)
_AUXILIARY = word_class("är var blir blev har hade vara bli inte vill")
_NOT_INCLUDE = frozenset(
    {
        ("omfattar", "inte"),
        ("inte", "omfattar"),
        ("omfattas", "inte"),
        ("inte", "omfattas"),
        ("avses", "inte"),
        ("gäller", "inte"),
        ("anses", "inte"),
        ("räknas", "inte"),
        ("inte", "räknas"),
        ("faller", "inte"),
        ("faller", "utanför"),
        ("är", "inte"),
        ("inte", "tillämplig"),
    }
)
_INFINITIVES = word_class(
    "agera analysera anpassa använda arbeta automatisera avge bearbeta bedöma behandla beräkna bestämma "
    "bidra bilda dra efterlikna ersätta fatta fungera förbättra förutse förutsäga föreslå förstå "
    "generera ge göra härleda identifiera imitera interagera klassificera kombinera kommunicera leverera "
    "lära lösa observera optimera planera producera prioritera påverka reagera registrera rekommendera "
    "resonera samla simulera skapa sluta sortera stödja styra ta tolka tänka upptäcka uppfatta uppfylla "
    "uppnå uppvisa utfärda utföra utveckla visa verka välja ändra översätta lämna ställa söka förändra"
)
_FINITE = presents(
    _INFINITIVES,
    "avger använder bedömer beräknar ger drar föreslår förstår förutser förutsäger förändrar gör härleder "
    "löser stöder stödjer styr tar tänker upptäcker uppfyller uppnår utfärdar utför väljer översätter "
    "utgör innehåller lär bestämmer efterliknar ställer söker",
)
_PARTICIPLES = word_class(
    "utformat utformad utformade utvecklat utvecklad utvecklade baserat baserad baserade konstruerat "
    "konstruerad avsett avsedd avsedda programmerat programmerad tränat tränad tränade byggt byggd "
    "inbyggt inbyggd inbyggda integrerat integrerad integrerade använt använd fastställt fastställda "
    "angivet angivna definierat definierade genererat insamlade inhämtade mottagna drivet driven "
    "styrt styrd skapat skapad datoriserat"
)


class _SwedishFrame(FrameWords):
    __slots__ = ()

    being = word_class("är")
    openings = tuple(
        late(pattern)
        for pattern in frame_patterns(
            here=r"(?:i|enligt|vid tillämpning(?:en)? av) (?:(?:denna|detta|dessa|den|det)(?: här)? \S+|"
            r"\S+(?:et|en))",
            by="med|under|som",
            taking="avses|menas|förstås|avser|menar|förstår|avser vi|menar vi|avser man|menar man|kallas",
            meaning="betyder|betecknar|syftar på|avser|beskriver|hänvisar till|innebär|står för",
            copula="är",
            not_behind="i|så|inte|också|till|utformat|utformad|avsett|avsedd|baserat|baserad|även",
            passive=(
                r"(?:är|blir|kan) (?:här )?(?:definierat|definierad|definieras|beskrivas|förstås) som|"
                r"definieras som|anses (?:vara|som)|anses|räknas (?:som )?|betraktas som|är en (?:samlings|"
                r"gemensam )?(?:beteckning|benämning|term) (?:för|på)|är ett samlingsnamn (?:för|på)"
            ),
            a="ett|en|den|det|varje|alla|sådana|system|programvara|teknik|teknologi|program|tekniska",
        )
    )
    conditional = conditional_frames(
        heads="ett|en|varje|den|det",
        verbs="anses vara|anses som|räknas som|är|utgör|betraktas som",
        conditions="när|om|såvida|förutsatt att",
        pronouns="det|den|de",
        relatives="som|vilket|vilka",
    )


class _SwedishFacets(FacetWords):
    __slots__ = ()

    examples = (
        ("såsom",),
        ("till", "exempel"),
        ("som", "till", "exempel"),
        ("exempelvis",),
        ("t", ".", "ex", "."),
        ("bl", ".", "a", "."),
        ("bland", "annat"),
        ("däribland",),
        ("inklusive",),
        ("inbegripet",),
        ("särskilt",),
        ("framför", "allt"),
    )
    rest = phrases("osv, och så vidare, och liknande, eller liknande, m.m., etc")
    further = phrases("eller andra, eller annat, eller annan, och andra, och annat, och annan")
    listing = phrases("nämligen, det vill säga, dvs")
    excluding = word_class("undantag utom undantagna")
    excluded = word_class("undantas undantagen undantaget uteslutna utesluten utesluts")
    excluding_pairs = _NOT_INCLUDE
    leading = word_class("även också både antingen särskilt")
    quantities = word_class("flera färre alla andra inte")
    modals = MappingProxyType(
        {
            **dict.fromkeys(word_class("kunde"), "kunna"),
            **dict.fromkeys(word_class("borde"), "böra"),
        }
    )
    modal_like = word_class("vill ville torde fick finge behöver")
    covering = word_class(
        "omfattar omfattas omfattade innefattar innefattas avses gäller anses räknas faller betraktas hör"
    )
    standing = word_class("faller ligger är")
    outside = word_class("utanför")
    definition = word_class("definitionen begreppet uttrycket tillämpningsområdet räckvidden")
    denied_before = True
    perhaps = word_class("nödvändigtvis")
    denied = MappingProxyType(
        {
            "kunna": "inte kunna",
            "skola": "inte skola",
            "få": "inte få",
            "måste": "inte måste",
            "böra": "inte böra",
        }
    )
    denying_before = word_class("inte ej icke aldrig")
    denying_behind = phrases("inte, ej, icke, aldrig")
    only = word_class("bara endast enbart")
    taking_back = phrases("annat än, låta bli")


class _SwedishScope(ScopeWords):
    __slots__ = ()

    authorities = word_class(
        "ministern ministeriet regeringen kommissionen riksdagen rådet myndigheten medlemsstaterna"
    )
    varying = word_class("varierar beror")
    leads = word_class("när")
    can = word_class("kan får")
    be = word_class("vara bli")
    used = word_class(
        "inbyggt inbyggd inbyggda integrerat integrerad använt använd del beståndsdel komponent"
    )
    conditions = word_class("oavsett såvida utom")
    exclusions = _NOT_INCLUDE


class Swedish(Scandinavian):
    """The grammar of Swedish."""

    __slots__ = ()

    lang = "sv"
    modals = MappingProxyType(_MODALS)
    modal = _MODAL
    finite = _FINITE
    participles = _PARTICIPLES
    adverbs = word_class("självständigt automatiskt helt delvis därefter därmed löpande kontinuerligt")
    relative = _RELATIVE
    subordinator = word_class("när oavsett såvida utom eftersom medan så")
    consecutive = (("utan", "att"), ("så", "att"))
    degrees = frozenset({("mer", "mindre")})
    conjunction = _CONJUNCTION
    joining = (("såväl", "som"), ("liksom",))
    connecting = word_class("också även därmed därigenom dessutom därefter")
    determiner = word_class("ett en den det de denna detta dessa varje alla vissa flera någon något några")
    article = word_class("ett en")
    pronoun = word_class("det den de dess deras sin sitt sina sig dem egna eget")
    adjunct = _PREPOSITIONS
    genitive = frozenset({"av"})
    infinitive = frozenset({"att"})
    purpose = (("för", "att"),)
    before_infinitive = word_class("för på om till av vid i utan med från genom efter")
    takes_relative = word_class("anses betraktas uppfattas definieras betecknas fungerar fungera räknas")
    question_clause = frozenset({"hur"})
    auxiliary = _AUXILIARY
    before_head = word_class("också även därmed helt delvis det den de ett en själv självt")
    list_openers = _SwedishFacets.examples
    negation = frozenset({"inte"})
    before_items = word_class(", : . t ex exempel annat")
    also = word_class("också även")
    function = (_RELATIVE | _CONJUNCTION | _PREPOSITIONS | (_AUXILIARY - {"inte"})) | word_class(
        "ett en den det de att av också även sig hur såsom så"
    )
    before_phrase = word_class("av att om är blir")
    frame = _SwedishFrame()
    facets = _SwedishFacets()
    scope = _SwedishScope()


SWEDISH = Swedish()
