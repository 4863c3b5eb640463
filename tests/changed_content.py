"""A project in whose content something else is written."""

from pathlib import Path


def change(project: Path, path: str, old: str, new: str) -> None:
    """Puts one text of a content file in the place of another."""
    file = project / "content" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
