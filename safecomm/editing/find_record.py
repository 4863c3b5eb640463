"""The one record that somebody names: by its id, or by its kind and its id."""

from collections.abc import Iterable

from safecomm.content.file import FOLDER
from safecomm.content.project_index import ProjectIndex
from safecomm.diagnostic import ContentError, Location, nearest_name, problem


def find_record(index: ProjectIndex, name: str, nearby: Iterable[str]) -> tuple[str, str]:
    """The kind and the id of `hearings` or `measures/hearings`; raises ContentError.

    The nearest name is looked for among the `nearby` kinds.
    """
    wanted, _, id_ = name.rpartition("/")
    kinds = [kind for kind, ids in index.ids.items() if id_ in ids and wanted in ("", kind)]
    place = Location(FOLDER)
    if not kinds:
        known = {id_ for kind in nearby for id_ in index.ids[kind]}
        raise ContentError([problem("unknown-id", place, nearest=nearest_name(id_, known), id=name)])
    if len(kinds) > 1:
        raise ContentError([problem("ambiguous-id", place, id=id_, kinds=", ".join(kinds), kind=kinds[0])])
    return kinds[0], id_
