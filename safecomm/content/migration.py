"""What older files say, in today's form: in memory for every reader, and once in the files by `safecomm migrate`.

Each is about one field that has gone since, of the front matter or of a YAML file that holds a single record.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from safecomm.content.project_language import OLDER
from safecomm.content.yaml_data import Data, Key, Value


class Migration(NamedTuple):
    """`read` takes the `field` out of parsed data and puts what it says, with its places, where it belongs today.

    `write` makes of the lines of the field in a file those that say the same in today's form.
    """

    field: str
    read: Callable[[Data], None]
    write: Callable[[str], str]


def migrate(kind: str, data: Data) -> list[Migration]:
    """Brings the fields of a file to today's form, and tells which migrations that took."""
    fields = data.value
    assert isinstance(fields, dict)
    needed = []
    for migration in MIGRATIONS.get(kind, ()):
        if migration.field in fields:
            migration.read(data)
            needed.append(migration)
    return needed


def move(data: Data, old: Key, new: Key) -> None:
    """Lets what stands at a key be found at another, and all that stands in it."""
    for places in (data.keys, data.values):
        for key in [key for key in places if key[: len(old)] == old]:
            places[*new, *key[len(old) :]] = places.pop(key)


AREA = {"sv": "Areal", "en": "Area"}
"""The group that the areas of a community belong to since there are other facts."""


def read_area(data: Data) -> None:
    assert isinstance(data.value, dict)
    place = data.keys["area",]
    written = data.value.get("languages")
    languages = filter(lambda value: isinstance(value, str), written) if isinstance(written, list) else OLDER
    words: dict[str, Value] = {str(language): AREA.get(str(language), AREA["en"]) for language in languages}
    group: dict[str, Value] = {"group": words, "figures": data.value.pop("area")}
    facts = data.value.setdefault("facts", [])
    if isinstance(facts, list):
        number = len(facts)
        facts.append(group)
        move(data, ("area",), ("facts", number, "figures"))
        data.keys.setdefault(("facts",), place)
        for key in (("facts",), ("facts", number), ("facts", number, "group")):
            data.values.setdefault(key, place)


def write_area(lines: str) -> str:
    figures = re.sub(r"""^(["']?)area\1(?=\s*:)""", "figures", lines)
    words = "".join(f"\n      {language}: {word}" for language, word in AREA.items())
    indented = re.sub(r"(?m)^(?!\A)(?=.)", "    ", figures)
    return f"facts:\n  - group:{words}\n    {indented}"


def read_language(data: Data) -> None:
    """It was the language of the messages alone: the facts stood in Swedish, their translations in English."""
    assert isinstance(data.value, dict)
    del data.value["language"]
    if "languages" not in data.value:
        data.value["languages"] = list(OLDER)
        move(data, ("language",), ("languages",))


def write_language(lines: str) -> str:
    return re.sub(r"""^(["']?)language\1\s*:[ \t]*[^\s#]+""", f"languages: [{', '.join(OLDER)}]", lines)


MIGRATIONS = {
    "community": (Migration("area", read_area, write_area), Migration("language", read_language, write_language)),
}
"""By kind of record, in the order in which the form changed."""
