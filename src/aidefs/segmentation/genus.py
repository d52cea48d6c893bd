"""The genus of a definition: its head noun, and whether it says that the thing is a machine.

Both are facts of the wording. "Software" is a genus without a word for machine, and nothing is said here of
what software runs on. The words of each language stand in this file and not in its grammar, because the genus
is read also where a language has no grammar: its reviewed texts have one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from aidefs.classes import NamedTuple, Remembered
from aidefs.segmentation.grammar import Grammar, Words, either, word_class
from aidefs.segmentation.grammars import grammar_of
from aidefs.text.languages import negations, primary
from aidefs.text.tokens import TokenColumns

__all__ = ["Genus", "genus_of", "leaves_open", "machine_words", "opens_with_denial"]


class Genus(NamedTuple):
    """What is read from the words of a genus.

    Attributes:
        noun: Its head noun, with its complement where it says nothing without ("set of technologies"); ""
            where it cannot be read.
        machine_based: Whether the words say machine or computer; None in a language of which these words
            are not known.
            Words that say that it is none do not count, nor does a machine on which the thing only runs.
            None also where the words leave it open ("computerised or not").
        words: Those that say it, as they are printed.
        denied: Whether the words say that it is none, and none says that it is ("not a machine").
    """

    noun: str = ""
    machine_based: bool | None = None
    words: tuple[str, ...] = ()
    denied: bool = False


class _GenusWords(NamedTuple):
    """What has to be known of a language; words are comparison keys, `*` stands for any ending, or
    before a word for any beginning.

    Attributes:
        denying: Words that deny like a negation ("without"), by which alone a phrase is opened.
        undecided: Words that deny as a negation does behind "or" ("o meno").
        other: Several words that do so ("other than").
        runs: Beginnings of verbs of running on a machine, and of being stored there.
        on: Prepositions between such a verb and the machine.
        machine: Words for machine and computer, and what stands for "machine-based" in the authentic version
            of Article 3(1) of Regulation (EU) 2024/1689.
        technique: Words behind such a word that make it the name of a technique or a science ("machine
            learning"), which says of the thing itself nothing.
        technique_before: The same before it ("apprentissage automatisé").
        science: Of the words for computer those that name a science where one of `articles` stands before
            them ("l’informatique").
        articles: See `science`.
        technique_whole: The same in one word ("Maschinenlernen").
        joins: Conjunctions, in a language without grammar in which the noun stands last.
        agent: What stands before those who simulate or act ("par | des machines"), several words or one.
        leading: Words before the noun that are neither adjectives nor nouns.
        same: Words that are participles or adjectives behind the noun where a phrase follows that hangs on
            them ("a system split into modules"), and nouns elsewhere.
        behind: Words that hang on a participle or an adjective before them ("set up", "clever enough").
        adjectives: Endings of adjectives that may stand before the noun.
        prepositions: Those that open a phrase between article and noun ("een op een machine gebaseerd").
        participles: Endings of the participle that closes it; where there are none, it stands before the
            phrase, and which noun is the head cannot be told.
        objects: Endings of what such a participle may have between itself and the noun.
        capitals: Whether nouns have capitals.
        gerunds: Verbs that stand in the place of the noun ("making machines …").
        vague: Nouns that say what kind of thing it is only with their complement ("set").
        of: Words before the complement.
        bare: Whether a complement may follow without any ("zbiór technologii").
        plurals: Endings of plurals and what stands in their place in the singular, the longest first.
        no_plural: Endings of singulars that look like plurals.
    """

    machine: str
    denying: str = ""
    undecided: str = ""
    other: tuple[str, ...] = ()
    runs: tuple[str, ...] = ()
    on: str = ""
    technique: str = ""
    technique_before: str = ""
    science: str = ""
    articles: str = ""
    technique_whole: str = ""
    joins: str = ""
    agent: tuple[str, ...] = ()
    leading: str = ""
    same: str = ""
    behind: str = ""
    adjectives: tuple[str, ...] = ()
    prepositions: str = ""
    participles: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    capitals: bool = False
    gerunds: str = ""
    vague: str = ""
    of: str = ""
    bare: bool = False
    plurals: tuple[tuple[str, str], ...] = ()
    no_plural: tuple[str, ...] = ()


_WORDS: Mapping[str, _GenusWords] = {
    "en": _GenusWords(
        machine="machine machines machine's machinery computer computers computer's computeri*",
        denying="without except excluding",
        other=("other than", "rather than", "instead of"),
        runs=("run", "execut", "install", "host", "stor", "operat", "deploy", "load"),
        on="on in by from",
        technique=(
            "learn* scien* vision translation intelligence perception reasoning engineering readable "
            "generated gun* operator* user users programmer*"
        ),
        technique_before="human man vector",
        leading="more most other certain several various as well either following near",
        same="cast cut left read split spread worth",
        behind=(
            "enough alone up out off down away apart around above below behind beneath beside inside outside "
            "throughout along"
        ),
        gerunds="making creating building enabling developing training teaching programming",
        adjectives=(
            "al", "ic", "ive", "ous", "able", "ible", "ary", "less", "ful", "based", "driven", "enabled",
            "other", "similar", "complex", "-processing", "-making", "-using",
        ),
        vague=(
            "ability application area array assembly body branch bundle capability capacity category class "
            "collection combination composition discipline domain ensemble family field "
            "form group implementation "
            "kind number object part piece range series set sort subdiscipline subfield "
            "subset suite type use "
            "variety"
        ),
        of="of",
        plurals=(("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("ies", "y"), ("s", "")),
        no_plural=("ss", "us", "is", "means", "'s", "series", "mathematics", "robotics", "informatics"),
    ),
    "fr": _GenusWords(
        machine="machine machines ordinateur ordinateurs automatisé* informatique* informatisé*",
        denying="sans sauf hormis excepté",
        other=("autre qu' un", "autre qu' une", "autres que", "autre que", "plutôt qu'", "au lieu d'"),
        runs=("exécut", "tourn", "fonctionn", "install", "héberg", "stock"),
        on="sur dans par",
        technique_before="science* apprentissage* traduction* vision",
        science="informatique",
        articles="l'",
        agent=("par",),
        leading=(
            "un une le la les l' tout toute tous toutes des du de d' "
            "plusieurs autre autres certains certaines "
            "divers diverses ou et nouveau nouvelle"
        ),
        vague=(
            "ensemble branche capacité capacités champ classe catégorie combinaison "
            "discipline domaine famille "
            "forme gamme groupe partie série sorte type utilisation usage mise"
        ),
        of="de d' des du en",
        plurals=(("s", ""),),
        no_plural=("ss", "us"),
    ),
    "es": _GenusWords(
        machine="máquina* maquinal* ordenador* computador* informátic*",
        denying="sin salvo excepto",
        other=("distinto de", "distinta de", "en lugar de", "en vez de"),
        runs=("ejecut", "funcion", "instal", "aloja", "corre", "opera", "almacen"),
        on="en por sobre",
        technique_before="ciencia* aprendizaje* traducción visión",
        science="informática",
        articles="la",
        agent=("por parte de", "por"),
        leading=(
            "un una unos unas el la los las todo toda todos todas cualquier varios varias otro "
            "otra o y u e de"
        ),
        vague=(
            "conjunto rama capacidad área campo categoría clase combinación disciplina "
            "familia forma grupo parte "
            "serie tipo uso utilización"
        ),
        of="de del",
        plurals=(("ciones", "ción"), ("idades", "idad"), ("as", "a"), ("os", "o"), ("es", "e")),
        no_plural=("sis",),
    ),
    "it": _GenusWords(
        machine="macchina macchine computer elaboratore elaboratori automatizzat* informatic*",
        denying="senza tranne salvo",
        undecided="meno",
        other=("diverso da", "diversa da", "invece di", "anziché un"),
        runs=("eseguit", "esegu", "funzion", "install", "gira", "ospitat", "memorizz"),
        on="su sul sulla in da nel nella sui sulle sull' nell'",
        technique_before="scienza scienze apprendimento traduzione visione",
        science="informatica",
        articles="l' dell' all' dall' nell'",
        agent=("da parte di", "da", "dai", "dalle"),
        leading="un un' uno una il lo la l' gli i le ogni qualsiasi qualunque altro altri altra altre o e di",
        vague=(
            "insieme ramo branca capacità area campo categoria classe combinazione disciplina famiglia forma "
            "gruppo parte serie settore tipo uso utilizzo"
        ),
        of="di del dello della dell' dei degli delle d'",
        plurals=(("sistemi", "sistema"), ("tecnologie", "tecnologia"), ("programmi", "programma")),
    ),
    "pt": _GenusWords(
        machine="máquina* maquinal* computador* informátic*",
        denying="sem salvo exceto",
        other=("diferente de", "em vez de", "em lugar de"),
        runs=("execut", "funcion", "instal", "hosped", "roda", "corre", "armazen"),
        on="em num numa no na por",
        technique_before="ciência* aprendizado* aprendizagem* tradução visão",
        science="informática",
        articles="a da na à",
        agent=("por parte de", "por", "pelo", "pela", "pelos", "pelas"),
        leading="um uma uns umas o a os as todo toda qualquer quaisquer vários várias outro outra ou e de",
        vague=(
            "conjunto ramo capacidade área campo categoria classe combinação disciplina "
            "família forma grupo parte "
            "série tipo uso utilização"
        ),
        of="de do da dos das",
        plurals=(("ções", "ção"), ("ens", "em"), ("as", "a"), ("os", "o"), ("es", "e")),
    ),
    "ro": _GenusWords(
        machine="mașin* maşin* calculator* computer* informatic*",
        denying="fără",
        other=("altul decât", "alta decât"),
        on="pe",
        technique_before="învățare* învăţare* știința ştiinţa",
        leading="un o orice oricare niște unor alte sau și",
        vague="ansamblu set ramură capacitate domeniu disciplină grup tip categorie formă",
        of="de al a ale",
        bare=True,
    ),
    "de": _GenusWords(
        machine="maschine* maschinell* computer* rechner* *maschine *maschinen *rechner *computer",
        denying="ohne ausser",
        other=("anders als", "anderes als", "andere als", "statt"),
        runs=("läuft", "laufen", "ausgeführ", "installier", "ausführ", "betrieben", "gespeicher"),
        on="auf in im an",
        technique="lern* übersetz* sehen* sehens",
        technique_whole="maschinenlern* computerwissenschaft* computerlinguist* suchmaschine*",
        leading="ein eine einer eines einem einen der die das jede jeder jedes alle mehrere andere oder und",
        prepositions="auf aus in im mit von vom für durch mittels am beim zum zur an bei unter über",
        participles=("ende", "endes", "enden", "ender", "te", "tes", "ten", "ter", "ene", "enes", "enen"),
        capitals=True,
        vague=(
            "Gesamtheit Menge Reihe Gruppe Teilgebiet Gebiet Zweig Fähigkeit Klasse "
            "Kategorie Kombination Art "
            "Form Familie Bündel Satz Einsatz Nutzung Verwendung"
        ),
        of="von der des einer eines dem zu",
        bare=True,
        plurals=(
            ("systeme", "system"), ("systemen", "system"), ("technologien", "technologie"),
            ("programme", "programm"), ("anwendungen", "anwendung"), ("modelle", "modell"),
            ("techniken", "technik"), ("verfahren", "verfahren"),
        ),
    ),
    "nl": _GenusWords(
        machine=(
            "machinaal machinale machinegebaseerd* machinegestuurd* computer* *machine *machines *computer"
        ),
        denying="zonder behalve",
        other=("anders dan", "andere dan", "in plaats van"),
        runs=("draai", "uitgevoerd", "geïnstalleer", "loopt", "lopen", "opgeslagen"),
        on="op in",
        technique="leren leer* learning vertaling wetenschap*",
        technique_whole="computerwetenschap* zoekmachine*",
        agent=("door",),
        leading="een de het elk elke ieder iedere alle andere enig meerdere of en al dan niet",
        adjectives=("erde", "eerd", "sche", "ische", "tisch", "ende", "aal", "ale", "atief", "atieve"),
        prepositions="op uit in met van voor door",
        participles=(
            "erd", "erde", "end", "ende", "akt", "akte", "ocht", "ochte", "bracht", "brachte", "wd", "wde",
            "uurd", "uurde", "rde",
        ),
        vague=(
            "geheel verzameling reeks tak vermogen gebied groep klasse categorie combinatie "
            "soort vorm gebruik set"
        ),
        of="van de het een",
        bare=True,
        plurals=(
            ("systemen", "systeem"), ("technologieën", "technologie"), ("programma's", "programma"),
            ("toepassingen", "toepassing"), ("modellen", "model"),
        ),
    ),
    "pl": _GenusWords(
        machine="maszyn* komputer*",
        denying="bez oprócz poza",
        other=("inny niż", "inna niż", "inne niż", "zamiast"),
        runs=("działa", "uruchami", "uruchomi", "zainstalowan", "instalowan", "wykonywan", "przechowywan"),
        on="na w",
        technique_before="uczeni* tłumaczeni* nauk*",
        agent=("przez",),
        leading="każdy każda każde wszelkie dowolny dowolny inny inne lub i oraz",
        adjectives=(
            "owy", "owe", "owa", "ony", "one", "czny", "czne", "jny", "jne", "lny", "lne",
            "cki", "ski", "any", "ane",
        ),
        prepositions="przez na do od za dla",
        objects=("ami", "ymi", "imi"),
        vague=(
            "zbiór zestaw dziedzina gałąź zdolność grupa klasa rodzaj forma "
            "kombinacja wykorzystanie zespół"
        ),
        of="",
        bare=True,
        plurals=(("systemy", "system"), ("systemów", "system"), ("programy", "program")),
    ),
    "cs": _GenusWords(
        machine="stroj strojový strojová strojové strojem stroje strojů počítač*",
        denying="bez kromě",
        other=("jiný než", "jiná než", "jiné než"),
        runs=("běží", "spouštěn", "spuštěn", "instalovan", "nainstalovan"),
        on="na v",
        technique="učení* překlad*",
        leading="každý jakýkoli jiný nebo a",
        adjectives=("ý", "á", "é", "í"),
        vague="soubor odvětví schopnost skupina druh obor forma kombinace",
        bare=True,
        plurals=(("systémy", "systém"), ("systémů", "systém"), ("programy", "program")),
    ),
    "sk": _GenusWords(
        machine="stroj strojový strojová strojové strojom stroje strojov počítač*",
        denying="bez okrem",
        other=("iný ako", "iná ako", "iné ako"),
        technique="učeni* preklad*",
        leading="každý akýkoľvek iný alebo a",
        adjectives=("ý", "á", "é", "í", "y"),
        vague="súbor odvetvie schopnosť skupina druh odbor forma kombinácia",
        bare=True,
        plurals=(("systémy", "systém"), ("programy", "program")),
    ),
    "da": _GenusWords(
        machine="maskin* computer* *maskine *maskiner",
        denying="uden undtagen",
        other=("andet end", "andre end", "i stedet for"),
        runs=("kører", "køres", "installer", "afvikle"),
        on="på i",
        technique="læring* oversættelse*",
        technique_whole="maskinlæring* maskinoversættelse* søgemaskine*",
        leading="et en den det de enhver ethvert alle andre eller og",
        adjectives=("eret", "erede", "ende", "isk", "iske", "ligt", "lige", "tet", "tede"),
        vague=(
            "række sæt gren evne område gruppe klasse kategori kombination slags "
            "form samling brug anvendelse"
        ),
        of="af",
        bare=True,
        plurals=(("systemer", "system"), ("teknologier", "teknologi"), ("programmer", "program")),
    ),
    "sv": _GenusWords(
        machine="maskin* dator* *maskin *maskiner *dator",
        denying="utan utom",
        other=("annat än", "andra än", "i stället för"),
        runs=("kör", "körs", "installer"),
        on="på i",
        technique="inlärning* översättning*",
        technique_whole="maskininlärning* maskinöversättning* datorseende*",
        leading="ett en den det de varje alla andra eller och",
        adjectives=("erat", "erade", "erad", "ande", "ende", "isk", "iska", "iskt", "ligt", "liga"),
        prepositions="av med från på till",
        participles=("pt", "kt", "gt", "rt", "ad", "at", "ade"),
        vague=(
            "uppsättning gren förmåga område grupp klass kategori kombination slags "
            "form samling användning"
        ),
        of="av",
        bare=True,
        plurals=(("teknologier", "teknologi"),),
    ),
    "hu": _GenusWords(
        machine="gép gépi gépek gépen gépre gépalapú számítógép*",
        denying="nélkül",
        technique="tanulás* fordítás*",
        technique_whole="számítógép-tudomány*",
        joins="és vagy",
        leading="egy az a minden bármely olyan más",
        adjectives=("i", "ú", "ű", "ó", "ő", "ált", "elt", "ott", "ett"),
        plurals=(("rendszerek", "rendszer"), ("rendszereket", "rendszer"), ("szoftverek", "szoftver")),
    ),
    "fi": _GenusWords(
        machine="kone* tietokone* *kone *koneet",
        denying="ilman",
        technique="oppimi* kääntämi*",
        technique_whole="koneoppimi* konekääntämi* konekäännö* konenäkö*",
        joins="ja tai",
        leading="jokainen kaikki mikä tahansa jokin muu muut",
        adjectives=("inen", "isen", "ista", "isia", "iset", "ava", "avaa", "evä", "evää", "ttu", "tty"),
        plurals=(
            ("järjestelmää", "järjestelmä"), ("järjestelmiä", "järjestelmä"), ("järjestelmät", "järjestelmä"),
            ("ohjelmistoa", "ohjelmisto"), ("ohjelmistoja", "ohjelmisto"), ("ohjelmaa", "ohjelma"),
            ("ohjelmia", "ohjelma"),
        ),
    ),
}  # fmt: skip

# Where adjectives and attributes of any length stand before the noun, it is the last word of its phrase.
_HEAD_LAST = frozenset({"en", "fi", "hu"})
_LONGEST_ABBREVIATION = 5
# "No" before a noun, which denies it whatever stands between.
_NO = word_class(
    "kein keine keinen keinem keiner keines geen aucun aucune nessun nessuna ningún ninguna nenhum nenhuma "
    "ingen inget intet"
)
_OR = frozenset({"dan"})  # "al dan niet"
_BE_IT = frozenset({("be", "it"), ("be", "they")})
_BUT = word_class("but sondern mais sino ma bensì mas maar lecz ale men utan vaan hanem nýbrž")
_CLITICS = frozenset({"n'", "ne"})  # the first half of a negation
_MOST_WORDS = 4096  # of which it is remembered whether they are among others
_BEFORE_MACHINE = 5  # words before one for machine among which a negation denies it
_WARES = frozenset({"software", "hardware", "firmware"})
_THINGS = _WARES | word_class(
    "agent algorithm application computer device machine method model network process product program "
    "programme robot service system technology tool"
)  # nouns that begin an enumeration ("a system, model or software tool")


def genus_of(columns: TokenColumns, low: int, high: int, lang: str) -> Genus:
    """Read the genus from a run of tokens.

    Args:
        columns: The tokens of the text.
        low: First token of the genus.
        high: Token behind its last.
        lang: BCP 47 tag of the text.
    """
    words = _WORDS.get(primary(lang))
    if words is None:
        return Genus()
    standing = _standings(columns, low, high, words)
    said = _said(columns, standing)
    known = None if not said and None in standing.values() else bool(said)
    denied = known is False and False in standing.values()
    if opens_with_denial(columns, low, high):
        # What the thing is instead may stand behind "but".
        whole = not said and _BUT.isdisjoint(columns.keys[low:high])
        return Genus("", known, said, denied or whole)
    low = _behind_agent(columns, low, high, words)
    if primary(lang) in _HEAD_LAST:
        noun = _LastNoun(columns, high, words, grammar_of(lang)).read(low)
    else:
        noun = _FirstNoun(columns, high, words).read(low)
    return Genus(noun, known, said, denied)


def opens_with_denial(columns: TokenColumns, low: int, high: int) -> bool:
    """Whether a genus begins with words that say that the thing is none ("not a machine")."""
    g, not_ = grammar_of(columns.lang), negations(columns.lang)
    light = either(_CLITICS, g.frame.copula, g.frame.being) - not_
    at = next((i for i in range(low, high) if columns.keys[i] not in light), high)
    if at == high or columns.keys[at] not in not_:
        return False
    return at + 1 == high or columns.keys[at + 1] not in either(g.facets.only, g.facets.perhaps)


def machine_words(columns: TokenColumns, low: int, high: int, lang: str) -> tuple[str, ...]:
    """`Genus.words` alone; arguments as in `genus_of`."""
    words = _WORDS.get(primary(lang))
    return _said(columns, _standings(columns, low, high, words)) if words else ()


def leaves_open(columns: TokenColumns, low: int, high: int, lang: str) -> bool:
    """Whether an attribute behind a genus leaves open whether the thing is a machine.

    "A system, whether machine-based or not" does, and "a system operated by means of a machine". A
    relative clause or a sentence of its own is no attribute.
    """
    words, g = _WORDS.get(primary(lang)), grammar_of(lang)
    if words is None or low >= high:
        return False
    asks = columns.keys[low] in g.scope.concessions
    if not asks and not g.is_past_participle(columns.keys[low]):
        return False
    return any(
        stands is not False and (asks or not g.by.isdisjoint(columns.keys[low:at]))
        for at, stands in _standings(columns, low, high, words).items()
    )


def _behind_agent(columns: TokenColumns, low: int, high: int, words: _GenusWords) -> int:
    """The token behind the preposition with which a genus names who acts, or the first one."""
    for one in words.agent:
        keys = tuple(one.split())
        if len(keys) < high - low and columns.keys[low : low + len(keys)] == keys:
            return low + len(keys)
    return low


# --- words for machine ------------------------------------------------------------------------


def _standings(columns: TokenColumns, low: int, high: int, words: _GenusWords) -> dict[int, bool | None]:
    """The tokens that say machine or computer, each with whether the thing is said to be one."""
    return {
        at: _standing(columns, low, high, at, words)
        for at in _machines(columns, low, high, words)
        if not _runs_on(columns, low, high, at, words)
    }


def _said(columns: TokenColumns, standing: Mapping[int, bool | None]) -> tuple[str, ...]:
    """The words that say that the thing is a machine, as they are printed."""
    return tuple([columns.printed(at, at + 1).strip() for at, stands in standing.items() if stands])


def _machines(columns: TokenColumns, low: int, high: int, words: _GenusWords) -> Iterator[int]:
    """The tokens that say machine or computer, without those that name a technique or a science."""
    parts = [
        (part, at)
        for at in range(low, high)
        if columns.kinds[at] == 2
        for part in columns.keys[at].split("-")
        if part
    ]
    last, machine = -1, _among(words.machine)
    for n, (part, at) in enumerate(parts):
        if not machine[part] or at == last or _among(words.technique_whole)[part]:
            continue
        before = parts[n - 1][0] if n else ""
        behind = parts[n + 1][0] if n + 1 < len(parts) else ""
        science = _among(words.science)[part] and _among(words.articles)[before]
        parted = at > low and columns.keys[at - 1] == ","
        technique = (not parted and _among(words.technique_before)[before]) or _among(words.technique)[behind]
        if not science and not technique:
            last = at
            yield at


def _standing(columns: TokenColumns, low: int, high: int, at: int, words: _GenusWords) -> bool | None:
    """Whether a word for machine says that the thing is one; None where it is left open.

    Between a negation and what it denies stands no mark and little else: "not a machine", "other than a
    machine-based system". "Not only a machine" denies nothing, "machine-based or not" says nothing.
    """
    g, not_ = grammar_of(columns.lang), negations(columns.lang)
    denying = either(not_, _patterns(words.denying)[0])
    if _is_undecided(columns, at, high, g, either(not_, _patterns(words.undecided)[0])):
        return None
    if not denying.isdisjoint(columns.keys[at].split("-")):
        return False  # "non-machine-based"
    for n in range(at - 1, max(at - _BEFORE_MACHINE, low) - 1, -1):
        key, behind = columns.keys[n], columns.keys[n + 1]
        if columns.kinds[n] != 2:
            break
        if key in g.scope.concessions:
            return None  # "whether or not machine-based", "whether computerised or manual"
        if n > low and key in denying and columns.keys[n - 1] in either(g.conjunction, _OR):
            return None  # "esté o no basado en una máquina", "al dan niet op een machine gebaseerd"
        if n > low and (columns.keys[n - 1], key) in _BE_IT:
            return None  # "be it a machine or an organism"
        if key in denying and columns.keys[n - 1] not in g.scope.concessions:
            if n > low + 1 and columns.keys[n - 2] in g.scope.concessions:
                return None
            if behind in g.facets.only:
                return True
            reaches = behind not in g.facets.perhaps and _reaches(columns, n, at, g, words)
            return False if reaches else None
        if any(" ".join(columns.keys[n : n + len(phrase.split())]) == phrase for phrase in words.other):
            return False
        if n < at - 1 and key in g.conjunction:
            break
    return True


def _reaches(columns: TokenColumns, n: int, at: int, g: Grammar, words: _GenusWords) -> bool:
    """Whether a negation denies the word for machine, and not an attribute before it.

    "Ein nicht deterministisches maschinelles System" does not say that it is no machine.
    """
    between = columns.keys[n + 1 : at]
    prepositions = either(g.adjunct, g.genitive, *(_patterns(one)[0] for one in (words.on, words.of)))
    light = either(
        g.function,
        g.determiner,
        g.article,
        g.auxiliary,
        g.relative,
        prepositions,
        _patterns(words.leading)[0],
    )
    last = max((i for i, key in enumerate(between) if key not in light), default=-1)
    # "Nie jest systemem maszynowym": where "is" stands behind the negation, it denies all that follows.
    opens = either(g.article, g.frame.copula, g.frame.being)
    whole = columns.keys[n] in either(_NO, _patterns(words.denying)[0]) or not opens.isdisjoint(between[:1])
    return last < 0 or whole or not prepositions.isdisjoint(between[last + 1 :])


def _is_undecided(columns: TokenColumns, at: int, high: int, g: Grammar, denying: Words) -> bool:
    """Whether "or not" stands behind a word for machine ("informatique ou non")."""
    for n in range(at + 1, min(at + 4, high - 1)):
        if columns.kinds[n] != 2 and columns.keys[n] != ",":
            return False
        if columns.keys[n] in either(g.conjunction, _OR) and columns.keys[n + 1] in denying:
            return n + 2 >= high or columns.kinds[n + 2] != 2
    return False


def _runs_on(columns: TokenColumns, low: int, high: int, at: int, words: _GenusWords) -> bool:
    """Whether a machine is only what the thing runs on ("software que se ejecuta en una máquina")."""
    if not words.runs:
        return False
    on, _ = _patterns(words.on)
    place = next((n for n in range(at - 1, max(at - 4, low), -1) if columns.keys[n] in on), -1)
    if place < 0:
        return False
    around = [*range(max(place - 3, low + 1), place), *range(at + 1, min(at + 4, high))]
    return any(columns.keys[n].startswith(words.runs) for n in around)


@cache
def _among(patterns: str) -> Mapping[str, bool]:
    """By each word whether it is among words, of which those with `*` stand for all that begin or end so."""
    (whole, beginnings), endings = _patterns(patterns), _endings(patterns)

    def is_among(word: str) -> bool:
        return bool(word) and (word in whole or word.startswith(beginnings) or word.endswith(endings))

    return Remembered(is_among, _MOST_WORDS)


@cache
def _patterns(text: str) -> tuple[Words, tuple[str, ...]]:
    """The words of a line that stand for themselves, and the beginnings of those with `*`."""
    words = text.split()
    return frozenset(words), tuple(one[:-1] for one in words if one.endswith("*"))


@cache
def _in_small_letters(text: str) -> Words:
    """The words of a line, as they are compared."""
    return frozenset(text.lower().split())


@cache
def _endings(text: str) -> tuple[str, ...]:
    """The endings of those words of a line that begin with `*`."""
    return tuple(one[1:] for one in text.split() if one.startswith("*"))


# --- the head noun ----------------------------------------------------------------------------


class _Noun:
    """The noun of a genus, with what its language needs to find it."""

    def __init__(self, columns: TokenColumns, high: int, words: _GenusWords) -> None:
        self.columns = columns
        self.high = high
        self.words = words
        self.leading, _ = _patterns(words.leading)
        self.vague = _in_small_letters(words.vague)
        self.of, _ = _patterns(words.of)

    def is_word(self, at: int) -> bool:
        return at < self.high and self.columns.kinds[at] == 2

    def key(self, at: int) -> str:
        return self.columns.keys[at] if at < self.high else ""

    def printed(self, low: int, high: int) -> str:
        return " ".join(self.columns.printed(low, high).split())

    def small(self, low: int, high: int) -> str:
        """Words in small letters where nouns have them, without prejudice to abbreviations."""
        printed = self.printed(low, high)
        if self.words.capitals:
            return printed
        longest = _LONGEST_ABBREVIATION if not self.columns.printed(0, self.high).isupper() else 2
        return " ".join(
            word if word.isupper() and 1 < len(word) <= longest else word.lower() for word in printed.split()
        )

    def spelled(self, at: int) -> str:
        """A noun as it stands in a dictionary: in the singular, in small letters where nouns have them."""
        text = self.small(at, at + 1)
        small = text.lower()
        if not small.endswith(self.words.no_plural):
            for plural, singular in self.words.plurals:
                if small.endswith(plural) and len(small) > len(plural) + (1 if len(plural) < 4 else -1):
                    kept = text[: len(text) - len(plural)]
                    return kept + singular if kept or not text[0].isupper() else singular.capitalize()
        return text


class _FirstNoun(_Noun):
    """Languages in which the noun stands first, or behind nothing but adjectives that can be told."""

    def read(self, low: int) -> str:
        at = self._noun(low)
        if at < 0:
            return ""
        end = self._complement(at) if self.key(at) in self.vague else at + 1
        if end == at + 1:
            return self.spelled(at)
        return f"{self.spelled(at)} {self.small(at + 1, end)}"

    def _noun(self, low: int) -> int:
        """The first word that is a noun, -1 where there is none."""
        at = low
        while at < self.high:
            if not self.is_word(at) or self.key(at) in self.leading or len(self.key(at)) == 1:
                at += 1
            elif self.key(at) in self.words.prepositions.split() and at > low:
                if not self.words.participles:
                    return -1
                at = self._behind_attribute(at)
            elif self._is_adjective(at) or self._is_object(at, low):
                at += 1
            else:
                return at
        return -1

    def _is_object(self, at: int, low: int) -> bool:
        """Whether a word belongs to the participle before it ("zasilany | danymi | system")."""
        objects = self.words.objects
        behind = at > low and bool(objects) and self._is_adjective(at - 1)
        return behind and self.key(at).endswith(objects) and self.is_word(at + 1)

    def _behind_attribute(self, low: int) -> int:
        """Behind a phrase that stands between article and noun; where none does, behind its first word."""
        for at in range(low + 1, self.high):
            if not self.is_word(at):
                break
            text = self.printed(at, at + 1)
            if self.key(at).endswith(self.words.participles) and not (
                self.words.capitals and text[0].isupper()
            ):
                return at + 1
        return low + 1

    def _is_adjective(self, at: int) -> bool:
        """Whether a word only describes the noun behind it."""
        if not self.is_word(at + 1):
            return False
        if self.words.capitals:
            return not self.printed(at, at + 1)[0].isupper()
        return self.key(at).endswith(self.words.adjectives)

    def _complement(self, at: int) -> int:
        """Behind the complement of a noun; behind the noun where it has none."""
        end = at + 1
        if self.key(end) not in self.of and not self.words.bare:
            return at + 1
        while self.is_word(end) and (
            self.key(end) in self.of or self.key(end) in self.leading or self._is_adjective(end)
        ):
            end += 1
        return end + 1 if self.is_word(end) else at + 1


class _LastNoun(_Noun):
    """Languages in which all that describes a noun stands before it."""

    def __init__(self, columns: TokenColumns, high: int, words: _GenusWords, g: Grammar) -> None:
        super().__init__(columns, high, words)
        self.g = g
        self.joins = g.conjunction if g.lang else frozenset(words.joins.split())
        further = (g.determiner, g.pronoun, g.conjunction) if g.lang else (self.joins,)
        self.leading = either(self.leading, *further)

    def read(self, low: int) -> str:
        while low < self.high and not self._begins(low):
            low += 1
        if self.key(low) in self.words.gerunds.split():
            return self.key(low)
        at = self._last(low)
        if at < 0 or (at == low and self._may_describe(at)):
            return ""
        noun = self.spelled(at)
        if self.key(at) in self.vague and self.key(at + 1) in self.of:
            end = self._last(at + 2)
            if self.key(end + 1) in self.joins:
                end = max(end, self._last(end + 2))
            return f"{noun} {self.small(at + 1, end + 1)}" if end >= 0 else noun
        return noun

    def _begins(self, at: int) -> bool:
        """Whether the phrase of the noun may begin with a token."""
        empty = bool(self.g.lang) and self.g.is_empty(self.key(at))
        # "Understood as an AI system"
        led = self.g.is_past_participle(self.key(at)) and self.key(at + 1) in self.g.as_
        light = either(negations(self.g.lang), self.g.facets.only) if self.g.lang else frozenset()
        return self.is_word(at) and not empty and not led and self.key(at) not in either(self.leading, light)

    def _last(self, low: int) -> int:
        """The last word of the noun phrase that begins at a token, -1 where there is none."""
        head, at = -1, low
        while at < self.high:
            key = self.key(at)
            if key == "(" and head >= 0:
                close = next((i for i in range(at, self.high) if self.key(i) == ")"), self.high)
                at = close + 1
            elif head >= 0 and self._joins_attributes(head, at):
                at += 1
            elif not self.is_word(at) or (head >= 0 and self._ends(at, head)):
                break
            else:
                if key not in self.leading and not (self.g.lang and self.g.is_adverb(key)):
                    head = at
                at += 1
        return head

    def _describes(self, at: int) -> bool:
        """Whether a word describes the noun behind it and is none by its form."""
        key = self.key(at)
        return key.endswith((*self.words.adjectives, "-")) or (
            bool(self.g.lang) and (self.g.is_past_participle(key) or key in self.g.predicative)
        )

    def _joins_attributes(self, head: int, at: int) -> bool:
        """Whether a comma or conjunction joins attributes of one noun.

        "An engineered or machine-based system" is a system.
        """
        if self._describes(head):
            return self.key(at) == "," or self.key(at) in self.joins
        # "Hardware and software systems" are systems; in "software or hardware" both are nouns.
        both = self.key(at) in self.joins and self.key(head) in _WARES and self.key(at + 1) in _WARES
        return both and self.is_word(at + 2) and not self._ends(at + 2, at + 1)

    def _may_describe(self, at: int) -> bool:
        """Whether a word may be one of several adjectives of a noun ("a large, complex and costly system").

        Only its form tells an adjective from a noun, and many have none.
        """
        if self.key(at) in _THINGS or self.key(at + 1) != ",":
            return False
        while self.key(at + 1) == "," and self.is_word(at + 2):
            at += 2
        joined = self.key(at + 1) in self.joins and self.is_word(at + 2) and self.is_word(at + 3)
        return joined and not self._ends(at + 3, at + 2)

    def _ends(self, at: int, head: int) -> bool:
        """Whether a word stands behind the noun phrase."""
        g, key, behind = self.g, self.key(at), self.key(at + 1)
        if not g.lang:
            return key in self.leading
        if g.is_empty(key) or key in self.leading or g.is_adverb(key):
            return True
        hangs = behind in self.words.behind.split()
        goes_on = self.is_word(at + 1) and not (g.is_empty(behind) or g.is_adverb(behind) or hangs)
        if key in self.words.same.split():
            # What hangs on it may stand in the next segment ("a system left | to operate").
            further = self.columns.keys[at + 1] if at + 1 < len(self.columns.keys) else ""
            return hangs or further in either(g.adjunct, g.infinitive) or g.is_present_participle(further)
        if key in either(g.postposed, g.predicative) or (
            g.is_past_participle(key) and not self._describes(head)
        ):
            return not goes_on
        if key in g.about and not goes_on:
            return True  # "any information relating | to a person"
        if g.is_present_participle(key):
            return not self._describes(head) and self.key(at - 1) not in g.compounding
        return False
