"""The records of definitions: what is known of a text, declared once.

The validated shape, the JSON, the columns, the JSON Schema and the table of keys in CONTRIBUTING.md follow
from the declarations of `Definition` and of the records inside it; see `aidefs.library.fields`. Whoever adds
a field adds it here, where it shall stand in the JSON, and nowhere else.

The annotations are read while this module runs, so they are not put off as in other modules.
"""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal, NamedTuple, get_args

from aidefs.classes import dataclass, field
from aidefs.errors import InputError
from aidefs.library.fields import LABEL_LENGTH, FrozenDict, cells, columns, fields_of, key, plain, read
from aidefs.results import Column, Result, dated, observation, port
from aidefs.text.languages import UNDETERMINED, primary

__all__ = [
    "DEFINITIONS",
    "FIELDS",
    "GROUNDS",
    "GROUPS",
    "INSTRUMENT",
    "KINDS",
    "LEGAL_FORCES",
    "LISTED",
    "RESERVED",
    "ROLES",
    "SCHEMES",
    "STATES",
    "STATUSES",
    "Authenticity",
    "Copy",
    "Definition",
    "Predecessor",
    "Verified",
    "comparable",
    "definition_dict",
    "definition_row",
    "distinct_names",
    "identifier",
    "listed_row",
    "to_definition",
]


# --- closed lists -----------------------------------------------------------------------------

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
    "scholarly",
)
"""Kinds of instrument; what is "scholarly" is none, and never law."""

LEGAL_FORCES: Final = ("binding", "non-binding", "proposed")
"""Legal forces of an instrument."""

STATUSES: Final = (
    "in force", "adopted", "signed", "published", "draft", "lapsed", "withdrawn", "superseded"
)  # fmt: skip
"""What has become of a text; a bill that ended without becoming law has "lapsed", however it ended."""

STATES: Final = ("official document seen", "two independent copies", "one copy")
"""How far the wording of a text was checked."""

PredecessorGround = Literal["documented", "wording"]
GROUNDS: Final[tuple[PredecessorGround, ...]] = get_args(PredecessorGround)
"""Why a text counts as a predecessor: a source says so, or it is seen in the words alone."""

SCHEMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "celex": "CELEX {}",
        "oj": "OJ {}",
        "com": "{}",
        "cets": "CETS No. {}",
        "oecd": "{}",
        "pl": "Pub. L. {}",
        "usc": "{}",
        "fr": "{}",
        "eo": "Exec. Order No. {}",
        "iso": "{}",
        "un": "{}",
        "council": "{}",
        "ep": "{}",
        "bill": "{}",
        "act": "{}",
        "si": "{}",
        "doi": "doi:{}",
        "doc": "{}",
    }
)
"""How official numbers are cited, by their schemes in the shipped collection; "doc" is any other."""

GROUPS: Final = ("core", "supporting", "other traditions", "frame")
"""Groups of elements, in the order of their weight for a reader."""

ROLES: Final = ("frame", "genus", "rest")
"""What the structure of a definition itself gives to an element: the term with its connector, the kind of
thing that the term is, and what no other element takes."""

RESERVED: Final = ("all", "core")
"""Words that select elements and therefore name none."""


def _one_of(values: Iterable[str]) -> str:
    *most, last = (f"`{value}`" for value in values)
    return f"{', '.join(most)} or {last}"


# --- records inside a definition --------------------------------------------------------------


class Predecessor(NamedTuple):
    """An earlier text that this one was drafted from, or whose wording is like its own."""

    id: Annotated[
        str,
        key(
            "Its id.",
            "Id of the earlier definition; a selection need not contain it",
            required="always",
            named="predecessor",
        ),
    ]
    ground: Annotated[
        PredecessorGround,
        key(
            "`documented` where a source says so, `wording` where it is seen only in the words.",
            "documented (a source says so) or wording (only seen in the words)",
            required="always",
            values=GROUNDS,
        ),
    ]
    note: Annotated[str, key("The source, or the words.")] = ""


class Authenticity(NamedTuple):
    """Which language versions of the instrument are equally authentic; empty where that is not known."""

    languages: Annotated[
        tuple[str, ...],
        key(
            "Array of the tags of the equally authentic versions.",
            "BCP 47 tags of the authentic versions",
            form="lang",
            named="authentic_languages",
        ),
    ] = ()
    translation: Annotated[
        bool,
        key(
            "`true` for a translation without legal force.",
            "Whether the stored text is a translation without legal force",
            named="translation",
        ),
    ] = False
    note: Annotated[
        str,
        key(
            "The clause or source that says so.",
            "The clause or source that says which versions are authentic",
        ),
    ] = ""


class Copy(NamedTuple):
    """A copy of the text, at the public place where its wording was seen."""

    title: Annotated[
        str,
        key(
            'What was read: "Official Journal, OJ L, 2024/1689 (PDF)".',
            "What was read there",
            required="always",
        ),
    ]
    publisher: Annotated[str, key("Who publishes it.", required="shipped")] = ""
    url: Annotated[str, key("Its public address.", "Public address", form="url")] = ""
    official: Annotated[
        bool,
        key(
            "`true` for the issuer's own document or the official gazette.",
            "Whether it is the issuer's own document",
        ),
    ] = False


class Verified(NamedTuple):
    """How far the wording was checked, and by which copies."""

    state: Annotated[
        str,
        key("One of the three states above.", _one_of(STATES), required="always", values=STATES),
    ]
    seen: Annotated[
        str,
        key(
            "Day on which the copies were read.",
            "Day on which the places of verification were read (ISO date)",
            required="shipped",
            form="date",
        ),
    ] = ""
    places: Annotated[tuple[Copy, ...], key("One table for each copy.")] = ()
    note: Annotated[
        str,
        key(
            "Which copies disagree, what was supplied, what was not seen.",
            "Which copies disagree, what was supplied, what could not be read",
        ),
    ] = ""


_UNKNOWN = Authenticity()


# --- definitions ------------------------------------------------------------------------------


@dataclass(frozen=True, repr=False, kw_only=True)
class Definition(Result):
    """One definition, letter for letter, with where it comes from.

    Only `id` and `text` may be given by position, and only they have to be given. What each field means is
    said where it is declared: first for who writes a record, then as a column says it to who reads one.
    """

    id: Annotated[
        str,
        key(
            "Name of the file without `.toml`.",
            "Stable name of the definition",
            required="always",
            form="id",
        ),
    ] = field(kw_only=False)
    label: Annotated[
        str,
        key(
            f"Name for column heads, at most {LABEL_LENGTH} characters, not used by another record: "
            '"CoE Convention".',
            "Short name for column heads",
            required="shipped",
            longest=LABEL_LENGTH,
        ),
    ] = ""
    title: Annotated[str, key("Longer name.", required="shipped")] = ""
    prose: Annotated[
        str,
        key(
            'How a sentence names the text, with article: "the Convention". It must fit behind "in".',
            "How a sentence names the text",
            required="shipped",
        ),
    ] = ""
    term: Annotated[
        str,
        key("The term that is defined, as the text writes it.", "The definiendum", required="shipped"),
    ] = ""
    terms: Annotated[
        tuple[str, ...],
        key(
            "Array of ids of `data/terms/`: what the text defines, whatever it calls it. The record stands "
            "in the folder of the first, whose elements are those of its annotation. Left out where it is "
            "an AI system alone.",
            "Ids of what is defined; ai-system where there is none",
            form="id",
        ),
    ] = ()
    lang: Annotated[
        str,
        key(
            "Language of the text, a BCP 47 tag: `en`, `zh-Hant`; recognised where it is not given.",
            "BCP 47 tag of the text's language",
            required="shipped",
            form="lang",
        ),
    ] = ""
    version_of: Annotated[
        str,
        key(
            "Id of the record of the same instrument of which this is another language version.",
            "Id of the definition that this is another authentic language version of",
        ),
    ] = ""
    translation_of: Annotated[
        str,
        key(
            "Id of the record of which this is a translation that is not authentic.",
            "Id of the definition that this text translates without being authentic",
        ),
    ] = ""
    supersedes: Annotated[
        tuple[str, ...],
        key(
            "Array of ids: the earlier texts whose place this one has taken, as `notes` or a source named "
            "there says. Only the last one before it; earlier ones follow from that one's own record.",
            "Ids of the earlier definitions whose place this one has taken",
            form="id",
        ),
    ] = ()
    implements: Annotated[
        tuple[str, ...],
        key(
            "Array of ids: the texts whose definition this one says that it adopts, in their words or by "
            "reference. Mere likeness of the words is a predecessor and not this.",
            "Ids of the definitions that this one says it adopts",
            form="id",
        ),
    ] = ()
    same_text_as: Annotated[
        tuple[str, ...],
        key(
            "Array of ids: texts of other instruments with the same defining words; the term with its "
            "connector, capitals and punctuation may differ. It says nothing of which text was first.",
            "Ids of the definitions in other instruments that have the same defining words",
            form="id",
        ),
    ] = ()
    text: Annotated[
        str,
        key(
            "The definition, letter for letter.",
            "Official wording, letter for letter",
            required="always",
        ),
    ] = field(kw_only=False)
    instrument: Annotated[str, key("Official name of the law, standard or document.", required="shipped")] = (
        ""
    )
    official_title: Annotated[
        str,
        key(
            "Its full title as the instrument itself bears it, for citations, where `instrument` shortens it "
            "or says more.",
            "Full title of the instrument, where its name is shorter",
        ),
    ] = ""
    stage: Annotated[
        str,
        key(
            'What a draft or bill is in its procedure, as a citation names it: "position at first reading".',
            "What a draft is in its procedure: proposal, general approach",
        ),
    ] = ""
    issuer: Annotated[str, key("Who made it.", required="shipped")] = ""
    jurisdiction: Annotated[
        str,
        key(
            "ISO 3166 code (`US`, `US-CO`), `EU`, `COE`, `OECD`, `UN`, or `INT` for other international "
            "bodies.",
            "ISO 3166 code (also US-CO), EU, COE, OECD, UN or INT",
            required="shipped",
            form="jurisdiction",
        ),
    ] = ""
    kind: Annotated[
        str,
        key(
            f"{_one_of(KINDS)}.",
            "Kind of instrument: treaty, regulation, statute, draft and so on",
            required="shipped",
            values=KINDS,
        ),
    ] = ""
    legal_force: Annotated[str, key(f"{_one_of(LEGAL_FORCES)}.", required="shipped", values=LEGAL_FORCES)] = (
        ""
    )
    status: Annotated[str, key(f"{_one_of(STATUSES)}.", required="shipped", values=STATUSES)] = ""
    status_as_of: Annotated[
        str,
        key(
            "Day for which the status is stated.",
            "Day for which the status is stated (ISO date)",
            required="shipped",
            form="date",
        ),
    ] = ""
    adopted: Annotated[
        str,
        key(
            "Date of adoption; for a draft its own date, for a scholarly text that of its publication.",
            "Date of adoption, as precise as known: 2024, 2024-05 or 2024-05-17",
            required="shipped",
            form="date",
        ),
    ] = ""
    in_force: Annotated[str, key("Date of entry into force.", form="date")] = ""
    provision: Annotated[
        str, key('Place in the instrument: "Article 3(1)".', "Place inside the instrument")
    ] = ""
    identifiers: Annotated[
        Mapping[str, str],
        key(
            "Official numbers as strings, by scheme: "
            f"{', '.join(f'`{scheme}`' for scheme in SCHEMES if scheme != 'doc')}, and `doc` for any other.",
            "Official numbers by scheme",
            keys=tuple(SCHEMES),
        ),
    ] = FrozenDict()
    url: Annotated[str, key("Official address, `https://` or `http://`.", "Official address", form="url")] = (
        ""
    )
    predecessors: Annotated[
        tuple[Predecessor, ...],
        key("An earlier text of the collection from which this one was drafted."),
    ] = ()
    authenticity: Annotated[Authenticity, key("Which language versions are authentic.")] = _UNKNOWN
    verification: Annotated[Verified | None, key("How far the wording was checked.", required="shipped")] = (
        None
    )
    variants: Annotated[str, key("Wordings in circulation that are not this one.", remark=True)] = ""
    notes: Annotated[
        str,
        key(
            "What else a reader must know, in full sentences, with sources.",
            "Anything else a reader must know",
            remark=True,
        ),
    ] = ""
    rights: Annotated[
        str,
        key(
            "A heading of `data/LICENSE.md` in lower case, with hyphens for spaces: `council-of-europe`.",
            "Which rights the text carries: a heading of LICENSE.md in lower case with hyphens",
            required="shipped",
        ),
    ] = ""
    segments: Annotated[
        tuple[tuple[str, str], ...],
        key("Reviewed annotation: pairs of an element and the words of a piece. See the next step."),
    ] = ()
    # Not of the record but of its file: where it was read, "" for a text given at the call.
    source: str = ""
    # Whether its language was not given but told from its words; "und" where it could not be told.
    lang_recognised: bool = False

    def __post_init__(self) -> None:
        if not self.lang:
            # Only here: the shipped definitions all say their language.
            from aidefs.text.recognition import recognise

            object.__setattr__(self, "lang", recognise(self.text))
            object.__setattr__(self, "lang_recognised", True)
        if not self.source:
            self._check()
        # Whatever mapping a user gives: results look definitions up, so that each has to be hashable.
        if not isinstance(self.identifiers, FrozenDict):
            object.__setattr__(self, "identifiers", FrozenDict(self.identifiers))

    def _check(self) -> None:
        """Holds what a program gives to the rules that records in files are held to.

        What is merely called or said is free here: the id, the text and its language, labels and notes.
        """
        values = _bound_of(self)
        given = tuple([one for one, value in zip(_BOUND, values, strict=True) if value not in _SAYS_NOTHING])
        if not given:
            return
        # Only here: files have been examined when definitions are made of them.
        from aidefs.library.rules import examine

        try:
            faults = list(examine(plain(given, self), given, shipped=False))
        except (AttributeError, TypeError, ValueError):
            raise InputError(f"definition '{self.id}': a value has not the type of its field") from None
        if faults:
            raise InputError(f"definition '{self.id}': {faults[0].key}: {faults[0].message}")

    @classmethod
    def of_text(cls, text: str, lang: str | None = None, number: int = 0) -> "Definition":
        """A text given at the call, called "text", or "text 2" where it has a number.

        Its language is recognised where it is not given.
        """
        name = f"text {number}" if number else "text"
        return cls(id=name.replace(" ", "-"), label=name, text=text, lang=lang or "")

    def __repr__(self) -> str:
        return f"<Definition {self.id}: {self.label or self.text[:40]!r}>"

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/definition/1", with the alias in the library that ships."""
        alias = port().shipped().alias_of(self.id)
        return {**self._stamp("definition"), "definition": definition_dict(self, alias)}

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`: those of the table `definitions` of an export."""
        return LISTED

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row."""
        return (listed_row(self, port().shipped().alias_of(self.id)),)

    def cite(self, style: str = "plain") -> str:
        """The citation in a style: see `cite`.

        Raises:
            InputError: The style does not exist, or needs a package that is not installed.
        """
        return port().cite(self, style)

    @property
    def instrument_id(self) -> str:
        """Id of the text that this one is a language version or translation of, or else its own."""
        return self.version_of or self.translation_of or self.id

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


# --- what follows from the fields -------------------------------------------------------------

FIELDS: Final = fields_of(Definition)
"""The fields of a definition, in the order of its JSON."""

# Those of which not every value will do, wherever it comes from.
_BOUND: Final = tuple(
    one for one in FIELDS if one.values or one.keys or one.record or one.form not in (None, "id", "lang")
)
_bound_of = attrgetter(*[one.key for one in _BOUND])
_SAYS_NOTHING = ("", (), None, _UNKNOWN)


def to_definition(table: Mapping[str, Any], source: str) -> Definition:
    """Makes a definition of a record.

    Args:
        table: A table without faults (see `aidefs.library.schema.validate`).
        source: Name of the file it was read from.

    Raises:
        TypeError: The table is faulty after all; `ValueError` is possible too.
    """
    return read(Definition, FIELDS, table, source=source)


def definition_dict(definition: Definition, alias: str | None = None) -> dict[str, Any]:
    """The JSON form of a definition; keys without a value are left out, `id` and `text` never.

    The annotation is not in it: a segmentation has a JSON form of its own.
    """
    held = plain(FIELDS, definition)
    del held["segments"]
    told = {"id": held["id"], "alias": alias, **held}
    return {name: value for name, value in told.items() if value or name in ("id", "text")}


INSTRUMENT: Final = "Id of the text that this is a language version or translation of, or its own"


def _definitions() -> tuple[Column, ...]:
    first, *others = columns(FIELDS)
    alias = Column("alias", "string", "Short name whose current text this is")
    instrument = Column("instrument_id", "string", INSTRUMENT)
    reviewed = Column(
        "reviewed", "boolean", "Whether the definition carries a reviewed annotation of its elements"
    )
    return (first, alias, instrument, *others, reviewed)


DEFINITIONS: Final = _definitions()
"""Columns of a table of definitions."""


LISTED: Final = dated(DEFINITIONS, ("status_as_of", "adopted", "in_force", "verification_seen"))
"""The same where dates are dates, as in a data frame."""


def definition_row(definition: Definition, alias: str | None) -> dict[str, Any]:
    """The row of a definition, in the columns `DEFINITIONS`."""
    known = {"alias": alias, "instrument_id": definition.instrument_id, "reviewed": definition.reviewed}
    return cells(FIELDS, definition) | known


def listed_row(definition: Definition, alias: str | None) -> dict[str, Any]:
    """The row of a definition, in the columns `LISTED`."""
    return observation(LISTED, definition_row(definition, alias))


# --- definitions beside each other ------------------------------------------------------------


def comparable(a: Definition, b: Definition) -> bool:
    """Whether the words of the two texts can be compared: they are in one language as far as is known."""
    return primary(a.lang) == primary(b.lang) or UNDETERMINED in (a.lang, b.lang)


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


# --- official numbers -------------------------------------------------------------------------


def identifier(scheme: str, value: str) -> str:
    """An official number as it is cited; a number that names its own series stays as it is."""
    pattern = SCHEMES.get(scheme, "{}")
    name = pattern.split("{}")[0].strip()
    return value if name and value.startswith(name.split()[0]) else pattern.format(value)
