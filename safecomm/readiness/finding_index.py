"""Where each finding belongs: under a criterion's aspect, in a section of its own, or with the whole application."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from safecomm.diagnostic import Diagnostic
from safecomm.readiness.readiness import Gaps
from safecomm.rules.rule_finding import Finding


class Section(StrEnum):
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


SECTIONS: Mapping[str, Section] = {
    "criterion-without-ongoing-work": Section.ONGOING_WORK,
    "criterion-without-measures": Section.MEASURES,
    "outside-programme": Section.MEASURES,
    "objective-incomplete": Section.MEASURES,
    "measure-incomplete": Section.MEASURES,
    "objective-without-measures": Section.MEASURES,
    "no-network": Section.ONGOING_WORK,
    "network-undated": Section.ONGOING_WORK,
    "no-responsible": Section.RESPONSIBLE,
    "criterion-without-evidence": Section.EVIDENCE,
    "no-injury-figures": Section.FIGURES,
    "injury-figures-undivided": Section.FIGURES,
    "criterion-without-followup": Section.FOLLOWUP,
    "untranslated": Section.LANGUAGES,
    "untranslated-field": Section.LANGUAGES,
    "only-translated": Section.LANGUAGES,
    "translation-outdated": Section.LANGUAGES,
    "translation-unconfirmed": Section.LANGUAGES,
    "unused-organisation": Section.PARTNERSHIP,
    "council-incomplete": Section.PARTNERSHIP,
    "no-resources": Section.PARTNERSHIP,
    "evidence-undated": Section.DATES,
    "evidence-old": Section.DATES,
    "no-contact": Section.SUMMARY,
    "summary-field-missing": Section.SUMMARY,
}
"""By code."""

STANDING_ALONE = {Section.PARTNERSHIP, Section.DATES, Section.SUMMARY, Section.APPLICATION}
"""They belong to no criterion."""


class FindingIndex:
    """All findings, each in one section."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.gaps: dict[tuple[str | None, Section], list[Diagnostic]] = defaultdict(list)
        for _, criterion, diagnostic, _ in findings:
            self.gaps[section_of(criterion, diagnostic.code)].append(diagnostic)

    def of(self, section: Section, criterion: str | None = None) -> Gaps:
        return tuple(self.gaps.get((criterion, section), ()))


def section_of(criterion: str | None, code: str) -> tuple[str | None, Section]:
    section = SECTIONS.get(code, Section.APPLICATION)
    if section in STANDING_ALONE:
        return None, section
    return (criterion, section) if criterion else (None, Section.APPLICATION)
