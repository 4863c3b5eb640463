"""`safecomm diff`."""

import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from safecomm.cli.answer import as_bytes, refuse_source
from safecomm.cli.project import answer_language, common, display_path, in_project
from safecomm.cli.usage import check_printable, wrong_usage

if TYPE_CHECKING:
    from safecomm.changes.change_lines import ChangeMarkup
    from safecomm.content.content import Language


WORD_FILES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".rtf", ".pdf")


class DiffOutput(NamedTuple):
    """What is to be written besides the summary, and the summary's form and file."""

    docx: bool
    html: bool
    output: Path
    author: str | None
    date: datetime | None
    form: str
    summary: Path | None

    @property
    def page(self) -> Path:
        return self.output / "changes.html"

    def redline_of(self, stem: str) -> Path:
        return self.output / f"{stem}.changes.docx"


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
@click.option("--author", callback=check_printable, help="Vem ändringarna i Word tillskrivs; annars kommunen.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Ändringarnas datum i Word; annars inget.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "md"]), default="text", help="Sammanfattningens form."
)
@click.option(
    "--summary",
    metavar="FIL",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Filen att skriva sammanfattningen i; annars visas den.",
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
    summary: Path | None,
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
      safecomm diff v1 v2 --format md --summary ändringar.md
      safecomm diff retur.docx build/application.sv.docx
    """
    words = [is_word(name) for name in (old, new)]
    if any(words) and not all(words):
        raise wrong_usage("usage-one-word-file")
    with in_project(project, lang) as (root, language):
        folder = root / "build" if output is None else output
        for place in filter(None, (folder, summary)):
            refuse_source(place, root)
        wanted = DiffOutput(docx, html, folder, author, date, form, summary)
        if new is not None and all(words):
            different = between_files(Path(old), Path(new), wanted, language)
        else:
            different = between_drafts(root, old, new, wanted, lang)
    sys.exit(different and exit_code)


def is_word(name: str | None) -> bool:
    """Whether a Word file is meant, or what somebody takes for one, which is told when it is opened."""
    return name is not None and name.lower().endswith(WORD_FILES)


def between_drafts(root: Path, old: str, new: str | None, wanted: DiffOutput, lang: "Language | None") -> bool:
    from safecomm import comparison
    from safecomm.changes import as_json, change_lines
    from safecomm.messages.texts import texts_of

    files: dict[Path, bytes] = {}
    documents = []
    with comparison.open_version(root, old) as before, comparison.open_version(root, new) as after:
        drafts = comparison.load_drafts(before, after, answer_language(lang, after.folder))
        changes = comparison.compare_drafts(*drafts)
        if wanted.docx or wanted.html:
            # Slow to import.
            from safecomm.document_pairs import render_pairs

            for pair in render_pairs(*drafts):
                if wanted.html:
                    documents.append(pair.changes())
                if wanted.docx:
                    author = wanted.author or changes.community
                    files[wanted.redline_of(pair.stem)] = pair.redline(author, wanted.date)
    names = old, new or texts_of("changes", changes.language)["worktree"]
    if wanted.html:
        from safecomm.changes import page

        files[wanted.page] = page.page(changes, documents, *names)
    as_lines = partial(change_lines.summary, markup=markup_for(wanted.form))
    summary = as_json.summary if wanted.form == "json" else as_lines
    answer(summary(changes, *names), files, wanted.summary, changes.language)
    return bool(changes.records)


def between_files(old: Path, new: Path, wanted: DiffOutput, language: "Language") -> bool:
    from safecomm.changes import as_json, change_lines, page
    from safecomm.document_pairs import changes_of_files, open_files, redline_files
    from safecomm.messages.texts import texts_of

    pair, names = open_files(old, new), (str(old), str(new))
    document = changes_of_files(pair)
    files: dict[Path, bytes] = {}
    if wanted.docx:
        redlined = redline_files(pair, wanted.author or "safecomm", wanted.date, language)
        document = document._replace(taken=redlined.proof.taken_over)
        if redlined.proof.changes:
            files[wanted.redline_of(pair.stem)] = redlined.data
        else:
            click.echo(texts_of("layers", language)["no-redline"], err=True)
    if wanted.html:
        files[wanted.page] = page.document_page(document, *names, language)
    as_lines = partial(change_lines.document, language=language, markup=markup_for(wanted.form))
    summary = as_json.document if wanted.form == "json" else as_lines
    answer(summary(document, *names), files, wanted.summary, language)
    return bool(document.sections or document.beside)


def markup_for(form: str) -> "ChangeMarkup":
    """With colours; the marks stay, for those who do not see them."""
    from safecomm.changes.change_lines import MARKDOWN, TEXT
    from safecomm.report.terminal_text import bold, green, red

    if form == "md":
        return MARKDOWN
    return TEXT._replace(
        name=lambda text: bold(TEXT.name(text)),
        deleted=lambda text: red(TEXT.deleted(text)),
        inserted=lambda text: green(TEXT.inserted(text)),
    )


def answer(summary: str, files: "dict[Path, bytes]", file: Path | None, language: "Language") -> None:
    """All files or none; what was written is told on the error output, so that the summary can be passed on."""
    from safecomm.messages.texts import texts_of
    from safecomm.output import write

    if file:
        files[file] = as_bytes(summary)
    write(files)
    if not file:
        click.echo(summary, nl=False)
    for written in files:
        click.echo(texts_of("changes", language)["wrote"].format(file=display_path(written)), err=True)
