"""A dated event of the community, at the end of those that it has."""

from pathlib import Path

from safecomm.content.project_index import index_of_known_ids
from safecomm.content.project_language import project_language, project_languages
from safecomm.content.records import Community, Event
from safecomm.content.yaml_data import Value
from safecomm.editing.fields import FieldEdit, edit_fields
from safecomm.editing.skeleton import new_labels
from safecomm.journal import Undo

KIND = "community"


def new_event(project: Path, date: str) -> Path:
    """Writes the event, whose text is to be filled in; raises ContentError, and nothing has changed."""
    languages = project_languages(project)
    text = new_labels(project, languages, project_language(project)).texts.placeholder(Event, "text")
    community = index_of_known_ids(project).originals()[KIND].get(KIND)
    number = len(community.events) if isinstance(community, Community) else 0
    # Its other languages are written when there is something to translate.
    event: Value = {"date": date, "text": {languages[0]: text} if len(languages) > 1 else text}
    return edit_fields(project, [FieldEdit(KIND, KIND, ("events", number), event)], undo=Undo.SAME)[0]
