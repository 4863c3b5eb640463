"""Word's marks of change, and the content of a paragraph in them: tokens, joined again where they are alike."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.fields import DELETED_INSTRUCTION, INSTRUCTION, SIMPLE
from safecomm.ooxml.revisions import DELETED
from safecomm.ooxml.walk import DELETED_TEXT
from safecomm.ooxml.wordml import HYPERLINK, ID, RUN_PROPERTIES, R, T, w
from safecomm.redline.compared_blocks import CONTROL, CONTROL_CONTENT
from safecomm.redline.tokens import ParagraphToken, canonical, link_key

EARLIER_PROPERTIES = w("pPrChange")
AROUND_RUNS = {R, HYPERLINK, SIMPLE, CONTROL, CONTROL_CONTENT}
IN_DELETION = {T: DELETED_TEXT, INSTRUCTION: DELETED_INSTRUCTION}


@dataclass
class RevisionMarks:
    """Makes the marks of one document: each with an author, and a date where one is given."""

    author: str
    date: datetime | None

    def mark(self, tag: str) -> etree._Element:
        # Ids are numbers once all marks are there.
        attributes = {ID: "", w("author"): self.author}
        if self.date is not None:
            # One without a zone is taken as it stands: the machine's zone must not show.
            zoned = self.date.astimezone(UTC) if self.date.tzinfo else self.date
            attributes[w("date")] = zoned.strftime("%Y-%m-%dT%H:%M:%SZ")
        return etree.Element(tag, attributes)


class WrittenStep(NamedTuple):
    """What is written next; a `tag` says whether it is inserted, deleted or, where it is None, kept."""

    content: ParagraphToken | etree._Element
    tag: str | None = None

    @property
    def text(self) -> str:
        return self.content.text if isinstance(self.content, ParagraphToken) else ""

    @property
    def joint(self) -> tuple[object, ...]:
        """Equal in steps that follow each other as one text; objects are told apart by where they are."""
        if isinstance(self.content, ParagraphToken) and self.content.text:
            return self.tag, id(self.content.link), id(self.content.look)
        return (id(self.content),)


@dataclass
class ParagraphFiller:
    """Fills a paragraph with what is written of it."""

    paragraph: etree._Element
    marks: RevisionMarks

    def add(self, first: WrittenStep, *others: WrittenStep) -> None:
        """One step, or several that make one text."""
        if not isinstance(first.content, ParagraphToken):
            self.paragraph.append(first.content)
            return
        token, tag = first.content, first.tag
        if others:
            token = token._replace(text="".join(step.text for step in (first, *others)))
        parent = self.paragraph if token.link is None else self._open_link(token.link, tag)
        for run in token.runs:
            self._add_element(parent, run, tag, joined=bool(token.text))

    def _open_link(self, link: etree._Element, tag: str | None) -> etree._Element:
        """The link that ends the paragraph so far, where it leads to the same place."""
        last = _last(self.paragraph)
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
        last = _last(parent)
        if last is None or last.tag != tag:
            last = self.marks.mark(tag)
            parent.append(last)
        return last


def name_as_deleted(run: etree._Element) -> None:
    """Deleted text has a name of its own; the paragraphs of a text box go with their drawing."""
    for child in run:
        if child.tag in IN_DELETION:
            child.tag = IN_DELETION[child.tag]
        elif child.tag in AROUND_RUNS:
            name_as_deleted(child)


def _last(parent: etree._Element) -> etree._Element | None:
    """To count the children of a long paragraph takes long."""
    return next(parent.iterchildren(reversed=True), None)


def _join_text(parent: etree._Element, run: etree._Element) -> bool:
    """Whether the run's text could be added to that of the last run, which looks the same."""
    last = _last(parent)
    if last is None or last.tag != R or not len(last) or last[-1].tag != run[-1].tag or _format(last) != _format(run):
        return False
    last[-1].text = (last[-1].text or "") + (run[-1].text or "")
    return True


def _format(run: etree._Element) -> bytes:
    return b"".join(map(canonical, run.iterchildren(RUN_PROPERTIES)))
