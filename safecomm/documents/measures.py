"""The measures as the application tells them: under their criterion, and all in one register."""

from collections.abc import Mapping

from safecomm.content.records import Criterion, Measure
from safecomm.documents.chapter_views import FullMeasure, MeasureGroup, MeasureRegister
from safecomm.documents.edition import Edition
from safecomm.documents.indicators import indicator_view
from safecomm.documents.reports import latest_report


def measure_groups(edition: Edition, criterion: Criterion, measures: Mapping[str, Measure]) -> tuple[MeasureGroup, ...]:
    """By theme, those without one first."""
    titles: list[tuple[str | None, str | None]] = [(None, None), *criterion.themes.items()]
    views = {id_: full_measure(edition, id_, measure) for id_, measure in measures.items()}
    groups = (
        MeasureGroup(title, tuple(views[id_] for id_, measure in measures.items() if measure.theme == theme))
        for theme, title in titles
    )
    return tuple(group for group in groups if group.measures)


def full_measure(edition: Edition, id_: str, measure: Measure, *, in_text: bool = True) -> FullMeasure:
    """With the partners as they stand `in_text`, inside a sentence, or in a table."""
    return FullMeasure(
        title=edition.title("measure", id_),
        number=edition.content.number(measure.criterion),
        responsible=edition.name(measure.responsible) if measure.responsible else None,
        partners=edition.parties(measure.partners, in_text=in_text),
        status=measure.status,
        period=edition.period(measure.period) if measure.period else None,
        deadline=edition.date(measure.deadline) if measure.deadline else None,
        cost=edition.typed(measure.cost) if measure.cost else None,
        expected_result=measure.expected_result,
        objectives=tuple(edition.title_of("objectives", key).removesuffix(".") for key in measure.objectives),
        indicator=indicator_view(edition, measure),
        text=edition.prose(measure.text),
        latest=latest_report(edition, "measures", id_),
    )


def by_number(edition: Edition) -> Mapping[str, Measure]:
    """All measures, in the order of their criteria."""
    records = edition.records
    order = list(records.criteria)
    return dict(sorted(records.measures.items(), key=lambda item: order.index(item[1].criterion)))


def measure_register(edition: Edition) -> MeasureRegister:
    measures = by_number(edition)
    return MeasureRegister(
        tuple(full_measure(edition, id_, measure, in_text=False) for id_, measure in measures.items()),
        any(measure.partners for measure in measures.values()),
    )
