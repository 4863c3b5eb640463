"""The syntax tree of a source, even of one in which some tags are wrong, and what is wrong with these."""

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from safecomm.ooxml.escape import beginning
from safecomm.word.contract.contract_finding import ContractFinding, Spot
from safecomm.word.contract.tag_pieces import ENVIRONMENT, Halves, TagPiece, torn
from safecomm.word.jinja_source import repaired


class Tree(NamedTuple):
    """`root` is None where a tag that names things for others cannot be read; `source` is what can be read."""

    root: nodes.Template | None
    findings: list[ContractFinding]
    source: str = ""


def torn_tags(part: str, lines: str) -> Iterator[ContractFinding]:
    """Tags of a Word part, a paragraph a line, that do not begin and end in one paragraph."""
    for number, line in enumerate(lines.split("\n"), start=1):
        if ("{" in line or "}" in line) and (tag := torn(repaired(line))):
            yield ContractFinding("template-torn", Spot(part, number), (("tag", beginning(tag)),))


def tree(name: str, source: str) -> Tree:
    try:
        halves = Halves(source, name)
    except TemplateSyntaxError as error:
        return Tree(None, [syntax(name, error.lineno)])
    whole = _parsed(name, halves.mended)
    return whole._replace(findings=halves.findings + whole.findings)


def syntax(name: str, line: int) -> ContractFinding:
    return ContractFinding("template-syntax", Spot(name, line))


def _parsed(name: str, pieces: list[TagPiece]) -> Tree:
    source = "".join(piece.source for piece in pieces)
    try:
        return Tree(ENVIRONMENT.parse(source), [], source)
    except (TemplateSyntaxError, RecursionError) as error:
        wrong = [piece for piece in pieces if piece.is_tag and not _reads(piece.alone())]
        line = getattr(error, "lineno", 1)
    findings = [syntax(name, piece.line) for piece in wrong] or [syntax(name, line)]
    if not wrong or any(piece.word for piece in wrong):
        return Tree(None, findings)
    rest = [piece for piece in pieces if piece not in wrong]
    return Tree(_parsed(name, rest).root, findings)


def _reads(source: str) -> bool:
    try:
        ENVIRONMENT.parse(source)
    except (TemplateSyntaxError, RecursionError):
        return False
    return True
