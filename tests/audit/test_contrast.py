"""Colours: the ratio of WCAG, and which text and background meet on the page."""

import pytest
from hypothesis import given
from hypothesis.strategies import floats, tuples

from safecomm.ooxml.colours import WHITE, Rgb, contrast, rgb
from tests.audit.sample import codes, holding, parts, run, style, with_body
from tests.word.sample import row

COLOURS = tuples(*[floats(0, 1)] * 3)
DARK, LIGHT = '<w:shd w:val="clear" w:fill="1F3864"/>', '<w:color w:val="FFFFFF"/>'
TABLE_STYLE = style(
    "Rutor",
    f'<w:tcPr/><w:tblStylePr w:type="firstRow"><w:rPr>{LIGHT}</w:rPr><w:tcPr>{DARK}</w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:fill="303030"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="nwCell"><w:rPr><w:color w:val="1F3864"/></w:rPr></w:tblStylePr>',
    "table",
)
DARK_STYLE = style(
    "Mörk", f'<w:tcPr>{DARK}</w:tcPr><w:tblStylePr w:type="band1Horz"><w:rPr>{LIGHT}</w:rPr></w:tblStylePr>', "table"
)


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("FFFFFF", "000000", 21), ("777777", "FFFFFF", 4.48), ("0000FF", "FFFF00", 8)]
)
def test_the_ratio_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(of(one), of(other)) == pytest.approx(ratio, abs=0.005)


def of(text: str) -> Rgb:
    found = rgb(text)
    assert isinstance(found, tuple)
    return found


@given(COLOURS, COLOURS)
def test_the_ratio_lies_between_1_and_21_in_either_order(one: Rgb, other: Rgb) -> None:
    assert 1 <= contrast(one, other) == contrast(other, one) <= 21
    assert contrast(one, one) == 1
    assert max(contrast(one, WHITE), contrast(one, (0.0, 0.0, 0.0))) > 4.5


def table(look: str, *colours: str, name: str = "Rutor") -> list[str]:
    """What is found in a table of one column, with these colours of text from the top."""
    rows = "".join(row(holding(run(f"Rad {n}", f'<w:color w:val="{c}"/>' * bool(c)))) for n, c in enumerate(colours))
    header = rows.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
    members = with_body(f'<w:tbl><w:tblPr><w:tblStyle w:val="{name}"/><w:tblLook {look}/></w:tblPr>{header}</w:tbl>')
    styles = f"{TABLE_STYLE}{DARK_STYLE}</w:styles>"
    members["word/styles.xml"] = members["word/styles.xml"].replace("</w:styles>", styles)
    return codes(members)


@pytest.mark.parametrize(
    ("look", "colours", "found"),
    [
        ('w:val="0620"', ["", ""], 0),
        ('w:val="0620"', ["FFFFFF", "000000"], 0),
        ('w:val="0620"', ["000000", "000000"], 1),
        ('w:firstRow="1" w:noHBand="1"', ["000000", "000000"], 1),
        ('w:val="0600"', ["000000", "FFFFFF"], 1),
        ('w:val="0420"', ["FFFFFF", "000000", "FFFFFF"], 0),
        ('w:val="0420"', ["FFFFFF", "000000", "000000"], 1),
        ('w:val="06A0"', ["", "000000"], 1),
    ],
)
def test_a_tables_style_says_what_lies_under_its_rows(look: str, colours: list[str], found: int) -> None:
    assert table(look, *colours) == ["audit-contrast"] * found


def test_what_a_table_says_of_all_its_cells_holds_where_one_condition_is_true_too() -> None:
    assert table('w:val="0420"', "", "", "FFFFFF", "000000", name="Mörk") == ["audit-contrast"]


def test_a_style_is_found_once_and_only_in_use() -> None:
    members = with_body(holding(run("a. ") + run("b."), '<w:pStyle w:val="Grå"/>') * 2)
    grey = style("Grå", '<w:basedOn w:val="Ljus"/>') + style("Ljus", '<w:rPr><w:color w:val="AAAAAA"/></w:rPr>')
    styled = members["word/styles.xml"].replace("</w:styles>", f"{grey}</w:styles>")
    assert codes(members | {"word/styles.xml": styled}) == ["audit-contrast"]
    assert codes(parts() | {"word/styles.xml": styled}) == []


def test_the_colour_of_the_page_counts_where_it_shows() -> None:
    members = parts()
    members["word/document.xml"] = members["word/document.xml"].replace(
        "<w:body>", '<w:background w:color="1F3864"/><w:body>'
    )
    assert codes(members) == []
    members["word/settings.xml"] = members["word/settings.xml"].replace("><", "><w:displayBackgroundShape/><")
    assert codes(members) == ["audit-contrast"]
