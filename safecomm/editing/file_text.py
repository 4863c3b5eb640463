"""The whole text of a content file, for whoever mends what no form can show."""

from pathlib import Path
from typing import NamedTuple

from safecomm.content.file import decode_text
from safecomm.content.load import problems_of
from safecomm.content.proposed import index_now, index_proposed
from safecomm.content.record_memory import RecordMemory
from safecomm.content.revision import replaced
from safecomm.diagnostic import Diagnostic
from safecomm.editing.merging import DivergedError, merge_items
from safecomm.editing.new_problems import new_problems
from safecomm.editing.yaml_edit import Replacement
from safecomm.journal import Undo, content_bytes, only_writer, write_content


class TextEdit(NamedTuple):
    """What the file at the path is to say, and what it said when somebody began to write."""

    path: str
    text: str
    based_on: str


class TextOutcome(NamedTuple):
    """`problems` are those that the file would have, and those that it would bring to others.

    `theirs` is what somebody else has written meanwhile in the same place; nothing is written then.
    """

    before: bytes | None
    after: bytes | None
    problems: tuple[Diagnostic, ...]
    theirs: str | None = None
    is_written: bool = False


def try_text(project: Path, edit: TextEdit, memory: RecordMemory) -> TextOutcome:
    data = content_bytes(project, edit.path)
    now = decode_text(data or b"", edit.path)
    try:
        merged = merge_items(*(text.split("\n") for text in (edit.based_on, edit.text, now)))
    except DivergedError:
        return TextOutcome(data, None, (), theirs=now)
    after = replaced(data or b"", [replacement(now, "\n".join(merged))])
    return TextOutcome(data, after, problems_with(project, edit.path, after, memory))


def problems_with(project: Path, path: str, data: bytes, memory: RecordMemory) -> tuple[Diagnostic, ...]:
    before = index_now(project, memory)
    after = problems_of(project, index_proposed(before, {path: data}, memory))
    new = new_problems(problems_of(project, before), after) if after else ()
    return tuple(fault for fault in after if fault.location.path == path or fault in new)


@only_writer
def save_text(project: Path, edit: TextEdit, memory: RecordMemory, *, even_wrong: bool = False) -> TextOutcome:
    """Writes the text where nothing is wrong in it, or where that is wanted all the same."""
    outcome = try_text(project, edit, memory)
    if outcome.after is None or (outcome.problems and not even_wrong):
        return outcome
    write_content(project, {edit.path: outcome.after}, {edit.path: outcome.before}, undo=Undo.KEEP)
    return outcome._replace(is_written=True)


def replacement(old: str, new: str) -> Replacement:
    """The one part of the text that is another: what is around it stays, line ends included."""
    start = shared(old, new)
    end = shared(old[start:][::-1], new[start:][::-1])
    return start, len(old) - end, new[start : len(new) - end]


def shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    length = min(len(one), len(other))
    return next((number for number in range(length) if one[number] != other[number]), length)
