"""What is found in a template before it has its place in a message."""

from typing import NamedTuple


class Spot(NamedTuple):
    """A line of the Jinja source of a Word part, or of the phrases."""

    source: str
    line: int


class ContractFinding(NamedTuple):
    """A code of messages/ with its values; `call` is where the template calls the phrase in which `spot` lies."""

    code: str
    spot: Spot
    values: tuple[tuple[str, str], ...] = ()
    nearest: str | None = None
    call: Spot | None = None

    @property
    def first_name(self) -> bool:
        """Whether it is about the name with which an expression begins."""
        return dict(self.values).get("name", "").isidentifier()
