"""What the officer changes in the content between sending a draft and getting it back."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.returned.texts import ITEM, TARGET, Text, pieces, read, same_words, segments

NOTE = "[^"


class Later(NamedTuple):
    """A change of the officer's: words that came into a file, or left it."""

    path: str
    words: str
    came: bool

    def stands(self, project: Path) -> bool:
        return (self.words in same_words(read(project / self.path))) == self.came


class Sheet:
    """One file at work: its texts, each with what stands before it, and its end."""

    def __init__(self, path: str, data: str, texts: Iterable[Text]) -> None:
        found = segments(data)
        self.path = path
        self.between = [part.text for part in found if not part.is_text]
        self.words = [part.text for part in found if part.is_text]
        self.texts: list[Text | None] = list(texts)
        assert len(self.texts) == len(self.words)

    def data(self) -> str:
        pairs = zip(self.between, self.words, strict=False)
        return "".join(before + words for before, words in pairs) + self.between[-1]

    def replace(self, number: int, random: Random, token: str) -> Later | None:
        words = self.words[number].split(" ")
        places = [place for place, word in enumerate(words) if word.strip(".,").isalpha() and place]
        if not places or TARGET.search(self.words[number]):
            return None
        words[random.choice(places)] = token
        self.words[number] = " ".join(words)
        return Later(self.path, token, came=True)

    def delete(self, number: int) -> Later | None:
        """Only where another text of the same section stands before it."""
        text = self.texts[number]
        if text is None or number == 0 or self.between[number].strip() or TARGET.search(text.source):
            return None
        old = same_words("".join(piece or "" for piece in pieces(text.source)))
        if len(old.split()) < 4 or text.source != self.words[number]:
            return None
        text.gone = True
        del self.between[number], self.words[number], self.texts[number]
        return None if old in same_words(self.data()) else Later(self.path, old, came=False)

    def insert(self, number: int, token: str) -> Later | None:
        if ITEM.match(self.words[number]) or self.between[number + 1].strip():
            return None
        self.between.insert(number + 1, "\n\n")
        self.words.insert(number + 1, f"Ett senare stycke med {token} i.")
        self.texts.insert(number + 1, None)
        return Later(self.path, token, came=True)

    def save(self, project: Path, *, mixed_ends: bool) -> None:
        data = self.data()
        if mixed_ends:
            data = "".join(
                line if number % 2 else line.replace("\n", "\r\n")
                for number, line in enumerate(data.splitlines(keepends=True))
            )
        (project / self.path).write_bytes(data.encode())


def change(project: Path, texts: Sequence[Text], edited: Sequence[Text], random: Random, count: int) -> list[Later]:
    """Changes some texts, half of them among the edited, and lets every text know where it stands now."""
    by_file: dict[str, list[Text]] = {}
    for text in texts:
        by_file.setdefault(text.path, []).append(text)
    sheets: dict[str, Sheet] = {}
    found: list[Later] = []
    for number in range(count):
        text = random.choice(edited if edited and number % 2 else texts)
        if text.path not in sheets:
            sheets[text.path] = Sheet(text.path, read(project / text.path), by_file[text.path])
        sheet = sheets[text.path]
        place = next((place for place, there in enumerate(sheet.texts) if there is text), None)
        if place is not None:
            later = act(sheet, place, random, f"senare{number}ord")
            found += [later] if later else []
    for sheet in sheets.values():
        sheet.save(project, mixed_ends=random.random() < 0.3)
    for path, there in by_file.items():
        settle(project, path, sheets[path].texts if path in sheets else there)
    return [later for later in found if later.stands(project)]


def act(sheet: Sheet, place: int, random: Random, token: str) -> Later | None:
    kind = random.random()
    if kind < 0.7:
        return sheet.replace(place, random, token)
    return sheet.delete(place) if kind < 0.8 else sheet.insert(place, token)


def settle(project: Path, path: str, texts: Sequence[Text | None]) -> None:
    """What each text of a file says now, and its lines."""
    line, number = 1, 0
    for part in segments(read(project / path)):
        last = line + part.text.count("\n")
        if part.is_text:
            text, number = texts[number], number + 1
            if text is not None:
                text.now, text.lines = part.text, range(line, last + 1)
        line = last
