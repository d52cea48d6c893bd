"""The search for fragments and for statements in prose, by what is named around them and by their words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from functools import cache, partial
from itertools import chain

from aidefs.alignment.edits import Edit
from aidefs.patterns import late
from aidefs.quotations.anchors import told_by_provision
from aidefs.quotations.antecedents import SHORT
from aidefs.quotations.attribution import dated
from aidefs.quotations.fragments import (
    ALIKE,
    KNOWN,
    LETTERS,
    STATED,
    UNKNOWN_LENGTH,
    Overlap,
    begins_as_definition,
    best_fragment,
    cited_behind,
    has_in_common,
    introduced_as_definition,
    is_changed,
    is_introduced,
    is_nearly,
    is_shortened,
    is_spelt_otherwise,
    is_term,
    least_departing,
    long_enough,
    may_be_changed,
    may_be_of_any,
    may_quote_definition,
)
from aidefs.quotations.identification import Rival
from aidefs.quotations.introductions import DEFINES_OR_STATES
from aidefs.quotations.marks import MARKS, QuotedSpan, is_string
from aidefs.quotations.misattribution import (
    FEWEST_OWN,
    LONG_VERSION,
    OWN,
    SENTENCE_ENDS,
    are_enough,
    are_misattributed,
    defining,
    in_version_meant,
    is_of_unstored,
    of_another,
)
from aidefs.quotations.owners import (
    TOLD_BY_ANOTHER,
    LastNamed,
    is_body,
    is_called,
    is_issuer,
    is_kind,
    last_named,
    tells,
    unless_listed,
)
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.phrases import FIRST_PERSON
from aidefs.quotations.quotation import Attribution, Quotation, Unchecked, Verdict
from aidefs.quotations.references import ReferenceText, StemmedWord, words
from aidefs.quotations.reporting import Reporting
from aidefs.quotations.sayings import states_source
from aidefs.quotations.sources import FAR, NEARLY_SAME, named_far, printed_names
from aidefs.quotations.surroundings import Surroundings, article_in
from aidefs.quotations.titles import FOREIGN_KINDS, KINDS, Mention, is_instrument
from aidefs.quotations.versions import speaks_of_change, year_told
from aidefs.text.languages import UNDETERMINED, primary

__all__ = ["FragmentSearch"]

# Between two strings of JSON: another key.
_KEY = r",\s*+[\"'][\w .-]{1,60}[\"'][ \t]*:[ \t]*[\"'\[{]"
NEXT_KEY = late(_KEY)
# Between paragraphs, and between strings of a program: a string, bracket or key follows in the next line, or
# another key in the same one.
PARTED = late(
    rf"\n\s*\n|{_KEY}"
    r"|[\"'\]}][ \t]*,?[ \t]*\n(?=[ \t]*(?:[\"'\[\]{}#]|[\w.-]+\s?[:=]))"
)
# What a sentence calls a text that was quoted in the one before: "The provision reaches everyone".
OF_TEXT = late(
    r"\b(?:the|this|that|same|its|die|diese[rs]?|der|dieselbe|l[ae]|cette|cet|son|sa|el|esta?|il|lo|quest[ao]|dezelfde|de|het)\s(?:\w+\s)?"
    r"(?:provision|article|definition|text|clause|paragraph|point|section|sentence|law|act|statute|Vorschrift|Bestimmung|Definition|Norm|Text"
    r"|disposition|définition|texte|disposición|definición|artículo|texto|disposizione|definizione|articolo|testo|bepaling|definitie|artikel|tekst)\b"
    r"|\bl[’'](?:article|articolo)\b",
    re.IGNORECASE,
)
LONGEST_TERM = 10  # words between marks that may be a term, by what follows them
QUESTION = 300  # characters before one in which a text may be told that it calls by its kind
SHORTEST_STATEMENT = 8  # words in prose that may paraphrase a definition
CITED = 100  # characters behind a quotation in which brackets may cite its provision
MANY = 12  # words of one that need none of these, where nearly all agree
SOME = 6  # the same, where the first and the last agree
FEW_OVER = 5  # words of one of which the first or last may be those of the rest of the law, however alike
FEW_CHOSEN = 4  # words of one between which but words are left out, as anybody may say them
FEWEST = 5  # words of one that a single telling word makes known, where the first and the last agree
MOST = 0.8  # share of a definition that is most of it
HALF = 0.55  # similarity from which words are adapted ones, where some of them are telling
MOST_OWN = 3  # telling words of such
ADAPTED = 8  # all words of such
RUN = 7  # words in a row of such that go over into others
CLOSE = 0.85  # similarity from which nearly all agree
COMMON = 3  # content words that such words have in common with it
CERTAIN = 0.8  # similarity from which words at the edge of a fragment may be changed ones
IN_FORCE = late(
    r"\b[Tt]he\s(?:(?:final|adopted|enacted|published|eventual)\s(?:Regulation|Act|Convention|Law|Directive|Statute|Order|text)\b"
    r"|(?:Regulation|Act|Convention|Law|Directive|Statute|Order)\s(?:as\s(?:adopted|enacted|published|signed)|in\sforce)\b)"
)
ANOTHER_ENDS = late(r"[”»]|[\"“](?=[\s,.;:)])")  # another quotation, between a name and words
SOMEBODY_SPEAKS = late(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|him|her|them)\b")


class FragmentSearch(Reporting):
    """A part of a text, and the fragments in it."""

    def fragment(
        self, span: QuotedSpan, near: Sequence[Quotation], *, known_alone: bool = False
    ) -> Quotation | Unchecked | None:
        """What stands between marks at a place of the original text, as a fragment of a text named nearby.

        Args:
            span: The marks in the original text.
            near: The passages that were found in the region.
            known_alone: Whether those that can only be of a text outside of the collection are passed over.
        """
        place = self._in_reading(span)
        inside = words(self.reading.text[slice(*place)])
        if not inside or self._is_of_own(place):
            return None
        made = self._fragment(span, place, inside, near, known_alone=known_alone)
        if made is None:
            made = self.of_statement(place, span)
        if made is None and len(inside) >= UNKNOWN_LENGTH:
            return self.of_anchor(place, span, known_alone=known_alone)
        return made

    def _is_of_own(self, place: tuple[int, int]) -> bool:
        """Whether words between marks are somebody's on his own, as no definition speaks that has them."""
        said = FIRST_PERSON.search(self.reading.text, *place)
        if said is None:
            return False
        first, last = (bisect_left(self.starts, at) for at in place)
        return not self.exact(first, last)

    def _fragment(
        self,
        span: QuotedSpan,
        place: tuple[int, int],
        inside: Sequence[StemmedWord],
        near: Sequence[Quotation],
        *,
        known_alone: bool,
    ) -> Quotation | Unchecked | None:
        """The same, by what is named around it and by its words."""
        text = self.reading.text
        content = text[slice(*place)]
        begin = place[0] + inside[0][1]
        foreign = len(inside) >= UNKNOWN_LENGTH and may_quote_definition(
            text[max(place[0] - 240, 0) : place[0]]
        )
        own = introduced = False
        said = partial(self.overlap_between, begin, place[0] + inside[-1][2])
        if long_enough(content) and not (
            len(inside) <= LONGEST_TERM and is_term(text[place[1] : place[1] + 120])
        ):
            own = introduced = is_introduced(self._introduction(begin)) or bool(
                article_in(cited_behind(text[place[1] : place[1] + CITED]))
            )
            own = own or (
                has_in_common(content, self.index.references) and self._may_tell_of_any(said, inside)
            )
        if not (own or (foreign and not known_alone)):
            return None  # whatever is named
        nearly = partial(bool, True) if introduced else partial(self._may_be_nearly, said)
        made = self._named_fragment(span, place, near, nearly, foreign=foreign, own=own)
        return self._exact_of_any(*place) if made is None and own else made

    def _exact_of_any(self, start: int, end: int) -> Quotation | None:
        """Words that are letter for letter those of a text, whether or not anything says of which."""
        first, last = (bisect_left(self.starts, at) for at in (start, end))
        if not are_enough(self, first, last):
            return None
        exact = self.exact(first, last)
        if not exact:
            return None
        around = self.surroundings(start, end)
        confirmed = [one for one in exact if {*around.ids} & self.index.instruments([one.reference.id])]
        passage = best_fragment(confirmed or exact, ())
        assert passage is not None
        attribution = Attribution(provision=around.article)
        return self.reported(passage, self.total[last] - self.total[first], attribution, "exact")

    def _named_fragment(
        self,
        span: QuotedSpan,
        place: tuple[int, int],
        near: Sequence[Quotation],
        nearly: Callable[[], bool],
        *,
        foreign: bool,
        own: bool,
    ) -> Quotation | Unchecked | None:
        """The same by what is named around the place, with its place in the reading.

        Args:
            span: The marks in the original text.
            place: The same in the reading.
            near: The passages that were found in the region.
            nearly: Whether the words may be nearly those of a text.
            foreign: Whether they may be those of a text that is not in the collection.
            own: Whether they may be those of one that is.
        """
        before = max((one.end for one in near if one.end <= span.start), default=0)
        passed = self.behind(before) if before else 0
        around = self.surroundings(*place, passed)
        how, names = around.nearest.how, around.nearest.names
        nearest = next((name for name in reversed(names) if name.start < place[0] or how == "footnote"), None)
        first, last = (bisect_left(self.starts, at) for at in place)
        if nearest is not None and not nearest.ids and how in ("sentence", "label", "footnote", "table"):
            made = self._numbered(nearest.text, around, place) if own else None
            if made is None and own:
                made = self._known_by_words(first, last, around, span.start)
            why = f"{unless_listed(nearest.text, self.index)} is not in the collection"
            return made or (Unchecked(span.start, span.end, why) if foreign else None)
        if not own:
            return None
        named, besides, far = self._named(around, place[0], span, near, nearly)
        references = self.versions(named)
        if how == "footnote" and not any(self.letter_for_letter(references, first, last)):
            named = self._exact_of_sentence(around, place) or named
            references = self.versions(named)
        if not references:
            return self._known_by_words(first, last, around, span.start, near=near)
        others = around.article and not any(one.in_article(around.article) for one in references)
        others = others and any(one.definition.provision for one in references)
        if others and around.article_in_line and around.article_in_sentence:
            return self._known_by_words(first, last, around, span.start, references)  # another provision
        doubtful = far or bool(others and around.article_in_line)
        others_near = self.versions(besides)
        made_of = self._fragment_of(
            references, others_near, named, around, place, doubtful=doubtful, near=near
        )
        placed = far is None and made_of is not None and made_of.verdict != "exact"
        if made_of is None:
            made_of = self._of_subject(named, around, place)
        if made_of is None or placed:  # of a jurisdiction not all texts are known
            but = references if far is not None else ()
            known = None
            if made_of is None and far is not True:
                passage = of_another(self, references, named, around, place)
                known = self._misattributed(passage, named, around, place) if passage else None
            known = known or self._known_by_words(first, last, around, span.start, but, near)
            if known is None and placed and self._is_only_one(made_of, references, around):
                return made_of
            if known is None and made_of is None and not doubtful:
                known = self._quilt(references, named, around, place)
            return known
        return made_of

    def _is_only_one(
        self, made: Quotation | None, references: Sequence[ReferenceText], around: Surroundings
    ) -> bool:
        """Whether words are said to be those on a term of a place of which a single text is stored."""
        if made is None or not made.attribution.fits:
            return False
        lang = made.definition.lang
        own = [one.id for one in references if primary(one.definition.lang) == primary(lang)]
        said = any(one.id == made.definition.id for one in defining(references, around, lang))
        said = said or (
            around.article_in_line
            and any(one.in_article(around.article) for one in references if one.id in own)
        )
        return said and self.are_of_one(own)

    def _quilt(
        self,
        references: Sequence[ReferenceText],
        named: Sequence[str],
        around: Surroundings,
        place: tuple[int, int],
    ) -> Quotation | None:
        """Words of the text that is named and of another one between one pair of marks."""
        if around.speakers is not None or around.apart or not self.are_of_one(named):
            return None
        if is_of_unstored(references, around.sentence, self.index):
            return None
        from aidefs.quotations.quilts import quilted_with  # few words are looked at so closely

        first, last = (bisect_left(self.starts, at) for at in place)
        own = quilted_with(self, references, named, first, last)
        if own is None:
            return None
        passage = self.beside(own, first, last)
        if passage is None or not passage.faults:
            return None
        how = around.nearest.how or "sentence"
        attribution = Attribution(
            tuple(named), True, printed_names(around.nearest.names), around.article, how
        )
        return self.reported(passage, self.total[last] - self.total[first], attribution, "changed")

    def _of_subject(
        self, named: Sequence[str], around: Surroundings, place: tuple[int, int]
    ) -> Quotation | None:
        """Words that are nearly those of the text that their sentence names first, and not of a later one.

        "Memorandum M-25-21 goes back to section 238(g) and adds that “…”".
        """
        before = [one for one in around.nearest.names if one.end <= place[0] and one.kind == "instrument"]
        if around.nearest.how != "sentence" or len(before) < 2 or {*before[0].ids} & {*named}:
            return None
        ids = before[0].ids
        return self._fragment_of(self.versions(ids), (), ids, around, place, doubtful=True) if ids else None

    def _misattributed(
        self, passage: ParallelPassage, named: Sequence[str], around: Surroundings, place: tuple[int, int]
    ) -> Quotation:
        """Words of one text that are said to be those of another, which is named."""
        first, last = (bisect_left(self.starts, at) for at in place)
        nearest = around.nearest
        how = nearest.how or "sentence"
        attribution = Attribution(tuple(named), False, printed_names(nearest.names), around.article, how)
        verdict = "changed" if passage.verdict == "paraphrase" else passage.verdict
        return self.reported(passage, self.total[last] - self.total[first], attribution, verdict)

    def of_owner(self, made: Quotation, source: Rival) -> Quotation | None:
        """A quotation of which no source is named, as one of a text that is known by its words."""
        attribution = made.attribution
        paraphrase = attribution.fits is False and made.verdict == "paraphrase"
        unsure = attribution.unknown or (attribution.fits is None and not made.reproach)
        if made.claim != "quoted" or not (paraphrase or (unsure and made.verdict == "changed")):
            return None
        place = source.passage.start, source.passage.end
        around = self.surroundings(*place, self.passed)
        if paraphrase:
            before = [one for one in around.nearest.names if one.kind == "instrument" and one.end <= place[0]]
            named = before[-1].ids if before and before[-1].ids else attribution.named
            of_named = self._fragment_of(self.versions(named), (), named, around, place, doubtful=True)
            if of_named and of_named.verdict == "changed":
                return of_named
            return self._quilt(self.versions(named), named, around, place)
        if attribution.unknown:
            numbered = self._numbered(attribution.unknown, around, place)
            return numbered if numbered and numbered.similarity >= KNOWN else None
        return self._known_by_words(*source.passage.words, around, made.start, near=self.found)

    def _known_by_words(
        self,
        first: int,
        last: int,
        around: Surroundings,
        at: int,
        but: Sequence[ReferenceText] = (),
        near: Sequence[Quotation] = (),
    ) -> Quotation | None:
        """Words that differ but little from one text, whose owner the document names before them.

        Args:
            first: The first of the words.
            last: Behind the last.
            around: What stands around them.
            at: Where they begin in the original text.
            but: Texts that they were held against.
            near: The passages that were found nearby, of which one in its paragraph tells the text.
        """
        overlap = self.overlap(first, last)
        quoted = [one for one in near if one.end <= at and not PARTED.search(self.text, one.end, at)]
        siblings = self.versions([one.definition.id for one in quoted])
        beside = self.versions([one.definition.id for one in near if one.end <= at])
        wanted = filter(self.wanted, {*self.sharing(first, last), *beside})
        likely = [
            one for one in sorted(wanted, key=lambda one: one.rank) if may_be_changed(overlap, one, KNOWN)
        ]

        @cache
        def made(one: ReferenceText) -> ParallelPassage | None:
            return self.beside(one, first, last)

        behind = max((one.end for one in near if one.end <= at), default=at)
        beside = [one for one in beside if self._goes_on(one, around, behind, at)]
        owners = {
            one: LastNamed.OWN if one in siblings and one in beside else self._told(one, around, at, beside)
            for one in likely
            if one not in but
        }
        owned = [one for one, told in owners.items() if told in (LastNamed.OWN, LastNamed.PLACE)]
        passage = least_departing(overlap, owned, made, around.ids)
        if passage is not None and not passage.faults and around.speakers is None:
            kin = self.index.family(passage.reference.id)
            versions = any(one.id in kin for one in but)  # another version of what is named
            return None if versions else self._told_exactly(passage, first, last, around)
        if passage is None or not passage.faults:
            return None
        place = owners[passage.reference] is LastNamed.PLACE
        nearly = is_nearly(passage) or (not place and is_shortened(passage))
        if not nearly or not self._tells_apart(passage) or _are_anybodys(passage, around):
            return None
        if passage.similarity < CLOSE and (place or not _agree_at_ends(passage)):
            return None  # perhaps of another text of the place
        family = self.index.instruments(self.index.families.get(passage.reference.id, [passage.reference.id]))
        # Of a place not all texts are known: one with a common formula may differ in just this word.
        others = (made(one) for one in likely if not place or one.id not in family)
        if any(
            one and (not one.faults or (place and one.similarity >= passage.similarity)) for one in others
        ):
            return None  # another text has these words
        ids = sorted(self.index.instruments([passage.reference.id]))
        attribution = Attribution(tuple(ids), True, (), around.article, "sentence")
        nearest = around.nearest
        meant = [name for name in nearest.names if name.kind == "instrument" and name.ids]
        of_version = {one for name in meant for one in name.ids}
        if nearest.accuses and of_version and of_version.isdisjoint(ids) and of_version <= {*family}:
            # "The AI Act requires “…”": nearly the words of a draft of it are not those of the Act.
            if speaks_of_change(around.sentence):
                return None
            named = tuple(dict.fromkeys(one for name in meant for one in name.ids))
            how = nearest.how or "sentence"
            attribution = Attribution(named, False, printed_names(meant), around.article, how)
        score = self.total[last] - self.total[first]
        verdict: Verdict = "punctuation" if passage.verdict == "punctuation" else "changed"
        return self.reported(passage, score, attribution, verdict, told=around.speakers is not None)

    def _told_exactly(
        self, passage: ParallelPassage, first: int, last: int, around: Surroundings
    ) -> Quotation | None:
        """Words that are letter for letter those of a text whose owner the document names before them."""
        if not self.telling(first, last) & passage.reference.content:
            return None  # words that any law may have
        ids = tuple(sorted(self.index.instruments([passage.reference.id])))
        attribution = Attribution(ids, True, (), around.article, "sentence")
        if self._is_said_of_another(passage.reference, around):
            attribution = Attribution(provision=around.article)
        return self.reported(passage, self.total[last] - self.total[first], attribution, "exact")

    def _is_said_of_another(self, one: ReferenceText, around: Surroundings) -> bool:
        """Whether the source of words is said to be an instrument of which a text is no version."""
        family = self.index.instruments([one.id, *self.index.family(one.id)])
        nearest = around.nearest
        named = [name for name in nearest.names if name.kind == "instrument" and name.ids]
        if not nearest.accuses or not named or any(is_body(name.text, one) for name in named):
            return False  # "the OECD", which has other texts
        return all(family.isdisjoint(name.ids) for name in named)

    def _goes_on(self, one: ReferenceText, around: Surroundings, behind: int, at: int) -> bool:
        """Whether nothing else is named, and nobody else speaks, between a quotation and a place.

        The string of another key of JSON goes on from none, nor does what has a source of its own.
        """
        if NEXT_KEY.search(self.text, behind, at) or self._has_source(around, at):
            return False
        if around.speakers is not None or around.unlisted or len(self.text) > SHORT:
            return False
        own = self.index.instruments([one.id, *self.index.families.get(one.id, ())])
        names = self.placements.antecedents.names
        return all(own & {*name.ids} for name in names if behind <= name.start and name.end <= at)

    def _has_source(self, around: Surroundings, at: int) -> bool:
        """Whether the record or row of a place has a source of its own, and nothing known is named there."""
        return not around.tiers and states_source(self.text[max(at - FAR, 0) : at])

    def _told(
        self, one: ReferenceText, around: Surroundings, at: int, siblings: Sequence[ReferenceText]
    ) -> LastNamed:
        """What a document says before a place of a text that may stand there; its own, where it is told.

        Args:
            one: The text.
            around: What stands around the place.
            at: The place in the original text.
            siblings: The texts that are quoted before it, with those of the same instruments, where nothing
                else is named since.
        """
        said = f"{around.sentence} {around.context}"
        nearest = around.nearest
        if (
            nearest.how == "sentence"
            and nearest.accuses
            and not any(one.id in name.ids for name in nearest.names)
        ):
            said = around.sentence  # "China has none yet. That of Shenzhen speaks of"
        if is_string(self.spans, self.reading.text, self.behind(at)):
            said = said.rpartition("\n")[-1]  # in the lines before it stand other strings of the program
        own = self.index.instruments([one.id, *self.index.family(one.id)])
        if any(own & {*name.ids} for name in around.relatives):
            return LastNamed.UNKNOWN  # "our contract, inspired by the Act"
        if around.speakers is not None or around.apart:
            by_person = SOMEBODY_SPEAKS.search(around.sentence) is not None  # named in the sentence before
            if tells(one, said if by_person else around.sentence or said, self.index, TOLD_BY_ANOTHER):
                return LastNamed.OWN
            return LastNamed.PLACE if is_issuer(around.sentence, one) else LastNamed.UNKNOWN
        if around.unlisted and not is_called(around.unlisted, one, self.index):
            return LastNamed.UNKNOWN
        if self._has_source(around, at):
            return LastNamed.UNKNOWN
        related = {name.text for name in around.relatives}
        low = self.text.rfind("\n\n", 0, at)
        names = [
            name for name in self.placements.antecedents.names if name.start < low or name.text not in related
        ]
        last = last_named(one, names, self.text, at, self.index)
        if last in (LastNamed.OWN, LastNamed.UNKNOWN):
            return last
        if last is LastNamed.KIN and (
            self.speaks_of_it_alone(one) or (one in siblings and not nearest.names)
        ):
            return LastNamed.OWN
        meant = (last is LastNamed.KIN or one in siblings) and is_kind(around.kind, one, self.index)
        if meant or tells(one, said, self.index):
            return LastNamed.OWN
        if is_kind(around.introduced, one, self.index):  # "at Bletchley? The Declaration speaks of"
            before = self.text[max(at - QUESTION, 0) : at]
            if tells(one, f"{around.introduced} {before}", self.index):
                return LastNamed.OWN
        if last is LastNamed.KIN and tells(one, around.cited, self.index):
            return LastNamed.OWN
        return LastNamed.PLACE if is_issuer(around.sentence, one) else last

    def _numbered(self, name: str, around: Surroundings, place: tuple[int, int]) -> Quotation | None:
        """Words as a fragment of a text with the number in a name that several states may use: "SB 53"."""
        named = self.index.bearing(name)
        bearing = self.references(named)
        return self._fragment_of(bearing, (), named, around, place) if bearing else None

    def _introduction(self, begin: int) -> str:
        """What stands before an offset, without marks between."""
        return self.reading.text[max(begin - 200, 0) : begin].rstrip(MARKS + " \n>")

    def paraphrase(self, start: int, end: int) -> Quotation | None:
        """What is stated in prose at a place of the original text, beside the text that is named."""
        low, high = self.behind(start), self.behind(end)
        first, last = (bisect_left(self.starts, at) for at in (low, high))
        if last - first < SHORTEST_STATEMENT:
            return None
        around = self.surroundings(low, high)
        how, names = around.nearest.how, around.nearest.names
        named = [name for mention in names if mention.kind == "instrument" for name in mention.ids]
        if not named:
            named = list(self._called(around, start))
        references = self.versions(named)
        made = (self.beside(one, first, last) for one in references)
        passages = [one for one in made if one is not None]
        passage = max(passages, key=lambda one: (one.similarity, -one.reference.rank), default=None)
        if passage is None or passage.similarity < STATED:
            return None
        mentions = printed_names(names)
        attribution = Attribution(tuple(named), True, mentions, around.article, how or "sentence")
        score = self.total[last] - self.total[first]
        # Words that are the text's are no paraphrase, whatever the language of the sentence around them.
        verdict: Verdict = "paraphrase" if any(map(any, passage.changed)) else passage.verdict
        return self.reported(passage, score, attribution, verdict)

    def _fragment_of(
        self,
        references: Sequence[ReferenceText],
        besides: Sequence[ReferenceText],
        named: Sequence[str],
        around: Surroundings,
        place: tuple[int, int],
        *,
        doubtful: bool = False,
        near: Sequence[Quotation] = (),
    ) -> Quotation | None:
        """Words as a fragment of the texts that are named, or letter for letter of another one nearby.

        Where it is doubtful that the text that is named is meant, they are but those that are nearly its own.
        What was found `near` tells of which definition they go on.
        """
        from aidefs.text.recognition import recognise  # only fragments need it

        text = self.reading.text
        first, last = (bisect_left(self.starts, at) for at in place)
        begin, end = self.words[first][1], self.words[last - 1][2]
        introduction = self._introduction(begin)
        lang = recognise(text[begin:end])
        if lang == UNDETERMINED:
            lang = recognise(text[max(begin - 300, 0) : end])
        cited = article_in(cited_behind(text[end : end + CITED]))
        defined = defining(references, around, lang, provision=False) if around.point else ()
        introduced = [
            one for one in references
            if (around.names_source or (around.article_in_line and one.in_article(around.article)))
            and primary(one.definition.lang) == lang
            and (
                introduced_as_definition(
                    introduction,
                    one,
                    provision=one.in_article(around.article),
                    alone=one.is_article(around.article),
                )
                or one.is_article(cited)
                or (one.is_article(around.point) and one in defined)
            )
        ]  # fmt: skip
        begun = [] if doubtful else [one for one in references if begins_as_definition(text[begin:end], one)]
        if not (introduced or begun) and not has_in_common(text[begin:end], references):
            # Words of which a version has nothing may stand in another: "the first edition, of 2019, has".
            dated_so = around.names_source and year_told(around.sentence, around.sentence)
            family = [one for name in named for one in self.index.family(name)] if dated_so else []
            if not has_in_common(text[begin:end], self.versions(family)):
                return None
        # Of whom it is said what a term of it is: "In Kazakhstan an AI system is “…”".
        sure = around.names_source or (not doubtful and self.are_of_one(named))
        of_term = [] if introduced else begun
        if sure and not introduced:
            of_term = [*begun, *defining(references, around, lang)]
        going_on = self._begun(near, begin, around)
        overlap, strange = self.overlap(first, last), bool(introduced)

        @cache
        def made(one: ReferenceText, *, strange: bool = strange) -> ParallelPassage | None:
            return self.beside(one, first, last, strange=strange)

        passage = None
        telling = self.telling(first, last)
        likely = (made(one) for one in references if self._may_tell(overlap, one, telling))
        if introduced or any(one and self._tells(one, around, going_on) for one in likely):
            passage = least_departing(overlap, introduced or references, made, named)
        if of_term and (passage is None or passage.faults):
            passage = least_departing(overlap, of_term, made, named) or passage
        if passage is None or passage.faults:
            # Who does not say that the text defines so may speak of a draft: "in the vote of March".
            kin = [] if introduced else [one for name in named for one in self.index.families.get(name, ())]
            others = (one for one in (*besides, *self.versions(kin)) if not overlap.lacks(one))
            tried = (made(one, strange=False) for one in others)
            exact = [one for one in tried if one is not None and not one.faults]
            passage = best_fragment(exact, ()) or passage
        if passage is None:
            return None
        passage, fits = in_version_meant(self, passage, (*references, *besides), named, around, first, last)
        if fits and not passage.faults and passage.reference not in references and not doubtful:
            enough = are_enough(self, first, last)
            fits = not (enough and are_misattributed(self, [passage], references, named, around, place))
        verdict: Verdict = passage.verdict
        nearly = passage.similarity >= NEARLY_SAME and has_in_common(
            text[begin:end], [passage.reference], COMMON
        )
        if passage.faults and doubtful and not (introduced or nearly):
            return None
        alone = around.article_in_line and passage.reference.is_article(around.article)
        said = bool(introduced) or alone or passage.reference in of_term or _goes_on(passage, going_on)
        if passage.faults and not said and not self._tells_apart(passage):
            return None  # words that any provision of a law may have
        if not said and _are_anybodys(passage, around):
            return None
        if passage.faults and is_of_unstored(references, around.sentence, self.index):
            return None
        if passage.faults and introduced and self._is_numbered(around.sentence, first, last):
            return None
        in_sentence = any(one.ids and one.text in around.sentence for one in around.nearest.names)
        adapted = (around.names_source or in_sentence) and not doubtful and self._is_adapted(passage)
        if passage.faults and not is_changed(passage):
            if not (introduced or adapted):
                return None
            verdict = "changed" if passage.similarity >= ALIKE else "not found"
        elif verdict == "paraphrase":
            verdict = "changed"
        how, names = around.nearest.how or "sentence", around.nearest.names
        mentions = printed_names(names)
        attribution = Attribution(tuple(named), fits, mentions, around.article, how)
        if fits and verdict == "exact" and last - first >= LONG_VERSION and passage.reference.id in named:
            told = dated(attribution, {passage.reference.id}, around, self.index)
            meant = (made(one, strange=False) for one in self.references(told.named))
            if told.fits is False and all(one is None or one.faults for one in meant):
                attribution = told
        score = self.total[last] - self.total[first]
        return self.reported(passage, score, attribution, verdict)

    def _is_numbered(self, sentence: str, first: int, last: int) -> bool:
        """Whether words are letter for letter those of a text whose number their sentence has.

        "House Bill 60, Artificial Intelligence Act" is no text of the European Union.
        """
        bearing = {*self.index.bearing(sentence)}
        return bool(bearing) and any(self.letter_for_letter(self.references(bearing), first, last))

    def _may_tell_of_any(self, said: Callable[[], Overlap], inside: Sequence[StemmedWord]) -> bool:
        """The same of any text of the index: a look before any word around them is read.

        Args:
            said: Gives what the words have in common with texts.
            inside: The words.
        """
        if not self.index.is_worth_ranks():
            return True
        keys = {key for key, _, _ in inside if len(key) >= LETTERS}
        telling = Counter(chain.from_iterable(map(self.index.ranks_of_few, keys)))
        told = {rank for rank, number in telling.items() if number >= FEWEST_OWN}
        changed = told and may_be_of_any(said(), self.index, ranks=told)
        return bool(changed) or self._may_be_nearly(said)

    def _may_be_nearly(self, said: Callable[[], Overlap]) -> bool:
        """Whether words may be nearly those of any text of the index."""
        return not self.index.is_worth_ranks() or may_be_of_any(said(), self.index, NEARLY_SAME)

    def _may_tell(self, overlap: Overlap, reference: ReferenceText, telling: Set[str]) -> bool:
        """Whether words that are not introduced may be reported as a fragment of a text."""
        least = 0.0 if len(telling & reference.content) >= FEWEST_OWN else NEARLY_SAME
        return may_be_changed(overlap, reference, least)

    def _begun(
        self, near: Sequence[Quotation], begin: int, around: Surroundings
    ) -> Mapping[str, tuple[int, int]]:
        """What the paragraph has quoted last of each definition before a place of the reading."""
        start = self.raw(begin, begin)[0]

        def is_of_it(one: Quotation) -> bool:
            if not SENTENCE_ENDS.search(self.text, one.end, start):
                return True
            said = around.names_source and any(one.definition.id in name.ids for name in around.nearest.names)
            return said or OF_TEXT.search(self.text, one.end, start) is not None

        before = [one for one in near if one.end <= start and not PARTED.search(self.text, one.end, start)]
        return {one.definition.id: one.official for one in before if is_of_it(one)}

    def _tells(
        self, passage: ParallelPassage, around: Surroundings, going_on: Mapping[str, tuple[int, int]]
    ) -> bool:
        """Whether they are reported, beside what they give of it.

        Of a provision that is the definition and nothing else, words are no others of its law.
        """
        alone = around.article_in_line and passage.reference.is_article(around.article)
        known = alone or _goes_on(passage, going_on)
        changed = is_changed(passage) or self._is_adapted(passage)
        return not passage.faults or (changed and (known or self._tells_apart(passage)))

    def _is_adapted(self, passage: ParallelPassage) -> bool:
        """Whether half of the words are those of a definition, and few texts have some of them."""
        low, high = passage.words
        own = self.telling(low, high) & passage.reference.content
        return passage.similarity >= HALF and len(own) >= MOST_OWN and high - low >= ADAPTED

    def _tells_apart(self, passage: ParallelPassage) -> bool:
        """Whether words are known to be from a definition, and not from the rest of its law.

        They are where some of those that agree stand in definitions of few terms, where they are many and
        but a few of them are changed, where they are most of the definition, or where the words that
        introduce it are among them.
        """
        low, high = passage.words
        own = len(self.telling(low, high) & passage.reference.content)
        changed = [edit.b for edges in passage.faults for edit in edges if edit.b]
        inside = _agree_at_ends(passage)
        over = passage.similarity < CERTAIN and any(_goes_over(edges, passage) for edges in passage.faults)
        at_end = [
            edges for edges in passage.faults if any(one.b and one.b[1] == len(passage.text) for one in edges)
        ]
        put_in = any(not any(one.a for one in edges) for edges in at_end)
        over = over or (high - low <= FEW_OVER and not inside and (put_in or passage.severity != "operator"))
        if over and not (own >= OWN and _longest_run(passage) >= RUN):
            return False  # words of its law that go over into words which the definition has, too
        first, last = passage.official
        reference = passage.reference
        if last - first >= MOST * (reference.end - reference.head) and passage.similarity >= NEARLY_SAME:
            return True
        framed = first < passage.reference.head < last and all(start > 0 for start, _ in changed)
        if framed and passage.similarity >= NEARLY_SAME:
            return True
        marked = inside and high - low >= FEWEST and any(self.spans.reaching(passage.start, passage.end))
        return own >= (FEWEST_OWN if marked else OWN) or (
            passage.similarity >= CLOSE and high - low >= (SOME if inside else MANY)
        )

    def _named(
        self,
        around: Surroundings,
        at: int,
        span: QuotedSpan,
        near: Sequence[Quotation],
        nearly: Callable[[], bool],
    ) -> tuple[list[str], list[str], bool | None]:
        """The definitions that a fragment is said to be of, and others that are named or quoted near it.

        With them goes whether the former are named far away only; None where but their jurisdiction is named.

        It is of what is named last before it, then of what is named anywhere near, and then of what its
        paragraph quotes.
        """
        known = [
            (tier.how, [one for one in tier.names if one.kind == "instrument" and one.ids])
            for tier in around.tiers
        ]
        how, first = next((tier for tier in known if tier[1]), ("", []))
        places = [
            one for one in around.nearest.names if one.kind == "jurisdiction" and one.ids and one.end <= at
        ]
        # A note or cell is a text of its own, whose names stand neither before the words nor behind them.
        said = (
            first if how in ("footnote", "table") else [one for one in first if one.end <= at][-1:] or first
        )
        if places and said and said[-1].end <= at and places[-1].start > said[-1].start:
            said = places[-1:]  # "the OECD (“…”) and the CoE (“…”)"
        called = self._called(around, span.start)
        # "OECD, Recommendation (OECD/LEGAL/0449, 2023)": the name that is dated goes before the short one.
        said = sorted(said, key=lambda one: any({*one.ids} < {*other.ids} for other in said))
        named = list(dict.fromkeys(name for one in said for name in one.ids)) or list(called)
        before = [one for one in reversed(near) if one.end <= span.start]
        if around.apart:
            before = []
        if not named:
            paragraph = [
                one for one in before
                if not PARTED.search(self.text, one.end, span.start)
                # A few words of which no source is named may be of any text that has them.
                and (one.attribution.fits is not None or one.extent != "fragment")
            ]  # fmt: skip
            named = [one.definition.id for one in paragraph[:1]]
        if not named and around.article_in_line:  # "also in Article 3(1)"
            quoted = self.versions([one.definition.id for one in before])
            named = [one.definition.id for one in quoted if one.in_article(around.article)][:1]
        if not named and around.article_in_sentence and not (around.apart or around.unlisted):
            told = told_by_provision(self, around.article, around.sentence, span.start)
            named = [one.id for one in told]
        if not named:
            earlier = [one for one in around.weak if one.kind == "instrument" and one.ids and one.end <= at]
            named = [name for one in earlier[-1:] for name in one.ids]
            places = places or self._place_of_line(span.start)
        far: bool | None = not named
        if far and nearly():  # of a text that is named far away a fragment has nearly the words
            named = list(named_far(self, around, at, span.start))
        if not (said or called) and self._is_of_another_kind(around.introduced, named):
            named = []
        if not (said or called) and IN_FORCE.search(around.sentence):
            named = self._in_force(named) or named  # "the final Regulation", below words of its draft
        folk = [one for one in around.nearest.names if one.kind == "people" and one.ids and one.end <= at]
        if not (said or called) and folk and not {*named} & {*folk[-1].ids}:
            named = []  # "The British ministry takes it for “…”", below a paragraph on McCarthy
        if not (said or called) and places and not {*named} & {*places[-1].ids}:
            named = list(places[-1].ids)  # "In California it is “…”. New York adds “…”"
            far = None
        # A note names where words come from that its sentence may say of a place: "the EU’s “…”[^1]".
        owners = [one for tier in around.tiers for one in tier.names if how == "footnote"]
        others = [
            name
            for names in (*(names for _, names in known), owners, around.relatives)
            for one in names
            for name in one.ids
        ]
        if not (said and first is known[0][1] and around.nearest.accuses):
            others += [one.definition.id for one in before]
        return named, [*others, *called], far

    def _exact_of_sentence(self, around: Surroundings, place: tuple[int, int]) -> list[str]:
        """The text to which the sentence leads on to words, where it has them letter for letter.

        Such a name wins over one of a note whose text does not have them: "The AI Act asks for “…”.[^1: The
        first reading lacks it.]"
        """
        text, low = self.reading.text, place[0]
        names = [one for tier in around.tiers if tier.how == "sentence" for one in tier.names]
        names = [one for one in names if is_instrument(one) and one.ids and one.end <= low]
        if not names or ANOTHER_ENDS.search(text, names[-1].end, low):
            return []
        first, last = (bisect_left(self.starts, at) for at in place)
        exact = next(self.letter_for_letter(self.versions(names[-1].ids), first, last), None)
        return list(names[-1].ids) if exact else []

    def _in_force(self, named: Sequence[str]) -> list[str]:
        """The text in force of which some are drafts, none where one of them is no draft."""
        passed = self.index.titles.passed
        if not named or not passed >= {*named}:
            return []
        families = self.index.families
        lines = (families[one] for one in sorted(self.index.instruments(named)) if one in families)
        return [one for one in dict.fromkeys(line[-1] for line in lines) if one not in passed]

    def _place_of_line(self, start: int) -> list[Mention]:
        """The country or State that is named last in the line before a place of the original text."""
        low = self.text.rfind("\n", 0, start)
        if not self.index.titles.may_place(self.text, low + 1, start):
            return []  # before all names of the document are read
        names = [one for one in self.placements.antecedents.names if low < one.start and one.end <= start]
        return [one for one in names[-1:] if one.kind == "jurisdiction" and one.ids]

    def _is_of_another_kind(self, kind: str, named: Sequence[str]) -> bool:
        """Whether a sentence speaks of "the Convention", and no text that is named elsewhere is one.

        Kinds are known in English; what has none is no "règlement" either.
        """
        if kind not in KINDS | FOREIGN_KINDS:
            return False
        kinds = self.index.titles.kinds
        theirs = [kinds.get(one, frozenset()) for one in self.index.instruments(named)]
        return not any(kind in one if kind in KINDS else one for one in theirs)

    def _called(self, around: Surroundings, start: int) -> tuple[str, ...]:
        """What "the Act" stands for in the line of a place of the original text."""
        return self.placements.antecedents.of(start, around.kind) or () if around.kind else ()

    def _in_reading(self, span: QuotedSpan) -> tuple[int, int]:
        """What stands between marks of the original text, in the reading."""
        low, high = span.inner
        return self.behind(low), self.behind(high)


def _goes_on(passage: ParallelPassage, begun: Mapping[str, tuple[int, int]]) -> bool:
    """Whether a passage stands behind what was quoted of its definition before, or begins where that does."""
    start, end = begun.get(passage.reference.id, (-1, passage.official[1]))
    return passage.official[0] == start or end <= passage.official[0]


def _are_anybodys(passage: ParallelPassage, around: Surroundings) -> bool:
    """Whether words are few, others are but left out between them, and no sentence says that a text reads so.

    "The AI Act matters because robots “influence physical environments”": it is said of the world.
    """
    low, high = passage.words
    if high - low > FEW_CHOSEN or not passage.faults:
        return False
    if any(edit.b for edges in passage.faults for edit in edges):
        return False
    return DEFINES_OR_STATES.search(around.sentence) is None and not around.article_in_line


def _agree_at_ends(passage: ParallelPassage) -> bool:
    """Whether the first and the last words of a passage are those of its text."""
    changes = (edges for edges in passage.faults if not is_spelt_otherwise(edges))
    changed = (edit.b for edges in changes for edit in edges if edit.b)
    return all(start > 0 and end < len(passage.text) for start, end in changed)


def _longest_run(passage: ParallelPassage) -> int:
    """How many words in a row agree, at most."""
    return max((len(edit.text.split()) for edit in passage.redline.edits if edit.op == "equal"), default=0)


def _goes_over(change: Sequence[Edit], passage: ParallelPassage) -> bool:
    """Whether words are put in where a passage begins, or others end it in the midst of a text."""
    if is_spelt_otherwise(change):
        return False  # "decision-making"
    put = [edit.b for edit in change if edit.b]
    ends = any(end == len(passage.text) for _, end in put)
    ends = ends and passage.early > 0 and passage.severity != "operator"  # "… anpassungsfähig sein muss"
    return ends or (any(start == 0 for start, _ in put) and not any(edit.a for edit in change))
