"""The content of a paragraph on its way: kept, inserted and deleted tokens, joined again where they are alike."""

from dataclasses import dataclass

from lxml import etree

from safecomm.ooxml.fields import DELETED_INSTRUCTION, INSTRUCTION, SIMPLE
from safecomm.ooxml.revisions import DELETED
from safecomm.ooxml.walk import DELETED_TEXT
from safecomm.ooxml.wordml import HYPERLINK, RUN_PROPERTIES, R, T
from safecomm.redline.revision_marks import RevisionMarks
from safecomm.redline.tokens import ParagraphToken, canonical, link_key

IN_DELETION = {T: DELETED_TEXT, INSTRUCTION: DELETED_INSTRUCTION}


@dataclass
class ParagraphFiller:
    """Fills a paragraph; a `tag` says whether what is added is inserted, deleted or, where it is None, kept."""

    paragraph: etree._Element
    marks: RevisionMarks

    def add(self, token: ParagraphToken, tag: str | None) -> None:
        parent = self.paragraph if token.link is None else self._link(token.link, tag)
        for run in token.runs:
            self._put(parent, run, tag, joined=bool(token.text))

    def _link(self, link: etree._Element, tag: str | None) -> etree._Element:
        """The link that ends the paragraph so far, where it leads to the same place."""
        last = self.paragraph[-1] if len(self.paragraph) else None
        if last is None or last.tag != HYPERLINK or link_key(last) != link_key(link):
            last = etree.SubElement(self.paragraph, HYPERLINK)
            last.attrib.update(link.attrib)
        if tag != DELETED:
            last.attrib.update(link.attrib)
        return last

    def _put(self, parent: etree._Element, element: etree._Element, tag: str | None, joined: bool) -> None:
        if tag is not None and element.tag in (HYPERLINK, SIMPLE):
            # A mark of change stands within these, not around them.
            inside = list(element)
            element[:] = []
            parent.append(element)
            for child in inside:
                self._put(element, child, tag, joined)
            return
        if tag is not None:
            parent = self._tracked(parent, tag)
        if tag == DELETED:
            as_deleted(element)
        if not (joined and _join(parent, element)):
            parent.append(element)

    def _tracked(self, parent: etree._Element, tag: str) -> etree._Element:
        """The mark of this kind that ends the parent so far, or a new one."""
        if not len(parent) or parent[-1].tag != tag:
            parent.append(self.marks.mark(tag))
        return parent[-1]


def as_deleted(run: etree._Element) -> None:
    """Deleted text has a name of its own."""
    for child in run:
        child.tag = IN_DELETION.get(child.tag, child.tag)


def _join(parent: etree._Element, run: etree._Element) -> bool:
    """Whether the run's text could be added to that of the last run, which looks the same."""
    last = parent[-1] if len(parent) else None
    if last is None or last.tag != R or not len(last) or last[-1].tag != run[-1].tag or _format(last) != _format(run):
        return False
    last[-1].text = (last[-1].text or "") + (run[-1].text or "")
    return True


def _format(run: etree._Element) -> bytes:
    return b"".join(map(canonical, run.iterchildren(RUN_PROPERTIES)))
