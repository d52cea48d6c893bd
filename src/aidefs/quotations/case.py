"""What is known of a passage: its claim, its source and its wording, and what is said of it.

Each thing is worked out when a rule of `judgement` first asks for it, since most passages are exact and need
few of them. They stand here in the order in which one is found from the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from aidefs.classes import kept
from aidefs.patterns import late
from aidefs.quotations.claims import (
    FEW,
    LONG,
    NEARLY,
    Presentation,
    introduces_otherwise,
    is_given_as_whole,
    lists_elements,
    presented,
    stands_behind_provision,
)
from aidefs.quotations.excerpt import Excerpt
from aidefs.quotations.introductions import DEFINED_AS, SPEAKS
from aidefs.quotations.marks import MARKS, between_straight, enclosing, is_string
from aidefs.quotations.misattribution import share_term
from aidefs.quotations.owners import TOLD_BY_ANOTHER, tells
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.phrases import AS_DEFINED, HEDGED, IN_PART, OWN_ENTRIES, PROVISION
from aidefs.quotations.quotation import Attribution, Claim, Extent, Verdict
from aidefs.quotations.references import ReferenceText
from aidefs.quotations.sayings import (
    LONGEST_LABEL,
    before_in_line,
    defines_itself,
    has_model,
    is_adapted,
    is_asked,
    is_beside_law,
    is_catchword,
    is_disclaimed,
    is_exercise,
    is_of_other_stage,
    is_of_other_translation,
    is_of_recital,
    is_one_of_alternatives,
    is_put_right,
    is_reported,
    is_said_to_be_a_part,
    is_said_to_be_whole,
    is_said_to_end,
    is_shown_as_wrong,
    is_somebodys,
    line_above,
    states_source,
    tells_exception,
    term_at_head,
)
from aidefs.quotations.severity import Severity
from aidefs.quotations.situation import Situation
from aidefs.quotations.sources import NamedSource, source_of
from aidefs.quotations.surroundings import YEAR
from aidefs.quotations.titles import is_instrument
from aidefs.quotations.versions import has_words_of
from aidefs.text.languages import primary

__all__ = ["INTRODUCTION", "Case"]

INTRODUCTION = 400  # characters before a passage in which its author may introduce it
BEHIND = 320  # characters behind it in which he may deny it or put it right
OPENING = 120  # characters before it in which he may say that a text defines a term so
SHORT_QUOTED = 24  # characters between marks that an author may say in his own words
FEWEST = 2  # words that may be others where no source is named
RUN = 15  # words that must agree for each of them
LONGEST_TITLE = 300  # characters of a cell that begins with the title of a text
NAME_ENDS = late(r"[*_\s]*(?:[,;:.(\[–—-]|\Z)")  # behind the name in a cell that has little else
LOOSE = 0.7  # similarity below which words between marks may be those of a guideline, where one is spoken of


class Case(Situation):
    """What is known of a passage.

    Of a fragment that was held against a text the source and the wording are known beforehand.
    """

    def __init__(
        self,
        excerpt: Excerpt,
        passage: ParallelPassage,
        passed: int,
        attribution: Attribution | None = None,
        verdict: Verdict | None = None,
        *,
        told: bool = False,
    ) -> None:
        """Knows where a passage stands.

        Args:
            excerpt: The part of the document.
            passage: The passage.
            passed: Offset in the reading behind the passage before.
            attribution: The source, of a fragment.
            verdict: How its words agree, of a fragment.
            told: Whether the subject of its sentence may have been told by the words of its title.
        """
        super().__init__(excerpt, passage, passed)
        self._known_source, self._known_verdict, self._told = attribution, verdict, told

    # --- claim: how is it presented? -----------------------------------------------------------

    @kept
    def presentation(self) -> Presentation:
        """How it is presented."""
        return presented(self)

    @property
    def claim(self) -> Claim:
        """As what."""
        return self.presentation.claim

    @property
    def unmarked(self) -> bool:
        """Whether it stands in prose, a list or its author's own words."""
        return self.claim == "unmarked"

    @property
    def listed(self) -> bool:
        """Whether it is a list of the elements, or not quite in their words one of several that name them."""
        place = self.passage.start, self.passage.end
        return self.presentation.listed or (self.differs and is_catchword(self.text, *place, self.spans))

    @property
    def own(self) -> bool:
        """Whether it is in its author's own words."""
        return self.presentation.own

    # --- source: what is named? ----------------------------------------------------------------

    @kept
    def source(self) -> NamedSource:
        """What is named as its source, and how near."""
        return source_of(self, self.claim, self.presentation.given, self._known_source, self._known_verdict)

    @property
    def attribution(self) -> Attribution:
        """What is named as its source."""
        return self.source.attribution

    @property
    def fits(self) -> bool:
        """Whether a text of the collection is named, and it is from this one."""
        return self.attribution.fits is True

    @property
    def misfits(self) -> bool:
        """Whether a text of the collection is named, and it is from another one."""
        return self.attribution.fits is False

    @property
    def unknown(self) -> bool:
        """Whether a text is named that is not in the collection."""
        return bool(self.attribution.unknown)

    @property
    def headed(self) -> bool:
        """Whether nothing but a heading names a source."""
        return self.attribution.how == "heading"

    # --- wording: how do the words agree? ------------------------------------------------------

    @kept
    def verdict(self) -> Verdict:
        """How its words agree; of what is set apart from its author's own words nothing is a paraphrase."""
        found = self._known_verdict or self.passage.verdict
        if found != "paraphrase" or not (self.source.beside or (self.fits and self.presentation.given)):
            return found
        # A string of a program may say anything before what it says of the law.
        spoken = between_straight(self.spans, self.text, self.definiens)
        spoken = spoken and not self.announced
        set_apart = self.source.anchored or self.presentation.given or (self.claim == "quoted" and not spoken)
        return "changed" if set_apart else found

    @property
    def extent(self) -> Extent:
        """How much of the definition it gives."""
        fragment = self._known_source is not None and self._known_verdict != "paraphrase"
        return "fragment" if fragment else self.passage.extent

    @property
    def differs(self) -> bool:
        """Whether it is the text but for words or punctuation."""
        return self.verdict in ("punctuation", "changed")

    @property
    def absent(self) -> bool:
        """Whether its words stand in no version of the text that is named."""
        return self.verdict == "not found"

    @property
    def departs(self) -> bool:
        """Whether it is not the text, and no paraphrase either."""
        return self.differs or self.absent

    @property
    def equal(self) -> bool:
        """Whether it is letter for letter another stored text."""
        return bool(self.exact_matches)

    @kept
    def others(self) -> int:
        """How many words are others; one that stands for another counts once."""
        return sum(map(max, self.passage.changed))

    @property
    def alike(self) -> bool:
        """Whether it is nearly the text."""
        return self.passage.similarity >= NEARLY

    @property
    def loose(self) -> bool:
        """Whether it stands between marks and is far from the text."""
        return self.passage.similarity < LOOSE and self.claim == "quoted"

    @property
    def cut(self) -> bool:
        """Whether it ends before the text does, and nothing marks that."""
        return self.passage.early > 0 and not self.passage.late and not self.passage.dotted

    # --- sayings: what is said of it? ----------------------------------------------------------

    @kept
    def introduction(self) -> str:
        """What its author says before it, without the words that he quotes."""
        at = self.passage.start
        low = max(at - INTRODUCTION, 0)
        parts = []
        for span in sorted(self.spans.reaching(low, at)):
            if span.closed and low <= span.start and span.end <= at and span.end - span.start > SHORT_QUOTED:
                parts.append(self.text[low : span.inner[0]])
                low = span.inner[1]
        return "".join((*parts, self.text[low:at]))

    @kept
    def behind(self) -> str:
        """What follows it."""
        return self.text[self.passage.end : self.passage.end + BEHIND]

    @property
    def of_recital(self) -> bool:
        """Whether it is said to be from a recital or annex."""
        if is_of_recital(self.introduction):
            return True
        return self.companion is not None and self.companion.recital

    @property
    def asked(self) -> bool:
        """Whether it is part of a question between the same marks, or of an exercise."""
        if is_asked(self.behind) or is_exercise(self.introduction, self.printed):
            return True
        return is_one_of_alternatives(self.text, self.passage.start, self.passage.end, self.spans)

    @property
    def spoken(self) -> bool:
        """Whether the sentence has another subject, who defines or says so."""
        return (
            self.around.speakers is not None
            and not self._told
            and self.attribution.how in ("", "sentence")
            and self.passage.reference.id not in self.around.speakers
            and not _is_told_by_title(self)
        )

    @kept
    def reported(self) -> bool:
        """Whether somebody who speaks of the text is said to use these words."""
        return is_reported(self.text, self.passage.start, self.passage.end, self.attribution.mentions)

    @kept
    def of_other_stage(self) -> bool:
        """Whether it is said to be of a stage or year of the text that is named which is not stored."""
        index, definition = self.excerpt.index, self.passage.reference.definition
        named = {definition.id} if self.fits else {*self.attribution.named}
        meant = {*named, *(one for name in named for one in index.family(name))}
        written = index.titles.written[definition.id]
        in_force = (one.definition.in_force[:4] for one in self.excerpt.references(meant))
        years = {*in_force, *(index.titles.years.get(one, "") for one in meant)}
        years.update(
            year for one in meant & {*index.ranks} for year in YEAR.findall(index.titles.written[one])
        )
        notes = (*self.placement.notes, *self.placement.asides)
        return any(
            is_of_other_stage(
                self.introduction,
                said,
                self.attribution.mentions,
                years - {""},
                drafted=self.fits and definition.kind in ("draft", "bill"),
                told=f"{written} {definition.stage}",
            )
            for said in (self.behind, *notes)
        )

    @kept
    def of_other_translation(self) -> bool:
        """Whether it is said to be a translation that is nobody's official one."""
        return is_of_other_translation(self.introduction, self.behind)

    @kept
    def disclaimed(self) -> bool:
        """Whether the words are said not to be the text's."""
        said = is_disclaimed(self.introduction, self.behind, self.attribution.mentions)
        place = self.passage.start, self.passage.end
        return said or is_shown_as_wrong(self.text, *place, self.placement)

    @kept
    def beside_law(self) -> bool:
        """Whether guidelines, an example or a summary, but no definition, are spoken of before it."""
        return is_beside_law(self.introduction) and not self.announced

    @kept
    def announced(self) -> bool:
        """Whether it is said to be as a text defines it: "AI system as defined by the AI Act: …"."""
        said = self.introduction + self.text[self.passage.start : self.definiens]
        return AS_DEFINED.search(said.rstrip(MARKS + " ")) is not None

    @kept
    def itself(self) -> bool:
        """Whether a law defines the term in it; what a note or table says of it is more."""
        if self.attribution.how in ("footnote", "table"):
            return False
        if self.fits and (self.of_quoted_law or self.in_named_row or self.below_its_provision):
            return False
        if self.fits and stands_behind_provision(self):
            return False
        begins = self.definiens if self.passage.reference.head else self.passage.start
        titles = self.excerpt.placements.titles
        return defines_itself(self.text, begins, self.spans, self.placement, titles)

    @property
    def in_named_row(self) -> bool:
        """Whether it stands in a cell, and one beside it or its column's head begins with its text's name.

        It may be that of its State, where no other instrument of it is named in the row.
        """
        if self.claim != "cell":
            return False
        index, own = self.excerpt.index, self.passage.reference.id
        theirs = index.instruments([own, *index.family(own)])
        row = self.placement.row or before_in_line(self.text, self.passage.start).split("\t")
        told = [cell for cell in (self.placement.column, *row) if len(cell) <= LONGEST_TITLE]
        names = [(one, cell) for cell in told for one in self.excerpt.placements.titles.mentions(cell)]
        opening = [one for one, cell in names if one.start == 0 and NAME_ENDS.match(cell, one.end)]
        first = [one for one in opening if not theirs.isdisjoint(one.ids)]
        others = any(is_instrument(one) and theirs.isdisjoint(one.ids) for one, _ in names)
        return any(map(is_instrument, first)) or (bool(first) and not others)

    @property
    def in_row_of_another(self) -> bool:
        """Whether most other rows of its table name their texts or places, and its own does not name its own.

        "Suriname | bill | …" between rows of the EU and of Utah has words of a bill that nobody knows here.
        """
        placement, titles, own = self.placement, self.excerpt.placements.titles, self.passage.reference.id
        named = [any(one.ids for one in titles.mentions(said)) for said in placement.others]
        if not any(named) or 2 * sum(named) < len(named):
            return False
        return not any(own in one.ids for cell in placement.row for one in titles.mentions(cell))

    @property
    def below_its_provision(self) -> bool:
        """Whether a line that has but the name of its text and its provision stands right above it.

        "Article 3(1) of the AI Act", and below it the definition, without the number that it has in its law.
        """
        before = before_in_line(self.text, self.passage.start)
        if before.strip(MARKS + " >*_"):
            return False
        above = PROVISION.sub("", line_above(self.text, self.passage.start - len(before)))
        article = self.passage.reference.is_article(self.around.article)
        return article and self.excerpt.placements.is_name(above)

    @kept
    def strange_term(self) -> str:
        """The term before a definition far from the text that is named, of which none is stored; "" for none.

        "«modelli di intelligenza artificiale: i modelli definiti …»" is no definition of a system.
        """
        if not self.fits or self.alike:
            return ""
        around = [one for one in enclosing(self.spans, self.definiens) if one.end >= self.passage.end]
        said = term_at_head(self.text, around[0].inner[0]) if around else ""
        own, index = self.passage.reference, self.excerpt.index
        if not index.is_strange_term(said, own.id):
            return ""
        theirs = index.instruments(self.attribution.named)
        stored = any(not index.is_strange_term(said, name) for name in theirs)
        return "" if stored else said

    @property
    def hedged(self) -> bool:
        """Whether it stands without marks, and is said to be the sense of a text or made after it."""
        if self.excerpt.placements.paraphrases and self.without_marks:
            return True
        if (
            self.passage.faults
            and self.claim == "quoted"
            and self.without_marks
            and has_model(self.introduction)
        ):
            return True
        if self.claim == "quoted" or self.placement.block == "quotation":
            return False
        if any(map(OWN_ENTRIES.search, self.excerpt.placements.leads(self.start))):
            return True
        if HEDGED.search(self.introduction.rstrip(MARKS + " *_")):
            return True
        said = tuple(filter(None, (*self.attribution.mentions, self.attribution.provision)))
        return bool(self.passage.faults) and is_adapted(self.introduction, self.behind, said)

    @property
    def without_marks(self) -> bool:
        """Whether nothing sets it apart as words of another; the marks of a string say nothing of that."""
        if self.placement.block == "quotation":
            return False
        return self.claim != "quoted" or is_string(self.spans, self.text, self.definiens)

    @kept
    def defining(self) -> bool:
        """Whether it is nearly the text, and stands right behind "defines … as"."""
        if not self.alike or self.others > FEW:
            return False
        return DEFINED_AS.search(self.introduction[-OPENING:].rstrip(MARKS + " ")) is not None

    @property
    def said_to_end(self) -> bool:
        """Whether the text is said to end where it does."""
        return is_said_to_end(self.behind)

    @property
    def said_to_be_whole(self) -> bool:
        """Whether it is said to be all of the text."""
        return is_said_to_be_whole(self.introduction, self.behind)

    @property
    def put_right(self) -> bool:
        """Whether the right words follow for each that differs."""
        return is_put_right(self.passage, self.behind)

    # --- what the three come to ----------------------------------------------------------------

    @kept
    def quoted(self) -> bool:
        """Whether it is presented as a quotation: set apart, or in prose under the name of the text.

        In prose it is one if it is the text but for a few words, or longer and said to define the term.
        """
        if not self.unmarked:
            return True
        if not (self.fits and self.attribution.how):
            return False
        equal = self.passage.redline.words.equal
        changed = sum(gone + new for gone, new in self.passage.changed)
        nearly = changed <= FEW and equal >= LONG and not lists_elements(self.passage)
        return nearly or (equal >= RUN and self.defining)  # a few words in prose are its author's own

    @property
    def rightly_quoted(self) -> bool:
        """Whether exact words are set apart as those of the text that is named."""
        return self.verdict == "exact" and self.fits and not self.unmarked

    @kept
    def short_of_exception(self) -> bool:
        """Whether it is given as all of the text named beside it, which goes on with an exception.

        Nobody is told of either: not by its author, in whatever words, nor by an ellipsis.
        """
        if not (self.fits and self.attribution.how and self.passage.cut_from_exception):
            return False
        if self.extent == "fragment" or self.equal:
            return False
        if not is_given_as_whole(self, self.claim):
            return False
        row = [cell for cell in self.placement.row if len(cell) <= LONGEST_LABEL]
        if is_said_to_be_a_part(self.introduction, self.behind) or any(map(IN_PART.search, row)):
            return False
        beside = (*self.placement.notes, *self.placement.asides, *self.placement.row)
        if tells_exception(self.passage, self.text, self.excerpt.text, beside):
            return False
        # Its text may be another one than the stored one, or the words nobody's who speaks for the text.
        other = self.of_other_stage or self.of_other_translation or self.spoken or self.reported
        return not (other or self.asked or self.disclaimed or self.hedged)

    @property
    def severity(self) -> Severity | None:
        """How grave its fault is, where its wording is reproached: first, that it leaves off an exception.

        Exact words are not reproached but for what they leave off.
        """
        leaves_off = self.passage.cut_from_exception and self.verdict == "exact"
        return "condition" if leaves_off or self.short_of_exception else self.passage.severity

    @property
    def misattributed(self) -> bool:
        """Whether another text is named than the one that it is plainly from."""
        if not self.misfits or self.verdict == "paraphrase":
            return False
        return self.quoted or self.verdict == "exact" or self.alike

    @property
    def of_other_term(self) -> bool:
        """Whether it is from the text that is named, and this one is named for another term."""
        own, excerpt = self.passage.reference, self.excerpt
        if own.id not in excerpt.index.instruments(self.attribution.named):
            return False
        terms = {one.definition.term.casefold() for one in excerpt.references(self.attribution.named)}
        return own.definition.term.casefold() not in terms

    @property
    def of_version_meant(self) -> bool:
        """Whether it is letter for letter another version, and another version is spoken of or cited."""
        index = self.excerpt.index
        family = {*index.families.get(self.passage.reference.id, ())}
        versions = family & {*self.exact_matches}
        if not versions:
            return False
        in_force = family - index.titles.passed
        return self.around.tells_version or self.excerpt.placements.cites(
            self.start, self.end, versions, in_force
        )

    @property
    def almost(self) -> bool:
        """Whether no source is needed to see that it is a text but for a word or two.

        Of an entry without marks that goes less far its author may have made a definition of his own, and so
        may who has another connector than the law: "„KI-System“ meint".
        """
        equal = self.passage.redline.words.equal
        if self.others > FEWEST or equal < max(self.others * RUN, LONG):
            return False
        if self.claim not in ("quoted", "block", "cell") or is_string(self.spans, self.text, self.definiens):
            return False
        if introduces_otherwise(self.passage) or self.in_row_of_another:
            return False
        if states_source(self.text[max(self.passage.start - INTRODUCTION, 0) : self.passage.start]):
            return False
        set_apart = self.claim == "quoted" or self.placement.block == "quotation"
        return set_apart or self.passage.extent != "truncated"

    @property
    def may_be_of_another(self) -> bool:
        """Whether words that name no source may be another's: a bill's, a work's, another stored text's."""
        if self.placement.of_work or self.disclaimed or is_somebodys(self.introduction):
            return True
        return has_words_of(self.passage, _of_its_term(self.excerpt, self.passage.reference))


def _is_told_by_title(case: Case) -> bool:
    """Whether the subject of a sentence is no known name, but words of the title of a text.

    Behind a comma it is somebody who speaks of the text.
    """
    one, around, index = case.passage.reference, case.around, case.excerpt.index
    says = SPEAKS.search(around.sentence)
    subject = around.sentence[: says.start()] if says else around.sentence
    if "," in subject:
        return False
    for name in case.attribution.mentions:  # "La charte s’écarte du règlement (UE) 2024/1689 et définit"
        subject = subject.replace(name, " ")
    family = index.instruments([one.id, *index.family(one.id)])
    related = any(family & {*name.ids} for name in around.relatives)
    return not related and tells(one, subject, index, TOLD_BY_ANOTHER)


def _of_its_term(excerpt: Excerpt, reference: ReferenceText) -> Iterator[ReferenceText]:
    """The other texts that define the term of one, in its language."""
    lang = primary(reference.definition.lang)
    for one in excerpt.index.references:
        if one is not reference and share_term(one, reference) and primary(one.definition.lang) == lang:
            yield one
