"""The criteria are data: another set changes numbers and chapters, and no id of the content."""

import shutil
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.content import criteria_set
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from safecomm.documents.application import application_view
from safecomm.documents.edition import Edition
from safecomm.rules.all_rules import check
from tests.bilingual import DOCUMENTS

GOOD = Path(__file__).parents[1] / "good" / "content"


def seven(folder: Path) -> Path:
    return use_set(folder, "sc7-2012")


def use_set(folder: Path, name: str) -> Path:
    shutil.copytree(GOOD, folder / "content")
    application = folder / "content/application.md"
    text = application.read_text(encoding="utf-8")
    application.write_text(text.replace("sc6-2002", name), encoding="utf-8")
    return folder


def write_criterion(project: Path) -> None:
    for ending, title in ((".md", "Kunskapsbaserat arbete"), (".en.md", "Work based on evidence")):
        (project / f"content/criteria/evidence_based{ending}").write_text(
            f"---\narea: {title}\n---\n", encoding="utf-8"
        )


def test_a_set_with_one_more_criterion_asks_for_its_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as fault:
        load(seven(tmp_path))
    assert [each.code for each in fault.value.diagnostics] == ["missing-criterion"]


def test_numbers_chapters_and_gaps_follow(tmp_path: Path) -> None:
    project = seven(tmp_path)
    write_criterion(project)
    content = load(project)
    numbers = {id_: content.number(id_) for id_ in content.wordings}
    assert (numbers["evidence_based"], numbers["injury_documentation"], numbers["networks"]) == (4, 5, 7)
    found = {each.diagnostic.code for each in check(content, "en") if each.criterion == "evidence_based"}
    missing = {f"criterion-without-{each}" for each in ("evidence", "measures", "ongoing-work")}
    assert found == {*missing, "translation-unconfirmed"}
    twins = {each.document.stem: each.twin for each in build(project, DOCUMENTS, False, None).built}
    headings = [line for line in twins["application.en"].splitlines() if line.startswith("# Criterion")]
    assert [line[:14] for line in headings] == [f"# Criterion {number}:" for number in range(1, 8)]
    assert headings[3] == "# Criterion 4: Programs that are based on the available evidence"
    assert "In the programme: Work based on evidence" in twins["application.en"].replace("**", "")


def test_the_sets_share_ids() -> None:
    six, seven, *others = (criteria_set.set_of(name) for name in criteria_set.NAMES)
    assert [id_ for id_ in seven.wordings if id_ in six.wordings] == list(six.wordings)
    assert [sorted(other.wordings) for other in others] == [sorted(six.wordings)] * 2


def test_every_set_is_whole() -> None:
    sets = [criteria_set.set_of(name) for name in criteria_set.NAMES]
    assert {file.stem for file in criteria_set.DATA.glob("*.toml")} == set(criteria_set.NAMES)
    assert [made.label.to("en") for made in sets] == ["Criterion", "Criterion", "Indicator", "Principle"]
    assert [made.year for made in sets] == [2002, 2012, 2020, 2016]
    assert [made.official for made in sets] == [("en", "sv"), *[("en",)] * 3]
    for made in sets:
        assert made.source
        assert made.short_names.keys() == made.wordings.keys()
        for words in (made.label, *made.wordings.values(), *made.short_names.values()):
            assert words.texts.keys() == {"sv", "en"}
            assert all(text and text == text.strip() and "\n" not in text for text in words.texts.values())


def test_a_wording_that_is_not_the_official_one_says_so(tmp_path: Path) -> None:
    translated, note = "översatt från den officiella engelska lydelsen", "official English wording"
    twins = {
        made.document.stem: made.twin for made in build(use_set(tmp_path, "isccc6-2020"), DOCUMENTS, False, None).built
    }
    assert twins["application.sv"].count(translated) == 1
    assert note not in twins["application.en"]
    six = {made.document.stem: made.twin for made in build(GOOD.parent, DOCUMENTS, False, None).built}
    assert translated not in six["application.sv"]


def test_a_language_without_any_wording_shows_the_english_one_and_says_so() -> None:
    view = application_view(Edition(load(GOOD.parents[1] / "communities" / "nb"), "nb"))
    assert view.unofficial_wording == "english"
    assert view.chapters[3].wording == "Programs that document the frequency and causes of injuries"


def test_a_chapter_is_called_as_the_set_calls_it(tmp_path: Path) -> None:
    project = use_set(tmp_path, "isccc6-2020")
    twins = {made.document.stem: made.twin for made in build(project, DOCUMENTS, False, None).built}
    headings = [line for line in twins["application.en"].splitlines() if line.startswith("# Indicator")]
    assert headings[1].startswith("# Indicator 2: Surveillance – Collection, analysis")
    assert "# Indikator 6: " in twins["application.sv"]
