"""What a text says, without how it is set: by this a twin and a page of one document are compared."""

import re
from collections.abc import Iterable, Iterator

from safecomm.preview.page_tree import PageBlock, PageFigure, PageList, PageTable, WordPage, paragraphs_in

MARGIN = re.compile(r"> (header|footer): ")
BEGINNING = re.compile(r"^\s*(#{1,6} |- |\d+\. |> |\[\^\d+\]:|\| )")
CALL = re.compile(r"\[\^(\d+)\]")
LINK = re.compile(r"\]\((<[^>]*>|[^()\s]*)\)")
LITERAL = re.compile(r"\\(?=\W)")
PASSED = re.compile(r"\{[^{}]*\}")
"""What is no text of the body, or differs from page to page."""


def letters(text: str) -> str:
    """The letters and digits alone."""
    return "".join(character for character in text if character.isalnum())


def twin_letters(twin: str) -> str:
    """Of a twin, without headers and footers and what is Markdown's."""
    lines = (line for line in twin.splitlines() if not MARGIN.match(line))
    bare = (CALL.sub(r"\1", BEGINNING.sub("", line.replace("<br>", " "))) for line in lines)
    return letters(LITERAL.sub("", LINK.sub("]", PASSED.sub("", "\n".join(bare)))))


def page_letters(page: WordPage) -> str:
    """Of a page, its charts with their tables."""
    blocks = [*page.blocks, *(block for note in page.notes for block in note.blocks)]
    return letters("\n".join(texts(blocks)))


def texts(blocks: Iterable[PageBlock]) -> Iterator[str]:
    for block in blocks:
        match block:
            case PageFigure(charts, pictures, caption):
                for chart, _ in charts:
                    yield chart.description or chart.heading
                    yield from (str(cell) for row in chart.rows() for cell in row if cell is not None)
                yield from texts(filter(None, (pictures, caption)))
            case PageTable(rows, caption):
                yield from texts(filter(None, [caption]))
                yield from texts(inner for row in rows for cell in row.cells for inner in cell.blocks)
            case PageList():
                yield from texts(paragraphs_in([block]))
            case _:
                for paragraph in paragraphs_in([block]):
                    for run in paragraph.runs:
                        yield run.text + (str(run.note) if run.note else "")
                        yield run.picture.description if run.picture else ""
