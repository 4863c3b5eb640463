"""Which version of a Swedish text a translation follows."""

import json
from collections.abc import Mapping
from hashlib import sha256

from safecomm.content import front_matter, yaml_data
from safecomm.content.fields import Record, prose_fields, translated_fields
from safecomm.diagnostic import ContentError

TRANSLATES = "translates"
"""The key of a translation file that holds the version of the original when the two last said the same."""


def version(model: type[Record], front: Mapping[str, object], body: str) -> str:
    """Eight hexadecimal digits that tell one state of what is translated from another; other facts may change."""
    translated = translated_fields(model) - set(prose_fields(model))
    told = {field: value for field, value in front.items() if field in translated}
    lines = (line.rstrip() for line in body.strip().split("\n"))
    text = "\n".join((json.dumps(told, ensure_ascii=False, sort_keys=True), *lines))
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:8]


def version_of_text(model: type[Record], text: str, path: str) -> str | None:
    """The version of a whole file, None where it cannot be read."""
    try:
        parts = front_matter.split(text.replace("\r\n", "\n").removeprefix("\ufeff"), path)
        front = yaml_data.parse(parts.front, path).value
    except ContentError:
        return None
    return version(model, front, parts.body) if isinstance(front, dict) else None
