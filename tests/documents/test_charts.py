"""Charts of the real content: what they show is what the content says."""

import pytest

from safecomm.content.load import load
from safecomm.content.vocabulary import OrganisationKind
from safecomm.documents.application import application_view
from safecomm.documents.edition import Edition
from safecomm.documents.partners import PartnerChartText, partner_chart
from safecomm.documents.views import ApplicationView, PartnerView
from safecomm.markdown.blocks import Title
from tests.test_broken import HERE


@pytest.fixture(scope="module")
def solna() -> ApplicationView:
    return application_view(Edition(load(HERE.parent), "en"))


def test_every_partner_is_counted_once_most_first(solna: ApplicationView) -> None:
    chart = solna.partner_chart
    assert chart is not None
    members, others = chart.series
    assert members.name is PartnerChartText.COUNCIL
    assert sum(int(each or 0) for each in members.values) == sum(each.council for each in solna.partners) == 4
    totals = [int(one or 0) + int(other or 0) for one, other in zip(members.values, others.values, strict=True)]
    assert totals == sorted(totals, reverse=True)
    assert sum(totals) == len(solna.partners)
    assert set(chart.categories) == {each.kind for each in solna.partners}


def test_one_kind_is_no_chart() -> None:
    police = PartnerView(Title("Polisen", "organisation:police"), OrganisationKind.POLICE, True, (), (), ())
    assert partner_chart([]) is None
    assert partner_chart([police, police]) is None
    assert partner_chart([police, police._replace(kind=OrganisationKind.SCHOOL)]) is not None
