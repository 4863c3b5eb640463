"""What a template has made of the content leads back to it; what it says itself leads nowhere."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.content.load import load
from safecomm.desk.addresses import RecordPlace
from safecomm.desk.desk import Desk
from safecomm.desk.document_view import document_named, side_of
from safecomm.desk.known_words import KnownWords, NamedPart
from safecomm.desk.lookups import Lookups
from safecomm.desk.made_document import show_document
from safecomm.desk.page_side import PageSide
from safecomm.desk.record_words import RecordWords
from safecomm.desk.word_tables import WordTables
from safecomm.preview.page_tree import PageParagraph, paragraphs_in
from tests.changes.drafts import replaced

SOLNA = Path(__file__).parents[2] / "content"
LIGHTING = RecordPlace("measures", "lighting")
POLICE = RecordPlace("organisations", "polisen")


def known_in(project: Path) -> KnownWords:
    return KnownWords(Lookups(WordTables(RecordWords(load(project), "en"))))


@pytest.fixture
def known(project: Path) -> KnownWords:
    return known_in(project)


def side(desk: Desk, stem: str) -> PageSide:
    return side_of(desk, show_document(desk, document_named(desk, stem)).made)


def paragraphs_of(side: PageSide) -> list[PageParagraph]:
    page = side.source.made.page
    return [*paragraphs_in(page.blocks), *(text for note in page.notes for text in paragraphs_in(note.blocks))]


def places(desk: Desk, stem: str) -> Mapping[str, str]:
    """Where each text of the document leads, the first where there are several."""
    found: dict[str, str] = {}
    shown = side(desk, stem)
    for paragraph in paragraphs_of(shown):
        link = shown.link(paragraph)
        found.setdefault(paragraph.text, link.address if link else "")
    return found


def test_a_title_leads_to_its_record_and_a_fact_to_its_field(known: KnownWords) -> None:
    assert known.place("Lighting") == LIGHTING._replace(field="title")
    assert known.place("County of Exempel") == RecordPlace("community", "community", "county")
    assert known.place("kansliet@example.org") == RecordPlace("application", "application", "contact")
    assert known.place("Answer") is None


def test_what_several_records_say_leads_nowhere(project: Path) -> None:
    for language, title in (("sv", "title: Insats för utbyte"), ("en", "title: Measure for exchange")):
        ending = ".md" if language == "sv" else ".en.md"
        named = "title: Belysning" if language == "sv" else "title: Lighting"
        replaced(f"measures/networks-measure{ending}", title, named)(project)
    known = known_in(project)
    assert known.place("Lighting") is None
    assert known.place("Lighting", lambda: {"organisations": 3}) is None


def test_what_stands_beside_a_name_tells_of_which_record_it_is(project: Path) -> None:
    replaced("organisations.yaml", "en: Police", "en: Lighting")(project)
    known = known_in(project)
    assert known.place("Lighting") is None
    assert known.place("Lighting", lambda: {"organisations": 3, "measures": 1}) == POLICE._replace(field="name")
    parts = known.parts("Lighting; Council", lambda: {"measures": 3})
    assert NamedPart("Lighting", LIGHTING) in parts


def test_that_of_which_there_is_one_comes_before_the_others(known: KnownWords) -> None:
    assert known.place("Municipality of Exempelby") == RecordPlace("community", "community", "name")


def test_a_sentence_is_parted_at_the_names_in_it(known: KnownWords) -> None:
    text = "Public\N{NO-BREAK SPACE}places: Lighting; Measure for\N{NO-BREAK SPACE}evaluation, Lightings"
    parts = known.parts(text)
    assert "".join(part.text for part in parts) == text
    assert [part for part in parts if part.place] == [
        NamedPart("Lighting", LIGHTING),
        NamedPart("Measure for\N{NO-BREAK SPACE}evaluation", RecordPlace("measures", "evaluation-measure")),
    ]


def test_cells_and_sentences_lead_where_they_come_from(desk: Desk) -> None:
    found = places(desk, "application.en")
    assert found["Sweden"] == found["Country"] == "/record/community/community#country.en"
    assert found["12,345\u00a0(2008)"] == "/record/statistics/inhabitants"
    assert found["12.5\u00a0km²"] == "/record/community/community#facts"
    assert found["kansliet@example.org"] == found["E-mail"] == "/record/application/application#contact"
    assert found["Nordic conference (Exempelby)"] == "/record/networks/konferensen"


def test_what_is_derived_leads_to_what_it_is_derived_from(desk: Desk) -> None:
    found = places(desk, "application.en")
    assert found["Period\t2008–2011"] == "/record/programme/programme#period"
    assert found["1, 2, 3, 4, 6"] == "/record/organisations/kansliet"
    (growth,) = (place for text, place in found.items() if "the number of inhabitants rose" in text)
    assert growth == "/record/statistics/inhabitants"


def test_a_criterion_goes_by_its_number(known: KnownWords) -> None:
    assert known.place("Criterion 2") == known.place("2. Programmes for all") == RecordPlace("criteria", "programmes")


def test_an_empty_line_of_a_form_goes_by_its_label(desk: Desk) -> None:
    assert desk.state().require_content().records["en"].community.website is None
    assert places(desk, "summary.en")["Website"] == "/record/community/community#website"


def test_what_is_open_leads_to_its_question(desk: Desk, client: TestClient, project: Path) -> None:
    replaced("measures/lighting.md", "responsible: kansliet\n", "")(project)
    replaced("application.md", "date: 2009-02-01\n", "")(project)
    desk.refresh()
    found = places(desk, "application.en")
    addresses = [place for place in found.values() if place.startswith("/status#")]
    assert len(addresses) > 2
    status = client.get("/status").text
    for address in addresses:
        assert f'<summary id="{address.removeprefix("/status#")}">' in status


def test_words_of_the_template_lead_nowhere(desk: Desk) -> None:
    found = places(desk, "application.en")
    for text in ("Contents", "Item", "Answer", "How the work is organised"):
        assert found[text] == ""


@pytest.mark.parametrize(
    ("record", "title"),
    [("measures/lighting", "Lighting"), ("measures/risk-groups-measure", "Measure for vulnerable groups")],
)
def test_a_cell_with_several_titles_leads_from_each_of_them(client: TestClient, record: str, title: str) -> None:
    page = client.get("/document/application.en").text
    assert f'<a class="part" href="/record/{record}" tabindex="-1" title="Change: {title}">{title}</a>' in page


def test_most_of_a_long_application_leads_to_its_text(desk: Desk, project: Path) -> None:
    shutil.rmtree(project / "content")
    shutil.copytree(SOLNA, project / "content")
    desk.refresh()
    shown = side(desk, "application.sv")
    texts = paragraphs_of(shown)
    assert sum(bool(shown.link(text) or shown.parts(text)) for text in texts) > 0.7 * len(texts)
