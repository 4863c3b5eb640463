"""The files of content/ as bytes: each is read once, also where several readings are made of them."""

from collections.abc import Mapping
from hashlib import sha256
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

    def changed(self, proposed: Mapping[str, bytes]) -> "ReadFiles":
        """The same files, but some of which hold what is proposed, by their paths in the project."""
        files = ReadFiles(self.content, self.languages)
        files.known = {**self.known}
        for path, data in proposed.items():
            name = path.removeprefix(f"{FOLDER}/")
            files.known[name] = unread(name, self.languages)._replace(data=data)
        return files

    @property
    def digests(self) -> dict[str, bytes]:
        """Of what was read, by the paths in the project."""
        return {file.path: sha256(file.data).digest() for file in self.known.values()}


def unread(name: str, languages: tuple[str, ...]) -> FileBytes:
    language = next((language for language in languages[1:] if name.endswith(translated(language))), languages[0])
    return FileBytes(f"{FOLDER}/{name}", b"", languages, language)


def read_file(content: Path, name: str, languages: tuple[str, ...]) -> FileBytes:
    file, source = content / name, unread(name, languages)
    place = Location(source.path)
    try:
        if file.is_symlink() and within(content, file) is None:
            return source._replace(problems=(problem("file-outside", place),))
        return source._replace(data=read_bytes(file, place))
    except ContentError as fault:
        return source._replace(problems=tuple(fault.diagnostics))
