"""A series as an indicator: from where to where, which way, and not over a break."""

from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from safecomm.documents.aims import aims_view
from safecomm.documents.edition import Edition
from safecomm.documents.figure_views import LevelView
from safecomm.figures.indicators import indicator
from safecomm.figures.trend import Direction
from safecomm.rules.all_rules import questions_of
from tests.bilingual import DOCUMENTS
from tests.figures.test_rates import statistics, years
from tests.test_broken import broken_project

OBJECTIVE = """\
farre-drunknade:
  text: {sv: Ingen ska drunkna., en: Nobody shall drown.}
  statistics: drownings
  target: {year: 2011, value: 0}
farre-fallskador:
  text: {sv: Fallskadorna ska bli färre., en: Injuries from falls shall be fewer.}
  statistics: all-falls
  series: inlagda
  start: {year: 2001, value: 203}
  target: {year: 2011, value: 120}
"""
FALLS = """\
title: {sv: Fallskador, en: Injuries from falls}
subject: injuries
unit: {sv: skadade, en: injured people}
source: {sv: Påhittat för prov, en: Made up for tests}
criteria: [injury_documentation]
"""
ROWS = "".join(f"{year};inlagda;{212 - 9 * (year - 1999)}\n" for year in range(1999, 2009))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = broken_project(Path(__file__).parent, tmp_path)
    write(folder, "objectives.yaml", OBJECTIVE)
    write(folder, "statistics/all-falls.yaml", FALLS)
    write(folder, "statistics/all-falls.csv", f"year;series;value\n{ROWS}")
    return folder


def write(project: Path, name: str, text: str) -> None:
    (project / "content" / name).write_text(text, encoding="utf-8")


def levels(project: Path) -> list[tuple[LevelView | None, LevelView | None, LevelView | None]]:
    rows = aims_view(Edition(load(project), "en")).objectives.rows
    return [(row.start, row.target, row.now) for row in rows]


def test_start_latest_figure_and_direction_come_from_the_series(project: Path) -> None:
    assert levels(project) == [
        (LevelView("4", "1999"), LevelView("0", "2011"), LevelView("3", "2008", Direction.UNCLEAR)),
        (LevelView("203", "2001"), LevelView("120", "2011"), LevelView("131", "2008", Direction.FELL)),
    ]


def test_no_direction_is_told_over_a_break(project: Path) -> None:
    write(project, "statistics/all-falls.yaml", f"{FALLS}breaks:\n- year: 2005\n  text: {{sv: Annat, en: Other}}\n")
    assert levels(project)[1][2] == LevelView("131", "2008", None, "2005")


def test_the_application_says_it(project: Path) -> None:
    twins = {made.document.stem: made.twin for made in build(project, DOCUMENTS, False, None).built}
    assert "| 203\u00a0(2001) | 120\u00a0(2011) | 131\u00a0(2008), down |" in twins["application.en"]
    assert "| 203\u00a0(2001) | 120\u00a0(2011) | 131\u00a0(2008), minskat |" in twins["application.sv"]


def test_a_measure_is_followed_by_a_series(project: Path) -> None:
    file = project / "content" / "measures" / "lighting.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("---\n", "---\nstatistics: all-falls\nseries: inlagda\n", 1), encoding="utf-8")
    twins = {made.document.stem: made.twin for made in build(project, DOCUMENTS, False, None).built}
    for language, shown in (
        ("en", "Indicator: Injuries from falls, inlagda, from 212\u00a0(1999) to 131\u00a0(2008), down"),
        ("sv", "Indikator: Fallskador, inlagda, från 212\u00a0(1999) till 131\u00a0(2008), minskat"),
    ):
        assert shown in twins[f"application.{language}"]
    # What was adopted says nothing of how it went.
    assert "131" not in twins["programme.sv"]


def test_status_asks_of_figures_that_are_old_broken_or_alone(project: Path) -> None:
    content = load(project)
    told = {(found.diagnostic.code, found.record) for found in questions_of(content, "sv")}
    figures = {(code, record) for code, record in told if code.startswith("figures-")}
    assert figures == {
        ("figures-broken", "statistics/traffic"),
        *(("figures-without-comparison", f"statistics/{id_}") for id_ in ("falls", "all-falls", "injuries", "traffic")),
    }
    write(project, "statistics/falls.csv", "year;value\n2001;3\n")
    found = [found.diagnostic for found in questions_of(load(project), "sv") if found.diagnostic.code == "figures-old"]
    assert [question.message("en") for question in found] == [
        "the latest figures of “Skadade i fallolyckor” are from 2001"
    ]


def test_a_series_that_nobody_has_counted_is_no_indicator() -> None:
    assert indicator(statistics(years([3, 4])), "andra", None) is None
    assert indicator(statistics(years([None])), None, None) is None


def test_any_line_of_the_figures_can_be_followed(project: Path) -> None:
    rows = "".join(f"{row};{sex}\n" for row in ROWS.splitlines() for sex in ("female", "male"))
    write(project, "statistics/all-falls.csv", f"year;series;value;sex\n{rows}")
    with pytest.raises(ContentError) as fault:
        load(project)
    assert [found.code for found in fault.value.diagnostics] == ["unknown-series"]
    write(project, "objectives.yaml", OBJECTIVE.replace("inlagda", "inlagda, female"))
    assert levels(project)[1][2] == LevelView("131", "2008", Direction.FELL)


def test_status_asks_which_line_where_no_figure_is_about_all(project: Path) -> None:
    write(project, "objectives.yaml", OBJECTIVE.replace("  series: inlagda\n", ""))
    found = [question.diagnostic.message("en") for question in questions_of(load(project), "en")]
    assert "the objective “Injuries from falls shall be fewer.” does not say “series”, “decided_by”, “decided”" in found
