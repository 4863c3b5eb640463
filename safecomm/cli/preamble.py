"""What the commands begin with: which project, in which language, and what an interrupted run left to finish."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from safecomm.cli.project import answer_language, nearest_project
from safecomm.cli.refusal import refuse

if TYPE_CHECKING:
    from safecomm.content.content import Language


@contextmanager
def in_project(project: Path | None, lang: "Language | None") -> Iterator[tuple[Path, "Language"]]:
    """The project's folder and the language to answer in, for the options that `common` adds.

    What can be mended is told, and ends the command with 1.
    """
    from safecomm.journal import recover

    root = project or nearest_project()
    language = answer_language(lang, root)
    with refusing(language, root):
        recover(root)
        yield root, language


@contextmanager
def refusing(language: "Language", project: Path | None = None, reason: str = "stopped") -> Iterator[None]:
    """Ends the command when something is wrong that people can mend."""
    from safecomm.diagnostic import ContentError

    try:
        yield
    except ContentError as fault:
        refuse(fault.diagnostics, language, reason, project)
