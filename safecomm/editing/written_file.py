"""What a content file says of one record, as it is written there: each field's value with its place."""

from collections.abc import Mapping
from typing import NamedTuple

from safecomm.content import yaml_data
from safecomm.content.field_types import prose_fields
from safecomm.content.file import decode_text
from safecomm.content.folder import KINDS
from safecomm.content.markdown_parts import split_front_matter
from safecomm.content.yaml_data import Data, Key, Value, fields_of
from safecomm.diagnostic import Location
from safecomm.editing.prose_edit import sections, text_in_lines


class WrittenFile(NamedTuple):
    """`values` are by field, of a prose field its Markdown; `places` by the key that leads from the record to each."""

    values: Mapping[str, Value]
    places: Mapping[Key, Location]

    def value(self, key: Key) -> Value:
        """None where nothing is written."""
        found: Value = dict(self.values)
        for part in key:
            if isinstance(found, list) and isinstance(part, int):
                found = found[part] if part < len(found) else None
            else:
                found = found.get(str(part)) if isinstance(found, dict) else None
        return found

    def key_at(self, place: Location) -> Key:
        """What stands there: the last value that has begun; empty above all of them."""
        begun = (
            (found.line, found.column, len(key), str(key), key) for key, found in self.places.items() if found <= place
        )
        return max(begun, default=(0, 0, 0, "", ()))[-1]


def read_written(data: bytes, path: str, kind: str, record: Key) -> WrittenFile:
    """`record` leads to the record in a file that holds many; raises ContentError for a file that cannot be read."""
    text = decode_text(data, path)
    if not path.endswith(".md"):
        said = yaml_data.parse(text, path)
        value = fields_of(said.value).get(str(record[0])) if record else said.value
        places = {key[len(record) :]: place for key, place in places_in(said).items() if key[: len(record)] == record}
        return WrittenFile(value if isinstance(value, dict) else {}, places)
    parts = split_front_matter(text, path)
    front, lines = yaml_data.parse(parts.front, path, parts.front_line), parts.body.split("\n")
    texts = sections(parts.body, prose_fields(KINDS[kind]))
    return WrittenFile(
        {**fields_of(front.value), **{name: text_in_lines(lines, place) for name, place in texts.items()}},
        {
            **places_in(front),
            **{(name,): Location(path, parts.body_line + place.heading) for name, place in texts.items()},
        },
    )


def places_in(data: Data) -> dict[Key, Location]:
    """Where each key with its value begins."""
    return {**data.values, **data.keys}
