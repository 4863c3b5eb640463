"""Any text as content that shows it letter for letter: the one escaper of what is written into content files."""

import re

MARKUP = re.compile(
    r"[\\`*\[\]<{]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)"
    # Of other programs, which foreign_markup.py refuses.
    r"|~(?=~)|=(?==)|%(?=%)|\$(?=\S)|(?<=\w)[~^](?=[\w+-])"
)
BEGINNING = re.compile(r"(?=#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|[-=_*]{2,}\s*$|\||:(?:\s|::)|!!!)")
"""What would read as markup at the beginning of a line: a heading, a quote, a list, a table, a caption, a box."""
NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")


def literal(text: str) -> str:
    """Within a line."""
    return MARKUP.sub(r"\\\g<0>", text)


def literal_beginning(line: str) -> str:
    """A line of Markdown with whatever would begin a block made literal."""
    if number := NUMBER.match(line):
        return f"{line[: number.end()]}\\{line[number.end() :]}"
    return f"\\{line}" if BEGINNING.match(line) else line
