"""What a field may hold, with what each of it is called: ids, values of closed lists, themes, lines of figures."""

from collections.abc import Mapping

from safecomm.content.content import Content
from safecomm.content.field_types import Record, reference_fields, translated_fields, vocabularies
from safecomm.content.records import Measure, Objective, Translated, Work
from safecomm.content.yaml_data import Value
from safecomm.documents.edition import Edition
from safecomm.editing.answer_field import names_of_choices
from safecomm.labels import Labels


class FieldChoices:
    """Told in the language of the labels; where the `content` could never be read, records go by their `ids`."""

    def __init__(self, content: Content | None, ids: Mapping[str, list[str]], labels: Labels) -> None:
        self.content, self.ids, self.labels = content, ids, labels

    def find(self, owner: type[Record], name: str, said: Mapping[str, Value]) -> Mapping[str, str]:
        """Empty where anything may be written; `said` is what the record says."""
        if name == "one_language" and issubclass(owner, Translated):
            fields = [field for field in owner.model_fields if field in translated_fields(owner)]
            return {field: self.labels.field(owner, field) for field in fields}
        if self.content is None:
            return self.by_id(owner, name)
        named = names_of_choices(Edition(self.content, self.labels.language), owner, name, self.labels)
        return named or self.related(self.content, owner, name, said)

    def by_id(self, owner: type[Record], name: str) -> Mapping[str, str]:
        closed = {choice.value: self.labels.value(choice) for part in vocabularies(owner, name) for choice in part}
        reference = reference_fields(owner).get(name)
        return closed | ({id_: id_ for id_ in self.ids[reference.kind]} if reference else {})

    def related(self, content: Content, owner: type[Record], name: str, said: Mapping[str, Value]) -> Mapping[str, str]:
        """What the record itself or another one makes possible."""
        records = content.records[self.labels.language]
        if name == "theme" and issubclass(owner, Measure):
            criterion = records.criteria.get(str(said.get("criterion")))
            return criterion.themes if criterion else {}
        if name == "issues" and issubclass(owner, Work):
            return records.programme.issues
        if name == "series" and issubclass(owner, Measure | Objective):
            statistics = records.statistics.get(str(said.get("statistics")))
            return {row.line: row.line for row in statistics.rows if row.line} if statistics else {}
        return {}
