"""The names of WordprocessingML and DrawingML, and the one way to read its XML."""

from functools import cache

from lxml import etree

WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@cache
def w(path: str) -> str:
    """The full name of an element or attribute that Word writes as `w:name`, or a path of such (`pPr/pStyle`)."""
    return "/".join(f"{{{WORDML}}}{name}" for name in path.split("/"))


P, R, T, TAB, BREAK, TABLE, ROW, CELL = map(w, ("p", "r", "t", "tab", "br", "tbl", "tr", "tc"))
PARAGRAPH_PROPERTIES, PARAGRAPH_STYLE, RUN_PROPERTIES = map(w, ("pPr", "pStyle", "rPr"))
OWN_PROPERTIES = {PARAGRAPH_PROPERTIES, RUN_PROPERTIES, w("tcPr")}
VAL, ID = w("val"), w("id")
HYPERLINK, ANCHOR = w("hyperlink"), w("anchor")
OFF = {"0", "false", "off"}
FOOTNOTE_CALL, ENDNOTE_CALL = map(w, ("footnoteReference", "endnoteReference"))
DRAWING_PROPERTIES = f"{{{PLACED}}}docPr"
RELATIONSHIP_ID = f"{{{RELATIONSHIP}}}id"


def parse_xml(data: bytes) -> etree._Element:
    """Raises etree.XMLSyntaxError, or ValueError for a document type, which could define entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a document type")
    return root


def to_bytes(root: etree._Element) -> bytes:
    """A part as a file holds it."""
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def value(parent: etree._Element, path: str) -> str | None:
    """The `w:val` of the first element at the path of `w:` names."""
    found = parent.find(w(path))
    return None if found is None else found.get(VAL)


def is_on(parent: etree._Element | None, path: str) -> bool:
    """Whether a property such as `w:b` stands there and is not turned off."""
    found = None if parent is None else parent.find(w(path))
    return found is not None and found.get(VAL) not in OFF


def own_properties(element: etree._Element) -> etree._Element | None:
    """Those of a paragraph, a run or a cell stand first in it."""
    first = element[0] if len(element) else None
    return first if first is not None and first.tag in OWN_PROPERTIES else None


def paragraph_style(paragraph: etree._Element) -> str:
    """The id of its style, which nearly every program writes first in its properties; empty where it has none."""
    properties = own_properties(paragraph)
    first = properties[0] if properties is not None and len(properties) else None
    if first is None or first.tag == PARAGRAPH_STYLE:
        return "" if first is None else first.get(VAL, "")
    return value(paragraph, "pPr/pStyle") or ""


def parent_of(element: etree._Element) -> etree._Element:
    """Of one that is not the root of a part."""
    parent = element.getparent()
    assert parent is not None, "only a part itself stands in nothing"
    return parent


def take_out(element: etree._Element) -> None:
    parent_of(element).remove(element)
