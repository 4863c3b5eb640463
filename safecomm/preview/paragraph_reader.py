"""A paragraph of a Word part as a page shows it, by the walk that the twin reads, too."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from safecomm.markdown.inlines import ADDRESS
from safecomm.ooxml.bookmarks import NAME, START
from safecomm.ooxml.form_fields import control_text
from safecomm.ooxml.package import Package
from safecomm.ooxml.styles import level_of
from safecomm.ooxml.walk import DRAWN, OBJECT, PICTURE_OF_OLD, Inline, shown_text
from safecomm.ooxml.wordml import ANCHOR, BREAK, VAL, own_properties, value, w
from safecomm.preview.page_tree import PageParagraph, PagePicture, PageRun
from safecomm.twin.run_reader import NOTES, RunEmphasis, RunReader
from safecomm.word.anchors import KIND as RECORD
from safecomm.word.record_sections import RecordSections

OUTLINE = w("outlineLvl")
TITLE = "title"
"""The style of the document's own title."""


class PageParagraphReader:
    """Reads the paragraphs of one part in order; `keys` finds the pictures, `names` are the bookmarks met so far."""

    def __init__(
        self, package: Package, runs: RunReader, keys: dict[str, str], names: dict[str, None], sections: RecordSections
    ) -> None:
        self.styles, self.runs, self.keys, self.names, self.sections = package.styles, runs, keys, names, sections
        self.package = package
        self.language = document_language(package)

    def read(self, paragraph: etree._Element, style: str) -> PageParagraph:
        """`style` is the id of its style."""
        level, name = self.level(paragraph, style), self.styles.names.get(style, "")
        self.sections.begin(self.styles.heading_levels.get(style))
        if (text := self.runs.plain_texts.get(paragraph)) is None:
            return self.marked(paragraph)._replace(style=name, level=level, record=self.sections.record)
        marks = (self.name(mark.get(NAME, "")) for mark in paragraph.iterchildren(START))
        names = tuple(filter(None, marks))
        return PageParagraph((PageRun(text),) if text else (), name, level, names, self.sections.record)

    def marked(self, paragraph: etree._Element) -> PageParagraph:
        """One in which more stands than one plain text."""
        pieces: list[PageRun] = []
        names: list[str] = []
        for inline, form in self.runs.shown(paragraph):
            if inline.element.tag == START:
                names.append(self.name(inline.element.get(NAME, "")))
            elif not form.hidden:
                pieces += self.pieces(inline, form)
        runs = tuple(self.joined(pieces))
        language = self.language_of(runs)
        runs = tuple(run._replace(language="") for run in runs) if language else runs
        return PageParagraph(runs, names=tuple(filter(None, names)), language=language)

    def level(self, paragraph: etree._Element, style: str) -> int | None:
        """Of a heading: its own, else that of its style."""
        if self.styles.names.get(style) == TITLE:
            return 0
        properties = own_properties(paragraph)
        own = None if properties is None else properties.find(OUTLINE)
        return self.styles.heading_levels.get(style) if own is None else level_of(own.get(VAL))

    def name(self, name: str) -> str:
        """A bookmark that begins here; empty where one of its name has a place already."""
        if name.startswith(f"_{RECORD}_"):
            self.sections.name(name)
        if name in self.names:
            return ""
        self.names[name] = None
        return name

    def pieces(self, inline: Inline, form: RunEmphasis) -> Iterator[PageRun]:
        element = inline.element
        if inline.ended is not None:
            yield PageRun(control_text(inline.ended))
        elif element.tag in NOTES:
            yield PageRun(note=self.runs.note(element))
        elif element.tag in (DRAWN, PICTURE_OF_OLD, OBJECT):
            for description, part in self.runs.pictures(element):
                yield PageRun(picture=PagePicture(self.key(part), description))
        elif not begins_page(element):
            yield PageRun(shown_text(element), form.bold, form.italic, *self.lead(inline), self.run_language(inline))

    def key(self, part: str) -> str:
        """By which the page asks for a picture: never by its path, and for another picture by another."""
        if part not in self.package.names:
            return ""
        return self.keys.setdefault(part, f"{self.package.archive.getinfo(part).CRC:08x}")

    def lead(self, inline: Inline) -> tuple[str, str]:
        """The address outside and the bookmark inside of the document that a link leads to."""
        address = self.runs.address(inline.link)
        place = "" if inline.link is None else inline.link.get(ANCHOR, "")
        return (address, "") if ADDRESS.match(address) else ("", "" if address else place)

    def run_language(self, inline: Inline) -> str:
        properties = None if inline.run is None else own_properties(inline.run)
        said = None if properties is None else value(properties, "lang")
        return "" if said in (None, self.language) else said or ""

    def joined(self, runs: list[PageRun]) -> Iterator[PageRun]:
        """Word cuts its text anywhere; what is marked alike is one piece again."""
        for alike, group in groupby(runs, key=lambda run: run[1:]):
            pieces = [*group]
            if pieces[0].text or not any(alike):
                text = "".join(run.text for run in pieces)
                yield from [pieces[0]._replace(text=text)] if text else []
            else:
                yield from pieces

    def language_of(self, runs: tuple[PageRun, ...]) -> str:
        """That of a paragraph all of whose words are in one that is not the document's."""
        languages = Counter(run.language for run in runs if run.text.strip())
        return next(iter(languages)) if len(languages) == 1 else ""


def begins_page(element: etree._Element) -> bool:
    """Whether it is a break behind which a new page begins."""
    return element.tag == BREAK and element.get(w("type")) == "page"


def document_language(package: Package) -> str:
    return value(package.styles.root, "docDefaults/rPrDefault/rPr/lang") or ""
