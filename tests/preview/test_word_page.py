"""A Word file as the page that a browser shows: all that it says, in order, and as what."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import pytest

from safecomm.build import render_document
from safecomm.catalogue import documents, templates
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from safecomm.ooxml.package import Package
from safecomm.preview.page_tree import (
    PageBlock,
    PageBreak,
    PageFigure,
    PageList,
    PageParagraph,
    PageRun,
    PageTable,
    WordPage,
    paragraphs_in,
)
from safecomm.preview.word_page import read_page
from safecomm.twin.twin import to_text
from safecomm.word.source_map import KIND as TEXT
from tests.audit.sample import drawing, holding, zipped
from tests.audit.sample import parts as foreign_parts
from tests.audit.sample import run as run_xml
from tests.preview.letters import page_letters, twin_letters
from tests.test_broken import broken_project
from tests.twin.test_foreign import SHOWN
from tests.word.sample import R, View, make, paragraph, parts, prose, row, write

B = TypeVar("B", bound=PageBlock)
ROOT = Path(__file__).parents[2]
BODY = paragraph("{{p text }}")
PHRASES = "{% set caption_table, untranslated = 'Tabell', '' %}"


def page_of(folder: Path, markdown: str, language: str = "sv") -> WordPage:
    return read_page(Package(make(folder, BODY, View(prose(markdown, language)), phrases=PHRASES)))


def page_with(folder: Path, body: str) -> WordPage:
    docx, _ = write(folder, parts(body))
    return read_page(Package(docx.read_bytes()))


def only(page: WordPage, kind: type[B]) -> B:
    (block,) = page.blocks
    assert isinstance(block, kind)
    return block


def text_of(blocks: Iterable[PageBlock]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs_in(blocks)]


def made(folder: Path, stem: str) -> Package:
    content = load(folder)
    document = next(document for document in documents(content.languages) if document.stem == stem)
    return render_document(content, document, templates(folder), "0" * 8, final=False)[0]


@pytest.mark.parametrize("stem", ["programme.sv", "application.sv", "application.en", "briefs.sv", "followup.sv"])
def test_the_page_says_what_the_twin_says_in_the_same_order(stem: str) -> None:
    package = made(ROOT, stem)
    said = page_letters(read_page(package))
    assert len(said) > 10_000
    assert said == twin_letters(to_text(package))


def test_so_do_pages_with_charts(tmp_path: Path) -> None:
    package = made(broken_project(ROOT / "tests" / "figures", tmp_path), "application.sv")
    page = read_page(package)
    assert sum(len(block.charts) for block in page.blocks if isinstance(block, PageFigure)) > 5
    assert page_letters(page) == twin_letters(to_text(package))


@pytest.mark.parametrize("name", sorted(SHOWN.keys() - {"another file in its place"}))
def test_files_of_others_are_shown_whole(name: str) -> None:
    package = Package(zipped(foreign_parts(SHOWN[name][0])))
    assert page_letters(read_page(package)) == twin_letters(to_text(package))


def test_a_file_in_the_place_of_a_text_is_named() -> None:
    page = read_page(Package(zipped(foreign_parts(SHOWN["another file in its place"][0]))))
    assert [block.text for block in page.blocks if isinstance(block, PageParagraph)] == ["[image1.png]"]


def test_marks_links_and_languages(tmp_path: Path) -> None:
    page = page_of(tmp_path, 'Det är **fet** och *kursiv* text med [en länk](https://example.org/ "x").')
    runs = only(page, PageParagraph).runs
    assert [(run.text, run.bold, run.italic, run.address) for run in runs] == [
        ("Det är ", False, False, ""),
        ("fet", True, False, ""),
        (" och ", False, False, ""),
        ("kursiv", False, True, ""),
        (" text med ", False, False, ""),
        ("en länk", False, False, "https://example.org/"),
        (".", False, False, ""),
    ]
    paragraph = only(page_of(tmp_path, "A *free* text.", "en"), PageParagraph)
    assert (paragraph.language, {run.language for run in paragraph.runs}) == ("en-GB", {""})


def test_lists_keep_their_levels_kinds_and_numbers(tmp_path: Path) -> None:
    page = page_of(tmp_path, "3. tre\n4. fyra\n    - punkt\n\n        mer\n5. fem\n")
    nested = only(page, PageList).nested
    assert (nested.start, [text_of(item.content) for item in nested.items]) == (3, [["tre"], ["fyra"], ["fem"]])
    (below,) = nested.items[1].below
    assert (below.start, [text_of(item.content) for item in below.items]) == (None, [["punkt", "mer"]])


def test_notes_are_called_by_number_and_stand_last(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Ett[^a] och två[^b].\n\n[^b]: Andra.\n\n[^a]: Första.\n")
    assert [run.note for run in only(page, PageParagraph).runs] == [0, 1, 0, 2, 0]
    assert [(note.number, text_of(note.blocks)) for note in page.notes] == [(1, [" Första."]), (2, [" Andra."])]


def test_each_text_has_the_bookmark_that_leads_to_it(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Ett.\n\n- Två.\n")
    found = list(paragraphs_in(page.blocks))
    assert [[name.startswith(f"_{TEXT}_") for name in paragraph.names] for paragraph in found] == [[True], [True]]


def test_a_table_has_its_header_and_the_caption_above_it(tmp_path: Path) -> None:
    page = page_of(tmp_path, "| År | Antal |\n| --- | --- |\n| 2008 | 65 289 |\n\n: Befolkning\n")
    table = only(page, PageTable)
    assert table.caption is not None
    assert table.caption.text == "Tabell\xa01. Befolkning"
    assert [[cell.scope for cell in row.cells] for row in table.rows] == [["col", "col"], ["", ""]]
    assert [row.heads for row in table.rows] == [True, False]


MERGED = (
    '<w:tbl><w:tblPr><w:tblLook w:val="0480"/></w:tblPr>'
    f"{row(paragraph('a'), paragraph('b'), paragraph('c'))}{row(paragraph('d'), paragraph(''), paragraph('e'))}"
    f"{row(paragraph('f'))}</w:tbl>"
)


def test_merged_cells_are_one_that_reaches_over_several(tmp_path: Path) -> None:
    down = MERGED.replace("<w:tc>", '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', 2).replace(
        f"<w:tc>{paragraph('')}", f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('')}"
    )
    whole = down.replace(f"<w:tc>{paragraph('f')}", f'<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{paragraph("f")}')
    table = only(page_with(tmp_path, whole), PageTable)
    shape = [[(text_of(cell.blocks), cell.columns, cell.rows) for cell in row.cells] for row in table.rows]
    assert shape == [
        [(["a"], 1, 1), (["b"], 1, 2), (["c"], 1, 1)],
        [(["d"], 1, 1), (["e"], 1, 1)],
        [(["f"], 3, 1)],
    ]
    assert [row.cells[0].scope for row in table.rows] == ["row"] * 3


@pytest.mark.parametrize("said", ["99999999999", "-1", "x", "0"])
def test_no_cell_reaches_further_than_word_allows(tmp_path: Path, said: str) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{said}"/></w:tcPr>{paragraph("a")}</w:tc>'
    (row_,) = only(page_with(tmp_path, f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"), PageTable).rows
    assert 1 <= row_.cells[0].columns <= 63


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x"])
def test_an_address_that_is_no_page_leads_nowhere(tmp_path: Path, address: str) -> None:
    members = parts('<w:p><w:hyperlink r:id="rIdX"><w:r><w:t>Klicka</w:t></w:r></w:hyperlink></w:p>')
    lead = f'<Relationship Id="rIdX" Type="{R}/hyperlink" Target="{address}" TargetMode="External"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    members[name] = members[name].replace("</Relationships>", lead)
    docx, _ = write(tmp_path, members)
    (run,) = only(read_page(Package(docx.read_bytes())), PageParagraph).runs
    assert run == PageRun("Klicka")


def test_pictures_are_found_by_keys_that_are_no_paths() -> None:
    shown = holding(drawing(1) + drawing(2)) + holding(run_xml("Text ") + drawing(3, 'descr="Karta"'))
    page = read_page(Package(zipped(foreign_parts(shown))))
    figure, beside = page.blocks
    assert isinstance(figure, PageFigure)
    assert isinstance(beside, PageParagraph)
    assert figure.pictures is not None
    descriptions = [run.picture.description for run in (*figure.pictures.runs, *beside.runs) if run.picture]
    assert descriptions == ["Stadshuset", "Stadshuset", "Karta"]
    assert [*page.pictures.values()] == ["word/media/image1.png"]
    assert "/" not in "".join(page.pictures)


def test_a_new_page_is_a_rule(tmp_path: Path) -> None:
    before = paragraph("b").replace("<w:pPr>", "<w:pPr><w:pageBreakBefore/>")
    broken = '<w:p><w:r><w:br w:type="page"/></w:r><w:r><w:t>c</w:t></w:r></w:p>'
    page = page_with(tmp_path, paragraph("a") + before + broken + paragraph("d"))
    kinds = [type(block) for block in page.blocks]
    assert kinds == [PageParagraph, PageBreak, PageParagraph, PageBreak, PageParagraph, PageParagraph]


def test_headings_lead_to_their_place_and_the_title_is_above_them() -> None:
    page = read_page(made(ROOT, "programme.sv"))
    assert page.has_title
    assert page.headings[0].level == 1
    assert all(heading.name in page.names for heading in page.headings)
    assert page.language == "sv-SE"


def test_a_bookmark_has_one_place_however_often_a_file_has_it(tmp_path: Path) -> None:
    marked = '<w:p><w:bookmarkStart w:id="1" w:name="x"/><w:r><w:t>a</w:t></w:r></w:p>'
    assert [text.names for text in paragraphs_in(page_with(tmp_path, marked * 2).blocks)] == [("x",), ()]


def test_a_file_that_is_not_as_word_writes_it_is_told() -> None:
    package = made(ROOT / "tests" / "good", "application.sv").with_own_trees(["word/charts/chart1.xml"])
    for count in package.root("word/charts/chart1.xml").iter("{*}ptCount"):
        count.set("val", "zz")
    with pytest.raises(ContentError) as caught:
        read_page(package)
    assert [fault.code for fault in caught.value.diagnostics] == ["docx-not-word"]


def test_a_long_document_takes_no_longer_by_the_paragraph(tmp_path: Path) -> None:
    item = '<w:p><w:pPr><w:pStyle w:val="ListContinue"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    first = '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    page = page_with(tmp_path, first + item * 20_000)
    assert len(list(paragraphs_in(page.blocks))) == 20_001
