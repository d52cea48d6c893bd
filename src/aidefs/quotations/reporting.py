"""A passage as it is reported, and quotations whose text is known before their words are compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial

from aidefs.alignment.edits import Edit
from aidefs.classes import replace
from aidefs.quotations.anchors import QuotedProvision, anchor_of, is_laws_own, may_be_anchored, renders
from aidefs.quotations.case import INTRODUCTION, Case
from aidefs.quotations.claims import presented
from aidefs.quotations.earlier_versions import in_force_of
from aidefs.quotations.excerpt import Excerpt
from aidefs.quotations.fragments import ALIKE, best_fragment
from aidefs.quotations.index import Index
from aidefs.quotations.introductions import DEFINED_AS
from aidefs.quotations.judgement import deciding
from aidefs.quotations.marks import MARKS, QuotedSpan, is_string
from aidefs.quotations.misattribution import defining
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.phrases import BESIDE_LAW, PROVISION
from aidefs.quotations.placement import Placements
from aidefs.quotations.quotation import Attribution, Quotation, Unchecked, Verdict
from aidefs.quotations.references import PASSED_STATUS, ReferenceText, words
from aidefs.quotations.situation import Situation
from aidefs.quotations.sources import printed_names
from aidefs.quotations.surroundings import YEAR
from aidefs.quotations.titles import ids_of, is_instrument
from aidefs.quotations.versions import has_words_of
from aidefs.text.languages import UNDETERMINED, primary

__all__ = ["Reporting"]

FEWEST_TELLING = 3  # words of few definitions by which one of a country's laws is known
FEWEST_STATED = 5  # words that may be said to be a definition; fewer are a word of the author's


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
        """A passage with its claim, source and wording, and what follows; of a fragment the source is known.

        Of one whose sentence has another subject it may have been `told` by the words of its title.
        """
        case = Case(self, passage, self.passed, attribution, verdict, told=told)
        rule = deciding(case)
        return Quotation(
            start=case.start,
            end=case.end,
            text=case.printed,
            reading=passage.text,
            definition=passage.reference.definition,
            official=passage.official,
            same_wording=case.same_wording,
            verdict=case.verdict,
            extent=case.extent,
            claim=case.claim,
            exact_matches=case.exact_matches,
            edits=tuple(self._placed(edit, passage) for edit in passage.redline.edits),
            faults=tuple(self._placed(edit, passage) for change in passage.faults for edit in change),
            similarity=passage.similarity,
            attribution=case.attribution,
            score=score,
            severity=case.severity if "wording" in rule.reproach else passage.severity,
            truncated_condition=passage.truncated_condition,
            reproach=rule.reproach,
            reason=rule.says(case),
            earlier=self._is_of_earlier(passage, case.verdict, case.attribution),
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
        anchor = anchor_of(self, place, start, partial(self.surroundings, *place), placement.headings)
        if anchor is not None and anchor.unknown:
            why = f"{anchor.unknown} is not in the collection"
            return None if known_alone else Unchecked(span.start, span.end, why)
        passage = self._rendering(anchor, place) if anchor else None
        return self._of_provision(passage, anchor, place) if anchor and passage else None

    def of_entry(self, start: int, end: int) -> Quotation | None:
        """An entry without marks that stands right behind a provision with its term, beside its definition.

        "**KI-System** (Artikel 3(1)): …" among definitions: one in other words throughout is found no other
        way. Of any but those that are given as the definition nothing is said: they are in their author's own
        words.

        Args:
            start: Where the entry begins in the original text.
            end: Where its first sentence ends.
        """
        place = self.behind(start), self.behind(end)
        headings = self.placements.of(start, end).headings
        anchor = anchor_of(self, place, start, partial(self.surroundings, *place), headings)
        if anchor is None or anchor.unknown:
            return None
        passage = self._rendering(anchor, place)
        if passage is None or not presented(Situation(self, passage, self.passed)).given:
            return None
        return self._of_provision(passage, anchor, place)

    def _rendering(self, anchor: QuotedProvision, place: tuple[int, int]) -> ParallelPassage | None:
        """Words beside the definition of the provision that they stand behind, where they may render it."""
        content = self.reading.text[slice(*place)]
        likely = [one for one in anchor.texts if renders(content, one)]
        if not likely:
            return None
        first, last = (bisect_left(self.starts, at) for at in place)
        made = (self.beside(one, first, last, strange=True) for one in likely)
        return best_fragment(filter(None, made), anchor.named)

    def _of_provision(
        self, passage: ParallelPassage, anchor: QuotedProvision, place: tuple[int, int]
    ) -> Quotation:
        """A passage as a quotation of the provision before it, in which nothing is paraphrased."""
        first, last = (bisect_left(self.starts, at) for at in place)
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
        from aidefs.text.recognition import recognise

        around = self.surroundings(*place)
        mentions = self.placements.titles.mentions(around.sentence)
        names = [one for one in mentions if is_instrument(one)]
        places = [] if names or YEAR.search(around.sentence) else mentions
        if len({one.ids for one in places}) > 1:
            return None  # of two countries either may be meant
        provisions = [one.end() for one in PROVISION.finditer(opened, 0, verb.start())]
        subject = opened[provisions[-1] : verb.start()] if provisions else "?"
        # "On the other hand, Article 3(4) defines": nobody speaks between the provision and its verb.
        nobody = around.speakers is None or not subject.strip(" )") or around.speakers == {*ids_of(places)}
        nobody = nobody and not (around.apart or around.relatives or around.unlisted)
        if not nobody or around.tells_version or BESIDE_LAW.search(around.sentence):
            return None
        if not names and PROVISION.search(around.sentence):
            names = [one for one in self.placements.antecedents.names if is_instrument(one)]
        names = names or places
        lang = recognise(content)
        ids = ids_of(names)
        said = replace(around, heads=())
        theirs = self._enacted_of(ids)
        likely = defining(theirs, said, lang, provision=False) or self._of_term_said(
            theirs, around.sentence, lang
        )
        by_place = names == places
        if by_place:  # of its texts the one that defines the term
            ids = tuple(one.id for one in likely)
        own = {frozenset(self.index.instruments([one])) for one in ids}
        if len(own) != 1 or not all(own) or lang == UNDETERMINED:
            return None
        first, last = (bisect_left(self.starts, at) for at in place)
        if not likely or self.exact(first, last):
            return None
        made = (self.beside(one, first, last, strange=True) for one in likely)
        passage = best_fragment(filter(None, made), ids)
        if passage is None or not passage.faults:
            return None
        verdict: Verdict = "changed" if passage.similarity >= ALIKE else "not found"
        if by_place and (verdict == "not found" or not self._is_known(passage)):
            return None  # a country or State has more texts than are stored
        attribution = Attribution(ids, True, printed_names(names[:1]), around.article, "sentence")
        score = self.total[last] - self.total[first]
        return self.reported(passage, score, attribution, verdict, told=True)

    def _is_known(self, passage: ParallelPassage) -> bool:
        """Whether words have some in common with a definition that few others have."""
        return len(self.telling(*passage.words) & passage.reference.content) >= FEWEST_TELLING

    def _of_term_said(
        self, references: Sequence[ReferenceText], sentence: str, lang: str
    ) -> list[ReferenceText]:
        """The definitions of the longest term in a sentence that says no subject of its own.

        "Colorado “algorithmic discrimination” is defined as": of a term of one word any sentence may speak.
        """
        keys = [key for key, _, _ in words(sentence)]
        found = [one for one in references if primary(one.definition.lang) == primary(lang)]
        terms = {one: [key for key, _, _ in words(one.definition.term)] for one in found}
        held = {
            one: len(term) for one, term in terms.items()
            if len(term) > 1 and any(keys[k : k + len(term)] == term for k in range(len(keys)))
        }  # fmt: skip
        longest = max(held.values(), default=0)
        return [one for one, length in held.items() if length == longest]

    def _enacted_of(self, ids: Sequence[str]) -> list[ReferenceText]:
        """The definitions of what is named, without those of drafts and translations.

        An act that another one has replaced, and that is stored in one version, is still what its name means.
        """
        families = self.index.families
        return [
            one for one in self.versions(ids)
            if is_laws_own(one, self.index)
            or (one.definition.status == "superseded" and len(families.get(one.id, ())) < 2)
        ]  # fmt: skip

    def _placed(self, edit: Edit, passage: ParallelPassage) -> Edit:
        """An edit with its spans in the whole official text and in the original text."""
        official = passage.official[0]
        a = (edit.a[0] + official, edit.a[1] + official) if edit.a else None
        b = self.raw(edit.b[0] + passage.start, edit.b[1] + passage.start) if edit.b else None
        return edit._replace(a=a, b=b)
