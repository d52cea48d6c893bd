"""The grammar of Czech.

Endings carry what other languages say with articles: participles are told by theirs, and cues write the stem
with "*". "se" belongs to the verb; as a preposition it is left aside. "jak" asks behind a comma and lists
nowhere, "jako" lists.

What each class is for stands in `aidefs.segmentation.grammar`.
"""

from __future__ import annotations

from types import MappingProxyType

from aidefs.patterns import late
from aidefs.segmentation.frames import conditional_frames
from aidefs.segmentation.grammar import FacetWords, FrameWords, Grammar, ScopeWords, phrases, word_class
from aidefs.text.tokens import TokenColumns

__all__ = ["CZECH", "Czech"]

# "může" is "can" or "may": it stands for itself.
_MODALS = {
    **dict.fromkeys(word_class("může mohou mohl mohla mohlo mohly"), "moci"),
    **dict.fromkeys(word_class("musí musejí"), "must"),
    **dict.fromkeys(word_class("smí smějí"), "may"),
}
_MODAL = frozenset(_MODALS)
_RELATIVE = word_class(
    "který která které kteří kterého kterému kterým kterou kterých kterými kterém jenž jež jehož jejíž "
    "jejichž jimž což čímž"
)
_CONJUNCTION = word_class("a nebo či i ani ale avšak popřípadě případně anebo a/nebo")
_PREPOSITIONS = word_class(
    "z ze na v ve do od ode pro při po přes bez pod nad mezi vůči během podle za prostřednictvím pomocí "
    "díky kromě s k ke o dle na"
)
_NOT_INCLUDE = frozenset(
    {
        ("nezahrnuje", "se"),
        ("se", "nepovažuje"),
        ("se", "nepovažují"),
        ("nepovažuje", "se"),
        ("nepovažují", "se"),
        ("se", "nerozumí"),
        ("se", "nevztahuje"),
        ("nevztahuje", "se"),
        ("není", "systémem"),
        ("nejsou", "systémy"),
        ("nespadá", "pod"),
        ("nespadají", "pod"),
    }
)
# Third persons of the singular of verbs of definitions; the plural follows from the ending.
_SINGULAR = word_class(
    "analyzuje čerpá dává dedukuje dokáže doporučuje dosahuje dovede extrahuje formuluje funguje generuje "
    "hledá hodnotí identifikuje imituje interpretuje jedná klasifikuje komunikuje mění modeluje nabízí "
    "nahrazuje napodobuje navrhuje obsahuje odhaduje odvozuje optimalizuje ovlivňuje plánuje plní "
    "podporuje poskytuje posuzuje používá pozoruje pracuje produkuje provádí předkládá předpovídá překládá "
    "přijímá přizpůsobuje působí reaguje rozhoduje rozpoznává rozumí řeší řídí sbírá shromažďuje simuluje "
    "sleduje stanovuje třídí učí umí umožňuje určuje usuzuje vnímá vybírá vydává vyhodnocuje vykazuje "
    "vykonává využívá vyvíjí vyvozuje vyžaduje vytváří získává zahrnuje zaujímá zlepšuje zpracovává "
    "zdokonaluje"
)


def _plural(form: str) -> str:
    """The third person of the plural of a verb, by that of the singular."""
    if form.endswith("uje"):
        return f"{form[:-1]}í"
    if form.endswith("á"):
        return f"{form[:-1]}ají"
    return f"{form[:-1]}ou" if form.endswith("e") else form


_FINITE = _SINGULAR | {_plural(form) for form in _SINGULAR} | word_class("fungoval fungovala generovaly")
_INFINITIVE = late(r"\w{2,}(?:ovat|vat|at|it|ět|nout|ést|íst|ýt|ít)$")
_PRESENT = late(r"\w{2,}(?:ící|oucí)(?:ho|mu|m|ch|mi)?$")
_PAST = late(r"\w{3,}(?:[aeě]n|[uaý]t)(?:ý|á|é|ého|ému|ém|ým|ou|ých|ými)$")

_PHRASE = r"(?:[^\s,;:.']+ )"
_QUOTED = r"(?:' (?:[^\s']+ ){1,8}' (?:\( \S+ \) )?)"
_TERM = rf"(?:{_QUOTED}|{_PHRASE}{{1,9}}?)"
_HERE = r"(?:pro účely|ve smyslu|podle|v) (?:tohoto|této|těchto|tomto|tento|téhož) \S+ "
# First words of a genus, as no article tells one.
_GENUS = (
    r"(?:každ|jakýkol|jakákol|takov|stroj|systém|softw|program|technolog|nástroj|počítač|schopnost|obor|"
    r"soubor|zařízení|aplikac|automatiz|technick|digitáln|informačn|algoritm|řešení|model)\w* "
)

# What a frame looks like.
_FRAMES = (
    # "Systémem umělé inteligence se rozumí …", "Pro účely tohoto zákona se systémem AI rozumí …"
    rf"(?:{_HERE})?{_TERM}?(?:se {_PHRASE}{{0,6}}?)?(?:rozumí|rozumějí|rozumíme|myslí|míní)(?: se)? "
    rf"(?:{_HERE}|zde )?(?:: )?",
    # "V tomto zákoně se rozumí systémem AI strojový systém"
    rf"(?:{_HERE})?(?:se )?(?:rozumí|rozumějí)(?: se)? (?:: )?(?:[a-z0-9]+ [.)] )?{_TERM}"
    rf"(?:: |, |(?={_GENUS}))",
    rf"(?:{_HERE})?za {_TERM}(?:se )?(?:považuje|považují|pokládá|pokládají|označuje)(?: se)? ",
    rf"(?:{_HERE})?jako {_TERM}(?:se )?(?:označuje|označují|označujeme)(?: se)? ",
    rf"(?:{_HERE})?{_TERM}(?:znamená|znamenají|označuje|označují|představuje|představují|popisuje|"
    r"odkazuje na) ",
    rf"(?:{_HERE})?{_TERM}(?:je|jsou|se) (?:definován\w?|definuje|definují|vymezen\w?|chápán\w?|chápe) jako ",
    rf"(?:{_HERE})?{_TERM}(?:je|jsou) (?!v |tak |také |navržen|určen|schop)",
    rf"(?:{_QUOTED}|{_PHRASE}{{1,4}}): ",
    rf"{_QUOTED}(?={_GENUS})",
)


class _CzechFrame(FrameWords):
    __slots__ = ()

    being = word_class("není nejsou")
    openings = tuple(map(late, _FRAMES))
    conditional = conditional_frames(
        heads=r"\w+",
        verbs="je|jsou|představuje|se považuje za|považuje se za",
        conditions="pokud|jestliže|když|jestli",
        pronouns="on|ona|ono|oni",
        relatives="který|která|které|jenž|to",
    )


class _CzechFacets(FacetWords):
    __slots__ = ()

    examples = (
        ("jako", "jsou"),
        ("jako", "je"),
        ("jako", "například"),
        ("jako",),
        ("například",),
        ("např", "."),
        ("zejména",),
        ("včetně",),
        ("mimo", "jiné"),
        ("mj", "."),
        ("třeba",),
    )
    rest = phrases("atd, apod, a tak dále, a podobně")
    further = phrases(
        "nebo jiné, nebo další, nebo jiných, nebo dalších, a jiné, a další, a jiných, a dalších, či "
        "jiné, či další, či jiných, či dalších"
    )
    listing = phrases("totiž, to jest, tedy")
    excluding = word_class("výjimkou vyjma kromě nezahrnuje nezahrnují")
    excluded = word_class("vyloučeny vyloučen vyloučena vyloučeno vyňaty vyňat vyňata")
    excluding_pairs = _NOT_INCLUDE
    leading = word_class("také rovněž jak")
    quantities = word_class("více méně všechny jiné ne")
    modals = MappingProxyType(
        {
            **dict.fromkeys(word_class("můžou mohli nemůže nemohou nemohl nemohla nemohlo nemohly"), "moci"),
            **dict.fromkeys(word_class("musel musela muselo musely nemusí nemusejí"), "must"),
            **dict.fromkeys(word_class("nesmí nesmějí směl směla smělo"), "may"),
        }
    )
    modal_like = word_class("moci moct lze nelze měl měla mělo měly by")
    covering = word_class(
        "považuje považují nepovažuje nepovažují vztahuje vztahují zahrnuje zahrnují spadá spadají "
        "rozumí zahrnut zahrnuty zahrnuta patří"
    )
    standing = word_class("stojí zůstává zůstávají jsou je")
    outside = word_class("mimo")
    definition = word_class("definici definice pojem pojmu působnost působnosti oblast rozsah")
    excess = word_class("příliš")
    perhaps = word_class("nutně")
    denied = MappingProxyType({"moci": "nemoci", "must": "need not", "may": "may not"})
    denying_forms = word_class("nemůže nemohou nemohl nemohla nemohlo nemohly nemusí nemusejí nesmí nesmějí")
    only = word_class("jen pouze")


class _CzechScope(ScopeWords):
    __slots__ = ()

    authorities = word_class("ministr ministerstvo vláda komise parlament rada úřad zákonodárce")
    varying = word_class("liší závisí")
    leads = word_class("když")
    can = word_class("může mohou")
    used = word_class(
        "zabudovaný zabudovány zabudován integrovaný integrován používaný používán použit použity součástí "
        "prvkem založený založeny"
    )
    conditions = word_class("ledaže pokud nehledě")
    exclusions = _NOT_INCLUDE


class Czech(Grammar):
    """The grammar of Czech."""

    __slots__ = ()

    lang = "cs"
    modal = _MODAL
    modals = MappingProxyType(_MODALS)
    relative = _RELATIVE
    subordinator = word_class("pokud jestliže když ledaže protože zda")
    degrees = frozenset({("více", "méně")})
    conjunction = _CONJUNCTION
    joining = (("jakož", "i"), ("a", "také"), ("a", "to"))
    connecting = word_class("také rovněž dále následně tím")
    determiner = word_class("každý každá každé každého ten ta to tento tato toto tyto takový taková takové")
    pronoun = word_class("on ona ono oni jeho její jejich svůj svou své svého svým svých svému jej")
    adjunct = _PREPOSITIONS
    completive = word_class("aby/tak")
    question_clause = word_class("jak/question způsobem/question")
    purpose_clause = frozenset({"aby"})
    before_infinitive = word_class("schopen schopna schopný schopné schopná schopny dokáže dovede umí")
    behind_participle = word_class("tak k ke")
    postposed = word_class("schopný schopná schopné schopen schopna schopných schopného způsobilý")
    able = postposed
    displaced_verb = True
    cues_part = True
    auxiliary = word_class("je jsou byl byla bylo byly být není nejsou se si by")
    before_head = word_class("také rovněž to se si by může mohou")
    list_openers = _CzechFacets.examples
    before_items = word_class(", : . jsou je například")
    also = word_class("také rovněž")
    function = (_RELATIVE | _CONJUNCTION | _PREPOSITIONS) | word_class(
        "je jsou byl byla bylo byly být se si by aby jak jak/question že to ten ta tím také rovněž tak"
    )
    before_phrase = word_class("je jsou se být")
    frame = _CzechFrame()
    facets = _CzechFacets()
    scope = _CzechScope()

    def read(self, columns: TokenColumns) -> TokenColumns:
        keys = list(columns.keys)
        for at in range(1, len(keys)):
            before = columns.keys[:at][-3:]
            if columns.keys[at] == "jak" and before[-1] == ",":
                keys[at] = "jak/question"
            elif columns.keys[at] == "aby" and before[-2:] == ("tak", ","):
                keys[at] = "aby/tak"
            elif columns.keys[at] == "způsobem" and before[-2:] == (",", "jakým"):
                keys[at - 1] = keys[at] = "způsobem/question"
        return columns.read_as(tuple(keys))

    def is_verb(self, word: str) -> bool:
        return word in _FINITE or _INFINITIVE.match(word) is not None

    def is_present_participle(self, word: str) -> bool:
        return _PRESENT.match(word) is not None

    def is_past_participle(self, word: str) -> bool:
        return _PAST.match(word) is not None

    def is_stop(self, word: str) -> bool:
        return self.is_present_participle(word) or super().is_stop(word)


CZECH = Czech()
