"""Results as documents: which facts are shown, in which order, in which words.

`document(result)` gives the document of any result, `changes(result)` that which holds nothing but tracked
changes. Each view stands in the module that bears the name of what it shows, and only the view that is
wanted is imported.
"""

from __future__ import annotations

from typing import Any

from aidefs.formats.document import Document

__all__ = ["document", "tracked_document"]


def document(result: Any) -> Document:
    """The document that shows a result.

    Raises:
        TypeError: The object is no result.
    """
    match type(result).__name__:
        case "Agreement":
            from aidefs.output.views.agreement import agreement_document

            return agreement_document(result)
        case "AlignmentTable":
            from aidefs.output.views.collation import alignment_table_document

            return alignment_table_document(result)
        case "Chain":
            from aidefs.output.views.redline import chain_document

            return chain_document(result)
        case "CheckReport":
            from aidefs.output.views.listing import check_report_document

            return check_report_document(result)
        case "Collation":
            from aidefs.output.views.collation import collation_document

            return collation_document(result)
        case "Comparison":
            from aidefs.output.views.comparison import comparison_document

            return comparison_document(result)
        case "Concordance":
            from aidefs.output.views.search import concordance_document

            return concordance_document(result)
        case "Coverage":
            from aidefs.output.views.coverage import coverage_document

            return coverage_document(result)
        case "Definition":
            from aidefs.output.views.listing import definition_document

            return definition_document(result)
        case "Definitions":
            from aidefs.output.views.listing import definitions_document

            return definitions_document(result)
        case "ElementTable":
            from aidefs.output.views.table import element_table_document

            return element_table_document(result)
        case "Changes":
            from aidefs.output.views.changes import changes_document

            return changes_document(result)
        case "Collection":
            from aidefs.output.views.collection import collection_document

            return collection_document(result)
        case "TermsList":
            from aidefs.output.views.listing import terms_list_document

            return terms_list_document(result)
        case "ElementsList":
            from aidefs.output.views.listing import elements_list_document

            return elements_list_document(result)
        case "Extraction":
            from aidefs.output.views.extraction import extraction_document

            return extraction_document(result)
        case "Extractions":
            from aidefs.output.views.extraction import extractions_document

            return extractions_document(result)
        case "Glossary":
            from aidefs.output.views.glossary import glossary_document

            return glossary_document(result)
        case "Listed":
            from aidefs.output.views.listing import listed_document

            return listed_document(result)
        case "Families":
            from aidefs.output.views.similarity import families_document

            return families_document(result)
        case "Formulas":
            from aidefs.output.views.formulas import formulas_document

            return formulas_document(result)
        case "Lineage":
            from aidefs.output.views.lineage import lineage_document

            return lineage_document(result)
        case "Listing":
            from aidefs.output.views.listing import listing_document

            return listing_document(result)
        case "Matrix":
            from aidefs.output.views.similarity import matrix_document

            return matrix_document(result)
        case "Nearest":
            from aidefs.output.views.nearest import nearest_document

            return nearest_document(result)
        case "Origins":
            from aidefs.output.views.origins import origins_document

            return origins_document(result)
        case "Redline":
            from aidefs.output.views.redline import redline_document

            return redline_document(result)
        case "Review":
            from aidefs.output.views.review import review_document

            return review_document(result)
        case "Segmentation":
            from aidefs.output.views.segmentation import segmentation_document

            return segmentation_document(result)
        case "Timeline":
            from aidefs.output.views.timeline import timeline_document

            return timeline_document(result)
        case "CheckedQuotation":
            from aidefs.output.views.check import check_document

            return check_document(result)
        case "Verification":
            from aidefs.output.views.verification import verification_document

            return verification_document(result)
        case other:
            raise TypeError(f"{other} cannot be shown")


def tracked_document(result: Any) -> Document | None:
    """The document that holds nothing but the changes of a result, for editors that track changes.

    Returns:
        None where the result is no redline.
    """
    match type(result).__name__:
        case "Chain":
            from aidefs.output.views.redline import chain_changes

            return chain_changes(result)
        case "Redline":
            from aidefs.output.views.redline import redline_changes

            return redline_changes(result)
        case _:
            return None
