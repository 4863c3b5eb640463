"""The status as Markdown with tables, as GitHub and other code hosts show it."""

from collections.abc import Sequence

from safecomm.labels import Labels
from safecomm.markdown.escape_markdown import escape_markdown
from safecomm.readiness.blocks import Block, ReportHeading, ReportParagraph, blocks
from safecomm.readiness.status import Readiness


def text(status: Readiness, labels: Labels) -> str:
    return "\n\n".join(map(written, blocks(status, labels))) + "\n"


def written(block: Block) -> str:
    if isinstance(block, ReportHeading):
        return f"{'#' * block.level} {escape_markdown(block.text)}"
    if isinstance(block, ReportParagraph):
        return escape_markdown(block.text)
    lines = [
        f"**{escape_markdown(block.caption)}**",
        "",
        line([escape_markdown(title) for title in block.header]),
        line(["---"] * len(block.header)),
    ]
    lines += [line(["<br>".join(map(escape_markdown, cell)) for cell in row]) for row in block.rows]
    return "\n".join(lines)


def line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
