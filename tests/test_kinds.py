"""A new kind of record is an entry and a model, a new kind of document an entry, a view, a template and phrases."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from safecomm.catalogue import DOCUMENT_KINDS
from safecomm.record_kinds import RECORD_KINDS
from tests.test_broken import HERE
from tests.word.sample import paragraph

pytestmark = pytest.mark.slow

PROJECT = HERE.parent
TOY = """
import sys
from typing import Annotated, NamedTuple

import safecomm.catalogue as catalogue
from safecomm.record_kinds import RECORD_KINDS, RecordKind, Storage

RECORD_KINDS["visits"] = RecordKind("visits", Storage.FOLDER, "toy:Visit", "title", "visit")
catalogue.DOCUMENT_KINDS += (
    catalogue.DocumentKind(
        "guide", True, "{{ t.guide }}", "toy:guide_view", by_default=False, part="record", parts="toy:visits"
    ),
)
sys.modules["toy"] = sys.modules["__main__"]

from safecomm.content.field_types import TRANSLATED, Line, Prose, RefersTo
from safecomm.content.records import Translated


class Visit(Translated):
    title: Annotated[Line, TRANSLATED]
    host: Annotated[Line, RefersTo("organisations")]
    text: Prose


class VisitView(NamedTuple):
    title: str
    host: str
    text: Prose


class GuideView(NamedTuple):
    visits: tuple[VisitView, ...]


def guide_view(edition) -> GuideView:
    return GuideView(
        tuple(
            VisitView(visit.title, edition.name(visit.host), edition.prose(visit.text))
            for id_, visit in edition.records.kinds["visits"].items()
            if edition.part in ("", id_)
        )
    )


def visits(content):
    return content.records[content.source].kinds["visits"]


from safecomm.cli.main import main

main()
"""
VISIT = """---
title: Besök i hamnen
host: kansliet
---

Se även [](visit:torget) och [](measure:lighting).
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(HERE / "good", folder)
    shutil.copytree(PROJECT / "templates", folder / "templates")
    (tmp_path / "toy.py").write_text(TOY, encoding="utf-8")
    (folder / "content" / "visits").mkdir()
    (folder / "content" / "visits" / "hamnen.md").write_text(VISIT, encoding="utf-8")
    plain = VISIT.replace("hamnen", "torget").replace("[](visit:torget)", "texten")
    (folder / "content" / "visits" / "torget.md").write_text(plain, encoding="utf-8")
    write_template(folder / "templates")
    for phrases in (folder / "templates").glob("phrases.*"):
        phrases.write_text(f'{phrases.read_text(encoding="utf-8")}{{% set guide = "Guide" %}}\n', encoding="utf-8")
    return folder


def write_template(folder: Path) -> None:
    """The programme's, with another body."""
    loop = "{%p for visit in visits %}", "{{ visit.host }}", "{{p visit.text }}", "{%p endfor %}"
    body = "".join((paragraph(loop[0]), paragraph("{{ visit.title }}", "Heading1"), *map(paragraph, loop[1:])))
    with ZipFile(folder / "programme.docx") as programme, ZipFile(folder / "guide.docx", "w") as guide:
        for name in programme.namelist():
            xml = programme.read(name).decode()
            if name == "word/document.xml":
                xml = re.sub("<w:body>.*(?=<w:sectPr)", lambda _: f"<w:body>{body}", xml, flags=re.DOTALL)
            # The headers tell the programme's facts.
            if "header" in name:
                xml = re.sub(r"(?<=>)[^<>]*\b(facts|community)\b[^<>]*(?=</w:t>)", "{{ t.guide }}", xml)
            guide.writestr(name, xml)


def toy(project: Path, *arguments: str) -> str:
    run = run_toy(project, *arguments)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def run_toy(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command when the two kinds are registered before anything else is imported."""
    command = [sys.executable, str(project.parent / "toy.py"), *arguments, "--project", str(project)]
    environment = {"PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1", "PATH": ""}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)


def test_the_toys_are_no_kinds_of_ours() -> None:
    assert "visits" not in RECORD_KINDS
    assert "guide" not in [kind.name for kind in DOCUMENT_KINDS]


def test_a_document_is_built_by_name_or_with_all_or_in_part(project: Path) -> None:
    assert "guide" not in toy(project, "build")
    assert "guide.en.docx" in toy(project, "build", "--all")
    assert toy(project, "build", "guide.sv", "--record", "torget").startswith("skrev ")
    twin = (project / "build" / "guide.torget.sv.md").read_text(encoding="utf-8")
    assert "Besök i torget" in twin
    assert "Besök i hamnen" not in twin
    assert "är oförändrad" in toy(project, "build", "guide.sv", "--record", "torget")
    assert "guide.torget.sv" in toy(project, "sent", "guide.torget.sv")
    assert "inga ändringar" in toy(project, "review", str(project / "build" / "guide.torget.sv.docx"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["guide", "--record", "torgett"],
            "--record: fel: guide har ingen del som heter ”torgett” [unknown-part]\n    tips: menade du ”torget”?",
        ),
        (
            ["--record", "torget"],
            "--record säger vilken del av ett dokument som ska byggas, och gäller bara briefs eller guide",
        ),
    ],
)
def test_a_part_that_no_document_has_is_told(project: Path, arguments: list[str], said: str) -> None:
    run = run_toy(project, "build", *arguments)
    assert run.returncode
    assert said in run.stderr
    assert not (project / "build").exists()


def test_a_kind_of_record_and_of_document_is_served_by_every_command(project: Path) -> None:
    assert "guide.en.docx" in toy(project, "build", "guide")
    twin = (project / "build" / "guide.sv.md").read_text(encoding="utf-8")
    assert "Besök i hamnen\n\nKansliet\n\nSe även Besök i torget och " in twin
    assert "guide.docx" not in toy(project, "template", "check")
    toy(project, "new", "visit", "kyrkan")
    assert "host:" in (project / "content" / "visits" / "kyrkan.md").read_text(encoding="utf-8")
    (project / "content" / "visits" / "kyrkan.md").unlink()
    toy(project, "rename", "torget", "stortorget")
    assert "[](visit:stortorget)" in (project / "content" / "visits" / "hamnen.md").read_text(encoding="utf-8")
    toy(project, "schema", "--write")
    assert (project / "content" / ".schemas" / "visits.en.json").is_file()
    assert "visits/hamnen" in toy(project, "check")
    before = shutil.copytree(project, project.parent / "before")
    (project / "content" / "visits" / "hamnen.md").write_text(
        VISIT.replace("hamnen", "skolan").replace("torget", "stortorget"), encoding="utf-8"
    )
    assert "visits hamnen: rubrik Besök i hamnen → Besök i skolan" in toy(project, "diff", str(before))
