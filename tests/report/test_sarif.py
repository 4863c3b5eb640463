"""SARIF as its official schema wants it (OASIS SARIF 2.1.0, as SchemaStore publishes it)."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from safecomm.codes.codes import all_codes
from safecomm.diagnostic import Diagnostic, Location, problem
from safecomm.report.data_formats import sarif

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0.json").read_text(encoding="utf-8"))


def log(*locations: Location, language: str = "sv") -> Any:
    found = [problem("missing-file", each) for each in locations]
    made = json.loads(sarif(found, language))
    jsonschema.validate(made, SCHEMA)
    return made["runs"][0]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_code_is_a_rule_of_the_schema(language: str) -> None:
    class Anything(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return key

    found = [Diagnostic(code, Location("x.md", 1, 1), Anything()) for code in all_codes()]
    made = json.loads(sarif(found, language))
    jsonschema.validate(made, SCHEMA)
    rules = made["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == all_codes().keys()
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in made["runs"][0]["results"])


def test_without_a_problem_there_is_a_run_without_results() -> None:
    assert log()["results"] == []


def test_a_place_is_as_exact_as_it_is_known() -> None:
    run = log(Location("a b/å.md"), Location("x.md", 3), Location("x.md", 3, 4), Location("\udcff.md"))
    places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
    assert [each.get("region") for each in places] == [
        None,
        {"startLine": 3},
        {"startLine": 3, "startColumn": 4},
        None,
    ]
    assert places[0]["artifactLocation"]["uri"] == "a%20b/%C3%A5.md"
    assert run["results"][0]["message"]["text"].startswith("filen finns inte (skapa filen")
