"""The files of content/ as bytes: each is read once, also where several readings are made of them."""

from pathlib import Path

from safecomm.content.file import FOLDER, read_bytes, within
from safecomm.content.folder import translated
from safecomm.content.record_memory import FileBytes
from safecomm.diagnostic import ContentError, Location, problem


class ReadFiles:
    """Those of a project in the `languages`, each as it was when it was first asked for."""

    def __init__(self, content: Path, languages: tuple[str, ...]) -> None:
        self.content, self.languages = content, languages
        self.known: dict[str, FileBytes] = {}

    def file(self, name: str) -> FileBytes:
        """By its name below content/."""
        if name not in self.known:
            self.known[name] = read_file(self.content, name, self.languages)
        return self.known[name]


def read_file(content: Path, name: str, languages: tuple[str, ...]) -> FileBytes:
    file, path = content / name, f"{FOLDER}/{name}"
    language = next((language for language in languages[1:] if name.endswith(translated(language))), languages[0])
    source = FileBytes(path, b"", languages, language)
    try:
        if file.is_symlink() and within(content, file) is None:
            return source._replace(problems=(problem("file-outside", Location(path)),))
        return source._replace(data=read_bytes(file, Location(path)))
    except ContentError as fault:
        return source._replace(problems=tuple(fault.diagnostics))
