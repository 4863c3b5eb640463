"""Changes as lines to read, on a terminal or in the comment of a pull request: the same sentences in another ink."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from safecomm.changes.compare import Changes, FieldChange, RecordChange
from safecomm.changes.facts import Path
from safecomm.changes.pieces import Row, excerpt
from safecomm.content.content import Language
from safecomm.content.field_types import inner_record
from safecomm.content.folder import KINDS
from safecomm.diagnostic import quote
from safecomm.labels import Labels, lowered
from safecomm.markdown.escape_markdown import escape_markdown
from safecomm.messages.texts import texts_of

Style = Callable[[str], str]


class DocumentChanges(NamedTuple):
    """The lines of a document that changed, below the headings that they have in the new draft."""

    name: str
    sections: tuple[tuple[str, tuple[Row, ...]], ...]


class Ink(NamedTuple):
    """How a plain text, a name, what went and what came are written, and what begins a line of each depth."""

    plain: Style
    name: Style
    deleted: Style
    inserted: Style
    heading: str
    levels: tuple[str, str]


TEXT = Ink(str, str, "[-{}-]".format, "{{+{}+}}".format, "", ("", "    "))
MARKDOWN = Ink(
    escape_markdown,
    lambda text: f"*{escape_markdown(text)}*",
    # Asterisks would stay as they are between a word and a comma.
    lambda text: f"<del>{escape_markdown(text)}</del>",
    lambda text: f"<ins>{escape_markdown(text)}</ins>",
    "### ",
    ("- ", "  - "),
)


def summary(changes: Changes, old: str, new: str, ink: Ink) -> str:
    """A heading, the records, and what follows from their changes."""
    says = texts_of("changes", changes.language)
    lines = [ink.heading + ink.plain(says["heading"].format(old=old, new=new)), ""]
    lines += [line for change in changes.records for line in record_lines(change, changes.labels, ink)]
    if not changes.records:
        lines.append(ink.levels[0] + says["nothing"])
    if changes.appeared or changes.vanished:
        lines += ["", f"{says['follows']}:", "", *following(changes, ink)]
    return "\n".join(lines) + "\n"


def document(found: DocumentChanges, old: str, new: str, language: Language, ink: Ink) -> str:
    says = texts_of("changes", language)
    lines = [ink.heading + ink.plain(says["heading"].format(old=old, new=new)), ""]
    first, below = ink.levels
    for title, rows in found.sections:
        lines += [first + ink.name(title or found.name), *(below + row_text(excerpt(row), ink) for row in rows)]
    if not found.sections:
        lines.append(first + says["nothing"])
    return "\n".join(lines) + "\n"


def record_lines(change: RecordChange, labels: Labels, ink: Ink) -> Iterator[str]:
    """One line, or where several fields changed a line for the record and one below it for each."""
    first, below = ink.levels
    subject = named(change, labels, ink)
    if change.change != "changed" or not change.fields:
        yield f"{first}{subject} {event(change, labels.language, ink)}"
        return
    lines = [line for field in change.fields for line in field_lines(change.kind, field, labels, ink)]
    if len(lines) == 1:
        yield f"{first}{subject}: {lines[0]}"
    else:
        yield f"{first}{subject}:"
        yield from (below + line for line in lines)


def named(change: RecordChange, labels: Labels, ink: Ink) -> str:
    """`Insatsen hearings`; what is new or gone with its title, for its id alone may say little."""
    subject = labels.subject(change.kind)
    if change.old_id != change.kind:
        subject += f" {ink.name(change.old_id)}"
    quoted = quote(ink.plain(change.title), labels.language)
    return f"{subject} {quoted}" if change.change in ("added", "removed") and change.title else subject


def event(change: RecordChange, language: Language, ink: Ink) -> str:
    return texts_of("changes", language)[change.change].format(id=ink.name(change.id))


def field_lines(kind: str, field: FieldChange, labels: Labels, ink: Ink) -> Iterator[str]:
    name = label(kind, field.path, labels)
    if field.rows:
        yield from (f"{ink.plain(name)}: {row_text(excerpt(row), ink)}" for row in field.rows)
    else:
        yield f"{ink.plain(name)}{value_change(field, labels.language, ink)}"


def label(kind: str, path: Path, labels: Labels) -> str:
    """`areal, Landyta, värde`"""
    model, told = KINDS[kind], []
    for part in path:
        if part.startswith("["):
            told.append(part[1:-1])
        else:
            told.append(lowered(labels.field(model, part)))
            model = inner_record(model, part) or model
    return ", ".join(told)


def value_change(field: FieldChange, language: Language, ink: Ink) -> str:
    says = texts_of("changes", language)
    went = [each for each in field.old if each not in field.new]
    came = [each for each in field.new if each not in field.old]
    if went and came and field.form == "value":
        return f" {ink.plain(went[0])} → {ink.plain(came[0])}"
    if not went and not came:
        return f": {says['order'].format(values=listed(field.new, ink))}"
    parts = (says[key].format(values=listed(each, ink)) for key, each in (("came", came), ("went", went)) if each)
    return f": {'; '.join(parts)}"


def listed(values: list[str] | tuple[str, ...], ink: Ink) -> str:
    return ", ".join(ink.plain(each) for each in values)


def row_text(row: Row, ink: Ink) -> str:
    inks = {"same": ink.plain, "del": ink.deleted, "ins": ink.inserted}
    return "".join(inks[piece.tag](piece.text) for piece in row)


def following(changes: Changes, ink: Ink) -> Iterator[str]:
    says, language = texts_of("changes", changes.language), changes.language
    bullet = ink.levels[0] or "    "
    for each in changes.appeared:
        yield f"{bullet}{says[f'appeared.{each.severity}']}: {ink.plain(each.message(language))}"
    for each in changes.vanished:
        yield f"{bullet}{says['vanished']}: {ink.plain(each.message(language))}"
