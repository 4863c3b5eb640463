"""`safecomm explain`."""

import click

from safecomm.cli.project import language_option, nearest_project
from safecomm.messages.interface import INTERFACE


@click.command()
@click.argument("code", metavar="KOD")
@language_option
def explain(code: str, lang: str | None) -> None:
    """Förklarar en kod som ett meddelande slutar med: vad den betyder, varför regeln finns och hur man gör rätt.

    \b
    Exempel:
      safecomm explain unknown-reference
      safecomm explain yaml-colon --lang en
    """
    from safecomm.content.language import spoken
    from safecomm.diagnostic import nearest_name
    from safecomm.explanations import EXPLANATIONS, page
    from safecomm.messages import NEAREST

    language = lang or spoken(nearest_project())
    code = code.strip("[]")
    if code not in EXPLANATIONS:
        nearest = nearest_name(code, EXPLANATIONS)
        hint = f"; {NEAREST[language].format(nearest=nearest)}" if nearest else ""
        raise click.BadParameter(INTERFACE[language]["unknown-code"].format(code=code) + hint)
    click.echo(page(code, language), nl=False)
