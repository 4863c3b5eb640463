"""A view, of which the program knows only that it is a named tuple: its names, its texts, and where they come from."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

from safecomm.charts.chart import Chart
from safecomm.markdown.blocks import Prose
from safecomm.word.answer_box import AnswerBox

WHOLE = (Prose, Chart)


def fields_of(view: Any) -> dict[str, Any]:
    return dict(zip(view._fields, view, strict=True))


def texts(value: Any, path: str) -> Iterator[tuple[str, str | Prose | Chart]]:
    """Every text and chart with the names that lead to it (`areas.themes.title`); a vocabulary's value is no text."""
    pending = [(path, value)]
    while pending:
        path, value = pending.pop()
        if isinstance(value, str):
            if not isinstance(value, Enum):
                yield path, value
        elif isinstance(value, WHOLE):
            yield path, value
        elif isinstance(value, AnswerBox):
            yield path, value.shown
        elif hasattr(value, "_fields"):
            prefix = f"{path}." if path else ""
            fields = zip(reversed(value._fields), reversed(value), strict=True)
            pending += [(prefix + name, field) for name, field in fields if field]
        elif isinstance(value, tuple):
            pending += [(path, item) for item in reversed(value)]


def facts_in(view: object) -> dict[str, dict[str, str]]:
    """The field from which each short text of a record comes, by the record's target."""
    facts: dict[str, dict[str, str]] = {}
    pending = [view]
    while pending:
        part = pending.pop()
        if isinstance(part, tuple):
            pending += part
            target = getattr(getattr(part, "title", None), "target", None)
            if target and hasattr(part, "_fields"):
                for path, text in texts(part, ""):
                    if isinstance(text, str) and text:
                        facts.setdefault(target, {}).setdefault(text, path)
    return facts
