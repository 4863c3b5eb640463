"""The wheel is whole: installed alone, it makes a project and builds its documents."""

import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.installed import REPOSITORY, commands, environment, install, needs_builder

pytestmark = [pytest.mark.slow, needs_builder]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    install(folder)
    return folder


def run(installed: Path, folder: Path, *arguments: str) -> str:
    command = [str(commands(installed) / "safecomm"), *arguments]
    ended = subprocess.run(command, cwd=folder, env=environment(installed), capture_output=True, encoding="utf-8")
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_templates_and_documents_are_inside(installed: Path) -> None:
    (wheel,) = installed.glob("*.whl")
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder in ("templates", "docs"):
        files = [file for file in (REPOSITORY / folder).rglob("*") if file.is_file() and not file.name.startswith(".")]
        assert {f"safecomm/{file.relative_to(REPOSITORY).as_posix()}" for file in files} <= names
    assert not [name for name in names if name.startswith(("tests/", "content/"))]


def test_a_project_is_made_and_built_outside_of_a_clone(installed: Path, tmp_path: Path) -> None:
    given = ("--name", "Exempelby kommun", "--country", "Sverige", "--languages", "sv,en", "--criteria-set", "sc6-2002")
    run(installed, tmp_path, "init", "trygghet", *given)
    project = tmp_path / "trygghet"
    run(installed, project, "build")
    built = {file.name for file in (project / "build").glob("*.docx")}
    assert built == {"programme.sv.docx", "application.en.docx", "application.sv.docx"}
    run(installed, project, "templates", "copy")
    assert (project / "templates" / "application.docx").is_file()
    run(installed, project, "build", "--force")
