"""A project that is loaded again and again: what a memory has kept is what a fresh load reads."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safecomm.content.content import Content
from safecomm.content.kept_records import KeptRecords
from safecomm.content.load import load
from safecomm.content.record_memory import RecordMemory
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.rules.all_rules import check
from tests.fuzz.mutations import Files, mutated
from tests.fuzz.trial import write
from tests.test_broken import HERE

FILES = sorted(file.relative_to(HERE / "good/content").as_posix() for file in (HERE / "good/content").rglob("*.*"))
EDITS = st.tuples(st.sampled_from(FILES), st.sampled_from(["\n\nMer text.\n", "x", "\n# text\n", "\x07", ""]))
"""A file, and what is added to it; nothing for a file that goes."""


def all_that_is_loaded(project: Path, memory: RecordMemory | None = None) -> object:
    try:
        content = load(project, memory)
    except ContentError as fault:
        return list(map(plain, fault.diagnostics))
    places = [(key, vars(data), at) for key, (data, at) in content.places.sources.items()]
    found = [plain(finding.diagnostic) for finding in check(content, "sv")]
    return repr((content.records["sv"].kinds, content.records["en"].kinds, places, content[5:], found))


def assert_remembered(project: Path, memory: RecordMemory) -> None:
    """In a running process, and by the next run."""
    fresh = all_that_is_loaded(project)
    assert all_that_is_loaded(project, memory) == fresh
    assert all_that_is_loaded(project, KeptRecords(project)) == fresh
    assert all_that_is_loaded(project, KeptRecords(project)) == fresh


def plain(fault: Diagnostic) -> tuple[object, ...]:
    return (*fault._replace(values=dict(fault.values)), fault.message("sv"), fault.hint("en"))


@settings(max_examples=8, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_what_is_kept_is_what_a_fresh_load_reads(edits: list[tuple[str, str]]) -> None:
    memory = RecordMemory()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(HERE / "good", f"{folder}/project"))
        for name, added in edits:
            file = project / "content" / name
            before = file.read_text(encoding="utf-8") if file.exists() else None
            if before is None or added:
                file.write_text(f"{before or ''}{added}", encoding="utf-8")
            else:
                file.unlink()
            assert_remembered(project, memory)
            if before is not None:
                file.write_text(before, encoding="utf-8")
                assert_remembered(project, memory)


@settings(max_examples=6, deadline=None)
@given(st.lists(st.integers(0, 10_000).map(mutated), min_size=2, max_size=4))
def test_nor_of_one_project_for_another(projects: list[Files]) -> None:
    memory = RecordMemory()
    for files in projects:
        with tempfile.TemporaryDirectory() as folder:
            project = write(Path(folder), files)
            fresh = all_that_is_loaded(project)
            assert all_that_is_loaded(project, memory) == fresh
            assert all_that_is_loaded(project, KeptRecords(Path("one"))) == fresh


def test_only_what_has_changed_is_made_again(tmp_path: Path) -> None:
    project, memory = Path(shutil.copytree(HERE / "good", tmp_path / "project")), RecordMemory()
    before = load(project, memory)
    measure, rows = project / "content/measures/lighting.md", project / "content/statistics/injuries.csv"
    measure.write_text(measure.read_text(encoding="utf-8").replace("title: ", "title: Ny "), encoding="utf-8")
    rows.write_text("year,value\n2008,22\n", encoding="utf-8")
    after = load(project, memory)
    assert new_records(before, after) == {"lighting", "injuries"}
    measure.with_name("lighting.en.md").unlink()
    assert new_records(after, load(project, memory)) == {"lighting"}


def test_the_next_run_makes_only_what_has_changed(tmp_path: Path) -> None:
    project = Path(shutil.copytree(HERE / "good", tmp_path / "project"))
    load(project, KeptRecords(project))
    measure = project / "content/measures/lighting.md"
    measure.write_text(measure.read_text(encoding="utf-8").replace("title: ", "title: Ny "), encoding="utf-8")
    kept = KeptRecords(project)
    made = dict(kept.made)
    load(project, kept)
    assert {record for record, memory in kept.made.items() if made[record] is not memory} == {("measures", "lighting")}
    assert KeptRecords(project).made.keys() == made.keys()


def test_what_is_wrong_is_read_again(tmp_path: Path) -> None:
    project = Path(shutil.copytree(HERE / "good", tmp_path / "project"))
    (project / "content/measures/lighting.md").write_text("---\ntitel: x\n---\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(ContentError):
            load(project, KeptRecords(project))
    assert ("measures", "lighting") not in KeptRecords(project).made


def test_a_text_that_is_too_deep_to_keep_is_read(tmp_path: Path) -> None:
    project = Path(shutil.copytree(HERE / "good", tmp_path / "project"))
    file = project / "content/measures/lighting.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n" + "> " * 15 + "djupt\n", encoding="utf-8")
    assert_remembered(project, RecordMemory())


def test_what_has_gone_is_forgotten(tmp_path: Path) -> None:
    project, memory = Path(shutil.copytree(HERE / "good", tmp_path / "project")), RecordMemory()
    load(project, memory)
    shutil.rmtree(project / "content/measures")
    for _ in range(2):
        with pytest.raises(ContentError):
            load(project, memory)
    assert not any(kind == "measures" for kind, _ in (*memory.last, *memory.made))


def new_records(before: Content, after: Content) -> set[str]:
    return {
        id_
        for language, records in after.records.items()
        for kind, by_id in records.kinds.items()
        for id_, record in by_id.items()
        if record is not before.records[language].kinds[kind].get(id_)
    }
