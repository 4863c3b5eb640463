"""Git, which takes as long as all the rules, is asked by whoever reads what an outdated translation lacks."""

from types import MappingProxyType

from safecomm.rules.housekeeping_rules import ChangesWhenRead


def test_the_changes_are_looked_up_once_and_only_when_they_are_read() -> None:
    asked: list[str] = []

    def describe() -> str:
        asked.append("git")
        return ": a → b"

    values = ChangesWhenRead(MappingProxyType({"path": "a.en.md", "changes": ""}), describe)
    assert values["path"] == "a.en.md"
    assert asked == []
    assert "{path}{changes}{changes}".format_map(values) == "a.en.md: a → b: a → b"
    assert dict(values) == {"path": "a.en.md", "changes": ": a → b"}
    assert asked == ["git"]
