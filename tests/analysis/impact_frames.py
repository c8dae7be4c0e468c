"""Frames as the marts give them, for one officer and one case."""

from collections.abc import Iterable

import polars as pl

from tests.reference.days import ONE_DAY, Day

WEDNESDAY = Day(2025, 7, 16)
THURSDAY, THIS_MONDAY, NEXT_MONDAY = WEDNESDAY + ONE_DAY, Day(2025, 7, 14), Day(2025, 7, 21)
OWN = {"officer_id": "anna", "weight_scheme": "points"}
UNITS = ("workload_units", "capacity_units")


def frame(
    rows: Iterable[dict], words: Iterable[str], dates: Iterable[str], units: Iterable[str]
) -> pl.DataFrame:
    """Rows as the warehouse gives them, with their types also where there is no row."""
    kinds = ((words, pl.String), (dates, pl.Date), (units, pl.Float64))
    schema = {name: kind for names, kind in kinds for name in names}
    if any(name.endswith("_avg") for name in units):
        schema["days"] = pl.Int64
    return pl.DataFrame(list(rows), schema=schema)


def spans(
    *units: tuple[float, float], since: Day = THIS_MONDAY, until: Day = THURSDAY, **own: str
) -> pl.DataFrame:
    """Work and capacity of a period, one row per office."""
    period = {"valid_from": since, "valid_to": until}
    rows = [OWN | own | period | dict(zip(UNITS, pair, strict=True)) for pair in units]
    return frame(rows, OWN, period, UNITS)


def weeks(*rows: tuple[Day, int, float, float], **own: str) -> pl.DataFrame:
    """Monday, days, work and capacity, one row per office."""
    names = ("week_start_on", "days", "workload_units_avg", "capacity_units_avg")
    return frame([OWN | own | dict(zip(names, row, strict=True)) for row in rows], OWN, names[:1], names[2:])


def case(*weights: tuple[Day, Day, float], **own: str) -> pl.DataFrame:
    """Begin, end and weight."""
    words, names = {"case_id": "1", "weight_scheme": "points"}, ("valid_from", "valid_to", "weight_units")
    rows = [words | own | dict(zip(names, weight, strict=True)) for weight in weights]
    return frame(rows, words, names[:2], names[2:])
