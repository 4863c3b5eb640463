"""How long a redline takes and how much it marks, and whether it stays right through many random edits.

python -m benchmarks.redline --cases 500
"""

import argparse
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from safecomm.build import build
from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.package import MAIN, Package
from safecomm.redline.redline import UnprovenError
from tests.bilingual import DOCUMENTS
from tests.redline.edits import Edits
from tests.redline.sample import redline, tracked

PROJECT = Path(__file__).parents[1]
BLOCKS = 2_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=500, help="how many random pairs of drafts to try")
    arguments = parser.parse_args()
    documents = [document.docx for document in build(PROJECT, DOCUMENTS, final=False, language=None).built]
    for name, old, new in measured(documents[1]):
        print(f"{name}: {seconds(old, new):.2f} s, {len(tracked(redline(old, new, 'a')))} marks in the body")
    failures = [seed for seed in range(arguments.cases) if not proven(documents, Random(seed))]
    print(f"{arguments.cases} random pairs, {len(failures)} failures {failures}")


def measured(application: bytes) -> Iterator[tuple[str, bytes, bytes]]:
    yield "no change", application, application
    yield "one word", application, with_one_word(application)
    yield "five edits", application, with_five_edits(application)
    long = lengthened(application)
    yield f"two hundred edits in {BLOCKS} blocks", long, Edits(long, Random(200)).make(200)


def with_one_word(docx: bytes) -> bytes:
    parts = Package(docx).parts()
    return write_parts(parts | {MAIN: parts[MAIN].replace(b" says more ", b" tells more ", 1)})


def with_five_edits(docx: bytes) -> bytes:
    """A text, a paragraph, a row, a footnote and a list."""
    edits = Edits(docx, Random(1))
    for edit in (Edits.change_text, Edits.insert, Edits.row, Edits.add_note, Edits.renumber):
        edit(edits)
    return edits.make(0)


def lengthened(docx: bytes) -> bytes:
    edits = Edits(docx, Random(1))
    while len(edits.body) < BLOCKS:
        edits.insert()
    return edits.make(0)


def seconds(old: bytes, new: bytes) -> float:
    """Processor time, the median of five."""
    times = []
    for _ in range(5):
        start = time.process_time()
        redline(old, new, "a")
        times.append(time.process_time() - start)
    return statistics.median(times)


def proven(documents: list[bytes], random: Random) -> bool:
    old = Edits(random.choice(documents), random).make(random.randint(0, 10))
    try:
        redline(old, Edits(old, random).make(random.randint(1, 25)), "a")
    except UnprovenError:
        return False
    return True


if __name__ == "__main__":
    main()
