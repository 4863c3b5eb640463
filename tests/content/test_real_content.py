"""Solna's content against its source: the adopted programme of 2008-10-13."""

from pathlib import Path

import pytest

from safecomm.content.content import Content
from safecomm.content.load import load

PROJECT = Path(__file__).parents[2]

COUNCIL = ("council",)
CITY = "stadsledningsforvaltningen"
PLANNING = "stadsbyggnadsforvaltningen"
CULTURE = "kultur-och-fritidsforvaltningen"
SCHOOLS = "barn-och-utbildningsforvaltningen"
SOCIAL = "socialforvaltningen"
CARE = "omvardnadsforvaltningen"
KI = "karolinska-institutet"
COUNTY = "stockholms-lans-landsting"

RESPONSIBILITY: dict[str, dict[str, tuple[str | None, tuple[str, ...]]]] = {
    "infrastructure": {
        "hearings": (CITY, COUNCIL),
        "safety-walks": (PLANNING, COUNCIL),
        "website": (CITY, COUNCIL),
    },
    "programmes": {
        "urban-planning": (PLANNING, ()),
        "culture-house": (CULTURE, ()),
        "safe-outdoors": (PLANNING, ("signalisten",)),
        "sports-facilities": (CULTURE, ("foreningslivet",)),
        "mental-health-methods": (SOCIAL, (SCHOOLS, CULTURE)),
        "ocn-courses": (CULTURE, (SCHOOLS, "kompetensforvaltningen")),
        "weekend-nights": (CULTURE, ("aik", SOCIAL)),
        "play-area-quality": (CULTURE, (PLANNING,)),
        "preschool-certification": (SCHOOLS, (CITY, PLANNING)),
        "equal-treatment-plans": (None, ()),
        "older-safety-network": (CARE, ("frivilligorganisationerna", "polisen", COUNTY)),
        "fall-prevention": (CARE, (COUNTY,)),
        "accessibility-inventory": (PLANNING, (CITY,)),
        "remove-obstacles": (PLANNING, (CITY,)),
        "accessibility-guide": (PLANNING, (CITY,)),
    },
    "risk_groups": {
        "alternative-paths": (SCHOOLS, (SOCIAL,)),
        "domestic-violence-coordination": (SOCIAL, ("polisen", "nordvastkommunerna")),
    },
    "injury_documentation": {
        "local-statistics": (CITY, COUNCIL),
        "reporting-system": (CITY, COUNCIL),
    },
    "evaluation": {
        "karolinska-evaluation": (CITY, (KI,)),
        "external-evaluator": ("council", ()),
    },
    "networks": {
        "safe-community-application": (CITY, ("council", KI)),
        "international-conference": (CITY, ("council", KI)),
    },
}
"""Who is responsible for each of the 26 measures and with whom, by criterion, in the order of the programme."""


@pytest.fixture(scope="module")
def content() -> Content:
    return load(PROJECT)


def test_measures_are_those_of_the_programme(content: Content) -> None:
    found: dict[str, dict[str, tuple[str | None, tuple[str, ...]]]] = {}
    for id_, measure in content.records["sv"].measures.items():
        found.setdefault(measure.criterion, {})[id_] = (measure.responsible, measure.partners)
    assert found == RESPONSIBILITY
    assert [list(each) for each in found.values()] == [list(each) for each in RESPONSIBILITY.values()]


def test_projects_are_those_of_the_programme(content: Content) -> None:
    found: dict[str, list[str]] = {}
    for id_, project in content.records["sv"].projects.items():
        found.setdefault(project.criterion, []).append(id_)
    assert found == {
        "programmes": ["villgott", "music-school-accessibility"],
        "risk_groups": ["barncentrum"],
        "networks": [
            "healthy-stadia",
            "volunteers",
            "knut-ii",
            "child-poverty",
            "growing-up",
            "eurocitizens",
            "eudebate",
            "child-convention",
        ],
    }


def test_the_council_has_the_four_outside_members_of_the_source(content: Content) -> None:
    members = [id_ for id_, each in content.records["sv"].organisations.items() if each.council]
    assert sorted(members) == ["polisen", "signalisten", "stockholms-lans-landsting", "unibail-rodamco"]


def test_everything_stands_in_both_languages(content: Content) -> None:
    assert content.untranslated == ()
    english, swedish = content.records["en"].measures, content.records["sv"].measures
    assert english["safety-walks"].title != swedish["safety-walks"].title
