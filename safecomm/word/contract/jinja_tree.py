"""The syntax tree of a source, and every tag in it that Jinja cannot read or that lacks its other half."""

import re
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError, nodes

from safecomm.ooxml.escape import beginning
from safecomm.word.contract.contract_finding import ContractFinding, Spot
from safecomm.word.contract.tag_matcher import SourceTag, TagMatcher

TAG_BEGINS = re.compile(r"(?=\{[{%#])")
# Strings are taken whole: they may hold what looks like the end of a tag.
INSIDE = r"""(?>"[^"]*"|'[^']*'|.)*?"""
WHOLE_TAG = re.compile(rf"\{{(?:\{{{INSIDE}\}}|%{INSIDE}%|#.*?#)\}}")
HALF_TAG = re.compile(r"\{[{%#].*|[}%#]\}")
XML_TAG = re.compile("<[^>]*>")
CONTAINER_LETTERS = re.compile(r"(?<=\{[{%#])(?:p|tr|tc) ")


def find_half_tags(part: str, paragraphs: str) -> Iterator[ContractFinding]:
    """What a paragraph, a line of a Word part, begins and does not end, or ends and does not begin."""
    for number, line in enumerate(paragraphs.split("\n"), start=1):
        if match := HALF_TAG.search(WHOLE_TAG.sub("", XML_TAG.sub("", line))):
            yield ContractFinding("template-torn", Spot(part, number), (("tag", beginning(match[0])),))


def without_containers(source: str) -> str:
    """Their letters are left over where there is no row or cell around a tag, which template_check.py tells."""
    return CONTAINER_LETTERS.sub("", source)


def read_tree(name: str, source: str) -> tuple[nodes.Template | None, list[ContractFinding]]:
    """None where a tag that names things for others cannot be read."""
    return parse_tags(name, split_tags(source))


def split_tags(source: str) -> list[SourceTag]:
    lines, number = source.split("\n"), 1
    tags = []
    for text in TAG_BEGINS.split(source):
        tags.append(SourceTag(text, number, lines[number - 1].startswith("<w:p")))
        number += text.count("\n")
    return tags


def parse_tags(name: str, tags: list[SourceTag]) -> tuple[nodes.Template | None, list[ContractFinding]]:
    matcher, lines = TagMatcher(name, tags), [line for tag in tags for line in tag.lines]
    try:
        root = matcher.parse()
    except (TemplateSyntaxError, RecursionError) as error:
        broken = [tag for tag in tags if not can_read(tag)]
        at = [tag.line for tag in broken] or [lines[getattr(error, "lineno", 1) - 1]]
        findings = [ContractFinding("template-syntax", Spot(name, line)) for line in at]
        if not broken or any(tag.statement for tag in broken):
            return None, matcher.findings + findings
        unreadable = set(broken)
        rest, others = parse_tags(name, [tag for tag in tags if tag not in unreadable])
        return rest, findings + others
    for node in root.find_all(nodes.Node):
        node.lineno = lines[(node.lineno or 1) - 1]
    return root, matcher.findings


def can_read(tag: SourceTag) -> bool:
    try:
        TagMatcher("", [tag]).parse()
    except (TemplateSyntaxError, RecursionError):
        return False
    return True
