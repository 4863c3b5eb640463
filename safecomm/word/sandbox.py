"""Jinja as templates and phrases may use it: names that are known, values that are text, and nothing else."""

import re
from collections.abc import Callable, Iterable
from enum import Enum
from functools import lru_cache, partial
from types import CodeType, SimpleNamespace
from typing import Any, NamedTuple
from warnings import catch_warnings

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from safecomm.charts.chart import Chart
from safecomm.markdown.blocks import Prose, Title
from safecomm.word.chart_words import described, labelled
from safecomm.word.fault import TagError

# What would keep XML in a value, which finalize would then escape like any text.
CAPTURES = (nodes.Macro, nodes.CallBlock, nodes.AssignBlock, nodes.FilterBlock)
CAPTURE = re.compile(r"%[-+]?\s*(?:macro|call|set|filter)\b")


LEVELS = range(1, 7)
# They would make another document of the same content each time.
CHANCE = ("lipsum", "random")


class CaptureError(TemplateSyntaxError):
    """A tag that keeps printed text in a name, in a part where printed text is XML."""


class UnknownNameError(UndefinedError):
    """`owner` is what was asked for the name, jinja's `missing` where it stood alone."""

    def __init__(self, owner: object, name: object, message: str | None = None) -> None:
        super().__init__(message)
        self.owner, self.name = owner, str(name)


class Unknown(StrictUndefined):
    """Fails with the name and its owner instead of an English sentence."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        super().__init__(hint, obj, name, partial(UnknownNameError, obj, name) if exc is UndefinedError else exc)  # type: ignore[arg-type]


class PlacedProse(NamedTuple):
    """A text, the heading level under which the template puts it, and the style id of its plain paragraphs."""

    prose: Prose
    below: int = 1
    style: str = ""


class PlacedChart(NamedTuple):
    """A chart and the style id of its paragraph."""

    chart: Chart
    style: str


def below(prose: object, level: int) -> PlacedProse:
    """The filter that keeps a text's own headings under the heading that it stands below."""
    if not isinstance(prose, Prose):
        raise TagError("template-none" if prose is None else "template-kind")
    if level not in LEVELS:
        raise TagError("template-kind")
    return PlacedProse(prose, level)


def in_style(value: object, style: str) -> object:
    """The filter that gives a text or a chart the style of the paragraph in which its tag stands alone."""
    match value:
        case Prose():
            return PlacedProse(value, style=style)
        case PlacedProse():
            return value._replace(style=style)
        case Chart():
            return PlacedChart(value, style)
        case _:
            return value


class Anchored(NamedTuple):
    """A title that marks the place to which references to its record lead."""

    title: Title


def anchor(title: object) -> Anchored:
    """The filter that makes this the place of the record with that title."""
    if not isinstance(title, Title):
        raise TagError("template-none" if title is None else "template-kind")
    return Anchored(title)


def plain(value: object) -> str:
    """A value as the words that a reader sees; what is none is a fault of the template."""
    match value:
        case StrictUndefined():
            return str(value)
        case None:
            raise TagError("template-none")
        case Enum():
            raise TagError("template-vocabulary", value=str(value.value))
        case str():
            return str(value)
        case int() if not isinstance(value, bool):
            return str(value)
        case _:
            raise TagError("template-kind")


def join(values: object, separator: object = "") -> str:
    if not isinstance(values, Iterable):
        raise TagError("template-none" if values is None else "template-kind")
    return plain(separator).join(map(plain, values))


@pass_context  # Otherwise Jinja would print constants when it compiles, out of order and without their place.
def print_plain(_: Context, value: object) -> str:
    return plain(value)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's own, which need not ask each time whether the field of a view or a phrase is safe to read."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        fields = vars(obj) if type(obj) is SimpleNamespace else getattr(type(obj), "_fields", ())
        if attribute in fields:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def sandbox(finalize: Callable[[Context, object], str]) -> Sandbox:
    # No autoescape: it would only let a filter mark text as XML already; finalize escapes everything that is printed.
    environment = Sandbox(undefined=Unknown, finalize=finalize)
    for name in CHANCE:
        environment.globals.pop(name, None)
        environment.filters.pop(name, None)
    environment.filters.update(anchor=anchor, below=below, in_style=in_style, join=join, plain=plain)
    environment.filters.update(labelled=labelled, described=described)
    return environment


@lru_cache(maxsize=64)
def compiled(source: str, name: str, captures: bool) -> CodeType:
    """Kept, because one template serves several languages; `captures` allows what keeps printed text under a name."""
    environment = sandbox(print_plain)
    try:
        tree = environment.parse(source, name, name)
    except RecursionError as error:
        raise TemplateSyntaxError("", 1, name, name) from error
    # To look at every node takes a tenth of the compilation, and hardly any source has such a tag.
    suspect = "~" in source or (not captures and CAPTURE.search(source))
    for node in list(tree.find_all(nodes.Node)) if suspect else ():
        if isinstance(node, nodes.Concat):
            # `~` would print None and the bare values of a vocabulary.
            node.nodes = [nodes.Filter(each, "plain", [], [], None, None, lineno=node.lineno) for each in node.nodes]
        elif isinstance(node, CAPTURES) and not captures:
            raise CaptureError("", node.lineno, name, name)
    try:
        with catch_warnings(action="ignore"):
            return environment.compile(tree, name, name)
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, UndefinedError) as error:
        # A number beyond all bounds, tags nested deeper than Python can follow, a name that a number cannot have.
        raise TemplateSyntaxError("", 1, name, name) from error


def run(environment: Sandbox, code: CodeType, names: dict[str, object]) -> tuple[str, dict[str, object]]:
    """What the tags print, and the names that they set."""
    template = Template.from_code(environment, code, environment.make_globals(None))
    context = template.new_context(names)
    printed = "".join(template.root_render_func(context))
    return printed, context.get_exported()
