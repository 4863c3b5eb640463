"""The command line: options in, one call, messages and exit code out.

Exit codes: 0; 1 for what the editor, the template's designer or the machine's owner can mend; 2 for wrong usage;
3 for a bug of ours, with its traceback. What a command needs is imported when it runs, so that `--help` is quick.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from safecomm import __version__
from safecomm.catalogue import DOCUMENTS, Document, named
from safecomm.messages.interface import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language
    from safecomm.diagnostic import Diagnostic

CONTENT = "content"
LANGUAGE: "Language" = "sv"
"""Of messages, until the content says which language the project speaks."""


def main() -> None:
    """Runs the command line and exits."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        # A console that cannot show ”å” shows a question mark instead of ending in an error.
        stream.reconfigure(errors="replace")
    # A run is short and keeps until its end what it has made; looking for garbage meanwhile was a seventh of its time.
    gc.disable()
    try:
        cli()
    except SystemExit as end:
        leave(end.code)
    except OSError as fault:
        # What the machine refuses is no bug of ours, wherever it shows.
        machine_fault(fault)
    except Exception:
        import traceback

        traceback.print_exc()
        sys.exit(3)


def machine_fault(fault: OSError) -> NoReturn:
    """A file or folder that went away, a disk that is full, an output that nobody reads any more."""
    from safecomm.diagnostic import Location, problem

    place = Location(os.fsdecode(fault.filename) if isinstance(fault.filename, str | bytes) else "safecomm")
    with suppress(OSError, SystemExit):
        refuse([problem("machine", place, reason=f"E{fault.errno}")], LANGUAGE, "stopped")
    os._exit(1)


def leave(code: object) -> NoReturn:
    """Ends the process at once: to take every module apart first was a twentieth of the time of a small build."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    os._exit(code if isinstance(code, int) else 0)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="safecomm", message="%(prog)s %(version)s")
def cli() -> None:
    """Trygghetsprogrammet och Safe Community-ansökan ur en och samma mapp, content/.

    \b
    Exempel:
      safecomm check
      safecomm build
    """


def common(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that reads a project."""
    project = click.option(
        "--project",
        type=click.Path(file_okay=False, path_type=Path),
        help="Projektets mapp; annars den närmaste mappen uppåt som innehåller content/.",
    )
    language = click.option("--lang", type=click.Choice(["sv", "en"]), help="Meddelandenas språk; annars projektets.")
    return project(language(command))


def chosen(_context: click.Context, _parameter: click.Parameter, names: tuple[str, ...]) -> Sequence[Document]:
    """The documents that the arguments name, each once, in their usual order."""
    for name in names:
        if not named(name):
            known = ", ".join(sorted({known for each in DOCUMENTS for known in (each.name, each.stem)}))
            raise click.BadParameter(f"”{name}” är inget dokument; välj bland: {known}")
    wanted = {document for name in names for document in named(name)}
    return [document for document in DOCUMENTS if document in wanted or not names]


@cli.command()
@click.argument("documents", nargs=-1, metavar="[DOKUMENT]...", callback=chosen)
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Mappen att skriva i; annars build/.")
@click.option("--final", is_flag=True, help="Bygg slutliga dokument; vägras så länge en lucka finns kvar.")
@common
def build(
    documents: Sequence[Document], output: Path | None, final: bool, project: Path | None, lang: "Language | None"
) -> None:
    """Bygger Word-dokumenten: alla, eller de som nämns (programme, application, application.en ...).

    \b
    Exempel:
      safecomm build
      safecomm build application.en --output utkast
      safecomm build --final
    """
    from safecomm import build as stops
    from safecomm import report
    from safecomm.diagnostic import ContentError, Severity

    root = project or nearest_project()
    folder = root / "build" if output is None else output
    refuse_source(folder, root)
    reason = "not-built"
    try:
        run = stops.build(root, documents, final, lang)
        reason = "stopped"
        written = stops.save(run.built, folder)
    except ContentError as fault:
        only_gaps = all(each.severity is Severity.WARNING for each in fault.diagnostics)
        refuse(fault.diagnostics, lang or LANGUAGE, "not-final" if only_gaps else reason)
    for docx, twin in written:
        click.echo(INTERFACE[run.language]["wrote"].format(docx=shown(docx), twin=shown(twin)))
    click.echo(report.gaps(run.gaps, run.language))


@cli.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="Utskriftens form."
)
@common
def check(form: str, project: Path | None, lang: "Language | None") -> None:
    """Läser innehållet och visar fel och luckor; skriver inga filer.

    \b
    Exempel:
      safecomm check
      safecomm check --format github --lang en
    """
    from safecomm import report
    from safecomm.content.load import load
    from safecomm.diagnostic import ContentError, Severity
    from safecomm.rules.check import check as findings

    language = lang or LANGUAGE
    try:
        content = load(project or nearest_project())
        language = lang or content.language
        diagnostics = [finding.diagnostic for finding in findings(content, language)]
    except ContentError as fault:
        diagnostics = fault.diagnostics
    click.echo(report.FORMATS[form](diagnostics, language), nl=False)
    if form == "text":
        click.echo(report.counted(diagnostics, language))
    sys.exit(any(each.severity is Severity.ERROR for each in diagnostics))


def refuse_source(output: Path, project: Path) -> None:
    """The documents' twins have the names of content files: they must not take their place."""
    for name in (CONTENT, "templates"):
        if output.resolve().is_relative_to((project / name).resolve()):
            raise click.BadParameter(
                f"dokumenten kan inte skrivas i {name}/; välj en annan mapp", param_hint="--output"
            )


def refuse(diagnostics: Sequence["Diagnostic"], language: str, reason: str) -> NoReturn:
    """Says what is wrong and that nothing was written."""
    from safecomm import report

    click.echo(report.text(diagnostics, language), err=True, nl=False)
    click.echo(f"{report.counted(diagnostics, language)}; {INTERFACE[language][reason]}", err=True)
    sys.exit(1)


def nearest_project() -> Path:
    """The nearest folder upward that has content/, else this one (whose content/ is then reported missing)."""
    here = Path.cwd()
    return next((each for each in (here, *here.parents) if (each / CONTENT).is_dir()), here)


def shown(file: Path) -> str:
    """As the editor would type it: relative to this folder where it lies below it."""
    here = Path.cwd() if file.is_absolute() else Path()
    return str(file.relative_to(here)) if file.is_relative_to(here) else str(file)
