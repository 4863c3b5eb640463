"""What the desk knows after a save, without reading again what the save has read: the same as who reads all anew."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.build_id import build_id
from safecomm.content.content import Content
from safecomm.content.load import load
from safecomm.desk.desk import Desk
from safecomm.diagnostic import ContentError
from safecomm.editing.fields import FieldEdit
from safecomm.editing.record_edits import BasedEdit, save_edits
from tests.desk.test_record import edit, save, text

PAGE = "/record/measures/lighting"
PLANNED = edit("status", "completed", "planned")


def said_anew(project: Path) -> object:
    try:
        return told(load(project))
    except ContentError as fault:
        return [problem[:3] for problem in fault.diagnostics]


def said(desk: Desk) -> object:
    state = desk.state()
    return [problem[:3] for problem in state.problems] or told(state.require_content())


def told(content: Content) -> object:
    places = [(key, vars(data), at) for key, (data, at) in content.places.sources.items()]
    return repr((content.languages, [records.kinds for records in content.records.values()], places, content[5:]))


@pytest.fixture
def begun(client: TestClient, desk: Desk) -> Desk:
    """After the first look."""
    assert client.get(PAGE).status_code == 200
    return desk


@pytest.mark.parametrize(
    "edits",
    [
        [PLANNED],
        [edit("text", "Ljus.", "Insatsen görs."), edit("text", "Light.", "The measure is taken.", "en")],
        [edit("responsible", "ingen", "kansliet")],
    ],
)
def test_a_save_makes_the_state_and_the_page_that_are_made_anew(
    client: TestClient, begun: Desk, project: Path, edits: list[Mapping[str, object]]
) -> None:
    answer = save(client, *map(dict, edits), even_wrong=True)
    assert (answer["written"], answer["state"]) == (True, "2")
    assert (said(begun), begun.state().files) == (said_anew(project), build_id(project))
    assert answer["page"] in ("", client.get(PAGE).text)
    assert bool(answer["page"]) is not bool(begun.state().problems)
    assert begun.refresh().number == 2


def test_a_translation_that_is_begun_is_known(client: TestClient, begun: Desk, project: Path) -> None:
    (project / "content/measures/lighting.en.md").unlink()
    assert save(client, edit("title", "Lights", None, "en"))["written"]
    assert said(begun) == said_anew(project)
    assert save(client, edit("title", "Light", "Lights", "en"))["page"] == client.get(PAGE).text
    assert said(begun) == said_anew(project)


OUTSIDE = pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/measures/lighting.md", "responsible: kansliet", "responsible: polisen"),
        ("content/organisations.yaml", "Police", "The police"),
        ("content/unplaced.md", "", "# Kvar\n\nUtan plats.\n"),
        ("templates/phrases.en.jinja", "", "{# another #}"),
    ],
)


def change(file: Path, old: str, new: str) -> None:
    before = file.read_text("utf-8") if file.exists() else ""
    assert old in before
    file.write_text(before.replace(old, new, 1), "utf-8")


@OUTSIDE
def test_what_others_have_changed_before_is_known_as_well(
    client: TestClient, begun: Desk, project: Path, path: str, old: str, new: str
) -> None:
    change(project / path, old, new)
    answer = save(client, PLANNED)
    assert (said(begun), begun.state().files) == (said_anew(project), build_id(project))
    assert answer["page"] in ("", client.get(PAGE).text)


@OUTSIDE
def test_what_others_change_while_it_is_saved_is_known_as_well(
    begun: Desk, project: Path, path: str, old: str, new: str
) -> None:
    edits = [BasedEdit(FieldEdit("measures", "lighting", ("status",), "completed"), "planned")]
    outcome = save_edits(project, edits, begun.memory)
    change(project / path, old, new)
    assert begun.refresh(outcome.after).content is not outcome.after.content
    assert (said(begun), begun.state().files) == (said_anew(project), build_id(project))


def test_other_languages_make_other_content(client: TestClient, begun: Desk, project: Path) -> None:
    languages = edit("languages", ["sv", "en", "nb"], ["sv", "en"])
    sent = {"kind": "community", "id": "community", "edits": [languages], "even_wrong": True}
    assert client.post("/record/save", json=sent).json()["written"]
    assert said(begun) == said_anew(project)
    assert begun.state().require_content().languages == ("sv", "en", "nb")


def test_what_was_saved_is_not_parsed_again(client: TestClient, begun: Desk) -> None:
    assert save(client, PLANNED)["written"]
    known = begun.memory.known(("measures", "lighting"))
    content = begun.state().require_content()
    assert known
    assert known.made[0][0].records["sv"] is content.records["sv"].measures["lighting"]


def test_only_a_file_that_holds_what_it_held_is_known(client: TestClient, begun: Desk, project: Path) -> None:
    saved = "content/measures/lighting.md"
    assert begun.is_known(saved)
    assert save(client, PLANNED)["written"]
    assert begun.is_known(saved)
    (project / saved).write_text(text(project, "measures/lighting.md") + "\n", "utf-8")
    assert not begun.is_known(saved)
    (project / saved).unlink()
    assert not any(map(begun.is_known, (saved, "content/measures", "content/measures/none.md")))
