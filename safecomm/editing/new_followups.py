"""The follow-ups of a year, each a file to fill in, with what was reported before as comments."""

import re
from collections.abc import Iterator
from pathlib import Path

from safecomm.content.file import FOLDER, read_text
from safecomm.content.followups import Followed, followed
from safecomm.content.markdown_parts import split_front_matter
from safecomm.content.project_index import ProjectIndex, index_of_known_ids
from safecomm.content.project_language import project_language, project_languages
from safecomm.content.records import Followup
from safecomm.editing.schema_files import id_file
from safecomm.editing.skeleton import NewLabels, markdown_file, new_labels
from safecomm.journal import content_bytes, only_writer, write_content
from safecomm.messages.texts import record_texts
from safecomm.record_kinds import FOLLOWED

KIND = "followup"
EMPTY = re.compile(r"^(?:\w+:[ ]*\n(?![ -])|# \w+\s*(?=^# |\Z))", re.MULTILINE)
"""A field or a heading below which nothing stands."""


@only_writer
def new_followups(project: Path, year: int) -> list[Path]:
    """Writes a file for each measure and project that has none of the year; raises ContentError, and wrote none."""
    index = index_of_known_ids(project)
    labels = new_labels(project, project_languages(project), project_language(project))
    of_year = [Followed(year, kind, id_) for kind in FOLLOWED for id_ in index.ids[kind]]
    missing = [work for work in of_year if work.followup not in index.ids[KIND]]
    files = {f"{FOLDER}/{KIND}/{work.followup}.md": new_file(project, index, work, labels) for work in missing}
    ids = {**index.ids, KIND: sorted([*index.ids[KIND], *(work.followup for work in missing)])}
    written = {**files, **id_file(project, ids)} if files else {}
    write_content(project, written, {path: content_bytes(project, path) for path in written})
    return [project / path for path in files]


def new_file(project: Path, index: ProjectIndex, work: Followed, labels: NewLabels) -> bytes:
    notes = [title_of(index, work, labels)]
    if earlier := latest_before(index, work):
        said = record_texts(labels.comments.language)["hints"]["reported"].format(year=earlier.year)
        notes += ["", said, *(f"  {line}".rstrip() for line in lines_of(project, earlier))]
    return markdown_file(KIND, {}, labels, notes).encode()


def title_of(index: ProjectIndex, work: Followed, labels: NewLabels) -> str:
    record = index.originals()[work.kind].get(work.id)
    return f"{labels.comments.kind(work.kind)}: {getattr(record, 'title', work.id)}"


def latest_before(index: ProjectIndex, work: Followed) -> Followed | None:
    """The last year before in which somebody reported of it."""
    reports = index.originals()[KIND].items()
    told = (followed(id_) for id_, report in reports if isinstance(report, Followup) and report.status)
    return max((one for one in told if one[1:] == work[1:] and one.year < work.year), default=None)


def lines_of(project: Path, report: Followed) -> Iterator[str]:
    """What was reported, without the comments and what was left empty."""
    path = f"{FOLDER}/{KIND}/{report.followup}.md"
    parts = split_front_matter(read_text(project / path, path), path)
    front = "".join(f"{line}\n" for line in parts.front.split("\n") if not line.lstrip().startswith("#"))
    yield from EMPTY.sub("", front).strip().split("\n")
    if body := EMPTY.sub("", parts.body).strip():
        yield from ("", *body.split("\n"))
