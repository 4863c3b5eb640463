"""What an edition shows where nobody has translated, and what a new project calls its country."""

from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.catalogue import Document, documents_matching
from safecomm.content.load import load
from safecomm.editing.init import Answers, init
from safecomm.language import country_name


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In which nobody has written anything."""
    folder = tmp_path_factory.mktemp("new") / "project"
    init(folder, Answers("Exempelby kommun", "Sweden", "", "", ("sv", "en"), "sc6-2002"), "sv")
    return folder


def application(project: Path) -> tuple[Document, ...]:
    return documents_matching("application", load(project).languages)


def test_a_new_project_asks_in_the_language_of_each_edition(project: Path) -> None:
    swedish, english = (one.twin for one in build(project, application(project), False, None).built)
    assert "FILL IN" not in swedish
    assert "Diarienummer\tFYLL I diarienummer" in swedish
    assert "FYLL I" not in english
    assert "FILL IN name (FILL IN short name) consists of" in english
    assert "\nFILL IN introduction\n" in english
    assert "Reference number\tFILL IN reference number" in english
    assert "Glossary" not in english


def test_each_edition_has_its_name_of_the_country(project: Path) -> None:
    assert load(project).records["sv"].community.country == "Sverige"
    swedish, english = (one.twin for one in build(project, application(project), False, None).built)
    assert "| Land | Sverige |" in swedish
    assert "| Country | Sweden |" in english


@pytest.mark.parametrize(
    ("country", "language", "name"),
    [
        ("Sweden", "sv", "Sverige"),
        ("sverige", "en", "Sweden"),
        ("Norge", "en", "Norway"),
        ("New Zealand", "sv", "Nya Zeeland"),
        ("Aotearoa", "sv", "Aotearoa"),
    ],
)
def test_a_country_has_the_name_of_the_language(country: str, language: str, name: str) -> None:
    assert country_name(country, language) == name
