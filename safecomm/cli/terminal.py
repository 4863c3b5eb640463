"""Whether a person reads what is printed, and how wide the window is."""

import shutil
from pathlib import Path
from typing import TextIO

from safecomm.report.plain import Terminal


def terminal(stream: TextIO | None, project: Path) -> Terminal | None:
    """None for a file or a pipe."""
    if stream is None or not stream.isatty():
        return None
    return Terminal(project, shutil.get_terminal_size().columns)
