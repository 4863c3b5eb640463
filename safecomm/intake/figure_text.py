"""A cell as a number, with the decimal mark of its file and thousands parted by spaces."""

import re
from decimal import Decimal

from safecomm.content.field_types import MINUS, parse_number

MOST_DECIMALS = 10
"""What our tables hold; Kolada writes as many as its database has."""
WHOLE = "[0-9]{1,15}|[0-9]{1,3}(?: [0-9]{3}){1,4}"
NUMBER = {mark: re.compile(rf"[-{MINUS}]?(?:{WHOLE})(?:{re.escape(mark)}[0-9]{{1,30}})?") for mark in ".,"}


def parse_figure(text: str, mark: str) -> Decimal | None:
    """None for what is no number, or could be two."""
    if NUMBER[mark].fullmatch(text):
        number = Decimal(text.replace(" ", "").replace(mark, ".").replace(MINUS, "-"))
        rounded = round(number, MOST_DECIMALS)
        return number if number == rounded else rounded
    try:
        return Decimal(parse_number(text))
    except ValueError:
        return None
