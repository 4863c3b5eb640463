"""What is still open, as questions in the order in which an editor takes them.

First what stands where nobody has written yet, then what a certifier asks for, in the order of the rules, and at last
what has grown old.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from safecomm.content.content import Content, Language
from safecomm.content.field_types import Record
from safecomm.content.placeholder import placeholder_in
from safecomm.content.yaml_data import Key
from safecomm.documents.edition import Edition
from safecomm.rules import housekeeping_rules, question_rules
from safecomm.rules.all_rules import ASKED, HOUSEKEEPING, QUESTIONS, apply_rules
from safecomm.rules.rule_finding import Finding

FIRST = (housekeeping_rules.not_filled_in,)
LAST = (question_rules.old_evidence, housekeeping_rules.outdated_translation)
ORDER = (*FIRST, *(rule for rule in (*ASKED, *HOUSEKEEPING, *QUESTIONS) if rule not in FIRST + LAST), *LAST)

CONTACT = ("name", "title", "institution", "address", "postcode", "city", "country", "phone", "email")
FIELDS: Mapping[str, tuple[Key, ...]] = {
    "no-responsible": (("responsible",),),
    "no-letter": (("letter",),),
    "no-date": (("date",),),
    "no-summary": (("summary",),),
    "no-contact": tuple(("contact", field) for field in CONTACT),
    "renewal-without-account": (("since_last_time",),),
    "renewal-without-designation": (("designations", 0, "year"), ("designations", 0, "certifier")),
    "renewal-details-missing": (("certifier",), ("network_number",)),
    "summary-field-missing": (("website",), ("started",), *(("contact", field) for field in CONTACT)),
    "assessment-missing": (("strengths",), ("weaknesses",), ("opportunities",), ("threats",), ("further_work",)),
    "objective-incomplete": (("indicator",), ("decided_by",), ("decided",)),
    "measure-incomplete": (("objectives",), ("cost",), ("deadline",), ("expected_result",)),
    "council-incomplete": (("formed",), ("chair",), ("meetings",), ("reports_to",)),
    "evidence-undated": (("period",), ("interval",)),
    "network-undated": (("period",),),
    "criterion-without-followup": (),
}
"""By code the fields of the record, of which those that say nothing yet answer the question."""

NEW_RECORDS: Mapping[str, str] = {
    "criterion-without-ongoing-work": "activities",
    "criterion-without-measures": "measures",
    "criterion-without-evidence": "evidence",
    "no-objectives": "objectives",
    "no-network": "networks",
    "no-support-letter": "attachments",
    "no-references": "references",
}
"""By code the kind of record that has to come."""


class Question(NamedTuple):
    """`fields` of the record answer it, in the `language` of a translation if there is one, or a new record does.

    With neither it takes more than an answer: the hint says what. `title` is what readers know the record by; its id
    while it has none, and empty where there is only one of its kind.
    """

    finding: Finding
    kind: str
    id: str
    fields: tuple[Key, ...]
    language: Language | None
    new_record: str
    title: str

    @property
    def name(self) -> tuple[str, str, Key]:
        """Tells it from every other."""
        return self.finding.diagnostic.code, self.finding.record, self.finding.key

    @property
    def can_be_answered(self) -> bool:
        return bool(self.fields or self.new_record)


def questions(content: Content, language: Language) -> Iterator[Question]:
    """Without the gaps that are acknowledged; titles and names are in the language.

    What a rule finds for each of several fields of a record is one question.
    """
    asked = set()
    found = (by_criterion(content, apply_rules((rule,), content, language)) for rule in ORDER)
    for finding in chain.from_iterable(found):
        question = question_about(content, finding, language)
        if finding.diagnostic.acknowledged is None and question.name not in asked:
            asked.add(question.name)
            yield question


def by_criterion(content: Content, findings: Iterable[Finding]) -> list[Finding]:
    """In the order of the set; what belongs to no criterion stays in front, in the order of its places."""
    numbers = {id_: content.number(id_) for id_ in content.wordings}
    return sorted(findings, key=lambda found: numbers.get(found.criterion or found.record.partition("/")[2], 0))


def question_about(content: Content, finding: Finding, language: Language) -> Question:
    code = finding.diagnostic.code
    kind, _, id_ = finding.record.partition("/")
    record = content.records[content.source].kinds[kind].get(id_ or kind)
    candidates = FIELDS.get(code) or ((finding.key,) if finding.key else ())
    fields = tuple(key for key in candidates if record and (key == finding.key or is_open(record, key)))
    title = Edition(content, language).title_of(kind, id_) if id_ else ""
    title = id_ if placeholder_in(title) else title
    return Question(finding, kind, id_ or kind, fields, finding.edition, NEW_RECORDS.get(code, ""), title)


def is_open(record: Record, key: Key) -> bool:
    """Whether the record has such a field, and it says nothing yet."""
    if key[0] not in type(record).model_fields:
        return False
    value: object = record
    for part in key:
        if isinstance(part, int):
            value = value[part] if isinstance(value, tuple) and part < len(value) else None
        else:
            value = getattr(value, part, None)
    return value in (None, ())
