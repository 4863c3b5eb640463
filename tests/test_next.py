"""`safecomm next`: one question at a time, its answer where it belongs, and every other byte as it was."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.cli.main import cli
from safecomm.content.load import load
from safecomm.readiness.questions import questions
from tests.changed_content import change
from tests.test_broken import HERE

LATER = "senare"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "good", tmp_path / "project"))


def ask(project: Path, *typed: str, lang: str = "sv") -> str:
    arguments = ["next", "--project", str(project), "--lang", lang]
    result = CliRunner().invoke(cli, arguments, input="\n".join((*typed, "")), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def read(project: Path, name: str) -> str:
    return (project / "content" / name).read_text(encoding="utf-8")


def names(project: Path) -> list[str]:
    return [f"{found.finding.diagnostic.code} {found.finding.record}" for found in questions(load(project), "sv")]


def test_what_is_missing_first_is_asked_first_and_written_where_it_belongs(project: Path) -> None:
    change(project, "measures/lighting.md", "responsible: kansliet", "responsible:")
    change(project, "measures/lighting.md", "title: Belysning", "title: FYLL I rubriken")
    before = read(project, "measures/lighting.md")
    assert names(project)[:2] == ["not-filled-in measures/lighting", "no-responsible measures/lighting"]
    said = ask(project, "svara", "Ljus: överallt", "", "", "svara", "Polisen", "sluta")
    assert "Kriterium 2: 3 av 6 · Insats · Ljus: överallt" in said
    assert "    polisen  Polisen" in said
    after = before.replace("title: FYLL I rubriken", 'title: "Ljus: överallt"').replace(
        "responsible:", "responsible: polisen"
    )
    assert read(project, "measures/lighting.md") == after


def test_an_answer_can_be_taken_back(project: Path) -> None:
    change(project, "measures/lighting.md", "responsible: kansliet", "responsible:")
    before = read(project, "measures/lighting.md")
    said = ask(project, "svara", "polisen", "ångra", "sluta")
    assert "Skrev i " in said
    assert "Tog tillbaka det i " in said
    assert read(project, "measures/lighting.md") == before


def test_what_cannot_be_is_told_and_asked_again(project: Path) -> None:
    change(project, "measures/lighting.md", "responsible: kansliet", "responsible:")
    said = ask(project, "svara", "ingen alls", "n", "svara", "kansliet", "sluta")
    assert "”ingen alls” finns inte i content/organisations.yaml" in said
    assert "Inget har ändrats." in said
    assert "responsible: kansliet\n" in read(project, "measures/lighting.md")


def test_quotation_marks_that_a_file_needs_are_not_of_the_answer(project: Path) -> None:
    change(project, "programme.md", "registry_number: KS/2008:1", "registry_number: FYLL I diarienummer")
    ask(project, "svara", '"0184"', "sluta")
    assert "\nregistry_number: 0184\n" in read(project, "programme.md")


def test_the_same_once_more_is_put_off(project: Path) -> None:
    change(project, "measures/lighting.md", "title: Belysning", "title: FYLL I rubriken")
    said = ask(project, "svara", "FYLL I rubriken", "", "", "sluta")
    assert said.count("Rubrik: inte ifyllt än.") == 1


def test_an_organisation_that_is_not_there_can_come_with_the_answer(project: Path) -> None:
    change(project, "measures/lighting.md", "responsible: kansliet", "responsible:")
    ask(project, "svara", "Gatukontoret", "j", "department", "sluta")
    assert "responsible: gatukontoret\n" in read(project, "measures/lighting.md")
    assert "gatukontoret:\n" in (made := read(project, "organisations.yaml"))
    assert "sv: Gatukontoret\n" in made
    assert "kind: department\n" in made.partition("gatukontoret:")[2]


def test_a_gap_is_acknowledged_with_its_reasons(project: Path) -> None:
    change(project, "measures/lighting.md", "responsible: kansliet", "responsible:")
    ask(project, "godta", "Nämnden beslutar i vår.", "The board decides in spring.", "sluta")
    assert "gap: no-responsible\n    record: measures/lighting\n" in read(project, "application.md")
    assert "no-responsible measures/lighting" not in names(project)


def test_a_text_of_several_lines_ends_with_a_full_stop(project: Path) -> None:
    text = read(project, "application.md")
    start = text.index("# letter")
    (project / "content" / "application.md").write_text(text[:start], encoding="utf-8")
    (project / "content" / "application.en.md").unlink(missing_ok=True)
    ask(project, "svara", "Vi ansöker.", "", "- nu", ".", "sluta")
    assert "# letter\n\nVi ansöker.\n\n- nu\n" in read(project, "application.md")


def test_a_record_that_has_to_come_is_made_and_asked_about(project: Path) -> None:
    for file in (project / "content" / "measures").iterdir():
        file.unlink()
    change(project, "evidence.yaml", "measures: [lighting]", "measures: []")
    first = next(name for name in names(project) if name.startswith("criterion-without-measures"))
    skipped = [LATER] * names(project).index(first)
    said = ask(project, *skipped, "svara", "Säkra övergångsställen", "pågående", "sluta")
    assert "Gjorde sakra-overgangsstallen." in said
    made = read(project, "measures/sakra-overgangsstallen.md")
    assert "title: Säkra övergångsställen\n" in made
    assert f"criterion: {first.partition('/')[2]}\n" in made
    assert "status: ongoing\n" in made
    assert names(project)[0] == "not-filled-in measures/sakra-overgangsstallen"


def test_what_takes_more_than_an_answer_says_what_it_takes(project: Path) -> None:
    change(project, "statistics/injuries.csv", "21", "")
    skipped = [LATER] * next(n for n, name in enumerate(names(project)) if name.startswith("no-injury-figures"))
    assert "Det går inte att svara på här" in ask(project, *skipped, "svara", "sluta")


def test_without_an_answer_the_next_question_comes_and_the_end_is_told(project: Path) -> None:
    open_ones = names(project)
    said = ask(project, *[LATER] * len(open_ones))
    assert f"{len(open_ones)} är kvar till en annan gång." in said


def test_it_speaks_english_and_ends_with_the_input(project: Path) -> None:
    said = ask(project, "answer", lang="en")
    assert "questions are open." in said
    assert "What do you want to do (answer, later, " in said


def test_content_with_errors_is_told_first(project: Path) -> None:
    change(project, "measures/lighting.md", "responsible: kansliet", "responsable: kansliet")
    result = CliRunner().invoke(cli, ["next", "--project", str(project)])
    assert result.exit_code == 1
    assert "[unknown-key]" in result.output


def test_a_text_that_stands_beside_its_original_is_asked_for_in_the_other_language_alone(project: Path) -> None:
    change(project, "organisations.yaml", "{sv: Polisen, en: Police}", "Polisen")
    said = ask(project, *[LATER] * len(before(project, "untranslated-field")), "svara", "The Police", "sluta")
    asked = said.partition("Organisation · Polisen · På engelska")[2]
    assert "”namn” i organisations.yaml finns inte på engelska." in asked
    assert "På svenska" not in asked
    assert "name: {sv: Polisen, en: The Police}\n" in read(project, "organisations.yaml")


def test_fields_are_called_by_their_names_and_told_apart(project: Path) -> None:
    change(project, "objectives.yaml", "start: {year: 2008, value: 21}\n  target: {year: 2011, value: 15}", "start:")
    said = ask(project, *[LATER] * len(before(project, "objective-incomplete")), "svara", *[""] * 4, "sluta")
    assert "säger inte ”målvärde”" in said
    assert "Utgångsläge · År: " in said
    assert "Målvärde · År: " in said
    assert "Skrivs som id" not in said
    assert "Inget skrevs. Frågan får vänta." in said


def test_what_is_to_be_translated_is_asked_about_when_the_originals_are_written(project: Path) -> None:
    (project / "content" / "measures" / "lighting.en.md").unlink()
    codes = [name.partition(" ")[0] for name in names(project)]
    assert codes.index("untranslated") > codes.index("measure-incomplete")
    place = ask(project, *[LATER] * codes.index("untranslated"), "svara", "sluta").rpartition("Det skrivs i ")[2]
    assert place.startswith("content/measures/lighting.en.md.\n")


def test_the_names_of_a_long_list_are_shown(project: Path) -> None:
    change(project, "measures/lighting.md", "responsible: kansliet", "responsible:")
    said = ask(project, "svara", "Gatukontoret", "ja", "förvaltning", "sluta")
    assert "Politiskt organ, Förvaltning, Enhet," in said
    assert "kind: department\n" in read(project, "organisations.yaml").partition("gatukontoret:")[2]


def test_figures_are_not_asked_for_by_name_where_there_are_none(project: Path) -> None:
    for file in (project / "content" / "statistics").iterdir():
        file.unlink()
    change(project, "community.md", "inhabitants: inhabitants", "inhabitants:")
    change(project, "objectives.yaml", "  statistics: injuries\n", "")
    found = [question for question in questions(load(project), "sv") if ("inhabitants",) in question.fields]
    assert found == []


def test_an_answer_may_name_a_record_in_any_of_the_languages(project: Path) -> None:
    change(project, "measures/lighting.md", "responsible: kansliet", "responsible:")
    said = ask(project, "answer", "Kansliet", "quit", lang="en")
    assert "    kansliet  Executive Office" in said
    assert "responsible: kansliet\n" in read(project, "measures/lighting.md")


def test_nothing_typed_chooses_nothing_also_where_there_is_but_one(project: Path) -> None:
    change(project, "community.md", "inhabitants: inhabitants", "inhabitants:")
    for name in ("injuries.yaml", "injuries.csv"):
        (project / "content" / "statistics" / name).unlink()
    change(project, "objectives.yaml", "  statistics: injuries\n", "")
    said = ask(project, *[LATER] * len(before(project, "summary-field-missing community")), "svara", "", "", "sluta")
    assert "    inhabitants  Invånare\nSvar: \nInget skrevs." in said
    assert "inhabitants:\n" in read(project, "community.md")


def before(project: Path, code: str) -> list[str]:
    """The questions that come before the first with that code."""
    open_ones = names(project)
    return open_ones[: next(number for number, name in enumerate(open_ones) if name.startswith(code))]
