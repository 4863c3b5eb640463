"""The HTML of a document's chapters: written where something in or beside them changed, sent where it is lacking."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import NamedTuple

from safecomm.desk.desk import Desk
from safecomm.desk.page_side import PageSide
from safecomm.ooxml.chapter_memory import ChapterMemory
from safecomm.preview.page_tree import PageChapter

DIGITS = 16


class WrittenChapter(NamedTuple):
    """`digest` tells one from another."""

    digest: str
    html: str


class WrittenChapters(ChapterMemory[WrittenChapter]):
    """By all that they are made from."""


class ChapterWriter:
    """Writes chapters by a macro of the template; `sent` are the digests of those that the page has already."""

    def __init__(self, desk: Desk, side: PageSide, sent: Iterable[str]) -> None:
        self.memory, self.side, self.sent = desk.kept(WrittenChapters), side, {*sent}
        self.page, self.document = side.source.made.page, side.source.made.document
        self.has_title = self.page.has_title

    def lacking(self, chapter: PageChapter, macro: Callable[..., str]) -> WrittenChapter:
        """Without its HTML where the page has it."""
        written = self.write(chapter, macro)
        if written.digest not in self.sent:
            return written
        # Of two chapters that are the same the page may have but one.
        self.sent.remove(written.digest)
        return written._replace(html="")

    def write(self, chapter: PageChapter, macro: Callable[..., str]) -> WrittenChapter:
        beside = self.side.chapters[chapter], self.side.notes_in(chapter)
        made_from = (self.document, self.has_title, chapter.led_to & self.page.names, beside)
        return self.memory.recall(made_from, lambda: as_written(macro(chapter.blocks)))


def as_written(html: str) -> WrittenChapter:
    return WrittenChapter(sha256(html.encode()).hexdigest()[:DIGITS], html)
