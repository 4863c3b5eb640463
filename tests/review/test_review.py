"""What reviewers wrote is found, all of it, and placed."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from safecomm.review.review import review
from safecomm.review.review_finding import ReviewFinding
from safecomm.review.run_text import STRANGE
from safecomm.review.show import FORMATS, as_text
from tests.conftest import Golden
from tests.review.reviewer import Reviewer, git, project, sent

HERE = Path(__file__).parent
PROGRAMME = "content/programme.md"


def found(root: Path, *files: Path) -> list[ReviewFinding]:
    result = review(root, files)
    assert result.notes == ()
    return list(result.findings)


def line_of(root: Path, path: str, text: str) -> str:
    lines = (root / path).read_text(encoding="utf-8").splitlines()
    return f"{path}:{next(number for number, line in enumerate(lines, start=1) if text in line)}"


def kinds(findings: list[ReviewFinding]) -> list[tuple[str, str]]:
    return [(each.kind, str(each.location)) for each in findings]


@pytest.mark.slow
def test_an_untouched_copy_holds_nothing(tmp_path: Path) -> None:
    root = project(tmp_path)
    for name in ("programme.sv", "application.sv", "application.en"):
        assert found(root, sent(root, name)) == []


def test_a_tracked_change_has_its_place_author_and_date(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.tracked("fast", "tydlig")
    (change,) = found(root, anna.write())
    assert str(change.location) == line_of(root, PROGRAMME, "Inriktningen är fast.")
    assert (change.about, change.text) == ("Inriktningen är fast.", "Inriktningen är tydlig.")
    assert (change.kind, change.author, change.date[:10], change.silent) == ("edit", "Anna", "2008-02-03", False)
    assert change.edit


def test_a_silent_change_is_found(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.silently("minska skadorna", "minska alla skador")
    (change,) = found(root, anna.write())
    assert (change.kind, change.silent, change.text) == ("edit", True, "minska alla skador")
    assert str(change.location) == line_of(root, PROGRAMME, "minska skadorna")


def test_a_comment_comes_with_its_answers(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.comment("fast", "Vad menas?")
    (comment,) = found(root, anna.write())
    assert (comment.kind, comment.about, comment.text) == ("comment", "fast", "Vad menas?")
    assert str(comment.location) == line_of(root, PROGRAMME, "Inriktningen är fast.")
    assert ([each.text for each in comment.answers], comment.resolved) == (["Håller med."], True)


def test_a_derived_text_names_its_fact(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    pieces = anna.parts["word/document.xml"].split("Belysning")
    assert "Kansliet" in pieces[-1]
    anna.parts["word/document.xml"] = "Belysning".join([*pieces[:-1], pieces[-1].replace("Kansliet", "Polisen", 1)])
    (change,) = found(root, anna.write())
    assert (change.fact, change.edit) == ("measure:lighting responsible", None)
    assert str(change.location) == line_of(root, "content/measures/lighting.md", "responsible")


@pytest.mark.parametrize(("shown", "row"), [("sekretess", 3), ("23, preliminär uppgift", 4), ("21", 2), ("22", 5)])
def test_a_changed_figure_names_its_row(tmp_path: Path, shown: str, row: int) -> None:
    """Of two that are alike, the one in whose place it stands."""
    root = project(tmp_path)
    rows = "year;value;status\n2004;21;\n2005;;suppressed\n2006;23;preliminary\n2007;22;\n2008;22;\n"
    (root / "content/statistics/injuries.csv").write_text(rows, encoding="utf-8")
    anna = Reviewer(sent(root, "application.sv"))
    anna.parts["word/document.xml"] = anna.parts["word/document.xml"].replace(f">{shown}<", ">4711<", 1)
    (change,) = found(root, anna.write())
    assert (change.fact, change.edit) == ("statistics:injuries", None)
    assert str(change.location) == f"content/statistics/injuries.csv:{row}"


def test_a_note_has_its_place(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.tracked("En not med", "En fotnot med", "word/footnotes.xml")
    (change,) = found(root, anna.write())
    assert str(change.location) == line_of(root, PROGRAMME, "[^1]: ")


def paragraph(anna: Reviewer, text: str) -> str:
    """The XML of the paragraph with the text."""
    main = anna.parts["word/document.xml"]
    start = main.rindex("<w:p>", 0, main.index(f">{text}<"))
    return main[start : main.index("</w:p>", start) + len("</w:p>")]


def test_paragraphs_that_were_added_removed_and_moved(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna, bo, eva = (Reviewer(sent(root), name) for name in ("Anna", "Bo", "Eva"))
    direction = paragraph(anna, "Inriktningen är fast.")
    anna.replace(direction, direction + "<w:p><w:r><w:t>Ett nytt stycke.</w:t></w:r></w:p>")
    bo.replace(direction, "")
    followup = paragraph(eva, "Rådet leder arbetet.")
    eva.replace(direction, "")
    eva.replace(followup, followup + direction)
    place = line_of(root, PROGRAMME, "Inriktningen är fast.")
    assert kinds(found(root, anna.write())) == [("added", place)]
    assert kinds(found(root, bo.write())) == [("removed", place)]
    (moved,) = found(root, eva.write())
    assert (moved.kind, str(moved.location), moved.behind) == ("moved", place, "Rådet leder arbetet.")


def test_paragraphs_that_moved_together_are_one_section(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna, bo = (Reviewer(sent(root), name) for name in ("Anna", "Bo"))
    council, needed = paragraph(anna, "Rådet leder arbetet."), paragraph(anna, "Ett aktivt råd behövs.")
    direction = paragraph(anna, "Inriktningen är fast.")
    for reviewer in (anna, bo):
        reviewer.replace(council + needed, "")
    anna.replace(direction, direction + council + needed)
    bo.replace(direction, direction + needed + council)
    (moved,) = found(root, anna.write())
    assert (moved.kind, moved.about) == ("moved-section", "Rådet leder arbetet.\nEtt aktivt råd behövs.")
    assert "flyttat avsnitt, inte spårad, står nu efter ”Inriktningen är fast.”" in as_text([moved], "sv")
    assert [kind for kind, _ in kinds(found(root, bo.write()))] == ["moved", "moved"]


def test_paragraphs_that_were_joined_are_no_new_wording(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    first, second = (paragraph(anna, text) for text in ("öka tryggheten", "minska skadorna"))
    inside = second[second.index("</w:pPr>") + len("</w:pPr>") :]
    anna.replace(second, "")
    anna.replace(first, first.removesuffix("</w:p>") + inside)
    assert [(each.kind, each.edit) for each in found(root, anna.write())] == [("merged", None), ("removed", None)]


def test_a_tracked_new_paragraph_and_a_tracked_removal(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna, bo = (Reviewer(sent(root), name) for name in ("Anna", "Bo"))
    direction = paragraph(anna, "Inriktningen är fast.")
    properties = f"<w:rPr>{anna.mark('ins', '')}</w:rPr></w:pPr>"
    new = f"<w:p>{anna.mark('ins', '<w:r><w:t>Nytt.</w:t></w:r>')}</w:p>"
    anna.replace(direction, direction.replace("</w:pPr>", properties, 1) + new)
    gone = direction.replace("</w:pPr>", f"<w:rPr>{bo.mark('del', '')}</w:rPr></w:pPr>", 1)
    bo.replace(direction, gone)
    bo.tracked("Inriktningen är fast.", "")
    place = line_of(root, PROGRAMME, "Inriktningen är fast.")
    (added,) = found(root, anna.write())
    assert (added.kind, str(added.location), added.text, added.author) == ("added", place, "Nytt.", "Anna")
    (removed,) = found(root, bo.write())
    assert (removed.kind, str(removed.location), removed.author) == ("removed", place, "Bo")


def test_a_tracked_deletion_of_a_cell(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root, "application.sv"))
    row = re.search(r"<w:tr>(?:(?!</w:tr>).)*<w:tc><w:tcPr>(?:(?!</w:tr>).)*</w:tr>", anna.parts["word/document.xml"])
    assert row
    anna.replace(row[0], row[0].replace("</w:tcPr>", anna.mark("cellDel", "") + "</w:tcPr>", 1))
    first = re.search(r"<w:t [^>]*>([^<]*)", row[0])
    assert first
    change, table = found(root, anna.write())
    assert (change.kind, change.about, change.author) == ("removed", first[1], "Anna")
    assert (table.kind, "→" in table.text) == ("table", True)


def test_the_draft_is_found_in_git(tmp_path: Path) -> None:
    root = project(tmp_path)
    git(root, "init", "-q")
    git(root, "add", "content")
    git(root, "commit", "-qm", "Utskickat")
    anna = Reviewer(sent(root))
    anna.silently("Inriktningen är fast.", "Inriktningen är lös.")
    copy = anna.write()
    file = root / PROGRAMME
    file.write_text(file.read_text(encoding="utf-8").replace("Sex områden.", "Alla\n\nsex områden."), encoding="utf-8")
    git(root, "commit", "-qam", "Efteråt")
    (change,) = found(root, copy)
    assert (change.about, change.text) == ("Inriktningen är fast.", "Inriktningen är lös.")
    assert str(change.location) == line_of(root, PROGRAMME, "Inriktningen är fast.")
    status = subprocess.run(["git", "status", "--porcelain", "-uno"], cwd=root, capture_output=True, check=True)
    assert status.stdout == b""


def test_a_draft_that_is_nowhere_is_said_so(tmp_path: Path) -> None:
    root = project(tmp_path)
    copy = sent(root)
    file = root / PROGRAMME
    file.write_text(file.read_text(encoding="utf-8").replace("Sex områden.", "Alla områden."), encoding="utf-8")
    result = review(root, [copy])
    assert [each.code for each in result.notes] == ["review-draft-lost"]
    assert [each.text or each.about for each in result.findings if each.kind == "edit"] == ["Sex områden."]


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_what_is_shown(tmp_path: Path, golden: Golden, form: str) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.comment("fast", "Vad *menas*?")
    anna.tracked("Sex", "Sju")
    copy = anna.write()
    findings = [each._replace(file="Anna.docx") for each in found(root, copy)]
    golden(HERE / f"shown.{form}", FORMATS[form](findings, "sv"))


def saved_by_libreoffice(file: Path, folder: Path) -> Path:
    (saved,) = all_saved_by_libreoffice([file], folder)
    return saved


def all_saved_by_libreoffice(files: Sequence[Path], folder: Path) -> list[Path]:
    """In one run, for starting the program takes longer than a file."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "saved")]
    command = ["soffice", profile, "--headless", *target, *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return [folder / "saved" / file.name for file in files]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_copy_saved_by_libreoffice_holds_nothing_more(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.tracked("fast", "tydlig")
    anna.comment("Sex", "Är det sex?")
    anna.silently("minska skadorna", "minska alla skador")
    before = found(root, anna.write())
    after = found(root, saved_by_libreoffice(anna.write(), tmp_path))
    assert [(each.kind, each.location, each.about, each.text, each.silent) for each in after] == [
        (each.kind, each.location, each.about, each.text, each.silent) for each in before
    ]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("document", ["programme.sv", "application.sv", "application.en"])
def test_what_libreoffice_writes_otherwise_is_nothing(tmp_path: Path, document: str) -> None:
    """Breaks for pages, lists, fills of cells, fields of the contents; but it loses what a chart is described as."""
    root = project(tmp_path)
    told = found(root, saved_by_libreoffice(sent(root, document), tmp_path))
    lost = [] if document == "programme.sv" else [("edit", "statistics:inhabitants title", STRANGE)]
    assert [(each.kind, each.fact, each.text) for each in told] == lost
