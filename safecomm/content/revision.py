"""A content file that a command changes: the changes go by places in its text, and every other byte stays."""

import re
from collections.abc import Iterable, Sequence

from safecomm.content.file import text_of
from safecomm.diagnostic import Location

MARK = b"\xef\xbb\xbf"
CHARACTER = re.compile(r"\r\n|.", re.DOTALL)
"""What is one character of the text that `read_text` gives."""
LINE_ENDS = ("\r\n", "\r", "\n")


def revise(data: bytes, path: str, replacements: Iterable[tuple[int, int, str]]) -> bytes:
    """As `replaced`; raises ContentError where the loader would refuse the file."""
    after = replaced(data, replacements)
    text_of(after, path)
    return after


def replaced(data: bytes, replacements: Iterable[tuple[int, int, str]]) -> bytes:
    """The file with each text in the place of the characters from start to end, which do not overlap."""
    mark = MARK if data.startswith(MARK) else b""
    before = CHARACTER.findall(data.decode("utf-8-sig"))
    characters = [*before]
    for start, end, text in sorted(replacements, reverse=True):
        characters[start:end] = [text.replace("\n", line_end(before, start))]
    return mark + "".join(characters).encode(errors="surrogatepass")


def line_end(characters: Sequence[str], start: int) -> str:
    """That of the line above, which a new line is to have too; in the first line its own."""
    near = (*reversed(characters[:start]), *characters[start:])
    return next((character for character in near if character in LINE_ENDS), "\n")


def position(text: str, place: Location) -> int:
    """Where in a file's text its line and column are; the end of a text that is shorter."""
    start = 0
    for _ in range(place.line - 1):
        start = text.find("\n", start) + 1 or len(text)
    return start + max(place.column - 1, 0)
