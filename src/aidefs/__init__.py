"""Compare legal definitions of "artificial intelligence system", letter for letter and element by element.

The public names of the package are those of `__all__`. Each is imported when it is first used, so that
`import aidefs` stays light.

    >>> import aidefs
    >>> aidefs.get("eu").provision
    'Article 3(1)'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from aidefs.results import Result, connect
from aidefs.version import __version__

if TYPE_CHECKING:
    from os import PathLike

    from aidefs.alignment.collation import Collation, collate
    from aidefs.alignment.edits import Edit
    from aidefs.alignment.redline import Chain, Redline, chain, diff
    from aidefs.comparison.comparison import Comparison, Row
    from aidefs.comparison.rows import compare
    from aidefs.comparison.table import ElementTable, table
    from aidefs.corpora.corpus import Corpus, Incomplete, corpus
    from aidefs.corpora.spread import Adopter, Course, Spread, Survival, spread
    from aidefs.drafting.review import Against, Review, review
    from aidefs.errors import AidefsError, DataError, InputError, NoCues, NoDefinition, UnknownName
    from aidefs.library.changes import Changes, changes
    from aidefs.library.citations import cite
    from aidefs.library.glossary import Glossary, GlossaryEntry, glossary
    from aidefs.library.library import Library
    from aidefs.library.lookup import definitions, get
    from aidefs.library.records import Definition
    from aidefs.library.taxonomy import Element, Taxonomy
    from aidefs.library.wordings import Wording
    from aidefs.output.export import export
    from aidefs.output.render import stylesheet
    from aidefs.provisions.extraction import Extraction, Extractions, Provision, extract
    from aidefs.quotations.check import CheckedQuotation, check
    from aidefs.quotations.find import find_quotations
    from aidefs.quotations.quotation import Attribution, Quotation
    from aidefs.quotations.verification import CheckedFile, Passage, Verification, verify, verify_bytes
    from aidefs.segmentation.agreement import Agreement, agreement
    from aidefs.segmentation.segmentation import Segmentation, segment
    from aidefs.segmentation.segments import Evidence, Facets, Segment
    from aidefs.survey.collection import Collection, collection
    from aidefs.survey.coverage import Coverage, coverage
    from aidefs.survey.formulas import Formula, Formulas, formulas
    from aidefs.survey.lineage import Lineage, lineage
    from aidefs.survey.nearest import Match, Nearest, nearest
    from aidefs.survey.origins import FirstSeen, Origins, origins
    from aidefs.survey.search import Concordance, Hit, search
    from aidefs.survey.similarity import Families, Matrix, families, matrix
    from aidefs.survey.timeline import Thread, Timeline, timeline
    from aidefs.text.tokens import Token, tokenize

__all__ = [
    "Adopter",
    "Against",
    "Agreement",
    "AidefsError",
    "Attribution",
    "Chain",
    "Changes",
    "CheckedFile",
    "CheckedQuotation",
    "Collation",
    "Collection",
    "Comparison",
    "Concordance",
    "Corpus",
    "Course",
    "Coverage",
    "DataError",
    "Definition",
    "Edit",
    "Element",
    "ElementTable",
    "Evidence",
    "Extraction",
    "Extractions",
    "Facets",
    "Families",
    "FirstSeen",
    "Formula",
    "Formulas",
    "Glossary",
    "GlossaryEntry",
    "Hit",
    "Incomplete",
    "InputError",
    "Library",
    "Lineage",
    "Match",
    "Matrix",
    "Nearest",
    "NoCues",
    "NoDefinition",
    "Origins",
    "Passage",
    "Provision",
    "Quotation",
    "Redline",
    "Review",
    "Row",
    "Segment",
    "Segmentation",
    "Spread",
    "Survival",
    "Taxonomy",
    "Thread",
    "Timeline",
    "Token",
    "UnknownName",
    "Verification",
    "Wording",
    "__version__",
    "agreement",
    "chain",
    "changes",
    "check",
    "cite",
    "collate",
    "collection",
    "compare",
    "corpus",
    "coverage",
    "definitions",
    "diff",
    "export",
    "extract",
    "families",
    "find_quotations",
    "formulas",
    "get",
    "glossary",
    "lineage",
    "matrix",
    "nearest",
    "origins",
    "review",
    "search",
    "segment",
    "spread",
    "stylesheet",
    "table",
    "timeline",
    "tokenize",
    "verify",
    "verify_bytes",
]

_HOMES = {
    "alignment.collation": ("Collation", "collate"),
    "alignment.edits": ("Edit",),
    "alignment.redline": ("Chain", "Redline", "chain", "diff"),
    "comparison.comparison": ("Comparison", "Row"),
    "comparison.rows": ("compare",),
    "comparison.table": ("ElementTable", "table"),
    "corpora.corpus": ("Corpus", "Incomplete", "corpus"),
    "corpora.spread": ("Adopter", "Course", "Spread", "Survival", "spread"),
    "drafting.review": ("Against", "Review", "review"),
    "errors": ("AidefsError", "DataError", "InputError", "NoCues", "NoDefinition", "UnknownName"),
    "library.changes": ("Changes", "changes"),
    "library.citations": ("cite",),
    "library.glossary": ("Glossary", "GlossaryEntry", "glossary"),
    "library.library": ("Library",),
    "library.lookup": ("definitions", "get"),
    "library.records": ("Definition",),
    "library.taxonomy": ("Element", "Taxonomy"),
    "library.wordings": ("Wording",),
    "output.export": ("export",),
    "output.render": ("stylesheet",),
    "provisions.extraction": ("Extraction", "Extractions", "Provision", "extract"),
    "quotations.check": ("CheckedQuotation", "check"),
    "quotations.find": ("find_quotations",),
    "quotations.quotation": ("Attribution", "Quotation"),
    "quotations.verification": ("CheckedFile", "Passage", "Verification", "verify", "verify_bytes"),
    "segmentation.agreement": ("Agreement", "agreement"),
    "segmentation.segmentation": ("Segmentation", "segment"),
    "segmentation.segments": ("Evidence", "Facets", "Segment"),
    "survey.collection": ("Collection", "collection"),
    "survey.coverage": ("Coverage", "coverage"),
    "survey.formulas": ("Formula", "Formulas", "formulas"),
    "survey.lineage": ("Lineage", "lineage"),
    "survey.nearest": ("Match", "Nearest", "nearest"),
    "survey.origins": ("FirstSeen", "Origins", "origins"),
    "survey.search": ("Concordance", "Hit", "search"),
    "survey.similarity": ("Families", "Matrix", "families", "matrix"),
    "survey.timeline": ("Thread", "Timeline", "timeline"),
    "text.tokens": ("Token", "tokenize"),
}
_HOME = {name: f"aidefs.{module}" for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'aidefs' has no attribute '{name}'")
    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return __all__


class _RoomsAbove:
    """The rooms above the results, each imported when something is handed on to it."""

    def render(self, result: Result, form: str, **options: Any) -> str:
        from aidefs.output.render import render

        return render(result, form, **options)

    def save(self, result: Result, path: str | PathLike[str], **options: Any) -> None:
        from aidefs.output.render import save

        save(result, path, **options)

    def frame(self, result: Result) -> Any:
        from aidefs.output.frame import frame

        return frame(result)

    def cite(self, definition: Any, style: str) -> str:
        from aidefs.library.citations import bibliography

        return bibliography((definition,), style)

    def document(self, path: str | PathLike[str], lang: str | None) -> Any:
        from aidefs.provisions.given import definition_of_file

        return definition_of_file(path, lang)

    def shipped(self) -> Any:
        from aidefs.library.library import Library

        return Library.shipped()


connect(_RoomsAbove())
