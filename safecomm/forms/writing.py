"""What came back in forms, written into the content; what the loader refuses is said of the form."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from safecomm.content.content import Language
from safecomm.content.file import FOLDER
from safecomm.content.folder import translated
from safecomm.content.record_files import record_name
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.editing.fields import FieldEdit, edit_fields


class FormPart(NamedTuple):
    """What a form says of one record: the name of its file, and what its reader knows the record by."""

    form: str
    about: str


def write_answers(
    project: Path, edits: Sequence[FieldEdit], forms: Mapping[tuple[str, str], FormPart], spoken: Language
) -> list[Path]:
    """`forms` tell where they come from by kind and id of the records; raises ContentError, and nothing has changed.

    What is wrong is told in the form, as the lines of files that have not been written are nowhere to be seen.
    """
    records = {file_of(edit): (edit.kind, edit.id) for edit in edits}
    try:
        return edit_fields(project, edits) if edits else []
    except ContentError as fault:
        raise ContentError(
            refused(found, forms[records[found.location.path]], spoken) if found.location.path in records else found
            for found in fault.diagnostics
        ) from fault


def file_of(edit: FieldEdit) -> str:
    """Where it is a file of the record alone."""
    return f"{FOLDER}/{record_name(edit.kind, edit.id)}{translated(edit.language) if edit.language else '.md'}"


def refused(fault: Diagnostic, part: FormPart, spoken: Language) -> Diagnostic:
    reason, way = fault.message(spoken), fault.hint(spoken)
    return problem("form-text-refused", Location(part.form), record=part.about, reason=reason, way=way)
