"""A JSON file as data, with numbers as they are written."""

import json
from decimal import Decimal
from typing import Any

from safecomm.diagnostic import ContentError, Location, problem

MOST_DIGITS = 15
"""On either side of the point: what our tables hold."""


class BrokenDataError(ValueError):
    """The file does not hold what it says of itself, or does not say what it must."""


def parse_json(text: str, name: str) -> dict[str, Any]:
    """Raises ContentError for what is no JSON, or only a part of it."""
    try:
        data = json.loads(text, parse_float=Decimal, parse_constant=refuse_constant)
    except json.JSONDecodeError as fault:
        raise ContentError([problem("import-broken", Location(name, fault.lineno))]) from None
    except (ValueError, ArithmeticError, RecursionError):
        raise ContentError([problem("import-broken", Location(name))]) from None
    if not isinstance(data, dict):
        raise ContentError([problem("import-foreign", Location(name))])
    return data


def refuse_constant(_name: str) -> None:
    """NaN and Infinity are no figures."""
    raise BrokenDataError


def number_text(value: Any) -> str:
    """As our tables write it; raises BrokenDataError for what is no number, or one that no table holds."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise BrokenDataError
    number = Decimal(value)
    if number and not -MOST_DIGITS < number.adjusted() < MOST_DIGITS:
        raise BrokenDataError
    return f"{number:f}"
