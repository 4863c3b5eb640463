"""What is said of statistics, in the phrases of the edition's language: names, figures, trends, descriptions."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from safecomm.content.records import Statistics
from safecomm.content.vocabulary import Age, FigureStatus, Sex
from safecomm.documents.edition import Edition
from safecomm.figures.lines import Line, Point
from safecomm.figures.panels import varying
from safecomm.figures.trend import trend
from safecomm.labels import Labels

MOST_TRENDS = 4
"""In one title."""
CLOSED = {"sex": Sex, "age": Age}
"""The lists whose values have labels in the phrases."""


class FigureWords:
    """Of one of the edition's statistics."""

    def __init__(self, edition: Edition, id_: str) -> None:
        self.edition, self.id, self.statistics = edition, id_, edition.records.statistics[id_]
        self.title = edition.words(self.statistics.title)

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.edition.content.project, self.edition.language, self.edition.community_words())

    def text(self, phrase: str, /, **values: str) -> str:
        return self.labels.phrase("figures_text", phrase).format_map(values)

    def per(self, statistics: Statistics) -> str:
        return self.labels.value(statistics.per) if statistics.per else ""

    def sentence(self, text: str) -> str:
        return text if text.endswith((".", "!", "?")) else f"{text}."

    def value(self, field: str, value: str | None) -> str:
        """A cell of the CSV as the language says it."""
        if value is None:
            return self.edition.records.community.name if field == "place" else self.text("all")
        known = next((member for member in CLOSED.get(field, ()) if member.value == value), None)
        named = self.statistics.names.get(value)
        return self.labels.value(known) if known else self.edition.words(named) if named else value

    def name(self, line: Line, fields: Sequence[str]) -> str:
        """The line among others that differ from it in these fields; `All` is only said where nothing else is."""
        values = [(field, getattr(line.key, field)) for field in fields]
        said = [(field, value) for field, value in values if value is not None] or values[:1]
        return ", ".join(self.value(field, value) for field, value in said) or self.title

    def status(self, status: FigureStatus) -> str:
        return self.labels.value(status)

    def figure(self, point: Point) -> str:
        """The value with its limits and what is to be known of it, or why there is none."""
        if point.value is None:
            return self.status(point.status or FigureStatus.NOT_AVAILABLE)
        text = self.edition.number(point.value)
        if point.lower is not None and point.upper is not None:
            text += f" ({self.edition.number(point.lower)}–{self.edition.number(point.upper)})"
        return f"{text}, {self.status(point.status)}" if point.status else text

    def charts_title(self, drawn: Sequence[Line]) -> str:
        """What the figures show, and how they go where that can be told."""
        trends = [*self.trends(drawn)]
        return f"{self.title}. {' '.join(trends)}" if 0 < len(trends) <= MOST_TRENDS else self.title

    def trends(self, drawn: Sequence[Line]) -> Iterator[str]:
        fields = varying(drawn)
        for line in drawn:
            if line.key.place not in self.statistics.comparison and (found := trend(line, self.statistics)):
                values = {"first": self.at(found.first), "last": self.at(found.last)}
                name = f"{self.name(line, fields)}: " if fields else ""
                text = self.text(found.direction.value, **values)
                yield self.sentence(f"{name}{text}" if name else f"{text[:1].upper()}{text[1:]}")

    def description(self, kind: str, title: str, named: Iterable[tuple[str, Line]]) -> str:
        """For whoever does not see the chart."""
        return " ".join((self.text(kind, title=title), *(self.course(name, line) for name, line in named)))

    def course(self, name: str, line: Line) -> str:
        """First, last, highest, lowest, and where figures are missing."""
        if not line.known:
            return self.text("no_figures", name=name)
        by_value = sorted(line.known, key=lambda point: point.value or Decimal())
        ends = {"first": line.known[0], "last": line.known[-1], "highest": by_value[-1], "lowest": by_value[0]}
        values = {end: self.at(point) for end, point in ends.items()}
        return " ".join((self.text("course", name=name, **values), *self.holes(line)))

    def at(self, point: Point) -> str:
        """`65 289 (2008)`"""
        return f"{self.edition.number(point.value or Decimal())} ({self.edition.when(point.when)})"

    def holes(self, line: Line) -> Iterator[str]:
        reasons: dict[FigureStatus, list[str]] = {}
        for point in line.points:
            if point.value is None:
                reasons.setdefault(point.status or FigureStatus.NOT_AVAILABLE, []).append(self.edition.when(point.when))
        for status, whens in reasons.items():
            yield self.text("hole", whens=", ".join(whens), reason=self.status(status))

    def source(self) -> Iterator[str]:
        """Who says so, in which file, and of which day."""
        source, file = self.statistics.source, self.statistics.file
        parts = [self.edition.words(source)] if source else []
        if file:
            parts += [file.name, *([self.edition.date(file.date)] if file.date else [])]
        if parts:
            yield self.sentence(self.text("source", source=", ".join(parts)))
