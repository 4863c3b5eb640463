"""Which record each part of an old document becomes; what is not plain is asked, or has no place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from safecomm.editing.new import free_id
from safecomm.old_documents.known_headings import KnownHeadings, Target, WorkGroup, fold, text_field, without_number
from safecomm.old_documents.word_parts import OldDocument, WordPart

Reason = Literal["", "unknown", "above", "group", "chosen", "taken", "odd"]
"""Why a text has no place.

Its heading is not known, or the one above; it is only that of a group; somebody said so; there is another text already;
or it has what no content can have.
"""


class PlacedRecord(NamedTuple):
    """`given` are fields and their values."""

    kind: str
    id: str
    given: dict[str, str | int]


@dataclass
class Placement:
    """Where the text of a part goes; `inside` is the part whose text it belongs to, below a heading of its own.

    `said` tells that documents print its heading anyway; `group` and `criterion` hold for the headings below.
    """

    part: WordPart
    target: Target | None = None
    reason: Reason = ""
    inside: WordPart | None = None
    said: bool = False
    group: WorkGroup | None = None
    criterion: str = ""
    fields: dict[tuple[str, ...], str] = field(default_factory=dict)
    new: PlacedRecord | None = None


Ask = Callable[[WordPart, list[Target], Mapping[str, str]], Target | str]
"""Asks where a part belongs: to one of the targets, to a criterion as a section of its own (its id), or nowhere yet.

The criteria have their names by their ids; nowhere is empty.
"""


class PartPlacer:
    """`ids` are those that are taken, by kind."""

    def __init__(self, known: KnownHeadings, ids: dict[str, set[str]], order: int, ask: Ask | None) -> None:
        self.known, self.ids, self.order, self.ask = known, ids, order, ask
        self.placed: dict[WordPart, Placement] = {}

    def place(self, document: OldDocument) -> list[Placement]:
        self.counted = criteria_by_number(document, self.known)
        self.parents = {part.above for part in document.parts}
        for part in document.parts:
            above = self.placed[part.above] if part.above else Placement(part)
            self.placed[part] = self.place_part(part, above)
        return [*self.placed.values()]

    def place_part(self, part: WordPart, above: Placement) -> Placement:
        if not part.title:
            return Placement(part, reason="unknown")
        if criterion := self.counted.get(part) or self.known.criterion(part.title, part.number):
            return self.criterion(part, criterion)
        title = fold(without_number(part.title))
        if target := self.known.records.get(title):
            return Placement(part, target, criterion=above.criterion, said=True)
        if above.criterion:
            return self.below_criterion(part, above)
        if target := self.known.texts.get(title):
            return Placement(part, target, said=True)
        if above.target:
            return Placement(part, above.target, inside=above.inside or above.part)
        return self.asked(part, above)

    def criterion(self, part: WordPart, id_: str) -> Placement:
        """The heading is the community's own title of the area, unless it is the official one."""
        said = self.known.is_named(id_, part.title)
        made = Placement(part, Target("criteria", id_, "introduction"), criterion=id_, said=True)
        if not said:
            made.fields["area",] = without_number(part.title)
        return made

    def below_criterion(self, part: WordPart, above: Placement) -> Placement:
        criterion = above.criterion
        if theme := self.known.theme(part.title) or self.is_theme(part, above):
            return self.theme(part, criterion, theme)
        if group := self.known.groups.get(fold(without_number(part.title))):
            target = Target("criteria", criterion, "ambition") if group.kind == "measures" else None
            return Placement(part, target, "" if target else "group", said=True, group=group, criterion=criterion)
        if above.group:
            return self.work(part, above.group, criterion)
        if above.target and above.target.kind != "criteria":
            return Placement(part, above.target, inside=above.inside or above.part, criterion=criterion)
        return self.section(part, criterion)

    def is_theme(self, part: WordPart, above: Placement) -> str:
        """A heading among the measures that has nothing but headings below it."""
        measures = above.group is not None and above.group == WorkGroup("measures")
        return without_number(part.title) if measures and part in self.parents and not part.blocks else ""

    def theme(self, part: WordPart, criterion: str, title: str) -> Placement:
        id_ = free_id(title, ())
        group = WorkGroup("measures", {"theme": id_})
        fields: dict[tuple[str, ...], str] = {("themes", id_): title}
        return Placement(part, None, "group", said=True, group=group, criterion=criterion, fields=fields)

    def work(self, part: WordPart, group: WorkGroup, criterion: str) -> Placement:
        return self.make(part, group.kind, criterion, {**group.given})

    def section(self, part: WordPart, criterion: str) -> Placement:
        return self.make(part, "sections", criterion, {})

    def make(self, part: WordPart, kind: str, criterion: str, given: dict[str, str | int]) -> Placement:
        title = without_number(part.title)
        id_ = free_id(title, self.ids[kind])
        self.ids[kind].add(id_)
        self.order += 10
        record = PlacedRecord(kind, id_, {"title": title, "criterion": criterion, "order": self.order, **given})
        target = Target(kind, id_, text_field(kind))
        self.known.records.setdefault(fold(title), target)
        return Placement(part, target, new=record, criterion=criterion, said=True)

    def asked(self, part: WordPart, above: Placement) -> Placement:
        if above.reason and part.above:
            return Placement(part, reason="above")
        if part.level == 0:
            return Placement(part, reason="unknown")
        answer = self.ask(part, self.known.nearest(part.title), self.known.numbered_names()) if self.ask else ""
        if isinstance(answer, Target):
            return Placement(part, answer, criterion=answer.id if answer.kind == "criteria" else "")
        if answer:
            return self.section(part, answer)
        return Placement(part, reason="chosen" if self.ask else "unknown")


def criteria_by_number(document: OldDocument, known: KnownHeadings) -> dict[WordPart, str]:
    """Headings of one level that count from 1 to the number of the criteria, one of which is named like its own."""
    numbered: dict[int, list[WordPart]] = {}
    for part in document.parts:
        if part.number is not None:
            numbered.setdefault(part.level, []).append(part)
    for parts in numbered.values():
        found = {part: known.numbered(part.number or 0) for part in parts}
        if [*found.values()] == known.criteria and any(known.criterion(part.title, part.number) for part in parts):
            return found
    return {}
