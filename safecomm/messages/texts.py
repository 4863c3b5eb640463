"""What people read apart from problems: one data file for each group, by language, read when it is first asked for."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def load_texts(group: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{group}.toml").read_text(encoding="utf-8"))


INTERFACE: Mapping[str, Mapping[str, str]] = load_texts("interface")
"""What the commands themselves say."""


def texts_of(group: str, language: str) -> Mapping[str, str]:
    texts: Mapping[str, str] = load_texts(group)[language]
    return texts


def record_texts(language: str) -> Mapping[str, Any]:
    """What is said of `kinds` of record, of `fields` by record, of the key `translates`, and `hints` how to write."""
    return {name: texts[language] for name, texts in load_texts("record_fields").items()}
