"""A document from Word into an empty project: each part becomes a record or lies aside, and nothing is lost."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.build import build
from safecomm.cli.main import cli
from safecomm.content.load import load
from tests.audit.sample import drawing, holding, run
from tests.bilingual import documents_matching
from tests.conftest import Golden
from tests.foreign.programs import PROGRAMS
from tests.old_documents.sample import (
    WHO,
    contents,
    heading,
    item,
    letters,
    lost,
    new_project,
    png,
    take_in,
    word_file,
)
from tests.test_broken import HERE
from tests.word.sample import paragraph, row

SOLNA = HERE.parent
PRINTED = {
    "Kriterium 2",
    "Inledning",
    "Pågående arbete",
    "Utveckling och insatser",
    "Utvecklingsområde",
    "Övergripande inriktning",
    "Trygghetsarbetets historia",
    "Så deltar invånarna",
    "Uppföljning och utvärdering av programmet",
    *(f"Insatser som rör {whom}" for whom in ("hela befolkningen", "äldre", "personer med funktionshinder")),
    *(f"Insatser som rör {whom}" for whom in ("barn och ungdomar", "barn, ungdomar och föräldrar")),
    "Insatser som rör andra utsatta grupper",
    *(f"Projekt som rör {whom}" for whom in ("hela befolkningen", "äldre", "personer med funktionshinder")),
    *(f"Projekt som rör {whom}" for whom in ("barn, ungdomar och föräldrar", "utsatta grupper")),
}
"""Headings that the documents print themselves over what became a text of the content."""
BOX = f"<w:txbxContent>{paragraph('I en ruta')}</w:txbxContent>"
GRAPHIC = f"<a:graphic><a:graphicData>{BOX}</a:graphicData></a:graphic>"
BOXED = f"<w:r><w:drawing><wp:anchor>{GRAPHIC}</wp:anchor></w:drawing></w:r>"
COLUMNS = '<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>'
TRACKED = holding(
    run("Rådet ")
    + f'<w:ins w:id="1" {WHO}>{run("möts varje månad")}</w:ins>'
    + f'<w:del w:id="2" {WHO}><w:r><w:delText>sover</w:delText></w:r></w:del>'
    + '<w:r><w:commentReference w:id="7"/></w:r>'
    + run(".")
)
MERGED = holding(run("Första halvan "), f'<w:rPr><w:del w:id="3" {WHO}/></w:rPr>') + paragraph("andra halvan.")
NOTED = holding(run("Se planen") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
LINKED = holding(run("Läs ") + f'<w:hyperlink r:id="rId4">{run("stadens webbplats")}</w:hyperlink>')
TABLE = f"<w:tbl>{row(paragraph('Ålder'), paragraph('Antal'))}{row(paragraph('0–14 | barn'), paragraph('7'))}</w:tbl>"
COMMENT = f'<w:comment w:id="7" {WHO}>{paragraph("Hur ofta?")}</w:comment>'
BODY = (
    paragraph("Program 2004", "Title")
    + paragraph("Stad i förändring")
    + heading(1, "Inledning")
    + TRACKED
    + MERGED
    + holding(run("* inte # markdown_ [x](y) &lt;b&gt;"))
    + item(1, 0, "en punkt")
    + item(1, 1, "en punkt under")
    + item(2, 0, "ett nummer")
    + item(2, 0, "nästa nummer")
    + paragraph("• typad punkt")
    + heading(2, "Varför")
    + NOTED
    + LINKED
    + holding(run("I spalt ett.") + BOXED)
    + COLUMNS
    + paragraph("I spalt två.")
    + heading(1, "Kriterium 2")
    + paragraph("Alla åldrar.")
    + heading(2, "Skolan")
    + TABLE
    + holding(drawing(1, 'descr=""'))
    + heading(2, "Pågående arbete")
    + heading(3, "Simskola")
    + paragraph("Barn lär sig simma.")
    + heading(1, "Borgmästarens ord")
    + paragraph("Välkommen.")
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return new_project(tmp_path / "project")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return word_file(tmp_path / "program.docx", BODY, COMMENT)


def test_what_each_part_becomes(project: Path, file: Path, golden: Golden) -> None:
    before = contents(project)
    said = take_in(project, file)
    changed = {name: text for name, text in contents(project).items() if before.get(name) != text}
    told = said + "".join(f"\n=== {name}\n{without_comments(text)}" for name, text in sorted(changed.items()))
    golden(HERE / "old_documents" / "taken.txt", told)
    load(project)


def without_comments(text: str) -> str:
    """Without the explanations over the fields of a new record."""
    front, fence, body = text.partition("\n---\n")
    if not fence:
        return text
    return "".join(f"{line}\n" for line in front.splitlines() if not line.startswith("# ")) + "---\n" + body


def test_nothing_is_lost(project: Path, file: Path) -> None:
    take_in(project, file)
    assert lost(file, project, PRINTED) == []


def test_what_stands_beside_the_text_is_not_lost(project: Path, tmp_path: Path) -> None:
    deleted = f'<w:del w:id="1" {WHO}><w:r><w:delText>struket</w:delText></w:r></w:del>'
    in_cell = f"<w:tbl>{row(holding(run('Cell') + drawing(1) + BOXED), holding(deleted)) * 2}</w:tbl>"
    row_deleted = f"<w:tr><w:trPr><w:del w:id='2' {WHO}/></w:trPr><w:tc>{paragraph('Borttagen rad')}</w:tc></w:tr>"
    last = holding(run("Sist."), f'<w:rPr><w:del w:id="3" {WHO}/></w:rPr>')
    hidden = holding(run("Dolt.", "<w:vanish/>"))
    body = heading(1, "Syfte") + in_cell + f"<w:tbl>{row_deleted}{row(paragraph('a'), paragraph('b')) * 2}</w:tbl>"
    take_in(project, word_file(tmp_path / "x.docx", body + hidden + last, COMMENT))
    left, text = contents(project)["unplaced.md"], contents(project)["programme.md"]
    for words in ("Struket av Anna: struket", "Borttagen rad", "Dold text: Dolt.", "Kommentar av Anna: Hur ofta?"):
        assert words in left
    assert "| Cell<br>I en ruta |  |\n| --- | --- |" in text
    assert "Sist." in text
    assert "![Stadshuset](pictures/x-image1.png)" in text


def test_pictures_with_the_same_name_are_kept_apart(project: Path, tmp_path: Path) -> None:
    shown = holding(drawing(1))
    for number, text in enumerate(("Syfte", "Inledning")):
        file = word_file(tmp_path / "x.docx", heading(1, text) + shown, picture=png(number + 3))
        take_in(project, file)
    pictures = project / "content" / "pictures"
    assert {file.name for file in pictures.iterdir()} == {"x-image1.png", "x-image1-2.png"}
    assert "(pictures/x-image1-2.png)" in contents(project)["programme.md"]


def test_one_undo_takes_all_of_it_back(project: Path, file: Path) -> None:
    before = contents(project)
    take_in(project, file)
    assert contents(project) != before
    arguments = ["review", "--undo", "--project", str(project)]
    assert CliRunner().invoke(cli, arguments, catch_exceptions=False).exit_code == 0
    assert contents(project) == before
    assert not (project / "content" / "pictures" / "program-image1.png").exists()


def test_what_is_not_plain_is_asked(project: Path, file: Path) -> None:
    said = take_in(project, file, answers="1\n1\n", lang="en")
    assert "Heading: Borgmästarens ord" in said
    assert "The text begins: Välkommen." in said
    assert "Stad i förändring" in contents(project)["unplaced.md"]
    assert sum("Välkommen." in text for text in contents(project).values()) == 1
    assert "Välkommen." not in contents(project)["unplaced.md"]


def test_a_part_can_become_a_section_of_its_own(project: Path, file: Path) -> None:
    assert "9  ett eget avsnitt under 6. Nätverk" in take_in(project, file, answers="9\n")
    section = contents(project)["sections/borgmastarens-ord.md"]
    assert 'criterion: "networks"' in section
    assert section.endswith("# introduction\n\nVälkommen.\n")


def test_what_somebody_has_written_is_not_touched(project: Path, tmp_path: Path) -> None:
    first = word_file(tmp_path / "one.docx", heading(1, "Inledning") + paragraph("Så är det."))
    second = word_file(tmp_path / "two.docx", heading(1, "Inledning") + paragraph("Så är det inte."))
    take_in(project, first)
    before = contents(project)["programme.md"]
    assert "content/programme.md, # introduction" in take_in(project, first)
    assert "står redan en annan" in take_in(project, second)
    assert contents(project)["programme.md"] == before
    assert "Så är det inte." in contents(project)["unplaced.md"]


def test_a_second_document_adds_to_what_has_no_place(project: Path, tmp_path: Path) -> None:
    for name in ("Ett", "Två"):
        take_in(project, word_file(tmp_path / f"{name}.docx", heading(1, f"Om {name}") + paragraph(f"Text {name}.")))
    left = contents(project)["unplaced.md"]
    assert left.index("# Ett: Om Ett") < left.index("Text Ett.") < left.index("# Två: Om Två") < left.index("Text Två.")


def test_the_text_of_an_entry_is_a_gap_until_the_file_is_empty(project: Path, file: Path) -> None:
    take_in(project, file)
    arguments = ["check", "--project", str(project), "--format", "text"]
    assert "[unplaced-texts unplaced]" in CliRunner().invoke(cli, arguments).output
    (project / "content" / "unplaced.md").write_text("\n", encoding="utf-8")
    (project / "content" / "sections" / "skolan.md").unlink()
    (project / "content" / "pictures" / "program-image1.png").unlink()
    assert "unplaced" not in CliRunner().invoke(cli, arguments).output


@pytest.mark.slow
@pytest.mark.parametrize("document", ["programme.sv", "application.sv"])
def test_solnas_own_documents(document: str, project: Path, golden: Golden) -> None:
    (built,) = build(SOLNA, documents_matching(document), final=False, language="sv").built
    file = project.parent / f"{document}.docx"
    file.write_bytes(built.docx)
    said = take_in(project, file)
    left = [line for line in contents(project)["unplaced.md"].splitlines() if line.startswith("# ")]
    golden(HERE / "old_documents" / f"{document}.txt", "\n".join((said, *left, "")))
    assert lost(file, project, PRINTED) == []
    load(project)


def test_letters_are_compared_without_marks() -> None:
    assert letters("*En*[^1] \\[ruta\\]") == letters("En [ruta]") == "enruta"


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS)
def test_what_other_programs_have_saved_is_the_same(program: str, project: Path) -> None:
    (built,) = build(SOLNA, documents_matching("programme.sv"), final=False, language="sv").built
    told = []
    for folder, data in (("own", built.docx), ("saved", PROGRAMS[program](built.docx, 1))):
        file = project.parent / folder / "programme.docx"
        file.parent.mkdir()
        file.write_bytes(data)
        said = take_in(new_project(file.parent / "project"), file)
        left = contents(file.parent / "project")
        # The build id stands in it, which only our own style tells.
        del left["unplaced.md"]
        told.append((said, left))
    assert told[0] == told[1]
