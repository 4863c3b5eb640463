"""A Markdown file with front matter to the fields of its record, prose among them."""

from typing import NamedTuple

from safecomm.content import yaml_data
from safecomm.content.field_types import Record, prose_fields
from safecomm.content.markdown_parts import split_front_matter, split_sections
from safecomm.content.migration import migrate
from safecomm.content.versions import translatable_lines, version
from safecomm.content.yaml_data import Data
from safecomm.diagnostic import problem
from safecomm.markdown.blocks import Prose
from safecomm.markdown.parse import parse
from safecomm.markdown.traversal import references

Fields = dict[str, object]


class MarkdownFile(NamedTuple):
    """A file that has been read: its front matter with places, its fields, prose among them, and its body."""

    data: Data
    fields: Fields
    body: str

    def version(self, model: type[Record]) -> str:
        """Of what a translation of this file would translate."""
        return version(translatable_lines(model, self.fields, self.body))


def parse_markdown(text: str, path: str, model: type[Record], name: str, language: str) -> MarkdownFile:
    """`name` addresses the record (`measures/hearings`) and so its prose."""
    parts = split_front_matter(text, path)
    data = yaml_data.parse(parts.front, path, parts.front_line)
    migrate(name.split("/")[0], data)
    blocks, problems = parse(parts.body, path, parts.body_line, language)
    texts, places, misplaced = split_sections(blocks, prose_fields(model), path)
    data.problems += problems + misplaced
    data.values.update({(field,): place for field, place in places.items()})
    prose = {
        field: Prose(f"{name}.{field}", language, blocks, tuple(references(blocks))) for field, blocks in texts.items()
    }
    for field in dict(data.value).keys() & prose.keys():  # type: ignore[arg-type]
        data.problems.append(problem("text-in-front-matter", data.keys[field,], key=field))
    return MarkdownFile(data, {**dict(data.value), **prose}, parts.body)  # type: ignore[arg-type]
