"""Made-up figures of every shape in the documents: tables, charts, what is said of them, and references to them."""

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from openxml_audit import OpenXmlValidator

from safecomm.build import build, save
from safecomm.changes.change_lines import label
from safecomm.changes.compare import compare
from safecomm.changes.facts import ContentSnapshot
from safecomm.charts.chart import Chart
from safecomm.cli.main import cli
from safecomm.content.content import Content
from safecomm.content.load import load
from safecomm.documents.application import application_view
from safecomm.documents.edition import Edition
from safecomm.documents.figure_views import StatisticsView
from safecomm.labels import Labels
from safecomm.markdown.blocks import Table, Text
from safecomm.ooxml.package import MAIN, Package
from safecomm.redline.redline import redline
from safecomm.review.review import review
from safecomm.twin.twin import to_text
from tests.bilingual import DOCUMENTS, documents_matching
from tests.conftest import Golden
from tests.review.reviewer import Reviewer, sent
from tests.test_broken import broken_project
from tests.word.sample import SWEDISH, field, make, paragraph

HERE = Path(__file__).parent
LABEL = '</w:t></w:r>{}<w:r><w:t xml:space="preserve">. '
BODY = "".join(
    (
        paragraph("{%p for figure in figures %}"),
        paragraph("{{p figure.tables }}"),
        paragraph("{%p if figure.notes %}"),
        paragraph('{{ figure.notes|join(" ") }}'),
        paragraph("{%p endif %}"),
        paragraph("{%p if figure.charts is not none %}"),
        paragraph("{{p figure.charts }}"),
        paragraph("Figur\u00a0" + LABEL.format(field("SEQ Figure")) + "{{ figure.charts_title }}"),
        paragraph("{%p endif %}"),
        paragraph("{%p endfor %}"),
    )
)


class View(NamedTuple):
    figures: tuple[StatisticsView, ...]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return broken_project(HERE, tmp_path_factory.mktemp("figures"))


@pytest.fixture(scope="module")
def content(project: Path) -> Content:
    return load(project)


@pytest.fixture(scope="module")
def twins(project: Path) -> dict[str, str]:
    return {made.document.stem: made.twin for made in build(project, DOCUMENTS, False, None).built}


def figures(content: Content, language: str = "sv", criterion: int = 4) -> dict[str, StatisticsView]:
    view = application_view(Edition(content, language))
    (chapter,) = (chapter for chapter in view.chapters if chapter.number == criterion)
    return {figure.title.target.partition(":")[2]: figure for figure in chapter.figures}


def charts(figure: StatisticsView) -> tuple[Chart, ...]:
    return figure.charts.charts if figure.charts else ()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_how_they_are_shown(content: Content, tmp_path: Path, golden: Golden, language: str) -> None:
    """Of a suppressed and a preliminary cell the twin tells again what the file says of them."""
    view, phrases = View(tuple(figures(content, language).values())), '{% set caption_table = "Tabell" %}'
    docx = make(tmp_path, BODY, view, phrases=phrases, properties=SWEDISH._replace(language=language))
    golden(HERE / f"figures.{language}.md", to_text(Package(docx)))


def test_texts_refer_to_their_tables_by_number(twins: dict[str, str]) -> None:
    english = twins["application.en"]
    falls, drownings = (
        re.search(rf"^(Table\s\d+)\. {title}", english, re.MULTILINE)
        for title in ("People injured in falls", "Drownings")
    )
    assert falls is not None
    assert drownings is not None
    assert f"Falls have become fewer ({falls[1]}). {drownings[1]} shows those who have drowned." in english
    # Under the second criterion that they name, they are pointed to.
    assert f"Drownings: see {drownings[1]}." in english


def test_a_document_that_does_not_show_them_names_them(twins: dict[str, str]) -> None:
    assert "Fallolyckorna har blivit färre (Skadade i fallolyckor). Drunknade visar dem" in twins["programme.sv"]


def test_a_reference_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    other = broken_project(HERE, tmp_path)
    file = other / "content" / "criteria" / "injury_documentation.md"
    file.write_text(file.read_text(encoding="utf-8").replace("statistics:falls", "statistics:fall"), encoding="utf-8")
    with pytest.raises(Exception, match="dead-reference") as fault:
        load(other)
    (problem,) = fault.value.diagnostics  # type: ignore[attr-defined]
    assert (problem.location.line, problem.nearest) == (7, "statistics:falls")


def test_few_figures_are_a_table_alone(content: Content) -> None:
    shown = figures(content)
    assert shown["injuries"].charts is None
    assert [len(charts(figure)) for figure in shown.values()] == [1, 1, 0, 1, 6]


def test_many_lines_with_holes_have_a_column_for_each_that_a_chart_has(tmp_path: Path) -> None:
    own = broken_project(HERE, tmp_path)
    file = own / "content" / "statistics" / "traffic.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("2003;female;cykel;45", "2003;female;cykel;"), "utf-8")
    (table,) = figures(load(own))["traffic"].tables.blocks
    assert isinstance(table, Table)
    rows = [
        ["".join(part.value for part in cell.children if isinstance(part, Text)) for cell in row]
        for row in (table.header, *table.rows)
    ]
    assert rows[:4] == [
        ["Orsak", "År", "Kvinnor", "Män"],
        ["Cykel", "2001", "52", "69"],
        ["Cykel", "2002", "50", "66"],
        ["Cykel", "2003", "uppgift saknas", "66"],
    ]


def test_a_line_stops_where_something_else_is_counted(content: Content) -> None:
    for chart in charts(figures(content, "en")["traffic"]):
        assert [(line.name, line.style) for line in chart.series] == [
            ("Women, up to 2004", 0),
            ("Women", 0),
            ("Men, up to 2004", 1),
            ("Men", 1),
        ]
        before, after = (tuple(value is None for value in line.values) for line in chart.series[:2])
        assert before == tuple(not missing for missing in after)


def test_small_charts_have_one_axis_and_their_own_heading(content: Content) -> None:
    drawn = charts(figures(content, "en")["traffic"])
    assert {chart.highest for chart in drawn} == {Decimal(100)}
    assert [chart.heading for chart in drawn] == ["Cycling", "Walking", "Car", "Moped", "Falling objects", "Fire"]


def test_a_figure_that_is_missing_breaks_the_line(content: Content) -> None:
    (falls,) = charts(figures(content)["falls"])
    assert falls.broken
    assert [value is None for value in falls.series[1].values] == [year == 2003 for year in range(1999, 2009)]


def test_the_same_content_makes_the_same_bytes(project: Path) -> None:
    first, second = (build(project, DOCUMENTS, False, None).built for _ in range(2))
    assert [made.docx for made in first] == [made.docx for made in second]


@pytest.mark.slow
def test_they_are_valid(project: Path, tmp_path: Path) -> None:
    """By the Open XML SDK, too, in tests/word/test_valid.py."""
    for files in save(build(project, DOCUMENTS, False, None).built, tmp_path):
        found = [str(error.description) for error in OpenXmlValidator().validate(files.docx).errors]
        assert [text for text in found if "relationships/theme" not in text] == []


def test_the_difference_is_told_by_cell(project: Path, content: Content, tmp_path: Path) -> None:
    other = broken_project(HERE, tmp_path)
    file = other / "content" / "statistics" / "falls.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("2008;male;81;preliminary", "2008;male;80;"), encoding="utf-8")
    labels = Labels(project, "sv")
    changes = compare(ContentSnapshot(content, labels), ContentSnapshot(load(other), labels))
    told = [
        (label(record.kind, change.path, labels), change.old, change.new)
        for record in changes.records
        for change in record.fields
    ]
    assert told == [
        ("värden, 2008, male, värde", ("81",), ("80",)),
        ("värden, 2008, male, status", ("preliminär uppgift",), ()),
    ]


def test_a_chart_stands_above_its_table_and_its_caption_belongs_to_the_figures(
    twins: dict[str, str], content: Content, tmp_path: Path
) -> None:
    twin = twins["application.sv"]
    assert twin.index("[Linjediagram: Skadade i fallolyckor") < twin.index(". Skadade i fallolyckor, per 100")
    title = figures(content)["falls"].charts_title
    own = broken_project(HERE, tmp_path)
    reviewer = Reviewer(sent(own, "application.sv", kept=True))
    reviewer.tracked(title, "Färre faller.")
    (finding,) = review(own, [reviewer.write()]).findings
    assert finding.fact.startswith("statistics:falls")


def test_a_reviewers_figure_is_placed_at_its_row(tmp_path: Path) -> None:
    own = broken_project(HERE, tmp_path)
    reviewer = Reviewer(sent(own, "application.sv", kept=True))
    reviewer.tracked("118", "119")
    (finding,) = review(own, [reviewer.write()]).findings
    assert finding.location is not None
    path, line = finding.location[:2]
    assert path == "content/statistics/falls.csv"
    assert "118" in (own / path).read_text(encoding="utf-8").splitlines()[line - 1]


def test_a_suppressed_and_a_preliminary_figure_go_to_word_and_back_to_their_rows(tmp_path: Path) -> None:
    """Several cells say the same: each is known by its place in the table; and nothing of it is ever written."""
    own = broken_project(HERE, tmp_path)
    file = own / "content" / "statistics" / "falls.csv"
    hidden = file.read_text(encoding="utf-8").replace("2000;male;91;", "2000;male;;suppressed")
    file.write_text(hidden, encoding="utf-8")
    reviewer = Reviewer(sent(own, "application.sv", kept=True))
    cells = list(re.finditer(r"<w:t[^>]*>sekretess</w:t>", reviewer.parts[MAIN]))
    assert len(cells) > 2
    for cell in reversed(cells):
        new = {cells[0]: "0", cells[1]: "84"}.get(cell, "sekretess")
        at = slice(cell.start(), cell.end())
        reviewer.parts[MAIN] = reviewer.parts[MAIN][: at.start] + f"<w:t>{new}</w:t>" + reviewer.parts[MAIN][at.stop :]
    reviewer.silently(">84, preliminär uppgift<", ">84<")
    returned = reviewer.write()
    lines = file.read_text(encoding="utf-8").splitlines()
    told = {
        (lines[finding.location.line - 1] if finding.location else "", finding.about, finding.text)
        for finding in review(own, [returned]).findings
    }
    assert told == {
        ("2000;male;;suppressed", "sekretess", "0"),
        ("2003;male;;suppressed", "sekretess", "84"),
        ("2008;female;84;preliminary", "84, preliminär uppgift", "84"),
    }
    result = CliRunner().invoke(cli, ["review", str(returned), "--apply", "--yes", "--project", str(own)])
    assert (result.exit_code, file.read_text(encoding="utf-8")) == (0, hidden)
    # What was hidden meanwhile is told at the figures, and not at another row.
    file.write_text(hidden.replace("2004;male;85;", "2004;male;;suppressed"), encoding="utf-8")
    assert {finding.location.path for finding in review(own, [returned]).findings if finding.location} == {
        "content/statistics/falls.csv",
        "content/statistics/falls.yaml",
    }


def test_changed_figures_are_tracked_changes(project: Path, tmp_path: Path) -> None:
    """The redline proves itself: accepted it is the new document, rejected the old."""
    other = broken_project(HERE, tmp_path)
    file = other / "content" / "statistics" / "falls.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("2003;male;;suppressed", "2003;male;84;"), encoding="utf-8")
    wanted = documents_matching("application.sv")
    old, new = (Package(build(folder, wanted, False, None).built[0].docx) for folder in (project, other))
    changed = Package(redline(old, new, "Kommunen").data).read(MAIN).decode()
    assert re.search(r"<w:delText[^>]*>sekretess</w:delText>", changed)
    assert re.search(r"<w:ins [^>]*><w:r><w:t[^>]*>84</w:t></w:r></w:ins>", changed)
