"""The chapters on the criteria, what is missing, and the appendices: derived from what is there, and nothing more."""

import re
import shutil
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.catalogue import documents_matching
from safecomm.content.load import load
from safecomm.documents.application import application_view
from safecomm.documents.chapters import is_brief, is_paragraph
from safecomm.documents.edition import Edition
from safecomm.documents.views import ApplicationView
from tests.test_broken import HERE
from tests.word.sample import prose, unzip

COMMUNITIES = HERE / "communities"


@pytest.fixture(scope="module")
def solna() -> ApplicationView:
    return application_view(Edition(load(HERE.parent), "en"))


@pytest.fixture(scope="module")
def nes() -> ApplicationView:
    return application_view(Edition(load(COMMUNITIES / "nb"), "nb"))


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("One. Two!", True),
        ("Dr. of medicine, e.g. one. Two", True),
        ("One? Two. Three.", False),
        ("One.\n\nTwo.", False),
        ("One:\n\n- two", False),
        ("“One.” Two. Three.", False),
    ],
)
def test_works_of_one_or_two_sentences_are_brief(text: str, brief: bool) -> None:
    assert is_brief(prose(text)) is brief


def test_only_a_paragraph_fits_into_a_table_of_projects() -> None:
    assert is_paragraph(prose("One. Two. Three. Four."))
    assert not is_paragraph(prose("## One"))


def test_every_work_stands_once_in_its_chapter(solna: ApplicationView) -> None:
    activities = [
        view.title
        for chapter in solna.chapters
        for group in chapter.ongoing
        for view in (*group.activities.brief, *group.activities.long)
    ]
    measures = [view.title for chapter in solna.chapters for group in chapter.planned for view in group.measures]
    records = load(HERE.parent).records["en"]
    assert sorted(activities) == sorted(record.title for record in records.activities.values())
    assert sorted(measures) == sorted(record.title for record in records.measures.values())


def test_own_sections_group_all_kinds_of_work(nes: ApplicationView) -> None:
    section = next(section for chapter in nes.chapters for section in chapter.sections)
    records = load(COMMUNITIES / "nb").records["nb"]
    assert section.title == "Ved sjøen"
    titles = [
        *(view.title for view in (*section.activities.brief, *section.activities.long)),
        *(view.title for view in section.measures),
        *(view.title for view in (*section.projects.brief, *section.projects.long)),
    ]
    expected = [
        work.title
        for kind in (records.activities, records.measures, records.projects)
        for work in kind.values()
        if work.section
    ]
    assert sorted(titles) == sorted(expected)
    loose = {view.title for chapter in nes.chapters for group in chapter.planned for view in group.measures}
    assert not loose & set(expected)


def test_a_period_that_nobody_gave_is_not_told(solna: ApplicationView) -> None:
    given = {record.title for record in load(HERE.parent).records["en"].measures.values() if record.period}
    assert {view.title for view in solna.measures.measures if view.period} == given


def test_open_gaps_stand_apart_from_those_that_are_acknowledged(tmp_path: Path, solna: ApplicationView) -> None:
    shutil.copytree(HERE.parent / "content", tmp_path / "content")
    file = tmp_path / "content" / "application.md"
    entry = "  - {gap: no-letter, record: application, reason: {sv: Den skrivs., en: It is being written.}}\n"
    text = file.read_text(encoding="utf-8").replace("---\n", f"---\nacknowledged:\n{entry}", 1)
    file.write_text(text, encoding="utf-8")
    view = application_view(Edition(load(tmp_path), "en"))
    sentence = "The application has no letter from the leadership."
    assert not solna.limitations
    assert view.limitations == ((sentence, "It is being written."),)
    before, after = (gaps[0].sentences for gaps in (solna.open_gaps, view.open_gaps))
    assert set(before) - set(after) == {sentence}
    assert [gaps.number for gaps in view.open_gaps] == [None, 2, 4, 6]


def test_what_one_language_lacks_is_told_in_its_edition_alone_and_by_title(tmp_path: Path) -> None:
    shutil.copytree(COMMUNITIES / "sv" / "content", tmp_path / "content")
    (tmp_path / "content" / "attachments" / "trafikplan.en.md").unlink()
    organisations = tmp_path / "content" / "organisations.yaml"
    text = organisations.read_text(encoding="utf-8")
    organisations.write_text(text.replace("{sv: Polisen, en: The police}", "{sv: Polisen}"), encoding="utf-8")
    content = load(tmp_path)
    swedish, english = (
        [sentence for gaps in application_view(Edition(content, language)).open_gaps for sentence in gaps.sentences]
        for language in ("sv", "en")
    )
    assert set(english) >= {
        "The attachment “Trafiksäkerhetsplan”: the text is not translated into English yet.",
        "The organisation “Polisen”: “name” is not translated into English yet.",
    }
    assert not [sentence for sentence in swedish if "engelska" in sentence]
    assert not [sentence for sentence in english if ".md" in sentence or ".yaml" in sentence]


def test_a_draft_also_says_what_a_certifier_may_ask_about_each_thing_once(solna: ApplicationView) -> None:
    sentences = solna.open_gaps[0].sentences
    assert "Nothing is said of the resources of the work." in sentences
    (measures,) = (sentence for sentence in sentences if sentence.startswith("Number of measures"))
    assert measures.endswith(f": {len(solna.measures.measures)}.")


def test_a_final_document_holds_no_questions(solna: ApplicationView) -> None:
    final = application_view(Edition(load(HERE.parent), "en", final=True))
    asked = set(solna.open_gaps[0].sentences) - set(final.open_gaps[0].sentences)
    assert "Nothing is said of the resources of the work." in asked
    assert "The application has no date." not in asked


def test_departments_are_counted_under_the_criteria_of_their_work(solna: ApplicationView) -> None:
    rows = {row.name: row for row in solna.departments.rows}
    led = [measure.number for measure in solna.measures.measures if measure.responsible == "Urban Planning Department"]
    row = rows[next(name for name in rows if name == "Urban Planning Department")]
    assert row.leads == len(led)
    assert sum(row.works) >= len(led)
    assert len(row.works) == len(solna.departments.criteria)
    assert all(any(row.works[index] for row in solna.departments.rows) for index in range(len(row.works)))


def test_what_all_in_the_council_do_is_not_told_of_each(solna: ApplicationView) -> None:
    shared = set(solna.council_work)
    assert shared
    members = [partner for partner in solna.partners if partner.council]
    assert members
    assert not any(shared & {*partner.partner_in, *partner.takes_part_in} for partner in members)


def test_appendices_without_content_are_left_out(solna: ApplicationView) -> None:
    assert list(solna.appendices) == ["partners", "measures", "evidence", "glossary"]


def test_the_last_line_of_a_final_application_does_not_stand_on_a_page_of_its_own() -> None:
    project = COMMUNITIES / "sv"
    built = build(project, documents_matching("application.sv", load(project).languages), True, None).built[0]
    *_, text, last = unzip(built.docx)["word/document.xml"].decode().split("<w:p>")
    assert 'w:val="Colophon"' in last
    assert "<w:keepNext/>" in text


def test_an_english_wording_in_another_language_is_marked_as_english() -> None:
    (made,) = build(COMMUNITIES / "nb", documents_matching("application.nb", ["nb", "en"]), False, None).built
    paragraphs = unzip(made.docx)["word/document.xml"].decode().split("<w:p>")
    (heading,) = (one for one in paragraphs if ">Kriterium 1: <" in one)
    assert (
        '<w:rStyle w:val="English"/><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">An infrastructure'
        in heading
    )


LONE_SENTENCE = ("Heading", "BodyText", "Caption")


@pytest.mark.parametrize("name", ["application.sv", "followup.sv"])
def test_a_sentence_between_a_heading_and_a_table_stays_with_both(name: str) -> None:
    built = build(COMMUNITIES / "sv", documents_matching(name, ["sv", "en"]), False, None).built[0]
    paragraphs = unzip(built.docx)["word/document.xml"].decode().split("<w:p>")
    found = [re.search(r'w:pStyle w:val="(\w+)"', paragraph) for paragraph in paragraphs]
    kinds = [style[1].rstrip("123") if style else "" for style in found]
    around = zip(kinds, kinds[1:], kinds[2:], strict=False)
    lone = [one for one, styles in zip(paragraphs[1:], around, strict=False) if styles == LONE_SENTENCE]
    assert lone
    assert [one for one in lone if "<w:keepNext/>" not in one] == []
