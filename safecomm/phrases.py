"""Whether the phrases of a language have all that the documents ask of them, which is what phrases.en.jinja has."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from safecomm.catalogue import TEMPLATES, packaged_templates, phrases_file, templates
from safecomm.content.project_language import MESSAGES
from safecomm.diagnostic import Diagnostic, Location, nearest_name, problem
from safecomm.rules.all_rules import ASKED_CODES
from safecomm.word.sandbox import read_phrases

MEASURE = "en"
GAPS = "gap"
"""The table of what the application says of its gaps, which the languages of the messages have in codes/."""

Phrases = Mapping[str, object]


def check(project: Path, language: str) -> list[Diagnostic]:
    """What is missing, too much or otherwise in the language's file."""
    file = phrases_file(templates(project), language)
    place = Location(f"{TEMPLATES}/{file.name}")
    try:
        phrases = read(file)
    except Exception as error:  # Whatever a phrase may ask for.
        line = getattr(error, "lineno", 0)
        return [problem("phrases-unreadable", place._replace(line=line))]
    expected = read(phrases_file(packaged_templates(), MEASURE))
    if language not in MESSAGES:
        expected = {**expected, GAPS: dict.fromkeys(ASKED_CODES, "")}
    return [*differences(phrases, expected, place)]


def read(file: Path) -> Phrases:
    return vars(read_phrases(file.read_text(encoding="utf-8-sig"), file.name))


def differences(phrases: Phrases, expected: Phrases, place: Location) -> Iterator[Diagnostic]:
    yield from named("phrases-missing", expected, phrases, "", place)
    yield from named("phrases-unknown", phrases, expected, "", place)
    for name in phrases.keys() & expected.keys():
        ours, theirs = phrases[name], expected[name]
        if form(ours) != form(theirs):
            yield problem("phrases-form", place, name=name, written=form(ours), expected=form(theirs))
        elif isinstance(ours, Mapping) and isinstance(theirs, Mapping):
            yield from named("phrases-missing", theirs, ours, f"{name}.", place)
            yield from named("phrases-unknown", ours, theirs, f"{name}.", place)


def named(code: str, there: Phrases, not_there: Phrases, table: str, place: Location) -> Iterator[Diagnostic]:
    """The names that one has and the other has not."""
    for name in sorted(there.keys() - not_there.keys()):
        near = nearest_name(name, list(not_there.keys() - there.keys())) if code == "phrases-unknown" else None
        yield problem(code, place, nearest=near and f"{table}{near}", name=f"{table}{name}")


def form(value: object) -> str:
    """As a file of phrases writes it: `{…}`, `"…"`, or a macro with its parameters."""
    if (parameters := getattr(value, "arguments", None)) is not None:
        return f"({', '.join(parameters)})"
    return "{…}" if isinstance(value, Mapping) else '"…"'
