"""Each criterion: what the content answers to it, record by record, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping

from safecomm.content.records import Evidence, Statistics, Work
from safecomm.documents.areas import by_criterion
from safecomm.documents.edition import Edition
from safecomm.readiness.findings import FindingIndex, Place
from safecomm.readiness.status import Answer, Aspect, CriterionStatus
from safecomm.rules.rule_finding import record_name


def criteria(edition: Edition, placed: FindingIndex, incomplete: set[str]) -> tuple[CriterionStatus, ...]:
    """`incomplete` are the records that do not say the same in both languages."""
    content = edition.content
    return tuple(
        CriterionStatus(
            id_,
            content.number(id_),
            edition.words(wording),
            edition.records.criteria[id_].area,
            tuple(aspects(edition, id_, placed, incomplete)),
        )
        for id_, wording in content.wordings.items()
    )


def aspects(edition: Edition, id_: str, placed: FindingIndex, incomplete: set[str]) -> Iterator[Aspect]:
    records = edition.records
    ongoing = [
        *work("activities", by_criterion(records.activities)[id_]),
        *work("projects", by_criterion(records.projects)[id_]),
    ]
    measures = by_criterion(records.measures)[id_]
    answered = [
        Answer(record_name("measures", each), f"{measure.title}: {edition.name(measure.responsible)}")
        for each, measure in measures.items()
        if measure.responsible
    ]
    evidence = {each: found for each, found in records.evidence.items() if id_ in found.criteria}
    followed = {each: found for each, found in evidence.items() if found.interval}
    figures = {each: found for each, found in records.statistics.items() if id_ in found.criteria and filled(found)}
    texts = [Answer(record_name("criteria", id_), records.criteria[id_].area), *ongoing, *work("measures", measures)]
    same = [each for each in texts if each.record not in incomplete]

    def aspect(place: Place, answers: Iterable[Answer], of: int | None = None) -> Aspect:
        return Aspect(place, tuple(answers), of, placed.of(place, id_))

    yield aspect(Place.ONGOING_WORK, ongoing)
    yield aspect(Place.MEASURES, work("measures", measures))
    yield aspect(Place.RESPONSIBLE, answered, len(measures))
    yield aspect(Place.EVIDENCE, titled(edition, "evidence", evidence))
    yield aspect(Place.FIGURES, titled(edition, "statistics", figures))
    yield aspect(Place.FOLLOWUP, titled(edition, "evidence", followed))
    yield aspect(Place.LANGUAGES, same, len(texts))


def work(kind: str, records: Mapping[str, Work]) -> list[Answer]:
    return [Answer(record_name(kind, id_), each.title) for id_, each in records.items()]


def titled(edition: Edition, kind: str, records: Mapping[str, Evidence | Statistics]) -> list[Answer]:
    return [Answer(record_name(kind, id_), edition.words(each.title)) for id_, each in records.items()]


def filled(statistics: Statistics) -> bool:
    """Whether there is any figure in it."""
    return any(row.value is not None for row in statistics.rows)
