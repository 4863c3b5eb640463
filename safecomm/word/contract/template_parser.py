"""The syntax tree of a source, and every tag in it that Jinja cannot read or that lacks its other half."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from operator import add
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from safecomm.ooxml.escape import beginning
from safecomm.word.contract.scope import ContractFinding, Spot
from safecomm.word.sandbox import print_plain, sandbox

ENVIRONMENT = sandbox(print_plain)
TAG_BEGINS = re.compile(r"(?=\{[{%#])")
STATEMENT = re.compile(r"\{%.*?%\}", re.DOTALL)
FIRST_WORD = re.compile(r"\s*(\w+)")
SET_VALUE = re.compile(r"\s*set\s[\w\s.,()]*=")
# Strings are taken whole: they may hold what looks like the end of a tag.
INSIDE = r"""(?>"[^"]*"|'[^']*'|.)*?"""
WHOLE_TAG = re.compile(rf"\{{(?:\{{{INSIDE}\}}|%{INSIDE}%|#.*?#)\}}")
HALF_TAG = re.compile(r"\{[{%#].*|[}%#]\}")
XML_TAG = re.compile("<[^>]*>")
CONTAINER_LETTERS = re.compile(r"(?<=\{[{%#])(?:p|tr|tc) ")
BLOCKS = ("for", "if", "with", "filter", "macro", "call", "set", "block", "autoescape")
STARTS = {"else": ("if", "for"), "elif": ("if",), **{f"end{word}": (word,) for word in BLOCKS}}
"""What stands before a tag that ends or divides something."""
DIVIDERS = ("else", "elif")


class SourceTag(NamedTuple):
    """A tag with what follows it, or what stands before the first; `line` is where it begins."""

    text: str
    line: int
    in_paragraph: bool

    @property
    def lines(self) -> range:
        return range(self.line, self.line + self.text.count("\n") + 1)

    @property
    def statement(self) -> str:
        """A tag of the form {% %}, without what follows it."""
        match = STATEMENT.match(self.text)
        return match[0] if match else ""


@dataclass
class OpenTag:
    """A tag whose end is still to come; `number` counts all tags, `has_else` is whether its last part has begun."""

    word: str
    number: int
    has_else: bool = False


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
    lines, number, tags = source.split("\n"), 1, []
    for text in TAG_BEGINS.split(source):
        tags.append(SourceTag(text, number, lines[number - 1].startswith("<w:p")))
        number += text.count("\n")
    return parse_tags(name, tags)


def parse_tags(name: str, tags: list[SourceTag]) -> tuple[nodes.Template | None, list[ContractFinding]]:
    matcher, lines = TagMatcher(name, tags), [line for tag in tags for line in tag.lines]
    try:
        root = ENVIRONMENT.parse(matcher.balance())
    except (TemplateSyntaxError, RecursionError) as error:
        broken = [tag for tag in tags if not can_read(tag)]
        at = [tag.line for tag in broken] or [lines[getattr(error, "lineno", 1) - 1]]
        findings = [ContractFinding("template-syntax", Spot(name, line)) for line in at]
        if not broken:
            return None, matcher.findings + findings
        if any(tag.statement for tag in broken):
            # Which tags behind it lack their other half cannot be known.
            before = TagMatcher(name, tags[: tags.index(broken[0])])
            before.match()
            return None, before.findings + findings
        unreadable = set(broken)
        rest, others = parse_tags(name, [tag for tag in tags if tag not in unreadable])
        return rest, findings + others
    for node in root.find_all(nodes.Node):
        node.lineno = lines[(node.lineno or 1) - 1]
    return root, matcher.findings


def can_read(tag: SourceTag) -> bool:
    try:
        ENVIRONMENT.parse(TagMatcher("", [tag]).balance())
    except (TemplateSyntaxError, RecursionError):
        return False
    return True


class TagMatcher:
    """Finds the tags without their other half, and makes a source in which that is there or the tag is not."""

    def __init__(self, name: str, tags: list[SourceTag]) -> None:
        self.name, self.tags = name, tags
        self.texts = [tag.text for tag in tags]
        self.ends = [""] * len(tags)
        """What is completed before a tag."""
        self.findings: list[ContractFinding] = []
        self.open_tags: list[OpenTag] = []
        self.counts: Counter[str] = Counter()

    def balance(self) -> str:
        self.match()
        while self.open_tags:
            self.texts[-1] += self.complete_innermost()
        return self.source

    def match(self) -> None:
        statements = list(self.statements())
        self.counts.update(word for word, _ in statements)
        for word, number in statements:
            if word in BLOCKS:
                self.open_tags.append(OpenTag(word, number))
            elif word in STARTS:
                self.divide_or_end(word, number)

    @property
    def source(self) -> str:
        """Each tag begins a line, so that Jinja's line number leads to the tag."""
        return "\n".join(map(add, self.ends, self.texts))

    def statements(self) -> Iterator[tuple[str, int]]:
        """The first word of each, with the number of its tag; not of `set x = …`, which has no end."""
        by_line = [number for number, tag in enumerate(self.tags) for _ in tag.lines]
        text, begin = "", 1
        for line, kind, value in ENVIRONMENT.lex(self.source):
            if kind == "block_begin":
                text, begin = "", line
            elif kind != "block_end":
                text += value
            elif not SET_VALUE.match(text) and (word := FIRST_WORD.match(text)):
                yield word[1], by_line[begin - 1]

    def divide_or_end(self, word: str, number: int) -> None:
        """Where there are more ends than beginnings of a kind, one that does not match is the one too many."""
        starts = STARTS[word]
        start = next((open_tag for open_tag in reversed(self.open_tags) if open_tag.word in starts), None)
        if start and self.counts[word] <= self.counts[starts[0]]:
            while self.open_tags[-1] is not start:
                self.ends[number] += self.complete_innermost()
        if start is None or start is not self.open_tags[-1] or (word in DIVIDERS and start.has_else):
            self.drop(word, number)
            return
        self.check_pair(self.tags[start.number], self.tags[number])
        start.has_else = word == "else"
        if word not in DIVIDERS:
            self.open_tags.pop()

    def drop(self, word: str, number: int) -> None:
        """The tag goes, its lines stay."""
        self.counts[word] -= 1
        self.find("template-stray", self.tags[number], start=" / ".join(STARTS[word]))
        self.texts[number] = STATEMENT.sub(lambda match: "\n" * match[0].count("\n"), self.texts[number], count=1)

    def check_pair(self, start: SourceTag, other: SourceTag) -> None:
        """Both stand within paragraphs or neither does; else half a paragraph would vanish."""
        if start.in_paragraph != other.in_paragraph:
            self.find("template-across", start, other=other.statement)

    def complete_innermost(self) -> str:
        """The end that the innermost open tag lacks."""
        open_tag = self.open_tags.pop()
        end = f"end{open_tag.word}"
        self.counts[end] += 1
        self.find("template-unclosed", self.tags[open_tag.number], end=end)
        return f"{{% {end} %}}"

    def find(self, code: str, tag: SourceTag, **values: str) -> None:
        values["tag"] = tag.statement
        self.findings.append(ContractFinding(code, Spot(self.name, tag.line), tuple(values.items())))
