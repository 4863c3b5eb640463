"""Which version of a Swedish text a translation follows."""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from safecomm.content import yaml_data
from safecomm.content.field_types import Record, prose_fields, translated_fields
from safecomm.content.markdown_parts import split_front_matter
from safecomm.diagnostic import ContentError

REFERENCE = re.compile(r"\]\(([a-z]+):[a-z0-9_-]+(?=\))")
TRANSLATES = "translates"
"""The key of a translation file that holds the version of the original when the two last said the same."""


def translatable_lines(model: type[Record], front: Mapping[str, object], body: str) -> list[str]:
    """What a file says that is translated, in lines: other facts may change."""
    translated = translated_fields(model) - set(prose_fields(model))
    # An id may be changed everywhere without a word of the text changing.
    lines = (line.rstrip() for line in REFERENCE.sub(r"](\1:", body).strip().split("\n"))
    return [*(f"{field}: {as_text(front[field])}" for field in sorted(translated & front.keys())), *lines]


def as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def lines_of_file(model: type[Record], text: str, path: str) -> list[str] | None:
    """What a whole file says, None where it cannot be read."""
    try:
        parts = split_front_matter(text.replace("\r\n", "\n").removeprefix("\ufeff"), path)
        front = yaml_data.parse(parts.front, path).value
    except ContentError:
        return None
    return translatable_lines(model, front, parts.body) if isinstance(front, dict) else None


def version(lines: Iterable[str]) -> str:
    """Tells one state of what is translated from another; no editor takes it for a number."""
    text = "\n".join(lines)
    return f"v{sha256(text.encode(errors='surrogatepass')).hexdigest()[:8]}"
