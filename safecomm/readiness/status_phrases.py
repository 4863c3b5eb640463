"""How the status is said in words: the parts that the terminal, Markdown and the page have in common."""

from collections.abc import Iterable, Iterator
from enum import Enum

from safecomm import report
from safecomm.content.vocabulary import OrganisationKind, Sex
from safecomm.diagnostic import Diagnostic, Location, Severity
from safecomm.labels import Labels, lower_first
from safecomm.messages.texts import texts_of
from safecomm.readiness.readiness import Aspect, Readiness, SummaryField, WorkCell

NOTHING = "–"


class StatusPhrases:
    """The words of a status in its language."""

    def __init__(self, status: Readiness, labels: Labels) -> None:
        self.status = status
        self.says = texts_of("readiness", status.language)
        self.labels = labels

    def __call__(self, key: str, **values: object) -> str:
        return self.says[key].format_map(values)

    def label(self, value: str | None) -> str:
        """Of an environment that is None: that it is no one environment; a label of the project's own stays."""
        if value is None:
            return self.labels.phrase("no_environment")
        return self.labels.value(value) if isinstance(value, Enum) else value

    def kind(self, gap: Diagnostic) -> str:
        """An error, a gap, a known gap, or only a question."""
        if gap.severity is Severity.NOTE:
            return self("known" if gap.acknowledged is not None else "question")
        return self("error" if gap.severity is Severity.ERROR else "gap")

    def message(self, gap: Diagnostic) -> str:
        return gap.message(self.status.language)

    def hint(self, gap: Diagnostic) -> str:
        return gap.hint(self.status.language)

    def place(self, location: Location) -> str:
        return str(location)

    def number(self, aspect: Aspect) -> str:
        """`3`, or `3/4` where it is known how many could answer; a dash for nothing."""
        number = len(aspect.answers)
        return f"{number}/{aspect.of}" if aspect.of else str(number or NOTHING)

    def cell(self, cell: WorkCell) -> str:
        """`12`, and `12 (K 1)` where one of them is for women in particular."""
        sexes = ", ".join(f"{self.initial(sex)} {number}" for sex, number in cell.sexes.items() if number)
        return f"{len(cell.work) or NOTHING}{f' ({sexes})' if sexes else ''}"

    def initial(self, sex: Sex) -> str:
        return self.label(sex)[0]

    def coverage_notes(self) -> Iterator[str]:
        coverage = self.status.coverage
        for sex, number in coverage.sexes.items():
            yield self("sexes", each=self.initial(sex), label=lower_first(self.label(sex)), number=number)
        yield self("ages", written=coverage.written, derived=coverage.derived, unnamed=coverage.unnamed)
        yield self("holes", number=len(coverage.holes))

    def kinds(self, kinds: Iterable[tuple[OrganisationKind, int]]) -> str:
        """`polis 1, landsting 2`; only the names where nothing is to be counted."""
        names = [f"{lower_first(self.label(kind))}{f' {number}' if number else ''}" for kind, number in kinds]
        return ", ".join(names) or NOTHING

    def title(self) -> str:
        return self("title", name=self.status.community)

    def programme(self) -> str:
        return self("programme", title=self.status.programme, criteria=self.status.criteria_title)

    def dates(self) -> str:
        evidence = self.status.evidence
        return self("evidence-number", number=evidence.dated, of=evidence.number, old=evidence.old)

    def reporting(self) -> str:
        reporting = self.status.reporting
        if reporting.latest is None:
            return self("reporting-none", of=reporting.of)
        known = self("reporting-number", year=reporting.latest, number=reporting.known, of=reporting.of)
        return f"{known} {self('reporting-date', date=reporting.date)}" if reporting.date else known

    def form(self) -> str:
        fields = self.status.summary.fields
        return self("summary-number", number=sum(field.answer is not None for field in fields), of=len(fields))

    def field(self, field: SummaryField) -> str:
        return self.labels.phrase(field.name) or field.name

    def empty_fields(self) -> list[str]:
        return [lower_first(self.field(field)) for field in self.status.summary.fields if field.answer is None]

    def totals(self) -> str:
        """How many errors and gaps there are, then the questions, which stop nothing."""
        gaps = list(all_gaps(self.status))
        questions = sum(gap.is_question for gap in gaps)
        counts = report.count_by_severity([gap for gap in gaps if not gap.is_question], self.status.language)
        return f"{counts}, {questions} {self('question' if questions == 1 else 'questions')}" if questions else counts


def all_gaps(status: Readiness) -> Iterator[Diagnostic]:
    for criterion in status.criteria:
        for aspect in criterion.aspects:
            yield from aspect.gaps
    for section in (status.partnership, status.evidence, status.summary, status):
        yield from section.gaps
