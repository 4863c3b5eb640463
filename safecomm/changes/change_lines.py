"""Changes as lines to read, on a terminal or in the comment of a pull request: the same sentences in another markup."""

from collections.abc import Callable, Iterable, Iterator, Sequence
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
from safecomm.markdown.typography import NBSP
from safecomm.messages.texts import texts_of
from safecomm.report.terminal_text import visible

Style = Callable[[str], str]


class DocumentChanges(NamedTuple):
    """The lines of a document that changed, below the headings that they have in the new draft.

    Of two Word files also the layers that differ `beside` an equal text, those `taken` over untracked into a redline,
    and how many changes each file had tracked `earlier`.
    """

    name: str
    sections: tuple[Section, ...]
    beside: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    earlier: tuple[tuple[str, int], ...] = ()


class ChangeMarkup(NamedTuple):
    """How a plain text, a name, what went and what came are written, and what begins a line of each depth."""

    plain: Style
    name: Style
    deleted: Style
    inserted: Style
    heading: str
    levels: tuple[str, str]


def shown(text: str) -> str:
    """Without what would steer a terminal; a space that must not break is none."""
    return NBSP.join(map(visible, text.split(NBSP)))


def literal(text: str) -> str:
    return escape_markdown(shown(text))


TEXT = ChangeMarkup(
    shown, shown, lambda text: f"[-{shown(text)}-]", lambda text: f"{{+{shown(text)}+}}", "", ("", "    ")
)
MARKDOWN = ChangeMarkup(
    literal,
    lambda text: f"*{literal(text)}*",
    # Asterisks would stay as they are between a word and a comma.
    lambda text: f"<del>{literal(text)}</del>",
    lambda text: f"<ins>{literal(text)}</ins>",
    "### ",
    ("- ", "  - "),
)


def summary(changes: Changes, old: str, new: str, markup: ChangeMarkup) -> str:
    """A heading, the records, and what follows from their changes."""
    says = texts_of("changes", changes.language)
    lines = [markup.heading + markup.plain(says["heading"].format(old=old, new=new)), ""]
    lines += [line for change in changes.records for line in record_lines(change, changes.labels, markup)]
    if not changes.records:
        lines.append(markup.levels[0] + says["nothing"])
    if changes.appeared or changes.vanished:
        lines += ["", f"{says['follows']}:", "", *consequence_lines(changes, markup)]
    return "\n".join(lines) + "\n"


def document(changes: DocumentChanges, old: str, new: str, language: Language, markup: ChangeMarkup) -> str:
    says = texts_of("changes", language)
    lines = [markup.heading + markup.plain(says["heading"].format(old=old, new=new)), ""]
    first, below = markup.levels
    for title, rows in changes.sections:
        lines += [first + markup.name(title or changes.name), *(below + row_text(excerpt(row), markup) for row in rows)]
    if not changes.sections:
        lines.append(first + (beside_text(changes, language) or says["nothing"]))
    lines += [markup.plain(line) if line else "" for line in file_lines(changes, new, language)]
    return "\n".join(lines) + "\n"


def beside_text(changes: DocumentChanges, language: Language) -> str:
    says = texts_of("layers", language)
    return says["beside"].format(layers=", ".join(says[layer] for layer in changes.beside)) if changes.beside else ""


def file_lines(changes: DocumentChanges, new: str, language: Language) -> Iterator[str]:
    """What is to say of two Word files beside what changed in their text."""
    says = texts_of("layers", language)
    if changes.taken:
        yield from ("", *taken_lines(changes.taken, new, language))
    if changes.earlier:
        yield ""
        yield from (says["earlier"].format(file=file, number=number) for file, number in changes.earlier)


def taken_lines(layers: Iterable[str], new: str, language: Language) -> Iterator[str]:
    """What stands in a redline as in the new document, and why."""
    says = texts_of("layers", language)
    yield f"{says['taken'].format(new=new)}:"
    yield from (f"    {says[layer]} ({says[f'why-{layer}']})" for layer in layers)


def record_lines(change: RecordChange, labels: Labels, markup: ChangeMarkup) -> Iterator[str]:
    """One line, or where several fields changed a line for the record and one below it for each."""
    first, below = markup.levels
    subject = subject_of(change, labels, markup)
    if change.change != "changed" or not change.fields:
        yield f"{first}{subject} {event(change, labels.language, markup)}"
        return
    lines = [line for field in change.fields for line in field_lines(change.kind, field, labels, markup)]
    if len(lines) == 1:
        yield f"{first}{subject}: {lines[0]}"
    else:
        yield f"{first}{subject}:"
        yield from (below + line for line in lines)


def subject_of(change: RecordChange, labels: Labels, markup: ChangeMarkup) -> str:
    """`Insatsen hearings`; what is new or gone with its title, for its id alone may say little."""
    subject = labels.subject(change.kind)
    if change.old_id != change.kind:
        subject += f" {markup.name(change.old_id)}"
    quoted = quote(markup.plain(change.title), labels.language)
    return f"{subject} {quoted}" if change.change in ("added", "removed") and change.title else subject


def event(change: RecordChange, language: Language, markup: ChangeMarkup) -> str:
    return texts_of("changes", language)[change.change].format(id=markup.name(change.id))


def field_lines(kind: str, field: FieldChange, labels: Labels, markup: ChangeMarkup) -> Iterator[str]:
    name = label(kind, field.path, labels)
    if field.rows:
        yield from (f"{markup.plain(name)}: {row_text(excerpt(row), markup)}" for row in field.rows)
    else:
        yield f"{markup.plain(name)}{value_change(field, labels.language, markup)}"


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


def value_change(field: FieldChange, language: Language, markup: ChangeMarkup) -> str:
    says = texts_of("changes", language)
    went, came = field.went, field.came
    if went and came and field.form == "value":
        return f" {markup.plain(went[0])} → {markup.plain(came[0])}"
    if not went and not came:
        return f": {says['order'].format(values=join_values(field.new, markup))}"
    told = {"came": came, "went": went}
    parts = (says[key].format(values=join_values(values, markup)) for key, values in told.items() if values)
    return f": {'; '.join(parts)}"


def join_values(values: Sequence[str], markup: ChangeMarkup) -> str:
    return ", ".join(markup.plain(value) for value in values)


def row_text(row: Row, markup: ChangeMarkup) -> str:
    writers = {"same": markup.plain, "del": markup.deleted, "ins": markup.inserted}
    return "".join(writers[piece.tag](piece.text) for piece in row)


def consequence_lines(changes: Changes, markup: ChangeMarkup) -> Iterator[str]:
    says, language = texts_of("changes", changes.language), changes.language
    bullet = markup.levels[0] or "    "
    for diagnostic in changes.appeared:
        yield f"{bullet}{says[f'appeared.{diagnostic.severity}']}: {markup.plain(diagnostic.message(language))}"
    for diagnostic in changes.vanished:
        yield f"{bullet}{says['vanished']}: {markup.plain(diagnostic.message(language))}"
