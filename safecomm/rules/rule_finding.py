"""What a rule says: a diagnostic, the record that it is about, and the criterion that it concerns."""

from collections.abc import Iterator
from typing import NamedTuple

from safecomm.content.content import Content, Language
from safecomm.content.placeholder import placeholder_in
from safecomm.diagnostic import Diagnostic, Severity, problem

UNFILLED = "not-filled-in"
"""The gap of what still asks for something where a fact belongs."""


class Finding(NamedTuple):
    """`record` is `measures/hearings` or `application`; `criterion` is None for what concerns the whole application.

    `edition` is the language whose documents alone it concerns, `key` leads from the record to the field, `document` is
    the kind of document that alone it concerns, and there only these `parts`; that without a name is the whole.
    """

    record: str
    criterion: str | None
    diagnostic: Diagnostic
    edition: Language | None = None
    key: tuple[str | int, ...] = ()
    document: str = ""
    parts: tuple[str, ...] = ()

    @property
    def may_stand(self) -> bool:
        """Whether it can be acknowledged; a final document would print what is to be filled in."""
        return self.diagnostic.severity is Severity.WARNING and self.diagnostic.code != UNFILLED


Findings = Iterator[Finding]


def finding(
    content: Content, code: str, kind: str, id_: str, *key: str | int, criterion: str | None = None, **values: object
) -> Finding:
    """What is found at a field of a record, or at the record as a whole."""
    fault = problem(code, content.places.find(kind, id_, *key), nearest=None, **values)
    return Finding(record_name(kind, id_), criterion, fault, key=key)


def criterion_values(content: Content, id_: str, language: Language) -> dict[str, object]:
    """How messages name a criterion: `criterion 4`, in the word that the set has for it, and by the city's title.

    While nobody has written that, it goes by its short name in the set.
    """
    number, label = content.number(id_), content.criteria_set.label.to(language)
    title = content.records[language].criteria[id_].area
    if placeholder_in(title):
        title = content.criteria_set.short_names[id_].to(language)
    return {"number": number, "numbered": f"{label.lower()} {number}", "title": title}


def criterion_of(content: Content, kind: str, id_: str) -> str | None:
    """The criterion that a record belongs to, if it is one."""
    if kind == "criteria":
        return id_
    return getattr(content.records[content.source].kinds[kind].get(id_), "criterion", None)


def record_name(kind: str, id_: str) -> str:
    """The record as the editor writes it: those of which there is one have no id of their own."""
    return kind if kind == id_ else f"{kind}/{id_}"
