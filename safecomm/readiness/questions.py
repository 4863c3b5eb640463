"""What is still open, as questions in the order in which an editor takes them.

First what stands where nobody has written yet, then what a certifier asks for, in the order of the rules, what is to be
translated when the originals are written, and at last what has grown old.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from safecomm.content.content import Content, Language
from safecomm.content.field_types import LocalizedText, Record, field_types, reference_fields
from safecomm.content.folder import KINDS
from safecomm.content.placeholder import placeholder_in
from safecomm.content.validate import model_at
from safecomm.content.yaml_data import Key, Value
from safecomm.documents.edition import Edition
from safecomm.labels import Labels, unnamed, with_labels
from safecomm.rules import housekeeping_rules, question_rules, translation_rules
from safecomm.rules.all_rules import ASKED, HOUSEKEEPING, QUESTIONS, apply_rules
from safecomm.rules.rule_finding import UNFILLED, Finding

FIRST = (housekeeping_rules.not_filled_in,)
LAST = (translation_rules.untranslated, question_rules.old_evidence, housekeeping_rules.outdated_translation)
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
    "question-unanswered": (("answer",),),
    "missing-attachment": (("file",), ("text",)),
    "renewal-details-missing": (
        ("certifier",),
        ("network_number",),
        ("designations", 0, "year"),
        ("designations", 0, "certifier"),
    ),
    "summary-field-missing": (("website",), ("inhabitants",), ("started",), *(("contact", field) for field in CONTACT)),
    "assessment-missing": (("strengths",), ("weaknesses",), ("opportunities",), ("threats",), ("further_work",)),
    "objective-incomplete": (
        ("indicator",),
        ("start", "year"),
        ("start", "value"),
        ("target", "year"),
        ("target", "value"),
        ("decided_by",),
        ("decided",),
    ),
    "measure-incomplete": (("objectives",), ("cost",), ("deadline",), ("expected_result",)),
    "council-incomplete": (("formed",), ("chair",), ("meetings",), ("reports_to",), ("members",)),
    "no-resources": (("resources", 0, "name"), ("resources", 0, "year"), ("resources", 0, "text")),
    "evidence-undated": (("period",), ("interval",)),
    "evidence-old": (("interval",),),
    "evidence-supports-nothing": (("criteria",), ("measures",)),
    "statistics-support-nothing": (("criteria",),),
    "network-undated": (("period",),),
    "briefs-incomplete": (),
    "figures-broken": (),
}
"""By code the fields of the record, of which those that say nothing yet answer the question."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "figure-without-origin": ("date", "source"),
    "missing-appendix": ("file",),
    "recommendation-unanswered": ("answer",),
}
"""The same, of the part of a record at which it is found."""

NEW_RECORDS: Mapping[str, str] = {
    "criterion-without-ongoing-work": "activities",
    "criterion-without-measures": "measures",
    "criterion-without-evidence": "evidence",
    "no-objectives": "objectives",
    "no-network": "networks",
    "no-support-letter": "attachments",
    "no-references": "references",
    "objective-without-measures": "measures",
}
"""By code the kind of record that has to come."""

NAMED_IN: Mapping[str, str] = {"criterion-without-evidence": "criteria", "objective-without-measures": "objectives"}
"""By code the field of such a record that lists the one asked about, so that one which is there can answer as well."""

GIVEN: Mapping[str, Mapping[Key, Value]] = {"no-support-letter": {("kind",): "letter"}}
"""By code what else such a record says."""

WITHOUT_TRANSLATION = "untranslated"

NAMING = {"field", "fields"}
"""The values of messages that name fields by their keys."""


class Question(NamedTuple):
    """`fields` of the record answer it, in the `language` of a translation if there is one, or a new record does.

    With neither it takes a translation that is begun, or more than an answer: the hint says what. `title` is what
    readers know the record by, and empty where there is only one of its kind.
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

    def message(self, labels: Labels) -> str:
        """What is found, with what the fields are called instead of their keys."""
        fault = self.finding.diagnostic
        named = {
            name: with_labels(fault.values[name], KINDS[self.kind], labels) for name in NAMING & fault.values.keys()
        }
        return fault._replace(values={**fault.values, **named}).message(labels.language)

    @property
    def begins_translation(self) -> bool:
        return self.finding.diagnostic.code == WITHOUT_TRANSLATION

    def file_language(self, key: Key) -> Language | None:
        """In which translation file that field is written; None for a text that stands beside its original."""
        return None if key[-1] == self.language else self.language

    @property
    def is_unfilled(self) -> bool:
        """Whether it asks for what nobody has written yet in a new record."""
        return self.finding.diagnostic.code == UNFILLED and self.language is None and bool(self.fields)

    @property
    def named_in(self) -> str:
        """The field of the other record that is to list this one; empty where there is none."""
        return NAMED_IN.get(self.finding.diagnostic.code, "")

    def known(self, content: Content, language: Language) -> Mapping[str, str]:
        """The records that are there and can answer it as well, with what they are called."""
        there = content.records[content.source].kinds[self.new_record] if self.named_in else ()
        return {id_: title_of(content, self.new_record, id_, language) for id_ in there}

    def listed_by(self, content: Content, id_: str) -> list[Value]:
        """What such a record lists, and behind it the one asked about."""
        return [*getattr(content.records[content.source].kinds[self.new_record][id_], self.named_in), self.id]

    @property
    def can_be_answered(self) -> bool:
        return bool(self.fields or self.new_record or self.begins_translation)

    def given(self) -> Mapping[Key, Value]:
        """What a new record that answers it says from the first."""
        given: dict[Key, Value] = dict(GIVEN.get(self.finding.diagnostic.code, {}))
        if self.named_in:
            given[self.named_in,] = [self.id]
        if self.finding.criterion and "criterion" in KINDS[self.new_record].model_fields:
            given["criterion",] = self.finding.criterion
        return given


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
    record = content.records[content.source].kinds.get(kind, {}).get(id_ or kind)
    candidates = asked_fields(finding)
    fields = [key for key in candidates if record and (key == finding.key or is_open(record, key))]
    fields = [key for key in fields if has_choices(content, KINDS[kind], key)]
    if code in PARTS and not fields:
        # What stands there does not answer: a path leads nowhere.
        fields = list(candidates)
    title = title_of(content, kind, id_, language) if id_ else ""
    translation = finding.edition if finding.edition != content.source else None
    if translation:
        fields = [(*key, translation) if is_by_language(KINDS[kind], key) else key for key in fields]
    return Question(finding, kind, id_ or kind, tuple(fields), translation, NEW_RECORDS.get(code, ""), title)


def asked_fields(finding: Finding) -> Sequence[Key]:
    """Those that may answer: of the part of a record, of the whole record, or the one at which it is found."""
    code = finding.diagnostic.code
    if code in PARTS:
        return [(*finding.key, part) for part in PARTS[code]]
    return FIELDS.get(code, (finding.key,) if finding.key else ())


def title_of(content: Content, kind: str, id_: str, language: Language) -> str:
    """What the record is called; a criterion that nobody has named yet goes by its short name in the set."""
    title = Edition(content, language).title_of(kind, id_)
    if not placeholder_in(title):
        return title
    return content.criteria_set.short_names[id_].to(language) if kind == "criteria" else unnamed(id_, language)


def has_choices(content: Content, model: type[Record], key: Key) -> bool:
    """Whether there is anything to name, where the field names records."""
    reference = reference_fields(model).get(str(key[0]))
    if reference is None or reference.council or reference.beside:
        return True
    return bool(content.records[content.source].kinds[reference.kind])


def is_by_language(model: type[Record], key: Key) -> bool:
    """Whether the field holds a text for each language, in one place."""
    return LocalizedText in field_types(model_at(model, key[:-1]) or model, str(key[-1]))


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
