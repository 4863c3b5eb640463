"""Pictures, charts and shapes: what they show is said in words."""

from collections.abc import Iterator

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.elements import NAMESPACES, holds, selects
from safecomm.diagnostic import Diagnostic

# A text box says itself what it holds, unless that is a picture.
DRAWINGS = selects("//wp:inline | //wp:anchor")
DESCRIBED = holds(
    "wp:docPr[normalize-space(@descr) or .//adec:decorative[@val = '1' or @val = 'true']]"
    " or .//w:txbxContent and not(.//pic:pic or .//c:chart)"
)
# The same of the older VML; `textpath` is a text drawn as a picture, `hr` a line.
SHAPES = selects("(//w:pict | //w:object)/v:*[not(self::v:shapetype)]")
DESCRIBED_SHAPE = holds(
    "descendant-or-self::*[normalize-space(@alt)]"
    " or not(.//v:imagedata) and (.//w:txbxContent or .//v:textpath or @o:hr)"
)


def descriptions(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.1.1 Non-text Content; PDF/UA-1, 7.3."""
    for story in document.stories:
        for found, described in ((DRAWINGS, DESCRIBED), (SHAPES, DESCRIBED_SHAPE)):
            for element in found(story.root):
                if not described(element):
                    yield story.problem("audit-picture", element, name=_name(element))


def _name(element: etree._Element) -> str:
    """As the Selection Pane lists it."""
    known = element.find("wp:docPr", NAMESPACES)
    return (element.get("id") if known is None else known.get("name")) or "–"


PICTURE_RULES = (descriptions,)
