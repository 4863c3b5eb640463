"""`safecomm review` as the editor meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.build import build, save
from safecomm.cli.main import cli
from tests.bilingual import documents_matching
from tests.review.reviewer import Reviewer, project, sent

PROGRAMME = "content/programme.md"


def run(root: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(
        cli, ["review", *arguments, "--project", str(root)], input=answers, catch_exceptions=False
    )


def copy_of(root: Path, author: str, old: str, new: str) -> str:
    reviewer = Reviewer(sent(root), author)
    reviewer.tracked(old, new)
    return str(reviewer.write())


def test_nothing_is_written_without_being_asked_for(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = (root / PROGRAMME).read_bytes()
    result = run(root, copy_of(root, "Anna", "Sex", "Sju"))
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == "0 kommentarer, 1 ändring, varav 1 kan skrivas in med --apply"
    assert (root / PROGRAMME).read_bytes() == before


def test_the_list_goes_into_the_file_that_is_named(tmp_path: Path) -> None:
    root = project(tmp_path)
    copy, file = copy_of(root, "Anna", "Sex", "Sju"), tmp_path / "list.md"
    result = run(root, copy, "--format", "md", "--output", str(file))
    assert result.output == f"skrev {file}\n"
    assert file.read_text(encoding="utf-8") == run(root, copy, "--format", "md").output


def test_each_new_wording_is_shown_and_confirmed(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.tracked("Inriktningen", "Riktningen")
    anna.tracked("Sex", "Sju")
    result = run(root, str(anna.write()), "--apply", answers="n\ny\n")
    assert result.exit_code == 0
    assert "[-Inriktningen-]{+Riktningen+} är fast." in result.output
    assert "skrev in 1 ändring\nkvar att göra för hand:\n" in result.output
    text = (root / PROGRAMME).read_text(encoding="utf-8")
    assert "Inriktningen är fast." in text
    assert "Sju områden." in text


def test_with_yes_nothing_is_asked(tmp_path: Path) -> None:
    root = project(tmp_path)
    result = run(root, copy_of(root, "Anna", "Sex", "Sju"), "--apply", "--yes")
    assert result.exit_code == 0
    assert "Sju områden." in (root / PROGRAMME).read_text(encoding="utf-8")
    assert "kvar att göra" not in result.output


def test_a_dispute_is_shown_side_by_side(tmp_path: Path) -> None:
    root = project(tmp_path)
    copies = [copy_of(root, author, "Sex", new) for author, new in (("Anna", "Sju"), ("Bo", "Fem"))]
    result = run(root, *copies, "--apply", "--yes", "--lang", "en")
    shown = [line.strip() for line in result.output.splitlines()]
    assert shown[1:4] == [
        "Anna: [-Sex-]{+Sju+} områden.",
        "Bo: [-Sex-]{+Fem+} områden.",
        "the reviewers disagree, nothing is written",
    ]
    assert "Sex områden." in (root / PROGRAMME).read_text(encoding="utf-8")


def test_a_text_that_was_written_anew_is_shown_after_the_old_one(tmp_path: Path) -> None:
    root = project(tmp_path)
    result = run(root, copy_of(root, "Anna", "Inriktningen är fast", "Nu ska alla i staden få det bättre"))
    assert "[-Inriktningen är fast.-]{+Nu ska alla i staden få det bättre.+}" in result.output


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    root = project(tmp_path)
    result = run(root, str(root / PROGRAMME))
    assert result.exit_code == 1
    assert "[docx-not-word]" in result.output


def test_a_final_document_can_be_reviewed_too(tmp_path: Path) -> None:
    root = project(tmp_path)
    (files,) = save(build(root, documents_matching("programme.sv"), True, None).built, tmp_path / "final")
    result = run(root, str(files.docx))
    assert result.output == "inga kommentarer och inga ändringar\n"


def test_what_was_written_can_be_taken_back_once(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = (root / PROGRAMME).read_bytes()
    copy = copy_of(root, "Anna", "Sex", "Sju")
    assert run(root, copy, "--apply", "--yes").exit_code == 0
    assert (root / PROGRAMME).read_bytes() != before
    result = run(root, "--undo")
    assert (result.exit_code, result.output) == (0, f"tog tillbaka det som senast skrevs in i {PROGRAMME}\n")
    assert (root / PROGRAMME).read_bytes() == before
    result = run(root, "--undo", "--lang", "en")
    assert (result.exit_code, "error: there is nothing to take back" in result.output) == (1, True)


def test_what_has_been_changed_since_is_not_taken_back(tmp_path: Path) -> None:
    root = project(tmp_path)
    run(root, copy_of(root, "Anna", "Sex", "Sju"), "--apply", "--yes")
    with (root / PROGRAMME).open("a", encoding="utf-8") as file:
        file.write("\nMer text.\n")
    before = (root / PROGRAMME).read_bytes()
    result = run(root, "--undo")
    assert (result.exit_code, f"{PROGRAMME}: fel: filen har ändrats sedan" in result.output) == (1, True)
    assert (root / PROGRAMME).read_bytes() == before


@pytest.mark.parametrize("arguments", [["x.docx", "--undo"], ["--apply", "--undo"], ["--apply"], []])
def test_files_or_undo_never_both_or_none(arguments: list[str], tmp_path: Path) -> None:
    result = run(project(tmp_path), *arguments)
    assert (result.exit_code, "fel: ange filerna som kommit tillbaka, eller bara --undo" in result.output) == (2, True)


def test_that_the_draft_is_lost_is_said_before_anything_is_written(tmp_path: Path) -> None:
    root = project(tmp_path)
    anna = Reviewer(sent(root))
    anna.tracked("Inriktningen", "Riktningen")
    copy = str(anna.write())
    file = root / PROGRAMME
    file.write_text(file.read_text(encoding="utf-8").replace("Sex områden.", "Alla områden."), encoding="utf-8")
    shown = run(root, copy)
    assert shown.stdout.splitlines()[-2:] == [
        "0 kommentarer, 1 ändring, varav 1 kan skrivas in med --apply",
        "1 skillnad som kan bero på ändringar i innehållet skrivs inte in",
    ]
    asked = run(root, copy, "--apply", answers="n\n")
    assert asked.stderr.startswith(f"{copy}: lucka: utkast ")
    assert asked.output.index("[review-draft-lost]") < asked.output.index("Riktningen") < asked.output.index("Skriv in")
    written = run(root, copy, "--apply", "--yes", "--lang", "en")
    assert "[review-draft-lost]" in written.stderr
    assert "other text than in the content, the reviewer’s or a later change of the content" in written.stdout
    text = file.read_text(encoding="utf-8")
    assert ("Riktningen är fast." in text, "Alla områden." in text) == (True, True)


def test_the_sent_file_is_taken_as_the_draft(tmp_path: Path) -> None:
    root = project(tmp_path)
    docx = sent(root)
    anna = Reviewer(docx)
    anna.silently("minska skadorna", "minska alla skador")
    copy = str(anna.write())
    file = root / PROGRAMME
    file.write_text(file.read_text(encoding="utf-8").replace("Sex områden.", "Alla områden."), encoding="utf-8")
    result = run(root, copy, "--draft", str(docx), "--apply", "--yes")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "minska alla skador" in file.read_text(encoding="utf-8")
    assert "[review-draft-changed]" not in result.output
    assert "[review-other-draft]" in run(root, copy, "--draft", str(sent(root))).output
