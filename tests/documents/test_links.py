"""References to records in the texts of a view."""

import shutil
from pathlib import Path

from safecomm.content.content import Language
from safecomm.content.load import load
from safecomm.documents.application import application_view
from safecomm.documents.edition import Edition
from safecomm.documents.programme import programme_view
from safecomm.markdown.blocks import (
    BlockQuote,
    Caption,
    Cell,
    Emphasis,
    Footnote,
    Heading,
    Link,
    List,
    ListItem,
    Paragraph,
    Table,
    Text,
    Title,
)
from safecomm.markdown.traversal import plain_text
from safecomm.word.view_texts import fields_of
from tests.test_broken import HERE

EVERYWHERE = """
## [](measure:lighting)

> [egna *ord*](project:exchange)

- [](criterion:programmes)[^1]

| [](evidence:planen) |
|---|
| [](activity:programmes-work) |
: [](organisation:polisen) {#tabell}

*[](table:tabell)*

[^1]: [](measure:lighting)
"""


TARGETS = "measure:lighting criterion:programmes measure:lighting evidence:planen activity:programmes-work"
TARGETS += " organisation:polisen"


def edition(folder: Path, text: str, language: Language) -> Edition:
    project = Path(shutil.copytree(HERE / "good", folder / "project"))
    file = project / "content" / "measures" / "lighting.md"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    return Edition(load(project), language)


def test_references_to_records_become_links_everywhere(tmp_path: Path) -> None:
    made = edition(tmp_path, EVERYWHERE, "sv")
    prose = made.prose(made.records.measures["lighting"].text)
    match prose.blocks[-5:]:
        case (
            Heading(children=(first,)),
            BlockQuote((Paragraph((Link() as own,)),)),
            List(items=(ListItem((Paragraph((third, Footnote(children=(Paragraph((fourth,)),)))),)),)),
            Table(header=(Cell((fifth,)),), rows=((Cell((sixth,)),),), caption=Caption((seventh,))),
            Paragraph((Emphasis((kept,)),)),
        ):
            assert [first, third, fourth, fifth, sixth, seventh] == [
                link(made, *each.split(":")) for each in TARGETS.split()
            ]
            assert own == Link("#project:exchange", made.title("project", "exchange"), own.children)
            assert plain_text(own.children) == "egna ord"
            assert prose.references == (kept,)
        case other:
            raise AssertionError(other)


def link(made: Edition, kind: str, id_: str) -> Link:
    title = made.title(kind, id_)
    return Link(f"#{kind}:{id_}", title, (Text(title),))


def test_titles_are_those_of_the_document_s_language(tmp_path: Path) -> None:
    made = edition(tmp_path, "", "en")
    records = made.records
    assert made.title("measure", "lighting") == records.measures["lighting"].title
    assert made.title("criterion", "programmes") == records.criteria["programmes"].area
    assert made.title("evidence", "planen") == records.evidence["planen"].title.to("en")
    assert made.title("organisation", "polisen") == records.organisations["polisen"].name.to("en")
    assert made.title("organisation", "polisen").target == "organisation:polisen"


def test_a_text_without_references_to_records_is_taken_as_it_is(tmp_path: Path) -> None:
    made = edition(tmp_path, "\n| A |\n|---|\n: B {#tabell}\n\n[](table:tabell)\n", "sv")
    text = made.records.measures["lighting"].text
    assert made.prose(text) is text
    assert made.prose(None) is None


def test_every_record_of_a_view_knows_its_place(tmp_path: Path) -> None:
    made = edition(tmp_path, "", "sv")
    records = made.records
    ids = {"project": records.projects, "activity": records.activities, "measure": records.measures}
    expected = {f"{kind}:{id_}" for kind, each in (ids | {"criterion": records.criteria}).items() for id_ in each}
    assert set(targets(programme_view(made))) == expected
    found = set(targets(application_view(made)))
    assert found >= expected | {f"evidence:{id_}" for id_ in records.evidence} | {"organisation:polisen"}


def targets(value: object) -> list[str]:
    if isinstance(value, Title):
        return [value.target]
    if hasattr(value, "_fields"):
        return [target for each in fields_of(value).values() for target in targets(each)]
    return [target for each in value for target in targets(each)] if isinstance(value, tuple) else []
