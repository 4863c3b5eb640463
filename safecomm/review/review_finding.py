"""What reviewers wrote, each with its place in the content."""

from typing import Literal, NamedTuple

from safecomm.content.file import FOLDER
from safecomm.diagnostic import Location
from safecomm.record_kinds import LIST
from safecomm.review.comments import Comment
from safecomm.review.draft import DraftParagraph
from safecomm.review.reviewed_paragraph import NOBODY, ParagraphPlace, Who
from safecomm.review.traits import Trait
from safecomm.review.word_changes import merge
from safecomm.word.source_map import SourceLocation

WordKind = Literal[
    "comment", "edit", "added", "before", "note", "removed", "moved", "moved-section", "split", "merged", "margin"
]
LookKind = Literal["formatting", Trait]
Kind = Literal[WordKind, LookKind]


class Edit(NamedTuple):
    """A new wording of one text; `name` is its mark in the draft, which said `old`.

    `mark` and `location` are where the text stands now, and `now` what it says there; None where it is gone.
    """

    name: str
    mark: SourceLocation
    location: Location
    old: str
    new: str
    now: str | None


class Remark(NamedTuple):
    """What a reviewer made of a text of the draft or says of it; a new paragraph is about the text beside it.

    `places` are the paragraphs of the returned file in which the reviewer did it. Of what moved, `behind` is the text
    behind which it stands now.
    """

    kind: Kind
    block: DraftParagraph | None
    about: str
    text: str = ""
    who: Who = NOBODY
    silent: bool = False
    comment: Comment | None = None
    places: tuple[ParagraphPlace, ...] = ()
    behind: DraftParagraph | None = None


class ReviewFinding(NamedTuple):
    """`about` is the text as it was, or what a comment is about, `text` what the reviewer made of it or says of it.

    A `moved-section` is paragraphs that moved together, each a line of `about`. `document` is the one of which the file
    is a copy. `fact` names the record and the field of a text that is derived, as far as they are known. An edit is
    `silent` when Word did not track it, and has an `edit` when it concerns just one text of the content. What `differs`
    does so from the content as it is, for want of the draft: the reviewer may have made it so, or the content has
    changed since. `passage` is the text of the draft in or beside which it stands, `heading` the one above. It may
    stand for several `times` the same. `comment` is the comment's id in the file, and `places` are the paragraphs
    there that have what it tells. Of what moved, `behind` is the text of the draft behind which it stands now.
    """

    file: str
    document: str
    kind: Kind
    location: Location | None
    about: str
    text: str = ""
    author: str = ""
    date: str = ""
    silent: bool = False
    differs: bool = False
    fact: str = ""
    passage: str = ""
    heading: str = ""
    answers: tuple[Comment, ...] = ()
    resolved: bool = False
    edit: Edit | None = None
    times: int = 1
    comment: str = ""
    places: tuple[ParagraphPlace, ...] = ()
    behind: str = ""

    @property
    def is_written(self) -> bool:
        """Whether the content says already what the reviewer wants it to say."""
        edit = self.edit
        return edit is not None and edit.now is not None and merge(edit.old, [edit.new, edit.now]) == edit.now


def location_of(mark: SourceLocation, source: str) -> Location:
    """The line in the file that holds the text; `source` is the language of the facts."""
    name = mark.place.partition("^")[0].rpartition(".")[0]
    if LIST in name:
        return Location(f"{FOLDER}/{name.partition(LIST)[0]}{LIST}", mark.line)
    infix = "" if mark.language == source else f".{mark.language}"
    return Location(f"{FOLDER}/{name}{infix}.md", mark.line)
