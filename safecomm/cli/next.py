"""`safecomm next`."""

from pathlib import Path

import click

from safecomm.cli.project import common, in_project


@click.command()
@common
def next(project: Path | None, lang: str | None) -> None:  # noqa: A001 — the command's name
    """Ställer en fråga i taget om det som fattas, och skriver svaret där det hör hemma.

    Först kommer det som ingen har fyllt i än, sedan det som en certifierare frågar efter, och sist det som har blivit
    gammalt. Varje fråga kan besvaras nu eller senare, eller godtas med ett skäl, och det senaste svaret kan tas
    tillbaka.

    \b
    Exempel:
      safecomm next
    """
    from safecomm.cli.interview import Interview

    with in_project(project, lang) as (root, language):
        Interview(root, language).run()
