"""`safecomm explain`."""

import click

from safecomm.cli.project import answer_language, language_option
from safecomm.cli.usage import UsageFault
from safecomm.messages.texts import INTERFACE


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
    from safecomm.codes.codes import explain as explanation
    from safecomm.diagnostic import nearest_name

    language = answer_language(lang)
    code, known = code.strip("[]"), all_codes()
    if code not in known:
        says, nearest = INTERFACE[language], nearest_name(code, known)
        hint = f"; {says['nearest'].format(nearest=nearest)}" if nearest else ""
        raise UsageFault(says["unknown-code"].format(code=code) + hint, click.get_current_context())
    click.echo(explanation(code, language), nl=False)
