"""A collation as TEI XML: the apparatus by parallel segmentation.

TEI P5 Guidelines, chapter 13 (critical apparatus), section 13.2.3: each place of variation is an `app` in
the running text, with a reading of every witness, so that each witness is read off by taking its readings
and what stands between. The white space in the text and in the readings is that of the witnesses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from aidefs.alignment.apparatus import CollatedPassage, Reading, Witness
from aidefs.alignment.collation import AlignmentTable, Collation
from aidefs.errors import InputError, described
from aidefs.text.visible import markup_visible, storable

__all__ = ["render_tei"]

_TYPES = {
    "wording": "substantive", "punctuation": "punctuation", "typographic": "typographic", "space": "space",
}  # fmt: skip


def render_tei(result: Any) -> str:
    """A collation as a TEI document.

    Args:
        result: The collation, or its alignment table.

    Raises:
        InputError: The result is no collation.
    """
    collation = result.collation if isinstance(result, AlignmentTable) else result
    if not isinstance(collation, Collation):
        raise InputError(f"{described(result)} has no form 'tei'; a collation has")
    lang = _escaped(collation.base.definition.lang)
    return "".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">\n{_header(collation)}',
            f'<text xml:lang="{lang}">\n<body>\n<ab xml:space="preserve">',
            *(_passage(collation, passage) for passage in collation.passages),
            "</ab>\n</body>\n</text>\n</TEI>\n",
        )
    )


def _header(collation: Collation) -> str:
    known = collation.stamp
    made = f"Made by aidefs from data {known['data_version']}, hash {known['data_hash']}."
    title = _escaped(f"Collation with {collation.base.definition.name} as base text")
    witnesses = "\n".join(map(_witness, collation.by_siglum))
    return f"""<teiHeader>
<fileDesc>
<titleStmt><title>{title}</title></titleStmt>
<publicationStmt><p>{_escaped(made)}</p></publicationStmt>
<sourceDesc>
<listWit>
{witnesses}
</listWit>
</sourceDesc>
</fileDesc>
<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
</teiHeader>
"""


def _witness(witness: Witness) -> str:
    named = "; ".join(_named(one.name, one.provision, one.adopted, one.id) for one in witness.definitions)
    return f'<witness xml:id="{witness.siglum}">{_escaped(named)}</witness>'


def _named(name: str, provision: str, adopted: str, identifier: str) -> str:
    facts = ", ".join(filter(None, (provision, adopted, identifier)))
    return f"{name} ({facts})"


def _passage(collation: Collation, passage: CollatedPassage) -> str:
    readings = collation.readings(passage)
    if passage.kind == "agreed":
        return _escaped(readings[0].text)
    lemma, *others = readings
    return (
        f'<app type="{_TYPES[passage.kind]}">'
        + _reading("lem", lemma)
        + "".join(_reading("rdg", one) for one in others)
        + "</app>"
    )


def _reading(tag: str, reading: Reading) -> str:
    return f'<{tag} wit="{" ".join(_pointers(reading))}">{_escaped(reading.text)}</{tag}>'


def _pointers(reading: Reading) -> Iterator[str]:
    return (f"#{siglum}" for siglum in reading.sigla)


def _escaped(text: str) -> str:
    """The text as character data; what XML cannot write becomes visible, what nobody sees is a reference."""
    return markup_visible(escape(storable(text), {"\r": "&#13;", '"': "&quot;"}))
