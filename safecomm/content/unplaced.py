"""What was taken in from an old document and has no place yet, `content/unplaced.md`: in no document, and no record."""

import os
from pathlib import Path

from safecomm.content.content import UnplacedTexts
from safecomm.content.file import FOLDER, read_bytes, text_of, within
from safecomm.content.folder import UNPLACED
from safecomm.content.references import Passage
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.markdown.blocks import Heading, Prose
from safecomm.markdown.traversal import plain_text

PATH = f"{FOLDER}/{UNPLACED}"


def read_unplaced(project: Path, language: str) -> tuple[UnplacedTexts, list[Passage]]:
    """With the texts themselves, which may show pictures; raises ContentError where they cannot be read.

    There may be no file, or an empty one. What no document could show is no fault in it.
    """
    file = project / PATH
    if not os.path.lexists(file):
        return UnplacedTexts(), []
    if file.is_symlink() and within(project / FOLDER, file) is None:
        raise ContentError([problem("file-outside", Location(PATH))])
    # markdown-it is not needed where nothing was taken in.
    from safecomm.markdown.parse import parse

    data = read_bytes(file, Location(PATH))
    blocks, _ = parse(text_of(data, PATH), PATH, 1, language) if data.strip() else ((), [])
    if not blocks:
        return UnplacedTexts(), []
    headings = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    titles = tuple(plain_text(heading.children) for heading in headings) or ("",)
    return UnplacedTexts(titles, blocks[0].line), [Passage(PATH, Prose("unplaced", language, blocks))]
