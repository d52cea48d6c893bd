"""Whether a passage is from the text that its surroundings name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from aidefs.patterns import late
from aidefs.quotations.antecedents import Antecedents
from aidefs.quotations.index import Index
from aidefs.quotations.introductions import DEFINES, term_said
from aidefs.quotations.owners import is_body, is_called, is_named, unless_listed
from aidefs.quotations.quotation import Attribution, How, Verdict
from aidefs.quotations.references import PASSED_STATUS, ReferenceText, numbers_of
from aidefs.quotations.surroundings import LINE_BEFORE, YEAR, Surroundings
from aidefs.quotations.titles import Mention, ids_of, is_instrument, text_of
from aidefs.text.languages import language_name, primary

__all__ = ["attributed", "dated", "taken_over"]

# Right before words of a text: "Colorado, whose statute covers “…”".
_COVERS = late(
    r"\b(?:covers?|speaks?\s+of|reach(?:es)?|refers?\s+to|means|calls?|uses?|chose|regulates?)\s+"
    r"(?:(?:an?|the|AI|any)\s+){0,3}[“\"„«‘]\s*\Z"
)

# Between the model of a text and the words of it that follow: "is modelled on the OECD's: “…”".
_LEADS_TO_WORDS = late(
    r"(?:[’']s)?(?:\s(?:definition|one|text|wording|Definition|Wortlaut|Text))?\s*:[\s*_“”\"„«»‘'>]*"
)

_SECTION = late(r"§\s?\d")  # of a code


def attributed(
    reference: ReferenceText,
    texts: Set[str],
    around: Surroundings,
    text: str,
    start: int,
    index: Index,
    antecedents: Antecedents,
    *,
    verdict: Verdict,
    frame: str = "",
) -> Attribution:
    """What the surroundings of a passage name as its source, and whether it is.

    Args:
        reference: The definition that the passage gives.
        texts: Ids of the definitions that it equals, this one among them.
        around: What stands around the passage.
        text: The whole text.
        start: Where the passage begins in it.
        index: The index over the library.
        antecedents: What "the Act" stands for in the text.
        verdict: How true the passage is to that definition.
        frame: Long words of introduction that the passage gives.
    """
    exact = verdict == "exact"
    definition, article = reference.definition, around.article
    kinds = index.titles.kinds[definition.id]

    def judged(mentions: Sequence[Mention], how: How) -> Attribution:
        named = ids_of(mentions)
        # A draft that is named by its own name has but its own words.
        drafts = () if exact and len(named) == 1 else named
        settled = {index.settled.get(name, name) for name in drafts}
        fits = bool(texts & (index.instruments({*named, *taken_over(named, index)}) | settled))
        # Of two bills of one name the number tells which is meant: "the Responsible AI Act (H.B. 149)".
        told = any(numbers_of(one.text) and one.ids for one in mentions)
        # "the OECD, in its paper on incidents"
        fits = fits or any(
            is_instrument(one)
            and (is_body(one.text, reference) or (not told and is_named(one, reference, index)))
            for one in mentions
        )
        by = {mention.by for mention in mentions}
        if how in ("sentence", "label") and len(by) == 1:
            how = by.pop() or how
        return Attribution(named, fits, _printed(mentions), article, how)

    beside = [t for t in around.tiers if t.how != "heading" and any(map(is_instrument, t.names))]
    nearest = around.nearest  # "Shenzhen's article 2"
    if nearest.how == "sentence" and nearest.accuses and reference.id not in ids_of(nearest.names):
        beside.append(nearest)
    in_article = reference.in_article(article) and not beside
    if in_article and ((around.article_in_line and not around.named_before) or around.names_nothing):
        return Attribution((definition.id,), True, (), article, "sentence")
    if around.introduced and around.nearest.how not in ("footnote", "table"):
        named = antecedents.sure(start, around.introduced)
        if named:
            answer = judged((Mention(f"the {around.introduced}", 0, named),), "sentence")
            return answer if answer.fits or exact else _in_its_language(answer, reference, index)
    models = [one for one in around.relatives if _LEADS_TO_WORDS.fullmatch(text, one.end, start)]
    if models:
        answer = judged(models, "sentence")
        if answer.fits:
            return dated(answer, texts, around, index) if exact else answer
    decided: Attribution | None = None
    doubtful: Attribution | None = None
    places: list[tuple[How, tuple[Mention, ...]]] = []
    for tier in around.tiers:
        how, names = tier.how, tier.names
        instruments = tuple(filter(is_instrument, names))
        listed = tuple(name for name in instruments if name.ids)
        said = set(ids_of(listed)) if tier.accuses else set[str]()
        # Of "California, AB 3030" the instrument is the source, and not any text of its State.
        owners = tuple(n for n in names if not is_instrument(n) and not (said and said <= {*n.ids}))
        if decided is not None and decided.how != "footnote":
            break  # a note may be confirmed by its sentence
        if listed and (verdict in ("exact", "punctuation") or instruments[-1].ids):
            answer = judged(listed, how)
            if answer.fits and not (exact or instruments[-1].ids):
                return answer._replace(
                    unknown=unless_listed(instruments[-1].text, index)
                )  # whose punctuation it may have
            if answer.fits:
                return dated(answer, texts, around, index) if exact else answer
        if owners and not decided:
            answer = judged(owners, how)
            beside_it = how in ("sentence", "label") and not exact
            other = answer.fits and beside_it and _another_of_theirs(around, owners, reference, index)
            section = instruments and not listed and beside_it and _SECTION.search(instruments[-1].text)
            if other:
                doubtful = doubtful or answer._replace(named=(), fits=None, unknown=other)
            elif answer.fits and section:
                pass  # "Texas defines it in Tex. Gov't Code § 999.001": it is of the text there
            elif answer.fits and not (how == "heading" and _is_part(places, owners)):
                return answer
            elif not instruments and decided is None and tier.accuses:
                places.append((how, owners))
        unlisted = [name for name in instruments if not name.ids]
        numbered = text_of(unlisted) if listed else f"{text_of(unlisted)} {around.context}"
        its_own = reference.id in index.bearing(numbered)
        if unlisted and not its_own and listed and not instruments[-1].ids:
            its_own = how == "sentence" and is_called(instruments[-1].text, reference, index)
        if unlisted and not its_own and not listed:
            its_own = all(is_called(name.text, reference, index) for name in unlisted)
        if unlisted and how == "sentence" and its_own:
            return Attribution((definition.id,), True, _printed(unlisted), article, how)
        if unlisted and decided is None and (tier.accuses or how in ("sentence", "label")):
            decided = Attribution(
                (), None, _printed(unlisted), article, how, unless_listed(unlisted[-1].text, index)
            )
        elif listed and decided is None and tier.accuses:
            decided = judged(listed, how)
        if tier.closed:
            break
    if around.kind and (decided is None or decided.how == "sentence"):
        named = antecedents.of(start, around.kind)
        if named:
            answer = judged((Mention(f"the {around.kind}", 0, named),), "sentence")
            if answer.fits or decided is None:
                return answer
        in_force = definition.status not in PASSED_STATUS
        if named is None and in_force and around.kind in kinds and decided is None:
            return Attribution((definition.id,), True, (f"the {around.kind}",), article, "sentence")
    if decided is not None:
        family = set(index.families.get(definition.id, ())) & index.instruments(decided.named)
        of_year = around.years == {index.titles.years[definition.id]}
        earlier = definition.status in PASSED_STATUS and (of_year or around.tells_version)
        bare = not index.titles.passed >= {*decided.named}  # and not another draft by its own name
        if exact and family and not decided.unknown and earlier and (of_year or bare):
            # "the first draft of the AI Act", "the AI Act of 2021"
            return decided._replace(named=(definition.id,) if of_year else decided.named, fits=True)
        comparable = exact and _have_a_language_in_common(decided.named, reference, index)
        return decided if decided.unknown or comparable else _in_its_language(decided, reference, index)
    foreign = [name for how, names in places if how in ("label", "table") for name in names]
    headed = any(one.ids for tier in around.tiers if tier.how == "table" for one in tier.names)
    if not exact and foreign and not headed and all(n.kind == "jurisdiction" and not n.ids for n in foreign):
        # Its row or label is that of a place of which no text is stored, whatever the document names further.
        return Attribution((), None, _printed(foreign), article, places[0][0], foreign[-1].text)
    weak = (*around.relatives, *around.weak)
    confirming = [name for name in weak if judged((name,), "").fits and is_instrument(name)]
    if confirming:
        return judged(confirming, "")
    if around.itself in kinds:
        return Attribution((definition.id,), True, (f"this {around.itself}",), article, "file")
    if doubtful:
        return doubtful
    confirming = [name for name in weak if judged((name,), "").fits]
    for how, names in places[:1]:
        if all(name.kind == "people" for name in names):
            continue
        its_article = around.article_in_sentence and _have_article(names, article, index)
        if confirming and how not in ("label", "table") and not its_article:
            continue
        before = text[max(start - LINE_BEFORE, 0) : start]
        if (
            how in ("label", "table", "heading")
            or DEFINES.search(before)
            or _COVERS.search(before)
            or its_article
        ):
            owned = [name for name in names if name.kind == "jurisdiction"]
            if any(not name.ids for name in owned):
                return Attribution((), None, _printed(owned), article, how, owned[-1].text)
            if exact:  # a jurisdiction has more texts than are stored
                return judged(owned, how)
    own = [name for name in index.titles.mentions(frame) if judged((name,), "").fits]
    if own:
        return judged(own, "sentence")
    return Attribution(provision=article)  # what is too far away is no reproach


def taken_over(named: Iterable[str], index: Index) -> set[str]:
    """The texts whose definition those that are named say they take over, in words or by reference.

    Args:
        named: Ids of those that are named.
        index: The index over the library.
    """
    ranks = (index.ranks[one] for one in named if one in index.ranks)
    adopted = {one for rank in ranks for one in index.references[rank].definition.implements}
    return adopted.union(*map(index.family, adopted & {*index.ranks}))


def _is_part(nearer: Iterable[tuple[How, Sequence[Mention]]], further: Sequence[Mention]) -> bool:
    """Whether a sentence names a part of what a heading does: "Shenzhen's article 2" below "China"."""
    ids = set(ids_of(further))
    parts = (set(ids_of(names)) for how, names in nearer if how == "sentence")
    return any(part and part < ids for part in parts)


def _have_article(names: Sequence[Mention], article: str, index: Index) -> bool:
    """Whether a definition of those who are named stands in an article."""
    ranks = (index.ranks[one] for one in ids_of(names) if one in index.ranks)
    return any(index.references[rank].in_article(article) for rank in ranks)


def _another_of_theirs(
    around: Surroundings, owners: Sequence[Mention], reference: ReferenceText, index: Index
) -> str:
    """What other text of a jurisdiction a sentence may mean that names no instrument, "" for none.

    It tells a year that is not one of the text, or that another term is defined.
    """
    whose = f"({text_of(owners)})"
    definition = reference.definition
    own = {
        *YEAR.findall(index.titles.written[definition.id]),
        definition.adopted[:4],
        definition.in_force[:4],
    }
    years = YEAR.findall(around.sentence)
    if years and own.isdisjoint(years):
        return f"such a text of {years[-1]} {whose}"
    term = term_said(around.sentence)
    return f"such a definition of {term} {whose}" if index.is_other_term(term, reference.id) else ""


def dated(found: Attribution, texts: Set[str], around: Surroundings, index: Index) -> Attribution:
    """What is named, unless the year beside the name is that of another version than the quoted one."""
    family = {name for text in texts for name in index.families.get(text, ())}
    said = texts & {*found.named} & index.titles.passed  # "the political agreement of December 2023"
    if found.mentions and all(map(YEAR.search, found.mentions)):
        said |= texts & set(found.named)  # "OECD (2019; revised 2024)": the name itself tells the years
    if len(around.years) != 1 or not family or said:
        return found
    adopted = index.titles.years
    meant = {name for name in family if adopted.get(name) in around.years}
    own = {adopted.get(name) for name in texts & family}  # and not of another instrument that has the words
    if meant and not own & around.years and not meant & texts:
        return found._replace(named=tuple(sorted(meant)), fits=False)
    if meant & texts and not texts & set(found.named):
        return found._replace(named=tuple(sorted(meant & texts)))  # "the OECD's 2019 definition"
    return found


def _in_its_language(found: Attribution, reference: ReferenceText, index: Index) -> Attribution:
    """What is named, unless no text of it is stored in the language of the passage.

    Nor is one where its definition of the same term is stored in other languages alone: a translation of that
    may have any words.
    """
    if found.fits or not found.named:
        return found
    lang = primary(reference.definition.lang)
    instruments = index.instruments(found.named)
    stored = [one for one in index.references if one.id in instruments]
    of_term = [one for one in stored if not {*one.terms}.isdisjoint(reference.terms)]
    in_it = [one for one in of_term or stored if primary(one.definition.lang) == lang]
    if in_it and {_original(one) for one in of_term} <= {_original(one) for one in in_it}:
        return found
    name = _called(found, index) or ", ".join(found.mentions) or ", ".join(found.named)
    return found._replace(named=(), fits=None, unknown=f"{name} in {language_name(lang)}")


def _have_a_language_in_common(named: Iterable[str], reference: ReferenceText, index: Index) -> bool:
    """Whether a definition and those of its term that are named are stored in one language, to be compared.

    The German words of one text are no translation of another one whose English text is not that one's.
    """
    ranks = (index.ranks[one] for one in index.instruments(named) if one in index.ranks)
    theirs = [index.references[rank] for rank in ranks]
    same = {_original(reference)}
    langs = {primary(one.definition.lang) for one in index.references if _original(one) in same}
    of_term = [one for one in theirs if not {*one.terms}.isdisjoint(reference.terms)] or theirs
    held = {_original(one) for one in of_term if primary(one.definition.lang) in langs}
    return held >= {_original(one) for one in of_term}


def _original(reference: ReferenceText) -> str:
    """The definition of which one is a version in a language, or itself."""
    own = reference.definition
    return own.version_of or own.translation_of or own.id


def _called(found: Attribution, index: Index) -> str:
    """What is named, as the records call it and not as a sentence declines it: a text, or its body."""
    ranks = (index.ranks[one] for one in found.named if one in index.ranks)
    known = [index.references[rank].definition for rank in ranks]
    names = {one.label if len(found.named) == 1 else one.issuer for one in known}
    return names.pop() if len(names) == 1 else ""


def _printed(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.text for mention in mentions))
