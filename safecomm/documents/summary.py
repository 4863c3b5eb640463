"""The summary form that the network asks for beside the application."""

from safecomm.documents.appendices import reference_views
from safecomm.documents.application import contact_view, summary
from safecomm.documents.community import population_points
from safecomm.documents.edition import Edition
from safecomm.documents.history import designation_views
from safecomm.documents.indicators import point_view
from safecomm.documents.organisation import resource_table
from safecomm.documents.summary_views import SummaryFormView


def summary_view(edition: Edition) -> SummaryFormView:
    """A presentation that nobody has written for the application is the community's own."""
    records, application = edition.records, edition.records.application
    community, started = records.community, records.programme.started
    points = population_points(edition)
    return SummaryFormView(
        presentation=edition.prose(application.summary or community.overview),
        picture=edition.prose(community.picture),
        name=community.name,
        kind=application.kind,
        country=community.country,
        inhabitants=point_view(edition, points[-1]) if points else None,
        started=str(started) if started else None,
        designations=designation_views(edition),
        support_centre=application.support_centre,
        certifier=application.certifier,
        co_certifier=application.co_certifier,
        website=community.website,
        url=application.url,
        contact=contact_view(edition, application.contact) if application.contact else None,
        summary=summary(edition),
        references=reference_views(edition),
        resources=resource_table(edition).rows,
    )
