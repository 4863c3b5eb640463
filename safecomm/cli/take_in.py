"""`safecomm take-in`."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.project import common, in_project
from safecomm.messages.texts import texts_of

if TYPE_CHECKING:
    from safecomm.old_documents.known_headings import Target
    from safecomm.old_documents.taking_in import TakenDocument, TakenPart
    from safecomm.old_documents.word_parts import WordPart

TRAIL = " › "
ASIDES = {"deleted": "deleted", "comment": "comments", "picture": "pictures"}


@click.command("take-in")
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Fråga inte; det som inte är självklart läggs i content/unplaced.md.")
@common
def take_in(file: Path, yes: bool, project: Path | None, lang: str | None) -> None:
    """Tar in en tidigare ansökan eller ett antaget program från Word.

    FIL är ett Word-dokument (.docx) på projektets första språk. Rubrikerna avgör vart texterna hör: till kriterierna,
    till egna avsnitt, till insatser, verksamheter och projekt, eller till programmets och ansökans egna texter. Vart
    en rubrik hör som programmet inte känner frågar det om. Det som inte får någon plats läggs i content/unplaced.md,
    och inget som står i filen försvinner. Till sist visas vad varje del blev.

    \b
    Exempel:
      safecomm take-in program-2004.docx
      safecomm take-in ansokan.docx --yes
    """
    from safecomm.labels import Labels
    from safecomm.old_documents.taking_in import take_in as take
    from safecomm.old_documents.word_reader import read_old_document

    with in_project(project, lang) as (root, language):
        from safecomm.content.project_language import project_languages

        says = texts_of("take_in", language)
        source = project_languages(root)[0]
        placeholder = Labels(root, source).phrase("placeholder")
        described = texts_of("take_in", source if source in ("sv", "en") else "en")["described"]
        document = read_old_document(file, described.format(placeholder=placeholder))
        taken = take(root, document, None if yes else Questions(says).ask)
    for line in told(taken, says):
        click.echo(line)
    placed = sum(not part.reason for part in taken.parts)
    click.echo(says["done"].format(file=file.name, placed=placed, all=len(taken.parts)))


class Questions:
    """Where a part belongs whose heading does not say it."""

    def __init__(self, says: Mapping[str, str]) -> None:
        self.says = says

    def ask(self, part: "WordPart", targets: "list[Target]", criteria: Mapping[str, str]) -> "Target | str":
        click.echo("\n" + self.says["heading"].format(trail=TRAIL.join(above.title for above in part.trail)))
        if part.beginning:
            click.echo(self.says["begins"].format(text=part.beginning))
        choices: dict[Target | str, str] = {"": self.says["choice-nowhere"]}
        choices |= {target: self.says["choice"].format(path=path_of(target), field=target.field) for target in targets}
        choices |= {id_: self.says["choice-section"].format(criterion=name) for id_, name in criteria.items()}
        for number, name in enumerate(choices.values()):
            click.echo(f"    {number}  {name}")
        answer = click.prompt(self.says["ask"], type=click.IntRange(0, len(choices) - 1), default=0)
        return [*choices][answer]


def path_of(target: "Target") -> str:
    from safecomm.content.record_files import record_name

    return record_name(target.kind, target.id)


def told(taken: "TakenDocument", says: Mapping[str, str]) -> Iterator[str]:
    """A line for each part, and what else there was."""
    for part in taken.parts:
        yield told_part(part, says)
    if taken.inserted:
        yield says["inserted"].format(number=taken.inserted)
    counts = Counter(aside.kind for aside in taken.asides)
    for kind, name in ASIDES.items():
        if counts[kind]:  # type: ignore[index]
            yield says[name].format(number=counts[kind])  # type: ignore[index]


def told_part(part: "TakenPart", says: Mapping[str, str]) -> str:
    heading = "  " * max(0, len(part.trail) - 1) + (part.trail[-1] if part.trail else says["beginning"])
    if part.reason:
        return says["unplaced"].format(heading=heading, reason=says[f"reason-{part.reason}"])
    if not part.path:
        return says["heads"].format(heading=heading)
    line = says["placed"].format(heading=heading, path=part.path, field=part.field)
    return f"{line} ({says['check'].format(fields=', '.join(part.guessed))})" if part.guessed else line
