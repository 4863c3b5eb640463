"""Translations that their originals leave behind: told, shown in the document, confirmed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.editing.translated import confirm
from safecomm.rules.all_rules import check
from tests.bilingual import documents_matching

GOOD = Path(__file__).parents[1] / "good" / "content"
MEASURE, TRANSLATION = "content/measures/lighting.md", "content/measures/lighting.en.md"
NOTICE = "This translation follows an earlier text"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "content")
    return tmp_path


def change(project: Path, path: str, old: str, new: str) -> None:
    file = project / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def found(project: Path) -> list[Diagnostic]:
    return [each.diagnostic for each in check(load(project), "sv")]


def english(project: Path) -> str:
    (built,) = build(project, documents_matching("application.en"), False, None).built
    return built.twin


def test_a_changed_original_leaves_its_translation_behind(project: Path) -> None:
    change(project, MEASURE, "Insatsen görs.", "Insatsen görs varje höst.")
    (outdated,) = found(project)
    assert (outdated.code, outdated.location.path) == ("translation-outdated", TRANSLATION)
    assert english(project).count(NOTICE) == 1


def test_facts_that_are_not_translated_may_change(project: Path) -> None:
    change(project, MEASURE, "order: 10", "order: 20")
    change(project, MEASURE, "Insatsen görs.\n", "Insatsen görs.  \n\n")
    assert found(project) == []
    assert NOTICE not in english(project)


def test_a_changed_title_counts(project: Path) -> None:
    change(project, MEASURE, "title: Belysning", "title: Ljus")
    assert [each.code for each in found(project)] == ["translation-outdated"]


def test_a_confirmed_translation_follows_again(project: Path) -> None:
    change(project, MEASURE, "Insatsen görs.", "Insatsen görs varje höst.")
    before = (project / TRANSLATION).read_text(encoding="utf-8").splitlines()
    assert confirm(project, [project / MEASURE]) == [project / TRANSLATION]
    after = (project / TRANSLATION).read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == [line for line in after if line.startswith("translates: ")]
    assert len(before) == len(after)
    assert found(project) == []


def test_a_translation_that_never_said_is_asked_to(project: Path) -> None:
    file = project / TRANSLATION
    text = "\r\n".join(line for line in file.read_text(encoding="utf-8").splitlines() if "translates" not in line)
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert [each.code for each in found(project)] == ["translation-unconfirmed"]
    assert NOTICE not in english(project)
    confirm(project, [file])
    assert found(project) == []
    assert file.read_bytes().startswith(b"\xef\xbb\xbf---\r\n")
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "---\r\ntitle: A\ntranslates: v0 # Anna\r\n---\nText.\r",
            "---\r\ntitle: A\ntranslates: {} # Anna\r\n---\nText.\r",
        ),
        ("\ufeff---\r\ntitle: A\n---\r\nText.", "\ufeff---\r\ntitle: A\ntranslates: {}\n---\r\nText."),
        ("---\ntitle: A\r---\nText.", "---\ntitle: A\rtranslates: {}\r---\nText."),
        ("---\n'translates' : 'v0'\r\n---\r\nText.", "---\n'translates' : '{}'\r\n---\r\nText."),
        ("---\ntranslates:\n---\nText.", "---\ntranslates: {}\n---\nText."),
        ("---\n---\nText.", "---\ntranslates: {}\n---\nText."),
        ("---\ntitle: |\n  translates: v0\n---\nText.", "---\ntitle: |\n  translates: v0\ntranslates: {}\n---\nText."),
    ],
)
def test_every_other_byte_stays(project: Path, before: str, after: str) -> None:
    file = project / TRANSLATION
    follows = file.read_text(encoding="utf-8").partition("translates: ")[2].partition("\n")[0]
    file.write_bytes(before.encode())
    confirm(project, [file])
    assert file.read_bytes().decode() == after.format(follows)


@pytest.mark.parametrize(
    "front", ["{title: A}", "  title: A", 'translates: "v\\x30"', "translates: |\n  v0", "title: A\n..."]
)
def test_what_would_not_say_the_same_is_not_written(project: Path, front: str) -> None:
    file = project / TRANSLATION
    file.write_text(f"---\n{front}\n---\nText.\n", encoding="utf-8")
    with pytest.raises(ContentError) as fault:
        confirm(project, [file])
    assert [each.code for each in fault.value.diagnostics] == ["cannot-confirm"]
    assert "translates: v" in fault.value.diagnostics[0].hint("sv")
    assert file.read_text(encoding="utf-8") == f"---\n{front}\n---\nText.\n"


def test_a_list_of_works_has_no_translation_of_its_own(project: Path) -> None:
    with pytest.raises(ContentError) as fault:
        confirm(project, [project / "content" / "measures" / "list.yaml"])
    (said,) = fault.value.diagnostics
    assert (said.code, said.location.path) == ("no-translation", "content/measures/list.yaml")


def test_all_are_confirmed_or_none(project: Path) -> None:
    change(project, MEASURE, "Insatsen görs.", "Insatsen görs varje höst.")
    other = project / "content/organisations.yaml"
    with pytest.raises(ContentError) as fault:
        confirm(project, [project / TRANSLATION, other])
    assert [each.code for each in fault.value.diagnostics] == ["no-translation"]
    assert [each.code for each in found(project)] == ["translation-outdated"]


def git(project: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=project, check=True, capture_output=True)


def test_git_remembers_what_changed_since(project: Path) -> None:
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "Som översatt")
    change(project, MEASURE, "Insatsen görs.", "Insatsen görs varje höst.")
    git(project, "commit", "-qam", "Ändrad")
    change(project, MEASURE, "varje höst", "varje vår")
    (outdated,) = found(project)
    assert outdated.message("sv").endswith(": ”Insatsen görs.” → ”Insatsen görs varje vår.”")
    (outdated,) = (finding.diagnostic for finding in check(load(project), "en"))
    assert outdated.message("en").endswith(": “Insatsen görs.” → “Insatsen görs varje vår.”")


def test_git_is_asked_once_for_what_it_remembers(project: Path) -> None:
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "Som översatt")
    change(project, MEASURE, "Insatsen görs.", "Insatsen görs varje höst.")
    assert found(project)[0].message("sv").endswith(": ”Insatsen görs.” → ”Insatsen görs varje höst.”")
    (project / ".git").rename(project / "elsewhere")
    change(project, MEASURE, "varje höst", "varje vår")
    assert found(project)[0].message("sv").endswith(": ”Insatsen görs.” → ”Insatsen görs varje vår.”")


def test_what_stands_in_one_language_and_should_makes_no_noise(project: Path) -> None:
    (project / "content/application.en.md").unlink()
    assert "untranslated" in [each.code for each in found(project)]
    change(project, "content/application.md", "version:", "one_language: [letter, summary]\nversion:")
    assert found(project) == []
    assert "Vi står bakom" not in english(project)
