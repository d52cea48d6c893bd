"""The grammar of Polish.

Endings carry what other languages say with articles: participles are told by theirs, and cues write the
stem with "*". The verb stands in the middle of its clause, behind the adjuncts as often as before them.

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
    word_class,
)
from aidefs.text.tokens import TokenColumns

__all__ = ["POLISH", "Polish"]

# "może" is "can" or "may", "powinien" and "należy" are "should" or "shall": they stand for themselves.
_MODALS = {
    **dict.fromkeys(word_class("może mogą mógłby mogłaby mogłoby mogłyby"), "móc"),
    **dict.fromkeys(word_class("musi muszą"), "must"),
    **dict.fromkeys(word_class("powinien powinna powinno powinny powinni"), "powinien"),
    "należy": "należy",
}
_MODAL = frozenset(_MODALS)
_RELATIVE = word_class(
    "który która które którzy którego której któremu którym którą których którymi co czyli"
)
_CONJUNCTION = word_class("czy/or i oraz lub albo bądź a ani ale lecz i/lub tudzież")
_PREPOSITIONS = word_class(
    "z ze na w we do od ode dla przy po przez bez pod ponad poza między wobec podczas według za względem "
    "poprzez dzięki zgodnie wskutek przed niezależnie oprócz pomimo o u nad wśród spośród wokół zamiast mimo "
    "wbrew obok wzdłuż wedle przeciw przeciwko spod znad"
)
_NOT_INCLUDE = frozenset(
    {
        ("nie", "obejmuje"),
        ("nie", "obejmują"),
        ("nie", "stosuje"),
        ("nie", "dotyczy"),
        ("nie", "są"),
        ("nie", "stanowi"),
        ("nie", "stanowią"),
        ("nie", "uważa"),
        ("nie", "uznaje"),
        ("nie", "zalicza"),
        ("nie", "należą"),
        ("nie", "należy"),
        ("nie", "wchodzą"),
        ("nie", "mieszczą"),
    }
)
# Third persons of the verbs of definitions, in the singular; the plural follows from the ending.
_SINGULAR = word_class(
    "powiadamia rośnie alarmuje zgłasza zawiadamia korzysta dąży zajmuje wywołuje "
    "aktualizuje agreguje bierze czerpie decyduje dedukuje dobiera dochodzi doradza dostraja dostrzega "
    "dzieli ekstrapoluje filtruje gwarantuje informuje ingeruje inicjuje interesuje kieruje kojarzy "
    "kontroluje koryguje kreuje kształci łączy mierzy mieści modeluje monitoruje nadaje nadzoruje "
    "nakazuje odczytuje oddaje odnajduje odpowiada odkrywa odrzuca orzeka ostrzega opiera pisze podaje "
    "podpowiada podsuwa pomaga porównuje porządkuje poznaje postępuje prowadzi produkuje projektuje "
    "przekazuje przedstawia przygotowuje przypisuje przystosowuje pyta radzi reprezentuje rewiduje "
    "rozstrzyga rozumie rozróżnia rozważa samodoskonali segreguje sięga skutkuje sortuje sporządza "
    "spełnia steruje streszcza sugeruje sumuje szacuje szereguje szuka śledzi tłumaczy udziela udoskonala "
    "uogólnia układa ulepsza uruchamia uzyskuje waży weryfikuje wczytuje wnosi wyciąga wychwytuje wylicza "
    "wynajduje wyłania wyodrębnia wypracowuje wyszukuje wystawia zaleca zapamiętuje zestawia zachowuje "
    "zmierza znajduje zwraca emituje kształtuje analizuje automatyzuje bada buduje cechuje dostarcza "
    "dostosowuje dokonuje działa doskonali formułuje funkcjonuje generuje gromadzi identyfikuje imituje "
    "interpretuje klasyfikuje kształtuje modyfikuje modeluje naśladuje obejmuje odbiera oddziałuje "
    "odtwarza ocenia określa opracowuje optymalizuje osiąga ogranicza otrzymuje planuje podejmuje pobiera "
    "polega poprawia posiada postrzega potrafi pozwala przekształca przetwarza prognozuje przewiduje "
    "prezentuje proponuje przyjmuje reaguje realizuje rekomenduje rozpoznaje rozumuje rozwiązuje różni "
    "służy sprawdza stosuje steruje symuluje tworzy uczy umożliwia ustala usprawnia uwzględnia używa "
    "wnioskuje wpływa wspiera wspomaga wskazuje wybiera wydaje wykazuje wykonuje wykorzystuje wykrywa "
    "wymaga wywodzi wyciąga wyprowadza wytwarza wyświetla zapewnia zastępuje zawiera zbiera zmienia"
)


def _plural(form: str) -> str:
    """The third person of the plural of a verb, by that of the singular."""
    return form + "ją" if form.endswith("a") else form[:-1] + "ą"


_FINITE = _SINGULAR | {_plural(form) for form in _SINGULAR}
_INFINITIVE = late(r"\w{3,}(?:ować|ywać|iwać|nać|zać|iać|jąć|tać|yć|ić|ać)$")
_PRESENT = late(r"\w{2,}ąc(?:y|a|e|ego|ej|emu|ym|ą|ych|ymi)?$")
_PAST = late(r"\w{3,}(?:[aieo]n|[ioyę]t)(?:y|a|e|ego|ej|emu|ym|ą|ych|ymi|o)$")
_NO_PARTICIPLE = late(r"(?:neuronow|statystyczn|\w+icz?n|\w+yczn|\w+aln|\w+jn|\w+owan?i)\w*$")

_PHRASE = r"(?:[^\s,;:'–]+ )"
_QUOTED = r"(?:' (?:[^\s']+ ){1,8}' (?:\( \S+ \) )?)"
_TERM = rf"(?:{_QUOTED}|(?:{_PHRASE}){{1,12}}?)"
_UNDERSTOOD = (
    r"(?:należy przez to rozumieć|należy rozumieć|rozumie się przez to|rozumie się|rozumiemy|oznacza to|"
    r"uważa się|uznaje się|określa się|zalicza się|zaliczamy|definiuje się jako|można zdefiniować jako|"
    r"określa się jako|mamy na myśli|mają na myśli|ma na myśli|traktuje się jako)"
)

# Words of a frame, none of which opens a clause on the genus.
_PLAIN = rf"(?:(?!któr\w+ |co |aby |żeby ){_PHRASE})"
# "AI to po prostu …", "AI to dla nas …"
_IN_SHORT = (
    r"(?:po prostu|zwyczajnie|właściwie|w skrócie|w gruncie rzeczy|w istocie|tak naprawdę|nic innego "
    r"(?:jak|niż)|(?:krótko|inaczej|prosto|najprościej|najkrócej|ogólnie|potocznie) mówiąc|mówiąc "
    r"(?:krótko|prosto|najprościej|ogólnie|wprost)|innymi słowy|dla (?:nas|mnie|naszych \w+|naszej \w+)|u "
    r"nas|w naszych oczach)"
)
# "opisujemy AI jako …"
_DESCRIBE = (
    r"(?:opisujemy|opisuje|definiujemy|definiuje|określamy|określa|traktujemy|traktuje|ujmujemy|ujmuje|"
    r"pojmujemy|pojmuje|rozumiemy|rozumie|rozumieją|postrzegamy|charakteryzujemy|charakteryzuje)"
)
_TAKE = (
    r"(?:rozumie|rozumieją|rozumiemy|uważa|uważają|uważamy|uznaje|uznają|uznajemy|"
    r"określa|określają|określamy)"
)


# What a frame looks like.
_FRAMES = (
    rf"(?:{_PHRASE}|[,:'] ){{0,24}}?{_UNDERSTOOD}(?: -)? (?!się )",
    rf"(?:{_PHRASE})*?{_TERM}(?:oznacza|oznaczają|określa|opisuje) (?:to )?",
    rf"(?:{_PHRASE})*?{_TERM}(?:odnosi|odnoszą) się do ",
    rf"(?:{_PHRASE})*?{_TERM}(?:jest to|są to|to jest|to) (?!być )",
    rf"(?:{_PHRASE})*?{_TERM}(?:jest|są) (?!w |tak |nie |także |też |zdoln|przeznaczon|zaprojektowan)",
    rf"{_QUOTED}(?:-|:) ",
    rf"(?:{_PHRASE}){{1,5}}?(?:obejmuje|obejmują) ",
    rf"(?:{_PHRASE}|' ){{1,12}}?(?:używa|stosuje) się (?:\S+ )?(?:do określ\S+|na określenie) ",
    r"chodzi (?:tu |nam |mi )?o ",
    # "sztuczną inteligencją nazywamy …", "Sąd przyjmuje, że sztuczną inteligencją jest …"
    rf"(?:{_PHRASE})*?{_TERM}(?:nazywamy|nazywa się|zwiemy|zwie się|określamy|rozumiemy) ",
    rf"(?:{_PHRASE}){{1,6}}?, że {_TERM}(?:jest|są) (?!w |tak |nie |także |też )",
    rf"(?:mianem|za|jako|przez|pod pojęciem) {_TERM}(?:określa się|uważa się|uznaje się|rozumie się|rozumie "
    r"ustawa|rozumiemy) ",
    # "Przez AI Sąd rozumie …"
    rf"(?:przez|pod pojęciem) {_TERM}(?:\S+ )?(?:rozumie|rozumieją) (?!się )",
    # "Strony rozumieją przez AI …", "O AI mówimy, gdy …", "system AI, o którym mowa w ust. 1, to …"
    rf"(?:{_PHRASE}){{1,4}}?(?:rozumieją|rozumie) przez (?:(?:system|systemy) \S+ |sztuczną inteligencję |"
    rf"\S+ )",
    rf"{_TERM}(?:mówimy|mówi się|mamy do czynienia|występuje(?: tam)?|zachodzi(?: wtedy)?) , (?:gdy|gdzie|"
    r"jeżeli|jeśli|kiedy) ",
    rf"{_TERM}, o któr\S+ mowa (?:[^\s,]+ )+?, (?:to|oznacza|jest to|są to|jest|są) ",
)


# What people say a thing is, or what they call it.
_TALKING = (
    # "Sztuczna inteligencja to po prostu …", "AI jest, krótko mówiąc, …"
    rf"(?:{_PLAIN}|' )+?(?:to|jest|są|oznacza|jest to|są to) (?:, )?{_IN_SHORT} (?:, )?(?:to )?",
    # "Kiedy mówimy o AI, chodzi nam o …"
    rf"(?:kiedy|gdy|jeśli|jeżeli|ilekroć|tam, gdzie) (?:{_PHRASE}){{0,8}}?(?:mówimy|mówi|mowa|używamy|używa|"
    rf"piszemy|mówię) (?:{_PHRASE}){{1,8}}?, (?:to )?(?:chodzi (?:tu |nam |mi )?o|mamy na myśli|mam na myśli|"
    r"ma się na myśli|rozumiemy przez to|myślimy o|mówimy o|oznacza to) ",
    # "Inteligentna kamera, o jaką nam chodzi, jest to …", "AI, zwana też …, to …"
    rf"{_TERM}, (?:o jak\w+|jak\S*|tak jak\S*|w rozumieniu|w ujęciu|zwan\w+|nazywan\w+|określan\w+|"
    r"znan\w+|inaczej|w skrócie|czyli) [^,;:.]+, (?:to|jest to|są to|to jest|oznacza|oznaczają|jest|są) "
    r"(?!być )",
    # "Na potrzeby badania opisujemy AI jako …"
    rf"(?:{_PLAIN}){{0,8}}?{_DESCRIBE} {_TERM}jako ",
    # "W umowie pod pojęciem AI strony rozumieją …"
    rf"(?:{_PLAIN}){{1,6}}?(?:przez|pod pojęciem|pod nazwą|pod terminem|mianem) {_TERM}{_TAKE}(?: się)? "
    rf"(?!się )",
    rf"(?:przez|pod pojęciem|pod nazwą|pod terminem|mianem|za) {_TERM}{_TAKE}(?: się)? (?!się |przez )"
    rf"(?:(?:w|na|dla) (?:{_PHRASE}){{1,3}}?(?=każd|wszelk))?",
    # "Autonomicznym systemem producent nazywa …"
    rf"(?:\w+(?:em|ym|im|ą|ami|ymi|imi) )(?:{_PLAIN}){{1,7}}?(?:nazywa|nazywają)(?: się)? (?!się )",
    rf"(?:{_PLAIN}){{1,6}}?(?:nazywa|nazywają) {_QUOTED}",
    rf"(?:{_PLAIN}){{0,6}}?(?:sztuczna inteligencja|ai|si) polega na ",
    # "Spółka używa terminu „AI” w odniesieniu do …"
    rf"(?:{_PLAIN}){{0,6}}?(?:używa|używają|używamy|stosuje|stosują|stosujemy|posługuje się|posługujemy się) "
    rf"(?:terminu|pojęcia|nazwy|określenia|słowa|skrótu|terminem|pojęciem|nazwą|określeniem) {_TERM}"
    r"(?:w odniesieniu do|w stosunku do|na określenie|dla określenia|na oznaczenie|mówiąc o|dla) ",
)


class _PolishFrame(FrameWords):
    __slots__ = ()

    being = word_class("jest są to")
    closing = late(
        r"(?:(?:nazywa|uważa|uznaje|określa|zwie|traktuje)(?:my)? (?:się )?|(?:jest|"
        r"są) (?:\S+ )?(?:nazywan|zwan|określan|uznawan|uważan)\S* |stanowi\S* )"
    )
    calling = word_class("dalej zwany zwana zwane określany")
    answering = word_class("to jest są ponieważ bo")
    here = word_class("tu tutaj")
    headings = word_class("definicja definicje definicji pojęcia pojęć określenia wyrażenia")
    names = word_class("ai si")
    unknown = word_class("każdy każda każde każdego każdą wszelkie wszelki")
    rubrics = word_class("art artykuł rozdział dział załącznik ust paragraf §")
    openings = tuple(map(late, _FRAMES))
    talking = tuple(map(late, _TALKING))
    conditional = conditional_frames(
        heads=r"\w+",
        verbs="jest|są|stanowi|stanowią|uważa się|uznaje się|zalicza się",
        conditions="jeżeli|jeśli|gdy|o ile",
        pronouns="ono|on|ona",
        relatives="który|która|które|których|to",
    )


class _PolishFacets(FacetWords):
    __slots__ = ()

    examples = (
        ("takie", "jak"),
        ("taki", "jak"),
        ("taka", "jak"),
        ("takich", "jak"),
        ("takimi", "jak"),
        ("takiej", "jak"),
        ("takiego", "jak"),
        ("tak", "jak"),
        ("w", "tym"),
        ("między", "innymi"),
        ("na", "przykład"),
        ("w", "szczególności"),
        ("np",),
        ("m.in.",),
        ("m", ".", "in", "."),
        ("m", ".", "in", "."),
    )
    rest = phrases("itp, itd, i tak dalej, i tym podobne")
    further = phrases(
        "lub inne, lub innych, lub inny, lub inna, lub podobne, i inne, i innych, i inny, i inna, i "
        "podobne, oraz inne, oraz innych, oraz inny, oraz inna, oraz podobne, albo inne, albo innych, "
        "albo inny, albo inna, albo podobne"
    )
    listing = phrases("a mianowicie, mianowicie, to znaczy, czyli, to jest")
    excluding = word_class("wyłączeniem wyjątkiem wyłącza wyklucza oprócz")
    excluded = word_class(
        "wyłączone wyłączeni wyłączony wyłączona wyłączonych wyłączony wykluczone wykluczony"
    )
    excluding_pairs = _NOT_INCLUDE
    leading = word_class("również także zarówno jak")
    quantities = word_class("więcej mniej wszystkie inne nie")
    modals = MappingProxyType(
        {
            **dict.fromkeys(word_class("mógł mogła mogło mogły mogli mogliby"), "móc"),
            **dict.fromkeys(
                word_class("musiał musiała musiało musiały musiałby musiałaby musiałoby"), "must"
            ),
        }
    )
    modal_like = word_class(
        "mogąc mogący mogąca mogące mogącego mogącej mogących można móc należałoby trzeba wolno"
    )
    covering = word_class(
        "obejmuje obejmują objęty objęta objęte objęci dotyczy dotyczą stosuje stosują stanowi stanowią "
        "uważa uznaje zalicza zaliczają zaliczane zaliczany należą wchodzi wchodzą mieści mieszczą "
        "podlega podlegają wlicza"
    )
    standing = word_class("pozostaje pozostają wykracza wykraczają leży leżą są jest")
    outside = word_class("poza")
    definition = word_class("definicja definicji definicją pojęcie pojęcia pojęciem zakres zakresu zakresem")
    excess = word_class("zbyt")
    perhaps = word_class("koniecznie")
    denied = MappingProxyType(
        {"móc": "nie móc", "must": "need not", "powinien": "nie powinien", "należy": "nie należy"}
    )
    denied_behind = MappingProxyType(
        {"móc": "móc nie", "must": "must not", "powinien": "nie powinien", "należy": "nie należy"}
    )
    denying_before = word_class("nie nigdy ani")
    denying_behind = phrases("nie")
    only = word_class("tylko jedynie wyłącznie")
    taking_back = phrases("nie, się nie")


_FALLING = (
    *subfields(
        whole="ona|ai|si|sztuczna inteligencja|ta dziedzina",
        covers="obejmuje|dzieli się na|składa się z",
        kinds="poddziedzin|dziedzin|gałę|gałąź|dyscyplin|form|kategori|poddyscyplin|podzbi[oó]r|dział",
        copula="to|jest|są",
        that="która",
        article="",
        of_ai="(?:ai|si|sztucznej inteligencji)",
    ),
    rf"(?:do |w ){_PHRASE}{{1,7}}?(?:nie )?(?:należą|należy|zalicza się|zaliczają się|zaliczamy|"
    r"wlicza się|wchodzą|mieszczą się|mieści się) ",
    r"(?:należą|należy) (?:do|tu|także) ",
    r"(?:nie )?(?:obejmuje(?! on)|obejmują(?! on)|dotyczy|dotyczą|stosuje się|stosują się|stanowią|stanowi|"
    r"uważa się|uznaje się|zalicza się|zaliczają się|mieszczą się|mieści się|wchodzą w|wchodzi w|są nimi|"
    r"jest nim|jest nią|są nim|są to np|podlegają|podlega|są objęte|jest objęt\S+) ",
    rf"za (?:{_PHRASE}|, ){{1,9}}?(?:nie )?(?:uważa|uznaje|uznajemy|uważamy)(?: się)? ",
    rf"(?:niniejsza |ta |powyższa |to |ten )?(?:definicja|pojęcie|termin|określenie|wyrażenie|kategoria) "
    rf"{_PHRASE}{{0,3}}?(?:nie )?(?:obejmuje|dotyczy|odnosi|rozciąga|wyłącza) ",
    rf"(?:{_PHRASE}|, ){{1,12}}?nie (?:są|jest|stanowi|stanowią|należą|należy|mieszczą się|mieści się|"
    r"wchodzą|podlegają|podlega|zalicza\S*) (?:\S+ )?(?:systemem|systemami|sztuczn|tą|tym|nimi|objęt|"
    r"zalicz|uważan|uznawan|do|w zakres|pod)\S* ",
    rf"(?:{_PHRASE}|, ){{1,12}}?(?:nie są nimi|nie jest nim|nie są nim|są wyłączone|są wyłączeni|wyłącza się|"
    r"pozostają poza|pozostaje poza|są zwolnione) ",
    rf"(?:minister|rząd|komisja|bank|zasady|zasada|przepis|przepisy|przepisu|przepisów|ustawa|ustawy|ustawę|"
    rf"rozporządzenie|regulamin|wytyczne|rada) {_PHRASE}{{0,3}}?(?:stosuj|określ|może|aktualizuj|"
    r"ogłasza|dotycz|obejmuj|się)",
    r"(?:nie istnieje|nie ma jednej|bez znaczenia|nie ma znaczenia|to samo dotyczy|przykład|na przykład|"
    r"nie należy (?:ich |jej |go )?mylić) ?",
)


class _PolishScope(ScopeWords):
    __slots__ = ()

    authorities = word_class("minister rada komisja rząd sejm parlament prezes organ ustawodawca")
    contrasting = (("w", "przeciwieństwie"), ("inaczej", "niż"))
    origins = word_class(
        "własny własna własne wewnętrzny wewnętrzna wewnętrzne zewnętrzny zewnętrzne bezpłatny "
        "bezpłatna bezpłatne płatny płatna płatne publiczny publiczne prywatny prywatne komercyjny "
        "komercyjne samodzielny samodzielne lokalny lokalne nabyty nabyte kupiony kupione"
    )
    openings = tuple(map(late, _FALLING))
    example = ("przykład",)
    varying = word_class("różni różnią zależy zależą")
    leads = word_class("gdy jeżeli")
    can = word_class("może mogą")
    used = word_class(
        "wbudowany wbudowana wbudowane zintegrowany zintegrowane używany używana używane stosowany "
        "stosowane wykorzystywany wykorzystywane wykorzystane użyte element elementem częścią składnik "
        "oparty oparte"
    )
    concessions = word_class("niezależnie czy")
    conditions = word_class("niezależnie chyba czy")
    exclusions = _NOT_INCLUDE


class Polish(Grammar):
    """The grammar of Polish."""

    __slots__ = ()

    lang = "pl"
    modal = _MODAL
    modals = MappingProxyType(_MODALS)
    relative = _RELATIVE
    subordinator = word_class(
        "jeżeli gdy jeśli chyba niezależnie czy ponieważ choć chociaż choćby bo gdyż kiedy zanim dopóki skoro"
    )
    consecutive = phrases(
        "tak że, w taki sposób że, o ile, podczas gdy, mimo że, pomimo że, nawet gdy, nawet jeśli, nawet "
        "jeżeli, także gdy, także wtedy, również gdy, również wtedy, z tym że, bez względu, po czym"
    )
    degrees = frozenset({("mniej", "bardziej")})
    conjunction = _CONJUNCTION
    joining = (("jak", "również"), ("jak", "i"), ("a", "także"))
    connecting = word_class("także również też ponadto następnie")
    determiner = word_class(
        "każdy każda każde każdego każdej wszelkie wszelki ten ta to te tej tego taki takie"
    )
    pronoun = word_class("on ona ono one oni jego jej ich swój swoje swoją swojej swojego swoim się nim nich")
    adjunct = _PREPOSITIONS
    completive = word_class("aby/tak żeby/tak by/tak")
    adjective_behind = True
    question_clause = word_class("jak/question sposób/question")
    purpose_clause = word_class("aby żeby by ażeby")
    announcing = word_class("uwaga hasła")
    displaced_verb = True
    cues_part = True
    auxiliary = word_class("jest są był była było były został została zostało zostały być nie się")
    able = word_class("potrafi potrafią zdolny zdolna zdolne")
    before_head = word_class("także również też to się każdy każda każde może mogą ono one on")
    list_openers = _PolishFacets.examples
    negation = frozenset({"nie"})
    before_items = word_class(", : przykład szczególności innymi jak")
    also = word_class("także również też")
    function = (_RELATIVE | _CONJUNCTION | _PREPOSITIONS) | word_class(
        "jest są był była było były został została zostało zostały być się aby żeby by jak jak/question "
        "że to ten ta te także również też"
    )
    analysing = (
        "analizuj",
        "przetwarza",
        "bada",
        "przeszukuj",
        "interpretuj",
        "przegląda",
        "porównuj",
        "zestawia",
        "ocenia",
    )
    worked_on = (
        "dan",
        "informacj",
        "sygnał",
        "obraz",
        "tekst",
        "dokument",
        "zapis",
        "treś",
        "zbior",
        "akt",
        "pomiar",
        "wejści",
        "sytuacj",
        "wniosk",
        "rejestr",
        "strumieni",
    )
    said_before = word_class("te tych tym ta tę ten takie takich je")
    before_phrase = word_class("jest są się nie być")
    acting_nouns = word_class(
        "symulacja symulacją symulację naśladowanie naśladowaniem imitacja imitacją odtwarzanie odtwarzaniem"
    )
    acting_by = word_class("przez w")
    studying = ("zajmuj", "bada", "dąż")
    reasoning = ("rozumowani", "wnioskowani", "myśleni")
    names = frozenset(
        {
            ("sztuczna", "inteligencja"),
            ("sztucznej", "inteligencji"),
            ("sztuczną", "inteligencję"),
            ("sztuczną", "inteligencją"),
        }
    )
    frame = _PolishFrame()
    facets = _PolishFacets()
    scope = _PolishScope()

    def read(self, columns: TokenColumns) -> TokenColumns:
        keys = list(columns.keys)
        for at in range(1, len(keys)):
            before = columns.keys[at - 1]
            if columns.keys[at] == "czy" and before != ",":
                keys[at] = "czy/or"  # "wskazówki czy rozstrzygnięcia"
            elif columns.keys[at] == "jak" and before == ",":
                keys[at] = "jak/question"
            elif columns.keys[at] in {"aby", "żeby", "by"} and columns.keys[max(0, at - 2) : at] == (
                "tak",
                ",",
            ):
                keys[at] += "/tak"
            elif columns.keys[max(0, at - 3) : at + 1] == (",", "w", "jaki", "sposób"):
                keys[at - 2] = keys[at - 1] = keys[at] = "sposób/question"
        return columns.read_as(tuple(keys))

    def is_verb(self, word: str) -> bool:
        return word in _FINITE or _INFINITIVE.match(word) is not None

    def is_present_participle(self, word: str) -> bool:
        return _PRESENT.match(word) is not None

    def is_past_participle(self, word: str) -> bool:
        past = _PAST.match(word) is not None or word.startswith("opart")
        return past and _NO_PARTICIPLE.match(word) is None

    def is_adverb(self, word: str) -> bool:
        return len(word) > 4 and word.endswith(("nie", "wo")) and not word.endswith(("anie", "enie"))

    def is_stop(self, word: str) -> bool:
        return self.is_present_participle(word) or self.is_adverb(word) or super().is_stop(word)

    def is_outside(self, word: str) -> bool:
        return word == "nie" or super().is_outside(word)


POLISH = Polish()
