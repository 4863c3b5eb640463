"""Changes as JSON: ids and names of fields as the files have them, values as a reader sees them."""

from safecomm.changes.change_lines import DocumentChanges, label
from safecomm.changes.compare import Changes, FieldChange, RecordChange
from safecomm.changes.facts import Path
from safecomm.changes.pieces import Row
from safecomm.labels import Labels
from safecomm.report.data_formats import as_object, to_json


def summary(changes: Changes, old: str, new: str) -> str:
    language = changes.language
    return to_json(
        {
            "old": old,
            "new": new,
            "records": [record(change, changes.labels) for change in changes.records],
            "appeared": [as_object(diagnostic, language) for diagnostic in changes.appeared],
            "vanished": [as_object(diagnostic, language) for diagnostic in changes.vanished],
        }
    )


def document(changed: DocumentChanges, old: str, new: str) -> str:
    sections = [{"heading": title, "lines": [pieces(row) for row in rows]} for title, rows in changed.sections]
    return to_json(
        {
            "old": old,
            "new": new,
            "sections": sections,
            "beside": list(changed.beside),
            "untracked": list(changed.taken),
            "earlier": dict(changed.earlier),
        }
    )


def record(change: RecordChange, labels: Labels) -> dict[str, object]:
    return {
        "change": change.change,
        "kind": change.kind,
        "id": change.id,
        **({"old_id": change.old_id} if change.old_id != change.id else {}),
        "title": change.title,
        "fields": [field(change.kind, changed, labels) for changed in change.fields],
    }


def field(kind: str, change: FieldChange, labels: Labels) -> dict[str, object]:
    """`lines` are the lines of a prose that changed."""
    return {
        "field": field_name(change.path),
        "label": label(kind, change.path, labels),
        "old": list(change.old),
        "new": list(change.new),
        **({"lines": [pieces(row) for row in change.rows]} if change.rows else {}),
    }


def field_name(path: Path) -> str:
    """`area[Landyta].value`"""
    return ".".join(path).replace(".[", "[")


def pieces(row: Row) -> list[dict[str, str]]:
    return [{piece.tag: piece.text} for piece in row]
