"""What a command was asked for: shown, or written in the file that `--output` names, as UTF-8 on every machine."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from safecomm.catalogue import CONTENT, TEMPLATES
from safecomm.cli.project import display_path, nearest_project
from safecomm.cli.refusal import find_terminal, refuse_on_fault
from safecomm.cli.usage import wrong_usage
from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language
    from safecomm.diagnostic import Diagnostic

output_option = click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Filen att skriva i; annars visas svaret.",
)

format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), help="Utskriftens form."
)


CONTROLS = re.compile("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]")
"""What steers a terminal and no text holds; the one that begins our colours is taken out of what files say."""


def give_answer(text: str, output: Path | None, language: "Language", project: Path | None = None) -> None:
    """Says on the error output what was written, as for any other file."""
    if output is None:
        click.echo(CONTROLS.sub("�", text), nl=False)
        return
    from safecomm.output import write

    refuse_source(output, project or nearest_project())
    with refuse_on_fault(language):
        write({output: as_bytes(text)})
    click.echo(INTERFACE[language]["wrote-file"].format(file=display_path(output)), err=True)


def as_bytes(text: str) -> bytes:
    """Without colours; the name of a file may hold what UTF-8 cannot."""
    return click.unstyle(text).encode(errors="replace")


def refuse_source(output: Path, project: Path) -> None:
    """What is written must not take the place of content files: a document's twin has the name of one."""
    for name in (CONTENT, TEMPLATES):
        if output.resolve().is_relative_to((project / name).resolve()):
            raise wrong_usage("usage-place", folder=name)


def show_findings(
    diagnostics: Sequence["Diagnostic"], form: str | None, output: Path | None, language: "Language", project: Path
) -> NoReturn:
    """Ends the command, with 1 when an error is among them; without a form a terminal shows an overview."""
    from safecomm import report
    from safecomm.diagnostic import Severity

    if form in (None, "text"):
        terminal = None if output else find_terminal(sys.stdout, project)
        lines = report.text(diagnostics, language, terminal)
        if terminal and form is None:
            lines = report.overview(diagnostics, language, terminal)
        answer = f"{lines}{report.count_by_severity(diagnostics, language)}\n"
    else:
        answer = report.FORMATS[form](diagnostics, language)
    give_answer(answer, output, language, project)
    sys.exit(any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics))
