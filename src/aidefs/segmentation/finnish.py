"""The grammar of Finnish.

Case endings stand in for prepositions, so where an adjunct begins only cues tell. A relative clause has its
pronoun in any case ("jossa"), and a definition often only a verb in the passive ("-lla tarkoitetaan").

What each class is for stands in `aidefs.segmentation.grammar`.
"""

from __future__ import annotations

from types import MappingProxyType

from aidefs.patterns import late
from aidefs.segmentation.grammar import FacetWords, FrameWords, Grammar, ScopeWords, phrases, word_class

__all__ = ["FINNISH", "Finnish"]

# "voi" is "can" or "may" and stands for itself, "saa" is "may", "pitää" and "täytyy" are "must".
_MODALS = {
    **dict.fromkeys(word_class("voi voivat voisi voisivat"), "voida"),
    **dict.fromkeys(word_class("saa saavat"), "may"),
    **dict.fromkeys(word_class("täytyy pitää tulee"), "must"),
}
_MODAL = frozenset(_MODALS)
_RELATIVE = word_class(
    "joka jotka jonka jota joita jossa joissa josta joista johon joihin jolla joilla jolle joille jolta "
    "joiden mikä"
)
_CONJUNCTION = word_class("ja tai sekä mutta eli taikka ja/tai")
_NOT_INCLUDE = frozenset(
    {
        ("ei", "pidetä"),
        ("ei", "tarkoiteta"),
        ("ei", "sovelleta"),
        ("ei", "sisällä"),
        ("ei", "kuulu"),
        ("eivät", "kuulu"),
        ("ei", "kata"),
        ("ei", "koske"),
        ("eivät", "ole"),
    }
)
# Verbs of definitions, singular and plural.
_FINITE = word_class(
    "analysoi analysoivat antaa antavat arvioi arvioivat ehdottaa ehdottavat ennustaa ennustavat havaitsee "
    "havaitsevat hyödyntää hyödyntävät jäljittelee jäljittelevät johtaa johtavat kehittyy kehittyvät kerää "
    "keräävät käsittelee käsittelevät käyttää käyttävät laatii laativat luo luovat luokittelee "
    "luokittelevat mukautuu mukautuvat muodostaa muodostavat muuttaa muuttavat oppii oppivat optimoi "
    "optimoivat osoittaa osoittavat parantaa parantavat pyrkii pyrkivät päättelee päättelevät päättää "
    "päättävät ratkaisee ratkaisevat reagoi reagoivat simuloi simuloivat sopeutuu sopeutuvat suorittaa "
    "suorittavat suosittelee suosittelevat tekee tekevät toimii toimivat toteuttaa toteuttavat tunnistaa "
    "tunnistavat tuottaa tuottavat tukee tukevat tulkitsee tulkitsevat vaikuttaa vaikuttavat vastaanottaa "
    "vastaanottavat saavuttaa saavuttavat tuotetaan luodaan tehdään käytetään vaihtelee vaihtelevat"
)
_PHRASE = r"(?:[^\s,;:.']+ )"
_QUOTED = r"(?:' (?:[^\s']+ ){1,8}' (?:\( \S+ \) )?)"
_TERM = rf"(?:{_QUOTED}|{_PHRASE}{{1,7}}?)"
_HERE = r"(?:(?:tässä|tämän|näissä) \S+(?: (?:tarkoitetussa|mukaan|mukaisesti|soveltamiseksi))? )"

# What a frame looks like.
_FRAMES = (
    # "Tekoälyjärjestelmällä tarkoitetaan tässä laissa …", "Tässä laissa tarkoitetaan tekoälyllä …"
    rf"{_HERE}?{_TERM}(?:tarkoitetaan|tarkoittaa|tarkoitamme|ymmärretään) {_HERE}?(?:: )?",
    rf"{_HERE}(?:tarkoitetaan|ymmärretään) (?:: )?(?:[a-z0-9]+ [.)] )?{_PHRASE}{{0,3}}?\S+ll[aä] (?:: )?",
    rf"{_HERE}?{_TERM}(?:määritellään|katsotaan|pidetään|kutsutaan|luetaan) ",
    rf"{_HERE}?{_TERM}(?:on|ovat) (?!myös |suunniteltu |tarkoitettu |kykenev)",
    rf"(?:{_QUOTED}|{_PHRASE}{{1,4}}): ",
    rf"{_TERM}- ",
)


class _FinnishFrame(FrameWords):
    __slots__ = ()

    being = word_class("ole")
    openings = tuple(map(late, _FRAMES))


class _FinnishFacets(FacetWords):
    __slots__ = ()

    examples = (
        ("kuten", "esimerkiksi"),
        ("kuten",),
        ("esimerkiksi",),
        ("muun", "muassa"),
        ("mukaan", "lukien"),
        ("mukaan", "luettuina"),
        ("erityisesti",),
        ("esim", "."),
        ("mm", "."),
    )
    rest = phrases("jne, ja niin edelleen, ynnä muuta, yms")
    further = phrases(
        "tai muita, tai muut, tai muuta, tai muu, tai muiden, ja muita, ja muut, ja muuta, ja muu, ja muiden"
    )
    listing = phrases("nimittäin, toisin sanoen, eli")
    excluding = word_class("lukuun pois lukien poikkeuksena")
    excluded = word_class("poissuljettu poissuljettuja")
    excluding_pairs = _NOT_INCLUDE
    leading = word_class("myös joko sekä")
    quantities = word_class("useampi kaikki muut ei")
    modals = MappingProxyType(
        {
            **dict.fromkeys(word_class("voida voidaan voitaisiin voitu voineet voinut"), "voida"),
            **dict.fromkeys(word_class("saisi saisivat"), "may"),
            **dict.fromkeys(word_class("tulisi tulisivat pitäisi täytyisi"), "must"),
        }
    )
    modal_like = word_class("saattaa saattavat saattaisi voiva voivaa voivat")
    covering = word_class("pidetä tarkoiteta sovelleta sisällä kuulu kata koske katsota lueta")
    standing = word_class("jää jäävät kuuluu kuuluvat on ovat")
    outside = word_class("ulkopuolelle ulkopuolella")
    definition = word_class("määritelmän käsitteen soveltamisalan")
    excess = word_class("liian")
    perhaps = word_class("välttämättä")
    denied = MappingProxyType({"voida": "ei voida", "may": "may not"})
    denying_before = word_class("ei eivät eikä")
    only = word_class("vain ainoastaan pelkästään")


class _FinnishScope(ScopeWords):
    __slots__ = ()

    authorities = word_class(
        "ministeri ministeriö hallitus valtioneuvosto komissio eduskunta neuvosto viranomainen jäsenvaltiot"
    )
    varying = word_class("vaihtelee vaihtelevat riippuu")
    leads = word_class("kun")
    conditions = word_class("riippumatta ellei elleivät jollei")
    exclusions = _NOT_INCLUDE


class Finnish(Grammar):
    """The grammar of Finnish."""

    __slots__ = ()

    lang = "fi"
    modal = _MODAL
    modals = MappingProxyType(_MODALS)
    finite = _FINITE
    relative = _RELATIVE
    subordinator = word_class("jos kun riippumatta ellei elleivät jollei koska")
    consecutive = (("siten", ",", "että"), ("niin", ",", "että"))
    conjunction = _CONJUNCTION
    connecting = word_class("myös lisäksi siten tällöin")
    determiner = word_class("se ne tämä nämä jokainen kaikki jokin mikä tahansa")
    pronoun = word_class("sen niiden sitä niitä sille itse")
    question_clause = word_class("miten kuinka")
    purpose_clause = frozenset({"jotta"})
    displaced_verb = True
    cues_part = True
    auxiliary = word_class("on ovat oli ei eivät ole olla")
    before_head = word_class("myös se ne")
    list_openers = _FinnishFacets.examples
    negation = word_class("ei eivät")
    before_items = word_class(", : . esimerkiksi")
    also = frozenset({"myös"})
    function = (_RELATIVE | _CONJUNCTION) | word_class(
        "on ovat oli olla se ne myös että jotta miten kuinka kuten"
    )
    frame = _FinnishFrame()
    facets = _FinnishFacets()
    scope = _FinnishScope()

    def is_third_person(self, word: str) -> bool:
        return word in self.finite

    def is_stop(self, word: str) -> bool:
        return word in self.finite or super().is_stop(word)


FINNISH = Finnish()
