"""Templates of a project's own, which begin as those of the program."""

import os
from contextlib import suppress
from pathlib import Path

from safecomm.catalogue import TEMPLATES, packaged_templates
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.output import write
from safecomm.stray_files import is_stray


def copy_templates(project: Path) -> Path:
    """Writes all templates and phrases into the folder that comes back; raises ContentError where there is one."""
    folder = project / TEMPLATES
    if os.path.lexists(folder):
        raise ContentError([problem("templates-taken", Location(TEMPLATES))])
    files = [file for file in packaged_templates().iterdir() if not is_stray(file.name)]
    try:
        write({folder / file.name: file.read_bytes() for file in files})
    except ContentError:
        # An empty folder would be taken for the project's templates.
        with suppress(OSError):
            folder.rmdir()
        raise
    return folder
