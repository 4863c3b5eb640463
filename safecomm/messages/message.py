"""The form of a diagnostic's text: severity, message and hint in the editor's languages."""

from collections.abc import Mapping
from typing import NamedTuple


class Message(NamedTuple):
    """`text` says what is wrong, `hint` what to write; both by language, with `{names}` of the diagnostic's values."""

    severity: str
    text: Mapping[str, str]
    hint: Mapping[str, str]


def error(sv: str, sv_hint: str, en: str, en_hint: str) -> Message:
    """Stops the build."""
    return Message("error", {"sv": sv, "en": en}, {"sv": sv_hint, "en": en_hint})


def note(sv: str, sv_hint: str, en: str, en_hint: str) -> Message:
    """What only `safecomm status` asks about: it stops nothing."""
    return Message("note", {"sv": sv, "en": en}, {"sv": sv_hint, "en": en_hint})


def warning(sv: str, sv_hint: str, en: str, en_hint: str) -> Message:
    """A gap: a draft is built, a final document is not."""
    return Message("warning", {"sv": sv, "en": en}, {"sv": sv_hint, "en": en_hint})
