"""The headings that a project knows: of the texts of its documents, of the criteria, and of what it has already."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from safecomm.content.criteria_set import LANGUAGES, NAMES, set_of
from safecomm.content.field_types import Record, prose_fields
from safecomm.content.folder import KINDS, SINGLES
from safecomm.content.project_index import ProjectIndex
from safecomm.content.project_language import MESSAGES
from safecomm.content.records import Application, Section, Work
from safecomm.content.vocabulary import TargetGroup
from safecomm.diffing import likeness, split_words
from safecomm.labels import Labels

LIKE = 0.6
"""How alike words must be that mean the same criterion, or that are worth to be offered."""
OFFERED = 3
GROUPS = {
    "activities": ("ongoing_work",),
    "measures": ("development", "other_measures", "measures"),
    "projects": ("projects", "ongoing_projects"),
}
"""By kind of work, the headings under which a criterion has it."""
GROUPS_OF_PEOPLE = {"activities": "target_group", "projects": "project_group"}
AT_RISK = {
    "children_at_risk": TargetGroup.CHILDREN,
    "other_exposed_groups": TargetGroup.EXPOSED,
}
TEXTS = {
    ("community", "overview"): "the_community",
    ("council", "tasks"): "council_tasks",
    ("application", "since_last_time"): "renewal",
}
"""Texts whose heading in the documents is called otherwise than their field."""


class Target(NamedTuple):
    """The text of a record; of one that is still to be made where no such record is there."""

    kind: str
    id: str
    field: str


class WorkGroup(NamedTuple):
    """What the headings below it are: works of the kind, with what is known of all of them."""

    kind: str
    given: Mapping[str, str] = MappingProxyType({})


class KnownHeadings:
    """`texts` are the targets of the documents' own headings, folded; `records` those of what the project has."""

    def __init__(self, project: Path, index: ProjectIndex) -> None:
        originals = index.originals()
        application = originals["application"].get("application")
        name = application.criteria_set if isinstance(application, Application) else NAMES[0]
        self.set = set_of(name if name in NAMES else NAMES[0])
        self.criteria = [*self.set.wordings]
        self.source = index.languages[0] if index.languages[0] in LANGUAGES else LANGUAGES[0]
        self.texts: dict[str, Target] = {}
        self.groups: dict[str, WorkGroup] = {}
        self.themes: list[str] = []
        for language in dict.fromkeys((index.languages[0], *index.languages, *MESSAGES)):
            labels = Labels(project, language)
            self.learn_texts(labels)
            self.learn_groups(labels)
        self.records = dict(titles_of(originals))
        self.names = {id_: {*self.names_of(id_, originals["criteria"].get(id_))} for id_ in self.criteria}
        words = "|".join(re.escape(text) for text in self.set.label.texts.values())
        self.labelled = re.compile(rf"(?:{words})\s+(\d{{1,2}})\b[.:)]?\s*", re.IGNORECASE)

    def learn_texts(self, labels: Labels) -> None:
        for kind, model in SINGLES.items():
            for field in prose_fields(model):
                for heading in (labels.phrase(TEXTS.get((kind, field), field)), labels.field(model, field)):
                    self.texts.setdefault(fold(heading), Target(kind, kind, field))
        self.texts.pop("", None)

    def learn_groups(self, labels: Labels) -> None:
        for kind, names in GROUPS.items():
            self.groups |= {fold(labels.phrase(name)): WorkGroup(kind) for name in names}
        for kind, table in GROUPS_OF_PEOPLE.items():
            for group in TargetGroup:
                self.groups[fold(labels.phrase(table, group))] = WorkGroup(kind, {"target_group": group})
        for name, group in AT_RISK.items():
            self.groups[fold(labels.phrase(name))] = WorkGroup("activities", {"target_group": group})
        self.themes.append(labels.phrase("theme_label"))
        self.groups.pop("", None)

    def names_of(self, id_: str, record: Record | None) -> Iterator[str]:
        """What the criterion is called: officially, in short, and by the community."""
        for words in (self.set.wordings[id_], self.set.short_names[id_]):
            yield from map(fold, words.texts.values())
        if area := getattr(record, "area", ""):
            yield fold(area)

    def criterion(self, title: str, number: int | None) -> str:
        """Empty where it is not plain that one is meant: by the word and number, by the name, or by both in part."""
        rest = fold(without_number(title))
        if match := self.labelled.match(title):
            return self.numbered(int(match[1]))
        if exact := next((id_ for id_, names in self.names.items() if rest in names), ""):
            return exact
        meant = self.numbered(number or 0)
        return meant if meant and max(alike(rest, name) for name in self.names[meant]) >= LIKE else ""

    def numbered(self, number: int) -> str:
        return self.criteria[number - 1] if 0 < number <= len(self.criteria) else ""

    def is_named(self, id_: str, title: str) -> bool:
        """Whether documents print this heading of the criterion anyway."""
        rest = self.labelled.sub("", title) if self.labelled.match(title) else without_number(title)
        return not rest or fold(rest) in self.names[id_]

    def numbered_names(self) -> dict[str, str]:
        """The criteria by id, as `2. Programmes for all` in the project's language."""
        names = self.set.short_names
        return {id_: f"{number}. {names[id_].to(self.source)}" for number, id_ in enumerate(self.criteria, start=1)}

    def theme(self, title: str) -> str:
        """What stands behind the word for a theme; empty where it is none."""
        begun = (label for label in self.themes if label and title.casefold().startswith(f"{label.casefold()}:"))
        return next((title[len(label) + 1 :].strip() for label in begun), "")

    def nearest(self, title: str) -> list[Target]:
        """Those whose headings are most like it."""
        criteria = {
            name: Target("criteria", id_, "introduction") for id_, names in self.names.items() for name in names
        }
        known = self.texts | self.records | criteria
        ranked = sorted(known, key=lambda heading: -alike(fold(without_number(title)), heading))
        return [*dict.fromkeys(known[heading] for heading in ranked)][:OFFERED]


def titles_of(originals: Mapping[str, Mapping[str, Record]]) -> Iterator[tuple[str, Target]]:
    """Of the works and sections that there are."""
    for kind, records in originals.items():
        for id_, record in records.items():
            if isinstance(record, Work | Section):
                yield fold(record.title), Target(kind, id_, text_field(kind))


def text_field(kind: str) -> str:
    """The text that a heading with such a record's title stands above."""
    return prose_fields(KINDS[kind])[0]


def without_number(title: str) -> str:
    return re.sub(r"^\d{1,2}(?:\.\d{1,2})*[.:)]?\s+", "", title)


def fold(text: str) -> str:
    """For comparing headings: letters and figures alone."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def alike(one: str, other: str) -> float:
    return likeness(split_words(one), split_words(other))
