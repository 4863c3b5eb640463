"""What a record says of the file that its figures came from, written anew in place."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from safecomm.content import yaml_data
from safecomm.content.file import text_of
from safecomm.content.revision import position, revise
from safecomm.content.yaml_data import Data, fields_of
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.editing.skeleton import as_yaml
from safecomm.intake.figures import Choices
from safecomm.intake.known_statistics import reading_of
from safecomm.intake.words import clean

FILE = "file"
VALUE = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\{.*\}|[^#\s]+)(?:\s+#.*)?""")
"""A value on one line of a YAML file, as this module and most people write one."""


def source_of(file: Path, data: bytes, choices: Choices) -> dict[str, str]:
    """What the record says of the file, as YAML; nothing of how it is read where it says all itself."""
    day = datetime.fromtimestamp(file.stat().st_mtime, UTC).date()
    reading = reading_of(choices).model_dump(mode="json", exclude_defaults=True)
    source = {"name": as_yaml(clean(file.name)), "date": day.isoformat()}
    source["sha256"] = sha256(data).hexdigest()
    return {**source, "read_as": as_flow(reading)} if reading else source


def as_flow(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def with_source(data: bytes, path: str, source: Mapping[str, str]) -> bytes:
    """The record with these facts of its file; all else, comments included, stays.

    Raises ContentError where the file is written in a way that cannot be continued.
    """
    text = text_of(data, path)
    said, wanted = yaml_data.parse(text, path), yaml_data.parse(source_block(source), path)
    after = revise(data, path, replacements(text, said, source))
    with suppress(ContentError):
        made = yaml_data.parse(text_of(after, path), path)
        if fields_of(made.value) == {**fields_of(said.value), **fields_of(wanted.value)}:
            return after
    raise ContentError([problem("import-record-form", said.place((FILE,)))])


def replacements(text: str, said: Data, source: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """The value of each fact that is there; a line for each that is not, below the others or at the end."""
    if (FILE,) not in said.keys:
        end = "" if text.endswith("\n") else "\n"
        yield len(text), len(text), end + source_block(source)
        return
    below = position(text, Location(said.path, said.keys[FILE,].line + 1))
    for name, value in source.items():
        if place := said.values.get((FILE, name)):
            start = position(text, place)
            if match := VALUE.match(text, start):
                yield start, match.end(1), value
        else:
            yield below, below, f"  {name}: {value}\n"


def source_block(source: Mapping[str, str]) -> str:
    return f"{FILE}:\n" + "".join(f"  {name}: {value}\n" for name, value in source.items())
