"""What a terminal shows of a text, and in how many columns."""

import unicodedata


def visible(text: str) -> str:
    """On one line, and without what would steer a terminal: names and lines of files may hold anything."""
    return "".join(character if character.isprintable() else " " if character.isspace() else "�" for character in text)


def columns(text: str) -> int:
    """How wide it is: a combining accent takes no room, a Chinese character that of two."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
