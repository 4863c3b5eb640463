"""A new record: a file of its own, or an entry at the end of the file that holds many."""

from contextlib import suppress
from pathlib import Path

from safecomm.content import yaml_data
from safecomm.content.content import FOLDER
from safecomm.content.fields import COUNCIL
from safecomm.content.file import read_bytes, text_of
from safecomm.content.folder import COLLECTIONS, KINDS, bad_id
from safecomm.content.language import spoken
from safecomm.content.markdown_file import Fields
from safecomm.content.reading import fields_of
from safecomm.content.records import Work
from safecomm.content.revision import revised
from safecomm.diagnostic import ContentError, Location, nearest_name, problem
from safecomm.editing.schema_files import ID_LIST, id_file
from safecomm.editing.skeleton import entry, markdown_file
from safecomm.editing.survey import Survey
from safecomm.journal import only_writer, standing, write_content
from safecomm.labels import Labels
from safecomm.markdown.references import IDENTIFIER


@only_writer
def new(project: Path, kind: str, id_: str) -> Path:
    """Writes the record, and tells in which file; raises ContentError, and nothing has changed."""
    path = f"{FOLDER}/{kind}.yaml" if kind in COLLECTIONS else f"{FOLDER}/{kind}/{id_}.md"
    check_id(id_, path)
    before = {name: standing(project, name) for name in (path, ID_LIST)}
    survey = Survey(project)
    if id_ in survey.ids[kind]:
        raise ContentError([problem("id-taken", Location(path), id=id_)])
    if kind == "criteria" and id_ not in survey.criteria:
        known = ", ".join(survey.criteria)
        nearest = nearest_name(id_, survey.criteria)
        raise ContentError([problem("unknown-criterion", Location(path), nearest=nearest, id=id_, known=known)])
    labels = Labels(project, spoken(project))
    if kind in COLLECTIONS:
        data = appended(project / path, path, entry(kind, id_, labels))
    else:
        data = alone(survey, kind, labels)
    ids = {**survey.ids, kind: sorted([*survey.ids[kind], id_])}
    write_content(project, {path: data, **id_file(project, ids)}, before)
    return project / path


def check_id(id_: str, path: str) -> None:
    if not IDENTIFIER.fullmatch(id_) or id_ == COUNCIL:
        raise ContentError([bad_id(id_, Location(path))])


def alone(survey: Survey, kind: str, labels: Labels) -> bytes:
    values = {}
    if issubclass(KINDS[kind], Work):
        values = {"criterion": next(iter(survey.criteria)), "order": str(survey.last(kind) + 10)}
    return markdown_file(kind, values, labels).encode()


def appended(file: Path, path: str, entry: str) -> bytes:
    """The file with the entry at its end."""
    data = read_bytes(file, Location(path))
    text = text_of(data, path)
    added = ("" if text.endswith("\n") else "\n") + "\n" + entry
    after = revised(data, path, [(len(text), len(text), added)])
    # Not every file can be continued like this: it may end in a brace, or in the mark of its end.
    if parsed(text_of(after, path), path) != {**parsed(text, path), **parsed(added, path)}:
        raise ContentError([problem("cannot-append", Location(path))])
    return after


def parsed(text: str, path: str) -> Fields:
    """What the text says; nothing when it is no YAML."""
    with suppress(ContentError):
        return fields_of(yaml_data.parse(text, path).value)
    return {}
