"""What a field may hold, with what each of it is called: ids, values of closed lists, themes, lines of figures."""

from collections import defaultdict
from collections.abc import Mapping

from safecomm.codes.codes import load_group, sentence
from safecomm.content.content import Content
from safecomm.content.field_types import Record, reference_fields, translated_fields, vocabularies
from safecomm.content.folder import KINDS
from safecomm.content.record_files import record_name
from safecomm.content.records import Acknowledgement, Measure, Objective, Translated, Work
from safecomm.content.yaml_data import Value
from safecomm.documents.edition import Edition
from safecomm.editing.answer_field import name_in_list, names_of_choices
from safecomm.labels import Labels, lower_first
from safecomm.rules.rule_finding import UNFILLED


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
        if issubclass(owner, Acknowledgement) and name == "gap":
            return self.gaps()
        if issubclass(owner, Acknowledgement) and name == "record":
            return self.records(content)
        return {}

    def records(self, content: Content) -> Mapping[str, str]:
        """All that a gap can be about, as an editor names it."""
        edition = Edition(content, self.labels.language)
        named = ((kind, id_, name_in_list(edition, kind, id_)) for kind in KINDS for id_ in edition.records.kinds[kind])
        return {
            record_name(kind, id_): f"{self.labels.kind(kind)}: {name}" if id_ != kind else self.labels.kind(kind)
            for kind, id_, name in named
        }

    def gaps(self) -> Mapping[str, str]:
        """What each of them says, without what differs from case to case."""
        codes = load_group("rules").codes.items()
        may_stand = ((name, code) for name, code in codes if code.severity == "warning" and name != UNFILLED)
        said = {name: code.message[self.labels.language] for name, code in may_stand}
        values = defaultdict(lambda: "…", numbered=lower_first(self.labels.kind("criteria")))
        return {name: sentence(message.format_map(values)) for name, message in said.items()}
