"""Every question that a rule can ask: what is typed stands in the content, the question is gone, all else stays."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from safecomm.codes.codes import code_named, load_group
from safecomm.content.load import load
from safecomm.readiness.questions import Question, questions
from tests.test_broken import HERE
from tests.test_next import LATER, ask

MEASURE, APPLICATION = "measures/lighting.md", "application.md"
ANYTHING = ""
"""What a change replaces that is made before the question is asked: the whole file."""


class Change(NamedTuple):
    file: str
    old: str
    new: str


class Case(NamedTuple):
    """`before` makes the question, `typed` answers it, and `after` is what that writes."""

    before: tuple[Change, ...]
    record: str
    typed: tuple[str, ...]
    after: tuple[Change, ...]


def change(file: str, old: str, new: str) -> tuple[Change]:
    return (Change(file, old, new),)


RENEWAL = Change(APPLICATION, "criteria_set: sc6-2002\n", "criteria_set: sc6-2002\nkind: renewal\n")
LETTER = "attachments/brev.md"
LETTER_FIELDS = "---\ntitle: Brev\nkind: letter\nfile: {file}\n---\n"
QUESTION = "questions/ledning.md"
QUESTION_FIELDS = '---\nnumber: "1"\nquestion: Hur?\nlongest: 2\none_language: [question, answer]\n---\n'
ANSWERED: Mapping[str, Case] = {
    "not-filled-in": Case(
        change(MEASURE, "title: Belysning", "title: FYLL I rubriken"),
        "measures/lighting",
        ("Ljus: överallt", "", "genomförd"),
        change(MEASURE, "title: FYLL I rubriken", 'title: "Ljus: överallt"')
        + change(MEASURE, "status: planned", "status: completed"),
    ),
    "no-responsible": Case(
        change(MEASURE, "responsible: kansliet\n", ""),
        "measures/lighting",
        ("Polisen",),
        change(MEASURE, "status: planned\n", "responsible: polisen\nstatus: planned\n"),
    ),
    "outside-programme": Case(
        change(MEASURE, "status: planned", "status: planned\nperiod: 2010-2012"),
        "measures/lighting",
        ("2010-2011",),
        change(MEASURE, "2010-2012", "2010-2011"),
    ),
    "criterion-without-evidence": Case(
        change("evidence.yaml", "evaluation, networks]", "evaluation]"),
        "criteria/networks",
        ("Planen",),
        change("evidence.yaml", "criteria: [programmes]", "criteria: [programmes, networks]"),
    ),
    "figure-without-origin": Case(
        change("community.md", "        date: 2007-01-01\n        source: {sv: Lantmäteriet, en: Land survey}\n", ""),
        "community",
        ("2007", "Lantmäteriet", "Land survey"),
        change(
            "community.md",
            "        unit: {sv: km², en: km²}\n",
            "        unit: {sv: km², en: km²}\n        date: 2007\n"
            "        source: {sv: Lantmäteriet, en: Land survey}\n",
        ),
    ),
    "no-letter": Case(
        change(APPLICATION, "# letter\n\nVi står bakom ansökan.\n\n", ""),
        "application",
        ("Vi söker.", "", "- nu", "."),
        change(APPLICATION, "# summary", "# letter\n\nVi söker.\n\n- nu\n\n# summary"),
    ),
    "no-summary": Case(
        change(APPLICATION, "\n# summary\n\nArbetet har pågått länge.\n", ""),
        "application",
        ("Kort sagt.", "."),
        change(APPLICATION, "bakom ansökan.\n", "bakom ansökan.\n\n# summary\n\nKort sagt.\n"),
    ),
    "no-date": Case(
        change(APPLICATION, "date: 2009-02-01\n", ""),
        "application",
        ("2009-03-01",),
        change(APPLICATION, "sc6-2002\n", "sc6-2002\ndate: 2009-03-01\n"),
    ),
    "no-contact": Case(
        change(
            APPLICATION,
            "contact:\n  name: Kansliet\n  institution: Exempelby kommun\n  email: kansliet@example.org\n",
            "",
        ),
        "application",
        ("Kansliet", *[""] * 8, "kansliet@example.org"),
        change(
            APPLICATION,
            'version: "1.0"\n',
            'version: "1.0"\ncontact: {name: Kansliet, email: kansliet@example.org}\n',
        ),
    ),
    "missing-appendix": Case(
        change(
            "programme.md",
            "status: adopted\n",
            "status: adopted\nappendices:\n  - name: {sv: Bilaga 1, en: Appendix 1}\n    title: {sv: Karta, en: Map}\n",
        ),
        "programme",
        ("borta.pdf", "svara", "content/programme.md"),
        change(
            "programme.md",
            "    title: {sv: Karta, en: Map}\n",
            "    title: {sv: Karta, en: Map}\n    file: content/programme.md\n",
        ),
    ),
    "missing-attachment": Case(
        change(LETTER, ANYTHING, LETTER_FIELDS.format(file="borta.pdf")),
        "attachments/brev",
        ("content/application.md", "."),
        change(LETTER, "borta.pdf", "content/application.md"),
    ),
    "question-unanswered": Case(
        change(QUESTION, ANYTHING, QUESTION_FIELDS),
        "questions/ledning",
        ("Så här.", "."),
        change(QUESTION, QUESTION_FIELDS, f"{QUESTION_FIELDS}\n# answer\n\nSå här.\n"),
    ),
    "answer-too-long": Case(
        change(QUESTION, ANYTHING, f"{QUESTION_FIELDS}\n# answer\n\nJust så här.\n"),
        "questions/ledning",
        ("Så här.", "."),
        change(QUESTION, "Just så här.", "Så här."),
    ),
    "attachment-kind": Case(
        change(LETTER, ANYTHING, LETTER_FIELDS.format(file="content/application.md")),
        "attachments/brev",
        ("brev.pdf",),
        change(LETTER, "content/application.md", "brev.pdf"),
    ),
    "renewal-without-designation": Case(
        (RENEWAL,),
        "application",
        ("1998", "Folkhälsan", "Public Health"),
        change(
            APPLICATION,
            "kind: renewal\n",
            "kind: renewal\ndesignations:\n  - {year: 1998, certifier: {sv: Folkhälsan, en: Public Health}}\n",
        ),
    ),
    "renewal-without-account": Case(
        (RENEWAL,),
        "application",
        ("Mycket har hänt.", "."),
        change(
            APPLICATION,
            "pågått länge.\n",
            "pågått länge.\n\n# since_last_time\n\nMycket har hänt.\n",
        ),
    ),
    "renewal-details-missing": Case(
        (RENEWAL._replace(new=f"{RENEWAL.new}designations:\n  - year: 1998\n"),),
        "application",
        ("Centrum", "17", "Folkhälsan", ""),
        change(
            APPLICATION,
            "  - year: 1998\n",
            "  - year: 1998\n    certifier: {sv: Folkhälsan}\ncertifier: Centrum\nnetwork_number: 17\n",
        ),
    ),
    "recommendation-unanswered": Case(
        change(
            APPLICATION,
            "sc6-2002\n",
            "sc6-2002\nrecommendations:\n  - year: 2003\n    text: {sv: Mät mer., en: Measure more.}\n",
        ),
        "application",
        ("Det görs.", "It is done."),
        change(
            APPLICATION,
            "en: Measure more.}\n",
            "en: Measure more.}\n    answer: {sv: Det görs., en: It is done.}\n",
        ),
    ),
    "evidence-supports-nothing": Case(
        change("evidence.yaml", "  criteria: [programmes]\n", ""),
        "evidence/planen",
        ("programmes", "Belysning"),
        change(
            "evidence.yaml",
            "  kind: plan\n",
            "  kind: plan\n  criteria: [programmes]\n  measures: [lighting]\n",
        ),
    ),
    "evidence-undated": Case(
        (),
        "evidence/planen",
        ("2006-", "vart tredje år", "every third year"),
        change(
            "evidence.yaml",
            "  kind: plan\n",
            "  kind: plan\n  period: 2006-\n  interval: {sv: vart tredje år, en: every third year}\n",
        ),
    ),
    "evidence-old": Case(
        change("evidence.yaml", "  kind: plan\n", "  kind: plan\n  period: 1999-2000\n"),
        "evidence/planen",
        ("varje år", "every year"),
        change(
            "evidence.yaml",
            "  period: 1999-2000\n",
            "  period: 1999-2000\n  interval: {sv: varje år, en: every year}\n",
        ),
    ),
    "statistics-support-nothing": Case(
        change("statistics/injuries.yaml", "criteria: [injury_documentation]\n", "")
        + change("objectives.yaml", "  statistics: injuries\n", ""),
        "statistics/injuries",
        ("injury_documentation",),
        change(
            "statistics/injuries.yaml", "Injury register}\n", "Injury register}\ncriteria: [injury_documentation]\n"
        ),
    ),
    "untranslated-field": Case(
        change("measures/lighting.en.md", "title: Lighting\n", ""),
        "measures/lighting",
        ("Lights",),
        change("measures/lighting.en.md", "---\ntranslates", "---\ntitle: Lights\ntranslates"),
    ),
    "only-translated": Case(
        change("application.en.md", "# summary", "# strengths\n\nMany.\n\n# summary"),
        "application",
        ("Många.", "."),
        change(APPLICATION, "pågått länge.\n", "pågått länge.\n\n# strengths\n\nMånga.\n"),
    ),
    "objective-incomplete": Case(
        change(
            "objectives.yaml",
            "  indicator: {sv: antal skadade, en: number of people injured}\n  statistics: injuries\n"
            "  start: {year: 2008, value: 21}\n  target: {year: 2011, value: 15}\n"
            "  decided_by: styrelsen\n  decided: 2008-01-31\n",
            "",
        ),
        "objectives/tryggare",
        ("antal", "number", "2008", "21", "2011", "15", "styrelsen", "2008-01-31"),
        change(
            "objectives.yaml",
            "  criterion: programmes\n",
            "  criterion: programmes\n  indicator: {sv: antal, en: number}\n  start: {year: 2008, value: 21}\n"
            "  target: {year: 2011, value: 15}\n  decided_by: styrelsen\n  decided: 2008-01-31\n",
        ),
    ),
    "measure-incomplete": Case(
        (),
        "measures/lighting",
        ("tryggare", "20 000 kr", "2009-12-31", "Färre skadas"),
        change(
            MEASURE,
            "status: planned\n",
            "status: planned\nobjectives: [tryggare]\ncost: 20 000 kr\ndeadline: 2009-12-31\n"
            "expected_result: Färre skadas\n",
        ),
    ),
    "assessment-missing": Case(
        (),
        "application",
        tuple(line for text in ("Bra.", "Dåligt.", "Nytt.", "Farligt.", "Vidare.") for line in (text, ".")),
        change(
            APPLICATION,
            "pågått länge.\n",
            "pågått länge.\n\n# strengths\n\nBra.\n\n# weaknesses\n\nDåligt.\n\n# opportunities\n\nNytt.\n\n"
            "# threats\n\nFarligt.\n\n# further_work\n\nVidare.\n",
        ),
    ),
    "summary-field-missing": Case(
        (),
        "community",
        ("https://exempelby.example",),
        change("community.md", "[sv, en]\n", "[sv, en]\nwebsite: https://exempelby.example\n"),
    ),
    "council-incomplete": Case(
        (),
        "council",
        ("1998", "Ordföranden", "4", "Styrelsen", "Polisen, Anna"),
        change(
            "council.md",
            "tjänstemän\n",
            "tjänstemän\nformed: 1998\nchair: Ordföranden\nmeetings: 4\nreports_to: styrelsen\n"
            "members:\n  - {organisation: polisen}\n  - {name: Anna}\n",
        ),
    ),
    "no-resources": Case(
        (),
        "council",
        ("Tjänst", "Post", "2009", "halvtid", "half-time"),
        change(
            "council.md",
            "tjänstemän\n",
            "tjänstemän\nresources:\n  - name: {sv: Tjänst, en: Post}\n    year: 2009\n"
            "    text: {sv: halvtid, en: half-time}\n",
        ),
    ),
    "network-undated": Case(
        change("networks.yaml", "  period: 2007\n", ""),
        "networks/konferensen",
        ("2007",),
        change("networks.yaml", "  kind: conference\n", "  kind: conference\n  period: 2007\n"),
    ),
    "status-outdated": Case(
        change("followup/2009/measures.lighting.md", ANYTHING, "---\nstatus: done\n---\n"),
        "measures/lighting",
        ("genomförd",),
        change(MEASURE, "status: planned", "status: completed"),
    ),
    "objective-without-measures": Case(
        (),
        "objectives/tryggare",
        ("Belysning",),
        change(MEASURE, "status: planned\n", "status: planned\nobjectives: [tryggare]\n"),
    ),
}


class Made(NamedTuple):
    """The record that an answer makes, and a line that says to what it belongs."""

    before: tuple[Change, ...]
    record: str
    typed: tuple[str, ...]
    file: str
    line: str


MADE: Mapping[str, Made] = {
    "criterion-without-measures": Made(
        change("measures/networks-measure.md", "criterion: networks", "criterion: evaluation"),
        "criteria/networks",
        ("Årsmötet", "planerad"),
        "measures/arsmotet.md",
        "criterion: networks\n",
    ),
    "criterion-without-ongoing-work": Made(
        change("activities/networks-work.md", "criterion: networks", "criterion: evaluation")
        + change("projects/exchange.md", "criterion: networks", "criterion: evaluation"),
        "criteria/networks",
        ("Årsmötet", "everyone"),
        "activities/arsmotet.md",
        "criterion: networks\n",
    ),
    "no-objectives": Made(
        change("objectives.yaml", ANYTHING, ""),
        "programme",
        ("Färre skadas.",),
        "objectives.yaml",
        "sv: Färre skadas.\n",
    ),
    "no-network": Made(
        change("networks.yaml", ANYTHING, ""),
        "criteria/networks",
        ("Nordiska nätet", "network"),
        "networks.yaml",
        "sv: Nordiska nätet\n",
    ),
    "no-support-letter": Made((), "application", ("Polisens brev",), "attachments/polisens-brev.md", "kind: letter\n"),
    "no-references": Made((), "application", ("En handbok",), "references.yaml", "title: En handbok\n"),
    "untranslated": Made(
        change("activities/networks-work.en.md", ANYTHING, ""),
        "activities/networks-work",
        (),
        "activities/networks-work.en.md",
        "title: FILL IN",
    ),
}
TOLD: Mapping[str, tuple[Change, ...]] = {
    "no-injury-figures": change("statistics/injuries.yaml", "subject: injuries\n", ""),
    "unplaced-texts": change("unplaced.md", ANYTHING, "# Bakgrund\n\nEn text.\n"),
    "suppressed-follows": change(
        "statistics/injuries.csv",
        ANYTHING,
        "year;sex;value;status\n2008;;21;\n2008;female;19;\n2008;male;;suppressed\n",
    ),
    "unused-organisation": change(
        "organisations.yaml",
        "polisen:\n",
        "kyrkan:\n  name: {sv: Kyrkan, en: Church}\n  kind: church\npolisen:\n",
    ),
    "briefs-incomplete": change(
        "programme.md",
        "status: adopted\n",
        "status: adopted\nappendices:\n  - name: {sv: Bilaga 1, en: Appendix 1}\n"
        "    title: {sv: Uppdrag, en: Briefs}\n    document: briefs\n",
    ),
    "translation-outdated": change(MEASURE, "Insatsen görs.", "Insatsen görs i år."),
    "translation-unconfirmed": change("measures/lighting.en.md", "translates: va52c0252\n", ""),
    "criterion-without-followup": change("evidence.yaml", "evaluation, networks]", "evaluation]"),
    "injury-figures-undivided": (),
    "figures-old": change(APPLICATION, "date: 2009-02-01", "date: 2019-02-01"),
    "figures-broken": change(
        "statistics/injuries.yaml",
        "subject: injuries\n",
        "subject: injuries\nbreaks:\n  - year: 2008\n    text: {sv: Annat räknas., en: Else is counted.}\n",
    ),
    "figures-without-comparison": (),
    "sexes-not-told": change("statistics/inhabitants.csv", ANYTHING, "year;value\n2008;65000\n"),
    "followup-old": change("followup/2003/measures.lighting.md", ANYTHING, "---\nstatus: done\n---\n"),
}
"""What takes more than an answer."""

NEVER_ASKED = {"acknowledgement-idle", "never-acknowledged", "private-data", "brief-incomplete", "not-reported"}
"""What `check`, `status` or one kind of document alone tells."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "good", tmp_path / "project"))


def test_every_code_of_a_rule_has_its_answer() -> None:
    codes = load_group("rules").codes.keys() | load_group("readiness").codes.keys()
    assert sorted([*ANSWERED, *MADE, *TOLD, *NEVER_ASKED]) == sorted(codes)


@pytest.mark.parametrize("code", ANSWERED)
def test_what_is_typed_stands_in_the_content_and_nothing_else_is_touched(project: Path, code: str) -> None:
    case = ANSWERED[code]
    lay(project, case.before)
    expected = contents(project)
    for changed in case.after:
        assert changed.old in expected[changed.file]
        expected[changed.file] = expected[changed.file].replace(changed.old, changed.new, 1)
    answer(project, code, case.record, case.typed)
    assert contents(project) == expected
    assert position(project, code, case.record) is None


@pytest.mark.parametrize("code", MADE)
def test_the_record_that_has_to_come_is_made(project: Path, code: str) -> None:
    case = MADE[code]
    lay(project, case.before)
    before = contents(project)
    answer(project, code, case.record, case.typed)
    after = contents(project)
    assert case.line in after.pop(case.file)
    assert after == {file: text for file, text in before.items() if file != case.file}
    assert position(project, code, case.record) is None


@pytest.mark.parametrize("code", TOLD)
def test_what_takes_more_is_told_in_a_sentence_and_changes_nothing(project: Path, code: str) -> None:
    lay(project, TOLD[code])
    before = contents(project)
    asked = next(question for question in open_questions(project) if code_of(question) == code)
    hint = asked.finding.diagnostic.hint("sv")
    said = ask(project, *[LATER] * open_questions(project).index(asked), "svara", "sluta")
    assert f"Det går inte att svara på här: {hint}.\n" in said
    assert "\n" not in hint
    assert contents(project) == before


ODD = ["", "\u00a0", "null", "~", "---", "{a: b}", "a: b # c", "- a", "\"'", "{{ 7*7 }}", "a\x1b[31mb", "å" * 10_000]


@pytest.mark.parametrize("typed", ODD)
def test_whatever_is_typed_is_the_title_or_is_refused(project: Path, typed: str) -> None:
    lay(project, ANSWERED["not-filled-in"].before)
    before = contents(project)
    said = ask(project, "svara", typed, "", "", "sluta")
    if contents(project) == before:
        assert "Inget har ändrats." in said or not typed.strip()
    else:
        assert load(project).records["sv"].measures["lighting"].title == typed


@pytest.mark.parametrize("typed", [*ODD, "# tasks"])
def test_whatever_is_typed_is_the_text_or_is_refused(project: Path, typed: str) -> None:
    case = ANSWERED["no-letter"]
    lay(project, case.before)
    before, at = contents(project), position(project, "no-letter", case.record)
    said = ask(project, *[LATER] * (at or 0), "svara", typed, ".", "sluta")
    if contents(project) == before:
        assert "Inget har ändrats." in said or not typed.strip()
    else:
        assert f"# letter\n\n{typed}\n\n# summary\n" in contents(project)[APPLICATION]


@pytest.mark.parametrize("typed", ODD[2:])
def test_what_is_no_answer_is_refused_and_asked_again(project: Path, typed: str) -> None:
    lay(project, ANSWERED["no-responsible"].before)
    before = contents(project)
    said = ask(project, "svara", typed, "n", "svara", "kansliet", "sluta")
    assert "Inget har ändrats." in said
    assert contents(project) == {**before, MEASURE: contents(project)[MEASURE]}
    assert "responsible: kansliet\n" in contents(project)[MEASURE]


def test_whoever_stops_among_several_fields_keeps_those_that_are_answered(project: Path) -> None:
    case = ANSWERED["no-contact"]
    lay(project, case.before)
    at = position(project, "no-contact", "application")
    ask(project, *[LATER] * (at or 0), "svara", "Kansliet")
    assert "contact: {name: Kansliet}\n" in contents(project)[APPLICATION]


def lay(project: Path, changes: tuple[Change, ...]) -> None:
    for file, old, new in changes:
        place = project / "content" / file
        if old == ANYTHING and not new:
            place.unlink()
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        text = place.read_text(encoding="utf-8") if old else old
        assert old in text
        place.write_text(text.replace(old, new, 1), encoding="utf-8")


def contents(project: Path) -> dict[str, str]:
    """What stands in each file that people write."""
    folder = project / "content"
    files = (file for file in folder.rglob("*") if file.is_file() and ".schemas" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes().decode() for file in files}


def open_questions(project: Path) -> list[Question]:
    return list(questions(load(project), "sv"))


def code_of(question: Question) -> str:
    return question.finding.diagnostic.code


def position(project: Path, code: str, record: str) -> int | None:
    found = [(code_of(question), question.finding.record) for question in open_questions(project)]
    return found.index((code, record)) if (code, record) in found else None


def answer(project: Path, code: str, record: str, typed: tuple[str, ...]) -> None:
    at = position(project, code, record)
    assert at is not None, code_named(code).message["sv"]
    said = ask(project, *[LATER] * at, "svara", *typed, "sluta")
    assert "Inget har ändrats." not in said, said
