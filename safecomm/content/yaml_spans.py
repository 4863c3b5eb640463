"""Where each value stands in a YAML text that has been read without a fault, for who replaces one of them."""

from typing import NamedTuple

import yaml

from safecomm.content.yaml_data import Key


class ValueSpan(NamedTuple):
    """Characters from `start` to before `end`; of a value in lines of its own (not `flow`) `column` is their indent.

    A value that is not written yet is empty, and its place is after the colon.
    """

    start: int
    end: int
    flow: bool
    column: int

    @property
    def is_empty(self) -> bool:
        return self.start == self.end


def spans(text: str) -> dict[Key, ValueSpan]:
    """By the path from the top; the last one of a key that stands twice."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    found: dict[Key, ValueSpan] = {}
    if root is not None:
        add_spans(text, root, (), found)
    return found


def add_spans(text: str, node: yaml.Node, key: Key, found: dict[Key, ValueSpan]) -> None:
    start, end = node.start_mark.index, node.end_mark.index
    flow = not isinstance(node, yaml.CollectionNode) or bool(node.flow_style)
    # What has lines of its own ends, for libyaml, where the next thing begins: with the comments above that.
    end = end if flow and not is_block_scalar(node) else last_line(text, start, end)
    found[key] = ValueSpan(start, end, flow, int(node.start_mark.column))
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            add_spans(text, value, (*key, name.value), found)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            add_spans(text, value, (*key, number), found)


def is_block_scalar(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def last_line(text: str, start: int, end: int) -> int:
    """The end of the last line that is neither empty nor a comment."""
    lines = text[start:end].split("\n")
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return start + len("\n".join(lines))
