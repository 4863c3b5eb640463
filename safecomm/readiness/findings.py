"""Where each finding belongs: under a criterion's aspect, in a section of its own, or with the whole application."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from safecomm.diagnostic import Diagnostic
from safecomm.readiness.status import Gaps
from safecomm.rules.rule_finding import Finding


class Place(StrEnum):
    """The aspects of a criterion in their order, then the sections; the last takes what has no other place."""

    ONGOING_WORK = "ongoing-work"
    MEASURES = "measures"
    RESPONSIBLE = "responsible"
    EVIDENCE = "evidence"
    FIGURES = "figures"
    FOLLOWUP = "follow-up"
    LANGUAGES = "languages"
    PARTNERSHIP = "partnership"
    DATES = "dates"
    SUMMARY = "summary"
    APPLICATION = "application"


PLACES: Mapping[str, Place] = {
    "criterion-without-ongoing-work": Place.ONGOING_WORK,
    "criterion-without-measures": Place.MEASURES,
    "outside-programme": Place.MEASURES,
    "no-responsible": Place.RESPONSIBLE,
    "criterion-without-evidence": Place.EVIDENCE,
    "no-injury-figures": Place.FIGURES,
    "criterion-without-followup": Place.FOLLOWUP,
    "untranslated-en": Place.LANGUAGES,
    "untranslated-en-field": Place.LANGUAGES,
    "untranslated-sv-field": Place.LANGUAGES,
    "translation-outdated": Place.LANGUAGES,
    "translation-unconfirmed": Place.LANGUAGES,
    "unused-organisation": Place.PARTNERSHIP,
    "evidence-undated": Place.DATES,
    "evidence-old": Place.DATES,
    "no-contact": Place.SUMMARY,
    "summary-field-missing": Place.SUMMARY,
}
"""By code."""

SECTIONS = {Place.PARTNERSHIP, Place.DATES, Place.SUMMARY}


class FindingIndex:
    """All findings, each in one place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.gaps: dict[tuple[str | None, Place], list[Diagnostic]] = defaultdict(list)
        for _, criterion, diagnostic in findings:
            self.gaps[where(criterion, diagnostic.code)].append(diagnostic)

    def of(self, place: Place, criterion: str | None = None) -> Gaps:
        return tuple(self.gaps.get((criterion, place), ()))


def where(criterion: str | None, code: str) -> tuple[str | None, Place]:
    place = PLACES.get(code, Place.APPLICATION)
    if place is Place.APPLICATION or place in SECTIONS:
        return None, place
    return (criterion, place) if criterion else (None, Place.APPLICATION)
