"""The translation files that a record lacks: what is to be translated, with the words of the original as comments."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from safecomm.content.content import Language
from safecomm.content.field_types import Record, prose_fields, translated_fields
from safecomm.content.file import FOLDER, read_text
from safecomm.content.folder import FOLDERS, KINDS, SINGLES, translated
from safecomm.content.markdown_parts import DEFAULT, FENCE, split_front_matter
from safecomm.content.project_index import index_of_known_ids
from safecomm.content.project_language import project_languages
from safecomm.content.record_files import record_name
from safecomm.content.versions import TRANSLATES, lines_of_file, version
from safecomm.content.yaml_data import Value, fields_of, parse
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.editing.find_record import find_record
from safecomm.editing.prose_edit import section_text
from safecomm.editing.schema_files import comment
from safecomm.editing.skeleton import WIDTH
from safecomm.journal import Undo, content_bytes, only_writer, write_content
from safecomm.labels import Labels

TRANSLATED = [*SINGLES, *FOLDERS]
"""The kinds whose translations are files of their own."""


@only_writer
def new_translations(project: Path, name: str) -> list[Path]:
    """Writes a file for each language that has none; raises ContentError, and nothing has changed."""
    index = index_of_known_ids(project)
    kind, id_ = find_record(index, name, TRANSLATED)
    if kind not in TRANSLATED:
        raise ContentError([problem("translation-inside", Location(f"{FOLDER}/{kind}.yaml"), id=id_)])
    stem = f"{FOLDER}/{record_name(kind, id_)}"
    languages = {f"{stem}{translated(language)}": language for language in project_languages(project)[1:]}
    missing = {path: language for path, language in languages.items() if content_bytes(project, path) is None}
    if not missing:
        raise ContentError([problem("translation-taken", Location(next(iter(languages), f"{stem}.md")))])
    original = read_text(project / f"{stem}.md", f"{stem}.md")
    files = {
        path: translation_text(original, kind, language, Labels(project, language)).encode()
        for path, language in missing.items()
    }
    write_content(project, files, dict.fromkeys(files), undo=Undo.KEEP)
    return [project / path for path in files]


def translation_text(original: str, kind: str, language: Language, labels: Labels) -> str:
    """The whole file; it follows the original as it is now."""
    model, parts = KINDS[kind], split_front_matter(original, kind)
    said = fields_of(parse(parts.front, kind).value)
    fields = [name for name in model.model_fields if name in translated_fields(model) and said.get(name)]
    front = (line for name in fields for line in field_lines(model, name, said[name], labels))
    texts = {name: section_text(parts.body, prose_fields(model), name) for name in prose_fields(model)}
    there = {name: text for name, text in texts.items() if text}
    quoted = (line for name, text in there.items() for line in ("#", f"# {name}:", *quote(text)))
    body = (line for name in there for line in section_lines(model, name, labels))
    head = [FENCE, *first_lines(original, kind, language), *front, *quoted, FENCE, ""]
    return "\n".join([*head, *body]).rstrip("\n") + "\n"


def first_lines(original: str, kind: str, language: Language) -> list[str]:
    """Its schema, and which version of the original it follows."""
    follows = version(lines_of_file(KINDS[kind], original, kind) or [])
    return [comment(f"{kind}.{language}"), f"{TRANSLATES}: {follows}"]


def field_lines(model: type[Record], name: str, value: Value, labels: Labels) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{name}:"
        for key, text in value.items():
            yield from (f"  {line}" for line in (*quote(str(text)), f"{key}: {labels.placeholder(model, name)}"))
    else:
        yield from (*quote(str(value)), f"{name}: {labels.placeholder(model, name)}")


def section_lines(model: type[Record], name: str, labels: Labels) -> Iterator[str]:
    if name != DEFAULT:
        yield from (f"# {name}", "")
    yield from (labels.placeholder(model, name), "")


def quote(text: str) -> list[str]:
    """As comments; a paragraph that is one long line takes several."""
    return [f"# {line}".rstrip() for source in text.strip().split("\n") for line in wrap(source, WIDTH) or [""]]
