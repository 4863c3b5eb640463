"""The edits of somebody who has a record open as a form, while others may change the same files."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from safecomm.content.load import ReadProject, problems_of, read_index
from safecomm.content.proposed import index_now, index_proposed
from safecomm.content.record_memory import RecordMemory
from safecomm.content.yaml_data import Value
from safecomm.diagnostic import Diagnostic
from safecomm.editing.fields import FieldEdit, PendingFiles
from safecomm.editing.kept_translation import keep_translations
from safecomm.editing.merging import DivergedError, merge
from safecomm.editing.new_problems import new_problems
from safecomm.editing.part_edits import part_edits
from safecomm.journal import Undo, only_writer, write_content


class BasedEdit(NamedTuple):
    """An edit, and what the field said when it was begun."""

    edit: FieldEdit
    based_on: Value


class EditConflict(NamedTuple):
    """An edit of what says something else by now, and what that is."""

    edit: FieldEdit
    now: Value


class EditOutcome(NamedTuple):
    """`after` is what the content says or would say, `new` are the problems that the edits bring.

    `merged` are the fields in which another change stays beside the edit, with what they say then. Nothing is written
    while there are `conflicts`.
    """

    pending: PendingFiles
    after: ReadProject
    new: tuple[Diagnostic, ...]
    merged: tuple[FieldEdit, ...]
    conflicts: tuple[EditConflict, ...]
    is_written: bool = False

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        return self.after.problems


def try_edits(project: Path, edits: Iterable[BasedEdit], memory: RecordMemory) -> EditOutcome:
    """What would come of the edits; raises ContentError for what no file could hold."""
    before = index_now(project, memory)
    pending, edits = PendingFiles(project, before), [*edits]
    merged, conflicts = settle(pending, edits)
    keep_translations(pending, [edit for edit, _ in edits])
    after = read_index(project, index_proposed(before, pending.changed, memory))
    new = new_problems(problems_of(project, before), after.problems) if after.problems else ()
    return EditOutcome(pending, after, new, merged, conflicts)


@only_writer
def save_edits(
    project: Path, edits: Iterable[BasedEdit], memory: RecordMemory, *, even_wrong: bool = False
) -> EditOutcome:
    """Writes the edits unless there are conflicts or, where it is not wanted, new problems; says which there were."""
    outcome = try_edits(project, edits, memory)
    if not outcome.conflicts and (even_wrong or not outcome.new):
        write_content(project, outcome.pending.files, outcome.pending.before, undo=Undo.KEEP)
        return outcome._replace(is_written=True)
    return outcome


def settle(pending: PendingFiles, edits: Iterable[BasedEdit]) -> tuple[tuple[FieldEdit, ...], tuple[EditConflict, ...]]:
    """Makes the edits, each beside what has changed since: those where something stays of that, and where it cannot."""
    merged, conflicts = [], []
    # Before any is made: the first that begins a file would give the others' fields another nothing.
    for edit, based_on, now in [(edit, based_on, pending.value(edit)) for edit, based_on in edits]:
        try:
            made = edit._replace(value=merge(based_on, edit.value, now))
        except DivergedError:
            # What is wrong in it is told all the same.
            made = edit
            conflicts.append(EditConflict(edit, now))
        merged += [made] if made.value != edit.value else []
        for part in part_edits(made, now):
            pending.make(part)
    return tuple(merged), tuple(conflicts)
