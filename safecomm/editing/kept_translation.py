"""A translation that is changed together with its original goes on following it."""

from collections.abc import Sequence
from contextlib import suppress

from safecomm.content.field_types import translated_fields
from safecomm.content.file import text_of
from safecomm.content.folder import KINDS
from safecomm.content.versions import TRANSLATES, lines_of_file, version
from safecomm.content.yaml_data import fields_of
from safecomm.diagnostic import ContentError
from safecomm.editing.fields import FieldEdit, PendingFiles, place_of
from safecomm.editing.translated import following, read_parts


def keep_translations(pending: PendingFiles, edits: Sequence[FieldEdit]) -> None:
    """Of each record that was edited, those that are begun now, or were right and are changed wherever it is."""
    for kind, id_, language in {(edit.kind, edit.id, edit.language) for edit in edits if edit.language}:
        of_record = [edit for edit in edits if (edit.kind, edit.id) == (kind, id_)]
        changed = {edit.key[0] for edit in of_record if not edit.language} & translated_fields(KINDS[kind])
        if changed <= {edit.key[0] for edit in of_record if edit.language == language}:
            keep_translation(pending, FieldEdit(kind, id_, (), None, language))


def keep_translation(pending: PendingFiles, of: FieldEdit) -> None:
    original, translation = (place_of(pending.index, of._replace(language=one))[0] for one in (None, of.language))
    pending.read(original)
    is_file = translation != original and translation in pending.changed
    if not is_file or not is_right(pending, of.kind, original, translation):
        return
    # What else is wrong in them is told by whoever reads them.
    with suppress(ContentError):
        follows = version_of(pending.files[original], of.kind, original)
        pending.files[translation] = following(pending.changed[translation], translation, follows)


def is_right(pending: PendingFiles, kind: str, original: str, translation: str) -> bool:
    """Whether it followed its original before the edits, or was not there."""
    before = pending.before[translation]
    if before is None:
        return True
    with suppress(ContentError):
        said = fields_of(read_parts(before, translation)[1].value).get(TRANSLATES)
        return said == version_of(pending.before[original], kind, original)
    return False


def version_of(original: bytes | None, kind: str, path: str) -> str:
    """Raises ContentError."""
    return version(lines_of_file(KINDS[kind], text_of(original or b"", path), path) or [])
