"""The commands for whoever designs the Word templates."""

import shutil
from pathlib import Path

import pytest
from jinja2.filters import FILTERS

from safecomm.build import view
from safecomm.catalogue import DOCUMENT_KINDS, DocumentKind
from safecomm.content.load import load
from safecomm.documents.edition import Edition
from safecomm.template_contract import check, view_type
from safecomm.word.contract.filters import KEEPING, PUTTING_TOGETHER, TAKES, WRITING
from safecomm.word.contract.kinds import ANYTHING, Listed, Maybe, ViewRecord, kind_of
from safecomm.word.contract.template_parser import ENVIRONMENT
from safecomm.word.contract.view_fields import fields
from safecomm.word.view_texts import fields_of
from tests.bilingual import documents_matching
from tests.test_broken import HERE
from tests.test_cli import GOOD, run

PROJECT = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with templates of its own."""
    shutil.copytree(HERE / "good", tmp_path, dirs_exist_ok=True)
    shutil.copytree(PROJECT / "templates", tmp_path / "templates")
    return tmp_path


def test_check_says_nothing_of_the_templates_of_the_program() -> None:
    result = run("template", "check", "--project", GOOD)
    assert (result.exit_code, result.output) == (0, "inga fel och inga luckor\n")


def test_check_tells_a_fault_in_the_language_asked_for(project: Path) -> None:
    phrases = project / "templates" / "phrases.en.jinja"
    phrases.write_text(
        phrases.read_text(encoding="utf-8").replace("{% set applies =", "{% set aplies ="), encoding="utf-8"
    )
    application = str(project / "templates" / "application.docx")
    result = run("template", "check", application, "--project", str(project), "--lang", "en")
    assert result.exit_code == 1
    first, *others = result.output.splitlines()
    assert first.startswith("templates/application.docx: error: “t.applies” is not in templates/phrases.en.jinja: “")
    assert others == ["    hint: did you mean “aplies”?", "1 error"]


def test_check_of_one_file_takes_the_phrases_beside_it_or_those_of_the_project(project: Path, tmp_path: Path) -> None:
    (project / "templates" / "phrases.sv.jinja").write_text("")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    file = Path(shutil.copy(PROJECT / "templates" / "programme.docx", elsewhere))
    assert {each.code for each in check(project, [file])} == {"template-own-phrase", "template-phrase"}
    shutil.copy(PROJECT / "templates" / "phrases.sv.jinja", elsewhere)
    assert check(project, [file]) == []


def test_a_file_is_known_by_its_name() -> None:
    result = run("template", "check", "min-mall.docx")
    assert result.exit_code == 2
    assert "application.docx eller briefs.docx" in result.output


def test_a_template_that_is_not_there_is_told_once() -> None:
    result = run("template", "check", "nowhere/programme.docx", "--project", GOOD)
    assert result.exit_code == 1
    assert result.output.count("[template-missing]") == 1


def test_fields_stand_in_columns_with_examples() -> None:
    lines = run("template", "fields", "programme", "--project", str(PROJECT)).output.splitlines()
    assert lines[:2] == ["programme.sv", ""]
    rows = {path: (kind, example) for path, kind, example in (columns(line, lines[2]) for line in lines[2:])}
    assert rows["namn"] == ("slag", "exempel")
    assert rows["facts.registry_number"] == ("text", "KS/2008:282")
    assert rows["areas"] == ("list of ProgrammeArea", "")
    assert rows["areas[].groups[].themes[].measures[].responsible"][0] == "text?"
    assert rows["draft"] == ("bool", "")


def columns(line: str, head: str) -> tuple[str, str, str]:
    kind, example = head.index("slag"), head.index("exempel")
    return line[:kind].strip(), line[kind:example].strip(), line[example:].strip()


def test_both_languages_of_a_document_are_told_once_unless_one_is_asked_for() -> None:
    output = run("template", "fields", "application", "--project", GOOD).output
    assert output.startswith("application.sv\n")
    assert "application.en\n" not in output
    assert run("template", "fields", "application.en", "--project", GOOD).output.startswith("application.en\n")


def test_errors_in_the_content_stop_fields(tmp_path: Path) -> None:
    result = run("template", "fields", "--project", str(tmp_path))
    assert result.exit_code == 1
    assert "[missing-folder]" in result.output


@pytest.mark.parametrize("command", ["check", "fields"])
def test_every_command_helps_with_an_example(command: str) -> None:
    assert f"safecomm template {command}" in run("template", command, "--help").output.split("Exempel:")[1]


@pytest.mark.parametrize("document", DOCUMENT_KINDS, ids=lambda kind: kind.name)
def test_every_field_of_a_view_has_a_known_kind(document: DocumentKind) -> None:
    """A new type of a view has a place in kinds.py."""
    pending = [kind_of(view_type(document))]
    assert isinstance(pending[0], ViewRecord)
    while pending:
        kind = pending.pop()
        assert kind != ANYTHING
        match kind:
            case ViewRecord(_, inside, standing=False):
                pending += inside.values()
            case Listed(inner) | Maybe(inner):
                pending.append(inner)


@pytest.mark.parametrize("name", ["programme", "application"])
def test_the_fields_are_those_of_the_view(name: str) -> None:
    document = documents_matching(name)[0]
    shown = view(Edition(load(PROJECT), document.language), document)
    first = {each.path.split(".")[0].removesuffix("[]") for each in fields(shown)}
    assert first == {*fields_of(shown), "draft", "build_id", "language"}


def test_every_filter_of_our_own_is_known() -> None:
    ours = {name for name, each in ENVIRONMENT.filters.items() if FILTERS.get(name) is not each}
    assert ours - KEEPING - WRITING - TAKES.keys() == PUTTING_TOGETHER


def test_a_project_gets_templates_of_its_own_once(tmp_path: Path) -> None:
    shutil.copytree(HERE / "good", tmp_path / "project")
    own = tmp_path / "project" / "templates"
    assert run("templates", "copy", "--project", str(own.parent)).exit_code == 0
    assert {file.name: file.read_bytes() for file in own.iterdir()} == {
        file.name: file.read_bytes() for file in (PROJECT / "templates").iterdir()
    }
    assert check(own.parent, []) == []
    (own / "programme.docx").write_bytes(b"ours")
    refused = run("template", "copy", "--project", str(own.parent))
    assert (refused.exit_code, "[templates-taken]" in refused.output) == (1, True)
    assert (own / "programme.docx").read_bytes() == b"ours"
