"""What the values of a template can be, read from the types of its view and named as docs/templates.md names them."""

from collections.abc import Collection, Mapping
from enum import Enum
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes

from safecomm.charts.chart import Chart, ChartGrid
from safecomm.markdown.blocks import Prose
from safecomm.word.answer_box import AnswerBox

STANDING = (Prose, Chart, ChartGrid, AnswerBox)
"""The classes whose values have paragraphs of their own: they are printed with p, alone in a paragraph."""


class Anything(NamedTuple):
    """Known only when there is content; every use is allowed."""


class Word(NamedTuple):
    """What is printed within a paragraph: `text`, `int`, or a kind of text such as `Title`.

    A `bool` is only asked, a `method` of a text only called.
    """

    name: str


class Choice(NamedTuple):
    """A value of a closed list, whose labels stand in the phrases."""

    name: str
    values: tuple[str, ...]


class ViewRecord(NamedTuple):
    """`standing` is what stands alone in its paragraph."""

    name: str
    fields: "Mapping[str, Kind]"
    standing: bool = False


class Listed(NamedTuple):
    item: "Kind"


class Maybe(NamedTuple):
    """What may be missing."""

    kind: "Kind"


class TableKind(NamedTuple):
    """A list of labels in the phrases, by value."""

    labels: "Mapping[str, Kind]"


class Phrases(NamedTuple):
    """What stands behind `t.`, and the file that it comes from."""

    file: str
    fields: "Mapping[str, Kind]"


class Macro(NamedTuple):
    """A phrase with places for values; `names` are what its body can reach."""

    node: nodes.Macro
    file: str
    names: "Mapping[str, Named]"


Kind = Anything | Word | Choice | ViewRecord | Listed | Maybe | TableKind | Phrases | Macro


class Named(NamedTuple):
    """What a name stands for, and the path that leads to it from the view (`areas[].themes[]`)."""

    kind: Kind
    path: str


ANYTHING, TEXT, NUMBER = Anything(), Word("text"), Word("int")
BOOL, NOTHING, METHOD = Word("bool"), Word("none"), Word("method")
WORDS: Mapping[type, Word] = {str: TEXT, int: NUMBER, bool: BOOL, type(None): NOTHING}
BESIDE: "Mapping[str, Kind]" = {"draft": BOOL, "build_id": TEXT, "language": TEXT}
"""What every document offers beside its view and the phrases."""
LOOP = ViewRecord(
    "loop",
    dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"), NUMBER)
    | dict.fromkeys(("first", "last"), BOOL)
    | dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), ANYTHING),
)


def kind_of(annotation: Any) -> Kind:
    """The kind of the values that a type of a view allows."""
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind_of(member) for member in get_args(annotation) if member is not type(None)]
        return Maybe(common_kind(kinds)) if len(kinds) < len(get_args(annotation)) else common_kind(kinds)
    if get_origin(annotation) is tuple:
        return Listed(kind_of(get_args(annotation)[0]))
    return _class_kind(annotation) if isinstance(annotation, type) else ANYTHING


def _class_kind(cls: type) -> Kind:
    if cls in WORDS:
        return WORDS[cls]
    if issubclass(cls, Enum):
        return Choice(cls.__name__, tuple(str(value.value) for value in cls))
    if issubclass(cls, str):
        return Word(cls.__name__)
    standing, is_record = issubclass(cls, STANDING), hasattr(cls, "_fields")
    if not standing and not is_record:
        return ANYTHING
    hints = get_type_hints(cls) if is_record else {}
    return ViewRecord(cls.__name__, {name: kind_of(hint) for name, hint in hints.items()}, standing)


def common_kind(kinds: list[Kind]) -> Kind:
    """The kind that all have, if it is one."""
    return kinds[0] if kinds and all(kind == kinds[0] for kind in kinds) else ANYTHING


def choice_values(kind: Kind) -> tuple[str, ...]:
    """Those of a closed list."""
    choice = kind.kind if isinstance(kind, Maybe) else kind
    return choice.values if isinstance(choice, Choice) else ()


def member_names(kind: Kind) -> Collection[str]:
    """The names that a tag can have meant: fields, those of a list's records, and what Python does with texts."""
    match kind:
        case ViewRecord(_, fields) | Listed(ViewRecord(_, fields)):
            return fields
        case TableKind(labels):
            return [*labels, *dir(dict)]
        case Word("text"):
            return dir(str)
        case _:
            return ()


def kind_name(kind: Kind) -> str:
    """As docs/templates.md names it."""
    match kind:
        case Maybe(inner):
            return f"{kind_name(inner)}?"
        case Listed(item):
            return f"list of {kind_name(item)}"
        case Word(name) | Choice(name, _) | ViewRecord(name, _):
            return name
        case _:
            return ""
