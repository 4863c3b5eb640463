"""Where it stands."""

from starlette.requests import Request
from starlette.responses import Response

from safecomm.desk.desk import Desk
from safecomm.desk.respond import page_response
from safecomm.desk.routing import page
from safecomm.messages.texts import texts_of


def show(desk: Desk, _request: Request) -> Response:
    return page_response(desk, "status", texts_of("desk", desk.language)["page-status"])


ROUTES = (page("/", show), page("/status", show))
