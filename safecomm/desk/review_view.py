"""What reviewers sent back: taken in, decided on, written in and answered."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from safecomm.answers.answer_file import answer_file
from safecomm.desk import given_view
from safecomm.desk.desk import Desk
from safecomm.desk.dropped import dropped_files
from safecomm.desk.respond import JsonObject, community_of, page_response, problem_objects, word_response
from safecomm.desk.review_items import shown_places
from safecomm.desk.reviews_read import found_in, given_drafts_of, items_now, reviewing, told
from safecomm.desk.routing import RequestError, action, page, text_in
from safecomm.messages.texts import texts_of
from safecomm.review.apply import ApplyResult
from safecomm.review.chosen import decided_with, undisputed, withdraw, worded_with, write_chosen
from safecomm.review.decisions import ReviewChoice, ReviewDecision
from safecomm.review.kept_files import LONGEST_NAME, keep_decisions, kept_files, put_away, word_file
from safecomm.review.overview import ReviewItem, answered, decided, receive
from safecomm.review.review import once
from safecomm.review.show import printable

LONGEST = 20_000
"""Characters of a wording or an answer."""


def show(desk: Desk, _request: Request) -> Response:
    state, kept = desk.refresh_reviews(), kept_files(desk.project)
    found = [found_in(desk, file) for file in kept.files]
    by_file = [decided(file, in_file) for file, in_file in zip(kept.files, found, strict=True)]
    items = [item for in_file in by_file for item in in_file]
    given = given_drafts_of(desk)
    problems = once([*kept.problems, *given.problems, *(problem for in_file in found for problem in in_file.problems)])
    return page_response(
        desk,
        "reviews",
        texts_of("desk", desk.language)["page-reviews"],
        review=texts_of("desk_review", desk.language),
        texts=texts_of("changes", desk.language),
        reviews=state,
        given=given_view.listed(desk, given),
        files=[*zip(kept.files, map(count_items, by_file), strict=True)],
        found_problems=problem_objects(problems, desk),
        places=shown_places(desk, items),
        counts=count_items(items),
        undisputed=[item.found.key for item in undisputed(items)],
    )


def count_items(items: Sequence[ReviewItem]) -> dict[str, int]:
    settled, chosen = sum(item.is_settled for item in items), sum(item.is_chosen for item in items)
    return {"left": len(items) - settled - chosen, "chosen": chosen, "settled": settled, "all": len(items)}


def receive_files(desk: Desk, body: JsonObject) -> JsonObject:
    with dropped_files(body) as files:
        names = [receive(reviewing(desk), file).name for file in files]
    return told(desk, names=names)


def decide(desk: Desk, body: JsonObject) -> JsonObject:
    """`choice` is empty where a decision is taken back; what no longer is there is passed over."""
    items = items_now(desk)
    chosen = named_in(body, items)
    decision = decision_in(body)
    together = worded_with if decision and decision.choice is ReviewChoice.EDITED else decided_with
    chosen = [other for item in chosen for other in together(items, item)]
    if not all(may_be_decided(item, decision) for item in chosen):
        raise RequestError("choice")
    keep(desk, chosen, decision)
    return told(desk, said=texts_of("desk_review", desk.language)["decided"])


def decision_in(body: JsonObject) -> ReviewDecision | None:
    choice, wording, answer = (text_in(body, name) for name in ("choice", "wording", "answer"))
    if choice not in ("", *ReviewChoice) or max(len(wording), len(answer)) > LONGEST:
        raise RequestError("choice")
    return ReviewDecision(ReviewChoice(choice), wording, answer) if choice else None


def may_be_decided(item: ReviewItem, decision: ReviewDecision | None) -> bool:
    match decision and decision.choice:
        case ReviewChoice.ACCEPTED:
            return item.can_be_written or item.is_written
        case ReviewChoice.EDITED:
            return item.can_be_edited
    return True


def keep(desk: Desk, items: Iterable[ReviewItem], decision: ReviewDecision | None) -> None:
    made: dict[str, dict[str, ReviewDecision | None]] = {}
    for item in items:
        made.setdefault(item.found.digest, {})[item.found.key] = decision
    keep_decisions(desk.project, made)


def write(desk: Desk, _body: JsonObject) -> JsonObject:
    return told_of(desk, write_chosen(desk.project, items_now(desk)), "wrote")


def take_out(desk: Desk, body: JsonObject) -> JsonObject:
    """What was written of them; the editor decides on it anew."""
    items = items_now(desk)
    written = named_in(body, items)
    result = withdraw(desk.project, written)
    if not result.left:
        keep(desk, (other for item in written for other in decided_with(items, item)), None)
    return told_of(desk, result, "withdrew")


def drop_file(desk: Desk, body: JsonObject) -> JsonObject:
    digest = text_in(body, "digest")
    if digest not in {file.digest for file in kept_files(desk.project).files}:
        raise RequestError("digest")
    put_away(desk.project, digest)
    return told(desk, said=texts_of("desk_review", desk.language)["went"])


def hand_out_answer(desk: Desk, request: Request) -> Response:
    """What is settled goes back under the name of whoever asks, else of the community."""
    digest = request.path_params["digest"]
    file = next((file for file in kept_files(desk.project).files if file.digest == digest), None)
    if file is None:
        raise HTTPException(404)
    settled = answered(decided(file, found_in(desk, file)))
    by = printable(request.query_params.get("by", "").strip()[:LONGEST_NAME]) or community_of(desk)
    data = answer_file(word_file(desk.project, digest), settled, by, datetime.now().isoformat(timespec="seconds"))
    came = Path(file.name)
    name = texts_of("desk_review", desk.language)["answer-name"].format(name=came.stem)
    # Word opens no file with macros under another ending.
    return word_response(data, f"{name}{came.suffix or '.docx'}")


def named_in(body: JsonObject, items: Iterable[ReviewItem]) -> list[ReviewItem]:
    """Those whose keys the page sent."""
    keys = body.get("keys")
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise RequestError("keys")
    wanted = set(keys)
    return [item for item in items if item.found.key in wanted]


def told_of(desk: Desk, result: ApplyResult, text: str) -> JsonObject:
    desk.refresh()
    says = texts_of("desk_review", desk.language)
    said = says[text].format(count=len(result.done))
    left = [says[f"{text}-not"].format(count=len(result.left))] if result.left else []
    return told(desk, said=" ".join([said, *left]))


ROUTES = (
    *given_view.ROUTES,
    page("/reviews", show),
    page("/reviews/{digest}/answer", hand_out_answer),
    action("/reviews/receive", receive_files),
    action("/reviews/decide", decide),
    action("/reviews/write", write),
    action("/reviews/withdraw", take_out),
    action("/reviews/put-away", drop_file),
)
