"""Every code has a folder in tests/broken: what differs from tests/good, and exactly what `safecomm check` then says.

So has everything in tests/mistakes, which is named after what a person did.

`content/` holds the files that are changed or added, `removed.txt` names those that are not there,
`messages.txt` is the expected text (write it anew with `pytest --update` and read the difference).
"""

import shutil
from pathlib import Path

import pytest

from safecomm import report
from safecomm.codes.codes import load_group
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.rules.all_rules import check
from tests.conftest import Golden

HERE = Path(__file__).parent
CASES = sorted(case.name for case in (HERE / "broken").iterdir())
MISTAKES = sorted(case.name for case in (HERE / "mistakes").iterdir())
REPORTED = ("files", "yaml_syntax", "fields", "markdown", "pictures", "rules")
"""The groups of codes that `safecomm check` reports."""

ELSEWHERE = {
    "missing-folder": "tests/content/test_file.py",
    "not-a-file": "tests/content/test_file.py",
    "unreadable-file": "tests/content/test_file.py",
    "file-too-large": "tests/content/test_file.py",
    "line-too-long": "tests/content/test_file.py",
    "too-many-lines": "tests/content/test_file.py",
    "too-many-signs": "tests/content/test_file.py",
    "yaml-size": "tests/content/test_yaml_syntax.py",
    "file-outside": "tests/content/test_links.py",
    "folder-link": "tests/content/test_links.py",
    "yaml-syntax": "tests/content/test_yaml_syntax.py",
    "wrong-value": "tests/content/test_validate.py",
    "brief-incomplete": "tests/documents/test_briefs.py",
    "no-translation": "tests/editing/test_translated.py",
    "not-reported": "tests/documents/test_followup.py",
    "cannot-confirm": "tests/editing/test_translated.py",
}
"""What no folder under version control can hold, or another command than `check` says, and where that is tested."""


def diagnostics(project: Path) -> list[Diagnostic]:
    try:
        return [finding.diagnostic for finding in check(load(project), "sv")]
    except ContentError as fault:
        return fault.diagnostics


def broken_project(case: Path, into: Path) -> Path:
    shutil.copytree(HERE / "good", into, copy_function=shutil.copyfile, dirs_exist_ok=True)
    if (case / "content").is_dir():
        shutil.copytree(case / "content", into / "content", dirs_exist_ok=True)
    if (case / "removed.txt").is_file():
        for name in (case / "removed.txt").read_text(encoding="utf-8").split():
            (into / "content" / name).unlink()
    return into


@pytest.mark.parametrize("name", CASES)
def test_messages(name: str, tmp_path: Path, golden: Golden) -> None:
    case = HERE / "broken" / name
    found = diagnostics(broken_project(case, tmp_path))
    assert name in {diagnostic.code for diagnostic in found}
    golden(case / "messages.txt", report.text(found, "sv"))


@pytest.mark.parametrize("name", MISTAKES)
def test_what_a_person_did_is_told(name: str, tmp_path: Path, golden: Golden) -> None:
    case = HERE / "mistakes" / name
    found = diagnostics(broken_project(case, tmp_path))
    assert found
    golden(case / "messages.txt", report.text(found, "sv"))


def test_every_code_has_a_folder() -> None:
    reported = {code for group in REPORTED for code in load_group(group).codes}
    assert set(CASES) == reported - ELSEWHERE.keys()


def test_good_project_has_no_problem() -> None:
    assert diagnostics(HERE / "good") == []
