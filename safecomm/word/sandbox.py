"""Jinja as templates and phrases may use it: names that are known, values that are text, and nothing else."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from types import CodeType, MappingProxyType, SimpleNamespace
from typing import Any
from warnings import catch_warnings

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from safecomm.bytecode import UserBytecodeCache
from safecomm.word.tag_filters import FILTERS, plain

# What would keep XML in a value, which finalize would then escape like any text.
CAPTURES = (nodes.Macro, nodes.CallBlock, nodes.AssignBlock, nodes.FilterBlock)
CAPTURE = re.compile(r"%[-+]?\s*(?:macro|call|set|filter)\b")
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
    # Not optimized: to look for constants takes a tenth of the compilation, and finds none in phrases or templates.
    environment = Sandbox(undefined=Unknown, finalize=finalize, optimized=False)
    for name in CHANCE:
        environment.globals.pop(name, None)
        environment.filters.pop(name, None)
    environment.filters.update(FILTERS)
    return environment


@lru_cache(maxsize=64)
def remembered_code(source: str, name: str, captures: bool = False, prepare: Callable[[str], str] = str) -> CodeType:
    """The code of what `prepare` makes of the source; it is compiled once, and not again by the next run either."""
    bucket = UserBytecodeCache().get_bucket(sandbox(print_plain), name, f"captures={captures}", source)
    if bucket.code is None:
        bucket.code = compile_source(prepare(source), name, captures)
        UserBytecodeCache().set_bucket(bucket)
    return bucket.code


def compile_source(source: str, name: str, captures: bool) -> CodeType:
    """`captures` allows what keeps printed text under a name."""
    environment = sandbox(print_plain)
    try:
        tree = environment.parse(source, name, name)
    except (RecursionError, ValueError) as error:
        raise TemplateSyntaxError("", 1, name, name) from error
    # To look at every node takes a tenth of the compilation, and hardly any source has such a tag.
    suspect = "~" in source or (not captures and CAPTURE.search(source))
    for node in list(tree.find_all(nodes.Node)) if suspect else ():
        if isinstance(node, nodes.Concat):
            # `~` would print None and the bare values of a vocabulary.
            node.nodes = [nodes.Filter(part, "plain", [], [], None, None, lineno=node.lineno) for part in node.nodes]
        elif isinstance(node, CAPTURES) and not captures:
            raise CaptureError("", node.lineno, name, name)
    try:
        with catch_warnings(action="ignore"):
            return environment.compile(tree, name, name)
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, UndefinedError) as error:
        # A number with too many digits, tags nested deeper than Python can follow, a name that a number cannot have.
        raise TemplateSyntaxError("", 1, name, name) from error


def run(environment: Sandbox, code: CodeType, names: dict[str, object]) -> tuple[str, dict[str, object]]:
    """What the tags print, and the names that they set."""
    template = Template.from_code(environment, code, environment.make_globals(None))
    context = template.new_context(names)
    printed = "".join(template.root_render_func(context))
    return printed, context.get_exported()


def name_in_messages(file: Path) -> str:
    """How a Word template or its phrases are called: `templates/phrases.sv.jinja`."""
    return f"{file.parent.name}/{file.name}"


def read_phrases_file(file: Path, words: Mapping[str, str] = MappingProxyType({})) -> SimpleNamespace:
    return read_phrases(file.read_text(encoding="utf-8-sig"), name_in_messages(file), words)


def read_phrases(source: str, name: str, words: Mapping[str, str] = MappingProxyType({})) -> SimpleNamespace:
    """Every name that the phrases of a language set; what a macro gives is escaped like any text when it is printed.

    `words` are the community's own.
    """
    return _remembered_phrases(source, name, tuple(words.items()))


@lru_cache(maxsize=16)
def _remembered_phrases(source: str, name: str, words: tuple[tuple[str, str], ...]) -> SimpleNamespace:
    """Rules, labels and documents ask for the same ones."""
    given: dict[str, object] = {"community_words": dict(words)}
    _, names = run(sandbox(print_plain), remembered_code(source, name, captures=True), given)
    return SimpleNamespace(**names)
