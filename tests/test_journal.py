"""Several content files, all written or none, whatever ends the run in between and whoever writes meanwhile."""

import itertools
import json
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from safecomm.copies import Copies, FileChange
from safecomm.diagnostic import ContentError
from safecomm.journal import WRITING, Undo, content_bytes, recover, take_back, write_content
from safecomm.undo_steps import STEPS
from tests.interruption import ACTS, interrupted, needs_fork

pytestmark = pytest.mark.slow

GOOD = Path(__file__).parent / "good" / "content"
COUNCIL, LIGHTING, NEW = "content/council.md", "content/measures/lighting.md", "content/new/folder/new.md"
FILES: Mapping[str, bytes | None] = {COUNCIL: b"new council", LIGHTING: None, NEW: b"new"}
"""One to write, one to remove, one to make with its folder."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "project" / "content")
    return tmp_path / "project"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """What is written over and removed, for tests that copy it hundreds of times."""
    for path in (COUNCIL, LIGHTING):
        file = tmp_path / "small" / path
        file.parent.mkdir(parents=True)
        shutil.copy(GOOD.parent / path, file)
    return tmp_path / "small"


def state(project: Path) -> dict[str, bytes | None]:
    return {path: content_bytes(project, path) for path in FILES}


def write(project: Path, undo: Undo = Undo.SAME) -> None:
    write_content(project, FILES, state(project), undo=undo)


def codes(work: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(ContentError) as caught:
        work()
    return [(fault.code, str(fault.location)) for fault in caught.value.diagnostics]


def check(project: Path) -> Result:
    return CliRunner().invoke(cli, ["check", "--project", str(project)], catch_exceptions=False)


def begun(project: Path) -> Copies:
    """As a run leaves it that was killed before its first file was replaced."""
    journal = Copies(project, WRITING)
    journal.save([FileChange(path, data, FILES[path]) for path, data in state(project).items()], Undo.SAME)
    return journal


def everything(folder: Path) -> dict[str, bytes | None]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() if file.is_file() else None for file in folder.rglob("*")
    }


def test_all_are_written_and_nothing_is_left(project: Path) -> None:
    write(project)
    assert state(project) == FILES
    assert not (project / ".safecomm").exists()


def test_what_had_its_journal_is_finished_by_the_next_command(project: Path) -> None:
    begun(project)
    (project / COUNCIL).write_bytes(b"new council")  # It was killed after the first.
    check(project)
    assert state(project) == FILES
    assert not (project / ".safecomm").exists()


def test_what_had_no_journal_yet_is_undone(project: Path) -> None:
    before = state(project)
    begun(project).record.unlink()
    check(project)
    assert state(project) == before
    assert not (project / ".safecomm").exists()


@needs_fork
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("undo", Undo)
def test_at_every_step_all_are_written_or_none(act: str, undo: Undo, small: Path) -> None:
    before, seen = state(small), []
    for number in itertools.count(1):
        again = Path(shutil.copytree(small, small.parent / str(number)))
        reached = interrupted(partial(write, again, undo), number, ACTS[act])
        if act == "disk full":
            assert state(again) in (before, FILES)
        recover(again)
        seen.append(state(again))
        assert seen[-1] in (before, FILES)
        assert (again / ".safecomm" / "undo").exists() == (undo is Undo.KEEP and seen[-1] == FILES)
        if not reached:
            break
    assert before in seen
    assert seen[-1] == FILES


@needs_fork
@pytest.mark.parametrize("act", ACTS)
def test_at_every_step_it_is_taken_back_or_can_still_be(act: str, small: Path) -> None:
    before = everything(small / "content")
    write(small, Undo.KEEP)
    for number in itertools.count(1):
        again = Path(shutil.copytree(small, small.parent / str(number)))
        reached = interrupted(partial(take_back, again), number, ACTS[act])
        recover(again)
        if state(again) == FILES:
            take_back(again)
        assert {path: data for path, data in everything(again / "content").items() if path in before} == before
        assert codes(partial(take_back, again)) == [("nothing-to-undo", "content")]
        if not reached:
            break


def test_a_fault_writes_none(project: Path) -> None:
    before = state(project)
    (project / NEW).mkdir(parents=True)
    files = {**FILES, NEW: b"a folder is in the way"}
    assert codes(lambda: write_content(project, files, {**before, NEW: None})) == [("not-a-file", NEW)]
    shutil.rmtree(project / "content" / "new")
    assert state(project) == before
    assert not (project / ".safecomm").exists()


def test_what_its_proof_refuses_is_put_back(project: Path) -> None:
    before = everything(project)

    def refuse(seen: Path) -> None:
        assert state(seen) == FILES
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_content(project, FILES, state(project), proof=refuse)
    shutil.rmtree(project / "content" / "new")
    assert everything(project) == before


@pytest.mark.parametrize("path", [COUNCIL, LIGHTING, NEW, "content/programme.md"])
def test_what_was_changed_meanwhile_is_not_written_over(path: str, project: Path) -> None:
    read = state(project) | {"content/programme.md": content_bytes(project, "content/programme.md")}
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_bytes(b"somebody else's")
    before = everything(project)
    assert codes(lambda: write_content(project, FILES, read)) == [("changed-meanwhile", path)]
    assert everything(project) == before


def test_what_was_changed_after_a_kill_stays_and_is_told_once(project: Path) -> None:
    begun(project)
    (project / COUNCIL).write_bytes(b"edited by hand")
    assert codes(lambda: recover(project)) == [("not-finished", COUNCIL)]
    assert state(project) == {**FILES, COUNCIL: b"edited by hand"}
    recover(project)
    assert not (project / ".safecomm").exists()


def test_nothing_is_done_by_halves_where_a_copy_is_not_what_it_was(project: Path) -> None:
    begun(project)
    copies = [file for file in (project / ".safecomm" / WRITING).iterdir() if file.suffix in (".before", ".after")]
    assert len(copies) == 4
    for copy in copies:
        for damage in ("missing", "truncated", "altered"):
            again = Path(shutil.copytree(project, project.parent / "again"))
            file = again / copy.relative_to(project)
            data = file.read_bytes()
            file.unlink()
            if damage != "missing":
                file.write_bytes(data[:-1] + (b"" if damage == "truncated" else b"?"))
            before = everything(again)
            assert "[journal-damaged]" in check(again).output
            assert codes(partial(write, again)) == [("journal-damaged", ".safecomm/writing/journal.json")]
            assert everything(again) == before
            shutil.rmtree(again)


DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""Of nothing."""


@pytest.mark.parametrize(
    "journal",
    [
        "",
        "[1]",
        "{}",
        "[" * 100_000,
        '{"content/council.md": "0.copy"}',
        '{"files": 1, "note": ""}',
        '{"files": [1], "note": ""}',
        '{"files": [["content/council.md", null]], "note": ""}',
        '{"files": [[5, null, null]], "note": ""}',
        '{"files": [["content/council.md", null, 5]], "note": ""}',
        *(
            json.dumps({"files": [[COUNCIL, None, None], [path, None, DIGEST]], "note": ""})
            for path in (
                "content/../../outside.md",
                "content/..",
                "build/x.md",
                "/outside.md",
                "content",
                "content/a\0b.md",
                "content/link.md",
                "content/link/x.md",
                "content/\ud800",
            )
        ),
    ],
    ids=range(19),
)
def test_a_journal_that_is_not_ours_writes_nothing(project: Path, journal: str) -> None:
    (project / "content" / "link.md").symlink_to(project.parent / "outside.md")
    (project / "content" / "link").symlink_to(project.parent)
    folder = project / ".safecomm" / WRITING
    folder.mkdir(parents=True)
    (folder / "1.after").write_bytes(b"")
    (folder / "journal.json").write_text(journal, encoding="utf-8")
    before = everything(project.parent)
    result = check(project)
    assert (result.exit_code, ".safecomm/writing/journal.json: fel: " in result.output) == (1, True)
    assert everything(project.parent) == before


@pytest.mark.parametrize("name", ["journal.json", "0.before", "2.after"])
def test_a_copy_that_is_a_link_is_not_followed(name: str, project: Path) -> None:
    copy = begun(project).folder / name
    elsewhere = copy.replace(project.parent / "elsewhere")
    copy.symlink_to(elsewhere)
    before = everything(project.parent)
    assert check(project).exit_code == 1
    assert everything(project.parent) == before


@pytest.mark.parametrize("link", [".safecomm", ".safecomm/writing", ".safecomm/undo", ".safecomm/rename"])
def test_nothing_is_written_or_removed_through_a_link(link: str, project: Path) -> None:
    elsewhere = project.parent / "elsewhere"
    for name in ("writing", "undo", "rename"):
        (elsewhere / name).mkdir(parents=True)
        (elsewhere / name / "0.before").write_bytes(b"somebody's")
    (project / link).parent.mkdir(exist_ok=True)
    (project / link).symlink_to(elsewhere)
    before = everything(elsewhere)
    for work in (recover, partial(write, undo=Undo.KEEP), take_back):
        with suppress(ContentError):
            work(project)
    assert everything(elsewhere) == before


def test_a_link_in_the_content_is_not_written_through(project: Path) -> None:
    outside = project.parent / "outside.md"
    (project / COUNCIL).replace(outside)
    (project / COUNCIL).symlink_to(outside)
    before = everything(project.parent)
    assert codes(lambda: write_content(project, FILES, dict.fromkeys(FILES))) == [("not-in-content", COUNCIL)]
    assert everything(project.parent) == before


def test_the_content_may_lie_elsewhere_as_a_whole(project: Path) -> None:
    (project / "content").replace(project.parent / "shared")
    (project / "content").symlink_to(project.parent / "shared")
    write(project)
    assert state(project) == FILES


def test_what_others_keep_in_the_folder_stays(project: Path) -> None:
    for name in ("mine.txt", "writing/mine.txt", "writing/sub/0.before", "undo/mine", "drafts/one.docx"):
        (project / ".safecomm" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / ".safecomm" / name).write_text("mine", encoding="utf-8")
    before = everything(project / ".safecomm")
    recover(project)
    write(project, Undo.KEEP)
    take_back(project)
    assert everything(project / ".safecomm") == before


def test_what_was_written_is_taken_back_once(project: Path) -> None:
    before = everything(project)
    write(project, Undo.KEEP)
    write_content(project, {"content/other.md": b"other"}, {"content/other.md": None})
    assert take_back(project) == list(FILES)
    (project / "content" / "other.md").unlink()
    shutil.rmtree(project / "content" / "new")
    assert everything(project) == before
    assert codes(partial(take_back, project)) == [("nothing-to-undo", "content")]


def test_changes_are_taken_back_one_after_the_other(project: Path) -> None:
    before = state(project)
    write(project, Undo.KEEP)
    write_content(project, {COUNCIL: b"later"}, {COUNCIL: b"new council"}, undo=Undo.KEEP)
    assert take_back(project) == [COUNCIL]
    assert state(project) == FILES
    assert take_back(project) == list(FILES)
    assert state(project) == before
    assert codes(partial(take_back, project)) == [("nothing-to-undo", "content")]


def test_so_many_changes_can_be_taken_back_and_no_more(project: Path) -> None:
    texts = [(project / COUNCIL).read_bytes(), *(f"council {number}".encode() for number in range(STEPS + 2))]
    for old, new in pairwise(texts):
        write_content(project, {COUNCIL: new}, {COUNCIL: old}, undo=Undo.KEEP)
    for text in texts[-2 : -2 - STEPS : -1]:
        take_back(project)
        assert (project / COUNCIL).read_bytes() == text
    assert codes(partial(take_back, project)) == [("nothing-to-undo", "content")]


@needs_fork
@pytest.mark.parametrize("act", ACTS)
def test_at_every_step_the_earlier_change_can_still_be_taken_back(act: str, small: Path) -> None:
    before = state(small)
    write(small, Undo.KEEP)
    write_content(small, {COUNCIL: b"later"}, {COUNCIL: b"new council"}, undo=Undo.KEEP)
    for number in itertools.count(1):
        again = Path(shutil.copytree(small, small.parent / str(number)))
        reached = interrupted(partial(take_back, again), number, ACTS[act])
        recover(again)
        if state(again) != FILES:
            take_back(again)
        assert take_back(again) == list(FILES)
        assert state(again) == before
        if not reached:
            break


def test_a_damaged_step_hinders_no_later_change(project: Path) -> None:
    write(project, Undo.KEEP)
    (project / ".safecomm" / "undo" / "1" / "journal.json").write_text("{}", encoding="utf-8")
    write_content(project, {COUNCIL: b"later"}, {COUNCIL: b"new council"}, undo=Undo.KEEP)
    assert take_back(project) == [COUNCIL]


def test_nothing_is_taken_back_where_any_file_has_been_changed_since(project: Path) -> None:
    write(project, Undo.KEEP)
    (project / NEW).unlink()
    (project / LIGHTING).write_bytes(b"written again")
    before = everything(project)
    assert codes(partial(take_back, project)) == [("undo-changed", LIGHTING), ("undo-changed", NEW)]
    assert everything(project) == before


def test_a_change_that_changes_nothing_leaves_what_can_be_taken_back(project: Path) -> None:
    write(project, Undo.KEEP)
    write(project, Undo.KEEP)
    assert take_back(project) == list(FILES)


def test_where_nothing_can_be_written_reading_goes_on(project: Path) -> None:
    (project / ".safecomm" / "lock").mkdir(parents=True)  # As good as no permission: the lock cannot be opened.
    assert check(project).output == "inga fel och inga luckor\n"
    assert codes(partial(write, project)) == [("cannot-write", (project / ".safecomm" / "lock").as_posix())]
    begun(project)
    assert "[cannot-write]" in check(project).output


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_copy_that_nobody_can_read_to_its_end_is_refused(project: Path) -> None:
    copy = begun(project).folder / "0.before"
    copy.unlink()
    os.mkfifo(copy)
    assert "[journal-damaged]" in check(project).output
