"""The empty Word file: python-docx's package with the styles, the list, the settings and pages of aidefs.

Times New Roman is where Word is, and has a substitute of the same widths where it is not. Insertions are
underlined and deletions struck; their colours are dark enough to be read in print without colour.
"""

from __future__ import annotations

from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from aidefs.formats.docx.elements import XmlElement, attribute, characters, field, run, tag_attributes, w

__all__ = ["empty", "number_pages", "page_width", "section"]

_PAGE = (11906, 16838)  # A4, in twentieths of a point
_MARGIN = 1417  # 25 mm
_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
}


def empty(lang: str) -> Any:
    """A document of python-docx without content, whose own words are in a language."""
    document = docx.Document()
    for rels in (document.part.rels, document.part.package.rels):
        for name in [name for name, rel in rels.items() if rel.reltype not in _KEPT]:
            del rels[name]
    _refill(document.styles.element, _STYLES)
    _refill(document.part.numbering_part.element, _NUMBERING)
    _refill(document.settings.element, _SETTINGS)
    default = next(document.styles.element.iter(w("lang").tag))
    for name, value in tag_attributes(lang).items():
        default.set(attribute(name), value)
    document.element.body[:] = []
    return document


def _refill(root: XmlElement, text: str) -> None:
    root[:] = parse_xml("".join(line.strip() for line in text.splitlines()))[:]


def page_width(landscape: bool) -> int:
    """How wide lines are, in twentieths of a point."""
    return _PAGE[landscape] - 2 * _MARGIN


def section(landscape: bool) -> XmlElement:
    """The properties of a section (`w:sectPr`), which begins on a new page."""
    width, height = _PAGE[:: -1 if landscape else 1]
    turned = {"orient": "landscape"} if landscape else {}
    sides = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    margins = w("pgMar", **sides, header=709, footer=709, gutter=0)
    return w("sectPr", w("pgSz", w=width, h=height, **turned), margins, w("cols", space=709))


def number_pages(document: Any) -> None:
    """Put page numbers at the foot of all pages; later sections take the foot of the first."""
    line = document.sections[0].footer.paragraphs[0]
    line.style = "footer"
    line._p.append(field("PAGE", [run(*characters("1"))]))


# --- parts as they stand in the file ----------------------------------------------------------


_MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT = "Times New Roman"
_STYLES = f"""<w:styles {_MAIN}>
<w:docDefaults>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{_FONT}" w:eastAsia="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>
    <w:sz w:val="22"/><w:szCs w:val="22"/>
    <w:lang w:val="en-GB" w:eastAsia="ja-JP" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>

<w:style w:type="paragraph" w:default="1" w:styleId="Normal">
  <w:name w:val="Normal"/><w:qFormat/>
</w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>
</w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
  <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
    <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
    <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
</w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
  <w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/>
</w:style>

<w:style w:type="paragraph" w:styleId="Title">
  <w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
  <w:pPr><w:keepNext/><w:keepLines/><w:spacing w:after="200" w:line="240" w:lineRule="auto"/></w:pPr>
  <w:rPr><w:b/><w:bCs/><w:sz w:val="30"/><w:szCs w:val="30"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Heading1">
  <w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
  <w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="80" w:line="240" w:lineRule="auto"/>
    <w:outlineLvl w:val="0"/></w:pPr>
  <w:rPr><w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="ListBullet">
  <w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Caption">
  <w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
  <w:pPr><w:keepNext/><w:keepLines/>
    <w:spacing w:before="200" w:after="80" w:line="240" w:lineRule="auto"/></w:pPr>
  <w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText">
  <w:name w:val="Table Text"/><w:basedOn w:val="Normal"/><w:qFormat/>
  <w:pPr><w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/></w:pPr>
  <w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHead">
  <w:name w:val="Table Head"/><w:basedOn w:val="TableText"/><w:qFormat/>
  <w:pPr><w:keepNext/></w:pPr>
  <w:rPr><w:b/><w:bCs/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableTextSmall">
  <w:name w:val="Table Text Small"/><w:basedOn w:val="TableText"/><w:qFormat/>
  <w:rPr><w:sz w:val="14"/><w:szCs w:val="14"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHeadSmall">
  <w:name w:val="Table Head Small"/><w:basedOn w:val="TableHead"/><w:qFormat/>
  <w:rPr><w:sz w:val="14"/><w:szCs w:val="14"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableNote">
  <w:name w:val="Table Note"/><w:basedOn w:val="Normal"/><w:qFormat/>
  <w:pPr><w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/></w:pPr>
  <w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableEnd">
  <w:name w:val="Table End"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:spacing w:after="0" w:line="160" w:lineRule="exact"/></w:pPr>
  <w:rPr><w:sz w:val="8"/><w:szCs w:val="8"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="FootnoteText">
  <w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:spacing w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>
  <w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Footer">
  <w:name w:val="footer"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>
  <w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
</w:style>

<w:style w:type="character" w:styleId="FootnoteReference">
  <w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/>
  <w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:vertAlign w:val="superscript"/></w:rPr>
</w:style>
<w:style w:type="character" w:styleId="Strong">
  <w:name w:val="Strong"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>
  <w:rPr><w:b/><w:bCs/></w:rPr>
</w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Deleted">
  <w:name w:val="Deleted"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>
  <w:rPr><w:strike/><w:color w:val="A61C00"/></w:rPr>
</w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Inserted">
  <w:name w:val="Inserted"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>
  <w:rPr><w:color w:val="0B3FA8"/><w:u w:val="single"/></w:rPr>
</w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Secondary">
  <w:name w:val="Secondary"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>
  <w:rPr><w:color w:val="595959"/></w:rPr>
</w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Quoted">
  <w:name w:val="Quoted"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>
  <w:rPr><w:i/><w:iCs/></w:rPr>
</w:style>

<w:style w:type="table" w:customStyle="1" w:styleId="DefinitionTable">
  <w:name w:val="Definition Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>
      <w:insideH w:val="single" w:sz="2" w:space="0" w:color="A6A6A6"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr>
      <w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>
      <w:vAlign w:val="bottom"/>
    </w:tcPr>
  </w:tblStylePr>
</w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="CompactTable">
  <w:name w:val="Compact Table"/><w:basedOn w:val="DefinitionTable"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>
      <w:insideH w:val="nil"/>
    </w:tblBorders>
  </w:tblPr>
</w:style>
</w:styles>"""
_NUMBERING = f"""<w:numbering {_MAIN}>
<w:abstractNum w:abstractNumId="0">
  <w:multiLevelType w:val="singleLevel"/>
  <w:lvl w:ilvl="0">
    <w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>
    <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr>
  </w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>"""
_SETTINGS = f"""<w:settings {_MAIN}>
<w:zoom w:percent="100"/>
<w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:compat>
  <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat>
<w:decimalSymbol w:val="."/>
<w:listSeparator w:val=","/>
</w:settings>"""
