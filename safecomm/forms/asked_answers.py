"""What the forms of a yearly follow-up ask, and whom: of each measure and project the fields of its follow-up."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from safecomm.content.content import Content
from safecomm.content.field_types import prose_fields
from safecomm.content.file import FOLDER
from safecomm.content.followups import Followed, followed
from safecomm.content.records import Followup, Measure, Project
from safecomm.content.vocabulary import FollowupStatus
from safecomm.content.yaml_data import Value
from safecomm.forms.row_mark import RowMark, digest
from safecomm.forms.translatable import file_texts
from safecomm.journal import content_bytes
from safecomm.labels import Labels
from safecomm.twin.block_reader import literal_line
from safecomm.twin.run_reader import literal_text
from safecomm.word.answer_box import AnswerBox

KIND = "followup"
STATUS = "status"
FIELDS = (STATUS, "reason", "done", "results", "deviations", "next", "cost", "hours", "date")
ITEM = re.compile(r"([ ]*(?:- |\d{1,2}\. ))(.*)")


class AskedAnswer(NamedTuple):
    """One field of a follow-up; `said` is what stands there now."""

    work: Followed
    field: str
    said: str

    @property
    def address(self) -> str:
        return digest("\n".join((KIND, self.work.followup, self.field)))

    def box(self, labels: Labels) -> AnswerBox:
        label, prompts = labels.field(Followup, self.field), (self.field, "choose" if self.field == STATUS else "write")
        prompt = next(filter(None, (labels.phrase("collect_prompt", name) for name in prompts)), "")
        if self.field != STATUS:
            return AnswerBox(label, self.said, prompt)
        said = labels.value(FollowupStatus(self.said)) if self.said else ""
        return AnswerBox(label, said, prompt, tuple(map(labels.value, FollowupStatus)))

    def mark(self, labels: Labels) -> RowMark:
        """Of a row whose box shows what stands there now, or asks for it: not every program keeps the two apart."""
        return RowMark(self.address, digest(self.field), digest(self.box(labels).shown), f"{self.work.year:08}")


def asked_answers(content: Content, year: int) -> Iterator[AskedAnswer]:
    """Of the measures and projects whose follow-up of the year has a file."""
    for id_ in content.records[content.source].followup:
        work = followed(id_)
        if work.year == year:
            path = f"{FOLDER}/{KIND}/{id_}.md"
            texts = file_texts(content_bytes(content.project, path), path, Followup, FIELDS)
            yield from (AskedAnswer(work, field, texts.get((field,), "")) for field in FIELDS)


def followed_record(content: Content, work: Followed) -> Measure | Project:
    record = content.records[content.source].kinds[work.kind][work.id]
    assert isinstance(record, Measure | Project)
    return record


def asked_organisation(content: Content, work: Followed) -> str | None:
    """Who reports it, else who is responsible for the measure, else the only one who takes part in the project."""
    record = followed_record(content, work)
    if by := content.records[content.source].followup[work.followup].by:
        return by
    if isinstance(record, Measure):
        return record.responsible
    return record.participants[0] if len(record.participants) == 1 else None


def years_asked(content: Content) -> list[int]:
    return sorted({followed(id_).year for id_ in content.records[content.source].followup})


def typed_value(field: str, answer: str, labels: Labels) -> Value:
    """What was written in Word, as the content holds it: no character of it is markup; None of an unknown status."""
    if field == STATUS:
        known = {labels.value(status): status.value for status in FollowupStatus}
        return known.get(answer, answer if answer in known.values() else None)
    return as_markdown(answer) if field in prose_fields(Followup) else " ".join(answer.split())


def as_markdown(answer: str) -> str:
    """Each line a paragraph, items of a list apart."""
    text, was_item = "", False
    for line in filter(str.strip, answer.split("\n")):
        item = ITEM.fullmatch(line)
        written = f"{item[1]}{literal_text(item[2])}" if item else literal_line(literal_text(line.strip()))
        gap = "" if not text else "\n" if item and was_item else "\n\n"
        text, was_item = f"{text}{gap}{written}", item is not None
    return text
