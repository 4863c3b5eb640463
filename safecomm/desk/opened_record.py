"""A record that is open on the desk: its form as its files are now, with what it is called."""

from starlette.exceptions import HTTPException

from safecomm.content.file import FOLDER
from safecomm.content.folder import KINDS
from safecomm.content.proposed import index_now
from safecomm.content.references import place_of
from safecomm.desk.desk import Desk
from safecomm.diagnostic import ContentError
from safecomm.editing.field_choices import FieldChoices
from safecomm.editing.fields import PendingFiles
from safecomm.editing.record_form import RecordForm, make_form
from safecomm.labels import Labels


def open_form(desk: Desk, kind: str, id_: str) -> RecordForm:
    """Raises ContentError for a file that cannot be read, and HTTPException where there is no such record."""
    index = index_now(desk.project, desk.memory)
    if kind not in KINDS:
        raise HTTPException(404)
    if (kind, id_) not in index.places.sources:
        begins = (f"{place_of(kind)}/{id_}.", f"{FOLDER}/{kind}.")
        if faults := [fault for fault in index.problems if fault.location.path.startswith(begins)]:
            raise ContentError(faults)
        raise HTTPException(404)
    return form_of(desk, PendingFiles(desk.project, index), kind, id_)


def form_of(desk: Desk, pending: PendingFiles, kind: str, id_: str) -> RecordForm:
    """The form of a record with edits that may not be written yet."""
    labels = Labels(desk.project, desk.language)
    return make_form(pending, kind, id_, FieldChoices(desk.state().content, pending.index.ids, labels))
