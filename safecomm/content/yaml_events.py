"""YAML to plain data.

The events of libyaml are walked here instead of being composed: `no`, `0184` and `3.10` stay what the editor wrote,
each value keeps its place, and the composer's own recursion (which crashes on deep nesting) is never entered.
"""

from collections.abc import Callable
from typing import Any

import yaml

from safecomm.content.yaml_data import Data, Key, Value
from safecomm.content.yaml_syntax import ODD_BLANK, diagnostic, odd_blank, with_quotes
from safecomm.diagnostic import ContentError, Location, brief, problem
from safecomm.markdown.foreign_markup import html_in_field
from safecomm.markdown.source import FORBIDDEN

DEEPEST = 50
MOST = 100_000
"""Keys in one file; of each that means nothing there is something to say."""


def read_document(text: str, path: str, first_line: int) -> Data:
    """As `yaml_data.parse`."""
    data = Data(path, {})
    reader = EventReader(data, text, first_line)
    try:
        reader.read_document()
    except yaml.MarkedYAMLError as fault:
        raise ContentError([diagnostic(fault, reader.lines, path, first_line)]) from None
    except yaml.YAMLError:
        raise ContentError([problem("yaml-syntax", Location(path, first_line))]) from None
    return data


class EventReader:
    """One pass over the events of one file (which the C loader does not type)."""

    def __init__(self, data: Data, text: str, first_line: int) -> None:
        self.data = data
        self.lines = text.split("\n")
        self.first_line = first_line
        self.has_comments = "#" in text
        self.next_event: Callable[[], Any] = yaml.CSafeLoader(text).get_event

    def read_document(self) -> None:
        """Stream start, one document holding a mapping, stream end."""
        self.next_event()
        event = self.next_event()
        if isinstance(event, yaml.DocumentStartEvent):
            root = self.next_event()
            if not isinstance(root, yaml.MappingStartEvent):
                blank = odd_blank(self.lines, self.data.path, self.first_line)
                raise ContentError([blank or problem("yaml-no-mapping", self.place(root))])
            self.data.value = self.read_node(root, ())
            self.next_event()
            event = self.next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            raise ContentError([problem("yaml-documents", self.place(event))])

    def read_node(self, event: Any, key: Key) -> Value:
        self.data.values[key] = self.place(event)
        if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag and len(key) <= DEEPEST:
            return self.read_scalar(event)
        if isinstance(event, yaml.AliasEvent):
            raise ContentError([problem("yaml-alias", self.place(event), nearest=self.quoted(event))])
        if len(key) > DEEPEST:
            raise ContentError([problem("yaml-nesting", self.place(event), deepest=DEEPEST)])
        if event.anchor:
            raise ContentError([problem("yaml-alias", self.place(event), nearest=self.quoted(event))])
        if event.tag:
            self.report("yaml-tag", event, nearest=self.quoted(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self.read_mapping(key)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.read_sequence(key)
        return self.read_scalar(event)

    def read_scalar(self, event: yaml.ScalarEvent) -> str:
        # A double-quoted scalar can spell out what the file itself may not hold ("\\x07").
        value: str = event.value
        if event.style == '"':
            for match in FORBIDDEN.finditer(value):
                self.report("character-forbidden", event, character=f"U+{ord(match[0]):04X}")
        elif self.has_comments and not event.style and value and self.rest_of_line(event).startswith("#"):
            self.report("yaml-comment", event)
        if "<" in value and (refused := html_in_field(value)):
            code, html = refused
            self.data.problems.append(problem(code, self.place_within(event, html), label=brief(html)))
        return value

    def quoted(self, event: yaml.Event) -> str | None:
        """The event's line with the value in quotation marks."""
        mark = event.start_mark
        return with_quotes(self.lines[mark.line]) if mark and mark.line < len(self.lines) else None

    def rest_of_line(self, event: yaml.ScalarEvent) -> str:
        """What follows a value on its last line."""
        mark = event.end_mark
        return self.lines[mark.line][mark.column :].lstrip() if mark and mark.line < len(self.lines) else ""

    def read_sequence(self, key: Key) -> Value:
        values: list[Value] = []
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            values.append(self.read_node(event, (*key, len(values))))
        return values

    def read_mapping(self, key: Key) -> Value:
        values: dict[str, Value] = {}
        places = self.data.keys
        while not isinstance(event := self.next_event(), yaml.MappingEndEvent):
            name = self.read_name(event)
            at: Key = (*key, name)
            if at in places:
                self.report("duplicate-key", event, key=name, first=str(places[at].line))
                # What stands inside the second is no second of what stands inside the first.
                at = (*at, self.place(event).line)
            places[at] = self.place(event)
            if len(places) > MOST:
                raise ContentError([problem("yaml-size", places[at], limit=MOST)])
            value_event = self.next_event()
            value = self.read_node(value_event, at)
            # `responsible:` with nothing after it is a field not filled in yet, as if the line were not there.
            if value != "" or value_event.style:
                values.setdefault(name, value)
        return values

    def read_name(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            raise ContentError([problem("yaml-key", self.place(event))])
        name = self.read_scalar(event)
        if blank := ODD_BLANK.match(name):
            self.report("yaml-blank", event, character=f"U+{ord(blank[1]):04X}")
        return name

    def place(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        assert mark is not None
        # What is missing at the end has a place on the line after it.
        line = mark.line if mark.line < len(self.lines) else len(self.lines) - 1
        return Location(self.data.path, line + self.first_line, mark.column + 1)

    def place_within(self, event: yaml.ScalarEvent, text: str) -> Location:
        """Where in the lines of a value the text first stands; where the value begins if it is written otherwise."""
        begin, end = event.start_mark, event.end_mark
        assert begin is not None
        assert end is not None
        for number in range(begin.line, min(end.line + 1, len(self.lines))):
            column = self.lines[number].find(text, begin.column if number == begin.line else 0)
            if column >= 0:
                return Location(self.data.path, number + self.first_line, column + 1)
        return self.place(event)

    def report(self, code: str, event: yaml.Event, nearest: str | None = None, **values: str) -> None:
        self.data.problems.append(problem(code, self.place(event), nearest=nearest, **values))
