"""The status as one page that stands by itself: readable by a screen reader, and without anything from a network."""

from safecomm.html.render import render_page
from safecomm.labels import Labels
from safecomm.readiness.blocks import blocks
from safecomm.readiness.status import Readiness
from safecomm.readiness.words import StatusPhrases


def page(status: Readiness, labels: Labels) -> str:
    title = StatusPhrases(status, labels)("title", name=status.community)
    return render_page("status", language=status.language, title=title, blocks=blocks(status, labels))
