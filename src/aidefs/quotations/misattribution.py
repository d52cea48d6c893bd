"""Misattribution: whether words are said to be those of a text, or of a version, that does not have them.

Words that stand letter for letter in one text may be said to be those of another. Of a law but its
definitions are stored: that words do not stand in it is known only where they are said to be of its
definition, where they are those of another version of it, or where they are many. Nothing is held against who
speaks of both texts, of a change, or of somebody who speaks of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import chain

from aidefs.patterns import late
from aidefs.quotations.addresses import ADDRESS
from aidefs.quotations.attribution import taken_over
from aidefs.quotations.excerpt import Excerpt
from aidefs.quotations.fragments import LETTERS, best_fragment, has_in_common, is_changed
from aidefs.quotations.index import Index
from aidefs.quotations.introductions import DEFINES, NO_TERM, subjects
from aidefs.quotations.owners import TOLD_BY_ANOTHER, is_body, is_called, tells
from aidefs.quotations.passages import PARAPHRASE, ParallelPassage
from aidefs.quotations.phrases import LAW_OF_FIELD, MEANS
from aidefs.quotations.quotation import Attribution
from aidefs.quotations.references import ReferenceText, words
from aidefs.quotations.surroundings import Surroundings, is_relative, is_subject, tells_version
from aidefs.quotations.titles import Mention
from aidefs.quotations.versions import (
    has_become_law,
    has_number,
    is_another_version,
    is_code,
    speaks_of_change,
    year_told,
)
from aidefs.text.languages import primary

__all__ = [
    "FEWEST_OWN",
    "LONG_VERSION",
    "OWN",
    "SENTENCE_ENDS",
    "are_enough",
    "are_misattributed",
    "defines_same",
    "defining",
    "in_version_meant",
    "is_of_unstored",
    "of_another",
    "of_field",
    "of_other_place",
    "of_other_term",
    "of_paragraph",
    "of_remark",
    "of_text_told",
    "of_unstored_provision",
    "of_version_in_force",
    "share_term",
]

VERSION = 4  # words of a fragment that is known to be from one version, where another has them but for a few
SAID_VERSION = (
    5  # words of one that is known to be, where the other, whose definition is spoken of, has nothing like it
)
LONG_VERSION = 8  # the same, where no more is known
OWN = 2  # words of a changed fragment that stand in definitions of few terms
FEWEST_OWN = 1  # the same of one between quotation marks whose first and last words agree
FEWEST_OF_ANOTHER = 6  # words of a fragment that is known to be of another text than the one that is named
CONTENT = 3  # content words beside the term that fewer of them have
LONG_OF_ANOTHER = 8  # the same, where none of them is telling
FEWEST_SAID = 4  # the same, where they are said to be its definition of a term
FEWEST_DELIMITING = 5  # long words of one in which the text is said to delimit what it is about
ENDING = 2  # letters by which a word in the plural or another case may be longer
REMARK = 600  # characters before a definition in which the marks begin that hold its term and a remark
CONNECTOR = 24  # between these marks and the definition
SAID = 160  # characters before a fragment in which a document may speak of versions
PREAMBLE = late(
    r"\b(?:recitals?|preamble|whereas|annex\w*|erwägungs\w*|präambel|anhang\w*|consid[eé]r\w*|préambule"
    r"|preámbulo|anexos?|overweging\w*|bijlage\w*|motyw\w*|załącznik\w*|allegat\w*)\b",
    re.IGNORECASE,
)
# In a sentence that names no text, what may be one: "the communication of 2018", "the explanatory report".
OTHER_WORK = late(
    r"\b(?:(?:19|20)\d\d|(?:communica|comunica|komunikat|mitteilung|mededeling|guid|leitlin|lignes|directri|richtsn|report"
    r"|rapport|bericht|informe|relazione|paper|book|framework|standard|weißbuch|livre|libro|witboek|artic|aufsatz|author|autor|auteur|press|blog|web|plan|strateg|propos"
    r"|draft|entwurf|vorschlag|projet|voorstel|borrador|bozza)\w*)\b",
    re.IGNORECASE,
)
# What stands for one of the texts that were named before.
POINTS_BACK = late(
    r"\b(?:former|latter|predecessor|other\s+one|erstere[rsnm]?|letztere[rsnm]?|dernier|dernière|últim[oa]|ultim[oa])\b",
    re.IGNORECASE,
)
PRONOUN = late(r"\W*(?:it|this|that|they|es|sie|dies\w*|il|elle|cel\w*|est[eoa]|quest[oa])\s", re.IGNORECASE)
WORD = late(r"[^\W_]+")
SENTENCE_ENDS = late(r"[.!?][”\"’»“]?\s+(?=[^\W\d_a-z])")
CLAUSE_ENDS = late(r"[.;:]")
# In a sentence that names no text, what tells that the words are not those of the one named before it.
OF_OTHERS = late(
    r"\b(?:than|such\s+as|others?|another|unlike|like|usual\w*|common\w*|often|general\w*|elsewhere|many|most|some|people"
    r"|als|ander\w*|üblich\w*|meist\w*|autre\w*|otr[ao]s?|altr[aieo]|souvent|spesso|menudo|vaak)\b",
    re.IGNORECASE,
)
# That a term is this and no more: "Artificial intelligence is reduced to “…”".
IS_REDUCED = late(
    r"\b(?:reduc\w+|redu[zi]\w+|ridott\w+|réduit\w*|amounts?|boils\sdown|comes\sdown)\s(?:to|auf|à|a)\b",
    re.IGNORECASE,
)
OF_ITS_OWN = 5  # words in a row that the definition of another term of a text has in the place of some
NEARLY_ALL = 0.9  # similarity from which words are those of a text, whatever article is said to have them
# What a sentence may say of any term, cut to five letters.
_OF_ANY_TERM = """
defin text provi conce notio claus sente words wordi artic point parag legal law it them they this these
begri texto testo texte
"""
NO_SUBJECT = frozenset(_OF_ANY_TERM.split())
NUMBERED = late(r"\b[A-Z][A-Za-z.]*\.?\s?\d+[-–/:]?\d*\b")  # what may be the number of an instrument
# That a text is about no more: "S. 3876, in contrast, is confined to systems used “…”".
DELIMITS = late(
    r"\b(?:(?:is|was|are|were)\s(?:confined|limited|restricted)\sto|(?:confines|limits|restricts)\sitself\sto|reserves\sthe\s(?:term|word)\sfor"
    r"|beschränkt\ssich\sauf|se\slimite\sà|se\slimita\sa|si\slimita\sa|beperkt\szich\stot)\b"
)
ENACTED = late(r"\b(?:statutes?|enacted|in\s+force|adopted|final|signed|Gesetz|loi|ley|legge)\b")


def of_version_in_force(
    excerpt: Excerpt,
    passage: ParallelPassage,
    texts: Set[str],
    attribution: Attribution,
    around: Surroundings,
) -> Attribution:
    """What is named, unless it is the text in force and the words are letter for letter a draft's.

    The name of a bill is that of all its versions, and who speaks of these may mean any.

    Args:
        excerpt: Where they stand.
        passage: The passage.
        texts: Ids of the texts that have just its words.
        attribution: What is named.
        around: What stands around it.
    """
    passed = excerpt.index.titles.passed
    first, last = passage.words
    long = last - first >= LONG_VERSION or len(excerpt.telling(first, last)) >= OWN
    if passage.faults or attribution.fits is False or attribution.unknown or not long or texts - passed:
        return attribution
    before = excerpt.reading.text[max(passage.start - SAID, 0) : passage.start]
    clause = CLAUSE_ENDS.split(excerpt.reading.text[passage.end : passage.end + SAID // 2], maxsplit=1)[0]
    said = f"{around.sentence[-SAID:]} {clause}"
    if around.tells_version or tells_version(f"{before} {clause}") or speaks_of_change(said):
        return attribution
    own = passage.reference
    kin = excerpt.references({*excerpt.index.instruments([own.id]), *excerpt.index.family(own.id)})
    defines = DEFINES.search(around.sentence) is not None
    later = [
        one for one in kin
        if one.id not in passed and primary(one.lang) == primary(own.lang)
        and (defines or excerpt.index.terms_of(one.id) & excerpt.index.terms_of(own.id))
    ]  # fmt: skip
    ids = {one.id for one in later}
    meant = excerpt.index.instruments(ids)
    term = own.term.casefold()
    same = {one.id for one in later if one.term.casefold() == term}
    years = {excerpt.index.titles.years[one] for one in same or ids}
    year = year_told(around.sentence, around.context)
    if not later or year is None or (year and year not in years):
        return attribution
    if not same and year == excerpt.index.titles.years[own.id]:
        return attribution  # "the act of 2024" had it, and has other terms still
    names = [one for one in around.nearest.names if one.kind == "instrument" and one.ids]
    drafts = any(own.id in one.ids and {*one.ids} <= passed for one in names)
    if drafts and around.nearest.how in ("label", "table", "heading"):
        return attribution  # "Proposal for a Regulation (Artificial Intelligence Act)" is one title
    named = any(meant & {*one.ids} and own.id not in one.ids for one in names)
    if not named and names:
        return attribution
    named = named or bool(not names and attribution.fits and _is_of_kin(excerpt, attribution, own, meant))
    of_code = any(is_code(one.text) and meant & {*one.ids} for one in names)
    if not of_code and has_number("; ".join(one.text for one in names) or around.sentence):
        return attribution
    at, stop = excerpt.raw(passage.start, passage.end)
    if excerpt.placements.cites(at, stop, texts & passed, ids):
        return attribution
    theirs = ENACTED.search(around.sentence) and (
        any(ids & {*one.ids} for one in around.nearest.names)
        # "Its final text", below words that tell its draft
        or (not around.nearest.names and {*attribution.named} == {own.id})
    )
    named = named or _is_called(excerpt, later, around, at)
    if not (named or theirs or any(tells(one, around.sentence, excerpt.index) for one in later)):
        return attribution
    # A name is that of all versions with its number, but the section of a code of those in force.
    in_force = (one for one in excerpt.versions([*ids]) if not of_code or one.id not in passed)
    if any(excerpt.letter_for_letter(in_force, first, last)):
        return attribution
    mentions = attribution.mentions or tuple(one.text for one in names)
    return attribution._replace(named=tuple(sorted(ids)), fits=False, mentions=mentions)


def of_text_told(
    excerpt: Excerpt,
    passage: ParallelPassage,
    texts: Set[str],
    attribution: Attribution,
    around: Surroundings,
) -> Attribution:
    """What is named, unless but a country is, and the sentence tells another text of it by its title.

    Args:
        excerpt: Where they stand.
        passage: The passage.
        texts: Ids of the texts that have just its words.
        attribution: What is named.
        around: What stands around it.
    """
    names = around.nearest.names
    places = bool(names) and all(one.kind == "jurisdiction" for one in names)
    if passage.faults or not attribution.fits or not places or speaks_of_change(around.sentence):
        return attribution
    own, index = passage.reference, excerpt.index
    said = ADDRESS.sub(" ", around.sentence)  # a page may be on the text of another one
    told = [
        one for one in excerpt.references(attribution.named)
        if one.id not in texts and primary(one.lang) == primary(own.lang)
        and index.terms_of(one.id) & index.terms_of(own.id)
        and tells(one, said, index, TOLD_BY_ANOTHER, besides=[own])
    ]  # fmt: skip
    ids = [one.id for one in told]
    if not told or texts & index.instruments(ids) or tells(own, said, index, besides=told):
        return attribution
    first, last = passage.words
    if any(excerpt.letter_for_letter(excerpt.versions(ids), first, last)):
        return attribution
    return attribution._replace(named=tuple(sorted(ids)), fits=False, how="sentence")


def of_remark(
    excerpt: Excerpt,
    passage: ParallelPassage,
    texts: Set[str],
    attribution: Attribution,
    around: Surroundings,
) -> Attribution:
    """What is named, unless it is named in a remark on the term alone, between the marks around this.

    "“AI model [after the OECD's definition]” means": whose definition follows is not said in it.

    Args:
        excerpt: Where they stand.
        passage: The passage.
        texts: Ids of the texts that have just its words.
        attribution: What is named.
        around: What stands around it.
    """
    names = around.nearest.names
    if attribution.fits is not False or attribution.how != "sentence" or not names:
        return attribution
    begins = excerpt.words[passage.definiens][1]
    text = excerpt.reading.text
    for span in excerpt.spans.reaching(max(begins - REMARK, 0), begins):
        held = all(span.start < one.start and one.end < span.end for one in names)
        near = span.closed and span.end <= begins <= span.end + CONNECTOR
        if held and near and MEANS.search(text, span.end, begins):
            return attribution._replace(named=(), fits=None, mentions=(), how="")
    return attribution


def of_field(
    excerpt: Excerpt,
    passage: ParallelPassage,
    texts: Set[str],
    attribution: Attribution,
    around: Surroundings,
) -> Attribution:
    """What is named, unless it is a place alone, and the sentence speaks of its law of another field.

    "Maryland insurance provision defining": of that law no definition is stored.

    Args:
        excerpt: Where they stand.
        passage: The passage.
        texts: Ids of the texts that have just its words.
        attribution: What is named.
        around: What stands around it.
    """
    names = around.nearest.names
    if attribution.fits is not False or not names or any(one.kind != "jurisdiction" for one in names):
        return attribution
    field = LAW_OF_FIELD.search(around.sentence)
    if field is None:
        return attribution
    keys = {key for key, _, _ in words(field[0])}
    stored = (excerpt.index.titles.written[one.id] for one in excerpt.references(attribution.named))
    if any(keys <= {key for key, _, _ in words(title)} for title in stored):
        return attribution
    whose = f"{' '.join(field[0].split())} ({names[-1].text})"
    return attribution._replace(named=(), fits=None, unknown=whose)


def of_other_term(
    excerpt: Excerpt,
    passage: ParallelPassage,
    texts: Set[str],
    attribution: Attribution,
    around: Surroundings,
) -> Attribution:
    """What is named, unless the sentence says that another term of it is defined by the words.

    That term's definition is stored, and has the words in no version: "A provider, under Article 3(3), is
    “using an AI system under its authority”".

    Args:
        excerpt: Where they stand.
        passage: The passage.
        texts: Ids of the texts that have just its words.
        attribution: What is named.
        around: What stands around it.
    """
    own = passage.reference
    first, last = passage.words
    sure = attribution.fits and not passage.faults and not attribution.unknown and around.speakers is None
    said = SENTENCE_ENDS.split(around.sentence)[-1]
    if not sure or last - first < FEWEST_SAID or speaks_of_change(said):
        return attribution
    kin = excerpt.references({*excerpt.index.instruments([own.id, *texts]), *excerpt.index.family(own.id)})
    meant = defining(kin, around, own.lang)
    ids = tuple(sorted({one.id for one in meant} & excerpt.index.instruments([own.id])))
    if not ids or any(one.id in texts for one in meant):
        return attribution
    spoken = Counter(key for key, _, _ in words(said))
    longest = max((one.term for one in meant), key=len)
    spoken.subtract(key for key, _, _ in words(longest))  # in "a serious incident" no incident is spoken of
    if all(spoken[key] > 0 for key, _, _ in words(own.term)):
        return attribution  # "a provider that becomes a deployer is a person"
    if any(excerpt.letter_for_letter(meant, first, last)):
        return attribution
    return attribution._replace(named=ids, fits=False)


def of_unstored_provision(
    excerpt: Excerpt, passage: ParallelPassage, attribution: Attribution, around: Surroundings
) -> Attribution:
    """What is named, unless words are said to be of a provision or term of it that is not stored.

    They are like the stored definition of another term of the same text, and are not held against that one:
    "Article 3(41) AI Act defines a remote biometric identification system as “…”".

    Args:
        excerpt: Where they stand.
        passage: The passage.
        attribution: What is named.
        around: What stands around it.
    """
    if not passage.faults or not attribution.fits or attribution.unknown:
        return attribution
    own, index = passage.reference, excerpt.index
    stored = excerpt.references({*index.instruments([own.id]), *attribution.named})
    langs = {one.lang for one in stored}
    if any(defining(stored, around, lang) for lang in langs):
        return attribution
    others = [said for said in subjects(around.sentence) if _is_no_term_of(said, stored)]
    at_points = any(one.article != one.article.partition("(")[0] for one in stored)
    alike = passage.similarity >= NEARLY_ALL
    if around.point and at_points and (others or not alike):
        whose = f"Article {around.point}"
    elif others and (passage.similarity < PARAPHRASE or any(new >= OF_ITS_OWN for _, new in passage.changed)):
        whose = f"such a definition of {others[0]}"
    else:
        return attribution
    name = attribution.mentions[-1] if attribution.mentions else own.definition.label
    return attribution._replace(fits=None, unknown=f"{whose} ({name})")


def _is_no_term_of(said: str, stored: Iterable[ReferenceText]) -> bool:
    """Whether what a sentence says is defined is none of the terms of some definitions, nor a part of one.

    Nor is it the initials of one ("GPAI"), or what stands for any term ("this concept").
    """
    keys = {key for key, _, _ in words(said)} - NO_TERM - NO_SUBJECT
    if not keys:
        return False
    terms = [one.term for one in stored]
    known = ({key for key, _, _ in words(term)} - NO_TERM for term in terms)
    if any(own and (keys <= own or own <= keys) for own in known):
        return False
    initials = ("".join(word if word == "ai" else word[0] for word in _words_of(term)) for term in terms)
    return not any(_is_word(one, key) for one in initials for key in keys)


def of_other_place(
    excerpt: Excerpt,
    passage: ParallelPassage,
    texts: Set[str],
    attribution: Attribution,
    around: Surroundings,
) -> Attribution:
    """What is named, or the place in the heading whose definition of the same term does not have the words.

    Below "Colorado" a list of consequential decisions is that of Colorado, unless its paragraph names
    something else.

    Args:
        excerpt: Where they stand.
        passage: The passage.
        texts: Ids of the texts that have just its words.
        attribution: What is named.
        around: What stands around it.
    """
    nearest, index = around.nearest, excerpt.index
    silent = attribution.fits is None and not attribution.unknown and not passage.faults
    headed = nearest.how == "heading" and all(one.kind == "jurisdiction" and one.ids for one in nearest.names)
    if not (silent and headed and len(nearest.names) == 1) or around.speakers is not None or around.relatives:
        return attribution
    first, last = passage.words
    if not are_enough(excerpt, first, last) or speaks_of_change(around.sentence):
        return attribution
    own = passage.reference
    place = nearest.names[0]
    exact = {one.reference.id for one in excerpt.exact(first, last)} | texts
    if exact & {*place.ids} or any(_is_near(excerpt, passage, one) for one in excerpt.references(exact)):
        return attribution
    if any(tells(one, f"{around.sentence} {around.cited}", index) for one in excerpt.references(exact)):
        return attribution
    meant = [
        one for one in excerpt.references(place.ids)
        if primary(one.lang) == primary(own.lang) and share_term(one, own)
    ]  # fmt: skip
    if not meant:
        return attribution
    ids = tuple(one.id for one in meant)
    return attribution._replace(named=ids, fits=False, mentions=(place.text,), how="heading")


def of_paragraph(
    excerpt: Excerpt,
    passage: ParallelPassage,
    texts: Set[str],
    attribution: Attribution,
    around: Surroundings,
) -> Attribution:
    """What is named, or the one instrument of which the paragraph speaks, and which does not have the words.

    "HB 149 is in force. A deployer under it is, simply, “…”".

    Args:
        excerpt: Where they stand.
        passage: The passage.
        texts: Ids of the texts that have just its words.
        attribution: What is named.
        around: What stands around it.
    """
    silent = attribution.fits is None and not attribution.unknown and not passage.faults
    if not silent or around.introduced or (around.nearest.accuses and around.nearest.names):
        return attribution
    if any(one.end <= passage.start for one in around.relatives):
        return attribution
    said = around.sentence
    if NUMBERED.search(said) or OF_OTHERS.search(said):
        return attribution  # "while PA 24-151 covers", "There are other definitions, such as"
    if not (DEFINES.search(said) or IS_REDUCED.search(said) or any(subjects(said))):
        return attribution
    start, _ = excerpt.raw(passage.start, passage.end)
    low = excerpt.text.rfind("\n\n", 0, start) + 1
    before = [one for one in excerpt.placements.antecedents.names if low <= one.start and one.end <= start]
    named = next((one for one in reversed(before) if one.kind == "instrument"), None)
    first, last = passage.words
    if named is None or not named.ids or named.text in said or is_relative(excerpt.text, named):
        return attribution
    its = [one for one in before if {*one.ids} & {*named.ids}]
    if len(its) < len(before) or not any(is_subject(excerpt.text, low, one) for one in its):
        return attribution  # "Colorado copied the AI Act. Its definition"
    if not are_enough(excerpt, first, last):
        return attribution
    references = excerpt.versions(named.ids)
    exact = [passage, *(one for one in excerpt.exact(first, last) if one.reference != passage.reference)]
    own = excerpt.index.instruments(named.ids)
    if not references or not own.isdisjoint({*texts, *(one.reference.id for one in exact)}):
        return attribution
    if not are_misattributed(excerpt, exact, references, named.ids, around, (passage.start, passage.end)):
        return attribution
    return attribution._replace(
        named=tuple(sorted(named.ids)), fits=False, mentions=(named.text,), how="sentence"
    )


def _is_near(excerpt: Excerpt, passage: ParallelPassage, one: ReferenceText) -> bool:
    """Whether a text, or its country or State, is named in the paragraph of a passage."""
    text, titles = excerpt.text, excerpt.index.titles
    start, end = excerpt.raw(passage.start, passage.end)
    low, high = text.rfind("\n\n", 0, start) + 1, text.find("\n\n", end)
    names = titles.mentions(text, low, high if high >= 0 else len(text))
    return any(one.id in name.ids or name.kind == "instrument" for name in names)


def defining(
    references: Iterable[ReferenceText], around: Surroundings, lang: str, *, provision: bool = True
) -> list[ReferenceText]:
    """The definitions, in a language, of the term that is said to be defined by a quotation.

    It is the subject of its sentence, or the heading, label or head of a row right before it; or the sentence
    names its provision.

    Args:
        references: Definitions of the instrument that is meant.
        around: What stands around the quotation.
        lang: The language of the quotation.
        provision: Whether it is enough that the sentence names the provision.
    """
    said = [_words_of(one) for one in (*subjects(around.sentence), *around.heads)]
    wanted = primary(lang)
    return [
        one for one in references
        if primary(one.lang) == wanted
        and (
            (provision and one.is_article(around.point))
            or any(_is_term(subject, _words_of(one.term)) for subject in said)
        )
    ]  # fmt: skip


def _words_of(term: str) -> list[str]:
    """The words of a term, without capitals."""
    return [word.casefold() for word in WORD.findall(term)]


def _is_term(said: Sequence[str], term: Sequence[str]) -> bool:
    """Whether words are a term, but for the endings that number and case give: "deep fakes", "deepfake"."""
    if not said or not term:
        return False
    if len(said) != len(term):
        return _is_word("".join(said), "".join(term))
    return all(map(_is_word, said, term))


def _is_word(said: str, word: str) -> bool:
    short, long = sorted((said, word), key=len)
    return long.startswith(short) and len(long) - len(short) <= ENDING


def _is_of_kin(excerpt: Excerpt, attribution: Attribution, own: ReferenceText, meant: Set[str]) -> bool:
    """Whether the text that is taken for the source, somewhere near, is the one in force by its own name."""
    return bool(meant & {*attribution.named}) and own.id not in excerpt.index.instruments(attribution.named)


def _is_called(excerpt: Excerpt, later: Sequence[ReferenceText], around: Surroundings, at: int) -> bool:
    """Whether "the Regulation" is the text in force, or an article is one of its in a document on it.

    Args:
        excerpt: Where words stand that only a draft of it has.
        later: The definitions of the text in force.
        around: What stands around the words.
        at: Where they begin in the document.
    """
    meant = excerpt.index.instruments(one.id for one in later)
    antecedents = excerpt.placements.antecedents
    called = antecedents.of(at, around.kind) if around.kind else None
    if called:
        return not meant.isdisjoint(called)
    if not (around.article_in_sentence and any(one.in_article(around.article) for one in later)):
        return False
    names = [one for one in antecedents.names if one.kind == "instrument"]
    last = next((one for one in reversed(names) if one.end <= at), None)
    return last is not None and all(meant & {*one.ids} for one in (last, *names) if one.ids or one is last)


def are_enough(excerpt: Excerpt, first: int, last: int, *, named: bool = False) -> bool:
    """Whether words are so many, or so telling, that they are known to be those of the text that has them.

    Args:
        excerpt: Where they stand.
        first: The first of the words.
        last: Behind the last.
        named: Whether another text is said to be their source.
    """
    telling = named or len(excerpt.telling(first, last)) >= OWN
    return last - first >= (FEWEST_OF_ANOTHER if telling else LONG_OF_ANOTHER)


def of_another(
    excerpt: Excerpt,
    references: Sequence[ReferenceText],
    named: Sequence[str],
    around: Surroundings,
    place: tuple[int, int],
) -> ParallelPassage | None:
    """Words that are those of another text than the one said to be their source, letter for letter or nearly.

    Args:
        excerpt: Where they stand.
        references: The texts that are named, which do not have the words.
        named: Their ids.
        around: What stands around the words.
        place: The words in the reading.
    """
    first, last = (bisect_left(excerpt.starts, at) for at in place)
    if last - first < FEWEST_SAID:
        return None
    exact = excerpt.exact(first, last)
    langs = {one.reference.lang for one in exact}
    told = around.names_source and any(_is_of_definition(references, around, lang) for lang in langs)
    enough = are_enough(excerpt, first, last, named=told)
    if not enough and not any(defining(references, around, lang) for lang in langs):
        return None
    if last - first < LONG_OF_ANOTHER:  # the words that introduce a definition may be those of many laws
        said = excerpt.reading.text[slice(*place)]
        exact = [one for one in exact if has_in_common(said, [one.reference], CONTENT)]
    elif not exact:
        exact = excerpt.nearly(first, last)
    if not exact or not are_misattributed(excerpt, exact, references, named, around, place):
        return None
    return best_fragment(exact, ())


def are_misattributed(
    excerpt: Excerpt,
    exact: Sequence[ParallelPassage],
    references: Sequence[ReferenceText],
    named: Sequence[str],
    around: Surroundings,
    place: tuple[int, int],
) -> bool:
    """Whether words of other texts are said to be those of one that does not have them.

    Of an instrument but its definitions are stored, and not all of them. Its definition of the term does
    not have the words; it may have them elsewhere, unless they are said to be of the definition, or are
    those of another version of it, or many.
    """
    langs = {primary(one.lang) for one in references}
    if not taken_over(named, excerpt.index).isdisjoint(one.reference.id for one in exact):
        return False
    if around.speakers is not None or around.apart:
        return False
    if around.unlisted and not any(is_called(around.unlisted, one, excerpt.index) for one in references):
        return False
    far = [one for one in excerpt.placements.antecedents.names if one.kind == "instrument"]
    of_one = any({*named} <= {*name.ids} for name in (*around.nearest.names, *far))
    if not (of_one or excerpt.are_of_one(named)):
        return False
    if POINTS_BACK.search(around.sentence) and all(name.shown for name in around.nearest.names):
        return False
    theirs = {primary(one.reference.lang) for one in exact}
    # "Those of Shenzhen": of a place that has but one text it is that one.
    places = [one.kind == "jurisdiction" for one in around.nearest.names]
    of_place = around.nearest.accuses and bool(places) and all(places)
    of_place = of_place and excerpt.are_of_one([one.id for one in references if primary(one.lang) in theirs])
    if not (around.names_source or of_place) and (
        PRONOUN.match(around.sentence)
        or OTHER_WORK.search(around.sentence)
        or not (_is_of_article(references, exact, around) or excerpt.speaks_of_it_alone(references[0], place))
    ):
        return False
    if not theirs <= langs:
        return False
    names = around.nearest.names or far  # a country that is named somewhere is no body with other texts
    bodies = [name.text for name in names if name.kind != "people"]
    if any(is_body(name, one.reference) for name in bodies for one in exact):
        return False  # "the OECD, in its paper on incidents"
    sure, of_version = _names_its_own(around)
    context = around.sentence if sure and not of_version else around.context
    told = f"{context} {around.cited}"
    if any(tells(one.reference, told, excerpt.index, besides=references) for one in exact):
        return False
    end = place[1]
    passed = excerpt.index.titles.passed >= {*named}
    said = around.sentence[-SAID:] + " " + excerpt.reading.text[end : end + SAID // 2].split("\n", 1)[0]
    if not all(name.shown for name in around.nearest.names):
        said = POINTS_BACK.sub("", said)  # "the former" is no former text
    if speaks_of_change(said, of_draft=passed) or (of_version and not passed):
        return False
    rest = SENTENCE_ENDS.split(excerpt.reading.text[end : end + SAID // 2], maxsplit=1)[0]
    if PREAMBLE.search(around.sentence[-SAID:]) or PREAMBLE.search(rest):
        return False
    others = {one.reference.definition.id for one in exact}
    year = year_told(around.sentence, context)
    years = excerpt.index.titles.years
    if year and year in {years.get(one) for one in others} - {years.get(one) for one in named}:
        return False  # below "AI Act": "2021: “…”"
    if _are_named(excerpt, others, around):
        return False  # of two texts that are spoken of the other one may be meant
    own = {*named, *excerpt.index.instruments(named)}
    versions = {one for name in own for one in excerpt.index.family(name)}
    if not excerpt.index.instruments(others).isdisjoint(versions):
        return True
    if any(defining(references, around, lang) for lang in theirs):
        return True
    if not defines_same(references, [one.reference for one in exact], around.sentence, excerpt.index):
        return False
    article = around.article_in_line and any(one.in_article(around.article) for one in references)
    first, last = (bisect_left(excerpt.starts, at) for at in place)
    enough = last - first >= LONG_OF_ANOTHER
    said_of_it = around.names_source and DELIMITS.search(around.sentence) is not None
    if (
        said_of_it
        and sum(len(key) >= LETTERS for key, _, _ in excerpt.words[first:last]) >= FEWEST_DELIMITING
    ):
        return True
    return article or DEFINES.search(around.sentence) is not None or enough


def _is_of_article(
    references: Iterable[ReferenceText], exact: Iterable[ParallelPassage], around: Surroundings
) -> bool:
    """Whether the article beside words is a definition of what is named, and of no text that has them."""
    if not around.article_in_line:
        return False
    theirs = any(one.reference.is_article(around.article) for one in exact)
    return not theirs and any(one.is_article(around.article) for one in references)


def defines_same(
    named: Iterable[ReferenceText], quoted: Iterable[ReferenceText], sentence: str, index: Index
) -> bool:
    """Whether a definition is stored of what is named that would have the words, if it had them.

    It is one of the same term as theirs, and of no other than the one that the sentence says is defined: of
    that term there may be one which is not stored.

    Args:
        named: The definitions of what is named.
        quoted: Those that have the words.
        sentence: The words of the sentence before them.
        index: The index over the library.
    """
    named = list(named)
    if is_of_unstored(named, sentence, index):
        return False
    said = {key for subject in subjects(sentence) for key, _, _ in words(subject)} - NO_TERM
    if any(said & {key for key, _, _ in words(one.term)} for one in named):
        return True  # "the Act's definition of a model"
    defined = {term for one in named for term in one.terms}
    return any(defined & {*one.terms} for one in quoted)


def is_of_unstored(named: Sequence[ReferenceText], sentence: str, index: Index) -> bool:
    """Whether a sentence says what a term is that none of the definitions of what is named defines."""
    return any(all(index.is_other_term(said, one.id) for one in named) for said in subjects(sentence))


def share_term(one: ReferenceText, other: ReferenceText) -> bool:
    """Whether two definitions are of the same term."""
    return not {*one.terms}.isdisjoint(other.terms)


def _names_its_own(around: Surroundings) -> tuple[bool, bool]:
    """Whether a source is named right before the words, and whether a forerunner of it is spoken of there.

    Who names it so means none that the sentences before it name.
    """
    nearest = around.nearest
    sure = nearest.accuses and nearest.how in ("sentence", "label")
    in_sentence = sure and any(one.text in around.sentence for one in nearest.names)
    return sure, tells_version(around.sentence) if in_sentence else around.tells_version


def _are_named(excerpt: Excerpt, others: Iterable[str], around: Surroundings) -> bool:
    """Whether the instruments of some texts, or beside a note their places, are named near a passage."""
    theirs = excerpt.index.instruments(others)
    nearest = around.nearest
    tiers = [tier for tier in around.tiers if tier.how != "heading" or nearest.how == "heading"]
    sure, of_version = _names_its_own(around)
    if sure and not of_version:
        tiers = [nearest]  # what was named in a sentence before is not meant
    elif nearest.how == "footnote" and not any(tier.accuses for tier in tiers if tier.how == "sentence"):
        tiers = [nearest]  # nor what another quotation in the sentence is of
    noted = nearest.how == "footnote"
    names = (*(name for tier in tiers for name in tier.names), *around.relatives)
    return any((noted or one.kind == "instrument") and theirs & {*one.ids} for one in names)


def in_version_meant(
    excerpt: Excerpt,
    passage: ParallelPassage,
    references: Sequence[ReferenceText],
    named: Sequence[str],
    around: Surroundings,
    first: int,
    last: int,
) -> tuple[ParallelPassage, bool]:
    """A fragment beside the version of its text that is meant, and whether it may be from that one.

    It is not where it is letter for letter from another version, and the one that is meant has its words
    but for a few; or, for a longer one, where that version is said to be its source.
    """
    sure, of_version = _names_its_own(around)
    in_sentence = sure and not of_version and any(one.text in around.sentence for one in around.nearest.names)
    # "The order of 2024 says … Order No. 1584 says": a year that dates what is named before.
    year = year_told(around.sentence, around.sentence if in_sentence else around.context)
    if year == "" and named and any(one.present for one in around.nearest.names):
        year = excerpt.index.titles.years.get(named[0], "")  # "the current one"
    if passage.faults or not named or not excerpt.are_of_one(named) or year is None:
        return passage, True
    weak = (one for one in around.weak if one.end <= excerpt.words[first][1])
    spoken_of = chain(*(tier.names for tier in around.tiers), around.relatives, weak)
    if year and any(_is_year_of(excerpt, one, year, named) for one in spoken_of):
        return passage, True
    text = excerpt.reading.text
    names = excerpt.placements.antecedents.names
    own = excerpt.index.instruments(named)
    called = (one.text for one in names if own & {*(one.ids or excerpt.index.bearing(one.text))})
    enacted = has_become_law(excerpt.text, called)

    def other(one: ReferenceText) -> bool:
        return is_another_version(one.id, named, year, excerpt.index, enacted=enacted)

    if not other(passage.reference):
        return passage, True
    kin = excerpt.references(excerpt.index.families.get(passage.reference.id, ()))
    meant = dict.fromkeys(one for one in (*references, *kin) if not other(one))
    made = (excerpt.beside(one, first, last) for one in meant)
    nearest = best_fragment([one for one in made if one is not None], named)
    if nearest is not None and not nearest.faults:
        return nearest, True
    high = excerpt.words[last - 1][2]
    said = around.sentence[-SAID:] + " " + text[high : high + SAID // 2].split("\n", 1)[0]
    drafts = excerpt.index.titles.passed >= {*named}
    if (around.tells_version and not year and not drafts) or speaks_of_change(said, of_draft=drafts):
        return passage, True
    close = nearest is not None and is_changed(nearest) and last - first >= VERSION
    sure = around.names_source or bool(year) or enacted
    lang = passage.reference.lang
    told = bool(year) or _is_of_definition(references, around, lang)
    sure = sure and last - first >= (SAID_VERSION if told else LONG_VERSION)
    return passage, not (close or sure)


def _is_of_definition(references: Sequence[ReferenceText], around: Surroundings, lang: str) -> bool:
    """Whether words are said to be of a definition of a text that is named, or stand beside its name."""
    if around.nearest.how in ("label", "table") or DEFINES.search(around.sentence):
        return True
    return bool(defining(references, around, lang))


def _is_year_of(excerpt: Excerpt, name: Mention, year: str, named: Sequence[str]) -> bool:
    """Whether a year is that of another instrument than the one that is named."""
    ids = {*excerpt.index.instruments(name.ids)}
    if name.kind != "instrument" or not ids.isdisjoint(named):
        return False
    return year in name.text or any(excerpt.index.titles.years.get(one) == year for one in ids)
