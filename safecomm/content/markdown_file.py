"""A Markdown file with front matter to a record, in the source language and in the translation."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from safecomm.content import front_matter, sections, yaml_data
from safecomm.content.fields import Record, prose_fields, translated_fields
from safecomm.content.file import read_text
from safecomm.content.validate import validate
from safecomm.content.versions import told, version
from safecomm.content.yaml_data import Data
from safecomm.diagnostic import Diagnostic, Location, nearest_name, problem
from safecomm.markdown.blocks import Prose
from safecomm.markdown.parse import parse
from safecomm.markdown.walk import references

R = TypeVar("R", bound=Record)
# More names than anybody reads; a message for each of very many keys cannot hold them all.
LISTED = 50
Fields = dict[str, object]


class MarkdownFile(NamedTuple):
    """A file that has been read: its front matter with places, its fields, prose among them, and its body."""

    data: Data
    fields: Fields
    body: str

    def version(self, model: type[Record]) -> str:
        """Of what a translation of this file would translate."""
        return version(told(model, self.fields, self.body))


def read(file: Path, path: str, model: type[Record], name: str, language: str) -> MarkdownFile:
    """`name` addresses the record (`measures/hearings`) and so its prose."""
    parts = front_matter.split(read_text(file, path), path)
    data = yaml_data.parse(parts.front, path, parts.front_line)
    blocks, problems = parse(parts.body, path, parts.body_line, language)
    found, places, misplaced = sections.split(blocks, prose_fields(model), path)
    data.problems += problems + misplaced
    data.values.update({(field,): place for field, place in places.items()})
    prose = {
        field: Prose(f"{name}.{field}", language, blocks, tuple(references(blocks))) for field, blocks in found.items()
    }
    for field in dict(data.value).keys() & prose.keys():  # type: ignore[arg-type]
        data.problems.append(problem("text-in-front-matter", data.keys[field,], key=field))
    return MarkdownFile(data, {**dict(data.value), **prose}, parts.body)  # type: ignore[arg-type]


def translate(model: type[R], original: Fields, data: Data, fields: Fields) -> tuple[R | None, list[Diagnostic]]:
    """The record with what the translation says; what it leaves out stays in the source language."""
    allowed = translated_fields(model)
    problems = [misplaced(model, field, data) for field in fields if field not in allowed]
    told = {field: value for field, value in fields.items() if field in allowed}
    problems += [
        each for field, value in told.items() for each in unknown_keys(original.get(field), value, field, data)
    ]
    merged = {field: merge(original.get(field), value) for field, value in told.items()}
    record, found = validate(model, {**original, **merged}, data)
    # What is wrong in the original is said there.
    return record, problems + [each for each in found if str(each.values["key"]).split(".")[0] in told]


def merge(original: object, translated: object) -> object:
    return {**original, **translated} if isinstance(original, dict) and isinstance(translated, dict) else translated


def unknown_keys(original: object, translated: object, field: str, data: Data) -> Iterator[Diagnostic]:
    """The keys of a translated mapping that the original does not have."""
    if isinstance(original, dict) and isinstance(translated, dict):
        for key in translated.keys() - original.keys():
            nearest, allowed = nearest_name(key, original), ", ".join(islice(original, LISTED))
            yield problem("unknown-key", data.keys[field, key], nearest=nearest, key=key, allowed=allowed)


def misplaced(model: type[Record], field: str, data: Data) -> Diagnostic:
    place = data.keys.get((field,), Location(data.path, 1))
    if field in model.model_fields:
        return problem("not-translated", place, key=field)
    allowed = sorted(translated_fields(model))
    return problem("unknown-key", place, nearest=nearest_name(field, allowed), key=field, allowed=", ".join(allowed))


def left_out(model: type[Record], original: Fields, fields: Fields) -> list[str]:
    """The fields with a text in the source language and none in the translation."""
    return sorted(
        field for field in translated_fields(model) & original.keys() if lacks(original[field], fields.get(field))
    )


def lacks(original: object, translated: object) -> bool:
    if isinstance(original, dict):
        return not isinstance(translated, dict) or bool(original.keys() - translated.keys())
    return translated is None
