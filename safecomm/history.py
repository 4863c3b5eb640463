"""Earlier versions of a file, from Git where the project is kept in it; no other room asks Git anything."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

# Who looks further back has forgotten the text for other reasons.
DEEPEST = 200
PATIENCE = 20
"""Seconds that Git may take for one answer."""


def earlier_texts(project: Path, path: str) -> Iterator[str]:
    """What the file held in each commit that changed it, newest first; nothing without Git or its history."""
    for commit in asked(project, "log", f"--max-count={DEEPEST}", "--format=%H", "--", path).split():
        if text := asked(project, "show", f"{commit}:./{path}"):
            yield text


def asked(project: Path, *arguments: str) -> str:
    """Git's answer, empty where it has none."""
    try:
        run = subprocess.run(["git", *arguments], cwd=project, capture_output=True, timeout=PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout.decode(errors="replace")
