"""The command line's entrance: one command a module, and what a fault of the machine or of our own looks like.

Exit codes: 0; 1 for what the editor, the template's designer or the machine's owner can mend; 2 for wrong usage;
3 for a bug of ours, with its traceback. What a command needs is imported when it runs, so that `--help` is quick.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from safecomm import __version__
from safecomm.cli.group import CommandGroup, LazyCommands, import_command
from safecomm.cli.project import language_of
from safecomm.cli.refusal import tell_refusal

PACKAGE = Path(__file__).parents[1]
COMMANDS = LazyCommands(
    (
        "acknowledge",
        "audit",
        "build",
        "check",
        "collect",
        "decide",
        "desk",
        "diff",
        "explain",
        "import",
        "init",
        "migrate",
        "new",
        "next",
        "package",
        "phrases",
        "prove",
        "rename",
        "review",
        "schema",
        "sent",
        "status",
        "take-in",
        "template",
        "text",
        "translate",
        "translated",
    ),
    import_command,
)


def main() -> None:
    """Runs the command line and exits."""
    set_encodings()
    # A run is short and keeps most of what it makes: Python would look for garbage in vain, again and again.
    gc.set_threshold(1_000_000, 50, 100)
    # Plugins of Pydantic that somebody installed are not to run here, and to look for them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        run()
    except Exception as fault:
        # What the machine refuses is no bug of ours, wherever it shows.
        if isinstance(fault, OSError) and fault.errno and not is_packaged(fault.filename):
            refuse_machine(fault)
        import traceback

        traceback.print_exc()
        sys.exit(3)
    finally:
        # Nothing that is still there will be garbage before the end.
        gc.freeze()


def run() -> None:
    """Ends with SystemExit, or with the fault of an output that takes nothing."""
    try:
        cli()
    finally:
        for stream in outputs():
            stream.flush()


def outputs() -> Iterator[TextIOWrapper]:
    """Those that there are, and that can be set: a window has none."""
    return (stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, TextIOWrapper))


def set_encodings() -> None:
    """What goes to a file or a program is UTF-8 with the same line ends on every machine.

    A console that cannot show ”å” shows a question mark instead of ending in an error.
    """
    for stream in outputs():
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def is_packaged(file: object) -> bool:
    """Whether it belongs to the program: what is missing there was left out by us."""
    return isinstance(file, str | os.PathLike) and Path(file).is_relative_to(PACKAGE)


def refuse_machine(fault: OSError) -> NoReturn:
    from safecomm.output import machine_problem

    with suppress(OSError):
        tell_refusal([machine_problem(fault)], language_of(sys.argv[1:]), "stopped")
    for stream in outputs():
        throw_away_rest(stream)
    sys.exit(1)


def throw_away_rest(stream: TextIOWrapper) -> None:
    """What an output does not take must not be offered to it again when Python ends."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@click.group(
    cls=CommandGroup,
    commands=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(
    __version__, prog_name="safecomm", message="%(prog)s %(version)s", help="Visar programmets version."
)
def cli() -> None:
    """Trygghetsprogrammet och Safe Community-ansökan ur en och samma mapp, content/.

    \b
    Exempel:
      safecomm check
      safecomm build
      safecomm template check
    """
