"""The documents that safecomm builds have nothing that the audit finds."""

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from safecomm.build import build
from safecomm.cli.main import cli
from safecomm.diagnostic import ContentError
from tests.audit.sample import audit, parts, zipped
from tests.bilingual import DOCUMENTS
from tests.test_broken import HERE


@pytest.mark.parametrize("project", [HERE.parent, HERE / "good"])
def test_nothing_is_found(project: Path) -> None:
    for built in build(project, DOCUMENTS, final=False, language=None).built:
        assert audit(built.docx, built.document.stem) == []


def test_tags_that_stand_in_the_content_are_text(tmp_path: Path) -> None:
    shutil.copytree(HERE / "good", tmp_path, dirs_exist_ok=True)
    for name, old, new in (
        ("measures/lighting.md", "title: Belysning", "title: 'Belysning {{ 7*7 }}'"),
        ("programme.md", "title: Trygghetsprogram för Exempelby", "title: '{# ett #} trygghetsprogram'"),
        ("programme.md", "En not", "En {% not %}"),
    ):
        file = tmp_path / "content" / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
    (built,) = build(tmp_path, DOCUMENTS[:1], final=False, language=None).built
    left = {each.values["tag"] for each in audit(built.docx, "x.docx")}
    assert left == {"{# ett #}", "{{ 7*7 }}", "{% not %}"}


def test_a_template_that_makes_an_unreadable_document_stops_the_build(tmp_path: Path) -> None:
    shutil.copytree(HERE / "good", tmp_path, dirs_exist_ok=True)
    shutil.copytree(HERE.parent / "templates", tmp_path / "templates")
    docx = tmp_path / "templates" / "programme.docx"
    with ZipFile(docx) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    theme = "word/theme/theme1.xml"
    docx.write_bytes(zipped(members | {theme: members[theme].replace("1F4E79", "C0C0C0")}))
    with pytest.raises(ContentError) as caught:
        build(tmp_path, DOCUMENTS, final=False, language=None)
    places = {(each.code, each.location.path) for each in caught.value.diagnostics}
    assert places == {("audit-contrast", "templates/programme.docx")}


def test_the_command(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.docx", tmp_path / "b.docx"
    good.write_bytes(zipped(parts()))
    bad.write_bytes(zipped(parts() | {"docProps/core.xml": "<a/>"}))
    result = CliRunner().invoke(cli, ["audit", str(good)])
    assert (result.exit_code, result.output) == (0, "inga fel och inga luckor\n")
    result = CliRunner().invoke(cli, ["audit", str(good), str(bad), "--lang", "en"])
    assert result.exit_code == 1
    assert result.output.startswith(f"{bad.as_posix()}: error: the document has no title [audit-title]\n")
    (row,) = json.loads(CliRunner().invoke(cli, ["audit", str(bad), "--format", "json"]).output)
    assert (row["path"], row["code"], row["severity"]) == (bad.as_posix(), "audit-title", "error")
    line = CliRunner().invoke(cli, ["audit", str(bad), "--format", "github"]).output
    assert "title=audit-title::dokumentet har ingen titel" in line
    assert CliRunner().invoke(cli, ["audit"]).exit_code == 2
