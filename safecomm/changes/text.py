"""Changes as lines to read, on a terminal or in the comment of a pull request: the same sentences in another ink."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from safecomm.changes.compare import Changes, FieldChange, RecordChange
from safecomm.changes.facts import Path
from safecomm.changes.pieces import Row, excerpt
from safecomm.changes.twin_line import Section
from safecomm.content.content import Language
from safecomm.content.field_types import inner_record
from safecomm.content.folder import KINDS
from safecomm.diagnostic import quote
from safecomm.labels import Labels, lower_first
from safecomm.markdown.escape_markdown import escape_markdown
from safecomm.messages.texts import texts_of

Style = Callable[[str], str]


class DocumentChanges(NamedTuple):
    """The lines of a document that changed, below the headings that they have in the new draft."""

    name: str
    sections: tuple[Section, ...]


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
        lines += ["", f"{says['follows']}:", "", *consequence_lines(changes, ink)]
    return "\n".join(lines) + "\n"


def document(changes: DocumentChanges, old: str, new: str, language: Language, ink: Ink) -> str:
    says = texts_of("changes", language)
    lines = [ink.heading + ink.plain(says["heading"].format(old=old, new=new)), ""]
    first, below = ink.levels
    for title, rows in changes.sections:
        lines += [first + ink.name(title or changes.name), *(below + row_text(excerpt(row), ink) for row in rows)]
    if not changes.sections:
        lines.append(first + says["nothing"])
    return "\n".join(lines) + "\n"


def record_lines(change: RecordChange, labels: Labels, ink: Ink) -> Iterator[str]:
    """One line, or where several fields changed a line for the record and one below it for each."""
    first, below = ink.levels
    subject = subject_of(change, labels, ink)
    if change.change != "changed" or not change.fields:
        yield f"{first}{subject} {event(change, labels.language, ink)}"
        return
    lines = [line for field in change.fields for line in field_lines(change.kind, field, labels, ink)]
    if len(lines) == 1:
        yield f"{first}{subject}: {lines[0]}"
    else:
        yield f"{first}{subject}:"
        yield from (below + line for line in lines)


def subject_of(change: RecordChange, labels: Labels, ink: Ink) -> str:
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
    model, parts = KINDS[kind], []
    for part in path:
        if part.startswith("["):
            parts.append(part[1:-1])
        else:
            parts.append(lower_first(labels.field(model, part)))
            model = inner_record(model, part) or model
    return ", ".join(parts)


def value_change(field: FieldChange, language: Language, ink: Ink) -> str:
    says = texts_of("changes", language)
    went, came = field.went, field.came
    if went and came and field.form == "value":
        return f" {ink.plain(went[0])} → {ink.plain(came[0])}"
    if not went and not came:
        return f": {says['order'].format(values=join_values(field.new, ink))}"
    told = {"came": came, "went": went}
    parts = (says[key].format(values=join_values(values, ink)) for key, values in told.items() if values)
    return f": {'; '.join(parts)}"


def join_values(values: Sequence[str], ink: Ink) -> str:
    return ", ".join(ink.plain(value) for value in values)


def row_text(row: Row, ink: Ink) -> str:
    inks = {"same": ink.plain, "del": ink.deleted, "ins": ink.inserted}
    return "".join(inks[piece.tag](piece.text) for piece in row)


def consequence_lines(changes: Changes, ink: Ink) -> Iterator[str]:
    says, language = texts_of("changes", changes.language), changes.language
    bullet = ink.levels[0] or "    "
    for diagnostic in changes.appeared:
        yield f"{bullet}{says[f'appeared.{diagnostic.severity}']}: {ink.plain(diagnostic.message(language))}"
    for diagnostic in changes.vanished:
        yield f"{bullet}{says['vanished']}: {ink.plain(diagnostic.message(language))}"
