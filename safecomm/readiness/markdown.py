"""The status as Markdown with tables, as GitHub and other code hosts show it."""

import re
from collections.abc import Sequence

from safecomm.labels import Labels
from safecomm.readiness.blocks import Block, Heading, Paragraph, blocks
from safecomm.readiness.status import Status


def text(status: Status, labels: Labels) -> str:
    return "\n\n".join(map(written, blocks(status, labels))) + "\n"


def written(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escaped(block.text)}"
    if isinstance(block, Paragraph):
        return escaped(block.text)
    lines = [
        f"**{escaped(block.caption)}**",
        "",
        line([escaped(each) for each in block.header]),
        line(["---"] * len(block.header)),
    ]
    lines += [line(["<br>".join(map(escaped, cell)) for cell in row]) for row in block.rows]
    return "\n".join(lines)


def line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(words: str) -> str:
    """What content says is text, whatever signs are in it."""
    return re.sub(r"([\\`*_\[\]<>|#~&])", r"\\\1", words)
