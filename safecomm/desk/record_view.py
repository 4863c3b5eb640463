"""A record as a form: shown, tried while somebody types, saved; renamed, removed, and the last change taken back."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from safecomm.content.project_language import project_languages
from safecomm.desk.addresses import record_address
from safecomm.desk.desk import Desk
from safecomm.desk.findings import gaps_by_field
from safecomm.desk.opened_record import form_of, open_form
from safecomm.desk.place_names import list_name, title_of
from safecomm.desk.respond import JsonObject, page_of, problem_objects
from safecomm.desk.routing import action, page, text_in
from safecomm.desk.sent_edits import edits_in, kind_in
from safecomm.desk.text_files import text_address, text_files
from safecomm.desk.told import teller_of
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.editing.form_inputs import input_id
from safecomm.editing.record_edits import EditOutcome, save_edits, try_edits
from safecomm.editing.record_form import RecordForm, findings_by_input, problems_by_input
from safecomm.editing.remove import REMOVED, remove
from safecomm.editing.rename import RENAMED, rename
from safecomm.editing.translated import confirm
from safecomm.journal import Undo, take_back
from safecomm.labels import Labels
from safecomm.messages.texts import texts_of


def show(desk: Desk, request: Request) -> Response:
    kind, id_ = request.path_params["kind"], request.path_params["id"]
    try:
        form = open_form(desk, kind, id_)
    except ContentError as fault:
        return lead_to_text(desk, fault)
    return HTMLResponse(page_with(desk, form))


def page_with(desk: Desk, form: RecordForm) -> str:
    labels, kind = Labels(desk.project, desk.language), form.kind
    content, languages = desk.state().content, project_languages(desk.project)
    return page_of(
        desk,
        "record",
        title_of(content, kind, form.id, labels),
        edit=texts_of("desk_record", desk.language),
        form=form,
        kind_label=list_name(kind, labels),
        languages={file.language: labels.language_name(file.language or languages[0]) for file in form.files},
        faults=told(problems_by_input(form, desk.state().problems), desk),
        gaps=told(findings_by_input(form, gaps_by_field(desk)), desk),
        as_json=partial(json.dumps, ensure_ascii=False),
        is_date=re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch,
        list_address="/records" if kind == form.id else f"/records/{kind}",
        texts=text_files(desk),
        text_address=text_address,
        outdated={text.location.path for text in (content.outdated if content else ())},
        may_rename=kind in RENAMED,
        may_remove=kind in REMOVED,
    )


def lead_to_text(desk: Desk, fault: ContentError) -> Response:
    """A record of which the file cannot be read has no form."""
    places = [found.location for found in fault.diagnostics if found.location.path in text_files(desk)]
    if not places:
        raise fault
    return RedirectResponse(text_address(places[0].path, places[0].line), 303)


def told(found: Mapping[str, Iterable[Diagnostic]], desk: Desk) -> dict[str, list[dict[str, Any]]]:
    return {id_: problem_objects(problems, desk) for id_, problems in found.items()}


def try_record(desk: Desk, body: JsonObject) -> JsonObject:
    outcome = try_edits(desk.project, edits_in(body, project_languages(desk.project)), desk.memory)
    return answer(desk, form_with(desk, body, outcome), outcome)


def save_record(desk: Desk, body: JsonObject) -> JsonObject:
    edits, even_wrong = edits_in(body, project_languages(desk.project)), body.get("even_wrong") is True
    outcome = save_edits(desk.project, edits, desk.memory, even_wrong=even_wrong)
    if not outcome.is_written:
        return answer(desk, form_with(desk, body, outcome), outcome)
    state, form = desk.refresh(outcome.after), form_with(desk, body, outcome)
    # Where something else has changed as well, the form may be another than this one.
    page = page_with(desk, form) if state.content is outcome.after.content else ""
    return {**answer(desk, form, outcome), "state": str(state.number), "page": page}


def form_with(desk: Desk, body: JsonObject, outcome: EditOutcome) -> RecordForm:
    return form_of(desk, outcome.pending, kind_in(body), text_in(body, "id"))


def answer(desk: Desk, form: RecordForm, outcome: EditOutcome) -> JsonObject:
    """What came of it, each problem at its input; `elsewhere` are those that it brings to other records."""
    own = {file.path for file in form.files}
    return {
        "written": outcome.is_written,
        "faults": told(problems_by_input(form, outcome.problems), desk),
        "elsewhere": problem_objects((fault for fault in outcome.new if fault.location.path not in own), desk),
        "new": len(outcome.new),
        "merged": [input_id(edit.key, edit.language) for edit in outcome.merged],
        "conflicts": {input_id(edit.key, edit.language): now for edit, now in outcome.conflicts},
        "state": str(desk.state().number),
    }


def rename_record(desk: Desk, body: JsonObject) -> JsonObject:
    change = rename(
        desk.project, f"{kind_in(body)}/{text_in(body, 'id')}", text_in(body, "new").strip(), undo=Undo.KEEP
    )
    desk.refresh()
    return {"address": record_address(change.kind, change.new)}


def remove_record(desk: Desk, body: JsonObject) -> JsonObject:
    kind = kind_in(body)
    remove(desk.project, f"{kind}/{text_in(body, 'id')}", with_mentions=body.get("with_mentions") == "on")
    desk.refresh()
    return {"address": f"/records/{kind}"}


def confirm_translation(desk: Desk, body: JsonObject) -> JsonObject:
    """The translation into the `language` says what its original says now."""
    form = open_form(desk, kind_in(body), text_in(body, "id"))
    files = [desk.project / file.path for file in form.files if file.language == text_in(body, "language")]
    confirm(desk.project, files, undo=Undo.KEEP)
    return {"state": str(desk.refresh().number)}


def undo(desk: Desk, _body: JsonObject) -> JsonObject:
    """Takes the last change back, and says of what it was."""
    before = teller_of(desk)
    paths = take_back(desk.project)
    state = desk.refresh()
    says = texts_of("desk_record", desk.language)
    return {"done": says["undone"].format(files=teller_of(desk).files(paths, before)), "state": str(state.number)}


ROUTES = (
    page("/record/{kind}/{id:path}", show),
    action("/record/try", try_record),
    action("/record/save", save_record),
    action("/record/rename", rename_record),
    action("/record/remove", remove_record),
    action("/record/translated", confirm_translation),
    action("/record/undo", undo),
)
