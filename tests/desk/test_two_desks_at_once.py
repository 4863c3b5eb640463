"""Two officers with one folder decide on reviews, write figures and answer questions at once: nothing is lost."""

import re
from functools import partial
from pathlib import Path
from random import Random

from starlette.testclient import TestClient

from safecomm.content.load import load
from safecomm.desk.desk import Desk
from safecomm.desk.figures_view import file_of, save_table
from safecomm.desk.review_view import decide
from safecomm.desk.reviews_read import items_now
from safecomm.desk.status_view import answer, let_stand
from safecomm.review.kept_files import kept_files
from tests.desk.test_reviews import copies, received
from tests.desk.test_status import asked
from tests.desk.test_two_desks import at_once, in_time

__all__ = ["copies"]

ROUNDS = 10


def test_every_decision_on_reviews_stays(client: TestClient, copies: list[Path], project: Path) -> None:
    """Each decides on some of the findings of the same files, and again otherwise."""
    received(client, *copies)
    desks = {name: Desk(project, "sv") for name in ("Anna", "Bo")}
    keys = sorted(item.found.key for item in items_now(desks["Anna"]))
    last: dict[str, tuple[str, str]] = {}

    def work(name: str, own: list[str]) -> None:
        random = Random(name)
        for number in range(ROUNDS):
            key, choice = random.choice(own), random.choice(["done", "refused", "noted"])
            last[key] = (choice, f"{name} {number}")
            body = {"keys": [key], "choice": choice, "wording": "", "answer": last[key][1]}
            while not in_time(partial(decide, desks[name], body)):
                pass

    at_once(partial(work, "Anna", keys[::2]), partial(work, "Bo", keys[1::2]))
    kept = {key: decision for file in kept_files(project).files for key, decision in file.decisions.items()}
    assert {key: (str(decision.choice), decision.answer) for key, decision in kept.items()} == last


def test_every_row_of_figures_stays(project: Path) -> None:
    before = (project / "content/statistics/inhabitants.csv").read_text(encoding="utf-8").splitlines()

    def save(desk: Desk, year: int) -> bool:
        file = file_of(desk, "inhabitants")
        rows = [{"number": number, "cells": dict(cells)} for number, (cells, _) in enumerate(file.rows)]
        rows.insert(Random(year).randrange(len(rows)), {"number": None, "cells": {"year": str(year), "value": "1"}})
        save_table(desk, {"id": "inhabitants", "digest": file.digest, "rows": rows})
        return True

    def work(first: int) -> None:
        desk = Desk(project, "sv")
        for year in range(first, first + ROUNDS):
            while not in_time(partial(save, desk, year)):
                pass

    at_once(partial(work, 1900), partial(work, 1950))
    after = (project / "content/statistics/inhabitants.csv").read_text(encoding="utf-8").splitlines()
    added = [f"{first + number};1" for first in (1900, 1950) for number in range(ROUNDS)]
    assert sorted(line for line in after if line not in before) == added
    assert [line for line in after if line in before] == before
    load(project)


def test_every_answer_stays(project: Path) -> None:
    """Gaps that may stay all are noted in one file; answers go to that of each measure."""
    for file in (project / "content" / "measures").glob("*-measure.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"responsible: .*\n", "", text), encoding="utf-8")
    open_ = [name for name in asked(Desk(project, "sv")) if name.startswith("no-responsible")]
    assert len(open_) == 5

    def work(name: str, own: list[str]) -> None:
        desk = Desk(project, "sv")
        for number, question in enumerate(own):
            reason = f"{name} {number}."
            stays = {"question": question, "reason:sv": reason, "reason:en": reason}
            act = partial(let_stand, desk, stays)
            if question == own[-1]:
                act = partial(answer, desk, {"question": question, "responsible": "kansliet"})
            while not in_time(act):
                desk.refresh()

    at_once(partial(work, "Anna", open_[::2]), partial(work, "Bo", open_[1::2]))
    assert not {*open_} & {*asked(Desk(project, "sv"))}
    noted = re.findall(
        r"sv: \"((?:Anna|Bo) .*)\"", (project / "content" / "application.md").read_text(encoding="utf-8")
    )
    assert sorted(noted) == ["Anna 0.", "Anna 1.", "Bo 0."]
    load(project)
