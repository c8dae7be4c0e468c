"""A scenario file is read as it stands, or refused in one sentence: where, what, and what would do."""

import json
import tomllib
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from analysis.scenario import BadScenarioError, check_known, read
from analysis.scenario.names import INTERVENTIONS, NAMES
from analysis.scenario.reading import MOST_ROWS
from analysis.scenario.schema import json_schema
from tests.analysis.scenario_texts import GOOD, HEAD, ROW, changed, row

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"
CARD = '[[interventions]]\nkind = "hiring"\ntitle = "A call"\n'

# What is wrong -> what the sentence says of it; those marked False are beyond what a JSON schema can say.
BAD = {
    "no TOML": (GOOD + "\nlow = = 3", "file.toml: not TOML: ", False),
    "an unknown key": (
        changed("months", "monthes"),
        "file.toml, monthes: unknown key; did you mean 'months'?",
        True,
    ),
    "a missing key": (
        changed('title = "Ten more"\n', ""),
        "file.toml, title: is missing; it takes text",
        True,
    ),
    "another schema": (changed("schema = 1", "schema = 2"), "schema: this version reads schema 1", True),
    "no months": (changed("months = 12", "months = 0"), "months = 0: from 1 to 36 months", True),
    "half a month": (changed("months = 12", "months = 1.5"), "months = 1.5: not a whole number", True),
    "months that are true": (
        changed("months = 12", "months = true"),
        "months = True: not a whole number",
        True,
    ),
    "no lines": (changed('["offender_supervision"]', "[]"), "service_lines: not a list of words", True),
    "a title of blanks": (changed('"Ten more"', '" "'), "title = ' ': not a text", True),
    "a name that is near": (
        changed('"hires_fte"', '"hire_fte"'),
        "file.toml, assumption 1 (hire_fte), name = 'hire_fte': unknown name; did you mean 'hires_fte'?",
        True,
    ),
    "a number between quotes": (
        changed("central = 10", 'central = "10"'),
        "file.toml, assumption 1 (hires_fte), central = '10': not a number; it takes a number without quotes",
        True,
    ),
    "a number that is none": (changed("high = 12", "high = nan"), "high = nan: not a number", False),
    "a number without end": (changed("high = 12", "high = inf"), "high = inf: not a number", True),
    "a day between quotes": (
        changed("made_on = 2026-06-01", 'made_on = "2026-06-01"'),
        "made_on = '2026-06-01': not a day; it takes a day without quotes, such as 2027-03-01",
        False,
    ),
    "a day with an hour": (
        changed("made_on = 2026-06-01", "made_on = 2026-06-01T10:00:00"),
        "made_on = 2026-06-01 10:00:00: not a day",
        True,
    ),
    "another unit": (changed('"fte"', '"percent"'), "unit = 'percent': hires_fte is in 'fte'", True),
    "low above central": (
        changed("low = 5", "low = 11"),
        "low = 11: above central (10); low is at most central",
        False,
    ),
    "high below central": (changed("high = 12", "high = 9"), "high = 9: below central (10)", False),
    "fewer than none": (changed("low = 5", "low = -5"), "low = -5: hires_fte is from 0 to 10,000 fte", True),
    "reviewed before it was made": (
        changed("review_on = 2026-12-01", "review_on = 2026-01-01"),
        "review_on = 2026-01-01: lies before made_on (2026-06-01)",
        False,
    ),
    "not the first of a month": (
        changed("from_on = 2026-10-01", "from_on = 2026-10-15"),
        "from_on = 2026-10-15: not the first day of a month",
        False,
    ),
    "an event without a month": (
        changed("from_on = 2026-10-01\n", ""),
        "from_on: is missing; hires_fte takes",
        True,
    ),
    "an end before its beginning": (
        GOOD + "until_on = 2026-09-01\n",
        "until_on = 2026-09-01: on or before from_on",
        False,
    ),
    "cases that end without an end": (
        HEAD + row("ended_expired_cases", 5, from_on="2026-10-01"),
        "until_on: is missing; ended_expired_cases takes the first day without",
        True,
    ),
    "half a case": (
        HEAD + row("moved_cases", 2.5, office='"A"', to_office='"B"'),
        "low = 2.5: moved_cases are whole cases",
        True,
    ),
    "a move to nowhere": (
        HEAD + row("moved_cases", 2, office='"A"'),
        "to_office: moved_cases takes office and to_office",
        True,
    ),
    "a move to itself": (
        HEAD + row("moved_cases", 2, office='"A"', to_office='"A"'),
        "to_office = 'A': the same as office",
        False,
    ),
    "a second office of staff": (
        GOOD + 'to_office = "B"\n',
        "to_office = 'B': only moved_cases has one",
        True,
    ),
    "newcomers of one office": (
        HEAD + row("newcomer_months_1_6_pct", 20, office='"A"'),
        "office = 'A': newcomer_months_1_6_pct is of all newcomers",
        True,
    ),
    "a card that is not there": (
        GOOD + 'intervention = "hiring"\n',
        "no such row under [[interventions]]; there is none",
        False,
    ),
    "a card of something else": (
        HEAD + CARD + row("inflow_pct", 2, intervention='"hiring"'),
        "intervention = 'hiring': moves hires_fte, newcomer_months_1_6_pct",
        False,
    ),
    "a card of an unknown kind": (
        HEAD + CARD.replace('"hiring"', '"hireing"') + ROW,
        "file.toml, intervention 1, kind = 'hireing': unknown kind; did you mean 'hiring'?",
        True,
    ),
    "two cards of a kind": (
        HEAD + CARD + CARD + ROW,
        "intervention 2, kind = 'hiring': there is one of this kind",
        False,
    ),
    "a card without assumptions": (
        HEAD + CARD + ROW,
        "interventions, kind = 'hiring': no assumption names it",
        False,
    ),
    "a line that the file is not about": (
        GOOD + 'service_line = "victims"\n',
        "service_line = 'victims': not among service_lines",
        False,
    ),
    "the same twice": (
        GOOD + ROW,
        "file.toml, assumption 2 (hires_fte): says the same as assumption 1",
        False,
    ),
    "more rows than can be run": (HEAD + ROW * (MOST_ROWS + 1), "assumptions: 61 rows; at most 60", True),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said_in_one_sentence(name: str) -> None:
    text, said, _ = BAD[name]
    with pytest.raises(BadScenarioError) as refused:
        read(text, "file.toml")
    assert said in str(refused.value)
    assert str(refused.value).startswith("file.toml") and "\n" not in str(refused.value)


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


@pytest.mark.parametrize("name", [name for name, (_, _, is_of_schema) in BAD.items() if is_of_schema])
def test_the_schema_refuses_the_same(name: str, schema) -> None:
    assert not schema.is_valid(as_json(tomllib.loads(BAD[name][0])))


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.toml")), ids=lambda file: file.stem)
def test_examples_are_right_by_the_schema_and_by_the_reader(file: Path, schema) -> None:
    text = file.read_text(encoding="utf-8")
    schema.validate(as_json(tomllib.loads(text)))
    found = read(text, file.name)
    assert found.title_nl and found.about and found.about_nl and "Synthetic" in text.splitlines()[0]


def test_a_scenario_is_what_its_file_says() -> None:
    found = read(HEAD + CARD + ROW + 'intervention = "hiring"\n', "file.toml")
    (one,) = found.assumptions
    assert (found.title, found.area, found.months) == ("Ten more", "service", 12)
    assert (one.low, one.central, one.high, one.owner) == (5, 10, 12, "head of staff")
    assert (one.from_on, one.until_on, one.office) == (date(2026, 10, 1), None, "")
    assert found.interventions[0].title == "A call" and not one.is_sure
    assert read(HEAD, "file.toml").assumptions == ()
    assert hash(found) == hash(read(HEAD + CARD + ROW + 'intervention = "hiring"\n', "other.toml"))


def test_an_assumption_is_overdue_after_its_day_and_not_on_it() -> None:
    (one,) = read(GOOD, "file.toml").assumptions
    assert not one.is_overdue(date(2026, 12, 1)) and one.is_overdue(date(2026, 12, 2))


def test_a_row_of_one_line_is_of_no_other() -> None:
    both = HEAD.replace('["offender_supervision"]', '["offender_supervision", "victims"]')
    found = read(both + ROW + 'service_line = "victims"\n' + row("inflow_pct", 1), "file.toml")
    assert [one.name for one in found.of_line("victims")] == ["hires_fte", "inflow_pct"]
    assert [one.name for one in found.of_line("offender_supervision")] == ["inflow_pct"]


PARENTS = {"service": None, "NORTH": "service", "A": "NORTH", "B": "NORTH", "C": "service"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (changed('"service"', '"servise"'), "area = 'servise': not in these data; did you mean 'service'?"),
        (changed('"offender_supervision"', '"victims"'), "service_lines = 'victims': not in these data"),
        (HEAD + 'weight_scheme = "points"\n' + ROW, "weight_scheme = 'points': not in these data"),
        (GOOD + 'office = "D"\n', "assumption 1 (hires_fte), office = 'D': not in these data"),
        (changed('"service"', '"NORTH"') + 'office = "C"\n', "office = 'C': no part of the area 'NORTH'"),
    ],
)
def test_what_the_data_do_not_hold_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadScenarioError) as refused:
        check_known(
            read(text, "file.toml"),
            "file.toml",
            parents=PARENTS,
            lines=["offender_supervision"],
            schemes=["hours"],
        )
    assert said in str(refused.value)


def test_an_office_deep_in_the_area_is_known() -> None:
    inside = read(changed('"service"', '"NORTH"') + 'office = "B"\n', "file.toml")
    check_known(inside, "file.toml", parents=PARENTS, lines=["offender_supervision"], schemes=[])


def test_every_name_says_its_unit_and_every_kind_moves_names_that_there_are() -> None:
    ending = {"fte": "_fte", "percent": "_pct", "cases a month": "_cases"}
    assert all(one.name.endswith(ending[one.unit]) for one in NAMES.values())
    used = {name for names in INTERVENTIONS.values() for name in names}
    assert used == set(NAMES) - {"stay_pct"}, "how long cases stay is assumed, not done"
