"""What is said of statistics, in the phrases of the edition's language: names, figures, trends, descriptions."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from safecomm.content.vocabulary import Age, FigureStatus
from safecomm.documents.edition import Edition
from safecomm.figures.lines import Line, Point, last_year, segments
from safecomm.figures.panels import varying
from safecomm.figures.trend import Direction, Trend, trend
from safecomm.labels import Labels

MOST_TRENDS = 4
"""In one title."""


class FigureWords:
    """Of one of the edition's statistics."""

    def __init__(self, edition: Edition, id_: str) -> None:
        self.edition, self.id, self.statistics = edition, id_, edition.records.statistics[id_]
        self.title = edition.words(self.statistics.title)

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.edition.content.project, self.edition.language, self.edition.community_words())

    def text(self, phrase: str, /, **values: str) -> str:
        return self.labels.filled(values, "figures_text", phrase)

    def with_unit(self, unit: str) -> str:
        """The title, and the unit if the title does not say it."""
        return self.title if unit.lower() in self.title.lower() else f"{self.title}, {unit}"

    def per(self) -> str:
        return self.labels.value(self.statistics.per) if self.statistics.per else ""

    def sentence(self, text: str) -> str:
        return text if text.endswith((".", "!", "?")) else f"{text}."

    def value(self, field: str, value: str | None) -> str:
        """A cell of the CSV as the language says it."""
        if value is None:
            return self.edition.records.community.name if self.is_compared(field) else self.text("all")
        if field == "sex":
            return self.text(value)
        age = next((age for age in Age if (field, value) == ("age", age.value)), None)
        named = self.statistics.names.get(value)
        return self.labels.value(age) if age else self.edition.words(named) if named else value

    def is_compared(self, field: str) -> bool:
        """Whether no value in the field means the community itself, beside other places."""
        return field == "place" and bool(self.statistics.comparison)

    def name(self, line: Line, fields: Sequence[str]) -> str:
        """The line among others that differ from it in these fields; `All` is only said where nothing else is."""
        values = [(field, getattr(line.key, field)) for field in fields]
        told = [(field, value) for field, value in values if value is not None or self.is_compared(field)]
        said = told or values[:1]
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

    def charts_title(self, drawn: Sequence[Line], unit: str) -> str:
        """What the figures show, and how they go where that can be told."""
        return " ".join((self.sentence(self.with_unit(unit)), *self.trends(drawn)))

    def trends(self, drawn: Sequence[Line]) -> Sequence[str]:
        """A sentence for each line; for many, one if they all go the same way."""
        own = [(line, trend(line, self.statistics)) for line in drawn if not self.is_comparison(line)]
        told = [(line, found) for line, found in own if found]
        if len(told) <= MOST_TRENDS:
            return [self.trend_sentence(line, found, varying(drawn)) for line, found in told]
        directions = {found.direction for _, found in told}
        is_same = len(told) == len(own) and directions in ({Direction.ROSE}, {Direction.FELL})
        return [self.text(f"all_{directions.pop().value}")] if is_same else []

    def is_comparison(self, line: Line) -> bool:
        return line.key.place in self.statistics.comparison

    def trend_sentence(self, line: Line, found: Trend, fields: Sequence[str]) -> str:
        text = self.text(found.direction.value, first=self.at(found.first), last=self.at(found.last))
        return self.said_of(self.name(line, fields), text)

    def said_of(self, name: str, text: str) -> str:
        """Of the only line, whose name the title has, it is a sentence of its own."""
        return f"{text[:1].upper()}{text[1:]}" if name == self.title else f"{name}: {text}"

    def parts(self, name: str, line: Line) -> Iterator[tuple[str, Line]]:
        """The line in one piece, or in several between which something else began to be counted, with their names."""
        *earlier, last = segments(line, [cut.year for cut in self.statistics.breaks])
        for part in earlier:
            yield self.text("until", name=name, year=str(last_year(part.points[-1]))), part
        yield name, last

    def description(self, kind: str, title: str, named: Iterable[tuple[str, Line]]) -> str:
        """For whoever does not see the chart."""
        return " ".join((self.text(kind, title=title), *(self.course(name, line) for name, line in named)))

    def course(self, name: str, line: Line) -> str:
        """First, last, highest, lowest, and where figures are missing."""
        if not line.known:
            return self.said_of(name, self.text("no_figures"))
        by_value = sorted(line.known, key=lambda point: point.value or Decimal())
        ends = {"first": line.known[0], "last": line.known[-1], "highest": by_value[-1], "lowest": by_value[0]}
        values = {end: self.at(point) for end, point in ends.items()}
        return " ".join((self.said_of(name, self.text("course", **values)), *self.holes(line)))

    def at(self, point: Point) -> str:
        """`65 289 (2008)`"""
        return f"{self.edition.number(point.value or Decimal())} ({self.edition.when_counted(point.when)})"

    def holes(self, line: Line) -> Iterator[str]:
        reasons: dict[FigureStatus, list[str]] = {}
        for point in line.points:
            if point.value is None:
                reasons.setdefault(point.status or FigureStatus.NOT_AVAILABLE, []).append(
                    self.edition.when_counted(point.when)
                )
        for status, whens in reasons.items():
            yield self.text("hole", whens=", ".join(whens), reason=self.status(status))

    def source(self) -> Iterator[str]:
        """Who says so, and of which day the figures are."""
        source, file = self.statistics.source, self.statistics.file
        if source:
            day = [self.edition.date(file.date)] if file and file.date else []
            yield self.sentence(self.text("source", source=", ".join([self.edition.words(source), *day])))
