"""The year as a list with what is missing, forms to those who answer for it, and translations: out and in again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from safecomm.content.content import Content, Language
from safecomm.content.field_types import YEAR
from safecomm.content.followups import Followed, latest_year, state_in, years_to_follow
from safecomm.content.load import load
from safecomm.content.placeholder import placeholder_in
from safecomm.content.records import Followup
from safecomm.desk.addresses import RecordPlace, record_address, shown_path
from safecomm.desk.desk import Desk
from safecomm.desk.dropped import dropped_files
from safecomm.desk.place_names import name_of_place
from safecomm.desk.respond import JsonObject, fragment, page_response, problem_objects, word_response
from safecomm.desk.routing import RequestError, action, page, text_in
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.documents.edition import Edition
from safecomm.documents.reports import reported_works
from safecomm.editing.new_followups import new_followups
from safecomm.forms.asked_answers import years_asked
from safecomm.forms.collect_in import GivenAnswer, read_answers, write_reports
from safecomm.forms.collect_out import by_organisation, collect_forms, unasked
from safecomm.forms.translatable import TranslatableText
from safecomm.forms.translation_in import TakenIn, take_in
from safecomm.forms.translation_out import has_open_texts, translation_file
from safecomm.labels import Labels
from safecomm.language import language_name
from safecomm.messages.texts import texts_of


class YearWork(NamedTuple):
    """A measure or project: where its page is, how it stood, and where the `report` of the year is, if there is one."""

    title: str
    address: str
    state: str
    since: int | None
    report: str


class AnsweredWork:
    """What a form says of a measure or project, by the names of the fields."""

    def __init__(self, work: Followed, answers: Sequence[GivenAnswer], content: Content, labels: Labels) -> None:
        record = content.records[content.source].kinds[work.kind].get(work.id)
        self.id, self.title = work.followup, getattr(record, "title", work.id)
        self.file = shown_path(answers[0].form.name)
        self.fields = [(labels.field(Followup, answer.asked.field), answer.row.answer) for answer in answers]


def show(desk: Desk, request: Request) -> Response:
    state = desk.state()
    content, is_read = state.require_content(), not state.problems
    records, edition = content.records[content.source], Edition(content, desk.language)
    is_dated = not placeholder_in(records.programme.period)
    years = sorted(years_to_follow(records.programme, records.followup)) if is_dated else []
    year = year_in(request.query_params.get("year", "")) or latest_year(records.programme, records.reports.values())
    return page_response(
        desk,
        "followup",
        texts_of("desk", desk.language)["page-followup"],
        follow=texts_of("desk_followup", desk.language),
        year=year,
        years=years,
        period_address=record_address("programme", "programme", "period"),
        begun=year in years_asked(content),
        works=list(followed_works(edition, year)),
        # They are made of the files as they are now.
        is_read=is_read,
        forms=[(id_, edition.name(id_)) for id_ in by_organisation(content, year)] if is_read else (),
        unasked=list(unasked_works(edition, year)) if is_read else (),
        languages=list(translations(desk, content)) if is_read else (),
    )


def translations(desk: Desk, content: Content) -> Iterator[tuple[Language, str, bool]]:
    """Each language with its name, and whether anything is to be translated into it."""
    for language in content.languages[1:]:
        is_open = desk.state().remembered(("open texts", language), partial(has_open_texts, content, language))
        yield language, language_name(language, desk.language), is_open


def year_in(text: str) -> int | None:
    """None for what is no year."""
    return int(text) if re.fullmatch(YEAR, text) else None


def followed_works(edition: Edition, year: int) -> Iterator[YearWork]:
    labels = Labels(edition.content.project, edition.language)
    written = edition.records.followup
    for work in reported_works(edition):
        id_ = Followed(year, work.kind, work.id).followup
        state = state_in(work.reports, year)
        yield YearWork(
            work.record.title,
            record_address(work.kind, work.id),
            labels.value(state.status) if state.status else "",
            state.since,
            record_address("followup", id_) if id_ in written else "",
        )


def unasked_works(edition: Edition, year: int) -> Iterator[tuple[str, str]]:
    """Where it is said who reports on each of them, and what it is called."""
    for work in unasked(edition.content, year):
        yield record_address("followup", work.followup, "by"), edition.title_of(work.kind, work.id)


def begin_year(desk: Desk, body: JsonObject) -> JsonObject:
    year = required_year(body)
    load(desk.project)
    new_followups(desk.project, year)
    desk.refresh()
    return {}


def required_year(body: JsonObject) -> int:
    year = year_in(text_in(body, "year"))
    if year is None:
        raise RequestError("year")
    return year


def hand_out_form(desk: Desk, request: Request) -> Response:
    content, organisation = desk.state().require_content(), request.path_params["organisation"]
    forms = dict(collect_forms(content, request.path_params["year"]))
    if organisation not in forms:
        raise HTTPException(404)
    return word_response(forms[organisation], f"{organisation}.docx")


def read_forms(desk: Desk, body: JsonObject) -> JsonObject:
    """What the forms say, to be looked at before it is written."""
    with dropped_files(body) as files:
        given = read_answers(desk.project, files, required_year(body))
    content, labels = load(desk.project), Labels(desk.project, desk.language)
    works = [AnsweredWork(work, answers, content, labels) for work, answers in given.by_work.items()]
    says = texts_of("desk_followup", desk.language)
    html = fragment(desk, "followup_answers", follow=says, works=works, notes=problem_objects(given.notes, desk))
    return {"html": html}


def write_forms(desk: Desk, body: JsonObject) -> JsonObject:
    """Writes the answers about those works that were accepted."""
    accepted = body.get("accepted")
    if not isinstance(accepted, list):
        raise RequestError("accepted")
    with dropped_files(body) as files:
        given = read_answers(desk.project, files, required_year(body))
    answers = [answer for work, of_work in given.by_work.items() if work.followup in accepted for answer in of_work]
    written = write_reports(desk.project, answers, desk.language)
    desk.refresh()
    return {"written": len(written)}


def hand_out_translation(desk: Desk, request: Request) -> Response:
    content, language = desk.state().require_content(), request.path_params["language"]
    if language not in content.languages[1:]:
        raise HTTPException(404)
    data, texts = translation_file(content, language)
    if not texts:
        raise HTTPException(404)
    return word_response(data, f"translation.{language}.docx")


def read_translation(desk: Desk, body: JsonObject) -> JsonObject:
    """Each file by itself: all of its texts are written, or none; raises ContentError where none of the files fits."""
    taken: list[TakenIn] = []
    notes: list[Diagnostic] = []
    with dropped_files(body) as files:
        for file in files:
            try:
                taken.append(take_in(desk.project, file, desk.language))
            except ContentError as fault:
                notes += fault.diagnostics
    if not taken:
        raise ContentError(notes)
    notes += [note for one in taken for note in one.notes]
    desk.refresh()
    texts = names_of(desk, (text for one in taken for text in one.written))
    says = texts_of("desk_followup", desk.language)
    return {"html": fragment(desk, "followup_texts", follow=says, texts=texts, notes=problem_objects(notes, desk))}


def names_of(desk: Desk, texts: Iterable[TranslatableText]) -> list[str]:
    """Each record with its field, once however many texts the field has."""
    content, labels = desk.state().content, Labels(desk.project, desk.language)
    places = dict.fromkeys(RecordPlace(text.kind, text.id, str(text.key[0])) for text in texts)
    return [name_of_place(content, place, labels) for place in places]


ROUTES = (
    page("/followup", show),
    page("/followup/forms/{year:int}/{organisation}.docx", hand_out_form),
    page("/followup/translation/{language}.docx", hand_out_translation),
    action("/followup/begin", begin_year),
    action("/followup/read", read_forms),
    action("/followup/write", write_forms),
    action("/followup/translation", read_translation),
)
