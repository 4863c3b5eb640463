"""Measure briefs: what is known stands there, what nobody has written is one line and a gap of that brief."""

import shutil
from pathlib import Path

import pytest

from safecomm.build import Run, build
from safecomm.catalogue import documents_matching
from safecomm.content.load import load
from safecomm.content.vocabulary import BriefHeading
from safecomm.diagnostic import ContentError
from safecomm.documents.briefs import briefs_view
from safecomm.documents.edition import Edition
from safecomm.editing.init import Answers, init
from safecomm.rules.all_rules import application_gaps
from tests.changes.drafts import replaced
from tests.test_broken import HERE
from tests.word.sample import unzip

SV = HERE / "communities" / "sv"
WHOLE, PARTLY = "gangbana", "hembesok"
APPENDIX = """appendices:
  - name: {sv: Bilaga 2, en: Appendix 2}
    title: {sv: Uppdragsbeskrivningar, en: Measure briefs}
    document: briefs
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """With the briefs as an appendix of its programme."""
    folder = Path(shutil.copytree(SV, tmp_path / "project"))
    replaced("programme.md", "appendices:\n", APPENDIX)(folder)
    return folder


def built(project: Path, name: str, *, final: bool = False) -> Run:
    return build(project, documents_matching(name, ["sv", "en"]), final, None)


def chapter(twin: str, title: str) -> str:
    return twin.partition(f"\n# {title}\n")[2].partition("\n# ")[0]


def plain(twin: str) -> str:
    """With the spaces and hyphens that somebody would type."""
    return twin.translate({ord("\N{NO-BREAK SPACE}"): " ", ord("\N{NON-BREAKING HYPHEN}"): "-"})


def test_what_the_measure_knows_stands_below_all_headings_of_a_whole_brief(project: Path) -> None:
    brief = chapter(built(project, "briefs.sv").built[0].twin, "Gångbana till skolan")
    headings = [line.removeprefix("## ") for line in brief.splitlines() if line.startswith("## ")]
    assert headings == [
        "Uppdrag och uppdragsgivare",
        "Bakgrund",
        "Syfte",
        "Mål",
        "Målgrupp",
        "Aktiviteter",
        "Tidplan",
        "Ansvar och samverkan",
        "Resurser och budget",
        "Risker",
        "Uppföljning och utvärdering",
        "Avgränsning",
    ]
    for known in (
        "Uppdragsgivare: Kommunfullmäktige, genom Program mot skador i Granbo (KS 2013/204)",
        "Akutens skaderegister · Register",
        "Beslutat av: Trygghetsrådet, 2013-10-02",
        "Väntat resultat: Inget barn går på vägbanan.",
        "Status: planerad · Period: 2015 · Klar senast: 2015-08-15",
        "Kostnad: 2 400 000 kronor",
        "Indikator: skadade barn om året · Utgångsläge: 4 (2013) · Målvärde: 0 (2017)",
    ):
        assert known in plain(brief)
    assert "Ännu inte skrivet" not in brief
    # No line's end parts a date or an amount.
    assert "Klar senast: 2015\u201108\u201115" in brief
    assert "Kostnad: 2\u00a0400\u00a0000\u00a0kronor" in brief


def test_what_nobody_has_written_is_one_line_and_no_heading(project: Path) -> None:
    brief = chapter(built(project, "briefs.en").built[0].twin, "Visits after a fall")
    assert "Not yet written: background; purpose; activities; risks; limits." in brief
    assert "## Risks" not in brief
    assert "## Target group\n\nLonely older people" in brief


def test_without_a_schedule_state_and_period_stand_below_the_assignment() -> None:
    brief = built(HERE.parent, "briefs.equal-treatment-plans.sv").built[0].twin
    assert "(KS/2008:282)\n\nStatus: planerad · Programmets period: 2008–2011\n\n## Bakgrund" in brief
    assert "## Tidplan" not in brief
    assert "; tidplan; " in brief


def test_partners_without_a_responsible_stand_below_their_heading_and_nowhere_else(project: Path) -> None:
    replaced(f"measures/{WHOLE}.md", "responsible: kommunledningen\n", "")(project)
    brief = chapter(built(project, f"briefs.{WHOLE}.sv").built[0].twin, "Gångbana till skolan")
    assert "## Ansvar och samverkan\n\nAnsvarig: framgår inte av programmet, i samverkan med" in brief
    assert "Ännu inte skrivet" not in brief


def test_what_follows_in_a_line_begins_small_and_a_note_ends_it() -> None:
    for id_, line in (
        ("equal-treatment-plans", "Barn 0–14 år, ungdomar 15–24 år"),
        ("accessibility-guide", "Var det finns: Stadens hemsida · Guiden ska utvecklas"),
    ):
        assert line in built(HERE.parent, f"briefs.{id_}.sv").built[0].twin


def test_the_prose_of_a_brief_stands_in_no_other_document(project: Path) -> None:
    text = "Barnen går längs en väg utan trottoar."
    assert text in built(project, "briefs.sv").built[0].twin
    for name in ("programme.sv", "application.sv"):
        assert text not in built(project, name).built[0].twin


def test_written_ages_say_more_than_the_target_group(project: Path) -> None:
    briefs = {str(brief.measure.title): brief for brief in briefs_view(Edition(load(project), "sv")).briefs}
    assert briefs["Gångbana till skolan"].audience.ages == ("school-children",)
    assert briefs["Gångbana till skolan"].audience.target_group is None
    assert briefs["Broddar till alla över 75"].audience.target_group == "older-people"


def test_a_brief_that_lacks_something_is_not_final_and_keeps_no_other_from_it(project: Path) -> None:
    replaced("programme.md", "    document: briefs\n", "    file: content/attachments/trafikplan.md\n")(project)
    assert len(built(project, "application", final=True).built) == 2
    assert len(built(project, f"briefs.{WHOLE}.sv", final=True).built) == 1
    with pytest.raises(ContentError) as refused:
        built(project, f"briefs.{PARTLY}.sv", final=True)
    (gap,) = refused.value.diagnostics
    assert gap.code == "brief-incomplete"
    assert "”# background”, ”# purpose”, ”# activities”, ”# risks”, ”# limits”" in gap.message("sv")
    with pytest.raises(ContentError) as refused:
        built(project, "briefs", final=True)
    assert len(refused.value.diagnostics) == 8


def test_a_text_of_a_brief_that_is_not_translated_is_a_gap_of_that_brief_alone(project: Path) -> None:
    replaced("programme.md", "    document: briefs\n", "    file: content/attachments/trafikplan.md\n")(project)
    purpose = "# purpose\n\nAll children are to be able to walk safely to school.\n\n"
    replaced(f"measures/{WHOLE}.en.md", purpose, "")(project)
    assert len(built(project, "application", final=True).built) == 2
    assert len(built(project, f"briefs.{WHOLE}.sv", final=True).built) == 1
    with pytest.raises(ContentError) as refused:
        built(project, f"briefs.{WHOLE}.en", final=True)
    assert [gap.code for gap in refused.value.diagnostics] == ["untranslated-field"]


def test_the_appendix_is_a_gap_until_every_brief_is_whole(project: Path) -> None:
    def told() -> list[str]:
        gaps = [finding.diagnostic for finding in application_gaps(load(project), "en")]
        return [gap.message("en") for gap in gaps if gap.code in ("briefs-incomplete", "missing-appendix")]

    assert told() == ["Appendix 2 (Measure briefs): 8 of 9 measure briefs lack something"]
    assert "Bilaga 2: Uppdragsbeskrivningar (bilagan saknas)" in built(project, "programme").built[0].twin
    (project / "content" / "measures" / "smatt.yaml").unlink()
    assert told() == []
    assert "Bilaga 2: Uppdragsbeskrivningar\n" in built(project, "programme").built[0].twin


def test_the_appendix_that_was_adopted_stays_unknown_until_it_is_kept(project: Path) -> None:
    unknown = "Bilaga 2 så som den hörde till programmet 2013-11-18 finns inte i projektet"
    assert unknown in plain(built(project, "briefs.sv").built[0].twin)
    kept = "    document: briefs\n    file: content/attachments/trafikplan.md\n"
    replaced("programme.md", "    document: briefs\n", kept)(project)
    twin = built(project, "briefs.sv").built[0].twin
    assert "Bilaga 2 till Program mot skador i Granbo" in twin
    assert "så som den hörde till" not in twin


def test_every_heading_but_the_assignment_can_lack() -> None:
    projects = (HERE / "good", HERE.parent)
    briefs = [brief for project in projects for brief in briefs_view(Edition(load(project), "sv")).briefs]
    assert {heading for brief in briefs for heading in brief.lacking} == set(BriefHeading) - {BriefHeading.ASSIGNMENT}


def test_a_project_without_measures_says_so(tmp_path: Path) -> None:
    init(tmp_path / "new", Answers("Exempelby kommun", "Sverige", "", "", ("sv", "en"), "sc6-2002"), "sv")
    swedish, english = (one.twin for one in built(tmp_path / "new", "briefs").built)
    assert "# Inga insatser\n\nI projektet finns ingen insats än." in swedish
    assert "# No measures\n\nThe project has no measure yet." in english
    assert "Innehåll" not in swedish


def test_one_brief_alone_needs_no_contents_and_no_page_of_its_own(project: Path) -> None:
    alone = built(project, f"briefs.{WHOLE}.sv").built[0]
    assert "Innehåll" not in alone.twin
    assert "pageBreakBefore" not in unzip(alone.docx)["word/document.xml"].decode()
    assert "Innehåll" in built(project, "briefs.sv").built[0].twin
