"""The status as one page that stands by itself: readable by a screen reader, and without anything from a network."""

from collections.abc import Sequence
from html import escape

from safecomm.readiness.blocks import Block, Heading, Paragraph, Table, blocks
from safecomm.readiness.status import Status
from safecomm.readiness.words import Words

STYLE = """
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h2 { margin-top: 2.5rem; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
th, td { border: 1px solid GrayText; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
ul { margin: 0; padding: 0; list-style: none; }
td { overflow-wrap: anywhere; }
"""


def page(status: Status) -> str:
    title = Words(status)("title", name=status.community)
    return (
        f'<!DOCTYPE html>\n<html lang="{status.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{''.join(map(element, blocks(status)))}</main>\n</body>\n</html>\n"
    )


def element(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>\n"
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>\n"
    return table(block)


def table(block: Table) -> str:
    header = "".join(f'<th scope="col">{escape(each)}</th>' for each in block.header)
    rows = "".join(f"<tr>{row(*each)}</tr>\n" for each in block.rows)
    return (
        f"<table>\n<caption>{escape(block.caption)}</caption>\n"
        f"<thead><tr>{header}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )


def row(first: Sequence[str], *others: Sequence[str]) -> str:
    cells = "".join(f"<td>{lines(each)}</td>" for each in others)
    return f'<th scope="row">{lines(first)}</th>{cells}'


def lines(cell: Sequence[str]) -> str:
    if len(cell) == 1:
        return escape(cell[0])
    return f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in cell)}</ul>"
