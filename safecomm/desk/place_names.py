"""What records and their fields are called on the desk."""

import re

from safecomm.content.content import Content
from safecomm.content.field_types import Record, record_fields
from safecomm.content.folder import KINDS
from safecomm.content.placeholder import is_placeholder
from safecomm.content.records import Observation
from safecomm.desk.addresses import RecordPlace
from safecomm.documents.edition import Edition
from safecomm.labels import Labels, lower_first

FIELD = re.compile(r"(?:# )?([a-z][a-z_]*(?:\.[a-z][a-z_]*)*)")
"""In a message, which has the mark of a heading before the name of a text."""


def with_labels(text: str, model: type[Record], labels: Labels) -> str:
    """Names of fields of such a record, of those inside it, and of columns of figures, by their labels."""

    def label(found: re.Match[str]) -> str:
        named = (label_of_field(found[1], each, labels) for each in (model, Observation))
        return next(filter(None, named), found[0])

    return FIELD.sub(label, text)


def label_of_field(path: str, model: type[Record], labels: Labels) -> str:
    """Of `contact.email` that of the last; empty where it is no field."""
    first, _, rest = path.partition(".")
    inside = record_fields(model)
    if first in model.model_fields:
        deeper = rest and first in inside and label_of_field(rest, inside[first], labels)
        return deeper or lower_first(labels.field(model, first))
    found = (label_of_field(path, part, labels) for part in inside.values() if part is not model)
    return next(filter(None, found), "")


def title_of(content: Content | None, kind: str, id_: str, labels: Labels) -> str:
    """What people know a record by; the name of its kind where there is only one, its id while it has no title."""
    if kind == id_:
        return labels.kind(kind)
    known = content and id_ in content.records[labels.language].kinds[kind]
    title = Edition(content, labels.language).title_of(kind, id_) if content and known else ""
    return title if title and not is_placeholder(title) else id_


def name_of_place(content: Content | None, place: RecordPlace, labels: Labels) -> str:
    """`Hearings, responsible`: what a link to the place says."""
    field = lower_first(labels.field(KINDS[place.kind], place.field)) if place.field else ""
    return ", ".join(filter(None, (title_of(content, place.kind, place.id, labels), field)))
