"""What is wrong with what somebody asked for, and that was not written."""

from collections.abc import Iterator
from contextlib import contextmanager

from safecomm.content.content import Content
from safecomm.diagnostic import ContentError, Diagnostic, Location


@contextmanager
def told_of(content: Content, kind: str, id_: str) -> Iterator[None]:
    """Tells it of the record: on the line that it names, the file has something else as long as nothing is written."""
    try:
        yield
    except ContentError as fault:
        data, key = content.places.sources[kind, id_]
        begins = Location(data.path, data.field_place(key).line if key else 1)
        raise ContentError([moved(found, begins) for found in fault.diagnostics]) from fault


def moved(problem: Diagnostic, place: Location) -> Diagnostic:
    return problem._replace(location=place) if problem.location.path == place.path else problem
