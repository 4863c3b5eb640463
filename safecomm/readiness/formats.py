"""The forms in which a status is told, by the name that the command has for them."""

from collections.abc import Callable, Mapping
from typing import Any

from safecomm import report
from safecomm.diagnostic import Diagnostic
from safecomm.html.render import render_page
from safecomm.labels import Labels
from safecomm.markdown.escape_markdown import escape_markdown
from safecomm.markdown.writing import table_line
from safecomm.readiness.readiness import Readiness
from safecomm.readiness.report_blocks import Block, ReportGaps, ReportHeading, ReportParagraph, status_blocks
from safecomm.readiness.screen import as_text
from safecomm.readiness.status_phrases import StatusPhrases


def as_markdown(status: Readiness, labels: Labels) -> str:
    """With tables, as GitHub and other code hosts show it."""
    blocks = status_blocks(StatusPhrases(status, labels))
    return "\n\n".join(map(block_markdown, blocks)) + "\n"


def block_markdown(block: Block) -> str:
    if isinstance(block, ReportHeading):
        return f"{'#' * block.level} {escape_markdown(block.text)}"
    if isinstance(block, ReportParagraph):
        return escape_markdown(block.text)
    header = [table_line(map(escape_markdown, block.header)), table_line(["---"] * len(block.header))]
    if isinstance(block, ReportGaps):
        rows = [table_line(map(escape_markdown, gap)) for gap, _ in block.gaps]
    else:
        rows = [
            table_line("<br>".join(escape_markdown(line.text) for line in cell) for cell in row) for row in block.rows
        ]
    return "\n".join((f"**{escape_markdown(block.caption)}**", "", *header, *rows))


def as_page(status: Readiness, labels: Labels) -> str:
    """One page that stands by itself: readable by a screen reader, and without anything from a network."""
    phrases = StatusPhrases(status, labels)
    title, language = phrases.title(), phrases.status.language
    return render_page(
        "status", language=language, title=title, **page_values(phrases), address_of=None, address_at=None
    )


def page_values(phrases: StatusPhrases) -> dict[str, object]:
    """What the page shows, alone or on the desk, which knows the addresses of records and places."""
    return {"texts": phrases.says, "blocks": [*status_blocks(phrases)]}


def as_json(status: Readiness, _labels: Labels) -> str:
    """The names in `readiness.py` are the keys, and a gap is as `safecomm check` tells it."""
    return report.to_json(to_json_value(status, status.language))


def to_json_value(value: Any, language: str) -> Any:
    """Named tuples as objects, other tuples as lists; `acknowledged` is a known gap's reason, else null."""
    if isinstance(value, Diagnostic):
        return {**report.as_object(value, language), "acknowledged": value.acknowledged}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: to_json_value(field, language) for name, field in value._asdict().items()}
    return [to_json_value(item, language) for item in value] if isinstance(value, tuple) else value


FORMATS: Mapping[str, Callable[[Readiness, Labels], str]] = {
    "text": as_text,
    "json": as_json,
    "md": as_markdown,
    "html": as_page,
}
