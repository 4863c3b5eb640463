"""All that a project's content says, resolved: what rules and documents read."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from safecomm.content.field_types import LocalizedText, Record
from safecomm.content.followups import reports
from safecomm.content.project_language import project_language
from safecomm.content.records import (
    Activity,
    Application,
    Attachment,
    Community,
    Council,
    Criterion,
    Decision,
    Evidence,
    Followup,
    FormQuestion,
    Group,
    Measure,
    Network,
    Objective,
    Organisation,
    Programme,
    Project,
    Publication,
    Section,
    Statistics,
    Term,
    Value,
)
from safecomm.content.yaml_data import Data, Key
from safecomm.diagnostic import Location
from safecomm.pictures import SUFFIXES
from safecomm.pictures.picture import PictureFile
from safecomm.record_kinds import Storage, kinds_stored

Language = str
"""Its ISO code: `sv`, `nb`."""

ATTACHABLE = (".pdf", *SUFFIXES)
"""How the names of files end that can be sent as they are meant."""


class Records:
    """Every record in one language: the only one of its kind, or all of a kind by id, in the order of the documents."""

    community: Community
    council: Council
    groups: Mapping[str, Group]
    programme: Programme
    application: Application
    objectives: Mapping[str, Objective]
    criteria: Mapping[str, Criterion]
    sections: Mapping[str, Section]
    activities: Mapping[str, Activity]
    measures: Mapping[str, Measure]
    projects: Mapping[str, Project]
    followup: Mapping[str, Followup]
    organisations: Mapping[str, Organisation]
    evidence: Mapping[str, Evidence]
    statistics: Mapping[str, Statistics]
    references: Mapping[str, Publication]
    networks: Mapping[str, Network]
    questions: Mapping[str, FormQuestion]
    attachments: Mapping[str, Attachment]
    values: Mapping[str, Value]
    terms: Mapping[str, Term]
    decisions: Mapping[str, Decision]

    def __init__(self, kinds: Mapping[str, Mapping[str, Record]]) -> None:
        """`kinds` has every kind; those of which there is one have the kind as their id."""
        self.kinds = kinds
        singles = {kind: kinds[kind][kind] for kind in kinds_stored(Storage.SINGLE)}
        vars(self).update({**kinds, **singles})

    @cached_property
    def reports(self) -> Mapping[tuple[str, str], Mapping[int, Followup]]:
        """By kind and id of a measure or project what was reported of it, in the order of the years."""
        return reports(self.followup)

    @cached_property
    def evidence_of(self) -> Mapping[str, Mapping[str, Evidence]]:
        """What each measure rests on, by its id; those that rest on nothing have no entry."""
        found: dict[str, dict[str, Evidence]] = {}
        for key, evidence in self.evidence.items():
            for measure in evidence.measures:
                found.setdefault(measure, {})[key] = evidence
        return found


class RecordPlaces:
    """Where each record and each of its fields stands."""

    def __init__(self, sources: Mapping[tuple[str, str], tuple[Data, Key]]) -> None:
        """By kind and id the data that holds the record, and the record's key there."""
        self.sources = sources

    def find(self, kind: str, id_: str, *key: str | int) -> Location:
        """The place of a field, or of the record where the field is not written."""
        data, record = self.sources[kind, id_]
        return data.field_place(record, *key)


class Untranslated(NamedTuple):
    """A text that `language` lacks; `field` is empty when the whole file has no translation.

    `key` leads from the record to the text.
    """

    kind: str
    id: str
    field: str
    language: Language
    location: Location
    key: tuple[str | int, ...] = ()


class Outdated(NamedTuple):
    """A translation that follows an earlier version of its original, or none that is known (`follows` is empty).

    `location` is the translation's, `original` the path of what it translates.
    """

    kind: str
    id: str
    location: Location
    original: str
    follows: str


class FoundText(NamedTuple):
    """What one of a record's texts holds that has to be asked about; `key` leads from the record to the text."""

    kind: str
    id: str
    key: Key
    text: str
    language: Language


class UnplacedTexts(NamedTuple):
    """What was taken in and has no place yet: the headings, and the line of the first of these texts."""

    headings: tuple[str, ...] = ()
    line: int = 0


class RecordsByLanguage(dict[Language, Records]):
    """Of each language of a project, the source's first; who is spoken to in another one is shown the source's."""

    def __missing__(self, _language: Language) -> Records:
        return next(iter(self.values()))


class CriteriaSet(NamedTuple):
    """One version of the Safe Community criteria, in their order; `label` is what it calls one of them.

    `official` are the languages of which official wordings are known; in others they are our translation, if any.
    """

    title: LocalizedText
    label: LocalizedText
    year: int
    source: str
    official: tuple[Language, ...]
    wordings: Mapping[str, LocalizedText]
    short_names: Mapping[str, LocalizedText]


class Content(NamedTuple):
    """`pictures` are those that the texts show, by their paths in the project; `unplaced` is in no document.

    `blanks` are still to be filled in, `private` looks like a private person's own.
    """

    project: Path
    languages: tuple[Language, ...]
    criteria_set: CriteriaSet
    records: Mapping[Language, Records]
    places: RecordPlaces
    untranslated: tuple[Untranslated, ...]
    outdated: tuple[Outdated, ...]
    blanks: tuple[FoundText, ...]
    private: tuple[FoundText, ...]
    pictures: Mapping[str, PictureFile]
    unplaced: UnplacedTexts

    @property
    def source(self) -> Language:
        """The language that holds the facts."""
        return self.languages[0]

    @property
    def language(self) -> Language:
        """The language in which the project's people are spoken to."""
        return project_language(self.project)

    def has_file(self, path: str | None) -> bool:
        """Whether a file that the content names lies in the project; outside it nothing is looked at."""
        if path is None:
            return False
        try:
            file = (self.project / path).resolve()
            return file.is_relative_to(self.project.resolve()) and file.is_file()
        except (OSError, ValueError, RuntimeError):
            return False

    def attached(self, language: Language) -> dict[str, str]:
        """The files that are attached and there, by their paths in the project, with their titles."""
        attachments = self.records[language].attachments.values()
        return {entry.file: entry.title for entry in attachments if entry.file and self.has_file(entry.file)}

    @property
    def wordings(self) -> Mapping[str, LocalizedText]:
        """The official wordings of the criteria in their order: a criterion's number is its place in it."""
        return self.criteria_set.wordings

    def number(self, criterion: str) -> int:
        return list(self.wordings).index(criterion) + 1
