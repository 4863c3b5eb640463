"""The document as it is sent, as a page: each paragraph leads to its text."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from pathlib import PurePosixPath

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from safecomm.catalogue import Document, documents
from safecomm.content.content import Language
from safecomm.desk.addresses import language_at, place_at
from safecomm.desk.desk import Desk
from safecomm.desk.made_document import MadeDocument, gaps_of, show_document
from safecomm.desk.page_side import PageSide, SideMemory, Told, place_of_finding
from safecomm.desk.page_source import PageSource
from safecomm.desk.record_words import RecordWords
from safecomm.desk.respond import JsonObject, page_response, problem_objects
from safecomm.desk.routing import RequestError, action, page, text_in
from safecomm.desk.told import teller_of
from safecomm.desk.written_chapters import ChapterWriter
from safecomm.labels import Labels
from safecomm.language import language_name, write_number
from safecomm.messages.texts import texts_of
from safecomm.ooxml.list_nesting import ListedItem, nest
from safecomm.pdf.office import find_program
from safecomm.pdf_export import export_pdfs
from safecomm.preview.page_tree import WordPage

FIRST = "application"
SENT = "X-Desk-Chapters"
"""The header in which a page tells which chapters it has, by their digests."""
PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif"}
"""The kinds of pictures in Word files that every browser shows."""


def show(desk: Desk, request: Request) -> Response:
    """Rendered once for each state of the files, however many windows show it; without the chapters that a page has."""
    document, sent = document_named(desk, request.path_params.get("stem")), request.headers.get(SENT, "").split()
    key = ("page", document.stem, *sorted(sent))
    return desk.state().remembered(key, lambda: render(desk, document, sent))


def render(desk: Desk, document: Document, sent: Sequence[str] = ()) -> Response:
    """`sent` are the digests of the chapters that need not be sent again."""
    shown = show_document(desk, document)
    made = shown.made
    side = desk.state().remembered(("side", document.stem), lambda: side_of(desk, made))
    return page_response(
        desk,
        "document",
        texts_of("desk", desk.language)[f"document-{document.name}"],
        texts=texts_of("desk_document", desk.language),
        document=document,
        kinds=choices(desk, document),
        languages=language_choices(desk, document),
        made=made,
        page=made.page,
        faults=problem_objects(shown.faults, desk),
        side=side,
        lacking=ChapterWriter(desk, side, sent).lacking,
        contents=contents(made.page),
        number=partial(say_number, language=made.page.language),
        has_pages=find_program() is not None,
    )


def side_of(desk: Desk, made: MadeDocument) -> PageSide:
    """With what is wrong in today's files, and what is missing in them."""
    places = ((fault, fault.location) for fault in desk.state().problems)
    told = [Told(fault, place_at(desk.state(), place), language_at(place)) for fault, place in places]
    told += [Told(gap.diagnostic, place_of_finding(gap), gap.edition) for gap in gaps_of(desk, made)]
    source = PageSource(made, words_of(desk, made), Labels(desk.project, desk.language))
    return PageSide(source, desk.kept(SideMemory), teller_of(desk), told)


class LastWords(dict[Language, RecordWords]):
    """What the records said last, by language."""


def words_of(desk: Desk, made: MadeDocument) -> RecordWords:
    language, last = made.document.language, desk.kept(LastWords)
    words = last[language] = RecordWords(made.content, language, last.get(language))
    return words


def document_named(desk: Desk, stem: str | None) -> Document:
    """Without a name that of which everything else is part, in the language of the project's people."""
    known = known_documents(desk)
    if stem is None:
        first = [document for document in known if document.name == FIRST]
        return next((document for document in first if document.language == desk.language), first[0])
    found = next((document for document in known if document.stem == stem), None)
    if found is None:
        raise HTTPException(404)
    return found


def known_documents(desk: Desk) -> tuple[Document, ...]:
    return documents(desk.state().require_content().languages)


def choices(desk: Desk, chosen: Document) -> list[tuple[str, str, bool]]:
    """The name and the address of each document, in the chosen language where it is published in that."""
    says = texts_of("desk", desk.language)
    kinds: dict[str, Document] = {}
    for document in known_documents(desk):
        if document.name not in kinds or document.language == chosen.language:
            kinds[document.name] = document
    return [(says[f"document-{name}"], document.stem, name == chosen.name) for name, document in kinds.items()]


def language_choices(desk: Desk, chosen: Document) -> list[tuple[str, str, bool]]:
    same = (document for document in known_documents(desk) if document.name == chosen.name)
    return [(language_name(one.language, desk.language), one.stem, one == chosen) for one in same]


def say_number(value: Decimal | int | None, language: str) -> str:
    return "–" if value is None else write_number(Decimal(value), language)


def contents(page: WordPage) -> list[object]:
    """The headings, as lists within lists."""
    return list(nest([ListedItem(heading.level - 1, None, heading) for heading in page.headings]))


def named(desk: Desk, request: Request) -> MadeDocument:
    return show_document(desk, document_named(desk, request.path_params["stem"])).made


def picture(desk: Desk, request: Request) -> Response:
    """One of those that the page shows, by its key."""
    made = named(desk, request)
    part = made.page.pictures.get(request.path_params["key"], "")
    kind = PICTURES.get(PurePosixPath(part).suffix.lower())
    if kind is None:
        raise HTTPException(404)
    return Response(made.package.read(part), media_type=kind)


def document_in(desk: Desk, body: JsonObject) -> Document:
    try:
        return document_named(desk, text_in(body, "document"))
    except HTTPException:
        raise RequestError("document") from None


def make_pages(desk: Desk, body: JsonObject) -> JsonObject:
    """Has LibreOffice make the pages of a document, and tells where they are then."""
    document = document_in(desk, body)
    pages_of(desk.at_rest(), document)
    return {"address": f"/document/{document.stem}/pages.pdf"}


def pages_of(desk: Desk, document: Document) -> bytes:
    made = show_document(desk, document).made
    return desk.state().remembered(("pages", document.stem), lambda: make_pdf(made))


def make_pdf(made: MadeDocument) -> bytes:
    stem = made.document.stem
    return export_pdfs({stem: made.package.data}, {}, lambda _stem: None)[stem].pdf


def show_pages(desk: Desk, request: Request) -> Response:
    return Response(pages_of(desk, document_named(desk, request.path_params["stem"])), media_type="application/pdf")


ROUTES = (
    page("/", show),
    page("/document/{stem}", show),
    page("/document/{stem}/pages.pdf", show_pages),
    page("/document/{stem}/picture/{key}", picture),
    action("/document/pages", make_pages),
)
