"""The Markdown twin: what a finished Word document says, as text that Git can compare."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from safecomm.charts.chart_reading import read_charts
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.chapter_memory import ChapterMemory, chapters, digest, surroundings
from safecomm.ooxml.drawings import drawn_lines
from safecomm.ooxml.numbering import CounterState, ListCounter
from safecomm.ooxml.opening import open_word_file
from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import ID
from safecomm.twin.block_reader import TwinLine, TwinReader
from safecomm.twin.run_reader import NoteKey, RunReader

UNEXPECTED = (ValueError, KeyError, IndexError, TypeError, AttributeError, StopIteration, ArithmeticError)
"""What the readers raise where a part is not as Word writes it."""


class ReadingState(NamedTuple):
    """What the text of a chapter takes over from those before it: its lists, the depth in them, and the notes."""

    counter: CounterState
    depth: int
    notes: tuple[tuple[NoteKey, int], ...]


class ChapterText(NamedTuple):
    """Its lines, and the state in which the next chapter begins."""

    lines: Sequence[TwinLine]
    state: ReadingState


TextMemory = ChapterMemory[ChapterText]


def to_text(package: Package, memory: TextMemory | None = None) -> str:
    """Headers and footers first, then the body, a paragraph or table row a line, and the notes; no build id.

    With the same `memory` each time, chapters that have not changed are not read again.
    """
    twin = Twin(package)
    lines = [*twin.headers_footers(), *twin.body(memory), *twin.called_notes()]
    return "".join(_space(lines)).lstrip() + "\n"


def foreign_text(file: Path) -> str:
    """The text of a file that anybody may have made; raises ContentError."""
    return text_of_foreign(open_word_file(file))


def text_of_foreign(package: Package) -> str:
    try:
        return to_text(package)
    except UNEXPECTED as fault:
        raise ContentError([problem("docx-not-word", Location(package.name))]) from fault


@dataclass
class Twin:
    """A document on its way to text, with what its parts share."""

    package: Package
    notes: dict[NoteKey, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.styles = self.package.styles.names
        self.counter = ListCounter(self.package.related_root("numbering"), self.package.styles)

    def reader(self, part: str) -> TwinReader:
        runs = RunReader(self.styles, self.package.plain_texts(part), self.package.relationships(part), self.notes)
        charts, drawings = partial(read_charts, self.package, part), partial(drawn_lines, self.package, part)
        return TwinReader(self.styles, self.counter, runs, charts, drawings)

    def body(self, memory: TextMemory | None) -> Iterator[TwinLine]:
        if memory is None:
            yield from self.reader(self.package.main).lines(self.package.document)
            return
        around, state = surroundings(self.package), self.state(0)
        for blocks in chapters(self.package.body, self.styles):
            lines, state = memory.recall((digest(blocks), around, state), partial(self.chapter, blocks, state))
            yield from lines
        self.counter.state, self.notes = state.counter, dict(state.notes)

    def chapter(self, blocks: Sequence[etree._Element], state: ReadingState) -> ChapterText:
        self.counter.state, self.notes = state.counter, dict(state.notes)
        reader = self.reader(self.package.main)
        reader.depth = state.depth
        return ChapterText(reader.lines(blocks), self.state(reader.depth))

    def state(self, depth: int) -> ReadingState:
        return ReadingState(self.counter.state, depth, tuple(self.notes.items()))

    def headers_footers(self) -> Iterator[TwinLine]:
        """What stands above and below the pages, each line once."""
        found: dict[str, None] = {}
        for kind in ("header", "footer"):
            for part in sorted(self.package.related_parts(self.package.main, kind)):
                texts = (" ".join(line.text.split()) for line in self.reader(part).lines(self.package.root(part)))
                found.update((f"> {kind}: {text}", None) for text in texts if text)
        return (TwinLine("header or footer", text) for text in found)

    def called_notes(self) -> Iterator[TwinLine]:
        """The notes in the order of their calls."""
        parts = {kind: self.package.related_part(kind) for kind in ("footnotes", "endnotes")}
        readers = {kind: self.reader(part) for kind, part in parts.items()}
        bodies = {(kind, note.get(ID)): note for kind, part in parts.items() for note in self.package.root(part)}
        for (kind, identity), number in list(self.notes.items()):
            first, *rest = readers[kind].lines(bodies.get((kind, identity), ())) or [TwinLine("", "")]
            yield TwinLine("", f"[^{number}]: {first.text}".rstrip())
            yield from (TwinLine(line.kind, f"    {line.text}") for line in rest)


def _space(lines: list[TwinLine]) -> Iterator[str]:
    for before, line in pairwise([TwinLine("", ""), *lines]):
        yield ("\n" if line.kind != "" and line.kind == before.kind else "\n\n") + line.text
