"""Several content files written all or none, even when the run is killed: a journal in the project says what is due."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from safecomm.diagnostic import ContentError
from safecomm.output import write

WRITING = ".safecomm/writing"
JOURNAL = "journal.json"


def write_all(project: Path, files: Mapping[str, bytes]) -> None:
    """Writes the files by their paths in the project; raises ContentError, and then they are as they were.

    Copies of all come first, then the journal. From then on a run that is killed is finished by the next.
    """
    folder = project / WRITING
    before = {project / path: (project / path).read_bytes() for path in files if (project / path).is_file()}
    shutil.rmtree(folder, ignore_errors=True)
    copies = {path: f"{number}.copy" for number, path in enumerate(files)}
    write({folder / copy: files[path] for path, copy in copies.items()})
    write({folder / JOURNAL: json.dumps(copies).encode()})
    try:
        finish(project)
    except ContentError:
        shutil.rmtree(folder, ignore_errors=True)
        write({file: data for file, data in before.items() if file.read_bytes() != data})
        raise


def finish(project: Path) -> None:
    """Does what a journal says is due; without one, nothing was begun that could be finished."""
    write({project / path: (project / WRITING / copy).read_bytes() for path, copy in due(project)})
    shutil.rmtree(project / WRITING, ignore_errors=True)


def due(project: Path) -> Iterator[tuple[str, str]]:
    """The files with their copies; a journal that leads out of the content is not ours."""
    try:
        entries = json.loads((project / WRITING / JOURNAL).read_bytes())
    except (OSError, ValueError):
        return
    content = (project / "content").resolve()
    for path, copy in entries.items() if isinstance(entries, dict) else ():
        if (project / path).resolve().is_relative_to(content) and (project / WRITING / Path(str(copy)).name).is_file():
            yield path, Path(copy).name
