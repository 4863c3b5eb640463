"""Where texts of a document come from that a template has made of the content: cells, titles, sentences of names."""

from collections.abc import Iterator

from safecomm.content.field_types import record_fields
from safecomm.content.folder import KINDS
from safecomm.content.validate import ROWS
from safecomm.desk.addresses import RecordPlace
from safecomm.desk.known_words import KnownWords, NamedPart, as_typed
from safecomm.preview.page_tree import PageBlock, PageParagraph, PageRow, PageTable, WordPage, paragraphs_in

CONTENTS = "toc"
"""What the styles of the table of contents begin with: its lines lead within the document."""


class DerivedPlaces:
    """Those of one page. A word of the template has none, nor has a number that is counted."""

    def __init__(self, page: WordPage, known: KnownWords) -> None:
        self.known = known
        self.heads: set[int] = set()
        self.rows: dict[int, RecordPlace] = {}
        for table in tables_in(page.blocks):
            for row in table.rows:
                self.take(row)

    def take(self, row: PageRow) -> None:
        """The first record that a row names is what all of it is about."""
        cells = [*paragraphs_in(block for cell in row.cells for block in cell.blocks)]
        if row.heads:
            self.heads.update(map(id, cells))
            return
        if record := next(filter(None, map(self.first, cells)), None):
            self.rows.update((id(cell), record) for cell in cells)

    def of(self, paragraph: PageParagraph) -> RecordPlace | None:
        if self.is_of_template(paragraph):
            return None
        place = self.in_row(paragraph) or self.place(paragraph)
        return place.record if place and place.field == ROWS else place

    def is_of_template(self, paragraph: PageParagraph) -> bool:
        return id(paragraph) in self.heads or paragraph.style.startswith(CONTENTS)

    def in_row(self, paragraph: PageParagraph) -> RecordPlace | None:
        """The field of the row's record that says it; or the field, where that holds records and the row is one."""
        if (row := self.rows.get(id(paragraph))) is None:
            return None
        if field := self.known.field(row, plain(paragraph)):
            return row._replace(field=field)
        return row if row.field in record_fields(KINDS[row.kind]) else None

    def place(self, paragraph: PageParagraph) -> RecordPlace | None:
        """Of what says the same, or of the only record that is named."""
        named = self.named(paragraph)
        return named[0] if len(named) == 1 else None

    def first(self, paragraph: PageParagraph) -> RecordPlace | None:
        return next(iter(self.named(paragraph)), None)

    def named(self, paragraph: PageParagraph) -> list[RecordPlace]:
        if place := self.known.place(plain(paragraph)):
            return [place]
        return [part.place for part in self.known.parts(paragraph.text) if part.place]

    def parts(self, paragraph: PageParagraph) -> list[NamedPart]:
        """Those of a text that names several records, each of which leads to its own."""
        if paragraph.plain is None or self.is_of_template(paragraph):
            return []
        parts = self.known.parts(paragraph.plain)
        return parts if sum(part.place is not None for part in parts) > 1 else []


def plain(paragraph: PageParagraph) -> str:
    """Without the label that a tab parts from what is said."""
    return as_typed(paragraph.text).rpartition("\t")[2].strip()


def tables_in(blocks: "tuple[PageBlock, ...]") -> Iterator[PageTable]:
    for block in blocks:
        if isinstance(block, PageTable):
            yield block
            yield from (inner for row in block.rows for cell in row.cells for inner in tables_in(cell.blocks))
