"""What every code means, why the rule is there, and a wrong and a right example: for `safecomm explain`.

Long, and read by nobody but who asks: `build` and `check` do not import it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from textwrap import indent

from safecomm.explanations import (
    audit,
    changes,
    drafts,
    editing,
    fields,
    files,
    machine,
    markdown,
    ooxml,
    pdf,
    pictures,
    readiness,
    review,
    rules,
    template,
    word,
    yaml_syntax,
)
from safecomm.explanations.explanation import Explanation
from safecomm.messages import MESSAGES
from safecomm.messages.interface import INTERFACE

GROUPS: tuple[tuple[Mapping[str, str], Mapping[str, Explanation]], ...] = (
    ({"sv": "Filerna", "en": "The files"}, files.EXPLANATIONS),
    ({"sv": "Hur uppgifter skrivs", "en": "How fields are written"}, yaml_syntax.EXPLANATIONS),
    ({"sv": "Uppgifter och texter", "en": "Fields and texts"}, fields.EXPLANATIONS),
    ({"sv": "Löpande text", "en": "Running text"}, markdown.EXPLANATIONS),
    ({"sv": "Bilder, bildtexter och hänvisningar", "en": "Pictures, captions and references"}, pictures.EXPLANATIONS),
    ({"sv": "Vad Safe Community frågar efter", "en": "What Safe Community asks for"}, rules.EXPLANATIONS),
    ({"sv": "Vad certifieraren kan fråga", "en": "What the certifier may ask"}, readiness.EXPLANATIONS),
    ({"sv": "Wordmallar", "en": "Word templates"}, word.EXPLANATIONS),
    ({"sv": "Prövning av Wordmallar", "en": "The check of Word templates"}, template.EXPLANATIONS),
    ({"sv": "Wordfiler", "en": "Word files"}, ooxml.EXPLANATIONS),
    ({"sv": "Granskning av Wordfiler", "en": "The audit of Word files"}, audit.EXPLANATIONS),
    ({"sv": "Jämförelse av utkast", "en": "Comparing drafts"}, changes.EXPLANATIONS),
    ({"sv": "Utkast som sparas", "en": "Drafts that are kept"}, drafts.EXPLANATIONS),
    ({"sv": "Granskares svar", "en": "What reviewers sent back"}, review.EXPLANATIONS),
    ({"sv": "PDF", "en": "PDF"}, pdf.EXPLANATIONS),
    ({"sv": "Kommandon som ändrar filer", "en": "Commands that change files"}, editing.EXPLANATIONS),
    ({"sv": "Datorn", "en": "The computer"}, machine.EXPLANATIONS),
)

EXPLANATIONS: Mapping[str, Explanation] = {code: each for _, group in GROUPS for code, each in group.items()}


def headline(code: str, language: str) -> str:
    """The message of a code with … for what differs from case to case."""
    return sentence(MESSAGES[code].text[language])


def page(code: str, language: str) -> str:
    """Everything there is to say of a code, in paragraphs."""
    return "\n\n".join(paragraphs(code, language)) + "\n"


def paragraphs(code: str, language: str) -> Iterator[str]:
    says, explanation = INTERFACE[language], EXPLANATIONS[code]
    yield f"{says[MESSAGES[code].severity].capitalize()}: {headline(code, language)}"
    yield f"{says['do']}: {sentence(MESSAGES[code].hint[language])}"
    yield f"{says['why']}: {explanation.why[language]}"
    if explanation.wrong:
        part = "file" if explanation.file.endswith(".yaml") else explanation.part
        yield f"{says['wrong']}, {says[f'in-{part}'].format(file=f'content/{explanation.file}')}:"
        yield indent(explanation.wrong, "    ")
        yield f"{says['right']}:"
        yield indent(explanation.right, "    ")


def sentence(template: str) -> str:
    text = template.format_map(defaultdict(lambda: "…"))
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith('…') else '.'}"
