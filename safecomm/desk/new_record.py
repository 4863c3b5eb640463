"""A record that somebody on the desk adds."""

from collections.abc import Mapping

from safecomm.content.content import Language
from safecomm.content.yaml_data import Key, Value
from safecomm.desk.addresses import record_address
from safecomm.desk.desk import Desk
from safecomm.diagnostic import ContentError, Diagnostic, Location
from safecomm.editing.new import new_titled


def add_record(desk: Desk, kind: str, titles: Mapping[Language, str], given: Mapping[Key, Value]) -> str:
    """Tells its address; raises ContentError, in which what is wrong with the record itself has no place yet."""
    try:
        id_ = new_titled(desk.project, kind, titles, given)
    except ContentError as fault:
        raise ContentError([placed(found, desk) for found in fault.diagnostics]) from fault
    desk.refresh()
    return record_address(kind, id_)


def placed(problem: Diagnostic, desk: Desk) -> Diagnostic:
    """Without the file that was not made after all."""
    is_there = (desk.project / problem.location.path).exists()
    return problem if is_there else problem._replace(location=Location(""))
