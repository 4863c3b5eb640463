"""Pictures, charts and shapes: what they show is said in words."""

from collections.abc import Iterator

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.audited_story import NAMESPACES, holds
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.wordml import PLACED, w

DRAWINGS = f"{{{PLACED}}}inline", f"{{{PLACED}}}anchor"
# A text box says itself what it holds, unless that is a picture.
DESCRIBED = holds(
    "wp:docPr[normalize-space(@descr) or .//adec:decorative[@val = '1' or @val = 'true']]"
    " or .//w:txbxContent and not(.//pic:pic or .//c:chart)"
)
# The same of the older VML; `textpath` is a text drawn as a picture, `hr` a line.
VML, SHAPE_TYPE = "{urn:schemas-microsoft-com:vml}*", "{urn:schemas-microsoft-com:vml}shapetype"
DESCRIBED_SHAPE = holds(
    "descendant-or-self::*[normalize-space(@alt)]"
    " or not(.//v:imagedata) and (.//w:txbxContent or .//v:textpath or @o:hr)"
)


def descriptions(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.1.1 Non-text Content; PDF/UA-1, 7.3."""
    for story in document.stories:
        for drawing in story.root.iter(*DRAWINGS):
            if not DESCRIBED(drawing):
                yield story.problem("audit-picture", drawing, name=_name(drawing))
        for holder in story.root.iter(w("pict"), w("object")):
            for shape in holder.iterchildren(VML):
                if shape.tag != SHAPE_TYPE and not DESCRIBED_SHAPE(shape):
                    yield story.problem("audit-picture", shape, name=_name(shape))


def _name(element: etree._Element) -> str:
    """As the Selection Pane lists it."""
    known = element.find("wp:docPr", NAMESPACES)
    return (element.get("id") if known is None else known.get("name")) or "–"
