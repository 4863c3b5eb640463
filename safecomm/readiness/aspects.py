"""Each criterion: what the content answers to it, record by record, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping

from safecomm.content.records import Evidence, Statistics, Work
from safecomm.documents.areas import by_criterion
from safecomm.documents.edition import Edition
from safecomm.readiness.finding_index import FindingIndex, StatusSection
from safecomm.readiness.questions import title_of
from safecomm.readiness.readiness import Answer, Aspect, CriterionStatus
from safecomm.rules.rule_finding import record_name


def criterion_statuses(edition: Edition, findings: FindingIndex, incomplete: set[str]) -> tuple[CriterionStatus, ...]:
    """`incomplete` are the records that do not say the same in both languages."""
    content = edition.content
    return tuple(
        CriterionStatus(
            id_,
            content.number(id_),
            edition.words(wording),
            title_of(content, "criteria", id_, edition.language),
            tuple(aspects(edition, id_, findings, incomplete)),
        )
        for id_, wording in content.wordings.items()
    )


def aspects(edition: Edition, id_: str, findings: FindingIndex, incomplete: set[str]) -> Iterator[Aspect]:
    records = edition.records
    ongoing = [
        *work_answers("activities", by_criterion(records.activities)[id_]),
        *work_answers("projects", by_criterion(records.projects)[id_]),
    ]
    measures = by_criterion(records.measures)[id_]
    with_responsible = [
        Answer(record_name("measures", measure_id), f"{measure.title}: {edition.name(measure.responsible)}")
        for measure_id, measure in measures.items()
        if measure.responsible
    ]
    evidence = {key: record for key, record in records.evidence.items() if id_ in record.criteria}
    repeated = {key: record for key, record in evidence.items() if record.interval}
    figures = {
        key: record for key, record in records.statistics.items() if id_ in record.criteria and record.has_figures
    }
    texts = [
        Answer(record_name("criteria", id_), title_of(edition.content, "criteria", id_, edition.language)),
        *ongoing,
        *work_answers("measures", measures),
    ]
    in_both_languages = [answer for answer in texts if answer.record not in incomplete]

    def aspect(section: StatusSection, answers: Iterable[Answer], of: int | None = None) -> Aspect:
        return Aspect(section, tuple(answers), of, findings.of(section, id_))

    yield aspect(StatusSection.ONGOING_WORK, ongoing)
    yield aspect(StatusSection.MEASURES, work_answers("measures", measures))
    yield aspect(StatusSection.RESPONSIBLE, with_responsible, len(measures))
    yield aspect(StatusSection.EVIDENCE, title_answers(edition, "evidence", evidence))
    yield aspect(StatusSection.FIGURES, title_answers(edition, "statistics", figures))
    yield aspect(StatusSection.FOLLOWUP, title_answers(edition, "evidence", repeated))
    yield aspect(StatusSection.LANGUAGES, in_both_languages, len(texts))


def work_answers(kind: str, records: Mapping[str, Work]) -> list[Answer]:
    return [Answer(record_name(kind, id_), record.title) for id_, record in records.items()]


def title_answers(edition: Edition, kind: str, records: Mapping[str, Evidence | Statistics]) -> list[Answer]:
    return [Answer(record_name(kind, id_), edition.words(record.title)) for id_, record in records.items()]
