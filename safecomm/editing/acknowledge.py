"""A gap that will stay for now, written into application.md with its reason."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from safecomm.content.content import Content
from safecomm.content.file import FOLDER, read_bytes, text_of
from safecomm.content.load import load
from safecomm.content.revision import position, revise
from safecomm.content.yaml_data import Data, fields_of
from safecomm.diagnostic import ContentError, Location, Severity, nearest_name, problem
from safecomm.editing.skeleton import as_yaml
from safecomm.editing.translated import read_parts
from safecomm.journal import Undo, only_writer, write_content
from safecomm.rules.all_rules import check
from safecomm.rules.rule_finding import UNFILLED

FIELD = "acknowledged"
PATH = f"{FOLDER}/application.md"


class KnownGap(NamedTuple):
    """An entry of the list; the reason by language."""

    gap: str
    record: str
    reason: dict[str, str]


@only_writer
def acknowledge(project: Path, gap: str, record: str, reasons: Sequence[str]) -> Path:
    """Writes the gap with a reason in each language, in their order; raises ContentError, and nothing has changed."""
    content = load(project)
    require_gap(content, gap, record)
    entry = KnownGap(gap, record, dict(zip(content.languages, reasons, strict=False)))
    before = read_bytes(project / PATH, Location(PATH))
    after = revise(before, PATH, [addition(before, entry)])
    if not adds(before, after, entry._asdict()):
        raise ContentError([problem("cannot-acknowledge", content.places.find("application", "application", FIELD))])
    write_content(project, {PATH: after}, {PATH: before}, proof=load, undo=Undo.KEEP)
    return project / PATH


def require_gap(content: Content, gap: str, record: str) -> None:
    """A gap that stands there already is none that can be acknowledged, and one that asks for something never is."""
    if gap == UNFILLED:
        raise ContentError([problem("never-acknowledged", Location(PATH))])
    found = (finding for finding in check(content, content.source) if finding.diagnostic.severity is Severity.WARNING)
    known = {f"{finding.diagnostic.code} {finding.record}" for finding in found}
    if (name := f"{gap} {record}") not in known:
        nearest = nearest_name(name, known)
        raise ContentError([problem("unknown-gap", Location(PATH), nearest=nearest, gap=gap, record=record)])


def addition(data: bytes, entry: KnownGap) -> tuple[int, int, str]:
    """Where the entry goes, above those that are there, and its lines."""
    text = text_of(data, PATH)
    parts, front = read_parts(data, PATH)
    lines = text.split("\n")
    first, key = front.values.get((FIELD, 0)), front.keys.get((FIELD,))
    line = first.line if first else key.line + 1 if key else parts.body_line - 1
    above = "" if key else f"{FIELD}:\n"
    indent = indent_of(lines[line - 1]) if first else "  "
    told = "".join(f"{indent}    {language}: {as_yaml(words)}\n" for language, words in entry.reason.items())
    start = position(text, Location(PATH, line))
    fields = f"{indent}- gap: {entry.gap}\n{indent}  record: {entry.record}\n{indent}  reason:\n{told}"
    return start, start, above + fields


def indent_of(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def adds(before: bytes, after: bytes, entry: object) -> bool:
    """Whether the file says what it said, and this; not every way of writing a list can be continued."""
    with suppress(ContentError):
        (old, was), (new, now) = read_parts(before, PATH), read_parts(after, PATH)
        return new.body == old.body and entries(now) == [entry, *entries(was)] and rest(now) == rest(was)
    return False


def entries(front: Data) -> list[object]:
    listed = fields_of(front.value).get(FIELD)
    return list(listed) if isinstance(listed, list) else []


def rest(front: Data) -> dict[str, object]:
    return {name: value for name, value in fields_of(front.value).items() if name != FIELD}
