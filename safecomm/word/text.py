"""The Markdown twin: what a finished Word document says, as text that Git can compare."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from safecomm.word.archive import MAIN, Package
from safecomm.word.chart_reading import read_charts
from safecomm.word.relationships import relationships_of
from safecomm.word.styles import style_names
from safecomm.word.text_blocks import BlockReader, Line
from safecomm.word.text_numbers import Counter
from safecomm.word.text_runs import RunReader
from safecomm.word.wordml import w

MARGIN = re.compile(r"word/(header|footer)\d*\.xml")


def to_text(package: Package) -> str:
    """Headers and footers first, then the body, a paragraph or table row a line, and the notes; no build id."""
    twin = Twin(package)
    lines = [*twin.margins(), *twin.reader(MAIN).lines(package.root(MAIN)), *twin.footnotes()]
    return "".join(_spaced(lines)).lstrip() + "\n"


@dataclass
class Twin:
    """A document on its way to text, with what its parts share."""

    package: Package
    notes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        styles = self.package.root("word/styles.xml")
        self.styles = style_names(styles)
        self.counter = Counter(self.package.root("word/numbering.xml"), styles)

    def reader(self, part: str) -> BlockReader:
        relationships = self.package.root(relationships_of(part))
        addresses = {each.get("Id", ""): each.get("Target", "") for each in relationships}
        runs = RunReader(self.styles, addresses, self.notes)
        return BlockReader(self.styles, self.counter, runs, partial(read_charts, self.package, part))

    def margins(self) -> Iterator[Line]:
        """What stands above and below the pages, each line once."""
        found: dict[str, None] = {}
        for part in sorted(self.package.names, key=lambda each: ("footer" in each, each)):
            if match := MARGIN.fullmatch(part):
                texts = (" ".join(line.text.split()) for line in self.reader(part).lines(self.package.root(part)))
                found.update((f"> {match[1]}: {text}", None) for text in texts if text)
        return (Line("margin", text) for text in found)

    def footnotes(self) -> Iterator[Line]:
        """The notes in the order of their calls."""
        part = "word/footnotes.xml"
        reader, bodies = self.reader(part), {each.get(w("id")): each for each in self.package.root(part)}
        for identity, number in self.notes.items():
            first, *rest = reader.lines(bodies[identity])
            yield Line("", f"[^{number}]: {first.text}")
            yield from (Line(line.kind, f"    {line.text}") for line in rest)


def _spaced(lines: list[Line]) -> Iterator[str]:
    for before, line in pairwise([Line("", ""), *lines]):
        yield ("\n" if line.kind != "" and line.kind == before.kind else "\n\n") + line.text
