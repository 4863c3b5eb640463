"""Which version of a Swedish text a translation follows."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256

from safecomm.content import front_matter, yaml_data
from safecomm.content.fields import Record, prose_fields, translated_fields
from safecomm.diagnostic import ContentError

REFERENCE = re.compile(r"\]\(([a-z]+):[a-z0-9_-]+(?=\))")
TRANSLATES = "translates"
"""The key of a translation file that holds the version of the original when the two last said the same."""


def version(model: type[Record], front: Mapping[str, object], body: str) -> str:
    """Tells one state of what is translated from another; other facts may change. No editor takes it for a number."""
    translated = translated_fields(model) - set(prose_fields(model))
    told = {field: value for field, value in front.items() if field in translated}
    # An id may be changed everywhere without a word of the text changing.
    lines = (line.rstrip() for line in REFERENCE.sub(r"](\1:", body).strip().split("\n"))
    text = "\n".join((json.dumps(told, ensure_ascii=False, sort_keys=True), *lines))
    return f"v{sha256(text.encode(errors='surrogatepass')).hexdigest()[:8]}"


def version_of_text(model: type[Record], text: str, path: str) -> str | None:
    """The version of a whole file, None where it cannot be read."""
    try:
        parts = front_matter.split(text.replace("\r\n", "\n").removeprefix("\ufeff"), path)
        front = yaml_data.parse(parts.front, path).value
    except ContentError:
        return None
    return version(model, front, parts.body) if isinstance(front, dict) else None
