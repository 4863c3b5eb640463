"""How charts look in a document: the font and colours of its own styles, as DrawingML, and the form of its numbers."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from locale import windows_locale
from typing import NamedTuple

from lxml import etree

from safecomm.charts.chart import Chart
from safecomm.language import locale_tag
from safecomm.ooxml.colours import WHITE, contrast, rgb
from safecomm.ooxml.escape import attribute_text
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.wordml import value, w

DARK, LIGHT = "000000", "FFFFFF"
# What the Web Content Accessibility Guidelines 2 ask of graphics (1.4.11) and of text (1.4.3).
GRAPHICS, TEXT = 3.0, 4.5
# Hundredths of a point.
TEXT_SIZE = 900
# In English Metric Units, 12,700 a point.
HAIRLINE, THICK = 6_350, 28_575
STROKES = ("", "dash", "sysDot", "lgDashDot")
"""By these lines are told apart in black and white, and by the forms of their points."""
SYMBOLS = ("circle", "square", "triangle", "diamond")
# More would stand in each other's way: bars have a row each, lines cross.
MOST_BARS, MOST_POINTS = 40, 12
INVISIBLE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


class ChartLook(NamedTuple):
    """The font of body text, its colour, and that of the headings, in which the first series is drawn."""

    font: str
    text: str
    accent: str

    def colours(self, number: int) -> list[str]:
        """From the accent to the lightest tint of it that can be told from the paper, one for each series."""
        lightest = next(share for share in range(90, -1, -1) if on_paper(tint(self.accent, share)) >= GRAPHICS)
        return [tint(self.accent, lightest * index // max(number - 1, 1)) for index in range(number)]


def chart_look(root: etree._Element, body_text: str, heading: str) -> ChartLook:
    """`root` is the template's styles part, the others are its ids of these styles."""
    styles = Styles(root)
    body, headings = list(styles.chain(body_text)), list(styles.chain(heading))
    fonts = (font for element in (*body, root) if (font := _font(element)))
    text = _colour(body, TEXT) or DARK
    return ChartLook(next(fonts, "+mn-lt"), text, _colour(headings, GRAPHICS) or text)


def _font(element: etree._Element) -> str:
    """A font's name, or the sign by which a chart means one of the theme's two; empty where the style names none."""
    fonts = element.find(w("rPr/rFonts") if element.tag == w("style") else w("docDefaults/rPrDefault/rPr/rFonts"))
    if fonts is None:
        return ""
    if theme := fonts.get(w("asciiTheme")):
        return "+mj-lt" if theme.startswith("major") else "+mn-lt"
    return fonts.get(w("ascii"), "")


def _colour(styles: Iterable[etree._Element], least: float) -> str:
    """The first colour that the styles name; empty where there is none, or too pale a one for a chart."""
    colour = next((found for style in styles if (found := value(style, "rPr/color"))), "")
    return colour if on_paper(colour) >= least else ""


def tint(colour: str, share: int) -> str:
    """The colour with so many hundredths of white."""
    return "".join(f"{part + (255 - part) * share // 100:02X}" for part in bytes.fromhex(colour))


def on_paper(colour: str) -> float:
    """Its contrast with white; zero of what is no colour."""
    found = rgb(colour)
    return contrast(found, WHITE) if isinstance(found, tuple) else 0


def text_on(colour: str) -> str:
    """The colour of text that can be read on the colour."""
    return LIGHT if on_paper(colour) >= TEXT else DARK


def fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def line(colour: str, width: int, stroke: str = "") -> str:
    dash = f'<a:prstDash val="{stroke}"/>' if stroke else ""
    return f'<a:ln w="{width}" cap="rnd">{fill(colour)}{dash}<a:round/></a:ln>'


def text_look(font: str, colour: str) -> str:
    return f"<c:txPr><a:bodyPr/><a:p>{paragraph_look(font, colour)}<a:endParaRPr/></a:p></c:txPr>"


def paragraph_look(font: str, colour: str) -> str:
    typeface = f'<a:latin typeface="{attribute_text(font)}"/>'
    return f'<a:pPr><a:defRPr sz="{TEXT_SIZE}" b="0">{fill(colour)}{typeface}</a:defRPr></a:pPr>'


def figures(chart: Chart) -> Iterator[Decimal]:
    """The numbers that there are."""
    return (Decimal(value) for series in chart.series for value in series.values if value is not None)


def plain_number(value: Decimal | int) -> str:
    """As XML holds it: `65289`, never `6.5E+4`."""
    return f"{Decimal(value):f}"


def decimals(chart: Chart) -> int:
    """How many the longest number has."""
    return max((len(plain_number(value).partition(".")[2]) for value in figures(chart)), default=0)


def locale_number(language: str) -> str:
    """Microsoft's number of the language's locale, or its name where it has none."""
    tag = locale_tag(language)
    return next((f"{number:X}" for number, name in windows_locale.items() if name == tag.replace("-", "_")), tag)


def number_format(chart: Chart, language: str) -> str:
    """Excel's code of the number format; it names the language, or a program would write it in that of the computer."""
    digits = decimals(chart)
    return f"[$-{locale_number(language)}]#,##0{'.' if digits else ''}{'0' * digits}"
