"""Jinja's own parser, told to go on where a tag lacks its other half."""

import re
from collections import Counter
from typing import Any, NamedTuple

from jinja2 import nodes
from jinja2.lexer import Token
from jinja2.parser import Parser

from safecomm.word.contract.contract_finding import ContractFinding, Spot
from safecomm.word.sandbox import print_plain, sandbox

ENVIRONMENT = sandbox(print_plain)
STATEMENT = re.compile(r"\{%[-+]?\s*(\w+).*?%\}", re.DOTALL)
BLOCKS = ("for", "if", "with", "filter", "macro", "call", "set", "block")
STARTS = {"else": ("if", "for"), "elif": ("if",), **{f"end{word}": (word,) for word in BLOCKS}}
"""What stands before a tag that ends or divides something."""


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
        return match[0].strip() if match else ""


class TagMatcher(Parser):
    """Jinja's parser, which notes a tag without its other half and goes on as if that were there or the tag were not.

    `opened` are the words with which the open tags begin, the innermost last.
    """

    def __init__(self, name: str, tags: list[SourceTag]) -> None:
        # Each tag begins a line, so that Jinja's line number leads to the tag.
        source = "\n".join(tag.text for tag in tags)
        super().__init__(ENVIRONMENT, source)
        self.source_name = name
        self.by_line = [tag for tag in tags for _ in tag.lines]
        self.findings: list[ContractFinding] = []
        self.opened: list[Token] = []
        self.counted = Counter(STATEMENT.findall(source))

    def parse_statement(self) -> Any:
        self.opened.append(self.stream.current)
        try:
            return super().parse_statement() or []
        finally:
            self.opened.pop()

    def parse_statements(self, end_tokens: tuple[str, ...], drop_needle: bool = False) -> list[nodes.Node]:
        """Of a pair both stand within paragraphs or neither does; else half a paragraph would vanish."""
        statements = super().parse_statements(end_tokens, drop_needle)
        start, other = self.tag(self.opened[-1]), self.tag(self.stream.current)
        if start.in_paragraph != other.in_paragraph:
            self.find("template-across", start, other=other.statement)
        return statements

    def fail_eof(self, *_: object) -> None:  # type: ignore[override]
        start = self.opened[-1]
        self.report_unclosed(start)
        self.stream.current = Token(start.lineno, "name", f"end{start.value}")
        self.stream.push(Token(start.lineno, "block_end", ""))

    def fail_unknown_tag(self, name: str, lineno: int | None = None) -> None:  # type: ignore[override]
        """Where there are more ends than beginnings of a kind, one that does not match is the one too many."""
        if name not in STARTS:
            super().fail_unknown_tag(name, lineno)
        starts, (*around, token) = STARTS[name], self.opened
        start = next((opened for opened in reversed(around) if opened.value in starts), None)
        if start is None or start is around[-1] or self.counted[name] > self.counted[starts[0]]:
            self.counted[name] -= 1
            self.find("template-stray", self.tag(token), start=" / ".join(starts))
            while self.stream.current.type != "block_end":
                next(self.stream)
        else:
            self.report_unclosed(around[-1])
            self.end_before(around[-1], token)

    def end_before(self, start: Token, token: Token) -> None:
        """Ends the innermost open tag where the one around it ends."""
        end = Token(start.lineno, "name", f"end{start.value}")
        begins, ends = Token(token.lineno, "block_begin", ""), Token(token.lineno, "block_end", "")
        for pushed in (begins, end, ends, begins, token):
            self.stream.push(pushed)
        self.stream.current = ends

    def report_unclosed(self, start: Token) -> None:
        self.counted[f"end{start.value}"] += 1
        self.find("template-unclosed", self.tag(start), end=f"end{start.value}")

    def tag(self, token: Token) -> SourceTag:
        return self.by_line[token.lineno - 1]

    def find(self, code: str, tag: SourceTag, **values: str) -> None:
        values["tag"] = tag.statement
        self.findings.append(ContractFinding(code, Spot(self.source_name, tag.line), tuple(values.items())))
