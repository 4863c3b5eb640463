"""What records and their fields are called on the desk."""

from safecomm.content.content import Content
from safecomm.content.folder import KINDS
from safecomm.desk.addresses import RecordPlace
from safecomm.labels import Labels, lower_first, text_at
from safecomm.messages.texts import texts_of
from safecomm.readiness.questions import title_of as known_title


def title_of(content: Content | None, kind: str, id_: str, labels: Labels) -> str:
    """What people know a record by; the name of its kind where there is only one, its id while it has no title."""
    if kind == id_:
        return labels.kind(kind)
    known = content and id_ in content.records[labels.language].kinds[kind]
    return (content and known and known_title(content, kind, id_, labels.language)) or id_


def list_name(kind: str, labels: Labels) -> str:
    """What a list of such records is called, or the record of which there is one; a project's own name stays."""
    one = labels.kind(kind)
    is_own = one != text_at(labels.packaged, ("record", kind))
    return one if is_own else texts_of("desk_kinds", labels.language).get(kind, one)


def name_of_place(content: Content | None, place: RecordPlace, labels: Labels) -> str:
    """`Hearings, responsible`: what a link to the place says."""
    return join_name(title_of(content, place.kind, place.id, labels), field_name(place.kind, place.field, labels))


def field_name(kind: str, field: str, labels: Labels) -> str:
    return lower_first(labels.field(KINDS[kind], field)) if field else ""


def join_name(title: str, field: str) -> str:
    return ", ".join(filter(None, (title, field)))
