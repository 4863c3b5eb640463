"""What a template can do with a value before it is printed: the filters of our own."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple, TypeVar

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import Context

from safecomm.charts.chart import Chart, ChartGrid
from safecomm.language import plural_form, write_list
from safecomm.markdown.blocks import Prose, Title
from safecomm.word.answer_box import AnswerBox, PlacedBox

LEVELS = range(1, 7)
Value = TypeVar("Value")


class TagError(Exception):
    """A fault that shows when a tag is printed: a code of codes/ with the values that its text names."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code, self.values = code, values


class PlacedProse(NamedTuple):
    """A text, the heading level under which the template puts it, and the style id of its plain paragraphs.

    A short one that is `kept` stands on the page of what follows.
    """

    prose: Prose
    below: int = 1
    style: str = ""
    kept: bool = False


class PlacedChart(NamedTuple):
    """The charts of one paragraph and the id of its style."""

    charts: tuple[Chart, ...]
    style: str


def charts_of(value: Chart | ChartGrid) -> tuple[Chart, ...]:
    return (value,) if isinstance(value, Chart) else value.charts


class Anchored(NamedTuple):
    """A title that marks the place to which references to its record lead."""

    title: Title


def require_kind(value: object, kind: type[Value]) -> Value:
    """Raises TagError for any other value."""
    if not isinstance(value, kind):
        raise TagError("template-none" if value is None else "template-kind")
    return value


def below(prose: object, level: int) -> PlacedProse:
    """Keeps a text's own headings under the heading that it stands below."""
    text = require_kind(prose, Prose)
    if level not in LEVELS:
        raise TagError("template-kind")
    return PlacedProse(text, level)


def kept(text: object, with_next: object) -> PlacedProse:
    """Holds a short text on the page of what follows, where something does."""
    placed = text if isinstance(text, PlacedProse) else PlacedProse(require_kind(text, Prose))
    return placed._replace(kept=require_kind(with_next, bool))


def in_style(value: object, style: str) -> object:
    """Gives a text, a chart or a box the style of the paragraph in which its tag stands alone."""
    match value:
        case Prose():
            return PlacedProse(value, style=style)
        case PlacedProse():
            return value._replace(style=style)
        case Chart() | ChartGrid():
            return PlacedChart(charts_of(value), style)
        case AnswerBox():
            return PlacedBox(value, style)
        case _:
            return value


def anchor(title: object) -> Anchored:
    """Makes this the place of the record with that title."""
    return Anchored(require_kind(title, Title))


def plain(value: object) -> str:
    """A value as the words that a reader sees; what is none is a fault of the template."""
    match value:
        case None:
            raise TagError("template-none")
        case Enum():
            raise TagError("template-vocabulary", value=str(value.value))
        case StrictUndefined() | str():
            return str(value)
        case int() if not isinstance(value, bool):
            return written_out(value)
        case _:
            raise TagError("template-kind")


def written_out(number: int) -> str:
    try:
        return str(number)
    except ValueError as error:
        # Of more digits than Python writes.
        raise TagError("template-calculation") from error


def join(values: object, separator: object = "") -> str:
    # A type checker takes an abstract class for none that can be made.
    listed = require_kind(values, Iterable)  # type: ignore[type-abstract]
    return plain(separator).join(map(plain, listed))


def labelled(chart: object, words: object, categories: object) -> Chart:
    """The chart with labels for values of a vocabulary: `categories` for its categories, `words` for all else."""
    bare = require_kind(chart, Chart)
    return bare._replace(
        title=_label(bare.title, words),
        unit=_label(bare.unit, words),
        categories=tuple(_label(category, categories) for category in bare.categories),
        series=tuple(series._replace(name=_label(series.name, words)) for series in bare.series),
    )


def _label(text: str, labels: object) -> str:
    if not isinstance(labels, Mapping):
        raise TagError("template-kind")
    label = labels.get(text, text) if isinstance(text, Enum) else text
    if not isinstance(label, str):
        raise TagError("template-kind")
    return label


def described(chart: object, text: object) -> Chart:
    """The chart with the text for whoever does not see it."""
    return require_kind(chart, Chart)._replace(description=require_kind(text, str))


@pass_context
def listed(context: Context, names: object) -> str:
    """Names as one enumeration, `A, B and C`, in the language whose phrases ask for it."""
    listed_names = require_kind(names, Iterable)  # type: ignore[type-abstract]
    return write_list([plain(name) for name in listed_names], str(context.get("locale", "")))


@pass_context
def counted(context: Context, number: object, forms: object) -> str:
    """The form of a word or sentence that the number asks for; `forms` has them by their names in CLDR."""
    count, by_form = require_kind(number, int), require_kind(forms, Mapping)  # type: ignore[type-abstract]
    return plain(by_form.get(plural_form(count, str(context.get("locale", ""))), by_form.get("other")))


ALL = (anchor, below, kept, in_style, join, plain, labelled, described, listed, counted)
FILTERS = {function.__name__: function for function in ALL}
