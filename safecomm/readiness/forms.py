"""The forms in which a status is told, by the name that the command has for them."""

from collections.abc import Callable, Mapping

from safecomm.labels import Labels
from safecomm.readiness import html, markdown, terminal, tree
from safecomm.readiness.status import Readiness

FORMS: Mapping[str, Callable[[Readiness, Labels], str]] = {
    "text": terminal.text,
    "json": lambda status, _: tree.as_json(status),
    "md": markdown.text,
    "html": html.page,
}
