"""The figures that a project has: from which file they came, and how that file was read."""

from pathlib import Path
from typing import NamedTuple

from safecomm.content.project_index import ProjectIndex, index_of_known_ids
from safecomm.content.records import Community, Reading, Statistics
from safecomm.diagnostic import ContentError
from safecomm.intake.figures import Choices

KIND = "statistics"


class Known(NamedTuple):
    """What the project says that an import goes by."""

    content: ProjectIndex
    community: Community
    statistics: dict[str, Statistics]

    def of_file(self, name: str) -> str | None:
        """The id of the figures that came from a file of that name, if there are any and no others."""
        ids = [id_ for id_, record in self.statistics.items() if record.file and record.file.name == name]
        return ids[0] if len(ids) == 1 else None

    def reading(self, id_: str | None) -> Reading:
        """How the file was read the last time."""
        record = self.statistics.get(id_ or "")
        return (record.file.read_as if record and record.file else None) or Reading()


def known_statistics(project: Path) -> Known:
    """Raises ContentError where the community cannot be read."""
    index = index_of_known_ids(project)
    records = index.originals()
    community = records["community"].get("community")
    if not isinstance(community, Community):
        raise ContentError(index.problems)
    statistics = {id_: record for id_, record in records[KIND].items() if isinstance(record, Statistics)}
    return Known(index, community, statistics)


def with_reading(given: Choices, reading: Reading) -> Choices:
    """What is given now goes before what was remembered."""
    return Choices(
        given.columns or reading.columns,
        {**reading.signs, **given.signs},
        given.year,
        given.places or reading.places,
        given.sheet or reading.sheet,
        given.counts or reading.count,
    )


def reading_of(choices: Choices) -> Reading:
    return Reading(
        columns=dict(choices.columns),
        signs=dict(choices.signs),
        places=choices.places,
        sheet=choices.sheet,
        count=choices.counts,
    )
