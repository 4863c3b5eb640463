"""A new project builds at once, says nothing that was not told, and is there whole or not at all."""

import itertools
import os
import re
import subprocess
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner, Result

from safecomm.build import build
from safecomm.cli.main import cli
from safecomm.content.load import load
from safecomm.content.vocabulary import CommunityKind
from safecomm.diagnostic import Severity
from safecomm.editing import schema_files
from safecomm.editing.first_version import keep_first_version
from safecomm.editing.init import PAGES, PAGES_FOR_ALL, Answers
from safecomm.editing.init import init as make
from safecomm.report.plain import Terminal, overview
from tests.bilingual import DOCUMENTS
from tests.editing.test_schema import kind_of, rejected
from tests.interruption import ACTS, interrupted, needs_fork
from tests.test_broken import diagnostics

pytestmark = pytest.mark.slow

GIVEN: dict[str, Any] = {
    "name": 'Exempelby: "kommun"',
    "country": "Sverige",
    "county": "Exempellän",
    "code": "0001",
    "languages": "sv,en",
    "criteria-set": "sc6-2002",
}


ASKED = {name.replace("-", "_"): value for name, value in GIVEN.items()}
WHOLE = {".gitattributes", ".gitignore", "README.md", "content", "docs"}

SCREEN = 30
"""Lines: what `check` says of a new project on a terminal."""


def init(folder: Path, answers: str = "", **given: str) -> Result:
    options = [f"--{name}={value}" for name, value in given.items()]
    return CliRunner().invoke(cli, ["init", str(folder), *options], input=answers, catch_exceptions=False)


def test_a_new_project_builds_and_its_gaps_are_counted(tmp_path: Path) -> None:
    result = init(tmp_path / "deep" / "new", **GIVEN)
    assert result.exit_code == 0
    project = tmp_path / "deep" / "new"
    found = diagnostics(project)
    assert {diagnostic.severity for diagnostic in found} == {Severity.WARNING}
    assert {"not-filled-in", "no-letter", "criterion-without-evidence"} <= {diagnostic.code for diagnostic in found}
    assert f"\n{len(found)} luckor: criterion-without-evidence 6, " in result.output
    assert len(overview(found, "sv", Terminal(project, 80)).splitlines()) <= SCREEN
    assert len(build(project, DOCUMENTS, final=False, language=None).built) == len(DOCUMENTS)
    community = load(project).records["sv"].community
    assert (community.name, community.code) == (GIVEN["name"], GIVEN["code"])
    assert list(rejected(project)) == []


def test_what_nobody_has_written_is_shown_as_such_in_the_documents(tmp_path: Path) -> None:
    init(tmp_path / "new", **GIVEN)
    made = build(tmp_path / "new", DOCUMENTS, final=False, language=None).built
    # Neither a field's key, nor a year that stands for none, nor a table of dashes alone.
    assert [word for one in made for word in ("adopted_by", "1900", "| – | – | – |") if word in one.twin] == []
    asked = {"sv": "FYLL I titel", "en": "FILL IN title"}
    assert all(asked[one.document.language] in one.twin for one in made)


def test_nothing_of_another_municipality_is_in_it(tmp_path: Path) -> None:
    init(tmp_path / "new", **GIVEN)
    files = [file for file in tmp_path.rglob("*") if file.is_file() and ".git" not in file.parts]
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    assert len(texts) > 30
    assert [file for file, text in texts.items() for word in ("solna", "stockholm") if word in text.lower()] == []


def test_a_project_that_speaks_english_is_explained_in_english(tmp_path: Path) -> None:
    init(tmp_path / "new", **{**GIVEN, "languages": "en"})
    files = [tmp_path / "new" / "README.md", *tmp_path.glob("new/content/**/*.*")]
    texts = [file.read_text(encoding="utf-8") for file in files if file.suffix in {".md", ".yaml"}]
    assert len(texts) > 10
    assert [word for text in texts for word in (" och ", " inte ", "Inget ") if word in text] == []


def test_every_file_names_its_schema(tmp_path: Path) -> None:
    init(tmp_path, **GIVEN)
    for file in [*tmp_path.glob("content/[a-z]*.*"), *tmp_path.glob("content/*/*.md")]:
        line = schema_files.comment(kind_of(file.relative_to(tmp_path).as_posix()))
        assert line in file.read_text(encoding="utf-8").split("\n")[:2]
        assert (file.parent / line.split("=")[1]).is_file()
    assert {file.name for file in tmp_path.iterdir()} == WHOLE | {".git"}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_pages_for_the_officer_are_in_it(tmp_path: Path, language: str) -> None:
    init(tmp_path, **{**GIVEN, "languages": language})
    pages = {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "docs").iterdir()}
    assert pages.keys() == {*PAGES[language], *PAGES_FOR_ALL}
    links = {link for text in pages.values() for link in re.findall(r"\]\(([\w.-]+\.md)[#)]", text)}
    assert links <= pages.keys()
    assert [
        name for name, text in pages.items() if re.search(r"^!\[|In English:|På svenska:", text, re.MULTILINE)
    ] == []


def test_what_is_not_given_is_asked_for(tmp_path: Path) -> None:
    result = init(tmp_path / "new", "Exempelby kommun\nSverige\nsv,en\n\ndistrict\n", lang="sv")
    assert result.exit_code == 0
    assert "Kommunens namn: " in result.output
    community = load(tmp_path / "new").records["sv"].community
    # Not every country has counties and codes.
    assert (community.country, community.county, community.code) == ("Sverige", None, None)
    assert community.kind is CommunityKind.DISTRICT
    assert "nz6-2016     2016, " in result.output


def test_nobody_is_asked_in_vain(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = init(tmp_path, lang="sv")
    assert result.output.startswith(str(tmp_path))
    assert "Kommunens namn" not in result.output


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


def test_git_keeps_a_first_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    said = init(tmp_path / "new", **{**GIVEN, "name": "Ås kommun"}).output
    assert "Git har sparat en första version.\n" in said
    assert said.endswith("gör Word-dokumenten i build/\n")
    assert git(tmp_path / "new", "log", "--format=%an %s") == "Ås kommun Första versionen\n"
    assert git(tmp_path / "new", "status", "--short") == ""
    assert ".safecomm" not in git(tmp_path / "new", "ls-files")


def test_the_author_is_whom_git_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config"
    config.write_text(
        "[user]\n name = Anna Ek\n email = anna@example.org\n[commit]\n gpgSign = true\n", encoding="utf-8"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    init(tmp_path / "new", **GIVEN)
    assert git(tmp_path / "new", "log", "--format=%an %ae") == "Anna Ek anna@example.org\n"


@needs_fork
def test_a_run_that_is_killed_leaves_no_half_repository(tmp_path: Path) -> None:
    """And the next one, as when a version is saved on the desk, finds nothing in its way."""
    made = []
    for number in itertools.count(1):
        folder = tmp_path / str(number)
        (folder / "content").mkdir(parents=True)
        (folder / "content" / "a.md").write_text("a", encoding="utf-8")
        (folder / ".gitignore").write_text(".safecomm/\n", encoding="utf-8")
        cut_short = interrupted(partial(keep_first_version, folder, "Ås", "Första"), number, ACTS["killed"])
        made.append((folder / ".git").exists())
        if made[-1]:
            assert git(folder, "log", "--format=%s") == "Första\n"
        assert keep_first_version(folder, "Ås", "Första") == ("inside" if made[-1] else "kept")
        assert git(folder, "status", "--short", "--untracked-files=no") == ""
        assert not (folder / ".safecomm").exists()
        if not cut_short:
            break
    assert {True, False} <= set(made)


def test_no_repository_is_made_in_another(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert "ligger i ett Git-förråd som redan finns" in init(tmp_path / "new", **GIVEN).output
    assert not (tmp_path / "new" / ".git").exists()


def test_without_git_it_says_what_that_means(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said = init(tmp_path / "new", **GIVEN)
    assert (said.exit_code, "Git är inte installerat" in said.output) == (0, True)
    assert load(tmp_path / "new")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"criteria-set": "sc6-2012"}, "unknown-criteria-set"),
        ({"name": "a\x07"}, "character-forbidden"),
        ({"name": "a\nb"}, "line-break"),
        ({"county": " "}, "empty-value"),
        ({"code": "\udcff"}, "bad-encoding"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(given: dict[str, str], code: str, tmp_path: Path) -> None:
    result = init(tmp_path / "new", **(GIVEN | given))
    assert (result.exit_code, f"[{code}]" in result.output) == (1, True)
    assert list(tmp_path.iterdir()) == []
    assert init(tmp_path / "new", **GIVEN).exit_code == 0


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "mine.txt"):
        assert "[folder-taken]" in init(folder, **GIVEN).output
    assert [file.name for file in tmp_path.rglob("*")] == ["mine.txt"]


def test_what_the_system_leaves_in_a_folder_is_in_nobodys_way(tmp_path: Path) -> None:
    for name in ("desktop.ini", "Thumbs.db", ".DS_Store"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert init(tmp_path, **GIVEN).exit_code == 0
    assert load(tmp_path)


@needs_fork
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("there", [True, False])
def test_what_was_cut_short_can_be_repeated_with_other_answers(act: str, there: bool, tmp_path: Path) -> None:
    answers = Answers(**{**ASKED, "languages": ("sv", "en")})
    others = Answers("Annanby", "Sverige", "Län", "0002", ("en",), "sc7-2012")
    for number in numbers(answers):
        folder = tmp_path / str(number)
        if there:
            folder.mkdir()
        interrupted(partial(make, folder, answers, "sv"), number, ACTS[act])
        if not (folder / "content").exists():
            make(folder, others, "en")
        assert load(folder).records["en"].community.name in (answers.name, others.name)
        assert {file.name for file in folder.iterdir()} - {".safecomm"} == WHOLE
        assert "[project-there]" in init(folder, **GIVEN).output


@cache
def numbers(answers: Answers) -> list[int]:
    """The steps at which to interrupt: at the beginning, now and then while files are staged, and all to the end."""
    with TemporaryDirectory() as folder:
        work = partial(make, Path(folder) / "all", answers, "sv")
        count = next(number for number in itertools.count(100, 10) if not interrupted(work, number, ACTS["killed"]))
    return [*range(1, 6), *range(10, count - 25, 20), *range(count - 25, count + 1)]


def test_what_is_not_of_the_run_that_was_cut_short_stays(tmp_path: Path) -> None:
    staging = tmp_path / ".safecomm" / "init"
    (staging / "content").mkdir(parents=True)
    for name in ("README.md", ".gitignore", "content/mine.txt"):
        (staging / name).write_text("staged", encoding="utf-8")
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("staged", encoding="utf-8")
    (staging / ".gitattributes").symlink_to(tmp_path / "README.md")
    assert "[folder-taken]" in init(tmp_path, **GIVEN).output
    assert {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()} == {
        "README.md",
        ".safecomm/init/content/mine.txt",
    }
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
