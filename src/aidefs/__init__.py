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
    from aidefs.api import chain, cite, compare, definitions, diff, export, get, search, segment, table
    from aidefs.chains import Chain
    from aidefs.chronology import Thread, Timeline
    from aidefs.closest import Match, Nearest
    from aidefs.collation import Collation
    from aidefs.comparison import Comparison, Row
    from aidefs.drafting import Lineage
    from aidefs.element_table import ElementTable
    from aidefs.errors import AidefsError, DataError, InputError, UnknownName
    from aidefs.history import collate, lineage
    from aidefs.hits import Concordance, Hit
    from aidefs.library import Library
    from aidefs.many import coverage, families, matrix, nearest, timeline
    from aidefs.model import Definition, Edit, Element, Evidence, Facets, Segment, Token
    from aidefs.presence import Coverage
    from aidefs.quotations import Attribution, Quotation, find_quotations
    from aidefs.redline import Redline
    from aidefs.segmentation import Segmentation
    from aidefs.similarities import Families, Matrix
    from aidefs.taxonomy import Taxonomy
    from aidefs.tokens import tokenize
    from aidefs.verification import CheckedFile, Passage, Verification, verify
    from aidefs.wordings import Wording

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
    "chronology": ("Thread", "Timeline"),
    "closest": ("Match", "Nearest"),
    "collation": ("Collation",),
    "comparison": ("Comparison", "Row"),
    "api": ("chain", "cite", "compare", "definitions", "diff", "export", "get", "search", "segment", "table"),
    "chains": ("Chain",),
    "drafting": ("Lineage",),
    "element_table": ("ElementTable",),
    "errors": ("AidefsError", "DataError", "InputError", "UnknownName"),
    "history": ("collate", "lineage"),
    "hits": ("Concordance", "Hit"),
    "library": ("Library",),
    "many": ("coverage", "families", "matrix", "nearest", "timeline"),
    "model": ("Definition", "Edit", "Element", "Evidence", "Facets", "Segment", "Token"),
    "presence": ("Coverage",),
    "quotations": ("Attribution", "Quotation", "find_quotations"),
    "redline": ("Redline",),
    "segmentation": ("Segmentation",),
    "similarities": ("Families", "Matrix"),
    "taxonomy": ("Taxonomy",),
    "tokens": ("tokenize",),
    "verification": ("CheckedFile", "Passage", "Verification", "verify"),
    "wordings": ("Wording",),
}
_HOME = {name: f"aidefs.{module}" for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'aidefs' has no attribute '{name}'")
    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return __all__
