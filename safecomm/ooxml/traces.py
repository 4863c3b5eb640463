"""What Word notes for itself while somebody edits: no content, and different after every save."""

from lxml import etree

from safecomm.ooxml.wordml import W14, w

REVISIONS = ("rsidDel", "rsidP", "rsidR", "rsidRDefault", "rsidRPr", "rsidSect", "rsidTr")
IDS = (*map(w, REVISIONS), f"{{{W14}}}paraId", f"{{{W14}}}textId")
NOTED = tuple(map(w, ("proofErr", "lastRenderedPageBreak")))


def strip_traces(root: etree._Element) -> None:
    etree.strip_attributes(root, *IDS)
    etree.strip_elements(root, *NOTED, with_tail=False)
