"""Where each finding belongs: under a criterion's aspect, in a section of its own, or with the whole application."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from safecomm.diagnostic import Diagnostic
from safecomm.readiness.readiness import Gaps
from safecomm.rules.rule_finding import Finding


class StatusSection(StrEnum):
    """The aspects of a criterion in their order, then what stands alone; the last takes what belongs nowhere else."""

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


SECTIONS: Mapping[str, StatusSection] = {
    "criterion-without-ongoing-work": StatusSection.ONGOING_WORK,
    "criterion-without-measures": StatusSection.MEASURES,
    "outside-programme": StatusSection.MEASURES,
    "objective-incomplete": StatusSection.MEASURES,
    "measure-incomplete": StatusSection.MEASURES,
    "objective-without-measures": StatusSection.MEASURES,
    "no-network": StatusSection.ONGOING_WORK,
    "network-undated": StatusSection.ONGOING_WORK,
    "no-responsible": StatusSection.RESPONSIBLE,
    "criterion-without-evidence": StatusSection.EVIDENCE,
    "no-injury-figures": StatusSection.FIGURES,
    "injury-figures-undivided": StatusSection.FIGURES,
    "criterion-without-followup": StatusSection.FOLLOWUP,
    "status-outdated": StatusSection.MEASURES,
    "untranslated": StatusSection.LANGUAGES,
    "untranslated-field": StatusSection.LANGUAGES,
    "only-translated": StatusSection.LANGUAGES,
    "translation-outdated": StatusSection.LANGUAGES,
    "translation-unconfirmed": StatusSection.LANGUAGES,
    "unused-organisation": StatusSection.PARTNERSHIP,
    "council-incomplete": StatusSection.PARTNERSHIP,
    "no-resources": StatusSection.PARTNERSHIP,
    "evidence-undated": StatusSection.DATES,
    "evidence-old": StatusSection.DATES,
    "no-contact": StatusSection.SUMMARY,
    "summary-field-missing": StatusSection.SUMMARY,
}
"""By code."""

STANDING_ALONE = {StatusSection.PARTNERSHIP, StatusSection.DATES, StatusSection.SUMMARY, StatusSection.APPLICATION}
"""They belong to no criterion."""


class FindingIndex:
    """All findings, each in one section."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.gaps: dict[tuple[str | None, StatusSection], list[Diagnostic]] = defaultdict(list)
        for finding in findings:
            section = section_of(finding.criterion, finding.diagnostic.code)
            self.gaps[section].append(finding.diagnostic)

    def of(self, section: StatusSection, criterion: str | None = None) -> Gaps:
        return tuple(self.gaps.get((criterion, section), ()))


def section_of(criterion: str | None, code: str) -> tuple[str | None, StatusSection]:
    section = SECTIONS.get(code, StatusSection.APPLICATION)
    if section in STANDING_ALONE:
        return None, section
    return (criterion, section) if criterion else (None, StatusSection.APPLICATION)
