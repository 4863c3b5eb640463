"""What a template may show in the summary form; as with all views."""

from typing import NamedTuple

from safecomm.content.vocabulary import ApplicationKind
from safecomm.documents.figure_views import LevelView
from safecomm.documents.front_views import DesignationView, ReferenceView, ResourceView
from safecomm.documents.views import ContactView, Summary
from safecomm.markdown.blocks import Prose


class SummaryFormView(NamedTuple):
    """The fields of the form, in its order; `references` and `resources` are among those that need not be filled in."""

    presentation: Prose | None
    picture: Prose | None
    name: str
    kind: ApplicationKind
    country: str
    inhabitants: LevelView | None
    started: str | None
    designations: tuple[DesignationView, ...]
    support_centre: str | None
    certifier: str | None
    co_certifier: str | None
    website: str | None
    url: str | None
    contact: ContactView | None
    summary: Summary
    references: tuple[ReferenceView, ...]
    resources: tuple[ResourceView, ...]
