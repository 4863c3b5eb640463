"""A community that applies again, with an objective, a network, a letter, a map and facts of every kind about them."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.build import build, named_files
from safecomm.cli.main import cli
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.rules.all_rules import check, questions_of
from tests.bilingual import DOCUMENTS
from tests.changes.drafts import replaced
from tests.test_broken import HERE, broken_project

RENEWAL = HERE / "communities" / "renewal"
OBJECTIVE = "objectives.yaml"
MEASURE = "measures/lighting.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return broken_project(RENEWAL, tmp_path / "project")


def faults(project: Path) -> list[Diagnostic]:
    with pytest.raises(ContentError) as fault:
        load(project)
    return fault.value.diagnostics


def run(*arguments: object) -> str:
    return CliRunner().invoke(cli, list(map(str, arguments)), catch_exceptions=False).output


def questions(project: Path) -> Counter[str]:
    return Counter(f"{found.diagnostic.code} {found.record}" for found in questions_of(load(project), "sv"))


def test_nothing_is_missing(project: Path) -> None:
    content = load(project)
    assert check(content, "sv") == []
    ours = {"objective-incomplete", "measure-incomplete measures/lighting", "assessment-missing", "no-support-letter"}
    assert [name for name in questions(project) if name.split()[0] in ours or name in ours] == []
    english = content.records["en"]
    assert english.measures["lighting"].cost == "200,000 kronor a year"
    assert english.application.recipients[1] == "The Nordic network"
    assert english.programme.issues["skador"] == "Injury prevention"
    assert [network.period.write("-") for network in english.networks.values() if network.period] == [
        "1998-",
        "2007",
        "2005-2006",
    ]


def test_the_documents_say_what_they_have_a_place_for(project: Path) -> None:
    twins = {built.document.stem: built.twin for built in build(project, DOCUMENTS, True, None).built}
    for text in (
        "| Start of the work | 1996 |",
        "Anna Ek, safety coordinator",
        " · from 2005 · every year · ",
        "| 6\u00a0May 1997 |",
        "The council follows up every year.",
    ):
        assert text in twins["application.en"]
    assert "Uppföljning" not in twins["programme.sv"]


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (OBJECTIVE, "statistics: injuries", "statistics: injury", "unknown-reference"),
        (OBJECTIVE, "value: 14", "value: färre", "not-a-number"),
        (OBJECTIVE, "{year: 2011, value", "{year: snart, value", "not-a-year"),
        (OBJECTIVE, "decided_by: styrelsen", "decided_by: nämnden", "unknown-reference"),
        (MEASURE, "tryggare-kvallar]", "tryggare-kvall]", "unknown-reference"),
        (MEASURE, "issues: [skador,", "issues: [skada,", "unknown-issue"),
        (MEASURE, "deadline: 2010-11-30", "deadline: hösten", "not-a-date"),
        (MEASURE, "status: planned", "status: planned\nperiod: 2008-", "not-a-period"),
        ("application.md", "kind: renewal", "kind: second", "unknown-value"),
        ("networks.yaml", "kind: study-visit", "kind: resa", "unknown-value"),
        ("networks.yaml", "period: 1998-", "period: '-1998'", "not-an-open-period"),
        (MEASURE, "issues: [skador,", "fragor: [skador,", "unknown-key"),
    ],
)
def test_what_cannot_be_is_refused(project: Path, path: str, old: str, new: str, code: str) -> None:
    replaced(path, old, new)(project)
    assert [fault.code for fault in faults(project)] == [code]


@pytest.mark.parametrize(
    ("path", "old", "question"),
    [
        (OBJECTIVE, "  target: {year: 2011, value: 14}\n", "objective-incomplete objectives/farre-skadade"),
        (MEASURE, "cost: 200 000 kronor om året\n", "measure-incomplete measures/lighting"),
        (MEASURE, "deadline: 2010-11-30\n", "measure-incomplete measures/lighting"),
        ("application.md", "# threats\n\nFärre tjänster.\n", "assessment-missing application"),
        ("attachments/polisens-brev.md", "kind: letter", "no-support-letter application"),
        ("programme.md", "started: 1996\n", "summary-field-missing programme"),
    ],
)
def test_what_a_certifier_may_ask(project: Path, path: str, old: str, question: str) -> None:
    before = questions(project)
    replaced(path, old, "kind: other" if old.startswith("kind") else "")(project)
    assert list(questions(project) - before) == [question]


def test_a_measure_with_a_period_has_its_deadline(project: Path) -> None:
    before = questions(project)
    replaced(MEASURE, "deadline: 2010-11-30", "period: 2010")(project)
    assert questions(project) == before


def test_what_is_not_translated_is_a_gap(project: Path) -> None:
    replaced("measures/lighting.en.md", "expected_result: Fewer people fall on the footpaths.\n", "")(project)
    replaced("objectives.yaml", ", en: number of people injured a year", "")(project)
    gaps = [(gap.code, gap.values["field"]) for gap in (found.diagnostic for found in check(load(project), "sv"))]
    assert gaps == [("untranslated-field", "expected_result"), ("untranslated-field", "indicator")]


def test_an_attached_file_is_looked_for_at_each_build(project: Path) -> None:
    assert named_files(load(project)) == {"content/attachments/kartan.png": True}
    (project / "content/attachments/kartan.png").unlink()
    assert named_files(load(project)) == {"content/attachments/kartan.png": False}
    assert [found.record for found in check(load(project), "sv")] == ["attachments/kartan"]


def test_a_change_is_told_fact_by_fact(project: Path, tmp_path: Path) -> None:
    before = shutil.copytree(project, tmp_path / "before")
    replaced(OBJECTIVE, "value: 14", "value: 12")(project)
    replaced("evidence.yaml", "period: 2005-", "period: 2005-2009")(project)
    replaced("networks.yaml", "1998-", "1998-2008")(project)
    said = run("diff", before, "--project", project)
    assert "Målet farre-skadade: målvärde, värde 14 → 12" in said
    assert "period från 2005 → 2005–2009" in said
    assert "Nätverket nordiska-natverket: period från 1998 → 1998–2008" in said


def test_an_objective_can_have_another_id(project: Path) -> None:
    run("rename", "farre-skadade", "skadade", "--project", project)
    assert load(project).records["sv"].measures["lighting"].objectives == ("skadade", "tryggare-kvallar")


def test_the_first_of_a_register_begins_its_file(project: Path) -> None:
    (project / "content" / "references.yaml").unlink()
    run("new", "reference", "boken", "--project", project)
    text = (project / "content" / "references.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=.schemas/references.json\n\nboken:\n")
    assert [found.diagnostic.code for found in check(load(project), "sv")] == ["not-filled-in"]
