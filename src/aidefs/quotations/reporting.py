"""What is said of a passage: its claim, its source and its wording."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import partial

from aidefs.alignment.edits import Edit
from aidefs.classes import replace
from aidefs.library.compiled import fingerprint
from aidefs.quotations.anchors import anchor_of, is_laws_own, may_be_anchored, renders
from aidefs.quotations.attribution import attributed
from aidefs.quotations.claims import (
    claim_of,
    defines_itself,
    is_adapted,
    is_given_as_provision,
    is_in_own_words,
    is_of_quoted_law,
    is_reported,
    is_said_to_be_of_law,
    is_somebodys,
    lists_elements,
    reproaches,
)
from aidefs.quotations.earlier_versions import in_force_of
from aidefs.quotations.excerpt import Excerpt
from aidefs.quotations.fragments import ALIKE, best_fragment
from aidefs.quotations.identification import FRAMED_BY
from aidefs.quotations.index import Index
from aidefs.quotations.introductions import DEFINED_AS, SPEAKS
from aidefs.quotations.marks import MARKS, QuotedSpan, between_straight, enclosing, is_string
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
    share_term,
)
from aidefs.quotations.owners import TOLD_BY_ANOTHER, tells
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.phrases import BESIDE_LAW, HEDGED, PROVISION
from aidefs.quotations.placement import Placement, Placements
from aidefs.quotations.quotation import Attribution, Claim, Extent, How, Quotation, Unchecked, Verdict
from aidefs.quotations.references import PASSED_STATUS, ReferenceText, words
from aidefs.quotations.surroundings import Surroundings
from aidefs.quotations.titles import Mention, is_instrument
from aidefs.quotations.versions import has_words_of
from aidefs.text.languages import UNDETERMINED, primary
from aidefs.text.recognition import recognise

__all__ = ["NEARLY_SAME", "Reporting", "printed_names"]

BEHIND = 320  # characters behind a passage in which its author may deny it or put it right
INTRODUCTION = 400  # characters before it in which he may introduce it
SHORT_QUOTED = 24  # characters between marks that an author may say in his own words
FEW_INSTRUMENTS = 3  # that a document speaks of in which one named far away may be meant
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
FEWEST_STATED = 5  # words that may be said to be a definition; fewer are a word of the author's
NEARLY_SAME = 0.7  # similarity from which words are those of a text that is named far away


class Reporting(Excerpt):
    """A part of a text, and what is said of the passages in it."""

    def __init__(
        self, text: str, low: int, high: int, index: Index, lang: str | None, placements: Placements
    ) -> None:
        """Takes a part, as `Excerpt` does."""
        super().__init__(text, low, high, index, lang, placements)
        self.passed = 0  # offset in the reading behind the passage before
        self.found: list[Quotation] = []  # the passages so far

    def reported(
        self,
        passage: ParallelPassage,
        score: float,
        attribution: Attribution | None = None,
        verdict: Verdict | None = None,
        *,
        told: bool = False,
    ) -> Quotation:
        """A passage with its claim, source and wording; of a fragment the source is known.

        Of one whose sentence has another subject it may have been `told` by the words of its title.
        """
        reference = passage.reference
        start, end = self.raw(passage.start, passage.end)
        own = reference.definition.id
        same = tuple(name for name in self.index.defined[reference.definiens] if name != own)
        equal = self.index.worded.get(fingerprint(passage.keys), ())
        exact = tuple(name for name in equal if name != own and name not in same)
        definiens = self.words[passage.definiens][1]
        # Names in long words of introduction are the law's own.
        framed = passage.definiens - passage.words[0] >= FRAMED_BY
        begins = passage.start if framed else definiens
        around = self.surroundings(begins, passage.end, self.passed)
        placement = self.placements.of(start, end)
        claim = claim_of(passage, self.reading.text, definiens, self.spans, placement, self.text[start:end])
        in_table = claim == "cell" and self.placements.gives_words(placement.column, placement.row)
        given = claim in ("unmarked", "block") and is_given_as_provision(
            passage, self.reading.text, placement
        )
        lists = lists_elements(passage, self.text[start:end])
        if not (lists and claim == "unmarked") and (
            given or (claim == "unmarked" and is_said_to_be_of_law(passage, self.reading.text))
        ):
            claim = "block"
        own_words = not given and is_in_own_words(
            passage, claim, self.reading.text, placement, told=in_table, article=around.article
        )
        claim = "unmarked" if own_words and passage.faults else claim
        texts = {reference.definition.id, *same, *exact}
        extent: Extent = "fragment" if attribution and verdict != "paraphrase" else passage.extent
        if attribution is None:
            attribution = attributed(
                reference,
                texts,
                around,
                self.text,
                start,
                self.index,
                self.placements.antecedents,
                verdict=passage.verdict,
                frame=self.reading.text[passage.start : definiens] if framed else "",
            )
            doubted = passage.faults or passage.cut_from_condition
            if claim == "quoted" and doubted and attribution.fits is None and not attribution.unknown:
                far = self.named_far(around, passage.start, start)
                if passage.similarity >= NEARLY_SAME and texts & self.index.instruments(far):
                    attribution = attribution._replace(named=far, fits=True)
        if attribution.fits is False and not self._would_have(texts, attribution, around):
            # Of the term there may be a definition in it that is not stored.
            whose = f"such a definition of {reference.definition.term} ({attribution.mentions[-1]})"
            attribution = attribution._replace(fits=None, unknown=whose)
        if verdict in (None, "exact") and claim != "unmarked":
            having = {own, *same, *exact}
            for named_by in _NAMED_BY:
                attribution = named_by(self, passage, having, attribution, around)
        if verdict is None:
            attribution = of_unstored_provision(self, passage, attribution, around)
        verdict = verdict or passage.verdict
        anchored = self._anchored(passage, verdict, claim, attribution, placement, start, around)
        attribution = anchored or attribution
        # A string of a program may say anything before what it says of the law.
        spoken = between_straight(self.spans, self.reading.text, definiens)
        set_apart = anchored is not None or (claim == "quoted" and not spoken)
        if verdict == "paraphrase" and set_apart and attribution.fits and attribution.how:
            verdict = "changed"  # between the marks of a quotation nothing is paraphrased
        quoted_law = bool(passage.faults) and is_of_quoted_law(
            passage, self.reading.text, placement, self.placements.titles
        )
        if quoted_law:
            attribution = self._of_title(reference, attribution, placement)
        introduction = self._said_before(passage.start)
        behind = self.reading.text[passage.end : passage.end + BEHIND]
        said = tuple(filter(None, (*attribution.mentions, attribution.provision)))
        marked = claim == "quoted" or placement.block == "quotation"
        reproach, reason = reproaches(
            passage,
            verdict,
            claim,
            attribution,
            equal=bool(exact),
            itself=lambda: (
                not (attribution.fits and quoted_law)
                and defines_itself(
                    self.reading.text,
                    definiens if reference.head else passage.start,
                    self.spans,
                    placement,
                    self.placements.titles,
                )
            ),
            introduction=introduction,
            behind=behind,
            listed=lists and claim == "unmarked",
            own=own_words,
            reported=lambda: is_reported(self.reading.text, passage.start, passage.end, attribution.mentions),
            spoken=lambda: (
                around.speakers is not None
                and not told
                and attribution.how in ("", "sentence")
                and reference.definition.id not in around.speakers
                and not self._is_told(reference, around)
            ),
            hedged=lambda: (
                not marked
                and (
                    HEDGED.search(introduction.rstrip(MARKS + " *_")) is not None
                    or (bool(passage.faults) and is_adapted(introduction, behind, said))
                )
            ),
            quotation=placement.block == "quotation",
            string=lambda: is_string(self.spans, self.reading.text, definiens),
            elsewhere=lambda: has_words_of(passage, self._of_its_term(reference)),
        )
        if reproach == ("source",) and own in self.index.instruments(attribution.named):
            terms = {one.definition.term.casefold() for one in self.references(attribution.named)}
            if reference.definition.term.casefold() not in terms:
                reason = f"the words of another term of the text that is named: {reference.definition.term}"
        earlier = self._is_of_earlier(passage, verdict, attribution)
        family = self.index.families.get(reference.definition.id, ())
        if exact and reproach == ("wording",) and set(exact) & set(family) and around.tells_version:
            reproach, reason = (), "letter for letter another version, which is said to be meant"
        return Quotation(
            start=start,
            end=end,
            text=self.text[start:end],
            reading=passage.text,
            definition=reference.definition,
            official=passage.official,
            same_wording=same,
            verdict=verdict,
            extent=extent,
            claim=claim,
            exact_matches=exact,
            edits=tuple(self._placed(edit, passage) for edit in passage.redline.edits),
            faults=tuple(self._placed(edit, passage) for change in passage.faults for edit in change),
            similarity=passage.similarity,
            attribution=attribution,
            score=score,
            severity=passage.severity,
            truncated_condition=passage.truncated_condition,
            reproach=reproach,
            reason=reason,
            earlier=earlier,
        )

    def _is_of_earlier(self, passage: ParallelPassage, verdict: Verdict, attribution: Attribution) -> bool:
        """Whether a passage has words of an earlier version, where it departs from the text in force."""
        own = passage.reference
        if own.definition.status in PASSED_STATUS:
            return attribution.fits is not True and in_force_of(own.id, self.index) is not None
        if verdict not in ("punctuation", "changed"):
            return False
        drafts = self.references(self.index.families.get(own.id, ()))
        lang = primary(own.definition.lang)
        return has_words_of(
            passage,
            [
                one for one in drafts
                if one.definition.status in PASSED_STATUS and primary(one.definition.lang) == lang
            ],
        )  # fmt: skip

    def _anchored(
        self,
        passage: ParallelPassage,
        verdict: Verdict,
        claim: Claim,
        attribution: Attribution,
        placement: Placement,
        start: int,
        around: Surroundings,
    ) -> Attribution | None:
        """The source of a quotation that stands right behind its provision; None where that says nothing."""
        unsure = attribution.fits is None and not attribution.unknown
        if verdict == "exact" or not (unsure or (attribution.fits and verdict == "paraphrase")):
            return None
        if claim not in ("quoted", "block") or not may_be_anchored(self.text, start):
            return None
        around_it = [one for one in enclosing(self.spans, passage.start) if one.end >= passage.end]
        if claim == "quoted" and around_it:
            place = max(around_it, key=lambda one: one.start).inner
        elif placement.block == "quotation" and placement.within:
            low, high = placement.within
            place = self.behind(low), self.behind(high)
        else:
            return None
        anchor = anchor_of(self, place, start, lambda: around, placement.headings)
        if anchor is None or passage.reference not in anchor.texts:
            return None
        how: How = attribution.how or "label"
        return Attribution(anchor.named, True, anchor.mentions, anchor.provision, how)

    def of_anchor(
        self, place: tuple[int, int], span: QuotedSpan, *, known_alone: bool = False
    ) -> Quotation | Unchecked | None:
        """Words between marks, or in a block quotation, that stand right behind a provision, beside it.

        Args:
            place: The words in the reading, without the marks around them.
            span: The marks in the original text.
            known_alone: Whether those of which no version in their language is stored are passed over.
        """
        start, end = span.inner
        if not may_be_anchored(self.text, start):
            return None
        placement = self.placements.of(start, end)
        if not span.closed and placement.block != "quotation":
            return None
        around = partial(self.surroundings, *place)
        anchor = anchor_of(self, place, start, around, placement.headings)
        if anchor is not None and anchor.unknown:
            why = f"{anchor.unknown} is not in the collection"
            return None if known_alone else Unchecked(span.start, span.end, why)
        content = self.reading.text[slice(*place)]
        likely = [one for one in anchor.texts if renders(content, one)] if anchor else []
        if anchor is None or not likely:
            return None
        first, last = (bisect_left(self.starts, at) for at in place)
        made = (self.beside(one, first, last, strange=True) for one in likely)
        passage = best_fragment(filter(None, made), anchor.named)
        if passage is None:
            return None
        attribution = Attribution(anchor.named, True, anchor.mentions, anchor.provision, "label")
        verdict: Verdict = "changed" if passage.verdict == "paraphrase" else passage.verdict
        return self.reported(passage, self.total[last] - self.total[first], attribution, verdict)

    def of_statement(self, place: tuple[int, int], span: QuotedSpan) -> Quotation | None:
        """Words between marks that a sentence says are how a text defines a term, whatever they share.

        "The AI Act defines a provider as “…”": the definition is stored whole, so that it can be seen that
        words are not its own. A wrong number of the article beside the term changes nothing in what is said.

        Args:
            place: The words in the reading, without the marks around them.
            span: The marks in the original text.
        """
        text = self.reading.text
        content = text[slice(*place)]
        opened = text[max(place[0] - INTRODUCTION, 0) : place[0]].rstrip(MARKS + " *_")
        verb = DEFINED_AS.search(opened)
        if not span.closed or verb is None or len(words(content)) < FEWEST_STATED:
            return None
        if content.rstrip(MARKS + " ").endswith("?") or is_string(self.spans, text, place[0]):
            return None
        around = self.surroundings(*place)
        provisions = [one.end() for one in PROVISION.finditer(opened, 0, verb.start())]
        subject = opened[provisions[-1] : verb.start()] if provisions else "?"
        # "On the other hand, Article 3(4) defines": nobody speaks between the provision and its verb.
        nobody = around.speakers is None or not subject.strip(" )")
        nobody = nobody and not (around.apart or around.relatives or around.unlisted)
        if not nobody or around.tells_version or BESIDE_LAW.search(around.sentence):
            return None
        names = [one for one in self.placements.titles.mentions(around.sentence) if is_instrument(one)]
        if not names and PROVISION.search(around.sentence):
            names = [one for one in self.placements.antecedents.names if is_instrument(one)]
        own = {frozenset(self.index.instruments(one.ids)) for one in names}
        lang = recognise(content)
        if len(own) != 1 or not all(own) or lang == UNDETERMINED:
            return None
        ids = tuple(dict.fromkeys(name for one in names for name in one.ids))
        said = replace(around, heads=())
        likely = defining(self._in_force_of(ids), said, lang, provision=False)
        first, last = (bisect_left(self.starts, at) for at in place)
        if not likely or self.exact(first, last):
            return None
        made = (self.beside(one, first, last, strange=True) for one in likely)
        passage = best_fragment(filter(None, made), ids)
        if passage is None or not passage.faults:
            return None
        verdict: Verdict = "changed" if passage.similarity >= ALIKE else "not found"
        attribution = Attribution(ids, True, printed_names(names[:1]), around.article, "sentence")
        score = self.total[last] - self.total[first]
        return self.reported(passage, score, attribution, verdict, told=True)

    def _in_force_of(self, ids: Sequence[str]) -> list[ReferenceText]:
        """The definitions of what is named, without those of drafts and translations."""
        return [one for one in self.versions(ids) if is_laws_own(one, self.index)]

    def _of_title(
        self, reference: ReferenceText, attribution: Attribution, placement: Placement
    ) -> Attribution:
        """What is named, or the instrument in the headings above words that are said to be a law's."""
        if attribution.fits is not None or attribution.unknown:
            return attribution
        for heading in placement.headings:
            names = [one for one in self.placements.titles.mentions(heading) if is_instrument(one)]
            ids = tuple(dict.fromkeys(name for one in names for name in one.ids))
            ids = ids or tuple(self.index.bearing(heading))
            if reference.definition.id in self.index.instruments(ids):
                mentions = printed_names(names)
                return Attribution(ids, True, mentions, attribution.provision, "heading")
            if names or ids:
                break
        return attribution

    def _said_before(self, at: int) -> str:
        """What an author says before a place of the reading, without the words that he quotes."""
        low = max(at - INTRODUCTION, 0)
        parts = []
        for span in sorted(self.spans.reaching(low, at)):
            if span.closed and low <= span.start and span.end <= at and span.end - span.start > SHORT_QUOTED:
                parts.append(self.reading.text[low : span.inner[0]])
                low = span.inner[1]
        return "".join((*parts, self.reading.text[low:at]))

    def _of_its_term(self, reference: ReferenceText) -> Iterator[ReferenceText]:
        """The other texts that define the term of one, in its language."""
        lang = primary(reference.definition.lang)
        for one in self.index.references:
            if one is not reference and share_term(one, reference) and primary(one.definition.lang) == lang:
                yield one

    def _would_have(self, texts: Set[str], attribution: Attribution, around: Surroundings) -> bool:
        """Whether of what is named a definition is stored that would have the words of some texts."""
        if not attribution.mentions:
            return True
        quoted = self.references(texts)
        named = self.versions(attribution.named)
        langs = {one.definition.lang for one in quoted}
        if any(defining(named, around, lang) for lang in langs):
            return True
        kin = {name for one in named for name in self.index.family(one.id)}
        if not kin.isdisjoint(self.index.instruments(texts)):
            return True  # those of another version
        return defines_same({*named, *self.references(kin)}, quoted, around.sentence, self.index)

    def _is_told(self, one: ReferenceText, around: Surroundings) -> bool:
        """Whether the subject of a sentence is no known name, but words of the title of a text.

        Behind a comma it is somebody who speaks of the text.
        """
        says = SPEAKS.search(around.sentence)
        subject = around.sentence[: says.start()] if says else around.sentence
        if "," in subject:
            return False
        family = self.index.instruments([one.id, *self.index.family(one.id)])
        related = any(family & {*name.ids} for name in around.relatives)
        return not related and tells(one, subject, self.index, TOLD_BY_ANOTHER)

    def named_far(self, around: Surroundings, at: int, start: int) -> tuple[str, ...]:
        """The text that is named last in the document before a place, where nothing nearby may be the source.

        Args:
            around: What stands around the place.
            at: The place in the reading.
            start: The same in the original text.
        """
        before = self.reading.text[max(at - 400, 0) : at].rstrip(MARKS + " ")
        if around.apart or around.speakers is not None or is_somebodys(before):
            return ()
        found = self.placements.antecedents.far(start)
        named = {frozenset(self.index.instruments(one)) for one in self.placements.antecedents.instruments}
        if found is None or len(named) > FEW_INSTRUMENTS:
            return ()
        ids = found.ids or tuple(self.index.bearing(found.text))
        places = [one for tier in around.tiers for one in tier.names]
        theirs = all(one.kind != "instrument" and set(one.ids) & set(ids) for one in places)
        return ids if theirs and self.are_of_one(ids) else ()

    def _placed(self, edit: Edit, passage: ParallelPassage) -> Edit:
        """An edit with its spans in the whole official text and in the original text."""
        official = passage.official[0]
        a = (edit.a[0] + official, edit.a[1] + official) if edit.a else None
        b = self.raw(edit.b[0] + passage.start, edit.b[1] + passage.start) if edit.b else None
        return edit._replace(a=a, b=b)


def printed_names(names: Iterable[Mention]) -> tuple[str, ...]:
    """How the names that stand for texts of the library are printed, each once."""
    return tuple(dict.fromkeys(name.text for name in names if name.ids))
