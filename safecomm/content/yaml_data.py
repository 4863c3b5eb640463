"""Plain data in which every scalar is text, as a file in YAML or CSV says it, with the place of each key and value."""

from safecomm.diagnostic import Diagnostic, Location

Value = str | None | list["Value"] | dict[str, "Value"]
Key = tuple[str | int, ...]


class Data:
    """Parsed YAML; `keys` and `values` hold the place of each key and value by its path from the top."""

    def __init__(self, path: str, value: Value) -> None:
        self.path = path
        self.value = value
        self.keys: dict[Key, Location] = {}
        self.values: dict[Key, Location] = {}
        self.problems: list[Diagnostic] = []

    def place(self, key: Key) -> Location:
        """Where the value stands, or the nearest thing around it."""
        for length in range(len(key), 0, -1):
            if place := self.values.get(key[:length]) or self.keys.get(key[:length]):
                return place
        return Location(self.path, 1)

    def field_place(self, record: Key, *key: str | int) -> Location:
        """Where a field of the record with the key `record` stands; where the record does if it has no such field."""
        if key and (*record, *key) in self.values:
            return self.place((*record, *key))
        return self.keys.get(record, Location(self.path, 1))


def parse(text: str, path: str, first_line: int = 1) -> Data:
    """The mapping that YAML holds; raises ContentError when it is no YAML, else lists what is wrong in it."""
    # libyaml is not needed for files that have not changed since they were last read.
    from safecomm.content.yaml_events import read_document

    return read_document(text, path, first_line)


def records_of(data: Data) -> dict[str, Value]:
    """What a file of many records says of each id; of one with nothing after it an empty text, which is no record."""
    return {str(key[0]): fields_of(data.value).get(str(key[0]), "") for key in data.keys if len(key) == 1}


def fields_of(value: Value) -> dict[str, Value]:
    """The top of a parsed file, which is always a mapping."""
    assert isinstance(value, dict)
    return dict(value)
