"""What differs from the last version, a sent draft or any other; versions are saved here, and gone back to."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from safecomm.catalogue import Document, documents
from safecomm.changes.page import document_sections
from safecomm.desk.addresses import address_of
from safecomm.desk.compared import (
    NOW,
    ComparedSide,
    ContentChanges,
    content_changes,
    draft_key,
    draft_side,
    make_redline,
    now_side,
    text_changes,
    version_of,
    version_side,
)
from safecomm.desk.dates import day_text, time_text
from safecomm.desk.desk import Desk
from safecomm.desk.document_names import document_name, documents_named, name_of_stem
from safecomm.desk.respond import JsonObject, community_of, page_response, problem_objects, word_response
from safecomm.desk.routing import RequestError, action, page, text_in
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.drafts.sendings import ListedDraft, Sending, list_drafts, note_sent
from safecomm.git import HistoryError
from safecomm.messages.texts import texts_of
from safecomm.versions.going_back import go_back
from safecomm.versions.saved import SavedVersion, saved_versions
from safecomm.versions.saving import save_version


class KnownDrafts(NamedTuple):
    """All that there is to compare; `refusal` is why Git has no versions."""

    versions: Sequence[SavedVersion]
    drafts: Sequence[ListedDraft]
    sides: Mapping[str, ComparedSide]
    refusal: Diagnostic | None

    @property
    def contents(self) -> Sequence[ComparedSide]:
        """What one can compare to: a draft is no content."""
        return [side for side in self.sides.values() if not side.document]

    def first(self) -> ComparedSide | None:
        """What one compares with unless another is chosen: the last version, else the last draft that was sent."""
        sent = [draft_key(draft) for draft in self.drafts if draft.sendings]
        keys = [*(version.id for version in self.versions), *sent, *(key for key in self.sides if key != NOW)]
        return self.sides[keys[0]] if keys else None


class ShownComparison(NamedTuple):
    """`shown` is the document of which the text is compared, if any is, and `has_text` whether that has changed.

    `refused` is why nothing can be.
    """

    old: ComparedSide
    new: ComparedSide
    sections: Sequence[object] = ()
    documents: Sequence[tuple[str, str]] = ()
    shown: str = ""
    has_text: bool = False
    refused: Sequence[object] = ()


def known_drafts(desk: Desk) -> KnownDrafts:
    versions: list[SavedVersion] = []
    refusal = None
    try:
        versions = saved_versions(desk.project)
    except HistoryError as fault:
        refusal = problem(str(fault), Location(".git"), nearest=None, **fault.values)
    drafts = list_drafts(desk.project)
    sides = [now_side(desk.language), *(version_side(version, desk.language) for version in versions)]
    sides += [draft_side(draft, name_of_stem(desk, draft.document), desk.language) for draft in drafts]
    return KnownDrafts(versions, drafts, {side.key: side for side in sides}, refusal)


def show(desk: Desk, request: Request) -> Response:
    known, says, asked = known_drafts(desk), texts_of("desk_changes", desk.language), request.query_params
    old, new = chosen_sides(known, asked.get("old", ""), asked.get("new", NOW))
    compared = shown_comparison(desk, known, old, new, asked.get("document", "")) if old else None
    return page_response(
        desk,
        "changes",
        says["title"],
        words=says,
        texts=texts_of("changes", desk.language),
        address_of=address_of,
        known=known,
        compared=compared,
        refusal=known.refusal and problem_objects([known.refusal], desk)[0],
        built=[(document.stem, document_name(document, desk.language)) for document in built_documents(desk)],
        names={draft.document: name_of_stem(desk, draft.document) for draft in known.drafts},
        day_text=partial(day_text, language=desk.language),
        time_text=partial(time_text, language=desk.language),
    )


def built_documents(desk: Desk) -> list[Document]:
    content = desk.state().content
    there = documents(content.languages) if content else ()
    return [document for document in there if (desk.project / "build" / f"{document.stem}.docx").is_file()]


def chosen_sides(known: KnownDrafts, old: str, new: str) -> tuple[ComparedSide | None, ComparedSide]:
    """None while there is nothing to compare with."""
    after = next((side for side in known.contents if side.key == new), known.sides[NOW])
    return known.sides.get(old) or known.first(), after


def shown_comparison(
    desk: Desk, known: KnownDrafts, old: ComparedSide, new: ComparedSide, stem: str
) -> ShownComparison:
    try:
        sections, listed = compared_contents(desk, known, old, new)
        shown = [document for document in listed if document.stem == (old.document or stem)]
        texts = [text_changes(desk, old, new, document) for document in shown]
        named = [(document.stem, document_name(document, desk.language)) for document in listed]
        of_text = document_sections(texts, desk.language)
        return ShownComparison(old, new, [*sections, *of_text], named, shown[0].stem if shown else "", bool(of_text))
    except ContentError as fault:
        return ShownComparison(old, new, refused=problem_objects(fault.diagnostics, desk))


def compared_contents(desk: Desk, known: KnownDrafts, old: ComparedSide, new: ComparedSide) -> ContentChanges:
    """Of a draft by record only where the version of which it was made has been saved."""
    if not old.document:
        return content_changes(desk, old, new)
    (draft,) = (draft for draft in known.drafts if draft_key(draft) == old.key)
    made_of = version_of(desk, draft, known.versions)
    sections = content_changes(desk, version_side(made_of, desk.language), new).sections if made_of else []
    return ContentChanges(sections, documents_named(desk, old.document))


def hand_out_redline(desk: Desk, request: Request) -> Response:
    known, asked = known_drafts(desk), request.query_params
    old, new = chosen_sides(known, asked.get("old", ""), asked.get("new", NOW))
    found = documents_named(desk, request.path_params["document"])
    if old is None or len(found) != 1 or old.document not in ("", found[0].stem):
        raise HTTPException(404)
    data = make_redline(desk, old, new, found[0], community_of(desk))
    return word_response(data, f"{found[0].stem}.changes.docx")


def save(desk: Desk, body: JsonObject) -> JsonObject:
    says = texts_of("desk_changes", desk.language)
    saved = save_version(desk.project, text_in(body, "why"), author(desk))
    return {"done": says["saved" if saved else "nothing-new"]}


def author(desk: Desk) -> str:
    return community_of(desk) or desk.project.resolve().name


def return_to(desk: Desk, body: JsonObject) -> JsonObject:
    says, known = texts_of("desk_changes", desk.language), known_drafts(desk)
    side = known.sides.get(text_in(body, "version"))
    if side is None or side.document or side.key == NOW:
        raise RequestError("version")
    why = says["before-back"].format(version=side.name)
    changed = go_back(desk.project, side.key, why, author(desk), desk.language)
    desk.refresh()
    return {"done": says["gone-back" if changed else "nothing-changed"].format(number=len(changed))}


def note(desk: Desk, body: JsonObject) -> JsonObject:
    found = documents_named(desk, text_in(body, "document"))
    if len(found) != 1:
        raise RequestError("document")
    to = "".join(filter(str.isprintable, text_in(body, "to"))).strip()
    note_sent(desk.project, found, Sending(date.today().isoformat(), to))
    return {"done": texts_of("desk_changes", desk.language)["noted"]}


ROUTES = (
    page("/changes", show),
    page("/changes/redline/{document}", hand_out_redline),
    action("/changes/save", save),
    action("/changes/back", return_to),
    action("/changes/sent", note),
)
