"""What a page sends of a record that somebody has edited, read as what it may be and nothing else."""

from safecomm.content.content import Language
from safecomm.content.folder import KINDS
from safecomm.content.validate import ROWS
from safecomm.content.yaml_data import Value
from safecomm.desk.respond import JsonObject
from safecomm.desk.routing import SURROGATE, RequestError, text_in
from safecomm.editing.fields import FieldEdit
from safecomm.editing.record_edits import BasedEdit


def edits_in(body: JsonObject, languages: tuple[Language, ...]) -> list[BasedEdit]:
    """The edits of fields of `kind` and `id`, each with what it was based on; raises RequestError."""
    kind, id_, edits = kind_in(body), text_in(body, "id"), body.get("edits")
    if not isinstance(edits, list) or not all(isinstance(edit, dict) for edit in edits):
        raise RequestError("edits")
    return [edit_in(kind, id_, edit, languages) for edit in edits]


def kind_in(body: JsonObject, key: str = "kind") -> str:
    kind = text_in(body, key)
    if kind not in KINDS:
        raise RequestError(key)
    return kind


def edit_in(kind: str, id_: str, edit: JsonObject, languages: tuple[Language, ...]) -> BasedEdit:
    field, language = text_in(edit, "field"), edit.get("language")
    if field not in KINDS[kind].model_fields or field == ROWS:
        raise RequestError("field")
    if language is not None and language not in languages[1:]:
        raise RequestError("language")
    value, based_on = value_in(edit.get("value")), value_in(edit.get("based_on"))
    return BasedEdit(FieldEdit(kind, id_, (field,), value, language), based_on)


def value_in(value: object) -> Value:
    """Texts, lists and mappings of texts; nothing is written as None.

    Half a character becomes the mark of a lost one, which no file may hold.
    """
    if value is None or isinstance(value, str):
        return value and SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [value_in(part) for part in value]
    if isinstance(value, dict):
        return {name: value_in(part) for name, part in value.items()}
    raise RequestError("value")
