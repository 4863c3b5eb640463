"""What looks private is asked about, and little else."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from safecomm.content.load import load
from safecomm.content.private_texts import PRIVATE
from safecomm.rules.all_rules import privacy_questions
from tests.test_broken import HERE

PROJECT = HERE.parent


@pytest.mark.parametrize(
    "text",
    [
        "070-123 45 67",
        "0701234567",
        "+46 70 123 45 67",
        "+46 (0)73-123 45 67",
        "0046 72 123 45 67",
        "+47 912 34 567",
        "anna.andersson@gmail.com",
        "anna@hotmail.se",
        "anna@yahoo.co.uk",
        "c/o Andersson",
        "Storgatan 1 lgh 1102",
        "19800131-1234",
        "800131-1234",
    ],
)
def test_private_data_are_seen(text: str) -> None:
    assert PRIVATE.search(f"Ring {text} i dag.")


@pytest.mark.parametrize(
    "text",
    [
        "08-746 10 00",
        "+46 8 746 10 00",
        "anna.andersson@solna.se",
        "KS/2008:282",
        "2008-10-13",
        "07 123 invånare",
        "65 289 invånare och 070 000",
        "ISBN 978-91-7000-123-4",
        "https://example.org/070-1234567890123",
        "Storgatan 1, 171 86 Solna",
        "0,7012345678",
    ],
)
def test_figures_and_what_belongs_to_work_are_not_asked_about(text: str) -> None:
    assert not PRIVATE.search(text)


def test_nothing_of_solna_is_asked_about() -> None:
    assert privacy_questions(load(PROJECT), "sv") == []


def check(root: Path) -> Result:
    return CliRunner().invoke(cli, ["check", "--project", str(root), "--lang", "sv"], catch_exceptions=False)


def test_check_asks_and_nothing_waits_for_the_answer(tmp_path: Path) -> None:
    shutil.copytree(HERE / "good", tmp_path, dirs_exist_ok=True)
    measure = tmp_path / "content" / "measures" / "lighting.md"
    measure.write_text(measure.read_text(encoding="utf-8") + "\nRing 070-123 45 67.\n", encoding="utf-8")
    translation = measure.with_name("lighting.en.md")
    translation.write_text(translation.read_text(encoding="utf-8") + "\nMail anna@gmail.com.\n", encoding="utf-8")
    result = check(tmp_path)
    assert result.exit_code == 0
    assert "fråga: ”070-123 45 67” ser ut som en privat uppgift [private-data]" in result.stdout
    assert "fråga: ”anna@gmail.com” ser ut som en privat uppgift [private-data]" in result.stdout
    assert "2 frågor" in result.stdout.splitlines()[-1]
