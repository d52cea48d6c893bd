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

if TYPE_CHECKING:
    from aidefs.alignment.chains import Chain
    from aidefs.alignment.collation import Collation
    from aidefs.alignment.redline import Redline
    from aidefs.api import chain, cite, compare, definitions, diff, export, get, search, segment, table
    from aidefs.comparison.comparison import Comparison, Row
    from aidefs.comparison.table import ElementTable
    from aidefs.errors import AidefsError, DataError, InputError, UnknownName
    from aidefs.history import collate, lineage
    from aidefs.library.library import Library
    from aidefs.library.records import Definition, Edit, Element, Evidence, Facets, Segment, Token
    from aidefs.library.taxonomy import Taxonomy
    from aidefs.library.wordings import Wording
    from aidefs.many import coverage, families, matrix, nearest, timeline
    from aidefs.quotations import Attribution, Quotation, find_quotations
    from aidefs.quotations.verification import CheckedFile, Passage, Verification, verify
    from aidefs.segmentation.segmentation import Segmentation
    from aidefs.survey.coverage import Coverage
    from aidefs.survey.lineage import Lineage
    from aidefs.survey.nearest import Match, Nearest
    from aidefs.survey.search import Concordance, Hit
    from aidefs.survey.similarity import Families, Matrix
    from aidefs.survey.timeline import Thread, Timeline
    from aidefs.text.tokens import tokenize

__all__ = [
    "AidefsError",
    "Attribution",
    "Chain",
    "CheckedFile",
    "Collation",
    "Comparison",
    "Concordance",
    "Coverage",
    "DataError",
    "Definition",
    "Edit",
    "Element",
    "ElementTable",
    "Evidence",
    "Facets",
    "Families",
    "Hit",
    "InputError",
    "Library",
    "Lineage",
    "Match",
    "Matrix",
    "Nearest",
    "Passage",
    "Quotation",
    "Redline",
    "Row",
    "Segment",
    "Segmentation",
    "Taxonomy",
    "Thread",
    "Timeline",
    "Token",
    "UnknownName",
    "Verification",
    "Wording",
    "__version__",
    "chain",
    "cite",
    "collate",
    "compare",
    "coverage",
    "definitions",
    "diff",
    "export",
    "families",
    "find_quotations",
    "get",
    "lineage",
    "matrix",
    "nearest",
    "search",
    "segment",
    "table",
    "timeline",
    "tokenize",
    "verify",
]

__version__ = "0.1.0"

_HOMES = {
    "alignment.chains": ("Chain",),
    "alignment.collation": ("Collation",),
    "alignment.redline": ("Redline",),
    "api": ("chain", "cite", "compare", "definitions", "diff", "export", "get", "search", "segment", "table"),
    "comparison.comparison": ("Comparison", "Row"),
    "comparison.table": ("ElementTable",),
    "errors": ("AidefsError", "DataError", "InputError", "UnknownName"),
    "history": ("collate", "lineage"),
    "library.library": ("Library",),
    "library.records": ("Definition", "Edit", "Element", "Evidence", "Facets", "Segment", "Token"),
    "library.taxonomy": ("Taxonomy",),
    "library.wordings": ("Wording",),
    "many": ("coverage", "families", "matrix", "nearest", "timeline"),
    "quotations": ("Attribution", "Quotation", "find_quotations"),
    "quotations.verification": ("CheckedFile", "Passage", "Verification", "verify"),
    "segmentation.segmentation": ("Segmentation",),
    "survey.coverage": ("Coverage",),
    "survey.lineage": ("Lineage",),
    "survey.nearest": ("Match", "Nearest"),
    "survey.search": ("Concordance", "Hit"),
    "survey.similarity": ("Families", "Matrix"),
    "survey.timeline": ("Thread", "Timeline"),
    "text.tokens": ("tokenize",),
}
_HOME = {name: f"aidefs.{module}" for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'aidefs' has no attribute '{name}'")
    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return __all__
