"""Which text of the content each marked paragraph of a document shows, so that a reviewer's edit finds its way back.

A mark is named after the text itself: it stays whatever is inserted before it, and tells that the text has not changed.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from safecomm.ooxml.bookmarks import bookmark_name, end_xml, start_xml

KIND = "Text"
Shape = Literal["text", "cell", "caption"]


class SourceLocation(NamedTuple):
    """`place` is the lasting address of the text, a note's label behind `^`; `line` is the one in its file."""

    place: str
    language: str
    line: int
    shape: Shape


@dataclass
class SourceMap:
    """The marks of one document, by the names of their bookmarks."""

    locations: dict[str, SourceLocation] = field(default_factory=dict)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def around(self, runs: str, text: str, location: SourceLocation) -> str:
        """The runs of a paragraph in their bookmark; one that shows nothing needs none."""
        if not text:
            return runs
        address = f"{location.language}:{location.place}", text
        self.seen[address] += 1
        name = bookmark_name(KIND, "\n".join((*address, str(self.seen[address]))))
        self.locations[name] = location
        return f"{start_xml(name)}{runs}{end_xml(name)}"
