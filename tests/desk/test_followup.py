"""The year on the desk, its forms out and in, and translations."""

from base64 import b64encode
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.content.load import load
from safecomm.desk.desk import Desk
from tests.forms.filled_in import answering, changed

RECORD = "content/followup/2009/measures.lighting.md"
WORK = "2009/measures.lighting"
ANSWERS = {"Status": "pågår", "Vad som gjordes": "Nio lampor.", "Timmar": "120"}


@pytest.fixture
def begun(client: TestClient) -> TestClient:
    assert client.post("/followup/begin", json={"year": "2009"}).status_code == 200
    return client


def returned(client: TestClient, folder: Path) -> dict[str, object]:
    file = folder / "kansliet.docx"
    file.write_bytes(client.get("/followup/forms/2009/kansliet.docx").content)
    changed(file, answering(ANSWERS))
    return as_dropped(file)


def as_dropped(*files: Path) -> dict[str, object]:
    dropped = [{"name": file.name, "data": b64encode(file.read_bytes()).decode()} for file in files]
    return {"files": dropped, "year": "2009"}


def test_a_year_begins_with_a_file_for_each_work(client: TestClient, project: Path) -> None:
    assert "Begin the follow-up of 2009" in client.get("/followup?year=2009").text
    client.post("/followup/begin", json={"year": "2009"})
    assert (project / RECORD).is_file()
    shown = client.get("/followup?year=2009").text
    assert "Begin the follow-up" not in shown
    assert 'href="/record/followup/2009%2Fmeasures.lighting"' in shown


def test_a_name_in_the_year_leads_to_its_work_from_the_first(client: TestClient) -> None:
    assert '<a href="/record/measures/lighting">Lighting</a>' in client.get("/followup?year=2009").text


def test_what_nobody_is_asked_about_leads_to_where_one_says_who_reports(begun: TestClient, project: Path) -> None:
    assert "#by" not in begun.get("/followup?year=2009").text
    lighting = project / "content/measures/lighting.md"
    lighting.write_text(lighting.read_text(encoding="utf-8").replace("responsible: kansliet\n", ""), encoding="utf-8")
    begun.post("/followup/begin", json={"year": "2009"})
    address = "/record/followup/2009%2Fmeasures.lighting#by"
    assert f'<li><a href="{address}">Lighting</a></li>' in begun.get("/followup?year=2009").text


def test_a_report_is_called_by_its_work_and_the_year(begun: TestClient) -> None:
    shown = "Lighting, 2009"
    assert f"{shown}</h1>" in begun.get("/record/followup/2009%2Fmeasures.lighting").text
    assert f">{shown}</a>" in begun.get("/records/followup").text


@pytest.mark.parametrize("year", ["", "x", "20091", "3009", "<script>", "²009"])
def test_what_is_no_year_is_none(client: TestClient, year: str) -> None:
    assert client.get("/followup", params={"year": year}).status_code == 200
    assert client.post("/followup/begin", json={"year": year}).status_code == 400


def test_while_the_period_is_not_filled_in_there_is_no_year(client: TestClient, project: Path) -> None:
    file = project / "content" / "programme.md"
    file.write_text(file.read_text(encoding="utf-8").replace("period: 2008-2011", "period: 1900"), encoding="utf-8")
    shown = client.get("/followup").text
    assert "1900" not in shown
    assert 'href="/record/programme/programme#period"' in shown
    assert "Translations" in shown


def test_the_year_is_shown_also_while_a_file_cannot_be_read(begun: TestClient, desk: Desk, project: Path) -> None:
    (project / "content/measures/lighting.md").write_text("---\norder: [\n---\n", encoding="utf-8")
    (project / RECORD).write_text("---\nstatus: [\n---\n", encoding="utf-8")
    desk.refresh()
    answer = begun.get("/followup?year=2009")
    assert answer.status_code == 200
    assert "Lighting</a>" in answer.text
    assert "when the content is put right" in answer.text


def test_forms_are_looked_at_before_they_are_written(begun: TestClient, project: Path, tmp_path: Path) -> None:
    before = (project / RECORD).read_bytes()
    dropped = returned(begun, tmp_path)
    html = begun.post("/followup/read", json=dropped).json()["html"]
    assert f'value="{WORK}"' in html
    assert "Nio lampor." in html
    assert (project / RECORD).read_bytes() == before
    assert begun.post("/followup/write", json={**dropped, "accepted": []}).json() == {"written": 0}
    assert (project / RECORD).read_bytes() == before
    assert begun.post("/followup/write", json={**dropped, "accepted": [WORK]}).json()["written"] == 1
    report = load(project).records["sv"].followup[WORK]
    assert (str(report.status), str(report.hours), report.by) == ("under-way", "120", "kansliet")
    again = begun.post("/followup/read", json=dropped).json()["html"]
    assert WORK not in again


def test_a_file_that_is_no_form_is_told_and_writes_nothing(begun: TestClient, tmp_path: Path) -> None:
    (tmp_path / "no.docx").write_bytes(b"PK no")
    answer = begun.post("/followup/read", json=as_dropped(tmp_path / "no.docx"))
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["path"] == "no.docx"


def test_a_form_of_nobody_is_not_there(begun: TestClient) -> None:
    for path in ("forms/2009/nobody.docx", "forms/1999/kansliet.docx", "translation/sv.docx", "translation/fr.docx"):
        assert begun.get(f"/followup/{path}").status_code == 404


def test_where_all_is_translated_the_page_says_so_and_hands_out_no_file(client: TestClient, project: Path) -> None:
    assert "All is translated into English." in client.get("/followup").text
    assert client.get("/followup/translation/en.docx").status_code == 404
    (project / "content/measures/lighting.en.md").unlink()
    client.app.state.desk.refresh()  # type: ignore[attr-defined]
    assert "Get what is to be translated into English" in client.get("/followup").text


def test_a_translation_goes_out_and_comes_in(client: TestClient, project: Path, tmp_path: Path) -> None:
    (project / "content/measures/lighting.en.md").unlink()
    client.app.state.desk.refresh()  # type: ignore[attr-defined]
    file = tmp_path / "translation.docx"
    file.write_bytes(client.get("/followup/translation/en.docx").content)
    changed(file, answering({"Belysning": "Better lighting"}))
    (tmp_path / "no.docx").write_bytes(b"PK no")
    refused = client.post("/followup/translation", json=as_dropped(tmp_path / "no.docx"))
    assert (refused.status_code, refused.json()["problems"][0]["path"]) == (422, "no.docx")
    answer = client.post("/followup/translation", json=as_dropped(tmp_path / "no.docx", file))
    assert answer.status_code == 200
    assert "no.docx" in answer.json()["html"]
    assert "<li>Better lighting, title</li>" in answer.json()["html"]
    assert load(project).records["en"].measures["lighting"].title == "Better lighting"
