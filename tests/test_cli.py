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

from safecomm.cli.group import help_texts
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


def test_a_gap_of_one_edition_stops_only_that_editions_final_document(tmp_path: Path) -> None:
    project = str(broken_project(HERE / "broken" / "untranslated", tmp_path))
    result = run("build", "--final", "--project", project, "--output", str(tmp_path / "final"))
    assert result.exit_code == 1
    assert "[untranslated measures/lighting]" in result.output
    assert "--final bygger inte på det språk som luckorna gäller" in result.output
    written = {"application.sv.docx", "application.sv.md", "programme.sv.docx", "programme.sv.md"}
    assert files(tmp_path / "final") == written
    again = run("build", "--final", "--project", project, "--output", str(tmp_path / "final"))
    assert again.exit_code == 1
    alone = run("build", "application.en", "--final", "--project", project, "--output", str(tmp_path / "english"))
    assert alone.exit_code == 1
    assert files(tmp_path / "english") == set()


@pytest.mark.parametrize("periods", [("1900", "2009"), ("2008-2011", "1900")])
def test_a_period_that_nobody_has_filled_in_stops_no_build(tmp_path: Path, periods: tuple[str, str]) -> None:
    project = broken_project(HERE / "good", tmp_path)
    programme, measure = (project / "content" / name for name in ("programme.md", "measures/lighting.md"))
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("period: 2008-2011", f"period: {periods[0]}"), encoding="utf-8")
    text = measure.read_text(encoding="utf-8").replace("---\n", f"---\nperiod: {periods[1]}\n", 1)
    measure.write_text(text, encoding="utf-8")
    result = run("check", "--project", str(project))
    assert result.exit_code == 0
    assert "”period” är inte ifylld" in result.output


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
    assert rows[1:] == [
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
    assert line.splitlines()[1].startswith(
        "::error file=content/measures/lighting.md,line=4,col=8,title=unknown-theme::”utte” är inget"
    )


def test_check_as_sarif(tmp_path: Path) -> None:
    project = str(broken_project(HERE / "broken" / "unknown-theme", tmp_path))
    log = json.loads(run("check", "--format", "sarif", "--project", project).output)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["unknown-theme"] * 2


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
    english = community.read_text(encoding="utf-8").replace("languages: [sv, en]", "language: en")
    community.write_text(english, encoding="utf-8")
    assert "error: “utte” is no theme" in run(command, "--project", str(project)).output
    assert "fel: ”utte” är inget tema" in run(command, "--project", str(project), "--lang", "sv").output


def test_a_code_is_explained_in_both_languages() -> None:
    assert run("explain", "unknown-theme", "--lang", "sv").output.startswith("Fel: ”…” är inget tema")
    english = run("explain", "[unknown-theme]", "--lang", "en").output
    assert english.startswith("Error: “…” is no theme")
    assert "\n    theme: indoors\n" in english


def test_an_unknown_code_is_wrong_usage() -> None:
    result = run("explain", "unknown-thema", "--lang", "sv")
    assert result.exit_code == 2
    assert "det finns ingen kod ”unknown-thema”; menade du ”unknown-theme”?" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "det finns inget kommando ”chek”; välj bland: acknowledge, audit, build, check, collect"),
        (["check", "--langg", "sv"], "det finns ingen flagga --langg; menade du --lang?"),
        (["check", "--nothing"], "det finns ingen flagga --nothing"),
        (["check", "--lang", "fi"], "--lang kan vara: sv, en"),
        (["check", "--lang"], "flaggan --lang saknar sitt värde"),
        (["build", "--final=ja"], "flaggan --final saknar sitt värde, eller har ett fast den inte ska ha något"),
        (["check", "--lang=sv", "--project", __file__], "--project ska vara en mapp"),
        (["check", "content"], "för många argument"),
        (["explain"], "KOD saknas"),
    ],
)
def test_wrong_usage_is_told_in_swedish(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert f"\nfel: {said}" in f"\n{result.output}"
    assert not re.search(r"Usage|Error|Try|Invalid|Got|Missing|No such", result.output)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "there is no command “chek”; choose from: acknowledge, audit, build, check, collect"),
        (["check", "--langg", "sv"], "there is no option --langg; did you mean --lang?"),
        (["check", "--lang", "fi"], "--lang can be: sv, en"),
        (["check", "--lang"], "the option --lang lacks its value"),
        (["check", "--output", "."], "--output must be a file"),
        (["check", "content"], "too many arguments"),
        (["explain"], "CODE is missing"),
        (["explain", "unknown-thema"], "there is no code “unknown-thema”; did you mean “unknown-theme”?"),
        (
            ["build", "programmet"],
            "“programmet” is no document of the project, whose languages are sv, en; ",
        ),
        (["build", "--output", "content"], "nothing can be written in content/ that way"),
        (["status", "--output", "content/status.md"], "nothing can be written in content/ that way"),
        (["diff", "HEAD", "a.docx"], "a Word file is compared with another Word file"),
        (["diff", "--author", "\x01"], "the name has characters that do not show"),
        (["diff", "--date", "igår"], "'igår' does not match the format '%Y-%m-%d'"),
        (["review"], "give the files that came back, or only --undo"),
        (["review", "--undo", "--output", "a"], "--output does not go with --undo"),
        (["schema", "measure"], "“measure” is no kind of file; choose from: "),
        (["template", "check", "x.docx"], "a template is called application.docx or briefs.docx"),
        (["template", "chek"], "there is no command “chek”; choose from: check, copy, fields"),
    ],
)
def test_wrong_usage_is_told_in_the_projects_language(
    english: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(english)
    result = run(*arguments)
    assert result.exit_code == 2
    assert f"\nError: {said}" in f"\n{result.output}"
    assert not SWEDISH.search(result.output)


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that speaks English, with a record that nobody answers for."""
    project = broken_project(HERE / "broken" / "no-responsible", tmp_path_factory.mktemp("english"))
    community = project / "content" / "community.md"
    text = community.read_text(encoding="utf-8").replace("languages: [sv, en]", "language: en")
    community.write_text(text, encoding="utf-8")
    return project


SWEDISH = re.compile(
    r"(?:^|\s)”|\b(?:är|på|och|som|inte|inget|ingen|eller|till|med|skrev|fel|lucka|luckor|tips|visar|FIL|MAPP|SLAG)\b"
)


@pytest.mark.parametrize(
    "arguments",
    [
        ["audit", "gone.docx"],
        ["build", "application.en"],
        ["build", "--final"],
        ["diff", ".", "."],
        ["diff", "gone"],
        ["explain", "no-responsible"],
        ["new", "measure", "lighting"],
        ["new", "measure", "benches"],
        ["rename", "nothing", "other"],
        ["review", "gone.docx"],
        ["review", "--undo"],
        ["schema"],
        ["schema", "--write"],
        ["sent", "programme"],
        ["status"],
        ["text", "gone.docx"],
        ["translated", "gone.en.md"],
    ],
    ids=" ".join,
)
def test_every_command_answers_in_the_projects_language(
    english: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(english)
    result = run(*arguments)
    assert result.output
    assert result.exit_code in (0, 1)
    assert not SWEDISH.search(result.output)


def test_a_new_project_asks_in_the_language_that_it_is_to_speak(tmp_path: Path) -> None:
    answers = "Exempelby\nSweden\n\n\n"
    result = CliRunner().invoke(cli, ["init", str(tmp_path / "new"), "--languages", "en"], input=answers)
    assert result.output.startswith("Name of the community: ")
    assert result.exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--format", "sarif"],
        ["status", "--format", "html"],
        ["schema", "measures"],
        ["template", "fields", "programme"],
    ],
    ids=" ".join,
)
def test_a_file_that_is_named_gets_what_would_be_shown(
    english: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str]
) -> None:
    monkeypatch.chdir(english)
    file = tmp_path / "answer"
    result = run(*arguments, "--output", str(file))
    assert result.output == f"wrote {file}\n"
    shown = run(*arguments)
    assert file.read_bytes() == shown.output.encode()
    assert result.exit_code == shown.exit_code


def names(command: click.Command, *before: str) -> Iterator[tuple[str, ...]]:
    """The command and all below it, as they are typed."""
    yield before
    for name, inner in getattr(command, "commands", {}).items():
        yield from names(inner, *before, name)


@pytest.mark.parametrize("command", [*names(cli)], ids=" ".join)
def test_help_is_in_swedish(command: tuple[str, ...]) -> None:
    text = run(*command, "--help").output
    assert text.startswith("Användning: ")
    assert not re.search(r"Usage|OPTIONS|Options|Commands|COMMAND|Show|DIRECTORY", text)


@pytest.mark.parametrize("command", [*names(cli)], ids=" ".join)
def test_help_is_in_english_in_an_english_project(
    english: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(english)
    text = run(*command, "--help").output
    assert text.startswith("Usage: ")
    assert "Examples:" in text
    assert not SWEDISH.search(text)


def parameters(command: click.Command, *before: str) -> Iterator[tuple[str, str]]:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield " ".join(before) or "safecomm", str(parameter.name)
            if parameter.prompt:
                yield " ".join(before), f"{parameter.name}-prompt"
    for name, inner in getattr(command, "commands", {}).items():
        yield from parameters(inner, *before, name)


def test_the_english_help_has_every_parameter_and_no_other() -> None:
    texts = help_texts("en")
    listed = {(command, key) for command, says in texts.items() if command != "words" for key in says if key != "help"}
    there = set(parameters(cli))
    common = {name for command, name in listed if command == "common"}
    assert {(command, name) for command, name in there if name not in common} <= listed
    assert listed <= there | {("common", name) for _, name in there}


@pytest.mark.parametrize(("project", "codes"), [("good", 0), ("broken/no-date", 1)])
def test_only_the_codes_that_are_reported_are_parsed(tmp_path: Path, project: str, codes: int) -> None:
    folder = str(broken_project(HERE / project, tmp_path))
    code = (
        "from safecomm.cli.main import cli; from safecomm.codes.codes import code_named, load_group\n"
        f"try: cli(['check', '--project', {folder!r}], standalone_mode=False)\n"
        "finally: print(code_named.cache_info().currsize, load_group.cache_info().currsize)"
    )
    assert python(code).stdout.endswith(f"\n{codes} 0\n")


def test_the_project_is_the_nearest_folder_upward_with_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = broken_project(HERE / "broken" / "no-date", tmp_path)
    monkeypatch.chdir(project / "content" / "measures")
    assert "no-date" in run("check").output


def test_without_a_project_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert result.exit_code == 1
    assert f"content: error: {tmp_path / 'content'} does not exist" in result.output


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


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (["check"], "codes/rules.toml"),
        (["check"], "content/criteria_sets/sc6-2002.toml"),
        (["build"], "templates/programme.docx"),
        (["template", "check"], "templates/phrases.en.jinja"),
        (["status", "--format", "html"], "html/status.html.jinja"),
    ],
)
def test_a_file_that_the_program_came_without_is_a_bug_of_ours(command: list[str], file: str, tmp_path: Path) -> None:
    package = tmp_path / "safecomm"
    shutil.copytree(FOLDER.parent, package)
    shutil.copytree(FOLDER.parents[1] / "templates", package / "templates")
    (package / file).unlink()
    project = str(broken_project(HERE / "broken" / "no-date", tmp_path / "project"))
    result = python(
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from safecomm.cli.main import main\n"
        f"sys.argv = ['safecomm', *{command!r}, '--project', {project!r}]; main()"
    )
    assert result.returncode == 3, result.stderr
    assert Path(file).name in result.stderr


def test_a_console_that_cannot_show_swedish_shows_question_marks() -> None:
    said = terminal(repr(["safecomm", "chek"]), PYTHONIOENCODING="koi8-r")
    assert "fel: det finns inget kommando ?chek?; v?lj bland: acknowledge, audit" in said


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_what_leaves_for_a_file_is_utf_8(tmp_path: Path, encoding: str) -> None:
    project = str(broken_project(HERE / "broken" / "unknown-theme", tmp_path))
    code = f"from safecomm.cli.main import main; import sys; sys.argv = ['safecomm', 'check', '--project', {project!r}]"
    result = subprocess.run(
        [sys.executable, "-c", f"{code}; main()"],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        check=False,
    )
    assert "”utte” är inget tema".encode() in result.stdout


def test_a_plugin_of_a_library_that_somebody_installed_does_not_run(tmp_path: Path) -> None:
    (tmp_path / "other.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nplugin = None\n", encoding="utf-8")
    described = tmp_path / "other-1.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1\n", encoding="utf-8")
    (described / "entry_points.txt").write_text("[pydantic]\nother = other:plugin\n", encoding="utf-8")
    code = (
        f"import sys; sys.path.append({str(tmp_path)!r}); from safecomm.cli.main import main\n"
        f"sys.argv = ['safecomm', 'check', '--project', {GOOD!r}]; main()"
    )
    assert python(code, SAFECOMM_CACHE="off").returncode == 0
    assert not (tmp_path / "ran").exists()


def test_what_waits_for_the_end_of_a_run_is_called(tmp_path: Path) -> None:
    code = (
        "import atexit, sys; from safecomm.cli.main import main\n"
        f"atexit.register(lambda: open({str(tmp_path / 'ended')!r}, 'w'))\n"
        f"sys.argv = ['safecomm', 'check', '--project', {GOOD!r}]; main()"
    )
    assert python(code).returncode == 0
    assert files(tmp_path) == {"ended"}


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
