"""Below which record's title each paragraph stands: until a heading of the same or a higher level, or the row's end."""

from collections.abc import Iterator
from contextlib import contextmanager

BELOW_HEADINGS = 10
"""The level of a title that is no heading."""


RecordSection = tuple[int, str]
"""The level of its title, and the bookmark of its record."""


class RecordSections:
    """Those that are open, the innermost last."""

    def __init__(self) -> None:
        self.opened: list[RecordSection] = []
        self.level = BELOW_HEADINGS

    @property
    def record(self) -> str:
        return self.opened[-1][1] if self.opened else ""

    def begin(self, level: int | None) -> None:
        """Begins a paragraph; `level` is None where it is no heading."""
        self.level = BELOW_HEADINGS if level is None else level
        if level is not None:
            self.close()

    def name(self, record: str) -> None:
        """The paragraph is the title of this record."""
        self.close()
        self.opened.append((self.level, record))

    def close(self) -> None:
        while self.opened and self.opened[-1][0] >= self.level:
            self.opened.pop()

    @contextmanager
    def row(self) -> Iterator[None]:
        """A record that is named in a row of a table has nothing outside of it."""
        before = list(self.opened)
        yield
        self.opened = before
