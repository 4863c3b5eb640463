"""What somebody types in a form is saved beside what others have changed meanwhile, or nothing is overwritten."""

import shutil
from pathlib import Path

import pytest

from safecomm.content.content import Language
from safecomm.content.load import load
from safecomm.content.record_memory import RecordMemory
from safecomm.content.yaml_data import Value
from safecomm.editing.fields import FieldEdit
from safecomm.editing.merging import DivergedError, merge
from safecomm.editing.record_edits import BasedEdit, save_edits, try_edits
from safecomm.journal import take_back
from tests.test_broken import HERE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "good", tmp_path / "project"))


@pytest.fixture
def memory(project: Path) -> RecordMemory:
    known = RecordMemory()
    load(project, known)
    return known


def lighting(field: str, value: Value, based_on: Value, language: Language | None = None) -> BasedEdit:
    return BasedEdit(FieldEdit("measures", "lighting", (field,), value, language), based_on)


def text(project: Path, name: str) -> str:
    return (project / "content" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        ("a", "b", "a", "b"),
        ("a", "a", "b", "b"),
        ("a", "b", "b", "b"),
        (None, "b", None, "b"),
        ("Ett.\n\nTvå.", "Ett!\n\nTvå.", "Ett.\n\nTvå!", "Ett!\n\nTvå!"),
        ("Ett.\n\nTvå.", "Noll.\n\nEtt.\n\nTvå.", "Ett.\n\nTvå.\n\nTre.", "Noll.\n\nEtt.\n\nTvå.\n\nTre."),
        ("Ett.\n\nTvå.\n\nTre.", "Ett.\n\nTre.", "Ett!\n\nTvå.\n\nTre.", "Ett!\n\nTre."),
        (["a", "b"], ["a", "b", "c"], ["x", "b"], ["x", "b", "c"]),
        ([{"n": "1"}, {"n": "2"}], [{"n": "1"}], [{"n": "0"}, {"n": "2"}], [{"n": "0"}]),
        ({"sv": "a", "en": "b"}, {"sv": "x", "en": "b"}, {"sv": "a"}, {"sv": "x"}),
    ],
)
def test_what_concerns_different_parts_is_merged(base: Value, ours: Value, theirs: Value, both: Value) -> None:
    assert merge(base, ours, theirs) == both
    assert merge(base, theirs, ours) == both


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("a", "b", "c"),
        (None, "b", "c"),
        ("a", None, "b"),
        ("Ett.\n\nTvå.", "Ett.", "Ett.\n\nTvå!"),
        ("Ett.", "Ett.\n\nTvå.", "Ett.\n\nTre."),
        (["a"], ["b", "c"], ["d"]),
        ([{"n": "1", "m": "1"}, {"n": "2", "m": "1"}], [{"n": "2", "m": "1"}, {"n": "3", "m": "1"}], [{"n": "1"}]),
    ],
)
def test_what_concerns_the_same_part_is_left_to_people(base: Value, ours: Value, theirs: Value) -> None:
    with pytest.raises(DivergedError):
        merge(base, ours, theirs)


def test_a_change_made_outside_stays_beside_an_edit(project: Path, memory: RecordMemory) -> None:
    begun = text(project, "measures/lighting.md")
    file = project / "content" / "measures" / "lighting.md"
    file.write_text(begun.replace("responsible: kansliet", "responsible: polisen"), "utf-8")
    outcome = save_edits(project, [lighting("status", "completed", "planned")], memory)
    assert outcome.is_written
    assert "responsible: polisen" in text(project, "measures/lighting.md")
    assert "status: completed" in text(project, "measures/lighting.md")


def test_what_says_something_else_by_now_is_not_overwritten(project: Path, memory: RecordMemory) -> None:
    before = text(project, "measures/lighting.md")
    outcome = save_edits(project, [lighting("responsible", "styrelsen", "polisen")], memory)
    assert [(conflict.edit.key, conflict.now) for conflict in outcome.conflicts] == [(("responsible",), "kansliet")]
    assert not outcome.is_written
    assert text(project, "measures/lighting.md") == before


def test_a_problem_is_told_before_anything_is_written(project: Path, memory: RecordMemory) -> None:
    before = text(project, "measures/lighting.md")
    wrong = [lighting("text", "Se <b>här</b>.", try_value(project, memory, "text"))]
    assert [fault.code for fault in try_edits(project, wrong, memory).new] == ["markdown-html"]
    assert not save_edits(project, wrong, memory).is_written
    assert text(project, "measures/lighting.md") == before
    assert save_edits(project, wrong, memory, even_wrong=True).is_written
    # What is wrong already hinders nothing else, and can be mended.
    assert save_edits(project, [lighting("status", "completed", "planned")], memory).is_written
    mended = save_edits(project, [lighting("text", "Se här.", "Se <b>här</b>.")], memory)
    assert (mended.is_written, mended.problems) == (True, ())
    assert take_back(project) == ["content/measures/lighting.md"]


def try_value(project: Path, memory: RecordMemory, field: str) -> Value:
    return try_edits(project, [], memory).pending.value(lighting(field, None, None).edit)


def test_a_translation_is_begun_and_what_is_wrong_in_it_is_told(project: Path, memory: RecordMemory) -> None:
    (project / "content" / "measures" / "lighting.en.md").unlink()
    wrong = [lighting("text", "See [](measure:nothing).", None, "en")]
    assert [fault.location.path for fault in try_edits(project, wrong, memory).new] == [
        "content/measures/lighting.en.md"
    ]
    assert save_edits(project, [lighting("text", "There is light.", None, "en")], memory).is_written
    assert load(project).records["en"].measures["lighting"].text.blocks


def test_only_the_smallest_part_is_written_anew(project: Path, memory: RecordMemory) -> None:
    file = project / "content" / "community.md"
    facts = [
        {"group": "Areal", "figures": [{"name": "Yta", "value": "12"}, {"name": "Vatten", "value": "1"}]},
        {"group": "Arbete", "figures": [{"name": "Företag", "value": "7"}]},
    ]
    written = "facts:\n  - group: Areal # om ytan\n    figures:\n      - {name: Yta, value: '12'}\n"
    written += "      # hamnen med\n      - {name: Vatten, value: 1}\n"
    written += "  - group: Arbete\n    figures: [{name: Företag, value: 7}]\n"
    head, *rest = text(project, "community.md").split("---\n")[1:]
    start = "".join(line for line in head.splitlines(keepends=True) if not line.startswith(("facts:", " ", "-")))
    file.write_text("---\n".join(["", start + written, *rest]), "utf-8")
    wanted = [{**facts[0], "figures": [facts[0]["figures"][1]]}, facts[1]]
    edit = BasedEdit(FieldEdit("community", "community", ("facts",), wanted), facts)  # type: ignore[arg-type]
    assert save_edits(project, [edit], memory, even_wrong=True).conflicts == ()
    assert text(project, "community.md").split("facts:\n")[1] == written.split("facts:\n")[1].replace(
        "      - {name: Yta, value: '12'}\n", ""
    ) + "---\n" + "---\n".join(rest)
