"""One Word document from a template and a view: render the tags, add the native parts, package, prove."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType, SimpleNamespace
from typing import Any

from safecomm.ooxml.archive import CONTENT_TYPES, write_parts
from safecomm.ooxml.package import MAIN, NOTES, NUMBERING, SETTINGS, STYLES, Package, relationships_part
from safecomm.ooxml.wordml import parse_xml, to_bytes
from safecomm.pictures.picture import PictureFile
from safecomm.word.attachments import Attachments, RelationshipWriter
from safecomm.word.chart_writer import ChartWriter
from safecomm.word.fault_location import reporting_faults
from safecomm.word.finish import finish
from safecomm.word.jinja_source import jinja_source, without_lines
from safecomm.word.lists import Numbering
from safecomm.word.own_parts import Properties, content_types, own_parts, set_language, with_tracking
from safecomm.word.proof import prove
from safecomm.word.prose_writer import ProseWriter
from safecomm.word.runs import Call, RunWriter
from safecomm.word.sandbox import print_plain, read_phrases, remembered_code, run, sandbox
from safecomm.word.source_map import SourceLocation, SourceMap
from safecomm.word.story_printer import Printed, Printer
from safecomm.word.template import Template
from safecomm.word.view_texts import fields_of


class RenderedPackage(Package):
    """A finished document with the texts printed in it and what its marks stand for."""

    def __init__(self, data: bytes, printed: Collection[str], marks: Mapping[str, SourceLocation]) -> None:
        super().__init__(data)
        self.printed, self.marks = printed, marks


def render(
    template: Template,
    view: object,
    properties: Properties,
    build_id: str | None,
    pictures: Mapping[str, PictureFile] = MappingProxyType({}),
) -> RenderedPackage:
    """The finished document, a draft unless `build_id` is None; raises ContentError for a fault of the template.

    `pictures` are those that the view's texts name by their paths.
    """
    builder = DocumentBuilder(template, properties, pictures)
    draft = build_id is not None
    context = fields_of(view) | {"draft": draft, "build_id": build_id or "", "language": properties.language}
    with reporting_faults(template, context):
        context["t"] = builder.phrases = read_phrases(template.phrases, template.phrases_name, properties.words)
        for part in template.stories():
            builder.story(part, context)
        builder.title = run(sandbox(print_plain), remembered_code(properties.title, "title"), context)[0]
    builder.notes()
    printed = [builder.title, *(text for printed in builder.printed.values() for text in printed.texts)]
    package = RenderedPackage(write_parts(builder.package_parts(draft)), printed, builder.marks.locations)
    prove(package, builder.printed, view, template.name)
    return package


@dataclass
class DocumentBuilder:
    """A document on its way: its parts, what has been printed into each, and what they share."""

    template: Template
    properties: Properties
    pictures: Mapping[str, PictureFile]
    title: str = ""
    phrases: SimpleNamespace = field(default_factory=SimpleNamespace)
    parts: dict[str, bytes] = field(default_factory=dict)
    printed: dict[str, Printed] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    marks: SourceMap = field(default_factory=SourceMap)

    def __post_init__(self) -> None:
        self.numbering = Numbering(self.template.lists, set(self.template.numbers))
        self.charts = ChartWriter(self.template.chart_look, self.properties.language)
        self.attachments = Attachments(self.template.free_drawings(), self.pictures, self.template.text_area)

    def run_writer(self, calls: list[Call] | None, marks: SourceMap | None) -> RunWriter:
        relationships = RelationshipWriter(self.attachments)
        return RunWriter(self.template.styles, self.properties.language, self.phrases, calls, relationships, marks)

    def story(self, part: str, context: dict[str, Any]) -> None:
        """Fills in the tags of the body, a header or a footer; only the body may call for notes."""
        runs = self.run_writer(*((self.calls, self.marks) if part == MAIN else (None, None)))
        printer = Printer(runs, self.numbering, self.charts, self.properties.language)
        code = remembered_code(self.template.parts[part].decode(), part, prepare=jinja_source)
        self.parts[part] = without_lines(run(sandbox(printer.finalize), code, context)[0])
        self.printed[part] = printer.printed
        self.add_relationships(part, runs.relationships)

    def notes(self) -> None:
        """Writes the bodies of the footnotes behind the separators that the template brings."""
        runs = self.run_writer(None, self.marks)
        bodies = [
            ProseWriter(runs, self.numbering, f"{call.place}^{call.note.label}", call.look).note(call.note, number)
            for number, call in enumerate(self.calls, start=1)
        ]
        head, end, tail = self.template.parts[NOTES].rpartition(b"</w:footnotes>")
        self.parts[NOTES] = head + "".join(bodies).encode() + end + tail
        self.printed[NOTES] = Printed(self.printed[MAIN].notes)
        self.add_relationships(NOTES, runs.relationships)

    def add_relationships(self, part: str, relationships: RelationshipWriter) -> None:
        if relationships.keys:
            name = relationships_part(part)
            self.parts[name] = relationships.add_to(self.template.parts.get(name))

    def package_parts(self, draft: bool) -> dict[str, bytes]:
        parts = {**self.template.parts, **self.parts, **self.attachments.parts}
        parts |= own_parts(self.properties, self.title)
        parts[NUMBERING] = self.numbering.add_to(parts[NUMBERING])
        styles = parse_xml(parts[STYLES])
        set_language(styles, self.properties.language)
        parts[STYLES] = to_bytes(styles)
        parts |= finish(parts, styles, self.template.name)
        if draft:
            parts[SETTINGS] = with_tracking(parts[SETTINGS])
        parts[CONTENT_TYPES] = content_types(parts[CONTENT_TYPES], parts, self.attachments.content_types)
        return parts
