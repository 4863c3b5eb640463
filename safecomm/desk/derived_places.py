"""Where texts of a document come from that a template has made of the content: cells, titles, sentences of names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain

from safecomm.content.field_types import record_fields
from safecomm.content.folder import KINDS, SINGLES, TABLES
from safecomm.content.validate import ROWS
from safecomm.desk.addresses import RecordPlace
from safecomm.desk.known_words import KnownWords, NamedPart
from safecomm.desk.record_words import as_typed
from safecomm.preview.page_tree import PageBlock, PageList, PageParagraph, PageRow, PageTable, paragraphs_in

CONTENTS = "toc"
"""What the styles of the table of contents begin with: its lines lead within the document."""
BETWEEN = "; "
"""What stands between names in a cell."""


class Neighbours:
    """Paragraphs that stand together, and how many records of each kind they name."""

    def __init__(self, paragraphs: Sequence[PageParagraph], known: KnownWords) -> None:
        self.paragraphs, self.known = paragraphs, known

    @cached_property
    def kinds(self) -> Mapping[str, int]:
        names = (name for paragraph in self.paragraphs for name in plain(paragraph).split(BETWEEN))
        return Counter(place.kind for name in names for place in self.known.titled(name))


class DerivedPlaces:
    """Those of some blocks. A word of the template has none, nor has what is counted of the whole content."""

    def __init__(self, blocks: Sequence[PageBlock], known: KnownWords) -> None:
        self.known = known
        self.heads: set[int] = set()
        self.beside: dict[int, Neighbours] = {}
        self.rows: dict[int, RecordPlace] = {}
        self.about: dict[int, RecordPlace] = {}
        self.found: dict[int, list[RecordPlace]] = {}
        for block in blocks_in(blocks):
            if isinstance(block, PageTable):
                self.take_table(block)
            elif isinstance(block, PageList):
                self.put_together([*paragraphs_in([block])])

    def take_table(self, table: PageTable) -> None:
        rows = [[[*paragraphs_in(cell.blocks)] for cell in row.cells] for row in table.rows]
        for column in range(max(map(len, rows), default=0)):
            self.put_together([*chain.from_iterable(cell for row in rows for cell in row[column : column + 1])])
        for row, cells in zip(table.rows, rows, strict=True):
            self.take_row(row, cells)

    def put_together(self, paragraphs: Sequence[PageParagraph]) -> None:
        """Those of a list or a column, of which most name the same kind of record."""
        neighbours = Neighbours(paragraphs, self.known)
        self.beside.update((id(paragraph), neighbours) for paragraph in paragraphs)

    def kinds_beside(self, paragraph: PageParagraph) -> Mapping[str, int]:
        neighbours = self.beside.get(id(paragraph))
        return neighbours.kinds if neighbours else {}

    def take_row(self, row: PageRow, cells: Sequence[Sequence[PageParagraph]]) -> None:
        """The first record that a row names is what its facts are of."""
        paragraphs = [*chain.from_iterable(cells)]
        if row.heads:
            self.heads.update(map(id, paragraphs))
            return
        if record := next(filter(None, map(self.first, paragraphs)), None):
            self.rows.update((id(paragraph), record) for paragraph in paragraphs)
        if record := self.subject(cells):
            self.about.update((id(paragraph), record) for paragraph in paragraphs)

    def subject(self, cells: Sequence[Sequence[PageParagraph]]) -> RecordPlace | None:
        """What all of a row is about: what its first cell names, but for a number; of a label and a fact, the fact."""
        firsts = [cell[0] for cell in cells if cell]
        if len(cells) == len(firsts) == 2 and (fact := self.fact(*firsts)):
            return fact
        head = next((first for first in firsts if not plain(first).isdecimal()), None)
        named = self.whole(head) if head else None
        return named and named.record

    def fact(self, label: PageParagraph, value: PageParagraph) -> RecordPlace | None:
        """Where the value stands; where nothing does yet, the field that is called so."""
        place = self.place(value)
        if place and place.kind in (*SINGLES, *TABLES):
            return place
        named = self.known.labelled(plain(label)) if place is None else ()
        return named[0] if len(named) == 1 else None

    def of(self, paragraph: PageParagraph) -> RecordPlace | None:
        """What names several has no place as a whole."""
        if self.is_of_template(paragraph):
            return None
        place = self.in_row(paragraph) or self.place(paragraph)
        if place is None and not self.named(paragraph):
            place = self.about.get(id(paragraph))
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
        if id(paragraph) not in self.found:
            place = self.whole(paragraph)
            named = [place] if place else [part.place for part in self.cut(paragraph) if part.place]
            self.found[id(paragraph)] = [*dict.fromkeys(named)]
        return self.found[id(paragraph)]

    def whole(self, paragraph: PageParagraph) -> RecordPlace | None:
        return self.known.place(plain(paragraph), partial(self.kinds_beside, paragraph))

    def cut(self, paragraph: PageParagraph) -> list[NamedPart]:
        return self.known.parts(paragraph.text, partial(self.kinds_beside, paragraph))

    def parts(self, paragraph: PageParagraph) -> list[NamedPart]:
        """Those of a text that names several records, each of which leads to its own."""
        if paragraph.plain is None or self.is_of_template(paragraph):
            return []
        return self.cut(paragraph) if len(self.named(paragraph)) > 1 else []


def plain(paragraph: PageParagraph) -> str:
    """Without the label that a tab parts from what is said."""
    return as_typed(paragraph.text).rpartition("\t")[2].strip()


def blocks_in(blocks: Iterable[PageBlock]) -> Iterator[PageBlock]:
    """With those in the cells of tables."""
    for block in blocks:
        yield block
        if isinstance(block, PageTable):
            yield from (inner for row in block.rows for cell in row.cells for inner in blocks_in(cell.blocks))
