"""What stands in one language only: a gap of the documents in the other one, or of the one document that shows it."""

from safecomm.content.content import Content, Language, Untranslated
from safecomm.content.field_types import prose_fields
from safecomm.content.file import FOLDER
from safecomm.content.records import Measure
from safecomm.diagnostic import Location, problem
from safecomm.language import language_name
from safecomm.rules.brief_rules import BRIEFS
from safecomm.rules.rule_finding import Finding, Findings, criterion_of, record_name

ONLY_IN_BRIEFS = set(prose_fields(Measure)) - {"text"}
"""The texts of a measure that no other document shows."""


def untranslated(content: Content, language: Language) -> Findings:
    """Serves the reader of another language: what stands in one language only is a gap in the other document."""
    for text in content.untranslated:
        if not is_only_in_brief(text):
            yield finding_of(text, content, language)


def untranslated_in_brief(content: Content, language: Language) -> Findings:
    """Serves whoever gets the assignment in another language; it concerns that brief alone."""
    for text in content.untranslated:
        if is_only_in_brief(text):
            yield finding_of(text, content, language)._replace(document=BRIEFS, parts=("", text.id))


def is_only_in_brief(text: Untranslated) -> bool:
    return text.kind == "measures" and text.field in ONLY_IN_BRIEFS


def finding_of(text: Untranslated, content: Content, language: Language) -> Finding:
    path = text.location.path.removeprefix(f"{FOLDER}/")
    values = {"path": path, "key": text.language, "language": language_name(text.language, language)}
    values |= {"source": content.source, "last": text.field.rpartition(".")[2]}
    lacking = "only-translated" if text.language == content.source else "untranslated-field"
    code = lacking if text.field else "untranslated"
    fault = problem(code, Location(text.location.path, text.location.line), field=text.field, **values)
    criterion = criterion_of(content, text.kind, text.id)
    return Finding(record_name(text.kind, text.id), criterion, fault, text.language, text.key)
