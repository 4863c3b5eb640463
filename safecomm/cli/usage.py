"""Wrong usage in sentences of ours, in the language of the answers; and the names that are checked for it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from safecomm.catalogue import DOCUMENT_KINDS, Document, documents, documents_matching
from safecomm.content.project_language import project_languages
from safecomm.messages.texts import INTERFACE


class UsageFault(click.UsageError):
    """Wrong usage in a sentence of ours."""


def wrong_usage(key: str, **values: str) -> UsageFault:
    """What the running command refuses, for it to raise."""
    context = click.get_current_context()
    return UsageFault(sentence(language_in(context), key, **values), context)


def language_in(context: click.Context) -> str:
    """The language in which the running command is to answer, as far as is known before it runs."""
    language: str = context.find_root().obj
    return language


def sentence(language: str, key: str, **values: str) -> str:
    return INTERFACE[language][key].format(**values)


@contextmanager
def in_sentences(language: str) -> Iterator[None]:
    """What Click finds wrong."""
    try:
        yield
    except click.UsageError as fault:
        if said := reword(fault, language):
            raise UsageFault(said, fault.ctx) from None
        raise


def reword(fault: click.UsageError, language: str) -> str | None:
    """What is wrong and what to write; None for what is ours already, or no fault at all."""
    match fault:
        case click.NoSuchOption():
            said = sentence(language, "usage-no-option", option=fault.option_name)
            meant = either(language, sorted(fault.possibilities or ()))
            return f"{said}; {sentence(language, 'usage-meant', meant=meant)}" if meant else said
        case click.BadOptionUsage():
            return sentence(language, "usage-option-value", option=fault.option_name)
        case click.MissingParameter():
            return sentence(language, "usage-missing", what=parameter(fault))
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice)):
            values = ", ".join(map(str, choice.choices))
            return sentence(language, "usage-choice", what=parameter(fault), values=values)
        case click.BadParameter(param=click.Parameter(type=click.Path(file_okay=False))):
            return sentence(language, "usage-folder", what=parameter(fault))
        case click.BadParameter(param=click.Parameter(type=click.Path(dir_okay=False))):
            return sentence(language, "usage-file", what=parameter(fault))
        case click.BadParameter():
            return fault.message
    return sentence(language, "usage-too-many") if type(fault) is click.UsageError else None


def either(language: str, names: Sequence[str]) -> str:
    return f" {sentence(language, 'or')} ".join(names)


def parameter(fault: click.BadParameter) -> str:
    """The flag or argument as the editor writes it."""
    if isinstance(fault.param, click.Option):
        return fault.param.opts[0]
    return fault.param.human_readable_name if fault.param else ""


def choose_documents(context: click.Context, _parameter: click.Parameter, names: tuple[str, ...]) -> Sequence[Document]:
    """The project's documents that the arguments name, each once, in their usual order; all where none is named."""
    from safecomm.cli.project import nearest_project

    languages = project_languages(context.params.get("project") or nearest_project())
    for name in names:
        if not documents_matching(name, languages):
            known = {known for document in documents(languages) for known in (document.name, document.stem)}
            values = {"known": ", ".join(sorted(known)), "languages": ", ".join(languages)}
            raise wrong_usage("usage-document", name=name, **values)
    usual = documents(languages)
    wanted = {document for name in names for document in documents_matching(name, languages)}
    return sorted(wanted or usual, key=lambda document: (usual.index(document._replace(part="")), document.part))


def choose_built(context: click.Context, parameter: click.Parameter, names: tuple[str, ...]) -> Sequence[Document]:
    """Those named, and all with `--all`; where none is named, those that are made by default."""
    every = context.params["every"]
    chosen = choose_documents(context, parameter, () if every else names)
    return chosen if every or names else [document for document in chosen if document.kind.by_default]


def choose_part(chosen: Sequence[Document], option: str, part: str | None) -> Sequence[Document]:
    """Of each document the part that the option names, if it is given."""
    if part is None:
        return chosen
    if any(document.kind.part != option for document in chosen):
        having = [kind.name for kind in DOCUMENT_KINDS if kind.part == option]
        language = language_in(click.get_current_context())
        raise wrong_usage("usage-part", option=f"--{option}", documents=either(language, having))
    return [document._replace(part=part) for document in chosen]


def check_printable(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    """No Word file can hold other characters."""
    if name is not None and not name.isprintable():
        raise wrong_usage("usage-unprintable")
    return name
