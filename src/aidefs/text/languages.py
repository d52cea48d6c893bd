"""Languages: tags, scripts, and what is known of each language, one profile a language.

What a part of the program has to know of a language stands in its profile and nowhere else; a language that
is not listed has an empty one. The word classes by which definitions are cut into clauses are the grammars of
`aidefs.segmentation`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from aidefs.classes import NamedTuple
from aidefs.errors import InputError, demand
from aidefs.patterns import late

__all__ = [
    "DEMONSTRATIVES",
    "FUNCTION_WORDS",
    "REFERENCE_CONJUNCTIONS",
    "REFERENCE_NOUNS",
    "REFERENCE_PREPOSITIONS",
    "UNDETERMINED",
    "Profile",
    "has_unspaced_letters",
    "is_right_to_left",
    "is_tag",
    "language_name",
    "language_tag",
    "negations",
    "primary",
    "profile",
    "profiles",
]

UNDETERMINED = "und"
"""The BCP 47 tag of a language that is not known (ISO 639-2: undetermined)."""

_TAG = late(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_COMMON_TAGS = ("en", "fr", "de", "es", "zh")  # that an error names as examples

# Abbreviations of legal writing behind which no sentence ends. Those of English citations serve for every
# language that has no list of its own.
_ABBREVIATIONS = (
    "art arts approx app al b.a b.sc cf ch cl co corp d.phil dept dr e.g ed eds et etc fig hon i.e "
    "inc j.d jr l ll.b ll.d ll.m ltd m.a m.d m.sc mr mrs ms no nos oj p para paras pp prof pt ph.d "
    "pub reg regs resp s sec sect secs st stat subch subd subpara subsec u.k u.n u.s u.s.c v viz vol "
    "vs"
)


class Profile(NamedTuple):
    """What is known of a language; "", nothing and False where nothing is.

    Lists of words are lines of text, which cost nothing until they are split.

    Attributes:
        tag: Primary subtag of the language, or a longer tag that differs from it; in small letters.
        name: Its name in English.
        function_words: Articles, prepositions, conjunctions, relative pronouns and auxiliaries, by comparison
            key. Modal verbs (may, can, must, shall) and negations are left out on purpose.
        common_words: Further frequent words, by which the language of a text is recognised: modal verbs,
            negations, words of definitions; no punctuation in them.
        letters: Letters of its alphabet beyond those of English, or of other Cyrillic alphabets.
        reference_nouns: Nouns whose number or letter comes behind them ("paragraph (a)"), their signs and
            abbreviations too; none that is also used without one ("in part (a) …").
        reference_prepositions: Prepositions behind which a provision is named by its letter alone ("in (i)").
        reference_conjunctions: Words between two references of a list ("(a) to (c)").
        demonstratives: Words that determine such a noun, so that no letter does ("this section").
        operators: Words that carry the logic of a rule: modal verbs, negations, exceptions, quantifiers.
        limits: Those of the operators that deny or except something.
        negations: Words that deny what stands beside them, and nothing else ("not", "neither").
        quantifiers: Those of the operators that say of how many something holds.
        conjunctions: "and" and "or"; one for the other is a change of logic.
        conditions: Phrases that begin a condition, a line each.
        exceptions: Phrases that except something from all that stands before them, or make all of it depend
            on something ("unless", "provided that"), a line each.
        defining: Stems of the words by which one says that a text defines a term: "defin".
        stating: Verbs by which the words of a text are introduced: "reads"; with "_" for a space.
        rendering: Words between a defined term and what it is defined as: "as", "means".
        connecting: Words between a term and its definition, or before the term, that say no more than that
            it is defined: "means", "on_entend_par"; with "_" for a space. No adverb is among them.
        instruments: Words for an instrument of law that a text has named before: "règlement".
        elides: Whether an article loses its vowel and is a word of its own ("l’ | autonomie").
        right_to_left: Whether its lines run from right to left.
        months: The names of the months, from January.
        abbreviations: Abbreviations behind which no sentence ends, without their last full stop.
        before_number: Words that stand only before the number of a provision ("Art. 2."), without full stop.
        before_ordinal: Words behind which a number with a full stop is an ordinal, where nouns begin with a
            capital letter ("vor dem 1. Januar").
        stemmer: The Snowball stemmer, by the name of its module in `snowballstemmer`.
        babel: The locale of babel, for LaTeX.
        langid: The language in BibLaTeX.
    """

    tag: str
    name: str = ""
    function_words: str = ""
    common_words: str = ""
    letters: str = ""
    reference_nouns: str = ""
    reference_prepositions: str = ""
    reference_conjunctions: str = ""
    demonstratives: str = ""
    operators: str = ""
    limits: str = ""
    negations: str = ""
    quantifiers: str = ""
    conjunctions: str = ""
    conditions: str = ""
    exceptions: str = ""
    defining: str = ""
    stating: str = ""
    rendering: str = ""
    connecting: str = ""
    instruments: str = ""
    elides: bool = False
    right_to_left: bool = False
    months: tuple[str, ...] = ()
    abbreviations: str = _ABBREVIATIONS
    before_number: str = "art"
    before_ordinal: str = ""
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


@lru_cache(maxsize=1024)
def profile(tag: str) -> Profile:
    """What is known of the language of a BCP 47 tag; an empty profile where nothing is."""
    return _PROFILES.get(tag.lower()) or _PROFILES.get(primary(tag)) or Profile(primary(tag))


@cache
def negations(tag: str) -> frozenset[str]:
    """The words of a language that deny what stands beside them; none where they are not known."""
    return frozenset(profile(tag).negations.split())


def language_name(tag: str) -> str:
    """The name of a language in English: "French"; "language 'xx'" where none is known."""
    return profile(tag).name or f"language '{tag}'"


def is_tag(given: str) -> bool:
    """Whether a text has the form of a BCP 47 tag (RFC 5646, section 2.1)."""
    return _TAG.fullmatch(given) is not None


def language_tag(given: str) -> str:
    """The tag of a language as a user gives it.

    Raises:
        InputError: It is no tag; where it is the name of a language, the message says its tag.
    """
    demand(given, str, "the tag of a language")
    if is_tag(given):
        return given
    named = {one.name.casefold(): one.tag for one in profiles() if one.name}
    tag = named.get(given.strip().casefold())
    if tag:
        raise InputError(f"a language is given by its tag: {tag} in place of '{given}'")
    known = ", ".join(f"{tag} ({language_name(tag)})" for tag in _COMMON_TAGS)
    raise InputError(f"'{given}' is no tag of a language; tags are {known} and their like")


def profiles() -> Iterable[Profile]:
    """All profiles."""
    return _PROFILES.values()


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
            name="English",
            negations="not no never neither nor non cannot",
            operators=(
                "may can shall must should will would could might cannot never not no nor neither without "
                "only solely unless except excluding all any each every always"
            ),
            limits="cannot never not no nor neither without only solely unless except excluding",
            quantifiers="all any each every always",
            conjunctions="and or",
            conditions="subject to\nother than\nbut not\nwithout\nif",
            exceptions=(
                "unless\nexcept\nprovided that\nprovided , however\nprovided however\nexcluding\n"
                "but does not\nbut do not\nbut shall not\nonly if"
            ),
            defining="defin",
            stating="read reads says states provides",
            rendering="as is mean means to_mean meaning",
            connecting="mean means shall_mean refers_to is are",
            function_words=(
                "a an the this that these those which who whom whose it its their they of to in on at by "
                "for from with without into onto upon under over between through within as than and or "
                "nor but if whether is are was were be been being has have had do does"
            ),
            common_words=(
                "not may can shall must will such other any including means using used use when where "
                "based each more also about what should would could human machine learning software "
                "system systems intelligence artificial data decisions autonomy varying infers outputs "
                "all you your our we he his her she i am did how file no one both"
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
            stemmer="english",
            babel="english",
            langid="english",
        ),
        Profile(
            "fr",
            name="French",
            negations="pas jamais nullement aucunement ni non aucun aucune",
            operators=(
                "peut peuvent pouvant pourrait pourraient doit doivent devrait devraient pas jamais ni "
                "non sans sauf seulement uniquement exclusivement tout toute tous toutes chaque aucun "
                "aucune excepté hormis"
            ),
            limits=(
                "pas jamais ni non sans sauf seulement uniquement exclusivement aucun aucune excepté hormis"
            ),
            quantifiers="tout toute tous toutes chaque",
            conjunctions="et ou",
            conditions="si",
            exceptions=(
                "sauf\nà moins que\nà l' exception\nà l' exclusion\nsous réserve\npour autant que\nà "
                "condition que\nexcepté"
            ),
            defining="défini",
            stating="dispose énonce",
            rendering="comme est",
            connecting=(
                "désigne désignent signifie s'entend_de s'entend_d' s'entend_du s'entend_des "
                "s'entend_comme est sont on_entend_par"
            ),
            instruments="convention directive déclaration loi recommandation règlement",
            function_words=(
                "le la les l' un une des du de d' et ou qui que dont elle à au aux en par pour dans sur"
            ),
            common_words=(
                "il ils elles avec est sont ce cette ces cet son sa ses leur leurs pas ne peut peuvent "
                "doit être ainsi tels telles tel telle sans plus comme entre après qu n s c système "
                "systèmes artificielle intelligence données fondé conçu logiciel afin lors lorsque "
                "niveaux capable permettant ayant soit y se nous vous je mais si fichier a été autres on "
                "aussi même"
            ),
            letters="àâæçéèêëîïôœùûüÿ",
            reference_nouns=(
                "article articles paragraphe paragraphes point points annexe annexes chapitre chapitres "
                "alinéa alinéas lettre lettres section sections considérant considérants"
            ),
            reference_prepositions="à au aux en sous de du selon",
            reference_conjunctions="et ou à",
            demonstratives="ce cet cette ces présent présente présents présentes ledit ladite",
            elides=True,
            months=(
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                "octobre", "novembre", "décembre",
            ),
            abbreviations=(
                "al alin all angl art arts cf ch chap cons d dr éd etc ex fig l let m mm mme n no nos p par "
                "pp préc r réf s sect ss suiv t v vol"
            ),
            stemmer="french",
            babel="french",
            langid="french",
        ),
        Profile(
            "de",
            name="German",
            negations="nicht kein keine keinen keiner keinem keines nie niemals weder",
            operators=(
                "kann können könnte könnten darf dürfen soll sollen sollte muss müssen müsste nicht nie "
                "niemals kein keine keinen keiner ohne nur ausschließlich lediglich außer ausgenommen "
                "jeder jede jedes alle sämtliche weder stets immer"
            ),
            limits=(
                "nicht nie niemals kein keine keinen keiner ohne nur ausschließlich lediglich außer "
                "ausgenommen weder"
            ),
            quantifiers="jeder jede jedes alle sämtliche stets immer",
            conjunctions="und oder",
            conditions="wenn\nfalls",
            exceptions=(
                "außer\nes sei denn\nmit ausnahme\nausgenommen\nsofern\nsoweit\nvorbehaltlich\nunter "
                "der voraussetzung"
            ),
            defining="definier",
            stating="lautet heißt bestimmt",
            rendering="als",
            connecting="bezeichnet bezeichnen bedeutet bedeuten ist sind bezeichnet_der_ausdruck",
            instruments="Empfehlung Gesetz Konvention Richtlinie Verordnung Übereinkommen",
            before_number="art artikel",
            function_words="der die das den dem des ein eine einer eines und oder zu im mit für von auf",
            common_words=(
                "einem einen in ist sind nicht sich als auch an aus bei durch nach über unter wird werden "
                "kann können muss soll wie zum zur vom wenn dass bezeichnet sowie so es sie er wir ihr "
                "ich hat haben war nur noch sein seine ihre dieser diese dieses keine kein bis um ob "
                "welche welcher system systeme künstliche intelligenz künstlicher daten maschinelles "
                "menschliche software ausdruck datei eingaben"
            ),
            letters="äöüß",
            reference_nouns=(
                "artikel artikels artikeln absatz absatzes absätze absätzen abs unterabsatz unterabsätze "
                "unterabsätzen nummer nummern nr buchstabe buchstaben buchst punkt punkte punkten anhang "
                "anhangs anhänge kapitel kapitels abschnitt abschnitts abschnitte ziffer ziffern satz "
                "erwägungsgrund erwägungsgründe"
            ),
            reference_prepositions="in im unter nach gemäß von",
            reference_conjunctions="und oder bis",
            demonstratives="dieser diese dieses diesem diesen jeder jede jedes jedem",
            abbreviations=(
                "abs anh anl art bspw buchst bzw ca d.h dgl engl etc evtl ff gem ggf i.d.r i.s.d i.v.m "
                "inkl lit mind nr o.ä rn s satz sog u.a unterabs usw v vgl z.b ziff"
            ),
            before_ordinal="dem der den des die das am im vom zum zur beim ins",
            stemmer="german",
            babel="ngerman",
            langid="german",
        ),
        Profile(
            "es",
            name="Spanish",
            negations="no ni nunca tampoco ningún ninguna",
            operators=(
                "puede pueden podrá podrán podría podrían debe deben deberá deberán debería no nunca ni "
                "sin salvo excepto solo sólo solamente únicamente todo toda todos todas cada cualquier "
                "cualquiera ningún ninguna"
            ),
            limits="no nunca ni sin salvo excepto solo sólo solamente únicamente ningún ninguna",
            quantifiers="todo toda todos todas cada cualquier cualquiera",
            conjunctions="y o",
            conditions="sin perjuicio\nsi",
            exceptions="salvo\nexcepto\na menos que\ncon excepción\nsiempre que",
            defining="defin",
            stating="dice establece",
            rendering="como es",
            connecting=(
                "significa significan designa es son se_entiende_por se_entenderá_por se_entiende "
                "se_entenderá por"
            ),
            instruments="convenio convención directiva ley recomendación reglamento Reglamento Convenio",
            function_words="el la los las un una y o u e que de en con del al para se su sus",
            common_words=(
                "unos unas por es son no lo como más puede pueden sin sobre entre este esta estos estas "
                "cual cuales ser ha han está cuando también desde hasta tales todo cada le si pero ya muy "
                "nos fue sistema sistemas inteligencia artificial datos basado máquina entenderá entiende "
                "capaz mediante diferentes distintos humanos humana fichero archivo otros otras así dicho "
                "aquel a"
            ),
            letters="áéíñóúü",
            reference_nouns=(
                "artículo artículos apartado apartados párrafo párrafos punto puntos anexo anexos "
                "capítulo capítulos letra letras inciso incisos sección secciones considerando "
                "considerandos"
            ),
            reference_prepositions="en bajo de según",
            reference_conjunctions="y e o u a",
            demonstratives="este esta estos estas presente presentes dicho dicha dichos dichas cada",
            abbreviations=(
                "al ap apdo art arts cap cf dr dra ed ej etc fig inc ingl lit n no nos núm núms p pág págs "
                "párr pp ref rgto s sec sr sra ss t v vol"
            ),
            stemmer="spanish",
            babel="spanish",
            langid="spanish",
        ),
        Profile(
            "it",
            name="Italian",
            negations="non no né nessun nessuna mai",
            operators=(
                "può possono potrebbe potrebbero deve devono dovrebbe dovrebbero non mai né senza salvo "
                "eccetto tranne solo soltanto solamente unicamente ogni ciascuno qualsiasi nessuno "
                "nessuna tutto tutti tutte"
            ),
            limits="non mai né senza salvo eccetto tranne solo soltanto solamente unicamente nessuno nessuna",
            quantifiers="ogni ciascuno qualsiasi tutto tutti tutte",
            conjunctions="e o",
            conditions="fatto salvo\nse",
            exceptions="salvo\neccetto\ntranne\na meno che\nad eccezione\na condizione che\npurché",
            defining="defin",
            stating="recita dispone",
            rendering="come è",
            connecting=(
                "significa indica designa è sono si_intende si_intendono s'intende si_intende_per per"
            ),
            instruments="convenzione direttiva legge raccomandazione regolamento",
            function_words="il lo la le gli i un uno una e o da di del al con per tra fra l' d'",
            common_words=(
                "ed dello della dei degli delle allo alla ai agli alle dal dalla dai dalle nel nella nei "
                "nelle sul sulla che è sono non si può possono come più anche sua suo suoi loro questo "
                "questa cui quale quali essere ha hanno dell nell all dall sull se ma quando in a su "
                "intelligenza artificiale sistema sistemi dati basato automatico intende diversi umani "
                "software file deve tale tali mediante ogni"
            ),
            letters="àèéìíîòóùú",
            reference_nouns=(
                "articolo articoli paragrafo paragrafi punto punti allegato allegati capo capitolo "
                "lettera lettere sezione sezioni comma commi considerando"
            ),
            reference_prepositions="in a di alla alle al",
            reference_conjunctions="e o a",
            demonstratives="questo questa questi queste presente presenti detto detta ogni tale tali",
            elides=True,
            abbreviations=(
                "all art artt cap cfr co d.l d.lgs d.p.r dott ecc ed es fig ingl l lett lit n nn p pag "
                "pagg par pp prof s sez sig ss t v vol"
            ),
            stemmer="italian",
            babel="italian",
            langid="italian",
        ),
        Profile("ar", name="Arabic", right_to_left=True, stemmer="arabic"),
        Profile(
            "bg",
            name="Bulgarian",
            common_words=(
                "и в на за от с по до при със във че се да не е са или която който които което като чрез "
                "между без след над под то те той тя им му си може могат трябва когато както тези този "
                "тази това също така малко още бъде бил само но ако няма има система системи изкуствен "
                "интелект данни означава човешка файл обучение различни"
            ),
            letters="ъ",
            babel="bulgarian",
        ),
        Profile(
            "ca",
            name="Catalan",
            common_words=(
                "el la els les un una i o que de en amb del dels al als per es seu seva són és no com més "
                "pot poden sense sobre entre aquest aquesta aquests d l n s ser ha han quan també des "
                "fins altres sistema sistemes intel ligència artificial dades humans fitxer tal "
                "mitjançant però si pel pels"
            ),
            letters="àçèéíïòóúü·",
            elides=True,
            stemmer="catalan",
        ),
        Profile(
            "cs",
            name="Czech",
            negations="ne není nejsou nikoli nikoliv ani",
            connecting="znamená znamenají je jsou se_rozumí se_rozumějí rozumí_se",
            operators=(
                "může mohou mohl mohla mohlo mohly nemůže nemohou musí nemusí smí nesmí měl měla mělo není "
                "nejsou nelze nikdy ani bez pouze jen výhradně výlučně ledaže kromě žádný žádná žádné každý "
                "každá každé všechny všichni vždy"
            ),
            limits=(
                "nemůže nemohou nemusí nesmí není nejsou nelze nikdy ani bez pouze jen výhradně výlučně "
                "ledaže kromě žádný žádná žádné"
            ),
            quantifiers="každý každá každé všechny všichni vždy",
            conjunctions="a nebo",
            exceptions="s výjimkou\nledaže\nkromě\nza předpokladu , že",
            common_words=(
                "a i v z na do o od za po s k u ve ze ke se si je jsou není nebo který která které kteří "
                "kterých že pro při jako by být může mohou pod nad mezi bez jeho její jejich toto tento "
                "tato této těchto co ale aby však také tak než když pokud byl byla bylo bude jen rozumí "
                "systém systémy systémů umělé inteligence umělá umělou údaje data lidské soubor nelze "
                "podle již ani má"
            ),
            letters="áčďéěíňóřšťúůýž",
            abbreviations=(
                "angl atd apod čl č dr event kap lit mj např násl obr odst písm popř resp řec s sb str tj "
                "tzn tzv viz zák"
            ),
            stemmer="czech",
            babel="czech",
            langid="czech",
        ),
        Profile(
            "da",
            name="Danish",
            negations="ikke ej ingen intet aldrig",
            connecting="betyder er forstås forstås_ved menes ved med",
            operators=(
                "kan kunne må skal skulle bør burde ikke aldrig ingen intet hverken uden kun udelukkende "
                "medmindre undtagen hver hvert enhver ethvert alle altid"
            ),
            limits="ikke aldrig ingen intet hverken uden kun udelukkende medmindre undtagen",
            quantifiers="hver hvert enhver ethvert alle altid",
            conjunctions="og eller",
            exceptions="medmindre\nundtagen\nmed undtagelse\nforudsat at",
            before_number="art artikel",
            common_words=(
                "og i at er en et den det de der som på til af for med om fra ved under over efter eller "
                "ikke kan skal har have være bliver blive blev også samt hvor når hvis hvilke hvilken sig "
                "sin sit sine dets deres denne dette disse mellem uden enhver andre man men kun ud op så "
                "nogen intet kunstig intelligens system systemer data mennesker menneskelig beslutninger "
                "forstås således f eks filen fil hvad jeg vi du var må bruges maskinbaseret baseret træffer "
                "billeder afgørelser uddata udviklet anvendes indhold oplysninger"
            ),
            letters="æøåé",
            abbreviations=(
                "art bl.a ca dvs etc evt f.eks ff fr hhv inkl jf jfr kap mht mv nr o.l osv pga pkt s stk "
                "tab"
            ),
            stemmer="danish",
            babel="danish",
            langid="danish",
        ),
        Profile("el", name="Greek", stemmer="greek", babel="greek"),
        Profile(
            "et",
            name="Estonian",
            exceptions="välja arvatud\ntingimusel , et",
            common_words=(
                "ja on ei või et see need mis kes mille mida kus ning kui ka oli olla võib võivad selle "
                "nende seda sellele alusel abil kaudu ilma pärast vahel jaoks kuid vaid nii ole nagu eri "
                "kõik muud muu peab tehisintellekt tehisintellekti tehisintellektisüsteem süsteem "
                "süsteemi süsteemid masinõpe andmed andmete inimese fail faili tema mina põhjal kasutades "
                "millise tähendab mitte saab üks välja kas selleks teatava"
            ),
            letters="äõöüšž",
            stemmer="estonian",
            babel="estonian",
        ),
        Profile("fa", name="Persian", right_to_left=True, stemmer="persian"),
        Profile(
            "fi",
            name="Finnish",
            negations="ei eivät eikä",
            connecting="on ovat tarkoittaa tarkoitetaan",
            operators=(
                "voi voivat voisi voisivat saa saavat täytyy pitää ei eivät eikä koskaan ilman vain "
                "ainoastaan yksinomaan paitsi ellei elleivät jokainen kaikki aina"
            ),
            limits="ei eivät eikä koskaan ilman vain ainoastaan yksinomaan paitsi ellei elleivät",
            quantifiers="jokainen kaikki aina",
            conjunctions="ja tai",
            exceptions="paitsi\nellei\nlukuun ottamatta\nedellyttäen , että",
            common_words=(
                "ja on ei tai että se ne joka jotka jonka joita jossa sekä kuin kun myös ovat olla voi "
                "voivat sen niiden siihen tämä nämä tämän näiden mukaan avulla kanssa ilman jälkeen "
                "välillä varten jos mutta vain niin ole oli sitä jolla joihin kuten eri kaikki muut muun "
                "pitää tekoäly tekoälyn tekoälyjärjestelmä järjestelmä järjestelmän järjestelmiä "
                "järjestelmällä tarkoitetaan tiedot tietojen ihmisen koneoppiminen tiedosto tiedostoa hän "
                "minä perusteella käyttäen vai mikä"
            ),
            letters="äöå",
            abbreviations="art em esim jne ks kpl lk ml mm mom ns nro os s tms ts v vrt ym yms",
            stemmer="finnish",
            babel="finnish",
        ),
        Profile(
            "ga",
            name="Irish",
            common_words=(
                "an na is agus ar i go le do de a ní nó atá bhfuil tá sé sí siad don den faoi ó chun gur "
                "nach mar seo sin ach más féidir trí idir gan tar éis ina lena leis air aici acu gach aon "
                "nuair cé conas bheith raibh beidh ag córas córais intleachta intleacht shaorga sonraí "
                "daonna comhad ciallaíonn"
            ),
            letters="áéíóú",
            stemmer="irish",
            babel="irish",
        ),
        Profile("he", name="Hebrew", right_to_left=True),
        Profile(
            "hr",
            name="Croatian",
            exceptions="osim\nuz iznimku\npod uvjetom",
            common_words=(
                "i u na s sa za od do po iz o kao koji koja koje kojim kojih kojima ili te da se je su "
                "nije nisu bi biti može mogu kako što ako ali pri prema među bez pod nad njegov njezin "
                "njihov njihove taj ta to ovaj ova ovo tih tim također samo već kada nego jer svi sve "
                "znači sustav sustava sustavi umjetne umjetna inteligencije inteligencija podataka podaci "
                "ljudske datoteka datoteke putem temelju koju kojem ne nema"
            ),
            letters="čćđšž",
            babel="croatian",
        ),
        Profile(
            "hu",
            name="Hungarian",
            negations="nem sem soha",
            connecting="jelenti jelent",
            operators=(
                "kell kellene szabad tilos képes képesek nem ne sem soha nélkül csak csupán kizárólag kivéve "
                "hacsak minden valamennyi mindig"
            ),
            limits="tilos nem ne sem soha nélkül csak csupán kizárólag kivéve hacsak",
            quantifiers="minden valamennyi mindig",
            conjunctions="és vagy",
            exceptions="kivéve\nhacsak\nfeltéve , hogy",
            common_words=(
                "a az és vagy egy hogy nem is ez azt ezt azok amely amelyek amelyet aki ami mint meg de "
                "ha csak már még el ki be fel le által alapján szerint számára során között után alatt "
                "nélkül való lehet kell képes minden más ilyen olyan annak ezek vagyis illetve valamint "
                "volt van lesz mesterséges intelligencia rendszer rendszerek rendszert gépi adatok emberi "
                "döntések fájl nincs sem ne így"
            ),
            letters="áéíóöőúüű",
            abbreviations="art bek dr old pl pont ill kb ld ún stb szd sz tc uo vö vki",
            stemmer="hungarian",
            babel="hungarian",
            langid="hungarian",
        ),
        Profile(
            "id",
            name="Indonesian",
            before_number="art artikel",
            common_words=(
                "yang dan di untuk dengan dari dalam pada adalah atau ini itu tidak ke oleh sebagai dapat "
                "akan juga secara berdasarkan sistem kecerdasan buatan data manusia berkas telah ada "
                "bahwa"
            ),
            stemmer="indonesian",
            babel="indonesian",
        ),
        Profile(
            "is",
            name="Icelandic",
            common_words=(
                "og í að er en á við sem um til frá með fyrir ekki það þá þeim þess hún hann eru var vera "
                "verið eða ef þegar af úr hefur hafa skal getur þetta þessi gervigreind kerfi gögn skrá"
            ),
            letters="áéíóúýþæöð",
            babel="icelandic",
        ),
        Profile("ja", name="Japanese", babel="japanese", langid="japanese"),
        Profile("ko", name="Korean", babel="korean", langid="korean"),
        Profile(
            "lt",
            name="Lithuanian",
            exceptions="išskyrus\nnebent\nsu sąlyga",
            common_words=(
                "ir yra su iš į už apie prie po iki be tarp kaip kad kas kurie kurių kurią kuri kuriuos "
                "kuris ar arba taip pat nėra gali būti buvo jo jos jų tai šis ši šią šių per kai jei bet "
                "tik dėl tam jau kiti kitų kitus dirbtinis dirbtinio intelektas intelekto sistema "
                "sistemos sistemų duomenų duomenis žmogaus failas failo reiškia naudojant įvairių pagal "
                "visi savo ne"
            ),
            letters="ąčęėįšųūž",
            stemmer="lithuanian",
            babel="lithuanian",
        ),
        Profile(
            "lv",
            name="Latvian",
            exceptions="izņemot\nja vien\nar nosacījumu",
            common_words=(
                "un ir ar no uz par pie pēc līdz bez starp kā ka kas kuru kuras kurus kurā vai lai arī "
                "nav var tiek tika būt būtu tā tās to tos šis šī šo šādu šie pret caur kad ja bet tikai "
                "gan jo tad jau citi citu mākslīgais mākslīgā intelekts intelekta sistēma sistēmas "
                "sistēmu datus datu cilvēka fails failu nozīmē izmantojot dažādu dažādiem visi katru savu"
            ),
            letters="āčēģīķļņšūž",
            babel="latvian",
        ),
        Profile(
            "mt",
            name="Maltese",
            common_words=(
                "il l u ta tal li jew ma f fil fuq mill minn għal għall għan dan din dawn biex bħal bejn "
                "wara mingħajr kif meta huma huwa hija jista jistgħu tista kull ukoll hu hi ikun tkun dak "
                "dik dawk bl bil sistema sistemi intelliġenza artifiċjali data tfisser umani fajl oħra "
                "permezz matul minħabba skont"
            ),
            letters="ċġħżàèìòù",
            babel="maltese",
        ),
        Profile("nb", name="Norwegian", stemmer="norwegian", babel="norsk"),
        Profile(
            "nl",
            name="Dutch",
            negations="niet geen nooit noch",
            operators=(
                "kan kunnen kon zou zouden mag mogen moet moeten zal zullen niet nooit geen noch zonder "
                "slechts alleen uitsluitend tenzij behalve elk elke ieder iedere alle altijd"
            ),
            limits="niet nooit geen noch zonder slechts alleen uitsluitend tenzij behalve",
            quantifiers="elk elke ieder iedere alle altijd",
            conjunctions="en of",
            conditions="onverminderd\nindien",
            exceptions="tenzij\nbehalve\nmet uitzondering\nuitgezonderd\nmits\nop voorwaarde",
            defining="definie",
            stating="luidt bepaalt",
            rendering="als",
            connecting=(
                "betekent betekenen is zijn wordt_verstaan wordt_verstaan_onder wordt_verstaan_als "
                "wordt_bedoeld onder met"
            ),
            instruments="aanbeveling richtlijn verdrag verordening wet",
            before_number="art artikel",
            common_words=(
                "de het een en of van in op te aan met voor door uit bij naar om dat die dit deze is zijn "
                "wordt worden werd niet als ook kan kunnen moet moeten zal hun haar er nog maar tot over "
                "onder tussen waarbij waarin zoals wanneer hebben heeft was geen meer zich wat dan al "
                "alle andere systeem systemen artificiële kunstmatige intelligentie gegevens menselijke "
                "autonomie bestand verstaan ontworpen u je we ik hij uw"
            ),
            letters="áéèëïóöü",
            reference_nouns=(
                "artikel artikelen lid leden punt punten bijlage bijlagen hoofdstuk hoofdstukken letter "
                "letters onderdeel onderdelen afdeling afdelingen paragraaf paragrafen overweging "
                "overwegingen"
            ),
            reference_prepositions="in onder van",
            reference_conjunctions="en of tot",
            demonstratives="deze dit elke elk",
            abbreviations=(
                "art bijv blz bv ca d.w.z e.d eng enz etc i.h.b incl jo m.b.t nr o.a o.m resp sub vgl"
            ),
            stemmer="dutch",
            babel="dutch",
            langid="dutch",
        ),
        Profile(
            "no",
            name="Norwegian",
            before_number="art artikel",
            common_words=(
                "og i å er en et ei den det de der som på til av for med om fra ved under over etter "
                "eller ikke kan skal har ha være blir bli ble også samt hvor når hvis hvilke hvilken seg "
                "sin sitt sine dets deres denne dette disse mellom uten enhver andre man men bare ut opp "
                "så noen ingen kunstig intelligens system systemer data mennesker menneskelig "
                "beslutninger menes således filen fil hva jeg vi du var må brukes"
            ),
            letters="æøåéòô",
            stemmer="norwegian",
            babel="norsk",
        ),
        Profile(
            "pl",
            name="Polish",
            negations="nie ani nigdy",
            operators=(
                "może mogą mógłby mogłyby musi muszą powinien powinna powinny nie nigdy ani bez tylko "
                "jedynie wyłącznie chyba oprócz każdy każda każde wszystkie żaden żadna"
            ),
            limits="nie nigdy ani bez tylko jedynie wyłącznie chyba oprócz żaden żadna",
            quantifiers="każdy każda każde wszystkie",
            conjunctions="i lub",
            conditions="jeżeli\njeśli",
            exceptions="chyba że\nz wyjątkiem\no ile\npod warunkiem\nz zastrzeżeniem",
            defining="defini",
            stating="brzmi stanowi",
            rendering="jako",
            connecting="oznacza oznaczają to jest są",
            common_words=(
                "i w z na do o od za po przez przy dla oraz lub albo że się jest są nie to jak który "
                "która które których którym jego jej ich ten ta te tego tej tych może mogą być jako tym a "
                "ale czy bez pod nad między ze we oznacza system systemy sztucznej sztuczna inteligencji "
                "inteligencja danych oprogramowanie człowieka także również ma mają tylko co gdy jeśli "
                "był została plik takie takich użyciu maszynowy"
            ),
            letters="ąćęłńóśźż",
            reference_nouns=(
                "artykuł artykułu artykule art ustęp ustępu ustępie ust punkt punktu punkcie pkt litera "
                "litery literze lit załącznik załącznika załączniku rozdział rozdziału rozdziale sekcja "
                "sekcji motyw motywu"
            ),
            reference_prepositions="w z od",
            reference_conjunctions="i lub oraz do",
            demonstratives="tego tej niniejszy niniejszego niniejszym niniejsza niniejszej każdy",
            abbreviations=(
                "ang art dz itd itp lit m.in n np nr pkt por poz r rozdz s str tj tzn tzw ust ww z zob"
            ),
            stemmer="polish",
            babel="polish",
            langid="polish",
        ),
        Profile("ps", name="Pashto", right_to_left=True),
        Profile(
            "pt",
            name="Portuguese",
            negations="não nem nunca tampouco nenhum nenhuma",
            connecting="significa designa é são entende-se entende-se_por por",
            operators=(
                "pode podem poderá poderão poderia poderiam deve devem deverá deverão deveria não nunca "
                "nem sem salvo exceto excepto só somente apenas unicamente todo toda todos todas cada "
                "qualquer nenhum nenhuma"
            ),
            limits="não nunca nem sem salvo exceto excepto só somente apenas unicamente nenhum nenhuma",
            quantifiers="todo toda todos todas cada qualquer",
            conjunctions="e ou",
            conditions="sem prejuízo\nse",
            exceptions="salvo\nexceto\nexcepto\na menos que\ncom exceção\ndesde que",
            common_words=(
                "o a os as um uma uns umas e ou que de do da dos das em no na nos nas num numa por pelo "
                "pela pelos pelas para com se é são não ao aos à às como mais pode podem ser sua seu seus "
                "suas entre sobre sem este esta isto qual quais quando também já foi está foram até mas "
                "ele ela você sistema sistemas inteligência artificial dados baseado máquina concebido "
                "ficheiro arquivo diferentes humanos tais outros partir após"
            ),
            letters="áàâãçéêíóôõúü",
            reference_nouns=(
                "artigo artigos número números n.º parágrafo parágrafos ponto pontos anexo anexos "
                "capítulo capítulos alínea alíneas secção secções seção seções inciso incisos "
                "considerando considerandos"
            ),
            reference_prepositions="em na nas no nos de da das",
            reference_conjunctions="e ou a",
            demonstratives="este esta estes estas presente presentes deste desta neste nesta referido",
            abbreviations=(
                "al art arts cap cf dr dra ed etc ex fig inc ingl n no nos núm p pág págs par pp prof s "
                "sec sr sra ss t v vol"
            ),
            stemmer="portuguese",
            babel="portuguese",
            langid="portuguese",
        ),
        Profile(
            "ro",
            name="Romanian",
            negations="nu nici",
            connecting="înseamnă este sunt se_înțelege prin",
            operators=(
                "poate pot putea trebuie nu niciodată nici fără numai doar exclusiv niciun nicio fiecare "
                "toate toți orice întotdeauna"
            ),
            limits="nu niciodată nici fără numai doar exclusiv niciun nicio",
            quantifiers="fiecare toate toți orice întotdeauna",
            conjunctions="și sau",
            exceptions="cu excepția\ncu condiția\nexceptând",
            common_words=(
                "și şi în de la cu pe din pentru prin că să se nu este sunt un o unei unui unor care sau "
                "al ale ai a lui lor sale sa său ca mai fi poate pot fără între după sub acest această "
                "aceste acestea acestui cum dacă fie fost au are astfel precum ce cel cea cei cele îi le "
                "îl te va inteligență inteligența artificială sistem sisteme date bazat uman umane fișier "
                "fişier iar dar când doar toate către"
            ),
            letters="ăâîșțşţ",
            stemmer="romanian",
            babel="romanian",
        ),
        Profile(
            "ru",
            name="Russian",
            connecting="это означает есть",
            common_words=(
                "и в на с по от до для при из за о об к у или что как не это его их который которая "
                "которое которые которых также том числе без через между может могут быть является "
                "являются под над так же все то а но если был была было были только она он они мы вы "
                "система системы систем искусственного искусственный интеллект интеллекта данных файл "
                "человека понимается со ко бы ли уже"
            ),
            letters="ёъыэ",
            stemmer="russian",
            babel="russian",
            langid="russian",
        ),
        Profile(
            "sk",
            name="Slovak",
            negations="nie ani",
            connecting="znamená je sú sa_rozumie rozumie_sa",
            exceptions="s výnimkou\nokrem\nza predpokladu , že",
            common_words=(
                "a i v z na do o od za po s k u vo zo ku sa si je sú nie alebo ktorý ktorá ktoré ktorí "
                "ktorých že pre pri ako by byť môže môžu pod nad medzi bez jeho jej ich toto tento táto "
                "tejto týchto čo ale aby však aj tak než keď ak bol bola bolo bude len rozumie systém "
                "systémy systémov umelej umelá inteligencie inteligencia údaje ľudské súbor nemožno podľa "
                "už ani má prostredníctvom"
            ),
            letters="áäčďéíĺľňóôŕšťúýž",
            babel="slovak",
        ),
        Profile(
            "sl",
            name="Slovenian",
            exceptions="razen\nz izjemo\npod pogojem",
            common_words=(
                "in v na z s za od do po iz o kot ki ali da se je so ni niso bi biti lahko kako če pa pri "
                "med brez pod nad njegov njen njihov njihove ta to te tega tem teh tudi samo že ko kar "
                "saj vsi vse pomeni sistem sistemi sistema sistemov umetne umetna inteligence inteligenca "
                "podatkov podatki človeške datoteka datoteke prek podlagi katerim katere kateri ne ter "
                "mora oziroma zaradi zato"
            ),
            letters="čšž",
            babel="slovene",
        ),
        Profile(
            "sv",
            name="Swedish",
            negations="inte ej icke ingen inget inga aldrig",
            connecting="betyder är avses avses_med med",
            operators=(
                "kan kunna kunde får ska skall skulle måste bör borde inte ej aldrig ingen inget inga varken "
                "utan endast enbart bara utom såvida varje alla alltid"
            ),
            limits="inte ej aldrig ingen inget inga varken utan endast enbart bara utom såvida",
            quantifiers="varje alla alltid",
            conjunctions="och eller",
            exceptions="utom\nsåvida inte\nmed undantag\nförutsatt att",
            before_number="art artikel",
            common_words=(
                "och i att är en ett den det de som på till av för med om från vid under över efter eller "
                "inte kan ska skall har ha vara blir bli blev också samt där när vilka vilken sig sin "
                "sitt sina dess deras denna detta dessa mellan utan varje andra man men bara ut upp så "
                "någon ingen artificiell intelligens system data mänsklig människor beslut avses filen "
                "fil vad jag vi du var måste används hur får än innan endast"
            ),
            letters="åäöé",
            abbreviations=(
                "art bl.a ca d.v.s dvs etc ev exv f.d fr.o.m fr jfr kap kl m.fl m.m nr o.d osv p s st "
                "t.ex tr"
            ),
            stemmer="swedish",
            babel="swedish",
        ),
        Profile(
            "tr",
            name="Turkish",
            common_words=(
                "ve bir bu ile için olan olarak veya ya da de değil en gibi daha çok her kadar sonra göre "
                "ise ancak ki ne o şu hem olduğu üzere tarafından arasında içinde üzerinde yapay zeka "
                "zekâ sistemi sistemleri sistem veri verileri insan makine öğrenme ifade eder olup edilen "
                "eden dosya dosyası var yok mi mı olması olabilir"
            ),
            letters="çğıöşüâî",
            stemmer="turkish",
            babel="turkish",
            langid="turkish",
        ),
        Profile("ug", name="Uyghur", right_to_left=True),
        Profile(
            "uk",
            name="Ukrainian",
            common_words=(
                "і й та в у на з із зі по від до для при за про о об к або що як не це його її їх який "
                "яка яке які яких також тому числі без через між може можуть бути є під над так все то а "
                "але якщо був була було були тільки вона він вони ми ви система системи систем штучного "
                "штучний інтелект інтелекту даних файл людини розуміється же би чи вже цього"
            ),
            letters="ґєії",
            babel="ukrainian",
        ),
        Profile("ur", name="Urdu", right_to_left=True),
        Profile(
            "vi",
            name="Vietnamese",
            common_words=(
                "và là của các có được cho trong một những với để từ theo này hoặc không về khi trên đến "
                "tại bằng người như do ra vào hệ thống trí tuệ nhân tạo dữ liệu"
            ),
            letters="àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
            babel="vietnamese",
            langid="vietnamese",
        ),
        Profile("yi", name="Yiddish", right_to_left=True),
        Profile("zh", name="Chinese", babel="chinese-hans", langid="chinese"),
        Profile("zh-hans", name="Chinese", babel="chinese-hans", langid="chinese"),
        Profile("zh-hant", name="Chinese", babel="chinese-hant", langid="chinese"),
        Profile("zh-hk", name="Chinese", babel="chinese-hant", langid="chinese"),
        Profile("zh-tw", name="Chinese", babel="chinese-hant", langid="chinese"),
    )
}  # fmt: skip


def _of_all(field: str) -> frozenset[str]:
    return frozenset(word for known in _PROFILES.values() for word in getattr(known, field).split())


# Of all languages together, because a redline or a finding must not depend on how the language of a text was
# given, and a text of one language may quote another. So the common words, by which a language is recognised,
# stay out: among them are words that count in another language ("can", "must", "not", "also" are English).
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
