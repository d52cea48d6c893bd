"""Zip archives of office documents without anything of the clock or the machine in them.

The packages that write such documents put the time of day into every entry and into the properties of the
document, and how well a compressor does depends on its version. So entries are stored as they are, in a
fixed order and at a fixed time, and the properties are written here (ECMA-376 part 2, core properties).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

from aidefs.text.visible import storable, xml_visible

__all__ = ["CORE", "DECLARATION", "normalised"]

CORE = "docProps/core.xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)  # where the time of a zip entry begins
# A reader that goes from the front meets what it needs to understand the rest.
_FIRST = ("[Content_Types].xml", "_rels/.rels", CORE)


def normalised(
    data: bytes, title: str, lang: str, mended: Callable[[bytes], bytes] = lambda part: part
) -> bytes:
    """The same document, from which all that a clock, a compressor or a machine decides is gone.

    Args:
        data: An office document that has core properties.
        title: Its title.
        lang: BCP 47 tag of its own words.
        mended: What has to be done to each part, all of which are XML.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: mended(archive.read(name)) for name in archive.namelist()}
    assert CORE in parts
    parts[CORE] = _properties(title, lang)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts, key=lambda name: (name not in _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0  # else it says on which system it was made
            archive.writestr(entry, parts[name])
    return target.getvalue()


def _properties(title: str, lang: str) -> bytes:
    """Core properties; a day on which the file was made would be a lie or a clock."""
    language = f"<dc:language>{escape(storable(lang))}</dc:language>" if lang else ""
    text = (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(xml_visible(title))}</dc:title><dc:creator>aidefs</dc:creator>{language}"
        "</cp:coreProperties>"
    )
    return text.encode("utf-8")
