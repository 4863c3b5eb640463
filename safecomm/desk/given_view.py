"""Drafts as they were sent, handed in on the page of reviews where they are found nowhere else, and taken back."""

from pathlib import PurePosixPath

from safecomm.desk.desk import Desk
from safecomm.desk.document_names import name_of_stem
from safecomm.desk.dropped import dropped_files
from safecomm.desk.respond import JsonObject
from safecomm.desk.reviews_read import told
from safecomm.desk.routing import action, text_in
from safecomm.messages.texts import texts_of
from safecomm.review.given_drafts import GivenDrafts, give_draft, take_back


def listed(desk: Desk, given: GivenDrafts) -> list[tuple[str, str]]:
    """What each draft is, and the name by which it is taken back."""
    return [(named(desk, *key), PurePosixPath(draft.name).name) for key, draft in given.drafts.items()]


def named(desk: Desk, build: str, stem: str) -> str:
    return texts_of("desk_review", desk.language)["given"].format(document=name_of_stem(desk, stem), build=build)


def receive(desk: Desk, body: JsonObject) -> JsonObject:
    """As it was sent, where it is found nowhere else."""
    with dropped_files(body) as files:
        for file in files:
            give_draft(desk.project, file)
    return told(desk, said=texts_of("desk_review", desk.language)["gave"])


def drop(desk: Desk, body: JsonObject) -> JsonObject:
    take_back(desk.project, text_in(body, "digest"))
    return told(desk, said=texts_of("desk_review", desk.language)["went"])


ROUTES = (
    action("/reviews/give", receive),
    action("/reviews/take-back", drop),
)
