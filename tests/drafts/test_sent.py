"""What was sent is noted, when and to whom, and only for a draft that is kept."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm import lock as locking
from safecomm.build import build, keep, save
from safecomm.cli.main import cli
from safecomm.diagnostic import ContentError
from safecomm.drafts.sendings import Sending, note_sent
from tests.bilingual import documents_matching
from tests.review.reviewer import Reviewer, project, sent
from tests.test_lock import held

STEM = "programme.sv"
ANNA = Sending("2026-03-01", "Anna")


def note(root: Path, sending: Sending = ANNA, name: str = STEM) -> list[Sending]:
    (noted,) = note_sent(root, documents_matching(name), sending)
    return list(noted.sendings)


def notes(root: Path) -> list[Path]:
    return list((root / ".safecomm" / "drafts").glob("*.sent.json"))


def codes(root: Path, name: str = STEM) -> list[str]:
    with pytest.raises(ContentError) as caught:
        note_sent(root, documents_matching(name), ANNA)
    assert notes(root) == []
    return [fault.code for fault in caught.value.diagnostics]


def command(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["sent", "--project", str(root), *arguments], catch_exceptions=False)


def test_sendings_of_the_same_draft_add_up(tmp_path: Path) -> None:
    root = project(tmp_path)
    sent(root, kept=True)
    assert note(root) == [ANNA]
    assert note(root) == [ANNA]
    bo = Sending("2026-03-02", "Bo")
    assert note(root, bo) == [ANNA, bo]
    (file,) = notes(root)
    assert json.loads(file.read_bytes()) == [{"date": "2026-03-01", "to": "Anna"}, {"date": "2026-03-02", "to": "Bo"}]


def test_a_draft_that_word_has_saved_is_still_that_draft(tmp_path: Path) -> None:
    root = project(tmp_path)
    Reviewer(sent(root, kept=True), STEM).write()
    assert note(root) == [ANNA]


def test_the_content_may_have_changed_since(tmp_path: Path) -> None:
    root = project(tmp_path)
    sent(root, kept=True)
    file = root / "content" / "programme.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Sex", "Sju"), encoding="utf-8")
    assert note(root) == [ANNA]


def test_what_is_no_kept_draft_is_refused(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert codes(root) == ["sent-missing"]
    docx = sent(root)
    assert codes(root) == ["sent-not-kept"]
    save(build(root, documents_matching(STEM), True, None).built, root / "build")
    assert codes(root) == ["sent-final"]
    docx.write_bytes(sent(root, "application.sv").read_bytes())
    assert codes(root) == ["sent-not-ours"]
    docx.write_bytes(b"x")
    assert codes(root) == ["docx-not-word"]


def test_all_documents_are_noted_or_none(tmp_path: Path) -> None:
    root = project(tmp_path)
    sent(root, "application.sv", kept=True)
    assert codes(root, "application") == ["sent-missing"]


def test_no_two_runs_note_or_keep_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    sent(root, kept=True)
    run = build(root, documents_matching("application.sv"), False, None)
    monkeypatch.setattr(locking, "PATIENCE", 0)
    with held(root):
        assert codes(root) == ["project-busy"]
        (told,) = keep(root, run)
    assert "safecomm rename" in told.message("sv")
    assert keep(root, run) == []


def test_a_note_that_cannot_be_read_is_not_lost(tmp_path: Path) -> None:
    root = project(tmp_path)
    sent(root, kept=True)
    note(root)
    (file,) = notes(root)
    file.write_text("[", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        note(root)
    assert [fault.code for fault in caught.value.diagnostics] == ["sent-damaged"]
    assert file.read_text(encoding="utf-8") == "["


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", r"programme\.sv, utkast [0-9a-f]{8}: skickat \d{4}-\d\d-\d\d till Räddningstjänsten\n"),
        ("en", r"programme\.sv, draft [0-9a-f]{8}: sent on \d{4}-\d\d-\d\d to Räddningstjänsten\n"),
    ],
)
def test_what_was_noted_is_said(tmp_path: Path, language: str, expected: str) -> None:
    root = project(tmp_path)
    sent(root, kept=True)
    result = command(root, STEM, "--to", "Räddningstjänsten", "--lang", language)
    assert result.exit_code == 0
    assert re.fullmatch(expected, result.output)


def test_wrong_usage(tmp_path: Path) -> None:
    assert command(tmp_path).exit_code == 2
    assert command(tmp_path, "programmet").exit_code == 2
    assert command(tmp_path, STEM, "--to", "a\nb").exit_code == 2
    result = command(project(tmp_path), STEM)
    assert (result.exit_code, "[sent-missing]" in result.output) == (1, True)
