"""What libyaml says when it cannot read a file, in codes that an editor understands."""

import re

import yaml

from safecomm.diagnostic import Diagnostic, Location, problem

CODES = (
    ("unknown escape character", "yaml-escape"),
    ("hexdecimal number", "yaml-escape"),
    ("escape code", "yaml-escape"),
    ("tab character", "yaml-tab"),
    ("cannot start any token", "yaml-mark"),
    ("mapping values are not allowed", "yaml-colon"),
    ("mapping keys are not allowed", "yaml-key"),
    ("block sequence entries are not allowed", "yaml-dash"),
    ("found unexpected ':'", "yaml-colon"),
    ("quoted scalar", "yaml-quote"),
    ("block scalar", "yaml-mark"),
    ("did not find expected node content", "yaml-mark"),
    ("did not find expected ',' or ']'", "yaml-bracket"),
    ("did not find expected ',' or '}'", "yaml-bracket"),
    ("did not find expected key", "yaml-indent"),
    ("could not find expected ':'", "yaml-missing-colon"),
    ("did not find expected '-' indicator", "yaml-indent"),
    ("did not find expected <document start>", "yaml-indent"),
    ("alphabetic or numeric character", "yaml-alias"),
    ("directive", "yaml-mark"),
    ("YAML document", "yaml-mark"),
    (" tag", "yaml-tag"),
)
"""Words of libyaml's messages (problem and context) and the code that says the same to an editor; the first wins."""

OPENED = ("yaml-quote", "yaml-bracket", "yaml-missing-colon")
"""What is noticed only where it should have ended; the editor looks for where it began."""

QUOTED = ("yaml-alias", "yaml-colon", "yaml-mark", "yaml-tag", "yaml-trailing")
"""What quotation marks around the whole value mend."""

TYPOGRAPHIC = "“”„"
"""Quotation marks of a word processor, which YAML does not know as such."""

BY_BLANKS = ("yaml-missing-colon", "yaml-colon", "yaml-indent")
"""What a blank that YAML does not know as one may be taken for."""

ODD_BLANK = re.compile(r"[ -]*(?:[\w-]+:)?([\u00a0\u2000-\u200b\u202f\u205f\u3000])")
"""Behind a key's colon or in the indent of a line, where nobody sees that it is no space."""

FIELD = re.compile(r"\s*(?:- )?(?P<key>[\w-]+):\s+(?P<value>[^\s\[{].{0,80}?)\s*")


def diagnostic(fault: yaml.MarkedYAMLError, lines: list[str], path: str, first_line: int) -> Diagnostic:
    """`lines` are those that libyaml read; the first is `first_line` of the file."""
    code = code_of(f"{fault.problem} {fault.context}")
    mark = (fault.context_mark if code in OPENED else None) or fault.problem_mark
    if mark is None:
        return problem(code, Location(path, first_line))
    if code in BY_BLANKS and (blank := odd_blank(lines[: mark.line + 2], path, first_line)) is not None:
        return blank
    line = lines[mark.line] if mark.line < len(lines) else ""
    code = refine_code(code, line[: mark.column], line[mark.column :])
    nearest = with_quotes(line) if code in QUOTED else None
    # libyaml counts one line more than there is when the last has no end.
    row = min(mark.line, len(lines) - 1)
    return problem(code, Location(path, row + first_line, mark.column + 1), nearest=nearest)


def odd_blank(lines: list[str], path: str, first_line: int) -> Diagnostic | None:
    """The last such blank of the lines that libyaml has read."""
    for number in reversed(range(len(lines))):
        if found := ODD_BLANK.match(lines[number]):
            place = Location(path, number + first_line, found.start(1) + 1)
            return problem("yaml-blank", place, character=f"U+{ord(found[1]):04X}")
    return None


def code_of(said: str) -> str:
    """The code for a message of libyaml."""
    return next((code for words, code in CODES if words in said), "yaml-syntax")


def refine_code(code: str, before: str, after: str) -> str:
    """The code once one looks at the line: libyaml has one message for what editors hold for different mistakes."""
    if code == "yaml-mark" and after.startswith("\t"):
        return "yaml-tab"
    if code == "yaml-mark" and not after and not before.strip():
        return "yaml-bracket"
    if code == "yaml-colon" and ":" not in before:
        return "yaml-indent"
    if code == "yaml-indent" and before.strip(" -"):
        return "yaml-trailing"
    return code


def with_quotes(line: str) -> str | None:
    """The line with its value in quotation marks, if it is one that they mend."""
    if not (match := FIELD.fullmatch(line)):
        return None
    value = match["value"].strip(TYPOGRAPHIC)
    mark = next((mark for mark in "\"'" if mark not in value), None)
    return f"{match['key']}: {mark}{value}{mark}" if mark else None
