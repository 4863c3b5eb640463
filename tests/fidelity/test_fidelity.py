"""docs/fidelity.md says what becomes of each construct of a Word file; every cell is run, `--update` writes it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from safecomm.document_pairs import changes_of_files, open_files
from safecomm.messages.texts import texts_of
from safecomm.ooxml.opening import open_word_file
from safecomm.redline.redline import UnprovenError, redline
from safecomm.review.apply import apply, proposals
from safecomm.review.review import review
from safecomm.review.review_finding import ReviewFinding
from tests.conftest import Golden
from tests.fidelity.constructs import GROUPS, Edit
from tests.foreign.programs import PROGRAMS
from tests.ooxml.test_opening import FILES, problem_of
from tests.review.reviewer import Reviewer, project, saved, sent
from tests.test_docs import DOCS

FILE = DOCS / "fidelity.md"
SAYS, LAYERS = texts_of("review", "en"), texts_of("layers", "en")
pytestmark = pytest.mark.slow

NOTHING = "–"
SETTINGS = f"taken over: {LAYERS['settings']}"
SAVED = "The draft as other programs save it"
COLUMNS = "construct", "`text`", "`review`", "`review --apply`", "`diff --docx`"
INTRODUCTION = """\
# What becomes of each construct of a Word file

Written by `pytest tests/fidelity --update`: a reviewer's program changes one thing in a sent draft
(`tests/fidelity/constructs.py`), and each command is run on the result.

- `text`: whether `safecomm text` (and `diff` of two files) shows it.
- `review`: what `safecomm review` calls it, always with its place.
- `review --apply`: whether it is written into the content; “by hand” is listed with its wording, to be copied.
- `diff --docx`: whether it becomes tracked changes, or which layer is taken over from the new file, which is then said;
  refused is what is not proven to lead from the one file to the other, with what differs.

A dash is nothing: there is nothing to show, to tell or to write.
"""


class Row(NamedTuple):
    construct: str
    text: str
    review: str
    apply: str
    diff: str


def rows_of_group(root: Path, stem: str, edits: dict[str, Edit]) -> Iterator[Row]:
    docx = sent(root, stem, kept=True)
    copies = {name: edited(docx, edit, f"{number}") for number, (name, edit) in enumerate(edits.items())}
    return rows_of(root, docx, copies)


def rows_of_programs(root: Path) -> Iterator[Row]:
    """The draft as each saves it, without any edit."""
    docx = sent(root, "programme.sv", kept=True)
    copies = {name: docx.parent / f"{name}.docx" for name in PROGRAMS}
    for name, copy in copies.items():
        copy.write_bytes(PROGRAMS[name](docx.read_bytes(), 1))
    return rows_of(root, docx, copies)


def rows_of(root: Path, docx: Path, copies: dict[str, Path]) -> Iterator[Row]:
    """All copies are reviewed at once."""
    findings = review(root, copies.values(), [docx]).findings
    for name, copy in copies.items():
        found = [finding for finding in findings if Path(finding.file).name == copy.name]
        yield Row(name, shown(docx, copy), told(found), written(root, found), tracked(docx, copy))


def edited(docx: Path, edit: Edit, name: str) -> Path:
    reviewer = Reviewer(docx)
    edit(reviewer)
    return saved(docx.parent / f"{name}.docx", reviewer.parts)


def shown(old: Path, new: Path) -> str:
    return "shown" if changes_of_files(open_files(old, new)).sections else NOTHING


def told(found: list[ReviewFinding]) -> str:
    kinds = dict.fromkeys(SAYS[finding.kind] for finding in found)
    return ", ".join(kinds) or NOTHING


def written(root: Path, found: list[ReviewFinding]) -> str:
    """Really, in the project, which is then as it was."""
    wanted = [proposal for proposal in proposals(root, found) if proposal.wanted is not None]
    files = {root / proposal.location.path for proposal in wanted}
    before = {file: file.read_bytes() for file in files}
    done = apply(root, found, wanted).done
    changed = all(file.read_bytes() != data for file, data in before.items())
    for file, data in before.items():
        file.write_bytes(data)
    assert len(done) == len(wanted)
    assert changed
    return "written" if done else "by hand" if any(finding.kind != "comment" for finding in found) else NOTHING


def tracked(old: Path, new: Path) -> str:
    try:
        proof = redline(open_word_file(old), open_word_file(new), "Solna").proof
    except UnprovenError as fault:
        return f"refused: {', '.join(LAYERS[layer] for layer in fault.proof.failing)}"
    taken = [f"taken over: {LAYERS[layer]}" for layer in proof.taken_over if layer != "properties" or not proof.changes]
    return ", ".join([*(["tracked"] if proof.changes else []), *taken]) or NOTHING


@pytest.fixture(scope="module")
def groups(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Row]]:
    root = project(tmp_path_factory.mktemp("fidelity"))
    return {name: list(rows_of_group(root, stem, edits)) for name, (stem, edits) in GROUPS.items()} | {
        SAVED: list(rows_of_programs(root))
    }


def test_every_construct_is_told_or_is_nothing(groups: dict[str, list[Row]]) -> None:
    """What shows in the text, is tracked or taken over; the settings are those of the program that saved the file."""
    rows = [row for group in groups.values() for row in group]
    assert len(rows) > 60
    untold = [row for row in rows if row.review == NOTHING]
    assert {(row.text, row.diff) for row in untold} == {(NOTHING, NOTHING), (NOTHING, SETTINGS)}


def test_the_table_is_what_was_run(groups: dict[str, list[Row]], golden: Golden) -> None:
    golden(FILE, INTRODUCTION + "".join(section(name, rows) for name, rows in groups.items()) + refused())


def section(name: str, rows: list[Row]) -> str:
    head = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}\n"
    return f"\n## {name}\n\n{head}" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def refused() -> str:
    """Files of which every command says what they are."""
    rows = "".join(f"| {name} | `{' '.join(filter(None, problem_of(data)))}` |\n" for name, (data, *_) in FILES.items())
    return f"\n## Files that are refused\n\n| file | every command says |\n|---|---|\n{rows}"
