"""What is named as the source of a passage, when all that speaks for and against a name has been heard.

`attribution` reads the names around a passage, `misattribution` tells whose words they are said to be,
`anchors` the provision right before them. Here they are asked in turn, and which of them wins is said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.quotations.anchors import anchor_of, may_be_anchored
from aidefs.quotations.attribution import attributed
from aidefs.quotations.excerpt import Excerpt
from aidefs.quotations.marks import MARKS, enclosing
from aidefs.quotations.misattribution import (
    defines_same,
    defining,
    of_field,
    of_other_place,
    of_other_term,
    of_paragraph,
    of_remark,
    of_text_told,
    of_unstored_provision,
    of_version_in_force,
)
from aidefs.quotations.phrases import CITED_THROUGH
from aidefs.quotations.quotation import Attribution, Claim, How, Verdict
from aidefs.quotations.sayings import is_somebodys, states_source
from aidefs.quotations.situation import Situation
from aidefs.quotations.surroundings import Surroundings
from aidefs.quotations.titles import Mention, ids_of, is_instrument

__all__ = ["FAR", "NEARLY_SAME", "NamedSource", "named_far", "printed_names", "source_of"]

NEARLY_SAME = 0.7  # similarity from which words are those of a text that is named far away
FAR = 400  # characters before a quotation in which nothing may be said of a text of no name
FEW_INSTRUMENTS = 3  # that a document speaks of in which one named far away may be meant
_CITATION = 60  # characters of a bracket behind a quotation that cites a section
_BESIDE = 8  # characters before it
_IN_SECTION = late(
    r"\((?P<cited>(?:§{1,2}|[Ss]ec(?:tion|t?\.))\s?"
    r"(?P<section>\d+[A-Za-z]?(?:[-.:]\d+[a-z]?)+)(?:\s?\(\w{1,4}\)){0,4})\)"
)
# What else around exact words may say whose they are.
_NAMED_BY = (
    of_version_in_force,
    of_text_told,
    of_other_term,
    of_other_place,
    of_paragraph,
    of_remark,
    of_field,
)


class NamedSource(NamedTuple):
    """What is named as the source of a passage.

    Attributes:
        attribution: What is named, and whether it is.
        beside: Whether it is, and is named beside it: not far away, and not by step 6 or 7 of `source_of`.
        anchored: Whether the passage stands right behind its provision.
    """

    attribution: Attribution
    beside: bool
    anchored: bool


def source_of(
    situation: Situation, claim: Claim, given: bool, known: Attribution | None, verdict: Verdict | None
) -> NamedSource:
    """What is named as the source of a passage. Each of these wins over those before it:

    1. What a fragment was held against; of other passages what the surroundings name, and of a quotation that
       is in doubt and has no name around it the text that is named last in the document.
    2. Of a text that is named, and has no definition stored that could have the words, nothing is known.
    3. What is presented as a quotation, but for changed fragments, is of whom the sentence, paragraph or
       heading means: the text in force and no draft, another text of the same country, another term, another
       place; or of none that is stored, as in a remark on the term alone and in the law of another field.
       Nor is a text that the sentence names accused of words where it cites another one that has them.
    4. Words of a provision or term that is not stored are not held against another one.
    5. A quotation right behind a provision is that provision's, where no name around it accuses or where its
       own text is named and it departs far from it.
    6. Words that are said to be a law's, where nothing is named, are those of the instrument in the headings;
       what is given as a definition, in a document that names one alone, is that one's.
    7. A quotation that has the name of a State for "this State" is that State's, where nothing is named.
    8. What is said to be from something beside a text, such as guidelines on it, is not the text's.

    Args:
        situation: The passage where it stands.
        claim: How it is presented.
        given: Whether it is said to be the definition of a text.
        known: What it was held against, of a fragment.
        verdict: How its words agree, where that is known from what it was held against.
    """
    excerpt, passage, around = situation.excerpt, situation.passage, situation.around
    found = known if known is not None else _named(situation, claim)
    if found.fits is False and not _would_have(situation, found):
        # Of the term there may be a definition in it that is not stored.
        whose = f"such a definition of {passage.reference.definition.term} ({found.mentions[-1]})"
        found = found._replace(fits=None, unknown=whose)
    if verdict in (None, "exact") and claim != "unmarked":
        for named_by in _NAMED_BY:
            found = named_by(excerpt, passage, situation.texts, found, around)
    if found.fits is False and found.how == "sentence" and _cites_its_own(situation):
        found = Attribution(provision=found.provision)
    if verdict is None:
        found = of_unstored_provision(excerpt, passage, found, around)
    anchored = _anchored(situation, claim, found, verdict or passage.verdict)
    found = anchored or found
    beside = bool(found.fits and found.how)
    if found.fits is None and not found.unknown and situation.of_quoted_law:
        found = _titled(situation, found)
    if given and found.fits is None and not found.unknown and situation.alone_defines:
        names = situation.alone_defines[:1]
        found = Attribution((passage.reference.id,), True, names, found.provision, "file")
    if claim == "quoted" and found.fits is None and not found.unknown:
        found = _of_state_put_in(situation, found)
    if claim == "quoted" and found.fits is None and not found.unknown:
        found = _of_section(situation, found)
    found = _of_companion(situation, _of_who_cites(situation, _of_other_section(situation, found)))
    return NamedSource(found, beside, anchored is not None)


def _of_state_put_in(situation: Situation, found: Attribution) -> Attribution:
    """The text of the State whose name stands where it says "this State", or what was found before.

    Only between marks, for elsewhere its author tells in his own words what the law says.
    """
    put = situation.state_put_in
    if not put:
        return found
    return Attribution((situation.passage.reference.id,), True, (put,), found.provision, "sentence")


def _named(situation: Situation, claim: Claim) -> Attribution:
    """What the surroundings of a passage name, or of a quotation in doubt what is named far away."""
    excerpt, passage, around = situation.excerpt, situation.passage, situation.around
    found = attributed(
        passage.reference,
        situation.texts,
        around,
        excerpt.text,
        situation.start,
        excerpt.index,
        excerpt.placements.antecedents,
        verdict=passage.verdict,
        frame=situation.text[passage.start : situation.definiens] if situation.framed else "",
    )
    doubted = passage.faults or passage.cut_from_condition
    if claim != "quoted" or not doubted or found.fits is not None or found.unknown:
        return found
    if passage.similarity < NEARLY_SAME:
        return found
    far = named_far(excerpt, around, passage.start, situation.start)
    theirs = situation.texts & excerpt.index.instruments(far)
    return found._replace(named=far, fits=True) if theirs else found


def named_far(excerpt: Excerpt, around: Surroundings, at: int, start: int) -> tuple[str, ...]:
    """The text that is named last in the document before a place, where nothing nearby may be the source.

    Args:
        excerpt: The part of the document.
        around: What stands around the place.
        at: The place in the reading.
        start: The same in the original text.
    """
    before = excerpt.reading.text[max(at - FAR, 0) : at]
    if around.apart or around.speakers is not None or states_source(before):
        return ()
    if is_somebodys(before.rstrip(MARKS + " ")):
        return ()
    antecedents = excerpt.placements.antecedents
    found = antecedents.far(start)
    named = {frozenset(excerpt.index.instruments(one)) for one in antecedents.instruments}
    if found is None or len(named) > FEW_INSTRUMENTS:
        return ()
    ids = found.ids or tuple(excerpt.index.bearing(found.text))
    places = [one for tier in around.tiers for one in tier.names]
    theirs = all(one.kind != "instrument" and set(one.ids) & set(ids) for one in places)
    return ids if theirs and excerpt.are_of_one(ids) else ()


def _would_have(situation: Situation, found: Attribution) -> bool:
    """Whether of what is named a definition is stored that would have the words of a passage."""
    excerpt, around = situation.excerpt, situation.around
    if not found.mentions:
        return True
    quoted = excerpt.references(situation.texts)
    named = excerpt.versions(found.named)
    langs = {one.definition.lang for one in quoted}
    if any(defining(named, around, lang) for lang in langs):
        return True
    kin = {name for one in named for name in excerpt.index.family(one.id)}
    if not kin.isdisjoint(excerpt.index.instruments(situation.texts)):
        return True  # those of another version
    return defines_same({*named, *excerpt.references(kin)}, quoted, around.sentence, excerpt.index)


def _cites_its_own(situation: Situation) -> bool:
    """Whether the sentence cites a text that has the words: "The OECD[1] inspired the Act[2], which has"."""
    placements, instruments = situation.excerpt.placements, situation.excerpt.index.instruments
    theirs = instruments(situation.texts)
    return any(theirs & instruments(placements.ids_of_text(note)) for note in situation.placement.asides)


def _anchored(situation: Situation, claim: Claim, found: Attribution, verdict: Verdict) -> Attribution | None:
    """The source of a quotation that stands right behind its provision; None where that says nothing."""
    excerpt, passage, placement = situation.excerpt, situation.passage, situation.placement
    unsure = found.fits is None and not found.unknown
    if verdict == "exact" or not (unsure or (found.fits and verdict == "paraphrase")):
        return None
    if claim not in ("quoted", "block") or not may_be_anchored(excerpt.text, situation.start):
        return None
    around_it = [one for one in enclosing(situation.spans, passage.start) if one.end >= passage.end]
    if claim == "quoted" and around_it:
        place = max(around_it, key=lambda one: one.start).inner
    elif placement.block == "quotation" and placement.within:
        low, high = placement.within
        place = excerpt.behind(low), excerpt.behind(high)
    else:
        return None
    anchor = anchor_of(excerpt, place, situation.start, lambda: situation.around, placement.headings)
    if anchor is None or passage.reference not in anchor.texts:
        return None
    how: How = found.how or "label"
    return Attribution(anchor.named, True, anchor.mentions, anchor.provision, how)


def _of_who_cites(situation: Situation, found: Attribution) -> Attribution:
    """What is named, unless words that differ are said to be from what has them from it.

    "(NIST SP 800-218A, per 15 U.S.C. § 9401(3))": the words are those of the first, which is not stored.
    """
    if found.fits is None or not situation.passage.faults:
        return found
    said = CITED_THROUGH.match(situation.text, situation.passage.end)
    if said is None or any(one.ids for one in situation.excerpt.placements.titles.mentions(said["source"])):
        return found
    return found._replace(named=(), fits=None, unknown=said["source"])


def _cited_section(situation: Situation) -> re.Match[str] | None:
    """The bracket right behind a quotation that cites a section of a code: "(§ 6-1-1701(1)(a))"."""
    passage = situation.passage
    around = [one for one in enclosing(situation.spans, situation.definiens) if one.end >= passage.end]
    low = max(passage.end - _CITATION, passage.start)
    high = max([passage.end, *(one.end for one in around[:1])]) + _CITATION
    cited = _IN_SECTION.search(situation.text, low, high)
    return cited if cited and cited.start() <= high - _CITATION + _BESIDE else None


def _of_section(situation: Situation, found: Attribution) -> Attribution:
    """The text whose section of a code a bracket behind a quotation cites, which no other stored text has.

    "(§ 6-1-1701(1)(a))": a code that numbers so is one alone.
    """
    reference, passage = situation.passage.reference, situation.passage
    if not reference.section or not passage.faults:
        return found
    cited = _cited_section(situation)
    if cited is None or cited["section"] != reference.section:
        return found
    own = situation.excerpt.index.instruments([reference.id])
    having = {one.id for one in situation.excerpt.index.references if one.section == reference.section}
    if not having <= own or situation.around.speakers is not None:
        return found
    if is_somebodys(situation.text[: passage.start]):
        return found
    return Attribution((reference.id,), True, (cited["cited"],), found.provision, "sentence")


def _of_other_section(situation: Situation, found: Attribution) -> Attribution:
    """What is named, unless that is but a place, and a bracket cites another section than its text has."""
    reference = situation.passage.reference
    if not found.fits or not reference.section or not situation.passage.faults:
        return found
    named = (one for said in found.mentions for one in situation.excerpt.placements.titles.mentions(said))
    cited = _cited_section(situation)
    if cited is None or cited["section"] == reference.section or any(map(is_instrument, named)):
        return found
    return found._replace(named=(), fits=None, unknown=cited["cited"])


def _of_companion(situation: Situation, found: Attribution) -> Attribution:
    """What is named, unless words that are not its own are said to be from something beside it."""
    if found.fits is None or (found.fits and not situation.passage.faults):
        return found
    companion = situation.companion
    if companion is None or (companion.recital and found.fits):
        return found
    whose = f"{companion.name} ({found.mentions[-1]})" if found.mentions else companion.name
    return found._replace(named=(), fits=None, unknown=whose)


def _titled(situation: Situation, found: Attribution) -> Attribution:
    """The instrument in the headings above words that are said to be a law's, or what was found before."""
    excerpt, titles = situation.excerpt, situation.excerpt.placements.titles
    for heading in situation.placement.headings:
        names = [one for one in titles.mentions(heading) if is_instrument(one)]
        ids = ids_of(names) or tuple(excerpt.index.bearing(heading))
        if situation.passage.reference.id in excerpt.index.instruments(ids):
            return Attribution(ids, True, printed_names(names), found.provision, "heading")
        if names or ids:
            break
    return found


def printed_names(names: Iterable[Mention]) -> tuple[str, ...]:
    """How the names that stand for texts of the library are printed, each once."""
    return tuple(dict.fromkeys(name.text for name in names if name.ids))
