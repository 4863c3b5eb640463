"""A handful of returned drafts, and what judges them; `python -m tests.returned.run` tries every state and moment."""

from collections import Counter
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.returned import officer
from tests.returned.commands import RENAME, prepare
from tests.returned.edits import Made
from tests.returned.judgement import Judgement, Outcome, contents
from tests.returned.kills import KillTrial
from tests.returned.kinds import KINDS
from tests.returned.reviewer import Edit, edit
from tests.returned.scenarios import ROOT, SCENARIOS, Scenario
from tests.returned.texts import merged, segments, texts_of
from tests.returned.trial import trial
from tests.returned.word import paragraph_of, w

pytestmark = pytest.mark.slow

SEEDS = {"git": (1, 2, 3), "no-git": (0, 2), "no-draft": (2,), "upgraded": (4,), "shallow": (1,), "merged": (3,)}
OLD, NEW = "Ett gammalt ord till står här.", "Ett granskat ord till står här."
FILE = "content/programme.md"


@pytest.fixture(scope="module", params=SEEDS)
def scenario(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Scenario]:
    return request.param, SCENARIOS[request.param](tmp_path_factory.mktemp("project"), ROOT / "content")


def test_nothing_is_set_back_and_no_half_wording_is_written(scenario: tuple[str, Scenario]) -> None:
    name, project = scenario
    assert [fault for seed in SEEDS[name] for fault in trial(project, seed).faults] == []


REVIEWERS = 8
"""Who make every kind of edit together; those of one place are made by several."""


def test_every_kind_of_edit_is_told(tmp_path: Path) -> None:
    """Written, or listed with its place or its words, or counted; nothing that nobody did is told."""
    project = Scenario(tmp_path, ROOT / "content")
    kinds = list(KINDS)
    outcomes = [trial(project, seed, kinds[seed::REVIEWERS]) for seed in range(REVIEWERS)]
    assert [fault for outcome in outcomes for fault in outcome.faults] == []
    assert {kind for outcome in outcomes for kind in outcome.kinds} == set(kinds)
    assert len(kinds) > 60


def test_a_seed_is_always_the_same_draft(scenario: tuple[str, Scenario], tmp_path: Path) -> None:
    edited = []
    for name in ("first.docx", "second.docx"):
        edit(scenario[1].draft("programme.sv"), tmp_path / name, texts_of(ROOT), Random(5), 5)
        with ZipFile(tmp_path / name) as archive:
            edited.append([archive.read(part) for part in archive.namelist()])
    assert edited[0] == edited[1]


@pytest.fixture(scope="module")
def renaming(tmp_path_factory: pytest.TempPathFactory) -> KillTrial:
    home = tmp_path_factory.mktemp("kills") / "home"
    home.mkdir()
    prepare(home)
    return KillTrial(RENAME, home)


@pytest.mark.parametrize("number", [3, 12])
def test_a_killed_command_is_finished_or_undone(number: int, renaming: KillTrial) -> None:
    reached, faults = renaming.kill(number)
    assert reached
    assert faults == []


def judged(project: Path, after: str, output: str = "") -> Counter[str]:
    """What is said of a file in which a reviewer changed the first text, and the officer the second."""
    before = f"---\ntitle: x\n---\n\n{OLD}\n\nEtt senare ord.\n"
    (project / "content").mkdir(exist_ok=True)
    (project / FILE).write_text(before, encoding="utf-8")
    text = texts_of(project)[0]
    text.shown, text.lines = OLD, range(5, 6)
    paragraph = paragraph_of(NEW, etree.Element(w("p")))
    edit = Edit("silent replacement", Made(["granskat"]), text, paragraph)
    judgement = Judgement([edit], contents(project), output, draft_known=True, outcome=Outcome(0))
    (project / FILE).write_text(after, encoding="utf-8")
    judgement.judge(project, [officer.Later(FILE, "senare", came=True)])
    return +judgement.outcome.counts - Counter(edits=1) - Counter({"could be": 1})


@pytest.mark.parametrize(
    ("first", "second", "output", "expected"),
    [
        (NEW, "Ett senare ord.", "", {"written": 1}),
        (OLD, "Ett senare ord.", f"{FILE}:5: ändrad text", {"listed": 1, "placed": 1}),
        (OLD, "Ett senare ord.", f"{FILE}:55: ändrad text", {"unsaid": 1}),
        (OLD, "Ett gammalt ord.", "granskat", {"listed": 1, "elsewhere": 1, "set back": 1}),
        (f"{NEW} Mer.", "Ett senare ord.", "granskat", {"listed": 1, "half written": 1}),
        (f"{NEW}\n\nMer.", "Ett senare ord.", "granskat", {"listed": 1, "elsewhere": 1}),
    ],
)
def test_what_is_wrong_is_seen(first: str, second: str, output: str, expected: dict[str, int], tmp_path: Path) -> None:
    assert judged(tmp_path, f"---\ntitle: x\n---\n\n{first}\n\n{second}\n", output) == expected


def test_the_words_of_both_are_wanted_where_they_do_not_meet() -> None:
    assert merged("ett två tre fyra", ["ett 2 tre fyra", "ett två tre 4"]) == "ett 2 tre 4"
    assert merged("ett två tre fyra", ["ett 2 tre fyra", "ett zwei tre fyra"]) is None
    assert merged("ett två", ["ett a två", "ett b två"]) is None


def test_segments_are_the_whole_file() -> None:
    for file in sorted((ROOT / "content").rglob("*.md")):
        data = file.read_bytes().decode()
        assert "".join(part.text for part in segments(data)) == data


def test_the_officers_changes_stand(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / FILE).write_text("---\ntitle: x\n---\n\n" + f"{OLD}\n\n" * 20, encoding="utf-8")
    texts = texts_of(tmp_path)
    later = officer.change(tmp_path, texts, texts[:5], Random(1), 12)
    assert len(later) > 5
    assert all(change.stands(tmp_path) for change in later)
    data = (tmp_path / FILE).read_bytes().decode().split("\n")
    for text in texts:
        assert text.gone or "\n".join(data[text.lines.start - 1 : text.lines.stop - 1]).strip("\r") == text.now
