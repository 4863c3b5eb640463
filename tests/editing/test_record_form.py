"""A form shows every field as it is filled in, with what may be chosen there and what is written."""

import shutil
from pathlib import Path

import pytest

from safecomm.content.load import load
from safecomm.content.project_index import index_project
from safecomm.editing.field_choices import FieldChoices
from safecomm.editing.fields import PendingFiles
from safecomm.editing.form_input import FormInput, Widget
from safecomm.editing.record_form import RecordForm, make_form
from safecomm.labels import Labels
from tests.test_broken import HERE


def form(project: Path, kind: str, id_: str) -> RecordForm:
    index = index_project(project)
    choices = FieldChoices(load(project), index.ids, Labels(project, "en"))
    return make_form(PendingFiles(project, index), kind, id_, choices)


def inputs(made: RecordForm) -> dict[str, FormInput]:
    return {part.id: part for field in made.fields for top in field.inputs for part in top.all_inputs()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "good", tmp_path / "project"))


def test_each_field_is_filled_in_after_its_kind(project: Path) -> None:
    found = inputs(form(project, "measures", "lighting"))
    expected = {
        "title": Widget.LINE,
        "text": Widget.PROSE,
        "status": Widget.CHOICE,
        "ages": Widget.CHOICES,
        "residents": Widget.SWITCH,
        "deadline": Widget.DATE,
        "order": Widget.NUMBER,
    }
    assert {name: found[name].widget for name in expected} == expected
    assert found["responsible"].choices["polisen"] == "Police"
    assert found["theme"].choices["ute"] == "Safe outdoors"
    assert (found["text"].value, found["text.en"].value) == ("Insatsen görs.", "The measure is taken.")


def test_what_few_records_have_stands_aside_until_it_is_used(project: Path) -> None:
    seldom = {field.name for field in form(project, "measures", "lighting").fields if field.is_seldom}
    assert {"background", "one_language"} <= seldom
    file = project / "content" / "measures" / "lighting.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n# background\n\nDet var mörkt.\n", encoding="utf-8")
    assert "background" not in {field.name for field in form(project, "measures", "lighting").fields if field.is_seldom}


def test_records_in_a_field_have_inputs_of_their_own_and_a_blank(project: Path) -> None:
    found = inputs(form(project, "community", "community"))
    assert found["facts.0.figures.0.value"].value == "12.5"
    assert found["facts.0.group.en"].value == "Area"
    (blank,) = found["facts"].blank
    assert [part.id for part in blank.parts] == ["facts.+.group", "facts.+.figures"]


def test_small_works_in_one_file_have_their_languages_side_by_side() -> None:
    project = HERE / "communities" / "nb"
    file = project / "content" / "measures" / "smaa-tiltak.yaml"
    id_ = next(line for line in file.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()).partition(":")[0]
    found = inputs(form(project, "measures", id_))
    assert found["title"].widget is Widget.TEXTS
    assert {found["text.nb"].widget, found["text.en"].widget} == {Widget.PROSE}


def test_own_values_stand_beside_the_list_that_they_are_for() -> None:
    project = HERE / "communities" / "nb"
    measures = load(project).records["nb"].measures
    found = inputs(form(project, "measures", next(iter(measures))))
    own = {id_: value.kind for id_, value in load(project).records["nb"].values.items()}
    for field, kind in (("ages", "age"), ("environments", "environment"), ("risk_groups", "risk-group")):
        assert {id_ for id_ in own if id_ in found[field].choices} == {id_ for id_ in own if own[id_] == kind}
