"""The draft that is sent out: built and kept as the command does it, so that a copy that comes back finds it."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from safecomm.build import build, keep, save
from safecomm.catalogue import documents_matching
from safecomm.desk.desk import Desk
from safecomm.desk.respond import JsonObject, word_response
from safecomm.desk.routing import RequestError, action, page, text_in
from safecomm.diagnostic import ContentError
from safecomm.drafts import store


def make(desk: Desk, body: JsonObject) -> JsonObject:
    """Raises ContentError, also where the draft cannot be kept: whoever sends it would not find it again."""
    chosen = documents_matching(text_in(body, "document"), desk.state().require_content().languages)
    if len(chosen) != 1:
        raise RequestError("document")
    run = build(desk.project, chosen, False, desk.language)
    if unkept := keep(desk.project, run):
        raise ContentError(unkept)
    save(run.built, desk.project / "build")
    (draft,) = (made.draft for made in run.built if made.draft)
    return {"address": f"/drafts/{draft.build}/{draft.document}"}


def hand_out(desk: Desk, request: Request) -> Response:
    stem = request.path_params["stem"]
    kept = store.find(desk.project, request.path_params["build"], stem).drafts
    if not kept:
        raise HTTPException(404)
    return word_response(kept[0].docx, f"{stem}.docx")


ROUTES = (
    action("/drafts/make", make),
    page("/drafts/{build}/{stem}", hand_out),
)
