"""Click's own words in Swedish: the headings of `--help`, and what it says of wrong usage."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

WORDS = {
    "Options": "Flaggor",
    "Commands": "Kommandon",
    "Show this message and exit.": "Visar den här hjälpen.",
    "Show the version and exit.": "Visar programmets version.",
    "[OPTIONS]": "[FLAGGOR]",
    "COMMAND [ARGS]...": "KOMMANDO ...",
}


class Formatter(click.HelpFormatter):
    """Writes the help page with our words where click writes its own."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for word in ("[OPTIONS]", "COMMAND [ARGS]..."):
            args = args.replace(word, WORDS[word])
        super().write_usage(prog, args, prefix or "Användning: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(WORDS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, WORDS.get(text, text)) for term, text in rows], col_max, col_spacing)


class Context(click.Context):
    formatter_class = Formatter


class WrongUsage(click.UsageError):
    """Wrong usage in a sentence of ours."""

    def show(self, file: Any = None) -> None:
        if self.ctx:
            click.echo(f"{self.ctx.get_usage()}\n”{self.ctx.command_path} --help” visar mer.\n", file=file, err=True)
        click.echo(f"fel: {self.message}", file=file, err=True)


class Group(click.Group):
    """A group that speaks Swedish, and makes its commands do so."""

    context_class = Context

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        cmd.context_class = Context
        super().add_command(cmd, name)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        with translated():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with translated():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            raise WrongUsage(
                f"det finns inget kommando ”{args[0]}”; välj bland: {', '.join(sorted(self.commands))}", ctx
            )
        return super().resolve_command(ctx, args)


@contextmanager
def translated() -> Iterator[None]:
    try:
        yield
    except click.UsageError as fault:
        if said := sentence(fault):
            raise WrongUsage(said, fault.ctx) from None
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
