"""A Word file as a page: the body, the notes that it calls, its headings and pictures, without headers and footers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.bookmarks import NAME, START
from safecomm.ooxml.chapter_memory import ChapterMemory, chapters, digest, surroundings
from safecomm.ooxml.numbering import CounterState, ListCounter
from safecomm.ooxml.package import Package
from safecomm.ooxml.walk import plain_texts
from safecomm.ooxml.wordml import ID
from safecomm.preview.block_reader import PageBlockReader
from safecomm.preview.page_tree import PageBlock, PageChapter, PageHeading, PageNote, PageParagraph, WordPage
from safecomm.preview.paragraph_reader import PageParagraphReader, document_language
from safecomm.twin.run_reader import NoteKey, RunReader
from safecomm.twin.twin import UNEXPECTED
from safecomm.word.record_sections import RecordSection, RecordSections


class PageState(NamedTuple):
    """What a chapter takes over from those before it: what is counted, and below which records' titles it stands."""

    counter: CounterState
    notes: tuple[tuple[NoteKey, int], ...]
    pictures: tuple[tuple[str, str], ...]
    sections: tuple[RecordSection, ...]


class ReadChapter(NamedTuple):
    """With the bookmarks that have a place in it, and the state in which the next chapter begins."""

    chapter: PageChapter
    names: tuple[str, ...]
    state: PageState


PageMemory = ChapterMemory[ReadChapter]


def read_page(package: Package, memory: PageMemory | None = None) -> WordPage:
    """Raises ContentError where the file is not as Word writes it.

    With the same `memory` each time, chapters that have not changed are not read again.
    """
    try:
        return WordPageReader(package).read(PageMemory() if memory is None else memory)
    except (*UNEXPECTED, RecursionError) as fault:
        raise ContentError([problem("docx-not-word", Location(package.name))]) from fault


class WordPageReader:
    """A document on its way, with what its parts share."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.counter = ListCounter(package.related_root("numbering"), package.styles)
        self.notes: dict[NoteKey, int] = {}
        self.pictures: dict[str, str] = {}
        self.names: dict[str, None] = {}
        self.sections = RecordSections()
        self.plain_texts: dict[etree._Element, str] = {}
        self.body = self.reader(package.main, self.plain_texts, self.sections)

    def read(self, memory: PageMemory) -> WordPage:
        read = tuple(self.chapters(memory))
        notes = tuple(self.called_notes())
        pictures = {key: part for part, key in self.pictures.items()}
        headings = tuple(chain.from_iterable(headings_in(chapter.blocks) for chapter in read))
        return WordPage(document_language(self.package), read, notes, headings, pictures, frozenset(self.names))

    def chapters(self, memory: PageMemory) -> Iterator[PageChapter]:
        around, repeated = surroundings(self.package), repeated_names(self.package)
        for blocks in chapters(self.package.body, self.package.styles.names):
            key = (digest(blocks), around, self.state, frozenset(name for name in repeated if name in self.names))
            read = memory.recall(key, partial(self.read_chapter, blocks))
            self.names |= dict.fromkeys(read.names)
            self.state = read.state
            yield read.chapter

    def read_chapter(self, blocks: Sequence[etree._Element]) -> ReadChapter:
        before = len(self.names)
        self.plain_texts.update(plain_texts(blocks))
        chapter = PageChapter(self.body.blocks(blocks))
        return ReadChapter(chapter, tuple(islice(reversed(self.names), len(self.names) - before)), self.state)

    @property
    def state(self) -> PageState:
        counted = self.counter.state, tuple(self.notes.items()), tuple(self.pictures.items())
        return PageState(*counted, tuple(self.sections.opened))

    @state.setter
    def state(self, state: PageState) -> None:
        self.counter.state = state.counter
        self.notes.clear()
        self.notes.update(state.notes)
        self.pictures.clear()
        self.pictures.update(state.pictures)
        self.sections.opened = list(state.sections)

    def reader(self, part: str, texts: Mapping[etree._Element, str], sections: RecordSections) -> PageBlockReader:
        runs = RunReader(self.package.styles.names, texts, self.package.relationships(part), self.notes)
        paragraphs = PageParagraphReader(self.package, runs, self.pictures, self.names, sections)
        return PageBlockReader(self.package, part, paragraphs, self.counter)

    def called_notes(self) -> Iterator[PageNote]:
        """In the order of their calls."""
        parts = {kind: self.package.related_part(kind) for kind in ("footnotes", "endnotes")}
        texts = self.package.plain_texts
        readers = {kind: self.reader(part, texts(part), RecordSections()) for kind, part in parts.items()}
        bodies = {(kind, note.get(ID)): note for kind, part in parts.items() for note in self.package.root(part)}
        for (kind, identity), number in list(self.notes.items()):
            yield PageNote(number, readers[kind].blocks(bodies.get((kind, identity), ())))


def repeated_names(package: Package) -> Set[str]:
    """The bookmarks of which there are several; only the first of them has a place."""
    names = Counter(mark.get(NAME, "") for mark in package.document.iter(START))
    return {name for name, number in names.items() if number > 1}


def headings_in(blocks: Iterable[PageBlock]) -> Iterator[PageHeading]:
    """Those of the contents beside the page, which lead to the first bookmark of each."""
    for block in blocks:
        if isinstance(block, PageParagraph) and block.level and block.names and (text := " ".join(block.text.split())):
            yield PageHeading(block.level, text, block.names[0], block.language)
