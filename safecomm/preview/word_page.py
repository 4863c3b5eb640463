"""A Word file as a page: the body, the notes that it calls, its headings and pictures, without headers and footers."""

from collections.abc import Iterable, Iterator

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.numbering import ListCounter
from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import ID
from safecomm.preview.block_reader import PageBlockReader
from safecomm.preview.page_tree import PageBlock, PageHeading, PageNote, PageParagraph, WordPage
from safecomm.preview.paragraph_reader import PageParagraphReader, document_language
from safecomm.twin.run_reader import NoteKey, RunReader
from safecomm.twin.twin import UNEXPECTED


def read_page(package: Package) -> WordPage:
    """Raises ContentError where the file is not as Word writes it."""
    try:
        return WordPageReader(package).read()
    except (*UNEXPECTED, RecursionError) as fault:
        raise ContentError([problem("docx-not-word", Location(package.name))]) from fault


class WordPageReader:
    """A document on its way, with what its parts share."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.counter = ListCounter(package.related_root("numbering"), package.styles)
        self.notes: dict[NoteKey, int] = {}
        self.pictures: dict[str, str] = {}
        self.names: set[str] = set()

    def read(self) -> WordPage:
        blocks = self.reader(self.package.main).blocks(self.package.document)
        notes = tuple(self.called_notes())
        pictures = {key: part for part, key in self.pictures.items()}
        headings = tuple(headings_in(blocks))
        return WordPage(document_language(self.package), blocks, notes, headings, pictures, frozenset(self.names))

    def reader(self, part: str) -> PageBlockReader:
        runs = RunReader(
            self.package.styles.names, self.package.plain_texts(part), self.package.relationships(part), self.notes
        )
        paragraphs = PageParagraphReader(self.package, runs, self.pictures, self.names)
        return PageBlockReader(self.package, part, paragraphs, self.counter)

    def called_notes(self) -> Iterator[PageNote]:
        """In the order of their calls."""
        parts = {kind: self.package.related_part(kind) for kind in ("footnotes", "endnotes")}
        readers = {kind: self.reader(part) for kind, part in parts.items()}
        bodies = {(kind, note.get(ID)): note for kind, part in parts.items() for note in self.package.root(part)}
        for (kind, identity), number in list(self.notes.items()):
            yield PageNote(number, readers[kind].blocks(bodies.get((kind, identity), ())))


def headings_in(blocks: Iterable[PageBlock]) -> Iterator[PageHeading]:
    """Those of the contents beside the page, which lead to the first bookmark of each."""
    for block in blocks:
        if isinstance(block, PageParagraph) and block.level and block.names and (text := " ".join(block.text.split())):
            yield PageHeading(block.level, text, block.names[0], block.language)
