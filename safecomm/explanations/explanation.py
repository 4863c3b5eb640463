"""The form of what `safecomm explain` says of a code beyond its message."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

MEASURE = "measures/lighting.md"


class Explanation(NamedTuple):
    """Why the rule is there, by language, and a wrong and a right example: what stands in that part of a file."""

    why: Mapping[str, str]
    wrong: str = ""
    right: str = ""
    file: str = ""
    part: Literal["fields", "text", "file"] = "file"


def why(sv: str, en: str) -> Explanation:
    """Without an example: no line of a file shows it."""
    return Explanation({"sv": sv, "en": en})


def in_fields(sv: str, en: str, wrong: str, right: str, file: str = MEASURE) -> Explanation:
    return Explanation({"sv": sv, "en": en}, wrong, right, file, "fields")


def in_text(sv: str, en: str, wrong: str, right: str, file: str = MEASURE) -> Explanation:
    return Explanation({"sv": sv, "en": en}, wrong, right, file, "text")


def in_file(sv: str, en: str, file: str, wrong: str, right: str) -> Explanation:
    return Explanation({"sv": sv, "en": en}, wrong, right, file, "file")
