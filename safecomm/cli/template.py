"""`safecomm template check`, `safecomm template fields` and `safecomm template copy`."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from safecomm.catalogue import DOCUMENT_KINDS, FORM_KINDS, Document
from safecomm.cli.answer import give_answer, output_option
from safecomm.cli.group import CommandGroup
from safecomm.cli.project import common, display_path, in_project
from safecomm.cli.usage import choose_documents, either, language_in, wrong_usage
from safecomm.messages.texts import INTERFACE


@click.group(cls=CommandGroup)
def template() -> None:
    """För den som formger: prövar Word-mallarna, visar vad de kan innehålla och kopierar dem till projektet.

    \b
    Exempel:
      safecomm template check
      safecomm template fields programme
      safecomm template copy
    """


def check_names(context: click.Context, _parameter: click.Parameter, files: tuple[Path, ...]) -> tuple[Path, ...]:
    """A template's name tells which document it makes."""
    known = {kind.name for kind in (*DOCUMENT_KINDS, *FORM_KINDS)}
    for file in files:
        if file.stem not in known:
            raise wrong_usage(
                "usage-template", names=either(language_in(context), [f"{name}.docx" for name in sorted(known)])
            )
    return files


@template.command()
@click.argument("files", nargs=-1, metavar="[FIL]...", type=click.Path(path_type=Path), callback=check_names)
@common
def check(files: Sequence[Path], project: Path | None, lang: str | None) -> None:
    """Prövar varje tagg i mallarna, utan innehåll, och visar alla fel på en gång.

    \b
    Exempel:
      safecomm template check
      safecomm template check templates/application.docx
    """
    from safecomm import report, template_contract

    with in_project(project, lang) as (root, language):
        faults = template_contract.check(root, files)
    click.echo(report.text(faults, language) + report.count_by_severity(faults, language))
    sys.exit(bool(faults))


@template.command()
@click.argument("documents", nargs=-1, metavar="[DOKUMENT]...", callback=choose_documents)
@output_option
@common
def fields(documents: Sequence[Document], output: Path | None, project: Path | None, lang: str | None) -> None:
    """Visar allt som en mall kan skriva ut: namn, slag och ett exempel ur innehållet.

    \b
    Exempel:
      safecomm template fields programme
      safecomm template fields application.en
    """
    from safecomm import template_contract

    with in_project(project, lang) as (root, language):
        tables = [
            f"{document.stem}\n\n{table(shown, language)}\n"
            for document, shown in template_contract.offered_fields(root, documents)
        ]
    give_answer("".join(tables), output, language, root)


@template.command("copy")
@common
def copy_(project: Path | None, lang: str | None) -> None:
    """Kopierar programmets mallar och fraser till mappen templates/ i projektet, som sedan använder dem.

    Finns mappen redan ändras ingenting.

    \b
    Exempel:
      safecomm template copy
    """
    from safecomm.editing.own_templates import copy_templates

    with in_project(project, lang) as (root, language):
        folder = copy_templates(root)
    click.echo(INTERFACE[language]["copied-templates"].format(folder=display_path(folder)))


def table(fields: Sequence[tuple[str, str, str]], language: str) -> str:
    """In columns, each as wide as its widest value."""
    says = INTERFACE[language]
    rows = [(says["field"], says["kind"], says["example"]), *fields]
    paths, kinds, _ = (max(map(len, column)) for column in zip(*rows, strict=True))
    return "".join(f"{f'{path:{paths}}  {kind:{kinds}}  {example}'.rstrip()}\n" for path, kind, example in rows)
