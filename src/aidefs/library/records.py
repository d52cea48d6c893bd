"""The records that travel through the library: frozen, with no behaviour of their own but derived properties.

A `Definition` is also a result, which can be shown, saved and cited; the modules that do so are found by
name when they are called.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple, TypeVar

from aidefs.library.names import Alias
from aidefs.results import Column, Result, columns_of, observation, port
from aidefs.text.languages import primary

__all__ = [
    "DEFINITIONS",
    "GROUNDS",
    "GROUPS",
    "KINDS",
    "LEGAL_FORCES",
    "RESERVED",
    "ROLES",
    "SCHEMES",
    "STATES",
    "STATUSES",
    "Authenticity",
    "Definition",
    "FrozenDict",
    "Place",
    "Predecessor",
    "Verification",
    "comparable",
    "definition_dict",
    "definition_row",
    "distinct_names",
    "identifier",
    "to_aliases",
    "to_definition",
]


KINDS: Final = (
    "treaty",
    "regulation",
    "statute",
    "executive-order",
    "bill",
    "draft",
    "recommendation",
    "guideline",
    "policy",
    "standard",
)
"""Kinds of instrument."""

LEGAL_FORCES: Final = ("binding", "non-binding", "proposed")
"""Legal forces of an instrument."""

STATUSES: Final = ("in force", "adopted", "signed", "draft", "rejected", "withdrawn", "superseded")
"""What has become of a text."""

GROUNDS: Final = ("documented", "wording")
"""Why a text counts as a predecessor: a source says so, or it is seen in the words alone."""

STATES: Final = ("official document seen", "two independent copies", "one copy")
"""How far the wording of a text was checked."""

SCHEMES: Final = (
    "celex",
    "oj",
    "com",
    "cets",
    "oecd",
    "pl",
    "usc",
    "fr",
    "eo",
    "iso",
    "un",
    "council",
    "ep",
    "bill",
    "act",
    "si",
    "doi",
    "doc",
)
"""Schemes of official numbers in the shipped collection; "doc" is any other."""

GROUPS: Final = ("core", "supporting", "other traditions", "frame")
"""Groups of elements, in the order of their weight for a reader."""

ROLES: Final = ("frame", "genus", "rest")
"""What the structure of a definition itself gives to an element: the term with its connector, the kind of
thing that the term is, and what no other element takes."""

RESERVED: Final = ("all", "core")
"""Words that select elements and therefore name none."""


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
        alias = port().shipped().alias_of(self.id)
        return {**self._stamp("definition"), "definition": definition_dict(self, alias)}

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`: those of the table `definitions` of an export."""
        return DEFINITIONS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row."""
        return (observation(DEFINITIONS, definition_row(self, port().shipped().alias_of(self.id))),)

    def cite(self, style: str = "plain") -> str:
        """The citation: "plain", "bibtex", "biblatex" or "csl" (a JSON array of one item).

        Raises:
            InputError: The style does not exist.
        """
        return port().cite(self, style)

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


def comparable(a: Definition, b: Definition) -> bool:
    """Whether the two texts are in one language, so that their words can be compared."""
    return primary(a.lang) == primary(b.lang)


DEFINITIONS = columns_of("""
id string Stable name of the definition
alias string Short name whose current text this is
label string Short name for column heads
title string Longer name
prose string How a sentence names the text
term string The definiendum
lang string BCP 47 tag of the text's language
version_of string Id of the definition that this is another authentic language version of
translation_of string Id of the definition that this text translates without being authentic
supersedes array Ids of the earlier definitions whose place this one has taken
implements array Ids of the definitions that this one says it adopts
text string Official wording, letter for letter
instrument string Official name of the law, standard or document
issuer string Who made it
jurisdiction string ISO 3166 code (also US-CO), EU, COE, OECD, UN or INT
kind string Kind of instrument: treaty, regulation, statute, draft and so on
legal_force string binding, non-binding or proposed
status string in force, adopted, signed, draft, rejected, withdrawn or superseded
status_as_of string Day for which the status is stated (ISO date)
adopted string Date of adoption, as precise as known: 2024, 2024-05 or 2024-05-17
in_force string Date of entry into force
provision string Place inside the instrument
identifiers object Official numbers by scheme
url string Official address
authentic_languages array BCP 47 tags of the authentic versions
translation boolean Whether the stored text is a translation without legal force
authenticity_note string The clause or source that says which versions are authentic
verification_state string official document seen, two independent copies or one copy
verification_seen string Day on which the places of verification were read (ISO date)
verification_note string Which copies disagree, what was supplied, what could not be read
variants string Wordings in circulation that are not this one
notes string Anything else a reader must know
rights string Which rights the text carries: a heading of LICENSE.md in lower case with hyphens
reviewed boolean Whether the definition carries a reviewed annotation of its elements
""")


def definition_row(d: Definition, alias: str | None) -> dict[str, Any]:
    """The row of a definition, in the columns `DEFINITIONS`."""
    row: dict[str, Any] = {
        column.name: getattr(d, column.name) for column in DEFINITIONS if hasattr(d, column.name)
    }
    seen = d.verification
    return row | {
        "alias": alias,
        "supersedes": list(d.supersedes),
        "implements": list(d.implements),
        "identifiers": dict(d.identifiers),
        "authentic_languages": list(d.authenticity.languages),
        "translation": d.authenticity.translation,
        "authenticity_note": d.authenticity.note,
        "verification_state": seen.state if seen else "",
        "verification_seen": seen.seen if seen else "",
        "verification_note": seen.note if seen else "",
    }


_TABLES = (
    "supersedes",
    "implements",
    "identifiers",
    "predecessors",
    "authenticity",
    "verification",
    "segments",
)


def to_definition(table: Mapping[str, Any], source: str) -> Definition:
    """Makes a definition of a record.

    Args:
        table: A table without faults (see `aidefs.library.schema.validate`).
        source: Name of the file it was read from.

    Raises:
        TypeError: The table is faulty after all; `KeyError`, `ValueError` and `AttributeError` are
            possible too.
    """
    texts = {key: value for key, value in table.items() if key not in _TABLES}
    return Definition(
        **texts,
        supersedes=_ids(table, "supersedes"),
        implements=_ids(table, "implements"),
        identifiers=FrozenDict(table.get("identifiers", {})),
        predecessors=tuple(Predecessor(**entry) for entry in table.get("predecessors", ())),
        authenticity=_authenticity(table.get("authenticity", {})),
        verification=_verification(table["verification"]) if "verification" in table else None,
        segments=tuple((element, words) for element, words in table.get("segments", ())),
        source=source,
    )


def _ids(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(table.get(key, ()))


def _authenticity(table: Mapping[str, Any]) -> Authenticity:
    return Authenticity(**{**table, "languages": tuple(table.get("languages", ()))})


def _verification(table: Mapping[str, Any]) -> Verification:
    return Verification(**{**table, "places": tuple(Place(**entry) for entry in table.get("places", ()))})


def to_aliases(table: Mapping[str, Any]) -> dict[str, Alias]:
    """Makes aliases of `aliases.toml`, in its order.

    Each key is an alias. Its value is the id of the text that it stands for, or a table with
    `current` (that id; left out where the alias needs a date), `versions` (ids of all texts of the
    instrument) and perhaps `names` (id → what running text calls that text).
    """
    return {name: _alias(name, value) for name, value in table.items()}


def _alias(name: str, value: str | Mapping[str, Any]) -> Alias:
    if isinstance(value, str):
        return Alias(name, value, (value,))
    current: str = value.get("current", "")
    versions = tuple(value.get("versions", ()))
    if current and current not in versions:
        versions += (current,)
    names = tuple((text, called) for text, each in value.get("names", {}).items() for called in each)
    return Alias(name, current, versions, names)


def definition_dict(definition: Definition, alias: str | None = None) -> dict[str, Any]:
    """The JSON form of a definition; keys without a value are left out, `id` and `text` never."""
    d = definition
    plain = {
        "id": d.id,
        "alias": alias,
        "label": d.label,
        "title": d.title,
        "prose": d.prose,
        "term": d.term,
        "lang": d.lang,
        "version_of": d.version_of,
        "translation_of": d.translation_of,
        "supersedes": list(d.supersedes),
        "implements": list(d.implements),
        "text": d.text,
        "instrument": d.instrument,
        "issuer": d.issuer,
        "jurisdiction": d.jurisdiction,
        "kind": d.kind,
        "legal_force": d.legal_force,
        "status": d.status,
        "status_as_of": d.status_as_of,
        "adopted": d.adopted,
        "in_force": d.in_force,
        "provision": d.provision,
        "identifiers": dict(d.identifiers),
        "url": d.url,
        "predecessors": [{"id": p.id, "ground": p.ground, "note": p.note} for p in d.predecessors],
        "authenticity": _authenticity_dict(d),
        "verification": _verification_dict(d),
        "variants": d.variants,
        "notes": d.notes,
        "rights": d.rights,
    }
    return {key: value for key, value in plain.items() if value or key in ("id", "text")}


def _authenticity_dict(definition: Definition) -> dict[str, Any]:
    found = definition.authenticity
    if not (found.languages or found.translation or found.note):
        return {}
    return {"languages": list(found.languages), "translation": found.translation, "note": found.note}


def _verification_dict(definition: Definition) -> dict[str, Any]:
    found = definition.verification
    if found is None:
        return {}
    places = [
        {"title": p.title, "publisher": p.publisher, "url": p.url, "official": p.official}
        for p in found.places
    ]
    return {"state": found.state, "seen": found.seen, "places": places, "note": found.note}


def distinct_names(definitions: Iterable[Definition], *, spoken: bool = False) -> tuple[str, ...]:
    """Names by which definitions can be told apart, one for each in order.

    A name that different definitions have goes with the id, and where they have one id too, as files
    of one name in two folders do, with a number.

    Args:
        definitions: The definitions; one that stands twice keeps its name.
        spoken: Whether the names are for sentences and not for column heads.
    """
    each = list(definitions)
    known = [d for k, d in enumerate(each) if d not in each[:k]]  # a list: not every one can be hashed
    names = [d.spoken if spoken else d.name for d in known]
    names = [
        name if names.count(name) == 1 or name == d.id else f"{name} ({d.id})"
        for name, d in zip(names, known, strict=True)
    ]
    names = [
        name if names.count(name) == 1 else f"{name} ({names[: k + 1].count(name)})"
        for k, name in enumerate(names)
    ]
    return tuple(names[known.index(d)] for d in each)


_SCHEMES = {
    "celex": "CELEX {}", "cets": "CETS No. {}", "doi": "doi:{}", "eo": "Exec. Order No. {}", "oj": "OJ {}",
    "pl": "Pub. L. {}",
}  # fmt: skip


def identifier(scheme: str, value: str) -> str:
    """An official number as it is cited; a number that names its own series stays as it is."""
    pattern = _SCHEMES.get(scheme, "{}")
    name = pattern.split("{}")[0].strip()
    return value if name and value.startswith(name.split()[0]) else pattern.format(value)
