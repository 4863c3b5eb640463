"""What a field may hold because of what the record or another one says: themes, issues, lines of figures."""

from collections.abc import Mapping

from safecomm.content.content import Content
from safecomm.content.field_types import Record, translated_fields
from safecomm.content.records import Measure, Objective, Translated, Work
from safecomm.content.yaml_data import Value
from safecomm.labels import Labels


def related_choices(
    content: Content, owner: type[Record], name: str, said: Mapping[str, Value], labels: Labels
) -> Mapping[str, str]:
    """With what each is called; `said` is what the record says."""
    records = content.records[labels.language]
    if name == "theme" and issubclass(owner, Measure):
        criterion = records.criteria.get(str(said.get("criterion")))
        return criterion.themes if criterion else {}
    if name == "issues" and issubclass(owner, Work):
        return records.programme.issues
    if name == "series" and issubclass(owner, Measure | Objective):
        statistics = records.statistics.get(str(said.get("statistics")))
        return {row.line: row.line for row in statistics.rows if row.line} if statistics else {}
    if name == "one_language" and issubclass(owner, Translated):
        return {field: labels.field(owner, field) for field in owner.model_fields if field in translated_fields(owner)}
    return {}
