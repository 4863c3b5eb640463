"""What Click itself says, in Swedish: its own words through gettext, and sentences of ours for wrong usage."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

LOCALE = Path(__file__).parent / "locale"
OPTIONS, COMMAND = "[FLAGGOR]", "KOMMANDO ..."


class Group(click.Group):
    """A group that speaks Swedish, and makes its commands do so."""

    def __init__(self, *args: Any, **extra: Any) -> None:
        super().__init__(*args, **{"options_metavar": OPTIONS, "subcommand_metavar": COMMAND} | extra)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        cmd.options_metavar = OPTIONS
        super().add_command(cmd, name)

    def main(self, *args: Any, **extra: Any) -> Any:
        with in_swedish():
            return super().main(*args, **extra)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        with in_sentences():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with in_sentences():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            known = ", ".join(sorted(self.commands))
            raise OwnUsageError(f"det finns inget kommando ”{args[0]}”; välj bland: {known}", ctx)
        return super().resolve_command(ctx, args)


@contextmanager
def in_swedish() -> Iterator[None]:
    """Click asks gettext for its words, and gettext asks the environment for the language."""
    gettext.bindtextdomain("messages", str(LOCALE))
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = "sv"
    try:
        yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


class OwnUsageError(click.UsageError):
    """Wrong usage in a sentence of ours."""


@contextmanager
def in_sentences() -> Iterator[None]:
    try:
        yield
    except click.UsageError as fault:
        if said := sentence(fault):
            raise OwnUsageError(said, fault.ctx) from None
        raise


def sentence(fault: click.UsageError) -> str | None:
    """What is wrong and what to write; None for what is ours already, or no fault at all."""
    match fault:
        case click.NoSuchOption():
            meant = f"; menade du {' eller '.join(sorted(fault.possibilities))}?" if fault.possibilities else ""
            return f"det finns ingen flagga {fault.option_name}{meant}"
        case click.BadOptionUsage():
            return f"flaggan {fault.option_name} saknar sitt värde, eller har ett fast den inte ska ha något"
        case click.MissingParameter():
            return f"{hint(fault)} saknas"
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice)):
            return f"{hint(fault)} kan vara: {', '.join(map(str, choice.choices))}"
        case click.BadParameter(param=click.Parameter(type=click.Path(file_okay=False))):
            return f"{hint(fault)} ska vara en mapp"
        case click.BadParameter():
            return fault.message
    return "för många argument" if type(fault) is click.UsageError else None


def hint(fault: click.BadParameter) -> str:
    """The flag or argument as the editor writes it."""
    if isinstance(fault.param, click.Option):
        return fault.param.opts[0]
    return fault.param.human_readable_name if fault.param else "argumentet"
