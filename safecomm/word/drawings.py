"""What the pictures and charts of a document say to those who do not see them."""

from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import DRAWING_PROPERTIES


def descriptions(docx: bytes) -> list[str]:
    """The alternative text of each drawing of the body, in order; empty where it has none."""
    return [drawing.get("descr", "") for drawing in Package(docx).document.iter(DRAWING_PROPERTIES)]
