"""Step 2: candidates: places where a term stands before, or behind, the words that give it a meaning.

Each candidate is told by its wording (a term in quotation marks and a connector; a sentence that begins with
a term and a connector that defines) or by its place (an entry of a glossary, a term that mark-up sets apart).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set
from functools import cache

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.provisions.margins import joined
from aidefs.provisions.structure import Structure, Unit, abbreviates, is_first
from aidefs.provisions.wordings import Wordings, is_known, wordings_of
from aidefs.text.languages import primary

__all__ = ["Candidate", "candidates"]


class Candidate(NamedTuple):
    """A place where a term is defined.

    Attributes:
        start: Offset at which the sentence or the entry begins.
        behind: Offset behind the connector, where the meaning begins.
        block: Index of its block.
        terms: The terms, as printed.
        connector: The connector as printed, "" where there is none.
        kind: "defining", "referring", "including", "adding", "entry".
        quoted: Whether the terms stand in quotation marks.
    """

    start: int
    behind: int
    block: int
    terms: tuple[str, ...]
    connector: str
    kind: str
    quoted: bool


_OPEN = r"[\"“„‘«`'\ufffd][‘`']?"  # the last one stands where an encoding was lost
_CLOSE = r"(?:''|’’|[\"”“»’'`\ufffd])"
_TERM = (
    rf"{_OPEN}[ \t ]{{0,2}}(?=[\w“‘\"$.])(?:[^\"“”„«»`\n]|\n(?![\n(])){{0,140}}?[,.]?[ \t "
    rf"]?{_CLOSE}(?=[\s,.;:()—–-]|$|{_CLOSE}|means|has\s|includes)(?:{_CLOSE})?"
)
_HALF = r"(?<=term )[A-Za-z][^\"“”„«»`\n,;.]{1,80}?['’](?=--|—|\s)"  # an edition that lost the opening mark
_JOIN = (
    r"(?:(?:\s*(?:,|/|\band/or\b|\band\b|\bor\b|\(|\)|\bet\b|\bou\b|\bund\b|\boder\b|\bo\b|\by\b|"
    r"\be\b|\ben\b|\bof\b|(?:also |otherwise |commonly |hereinafter |collectively )*(?:known|"
    r"referred to|called) as|(?:the |a )?(?:terms?|words?|phrases?|expressions?))\s*){1,4}"
    r"|(?<=,[”\"’])\s+(?=[“\"‘])|(?<=,(?:''|’’))\s+(?=[`‘]))"  # a comma inside the marks
)
_GLOSSARY_TERM = late(
    r"[^\W_](?:[^:;.\n\"“”—–]|\.(?=\w)|\n(?!\n)){1,90}?"
    r"(?=\s?:(?:\s|$)|\s[-–]\s|\s?—\s?|[ ]*\t|[ ]+\|[ ])"
)
_COLUMN = late(r"[ ]*[\t|][\t| ]*")  # what parts the columns of a typed glossary
_SENTENCE = late(
    r"[.;:?!][\"”’»)\]]*\s+(?=\S)|[.:][ ]?(?:—|–|--|-(?=\s))\s*|—\s*|--\s*|[.;:](?=[\"“‘«`(A-Z])|"
    r"\n\s*\n\s*|(?:,|;)\s+(?:and|or)\s+(?=[\"“‘«`])"
)
_NAMES = late(r"\b(?:terms?|words?|phrases?|expressions?)\b", re.I)
_LONGEST_LEAD = 420  # characters before a term that say for which law it is defined
_SAYS_WHERE = late(r"\s*(?:,|when\b|as used|with respect|if used)", re.I)
_NEAR_LEAD = 160  # characters before a term in which such words are looked for in mid-sentence
_LONGEST_GAP = (
    30  # characters between a term in quotation marks and a connector that does not define by itself
)
_LONGEST_TERM = 9  # words of a term without quotation marks
_WORD = late(r"[\w’'/&-]+")
_BEFORE, _BEHIND = 40, 160  # characters of a connector around a part of it
_SHORT_BEHIND = 60  # ... of most; only these are followed by a source, or by a whole sentence
_FAR = ("defin", "purpose", "used in", "term ")
_LONG_BEHIND = 320  # ... of a sentence behind its first words
_NEAR = 12  # blocks between two entries of one list
_STRANGERS = 3  # blocks that end a glossary; one or two introduce it
_OPENING = 300  # characters at the end of a block in which a list is announced
_LONGEST_MARKED = 20  # words of a term that mark-up sets apart
_HINTS = ("defini", "glossary", "term", "concept", "expression")  # one of them is in each English heading
_LEAST_ENTRIES = 2  # of a glossary
_MOST_TIMES = 2  # that a glossary has one term
_TITLE_END = late(r"[.][\s\u2002]+(?=[A-Z“\"])")
_LONGEST_TITLE = 140  # characters of the title of a section
_SHORT = 90  # characters of a heading
_LEAST_MEANING = 3  # words
_SAYS = late(r"[^\W\d_]{3}|:\s*\Z")  # a word, or one that announces limbs
_FIRM = late(r"means|has\s+the\s+(?:same\s+)?meaning", re.I)
_NOUN = late(r"\s+(?:(?:of|by|for)\b|\((?!\w{1,4}\)))", re.I)  # behind "means" that is no verb
_MODAL = late(
    r"(?:shall|may|will|must)\s+(?:refer|be\s+(?:understood|construed|deemed|taken|interpreted))", re.I
)
_RULE = late(r"\b(?:shall|must|should|may not)\b|\A\W*(?:what|how)\b", re.I)


class _Patterns(NamedTuple):
    """What is looked for in a language.

    Attributes:
        quoted: A term in quotation marks with its connector.
        halved: The same behind "term" where the opening mark is lost.
        connector: A connector that defines by itself.
        lead: What may stand before a term in its sentence.
        stop: A word that no term has.
        heading: The heading of a list of terms.
        alias: A term without quotation marks before its short form: "Artificial intelligence (“AI”) means".
    """

    quoted: re.Pattern[str]
    halved: re.Pattern[str]
    connector: re.Pattern[str]
    lead: re.Pattern[str]
    stop: re.Pattern[str]
    heading: re.Pattern[str]
    alias: re.Pattern[str]


@cache
def _patterns(lang: str) -> _Patterns:
    w = wordings_of(lang)
    connector = (
        rf"(?:(?P<referring>{w.referring})|(?P<defining>{w.defining})|(?P<adding>{w.excluding})"
        rf"|(?P<including>{w.including}))(?!\w)"
    )
    gap = (
        r"(?:\s*\(\"?[^()\n]{1,60}\))?"
        r"(?P<gap>[ ]?[,—–(-][^.;:\"“”\n]{0,260}?[,—–) -]|[ \t][^.;:\"“”\n()]{0,160}?)?"
    )
    # Elsewhere than in English words may stand between a term and the comma or colon behind it.
    apart = "" if primary(lang) == "en" else r"(?:[ ][^,:;.\n]{0,60}?)?"
    dash = (
        rf"[—–:]|--|-(?=\s)|,(?=\s*(?:\n|[—–]))|(?<=,[\"”])(?=\s+(?:any|the|an?|all|every)\b)|"
        rf"(?:{w.following})"
    )
    number = r"[\"“‘`]?\(\w{1,4}\)\s*(?-i:[A-Z][A-Z .-]{2,60}[.]?[—–-]+\s*)?"
    late_connector = rf"(?:{w.referring}|{w.defining}|{w.excluding}|{w.including})(?!\w)"

    def with_term(first: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?P<terms>{first}(?:(?>{_JOIN}){_TERM}){{0,15}}+)\)?"
            rf"(?:{gap}[\s,]*?(?<![\w-])(?:also )?{connector}"
            rf"|{apart}\s*(?P<dash>{dash})[—–-]?\s*(?P<number>{number})?(?P<late>{late_connector})?)",
            re.I,
        )

    lead = (
        rf"(?:(?:,?\s*(?:and|or|but|that|i\.e\.,)\s+)?"
        rf"(?P<start>(?:{w.leads})\b[^\"“„«;]{{0,{_LONGEST_LEAD}}}?)?[\s,:]*?"
        rf"(?P<naming>(?:(?<!\w)(?:{w.naming})\s*)*))\s*\Z"
    )
    heading = rf"(?:(?:[\w.]+ )?[\w ,’'&-]{{0,40}} )?(?:{w.glossary})(?: [\w ,’'&-]{{0,40}})?"
    return _Patterns(
        with_term(_TERM),
        with_term(_HALF),
        re.compile(rf"(?<![\w-])(?:(?P<referring>{w.referring})|(?P<defining>{w.defining}))(?!\w)", re.I),
        re.compile(lead, re.I),
        re.compile(rf"(?<!\w)(?:{w.subject_stop})(?!\w)", re.I),
        re.compile(heading, re.I),
        re.compile(
            r"(?:(?:the|an?)\s+)?(?P<head>[A-Z][\w’'/-]*(?:\s+[\w’'/-]+){0,7}?),?\s*(?:\(\s*(?:or\s+|the\s+|"
            r"an?\s+)*|(?:\w+\s+){0,2}(?:known|referred\s+to|called)\s+as\s+|"
            rf"(?:{w.either})\s+(?=\Z))",
            re.I,
        ),
    )


def candidates(structure: Structure, lang: str) -> list[Candidate]:
    """The candidates of a text, in its order, at most one at a place."""
    finder = _Finder(structure, lang)
    entries = list(finder.glossary())
    blocks = {one.block for one in (*entries, *finder.alone)}
    quoted = list(_in_company(list(finder.quoted()), blocks))
    beside = {one.block for one in quoted if one.kind == "entry"}
    entries += [one for one in finder.alone if {one.block - 1, one.block + 1} & beside]
    found = {one.start: one for one in entries}
    found |= {one.start: one for one in finder.in_prose()}
    found |= {one.start: one for one in finder.fronted()}
    found |= {one.start: one for one in finder.plain()}
    found |= {one.start: one for one in finder.introduced()}
    found |= {one.start: one for one in finder.marked_up()}
    found |= {one.start: one for one in quoted}
    return sorted(found.values())


def _in_company(found: list[Candidate], entries: Set[int]) -> Iterator[Candidate]:
    """Candidates, but for entries without a connector that stand alone, as the title of a paper does.

    Args:
        found: The candidates with quotation marks.
        entries: The blocks of entries that have none.
    """
    for k, one in enumerate(found):
        if one.kind == "entry" and not one.connector and not {one.block - 1, one.block + 1} & entries:
            near = [other for other in found[max(0, k - 1) : k + 2] if other is not one]
            if not any(abs(other.block - one.block) <= _NEAR for other in near):
                continue
        yield one


class _Finder:
    def __init__(self, structure: Structure, lang: str) -> None:
        self.structure = structure
        self.text = structure.text
        self.words: Wordings = wordings_of(lang)
        self.quoted_at, self.halved, self.connector, self.lead, self.stop, self.heading, self.alias = (
            _patterns(lang)
        )
        self.prose = re.compile(
            rf"(?<![^\s—–-])(?i:{self.words.leads})\s[^,.;:\"“”]{{3,90}},\s+(?:(?:the|"
            rf"an?)\s+)?(?P<subject>(?:[\w-]+\s+){{1,{_LONGEST_TERM}}}?)"
            rf"(?P<verb>(?i:{self.words.copulas}))"
        )
        self.opening = re.compile(
            rf"(?P<lead>(?:{self.words.leads})\b"
            r"(?:[^\"“]{0,400},\s*(?=the terms?\s)|[^,\"“]{0,200},\s*))?"
            rf"(?P<naming>(?:(?<!\w)(?:{self.words.naming})\s+)*)",
            re.I,
        )
        self.lower = self.text.lower()
        for space in "\n\r\t\u00a0":
            self.lower = self.lower.replace(space, " ")
        self.known, self.english = is_known(lang), primary(lang) == "en"
        self.announcing = re.compile(self.words.announcing, re.I)
        self.alone: list[Candidate] = []  # entries of lists in which the others have quotation marks
        self.heads = {block.section: k for k, block in enumerate(structure.blocks) if block.heads}
        w = self.words
        self.behind_term = re.compile(
            rf"[\s\"”’»)]*(?:,[^,.;:]{{2,160}},)?\s*(?P<connector>(?P<referring>{w.referring})|"
            rf"{w.defining}|{w.including}|{w.excluding})(?!\w)"
            rf"|[\s\"”’»]*(?P<dash>:|—|–|-(?=\s))\s*(?P<none>(?!))?",
            re.I,
        )
        self.mention = re.compile(rf",?\s+(?:{self.words.mentioned}).{{0,60}}\Z", re.I | re.S)

    # --- terms in quotation marks ---------------------------------------------------------------

    def quoted(self) -> Iterator[Candidate]:
        behind = 0
        halved = self._near(self.halved, ["term "], 0, _LONG_BEHIND) if self.english else ()
        for match in sorted([*self._all_quoted(), *halved], key=lambda match: match.start()):
            if match.start() < behind:
                continue
            one = self._quoted(match)
            if one:
                behind = one.behind
                yield one

    def _all_quoted(self) -> Iterator[re.Match[str]]:
        """Terms in quotation marks; an apostrophe inside a word opens none."""
        at = 0
        while match := self.quoted_at.search(self.text, at):
            inside = match.start() > 0 and self.text[match.start() - 1].isalnum()
            if not inside:
                yield match
            at = match.start() + 1 if inside else match.end()

    def _quoted(self, match: re.Match[str]) -> Candidate | None:
        kind = next(
            (name for name in ("referring", "defining", "adding", "including") if match[name]), "entry"
        )
        k = self.structure.at(match.start())
        block = self.structure.blocks[k]
        if block.apart:
            return None
        across = match.end() > block.end and kind != "entry" and not match["dash"]
        if across and self._holds_entry(k, match.end()):
            return None
        low = max(block.body, self._sentence(block, match.start()))
        if alias := self.alias.fullmatch(self.text, low, match.start()):
            if kind == "entry" and (match["dash"] != ":" or low > block.body):
                return None
            terms = (" ".join(alias["head"].split()), *_terms(match["terms"]))
            return Candidate(
                alias.start("head"),
                match.end(),
                k,
                terms,
                "" if kind == "entry" else " ".join(match[kind].split()),
                kind,
                True,
            )
        if kind == "entry" and not self._is_entry(match, low, block):
            return None
        said = self.text[low : match.start()]
        lead = self.lead.fullmatch(said) or self.lead.search(said, max(0, len(said) - _NEAR_LEAD))
        start = low + (
            lead.start("start") if lead and lead["start"] else lead.start("naming") if lead else len(said)
        )
        strong = kind in {"referring", "defining"}
        if not strong and len(match["gap"] or "") > _LONGEST_GAP and not _SAYS_WHERE.match(match["gap"]):
            return None
        rest = said[: start - low].strip(" \t\n,")
        led = bool(lead and lead["start"])
        named = bool(lead and _NAMES.search(lead["naming"]))
        if rest and not strong:
            return None
        if rest and not led:
            if not named and len(rest) > 3:
                return None
            if named and rest[:1].isupper():
                start = low  # the whole sentence: "Subject to the regulations, the term …"
        terms = tuple(_terms(joined(match["terms"], self.text)))
        if not terms:
            return None
        if kind == "including" and block.heads and self._is_title(k, match.end(), terms[0]):
            return None
        connector = " ".join((match["late" if kind == "entry" else kind] or "").split())
        while start < match.start() and self.text[start] in " ,\n\t":
            start += 1
        return Candidate(start, match.end(), k, terms, connector, kind, True)

    def _is_title(self, k: int, behind: int, term: str) -> bool:
        """Whether a section only has its title there, and what it says of the term stands behind it."""
        block = self.structure.blocks[k]
        stop = _TITLE_END.search(self.text, behind, block.end)
        at = stop.end() if stop else block.end
        if at - block.body > _LONGEST_TITLE:
            return False
        low, high = at, block.end
        if at == block.end:
            following = self.structure.blocks[k + 1] if k + 1 < len(self.structure.blocks) else block
            if following.heads:
                return self.heads.get(block.section, k) > k  # an entry of a table of contents
            low, high = following.body, following.end
        return term.casefold() in self.text[low : min(high, low + 300)].casefold()

    def _holds_entry(self, k: int, end: int) -> bool:
        """Whether a connector stands behind an enumerator of another entry."""
        other = self.structure.blocks[self.structure.at(end - 1)]
        return bool(other.marks) and self.structure.at(end - 1) != k

    def _is_entry(self, match: re.Match[str], low: int, block: Unit) -> bool:
        """Whether a term in quotation marks with a dash or colon is an entry."""
        if match.start() - low > 1 and not self.lead.match(self.text[low : match.start()]):
            return False
        return bool(match["number"]) or (match.start() <= block.body + 1 and match["dash"] is not None)

    def _sentence(self, block: Unit, at: int) -> int:
        """Where the sentence begins that an offset stands in."""
        low = max(block.body, at - _LONGEST_LEAD - 100)
        start = low
        for match in _SENTENCE.finditer(self.text, low, at + 1):  # what follows is looked at
            if match.end() <= at and not abbreviates(self.text, match.start()):
                start = match.end()
        return start

    # --- terms without ------------------------------------------------------------------------

    def plain(self) -> Iterator[Candidate]:
        for match in self._near(self.connector, self.words.stems.split("\n"), _BEFORE, _BEHIND):
            kind = "referring" if match["referring"] else "defining"
            k = self.structure.at(match.start())
            block = self.structure.blocks[k]
            if block.apart or match.start() >= block.end:
                continue
            if not self.english and self.text[match.end() : match.end() + 3].lstrip()[:1] == ":":
                continue  # it announces what follows
            low = self._sentence(block, match.start())
            said = self.text[low : match.start()]
            opening = self.opening.match(said)
            assert opening
            subject = self.mention.sub("", said[opening.end() :]).strip(" ,'‘’`")
            if subject.startswith(("and ", "or ")) or self.announcing.search(said):
                continue
            named = bool(re.search(r"\b(?:term|word|phrase|expression)s?\b", opening["naming"] or "", re.I))
            words = _WORD.findall(subject)
            most = _LONGEST_TERM if named or block.line else 5
            if (
                not subject
                or not words
                or len(words) > most
                or any(c in subject for c in '"“”;:,')
                or self.stop.search(subject)
                or (not self.english and self._leads(subject))
            ):
                continue
            if not named:
                if low > block.body and not opening["lead"] and not self._captioned(block, low):
                    continue
                alone = block.line and block.parted and low == block.body and _FIRM.fullmatch(match[0])
                led = opening["lead"] or (not self.english and opening["naming"] and said[:1].isupper())
                if not (subject[0].isupper() or led or block.marks or alone):
                    continue
                if _NOUN.match(self.text, match.end()):
                    continue
                if _MODAL.match(match[0]):
                    continue
            yield Candidate(
                low, match.end(), k, (" ".join(subject.split()),), " ".join(match[0].split()), kind, False
            )

    def _near(
        self, pattern: re.Pattern[str], stems: list[str], before: int, behind: int
    ) -> Iterator[re.Match[str]]:
        """The matches of a pattern around parts of words that each of them has; elsewhere nothing is "
        "tried."""
        if not any(stems) or len(self.lower) != len(self.text):
            yield from pattern.finditer(self.text)
            return
        at = 0
        for low, high in _windows(self.lower, stems, before, behind):
            for match in pattern.finditer(self.text, max(low, at), high):
                yield match
                at = match.end()

    def in_prose(self) -> Iterator[Candidate]:
        """Sentences that say for which law they define: "For the purposes of this section, a T is a …"."""
        for match in self._near(
            self.prose, ["purpose", "used in"] if self.english else [""], _BEFORE, _LONG_BEHIND
        ):
            k = self.structure.at(match.start())
            subject = match["subject"].strip(" ,")
            if match.end() > self.structure.blocks[k].end or self.stop.search(subject):
                continue
            terms = (" ".join(subject.split()),)
            yield Candidate(match.start(), match.end(), k, terms, match["verb"], "including", False)

    def fronted(self) -> Iterator[Candidate]:
        """Sentences that begin with the words that define: "Entende-se por T o …"."""
        if self.words.fronting == Wordings().fronting:
            return
        pattern = re.compile(
            rf"(?:{self.words.fronting})\s+(?P<subject>[^\s\"“«:;.,](?:[^\"“«:;.,\n]|"
            rf"\n(?!\n)){{2,120}}?)(?:\s+|,[^,.;:\n]{{2,80}},\s*)(?=(?:{self.words.articles})\b)",
            re.I,
        )
        for match in pattern.finditer(self.text):
            k = self.structure.at(match.start())
            low = self._sentence(self.structure.blocks[k], match.start())
            if not self._leads(self.text[low : match.start()]):
                continue
            subject = " ".join(match["subject"].split())
            connector = match[0][: match.start("subject") - match.start()].strip()
            yield Candidate(low, match.end(), k, (subject,), connector, "defining", False)

    def introduced(self) -> Iterator[Candidate]:
        """The same with the term in quotation marks: "bezeichnet der Ausdruck „T“ ein …"."""
        w = self.words
        if (w.fronting, w.introducing) == (Wordings().fronting, Wordings().introducing):
            return
        pattern = re.compile(
            rf"(?<!\w)(?P<before>{w.fronting}|{w.introducing})\s+"
            rf"(?P<terms>{_TERM}(?:(?>{_JOIN}){_TERM}){{0,15}}+)"
            rf"(?:\s+(?:{w.continuing}))?(?:\s*:|,?\s+(?=(?:{w.articles})\b))",
            re.I,
        )
        for match in pattern.finditer(self.text):
            k = self.structure.at(match.start())
            block = self.structure.blocks[k]
            low = self._sentence(block, match.start())
            if block.apart or match.end() > block.end or not self._leads(self.text[low : match.start()]):
                continue
            terms = tuple(_terms(joined(match["terms"], self.text)))
            if terms:
                connector = " ".join(match["before"].split())
                yield Candidate(low, match.end(), k, terms, connector, "defining", True)

    def _leads(self, said: str) -> bool:
        """Whether a sentence that begins so has said nothing yet but for which law it defines."""
        said = said.strip(" ,")
        return not said or re.match(rf"(?:{self.words.leads})\b", said, re.I) is not None

    def _captioned(self, block: Unit, low: int) -> bool:
        return (
            low - block.body < 90
            and self.text[low - 1 : low] in {"—", "-", " "}
            and "." not in self.text[block.body : low - 3]
        )

    # --- entries of a glossary ------------------------------------------------------------------

    def marked_up(self) -> Iterator[Candidate]:
        """Terms that mark-up sets apart at the beginning of a block, with the connector behind them."""
        for k, block in enumerate(self.structure.blocks):
            if block.term is None or block.apart:
                continue
            low, high = block.term
            term = " ".join(self.text[low:high].split()).strip(' "“”‘’«»„:,—–-')
            if not term or term.endswith(".") or term.startswith("[") or len(term.split()) > _LONGEST_MARKED:
                continue
            lead = self.lead.fullmatch(self.text[block.body : low].rstrip('"“‘«„` '))
            if lead is None:
                continue
            match = self.behind_term.match(self.text, high, block.end)
            if match and (match["connector"] or (match["dash"] and block.declared)):
                kind = "referring" if match["referring"] else "defining" if match["connector"] else "entry"
                yield Candidate(
                    block.body,
                    match.end(),
                    k,
                    (term,),
                    " ".join((match["connector"] or "").split()),
                    kind,
                    True,
                )
            elif block.declared and high < block.end:
                yield Candidate(block.body, high, k, (term,), "", "entry", True)

    def glossary(self) -> Iterator[Candidate]:
        """Entries of a list of terms: under its heading, or behind the words that open it."""
        strangers = _STRANGERS
        run: list[Candidate] = []
        for k, block in enumerate(self.structure.blocks):
            entry = None
            if strangers < _STRANGERS and block.line and not block.apart and not block.heads:
                entry = self._glossary_entry(k, block)
            first = self.structure.blocks[run[0].block] if run else None
            if entry and first and not _of_one_list(first, block):
                if len(run) == 1 and not first.marks:
                    run = [entry]  # the words that open the list look like an entry, too
                continue  # else a limb does
            if entry:
                strangers = 0
                run.append(entry)
                continue
            if self._opens_list(block) and not (run and block.marks):
                yield from self._list_of(run)
                strangers, run = 0, []
                continue
            limb = bool(run) and self.text[block.end - 1] in ";," and not block.heads
            strangers += block.line and not block.apart and not limb and (not block.marks or block.heads)
            if strangers >= _STRANGERS:
                yield from self._list_of(run)
                run = []
        yield from self._list_of(run)

    def _list_of(self, run: list[Candidate]) -> list[Candidate]:
        """The entries of a list, without words that come again and again, as "Response:" does."""
        if len(run) < _LEAST_ENTRIES:
            self.alone += run
            return []
        times = Counter(one.terms[0].casefold() for one in run)
        kept = [one for one in run if times[one.terms[0].casefold()] <= _MOST_TIMES]
        if len(kept) >= _LEAST_ENTRIES:
            return kept
        self.alone += kept
        return []

    def _opens_list(self, block: Unit) -> bool:
        short = block.end - block.body < _SHORT
        hinted = short and (
            not self.english or any(hint in self.lower[block.body : block.end] for hint in _HINTS)
        )
        if hinted and self._is_glossary(block):
            return True
        said = self.text[max(block.body, block.end - _OPENING) : block.end]
        if not self.known:
            return said.endswith(":") and len(said) > len("definitions:")
        opens = said.endswith((":", "—", "–", "-")) or block.depth >= 0
        return opens and self.announcing.search(said) is not None

    def _glossary_entry(self, k: int, block: Unit) -> Candidate | None:
        if block.term is not None and block.end - block.body < _SHORT and self._is_glossary(block):
            return None  # the heads of two columns
        if block.term is not None and not block.declared and block.term[0] == block.body:
            low, high = block.term
            if self.text[low] == "[" or not _SAYS.search(self.text, high, block.end):
                return None  # a remark of the editor; a number beside a name
            if high < block.end and self.text[high - 1] not in ".:":
                return Candidate(low, high, k, (" ".join(self.text[low:high].split()),), "", "entry", False)
        match = _GLOSSARY_TERM.match(self.text, block.body, block.end)
        if not match or len(match[0].split()) > _LONGEST_TERM or self.stop.search(match[0]):
            return None
        if self.announcing.search(match[0]):
            return None
        column = _COLUMN.match(self.text, match.end(), block.end)
        behind = column.end() if column else match.end() + 2
        meaning = self.text[behind : min(block.end, behind + 200)]
        only_limbs = not meaning.strip() and self.text[match.end() : behind].strip() == ":"
        if only_limbs and not self.english and self._has_limbs(k):
            return Candidate(
                block.body, min(behind, block.end), k, (" ".join(match[0].split()),), "", "entry", False
            )
        if len(meaning.split()) < _LEAST_MEANING or _RULE.search(meaning.partition(".")[0]):
            return None
        return Candidate(block.body, behind, k, (" ".join(match[0].split()),), "", "entry", False)

    def _has_limbs(self, k: int) -> bool:
        following = self.structure.blocks[k + 1 : k + 2]
        return bool(following) and bool(following[0].marks) and is_first(following[0].marks[0].token)

    def _is_glossary(self, block: Unit) -> bool:
        words = self.text[block.body : block.end].strip(" .:—-\t")
        return self.heading.fullmatch(words.partition(". ")[0]) is not None


def _windows(text: str, stems: list[str], before: int, behind: int) -> Iterator[tuple[int, int]]:
    """Stretches around the places of parts of words, in order, those that touch as one."""
    places: list[tuple[int, int]] = []
    for stem in stems:
        reach = behind if stem in _FAR else min(behind, _SHORT_BEHIND)
        at = text.find(stem)
        while at >= 0:
            places.append((at, reach))
            at = text.find(stem, at + 1)
    places.sort()
    low = high = -1
    for at, reach in places:
        if at - before > high:
            if high >= 0:
                yield low, min(high, len(text))
            low = max(0, at - before)
        high = max(high, at + reach)
    if high >= 0:
        yield low, min(high, len(text))


def _of_one_list(first: Unit, block: Unit) -> bool:
    """Whether two entries have enumerators of one kind, or have none."""
    if bool(first.marks) != bool(block.marks):
        return False
    if not first.marks:
        return first.depth == block.depth
    one, other = first.marks[-1], block.marks[-1]
    return (
        one.shape == other.shape
        and one.token.isupper() == other.token.isupper()
        and one.token[:1].isdigit() == other.token[:1].isdigit()
    )


_ONE_TERM = late(rf"{_OPEN}\s*(?P<term>[^\"“”„«»`]+?)[\s,.]*{_CLOSE}(?=[\s,.;:()/—–-]|$|{_CLOSE})")


def _terms(printed: str) -> Iterator[str]:
    found = False
    for match in _ONE_TERM.finditer(printed):
        found = True
        term = " ".join(match["term"].split()).strip(" ,'‘’`")
        if term:
            yield term
    if not found:
        yield " ".join(printed.split()).strip(" ,'‘’`")
