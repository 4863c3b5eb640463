"""How reviewers comment: on words, over paragraphs, on pictures and cells, in threads."""

from random import Random

from lxml import etree
from lxml.etree import _Element as Element

from tests.returned.edits import Made, some_words
from tests.returned.word import COMMENTS, EXTENDED, W14, W15, Copy, cut, run_of, w


def write(copy: Copy, text: str, parent: str = "", *, known: bool = True, done: bool = False) -> tuple[str, str]:
    """A comment, or the answer to one; its id, and that of its paragraph where the program gives one."""
    identity, key = copy.identity(), f"{int(copy.identity()):08X}" if known else ""
    element = etree.SubElement(copy.story(COMMENTS, "comments"), w("comment"), {**copy.revision(""), w("id"): identity})
    paragraph = etree.SubElement(element, w("p"), {f"{{{W14}}}paraId": key} if key else {})
    paragraph.append(run_of(text))
    if key:
        entry = {f"{{{W15}}}paraId": key, f"{{{W15}}}done": str(int(done))}
        entry |= {f"{{{W15}}}paraIdParent": parent} if parent else {}
        etree.SubElement(copy.story(EXTENDED, "commentsEx"), f"{{{W15}}}commentEx", entry)
    return identity, key


def around(first: Element, last: Element, identity: str) -> None:
    first.addprevious(etree.Element(w("commentRangeStart"), {w("id"): identity}))
    run = etree.Element(w("r"))
    etree.SubElement(run, w("commentReference"), {w("id"): identity})
    last.addnext(run)
    last.addnext(etree.Element(w("commentRangeEnd"), {w("id"): identity}))


def comment(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    """Resolved or not; some programs give ids to resolved ones only."""
    span = some_words(paragraph, random)
    if span is None:
        return None
    done = random.random() < 0.3
    identity, _ = write(copy, f"Kommentar {token}", known=done or random.random() < 0.5, done=done)
    words = cut(span)
    around(words, words, identity)
    return Made([token])


def thread(copy: Copy, paragraph: Element, random: Random, token: str) -> Made | None:
    """A comment, its answer, and the answer to that."""
    span = some_words(paragraph, random)
    if span is None:
        return None
    identity, key = write(copy, "Fråga")
    words = cut(span)
    around(words, words, identity)
    for number in range(random.randint(1, 3)):
        last, key = write(copy, f"Svar {number} {token}", key)
        around(words, words, last)
    return Made([f"Svar {number} {token}"])


def comment_over_paragraphs(copy: Copy, paragraph: Element, _random: Random, token: str) -> Made | None:
    following = paragraph.getnext()
    runs = [*paragraph.iterfind(w("r"))]
    others = [] if following is None or following.tag != w("p") else [*following.iterfind(w("r"))]
    if not runs or not others:
        return None
    identity, _ = write(copy, f"Över två {token}")
    around(runs[0], others[-1], identity)
    return Made([token])


def comment_on_all(copy: Copy, paragraph: Element, _random: Random, token: str) -> Made | None:
    """On whatever the paragraph holds: a picture, the words of a cell."""
    runs = [*paragraph.iterfind(w("r"))]
    if not runs:
        return None
    identity, _ = write(copy, f"Om detta {token}")
    around(runs[0], runs[-1], identity)
    return Made([token])
