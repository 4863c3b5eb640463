"""The pieces of DrawingML that charts are made of: areas, lines and text."""

from safecomm.ooxml.escape import attribute_text

# Hundredths of a point.
TEXT_SIZE = 900
# In English Metric Units, 12,700 a point.
HAIRLINE, THICK = 6_350, 28_575
INVISIBLE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def line(colour: str, width: int) -> str:
    return f'<a:ln w="{width}" cap="rnd">{fill(colour)}<a:round/></a:ln>'


def text_look(font: str, colour: str) -> str:
    return f"<c:txPr><a:bodyPr/><a:p>{paragraph_look(font, colour)}<a:endParaRPr/></a:p></c:txPr>"


def paragraph_look(font: str, colour: str) -> str:
    typeface = f'<a:latin typeface="{attribute_text(font)}"/>'
    return f'<a:pPr><a:defRPr sz="{TEXT_SIZE}" b="0">{fill(colour)}{typeface}</a:defRPr></a:pPr>'
