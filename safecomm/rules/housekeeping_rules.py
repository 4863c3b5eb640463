"""Rules about what only the editor can make sense of."""

from collections.abc import Iterator

from safecomm.content.content import Content, Language, Outdated
from safecomm.content.field_types import Record, reference_fields
from safecomm.content.file import read_text
from safecomm.content.folder import KINDS
from safecomm.content.placeholder import placeholders
from safecomm.content.versions import lines_of_file, version
from safecomm.diagnostic import brief, problem, quote
from safecomm.diffing import opcodes
from safecomm.rules.rule_finding import Finding, Findings, criterion_of, finding, record_name

# More would hide the first.
SHOWN = 3


def outside_programme(content: Content, language: Language) -> Findings:
    """Serves the politicians who adopt the programme: it can promise nothing for years that it does not govern."""
    records = content.records[language]
    whole = records.programme.period
    for id_, measure in records.measures.items():
        period = measure.period
        if period and not whole.start <= period.start <= period.end <= whole.end:
            values = {"period": f"{period.start}–{period.end}", "programme": f"{whole.start}–{whole.end}"}
            values |= {"title": measure.title, "criterion": measure.criterion}
            yield finding(content, "outside-programme", "measures", id_, "period", **values)


def supports_nothing(content: Content, language: Language) -> Findings:
    """Serves the editor: evidence that no criterion and no measure rests on is forgotten, or its links are."""
    for id_, evidence in content.records[language].evidence.items():
        if not evidence.criteria and not evidence.measures:
            yield finding(content, "evidence-supports-nothing", "evidence", id_, title=evidence.title.to(language))


def unused_organisation(content: Content, language: Language) -> Findings:
    """Serves the reader of the partner list: an organisation that takes part in nothing does not belong there."""
    records = content.records[language]
    used = {id_ for record in everything(content, language) for id_ in organisations_of(record)}
    for id_, organisation in records.organisations.items():
        if id_ not in used and not organisation.council:
            yield finding(content, "unused-organisation", "organisations", id_, name=organisation.name.to(language))


def everything(content: Content, language: Language) -> Iterator[Record]:
    records = content.records[language]
    yield records.programme
    for kind in (records.activities, records.measures, records.projects, records.evidence):
        yield from kind.values()


def organisations_of(record: Record) -> Iterator[str]:
    """The ids of the organisations that a record refers to."""
    for field, reference in reference_fields(type(record)).items():
        if reference.kind == "organisations" and (value := getattr(record, field)):
            yield from [value] if isinstance(value, str) else value


def not_filled_in(content: Content, _language: Language) -> Findings:
    """Serves the editor: a placeholder must not reach a reader as if it were a fact."""
    for kind, records in content.records[content.source].kinds.items():
        for id_, record in records.items():
            for key, written in placeholders(record):
                place = content.places.find(kind, id_, *key)
                name = ".".join(part for part in key if isinstance(part, str))
                yield Finding(
                    record_name(kind, id_), None, problem("not-filled-in", place, field=name, written=written)
                )


def outdated_translation(content: Content, language: Language) -> Findings:
    """Serves the reader of the other language: a translation of what the original no longer says misleads."""
    for text in content.outdated:
        code = "translation-outdated" if text.follows else "translation-unconfirmed"
        values = {
            "path": text.location.path,
            "original": text.original,
            "changes": describe_changes(content, text, language),
        }
        fault = problem(code, text.location, nearest=None, **values)
        yield Finding(record_name(text.kind, text.id), criterion_of(content, text.kind, text.id), fault)


def describe_changes(content: Content, outdated_text: Outdated, language: Language) -> str:
    """What has changed in the original since it was translated, as far as Git remembers; begins with a colon."""
    # Git is asked only where a translation is outdated.
    from safecomm.history import earlier_texts

    kind, path, follows = outdated_text.kind, outdated_text.original, outdated_text.follows
    for text in earlier_texts(content.project, path) if follows else ():
        before = lines_of_file(KINDS[kind], text, path)
        if before is not None and version(before) == follows:
            now = lines_of_file(KINDS[kind], read_text(content.project / path, path), path)
            changed = list(differences(before, now or [], language))
            return ": " + "; ".join(changed[:SHOWN]) + (" …" if len(changed) > SHOWN else "")
    return ""


def differences(old: list[str], new: list[str], language: Language) -> Iterator[str]:
    for tag, start, end, begin, stop in opcodes(old, new):
        before, after = (" ".join(" ".join(lines).split()) for lines in (old[start:end], new[begin:stop]))
        if tag != "equal" and before != after:
            yield " → ".join(quote(brief(text), language) for text in (before, after))
