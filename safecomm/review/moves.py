"""What was taken out in one place and put in another is told once, and what moved together as one section."""

from collections.abc import Collection, Iterable, Sequence

from safecomm.review.review_finding import ReviewFinding

ADDED = ("added", "before", "note")


def join_moves(findings: Sequence[ReviewFinding]) -> list[ReviewFinding]:
    """What was removed in one place and added word for word in another was moved."""
    added = {finding.text.strip(): finding for finding in findings if finding.kind in ADDED}
    moved = {finding.about.strip() for finding in findings if finding.kind == "removed"} & added.keys()
    return [
        finding if finding.kind != "removed" else move(finding, added.get(finding.about.strip()))
        for finding in findings
        if not (finding.kind in ADDED and finding.text.strip() in moved)
    ]


def move(removed: ReviewFinding, added: ReviewFinding | None) -> ReviewFinding:
    if added is None:
        return removed
    places = (*removed.places, *added.places)
    behind = added.passage if added.kind == "added" else ""
    return removed._replace(kind="moved", author=removed.author or added.author, places=places, behind=behind)


def join_sections(findings: Iterable[ReviewFinding], neighbours: Collection[tuple[str, str]]) -> list[ReviewFinding]:
    """`neighbours` are the texts of the draft, each with the next."""
    told: list[list[ReviewFinding]] = []
    section: list[ReviewFinding] = []
    for finding in findings:
        if finding.kind == "moved" and section and stays_behind(finding, section[-1], neighbours):
            section.append(finding)
        else:
            told.append([finding])
            section = told[-1] if finding.kind == "moved" else section
    return [as_one(group) for group in told]


def stays_behind(one: ReviewFinding, other: ReviewFinding, neighbours: Collection[tuple[str, str]]) -> bool:
    """Whether a paragraph stood behind the other, and does so still."""
    if (other.passage, one.passage) not in neighbours or not (one.places and other.places):
        return False
    before, after = other.places[-1], one.places[-1]
    return (before.part, before.number + 1) == after


def as_one(moved: Sequence[ReviewFinding]) -> ReviewFinding:
    if len(moved) == 1:
        return moved[0]
    about = "\n".join(paragraph.about for paragraph in moved)
    places = tuple(place for paragraph in moved for place in paragraph.places)
    return moved[0]._replace(kind="moved-section", about=about, passage="", places=places)
