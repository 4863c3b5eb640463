"""What the rules find in the content, worked out once for each state of the files, whichever page asks."""

from safecomm.content.content import Content
from safecomm.desk.desk import Desk
from safecomm.readiness.questions import question_about
from safecomm.rules.all_rules import check
from safecomm.rules.rule_finding import Finding


def findings_of(desk: Desk) -> list[Finding]:
    """Empty while nothing could ever be read."""
    state = desk.state()
    content = state.content
    return state.remembered("findings", lambda: check(content, desk.language)) if content else []


def gaps_by_field(desk: Desk) -> list[Finding]:
    """The same, each at the first field that would close it."""
    state, gaps, language = desk.state(), findings_of(desk), desk.language
    content = state.content
    if content is None:
        return []
    return state.remembered("gaps by field", lambda: [at_field(content, gap, language) for gap in gaps])


def at_field(content: Content, gap: Finding, language: str) -> Finding:
    fields = question_about(content, gap, language).fields
    return gap._replace(key=fields[0]) if fields else gap
