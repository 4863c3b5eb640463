"""Broken, foreign and hostile files: one message that says what to do, and nothing is written, in bounded time."""

import json
import re
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
from click.testing import CliRunner

from safecomm.cli.main import cli
from safecomm.intake import limits
from tests.intake import samples
from tests.intake.samples import as_json, import_file, make_project, marked, plain, sheets, snapshot, windows

HEADING = "Kommun;År;Antal\n"
ROW = "Exempelby;2007;1\n"
GOOD_SHEET = (("Kommun", "År", "Antal"), ("Exempelby", 2007, 3))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def repacked(data: bytes, **parts: bytes) -> bytes:
    """A workbook with other parts in the places of its own, and those added that it lacks."""
    made = BytesIO()
    names = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *names}:
            new.writestr(name, names[name] if name in names else old.read(name))
    return made.getvalue()


def with_cells(cells: str, before: str = "") -> bytes:
    """A workbook whose only sheet has these cells."""
    start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    sheet = f'<?xml version="1.0"?>{before}{start}{cells}</sheetData></worksheet>'
    return repacked(sheets(Blad=GOOD_SHEET), xl__worksheets__sheet1_xml=sheet.encode())


def with_formula() -> bytes:
    data = BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(GOOD_SHEET):
            sheet.write_row(number, 0, row)
        sheet.write_formula(1, 2, "=1+2", None, 3)
    return data.getvalue()


OLD = b"\xd0\xcf\x11\xe0"
FILES_OF_OTHERS = Path(__file__).parent / "files"
BOMB = b"<worksheet>" + b" " * (limits.UNPACKED + 1)
ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10))
    + "]>"
)
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'

FILES: dict[str, tuple[str, Callable[[], bytes], str, int]] = {
    "cut off in a quote": ("a.csv", lambda: plain(samples.WIDE[:-12]), "csv-quote", 5),
    "cut off in a row": ("a.csv", lambda: plain(f"{HEADING}Exempelby;2007;1\nExempelby;20"), "csv-cells", 3),
    "json cut off": ("a.json", lambda: as_json(samples.JSON_STAT)[:-40], "import-broken", 78),
    "json without values": ("a.json", lambda: as_json({**samples.JSON_STAT, "value": [1]}), "import-broken", 0),
    "json of something else": ("a.json", lambda: as_json({"values": [], "text": "x"}), "import-foreign", 0),
    "json with a long exponent": (
        "a.json",
        lambda: as_json(samples.KOLADA).replace(b"3.2", b"1e999"),
        "import-broken",
        0,
    ),
    "json nested": ("a.json", lambda: b"[" * 100_000, "import-broken", 0),
    "one page of several": ("a.json", lambda: as_json({**samples.KOLADA, "next_url": "x"}), "import-broken", 0),
    "one page of several, in version 2": (
        "a.json",
        lambda: as_json({**samples.KOLADA, "next_page": "x"}),
        "import-broken",
        0,
    ),
    "a picture": ("a.csv", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "import-foreign", 0),
    "empty": ("a.csv", lambda: b"", "import-nothing", 0),
    "a text": ("a.csv", lambda: plain("Kära läsare,\nhär kommer inga siffror.\n"), "import-columns", 0),
    "a heading alone": ("a.csv", lambda: plain(HEADING), "import-nothing", 0),
    "an undefined sign": ("a.csv", lambda: windows(samples.WIDE.replace('".."', '":"')), "import-sign", 3),
    "an undefined sign of a limit": (
        "a.csv",
        lambda: windows(samples.CSV2.replace('"10.1"', '"?"')),
        "import-sign",
        2,
    ),
    "two numbers in one": ("a.csv", lambda: plain(f"{HEADING}Exempelby;2007;1.234\n"), "import-sign", 2),
    "a formula as a figure": ("a.csv", lambda: plain(f"{HEADING}Exempelby;2007;=1+1\n"), "import-sign", 2),
    "a formula as a word": (
        "a.csv",
        lambda: plain('Kommun;År;Orsak;Antal\nExempelby;2007;"=HYPERLINK(""http://x"")";1\n'),
        "import-formula",
        2,
    ),
    "a page": ("a.csv", lambda: plain("<!DOCTYPE html>\n<table><tr><td>År;Antal</table>"), "import-foreign", 0),
    "the same twice": ("a.csv", lambda: plain(f"{HEADING}Exempelby;2007;1\nExempelby;2007;2\n"), "import-twice", 3),
    "a month": ("a.csv", lambda: plain(f"{HEADING}Exempelby;2007M01;1\n"), "import-not-a-year", 2),
    "another sex": ("a.csv", lambda: windows(samples.WIDE.replace('"män"', '"x"', 1)), "import-sex", 2),
    "an empty word": (
        "a.csv",
        lambda: plain("Kommun;Kön;År;Antal\nExempelby;Män;2007;1\nExempelby;;2007;2\n"),
        "import-empty",
        3,
    ),
    "other places": ("a.csv", lambda: plain(f"{HEADING}Grannby;2007;1\n"), "import-place", 0),
    "no place": ("a.csv", lambda: plain("År;Antal\n2007;1\n"), "import-place", 0),
    "no year": ("a.csv", lambda: plain("Kommun;Antal\nExempelby;1\n"), "import-year", 0),
    "an unknown column": (
        "a.csv",
        lambda: plain("År;Kommun;Slag;Antal\n2007;Exempelby;x;1\n2007;Exempelby;y;1\n"),
        "import-dimension",
        0,
    ),
    "too many rows": ("a.csv", lambda: plain(HEADING + ROW * (limits.MOST_ROWS + 1)), "import-too-many", 0),
    "too many bytes": ("a.csv", lambda: b"x" * (limits.LARGEST + 1), "import-too-large", 0),
    "no workbook": ("a.xlsx", lambda: b"PK\x03\x04" + b"x" * 100, "import-broken", 0),
    "a workbook cut off": ("a.xlsx", lambda: sheets(Blad=GOOD_SHEET)[:-200], "import-broken", 0),
    "no old workbook": ("a.xls", lambda: OLD + b"x" * 5000, "import-broken", 0),
    "a locked workbook": ("a.xlsx", lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "import-locked", 0),
    "a formula in a sheet": ("a.xlsx", with_formula, "import-computed", 0),
    "a formula in an old sheet": ("a.xls", (FILES_OF_OTHERS / "computed.xls").read_bytes, "import-computed", 0),
    "an old workbook cut off": (
        "a.xls",
        lambda: (FILES_OF_OTHERS / "computed.xls").read_bytes()[:-2000],
        "import-broken",
        0,
    ),
    "a binary workbook": (
        "a.xlsb",
        lambda: repacked(sheets(Blad=GOOD_SHEET), **{"xl__workbook.bin": b"x"}),
        "import-foreign",
        0,
    ),
    "a link to another file": (
        "a.xlsx",
        lambda: repacked(sheets(Blad=GOOD_SHEET), xl__externalLinks__externalLink1_xml=b"<externalLink/>"),
        "import-computed",
        0,
    ),
    "a zip bomb": (
        "a.xlsx",
        lambda: repacked(sheets(Blad=GOOD_SHEET), xl__worksheets__sheet1_xml=BOMB),
        "import-too-many",
        0,
    ),
    "an empty sheet": ("a.xlsx", lambda: sheets(Blad=()), "import-nothing", 0),
    "several sheets": ("a.xlsx", lambda: sheets(Ett=GOOD_SHEET, Två=GOOD_SHEET), "import-sheet", 0),
}
"""Of each its name, what it holds, the code of its message and the line that this tells."""


@pytest.mark.parametrize("case", FILES)
def test_nothing_is_written_and_one_thing_is_said(project: Path, case: str) -> None:
    name, data, code, line = FILES[case]
    before = snapshot(project)
    result = import_file(project, name, data())
    assert result.exit_code == 1
    assert set(re.findall(r"\[([\w-]+)\]", result.output)) == {code}
    assert result.output.startswith(f"{name}:{line}: " if line else f"{name}: ")
    assert snapshot(project) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there the memory of a process has no bound")
@pytest.mark.parametrize("cells", [FAR, FAR.replace("1048576", "900000")])
def test_a_cell_far_away_takes_no_more_memory_than_there_is(project: Path, cells: str) -> None:
    before = snapshot(project)
    result = import_file(project, "a.xlsx", with_cells(cells))
    assert re.findall(r"\[(import-broken|import-too-many)\]", result.output)
    assert snapshot(project) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there the memory of a process has no bound")
def test_a_cell_that_is_repeated_to_the_end_of_the_sheet_takes_no_more_either(project: Path) -> None:
    with ZipFile(FILES_OF_OTHERS / "bra.ods") as archive:
        text = archive.read("content.xml")
    cell = b'<table:table-cell office:value-type="float"'
    many = text.replace(cell, cell + b' table:number-columns-repeated="16384"')
    many = many.replace(b"<table:table-row ", b'<table:table-row table:number-rows-repeated="1048576" ')
    assert len(many) > len(text) + 100
    before = snapshot(project)
    result = import_file(project, "a.ods", repacked((FILES_OF_OTHERS / "bra.ods").read_bytes(), content_xml=many))
    assert re.findall(r"\[(import-broken|import-too-many)\]", result.output)
    assert snapshot(project) == before


def test_entities_are_not_unfolded(project: Path) -> None:
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row>'
    before = snapshot(project)
    assert import_file(project, "a.xlsx", with_cells(cell, ENTITIES)).exit_code == 1
    assert snapshot(project) == before


def test_a_text_that_a_million_cells_share_is_too_long(project: Path) -> None:
    long = "x" * 30_000
    rows = [[long] * 100 for _ in range(100)]
    result = import_file(project, "a.xlsx", sheets(Blad=rows))
    assert "[import-too-many]" in result.output


def test_an_archive_that_lies_of_its_size_is_broken(project: Path) -> None:
    data = sheets(Blad=[["x" * 1000] * 50] * 50)
    with ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != data
    assert "[import-broken]" in import_file(project, "a.xlsx", lying).output


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_what_is_no_file_is_told(project: Path, name: str) -> None:
    result = CliRunner().invoke(cli, ["import", str(project / name), "--project", str(project), "--yes"])
    assert result.exit_code == 1
    assert "[import-missing]" in result.output or "[not-a-file]" in result.output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--columns", "vad=År"), "year, date, sex"),
        (("--signs", "x=hemligt"), "zero, suppressed"),
        (("--columns", "year=Saknas"), "[import-column]"),
        (("--columns", "value=Saknas"), "[import-column]"),
        (("--place", "Ingenstans"), "[import-place-unknown]"),
        (("--year", "2008"), "[import-year-known]"),
        (("--criterion", "okant"), "[unknown-criterion]"),
        (("--id", "Mitt Id"), "[bad-id]"),
    ],
)
def test_an_option_that_does_not_fit_is_refused(project: Path, options: tuple[str, ...], said: str) -> None:
    before = snapshot(project)
    result = import_file(project, "wide.csv", windows(samples.WIDE), *options)
    assert result.exit_code in (1, 2)
    assert said in result.output
    assert snapshot(project) == before


def test_no_more_figures_are_written_than_anybody_reads(project: Path) -> None:
    rows = "".join(f"Exempelby;2007;{number};1\n" for number in range(limits.MOST_FIGURES + 1))
    result = import_file(project, "a.csv", marked(f"Kommun;År;Orsak;Antal\n{rows}"))
    assert "[import-too-many-figures]" in result.output


def test_what_is_json_is_told_by_what_it_holds(project: Path) -> None:
    named_csv = import_file(project, "svar.csv", json.dumps(samples.KOLADA).encode())
    assert named_csv.exit_code == 0
