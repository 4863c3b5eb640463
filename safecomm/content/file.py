"""One content file to text: read whole, as UTF-8, with everything refused that no document could show."""

from itertools import islice
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from safecomm.bounded_read import NotRegularError, TooLargeError, read_bounded
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.markdown.source import FORBIDDEN, unfinished_merges

FOLDER = "content"
"""The folder of a project that holds all of them."""

LARGEST = 5_000_000
"""Bytes; a hundred times the largest file of a real programme."""

LARGEST_MARKDOWN = 3_000_000
"""Bytes, of some nine hundred pages: full of marks they take twenty seconds."""

MOST_LINES = 100_000
"""Of Markdown: each may be a paragraph or an item, which takes a ten-thousandth of a second and much memory."""

LONGEST_LINE = 100_000
"""Characters; a paragraph of thirty pages. Some signs of Markdown take a thousandth of a second for each forty."""

MOST_SIGNS = 50_000
"""Brackets that may begin a link, or edges of cells, in a file: each may take a ten-thousandth of a second."""

DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf")
"""How the files of word processors and spreadsheets begin, whatever their name."""

MOST = 10
"""Lines that are reported of a file with characters that no document can hold."""


def read_text(file: Path, path: str) -> str:
    """The text of a file without byte order mark, with `\\n` line ends; `path` names it in messages."""
    return text_of(read_bytes(file, Location(path)), path)


def text_of(data: bytes, path: str) -> str:
    """The same of a file's bytes, which need not lie on the disk yet."""
    largest = LARGEST_MARKDOWN if path.endswith(".md") else LARGEST
    if len(data) > largest:
        raise ContentError([too_large(Location(path), largest)])
    if data.startswith(DOCUMENTS):
        raise ContentError([problem("not-a-text-file", Location(path))])
    text = decode_text(data, path)
    if not text.strip():
        raise ContentError([problem("empty-file", Location(path))])
    refuse_unfit(text, path)
    return text


def decode_text(data: bytes, path: str) -> str:
    """As it stands, also where `text_of` refuses what it says; raises ContentError for what is no text."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise ContentError([problem("bad-encoding", Location(path, line))]) from None


def refuse_unfit(text: str, path: str) -> None:
    """Raises ContentError for what no document can show; lines are counted from the beginning of the text."""
    if problems := (
        long_lines(text, path)
        or many_lines(text, path)
        or many_signs(text, path)
        or unfinished_merges(text, path)
        or forbidden_characters(text, path)
    ):
        raise ContentError(problems)


def read_bytes(file: Path, location: Location, largest: int = LARGEST) -> bytes:
    try:
        return read_bounded(file, largest)
    except NotRegularError:
        fault = problem("not-a-file", location)
    except TooLargeError:
        fault = too_large(location, largest)
    except FileNotFoundError:
        fault = problem("missing-file", location)
    except OSError:
        fault = problem("unreadable-file", location)
    raise ContentError([fault])


def too_large(location: Location, largest: int = LARGEST) -> Diagnostic:
    return problem("file-too-large", location, megabytes=largest // 1_000_000)


def within(folder: Path, file: Path) -> Path | None:
    """Where the file lies when all links are followed; None if that is not in the folder."""
    try:
        target = file.resolve()
        return target if target.is_relative_to(folder.resolve()) else None
    except (OSError, ValueError, RuntimeError):
        return None


def as_stored(folder: Path, path: str) -> Path:
    """The file in the folder, however the letters of its name are stored: macOS parts accents from their letters."""
    found = folder
    for name in PurePosixPath(path).parts:
        found /= name if name.isascii() or (found / name).exists() else stored_name(found, name)
    return found


def stored_name(folder: Path, name: str) -> str:
    """What the folder calls what a reader would call so; the name itself where there is no such thing."""
    wanted = normalize("NFC", name)
    others = folder.iterdir() if folder.is_dir() else ()
    return next((other.name for other in others if normalize("NFC", other.name) == wanted), name)


def long_lines(text: str, path: str) -> list[Diagnostic]:
    return [
        problem("line-too-long", Location(path, number), found=len(line), limit=LONGEST_LINE)
        for number, line in enumerate(text.split("\n"), start=1)
        if len(line) > LONGEST_LINE
    ]


def many_lines(text: str, path: str) -> list[Diagnostic]:
    found = text.count("\n") if path.endswith(".md") else 0
    return [problem("too-many-lines", Location(path), found=found, limit=MOST_LINES)] if found > MOST_LINES else []


def many_signs(text: str, path: str) -> list[Diagnostic]:
    return [
        problem("too-many-signs", Location(path), sign=sign, found=found, limit=MOST_SIGNS)
        for sign in "[|"
        if (found := text.count(sign)) > MOST_SIGNS
    ]


def forbidden_characters(text: str, path: str) -> list[Diagnostic]:
    """The first character that no document can hold, of each line; of a ruined file, the first lines are enough."""
    # One search of the whole is enough for nearly every file.
    if not FORBIDDEN.search(text):
        return []
    matches = ((number, FORBIDDEN.search(line)) for number, line in enumerate(text.split("\n"), start=1))
    return [
        problem("character-forbidden", Location(path, number, match.start() + 1), character=f"U+{ord(match[0]):04X}")
        for number, match in islice(((number, match) for number, match in matches if match), MOST)
    ]
