"""A question answered by yes or no, in the language in which it is asked."""

import click

from safecomm.messages.texts import INTERFACE


def agrees(question: str, language: str, *, default: bool | None = True) -> bool:
    """A part of the word will do, and so will the English one; without a default nothing typed is no answer."""
    says = INTERFACE[language]
    words = {says["yes"]: True, "yes": True, says["no"]: False, "no": False}

    def read(typed: str) -> bool:
        meant = {agreed for word, agreed in words.items() if typed and word.startswith(typed.strip().lower())}
        if len(meant) != 1:
            raise click.UsageError(says["usage-yes-or-no"].format(yes=says["yes"], no=says["no"]))
        return meant.pop()

    shown = None if default is None else says["yes" if default else "no"]
    agreed: bool = click.prompt(f"{question} ({says['yes']}, {says['no']})", default=shown, value_proc=read)
    return agreed
