"""Word's marks of change, and the content of a paragraph in them: tokens, joined again where they are alike."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from lxml import etree

from safecomm.ooxml.fields import DELETED_INSTRUCTION, INSTRUCTION, SIMPLE
from safecomm.ooxml.revisions import DELETED
from safecomm.ooxml.walk import DELETED_TEXT
from safecomm.ooxml.wordml import HYPERLINK, ID, RUN_PROPERTIES, R, T, w
from safecomm.redline.tokens import ParagraphToken, canonical, link_key

EARLIER_PROPERTIES = w("pPrChange")
IN_DELETION = {T: DELETED_TEXT, INSTRUCTION: DELETED_INSTRUCTION}


@dataclass
class RevisionMarks:
    """Makes the marks of one document: each with an id of its own, an author, and a date where one is given."""

    author: str
    date: datetime | None
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def mark(self, tag: str) -> etree._Element:
        attributes = {ID: str(next(self.ids)), w("author"): self.author}
        if self.date is not None:
            # One without a zone is taken as it stands: the machine's zone must not show.
            zoned = self.date.astimezone(UTC) if self.date.tzinfo else self.date
            attributes[w("date")] = zoned.strftime("%Y-%m-%dT%H:%M:%SZ")
        return etree.Element(tag, attributes)


@dataclass
class ParagraphFiller:
    """Fills a paragraph; a `tag` says whether what is added is inserted, deleted or, where it is None, kept."""

    paragraph: etree._Element
    marks: RevisionMarks

    def add(self, token: ParagraphToken, tag: str | None) -> None:
        parent = self.paragraph if token.link is None else self._open_link(token.link, tag)
        for run in token.runs:
            self._add_element(parent, run, tag, joined=bool(token.text))

    def _open_link(self, link: etree._Element, tag: str | None) -> etree._Element:
        """The link that ends the paragraph so far, where it leads to the same place."""
        last = self.paragraph[-1] if len(self.paragraph) else None
        if last is None or last.tag != HYPERLINK or link_key(last) != link_key(link):
            last = etree.SubElement(self.paragraph, HYPERLINK)
            last.attrib.update(link.attrib)
        if tag != DELETED:
            last.attrib.update(link.attrib)
        return last

    def _add_element(self, parent: etree._Element, element: etree._Element, tag: str | None, joined: bool) -> None:
        if tag is not None and element.tag in (HYPERLINK, SIMPLE):
            # A mark of change stands within these, not around them.
            inside = list(element)
            element[:] = []
            parent.append(element)
            for child in inside:
                self._add_element(element, child, tag, joined)
            return
        if tag is not None:
            parent = self._open_mark(parent, tag)
        if tag == DELETED:
            name_as_deleted(element)
        if not (joined and _join_text(parent, element)):
            parent.append(element)

    def _open_mark(self, parent: etree._Element, tag: str) -> etree._Element:
        """The mark of this kind that ends the parent so far, or a new one."""
        if not len(parent) or parent[-1].tag != tag:
            parent.append(self.marks.mark(tag))
        return parent[-1]


def name_as_deleted(run: etree._Element) -> None:
    """Deleted text has a name of its own."""
    for child in run:
        child.tag = IN_DELETION.get(child.tag, child.tag)


def _join_text(parent: etree._Element, run: etree._Element) -> bool:
    """Whether the run's text could be added to that of the last run, which looks the same."""
    last = parent[-1] if len(parent) else None
    if last is None or last.tag != R or not len(last) or last[-1].tag != run[-1].tag or _format(last) != _format(run):
        return False
    last[-1].text = (last[-1].text or "") + (run[-1].text or "")
    return True


def _format(run: etree._Element) -> bytes:
    return b"".join(map(canonical, run.iterchildren(RUN_PROPERTIES)))
