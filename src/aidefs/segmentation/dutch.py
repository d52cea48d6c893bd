"""The grammar of Dutch.

Its subordinate clauses close with their verb, as those of German do, but nothing in the writing of a word
tells a verb: a list of verbs stands in for it. "die" and "dat" are relative pronouns except behind a
preposition, and "hoe" opens what is asked.

What each class is for stands in `aidefs.segmentation.grammar`.
"""

from __future__ import annotations

from types import MappingProxyType

from aidefs.patterns import late
from aidefs.segmentation.frames import conditional_frames
from aidefs.segmentation.grammar import (
    FacetWords,
    FrameWords,
    Grammar,
    ScopeWords,
    pairs,
    phrases,
    subfields,
    with_verbs,
    word_class,
)
from aidefs.text.tokens import TokenColumns

__all__ = ["DUTCH", "Dutch"]

# "kan" is "can" or "may" and stands for itself.
_MODALS = {
    **dict.fromkeys(word_class("kan kunnen"), "kunnen"),
    **dict.fromkeys(word_class("moet moeten dient dienen"), "must"),
    **dict.fromkeys(word_class("mag mogen"), "may"),
    **dict.fromkeys(word_class("zal zullen"), "shall"),
}
_MODAL = frozenset(_MODALS)
_RELATIVE = word_class(
    "waaraan waarover waartoe waartegen waarmee waarbij waardoor waarvoor waarin waaruit wie wiens "
    "wier waarvan waarop waarna waarnaar waarnaast waarachter waarlangs waarbinnen waarmede waarrond "
    "waarvandaan hetgeen hetwelk waar/relative"
) | {
    "die/relative",
    "dat/relative",
    "welke/relative",
}
_CONJUNCTION = word_class("en of en/of alsmede maar noch alsook")
_PREPOSITIONS = word_class(
    "uit op voor met in aan bij door na naar zonder over onder tegen tot tijdens binnen buiten tussen "
    "volgens via middels mits gezien per als vanuit vanwege wegens ondanks omtrent inzake teneinde rond "
    "naast langs boven achter gedurende sinds dankzij krachtens jegens ter blijkens conform"
)
_ARTICLES = word_class("de het een")
_AUXILIARY = word_class("is zijn was waren wordt worden werd werden geworden heeft hebben had hadden niet")
_NOT_INCLUDE = with_verbs(
    {
        ("niet", "van"),
        ("niet", "onder"),
        ("vallen", "niet"),
        ("valt", "niet"),
        ("omvat", "niet"),
        ("omvatten", "niet"),
        ("niet", "verstaan"),
        ("niet", "begrepen"),
        ("geen", "ai-systeem"),
        ("geen", "ai-systemen"),
        ("niet", "als"),
        ("uitgezonderd", "zijn"),
    }
)
# Verbs of definitions: the infinitive, which is the plural too, and the third person.
_INFINITIVES = word_class(
    "aanbevelen aandragen aangeven aanreiken aanvullen aanwijzen afgeven afstemmen afwegen antwoorden "
    "baseren bedienen begeleiden behandelen bekijken benaderen beschrijven besluiten bewaken bewerken "
    "bijleren bijschaven bijstellen bijsturen bijwerken binnenhalen boeken bouwen brengen combineren "
    "communiceren controleren corrigeren dienen dragen doorwerken evalueren fungeren groeperen hanteren "
    "helpen herzien indelen informeren ingrijpen inlezen inspelen inwinnen inzetten koppelen krijgen "
    "laten leggen lopen meten mikken nadoen nalezen nemen omschrijven onderkennen onderscheiden "
    "onderzoeken ontstaan ontwerpen ontwaren opmaken opnemen opslaan opsporen opvangen rangschikken ramen "
    "raken registreren rekenen resulteren samenvatten schrijven screenen segmenteren selecteren "
    "signaleren simuleren spreken stellen stuwen tekenen toekennen toetsen toewijzen tonen toveren "
    "uitbrengen uitgaan uitlokken uitmonden uitspreken uitvaardigen vastleggen verbinden verdelen "
    "verfijnen verkennen verlenen vermoeden verschijnen vertalen vertonen vervaardigen verwerven volgen "
    "voorleggen voorstellen voortvloeien vormen wegen weergeven wijzen winnen zetten zien zoeken "
    "aanpassen aansturen adviseren afleiden analyseren automatiseren bedenken begrijpen beoordelen "
    "bepalen bereiken berekenen beslissen besturen bestuderen beïnvloeden bieden classificeren "
    "concluderen creëren deduceren detecteren doen evolueren extraheren formuleren functioneren gebruiken "
    "genereren geven handelen herkennen identificeren imiteren infereren inschatten interageren "
    "interpreteren inwerken kiezen leiden leren leveren lezen maken modelleren nabootsen nastreven nemen "
    "observeren omvatten omzetten ondernemen ondersteunen ontdekken ontlenen ontvangen ontwikkelen "
    "opereren opleveren oplossen opstellen optimaliseren ordenen passen plannen presteren produceren "
    "raadplegen reageren realiseren redeneren schatten simuleren sorteren streven sturen toepassen "
    "trekken uitoefenen uitvoeren vallen vaststellen veranderen verbeteren vereisen vergelijken "
    "verrichten verschaffen verschillen verstrekken vertonen vervangen vervullen verwerken verwezenlijken "
    "verzamelen vinden voeren voorbereiden voorschrijven voorspellen voortbrengen waarnemen werken "
    "wijzigen zoeken"
)
_THIRD_PERSONS = word_class(
    "aanbeveelt aandraagt aangeeft aanreikt aanvult aanwijst afgeeft afstemt afweegt antwoordt baseert "
    "bedient begeleidt behandelt bekijkt benadert beschrijft besluit bewaakt bewerkt bijleert bijschaaft "
    "bijstelt bijstuurt bijwerkt binnenhaalt bouwt brengt combineert communiceert controleert corrigeert "
    "dient draagt doorwerkt evalueert fungeert groepeert hanteert helpt herziet indeelt informeert ingrijpt "
    "inleest inspeelt inwint inzet koppelt krijgt laat legt loopt meet mikt nadoet naleest omschrijft "
    "onderkent onderscheidt onderzoekt ontstaat ontwerpt ontwaart opmaakt opneemt opslaat opspoort opvangt "
    "rangschikt raamt raakt registreert rekent resulteert samenvat schrijft segmenteert selecteert "
    "signaleert spreekt stelt tekent toekent toetst toewijst toont uitbrengt uitgaat uitlokt uitmondt "
    "uitspreekt uitvaardigt vastlegt verbindt verdeelt verfijnt verkent verleent vermoedt vertaalt "
    "vervaardigt verwerft volgt voorlegt voorstelt voortvloeit vormt weegt weergeeft wijst wint zet ziet "
    "aanpast aanstuurt adviseert afleidt analyseert automatiseert bedenkt begrijpt beoordeelt bepaalt "
    "bereikt berekent beslist bestuurt bestudeert beïnvloedt biedt bootst classificeert concludeert creëert "
    "deduceert detecteert doet evolueert extraheert formuleert functioneert gebruikt genereert geeft "
    "handelt herkent identificeert imiteert infereert inschat interageert interpreteert inwerkt kiest leidt "
    "leert levert leest maakt modelleert nabootst nastreeft neemt observeert omvat omzet onderneemt "
    "ondersteunt ontdekt ontleent ontvangt ontwikkelt opereert oplevert oplost opstelt optimaliseert ordent "
    "past plant presteert produceert raadpleegt reageert realiseert redeneert schat simuleert sorteert "
    "streeft stuurt toepast trekt uitoefent uitvoert valt vaststelt verandert verbetert vereist vergelijkt "
    "verricht verschaft verschilt verstrekt vertoont vervangt vervult verwerkt verwezenlijkt verzamelt "
    "vindt voert voorbereidt voorschrijft voorspelt voortbrengt waarneemt werkt wijzigt zoekt"
)
_FINITE = _INFINITIVES | _THIRD_PERSONS
# "Machinaal leren" is a noun, as "machine learning" is.
_NOUNS = pairs("machinaal automatisch diep versterkend begeleid gesuperviseerd federatief", "leren")
_PARTICIPLE = late(r"(?:ge|be|ver|ont|her|[a-zë]{2,5}ge)[a-zëï]{3,}(?:d|t|en)$")
_PUNCTUATION = frozenset({",", ";", ":", ".", "(", ")", "-", "'"})
_SHORTEST_VERB = 5  # letters; "niet hoe" has none

_PHRASE = r"(?:[^\s,;:.']+ )"
_QUOTED = r"(?:' (?:[^\s']+ ){1,8}' (?:\( \S+ \) )?)"
_TERM = rf"(?:{_QUOTED}|(?:{_PHRASE}){{1,9}}?)"
# What stands before an active verb; none is "verstaan" in "onder AI wordt verstaan een tak van de biologie".
_ACTIVE_WORD = rf"(?:(?!word(?:t|en)[ /]){_PHRASE})"
_ACTIVE = rf"(?:{_QUOTED}|{_ACTIVE_WORD}{{1,9}}?)"
_A = r"(?:een|het|de|elk|elke|ieder|iedere|alle)"
_VERB = r"(?:verstaan|bedoeld|begrepen|aangemerkt|beschouwd|aangeduid)"


# Words of a frame, none of which opens a clause on the genus.
_PLAIN = rf"(?:(?!\S+/relative |waar\S+ ){_PHRASE})"
_WHO = r"(?:wij|we|ik|men|zij|ze|hij|(?:deze|dit|de|het|onze|ons) \S+)"
# "AI is kort gezegd …"
_IN_SHORT = (
    r"(?:(?:kort|simpel|eenvoudig|ruw|anders|ruim|populair) (?:gezegd|gesteld)|kort en goed|kortom|kortweg|"
    r"simpelweg|eenvoudigweg|in het kort|in wezen|in feite|in de kern|in gewone taal|in gewone woorden|"
    r"eigenlijk|feitelijk|gewoonweg|bij ons|voor (?:ons|mij|onze \S+)|in onze ogen|wat ons betreft|volgens "
    r"(?:ons|(?:onze|de|het|deze|dit) \S+))"
)
# "wij omschrijven AI als …"
_DESCRIBE = (
    r"(?:omschrijven|omschrijft|definiëren|definieert|beschrijven|beschrijft|beschouwen|beschouwt|"
    r"kenschetsen|kenschetst|typeren|typeert|zien|ziet|vatten|vat|duiden|duidt)(?:/verb)?"
)

# "in deze wet", "volgens dit besluit"
_HERE = r"(?:in|volgens|voor|binnen|krachtens) (?:deze|dit|de|het) \S+"

# What a frame looks like.
_FRAMES = (
    # "In deze wet wordt verstaan onder: X:", "wordt onder X verstaan:", "wordt bedoeld met een X een …"
    rf"(?:{_PHRASE}){{0,24}}?(?:wordt|worden) (?:{_PHRASE}){{0,6}}?{_VERB} (?:onder|met) : "
    rf"(?:[a-z0-9]+ [.)°] )?{_TERM}: ",
    rf"(?:{_PHRASE}){{0,24}}?(?:wordt|worden) (?:{_PHRASE}){{0,6}}?{_VERB} (?:onder|met) "
    rf"(?:(?:een|het|de) )?{_TERM}(?:: |, |(?={_A} ))",
    rf"(?:{_PHRASE}){{0,24}}?(?:wordt|worden) (?:onder|met|als) {_TERM}{_VERB}(?: :)? ",
    rf"(?:onder|met|als) {_TERM}(?:wordt|worden) (?:{_PHRASE}){{0,6}}?{_VERB}(?: :)? ",
    rf"{_ACTIVE_WORD}{{0,10}}?(?:onder|met) {_ACTIVE}(?:verstaat|verstaan) (?:{_PHRASE}){{1,4}}?(?={_A} )",
    rf"(?:{_PHRASE}|' ){{1,14}}?(?:verwijst|verwijzen) naar ",
    rf"(?:{_PHRASE}|' ){{1,14}}?(?:heeft|hebben) betrekking op ",
    rf"(?:{_PHRASE}|' ){{1,14}}?(?:betekent|betekenen|omschrijft|duidt op|omvat|heet|staat voor)(?:/verb)? ",
    # "AI houdt in dat een computer …", but "AI houdt in veel landen de gemoederen bezig"
    rf"(?:{_PHRASE}|' ){{1,14}}?(?:houdt|houden) in (?=dat[ /]|{_A} |: )(?:: )?",
    rf"(?:{_PHRASE}|' ){{1,12}}?(?:is|zijn) (?=(?!in |zo |niet |ook |te |ontworpen |bedoeld |staat )\S)",
    rf"{_QUOTED}: ",
    rf"(?:{_PHRASE}|' ){{1,12}}?(?:wordt|worden) (?:\S+ )?gebruikt om ",
    r"het (?:gaat(?: hierbij| daarbij| hier)? om|betreft)(?:/verb)? ",
    # "Met AI doelen wij op …", "wij verstaan onder een AI-systeem een …", "als AI geldt elk …"
    rf"(?:onder|met) {_TERM}(?:doelen|doelt) (?:{_PHRASE}){{1,7}}?op ",
    rf"(?:onder|met) {_TERM}(?:verstaan|bedoelen) (?:wij|we) (?:{_PHRASE}){{0,6}}?(?={_A} )",
    rf"(?:(?!wordt |worden ){_PHRASE}){{1,6}}?(?:verstaan|verstaat|bedoelen|bedoelt|noemen|noemt) "
    rf"(?:onder |met )?"
    rf"(?:een |het |de )?{_TERM}(?={_A} )",
    rf"(?:{_PHRASE}){{0,8}}?als {_TERM}(?:geldt|gelden) (?={_A} )",
    # "Met AI bedoelen wij …", "Onder AI verstaat deze code …"
    rf"(?:met|onder|als) {_ACTIVE}(?:bedoelt|bedoelen|verstaat|verstaan|noemt|noemen|beschouwt|"
    r"beschouwen)(?:/verb)? (?:wij|we|men|(?:deze|dit|de|het) \S+) ",
    rf"{_TERM}(?:betekent|betekenen|heet|duidt|duiden|is|zijn)(?:/verb)? {_HERE} ",
    rf"{_TERM}(?:wordt|worden|is|kan worden) (?:{_HERE} |hier )?(?:gedefinieerd|omschreven|opgevat|"
    rf"verstaan) als ",
    rf"(?:voor|in|bij) (?:{_PHRASE}){{2,9}}?(?:is|zijn|geldt als|betekent) (?:een |het |de "
    rf")?(?:{_PHRASE}){{1,5}}?"
    rf"(?={_A} )",
    rf"(?:bij|onder) {_TERM}(?:gaat het om|handelt het om) ",
    rf"(?:met|onder) {_TERM}(?:wordt|worden) (?:{_PHRASE}){{0,6}}?(?:gedoeld|geduid) op ",
    # "Van AI is sprake wanneer …", "Van een AI-systeem is naar het oordeel van de rechtbank sprake indien …"
    rf"(?:{_TERM}is|er is) (?:{_PHRASE}){{0,8}}?sprake (?:van {_TERM})?(?:, )?(?:wanneer|als|indien|zodra) ",
)


# What people say a thing is, or what they call it.
_TALKING = (
    rf"(?:bij|onder) {_TERM}(?:valt|vallen)(?:/verb)? (?!niet |geen )",
    # "Kunstmatige intelligentie is kort gezegd …", "AI is, voor ons, …"
    rf"(?:{_PLAIN}|' ){{1,12}}?(?:is|zijn|betekent|heet)(?:/verb)? (?:, )?{_IN_SHORT} (?:, )?",
    # "Als we het over AI hebben, bedoelen we …"
    rf"(?:als|wanneer|waar|zodra) (?:{_PHRASE}){{1,10}}?(?:hebben|heeft|spreken|spreekt|praten|praat|zeggen|"
    r"zegt|schrijven|schrijft|lezen|leest|gebruiken|gebruikt)(?:/verb)? , (?:dan )?(?:bedoelen|bedoelt|"
    r"doelen|"
    rf"doelt|hebben|heeft|verstaan|verstaat|denken|gaat|spreken)(?:/verb)? (?:het )?(?:{_WHO} )?"
    r"(?:het )?(?:daarmee |daaronder |hiermee )?(?:(?:het )?over |op |aan |om )?",
    # "Een slimme camera, zoals wij die bedoelen, is …"; "AI, ook wel machine-intelligentie genoemd, is …"
    rf"{_TERM}, (?:zoals|in de zin|ook wel|ook|kortweg|oftewel|ofwel|soms|vaak|meestal|voluit) [^,;:.]+, "
    rf"(?:is|zijn|betekent|omvat)(?:/verb)? (?:{_IN_SHORT} )?(?=\S)",
    rf"{_TERM}, (?:dat|dit)(?:/relative)? (?:is|zijn) (?=\S)",
    # "Voor dit onderzoek omschrijven we AI als …", "AI omschrijven wij als …"
    rf"(?:{_PLAIN}){{0,9}}?{_DESCRIBE} (?:{_WHO} )?{_TERM}(?:op )?als (?=\S)",
    rf"{_TERM}{_DESCRIBE} {_WHO} (?:hier |in \S+ \S+ )?(?:op )?als (?=\S)",
    # "In deze folder heet AI …", "Een slimme deurbel noemen wij in de buurt …"
    rf"(?:in|binnen|bij|volgens|voor) (?:{_PLAIN}){{1,6}}?(?:heet|heten)(?:/verb)? {_TERM}(?={_A} )",
    rf"{_TERM}(?:noemen|noemt)(?:/verb)? {_WHO} (?:(?:in|binnen|bij|op) (?:{_PHRASE}){{1,4}}?)?(?={_A} )",
    # "Met een rijsysteem duidt de fabrikant de combinatie … aan"
    rf"(?:met|onder) {_ACTIVE}(?:duidt|duiden|doelt|doelen|bedoelt|bedoelen|verstaat|verstaan)(?:/verb)? "
    rf"(?:{_PHRASE}){{1,4}}?(?={_A} )",
    # "Onze onderneming hanteert de term AI-oplossing voor …"
    rf"(?:{_PLAIN}){{1,9}}?(?:gebruikt|gebruiken|hanteert|hanteren|reserveert|reserveren)(?:/verb)? "
    rf"(?:{_WHO} )?(?:de term|het woord|het begrip|de naam|de benaming|de uitdrukking) {_TERM}"
    r"(?:hier )?(?:voor|als (?:aanduiding|naam|verzamelnaam) (?:voor|van)) ",
)

# "Wordt gedefinieerd als een systeem" sets no condition; "wordt beschouwd als AI als het leert" does.
_NOT_AS = "".join(
    f"(?<!{word} )"
    for word in sorted(
        word_class("gedefinieerd omschreven opgevat verstaan beschouwd aangemerkt gezien aangeduid")
    )
)


class _DutchFrame(FrameWords):
    __slots__ = ()

    being = word_class("is zijn")
    closing = late(
        r"(?:heet|heten|noemt men|noemen wij|geldt als|gelden als|(?:wordt|"
        r"worden) (?:\S+ ){0,2}?(?:aangeduid als |beschouwd als |genoemd ))"
    )
    calling = word_class("hierna hierna: verder voortaan")
    answering = word_class("dat dat/relative het dit is zijn omdat")
    here = word_class("hier")
    headings = word_class("begrippen begripsbepaling begripsbepalingen definitie definities")
    names = word_class("ai ki")
    unknown = word_class("een elk elke ieder iedere alle")
    rubrics = word_class("art artikel hoofdstuk titel afdeling bijlage paragraaf lid §")
    openings = tuple(map(late, _FRAMES))
    talking = tuple(map(late, _TALKING))
    conditional = (
        *conditional_frames(
            heads="een|elk|elke|ieder|iedere|de|het",
            verbs="geldt|gelden|wordt|worden|is|zijn|valt",
            conditions=f"wanneer|indien|{_NOT_AS}als|zodra|mits",
            pronouns="het|zij|ze|hij|die|deze",
            relatives="die|dat|welke|waarvan",
        ),
        # "Voor dit decreet wordt | een toepassing | als intelligent beschouwd wanneer zij: | …"
        late(
            rf"(?P<lead>(?:{_PHRASE}){{2,12}}?(?:wordt|worden|geldt|gelden) )"
            rf"(?P<head>(?:een|elk|elke|de|het) "
            rf"(?:{_PHRASE}){{1,4}}?)(?P<frame>als (?:{_PHRASE}){{1,6}}?(?:(?:wanneer|indien) "
            r"(?:(?:het|zij|ze|hij) )?: |(?=(?:, )?(?:wanneer|indien) )))"
        ),
        # "Onder AI worden | systemen | verstaan | die …"
        late(
            rf"(?P<lead>(?:onder|met|als) (?:{_PHRASE}|' ){{1,9}}?(?:wordt|worden) )"
            r"(?P<head>(?:[^\s,;:.]+ ){1,5}?)"
            rf"(?P<frame>{_VERB}(?:/verb)? (?:, )?)(?=(?:die|dat|waar\S*)(?:/relative)? )"
        ),
    )


class _DutchFacets(FacetWords):
    __slots__ = ()

    examples = (
        ("zoals",),
        ("waaronder",),
        ("bijvoorbeeld",),
        ("met", "inbegrip", "van"),
        ("onder", "meer"),
        ("onder", "andere"),
        ("in", "het", "bijzonder"),
        ("bv",),
        ("bijv",),
        ("zijnde",),
        ("met", "name"),
    )
    rest = phrases("enz, enzovoort, enzovoorts, etc, en dergelijke, of dergelijke, e.d.")
    further = phrases("of andere, of overige, of soortgelijke, en andere, en overige, en soortgelijke")
    listing = phrases("namelijk, te weten, dat wil zeggen, d.w.z.")
    excluding = word_class("uitgezonderd behalve uitgesloten")
    excluding_pairs = _NOT_INCLUDE
    leading = word_class("bijvoorbeeld onder meer zowel hetzij")
    quantities = word_class("meer minder alle niet andere")
    modals = MappingProxyType(
        {
            **dict.fromkeys(word_class("kon konden kunne"), "kunnen"),
            **dict.fromkeys(word_class("moest moesten"), "must"),
            **dict.fromkeys(word_class("mocht mochten"), "may"),
        }
    )
    modal_like = word_class("zou zouden wil willen hoeft hoeven")
    covering = word_class(
        "vallen valt omvat omvatten gelden geldt behoren behoort beschouwd verstaan begrepen inbegrepen "
        "gerekend bedoeld hieronder daaronder hiertoe daartoe"
    )
    standing = word_class("vallen valt blijven blijft liggen ligt")
    outside = word_class("buiten hierbuiten daarbuiten")
    definition = word_class("definitie begrip term toepassingsgebied omschrijving werkingssfeer reikwijdte")
    denied_before = True
    perhaps = word_class("noodzakelijk noodzakelijkerwijs noodzakelijkerwijze")
    denied = MappingProxyType(
        {
            "kunnen": "niet kunnen",
            "must": "niet moeten",  # "need not" or "must not"
            "may": "may not",
            "shall": "shall not",
        }
    )
    denying_in_clause = word_class("niet geen nooit noch niemand niets")
    only_denied = MappingProxyType(
        dict.fromkeys(word_class("hoeft hoeven hoeft/verb hoeven/verb"), "need not")
    )
    only = word_class("alleen enkel slechts uitsluitend")
    taking_back = phrases("niet anders kan, niet anders kunnen, niet anders dan, niets dan, niets anders dan")
    adversative = word_class("echter evenwel")


_SCOPE_WORD = r"(?:[^\s,;:.]+ )"
_FALLING = (
    *subfields(
        whole="het|ze|zij|ai|(?:kunstmatige|artificiële) intelligentie|dit (?:vak)?gebied",
        covers="omvat|bestaat uit|valt uiteen in",
        kinds="deelgebied|vakgebied|tak|discipline|vorm|categorie|subcategorie|onderdeel|domein",
        copula="is|zijn",
        that="dat",
        article="een |",
        of_ai="(?:van )(?:ai|(?:kunstmatige|artificiële) intelligentie)",
    ),
    r"(?:hieronder|daaronder|hiertoe|daartoe|niet hieronder|niet daaronder|hier|er) (?:vall|valt|behor|"
    r"hoor|rekenen|worden)\S* ",
    rf"(?:onder|tot|buiten) {_SCOPE_WORD}{{1,5}}?(?:vallen|valt|behoren|behoort|worden|wordt) ",
    r"(?:uitgezonderd|uitgesloten|inbegrepen|niet inbegrepen) (?:zijn|is|worden|wordt) ",
    rf"(?:{_SCOPE_WORD}|, ){{1,14}}?(?:vallen|valt|gelden|geldt|behoren|behoort|zijn|is|tellen|"
    r"beschouwen wij|beschouwt men|worden|wordt) (?:\S+ )?(?:niet als|niet onder|niet tot|hier niet|er "
    r"niet|geen|niet beschouwd|niet begrepen|uitgezonderd|uitgesloten|buiten) ",
    rf"(?:de|deze|het|dit) (?:huidige )?(?:definitie|begrip|term|omschrijving) {_SCOPE_WORD}{{0,3}}?(?:omvat|"
    r"geldt|dekt|strekt|ziet|sluit|is niet)",
)


class _DutchScope(ScopeWords):
    __slots__ = ()

    authorities = word_class(
        "minister ministerie staatssecretaris regering kroon commissie parlement raad autoriteit "
        "toezichthouder wetgever lidstaten"
    )
    openings = tuple(map(late, _FALLING))
    example = ("voorbeeld",)
    varying = word_class("verschilt verschillen varieert variëren")
    leads = word_class("wanneer als")
    can = word_class("kan kunnen mag mogen")
    used = word_class(
        "geïntegreerd ingebouwd ingebed gebruikt toegepast ingezet bestaan deel onderdeel bestanddeel"
    )
    concessions = word_class("ongeacht")
    conditions = word_class("ongeacht tenzij uitgezonderd behalve mits behoudens")
    exclusions = _NOT_INCLUDE


class Dutch(Grammar):
    """The grammar of Dutch."""

    __slots__ = ()

    lang = "nl"
    modal = _MODAL
    modals = MappingProxyType(_MODALS)
    relative = _RELATIVE
    subordinator = word_class(
        "wanneer indien tenzij ongeacht zodat uitgezonderd behalve omdat terwijl doordat nadat voordat zodra "
        "zolang aangezien hoewel ofschoon opdat totdat naarmate"
    )
    consecutive = phrases(
        "zonder dat, zodanig dat, voor zover, ook als, ook indien, ook wanneer, ook al, zelfs als, zelfs "
        "indien, zelfs wanneer, zelfs al, met dien verstande"
    )
    degrees = frozenset({("meer", "minder")})
    conjunction = _CONJUNCTION
    joining = (("evenals",),)
    connecting = word_class("ook daarbij daarmee daartoe daaruit daarop hierbij")
    determiner = _ARTICLES | word_class("elk elke ieder iedere alle deze dit zulke enige sommige")
    article = _ARTICLES
    pronoun = word_class("het hij zij ze zijn haar hun zich ervan eigen")
    adjunct = _PREPOSITIONS
    genitive = frozenset({"van"})
    question_clause = frozenset({"hoe"})
    purpose_clause = word_class("om teneinde")
    analysing = (
        "analyse",
        "verwerk",
        "onderzoek",
        "doorzoek",
        "interpreteer",
        "vergelijk",
        "bestudeer",
    )
    worked_on = (
        "gegevens",
        "informatie",
        "signalen",
        "beelden",
        "teksten",
        "documenten",
        "invoer",
        "data",
        "metingen",
    )
    said_before = word_class("deze die dit zulke hun")
    announcing = word_class("opmerking noot bij term")
    displaced_verb = True
    verb_last = True
    cues_part = True
    auxiliary = _AUXILIARY
    able = word_class("weet weten staat")
    before_head = _ARTICLES | word_class("ook dan elk elke te daaruit daarop daartoe")
    list_openers = _DutchFacets.examples
    negation = frozenset({"niet"})
    before_items = word_class(", : meer andere bijvoorbeeld het bijzonder inbegrip van")
    also = frozenset({"ook"})
    function = (_RELATIVE | _CONJUNCTION | _PREPOSITIONS | _ARTICLES | (_AUXILIARY - {"niet"})) | word_class(
        "te/verb ook van om te hoe dat die welke zoals zodat er zich"
    )
    before_phrase = word_class("van te om is zijn wordt worden")
    acting_nouns = word_class("simulatie nabootsing nabootsen imitatie simuleren imiteren")
    acting_by = word_class("door in met")
    studying = ("bezighoud", "bezig", "bestude", "onderzoe", "richt")
    reasoning = ("redener", "denken")
    infinitive_ends = ("en",)
    names = frozenset({("artificiële", "intelligentie"), ("kunstmatige", "intelligentie")})
    frame = _DutchFrame()
    facets = _DutchFacets()
    scope = _DutchScope()

    def read(self, columns: TokenColumns) -> TokenColumns:
        keys = list(columns.keys)
        listing = False
        openers = {words[-1] for words in _DutchFacets.examples}
        for at in range(1, len(keys)):
            key, before = columns.keys[at], columns.keys[at - 1]
            ends = at + 1 == len(keys) or columns.keys[at + 1] in (_PUNCTUATION | _CONJUNCTION) - {":", "'"}
            item = listing and (before in openers or before == "," or before in _CONJUNCTION)
            listing = key in openers or (listing and key not in {";", "."})
            if key in {"die", "dat", "welke"} and before not in _PREPOSITIONS | {
                "zonder",
                "zodanig",
                "zodat",
            }:
                keys[at] = f"{key}/relative"
            elif key == "waar" and self._hangs_on_noun(before, keys[at - 1]):
                keys[at] = "waar/relative"  # "een programma waar je een vraag in stopt"
            elif key in _PREPOSITIONS and ends:
                keys[at] = f"{key}/particle"
            elif (
                key == "te"
                and not self._in_adjunct(columns.keys, at)
                and columns.keys[at + 1 : at + 2]
                and columns.keys[at + 1] in _FINITE
            ):
                keys[at] = "te/verb"
            elif self._asks_how(columns.keys, at) or (
                key in _FINITE and before != "te" and not item and (before, key) not in _NOUNS
            ):  # "zoals leren, plannen en redeneren" lists nouns
                keys[at] = f"{key}/verb"
                listing = False
        return columns.read_as(tuple(keys))

    def _hangs_on_noun(self, before: str, read: str) -> bool:
        """Whether a noun may stand before a word, and not a verb that asks ("berekent waar en wanneer")."""
        light = self.function | self.determiner | self.pronoun | self.subordinator
        return before == "," or (before.isalpha() and before not in light and not self.is_verb(read))

    def _asks_how(self, keys: tuple[str, ...], at: int) -> bool:
        """Whether a word is the last verb of its clause, whichever it is ("dat uit invoer nagaat hoe …")."""
        word, before = keys[at], keys[at - 1]
        asks = keys[at + 1 : at + 2] == ("hoe",) and word.endswith("t") and len(word) >= _SHORTEST_VERB
        return asks and before not in self.determiner | self.pronoun

    def _in_adjunct(self, keys: tuple[str, ...], at: int) -> bool:
        """Whether an infinitive belongs to a preposition before it ("door hun omgeving te analyseren")."""
        while at and keys[at] not in _PUNCTUATION | _CONJUNCTION:
            at -= 1
            if keys[at] in {"door", "zonder", "om", "teneinde"}:
                return True
        return False

    def is_verb(self, word: str) -> bool:
        return word.endswith("/verb")

    def is_past_participle(self, word: str) -> bool:
        return _PARTICIPLE.match(word) is not None and word not in _FINITE

    def is_stop(self, word: str) -> bool:
        return word.endswith("/verb") or super().is_stop(word)

    def is_outside(self, word: str) -> bool:
        return word == "niet" or super().is_outside(word)


DUTCH = Dutch()
