"""A Jinja source cut into texts and tags, and the tags that lack their other half."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import TemplateSyntaxError

from safecomm.word.contract.contract_finding import ContractFinding, Spot
from safecomm.word.sandbox import print_plain, sandbox
from safecomm.word.template_check import CONTAINERS

ENVIRONMENT = sandbox(print_plain)
CLOSING = {"variable_begin": "}}", "block_begin": "%}", "comment_begin": "#}"}
ENDINGS = {"variable_end", "block_end", "comment_end"}
BLOCKS = ("for", "if", "with", "filter", "macro", "call", "set")
BRANCHES = {"else": ("if", "for"), "elif": ("if",)}


class TagPiece(NamedTuple):
    """A text, or a whole tag; `word` is what a tag of the form {% %} begins with."""

    source: str
    line: int
    is_tag: bool = False
    word: str = ""

    @property
    def opens(self) -> bool:
        return self.word in BLOCKS and (self.word != "set" or "=" not in self.source)

    @property
    def ends(self) -> str:
        """What this is the end of."""
        start = self.word.removeprefix("end")
        return start if start != self.word and start in BLOCKS else ""

    def alone(self) -> str:
        """A source in which only this tag can be wrong."""
        if self.word in BRANCHES:
            return f"{{% if 1 %}}{self.source}{{% endif %}}"
        if self.ends:
            return ""
        return f"{self.source}{{% end{self.word} %}}" if self.opens else self.source


def pieces(source: str) -> Iterator[TagPiece]:
    """Raises TemplateSyntaxError for characters that no tag can have."""
    tag: list[tuple[str, str]] = []
    begin = 1
    for line, kind, value in tokens(source):
        if kind in CLOSING:
            tag, begin = [], line
        elif not tag:
            yield TagPiece(value, line)
            continue
        # Left over where there is no row or cell around it, which check.py tells.
        if len(tag) != 1 or value not in CONTAINERS:
            tag.append((kind, value))
        if kind in ENDINGS:
            yield TagPiece("".join(each for _, each in tag), begin, True, _word(tag))
            tag = []


def tokens(source: str) -> Iterator[tuple[int, str, str]]:
    """Jinja's, but with the white space that it takes away at `{%-` and `-%}`."""
    read = 0
    for line, kind, value in ENVIRONMENT.lex(source):
        start = source.index(value, read) + len(value)
        yield line, kind, source[read:start]
        read = start


def _word(tag: list[tuple[str, str]]) -> str:
    names = (value for kind, value in tag if kind == "name")
    return next(names, "") if tag[0][0] == "block_begin" else ""


def torn(paragraph: str) -> str | None:
    """The tag that the paragraph begins and does not end, or the end of one that it does not begin."""
    read, begin, rest = 0, None, ""
    try:
        for _, kind, value in tokens(paragraph):
            if kind in CLOSING:
                begin, rest = kind, paragraph[read:]
            elif kind in ENDINGS:
                begin = None
            elif kind == "data" and (loose := next((each for each in CLOSING.values() if each in value), None)):
                return loose
            read += len(value)
    except TemplateSyntaxError:
        if begin is None:
            # Only a comment without an end fails before it has begun.
            return "{#"
    return rest.split("<")[0] if begin and CLOSING[begin] not in rest else None


class Halves:
    """Pairs the tags of a source; `mended` is the source in which each has its other half, to go on with."""

    def __init__(self, source: str, name: str) -> None:
        self.name, self.lines = name, source.split("\n")
        self.mended: list[TagPiece] = []
        self.open: list[TagPiece] = []
        self.branched: set[int] = set()
        self.findings: list[ContractFinding] = []
        found = list(pieces(source))
        self.surplus = Counter(each.ends for each in found)
        self.surplus.subtract(each.word for each in found if each.opens)
        for piece in found:
            self.add(piece)
        while self.open:
            self.unclosed()

    def add(self, piece: TagPiece) -> None:
        if piece.ends:
            self.end(piece)
        elif piece.word in BRANCHES:
            self.branch(piece)
        else:
            self.mended.append(piece)
            if piece.opens:
                self.open.append(piece)

    def end(self, piece: TagPiece) -> None:
        """Where there are more ends than beginnings of a kind, one that does not match is the one too many."""
        start = next((each for each in reversed(self.open) if each.word == piece.ends), None)
        if start is None or (start is not self.open[-1] and self.surplus[piece.ends] > 0):
            self.surplus[piece.ends] -= 1
            self.find("template-stray", piece, start=piece.ends)
        else:
            self.pair(start, piece)
            self.open.pop()

    def branch(self, piece: TagPiece) -> None:
        starts = BRANCHES[piece.word]
        start = next((each for each in reversed(self.open) if each.word in starts), None)
        if start is None or id(start) in self.branched:
            self.find("template-stray", piece, start=" / ".join(starts))
        else:
            self.pair(start, piece)
            if piece.word == "else":
                self.branched.add(id(start))

    def pair(self, start: TagPiece, piece: TagPiece) -> None:
        """Of a pair both stand within paragraphs or neither does; else half a paragraph would vanish."""
        while self.open[-1] is not start:
            self.unclosed()
        if self.inline(start) != self.inline(piece):
            self.find("template-across", start, other=piece.source.strip())
        self.mended.append(piece)

    def unclosed(self) -> None:
        """Ends the innermost open tag where the one around it ends."""
        piece = self.open.pop()
        self.surplus[piece.word] += 1
        self.find("template-unclosed", piece, end=f"end{piece.word}")
        self.mended.append(TagPiece(f"{{% end{piece.word} %}}", piece.line, True))

    def inline(self, piece: TagPiece) -> bool:
        return self.lines[piece.line - 1].startswith("<w:p")

    def find(self, code: str, piece: TagPiece, **values: str) -> None:
        values["tag"] = piece.source.strip()
        self.findings.append(ContractFinding(code, Spot(self.name, piece.line), tuple(values.items())))
