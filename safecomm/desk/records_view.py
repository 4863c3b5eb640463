"""All records: the kinds that there are, those of one kind to look for one in, and a new one."""

from collections import Counter
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from safecomm.content.content import Content
from safecomm.content.folder import KINDS, SINGLES, YEARLY
from safecomm.content.project_language import project_languages
from safecomm.content.proposed import index_now
from safecomm.content.references import RECORDS
from safecomm.desk.addresses import record_address
from safecomm.desk.asked_fields import AskedFields
from safecomm.desk.desk import Desk
from safecomm.desk.findings import gaps_by_field
from safecomm.desk.new_record import add_record
from safecomm.desk.place_names import list_name, title_of
from safecomm.desk.respond import JsonObject, page_response
from safecomm.desk.routing import RequestError, action, page, text_in
from safecomm.desk.sent_edits import kind_in
from safecomm.editing.answer_field import criterion_name
from safecomm.editing.form_words import explain_kind
from safecomm.editing.skeleton import guesses
from safecomm.labels import Labels, lower_first
from safecomm.messages.texts import texts_of
from safecomm.record_kinds import RECORD_KINDS
from safecomm.rules.rule_finding import criterion_of, record_name

NOT_WRITTEN_HERE = {"decisions"}
"""What the page on which something is decided shows."""
NOT_ADDED_HERE = {"criteria", *SINGLES, *YEARLY, *NOT_WRITTEN_HERE}


class ListedKind(NamedTuple):
    """A kind of record with its records in the order of the documents."""

    label: str
    description: str
    number: int
    address: str


class ListedRecord(NamedTuple):
    """`criterion` is the title of what it belongs to, `gaps` how much is missing in it."""

    title: str
    address: str
    criterion: str
    gaps: int


def show_kinds(desk: Desk, _request: Request) -> Response:
    labels, ids = Labels(desk.project, desk.language), index_now(desk.project, desk.memory).ids
    kinds = [
        ListedKind(
            list_name(kind, labels),
            explain_kind(kind, desk.language),
            len(ids[kind]),
            record_address(kind, kind) if kind in SINGLES else f"/records/{kind}",
        )
        for kind in KINDS
        if kind not in NOT_WRITTEN_HERE
    ]
    return page_response(desk, "records", texts_of("desk", desk.language)["page-records"], kinds=kinds)


def show_kind(desk: Desk, request: Request) -> Response:
    kind = request.path_params["kind"]
    if kind not in KINDS or kind in SINGLES or kind in NOT_WRITTEN_HERE:
        raise HTTPException(404)
    labels, content = Labels(desk.project, desk.language), desk.state().content
    return page_response(
        desk,
        "records_of_kind",
        list_name(kind, labels),
        edit=texts_of("desk_record", desk.language),
        kind=kind,
        description=explain_kind(kind, desk.language),
        title_label=labels.field(KINDS[kind], RECORD_KINDS[kind].title),
        records=listed(desk, kind, labels),
        may_add=kind not in NOT_ADDED_HERE,
        languages={one: lower_first(labels.language_name(one)) for one in project_languages(desk.project)},
        fields=asked_of_new(content, kind, labels).shown() if content else (),
        words=texts_of("desk_status", desk.language),
    )


def listed(desk: Desk, kind: str, labels: Labels) -> list[ListedRecord]:
    """Those that can be read in the order of the documents, then the others."""
    content = desk.state().content
    gaps = Counter(gap.record for gap in gaps_by_field(desk))
    there = index_now(desk.project, desk.memory).ids[kind]
    ids = dict.fromkeys(content.records[labels.language].kinds[kind] if content else ()) | dict.fromkeys(there)
    return [
        ListedRecord(
            title_of(content, kind, id_, labels),
            record_address(kind, id_),
            criterion_of_record(content, kind, id_, labels) if content else "",
            gaps[record_name(kind, id_)],
        )
        for id_ in ids
        if id_ in there
    ]


def criterion_of_record(content: Content, kind: str, id_: str, labels: Labels) -> str:
    """Empty for what belongs to none."""
    criterion = criterion_of(content, kind, id_)
    return criterion_name(content, criterion, labels.language) if criterion else ""


def asked_of_new(content: Content, kind: str, labels: Labels) -> AskedFields:
    """What nobody is to guess of a new record, and which criteria it belongs to."""
    needed = [(name,) for name in guesses(KINDS[kind])]
    belongs = [("criteria",)] if "criteria" in KINDS[kind].model_fields else []
    return AskedFields(content, labels, kind, [*needed, *belongs], required=needed)


def add(desk: Desk, body: JsonObject) -> JsonObject:
    # Many a record has a field `kind` of its own.
    kind, content = kind_in(body, "of_kind"), desk.state().require_content()
    titles = {language: text_in(body, language).strip() for language in content.languages}
    if kind in NOT_ADDED_HERE or not titles[content.source]:
        raise RequestError("title")
    given = dict(asked_of_new(content, kind, Labels(desk.project, desk.language)).answers(body))
    return {"address": add_record(desk, kind, {language: text for language, text in titles.items() if text}, given)}


def tell_targets(desk: Desk, _request: Request) -> Response:
    """What a text may refer to, as it is written there, with what it is called."""
    content, labels = desk.state().require_content(), Labels(desk.project, desk.language)
    return JSONResponse(
        [
            {"target": f"{word}:{id_}", "title": title_of(content, kind, id_, labels), "kind": labels.kind(kind)}
            for word, kind in RECORDS.items()
            for id_ in content.records[labels.language].kinds[kind]
        ]
    )


ROUTES = (
    page("/records", show_kinds),
    page("/records/{kind}", show_kind),
    page("/targets", tell_targets),
    action("/records/add", add),
)
