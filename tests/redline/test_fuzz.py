"""Random edits with fixed seeds: every redline proves itself, and no link in it leads nowhere.

`python -m benchmarks.redline` runs more of them.
"""

from pathlib import Path
from random import Random

import pytest

from tests.redline.edits import Edits
from tests.redline.sample import AUTHOR, accept, anchors, bookmarks, document, redline, reject

pytestmark = pytest.mark.slow

CHUNKS = (
    "# Bakgrund",
    "# Läget i kommunen",
    "## Barn och unga",
    "## Barn och unga i trafiken",
    "Trygghet är viktigt för alla som bor i Solna, och för dem som arbetar här.",
    "Trygghet är **viktigt** för alla som bor i Solna, och för *dem* som arbetar här.",
    "Läs [rapporten](https://example.org/a) om arbetet.",
    "Läs [rapporten](https://example.org/b 'En titel') om arbetet.",
    "- lampor\n- staket\n- spärrar",
    "- lampor\n- räcken vid trappan\n    1. mät\n    2. bygg\n- spärrar",
    "Gör så här:\n\n1. mät\n2. räkna\n3. följ upp",
    "Gör sedan så här:\n\n4. mät\n5. räkna",
    "Börja så:\n\n1. planera\n\n    Fråga de boende.\n\n2. räkna",
    "> Alla ska kunna känna sig trygga.",
    "| Mått | År |\n|---|--:|\n| Fall | 2007 |\n| Brand | 2008 |\n| Drunkning | 2006 |",
    "| Mått | År | Antal |\n|---|---|---|\n| Fall | 2007 | 12 |\n| Brand[^b] | 2008 | 3 |\n\n[^b]: Enligt registret.",
    "Skador[^a] minskar.\n\n[^a]: Enligt registret från 2007.",
    "Skador[^c] minskar sedan[^d] länge.\n\n[^c]: Enligt registret från 2008.\n[^d]: I alla åldrar.",
)


def text(random: Random) -> list[str]:
    return random.sample(CHUNKS, random.randint(1, len(CHUNKS)))


def changed(chunks: list[str], random: Random) -> list[str]:
    """Some chunks taken out, put in, or moved; each stands once, for a label of a note may stand only once."""
    found = list(chunks)
    for _ in range(random.randint(1, 4)):
        chunk = random.choice(CHUNKS)
        if chunk in found:
            found.remove(chunk)
        if random.random() < 0.7 or not found:
            found.insert(random.randint(0, len(found)), chunk)
    return found


def prove_links(redlined: bytes, dangling: frozenset[str] = frozenset()) -> None:
    """Links lead somewhere, but for those that the new draft has cut the place of."""
    for docx in (redlined, accept(redlined), reject(redlined)):
        names = bookmarks(docx)
        assert len(names) == len(set(names))
        assert anchors(docx) <= set(names) | dangling


@pytest.mark.parametrize("seed", range(120))
def test_small_texts(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    old = text(random)
    new = changed(old, random) if seed % 3 else text(random)
    drafts = [document(tmp_path, "\n\n".join(chunks), contents=bool(seed % 2)) for chunks in (old, new)]
    prove_links(redline(drafts[0], drafts[1], AUTHOR))


@pytest.mark.parametrize("seed", range(0, 12, 2))
def test_real_documents(seed: int, real: dict[str, bytes]) -> None:
    random = Random(seed)
    old = Edits(real[random.choice(sorted(real))], random).make(seed)
    new = Edits(old, random).make(random.randint(1, 12))
    prove_links(redline(old, new, AUTHOR), frozenset(anchors(new) - set(bookmarks(new))))
