"""From the text of a TOML file to a scenario, or to one sentence about what is wrong with it."""

import re
import tomllib
from datetime import date

from analysis.scenario.errors import BadScenarioError, Words, as_written, one_of
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
        raise BadScenarioError(_not_toml(str(error), text), file=file) from None
    table = checked(table, SCENARIO, file)
    if table.pop("schema") != SCHEMA:
        raise BadScenarioError(Words("schema", {"schema": SCHEMA}), file=file, key="schema")
    if not 1 <= table["months"] <= MOST_MONTHS:
        what = Words("months", {"most": MOST_MONTHS})
        raise BadScenarioError(what, file=file, key="months", value=table["months"])
    cards = _interventions(table.pop("interventions", []), file)
    rows = table.pop("assumptions", [])
    if len(rows) > MOST_ROWS:
        what = Words("many_rows", {"rows": len(rows), "most": MOST_ROWS})
        raise BadScenarioError(what, file=file, key="assumptions")
    found = tuple(_assumption(row, place, cards, file) for place, row in enumerate(rows, 1))
    _check_together(found, cards, table["service_lines"], file)
    lines = tuple(dict.fromkeys(table.pop("service_lines")))
    return Scenario(**table, service_lines=lines, interventions=tuple(cards.values()), assumptions=found)


def row_of(place: int, name: object) -> Words:
    """The row of an assumption, with its name where it has one."""
    if isinstance(name, str) and name:
        return Words("row_assumption", {"place": place, "name": name})
    return Words("row_assumption_only", {"place": place})


def _not_toml(error: str, text: str) -> Words:
    """Where the text stops being TOML; the parser's own words are English, and say less."""
    if not (found := re.search(r"at line (\d+), column (\d+)", error)):
        return Words("not_toml_end")
    line, column = map(int, found.groups())
    written = as_written(text.splitlines()[line - 1].strip())
    return Words("not_toml", {"line": line, "column": column, "written": written})


def _interventions(rows: list[dict], file: str) -> dict[str, Intervention]:
    cards: dict[str, Intervention] = {}
    for place, row in enumerate(rows, 1):
        where = Words("row_intervention", {"place": place})
        known = checked(row, INTERVENTION, file, where)
        kind = known["kind"]
        if kind not in INTERVENTIONS:
            what = Words("unknown_kind", {"instead": one_of(kind, INTERVENTIONS)})
            raise BadScenarioError(what, file=file, row=where, key="kind", value=kind)
        if kind in cards:
            raise BadScenarioError(Words("kind_twice"), file=file, row=where, key="kind", value=kind)
        cards[kind] = Intervention(**known)
    return cards


def _assumption(row: dict, place: int, cards: dict[str, Intervention], file: str) -> Assumption:
    name = row.get("name")
    where = row_of(place, name)
    checked(row, ASSUMPTION, file, where)

    def refuse(key: str, what: str, **values: int | str | Words) -> None:
        raise BadScenarioError(Words(what, values), file=file, row=where, key=key, value=row.get(key))

    if name not in NAMES:
        refuse("name", "unknown_name", instead=one_of(name, NAMES))
    moves = NAMES[name]
    if row["unit"] != moves.unit:
        refuse("unit", "unit", name=name, unit=as_written(moves.unit))
    _check_values(row, moves, refuse)
    if row["review_on"] < row["made_on"]:
        refuse("review_on", "review_before", made_on=str(row["made_on"]))
    _check_scope(row, moves, refuse)
    kind = row.get("intervention", "")
    if kind and not cards:
        refuse("intervention", "no_cards")
    if kind and kind not in cards:
        refuse("intervention", "no_card", instead=one_of(kind, cards))
    if kind and name not in INTERVENTIONS[kind]:
        refuse("intervention", "moves_other", names=", ".join(INTERVENTIONS[kind]), name=name)
    values = {level: float(row[level]) for level in LEVELS}
    return Assumption(**{**row, **values})


def _check_values(row: dict, moves: Name, refuse) -> None:
    for level in LEVELS:
        if not moves.least <= row[level] <= moves.most:
            unit = Words(f"unit_{moves.unit.replace(' ', '_')}")
            refuse(level, "outside", name=moves.name, least=moves.least, most=moves.most, unit=unit)
        if moves.is_whole and row[level] != int(row[level]):
            refuse(level, "whole_cases", name=moves.name)
    if not row["low"] <= row["central"] <= row["high"]:
        key = "low" if row["low"] > row["central"] else "high"
        refuse(key, f"{key}_of_central", central=str(row["central"]))


def _check_scope(row: dict, moves: Name, refuse) -> None:
    if not moves.is_scoped:
        for key in _ONLY_SCOPED:
            if key in row:
                refuse(key, "all_newcomers", name=moves.name)
    for key in ("from_on", "until_on"):
        if isinstance(row.get(key), date) and row[key].day != 1:
            refuse(key, "not_first_day")
    if "until_on" in row and row["until_on"] <= row.get("from_on", date.min):
        refuse("until_on", "until_before")
    if moves.needs_end and "until_on" not in row:
        refuse("until_on", "needs_until", name=moves.name)
    if (moves.is_event or moves.needs_end) and "from_on" not in row:
        refuse("from_on", "needs_from", name=moves.name)
    if moves.moves and not ("office" in row and "to_office" in row):
        refuse("to_office", "needs_offices", name=moves.name, keys="office, to_office")
    if "to_office" in row and not moves.moves:
        refuse("to_office", "no_second_office", name=moves.name)
    if "to_office" in row and row["to_office"] == row["office"]:
        refuse("to_office", "same_office", other="office")


def _check_together(found: tuple[Assumption, ...], cards: dict, lines: list[str], file: str) -> None:
    seen: dict[tuple, int] = {}
    for place, one in enumerate(found, 1):
        where = row_of(place, one.name)
        if one.service_line and one.service_line not in lines:
            what = Words("not_among_lines", {"instead": one_of(one.service_line, lines)})
            raise BadScenarioError(what, file=file, row=where, key="service_line", value=one.service_line)
        key = (one.name, one.office, one.to_office, one.service_line, one.from_on, one.until_on)
        if key in seen:
            raise BadScenarioError(Words("row_twice", {"place": seen[key]}), file=file, row=where)
        seen[key] = place
    for kind in cards:
        if not any(one.intervention == kind for one in found):
            what = Words("card_unused")
            raise BadScenarioError(what, file=file, row="interventions", key="kind", value=kind)
