"""A good project, and what chance may do to its files: the same seed does the same everywhere."""

import os
import random
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from tests.test_broken import HERE

RICH = """

Se [](measure:lighting), *[](table:lampor)*, [planen](evidence:planen)[^1] och [Safe streets]{lang=en}.

| Gata | Lampor |
|------|-------:|
| Norra[^1] | **4** [](organisation:polisen) |

: Lampor per gata {#lampor}

![En karta över gatorna](karta.png)

: Gatorna, som [](table:lampor) räknar dem {#gatorna}

1. Ett
   - två **tre**

> Enligt [kommunen](https://example.org/a_(b) "En titel")

[^1]: Räknade i [](figure:gatorna).
""".encode()
SPECIAL = [
    each.encode(errors="surrogatepass")
    for each in (
        *("{{ 7*7 }}", "{% for a in b %}", "<w:p>", "]]>", "&amp;", "&#0;", "&#xd800;"),
        *("\0", "\ufeff", "\u202e", "\u2028", "\ud800", "\ufffd", "\x85", "\t", "\r", "å", "a\u030a", '"', "'", "\\"),
        *("\n---\n", "\n...\n", "&a [*a, *a]", "<<: *a", "!!python/name:os", "? ", "2009;1;\n"),
        *("\ntranslates: [a, {b: c}]\n", "\none_language: [[text], {a: b}]\n", "\nacknowledged: [a, {gap: [b]}]\n"),
        *("\nthemes: [a]\n", "\nrows: a\n", "\ntext: a\n", "\norder: 1e999\n", "\nperiod: 9999-1\n"),
        *(each * 999 for each in ("[", ">", "- ", "*", "{", "9", "ö", "[^1]", "\n# text\n")),
        *("\n# å\n", "\n: a {#a}\n", "\n| a |\n|--", "[^1]", "[^1]: [^1]", "[](measure:", "[](table:å)"),
        *("{lang=", "{lang=en .a #b}", "[a]{lang=xx-" + "y" * 99 + "}"),
        *("![a](../../etc/passwd)", "![a](karta.png%00)", "![a](CON.png)", "![a](a\u030a.png)"),
    )
]
NAMES = [
    "con.md",
    "å.md",
    "a\u030a.md",
    "\udcff.md",
    "a b.en.md",
    ".md",
    ".en.md",
    "x.en.en.md",
    "council.md",
    "{0}.md",
]


class Odd(Enum):
    """What stands where a file should be."""

    FOLDER = auto()
    PIPE = auto()
    LOOP = auto()
    DANGLING = auto()
    OUTSIDE = auto()

    def make(self, path: Path) -> None:
        targets = {Odd.LOOP: path, Odd.DANGLING: path.with_name("gone"), Odd.OUTSIDE: Path("/dev/zero")}
        if self is Odd.FOLDER:
            path.mkdir()
        elif self is Odd.PIPE:
            os.mkfifo(path)
        else:
            path.symlink_to(targets[self])


Files = dict[str, bytes | Odd]


def contents(folder: Path) -> dict[str, bytes]:
    """Sorted: chance takes a file by its number."""
    found = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    return dict(sorted(found.items()))


PICTURES = HERE / "broken" / "picture-title" / "content" / "measures"
GOOD = contents(HERE / "good" / "content")
GOOD["measures/lighting.md"] += RICH
GOOD["measures/karta.png"] = (PICTURES / "karta.png").read_bytes()
STRANGE = [data for path, data in contents(HERE / "broken").items() if "/content/" in path and path.endswith(".md")]
"""Files of the broken projects, whose pieces are put into good ones."""


def mutated(seed: int) -> Files:
    """The files of content/ after one to eight changes."""
    chance, files = random.Random(seed), Files(GOOD)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        path = chance.choice(sorted(files))
        data = files[path]
        if isinstance(data, Odd) or chance.random() < 0.15:
            chance.choice(OF_PROJECTS)(chance, files, path)
        elif chance.random() < 0.5:
            files[path] = chance.choice(OF_BYTES)(chance, data)
        else:
            lines = data.splitlines(keepends=True) or [b""]
            chance.choice(OF_LINES)(chance, lines, chance.randrange(len(lines)))
            files[path] = b"".join(lines)
    return files


def flip(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.choice((1, 1, 4))) + data[at + 1 :]


def insert(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(SPECIAL) + data[at:]


def truncate(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def splice(chance: random.Random, data: bytes) -> bytes:
    """A word of this file becomes a word of another."""
    words, others = data.split(b" "), chance.choice([*STRANGE, *GOOD.values()]).split(b" ")
    words[chance.randrange(len(words))] = chance.choice(others)
    return b" ".join(words)


def delete(_: random.Random, lines: list[bytes], at: int) -> None:
    del lines[at]


def duplicate(chance: random.Random, lines: list[bytes], at: int) -> None:
    lines[at:at] = [lines[at]] * chance.choice((1, 2, 99))


def indent(chance: random.Random, lines: list[bytes], at: int) -> None:
    lines[at] = chance.choice((b" ", b"  ", b"    ", b"\t", b"- ", b"> ", b": ")) + lines[at]


def swap(chance: random.Random, lines: list[bytes], at: int) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def graft(chance: random.Random, lines: list[bytes], at: int) -> None:
    """Lines of another file."""
    others = chance.choice([*STRANGE, *GOOD.values()]).splitlines(keepends=True)
    start = chance.randrange(len(others))
    lines[at:at] = others[start : start + chance.choice((1, 3, 99))]


def rename(chance: random.Random, files: Files, path: str) -> None:
    files[f"{path.rpartition('/')[0]}/{chance.choice(NAMES)}".lstrip("/")] = files.pop(path)


def exchange(chance: random.Random, files: Files, path: str) -> None:
    other = chance.choice(sorted(files))
    files[path], files[other] = files[other], files[path]


def remove(_: random.Random, files: Files, path: str) -> None:
    del files[path]


def empty(_: random.Random, files: Files, path: str) -> None:
    files[path] = b""


def replace(chance: random.Random, files: Files, path: str) -> None:
    files[path] = chance.choice(list(Odd))


OF_BYTES: list[Callable[[random.Random, bytes], bytes]] = [flip, insert, insert, insert, truncate, splice]
OF_LINES: list[Callable[[random.Random, list[bytes], int], None]] = [delete, duplicate, indent, swap, graft]
OF_PROJECTS: list[Callable[[random.Random, Files, str], None]] = [rename, exchange, remove, empty, replace]
