"""Which fact a derived text says: the record below whose title it stands, and the field whose text was changed."""

from safecomm.content.content import RecordPlaces
from safecomm.content.texts import RECORDS
from safecomm.diagnostic import Location
from safecomm.review.draft import ComparedDraft
from safecomm.review.word_changes import changes, occurrences, overlaps
from safecomm.word.anchors import record_bookmark


def fact_of(draft: ComparedDraft, places: RecordPlaces, record: str, old: str, new: str) -> tuple[Location | None, str]:
    """The place in the content as it is, and `measure:hearings responsible`; both as far as they are known."""
    target = next((target for target in draft.facts if record_bookmark(target) == record), None)
    if target is None:
        return None, ""
    kind, _, id_ = target.partition(":")
    field = changed_field(draft, target, old, new)
    key = [field.split(".")[0]] if field else []
    known = (RECORDS.get(kind, ""), id_) in places.sources
    place = places.find(RECORDS[kind], id_, *key)._replace(column=0) if known else None
    return place, " ".join((target, *key))


def changed_field(draft: ComparedDraft, target: str, old: str, new: str) -> str:
    """The field with the longest text that a change touches; empty where there is none."""
    if not old:
        return ""
    made = changes(old, new)
    touched = [text for text in draft.facts[target] if any(overlaps(made, each) for each in occurrences(old, text))]
    return draft.facts[target][max(touched, key=len)] if touched else ""
