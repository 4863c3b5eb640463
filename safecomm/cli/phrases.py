"""`safecomm phrases check`."""

import sys
from pathlib import Path

import click

from safecomm.catalogue import known_languages
from safecomm.cli.group import CommandGroup
from safecomm.cli.project import common, in_project
from safecomm.cli.usage import wrong_usage


@click.group(cls=CommandGroup)
def phrases() -> None:
    """För den som lägger till ett språk: prövar dess fil med dokumentens ord.

    \b
    Exempel:
      safecomm phrases check nb
    """


@phrases.command()
@click.argument("language", metavar="SPRÅK")
@common
def check(language: str, project: Path | None, lang: str | None) -> None:
    """Visar vad som saknas eller är för mycket i templates/phrases.SPRÅK.jinja, jämfört med de engelska orden.

    \b
    Exempel:
      safecomm phrases check nb
    """
    from safecomm import report
    from safecomm.phrases import check as check_phrases

    with in_project(project, lang) as (root, answer):
        known = known_languages(root)
        if language not in known:
            raise wrong_usage("usage-language", name=language, known=", ".join(known))
        faults = check_phrases(root, language)
    click.echo(report.text(faults, answer) + report.count_by_severity(faults, answer))
    sys.exit(bool(faults))
