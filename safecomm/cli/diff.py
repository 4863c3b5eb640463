"""`safecomm diff`."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from safecomm.cli.build import refuse_source
from safecomm.cli.preamble import answer_language, in_project
from safecomm.cli.project import common, shown

if TYPE_CHECKING:
    from safecomm.changes.text import Ink
    from safecomm.content.content import Language


class Wanted(NamedTuple):
    """What is to be written besides the summary."""

    docx: bool
    html: bool
    output: Path
    author: str | None
    date: datetime | None


def printable(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    """No Word file can hold other characters."""
    if name is not None and not name.isprintable():
        raise click.BadParameter("namnet innehåller tecken som inte syns; skriv det på nytt")
    return name


@click.command()
@click.argument("old", default="HEAD", metavar="[FÖRE]")
@click.argument("new", default=None, required=False, metavar="[EFTER]")
@click.option("--docx", is_flag=True, help="Skriv också varje dokument med ändringarna spårade, för Word.")
@click.option("--html", is_flag=True, help="Skriv också en webbsida med ändringarna, build/changes.html.")
@click.option(
    "--output",
    metavar="MAPP",
    type=click.Path(file_okay=False, path_type=Path),
    help="Mappen att skriva i; annars build/.",
)
@click.option("--author", callback=printable, help="Vem ändringarna i Word tillskrivs; annars kommunen.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Ändringarnas datum i Word; annars inget.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "md"]), default="text", help="Sammanfattningens form."
)
@click.option("--exit-code", is_flag=True, help="Avsluta med 1 när något skiljer, som git diff.")
@common
def diff(
    old: str,
    new: str | None,
    docx: bool,
    html: bool,
    output: Path | None,
    author: str | None,
    date: datetime | None,
    form: str,
    exit_code: bool,
    project: Path | None,
    lang: "Language | None",
) -> None:
    """Visar vad som ändrats mellan två utkast: versioner i Git, projektmappar eller Word-filer.

    Utan argument jämförs den senast sparade versionen i Git (HEAD) med arbetsmappen.

    \b
    Exempel:
      safecomm diff
      safecomm diff HEAD~3 --docx
      safecomm diff v1 v2 --html --output utkast
      safecomm diff retur.docx build/application.sv.docx
    """
    words = [is_word(each) for each in (old, new)]
    if any(words) and not all(words):
        raise click.BadParameter("en Word-fil jämförs med en annan Word-fil; ange två", param_hint="FÖRE EFTER")
    with in_project(project, lang) as (root, language):
        folder = root / "build" if output is None else output
        refuse_source(folder, root)
        wanted = Wanted(docx, html, folder, author, date)
        if new is not None and all(words):
            different = between_files(Path(old), Path(new), wanted, form, language)
        else:
            different = between_drafts(root, old, new, wanted, form, lang)
    sys.exit(different and exit_code)


def is_word(name: str | None) -> bool:
    return name is not None and name.lower().endswith(".docx")


def between_drafts(root: Path, old: str, new: str | None, wanted: Wanted, form: str, lang: "Language | None") -> bool:
    from safecomm import comparison
    from safecomm.changes import as_json, page, text
    from safecomm.messages.changes import WORDS
    from safecomm.output import write

    with comparison.opened(root, old) as before, comparison.opened(root, new) as after:
        changes = comparison.compared(before, after, answer_language(lang, after.folder))
        found = comparison.pairs(before, after, changes.language) if wanted.docx or wanted.html else []
    names = old, new or WORDS[changes.language]["worktree"]
    files: dict[Path, bytes] = {}
    if wanted.docx:
        files |= comparison.redlined(found, wanted.output, wanted.author or changes.community, wanted.date)
    if wanted.html:
        files[wanted.output / "changes.html"] = page.page(changes, comparison.documents(found), *names)
    write(files)
    click.echo(
        as_json.summary(changes, *names) if form == "json" else text.summary(changes, *names, ink(form)), nl=False
    )
    tell(files, changes.language)
    return bool(changes.records)


def between_files(old: Path, new: Path, wanted: Wanted, form: str, language: "Language") -> bool:
    from safecomm import comparison
    from safecomm.changes import as_json, page, text
    from safecomm.output import write

    pair = comparison.Files(old, new)
    found, names = pair.document(), (str(old), str(new))
    files = pair.redlined(wanted.output, wanted.author or "safecomm", wanted.date) if wanted.docx else {}
    if wanted.html:
        files[wanted.output / "changes.html"] = page.document_page(found, *names, language)
    write(files)
    shows = as_json.document(found, *names) if form == "json" else text.document(found, *names, language, ink(form))
    click.echo(shows, nl=False)
    tell(files, language)
    return bool(found.sections)


def ink(form: str) -> "Ink":
    """With colours on a terminal only; there the marks stay, for those who do not see the colours."""
    from safecomm.changes.text import MARKDOWN, TEXT

    if form == "md":
        return MARKDOWN
    if not (sys.stdout and sys.stdout.isatty()):
        return TEXT
    return TEXT._replace(
        name=lambda text: click.style(text, bold=True),
        deleted=lambda text: click.style(TEXT.deleted(text), fg="red"),
        inserted=lambda text: click.style(TEXT.inserted(text), fg="green"),
    )


def tell(files: "dict[Path, bytes]", language: "Language") -> None:
    """On the error output, so that the summary can be passed on."""
    from safecomm.messages.changes import WORDS

    for file in files:
        click.echo(WORDS[language]["wrote"].format(file=shown(file)), err=True)
