"""Tables on the page: columns that a template leaves out, and rows that belong together."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from tests.word.sample import W, make, paragraph, unzip

NAMESPACE = {"w": W}


class Line(NamedTuple):
    name: str
    source: str


class Register(NamedTuple):
    lines: tuple[Line, ...]
    sourced: bool


def cell(width: int, text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(text)}</w:tc>'


def row(*cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def template(*widths: int, below: str = "BodyText") -> str:
    """A table of names whose second column stands between tags."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    optional = cell(100, "{%tc if sourced %}"), cell(100, "{%tc endif %}")
    tags = "{%tr for line in lines %}", "{%tr endfor %}"
    begin, end = (row(cell(100, tag), *[cell(100, "")] * 3) for tag in tags)
    head = row(cell(3000, "Namn"), optional[0], cell(1000, "Källa"), optional[1])
    body = row(cell(3000, "{{ line.name }}"), optional[0], cell(1000, "{{ line.source }}"), optional[1])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{head}{begin}{body}{end}</w:tbl>{paragraph('Slut', below)}"


def made(folder: Path, lines: Iterable[Line], sourced: bool) -> etree._Element:
    docx = make(folder, template(3000, 100, 1000, 100), Register(tuple(lines), sourced))
    return etree.fromstring(unzip(docx)["word/document.xml"])


def widths(root: etree._Element, path: str) -> list[str]:
    return [str(element.get(f"{{{W}}}w")) for element in root.iterfind(path, NAMESPACE)]


def test_a_column_that_is_left_out_leaves_its_width(tmp_path: Path) -> None:
    root = made(tmp_path, [Line("Skador", "")], sourced=False)
    assert widths(root, ".//w:gridCol") == ["4200"]
    assert widths(root, ".//w:tcW") == ["4200"] * 2


def test_columns_share_the_width_of_their_tags(tmp_path: Path) -> None:
    root = made(tmp_path, [Line("Skador", "SCB")], sourced=True)
    assert widths(root, ".//w:gridCol") == ["3150", "1050"]
    assert widths(root, ".//w:tcW") == ["3150", "1050"] * 2


def kept_rows(root: etree._Element) -> list[bool]:
    rows = root.findall(".//w:tbl/w:tr", NAMESPACE)
    return [row.find(".//w:keepNext", NAMESPACE) is not None for row in rows]


@pytest.mark.parametrize(("number", "length"), [(12, 5), (2, 100), (1, 600)])
def test_a_small_table_is_kept_whole(tmp_path: Path, number: int, length: int) -> None:
    root = made(tmp_path, [Line("x" * length, "")] * number, sourced=False)
    assert kept_rows(root) == [True] * number + [False]


@pytest.mark.parametrize(("number", "length"), [(13, 5), (4, 600)])
def test_a_large_table_has_no_lone_row_on_a_page(tmp_path: Path, number: int, length: int) -> None:
    root = made(tmp_path, [Line("x" * length, "")] * number, sourced=False)
    assert kept_rows(root) == [True, True] + [False] * (number - 3) + [True, False]


@pytest.mark.parametrize(("length", "tall"), [(1000, False), (1001, True)])
def test_a_tall_row_may_be_torn_and_holds_no_other(tmp_path: Path, length: int, tall: bool) -> None:
    root = made(tmp_path, [Line("x" * length, ""), *[Line("x", "")] * 20], sourced=False)
    whole = [row.find("w:trPr/w:cantSplit", NAMESPACE) is not None for row in root.findall(".//w:tr", NAMESPACE)]
    assert whole == [True, not tall] + [True] * 20
    assert kept_rows(root)[:2] == [True, not tall]


def test_the_last_row_stays_with_the_note_below(tmp_path: Path) -> None:
    view = Register((Line("Skador", ""),) * 20, sourced=False)
    docx = make(tmp_path, template(3000, 100, 1000, 100, below="Source"), view)
    assert kept_rows(etree.fromstring(unzip(docx)["word/document.xml"])) == [True, True] + [False] * 17 + [True, True]
