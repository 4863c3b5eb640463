"""Every code that a message can end with: one data file for each group, read when a code of it is first asked for."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from textwrap import indent
from types import MappingProxyType
from typing import Literal, NamedTuple

from safecomm.codes.examples import example
from safecomm.messages.texts import INTERFACE

FOLDER = Path(__file__).parent
NEXT = re.compile(r"\n\n\[[\w-]+\]\nseverity = ")
"""The beginning of the next code: examples have brackets too."""
GROUPS = (
    "files",
    "yaml_syntax",
    "fields",
    "markdown",
    "pictures",
    "rules",
    "readiness",
    "word",
    "template",
    "phrases",
    "ooxml",
    "audit",
    "changes",
    "versions",
    "drafts",
    "review",
    "pdf",
    "editing",
    "intake",
    "forms",
    "machine",
)
"""The data files, in the order of docs/codes.md."""


class Code(NamedTuple):
    """`message` says what is wrong, `hint` what to write, `why` what the rule is good for; each by language.

    Where the desk has another way than the hint, `desk` says which. These have `{names}` of the values that differ from
    case to case. `wrong` and `right` are examples of what stands in that part of a content file, in Swedish
    (codes/examples.py has them in English), and are empty where no line of a file shows the problem.
    """

    severity: Literal["error", "warning", "note"]
    message: Mapping[str, str]
    hint: Mapping[str, str]
    why: Mapping[str, str]
    desk: Mapping[str, str] = MappingProxyType({})
    file: str = ""
    part: Literal["fields", "text", "file"] = "file"
    wrong: str = ""
    right: str = ""


class CodeGroup(NamedTuple):
    """The codes of one data file, in its order."""

    title: Mapping[str, str]
    codes: Mapping[str, Code]


@cache
def code_named(name: str) -> Code:
    """Raises KeyError when there is none."""
    heading = f"\n[{name}]\n"
    for group in GROUPS:
        _, found, rest = source(group).partition(heading)
        if found:
            # Parsing the whole group would take longer than many a command has.
            return Code(**tomllib.loads(NEXT.split(rest, maxsplit=1)[0]))
    raise KeyError(name)


@cache
def load_group(name: str) -> CodeGroup:
    entries = tomllib.loads(source(name))
    title = entries.pop("title")
    return CodeGroup(title, {code: Code(**entry) for code, entry in entries.items()})


@cache
def source(group: str) -> str:
    return (FOLDER / f"{group}.toml").read_text(encoding="utf-8")


def all_codes() -> Mapping[str, Code]:
    return {name: code for group in GROUPS for name, code in load_group(group).codes.items()}


@cache
def placeholders(name: str) -> frozenset[str]:
    """The values that the message and the hint of a code name."""
    code = code_named(name)
    texts = (*code.message.values(), *code.hint.values(), *code.desk.values())
    return frozenset(field for text in texts for _, field, _, _ in Formatter().parse(text) if field)


def explain(name: str, language: str) -> str:
    """Everything there is to say of a code, in paragraphs."""
    return "\n\n".join(paragraphs(name, language)) + "\n"


def paragraphs(name: str, language: str) -> Iterator[str]:
    says, code = INTERFACE[language], code_named(name)
    yield f"{says[code.severity].capitalize()}: {headline(name, language)}"
    yield f"{says['do']}: {sentence(code.hint[language])}"
    yield f"{says['why']}: {code.why[language]}"
    if code.wrong:
        part = "file" if code.file.endswith(".yaml") else code.part
        yield f"{says['wrong']}, {says[f'in-{part}'].format(file=f'content/{code.file}')}:"
        yield indent(example(code.wrong, language), "    ")
        yield f"{says['right']}:"
        yield indent(example(code.right, language), "    ")


def headline(name: str, language: str) -> str:
    """The message of a code with … for what differs from case to case."""
    return sentence(code_named(name).message[language])


def sentence(template: str) -> str:
    text = template.format_map(defaultdict(lambda: "…"))
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith('…') else '.'}"
