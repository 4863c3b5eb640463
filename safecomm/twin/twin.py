"""The Markdown twin: what a finished Word document says, as text that Git can compare."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from safecomm.charts.chart_reading import read_charts
from safecomm.ooxml.numbering import Counter
from safecomm.ooxml.package import Package
from safecomm.ooxml.styles import style_names
from safecomm.ooxml.wordml import w
from safecomm.twin.block_reader import BlockReader, Line
from safecomm.twin.run_reader import RunReader


def to_text(package: Package) -> str:
    """Headers and footers first, then the body, a paragraph or table row a line, and the notes; no build id."""
    twin = Twin(package)
    lines = [*twin.headers_footers(), *twin.reader(package.main).lines(package.document), *twin.footnotes()]
    return "".join(_spaced(lines)).lstrip() + "\n"


@dataclass
class Twin:
    """A document on its way to text, with what its parts share."""

    package: Package
    notes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        styles = self.package.root_named("styles")
        self.styles = style_names(styles)
        self.counter = Counter(self.package.root_named("numbering"), styles)

    def reader(self, part: str) -> BlockReader:
        runs = RunReader(self.styles, self.package.relationships(part), self.notes)
        return BlockReader(self.styles, self.counter, runs, partial(read_charts, self.package, part))

    def headers_footers(self) -> Iterator[Line]:
        """What stands above and below the pages, each line once."""
        found: dict[str, None] = {}
        for kind in ("header", "footer"):
            for part in sorted(self.package.related(self.package.main, kind)):
                texts = (" ".join(line.text.split()) for line in self.reader(part).lines(self.package.root(part)))
                found.update((f"> {kind}: {text}", None) for text in texts if text)
        return (Line("header or footer", text) for text in found)

    def footnotes(self) -> Iterator[Line]:
        """The notes in the order of their calls."""
        part = self.package.named("footnotes")
        reader, bodies = self.reader(part), {each.get(w("id")): each for each in self.package.root(part)}
        for identity, number in self.notes.items():
            first, *rest = (reader.lines(bodies[identity]) if identity in bodies else []) or [Line("", "")]
            yield Line("", f"[^{number}]: {first.text}".rstrip())
            yield from (Line(line.kind, f"    {line.text}") for line in rest)


def _spaced(lines: list[Line]) -> Iterator[str]:
    for before, line in pairwise([Line("", ""), *lines]):
        yield ("\n" if line.kind != "" and line.kind == before.kind else "\n\n") + line.text
