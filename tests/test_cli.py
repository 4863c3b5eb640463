"""The command line as a person meets it: exit codes, messages, and files that are whole."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from safecomm.codes.codes import FOLDER
from tests.test_broken import HERE, broken_project

GOOD = str(HERE / "good")


@pytest.fixture
def good(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A copy of the good project: what is built of it is kept in it."""
    return str(broken_project(HERE / "good", tmp_path_factory.mktemp("good")))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs code in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=os.environ | environment, check=False
    )


def files(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()} if folder.is_dir() else set()


def test_build_writes_every_document_and_says_so(tmp_path: Path, good: str) -> None:
    result = run("build", "--project", good, "--output", str(tmp_path / "out"))
    assert result.exit_code == 0
    stems = {"programme.sv", "application.en", "application.sv"}
    assert files(tmp_path / "out") == {f"{stem}.{ending}" for stem in stems for ending in ("docx", "md")}
    lines = result.output.splitlines()
    assert [line.startswith("skrev ") for line in lines] == [True, True, True, False]
    assert lines[-1] == "inga fel och inga luckor"


@pytest.mark.parametrize(
    ("names", "stems"),
    [
        (["application"], {"application.en", "application.sv"}),
        (["application.en"], {"application.en"}),
        (["programme", "programme.sv"], {"programme.sv"}),
    ],
)
def test_build_writes_the_documents_that_are_named(
    tmp_path: Path, names: list[str], stems: set[str], good: str
) -> None:
    assert run("build", *names, "--project", good, "--output", str(tmp_path)).exit_code == 0
    assert {file.removesuffix(".docx") for file in files(tmp_path) if file.endswith(".docx")} == stems


def test_an_author_that_no_word_file_can_hold_is_wrong_usage() -> None:
    result = run("diff", "--docx", "--author", "Gran\x01skaren", "--project", GOOD)
    assert result.exit_code == 2
    assert "tecken som inte syns" in result.output


def test_an_unknown_document_is_wrong_usage() -> None:
    result = run("build", "programmet", "--project", GOOD)
    assert result.exit_code == 2
    assert "”programmet” är inget dokument" in result.output


def test_errors_stop_the_build_and_leave_what_was_there(tmp_path: Path) -> None:
    project = broken_project(HERE / "broken" / "unknown-reference", tmp_path)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "programme.sv.docx").write_bytes(b"earlier")
    result = run("build", "--project", str(project))
    assert result.exit_code == 1
    assert "content/measures/lighting.md:7:22: fel: ”poliisen” finns inte" in result.output
    assert "inget dokument skrevs" in result.output
    assert files(tmp_path / "build") == {"programme.sv.docx"}
    assert (tmp_path / "build" / "programme.sv.docx").read_bytes() == b"earlier"


def test_a_gap_stops_only_a_final_document(tmp_path: Path) -> None:
    project = str(broken_project(HERE / "broken" / "no-responsible", tmp_path))
    draft = run("build", "--project", project)
    assert draft.exit_code == 0
    assert "1 lucka: no-responsible 1" in draft.output
    final = run("build", "--final", "--project", project, "--output", str(tmp_path / "final"))
    assert final.exit_code == 1
    assert "--final bygger inte så länge en lucka finns kvar" in final.output
    assert files(tmp_path / "final") == set()


def test_check_exits_by_severity_and_speaks_the_language_asked_for(tmp_path: Path) -> None:
    gap = str(broken_project(HERE / "broken" / "no-responsible", tmp_path / "gap"))
    error = str(broken_project(HERE / "broken" / "unknown-theme", tmp_path / "error"))
    assert run("check", "--project", GOOD).output == "inga fel och inga luckor\n"
    assert run("check", "--project", gap).exit_code == 0
    assert run("check", "--project", error).exit_code == 1
    assert (
        "gap: nobody is responsible for the measure “Lighting”" in run("check", "--project", gap, "--lang", "en").output
    )


def test_check_as_json_and_for_github(tmp_path: Path) -> None:
    project = str(broken_project(HERE / "broken" / "unknown-theme", tmp_path))
    rows = json.loads(run("check", "--format", "json", "--project", project).output)
    assert rows == [
        {
            "path": "content/measures/lighting.md",
            "line": 4,
            "column": 8,
            "severity": "error",
            "code": "unknown-theme",
            "message": "”utte” är inget tema i kriteriet programmes",
            "hint": "menade du ”ute”?",
        }
    ]
    line = run("check", "--format", "github", "--project", project).output
    assert line.startswith(
        "::error file=content/measures/lighting.md,line=4,col=8,title=unknown-theme::”utte” är inget"
    )


def test_check_as_sarif(tmp_path: Path) -> None:
    project = str(broken_project(HERE / "broken" / "unknown-theme", tmp_path))
    log = json.loads(run("check", "--format", "sarif", "--project", project).output)
    assert [each["ruleId"] for each in log["runs"][0]["results"]] == ["unknown-theme"]


def terminal(code: str, **environment: str) -> str:
    """What `main()` prints on a terminal 80 columns wide."""
    leader, follower = os.openpty()
    environment = {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8", **environment}
    command = [sys.executable, "-c", f"import sys; from safecomm.cli.main import main; sys.argv = {code}; main()"]
    process = subprocess.Popen(command, stdout=follower, stderr=follower, env=os.environ | environment)
    os.close(follower)
    with os.fdopen(leader, "rb") as shown:
        found = b""
        # At the end of a terminal Linux reports an error in place of an empty read.
        with suppress(OSError):
            while chunk := shown.read1():
                found += chunk
    process.wait()
    return found.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_terminal_shows_the_line_with_the_spot_marked(tmp_path: Path, command: str) -> None:
    project = str(broken_project(HERE / "broken" / "unknown-theme", tmp_path))
    lines = "     4 | theme: utte\n       |        ^^^^\n"
    coloured = terminal(repr(["safecomm", command, "--project", project]), NO_COLOR="")
    assert lines in coloured
    assert "\033[31mfel\033[0m" in coloured
    plain = terminal(repr(["safecomm", command, "--project", project]), NO_COLOR="1")
    assert lines in plain
    assert "\033" not in plain
    assert "4 | theme" not in run(command, "--project", project).output


@pytest.mark.parametrize("command", ["check", "build"])
def test_what_cannot_be_read_is_told_in_the_projects_language(tmp_path: Path, command: str) -> None:
    project = broken_project(HERE / "broken" / "unknown-theme", tmp_path)
    community = project / "content" / "community.md"
    english = community.read_text(encoding="utf-8").replace("language: sv", "language: en")
    community.write_text(english, encoding="utf-8")
    assert "error: “utte” is no theme" in run(command, "--project", str(project)).output
    assert "fel: ”utte” är inget tema" in run(command, "--project", str(project), "--lang", "sv").output


def test_a_code_is_explained_in_both_languages() -> None:
    assert run("explain", "unknown-theme", "--lang", "sv").output.startswith("Fel: ”…” är inget tema")
    english = run("explain", "[unknown-theme]", "--lang", "en").output
    assert english.startswith("Error: “…” is no theme")
    assert "\n    theme: inne\n" in english


def test_an_unknown_code_is_wrong_usage() -> None:
    result = run("explain", "unknown-thema", "--lang", "sv")
    assert result.exit_code == 2
    assert "det finns ingen kod ”unknown-thema”; menade du ”unknown-theme”?" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "det finns inget kommando ”chek”; välj bland: audit, build, check, diff"),
        (["check", "--langg", "sv"], "det finns ingen flagga --langg; menade du --lang?"),
        (["check", "--nothing"], "det finns ingen flagga --nothing"),
        (["check", "--lang", "fi"], "--lang kan vara: sv, en"),
        (["check", "--lang"], "flaggan --lang saknar sitt värde"),
        (["build", "--final=ja"], "flaggan --final saknar sitt värde, eller har ett fast den inte ska ha något"),
        (["check", "--project", __file__], "--project ska vara en mapp"),
        (["check", "content"], "för många argument"),
        (["explain"], "KOD saknas"),
    ],
)
def test_wrong_usage_is_told_in_swedish(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert f"\nfel: {said}" in f"\n{result.output}"
    assert not re.search(r"Usage|Error|Try|Invalid|Got|Missing|No such", result.output)


def names(command: click.Command, *before: str) -> Iterator[tuple[str, ...]]:
    """The command and all below it, as they are typed."""
    yield before
    for name, each in getattr(command, "commands", {}).items():
        yield from names(each, *before, name)


@pytest.mark.parametrize("command", [*names(cli)], ids=" ".join)
def test_help_is_in_swedish(command: tuple[str, ...]) -> None:
    text = run(*command, "--help").output
    assert text.startswith("Användning: ")
    assert not re.search(r"Usage|OPTIONS|Options|Commands|COMMAND|Show|DIRECTORY", text)


@pytest.mark.parametrize(("project", "groups"), [("good", 0), ("broken/no-date", 1)])
def test_only_the_codes_of_the_groups_that_are_reported_are_read(tmp_path: Path, project: str, groups: int) -> None:
    folder = str(broken_project(HERE / project, tmp_path))
    code = (
        "from safecomm.cli.main import cli; from safecomm.codes.codes import load_group\n"
        f"try: cli(['check', '--project', {folder!r}], standalone_mode=False)\n"
        "finally: print(load_group.cache_info().currsize)"
    )
    assert python(code).stdout.endswith(f"\n{groups}\n")


def test_the_project_is_the_nearest_folder_upward_with_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = broken_project(HERE / "broken" / "no-date", tmp_path)
    monkeypatch.chdir(project / "content" / "measures")
    assert "no-date" in run("check").output


def test_without_a_project_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert result.exit_code == 1
    assert f"content: fel: {tmp_path / 'content'} finns inte" in result.output


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_import_no_heavy_library(option: str) -> None:
    code = (
        "import sys; from safecomm.cli.main import main; sys.argv = ['safecomm', sys.argv[-1]]\n"
        "try: main()\nexcept SystemExit as stop: assert not stop.code\n"
        "assert not sys.modules.keys() & {'pydantic', 'docxtpl', 'docx', 'lxml', 'jinja2', 'yaml', 'markdown_it'}"
    ).replace("sys.argv[-1]", repr(option))
    result = python(code)
    assert result.returncode == 0, result.stderr
    assert "safecomm" in result.stdout


@pytest.mark.parametrize("command", list(cli.commands))
def test_every_command_helps_with_an_example(command: str) -> None:
    assert f"safecomm {command}" in run(command, "--help").output.split("Exempel:")[1]


def test_a_bug_of_ours_shows_its_traceback_and_exits_3() -> None:
    result = python(
        "import sys, click; from safecomm.cli.main import cli, main\n"
        "cli.add_command(click.Command('crash', callback=lambda: [].pop()))\n"
        "sys.argv = ['safecomm', 'crash']; main()"
    )
    assert result.returncode == 3
    assert "IndexError" in result.stderr


def test_a_file_that_the_program_came_without_is_a_bug_of_ours(tmp_path: Path) -> None:
    shutil.copytree(FOLDER.parent, tmp_path / "safecomm")
    (tmp_path / "safecomm" / "codes" / "rules.toml").unlink()
    project = str(broken_project(HERE / "broken" / "no-date", tmp_path / "project"))
    result = python(
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from safecomm.cli.main import main\n"
        f"sys.argv = ['safecomm', 'check', '--project', {project!r}]; main()"
    )
    assert result.returncode == 3, result.stderr
    assert "rules.toml" in result.stderr


def test_a_console_that_cannot_show_swedish_is_no_error() -> None:
    code = (
        "import sys; from safecomm.cli.main import main\n"
        f"sys.argv = ['safecomm', 'check', '--project', {GOOD!r}]; main()"
    )
    assert python(code, PYTHONIOENCODING="ascii").returncode == 0


def test_a_full_disk_leaves_the_earlier_file_and_nothing_else(tmp_path: Path, good: str) -> None:
    earlier = tmp_path / "programme.sv.docx"
    earlier.write_bytes(b"earlier")
    code = (
        "import resource, sys; from safecomm.cli.main import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        f"sys.argv = ['safecomm', 'build', 'programme', '--project', {good!r}, '--output', {str(tmp_path)!r}]; main()"
    )
    result = python(code, PYTHONDONTWRITEBYTECODE="1")
    assert result.returncode == 1, result.stderr
    assert "filen får inte plats på disken" in result.stderr
    assert files(tmp_path) == {"programme.sv.docx"}
    assert earlier.read_bytes() == b"earlier"


def test_one_file_that_cannot_be_written_keeps_all_others_as_they_were(tmp_path: Path, good: str) -> None:
    (tmp_path / "application.sv.md").mkdir()
    (tmp_path / "programme.sv.docx").write_bytes(b"earlier")
    result = run("build", "--project", good, "--output", str(tmp_path))
    assert result.exit_code == 1
    assert "cannot-write" in result.output
    assert "skrev " not in result.output
    assert files(tmp_path) == {"application.sv.md", "programme.sv.docx"}
    assert (tmp_path / "programme.sv.docx").read_bytes() == b"earlier"


@pytest.mark.parametrize("folder", ["content", "content/measures", "templates"])
def test_the_editors_files_are_no_place_for_documents(tmp_path: Path, folder: str) -> None:
    project = broken_project(HERE / "broken" / "no-date", tmp_path)
    before = {file: file.read_bytes() for file in project.rglob("*.md")}
    result = run("build", "--project", str(project), "--output", str(project / folder))
    assert result.exit_code == 2
    assert {file: file.read_bytes() for file in project.rglob("*.md")} == before


@pytest.mark.parametrize("stream", ["sys.stdout", "sys.stderr"])
def test_a_closed_output_is_no_bug(stream: str) -> None:
    code = (
        f"import sys; {stream}.close(); {stream} = None; from safecomm.cli.main import main\n"
        f"sys.argv = ['safecomm', 'check', '--project', {GOOD!r}]; main()"
    )
    assert python(code).returncode == 0


def test_an_output_that_takes_nothing_is_the_machines_fault() -> None:
    code = (
        "import sys; sys.stdout = open('/dev/full', 'w'); from safecomm.cli.main import main\n"
        f"sys.argv = ['safecomm', 'check', '--project', {GOOD!r}]; main()"
    )
    result = python(code)
    assert result.returncode == 1
    assert "[machine]" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_that_is_gone_is_the_machines_fault(tmp_path: Path) -> None:
    code = (
        "import os, sys; from safecomm.cli.main import main\n"
        f"os.chdir({str(tmp_path)!r}); os.rmdir({str(tmp_path)!r}); sys.argv = ['safecomm', 'check']; main()"
    )
    result = python(code)
    assert (result.returncode, "[machine]" in result.stderr) == (1, True), result.stderr


def test_an_output_that_is_a_file_is_refused(tmp_path: Path, good: str) -> None:
    (tmp_path / "out").write_text("in the way")
    result = run("build", "programme", "--project", good, "--output", str(tmp_path / "out" / "deep"))
    assert result.exit_code == 1
    assert "cannot-write" in result.output
