"""A scenario file is read as it stands, or refused in one sentence: where, what, and what would do."""

import json
import tomllib
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from analysis.scenario import BadScenarioError, Words, check_known, read
from analysis.scenario.names import INTERVENTIONS, NAMES
from analysis.scenario.schema import json_schema
from dashboards import languages
from dashboards.scenarios import refusal
from dashboards.text import speaking
from tests.analysis.bad_scenarios import BAD, CARD
from tests.analysis.scenario_texts import GOOD, HEAD, ROW, changed, row

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said_in_one_sentence_of_each_language(name: str) -> None:
    text, english, dutch, _ = BAD[name]
    with pytest.raises(BadScenarioError) as refused:
        read(text, "file.toml")
    for language, expected in (("en", english), ("nl", dutch)):
        said = sentence(refused.value, language)
        assert expected in said
        assert said.startswith("file.toml") and "\n" not in said and "{" not in said


def sentence(error: BadScenarioError, language: str) -> str:
    with speaking(language):
        return refusal(error)


def test_every_sentence_about_a_file_is_met_by_a_bad_one() -> None:
    met = {"row_assumption_only", "file_name", "not_a_text"}  # the last two: see the page
    for text, *_ in BAD.values():
        with pytest.raises(BadScenarioError) as refused:
            read(text, "file.toml")
        met |= names_of([refused.value.what, *refused.value.place])
    for text, *_ in NOT_HELD:
        with pytest.raises(BadScenarioError) as refused:
            known(text)
        met |= names_of([refused.value.what])
    assert met == set(languages.of("en").own["scenario_file"])


def names_of(parts: list[Words | str]) -> set[str]:
    """The words that a refusal is made of, at every depth."""
    words = [part for part in parts if isinstance(part, Words)]
    inside = [names_of(list(part.values.values())) for part in words]
    return {part.name for part in words}.union(*inside)


def as_json(value: object) -> object:
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    shipped = json.loads((SHIPPED / "scenario.schema.json").read_text(encoding="utf-8"))
    assert shipped == json_schema(), "write it anew: docs/scenarios.md says how"
    jsonschema.Draft202012Validator.check_schema(shipped)
    return jsonschema.Draft202012Validator(shipped, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("name", [name for name, (*_, is_of_schema) in BAD.items() if is_of_schema])
def test_the_schema_refuses_the_same(name: str, schema) -> None:
    assert not schema.is_valid(as_json(tomllib.loads(BAD[name][0])))


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.toml")), ids=lambda file: file.stem)
def test_examples_are_right_by_the_schema_and_by_the_reader(file: Path, schema) -> None:
    text = file.read_text(encoding="utf-8")
    schema.validate(as_json(tomllib.loads(text)))
    found = read(text, file.name)
    assert {"title_nl", "about_nl"} <= {key for key, _ in found.translated}
    assert found.about and "Synthetic" in text.splitlines()[0]


def test_a_scenario_is_what_its_file_says() -> None:
    found = read(HEAD + CARD + ROW + 'intervention = "hiring"\n', "file.toml")
    (one,) = found.assumptions
    assert (found.title, found.area, found.months) == ("Ten more", "service", 12)
    assert (one.low, one.central, one.high, one.owner) == (5, 10, 12, "head of staff")
    assert (one.from_on, one.until_on, one.office) == (date(2026, 10, 1), None, "")
    assert found.interventions[0].title == "A call" and not one.is_sure
    assert read(HEAD, "file.toml").assumptions == ()
    assert hash(found) == hash(read(HEAD + CARD + ROW + 'intervention = "hiring"\n', "other.toml"))


def test_a_title_is_in_any_language_that_the_file_says(schema) -> None:
    text = HEAD + 'title_fr = "Dix de plus"\nabout_fr = "Rien"\n' + CARD + 'title_fr = "Un appel"\n'
    text += ROW + 'intervention = "hiring"\n'
    found = read(text, "file.toml")
    assert (found.title_in("fr"), found.about_in("fr")) == ("Dix de plus", "Rien")
    assert (found.title_in("nl"), found.about_in("nl")) == ("Ten more", "")
    assert found.interventions[0].title_in("fr") == "Un appel"
    assert schema.is_valid(as_json(tomllib.loads(text)))


def test_an_assumption_is_overdue_after_its_day_and_not_on_it() -> None:
    (one,) = read(GOOD, "file.toml").assumptions
    assert not one.is_overdue(date(2026, 12, 1)) and one.is_overdue(date(2026, 12, 2))


def test_a_row_of_one_line_is_of_no_other() -> None:
    both = HEAD.replace('["offender_supervision"]', '["offender_supervision", "victims"]')
    found = read(both + ROW + 'service_line = "victims"\n' + row("inflow_pct", 1), "file.toml")
    assert [one.name for one in found.of_line("victims")] == ["hires_fte", "inflow_pct"]
    assert [one.name for one in found.of_line("offender_supervision")] == ["inflow_pct"]


PARENTS = {"service": None, "NORTH": "service", "A": "NORTH", "B": "NORTH", "C": "service"}


NOT_HELD = [
    (
        changed('"service"', '"servise"'),
        "area = 'servise': not in these data; did you mean 'service'?",
        "area = 'servise': komt niet voor in deze gegevens; bedoelde u 'service'?",
    ),
    (
        changed('"offender_supervision"', '"victims"'),
        "service_lines = 'victims': not in these data; allowed: offender_supervision",
        "service_lines = 'victims': komt niet voor in deze gegevens; toegelaten: offender_supervision",
    ),
    (
        HEAD + 'weight_scheme = "points"\n' + ROW,
        "weight_scheme = 'points': not in these data",
        "weight_scheme = 'points': komt niet voor",
    ),
    (
        GOOD + 'office = "D"\n',
        "assumption 1 (hires_fte), office = 'D': not in these data",
        "aanname 1 (hires_fte), office = 'D': komt niet voor in deze gegevens",
    ),
    (
        changed('"service"', '"NORTH"') + 'office = "C"\n',
        "office = 'C': no part of the area 'NORTH'",
        "office = 'C': hoort niet bij het gebied 'NORTH'",
    ),
]


def known(text: str) -> None:
    """Check a text against a small service."""
    lines = ["offender_supervision"]
    check_known(read(text, "file.toml"), "file.toml", parents=PARENTS, lines=lines, schemes=["hours"])


@pytest.mark.parametrize(("text", "english", "dutch"), NOT_HELD)
def test_what_the_data_do_not_hold_is_refused(text: str, english: str, dutch: str) -> None:
    with pytest.raises(BadScenarioError) as refused:
        known(text)
    assert english in sentence(refused.value, "en")
    assert dutch in sentence(refused.value, "nl")


def test_an_office_deep_in_the_area_is_known() -> None:
    inside = read(changed('"service"', '"NORTH"') + 'office = "B"\n', "file.toml")
    check_known(inside, "file.toml", parents=PARENTS, lines=["offender_supervision"], schemes=[])


def test_every_name_says_its_unit_and_every_kind_moves_names_that_there_are() -> None:
    ending = {"fte": "_fte", "percent": "_pct", "cases a month": "_cases"}
    assert all(one.name.endswith(ending[one.unit]) for one in NAMES.values())
    used = {name for names in INTERVENTIONS.values() for name in names}
    assert used == set(NAMES) - {"stay_pct"}, "how long cases stay is assumed, not done"
