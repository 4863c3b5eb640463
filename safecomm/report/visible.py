"""What a terminal shows of a text, and in how many columns."""

import unicodedata


def visible(text: str) -> str:
    """On one line, and without what would steer a terminal: names and lines of files may hold anything."""
    return "".join(each if each.isprintable() else " " if each.isspace() else "�" for each in text)


def columns(text: str) -> int:
    """How wide it is: a combining accent takes no room, a Chinese character that of two."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )
