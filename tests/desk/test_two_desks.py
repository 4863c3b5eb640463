"""Two officers with one folder: whatever both save, in the same second or not, nothing of it is lost."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from safecomm.content.load import load
from safecomm.desk.desk import Desk
from safecomm.desk.opened_record import open_form
from safecomm.desk.record_view import save_record
from safecomm.diagnostic import ContentError
from tests.desk.test_record import edit, text

RECORDS = ("lighting", "risk-groups-measure", "evaluation-measure")
ROUNDS = 12


class Officer:
    """Adds a paragraph of their own to random texts, at random ends of them, and takes care of what is refused."""

    def __init__(self, project: Path, name: str) -> None:
        self.desk, self.name, self.random = Desk(project, "sv"), name, random.Random(name)
        self.saved: list[tuple[str, str]] = []

    def work(self) -> None:
        for number in range(ROUNDS):
            record, words = self.random.choice(RECORDS), f"{self.name} {number}."
            while not self.add(record, words):
                pass
            self.saved.append((record, words))

    def add(self, record: str, words: str) -> bool:
        """Whether it was saved; a conflict is looked at, and the same is written beside what the other wrote."""
        (field,) = (field for field in open_form(self.desk, "measures", record).fields if field.name == "text")
        now = field.inputs[0].value
        wanted = f"{now}\n\n{words}" if self.random.random() < 0.5 else f"{words}\n\n{now}"
        body = {"kind": "measures", "id": record, "edits": [edit("text", wanted, now)]}
        return in_time(lambda: save_record(self.desk, body)["written"])


def in_time(save: Callable[[], object]) -> bool:
    """Whether it was saved before somebody else did; whoever comes late is told, and tries again."""
    try:
        return bool(save())
    except ContentError as fault:
        if not {problem.code for problem in fault.diagnostics} <= {"changed-meanwhile", "project-busy"}:
            raise
        return False


def at_once(*works: Callable[[], None]) -> None:
    start = Barrier(len(works))

    def begin(work: Callable[[], None]) -> None:
        start.wait()
        work()

    with ThreadPoolExecutor(len(works)) as pool:
        for begun in [pool.submit(begin, work) for work in works]:
            begun.result()


def test_nothing_is_lost(project: Path) -> None:
    officers = [Officer(project, name) for name in ("Anna", "Bo", "Cilla")]
    at_once(*(officer.work for officer in officers))
    for officer in officers:
        assert len(officer.saved) == ROUNDS
        for record, words in officer.saved:
            assert text(project, f"measures/{record}.md").count(words) == 1
    load(project)


def test_different_fields_are_saved_side_by_side(project: Path) -> None:
    anna, bo = Desk(project, "sv"), Desk(project, "sv")
    lighting = {"kind": "measures", "id": "lighting"}
    assert save_record(anna, {**lighting, "edits": [edit("status", "completed", "planned")]})["written"]
    assert save_record(bo, {**lighting, "edits": [edit("responsible", "polisen", "kansliet")]})["written"]
    measure = load(project).records["sv"].measures["lighting"]
    assert (measure.status, measure.responsible) == ("completed", "polisen")


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [("Deras.", "Mitt."), ("Insatsen görs.\n\nDeras.", "Insatsen görs.\n\nMitt."), ("Deras.\n\nMer.", "Mitt.")],
)
def test_each_sees_what_the_other_wrote(project: Path, theirs: str, mine: str) -> None:
    anna, bo = Desk(project, "sv"), Desk(project, "sv")
    lighting = {"kind": "measures", "id": "lighting"}
    assert save_record(anna, {**lighting, "edits": [edit("text", theirs, "Insatsen görs.")]})["written"]
    said = save_record(bo, {**lighting, "edits": [edit("text", mine, "Insatsen görs.")]})
    assert said["conflicts"] == {"text": theirs}
    assert "Mitt." not in text(project, "measures/lighting.md")
