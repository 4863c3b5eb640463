"""What a terminal shows of a text: in colours, on one line, in how many columns."""

import unicodedata
from functools import partial

from click import style

from safecomm.diagnostic import Severity

# `click.echo` takes the colours away where nobody sees them, or nobody wants them.
bold = partial(style, bold=True)
red, green, yellow, cyan = (partial(style, fg=colour) for colour in ("red", "green", "yellow", "cyan"))

SEVERITIES = {Severity.ERROR: red, Severity.WARNING: yellow, Severity.NOTE: green}


def visible(text: str) -> str:
    """On one line, and without what would steer a terminal: names and lines of files may hold anything."""
    return "".join(character if character.isprintable() else " " if character.isspace() else "�" for character in text)


def columns(text: str) -> int:
    """How wide it is: a combining accent takes no room, a Chinese character that of two."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
