"""What came back from reviewers, read once for each state of the files, and told to every page."""

from typing import Any

from safecomm.desk.desk import Desk
from safecomm.desk.respond import JsonObject
from safecomm.review.given_drafts import GivenDrafts, given_files
from safecomm.review.kept_files import KeptFile, kept_files
from safecomm.review.overview import FoundInFile, ReviewItem, decided, find_in
from safecomm.review.review import Reviewing


def found_in(desk: Desk, file: KeptFile) -> FoundInFile:
    """Nothing while the content cannot be read."""
    if desk.state().problems:
        return FoundInFile((), ())
    key = FoundInFile, file.digest, given_files(desk.project)
    return desk.state().remembered(key, lambda: find_in(reviewing(desk), file))


def reviewing(desk: Desk) -> Reviewing:
    """Anew when another draft is given."""
    return desk.state().remembered((Reviewing, given_files(desk.project)), lambda: Reviewing(desk.project))


def given_drafts_of(desk: Desk) -> GivenDrafts:
    """Nothing while the content cannot be read."""
    return GivenDrafts({}, ()) if desk.state().problems else reviewing(desk).given


def items_now(desk: Desk) -> list[ReviewItem]:
    """Of the files as they are at this moment."""
    desk.refresh()
    return [item for file in kept_files(desk.project).files for item in decided(file, found_in(desk, file))]


def told(desk: Desk, **body: Any) -> JsonObject:
    """The answer, of which other pages hear, too."""
    desk.refresh_reviews()
    return body
