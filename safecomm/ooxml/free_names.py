"""Ids and names that nothing else in a document has."""

from collections.abc import Container, Iterator
from itertools import chain, count


def free_ids(taken: Container[str | None]) -> Iterator[str]:
    return (identity for identity in map(str, count(1)) if identity not in taken)


def free_name(name: str, taken: Container[str]) -> str:
    """The name itself where it is free, else with a number behind it."""
    numbered = (f"{name}_{number}" for number in count(1))
    return next(free for free in chain([name], numbered) if free not in taken)
