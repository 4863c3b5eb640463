"""The words of a paragraph made others, step by step: what stays keeps its look, its links and its places."""

from collections import deque
from collections.abc import Iterator, Sequence

from lxml import etree

from safecomm.diffing import is_word, split_words
from safecomm.ooxml.revisions import DELETED, INSERTED
from safecomm.ooxml.wordml import RUN_PROPERTIES
from safecomm.redline.tokens import ParagraphToken, Tokenizer
from safecomm.redline.tracked_content import WrittenStep
from safecomm.review.run_text import NO_TEXT, OBJECT, text_of
from safecomm.review.word_changes import LONGEST, TextChange, changes, joined_by

PLAIN_TEXT = ParagraphToken((), None)
Steps = list[WrittenStep]


def steps_of(paragraph: etree._Element, tokenizer: Tokenizer) -> Steps:
    tokens, places = tokenizer.tokenize(paragraph)
    steps: Steps = []
    for number, token in enumerate(tokens):
        steps += [*map(WrittenStep, places.pop(number, ())), WrittenStep(token)]
    return steps + [WrittenStep(place) for left in places.values() for place in left]


def shown(steps: Sequence[WrittenStep]) -> str:
    """As `review` reads it."""
    return "".join(map(shown_in, steps))


def shown_in(step: WrittenStep) -> str:
    token = step.content
    if step.text or not isinstance(token, ParagraphToken):
        return step.text
    if len(token.elements) > 1:
        return OBJECT
    return "".join(text_of(child, "") for child in token.elements[0] if child.tag != RUN_PROPERTIES)


def change_words(steps: Sequence[WrittenStep], wanted: str, *, tracked: bool) -> Steps | None:
    """The steps that say what is wanted; None where that would touch more than words."""
    old = shown(steps)
    if max(len(old), len(wanted)) > LONGEST:
        return None
    made = join_near(old, changes(old, wanted))
    if any(NO_TEXT.search(old[change.start : change.end] + change.text) for change in made):
        return None
    owners = [step for step in steps for _ in shown_in(step)]
    left, written, at = deque(steps), Steps(), 0
    for change in made:
        written += take(left, change.start - at)
        gone = take(left, change.end - change.start)
        written += (step._replace(tag=DELETED) if tracked else step for step in gone if tracked or not shown_in(step))
        if change.text:
            owner = owners[joined_by(change.start, change.text, len(old))].content if owners else None
            written.append(WrittenStep(like(owner, change.text), INSERTED if tracked else None))
        at = change.end
    return [*written, *left]


def join_near(old: str, made: Sequence[TextChange]) -> list[TextChange]:
    """What stands between two changes and holds no word belongs to them, so that a phrase is read as one."""
    joined: list[TextChange] = []
    for change in made:
        last = joined.pop() if joined else None
        if last is None or any(map(is_word, split_words(old[last.end : change.start]))):
            joined += [change] if last is None else [last, change]
        else:
            between = old[last.end : change.start]
            joined.append(TextChange(last.start, change.end, last.text + between + change.text))
    return joined


def take(left: deque[WrittenStep], count: int) -> Iterator[WrittenStep]:
    """The steps that show the next characters, the last one cut, and the places between them."""
    while count > 0:
        step = left.popleft()
        token, length = step.content, len(shown_in(step))
        if isinstance(token, ParagraphToken) and length > count:
            left.appendleft(step._replace(content=token._replace(text=token.text[count:])))
            step, length = step._replace(content=token._replace(text=token.text[:count])), count
        count -= length
        yield step


def like(owner: ParagraphToken | etree._Element | None, text: str) -> ParagraphToken:
    """New words, which look as the text does that they belong to."""
    token = owner if isinstance(owner, ParagraphToken) and owner.text else PLAIN_TEXT
    return token._replace(elements=(), text=text)
