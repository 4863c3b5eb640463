"""What the tags at one place of a template can reach, the paths that lead to it, and what is found there."""

from typing import NamedTuple

from jinja2 import nodes

from safecomm.word.contract.kinds import Named

NOWHERE = "…"
"""The path of what a tag makes itself."""
PATHS = (nodes.Name, nodes.Getattr, nodes.Getitem)


class Spot(NamedTuple):
    """A line of the Jinja source of a Word part, or of the phrases."""

    source: str
    line: int


class ContractFinding(NamedTuple):
    """A code of codes/ with its values; `call` is where the template calls the phrase in which `spot` lies."""

    code: str
    spot: Spot
    values: tuple[tuple[str, str], ...] = ()
    nearest: str | None = None
    call: Spot | None = None

    @property
    def first_name(self) -> bool:
        """Whether it is about the name with which an expression begins."""
        return dict(self.values).get("name", "").isidentifier()


class TagScope(NamedTuple):
    """What the tags at one place can reach, and where that is.

    `asked` are the paths for which an `if` around them has asked; `depth` counts the phrases that call each other here.
    """

    names: dict[str, Named]
    source: str
    asked: frozenset[str] = frozenset()
    call: Spot | None = None
    depth: int = 0

    def inside(self) -> "TagScope":
        """For what sets names of its own."""
        return self._replace(names=dict(self.names))

    def branches(self, test: nodes.Node) -> tuple["TagScope", "TagScope"]:
        """For what is shown when the test holds, and when not; whatever a test mentions counts as asked for."""
        asked = self.asked | {path(node, self) for node in (test, *test.find_all(PATHS))}
        match test:
            case nodes.Test(name="none", node=missing):
                without = asked - {path(missing, self)}
                return self._replace(asked=without), self._replace(asked=asked)
            case nodes.Not(node=nodes.Test(name="none") as inner):
                return self.branches(inner)[::-1]
            case _:
                return (self._replace(asked=asked),) * 2


def path(node: nodes.Node, scope: TagScope) -> str:
    """From the view to the value, through whatever names a loop or a phrase has given it."""
    match node:
        case nodes.Name(name=name):
            return scope.names[name].path if name in scope.names else name
        case nodes.Getattr(node=owner, attr=attribute):
            return f"{path(owner, scope)}.{attribute}"
        case nodes.Getitem(node=owner, arg=nodes.Const(value=str(key))):
            return f"{path(owner, scope)}.{key}"
        case nodes.Getitem(node=owner):
            return f"{path(owner, scope)}[]"
        case nodes.Filter(node=nodes.Expr() as inner):
            return path(inner, scope)
        case _:
            return NOWHERE
