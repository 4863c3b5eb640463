"""Rules about what only the editor can make sense of."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache, partial
from itertools import takewhile
from pathlib import Path

from safecomm.content.content import Content, Language, Outdated
from safecomm.content.field_types import Record, records_in, reference_fields
from safecomm.content.file import FOLDER, read_text
from safecomm.content.folder import KINDS, translated
from safecomm.content.placeholder import PERIOD
from safecomm.content.unplaced import PATH as UNPLACED_PATH
from safecomm.content.versions import lines_of_file, version
from safecomm.content.vocabulary import ApplicationKind, Status
from safecomm.diagnostic import LONGEST, Location, brief, problem, quote
from safecomm.diffing import opcodes
from safecomm.rules.rule_finding import Finding, Findings, criterion_of, finding, record_name

# More would hide the first.
SHOWN = 3
CONTEXT = 20
"""Characters before a change with which it is shown."""


def outside_programme(content: Content, language: Language) -> Findings:
    """Serves the politicians who adopt the programme: it can promise nothing for years that it does not govern.

    A renewal also reports what was completed before; a period that nobody has filled in yet is a gap of its own.
    """
    records = content.records[language]
    whole = records.programme.period
    renewal = records.application.kind is ApplicationKind.RENEWAL
    for id_, measure in records.measures.items():
        period, reported = measure.period, renewal and measure.status is Status.COMPLETED
        if period is None or PERIOD in (period, whole):
            continue
        if not ((reported or whole.start <= period.start) and period.end <= whole.end):
            values = {"period": period.write("–"), "programme": whole.write("–")}
            values |= {"title": measure.title, "criterion": measure.criterion}
            yield finding(content, "outside-programme", "measures", id_, "period", **values)


def supports_nothing(content: Content, language: Language) -> Findings:
    """Serves the editor: evidence that no criterion and no measure rests on is forgotten, or its links are."""
    for id_, evidence in content.records[language].evidence.items():
        if not evidence.criteria and not evidence.measures:
            yield finding(content, "evidence-supports-nothing", "evidence", id_, title=evidence.title.to(language))


def unused_organisation(content: Content, language: Language) -> Findings:
    """Serves the reader of the partner list: an organisation that takes part in nothing does not belong there."""
    used = references_to(content, "organisations")
    for id_, organisation in content.records[language].organisations.items():
        takes_part = organisation.council or organisation.shares_responsibility
        if id_ not in used and not takes_part:
            yield finding(content, "unused-organisation", "organisations", id_, name=organisation.name.to(language))


def unused_statistics(content: Content, language: Language) -> Findings:
    """Serves the editor: figures that nothing refers to are forgotten, or what they belong to is."""
    used = references_to(content, "statistics")
    for id_, statistics in content.records[language].statistics.items():
        if id_ not in used and not statistics.criteria:
            yield finding(content, "statistics-support-nothing", "statistics", id_, title=statistics.title.to(language))


def references_to(content: Content, kind: str) -> set[str]:
    """The ids of a kind to which any record refers."""
    records = (record for of_kind in content.records[content.source].kinds.values() for record in of_kind.values())
    return {id_ for record in records for _, part in records_in(record) for id_ in ids_in(part, kind)}


def ids_in(record: Record, kind: str) -> Iterator[str]:
    for field, reference in reference_fields(type(record)).items():
        if reference.kind == kind and (value := getattr(record, field)):
            yield from [value] if isinstance(value, str) else value


def not_filled_in(content: Content, _language: Language) -> Findings:
    """Serves the editor: a placeholder must not reach a reader as if it were a fact."""
    for found in content.blanks:
        record, place, edition = record_name(found.kind, found.id), content.places.find(*found[:2], *found.key), None
        if found.language != content.source:
            place, edition = Location(f"{FOLDER}/{record}{translated(found.language)}"), found.language
        name = ".".join(part for part in found.key if isinstance(part, str))
        fault = problem("not-filled-in", place, field=name, written=found.text)
        yield Finding(record, None, fault, edition, key=found.key)


def unplaced_texts(content: Content, _language: Language) -> Findings:
    """Serves the editor: what was taken in and lies aside is in no document, and would be forgotten there."""
    headings, line = content.unplaced
    if headings:
        place = Location(UNPLACED_PATH, line)
        fault = problem("unplaced-texts", place, nearest=None, number=len(headings), first=brief(headings[0]))
        yield Finding("unplaced", None, fault)


def outdated_translation(content: Content, language: Language) -> Findings:
    """Serves the reader of the other language: a translation of what the original no longer says misleads."""
    for text in content.outdated:
        code = "translation-outdated" if text.follows else "translation-unconfirmed"
        fault = problem(code, text.location, nearest=None, path=text.location.path, original=text.original, changes="")
        fault = fault._replace(values=ChangesWhenRead(fault.values, partial(describe_changes, content, text, language)))
        # Its file is `<id>.<language>.md`.
        edition = text.location.path.split(".")[-2]
        yield Finding(record_name(text.kind, text.id), criterion_of(content, text.kind, text.id), fault, edition)


class ChangesWhenRead(Mapping[str, str]):
    """The values of a message that tells changes: Git is asked when somebody reads it, for a build only counts gaps."""

    def __init__(self, others: Mapping[str, str], describe: Callable[[], str]) -> None:
        self.others, self.describe = others, cache(describe)

    def __getitem__(self, name: str) -> str:
        return self.describe() if name == "changes" else self.others[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.others)

    def __len__(self) -> int:
        return len(self.others)


def describe_changes(content: Content, outdated_text: Outdated, language: Language) -> str:
    """What has changed in the original since it was translated, as far as Git remembers; begins with a colon."""
    kind, path, follows = outdated_text.kind, outdated_text.original, outdated_text.follows
    try:
        before = lines_in_version(content.project, kind, path, follows)
    except LookupError:
        return ""
    now = lines_of_file(KINDS[kind], read_text(content.project / path, path), path)
    changed = list(differences(before, now or [], language))
    return ": " + "; ".join(changed[:SHOWN]) + (" …" if len(changed) > SHOWN else "")


@lru_cache(maxsize=1000)
def lines_in_version(project: Path, kind: str, path: str, follows: str) -> list[str]:
    """What the file said in that version, of which Git tells once; raises LookupError where it does not know it."""
    # Git is asked only where a translation is outdated.
    from safecomm.history import earlier_texts

    for text in earlier_texts(project, path) if follows else ():
        lines = lines_of_file(KINDS[kind], text, path)
        if lines is not None and version(lines) == follows:
            return lines
    raise LookupError(follows)


def differences(old: list[str], new: list[str], language: Language) -> Iterator[str]:
    for tag, start, end, begin, stop in opcodes(old, new):
        before, after = (" ".join(" ".join(lines).split()) for lines in (old[start:end], new[begin:stop]))
        if tag != "equal" and before != after:
            yield " → ".join(quote(brief(text), language) for text in without_beginning(before, after))


def without_beginning(before: str, after: str) -> Iterator[str]:
    """Both from a few words before the first that differs, where a message would otherwise end before it."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    start = before.rfind(" ", 0, max(same - CONTEXT, 0)) + 1 if max(len(before), len(after)) > LONGEST else 0
    for text in (before, after):
        yield f"…{text[start:]}" if start else text
