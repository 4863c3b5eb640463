"""`safecomm build`."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.catalogue import DOCUMENTS, Document, named
from safecomm.cli.project import CONTENT, common, complete, nearest_project, shown
from safecomm.cli.refusal import refuse
from safecomm.cli.watching import keep_building
from safecomm.messages.interface import INTERFACE

if TYPE_CHECKING:
    from safecomm.build import Files, Run
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
@click.option("--pdf", is_flag=True, help="Skriv också en PDF av varje dokument; kräver LibreOffice.")
@click.option("--watch", is_flag=True, help="Bygg om det som varje sparad ändring rör, tills du trycker Ctrl-C.")
@common
def build(
    documents: Sequence[Document],
    output: Path | None,
    final: bool,
    pdf: bool,
    watch: bool,
    project: Path | None,
    lang: "Language | None",
) -> None:
    """Bygger Word-dokumenten: alla, eller de som nämns (programme, application, application.en ...).

    \b
    Exempel:
      safecomm build
      safecomm build application.en --output utkast
      safecomm build --watch
      safecomm build --final --pdf
    """
    root = project or nearest_project()
    folder = root / "build" if output is None else output
    refuse_source(folder, root)
    once = partial(build_once, root=root, folder=folder, final=final, pdf=pdf, lang=lang)
    if watch:
        from safecomm.content.language import spoken

        keep_building(once, documents, root, lang or spoken(root))
    else:
        once(documents)


def build_once(
    documents: Sequence[Document], root: Path, folder: Path, final: bool, pdf: bool, lang: "Language | None"
) -> None:
    """Builds, writes and says so; refuses when something is wrong."""
    from safecomm import build as stops
    from safecomm import report
    from safecomm.content.language import spoken
    from safecomm.diagnostic import ContentError, Severity

    reason = "not-built"
    try:
        complete(root)
        run = stops.build(root, documents, final, lang)
        reason = "stopped"
        if final or pdf:
            run = stops.publish(run, folder, final=final, pdf=pdf, tell=progress(run.language))
        # First: what has been written may be sent at once, and a run may be killed between.
        unkept = stops.keep(root, run)
        written = stops.save(run.built, folder)
    except ContentError as fault:
        only_gaps = all(each.severity is Severity.WARNING for each in fault.diagnostics)
        refuse(fault.diagnostics, lang or spoken(root), "not-final" if only_gaps else reason, root)
    for line in told(run, written, final, pdf):
        click.echo(line)
    click.echo(report.gaps(run.gaps, run.language))
    click.echo(report.text(unkept, run.language), err=True, nl=False)
    if pdf and run.faults:
        refuse(run.faults, run.language, "no-pdf")


def progress(language: str) -> Callable[[str], None]:
    """Says on a terminal which PDF is being made."""

    def tell(name: str) -> None:
        if sys.stderr and sys.stderr.isatty():
            click.echo(INTERFACE[language]["makes-pdf"].format(name=name), err=True)

    return tell


def told(run: "Run", written: Sequence["Files"], final: bool, pdf: bool) -> Iterator[str]:
    """What was written, what is kept, and which contents got no page numbers."""
    says = INTERFACE[run.language]
    for files, built in zip(written, run.built, strict=True):
        yield says["wrote"].format(docx=shown(files.docx), twin=shown(files.twin))
        if pdf and not run.faults:
            yield says["kept-pdf" if built.pdf is None else "wrote-pdf"].format(pdf=shown(files.pdf))
        if built.unnumbered:
            yield says["no-numbers"].format(what=shown(files.docx))
    if final and run.faults:
        yield says["no-numbers"].format(what=run.faults[0].message(run.language))


def refuse_source(output: Path, project: Path) -> None:
    """The documents' twins have the names of content files: they must not take their place."""
    for name in (CONTENT, "templates"):
        if output.resolve().is_relative_to((project / name).resolve()):
            raise click.BadParameter(
                f"dokumenten kan inte skrivas i {name}/; välj en annan mapp", param_hint="--output"
            )
