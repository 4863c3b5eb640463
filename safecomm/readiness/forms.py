"""The forms in which a status is told, by the name that the command has for them."""

from collections.abc import Callable, Mapping

from safecomm.readiness import html, markdown, terminal, tree
from safecomm.readiness.status import Status

FORMS: Mapping[str, Callable[[Status], str]] = {
    "text": terminal.text,
    "json": tree.as_json,
    "md": markdown.text,
    "html": html.page,
}
