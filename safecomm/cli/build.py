"""`safecomm build`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.catalogue import DOCUMENTS, Document, named
from safecomm.cli.project import CONTENT, common, nearest_project, shown
from safecomm.cli.refusal import refuse
from safecomm.messages.interface import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language


def chosen(_context: click.Context, _parameter: click.Parameter, names: tuple[str, ...]) -> Sequence[Document]:
    """The documents that the arguments name, each once, in their usual order."""
    for name in names:
        if not named(name):
            known = ", ".join(sorted({known for each in DOCUMENTS for known in (each.name, each.stem)}))
            raise click.BadParameter(f"”{name}” är inget dokument; välj bland: {known}")
    wanted = {document for name in names for document in named(name)}
    return [document for document in DOCUMENTS if document in wanted or not names]


@click.command()
@click.argument("documents", nargs=-1, metavar="[DOKUMENT]...", callback=chosen)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="MAPP",
    help="Mappen att skriva i; annars build/.",
)
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
    from safecomm.content.language import spoken
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
        refuse(fault.diagnostics, lang or spoken(root), "not-final" if only_gaps else reason, root)
    for docx, twin in written:
        click.echo(INTERFACE[run.language]["wrote"].format(docx=shown(docx), twin=shown(twin)))
    click.echo(report.gaps(run.gaps, run.language))


def refuse_source(output: Path, project: Path) -> None:
    """The documents' twins have the names of content files: they must not take their place."""
    for name in (CONTENT, "templates"):
        if output.resolve().is_relative_to((project / name).resolve()):
            raise click.BadParameter(
                f"dokumenten kan inte skrivas i {name}/; välj en annan mapp", param_hint="--output"
            )
