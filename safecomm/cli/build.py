"""`safecomm build`."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.catalogue import Document
from safecomm.cli.answer import refuse_source
from safecomm.cli.project import common, display_path, in_project, nearest_project
from safecomm.cli.refusal import refuse, tell_refusal
from safecomm.cli.usage import choose_built, choose_part, language_in
from safecomm.last_build import BuildRequest, LastBuild
from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from safecomm.build import DocumentFiles, Run
    from safecomm.content.content import Language
    from safecomm.content.record_memory import RecordMemory
    from safecomm.diagnostic import ContentError
    from safecomm.twin.twin import TextMemory


@click.command()
@click.argument("documents", nargs=-1, metavar="[DOKUMENT]...", callback=choose_built)
@click.option("--all", "every", is_flag=True, is_eager=True, help="Bygg alla dokument.")
@click.option("--record", metavar="ID", help="Bygg bara det som gäller en post: en enda uppdragsbeskrivning.")
@click.option("--year", metavar="ÅR", help="Bygg uppföljningen av ett år; annars av det senaste som är rapporterat.")
@click.option(
    "--for", "audience", type=click.Choice(["network"]), help="Bygg uppföljningen som årsrapport till nätverket."
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="MAPP",
    help="Mappen att skriva i; annars build/.",
)
@click.option("--final", is_flag=True, help="Bygg slutliga dokument; vägras så länge en lucka finns kvar.")
@click.option("--pdf", is_flag=True, help="Skriv också en PDF av varje dokument; kräver LibreOffice.")
@click.option("--force", is_flag=True, help="Bygg också när inget har ändrats sedan förra bygget.")
@click.option("--watch", is_flag=True, help="Bygg om det som varje sparad ändring rör, tills du trycker Ctrl-C.")
@common
def build(
    documents: Sequence[Document],
    every: bool,  # noqa: ARG001 (choose_built reads it)
    record: str | None,
    year: str | None,
    audience: str | None,
    output: Path | None,
    final: bool,
    pdf: bool,
    force: bool,
    watch: bool,
    project: Path | None,
    lang: "Language | None",
) -> None:
    """Bygger Word-dokumenten: programmet och ansökan, eller de som nämns (briefs, application.en ...).

    \b
    Exempel:
      safecomm build
      safecomm build application.en --output utkast
      safecomm build briefs --record hearings
      safecomm build followup --year 2009
      safecomm build followup --for network
      safecomm build --all
      safecomm build --watch
      safecomm build --final --pdf
    """
    root = project or nearest_project()
    folder = root / "build" if output is None else output
    refuse_source(folder, root)
    documents = choose_part(documents, "record", record)
    documents = choose_part(documents, "year", "-".join(filter(None, (year, audience))) or None)
    request = BuildRequest(root, folder, documents, final, pdf, lang)
    if watch:
        from safecomm.cli.watching import keep_building
        from safecomm.watch import changes

        with in_project(root, lang):
            keep_building(request, changes(root))
        return
    last = LastBuild(request)
    if force or not tell_unchanged(last):
        with in_project(root, lang) as (_, language):
            build_once(last, language)


def tell_unchanged(last: LastBuild) -> bool:
    """Says so, and what is still true of what the last build said, where there is nothing to build."""
    if (remarks := last.remarks()) is None:
        return False
    says = INTERFACE[language_in(click.get_current_context())]
    unchanged = [says["unchanged"].format(file=display_path(file)) for file in last.request.files()]
    for line in (*unchanged, *remarks, says["not-built-again"]):
        click.echo(line)
    return True


def build_once(last: LastBuild, language: str) -> None:
    from safecomm.build import file_contents
    from safecomm.diagnostic import ContentError

    request = last.request
    try:
        run = make(request)
    except ContentError as fault:
        refuse(fault.diagnostics, language, reason_of(fault), request.project)
    complete = write(request, run)
    if complete:
        made, drafts = file_contents(run.built, request.output), [built.draft for built in run.built if built.draft]
        last.note(made, [draft.file_name for draft in drafts], run.named, lasting_remarks(request, run))
    sys.exit(not complete)


def make(request: BuildRequest, memory: "RecordMemory | None" = None, chapters: "TextMemory | None" = None) -> "Run":
    """Raises ContentError when something is wrong; the memories are for whoever builds again and again."""
    from safecomm import build as stops
    from safecomm.content.kept_records import KeptRecords
    from safecomm.journal import recover

    recover(request.project)
    memory = memory or KeptRecords(request.project)
    run = stops.build(request.project, request.documents, request.final, request.lang, memory, chapters)
    if not (request.final or request.pdf):
        return run
    tell = tell_progress(run.language)
    return stops.publish(request.project, run, request.output, final=request.final, pdf=request.pdf, tell=tell)


def reason_of(fault: "ContentError") -> str:
    """Why nothing was made: `--final` stops at gaps alone, too."""
    from safecomm.diagnostic import Severity

    only_gaps = all(diagnostic.severity is Severity.WARNING for diagnostic in fault.diagnostics)
    return "not-final" if only_gaps else "not-built"


def write(request: BuildRequest, run: "Run") -> bool:
    """Says what was written; raises ContentError, and nothing is written. False where something is missing."""
    from safecomm import build as stops
    from safecomm import report

    # First: what has been written may be sent at once, and a run may be killed between.
    unkept = stops.keep(request.project, run)
    written = stops.save(run.built, request.output)
    for line in written_lines(request, run, written):
        click.echo(line)
    click.echo(report.count_by_code(run.gaps, run.language))
    click.echo(report.text(unkept, run.language), err=True, nl=False)
    if request.pdf and run.faults:
        tell_refusal(run.faults, run.language, "no-pdf")
    if run.refused:
        tell_refusal(run.refused, run.language, "not-final-edition", request.project)
    return not (run.refused or (request.pdf and run.faults))


def written_lines(request: BuildRequest, run: "Run", written: Sequence["DocumentFiles"]) -> Iterator[str]:
    """What was written, what is kept, and which contents got no page numbers."""
    says = INTERFACE[run.language]
    for files, built in zip(written, run.built, strict=True):
        yield says["wrote"].format(docx=display_path(files.docx), twin=display_path(files.twin))
        if request.pdf and not run.faults:
            yield says["unchanged" if built.pdf is None else "wrote-file"].format(file=display_path(files.pdf))
        if built.unnumbered:
            yield says["no-numbers"].format(what=display_path(files.docx))
    if request.final and run.faults:
        yield says["no-numbers"].format(what=run.faults[0].message(run.language))


def lasting_remarks(request: BuildRequest, run: "Run") -> list[str]:
    """What stays true of the documents until they are built again."""
    from safecomm import report

    says, unnumbered = INTERFACE[run.language], (built.document.stem for built in run.built if built.unnumbered)
    numbers = [says["no-numbers"].format(what=display_path(request.output / f"{stem}.docx")) for stem in unnumbered]
    return [*numbers, *report.count_by_code(run.gaps, run.language).splitlines()]


def tell_progress(language: str) -> Callable[[str], None]:
    """Says on a terminal which PDF is being made."""

    def tell(name: str) -> None:
        if sys.stderr and sys.stderr.isatty():
            click.echo(INTERFACE[language]["makes-pdf"].format(name=name), err=True)

    return tell
