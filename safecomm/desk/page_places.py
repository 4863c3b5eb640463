"""Where in the content each paragraph of a document comes from, and what is missing there."""

from collections.abc import Mapping
from functools import cached_property

from safecomm.desk.addresses import RecordPlace
from safecomm.desk.made_document import MadeDocument
from safecomm.documents.edition import Edition
from safecomm.labels import Labels, lower_first
from safecomm.preview.page_tree import PageParagraph
from safecomm.record_kinds import LIST, linked_kinds
from safecomm.word.anchors import record_bookmark
from safecomm.word.source_map import SourceLocation


class PagePlaces:
    """Those of one document; names are told in `language`."""

    def __init__(self, made: MadeDocument, labels: Labels) -> None:
        self.made, self.labels = made, labels
        self.edition = Edition(made.content, labels.language)
        self.kinds = linked_kinds()

    @cached_property
    def targets(self) -> Mapping[str, str]:
        """By the bookmarks of their titles the records of which the document tells."""
        return {record_bookmark(target): target for target in self.made.facts}

    def of(self, paragraph: PageParagraph) -> RecordPlace | None:
        """Of its text, or where that is derived, of the field of its record from which most of it comes."""
        marks = filter(None, map(self.made.package.marks.get, paragraph.names))
        if mark := next(marks, None):
            return place_of(mark)
        target = self.targets.get(paragraph.record)
        return None if target is None else self.derived(paragraph, target)

    def derived(self, paragraph: PageParagraph, target: str) -> RecordPlace | None:
        word, _, id_ = target.partition(":")
        kind = self.kinds.get(word, "")
        if (kind, id_) not in self.made.content.places.sources:
            return None
        facts, text = self.made.facts[target], paragraph.text
        field = facts.get(max((fact for fact in facts if fact in text), key=len, default=""), "").partition(".")[0]
        record = self.made.content.records[self.made.content.source].kinds[kind][id_]
        return RecordPlace(kind, id_, field if field in type(record).model_fields else "")

    def label(self, place: RecordPlace) -> str:
        """`Hearings, responsible`: what a link to the place says."""
        record = self.edition.records.kinds[place.kind][place.id]
        title = self.labels.kind(place.kind) if place.kind == place.id else self.edition.title_of(place.kind, place.id)
        field = lower_first(self.labels.field(type(record), place.field)) if place.field else ""
        return ", ".join(filter(None, (title, field)))


def place_of(mark: SourceLocation) -> RecordPlace:
    """Of a text; one of several small works is found by the name of their file, too."""
    name, _, field = mark.place.partition("^")[0].rpartition(".")
    kind, _, id_ = name.partition("/")
    return RecordPlace(kind, id_.rpartition(f"{LIST}/")[2] or kind, field)
