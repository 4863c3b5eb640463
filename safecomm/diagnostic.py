"""What is wrong, where, and what to do: the one form in which every room reports a problem."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from safecomm.codes.codes import code_named, placeholders
from safecomm.messages.texts import INTERFACE

MOST = 500
"""Names among which the nearest is looked for: of more, each dead reference would cost as much as a whole file."""

LONGEST = 60
"""Characters of the content that a message quotes."""


class Severity(StrEnum):
    """An error stops the build; a warning is a gap that only `--final` refuses; a note is a gap that may stay,
    or a question.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Location(NamedTuple):
    """A place: `path` is relative to the project and uses `/`, line and column count from 1 (0: the whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)


class Diagnostic(NamedTuple):
    """One problem: a code of `codes/` and the values that its text names.

    `acknowledged` says why a gap may stay, in the language of its values; it is None while nobody has said so.
    `record` names what a gap is about, as one acknowledges it.
    """

    code: str
    location: Location
    values: Mapping[str, str]
    nearest: str | None = None
    acknowledged: str | None = None
    record: str = ""

    @property
    def severity(self) -> Severity:
        return Severity.NOTE if self.acknowledged is not None else Severity(code_named(self.code).severity)

    @property
    def is_question(self) -> bool:
        """It is asked, and nothing waits for the answer."""
        return self.severity is Severity.NOTE and self.acknowledged is None

    def message(self, language: str) -> str:
        text = code_named(self.code).message[language].format_map(self.values)
        return text if self.acknowledged is None else f"{text} ({self.acknowledged.rstrip('.')})"

    def hint(self, language: str, *, on_desk: bool = False) -> str:
        """What to write; or, on the desk, where to press and which field to fill in."""
        if self.nearest is not None:
            return INTERFACE[language]["nearest"].format(nearest=self.nearest)
        code = code_named(self.code)
        return ((on_desk and code.desk) or code.hint)[language].format_map(self.values)


class ContentError(Exception):
    """Problems that the editor, the template's designer or the machine's owner can mend; all of them at once."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = sorted(diagnostics, key=lambda fault: (fault.location, fault.code))
        super().__init__(f"{len(self.diagnostics)} diagnostics, first: {self.diagnostics[:1]}")


def problem(code: str, location: Location, *, nearest: str | None = None, **values: object) -> Diagnostic:
    """A Diagnostic whose message names the given values; raises KeyError when one of them is not given."""
    if missing := placeholders(code) - values.keys():
        raise KeyError(f"{code}: {sorted(missing)}")
    return Diagnostic(code, location, MappingProxyType({key: str(value) for key, value in values.items()}), nearest)


def brief(text: str) -> str:
    """A text of the content as a message may quote it: on one line, and short."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def quote(text: str, language: str) -> str:
    return INTERFACE[language]["quoted"].format(text=text)


def listed(names: Iterable[str], language: str) -> str:
    """Names that an editor writes, each in quotation marks."""
    return ", ".join(quote(name, language) for name in names)


def nearest_name(word: str, known: Collection[str]) -> str | None:
    """The known name that the writer most likely meant, if any is near; capitals make no difference.

    None among very many.
    """
    if len(known) > MOST:
        return None
    folded = {name.casefold(): name for name in sorted(known, reverse=True)}
    nearest = get_close_matches(word.casefold(), sorted(folded), n=1, cutoff=0.7)
    return folded[nearest[0]] if nearest else None
