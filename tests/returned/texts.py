"""The texts of content files by a reading of its own: cut at blank lines, compared by their words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]|\[\^[^\]]+\]:)\s+")
MARKUP = re.compile(
    r"\\(?P<escaped>[^\w\s]|_)|(?P<note>\[\^[^\]]+\])|\[(?P<text>[^\]]*)\](?:\([^)]*\)|\{[^}]*\})|(?P<mark>\*+)"
)
TARGET = re.compile(r"\]\([^)]*\)|\[\^[^\]]+\]|\]\{[^}]*\}")
SAME = {ord(old): new for old, new in zip("”“„’‘–—‑", '"""\'\'---', strict=True)} | {
    ord("…"): "...",
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200d\ufeff\u2060"), ""),
}


class Segment(NamedTuple):
    """A text of a content file, or what stands between two."""

    text: str
    is_text: bool


@dataclass
class Text:
    """A text of the content: as it was when the draft was sent, and as it stands now.

    `shown` are the words that the draft showed, `path` and `lines` the place where it stands now.
    """

    path: str
    source: str
    shown: str
    now: str
    lines: range = range(0)
    gone: bool = False


def read(file: Path) -> str:
    return file.read_bytes().decode()


def segments(data: str) -> list[Segment]:
    """Joined they are the file; every second one is a text."""
    found: list[Segment] = []
    front = re.match(r"\ufeff?---\r?\n.*?\n---(?:\r?\n|\Z)", data, re.DOTALL)
    rest = data[front.end() :] if front else data
    between = front[0] if front else ""
    text = ""
    for line in re.findall(r"[^\n]*\n|[^\n]+", rest):
        bare = line.rstrip("\r\n")
        if text and bare.strip() and not re.match(r"#|\{|\||" + ITEM.pattern, bare):
            text += line
            continue
        if text:
            found += [Segment(between, False), Segment(text.rstrip("\r\n"), True)]
            between, text = text[len(text.rstrip("\r\n")) :], ""
        if bare.strip() and not re.match(r"#|\{|\|", bare):
            text = line
        else:
            between += line
    if text:
        found += [Segment(between, False), Segment(text.rstrip("\r\n"), True)]
        between = text[len(text.rstrip("\r\n")) :]
    return [*found, Segment(between, False)]


def same_words(text: str) -> str:
    """Without what typography and line breaks make of a text."""
    return " ".join(unicodedata.normalize("NFC", text).translate(SAME).split())


def pieces(source: str) -> Iterator[str | None]:
    """A text's words without its markup; None for a title that is put in for a reference."""
    item = ITEM.match(source)
    start = item.end() if item else 0
    for match in MARKUP.finditer(source, start):
        yield source[start : match.start()]
        if match["escaped"]:
            yield match["escaped"]
        elif match["text"] is not None:
            yield match["text"] or None
        start = match.end()
    yield source[start:]


def pattern(source: str) -> re.Pattern[str]:
    """What the words of the text look like; a group for each title that is put in."""
    joined = same_words("".join("\x00" if piece is None else piece for piece in pieces(source)))
    return re.compile(re.escape(joined).replace("\x00", "(.+?)"))


def words_of(source: str, shown: str, old: str) -> str:
    """The words of `source`, in which titles are put in as they were when `old` was shown as `shown`."""
    match = pattern(old).fullmatch(same_words(shown))
    titles = iter(match.groups() if match else ())
    return same_words("".join(next(titles, "?") if piece is None else piece for piece in pieces(source)))


def says(source: str, words: str) -> bool:
    return pattern(source).fullmatch(same_words(words)) is not None


def targets(source: str) -> list[str]:
    """What a text has besides words: addresses, notes."""
    return TARGET.findall(source)


def line_ends(source: str) -> list[str]:
    return re.findall(r"\r?\n", source)


class Change(NamedTuple):
    start: int
    end: int
    words: Sequence[str]


def merged(old: str, changed: Sequence[str]) -> str | None:
    """Both wordings of one text; None where they change the same words."""
    before = same_words(old).split()
    found = sorted((change for text in changed for change in changes(before, same_words(text).split())), key=place)
    for first, second in pairwise(found):
        if second.start < first.end or (second.start, second.end) == (first.start, first.end):
            return None
    for change in reversed(found):
        before[change.start : change.end] = change.words
    return " ".join(before)


def place(change: Change) -> tuple[int, int]:
    return change.start, change.end


def changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(start, end, new[first:last])


def texts_of(project: Path) -> list[Text]:
    found = []
    for file in sorted((project / "content").rglob("*.md")):
        path = file.relative_to(project).as_posix()
        found += [Text(path, part.text, "", part.text) for part in segments(read(file)) if part.is_text]
    return found


def match_texts(texts: Iterable[Text], paragraphs: Sequence[str]) -> dict[int, Text]:
    """The text of each paragraph, by its place, where there is just one of each."""
    texts = list(texts)
    plain: dict[str, list[Text]] = {}
    for text in texts:
        plain.setdefault(pattern(text.source).pattern, []).append(text)
    with_titles = [text for text in texts if None in pieces(text.source)]
    words = [same_words(paragraph) for paragraph in paragraphs]
    found = {}
    for number, shown in enumerate(words):
        fitting = plain.get(re.escape(shown), []) or [text for text in with_titles if says(text.source, shown)]
        if len(fitting) == 1 and words.count(shown) == 1 and len(shown.split()) > 3:
            fitting[0].shown = shown
            found[number] = fitting[0]
    return found
