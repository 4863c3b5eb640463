"""One id changed everywhere or nowhere, whatever happens meanwhile.

A journal with three words (kind, old and new id) lies in the project from before the first change until after the
last. Each step changes one file as a whole, and may be done twice: what has the new id already is passed over. So a
run that was cut short is finished by doing all of it again, and a run that failed is undone by the opposite change,
which is exact because nothing had the new id before. What the editor has written in the meantime is kept.
"""

import json
import shutil
from contextlib import suppress
from pathlib import Path

from safecomm import output
from safecomm.content.content import FOLDER
from safecomm.content.folder import COLLECTIONS, FOLDERS, TABLES, endings
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Location, nearest_name, problem
from safecomm.editing.mentions import Change, changed
from safecomm.editing.new import check_id
from safecomm.editing.schema_files import id_file
from safecomm.editing.survey import Survey
from safecomm.markdown.references import IDENTIFIER

RENAMING = ".safecomm/rename"
JOURNAL = f"{RENAMING}/journal.json"
RENAMED = [kind for kind in FOLDERS | COLLECTIONS | TABLES if kind != "criteria"]


def rename(project: Path, name: str, new: str) -> Change:
    """Changes the id `name` (or `kind/id`) to `new`; raises ContentError, and nothing has changed."""
    load(project)
    survey = Survey(project)
    change = chosen(survey, name, new)
    changed(project, survey, change)
    output.write({project / JOURNAL: json.dumps(change).encode()})
    try:
        apply(project, change)
        # The loader is the proof: a reference that was passed over would lead nowhere now.
        load(project)
    except BaseException:
        apply(project, change.reversed)
        close(project)
        raise
    close(project)
    return change


def chosen(survey: Survey, name: str, new: str) -> Change:
    wanted, _, id_ = name.rpartition("/")
    kinds = [kind for kind, ids in survey.ids.items() if id_ in ids and wanted in ("", kind)]
    place = Location(FOLDER)
    if not kinds:
        known = {each for kind in RENAMED for each in survey.ids[kind]}
        raise ContentError([problem("unknown-id", place, nearest=nearest_name(id_, known), id=name)])
    if len(kinds) > 1:
        raise ContentError([problem("ambiguous-id", place, id=id_, kinds=", ".join(kinds), kind=kinds[0])])
    if kinds[0] not in RENAMED:
        raise ContentError([problem("fixed-id", place, id=id_)])
    check_id(new, FOLDER)
    if new in survey.ids[kinds[0]]:
        raise ContentError([problem("id-taken", place, id=new)])
    return Change(kinds[0], id_, new)


def apply(project: Path, change: Change) -> None:
    """All steps, those that have been done already too."""
    move(project, change)
    survey = Survey(project)
    if survey.reading.problems:
        raise ContentError(survey.reading.problems)
    ids = [change.new if each == change.old else each for each in survey.ids[change.kind]]
    files = changed(project, survey, change) | id_file(project, {**survey.ids, change.kind: sorted(ids)})
    output.write(files, project / RENAMING)


def move(project: Path, change: Change) -> None:
    """The record's own files, the translation among them."""
    for ending in endings(change.kind) if change.kind not in COLLECTIONS else ():
        old, new = (project / FOLDER / change.kind / f"{id_}{ending}" for id_ in (change.old, change.new))
        if old.exists():
            if new.exists():
                raise ContentError([problem("id-taken", Location(f"{FOLDER}/{change.kind}/{new.name}"), id=change.new)])
            try:
                old.replace(new)
            except OSError as fault:
                raise ContentError([output.fault_of(old, fault)]) from None


def close(project: Path) -> None:
    """The journal goes first: without it, the rest is only what a run left lying about."""
    (project / JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(project / RENAMING, ignore_errors=True)
    with suppress(OSError):
        (project / RENAMING).parent.rmdir()


def finish(project: Path) -> None:
    """Ends a run that was cut short; raises ContentError when something else has to be mended first."""
    if (project / JOURNAL).is_file():
        change = recorded(project)
        try:
            apply(project, change)
        except ContentError as fault:
            words = {"old": change.old, "new": change.new}
            raise ContentError([*fault.diagnostics, problem("rename-unfinished", Location(JOURNAL), **words)]) from None
    close(project)


def recorded(project: Path) -> Change:
    """What the journal says; it may have come with a copy of the project, from anybody."""
    with suppress(OSError, ValueError, TypeError):
        change = Change(*json.loads((project / JOURNAL).read_bytes()))
        if change.kind in RENAMED and all(IDENTIFIER.fullmatch(each) for each in change[1:]):
            return change
    raise ContentError([problem("rename-journal", Location(JOURNAL))])
