"""The documents that safecomm builds have nothing that the audit finds."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.audit.audit import audit
from safecomm.build import build
from safecomm.catalogue import DOCUMENTS
from safecomm.cli.main import cli
from tests.audit.sample import parts, zipped
from tests.test_broken import HERE


@pytest.mark.parametrize("project", [HERE.parent, HERE / "good"])
def test_nothing_is_found(project: Path) -> None:
    for built in build(project, DOCUMENTS, final=False, language=None).built:
        assert audit(built.docx, built.document.stem) == []


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
