"""Whether the phrases of a language have all that the documents ask of them, which is what phrases.en.jinja has."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from safecomm.catalogue import TEMPLATES, packaged_templates, phrases_file, templates
from safecomm.codes.codes import code_named
from safecomm.content.project_language import MESSAGES
from safecomm.diagnostic import Diagnostic, Location, nearest_name, problem
from safecomm.rules.all_rules import ASKED_CODES
from safecomm.word.sandbox import read_phrases_file

MEASURE = "en"
GAPS = "gap"
"""The table of what the application says of its gaps; the languages of the messages have most of it in codes/."""

Phrases = Mapping[str, object]


def check(project: Path, language: str) -> list[Diagnostic]:
    """What is missing, too much or otherwise in the language's file."""
    file = phrases_file(templates(project), language)
    place = Location(f"{TEMPLATES}/{file.name}")
    try:
        phrases: Phrases = vars(read_phrases_file(file))
    except Exception as error:  # Whatever a phrase may ask for.
        line = getattr(error, "lineno", 0)
        return [problem("phrases-unreadable", place._replace(line=line))]
    expected: Phrases = vars(read_phrases_file(phrases_file(packaged_templates(), MEASURE)))
    if language not in MESSAGES:
        messages: Phrases = {code: code_named(code).message[MEASURE] for code in ASKED_CODES}
        own = expected[GAPS]
        assert isinstance(own, Mapping)
        expected = {**expected, GAPS: {**messages, **own}}
    return [*differences(phrases, expected, "", place)]


def differences(phrases: Phrases, expected: Phrases, table: str, place: Location) -> Iterator[Diagnostic]:
    yield from named("phrases-missing", expected, phrases, table, place)
    yield from named("phrases-unknown", phrases, expected, table, place)
    for name in sorted(phrases.keys() & expected.keys()):
        ours, theirs = phrases[name], expected[name]
        if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
            yield from differences(ours, theirs, f"{table}{name}.", place)
        elif not fits(ours, theirs):
            yield problem("phrases-form", place, name=f"{table}{name}", written=form(ours), expected=form(theirs))


def named(code: str, there: Phrases, not_there: Phrases, table: str, place: Location) -> Iterator[Diagnostic]:
    """The names that one has and the other has not."""
    for name in sorted(there.keys() - not_there.keys()):
        near = nearest_name(name, list(not_there.keys() - there.keys())) if code == "phrases-unknown" else None
        yield problem(code, place, nearest=near and f"{table}{near}", name=f"{table}{name}")


def fits(ours: object, theirs: object) -> bool:
    """Whether one can stand in the place of the other; a text may leave out what the other is filled with."""
    if isinstance(ours, str) and isinstance(theirs, str):
        return filled_with(ours) <= filled_with(theirs)
    return form(ours) == form(theirs)


def form(value: object) -> str:
    """As a file of phrases writes it: `{…}`, `"…{name}…"`, or a macro with its parameters."""
    if (parameters := getattr(value, "arguments", None)) is not None:
        return f"({', '.join(parameters)})"
    if isinstance(value, str):
        return f'"…{"…".join((*sorted(filled_with(value)), ""))}"'
    return "{…}"


def filled_with(text: str) -> set[str]:
    """The names in braces that a text has; what stands in them is none where it is more than a name."""
    return {braced[0] for braced in re.finditer(r"\{[^{}]*\}?|\}", text)}
