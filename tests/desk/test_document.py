"""The document's page, as the desk answers: all of it, each paragraph with its place, and what is wrong."""

import base64
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient

from safecomm.desk.desk import Desk
from safecomm.desk.document_view import document_named
from safecomm.desk.made_document import show_document
from safecomm.twin.twin import to_text
from tests.preview.letters import letters, twin_letters
from tests.word.test_pictures import PNG

RED = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
PICTURE = re.compile(r'<img src="(/document/programme.sv/picture/[^"/]+)" alt="Torget">')
SOLNA = Path(__file__).parents[2] / "content"
APART = {"edit", "beside", "back"}
EMPTY = {"img", "br", "hr", "meta", "link", "input", "path", "rect", "polyline"}
"""Elements without an end."""


class DocumentText(HTMLParser):
    """What stands in the document, without what the desk has put beside it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.depth = self.apart = 0
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag in EMPTY:
            return
        if self.depth or given.get("id") == "document":
            self.depth += 1
        if self.apart or APART & set((given.get("class") or "").split()):
            self.apart += 1

    def handle_endtag(self, _tag: str) -> None:
        self.depth -= bool(self.depth)
        self.apart -= bool(self.apart)

    def handle_data(self, data: str) -> None:
        if self.depth and not self.apart:
            self.texts.append(data)


def edit(project: Path, name: str, old: str, new: str) -> None:
    file = project / "content" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("stem", ["programme.sv", "application.sv", "application.en", "briefs.en", "summary.sv"])
def test_the_page_says_what_is_sent(client: TestClient, desk: Desk, project: Path, stem: str) -> None:
    shutil.rmtree(project / "content")
    shutil.copytree(SOLNA, project / "content")
    desk.refresh()
    package = show_document(desk, document_named(desk, stem)).made.package
    answer = client.get(f"/document/{stem}")
    assert answer.status_code == 200
    assert letters("".join(DocumentText(answer.text).texts)) == twin_letters(to_text(package))


def test_the_first_page_is_the_application_in_the_language_of_the_people(client: TestClient) -> None:
    answer = client.get("/")
    assert "<h1>Application</h1>" in answer.text
    assert '<article id="document" lang="en-GB"' in answer.text


def test_a_paragraph_leads_to_its_text_and_a_derived_one_to_its_field(client: TestClient) -> None:
    page = client.get("/document/programme.sv").text
    assert 'href="/record/measures/lighting#text"' in page
    assert 'href="/record/measures/lighting#responsible"' in page
    assert 'href="/record/community/community#overview"' in client.get("/document/application.sv").text


@pytest.mark.parametrize(("stem", "places"), [("application.en", {"text.en", "name.en"}), ("application.sv", {"text"})])
def test_a_paragraph_leads_to_the_text_in_its_language(client: TestClient, stem: str, places: set[str]) -> None:
    links = re.findall(r'href="(/record/[^"#]+)#([^"]+)"', client.get(f"/document/{stem}").text)
    assert places <= {field for _, field in links}
    forms = {address: client.get(address).text for address in {address for address, _ in links}}
    for address, field in set(links):
        assert f' id="{field}"' in forms[address], (address, field)


def test_what_is_missing_stands_beside_what_it_concerns_and_in_the_list(
    client: TestClient, desk: Desk, project: Path
) -> None:
    edit(project, "measures/lighting.md", "responsible: kansliet\n", "")
    desk.refresh()
    page = client.get("/document/programme.sv").text
    before, _, beside = page.partition('<div class="beside" id="side-1"')
    assert 'href="/record/measures/lighting#title"' in before.rpartition('class="text"')[2]
    assert "responsible" in beside.partition("</div>")[0]
    assert page.count('href="#side-1"') == 1


def test_a_file_that_cannot_be_read_stands_beside_its_text_of_before(
    client: TestClient, desk: Desk, project: Path
) -> None:
    whole = DocumentText(client.get("/document/programme.sv").text).texts
    edit(project, "measures/lighting.md", "criterion:", "criterion: [")
    desk.refresh()
    page = client.get("/document/programme.sv").text
    assert DocumentText(page).texts == whole
    assert '<div class="beside wrong" id="side-1"' in page
    assert "as it could last be made" in page


@pytest.mark.parametrize(("address", "key"), [("/status", "status"), ("/", ("page", "application.en"))])
def test_a_page_is_rendered_once_for_each_state_of_the_files(
    client: TestClient, desk: Desk, project: Path, address: str, key: object
) -> None:
    pages = [client.get(address).content for _ in range(2)]
    rendered: Response = desk.state().remembered(key, pytest.fail)
    assert [rendered.body] * 2 == pages
    edit(project, "measures/lighting.md", "title: Belysning", "title: Ljus")
    desk.refresh()
    assert client.get(address).content != rendered.body


def test_the_last_good_document_stays_when_its_template_breaks(client: TestClient, desk: Desk, project: Path) -> None:
    whole = DocumentText(client.get("/document/programme.sv").text).texts
    (project / "templates" / "programme.docx").write_bytes(b"")
    desk.refresh()
    page = client.get("/document/programme.sv").text
    assert DocumentText(page).texts == whole
    assert "programme.docx" in page.partition('<article id="document"')[0]


def test_a_document_that_could_never_be_made_is_told(client: TestClient, project: Path) -> None:
    (project / "templates" / "programme.docx").write_bytes(b"")
    answer = client.get("/document/programme.sv")
    assert answer.status_code == 422
    assert "programme.docx" in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/document/nothing.sv",
        "/document/application",
        "/document/application.de",
        "/document/..%2F..%2Fapplication.sv",
        "/document/application.sv/picture/1",
        "/document/application.sv/picture/..%2Fdocument.xml",
        "/document/application.sv/picture/word%2Fmedia%2Fimage1.png",
    ],
)
def test_only_what_there_is_has_an_address(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_pages_of_no_document_are_refused(client: TestClient) -> None:
    assert client.post("/document/pages", json={"document": "../x"}).status_code == 400


def test_a_text_is_no_markup(client: TestClient, desk: Desk, project: Path) -> None:
    edit(project, "measures/lighting.md", "title: ", "title: '<img src=x onerror=alert(1)>' # ")
    desk.refresh()
    page = client.get("/document/programme.sv").text
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_pages_are_offered_only_where_they_can_be_made(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert 'id="pages"' not in client.get("/document/programme.sv").text
    answer = client.post("/document/pages", json={"document": "programme.sv"})
    assert [problem["code"] for problem in answer.json()["problems"]] == ["office-missing"]


@pytest.mark.slow
def test_the_pages_are_a_pdf_of_the_document(client: TestClient) -> None:
    answer = client.post("/document/pages", json={"document": "summary.sv"})
    assert answer.json() == {"address": "/document/summary.sv/pages.pdf"}
    pages = client.get("/document/summary.sv/pages.pdf")
    assert pages.headers["Content-Type"] == "application/pdf"
    assert pages.content.startswith(b"%PDF-")


def test_a_picture_comes_by_its_key(client: TestClient, desk: Desk, project: Path) -> None:
    (project / "content" / "pictures").mkdir()
    (project / "content" / "pictures" / "square.png").write_bytes(PNG)
    edit(project, "measures/lighting.md", "Insatsen görs.", "![Torget](../pictures/square.png)")
    desk.refresh()
    page = client.get("/document/programme.sv").text
    picture = PICTURE.search(page)
    assert picture
    answer = client.get(picture[1])
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


def test_another_picture_of_the_same_name_has_another_address(client: TestClient, desk: Desk, project: Path) -> None:
    """Else a browser goes on showing the one that it has."""
    file = project / "content" / "pictures" / "square.png"
    file.parent.mkdir()
    edit(project, "measures/lighting.md", "Insatsen görs.", "![Torget](../pictures/square.png)")
    found = []
    for data in (PNG, RED):
        file.write_bytes(data)
        desk.refresh()
        found += PICTURE.findall(client.get("/document/programme.sv").text)
    assert len(set(found)) == 2
    assert client.get(found[1]).content == RED
    assert client.get(found[0]).status_code == 404
