"""Which kinds of record there are, where they stand and what they are called.

Imports no record, so that the texts' parser and the command line know the kinds at once. A new kind is an entry here
and its model.
"""

from enum import Enum
from typing import NamedTuple


class Storage(Enum):
    """Where the records of a kind stand below content/."""

    SINGLE = "<kind>.md: there is one"
    FOLDER = "<kind>/<id>.md"
    COLLECTION = "<kind>.yaml, with a record for every key"
    TABLE = "<kind>/<id>.yaml, with <id>.csv beside it"
    YEARLY = "<kind>/<year>/<name>.md: its id is `<year>/<name>`, its name that of the record which it tells of"


class RecordKind(NamedTuple):
    """`model` is where its class is found; `title` the field by which readers know a record.

    A COLLECTION that is `optional` has no file in a project that has none of its records.

    `word` is what one record is called in commands and references, `[](measure:hearings)`; empty where texts cannot
    refer to it.
    """

    name: str
    storage: Storage
    model: str
    title: str
    word: str = ""
    optional: bool = False


LIST = ".yaml"
"""How the name of a file ends that holds several small works, in the folder of their kind."""

FOLLOWED = ("measures", "projects")
"""The kinds of whose records a YEARLY one tells: `2009/measures.hearings`."""

OPTIONAL = {"groups", "objectives", "references", "networks", "values", "terms", "decisions"}

RECORD_KINDS = {
    name: RecordKind(name, storage, f"safecomm.content.records:{model}", title, word, name in OPTIONAL)
    for name, storage, model, title, word in (
        ("community", Storage.SINGLE, "Community", "name", ""),
        ("council", Storage.SINGLE, "Council", "name", ""),
        ("groups", Storage.COLLECTION, "Group", "name", ""),
        ("programme", Storage.SINGLE, "Programme", "title", ""),
        ("application", Storage.SINGLE, "Application", "", ""),
        ("objectives", Storage.COLLECTION, "Objective", "text", "objective"),
        ("criteria", Storage.FOLDER, "Criterion", "area", "criterion"),
        ("sections", Storage.FOLDER, "Section", "title", ""),
        ("activities", Storage.FOLDER, "Activity", "title", "activity"),
        ("measures", Storage.FOLDER, "Measure", "title", "measure"),
        ("projects", Storage.FOLDER, "Project", "title", "project"),
        ("followup", Storage.YEARLY, "Followup", "", ""),
        ("organisations", Storage.COLLECTION, "Organisation", "name", "organisation"),
        ("evidence", Storage.COLLECTION, "Evidence", "title", "evidence"),
        ("statistics", Storage.TABLE, "Statistics", "title", "statistics"),
        ("references", Storage.COLLECTION, "Publication", "title", "reference"),
        ("networks", Storage.COLLECTION, "Network", "name", "network"),
        ("questions", Storage.FOLDER, "FormQuestion", "question", "question"),
        ("attachments", Storage.FOLDER, "Attachment", "title", "attachment"),
        ("values", Storage.COLLECTION, "Value", "name", ""),
        ("terms", Storage.COLLECTION, "Term", "name", ""),
        ("decisions", Storage.COLLECTION, "Decision", "number", ""),
    )
}
"""By name, in the order in which readers are told of them."""


def kinds_stored(*storages: Storage) -> list[str]:
    return [name for name, kind in RECORD_KINDS.items() if kind.storage in storages]


def linked_kinds() -> dict[str, str]:
    """The kind of record that each word leads to with which a text refers to one."""
    return {kind.word: name for name, kind in RECORD_KINDS.items() if kind.word}
