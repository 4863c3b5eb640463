"""Where in a template something went wrong, told so that its designer finds the paragraph in Word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from traceback import walk_tb
from typing import NamedTuple

from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.utils import missing

from safecomm.diagnostic import ContentError, Diagnostic, Location, nearest_name, problem
from safecomm.ooxml.escape import CharacterError, beginning
from safecomm.word.jinja_source import as_written, jinja_source
from safecomm.word.sandbox import CaptureError, UnknownNameError
from safecomm.word.tag_filters import TagError
from safecomm.word.template import Template
from safecomm.word.template_check import HEADINGS

OURS = "safecomm."
FAULTS = TemplateError | TagError | CharacterError


class Sources(NamedTuple):
    """The Jinja source of each Word part of a template."""

    template: Template
    parts: Mapping[str, str]

    def diagnostic(self, error: Exception, source: str, line: int, context: Mapping[str, object]) -> Diagnostic:
        code, values, nearest = meaning(error, context)
        return problem(code, self.location(source, line), nearest=nearest, **self.around(source, line), **values)

    def location(self, source: str, line: int) -> Location:
        """Word shows no lines."""
        return Location(source, line) if source == self.template.phrases_name else Location(self.template.name)

    def around(self, source: str, line: int) -> dict[str, str]:
        """What leads to the line in Word."""
        text = self.template.phrases if source == self.template.phrases_name else self.parts.get(source, "")
        lines = text.split("\n")[:line]
        part = source.removeprefix("word/").removesuffix(".xml")
        return {"part": part, "paragraph": _text(lines[line - 1 :]), "heading": self.heading(lines)}

    def heading(self, lines: list[str]) -> str:
        styles = self.template.styles
        ids = "|".join(re.escape(styles[style]) for style in HEADINGS if style in styles)
        headings = (line for line in reversed(lines) if re.search(f'<w:pStyle w:val="({ids})"', line))
        return _text(headings) or "–"


@contextmanager
def reporting_faults(template: Template, context: Mapping[str, object]) -> Iterator[None]:
    """Makes a diagnostic of what is wrong in the template or its phrases; a fault of our own code stays one."""
    try:
        yield
    except ContentError:
        raise
    except Exception as error:
        position = _position(error)
        if position is None:
            raise
        sources = Sources(template, {part: jinja_source(template.parts[part].decode()) for part in template.stories()})
        raise ContentError([sources.diagnostic(error, *position, context)]) from error


def meaning(error: Exception, context: Mapping[str, object]) -> tuple[str, Mapping[str, str], str | None]:
    """The code, the values and the nearest name."""
    match error:
        case TagError():
            return error.code, error.values, None
        case CharacterError():
            return "text-character", {"text": error.text, "character": error.character}, None
        case UnknownNameError():
            near = nearest_name(error.name, list(known_names(error.owner, context)))
            return "template-unknown-name", {"name": error.name}, near
        case SecurityError():
            return "template-forbidden", {}, None
        case CaptureError():
            return "template-macro", {}, None
        case TemplateSyntaxError():
            return "template-syntax", {}, None
        case _:
            return "template-calculation", {}, None


def known_names(owner: object, context: Mapping[str, object]) -> Iterable[str]:
    """What a tag could have asked the owner for."""
    if owner is missing:
        return context
    names = map(str, owner) if isinstance(owner, Mapping) else dir(owner)
    return (name for name in names if not name.startswith("_"))


def _text(lines: Iterable[str]) -> str:
    return beginning(as_written(unescape(re.sub("<[^>]*>", "", next(iter(lines), "")))))


def _position(error: Exception) -> tuple[str, int] | None:
    """The source and line of the innermost tag; None when this program is at fault and not what a tag asks."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or "", error.lineno
    for frame, line in reversed(list(walk_tb(error.__traceback__))):
        if template := frame.f_globals.get("__jinja_template__"):
            return template.filename, template.get_corresponding_lineno(line)
        if frame.f_globals["__name__"].startswith(OURS) and not isinstance(error, FAULTS):
            return None
    return None
