"""Languages: tags, scripts, and what is known of each language, one profile a language.

What a part of the program has to know of a language stands in its profile and nowhere else; a language that
is not listed has an empty one. The word classes by which definitions are cut into clauses are the grammars of
`aidefs.segmentation`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

__all__ = [
    "FUNCTION_WORDS",
    "UNDETERMINED",
    "Profile",
    "has_unspaced_letters",
    "is_right_to_left",
    "language_name",
    "primary",
    "profile",
    "profiles",
]

UNDETERMINED = "und"
"""The BCP 47 tag of a language that is not known (ISO 639-2: undetermined)."""

# Abbreviations of legal writing behind which no sentence ends. Those of English citations serve for every
# language that has no list of its own.
_ABBREVIATIONS = (
    "art arts approx app al cf ch cl co corp dept e.g ed eds et etc fig i.e inc jr l ltd no nos oj p para "
    "paras pp pt pub reg regs resp s sec sect secs st stat subch subd subpara subsec u.k u.n u.s u.s.c v viz "
    "vol vs"
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
        elides: Whether an article loses its vowel and is a word of its own ("l’ | autonomie").
        right_to_left: Whether its lines run from right to left.
        months: The names of the months, from January.
        abbreviations: Abbreviations behind which no sentence ends, without their last full stop.
        stemmer: The Snowball stemmer of NLTK.
        babel: The locale of babel, for LaTeX.
        langid: The language in BibLaTeX.
    """

    tag: str
    name: str = ""
    function_words: str = ""
    common_words: str = ""
    letters: str = ""
    elides: bool = False
    right_to_left: bool = False
    months: tuple[str, ...] = ()
    abbreviations: str = _ABBREVIATIONS
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


def profile(tag: str) -> Profile:
    """What is known of the language of a BCP 47 tag; an empty profile where nothing is."""
    return _PROFILES.get(tag.lower()) or _PROFILES.get(primary(tag)) or Profile(primary(tag))


def language_name(tag: str) -> str:
    """The name of a language in English: "French"; "language 'xx'" where none is known."""
    return profile(tag).name or f"language '{tag}'"


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
            common_words=(
                "not may can shall must will such other any including means using used use when where "
                "based each more also about what should would could human machine learning software "
                "system systems intelligence artificial data decisions autonomy varying infers outputs "
                "all you your our we he his her she i am did how file no one both"
            ),
            function_words=(
                "a an the this that these those which who whom whose it its their they of to in on at "
                "by for from with without into onto upon under over between through within as than and "
                "or nor but if whether is are was were be been being has have had do does"
            ),
            months=(
                "January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October", "November", "December",
            ),
            stemmer="english", babel="english", langid="english",
        ),
        Profile(
            "fr",
            name="French",
            letters="àâæçéèêëîïôœùûüÿ",
            common_words=(
                "il ils elles avec est sont ce cette ces cet son sa ses leur leurs pas ne peut peuvent "
                "doit être ainsi tels telles tel telle sans plus comme entre après qu n s c système "
                "systèmes artificielle intelligence données fondé conçu logiciel afin lors lorsque "
                "niveaux capable permettant ayant soit y se nous vous je mais si fichier a été autres "
                "on aussi même"
            ),
            function_words=(
                "le la les l' un une des du de d' et ou qui que dont elle à au aux en par pour dans "
                "sur"
            ),
            months=(
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                "octobre", "novembre", "décembre",
            ),
            elides=True, stemmer="french", babel="french", langid="french",
        ),
        Profile(
            "de",
            name="German",
            letters="äöüß",
            common_words=(
                "einem einen in ist sind nicht sich als auch an aus bei durch nach über unter wird "
                "werden kann können muss soll wie zum zur vom wenn dass bezeichnet sowie so es sie er "
                "wir ihr ich hat haben war nur noch sein seine ihre dieser diese dieses keine kein bis "
                "um ob welche welcher system systeme künstliche intelligenz künstlicher daten "
                "maschinelles menschliche software ausdruck datei eingaben"
            ),
            function_words="der die das den dem des ein eine einer eines und oder zu im mit für von auf",
            stemmer="german", babel="ngerman", langid="german",
        ),
        Profile(
            "es",
            name="Spanish",
            letters="áéíñóúü",
            common_words=(
                "unos unas por es son no lo como más puede pueden sin sobre entre este esta estos estas "
                "cual cuales ser ha han está cuando también desde hasta tales todo cada le si pero ya "
                "muy nos fue sistema sistemas inteligencia artificial datos basado máquina entenderá "
                "entiende capaz mediante diferentes distintos humanos humana fichero archivo otros "
                "otras así dicho aquel a"
            ),
            function_words="el la los las un una y o u e que de en con del al para se su sus",
            stemmer="spanish", babel="spanish", langid="spanish",
        ),
        Profile(
            "it",
            name="Italian",
            letters="àèéìíîòóùú",
            common_words=(
                "ed dello della dei degli delle allo alla ai agli alle dal dalla dai dalle nel nella "
                "nei nelle sul sulla che è sono non si può possono come più anche sua suo suoi loro "
                "questo questa cui quale quali essere ha hanno dell nell all dall sull se ma quando in "
                "a su intelligenza artificiale sistema sistemi dati basato automatico intende diversi "
                "umani software file deve tale tali mediante ogni"
            ),
            function_words="il lo la le gli i un uno una e o da di del al con per tra fra l' d'",
            elides=True, stemmer="italian", babel="italian", langid="italian",
        ),
        Profile("ar", name="Arabic", right_to_left=True, stemmer="arabic"),
        Profile(
            "bg",
            name="Bulgarian",
            letters="ъ",
            common_words=(
                "и в на за от с по до при със във че се да не е са или която който които което като "
                "чрез между без след над под то те той тя им му си може могат трябва когато както тези "
                "този тази това също така малко още бъде бил само но ако няма има система системи "
                "изкуствен интелект данни означава човешка файл обучение различни"
            ),
            babel="bulgarian",
        ),
        Profile(
            "ca",
            name="Catalan",
            letters="àçèéíïòóúü·",
            common_words=(
                "el la els les un una i o que de en amb del dels al als per es seu seva són és no com "
                "més pot poden sense sobre entre aquest aquesta aquests d l n s ser ha han quan també "
                "des fins altres sistema sistemes intel ligència artificial dades humans fitxer tal "
                "mitjançant però si pel pels"
            ),
            elides=True,
        ),
        Profile(
            "cs",
            name="Czech",
            letters="áčďéěíňóřšťúůýž",
            common_words=(
                "a i v z na do o od za po s k u ve ze ke se si je jsou není nebo který která které "
                "kteří kterých že pro při jako by být může mohou pod nad mezi bez jeho její jejich toto "
                "tento tato této těchto co ale aby však také tak než když pokud byl byla bylo bude jen "
                "rozumí systém systémy systémů umělé inteligence umělá umělou údaje data lidské soubor "
                "nelze podle již ani má"
            ),
            babel="czech", langid="czech",
        ),
        Profile(
            "da",
            name="Danish",
            letters="æøåé",
            common_words=(
                "og i at er en et den det de der som på til af for med om fra ved under over efter "
                "eller ikke kan skal har have være bliver blive blev også samt hvor når hvis hvilke "
                "hvilken sig sin sit sine dets deres denne dette disse mellem uden enhver andre man men "
                "kun ud op så nogen intet kunstig intelligens system systemer data mennesker "
                "menneskelig beslutninger forstås således f eks filen fil hvad jeg vi du var må bruges"
            ),
            stemmer="danish", babel="danish", langid="danish",
        ),
        Profile(
            "el",
            name="Greek",
            babel="greek",
        ),
        Profile(
            "et",
            name="Estonian",
            letters="äõöüšž",
            common_words=(
                "ja on ei või et see need mis kes mille mida kus ning kui ka oli olla võib võivad selle "
                "nende seda sellele alusel abil kaudu ilma pärast vahel jaoks kuid vaid nii ole nagu "
                "eri kõik muud muu peab tehisintellekt tehisintellekti tehisintellektisüsteem süsteem "
                "süsteemi süsteemid masinõpe andmed andmete inimese fail faili tema mina põhjal "
                "kasutades millise tähendab mitte saab üks välja kas selleks teatava"
            ),
            babel="estonian",
        ),
        Profile("fa", name="Persian", right_to_left=True),
        Profile(
            "fi",
            name="Finnish",
            letters="äöå",
            common_words=(
                "ja on ei tai että se ne joka jotka jonka joita jossa sekä kuin kun myös ovat olla voi "
                "voivat sen niiden siihen tämä nämä tämän näiden mukaan avulla kanssa ilman jälkeen "
                "välillä varten jos mutta vain niin ole oli sitä jolla joihin kuten eri kaikki muut "
                "muun pitää tekoäly tekoälyn tekoälyjärjestelmä järjestelmä järjestelmän järjestelmiä "
                "järjestelmällä tarkoitetaan tiedot tietojen ihmisen koneoppiminen tiedosto tiedostoa "
                "hän minä perusteella käyttäen vai mikä"
            ),
            stemmer="finnish", babel="finnish",
        ),
        Profile(
            "ga",
            name="Irish",
            letters="áéíóú",
            common_words=(
                "an na is agus ar i go le do de a ní nó atá bhfuil tá sé sí siad don den faoi ó chun "
                "gur nach mar seo sin ach más féidir trí idir gan tar éis ina lena leis air aici acu "
                "gach aon nuair cé conas bheith raibh beidh ag córas córais intleachta intleacht "
                "shaorga sonraí daonna comhad ciallaíonn"
            ),
            babel="irish",
        ),
        Profile("he", name="Hebrew", right_to_left=True),
        Profile(
            "hr",
            name="Croatian",
            letters="čćđšž",
            common_words=(
                "i u na s sa za od do po iz o kao koji koja koje kojim kojih kojima ili te da se je su "
                "nije nisu bi biti može mogu kako što ako ali pri prema među bez pod nad njegov njezin "
                "njihov njihove taj ta to ovaj ova ovo tih tim također samo već kada nego jer svi sve "
                "znači sustav sustava sustavi umjetne umjetna inteligencije inteligencija podataka "
                "podaci ljudske datoteka datoteke putem temelju koju kojem ne nema"
            ),
            babel="croatian",
        ),
        Profile(
            "hu",
            name="Hungarian",
            letters="áéíóöőúüű",
            common_words=(
                "a az és vagy egy hogy nem is ez azt ezt azok amely amelyek amelyet aki ami mint meg de "
                "ha csak már még el ki be fel le által alapján szerint számára során között után alatt "
                "nélkül való lehet kell képes minden más ilyen olyan annak ezek vagyis illetve valamint "
                "volt van lesz mesterséges intelligencia rendszer rendszerek rendszert gépi adatok "
                "emberi döntések fájl nincs sem ne így"
            ),
            stemmer="hungarian", babel="hungarian", langid="hungarian",
        ),
        Profile(
            "id",
            name="Indonesian",
            common_words=(
                "yang dan di untuk dengan dari dalam pada adalah atau ini itu tidak ke oleh sebagai "
                "dapat akan juga secara berdasarkan sistem kecerdasan buatan data manusia berkas telah "
                "ada bahwa"
            ),
        ),
        Profile(
            "is",
            name="Icelandic",
            letters="áéíóúýþæöð",
            common_words=(
                "og í að er en á við sem um til frá með fyrir ekki það þá þeim þess hún hann eru var "
                "vera verið eða ef þegar af úr hefur hafa skal getur þetta þessi gervigreind kerfi gögn "
                "skrá"
            ),
            babel="icelandic",
        ),
        Profile("ja", name="Japanese", babel="japanese", langid="japanese"),
        Profile("ko", name="Korean", babel="korean", langid="korean"),
        Profile(
            "lt",
            name="Lithuanian",
            letters="ąčęėįšųūž",
            common_words=(
                "ir yra su iš į už apie prie po iki be tarp kaip kad kas kurie kurių kurią kuri kuriuos "
                "kuris ar arba taip pat nėra gali būti buvo jo jos jų tai šis ši šią šių per kai jei "
                "bet tik dėl tam jau kiti kitų kitus dirbtinis dirbtinio intelektas intelekto sistema "
                "sistemos sistemų duomenų duomenis žmogaus failas failo reiškia naudojant įvairių pagal "
                "visi savo ne"
            ),
            babel="lithuanian",
        ),
        Profile(
            "lv",
            name="Latvian",
            letters="āčēģīķļņšūž",
            common_words=(
                "un ir ar no uz par pie pēc līdz bez starp kā ka kas kuru kuras kurus kurā vai lai arī "
                "nav var tiek tika būt būtu tā tās to tos šis šī šo šādu šie pret caur kad ja bet tikai "
                "gan jo tad jau citi citu mākslīgais mākslīgā intelekts intelekta sistēma sistēmas "
                "sistēmu datus datu cilvēka fails failu nozīmē izmantojot dažādu dažādiem visi katru "
                "savu"
            ),
            babel="latvian",
        ),
        Profile(
            "mt",
            name="Maltese",
            letters="ċġħżàèìòù",
            common_words=(
                "il l u ta tal li jew ma f fil fuq mill minn għal għall għan dan din dawn biex bħal "
                "bejn wara mingħajr kif meta huma huwa hija jista jistgħu tista kull ukoll hu hi ikun "
                "tkun dak dik dawk bl bil sistema sistemi intelliġenza artifiċjali data "
                "tfisser umani fajl oħra permezz matul minħabba skont"
            ),
            babel="maltese",
        ),
        Profile("nb", name="Norwegian", stemmer="norwegian", babel="norsk"),
        Profile(
            "nl",
            name="Dutch",
            letters="áéèëïóöü",
            common_words=(
                "de het een en of van in op te aan met voor door uit bij naar om dat die dit deze is "
                "zijn wordt worden werd niet als ook kan kunnen moet moeten zal hun haar er nog maar "
                "tot over onder tussen waarbij waarin zoals wanneer hebben heeft was geen meer zich wat "
                "dan al alle andere systeem systemen artificiële kunstmatige intelligentie gegevens "
                "menselijke autonomie bestand verstaan ontworpen u je we ik hij uw"
            ),
            stemmer="dutch", babel="dutch", langid="dutch",
        ),
        Profile(
            "no",
            name="Norwegian",
            letters="æøåéòô",
            common_words=(
                "og i å er en et ei den det de der som på til av for med om fra ved under over etter "
                "eller ikke kan skal har ha være blir bli ble også samt hvor når hvis hvilke hvilken "
                "seg sin sitt sine dets deres denne dette disse mellom uten enhver andre man men bare "
                "ut opp så noen ingen kunstig intelligens system systemer data mennesker menneskelig "
                "beslutninger menes således filen fil hva jeg vi du var må brukes"
            ),
            stemmer="norwegian", babel="norsk",
        ),
        Profile(
            "pl",
            name="Polish",
            letters="ąćęłńóśźż",
            common_words=(
                "i w z na do o od za po przez przy dla oraz lub albo że się jest są nie to jak który "
                "która które których którym jego jej ich ten ta te tego tej tych może mogą być jako tym "
                "a ale czy bez pod nad między ze we oznacza system systemy sztucznej sztuczna "
                "inteligencji inteligencja danych oprogramowanie człowieka także również ma mają tylko "
                "co gdy jeśli był została plik takie takich użyciu maszynowy"
            ),
            babel="polish", langid="polish",
        ),
        Profile("ps", name="Pashto", right_to_left=True),
        Profile(
            "pt",
            name="Portuguese",
            letters="áàâãçéêíóôõúü",
            common_words=(
                "o a os as um uma uns umas e ou que de do da dos das em no na nos nas num numa por pelo "
                "pela pelos pelas para com se é são não ao aos à às como mais pode podem ser sua seu "
                "seus suas entre sobre sem este esta isto qual quais quando também já foi está foram "
                "até mas ele ela você sistema sistemas inteligência artificial dados baseado máquina "
                "concebido ficheiro arquivo diferentes humanos tais outros partir após"
            ),
            stemmer="portuguese", babel="portuguese", langid="portuguese",
        ),
        Profile(
            "ro",
            name="Romanian",
            letters="ăâîșțşţ",
            common_words=(
                "și şi în de la cu pe din pentru prin că să se nu este sunt un o unei unui unor care "
                "sau al ale ai a lui lor sale sa său ca mai fi poate pot fără între după sub acest "
                "această aceste acestea acestui cum dacă fie fost au are astfel precum ce cel cea cei "
                "cele îi le îl te va inteligență inteligența artificială sistem sisteme date bazat uman "
                "umane fișier fişier iar dar când doar toate către"
            ),
            stemmer="romanian", babel="romanian",
        ),
        Profile(
            "ru",
            name="Russian",
            letters="ёъыэ",
            common_words=(
                "и в на с по от до для при из за о об к у или что как не это его их который которая "
                "которое которые которых также том числе без через между может могут быть является "
                "являются под над так же все то а но если был была было были только она он они мы вы "
                "система системы систем искусственного искусственный интеллект интеллекта данных файл "
                "человека понимается со ко бы ли уже"
            ),
            stemmer="russian", babel="russian", langid="russian",
        ),
        Profile(
            "sk",
            name="Slovak",
            letters="áäčďéíĺľňóôŕšťúýž",
            common_words=(
                "a i v z na do o od za po s k u vo zo ku sa si je sú nie alebo ktorý ktorá ktoré ktorí "
                "ktorých že pre pri ako by byť môže môžu pod nad medzi bez jeho jej ich toto tento táto "
                "tejto týchto čo ale aby však aj tak než keď ak bol bola bolo bude len rozumie systém "
                "systémy systémov umelej umelá inteligencie inteligencia údaje ľudské súbor nemožno "
                "podľa už ani má prostredníctvom"
            ),
            babel="slovak",
        ),
        Profile(
            "sl",
            name="Slovenian",
            letters="čšž",
            common_words=(
                "in v na z s za od do po iz o kot ki ali da se je so ni niso bi biti lahko kako če pa "
                "pri med brez pod nad njegov njen njihov njihove ta to te tega tem teh tudi samo že ko "
                "kar saj vsi vse pomeni sistem sistemi sistema sistemov umetne umetna inteligence "
                "inteligenca podatkov podatki človeške datoteka datoteke prek podlagi katerim katere "
                "kateri ne ter mora oziroma zaradi zato"
            ),
            babel="slovene",
        ),
        Profile(
            "sv",
            name="Swedish",
            letters="åäöé",
            common_words=(
                "och i att är en ett den det de som på till av för med om från vid under över efter "
                "eller inte kan ska skall har ha vara blir bli blev också samt där när vilka vilken sig "
                "sin sitt sina dess deras denna detta dessa mellan utan varje andra man men bara ut upp "
                "så någon ingen artificiell intelligens system data mänsklig människor beslut avses "
                "filen fil vad jag vi du var måste används hur får än innan endast"
            ),
            stemmer="swedish", babel="swedish",
        ),
        Profile(
            "tr",
            name="Turkish",
            letters="çğıöşüâî",
            common_words=(
                "ve bir bu ile için olan olarak veya ya da de değil en gibi daha çok her kadar sonra "
                "göre ise ancak ki ne o şu hem olduğu üzere tarafından arasında içinde üzerinde yapay "
                "zeka zekâ sistemi sistemleri sistem veri verileri insan makine öğrenme ifade eder olup "
                "edilen eden dosya dosyası var yok mi mı olması olabilir"
            ),
            babel="turkish", langid="turkish",
        ),
        Profile("ug", name="Uyghur", right_to_left=True),
        Profile(
            "uk",
            name="Ukrainian",
            letters="ґєії",
            common_words=(
                "і й та в у на з із зі по від до для при за про о об к або що як не це його її їх який "
                "яка яке які яких також тому числі без через між може можуть бути є під над так все то "
                "а але якщо був була було були тільки вона він вони ми ви система системи систем "
                "штучного штучний інтелект інтелекту даних файл людини розуміється же би чи вже цього"
            ),
            babel="ukrainian",
        ),
        Profile("ur", name="Urdu", right_to_left=True),
        Profile(
            "vi",
            name="Vietnamese",
            letters="àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
            common_words=(
                "và là của các có được cho trong một những với để từ theo này hoặc không về khi trên "
                "đến tại bằng người như do ra vào hệ thống trí tuệ nhân tạo dữ liệu"
            ),
            babel="vietnamese", langid="vietnamese",
        ),
        Profile("yi", name="Yiddish", right_to_left=True),
        Profile("zh", name="Chinese", babel="chinese-hans", langid="chinese"),
        Profile("zh-hans", name="Chinese", babel="chinese-hans", langid="chinese"),
        Profile("zh-hant", name="Chinese", babel="chinese-hant", langid="chinese"),
        Profile("zh-hk", name="Chinese", babel="chinese-hant", langid="chinese"),
        Profile("zh-tw", name="Chinese", babel="chinese-hant", langid="chinese"),
    )
}  # fmt: skip

# Of all languages together, because a redline or a finding must not depend on how the language of a text was
# given, and a text of one language may quote another. So the common words, by which a language is recognised,
# stay out: among them are words that count in another language ("can", "must", "not", "also" are English).
FUNCTION_WORDS = frozenset(word for known in _PROFILES.values() for word in known.function_words.split())
"""The function words of all languages."""
