"""Charts in Word: what is written, how it looks, that nothing of it is lost, and what a template may do wrong."""

import re
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from safecomm.charts.chart import Chart, Series
from safecomm.charts.chart_labels import LINE_SMALL, height_of, moved_names, plot_area
from safecomm.charts.chart_look import ChartLook, chart_look, number_format, on_paper, text_on
from safecomm.charts.workbook import read_rows
from safecomm.ooxml.colours import Rgb, contrast, rgb
from safecomm.ooxml.package import Package
from safecomm.twin.twin import to_text
from safecomm.word.document import render
from safecomm.word.template import read_template
from tests.conftest import Golden
from tests.word.sample import ROOT, SWEDISH, body_xml, make, paragraph, parts, problems, row, shown, unzip, write

GOLDEN = Path(__file__).parent / "charts"
HOSTILE = 'R&D < 5 % </w:t> {{ 7*7 }} 😀 _x0041_ \t\r\n| "x" ]]>'


class Kind(StrEnum):
    POLICE = "police"
    UNIT = "unit"


class Word(StrEnum):
    TITLE = "title"
    UNIT = "unit"


class View(NamedTuple):
    chart: Chart | None


YEARS = tuple(str(year) for year in range(2002, 2007))
LINE = Chart(
    "population",
    "line",
    "Invånare",
    "invånare",
    YEARS,
    (Series("Invånare i Solna", (Decimal(57585), None, Decimal(59098), None, Decimal(61717))),),
    "Från 57 585 till 61 717.",
)
BAR = Chart(
    "partners",
    "bar",
    "Medverkande",
    "Antal",
    ("Enhet", "Polis"),
    (Series("I rådet", (0, 1)), Series("Övriga", (8, None))),
    "Enheter är flest.",
)
BODY = paragraph("{{p chart }}", "Quote")


def parts_of(folder: Path, chart: Chart, body: str = BODY) -> dict[str, bytes]:
    return unzip(make(folder, body, View(chart)))


@pytest.mark.parametrize("chart", [LINE, BAR], ids=["line", "bar"])
def test_the_parts_of_a_chart(tmp_path: Path, golden: Golden, chart: Chart) -> None:
    members = parts_of(tmp_path, chart)
    xml = members["word/charts/chart1.xml"].decode().replace("><", ">\n<")
    golden(GOLDEN / f"{chart.kind}.xml", f"{xml}\n")
    golden(GOLDEN / f"{chart.kind}-paragraph.xml", f"{body_xml(make(tmp_path, BODY, View(chart)))}\n")
    types = members["[Content_Types].xml"].decode()
    assert 'PartName="/word/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.d' in types
    assert 'PartName="/word/embeddings/chart1.xlsx" ContentType="application/vnd.openxmlformats-officed' in types
    assert b'/package" Target="../embeddings/chart1.xlsx"' in members["word/charts/_rels/chart1.xml.rels"]


def test_same_chart_same_bytes(tmp_path: Path) -> None:
    first = make(tmp_path, BODY, View(BAR))
    assert first == make(tmp_path, BODY, View(BAR))
    workbook = unzip(unzip(first)["word/embeddings/chart1.xlsx"])
    assert re.findall(rb">(\d{4}-\d\d-\d\d)T", workbook["docProps/core.xml"]) == [b"1980-01-01"] * 2


def test_the_workbook_holds_the_data_and_leaves_empty_what_is_missing(tmp_path: Path) -> None:
    rows = read_rows(parts_of(tmp_path, BAR)["word/embeddings/chart1.xlsx"])
    assert rows == [["Antal", "I rådet", "Övriga"], ["Enhet", 0.0, 8.0], ["Polis", 1.0]]
    line = parts_of(tmp_path, LINE)["word/charts/chart1.xml"].decode()
    assert re.findall(r'idx="(\d)"><c:v>(\d+)<', line.partition("<c:val>")[2]) == [
        ("0", "57585"),
        ("2", "59098"),
        ("4", "61717"),
    ]


CHARTS = {
    "hostile": BAR._replace(title=HOSTILE, unit=HOSTILE, categories=(HOSTILE, "Å" * 9_000), description=HOSTILE),
    "hostile name": BAR._replace(series=(Series(HOSTILE, (1, 2)), Series("=1+1", (3, 4)))),
    "like formulas": BAR._replace(categories=("=SUM(1)", "https://example.org/"), unit=""),
    "one point": LINE._replace(categories=("2008",), series=(Series("x", (1,)),)),
    "all missing": LINE._replace(series=(Series("x", (None,) * 5),)),
    "negative and decimal": LINE._replace(series=(Series("x", (Decimal("-1.50"), 0, None, Decimal("1E+3"), 7)),)),
    "more digits than a workbook has": LINE._replace(
        series=(Series("x", (Decimal("123456789012345.0123456789"),) * 5),)
    ),
    "two hundred": BAR._replace(categories=tuple(map(str, range(200))), series=(Series("x", tuple(range(200))),)),
    "five series": BAR._replace(series=tuple(Series(str(each), (each, each)) for each in range(5))),
}


@pytest.mark.parametrize("name", CHARTS)
def test_whatever_a_chart_holds_arrives(tmp_path: Path, name: str) -> None:
    """The proof reads each chart again, from its part and from its workbook."""
    assert to_text(Package(make(tmp_path, BODY, View(CHARTS[name]))))


def test_what_no_chart_can_hold_is_told(tmp_path: Path) -> None:
    """A cell of a workbook ends after 32,767 characters."""
    (found,) = problems(tmp_path, BODY, View(BAR._replace(categories=("Å" * 32_768, "x"))))
    assert (found.code, found.values["text"]) == ("text-lost", "Medverkande")
    (found,) = problems(tmp_path, BODY, View(BAR._replace(unit="a\x0bb")))
    assert found.code == "text-character"


class Words(NamedTuple):
    chart: Chart


WORDLESS = Chart("k", "bar", Word.TITLE, Word.UNIT, (Kind.UNIT, Kind.POLICE), (Series(Word.TITLE, (1, 2)),))
PHRASES = (
    '{% set words = {"title": "Slag", "unit": "Antal"} %}{% set kind = {"unit": "Enhet", "police": "Polis"} %}'
    "{% macro told(chart) %}Två slag, {{ kind[chart.categories[0]] }} {{ chart.series[0].values[0] }}{% endmacro %}"
)


def test_a_chart_gets_its_words_from_the_phrases(tmp_path: Path) -> None:
    body = paragraph("{{p chart|labelled(t.words, t.kind)|described(t.told(chart)) }}")
    docx = make(tmp_path, body, Words(WORDLESS), phrases=PHRASES)
    assert to_text(Package(docx)) == (
        "[Två slag, Enhet 1]\n\n| Antal | Slag |\n| --- | --- |\n| Enhet | 1 |\n| Polis | 2 |\n"
    )


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("chart|labelled(t.words, t.kind)", "template-description"),
        ("chart|labelled(t.words, t.kind)|described('')", "template-description"),
        ("chart|labelled(t.words, t.kind)|described(5)", "template-kind"),
        ("chart|labelled(t.words, t.words)|described('x')", "template-vocabulary"),
        ("chart|labelled({'title': 5}, t.kind)|described('x')", "template-kind"),
        ("chart|labelled(5, t.kind)", "template-kind"),
        ("chart|described('x')", "template-vocabulary"),
        ("chart|below(1)", "template-kind"),
        ("chart.name|described('x')", "template-kind"),
        ("none|described('x')", "template-none"),
        ("none|labelled(t.words, t.kind)", "template-none"),
    ],
)
def test_faults_of_a_tag(tmp_path: Path, tag: str, code: str) -> None:
    found = problems(tmp_path, paragraph(f"{{{{p {tag} }}}}"), Words(WORDLESS), phrases=PHRASES)
    assert [each.code for each in found] == [code]


def test_a_chart_that_is_not_there(tmp_path: Path) -> None:
    guarded = paragraph("{%p if chart is not none %}") + BODY + paragraph("{%p endif %}") + paragraph("slut")
    assert shown(make(tmp_path, guarded, View(None))) == "¶slut"
    assert [each.code for each in problems(tmp_path, BODY, View(None))] == ["template-none"]


def test_a_chart_that_is_never_printed(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, paragraph("{{ chart.title }}"), View(LINE))
    assert (found.code, found.values["path"]) == ("text-unprinted", "chart")


def test_a_chart_in_the_wrong_place(tmp_path: Path) -> None:
    (found, *_) = problems(tmp_path, paragraph("före {{ chart }}"), View(LINE))
    assert (found.code, found.values["text"]) == ("template-inline-prose", "före Från 57 585 till 61 717.")


def test_charts_stand_anywhere_and_number_their_drawings_apart(tmp_path: Path) -> None:
    namespace = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    arms = f'<wp:inline xmlns:wp="{namespace}"><wp:docPr id="7" name="Vapen"/></wp:inline>'
    body = f"<w:p><w:r><w:drawing>{arms}</w:drawing></w:r></w:p>{BODY}" + f"<w:tbl>{row(BODY)}</w:tbl>" + BODY
    members = unzip(make(tmp_path, body, View(LINE), header=BODY))
    found = re.findall(rb'docPr id="(\d+)"', members["word/document.xml"] + members["word/header1.xml"])
    assert found == [b"7", b"8", b"9", b"10", b"11"]
    assert members["word/_rels/document.xml.rels"].count(b'Target="charts/') == 3
    assert members["word/_rels/header1.xml.rels"].count(b'Target="charts/') == 1


def test_the_twin_shows_description_and_data(tmp_path: Path) -> None:
    docx = make(tmp_path, BODY + paragraph("Figur"), View(LINE._replace(unit="a|b *c*")))
    assert to_text(Package(docx)) == (
        "[Från 57 585 till 61 717.]\n\n| a\\|b \\*c\\* | Invånare i Solna |\n| --- | --- |\n"
        "| 2002 | 57585 |\n| 2003 |  |\n| 2004 | 59098 |\n| 2005 |  |\n| 2006 | 61717 |\n\nFigur\n"
    )


@pytest.mark.parametrize("values", [(5, 3), (0, 0), (40, 39, 38, 0)])
def test_names_beside_lines_are_over_no_other_and_not_over_the_years(values: tuple[int, ...]) -> None:
    series = tuple(Series(f"Rad {number}", (20, value), number) for number, value in enumerate(values))
    chart = Chart("a", "line", "Skador", "skadade", ("2007", "2008"), series, heading="Cykel", highest=Decimal(40))
    places = sorted(height_of(line, chart) + move for line, move in moved_names(chart).items())
    assert all(later - earlier > LINE_SMALL - 0.001 for earlier, later in pairwise(places))
    assert places[-1] + LINE_SMALL / 2 < plot_area(chart)["h"] + 0.021


def test_numbers_are_written_in_the_language() -> None:
    assert number_format(LINE, "sv") == "[$-41D]#,##0"
    decimal = LINE._replace(series=(Series("x", (Decimal("1.5"), Decimal("2.25"), None, 3, 4)),))
    assert number_format(decimal, "en") == "[$-809]#,##0.00"


def look(styles: str) -> ChartLook:
    root = etree.fromstring(f"<w:styles {ROOT}>{styles}</w:styles>")
    return chart_look(root, "Brdtext", "Rubrik1")


def style(identity: str, properties: str, based_on: str = "Normal") -> str:
    return f'<w:style w:styleId="{identity}"><w:basedOn w:val="{based_on}"/><w:rPr>{properties}</w:rPr></w:style>'


def test_the_look_is_that_of_the_styles() -> None:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    body, normal = style("Brdtext", ""), style("Normal", '<w:color w:val="222222"/>', "Brdtext")
    heading = style("Rubrik1", '<w:rFonts w:ascii="Cambria"/><w:color w:val="1F3864"/>')
    assert look(defaults + body + normal + heading) == ChartLook("Calibri", "222222", "1F3864")


@pytest.mark.parametrize(
    ("font", "name"),
    [('w:asciiTheme="minorHAnsi" w:ascii="X"', "+mn-lt"), ('w:asciiTheme="majorHAnsi"', "+mj-lt"), ("", "+mn-lt")],
)
def test_the_look_without_names_and_with_pale_colours(font: str, name: str) -> None:
    body = style("Brdtext", f'<w:rFonts {font}/><w:color w:val="auto"/>')
    assert look(body + style("Rubrik1", '<w:color w:val="DDEEFF"/>')) == ChartLook(name, "000000", "000000")


def as_rgb(text: str) -> Rgb:
    found = rgb(text)
    assert isinstance(found, tuple)
    return found


@given(st.from_regex("[0-9A-F]{6}", fullmatch=True), st.integers(1, 9))
def test_every_colour_can_be_told_from_the_paper(colour: str, number: int) -> None:
    look_of = look(style("Rubrik1", f'<w:color w:val="{colour}"/>') + style("Brdtext", f'<w:color w:val="{colour}"/>'))
    assert on_paper(look_of.text) >= 4.5
    colours = look_of.colours(number)
    assert len(colours) == number
    assert all(on_paper(each) >= 3 for each in colours)
    assert all(contrast(as_rgb(each), as_rgb(text_on(each))) >= 4.5 for each in colours)


def test_a_template_of_another_look(tmp_path: Path) -> None:
    members: dict[str, Any] = parts(BODY)
    heading = '"Heading1"><w:name w:val="Heading1"/>'
    members["word/styles.xml"] = members["word/styles.xml"].replace(
        heading, f'{heading}<w:rPr><w:color w:val="7A1F1F"/></w:rPr>'
    )
    made = unzip(render(read_template(*write(tmp_path, members)), View(LINE), SWEDISH, None).data)
    assert b'<a:srgbClr val="7A1F1F"/>' in made["word/charts/chart1.xml"]
