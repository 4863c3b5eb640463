"""The examples of the codes in another language than the Swedish in which they are written."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"
WRITTEN_IN = "sv"
"""Only the words of the other languages are data of their own: what an example shows stands once."""


def example(text: str, language: str) -> str:
    """What a project shows that has this language alone."""
    if language == WRITTEN_IN:
        return text
    words = words_of(language)
    return pattern(language).sub(lambda found: words.get(found[0], found["own"]), text)


@cache
def words_of(language: str) -> Mapping[str, str]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def pattern(language: str) -> re.Pattern[str]:
    """The words, the longest first, and a text in both languages."""
    known = "|".join(re.escape(word) for word in sorted(words_of(language), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{known})(?!\w)|\{{{WRITTEN_IN}: [^{{}}]*, {language}: (?P<own>[^{{}}]*)\}}")
