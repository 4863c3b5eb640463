"""What a field or a kind of record is for, told to somebody who fills in a form and sees no file."""

from safecomm.content.content import Language
from safecomm.content.field_types import Record
from safecomm.editing.schema import description_of
from safecomm.messages.texts import load_texts, record_texts


def explain_field(model: type[Record], name: str, language: Language) -> str:
    """An inherited field is explained where it is declared."""
    said = load_texts("desk_fields")[language]["fields"]
    own = (said.get(f"{ancestor.__name__}.{name}") for ancestor in model.__mro__)
    return next(filter(None, own), "") or description_of(model, name, language)


def explain_kind(kind: str, language: Language) -> str:
    said: str = load_texts("desk_fields")[language]["kinds"].get(kind) or record_texts(language)["kinds"].get(kind, "")
    return said
