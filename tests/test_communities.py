"""Communities in other languages: all commands serve them, and no word of another language stands in what they get."""

import inspect
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.build import build
from safecomm.catalogue import documents, documents_matching, packaged_templates
from safecomm.cli.main import cli
from safecomm.codes.codes import all_codes, explain
from safecomm.content.load import load
from safecomm.content.project_language import project_languages
from safecomm.diagnostic import ContentError
from safecomm.language import placeholder_words
from safecomm.messages.texts import record_texts
from safecomm.rules import translation_rules
from safecomm.rules.all_rules import ASKED, ASKED_CODES, check
from tests.test_broken import HERE
from tests.word.sample import unzip

pytestmark = pytest.mark.slow

COMMUNITIES = HERE / "communities"
NAMES = ("nb", "nz")
SWEDISH = re.compile(
    r"[äöÄÖ]|\b(?:och|inte|från|eftersom|insatser?|verksamhet|lucka|luckor|fel|tips|skriv|rad|fältet|landsting"
    r"|solna|sverige|svenska|stockholm)\b|FYLL I(?!NN)|beslutande-organ",
    re.IGNORECASE,
)
NORWEGIAN = re.compile(r"[æøåÆØÅ]|\b(?:og|ikke|fra|tiltak|kommunen|norge|norsk)\b|FYLL INN", re.IGNORECASE)
NORWEGIAN_NOT_SWEDISH = re.compile(r"[æøÆØ]|\b(?:og|ikke|tiltak|norge|norsk)\b|FYLL INN", re.IGNORECASE)
ENGLISH = re.compile(r"\b(?:the|of|and|not|measures?|criterion|source|year|table|board|municipality)\b", re.IGNORECASE)
FOREIGN = {"nb": [SWEDISH], "nz": [SWEDISH, NORWEGIAN]}
WORDS = {"sv": SWEDISH, "nb": NORWEGIAN, "en": ENGLISH, "bokmål": NORWEGIAN_NOT_SWEDISH}
OTHERS = {"sv": ["en", "bokmål"], "nb": ["sv", "en"], "en": ["sv", "nb"]}
EVERYWHERE = ("application", "briefs", "followup", "summary")
DOCUMENTS = {
    "nb": {"programme.nb": "nb", **{f"{name}.{spoken}": spoken for name in EVERYWHERE for spoken in ("nb", "en")}},
    "nz": {"programme.en": "en", **{f"{name}.en": "en" for name in EVERYWHERE}},
    "sv": {"programme.sv": "sv", **{f"{name}.{spoken}": spoken for name in EVERYWHERE for spoken in ("sv", "en")}},
}
NAMES_IN_ALL_LANGUAGES = ("Mere Tane", "Säkra byar", "Skogsförlaget")
CAPITALS = re.compile(
    "CODE|COLUMNS|COMMAND|CSV|DATE|DOCUMENT|FILE|FOLDER|GAP|HEAD|JSON|KIND|LANGUAGE|NAME|NEW|NUMBER|OLD|OPTIONS|PDF|PLACE|REASON|RECORD|REDLINE|SHEET|SIGNS|SUBJECT|TEXT|YAML|YEAR"
)
KINDS = (
    *("measure", "activity", "project", "organisation", "evidence", "objective"),
    *("reference", "network", "question", "attachment", "section", "term", "value"),
)
NEW = {
    "nb": ["--languages=nb,en", "--name=Nes kommune", "--country=Norge", "--county=Vestland", "--code=4699"],
    "nz": ["--languages=en", "--name=Nelson", "--country=New Zealand", "--county=Nelson", "--code=053"],
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def project(tmp_path: Path, name: str) -> Path:
    return Path(shutil.copytree(COMMUNITIES / name, tmp_path / name))


def foreign_words(name: str, text: str) -> list[str]:
    return [match[0] for words in FOREIGN[name] for match in words.finditer(text)]


def test_what_is_called_foreign_is_found() -> None:
    assert foreign_words("nz", "Inte en lucka, ikke noe: på") == ["Inte", "lucka", "ikke", "å"]
    assert foreign_words("nb", "FYLL INN og FYLL I") == ["FYLL I"]


@pytest.mark.parametrize("name", [*NAMES, "sv"])
def test_each_document_is_in_its_language_alone(project: Path, name: str) -> None:
    languages = project_languages(project)
    content = load(project)
    official = [wording.to(language) for wording in content.wordings.values() for language in languages]
    assert [found for found in check(content, "en") if found.diagnostic.acknowledged is None] == []
    run = build(project, documents(languages), final=True, language=None)
    assert {gap.code for gap in run.refused} == {"brief-incomplete", "not-reported"}
    drafts = [draft for kind in ("briefs", "followup") for draft in documents_matching(kind, languages)]
    built = (*run.built, *build(project, drafts, final=False, language=None).built)
    assert {made.document.stem: made.document.language for made in built} == DOCUMENTS[name]
    for made in built:
        # The glossary has names and words in both languages.
        text = re.sub(
            r"^# [^\n]*(Ordlista|Ordliste|Glossary)\b.*?(?=^# |\Z)", "", made.twin, flags=re.MULTILINE | re.DOTALL
        )
        text = re.sub("https?://.*", "", text)
        for own in (*official, *NAMES_IN_ALL_LANGUAGES):
            text = text.replace(own, "")
        assert {other: found for other in OTHERS[made.document.language] if (found := WORDS[other].findall(text))} == {}
        assert "Solna" not in text


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--format=json"),
        ("build",),
        ("build", "--final"),
        ("status",),
        ("status", "--format=html"),
        ("diff", "."),
        ("explain", "no-date"),
        ("schema", "measures"),
        ("template", "check"),
        ("template", "fields", "programme"),
        ("new", "measure", "x y"),
        ("build", "programme.sv"),
        ("acknowledge", "no-letter", "application", "--reason=because"),
        ("migrate",),
        ("rename", "politiet", "police"),
        ("phrases", "check", "en"),
        ("explain", "statistics-support-nothing"),
        ("--help",),
        ("init", "--help"),
        ("nonsense",),
    ],
    ids=" ".join,
)
def test_commands_answer_in_english(
    arguments: tuple[str, ...], project: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    said = run(*arguments).output.replace("sv, en", "").replace("en, nb, sv", "")
    own = {"nb": r"[^\n]*(?:Trygg|Skade|Fjordvik|Gangvei|Skole|rådet)[^\n]*", "nz": ""}[name]
    assert said
    assert foreign_words(name, re.sub(own, "", said) if own else said) == []


def test_codes_are_explained_in_english() -> None:
    of_letters = {"bad-encoding", "phrases-encoding"}
    texts = {name: explain(name, "en") for name in all_codes() if name not in of_letters}
    assert {name: words for name, text in texts.items() if (words := foreign_words("nz", text))} == {}


def test_fields_are_explained_to_every_kind_of_community() -> None:
    explained = record_texts("en")
    texts = [text for fields in (explained["kinds"], *explained["fields"].values()) for text in fields.values()]
    assert [text for text in texts if "municipal" in text] == ["What kind of area it is, if it is no municipality."]


@pytest.mark.parametrize("command", cli.commands)
def test_help_is_in_english(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(COMMUNITIES / "nz")
    said = run(command, "--help").output
    assert "Show this message and exit." in said
    assert foreign_words("nz", said) == []
    assert [word for word in re.findall("[A-Z]{3,}", said) if not CAPITALS.fullmatch(word)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_speaks_the_language(kind: str, project: Path, name: str) -> None:
    assert run("new", kind, "noe", "--project", str(project)).exit_code == 0
    files = [file for file in (project / "content").rglob("*.*") if file.suffix in (".md", ".yaml")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    made = [text for text in texts if any(word in text for word in placeholder_words())]
    assert len(made) == 1
    assert {"nb": "FYLL INN", "nz": "FILL IN"}[name] in made[0]
    assert foreign_words(name, made[0]) == []
    assert "[not-filled-in " in run("check", "--project", str(project)).output


def test_a_new_project_has_no_word_of_another_language(tmp_path: Path, name: str) -> None:
    made = run("init", str(tmp_path / "new"), *NEW[name], "--criteria-set=sc7-2012")
    assert made.exit_code == 0
    assert foreign_words(name, made.output) == []
    # The officer's pages show examples from a Swedish project.
    hidden = {".git", "docs"}
    files = [file for file in (tmp_path / "new").rglob("*") if file.is_file() and not hidden & {*file.parts}]
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    assert len(texts) > 20
    assert {file.name: words for file, text in texts.items() if (words := foreign_words(name, text))} == {}
    assert run("build", "--project", str(tmp_path / "new")).exit_code == 0


def test_schemas_have_no_word_of_another_language(project: Path, name: str) -> None:
    run("schema", "--write", "--project", str(project))
    texts = [file.read_text(encoding="utf-8") for file in (project / "content" / ".schemas").iterdir()]
    assert len(texts) > 10
    assert [words for text in texts if (words := foreign_words(name, text))] == []
    assert any(".nb.json" in file.name for file in (project / "content" / ".schemas").iterdir()) is False
    assert (project / "content" / ".schemas" / "measures.en.json").exists() == (name == "nb")


def test_a_document_that_the_languages_do_not_give_is_told(project: Path) -> None:
    result = run("build", "application.sv", "--project", str(project))
    languages = ", ".join(project_languages(project))
    assert result.exit_code == 2
    assert f"no document of the project, whose languages are {languages}; choose from: application" in result.output


def test_a_set_of_principles_has_no_criteria_and_its_facts_stay_on_one_page() -> None:
    drafts = [*documents_matching("application", ("en",)), *documents_matching("programme", ("en",))]
    application, programme = build(COMMUNITIES / "nz", drafts, final=False, language=None).built
    assert "Measures by principle" in application.twin
    assert "criterion" not in application.twin.lower()
    for made, style, last in (
        (application, "Fact", "Annual report of the Board"),
        (programme, "ListNumber", "Networks"),
    ):
        body = unzip(made.docx)["word/document.xml"].decode()
        lines = re.findall(rf'<w:pPr><w:pStyle w:val="{style}"/>(.*?)</w:p>', body)
        loose = [line for line in lines if "<w:keepNext/>" not in line]
        assert len(lines) > len(loose) == 1
        assert last in loose[0]


def test_nothing_is_untranslated_in_one_language() -> None:
    content = load(COMMUNITIES / "nz")
    assert (content.languages, content.untranslated, content.outdated) == (("en",), (), ())
    assert content.records["en"].organisations["police"].name.to("en") == "New Zealand Police"


def test_what_is_not_translated_is_a_gap_in_each_language(tmp_path: Path) -> None:
    project = Path(shutil.copytree(COMMUNITIES / "nb", tmp_path / "nb"))
    (project / "content" / "measures" / "gangvei.en.md").unlink()
    file = project / "content" / "community.md"
    file.write_text(file.read_text(encoding="utf-8").replace("[nb, en]", "[nb, en, sv]"), encoding="utf-8")
    missing = {text.language for text in load(project).untranslated if text.id == "gangvei"}
    assert missing == {"en", "sv"}
    assert "the text in measures/gangvei.md does not exist in Swedish" in run("check", "--project", str(project)).output
    documents_built = run("build", "--project", str(project)).output
    assert "application.sv.docx" in documents_built
    twin = (project / "build" / "application.en.md").read_text(encoding="utf-8")
    assert "This text is not yet translated and is given here in Norwegian Bokmål." in twin


def test_a_change_is_told_with_its_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = (Path(shutil.copytree(COMMUNITIES / "nb", tmp_path / folder)) for folder in ("old", "new"))
    file = new / "content" / "organisations.yaml"
    text = file.read_text(encoding="utf-8").replace("Politiet", "Lensmannen").replace("The police", "The sheriff")
    file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = run("diff", str(old), str(new), "--lang=en").output
    assert "name Politiet → Lensmannen" in said
    assert "name, in English The police → The sheriff" in said


def test_another_language_needs_its_phrases_alone(tmp_path: Path) -> None:
    project = Path(shutil.copytree(COMMUNITIES / "nz", tmp_path / "fi"))
    file = project / "content" / "community.md"
    file.write_text(file.read_text(encoding="utf-8").replace("[en]", "[fi]"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(project)
    assert [fault.code for fault in caught.value.diagnostics] == ["unknown-language"]
    templates = Path(shutil.copytree(packaged_templates(), project / "templates"))
    phrases = (templates / "phrases.en.jinja").read_text(encoding="utf-8")
    finnish = phrases.replace('"en-GB"', '"fi-FI"').replace('"d\\u00a0MMMM yyyy"', '""').replace("“”‘’", "””’’")
    (templates / "phrases.fi.jinja").write_text(finnish, encoding="utf-8")
    assert run("build", "--project", str(project)).exit_code == 0
    twin = (project / "build" / "application.fi.md").read_text(encoding="utf-8")
    assert "”the long white beach”" in twin
    assert "1\\. heinäkuuta 2016" in twin
    assert "2\u00a0219,5\u00a0km²" in twin
    assert "Accident Compensation Corporation ja Farm Workers Union" in twin


def test_the_community_says_what_it_is_called(project: Path, name: str) -> None:
    run("build", "--project", str(project))
    twin = (project / "build" / "application.en.md").read_text(encoding="utf-8")
    said = {"nb": "# Letter from the mayor and the chief executive", "nz": "# Letter from the Mayor"}
    assert f"{said[name]}\n" in twin
    assert ("The district in brief" in twin) == (name == "nz")
    if name == "nb":
        assert "# Brev fra ordføreren" in (project / "build" / "application.nb.md").read_text(encoding="utf-8")


def test_the_status_calls_the_region_what_the_community_does() -> None:
    said = run("status", "--format=md", "--project", str(COMMUNITIES / "nz")).output
    assert "Regional council" in said
    assert "County council" not in said
    assert (
        "Regional council" not in run("status", "--format=md", "--lang=sv", "--project", str(COMMUNITIES / "nz")).output
    )


def test_a_word_that_does_not_exist_is_refused(project: Path) -> None:
    file = project / "content" / "community.md"
    file.write_text(file.read_text(encoding="utf-8").replace("  leadership:", "  leadreship:"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(project)
    fault = next(fault for fault in caught.value.diagnostics if fault.location.path == "content/community.md")
    assert (fault.code, fault.nearest) == ("unknown-key", "leadership")


@pytest.mark.parametrize("language", ["sv", "en", "nb"])
def test_the_phrases_of_the_program_are_whole(language: str, tmp_path: Path) -> None:
    assert run("phrases", "check", language, "--project", str(tmp_path)).exit_code == 0


def test_the_phrases_are_asked_for_each_gap_of_the_application() -> None:
    # What is told of a missing translation, two rules tell alike.
    sources = [*(inspect.getsource(rule) for rule in ASKED), inspect.getsource(translation_rules.finding_of)]
    quoted = {text for source in sources for text in re.findall('"([a-z-]+)"', source)}
    assert {text for text in quoted if text in all_codes()} == set(ASKED_CODES)


def test_what_phrases_lack_is_told(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(packaged_templates(), tmp_path / "templates"))
    file, phrases = templates / "phrases.fi.jinja", (templates / "phrases.en.jinja").read_text(encoding="utf-8")
    edits = {
        '{% set summary = "Summary" %}': "",
        '{% set yes = "Yes" %}': '{% set yess = "Yes" %}',
        '  "home": "Home",\n': "",
        "macro responsibility(measure)": "macro responsibility()",
        "rose from {first} to {last}.": "rose from {begin}.",
    }
    for old, new in edits.items():
        assert old in phrases
        phrases = phrases.replace(old, new)
    file.write_text(phrases, encoding="utf-8")
    said = run("phrases", "check", "fi", "--project", str(tmp_path), "--lang=en").output
    for expected in ("summary is missing", "yes is missing", "environment.home is missing", "gap.no-date is missing"):
        assert expected in said
    assert "yess is not among the English words" in said
    assert 'figures_text.rose is written as "…{begin}…", but among the English words as "…{first}…{last}…"' in said
    assert "responsibility is written as (), but among the English words as (measure)" in said
    file.write_text("{% set a = %}", encoding="utf-8")
    assert (
        "phrases.fi.jinja:1: error: the words of the language cannot be read"
        in run("phrases", "check", "fi", "--project", str(tmp_path), "--lang=en").output
    )
    assert run("phrases", "check", "xx", "--project", str(tmp_path)).exit_code == 2
