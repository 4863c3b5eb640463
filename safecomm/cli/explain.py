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
    from safecomm.codes.codes import all_codes
    from safecomm.codes.explanation import explain as explained
    from safecomm.content.language import spoken
    from safecomm.diagnostic import nearest_name

    language = lang or spoken(nearest_project())
    code, known = code.strip("[]"), all_codes()
    if code not in known:
        says, nearest = INTERFACE[language], nearest_name(code, known)
        hint = f"; {says['nearest'].format(nearest=nearest)}" if nearest else ""
        raise click.BadParameter(says["unknown-code"].format(code=code) + hint)
    click.echo(explained(code, language), nl=False)
