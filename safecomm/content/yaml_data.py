"""YAML to plain data in which every scalar is text, with the place of each key and value.

The events of libyaml are walked here instead of being composed: `no`, `0184` and `3.10` stay what the editor wrote,
each value keeps its place, and the composer's own recursion (which crashes on deep nesting) is never entered.
"""

from collections.abc import Callable
from typing import Any

import yaml

from safecomm.content.yaml_syntax import diagnostic, quoted
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.markdown.source import FORBIDDEN

Value = str | None | list["Value"] | dict[str, "Value"]
Key = tuple[str | int, ...]

DEEPEST = 50


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
            if found := self.values.get(key[:length]) or self.keys.get(key[:length]):
                return found
        return Location(self.path, 1)


def parse(text: str, path: str, first_line: int = 1) -> Data:
    """The mapping that `text` holds; raises ContentError when it is no YAML, else lists what is wrong in it."""
    data = Data(path, {})
    walk = Walk(data, text, first_line)
    try:
        walk.document()
    except yaml.MarkedYAMLError as fault:
        raise ContentError([diagnostic(fault, walk.lines, path, first_line)]) from None
    except yaml.YAMLError:
        raise ContentError([problem("yaml-syntax", Location(path, first_line))]) from None
    return data


class Walk:
    """One pass over the events of one file (which the C loader does not type)."""

    def __init__(self, data: Data, text: str, first_line: int) -> None:
        self.data = data
        self.lines = text.split("\n")
        self.first_line = first_line
        self.next_event: Callable[[], Any] = yaml.CSafeLoader(text).get_event

    def document(self) -> None:
        """Stream start, one document holding a mapping, stream end."""
        self.next_event()
        event = self.next_event()
        if isinstance(event, yaml.DocumentStartEvent):
            root = self.next_event()
            if not isinstance(root, yaml.MappingStartEvent):
                raise ContentError([problem("yaml-no-mapping", self.place(root))])
            self.data.value = self.node(root, ())
            self.next_event()
            event = self.next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            raise ContentError([problem("yaml-documents", self.place(event))])

    def node(self, event: Any, key: Key) -> Value:
        self.data.values[key] = self.place(event)
        if isinstance(event, yaml.AliasEvent):
            raise ContentError([problem("yaml-alias", self.place(event), nearest=self.quoted(event))])
        if len(key) > DEEPEST:
            raise ContentError([problem("yaml-nesting", self.place(event), deepest=DEEPEST)])
        if event.anchor:
            raise ContentError([problem("yaml-alias", self.place(event), nearest=self.quoted(event))])
        if event.tag:
            self.report("yaml-tag", event, nearest=self.quoted(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(key)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(key)
        return self.scalar(event)

    def scalar(self, event: yaml.ScalarEvent) -> str:
        # A double-quoted scalar can spell out what the file itself may not hold ("\\x07").
        if event.style == '"':
            for match in FORBIDDEN.finditer(event.value):
                self.report("character-forbidden", event, character=f"U+{ord(match[0]):04X}")
        elif not event.style and event.value and self.rest(event).startswith("#"):
            self.report("yaml-comment", event)
        return str(event.value)

    def quoted(self, event: yaml.Event) -> str | None:
        """The event's line with the value in quotation marks."""
        mark = event.start_mark
        return quoted(self.lines[mark.line]) if mark and mark.line < len(self.lines) else None

    def rest(self, event: yaml.ScalarEvent) -> str:
        """What follows a value on its last line."""
        mark = event.end_mark
        return self.lines[mark.line][mark.column :].lstrip() if mark and mark.line < len(self.lines) else ""

    def sequence(self, key: Key) -> Value:
        found: list[Value] = []
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            found.append(self.node(event, (*key, len(found))))
        return found

    def mapping(self, key: Key) -> Value:
        found: dict[str, Value] = {}
        while not isinstance(event := self.next_event(), yaml.MappingEndEvent):
            name = self.name(event)
            at: Key = (*key, name)
            if at in self.data.keys:
                self.report("duplicate-key", event, key=name, first=str(self.data.keys[at].line))
                # What stands inside the second is no second of what stands inside the first.
                at = (*at, self.place(event).line)
            self.data.keys[at] = self.place(event)
            value_event = self.next_event()
            value = self.node(value_event, at)
            # `responsible:` with nothing after it is a field not filled in yet, as if the line were not there.
            if not (isinstance(value_event, yaml.ScalarEvent) and not value_event.style and value == ""):
                found.setdefault(name, value)
        return found

    def name(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            raise ContentError([problem("yaml-key", self.place(event))])
        return self.scalar(event)

    def place(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        assert mark is not None
        # libyaml places a document of nothing but its border on the line behind it, which need not exist.
        line = min(mark.line, len(self.lines) - 1)
        return Location(self.data.path, line + self.first_line, mark.column + 1)

    def report(self, code: str, event: yaml.Event, nearest: str | None = None, **values: str) -> None:
        self.data.problems.append(problem(code, self.place(event), nearest=nearest, **values))
