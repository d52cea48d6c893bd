"""The grammar of German.

Its clauses are known by their ends: a subordinate clause closes with its verb, and nouns are written with a
capital, so a word in small letters before a comma is a verb or an adverb. By that `read` tells a relative
pronoun from the article of the same form, and "wie" that asks from "wie" that lists. Keys have "ss" for the
sharp s.

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
    phrases,
    subfields,
    with_verbs,
    word_class,
)
from aidefs.text.tokens import TokenColumns

__all__ = ["GERMAN", "German"]

# "kann" is "can" or "may" and "soll" is "shall" or "should": they stand for themselves.
_MODALS = {
    **dict.fromkeys(word_class("kann können könnte könnten"), "können"),
    **dict.fromkeys(word_class("muss müssen"), "must"),
    **dict.fromkeys(word_class("soll sollen"), "sollen"),
    **dict.fromkeys(word_class("darf dürfen"), "may"),
    **dict.fromkeys(word_class("mag mögen"), "mögen"),
}
_MODAL = frozenset(_MODALS)
_RELATIVE_FORMS = word_class(
    "der die das dem den denen deren dessen welche welcher welches welchem welchen was"
)
_RELATIVE = word_class("wodurch womit wobei woraus worauf wofür wonach") | {
    f"{form}/relative" for form in _RELATIVE_FORMS
}
_CONJUNCTION = word_class("und oder sowie bzw beziehungsweise aber sondern noch")
_PREPOSITIONS = word_class(
    "aus auf für mit in an bei durch nach ohne über unter vor zur zum gegen mittels mithilfe anhand gemäss "
    "aufgrund zwecks zwischen im am ans beim bis gegenüber hinsichtlich trotz wegen innerhalb ausserhalb "
    "ins aufs fürs durchs übers entsprechend ausgehend seit während laut je als"
)
_ADJUNCT = _PREPOSITIONS - {"je", "seit", "laut"}
_ARTICLES = word_class("der die das den dem des ein eine einen einem einer eines")
_AUXILIARY = word_class(
    "ist sind war waren sei seien wird werden wurde wurden worden sein hat haben hatte hatten nicht"
)
_PUNCTUATION = frozenset({",", ";", ":", ".", "(", ")", "-", "?", "!"})
_NOT_INCLUDE = with_verbs(
    {
        *(
            ("nicht", word)
            for word in word_class("erfasst umfasst anwendbar anzuwenden hierunter darunter als")
        ),
        *((word, "nicht") for word in word_class("gilt gelten hierunter darunter umfasst umfassen erfasst")),
        *((word, "nicht") for word in word_class("fällt fallen")),
        ("nicht", "unter"),
        ("keine", "anwendung"),
        ("kein", "ki-system"),
        ("keine", "ki-systeme"),
    }
)
_MEASURES = word_class("grad grade graden mass ausmass menge mengen reihe vielzahl form stufen stufe")
# Words in -t and -en that stand before a comma and are no verbs.
_NO_VERB = word_class(
    "nicht selbst mit oft meist dort sonst jetzt zuletzt seit damit somit bereits allein insbesondere "
    "neben daneben aussen innen oben unten hinten gegen wegen einen keinen allen ihren seinen diesen jeden "
    "anderen weiteren wenigen vielen mehreren einzelnen letzteren ersteren weit bekannt soweit darin"
)
# Verbs of definitions in the plural, which has the ending of an adjective; the singular in -t has not.
_PLURAL_VERBS = word_class(
    "agieren analysieren arbeiten auswerten beeinflussen bestimmen bewerten bilden entscheiden entwickeln "
    "erbringen erfassen erkennen ermitteln ersetzen erstellen erzeugen folgern führen geben generieren "
    "handeln interagieren interpretieren leiten lernen liefern lösen nehmen nutzen optimieren passen "
    "planen produzieren reagieren schliessen steuern treffen umfassen unterstützen verarbeiten verändern "
    "verbessern verfolgen verfügen verwenden wirken ziehen zielen"
)
_TERM = r"(?:[^\s,;:.]+ ){1,14}?"
_QUOTED = r"' (?:[^\s']+ ){1,8}' (?:\( \S+ \) )?"
_PHRASE = r"(?:[^\s,;:.']+ )"
_NAMED = r"(?:(?:der|den|dem) (?:ausdruck|begriff|terminus) |die bezeichnung )"
_A = r"(?:ein|eine|einen|jede|jeder|jedes|jeden|die|das|der|den|alle|solche)"


# "in diesem Gesetz", "nach dieser Richtlinie"
# "dem Verständnis | dieser Kommission", "der Satzung | unserer Genossenschaft", before "ein …"
_OF_WHOM = (
    r"(?: (?:des|dieses|unseres) \S+| (?:der|dieser|unserer) \S+(?= (?:eine?|jede[rs]?|alle|mehrere) )|"
    r"(?<=verständnis) (?:der|dieser) \S+|(?<=auffassung) (?:der|dieser) \S+)?"
)
_HERE = (
    r"(?:(?:in|im|nach|gemäss|für|im sinne|im rahmen|für die zwecke) (?:diese[mnrs]?|dem|der|des|den) \S+"
    rf"{_OF_WHOM}|"
    r"nach (?:unser\S*|allgemein\S*|herrschend\S*) \S+|"
    # "im Sinne von Artikel 3 Nummer 1 der Verordnung (EU) 2024/1689"
    r"(?:im sinne|nach|gemäss) (?:von |des |der )?(?:artikel\S*|art|§+|absatz\S*|nummer) "
    r"[^\s,;:']+(?: [^\s,;:']+){0,10}?(?= (?:eine?|einen|jede[rsn]?|alle|solche) ))"
)
_TAKES = r"(?:versteht|verstehen|meint|meinen|bezeichnet|bezeichnen|nennt|nennen|definiert|definieren)"

# A term without article, before one: none of its words leads to the article of a noun that hangs on another.
_BARE = (
    r"(?:(?!(?:an|auf|aus|bei|durch|für|im|in|mit|über|und|von|zu|zum|zur|ein|eine|der|die|das) )"
    r"[^\s,;:.']+ ){1,3}?(?=(?:eine?|einen|jede[rsn]?|alle|solche) )"
)

# What a frame looks like.
_FRAMES = (
    # "Im Sinne dieses Gesetzes ist algorithmische Entscheidung ein …"
    # "Nach Auffassung der Kommission ist KI ein …"
    rf"(?:im sinne|für die zwecke|im rahmen|nach (?:auffassung|ansicht|verständnis|lesart)) "
    rf"(?:{_PHRASE}){{1,8}}?(?:ist|sind|bezeichnet|bedeutet) {_BARE}",
    # "KI im Sinne von Artikel 3 Nummer 1 der Verordnung (EU) 2024/1689 ist …"
    rf"{_TERM}(?:im sinne|gemäss|nach) (?:von |des |der )?(?:artikel\S*|art|§+) (?:{_PHRASE}){{1,14}}?"
    rf"(?:ist|sind|bezeichnet|bedeutet) (?={_A} )",
    # "Die Parteien verstehen unter algorithmischer Entscheidung ein …"
    rf"(?:{_PHRASE}){{1,7}}?(?:versteht|verstehen|meint|meinen|bezeichnet|bezeichnen) (?:unter|mit|als) "
    rf"{_BARE}",
    # "Im Sinne dieses Gesetzes bezeichnet der Ausdruck „KI-System“", "… ist ein „KI-System“ ein …"
    rf"(?:{_PHRASE}){{2,16}}?(?:bezeichnet|bezeichnen|bedeutet|ist|sind|gilt|gelten) {_NAMED}?"
    rf"(?:(?:ein|eine|der|die|das|als) )?{_QUOTED}(?={_A} |:|\S+e[rsn]? )",
    # "Im Sinne dieses Gesetzes ist ein KI-System eine Software", but "KI im Sinne der Satzung ist | ein …"
    rf"(?:(?:nach|gemäss|in|bei|zu|und|auch|dabei) (?:{_PHRASE}){{0,7}}?)?"
    rf"(?:im sinne|für die zwecke|im rahmen) (?:{_PHRASE}){{1,8}}?"
    rf"(?:ist|sind|bezeichnet|gilt) {_NAMED}?(?:ein|eine|der|die|das) (?:{_PHRASE}){{1,5}}?(?={_A} |: )",
    rf"{_TERM}(?:bezeichnet|bezeichnen|bedeutet|bedeuten|meint|meinen|beschreibt|heisst|heissen|"
    rf"kennzeichnet) (?:{_HERE} )?",
    rf"{_TERM}(?:steht|stehen) für ",
    rf"(?!für |im |in |nach |unter |bei |zu )(?:{_PHRASE}){{1,5}}?(?:umfasst|umfassen|beinhaltet)(?:/verb)? "
    r"(?!auch |nicht |neben |der begriff )",
    rf"(?:{_PHRASE}){{1,12}}?(?:wird|werden) (?:\S+ )?(?:verwendet|benutzt|gebraucht) , um ",
    r"es (?:handelt sich(?: dabei| hierbei)?|geht(?: dabei| hierbei)?) um ",
    rf"(?:{_TERM})?{_QUOTED}(?:{_PHRASE}){{0,8}}?(?:bezeichnet|bezeichnen|bedeutet|meint|ist|sind) ",
    rf"{_TERM}(?:ist|sind) (?:{_HERE} )?"
    r"(?=(?!in |so |nicht |auch |zu |dazu |dann |daher |als |für |geeignet |fähig )\S)",
    rf"(?:{_PHRASE}){{0,10}}?unter {_NAMED}?(?:{_PHRASE}|' ){{1,9}}?(?:versteht|verstehen) "
    r"(?:(?:man|wir|sich|dieses|diese|das|die|der) )?(?:(?:gesetz|verordnung|richtlinie|leitlinie\w*) )?",
    rf"(?:{_PHRASE}){{0,10}}?unter {_NAMED}?(?:{_PHRASE}|' ){{1,9}}?(?:wird|werden|ist|sind) "
    r"(?:hier |im folgenden )?(?:zu verstehen )?",
    rf"(?:{_PHRASE}){{0,10}}?als (?:{_PHRASE}|' ){{1,9}}?(?:gilt|gelten|wird|werden) "
    r"(?:bezeichnet |angesehen )?",
    rf"{_QUOTED}(?={_A} )",
    rf"(?:{_TERM})?{_QUOTED}(?:umfasst|umfassen|beinhaltet)(?:/verb)? (?:{_HERE} )?"
    r"(?!auch |nicht |neben |keine )",
    # "Der Senat versteht unter einem lernenden System ein …", "Diese Anweisung meint mit KI …"
    rf"(?:{_PHRASE}){{1,7}}?(?:versteht|verstehen|meint|meinen|bezeichnet|bezeichnen) (?:unter|mit|als) "
    rf"{_NAMED}?(?:(?:einem|einer|ein|eine|dem|der) (?:{_PHRASE}){{1,4}}?(?={_A} )|\S+ )",
    rf"als (?:{_PHRASE}|' ){{1,9}}?(?:gilt|gelten|wird|werden) (?:in|nach|im sinne) "
    rf"(?:{_PHRASE}){{2,4}}?(?={_A} )",
    rf"mit (?:{_PHRASE}|' ){{1,6}}?(?:ist|sind) (?:hier |dabei )?(?={_A} )",
    # "Mit KI meinen wir …", "Unter KI-Systemen verstehen die Vertragsparteien …"
    rf"(?:mit|als|unter) {_NAMED}?(?:{_PHRASE}|' ){{1,9}}?{_TAKES} (?:man|wir|(?:die|der|das|diese[rs]?) "
    rf"\S+) (?:{_HERE} )?(?!,)",
    rf"{_TERM}(?:wird|werden|ist|lässt sich|kann|können) (?:{_HERE} |hier |etwa )?(?:definiert |beschrieben |"
    r"umschrieben |verstanden |bezeichnet )?als ",
    rf"(?:bei|mit) {_TERM}(?:handelt es sich|geht es) um ",
    rf"(?:zu|zur|zum) {_TERM}(?:zählt|zählen|gehört|gehören|rechnet|rechnen) (?:man |wir )?",
    # "Von KI spricht man, wenn …", "KI liegt nach Auffassung der Kammer vor, wenn …"
    rf"{_TERM}(?:spricht man|sprechen wir|ist die rede|liegt (?:{_PHRASE}){{0,8}}?vor|ist gegeben|"
    r"handelt es sich) , (?:wenn|sofern|falls|soweit) ",
    rf"wenn {_TERM}(?:gesprochen wird|die rede ist|geht) , (?:so )?(?:geht(?:/verb)? es|"
    r"handelt(?:/verb)? es sich|ist|sind|meint|meinen) (?:um |damit |wir )*",
)


# What people say a thing is, or what they call it.
_TALKING = (
    # "KI ist kurz gesagt …", "Wenn wir von KI sprechen, meinen wir …", "KI, wie wir sie verstehen, ist …"
    rf"{_TERM}(?:ist|sind) (?:, )?(?:(?:kurz|einfach|grob|anders|vereinfacht) (?:gesagt|"
    rf"gesprochen)|im grunde|"
    rf"im kern|kurzum|schlicht|eigentlich|für uns|bei uns) (?:, )?(?={_A} )",
    rf"(?:wenn|wo|sooft) (?:{_PHRASE}){{1,10}}?(?:sprechen|spricht|reden|redet|sagen|"
    rf"sagt)(?:/verb)? , (?:so |dann )?"
    rf"(?:meinen|meint|verstehen|versteht|bezeichnen|bezeichnet)(?:/verb)? (?:wir|man|er|sie|"
    rf"\S+ \S+) (?:damit |darunter )?"
    rf"(?={_A} )",
    rf"{_TERM}, (?:wie|so wie)(?:/\S+)? [^,;:.]+, (?:ist|sind) (?={_A} )",
    # "Unter den Begriff KI-System fällt jede Software, die …", but "unter KI fallen nicht …" excludes
    rf"unter (?:{_PHRASE}|' ){{1,9}}?(?:fällt|fallen)(?:/verb)? (?:{_HERE} )?"
    r"(?!nicht |keine |auch |insbesondere )",
)


class _GermanFrame(FrameWords):
    __slots__ = ()

    being = word_class("ist sind")
    closing = late(
        r"(?:heißt|heißen|gilt als|gelten als|nennt man|nennen wir|(?:wird|werden) (?:\S+ ){0,3}?als )"
    )
    calling = word_class("im nachfolgend nachstehend folgend fortan künftig kurz")
    answering = word_class("das es ist sind weil")
    here = word_class("hier")
    headings = word_class("begriffe begriffsbestimmung begriffsbestimmungen definition definitionen")
    names = word_class("ki ai")
    unknown = word_class("ein eine einen jedes jede jeder jeden alle solche")
    rubrics = word_class("art artikel abschnitt kapitel anhang anlage paragraf paragraph §")
    openings = tuple(map(late, _FRAMES))
    talking = tuple(map(late, _TALKING))
    conditional = (
        *conditional_frames(
            heads="ein|eine|jedes|jede|jeder|das|die|der",
            verbs="gilt als|gelten als|ist|sind|stellt|zählt|fällt",
            conditions="wenn|sofern|soweit|sobald",
            pronouns="es|sie|er",
            relatives="welche|welches|wobei",
        ),
        # "Als KI werden | Systeme | bezeichnet, | die …", "Unter KI wird | Software | verstanden, | die …"
        late(
            rf"(?P<lead>(?:als|unter) (?:{_PHRASE}|' ){{1,9}}?(?:wird|werden) (?:{_HERE} )?)"
            rf"(?P<head>(?:{_PHRASE}){{1,5}}?)"
            r"(?P<frame>(?:bezeichnet|verstanden|zusammengefasst|angesehen|definiert)(?:/verb)? (?:, )?)"
            r"(?=\S+ \S)"
        ),
    )


class _GermanFacets(FacetWords):
    __slots__ = ()

    examples = (
        ("wie", "etwa"),
        ("wie", "zum", "beispiel"),
        ("wie", "beispielsweise"),
        ("wie",),
        ("insbesondere",),
        ("beispielsweise",),
        ("zum", "beispiel"),
        ("unter", "anderem"),
        ("etwa",),
        ("z.b.",),
        ("z", ".", "b", "."),
        ("u", ".", "a", "."),
        ("darunter",),
        ("einschliesslich",),
    )
    rest = phrases(
        "usw, u.s.w., etc, et cetera, und so weiter, und dergleichen, oder dergleichen, und ähnliches, "
        "oder ähnliches, u.ä., o.ä."
    )
    further = phrases(
        "oder andere, oder anderen, oder anderer, oder sonstige, oder sonstigen, oder sonstiger, oder "
        "weitere, oder weiteren, oder weiterer, oder ähnliche, oder ähnlichen, oder ähnlicher, und "
        "andere, und anderen, und anderer, und sonstige, und sonstigen, und sonstiger, und weitere, und "
        "weiteren, und weiterer, und ähnliche, und ähnlichen, und ähnlicher"
    )
    listing = phrases("und zwar, nämlich, das heisst, d.h., seien es, sei es")
    excluding = word_class("ausgenommen ausgeschlossen ausser")
    excluding_pairs = _NOT_INCLUDE
    leading = word_class("auch etwa insbesondere beispielsweise sowohl entweder")
    quantities = word_class("mehr weniger alle nicht andere")
    asks = frozenset({"wie"})
    modals = MappingProxyType(
        {
            **dict.fromkeys(word_class("konnte konnten könne"), "können"),
            **dict.fromkeys(word_class("müsse müsste müssten musste mussten"), "must"),
            **dict.fromkeys(word_class("solle sollte sollten"), "sollen"),
            **dict.fromkeys(word_class("dürfe"), "may"),
        }
    )
    modal_like = word_class("dürfte dürften durfte durften mag möge möchte möchten würde würden mochte")
    covering = word_class(
        "erfasst erfassen umfasst umfassen mitumfasst einbezogen eingeschlossen gemeint gilt gelten "
        "fällt fallen zählt zählen gehört gehören rechnet rechnen hierunter darunter hierzu dazu"
    )
    standing = word_class("liegt liegen bleibt bleiben fällt fallen")
    outside = word_class("ausserhalb")
    definition = word_class(
        "definition begriff begriffs begriffsbestimmung bezeichnung anwendungsbereich anwendungsbereichs "
        "geltungsbereich geltungsbereichs"
    )
    denied_before = True
    perhaps = word_class("notwendig notwendigerweise zwingend unbedingt")
    denied = MappingProxyType(
        {
            "können": "nicht können",
            "must": "need not",  # "muss nicht": it is not denied that it may
            "sollen": "nicht sollen",
            "may": "may not",
            "mögen": "nicht mögen",
        }
    )
    denying_in_clause = word_class(
        "nicht kein keine keinen keiner keinem keines nie niemals weder niemand niemandem niemanden nichts"
    )
    denying_on = frozenset({"noch"})  # "weder lernen noch handeln kann"
    only_denied = MappingProxyType(dict.fromkeys(word_class("braucht/verb brauchen/verb"), "need not"))
    only = word_class("nur bloss lediglich ausschliesslich zuletzt")
    taking_back = phrases(
        "nicht umhin, nicht anders kann, nicht anders können, nicht anders als, nichts als, "
        "nichts anderes als"
    )
    adversative = word_class("aber jedoch doch allerdings")


_SCOPE_WORD = r"(?:[^\s,;:.]+ )"
_FALLING = (
    *subfields(
        whole="sie|ki|(?:die )?künstliche intelligenz|das (?:fach)?gebiet",
        covers="umfasst|beinhaltet|gliedert sich in|untergliedert sich in",
        kinds="teilgebiet|teilbereich|unterbereich|bereich|disziplin|teildisziplin|form|zweig|"
        "kategorie|untergebiet",
        copula="ist|sind",
        that="das",
        article="ein |eine |",
        of_ai="(?:der |von )(?:ki|künstliche[nr] intelligenz)",
    ),
    r"(?:nicht |auch |ebenfalls |hiervon |davon )?(?:erfasst|ausgenommen|umfasst|eingeschlossen|"
    r"ausgeschlossen|gemeint|mitumfasst|einbezogen) (?:sind|ist|werden|wird|hiervon|davon|bleiben) ",
    r"(?:hierzu|dazu|darunter|hierunter|nicht dazu|nicht hierzu|nicht darunter) (?:zähl|gehör|fall|"
    r"fäll|rechn)\S* ",
    r"(?:nicht als|keine|kein) (?:\S+ ){1,3}?(?:gelten|gilt|sind|ist) ",
    rf"(?:{_SCOPE_WORD}|, ){{1,14}}?(?:gelten|gilt|zählen|zählt|fallen|fällt|gehören|"
    rf"gehört) (?:\S+ )?(?:nicht|auch|"
    r"ebenfalls) ",
    rf"(?:{_SCOPE_WORD}|, ){{1,14}}?(?:sind|ist) (?:\S+ )?(?:kein|keine|nicht erfasst|nicht umfasst|"
    rf"nicht gemeint|"
    r"ausgenommen|ausgeschlossen) ",
    rf"(?:die|diese|der|dieser) (?:vorliegende )?(?:definition|begriff|begriffsbestimmung|bezeichnung) "
    rf"{_SCOPE_WORD}{{0,3}}?(?:umfasst|erfasst|gilt|schließt|erstreckt|bezieht)",
)


class _GermanScope(ScopeWords):
    __slots__ = ()

    authorities = word_class(
        "minister ministerin bundesminister bundesministerin bundesministerium ministerium kommission "
        "bundesregierung landesregierung regierung bundesrat parlament gesetzgeber verordnungsgeber behörde "
        "aufsichtsbehörde bundesnetzagentur mitgliedstaaten verordnung rechtsverordnung"
    )
    openings = tuple(map(late, _FALLING))
    example = ("beispiel",)
    varying = word_class(
        "unterscheiden unterscheidet differieren differiert variiert variieren schwankt schwanken"
    )
    leads = word_class("wenn")
    can = word_class("kann können darf dürfen")
    used = word_class(
        "eingebettet integriert eingebaut verwendet eingesetzt genutzt angewendet bestandteil bestehen "
        "softwaregestützt softwarebasiert vorliegen"
    )
    concessions = word_class("ob unabhängig")
    conditions = word_class("ob sofern soweit falls ausgenommen unabhängig")
    exclusions = _NOT_INCLUDE


class German(Grammar):
    """The grammar of German."""

    __slots__ = ()

    lang = "de"
    modal = _MODAL
    modals = MappingProxyType(_MODALS)
    relative = _RELATIVE
    subordinator = word_class(
        "ob wenn sofern soweit falls obwohl indem sodass dass ausgenommen unabhängig weil da"
    )
    subordinator_pairs = MappingProxyType({"unabhängig": "davon", "da": "es"})
    consecutive = (("ohne", "dass"), ("so", "dass"), ("dadurch", "dass"))
    degrees = frozenset({("mehr", "weniger")})
    conjunction = _CONJUNCTION
    joining = (("sowohl", "als", "auch"),)
    connecting = word_class("auch dann damit dabei daraus dadurch")
    determiner = _ARTICLES | word_class(
        "jede jeder jedes jeden alle diese dieser dieses solche mehrere einige"
    )
    article = _ARTICLES
    pronoun = word_class("es er sie ihm ihr ihre ihren ihrer ihrem seine seinen seiner seinem sein sich")
    adjunct = _ADJUNCT
    genitive = word_class("von vom an/of")
    question_clause = frozenset({"wie/question"})
    purpose_clause = frozenset({"um"})
    completive = frozenset({"dass/so"})
    analysing = (
        "analysier",
        "verarbeite",
        "wert",
        "bewerte",
        "durchsuch",
        "untersuch",
        "interpretier",
        "prüf",
        "vergleich",
    )
    worked_on = (
        "daten",
        "eingabedaten",
        "eingaben",
        "information",
        "signale",
        "bilder",
        "texte",
        "dokumente",
        "unterlagen",
        "befunde",
        "bild-",
        "messwerte",
        "inhalte",
        "datenmenge",
        "datenbest",
        "trainingsdaten",
        "kundendaten",
    )
    said_before = word_class("diese dieser diesen solche ihre seine")
    announcing = word_class("anmerkung hinweis begriff")
    displaced_verb = True
    verb_last = True
    cues_part = True
    auxiliary = _AUXILIARY
    able = word_class("fähig imstande geeignet vermag vermögen")
    before_head = _ARTICLES | word_class(
        "auch dann dabei daraus daran dazu hierzu hierbei damit jede jeder jedes"
    )
    list_openers = _GermanFacets.examples
    negation = frozenset({"nicht"})
    before_items = word_class(", : auch etwa beispiel beispielsweise")
    also = word_class("auch dabei")
    function = (
        (_RELATIVE | _CONJUNCTION | _PREPOSITIONS | _ARTICLES | _RELATIVE_FORMS)
        | (_AUXILIARY - {"nicht"})
        | word_class("an/of zu/verb auch dann von vom zu um dass wie wie/question ob indem sodass so sich es")
    )
    before_phrase = word_class("von vom zu ist sind wird werden")
    acting_nouns = word_class("simulation nachahmung nachbildung imitation simulieren nachahmen")
    acting_by = word_class("durch in mittels mithilfe mit")
    studying = ("befass", "beschäftig", "untersuch", "erforsch", "widm")
    reasoning = ("schlussfolger", "logisches", "nachdenken", "folgern")
    infinitive_ends = ("en", "ern", "eln")
    names = frozenset(
        {("künstliche", "intelligenz"), ("künstlicher", "intelligenz"), ("künstlichen", "intelligenz")}
    )
    frame = _GermanFrame()
    facets = _GermanFacets()
    scope = _GermanScope()

    def read(self, columns: TokenColumns) -> TokenColumns:
        keys = list(columns.keys)
        small = [
            columns.kinds[i] == 2 and columns.text[columns.starts[i]].islower() for i in range(len(keys))
        ]
        open_clauses = 0  # relative clauses whose verb is still to come
        for at in range(len(keys)):
            if at and self._closes(columns.keys, small, at - 1):
                open_clauses = max(0, open_clauses - 1)
            key, before = columns.keys[at], columns.keys[at - 1] if at else ""
            if key in _RELATIVE_FORMS and self._is_relative(columns.keys, small, at, open_clauses):
                open_clauses += 1
                keys[at] = f"{key}/relative"
            elif key == "wie" and before == "," and self._closes_with_verb(columns.keys, small, at):
                keys[at] = "wie/question"
            elif key == "dass" and before == "," and "so" in columns.keys[max(0, at - 7) : at]:
                keys[at] = "dass/so"
            elif key == "an" and before in _MEASURES:
                keys[at] = "an/of"
            elif key == "zu" and self._final(columns.keys, small, at + 1):
                keys[at] = "zu/verb"
            elif key in _PREPOSITIONS and self._ends(columns.keys, at + 1) and at:
                keys[at] = f"{key}/particle"
            elif small[at] and self._is_finite(columns.keys, small, at):
                keys[at] = f"{key}/verb"
            elif before == "," and self._is_infinitive_clause(columns.keys, small, at):
                keys[at] = f"{key}/infinitive"
        return columns.read_as(tuple(keys))

    def _ends(self, keys: tuple[str, ...], at: int) -> bool:
        """Whether a clause may end before a token."""
        return at >= len(keys) or keys[at] in _PUNCTUATION or keys[at] in _CONJUNCTION

    def _verbal(self, keys: tuple[str, ...], small: list[bool], at: int) -> bool:
        """Whether a word has the form of a verb; that of an adjective is not told apart."""
        key = keys[at]
        if key in _MODAL or key in _AUXILIARY:
            return key != "nicht"
        known = key in _NO_VERB or key in _PREPOSITIONS or key in _ARTICLES
        return small[at] and not known and len(key) > 2 and key.endswith(("t", "en", "ern", "eln"))

    def _final(self, keys: tuple[str, ...], small: list[bool], at: int) -> bool:
        """Whether a word and all others up to the end of its clause are verbs."""
        while at < len(keys) and self._verbal(keys, small, at):
            at += 1
            if self._ends(keys, at):
                return True
            if keys[at] == "zu":
                at += 1
        return False

    def _is_finite(self, keys: tuple[str, ...], small: list[bool], at: int) -> bool:
        """Whether a word is the first verb at the end of its clause, or one behind a conjunction."""
        key, before = keys[at], keys[at - 1] if at else ""
        if key in _MODAL or key in _AUXILIARY or not self._verbal(keys, small, at):
            return False
        if before in _CONJUNCTION or before == ",":
            third = key.endswith("t") and not self._ends(keys, at + 1)
            return third or key in _PLURAL_VERBS or self._final(keys, small, at)
        earlier = at > 0 and self._verbal(keys, small, at - 1) and not self._ends(keys, at)
        return self._final(keys, small, at) and not (earlier and before in _AUXILIARY | _MODAL)

    def _closes_with_verb(self, keys: tuple[str, ...], small: list[bool], at: int) -> bool:
        """Whether a verb closes a clause somewhere before the next full stop or semicolon."""
        for i in range(at + 1, len(keys)):
            if keys[i] in {".", ";", ":"}:
                return keys[i] == ":"
            if self._verbal(keys, small, i) and self._ends(keys, i + 1):
                return True
        # A relative clause that limbs continue has its verb in them ("eine Software, die" and a new line).
        return at + 1 < len(keys) and not keys[at + 1].isalpha()

    def _closes(self, keys: tuple[str, ...], small: list[bool], at: int) -> bool:
        """Whether a word is the last of a clause, and a verb."""
        return self._verbal(keys, small, at) and self._ends(keys, at + 1)

    def _is_relative(self, keys: tuple[str, ...], small: list[bool], at: int, open_clauses: int) -> bool:
        """Whether a form of the article is a relative pronoun: a verb follows that no open clause waits for.

        "Daten, die es erhält, ableitet" has two, "das das Verhalten, die Werte und die Ziele ändert" one.
        """
        before, ahead = keys[at - 1] if at else "", keys[at - 2] if at > 1 else ""
        opens = before == "," or (before in _PREPOSITIONS and ahead == ",")
        joined = before in _CONJUNCTION and (ahead == "," or self._verbal(keys, small, at - 2))
        if not (opens or joined) or not self._closes_with_verb(keys, small, at):
            return False
        stop = next((i for i in range(at, len(keys)) if keys[i] in {".", ";", ":"}), len(keys))
        closing = sum(self._closes(keys, small, i) for i in range(at + 1, stop))
        return closing > open_clauses or not closing

    def _is_infinitive_clause(self, keys: tuple[str, ...], small: list[bool], at: int) -> bool:
        stop = next((i for i in range(at, len(keys)) if keys[i] in _PUNCTUATION), len(keys))
        if stop - at < 2 or not small[stop - 1]:
            return False
        last = keys[stop - 1]
        return keys[stop - 2] == "zu" or (len(last) > 7 and "zu" in last[2:-3] and last.endswith("n"))

    def opens_infinitive(self, word: str) -> bool:
        return word.endswith("/infinitive")

    def is_verb(self, word: str) -> bool:
        return word.endswith("/verb")

    def is_outside(self, word: str) -> bool:
        return word == "nicht" or super().is_outside(word)

    def is_stop(self, word: str) -> bool:
        return word.endswith("/verb") or super().is_stop(word)


GERMAN = German()
