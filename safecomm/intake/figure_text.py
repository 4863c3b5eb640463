"""A cell as a number, with the decimal mark of its file and thousands parted by spaces."""

import re
from decimal import Decimal

from safecomm.content.field_types import MINUS, parse_number

NUMBER = {
    mark: re.compile(rf"[-{MINUS}]?(?:\d{{1,15}}|\d{{1,3}}(?: \d{{3}}){{1,4}})(?:{re.escape(mark)}\d{{1,10}})?")
    for mark in ".,"
}


def parse_figure(text: str, mark: str) -> Decimal | None:
    """None for what is no number, or could be two."""
    if NUMBER[mark].fullmatch(text) and text.isascii() | text.startswith(MINUS):
        return Decimal(text.replace(" ", "").replace(mark, ".").replace(MINUS, "-"))
    try:
        return Decimal(parse_number(text))
    except ValueError:
        return None
