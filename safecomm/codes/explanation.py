"""What `safecomm explain` says of a code."""

from collections import defaultdict
from collections.abc import Iterator
from textwrap import indent

from safecomm.codes.codes import code_named
from safecomm.messages.interface import INTERFACE


def explain(name: str, language: str) -> str:
    """Everything there is to say of a code, in paragraphs."""
    return "\n\n".join(paragraphs(name, language)) + "\n"


def paragraphs(name: str, language: str) -> Iterator[str]:
    says, code = INTERFACE[language], code_named(name)
    yield f"{says[code.severity].capitalize()}: {headline(name, language)}"
    yield f"{says['do']}: {sentence(code.hint[language])}"
    yield f"{says['why']}: {code.why[language]}"
    if code.wrong:
        part = "file" if code.file.endswith(".yaml") else code.part
        yield f"{says['wrong']}, {says[f'in-{part}'].format(file=f'content/{code.file}')}:"
        yield indent(code.wrong, "    ")
        yield f"{says['right']}:"
        yield indent(code.right, "    ")


def headline(name: str, language: str) -> str:
    """The message of a code with … for what differs from case to case."""
    return sentence(code_named(name).message[language])


def sentence(template: str) -> str:
    text = template.format_map(defaultdict(lambda: "…"))
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith('…') else '.'}"
