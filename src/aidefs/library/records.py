"""The records that travel through the library: frozen, with no behaviour of their own but derived properties.

A `Definition` is also a result, which can be shown, saved and cited; the modules that do so are found by
name when they are called.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal, NamedTuple, TypeVar

from aidefs.results import Result
from aidefs.tidy import Column, observation

__all__ = [
    "Authenticity",
    "Authority",
    "Definition",
    "Edit",
    "Element",
    "Evidence",
    "Facets",
    "FrozenDict",
    "Place",
    "Predecessor",
    "Segment",
    "Token",
    "Verification",
]

V = TypeVar("V")


class FrozenDict(dict[str, V]):
    """A dictionary that cannot be changed, so that a record can be hashed, copied and pickled."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenDict, (dict(self),)

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise TypeError("a record cannot be changed")

    __setitem__ = __delitem__ = update = setdefault = pop = popitem = clear = __ior__ = _refuse


Ground = Literal["documented", "wording"]
Method = Literal["reviewed", "automatic"]
Op = Literal["equal", "delete", "insert"]
Position = Literal["main", "separate", "list"]
TokenKind = Literal["word", "punct", "mark", "space"]


# --- definitions and where they come from -----------------------------------------------------


class Place(NamedTuple):
    """A public place where the wording was seen.

    Attributes:
        title: What was read there, for example "Official Journal, OJ L 2024/1689 (PDF)".
        publisher: Who publishes it.
        url: Public address, "" where there is none.
        official: Whether it is the issuer's own document.
    """

    title: str
    publisher: str = ""
    url: str = ""
    official: bool = False


class Verification(NamedTuple):
    """How far the wording was checked.

    Attributes:
        state: "official document seen", "two independent copies" or "one copy".
        seen: Day on which the places were read (ISO date).
        places: The public places.
        note: Which copies disagree, what was supplied, what could not be read.
    """

    state: str
    seen: str = ""
    places: tuple[Place, ...] = ()
    note: str = ""


class Predecessor(NamedTuple):
    """An earlier text that this one was drafted from.

    Attributes:
        id: Id of the earlier definition.
        ground: "documented" (a source says so) or "wording" (only seen in the words).
        note: The source, or the words.
    """

    id: str
    ground: Ground
    note: str = ""


class Authenticity(NamedTuple):
    """Which language versions of the instrument are equally authentic.

    Attributes:
        languages: BCP 47 tags of the authentic versions; empty where unknown.
        translation: Whether the stored text is a translation without legal force.
        note: The clause or source that says so.
    """

    languages: tuple[str, ...] = ()
    translation: bool = False
    note: str = ""


_UNKNOWN = Authenticity()


@dataclass(frozen=True, slots=True, repr=False)
class Definition(Result):
    """One definition, letter for letter, with where it comes from.

    Attributes:
        id: Stable name; also the name of its file.
        label: Short name for column heads.
        title: Longer name.
        term: The definiendum.
        lang: BCP 47 tag of the text's language.
        text: Official wording with official punctuation.
        prose: How a sentence names the text ("the Convention"); the label where it is empty.
        version_of: Id of the record in another language that this is a language version of.
        translation_of: Id of the record that this text translates without being authentic.
        supersedes: Ids of the earlier texts whose place this one has taken.
        implements: Ids of the texts whose definition this one says that it adopts.
        instrument: Official name of the law, standard or document.
        issuer: Who made it.
        jurisdiction: ISO 3166 code (also "US-CO"), "EU", "COE", "OECD", "UN" or "INT".
        kind: "treaty", "regulation", "statute", "executive-order", "bill", "draft",
            "recommendation", "guideline", "policy" or "standard".
        legal_force: "binding", "non-binding" or "proposed".
        status: "in force", "adopted", "signed", "draft", "rejected", "withdrawn" or "superseded".
        status_as_of: Day for which the status is stated.
        adopted: Date of adoption, as precise as known: "2024", "2024-05" or "2024-05-17".
        in_force: Date of entry into force, "" where it is not in force or not known.
        provision: Locator inside the instrument ("Article 3(1)").
        identifiers: Official numbers by scheme: "celex", "cets", "oecd", "pl", "usc", "iso", ...
        url: Official address.
        predecessors: Drafting history.
        authenticity: Authentic language versions.
        verification: How far the wording was checked.
        variants: Wordings in circulation that are not this one.
        notes: Anything else a reader must know.
        rights: Heading of `data/LICENSE.md` that says what rights the text carries.
        segments: Reviewed annotation as (element, text) pairs; empty where there is none.
        source: File the record was read from, "" for a text given at the call.
    """

    id: str
    text: str
    label: str = ""
    title: str = ""
    term: str = ""
    lang: str = "en"
    prose: str = ""
    version_of: str = ""
    translation_of: str = ""
    supersedes: tuple[str, ...] = ()
    implements: tuple[str, ...] = ()
    instrument: str = ""
    issuer: str = ""
    jurisdiction: str = ""
    kind: str = ""
    legal_force: str = ""
    status: str = ""
    status_as_of: str = ""
    adopted: str = ""
    in_force: str = ""
    provision: str = ""
    identifiers: Mapping[str, str] = FrozenDict()
    url: str = ""
    predecessors: tuple[Predecessor, ...] = ()
    authenticity: Authenticity = _UNKNOWN
    verification: Verification | None = None
    variants: str = ""
    notes: str = ""
    rights: str = ""
    segments: tuple[tuple[str, str], ...] = ()
    source: str = ""

    def __post_init__(self) -> None:
        # Whatever mapping a user gives: results look definitions up, so that each has to be hashable.
        if not isinstance(self.identifiers, FrozenDict):
            object.__setattr__(self, "identifiers", FrozenDict(self.identifiers))

    @classmethod
    def of_text(cls, text: str, lang: str = "en", number: int = 0) -> Definition:
        """A text given at the call, called "text", or "text 2" where it has a number."""
        name = f"text {number}" if number else "text"
        return cls(id=name.replace(" ", "-"), label=name, text=text, lang=lang)

    def __repr__(self) -> str:
        return f"<Definition {self.id}: {self.label or self.text[:40]!r}>"

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/definition/1", with the alias in the library that ships."""
        alias = import_module("aidefs.library.library").Library.shipped().alias_of(self.id)
        data: dict[str, Any] = import_module("aidefs.library.describe").definition_dict(self, alias)
        return {**self._stamp("definition"), "definition": data}

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`: those of the table `definitions` of an export."""
        found: tuple[Column, ...] = import_module("aidefs.output.resources").DEFINITIONS
        return found

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row."""
        library = import_module("aidefs.library.library").Library.shipped()
        values = import_module("aidefs.output.resources").definition_row(self, library)
        return (observation(self.columns(), values),)

    def cite(self, style: str = "plain") -> str:
        """The citation: "plain", "bibtex", "biblatex" or "csl" (a JSON array of one item).

        Raises:
            InputError: The style does not exist.
        """
        citation: str = import_module("aidefs.library.citations").cite((self,), style)
        return citation

    @property
    def name(self) -> str:
        """The name as a column head shows it."""
        return self.label or self.id

    @property
    def spoken(self) -> str:
        """The name as a sentence uses it."""
        return self.prose or self.name

    @property
    def reviewed(self) -> bool:
        """Whether the record carries a reviewed element annotation."""
        return bool(self.segments)


# --- elements ---------------------------------------------------------------------------------


class Authority(NamedTuple):
    """A document that explains an element.

    Attributes:
        document: Short name of the document.
        pin: Where in it ("paras. (14)-(21)").
        note: What kind of authority it is, "" where the name says it.
    """

    document: str
    pin: str = ""
    note: str = ""


class Element(NamedTuple):
    """One element of a definition.

    Attributes:
        id: Stable name ("autonomy").
        label: Name in tables.
        labels: The same in other languages than English, by language.
        asks: The question that the element answers.
        group: "core", "supporting", "other traditions" or "frame".
        authorities: Documents that explain it.
        cues: Wordings that point to it, by language; the syntax is described in `data/elements.toml`.
    """

    id: str
    label: str
    asks: str = ""
    group: str = ""
    authorities: tuple[Authority, ...] = ()
    cues: Mapping[str, tuple[str, ...]] = FrozenDict()
    labels: Mapping[str, str] = FrozenDict()


# --- tokens and segments ----------------------------------------------------------------------


class Token(NamedTuple):
    """A word or mark with its place in the official text.

    A named tuple, because a text has hundreds of them.

    Attributes:
        text: The official characters.
        key: What is compared: NFKC, case-folded, quotes and dashes unified, soft hyphens dropped.
        start: Offset of the first character (code points).
        end: Offset behind the last character.
        kind: "word", "punct" (one punctuation character), "mark" (an enumerator such as "(a)") or
            "space" (only in a text of nothing but white space).
        before: White space before the token; not empty only for the first token of a text.
        after: White space behind the token.
    """

    text: str
    key: str
    start: int
    end: int
    kind: TokenKind
    before: str
    after: str

    @property
    def text_with_space(self) -> str:
        """The token with its white space; all tokens joined give the text back."""
        return self.before + self.text + self.after


class Evidence(NamedTuple):
    """Why a segment carries its element.

    Attributes:
        kind: "reviewed", "cue", "clause" (clause structure decided) or "nearest" (annotated wording).
        value: The cue, the rule or the wording.
        source: Id of the definition that the nearest wording stands in, "" otherwise.
    """

    kind: str
    value: str
    source: str = ""


class Facets(NamedTuple):
    """Textual facts about a segment; see the annotation guide in `docs/elements.md`.

    Attributes:
        modal: "may", "can", "must", "shall" or None.
        position: "main" (in the defining clause), "separate" (in a later sentence) or "list" (an
            enumerated limb).
        open_list: Whether a list is introduced as examples ("such as").
        items: The enumerated items in order, lower case.
        negated: Whether the segment excludes ("does not include").
    """

    modal: str | None = None
    position: Position = "main"
    open_list: bool = False
    items: tuple[str, ...] = ()
    negated: bool = False


class Segment(NamedTuple):
    """A run of the text that carries one element.

    Attributes:
        element: Id of the element.
        start: Offset of its first character.
        end: Offset behind its last character, white space before the next segment excluded.
        text: The official characters.
        facets: Textual facts.
        evidence: What decided the element.
    """

    element: str
    start: int
    end: int
    text: str
    facets: Facets = Facets()
    evidence: tuple[Evidence, ...] = ()


# --- redlines ---------------------------------------------------------------------------------


class Edit(NamedTuple):
    """One step of a redline.

    The `a` spans of "equal" and "delete" tile A and the `b` spans of "equal" and "insert" tile B,
    white space included, so both texts come back from the spans alone.

    Attributes:
        op: "equal", "delete" or "insert".
        a: Half-open character span in A, None for an insertion.
        b: Half-open character span in B, None for a deletion.
        text: A's characters for "equal" and "delete", B's for "insert".
        typographic: The sides of an "equal" are printed differently (‘ and “, capital and small).
        punctuation: The edit holds no word, only punctuation or enumerators.
    """

    op: Op
    a: tuple[int, int] | None
    b: tuple[int, int] | None
    text: str
    typographic: bool = False
    punctuation: bool = False
