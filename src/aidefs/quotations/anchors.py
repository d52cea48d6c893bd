"""Words that stand right behind a provision with its term: "Art. 3 Nr. 1 (KI-System): „…“".

Whoever puts words between marks, or in a block quotation, below the provision that defines a term presents
them as that definition, whatever they have in common with it. The definition is stored whole, so that they
can be held against it although no run of its words was found in them.

A provision with a term is one of a single stored instrument, or of the one that the document names; where it
names another one beside it, or speaks of recitals, guidelines, summaries or examples, nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.quotations.excerpt import Excerpt
from aidefs.quotations.index import Index
from aidefs.quotations.marks import MARKS
from aidefs.quotations.phrases import BESIDE_LAW, MORE_POINTS, PROVISION, PROVISION_ALONE, article_and_point
from aidefs.quotations.references import ReferenceText, provision_named, words
from aidefs.quotations.surroundings import Surroundings
from aidefs.quotations.titles import is_instrument
from aidefs.text.languages import UNDETERMINED, language_name, primary
from aidefs.text.recognition import recognise

__all__ = [
    "QuotedProvision",
    "anchor_of",
    "entries",
    "is_laws_own",
    "may_be_anchored",
    "renders",
    "told_by_provision",
]

FEWEST = 8  # words that may render a definition; fewer are a fragment of it
LETTERS = 4  # of a content word
COMMON = 4  # content words that they have in common with it
SHARE = 0.4  # of their content words
GENUS = 6  # words with which both begin, of which one is the same
LEAD = 240  # characters before a quotation in which its provision is told
REACH = 400  # the same in the original text with its heading: a look before anything is read
PARTED = 10  # line ends between a provision and the words below it, those of tags between them too
LONGEST_HEADING = 160

_SENTENCE = late(r"[.!?]\s+(?=[A-ZÀ-Þ“„«])(?<!Art\.\s)(?<!art\.\s)(?<!Nr\.\s)(?<!Abs\.\s)(?<!par\.\s)")
_LEADS_ON = late(r"(?::|[)\]]|\d|[–—-])[\s*_>“\"„«‘'`.]*\Z")
# It begins with a class of characters, for which `re` looks fastest.
_MAY_BE_PROVISION = late(
    r"[AaČč§Ss](?:(?:[Rr][Tt]|l)[\w.]{0,7}\s{0,2}\d|(?<=§)\s?\d|ec[\w.]{1,6}\s\d)|\d(?:\.\scikk|\sartikla)"
)
# The section of a code that numbers by titles and chapters: "§ 20-870", "Section 6-1-1701(3)".
_SECTION = late(r"(?:§|\b[Ss]ec(?:tion|t?\.))\s?(?P<section>\d+[A-Za-z]?(?:[-.:]\d+[a-z]?)+)")
_OWN_LINE = late(r"[^\n:]{4,100}:[*_ \t]*(?=\n)")
_WORD = late(r"[^\W\d_]+")
# The end of a label that may be a provision or a term with another one in brackets, and the entry behind it.
_ENTRY = late(
    r"[)\]\d](?:[*_]{1,3}:|:[*_]{0,3})[ \t]*\n?[ \t]*"
    r"(?P<entry>[^\W\d_](?:[^\n.;]|[.;](?!\s)|(?<!\w\w\w)\.){60,1200})(?:[.;]|\n|\Z)"
)
_AI = frozenset(("ai", "ia", "ki", "mi", "ti", "ui", "di", "dirbi"))
_ARTIFICIAL = (
    "intel",
    "intél",
    "künst",
    "kunst",
    "artif",
    "sztuc",
    "uměl",
    "umel",
    "umjet",
    "meste",
    "tekoä",
)
_OF = frozenset(("de", "d", "l", "di", "van", "voor", "à", "a", "for", "het", "des", "the", "da", "do", "o"))


class QuotedProvision(NamedTuple):
    """The provision that words are presented as.

    Attributes:
        texts: Its definition in the language of the words, in each that is stored.
        named: Their ids.
        provision: The article with its point, as `Attribution` has it, or the section.
        mentions: How the instrument is named, if it is.
        unknown: What is not in the collection, where no version in the language is.
    """

    texts: tuple[ReferenceText, ...]
    named: tuple[str, ...]
    provision: str
    mentions: tuple[str, ...]
    unknown: str = ""


def may_be_anchored(text: str, start: int) -> bool:
    """Whether a provision is named not far before a place of a document: a look before it is read."""
    return _MAY_BE_PROVISION.search(text, max(start - REACH, 0), start) is not None


def anchor_of(
    excerpt: Excerpt,
    place: tuple[int, int],
    start: int,
    around: Callable[[], Surroundings],
    headings: Sequence[str],
) -> QuotedProvision | None:
    """The provision that words of a reading are presented as, by what stands right before them.

    Args:
        excerpt: The part of the document.
        place: The words, without the marks around them.
        start: Where they begin in the document.
        around: Gives what stands around them; it takes longest to read, and is asked last.
        headings: The headings above them, the nearest first.

    Returns:
        None where no provision is named so, or where it may be that of another text.
    """
    text, index = excerpt.reading.text, excerpt.index
    content = text[slice(*place)]
    if len(words(content)) < FEWEST or content.rstrip(MARKS + " ").endswith("?"):
        return None
    lead, is_line = _lead(text, place[0])
    own_line = _OWN_LINE.match(content)
    if own_line and PROVISION.search(own_line[0]):  # "> **Article 3(1):**", and below it the words
        lead, content = own_line[0], content[own_line.end() :]
    heads = [one for one in headings[:2] if len(one) <= LONGEST_HEADING]
    if not (is_line and lead.strip(MARKS + " *_#") in heads) and not _LEADS_ON.search(lead):
        return None
    if "?" in lead or BESIDE_LAW.search(lead):
        return None
    article = _article(lead, heads)
    section = "" if article else _section(lead, heads)
    if not article and not section:
        return None
    found = _of_term(
        [
            one
            for one in index.references
            if (one.in_article(article) if article else one.section == section) and is_laws_own(one, index)
        ],
        [lead, *heads[:1], content[: content.find(" ", 80) % (len(content) + 1)]],
        index,
    )
    if not found or around().tells_version or around().speakers is not None:
        return None
    own = index.instruments([one.id for one in found])
    kin = {*own, *index.family(found[0].id)}
    if any(own != index.instruments([one.id]) for one in found):
        said = next((one for one in found if _is_named(excerpt, {one.id}, lead, heads)), None)
        if said is None:
            return None
        own = index.instruments([said.id])
        found = [one for one in found if one.id in own]
        kin = {*own, *index.family(found[0].id)}
    mentions = _mentions(excerpt, kin, lead, heads, start)
    if mentions is None:
        return None
    lang = recognise(content)
    if lang == UNDETERMINED:
        return None
    texts = tuple(one for one in found if primary(one.definition.lang) == primary(lang))
    unknown = ""
    if not texts:
        name = found[0].definition.label
        unknown = f"{name} in {language_name(primary(lang))}"
    return QuotedProvision(texts, tuple(one.id for one in texts), article or section, mentions, unknown)


def entries(text: str) -> Iterator[tuple[int, int]]:
    """Entries of a document behind a label not far below the provision of which they may be the definition.

    Each is given up to the end of its first sentence.
    """
    for match in _ENTRY.finditer(text):
        label = match.start() - text.rfind("\n", 0, match.start())
        if label <= LONGEST_HEADING and may_be_anchored(text, match.start("entry")):
            yield match.span("entry")


def told_by_provision(excerpt: Excerpt, article: str, said: str, start: int) -> list[ReferenceText]:
    """The definitions of a term with the provision at which one instrument alone has it.

    "A deep fake under Art. 3(60) is “…”": where another instrument or country is spoken of nothing is known.

    Args:
        excerpt: The part of the document.
        article: The provision with its point.
        said: The sentence.
        start: Where it is in the document.
    """
    index = excerpt.index
    theirs = [one for one in index.references if one.is_article(article) and is_laws_own(one, index)]
    found = _of_term(theirs, [said], index)
    own = index.instruments([one.id for one in found[:1]])
    if not found or not article.endswith(")") or any(one.id not in own for one in found):
        return []
    kin = {*own, *index.family(found[0].id)}
    return found if _mentions(excerpt, kin, said, (), start) is not None else []


def renders(content: str, reference: ReferenceText) -> bool:
    """Whether words begin with the kind of thing that a definition does, and have much in common with it."""
    said = [key for key, _, _ in words(content)]
    long = {key for key in said if len(key) >= LETTERS}
    both = long & reference.content
    if len(both) < COMMON or len(both) < SHARE * len(long):
        return False
    own = [key for key, _, _ in reference.words[reference.head_word :][:GENUS]]
    term = {key for key, _, _ in words(reference.definition.term)}
    begun = [key for key in said if key not in term or key in own][: 2 * GENUS]
    return any(len(key) >= LETTERS and key in begun for key in own)


def is_laws_own(one: ReferenceText, index: Index) -> bool:
    """Whether a text is the law's own: no draft, and no translation, beside which there may be others."""
    definition = one.definition
    return not (
        one.id in index.titles.passed or definition.authenticity.translation or definition.translation_of
    )


def _lead(text: str, at: int) -> tuple[str, bool]:
    """The last sentence before a place, of its line or of the line above it, and whether it is the latter."""
    low = text.rfind("\n", 0, at) + 1
    line, above = text[low:at], False
    if not _WORD.search(line):
        end = low
        while end and text[end - 1] in " \t\n\r>*_":
            end -= 1
        if text.count("\n", end, at) > PARTED:
            return "", False
        line, above = text[text.rfind("\n", 0, end) + 1 : end], True
    line = line[-LEAD:]
    ends = [match.end() for match in _SENTENCE.finditer(line)]
    return line[ends[-1] if ends else 0 :], above


def _article(lead: str, headings: Sequence[str]) -> str:
    """The provision that a lead names, or its point where the heading names the article; "" for none."""
    for said in (lead, *headings):
        found = list(PROVISION.finditer(said))
        if not found:
            continue
        last = found[0] if said is not lead else found[-1]
        if MORE_POINTS.match(said, last.end()):
            return ""
        article, point = article_and_point(last)
        if not point and said is not lead:
            alone = PROVISION_ALONE.search(lead)
            point = alone["point"] if alone else ""
        return provision_named(article, point)
    return ""


def _section(lead: str, headings: Sequence[str]) -> str:
    """The section of a code that a lead or a heading names last, "" for none or where more follow."""
    for said in (lead, *headings):
        found = list(_SECTION.finditer(said))
        if found:
            return "" if MORE_POINTS.match(said, found[-1].end()) else found[-1]["section"]
    return ""


def _of_term(references: Iterable[ReferenceText], said: Iterable[str], index: Index) -> list[ReferenceText]:
    """The definitions whose term is said, in any of the languages that are stored; of several the longest."""
    keys = [frozenset(_term_keys(one)) for one in said]
    best: list[ReferenceText] = []
    most = 0
    told: dict[tuple[frozenset[str], str], list[ReferenceText]] = {}
    for one in references:
        place = one.article or one.definition.term  # a section may define several terms
        told.setdefault((frozenset(index.instruments([one.id])), place), []).append(one)
    for ones in told.values():
        terms = [frozenset(_term_keys(one.definition.term)) for one in ones]
        fitting = [len(term) for term in terms if term and any(term <= key for key in keys)]
        if not fitting:
            continue
        length = max(fitting)
        if length > most:
            best, most = [], length
        if length == most:
            best += ones
    return best


def _term_keys(said: str) -> Iterator[str]:
    """The words of a term as all languages and authors have them: "KI-System", "System Künstlicher …"."""
    for word in _WORD.findall(said.casefold()):
        if word in _AI or word.startswith(_ARTIFICIAL):
            yield "ai"
        elif word not in _OF:
            yield word[:5]


def _is_named(excerpt: Excerpt, ids: Set[str], lead: str, headings: Sequence[str]) -> bool:
    """Whether a lead or a heading names an instrument that has some definitions."""
    titles = excerpt.placements.titles
    names = (name for said in (lead, *headings) for name in titles.mentions(said))
    return any(is_instrument(name) and ids & {*name.ids} for name in names)


def _mentions(
    excerpt: Excerpt, kin: Set[str], lead: str, headings: Sequence[str], start: int
) -> tuple[str, ...] | None:
    """How an instrument is named around a place; none of it is needed where nothing else is named.

    None where the lead or a heading names another instrument, or where the document speaks of others only.
    """
    titles = excerpt.placements.titles
    near = [name for said in (lead, *headings) for name in titles.mentions(said)]
    instruments = [name for name in near if is_instrument(name)]
    if any(not kin & {*name.ids} for name in instruments):
        return None
    if any(not kin & {*name.ids} for name in near if name.kind == "jurisdiction"):
        return None  # a country whose text it may be
    if instruments:
        return tuple(dict.fromkeys(name.text for name in instruments))
    others = excerpt.placements.antecedents.names
    own = [name for name in others if is_instrument(name) and kin & {*name.ids}]
    paragraph = excerpt.text.rfind("\n\n", 0, start)
    last = own[-1:] if any(name.start > paragraph for name in own) else own[:1]
    if any(not kin & {*name.ids} for name in others if is_instrument(name)) and not own:
        return None
    if not own and any(not kin & {*name.ids} for name in others if name.kind == "jurisdiction"):
        return None
    return tuple(name.text for name in last)
