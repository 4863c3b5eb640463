"""Word's marks of change: each with an id of its own, an author, and a date where one is given."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from lxml import etree

from safecomm.ooxml.wordml import w

EARLIER_PROPERTIES = w("pPrChange")


@dataclass
class RevisionMarks:
    """Makes the marks of one document."""

    author: str
    date: datetime | None
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def mark(self, tag: str) -> etree._Element:
        attributes = {w("id"): str(next(self.ids)), w("author"): self.author}
        if self.date is not None:
            # One without a zone is taken as it stands: the machine's zone must not show.
            zoned = self.date.astimezone(UTC) if self.date.tzinfo else self.date
            attributes[w("date")] = zoned.strftime("%Y-%m-%dT%H:%M:%SZ")
        return etree.Element(tag, attributes)
