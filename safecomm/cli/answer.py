"""What a command was asked for: shown, or written in the file that `--output` names, as UTF-8 on every machine."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.preamble import refusing
from safecomm.cli.project import CONTENT, display_path, nearest_project
from safecomm.cli.usage import wrong_usage
from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language

output_option = click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Filen att skriva i; annars visas svaret.",
)


def give_answer(text: str, output: Path | None, language: "Language", project: Path | None = None) -> None:
    """Says on the error output what was written, as for any other file."""
    if output is None:
        click.echo(text, nl=False)
        return
    from safecomm.output import write

    refuse_source(output, project or nearest_project())
    with refusing(language):
        write({output: as_bytes(text)})
    click.echo(INTERFACE[language]["wrote-file"].format(file=display_path(output)), err=True)


def as_bytes(text: str) -> bytes:
    """Without colours; the name of a file may hold what UTF-8 cannot."""
    return click.unstyle(text).encode(errors="replace")


def refuse_source(output: Path, project: Path) -> None:
    """What is written must not take the place of content files: a document's twin has the name of one."""
    for name in (CONTENT, "templates"):
        if output.resolve().is_relative_to((project / name).resolve()):
            raise wrong_usage("usage-place", folder=name)
