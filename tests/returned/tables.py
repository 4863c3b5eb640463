"""How reviewers change tables: rows, columns, cells."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random

from lxml import etree
from lxml.etree import _Element as Element

from tests.returned.edits import Made, drop
from tests.returned.word import Copy, put, put_first, run_of, text_of, w

TABLE = "annat antal rader, kolumner eller celler"
LAYOUT = "annan justering, indrag, ram eller fyllning"


def above(element: Element, name: str) -> Element | None:
    return next(element.iterancestors(w(name)), None)


def untouched(copy: Copy, elements: Iterator[Element]) -> bool:
    """Whether nobody has edited what is about to go, and it is no title of a record."""
    return not any(
        any(paragraph in copy.touched for paragraph in element.iter(w("p")))
        or any("_Record_" in mark.get(w("name"), "") for mark in element.iter(w("bookmarkStart")))
        for element in elements
    )


def row_inserted(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    """With words or empty, tracked or not."""
    table = above(paragraph, "tbl")
    row = above(paragraph, "tr")
    if row is None:
        return None
    new = deepcopy(row)
    for mark in [*new.iter(w("bookmarkStart"), w("bookmarkEnd"), w("hyperlink"), w("drawing"), w("r"))]:
        drop(mark)
    words = random.random() < 0.5
    if words:
        next(new.iter(w("p"))).append(run_of(token))
    if random.random() < 0.5:
        properties = new.find(w("trPr"))
        properties = put_first(new, "trPr") if properties is None else properties
        etree.SubElement(properties, w("ins"), copy.revision(""))
        for run in list(new.iter(w("r"))):
            copy.wrap([run], "ins")
    row.addnext(new)
    return Made([token]) if words else Made([], label=TABLE, whole=table)


def row_deleted(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    table = above(paragraph, "tbl")
    row = above(paragraph, "tr")
    if row is None or not untouched(copy, iter([row])) or row.getnext() is None:
        return None
    if random.random() < 0.5:
        drop(row)
        return Made([], label=TABLE, whole=table)
    properties = row.find(w("trPr"))
    properties = put_first(row, "trPr") if properties is None else properties
    etree.SubElement(properties, w("del"), copy.revision(""))
    for run in list(row.iter(w("r"))):
        copy.wrap([run], "del")
    return Made([], label=TABLE, whole=table)


def column_deleted(copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    table = above(paragraph, "tbl")
    rows = [] if table is None else list(table.iterfind(w("tr")))
    last = [[*row.iterfind(w("tc"))][-1] for row in rows]
    if len(rows) < 2 or len(rows[0].findall(w("tc"))) < 3 or not untouched(copy, iter(last)):
        return None
    for cell in last:
        drop(cell)
    return Made([], label=TABLE, whole=table)


def cell_deleted(copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    """Tracked, as Word can."""
    table = above(paragraph, "tbl")
    cell = above(paragraph, "tc")
    if cell is None or not untouched(copy, iter([cell])):
        return None
    properties = cell.find(w("tcPr"))
    properties = put_first(cell, "tcPr") if properties is None else properties
    etree.SubElement(properties, w("cellDel"), copy.revision(""))
    return Made([], label=TABLE, whole=table)


def cells_merged(copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    """Its words come behind those of the cell before it."""
    table = above(paragraph, "tbl")
    cell = above(paragraph, "tc")
    before = None if cell is None else cell.getprevious()
    if cell is None or before is None or before.tag != w("tc") or not untouched(copy, iter([cell, before])):
        return None
    properties = before.find(w("tcPr"))
    put(put_first(before, "tcPr") if properties is None else properties, "gridSpan", val="2")
    for moved in list(cell.iterfind(w("p"))):
        before.append(moved)
    drop(cell)
    return Made([], label=TABLE, whole=table)


def cell_shaded(_copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    cell = above(paragraph, "tc")
    if cell is None or not "".join(map(text_of, paragraph.iter(w("r")))).strip() or cell.find(w("p")) is not paragraph:
        return None
    properties = cell.find(w("tcPr"))
    put(put_first(cell, "tcPr") if properties is None else properties, "shd", fill="FFFF00")
    return Made([], label=LAYOUT)


def cell_emptied(copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    if above(paragraph, "tc") is None or not untouched(copy, iter([paragraph])) or not list(paragraph.iter(w("t"))):
        return None
    for run in [*paragraph.iter(w("r"))]:
        drop(run)
    return Made([], label="borttaget stycke")
