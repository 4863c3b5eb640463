"""One kept draft as a file: the Word document as it was built, and what a review of it needs to know besides."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, get_args

from safecomm.catalogue import PART
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.archive import ZIP_FAULTS, read_parts, write_parts
from safecomm.ooxml.opening import LIMITS, require_limits
from safecomm.ooxml.package import Package
from safecomm.state import DRAFTS, STATE
from safecomm.word.own_parts import CUSTOM, origin_in
from safecomm.word.source_map import Shape, SourceLocation

BUILD, DOCUMENT = "SafecommBuild", "SafecommDocument"
"""The properties of a file that say from which state of the project it was made, and which document it is."""
FORMAT = 1
"""Of the description; a higher number is a later program's, which may mean something else by it."""
DOCX, DESCRIPTION = "draft.docx", "draft.json"
DIGEST = "[0-9a-f]{8}"
NAME = re.compile(rf"(?P<build>{DIGEST})\.(?P<document>[a-z]+(?:\.{PART.pattern})?\.[a-z]{{2}})\.{DIGEST}\.zip")
PLACE = re.compile(r"[\w-]+(/[\w-]+(\.[\w-]+)?)*\.[\w-]+(\^[^\n]*)?")
LANGUAGE, TARGET, FIELD = map(re.compile, (r"[a-z]{2,3}", r"[a-z]+:[\w-]+", r"[\w.]+"))
NOT_AS_WRITTEN = (LookupError, TypeError, ValueError, ArithmeticError, AttributeError, RecursionError)

Facts = Mapping[str, Mapping[str, str]]
"""What a document shows of each record, by the record's target: the field that each text comes from."""


class KeptDraft(NamedTuple):
    """`marks` say by the names of its bookmarks where in the content its texts come from."""

    build: str
    document: str
    docx: bytes
    marks: Mapping[str, SourceLocation]
    facts: Facts

    @property
    def file_name(self) -> str:
        """A later program may make another document of the same content, which must not take the place of this one."""
        return f"{self.build}.{self.document}.{sha256(self.docx).hexdigest()[:8]}.zip"


def pack(draft: KeptDraft) -> bytes:
    description = {"format": FORMAT, "marks": draft.marks, "facts": draft.facts}
    return write_parts({DOCX: draft.docx, DESCRIPTION: json.dumps(description, ensure_ascii=False).encode()})


def read_kept(file: Path) -> KeptDraft:
    """Raises ContentError where it is no draft as `pack` makes it: it may have come from anybody."""
    try:
        parts = read_parts(file, DOCX, DESCRIPTION)
        description = json.loads(parts[DESCRIPTION])
        later = description["format"] > FORMAT
        draft = None if later else restore(parts[DOCX], description)
    except (ContentError, *ZIP_FAULTS, *NOT_AS_WRITTEN):
        later, draft = False, None
    if draft is None or draft.file_name != file.name:
        raise ContentError([problem("draft-newer" if later else "draft-damaged", store_location(file))])
    return draft


def store_location(file: Path) -> Location:
    """Of a file of the store, as a person finds it in the project."""
    return Location(f"{STATE}/{DRAFTS}/{file.name}")


def restore(docx: bytes, description: Mapping[str, Any]) -> KeptDraft:
    origin = origin_of(docx)
    marks = {str(name): mark_of(*values) for name, values in description["marks"].items()}
    facts = {require_match(TARGET, target): fields_of(fields) for target, fields in description["facts"].items()}
    return KeptDraft(origin[BUILD], origin[DOCUMENT], docx, marks, facts)


def origin_of(docx: bytes) -> Mapping[str, str]:
    """The properties that say which draft it is; raises ContentError. Its text is for the review to read."""
    package = Package(docx, DOCX)
    require_limits(package, LIMITS, Location(DOCX))
    return origin_in(package.root(CUSTOM))


def mark_of(place: str, language: str, line: int, shape: Shape) -> SourceLocation:
    if type(line) is not int or line < 1 or shape not in get_args(Shape):
        raise ValueError(place)
    return SourceLocation(require_match(PLACE, place), require_match(LANGUAGE, language), line, shape)


def fields_of(fields: Mapping[str, str]) -> Mapping[str, str]:
    return {str(text): require_match(FIELD, field) for text, field in fields.items()}


def require_match(pattern: re.Pattern[str], text: str) -> str:
    """The text; raises ValueError where it could be anything else, a path that leads out of the project."""
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text
