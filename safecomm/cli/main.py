"""The command line's entrance: one command a module, and what a fault of the machine or of our own looks like.

Exit codes: 0; 1 for what the editor, the template's designer or the machine's owner can mend; 2 for wrong usage;
3 for a bug of ours, with its traceback. What a command needs is imported when it runs, so that `--help` is quick.
"""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click

from safecomm import __version__
from safecomm.cli.audit import audit
from safecomm.cli.build import build
from safecomm.cli.check import check
from safecomm.cli.diff import diff
from safecomm.cli.explain import explain
from safecomm.cli.init import init
from safecomm.cli.new import new
from safecomm.cli.project import LANGUAGE
from safecomm.cli.refusal import refuse_fault
from safecomm.cli.rename import rename
from safecomm.cli.review import review
from safecomm.cli.schema import schema
from safecomm.cli.sent import sent
from safecomm.cli.status import status
from safecomm.cli.swedish import Group
from safecomm.cli.template import template
from safecomm.cli.text import text
from safecomm.cli.translated import translated

PACKAGE = Path(__file__).parents[1]


def main() -> None:
    """Runs the command line and exits."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        # A console that cannot show ”å” shows a question mark instead of ending in an error.
        stream.reconfigure(errors="replace")
    # A run is short and keeps until its end what it has made; looking for garbage meanwhile was a seventh of its time.
    gc.disable()
    try:
        cli()
    except SystemExit as end:
        leave(end.code)
    except Exception as fault:
        # What the machine refuses is no bug of ours, wherever it shows.
        if isinstance(fault, OSError) and not is_packaged(fault.filename):
            machine_fault(fault)
        import traceback

        traceback.print_exc()
        sys.exit(3)


def is_packaged(file: object) -> bool:
    """Whether it belongs to the program: what is missing there was left out by us."""
    return isinstance(file, str) and Path(file).is_relative_to(PACKAGE)


def machine_fault(fault: OSError) -> NoReturn:
    with suppress(OSError, SystemExit):
        refuse_fault(fault, LANGUAGE)
    os._exit(1)


def leave(code: object) -> NoReturn:
    """Ends the process at once: to take every module apart first was a twentieth of the time of a small build."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    os._exit(code if isinstance(code, int) else 0)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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


for command in (
    audit,
    build,
    check,
    diff,
    explain,
    init,
    new,
    rename,
    review,
    schema,
    sent,
    status,
    template,
    text,
    translated,
):
    cli.add_command(command)
