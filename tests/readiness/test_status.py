"""The status of a small project in full, and of what is broken in it: everything found stands there once."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from safecomm.cli.main import cli
from safecomm.codes.codes import load_group
from safecomm.content.load import load
from safecomm.content.vocabulary import Sex
from safecomm.labels import Labels
from safecomm.readiness.finding_index import SECTIONS
from safecomm.readiness.formats import FORMATS
from safecomm.readiness.gather import gather
from safecomm.readiness.status_phrases import all_gaps
from safecomm.rules.all_rules import check, questions_of
from tests.conftest import Golden
from tests.content.test_criteria_sets import seven, write_criterion
from tests.test_broken import CASES, broken_project
from tests.test_broken import HERE as TESTS

HERE = Path(__file__).parent
GOOD = TESTS / "good"
LABELS = Labels(GOOD, "sv")
RULES = [case for case in CASES if case in SECTIONS or case in {"no-date", "no-letter", "acknowledgement-idle"}]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ("status", *arguments), catch_exceptions=False)


def edited(folder: Path, file: str, before: str, after: str) -> Path:
    """The good project with one thing written otherwise."""
    project = shutil.copytree(GOOD, folder, dirs_exist_ok=True)
    text = (project / file).read_text(encoding="utf-8")
    assert before in text
    (project / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    return project


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("md", "md"), ("json", "json"), ("html", "html")])
def test_the_good_project(language: str, form: str, ending: str, golden: Golden) -> None:
    result = run("--project", str(GOOD), "--lang", language, "--format", form)
    assert result.exit_code == 0
    golden(HERE / f"good.{language}.{ending}", result.output)


@pytest.mark.parametrize("case", RULES)
def test_every_finding_stands_in_the_status_once(case: str, tmp_path: Path) -> None:
    content = load(broken_project(TESTS / "broken" / case, tmp_path))
    found = [each.diagnostic for each in check(content, "sv") + questions_of(content, "sv")]
    assert case in {each.code for each in found}
    told = [
        [(each.location, each.code, each.message("sv")) for each in gaps]
        for gaps in (all_gaps(gather(content, "sv")), found)
    ]
    assert sorted(told[0]) == sorted(told[1])
    for form in ("md", "html"):
        assert FORMATS[form](gather(content, "sv"), LABELS).count(case) == sum(each.code == case for each in found)


def test_a_county_is_not_missed_where_there_is_none(tmp_path: Path) -> None:
    content = load(edited(tmp_path, "content/community.md", "county: Exempellän\n", ""))
    assert "county" not in {field.name for field in gather(content, "sv").summary.fields}


def test_each_rule_of_a_criterion_stands_under_what_it_is_about(tmp_path: Path) -> None:
    content = load(broken_project(TESTS / "broken" / "no-responsible", tmp_path))
    (gap,) = gather(content, "sv").criteria[1].aspects[2].gaps
    assert (gap.code, str(gap.location)) == ("no-responsible", "content/measures/lighting.md:1")


def test_a_criterions_text_in_one_language_is_missing_under_the_criterion(tmp_path: Path) -> None:
    project = shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    (project / "content/criteria/networks.en.md").unlink()
    languages = gather(load(project), "sv").criteria[5].aspects[-1]
    assert [each.code for each in languages.gaps] == ["untranslated"]
    assert languages.of == len(languages.answers) + 1
    assert "criteria/networks" not in {each.record for each in languages.answers}


def test_gaps_do_not_change_the_exit_code_and_errors_do(tmp_path: Path) -> None:
    gap = broken_project(TESTS / "broken" / "no-responsible", tmp_path / "gap")
    error = broken_project(TESTS / "broken" / "outside-programme", tmp_path / "error")
    unreadable = broken_project(TESTS / "broken" / "unknown-theme", tmp_path / "unreadable")
    assert run("--project", str(gap)).exit_code == 0
    assert run("--project", str(error)).exit_code == 1
    assert "  fel: insatsen" in run("--project", str(error)).output
    refused = run("--project", str(unreadable), "--format", "json")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "[unknown-theme]" in refused.stderr


def test_a_known_gap_is_shown_as_such(tmp_path: Path) -> None:
    project = broken_project(TESTS / "broken" / "no-responsible", tmp_path)
    application = project / "content/application.md"
    reason = "{sv: Beslutas i vår., en: The decision is in May.}"
    known = f"acknowledged:\n  - {{gap: no-responsible, record: measures/lighting, reason: {reason}}}\n"
    text = application.read_text(encoding="utf-8")
    application.write_text(text.replace("version:", f"{known}version:"), encoding="utf-8")
    output = run("--project", str(project)).output
    assert re.search(r"  känd lucka: insatsen ”Belysning” har ingen ansvarig \(Beslutas\s+i vår\)", output)
    assert "1 känd lucka" in output
    tree = json.loads(run("--project", str(project), "--format", "json").output)
    (gap,) = tree["criteria"][1]["aspects"][2]["gaps"]
    assert (gap["severity"], gap["acknowledged"]) == ("note", "Beslutas i vår.")


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ("  period: 2005-2008\n  interval: {sv: varje år, en: every year}\n", "", "evidence-undated", 1),
        (
            "  period: 2005-2008\n  interval: {sv: varje år, en: every year}\n",
            "  period: 2004-2007\n",
            "evidence-old",
            5,
        ),
    ],
)
def test_evidence_without_time_or_from_before_the_programme(
    before: str, after: str, code: str, line: int, tmp_path: Path
) -> None:
    found = gather(load(edited(tmp_path, "content/evidence.yaml", before, after)), "sv").evidence
    places = {(each.code, each.location.line) for each in found.gaps}
    assert (code, line) in places
    assert found.old == (code == "evidence-old")


@pytest.mark.parametrize("end", ["  period: 2004-2008\n", "  period: 2004-2007\n  interval: {sv: varje år}\n"])
def test_evidence_that_reaches_the_programme_or_comes_again_is_not_old(end: str, tmp_path: Path) -> None:
    before = "  period: 2005-2008\n  interval: {sv: varje år, en: every year}\n"
    assert gather(load(edited(tmp_path, "content/evidence.yaml", before, end)), "sv").evidence.old == 0


def test_a_criterion_with_evidence_that_never_comes_again_has_no_followup(tmp_path: Path) -> None:
    before = "  interval: {sv: varje år, en: every year}\n"
    criteria = gather(load(edited(tmp_path, "content/evidence.yaml", before, "")), "en").criteria
    found = [gap.code for each in criteria for gap in each.aspects[5].gaps]
    assert found == ["criterion-without-followup"] * 6


def test_a_missing_field_of_the_summary_stands_where_it_is_to_be_written(tmp_path: Path) -> None:
    project = edited(tmp_path, "content/application.md", "  email: kansliet@example.org\n", "")
    summary = gather(load(project), "sv").summary
    assert dict(summary.fields)["email"] is None
    (email,) = (each for each in summary.gaps if each.values["field"] == "email")
    assert email.location.path == "content/application.md"
    assert email.hint("sv") == "fyll i ”email” i content/application.md"


def test_work_for_one_sex_is_counted_in_its_cells(tmp_path: Path) -> None:
    file = "content/measures/lighting.md"
    coverage = gather(load(edited(tmp_path, file, "ages:", "sexes: [female]\nages:")), "sv").coverage
    public = coverage.rows[-2]
    assert [each.sexes[Sex.FEMALE] for each in public.cells] == [0, 1, 0, 0, 1, 0]
    assert (coverage.sexes[Sex.FEMALE], coverage.sexes[Sex.MALE]) == (1, 0)


def test_numbers_and_criteria_follow_the_set(tmp_path: Path) -> None:
    project = seven(tmp_path)
    write_criterion(project)
    found = gather(load(project), "en")
    assert [(each.number, each.id) for each in found.criteria][3:5] == [
        (4, "evidence_based"),
        (5, "injury_documentation"),
    ]
    assert found.criteria[3].wording == "Programs that are based on the available evidence"
    codes = {gap.code for aspect in found.criteria[3].aspects for gap in aspect.gaps}
    assert codes >= {"criterion-without-evidence", "criterion-without-measures", "criterion-without-ongoing-work"}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_is_well_formed_and_asks_no_network(language: str) -> None:
    page = run("--project", str(TESTS.parent), "--lang", language, "--format", "html").output
    assert not re.search(r"https?:|//|src=|href=.[^#]|url\(|@import|<script", page)
    tree = etree.fromstring(re.sub(r"<!DOCTYPE html>|<meta [^>]*>", "", page).encode())
    assert tree.get("lang") == language
    assert len(tree.findall(".//h1")) == 1
    names = {found.get("id") for found in tree.iter()}
    assert {link.get("href", "")[1:] for link in tree.iter("a")} <= names
    tables = tree.findall(".//table")
    assert len(tables) > 6
    for table in tables:
        assert table.findtext("caption")
        assert {each.get("scope") for each in table.iterfind(".//th")} == {"col", "row"}


def test_text_of_the_content_is_text_everywhere(tmp_path: Path) -> None:
    hostile = 'title: "<x>|`x`*y* & [z](u)"'
    found = gather(load(edited(tmp_path, "content/measures/lighting.md", "title: Belysning", hostile)), "sv")
    assert "&lt;x&gt;|`x`*y* &amp; [z](u)" in FORMATS["html"](found, LABELS)
    assert r"&lt;x&gt;\|\`x\`\*y\* &amp; \[z\](u)" in FORMATS["md"](found, LABELS)


def test_colours_stay_out_of_what_is_piped() -> None:
    assert "\x1b" not in run("--project", str(TESTS.parent)).output
    assert "\x1b[1m" in FORMATS["text"](gather(load(GOOD), "sv"), LABELS)


def test_a_question_is_only_a_note() -> None:
    assert {each.severity for each in load_group("readiness").codes.values()} == {"note"}
