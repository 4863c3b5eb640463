"""Rules about the application as a whole: what the certifier asks for before reading further."""

from safecomm.content.content import Content, Language
from safecomm.content.file import FOLDER
from safecomm.diagnostic import Location, problem
from safecomm.rules.finding import Finding, Findings, criterion_of, finding, named


def no_letter(content: Content, language: Language) -> Findings:
    """Serves the certifier: the letter shows that the municipal leadership stands behind the application."""
    if content.records[language].application.letter is None:
        yield finding(content, "no-letter", "application", "application")


def no_contact(content: Content, language: Language) -> Findings:
    """Serves the certifier, who has questions: the summary form asks for a contact with address."""
    if content.records[language].application.contact is None:
        yield finding(content, "no-contact", "application", "application")


def no_date(content: Content, language: Language) -> Findings:
    """Serves every reader: an application without a date cannot be told from its drafts."""
    if content.records[language].application.date is None:
        yield finding(content, "no-date", "application", "application")


def missing_appendix(content: Content, language: Language) -> Findings:
    """Serves the reader of the programme, who looks for the appendix that it cites."""
    for number, appendix in enumerate(content.records[language].programme.appendices):
        if not content.has_file(appendix.file):
            values = {"name": appendix.name.to(language), "title": appendix.title.to(language)}
            yield finding(content, "missing-appendix", "programme", "programme", "appendices", number, **values)


def untranslated(content: Content, _language: Language) -> Findings:
    """Serves the reader of the other language: what stands in one language only is a gap in the other document."""
    for text in content.untranslated:
        values = {"path": text.location.path.removeprefix(f"{FOLDER}/"), "language": text.language}
        code = f"untranslated-{text.language}-field" if text.field else f"untranslated-{text.language}"
        found = problem(code, Location(text.location.path, text.location.line), field=text.field, **values)
        yield Finding(named(text.kind, text.id), criterion_of(content, text.kind, text.id), found)
