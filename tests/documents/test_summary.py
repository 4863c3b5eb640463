"""The summary form: its fields in their order, filled from the content; what need not be filled in is left out."""

import re
import shutil
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.catalogue import documents_matching
from safecomm.package import sent_documents
from tests.changes.drafts import replaced
from tests.test_broken import HERE

SV = HERE / "communities" / "sv"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SV, tmp_path / "project"))


def form(project: Path, name: str = "summary.en") -> str:
    return build(project, documents_matching(name, ["sv", "en"]), True, None).built[0].twin


def rows(twin: str) -> dict[str, str]:
    cells = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", twin, re.MULTILINE)
    return {field: value for field, value in cells if field != "---"}


def test_the_fields_stand_in_their_order(project: Path) -> None:
    replaced("application.md", "\ncertifier:", "\nco_certifier: Skadecentrum\ncertifier:")(project)
    filled = rows(form(project, "summary.sv"))
    assert list(filled)[:20] == [
        "Uppgift",
        "Namn",
        "Land",
        "Antal invånare",
        "Arbetet började",
        "Utnämning",
        "Tidigare utnämningar",
        "Stödcentrum",
        "Certifierare",
        "Medcertifierare",
        "Webbplats",
        "Hela ansökan",
        "Kontaktperson",
        "Organisation",
        "Adress",
        "Postnummer",
        "Ort",
        "Kontaktpersonens land",
        "Telefon",
        "E-post",
    ]
    assert filled["Medcertifierare"] == "Skadecentrum"
    assert filled["Kontaktperson"] == "Nils Gran, säkerhetssamordnare"
    assert filled["Kontaktpersonens land"] == "Ännu inte angivet"
    assert filled["Arbetet började"] == "2005"


def test_it_applies_and_is_not_said_to_be_designated_anew(project: Path) -> None:
    twin = form(project)
    assert rows(twin)["Designation"].startswith("Applying for renewal")
    assert "WHO" not in twin


def test_what_need_not_be_filled_in_is_left_out(project: Path) -> None:
    assert "\n# References\n" in form(project)
    assert "Co-certifier" not in form(project)
    (project / "content" / "references.yaml").unlink()
    assert "\n# References\n" not in form(project)


def test_a_presentation_that_the_application_lacks_is_the_communitys_own() -> None:
    solna = build(HERE.parent, documents_matching("summary.sv", ["sv", "en"]), False, None).built[0].twin
    assert solna.partition("# Presentation\n\n")[2].startswith("Solna är en växande kommun")
    assert "# Kontaktperson\n\nÄnnu inte angivet" in solna


def test_it_is_sent_with_the_application() -> None:
    names = {document.stem for document in sent_documents(documents_matching("summary", ["sv", "en"]))}
    assert names == {"summary.sv", "summary.en"}
