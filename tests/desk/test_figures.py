"""Figures as a table on the desk."""

from base64 import b64encode
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.content.load import load
from safecomm.desk.figures_view import file_of
from tests.intake.samples import BRA, marked

TABLE = "content/statistics/inhabitants.csv"


def sent(client: TestClient, project: Path, **changed: object) -> dict[str, object]:
    """What the page sends when nothing was changed."""
    desk = client.app.state.desk  # type: ignore[attr-defined]
    file = file_of(desk, "inhabitants")
    rows = [{"number": number, "cells": dict(cells)} for number, (cells, _) in enumerate(file.rows)]
    assert (project / TABLE).is_file()
    return {"id": "inhabitants", "digest": file.digest, "rows": rows, **changed}


def test_the_figures_are_listed_and_shown(client: TestClient) -> None:
    assert 'href="/figures/inhabitants"' in client.get("/figures").text
    shown = client.get("/figures/inhabitants").text
    assert 'aria-label="Value, row 1"' in shown
    assert '<svg class="chart"' in shown
    assert client.get("/figures/no-such").status_code == 404


def test_figures_of_several_years_are_listed_from_the_first_to_the_last(client: TestClient, project: Path) -> None:
    (project / TABLE).write_text("year;value\n2001-2004;61\n2003-2006;65\n", encoding="utf-8")
    client.app.state.desk.refresh()  # type: ignore[attr-defined]
    assert "<td>2001–2006</td>" in client.get("/figures").text


def test_what_is_sent_as_it_was_changes_nothing(client: TestClient, project: Path) -> None:
    before = (project / TABLE).read_bytes()
    assert client.post("/figures/save", json=sent(client, project)).status_code == 200
    assert (project / TABLE).read_bytes() == before


def test_a_year_is_added_and_the_other_lines_stay(client: TestClient, project: Path) -> None:
    before = (project / TABLE).read_bytes()
    body = sent(client, project)
    rows = [*body["rows"], {"number": None, "cells": {"year": "2009", "value": "12 400", "status": ""}}]  # type: ignore[misc]
    assert client.post("/figures/save", json={**body, "rows": rows}).status_code == 200
    after = (project / TABLE).read_bytes()
    assert after.startswith(before)
    assert load(project).records["sv"].statistics["inhabitants"].rows[-1].value == 12400


def test_a_word_in_the_place_of_a_figure_is_told_with_its_line(client: TestClient, project: Path) -> None:
    before = (project / TABLE).read_bytes()
    body = sent(client, project)
    rows = [*body["rows"], {"number": None, "cells": {"year": "2009", "value": "many"}}]  # type: ignore[misc]
    answer = client.post("/figures/save", json={**body, "rows": rows})
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["line"] == len(before.splitlines()) + 1
    assert (project / TABLE).read_bytes() == before


def test_what_another_has_changed_is_not_written_over(client: TestClient, project: Path) -> None:
    body = sent(client, project)
    (project / TABLE).write_bytes((project / TABLE).read_bytes() + b"\n")
    before = (project / TABLE).read_bytes()
    answer = client.post("/figures/save", json=body)
    assert answer.json()["problems"][0]["code"] == "changed-meanwhile"
    assert (project / TABLE).read_bytes() == before


@pytest.mark.parametrize(
    "rows",
    [
        None,
        [1],
        [{"number": 99, "cells": {}}],
        [{"number": -1, "cells": {}}],
        [{"number": None, "cells": {"x": "1"}}],
        [{"number": None, "cells": {"year": 1}}],
    ],
)
def test_what_no_table_sends_is_refused(client: TestClient, project: Path, rows: object) -> None:
    assert client.post("/figures/save", json=sent(client, project, rows=rows)).status_code == 400


def dropped(**more: object) -> dict[str, object]:
    data = b64encode(marked(BRA)).decode()
    return {"files": [{"name": "brott.csv", "data": data, "modified": 1_230_000_000_000}], **more}


def test_a_file_is_looked_at_completed_and_written(client: TestClient, project: Path) -> None:
    first = client.post("/figures/read", json=dropped()).json()
    assert first["asks"] == ["columns"]
    second = client.post("/figures/read", json=dropped(choices={"columns": {"value": "Antal"}})).json()
    assert second["asks"] == ["year"]
    choices = {"columns": {"value": "Antal"}, "year": "2008"}
    html = client.post("/figures/read", json=dropped(choices=choices)).json()["html"]
    assert "<td>1234</td>" in html
    assert not (project / "content/statistics/brott.yaml").exists()
    texts = {f"{name}.{language}": name for name in ("title", "unit", "source") for language in ("sv", "en")}
    said = {"choices": choices, "id": "brott", "subject": "crime", "criterion": "", "texts": texts}
    assert client.post("/figures/import", json=dropped(**said)).json() == {"id": "brott"}
    record = load(project).records["en"].statistics["brott"]
    assert (str(record.subject), str(record.rows[0].value)) == ("crime", "1234")
    assert record.file is not None
    assert str(record.file.date) == "2008-12-23"
    again = client.post("/figures/read", json=dropped(choices={"year": "2009"})).json()["html"]
    assert "Replaces the figures of these years in brott" in again


@pytest.mark.parametrize(
    "choices", [[], "x", {"year": "i fjol"}, {"columns": {"what": "x"}}, {"signs": {"X": "nothing"}}, {"places": 1}]
)
def test_choices_that_no_form_sends_are_refused(client: TestClient, choices: object) -> None:
    assert client.post("/figures/read", json=dropped(choices=choices or [1])).status_code == 400
