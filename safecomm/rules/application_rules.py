"""Rules about what a certifier looks for in the programme's objectives and in the application as a whole."""

from safecomm.content.content import ATTACHABLE, Content, Language
from safecomm.content.file import FOLDER
from safecomm.content.folder import translated
from safecomm.content.vocabulary import ApplicationKind
from safecomm.diagnostic import Location, brief, problem
from safecomm.markdown.blocks import Prose
from safecomm.markdown.traversal import paragraph_texts
from safecomm.rules.rule_finding import Finding, Findings, finding, record_name

NETWORKS = "networks"


def no_objectives(content: Content, _language: Language) -> Findings:
    """Serves the certifier, who asks what the work is to reach, not only what it does."""
    if not content.records[content.source].objectives:
        yield finding(content, "no-objectives", "programme", "programme")


def no_network(content: Content, _language: Language) -> Findings:
    """Serves the certifier: a Safe Community takes part in the networks of the others, by year."""
    if not content.records[content.source].networks:
        if NETWORKS in content.wordings:
            yield finding(content, "no-network", "criteria", NETWORKS, criterion=NETWORKS)
        else:
            yield finding(content, "no-network", "application", "application")


def no_summary(content: Content, language: Language) -> Findings:
    """Serves every reader: half a page says whether to read on."""
    if content.records[language].application.summary is None:
        yield finding(content, "no-summary", "application", "application")


def renewal_incomplete(content: Content, language: Language) -> Findings:
    """Serves the certifier, who compares with the last time."""
    application = content.records[language].application
    if application.kind is ApplicationKind.RENEWAL:
        if not application.designations:
            yield finding(content, "renewal-without-designation", "application", "application", "kind")
        if application.since_last_time is None:
            yield finding(content, "renewal-without-account", "application", "application", "kind")


def question_unanswered(content: Content, language: Language) -> Findings:
    """Serves the certifier, who reads the form question by question."""
    for id_, question in content.records[language].questions.items():
        if question.answer is None:
            values = {"number": question.number, "title": brief(question.question)}
            yield finding(content, "question-unanswered", "questions", id_, **values)


def answer_too_long(content: Content, _language: Language) -> Findings:
    """Serves the editor, whose answer the form cuts off; it concerns the edition in which it is that long."""
    for edition in content.languages:
        for id_, question in content.records[edition].questions.items():
            answer, longest = question.answer, question.longest
            # What is not translated yet is told of its original.
            if answer and answer.language == edition and longest is not None and number_of_words(answer) > longest:
                ending = ".md" if edition == content.source else translated(edition)
                place = Location(f"{FOLDER}/{record_name('questions', id_)}{ending}", answer.blocks[0].line)
                values = {"number": question.number, "words": number_of_words(answer), "longest": longest}
                fault = problem("answer-too-long", place, nearest=None, **values)
                yield Finding(record_name("questions", id_), None, fault, edition, ("answer",))


def number_of_words(prose: Prose) -> int:
    return sum(len(text.split()) for text in paragraph_texts(prose.blocks))


def missing_attachment(content: Content, language: Language) -> Findings:
    """Serves the reader, who looks for what is said to be attached."""
    for id_, attachment in content.records[language].attachments.items():
        if attachment.text is None and not content.has_file(attachment.file):
            yield finding(content, "missing-attachment", "attachments", id_, "file", title=attachment.title)


def attachment_of_other_kind(content: Content, _language: Language) -> Findings:
    """Serves the editor, who else would learn only from the PDF what it cannot hold."""
    for id_, attachment in content.records[content.source].attachments.items():
        if attachment.file and not attachment.file.lower().endswith(ATTACHABLE):
            yield finding(content, "attachment-kind", "attachments", id_, "file", path=attachment.file)
