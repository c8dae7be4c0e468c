"""From the text of a TOML file to a scenario, or to one sentence about what is wrong with it."""

import tomllib
from datetime import date

from analysis.scenario.errors import BadScenarioError, one_of
from analysis.scenario.fields import ASSUMPTION, INTERVENTION, SCENARIO, checked
from analysis.scenario.names import INTERVENTIONS, NAMES, Name
from analysis.scenario.scenario import LEVELS, Assumption, Intervention, Scenario

SCHEMA = 1
MOST_MONTHS = 36
MOST_ROWS = 60
_ONLY_SCOPED = ("office", "service_line", "from_on", "until_on")


def read(text: str, file: str) -> Scenario:
    """The scenario that a text says; ``file`` is what messages call it.

    Raises:
        BadScenarioError: no TOML, or a rule of docs/scenarios.md is broken; the first that is.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadScenarioError(f"not TOML: {error}", file=file) from None
    table = checked(table, SCENARIO, file)
    if table.pop("schema") != SCHEMA:
        raise BadScenarioError(f"this version reads schema {SCHEMA}", file=file, key="schema")
    if not 1 <= table["months"] <= MOST_MONTHS:
        what = f"from 1 to {MOST_MONTHS} months can be simulated"
        raise BadScenarioError(what, file=file, key="months", value=table["months"])
    cards = _interventions(table.pop("interventions", []), file)
    rows = table.pop("assumptions", [])
    if len(rows) > MOST_ROWS:
        raise BadScenarioError(
            f"{len(rows)} rows; at most {MOST_ROWS} can be run", file=file, key="assumptions"
        )
    found = tuple(_assumption(row, place, cards, file) for place, row in enumerate(rows, 1))
    _check_together(found, cards, table["service_lines"], file)
    lines = tuple(dict.fromkeys(table.pop("service_lines")))
    return Scenario(**table, service_lines=lines, interventions=tuple(cards.values()), assumptions=found)


def _interventions(rows: list[dict], file: str) -> dict[str, Intervention]:
    cards: dict[str, Intervention] = {}
    for place, row in enumerate(rows, 1):
        where = f"intervention {place}"
        kind = checked(row, INTERVENTION, file, where)["kind"]
        if kind not in INTERVENTIONS:
            what = f"unknown kind; {one_of(kind, INTERVENTIONS)}"
            raise BadScenarioError(what, file=file, row=where, key="kind", value=kind)
        if kind in cards:
            raise BadScenarioError(
                "there is one of this kind already", file=file, row=where, key="kind", value=kind
            )
        cards[kind] = Intervention(**row)
    return cards


def _assumption(row: dict, place: int, cards: dict[str, Intervention], file: str) -> Assumption:
    where = f"assumption {place}"
    name = row.get("name")
    where += f" ({name})" if isinstance(name, str) and name else ""
    checked(row, ASSUMPTION, file, where)

    def refuse(key: str, what: str) -> None:
        raise BadScenarioError(what, file=file, row=where, key=key, value=row.get(key))

    if name not in NAMES:
        refuse("name", f"unknown name; {one_of(name, NAMES)}")
    moves = NAMES[name]
    if row["unit"] != moves.unit:
        refuse("unit", f"{name} is in {moves.unit!r}")
    _check_values(row, moves, refuse)
    if row["review_on"] < row["made_on"]:
        refuse("review_on", f"lies before made_on ({row['made_on']})")
    _check_scope(row, moves, refuse)
    kind = row.get("intervention", "")
    if kind and kind not in cards:
        refuse(
            "intervention",
            f"no such row under [[interventions]]; {one_of(kind, cards) if cards else 'there is none'}",
        )
    if kind and name not in INTERVENTIONS[kind]:
        refuse("intervention", f"moves {', '.join(INTERVENTIONS[kind])}, and not {name}")
    values = {level: float(row[level]) for level in LEVELS}
    return Assumption(**{**row, **values})


def _check_values(row: dict, moves: Name, refuse) -> None:
    for level in LEVELS:
        if not moves.least <= row[level] <= moves.most:
            refuse(level, f"{moves.name} is from {moves.least:,} to {moves.most:,} {moves.unit}")
        if moves.is_whole and row[level] != int(row[level]):
            refuse(level, f"{moves.name} are whole cases")
    if not row["low"] <= row["central"] <= row["high"]:
        key = "low" if row["low"] > row["central"] else "high"
        side = "above" if key == "low" else "below"
        refuse(key, f"{side} central ({row['central']}); low is at most central, and central at most high")


def _check_scope(row: dict, moves: Name, refuse) -> None:
    if not moves.is_scoped:
        for key in _ONLY_SCOPED:
            if key in row:
                refuse(key, f"{moves.name} is of all newcomers in all months; leave it out")
    for key in ("from_on", "until_on"):
        if isinstance(row.get(key), date) and row[key].day != 1:
            refuse(key, "not the first day of a month; months are simulated as a whole")
    if "until_on" in row and row["until_on"] <= row.get("from_on", date.min):
        refuse("until_on", "on or before from_on; it is the first day without")
    if moves.needs_end and "until_on" not in row:
        refuse("until_on", f"is missing; {moves.name} takes the first day without")
    if (moves.is_event or moves.needs_end) and "from_on" not in row:
        refuse("from_on", f"is missing; {moves.name} takes the first day of a month")
    if moves.moves and not ("office" in row and "to_office" in row):
        refuse("to_office", f"{moves.name} takes office and to_office")
    if "to_office" in row and not moves.moves:
        refuse("to_office", f"only moved_cases has one, and not {moves.name}")
    if "to_office" in row and row["to_office"] == row["office"]:
        refuse("to_office", "the same as office")


def _check_together(found: tuple[Assumption, ...], cards: dict, lines: list[str], file: str) -> None:
    seen: dict[tuple, int] = {}
    for place, one in enumerate(found, 1):
        where = f"assumption {place} ({one.name})"
        if one.service_line and one.service_line not in lines:
            what = f"not among service_lines; {one_of(one.service_line, lines)}"
            raise BadScenarioError(what, file=file, row=where, key="service_line", value=one.service_line)
        key = (one.name, one.office, one.to_office, one.service_line, one.from_on, one.until_on)
        if key in seen:
            what = f"says the same as assumption {seen[key]}; give it another scope, or leave it out"
            raise BadScenarioError(what, file=file, row=where)
        seen[key] = place
    for kind in cards:
        if not any(one.intervention == kind for one in found):
            raise BadScenarioError(
                "no assumption names it", file=file, row="interventions", key="kind", value=kind
            )
