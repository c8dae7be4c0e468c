"""Assumptions and outcomes in words: what they move, of what and when, and why one moves nothing here."""

import math
from collections.abc import Sequence

from analysis.scenario import Assumption
from analysis.scenario.names import PERCENT
from analysis.scenario.outcomes import OF_CASES
from dashboards import queries
from dashboards.reader import Reader
from dashboards.text import month, number, percentage, signed, t


def name_of(one: Assumption) -> str:
    """What an assumption moves, in words."""
    return t(f"scenarios.name_{one.name}")


def unit_of(one: Assumption) -> str:
    """The unit of an assumption in words."""
    return t(f"scenarios.unit_word_{one.moves.unit.replace(' ', '_')}")


def amount(one: Assumption, value: float) -> str:
    """A value of an assumption with its unit."""
    if one.moves.unit == PERCENT:
        return percentage(value, 1 if value != int(value) else 0)
    return number(value, 1 if value != int(value) else 0)


def scope_of(one: Assumption, reader: Reader) -> str:
    """Where and when it holds: `Gent, from September 2026 until before December 2026`."""
    said = [_place(one, reader)] if one.office else []
    if one.service_line:
        said.append(queries.label_of(reader, "service_line", one.service_line))
    if one.from_on:
        said.append(t("scenarios.from_month", month=month(one.from_on)))
    if one.until_on:
        said.append(t("scenarios.until_month", month=month(one.until_on)))
    return ", ".join(said) or t("scenarios.everywhere")


def _place(one: Assumption, reader: Reader) -> str:
    if one.to_office:
        names = {"from_office": area_name(one.office, reader), "to_office": area_name(one.to_office, reader)}
        return t("scenarios.from_to", **names)
    return area_name(one.office, reader)


def area_name(area: str, reader: Reader) -> str:
    """What an area is called."""
    rows = [*queries.choices(reader, "region"), *queries.choices(reader, "office")]
    row = next((row for row in rows if row["id"] == area), None)
    return area if row is None else queries.called(reader, row) or area


def left_out_said(one: Assumption, reason: str, reader: Reader) -> str:
    """That an assumption moves nothing here, and why."""
    why = t(f"scenarios.left_{reason}")
    return t("scenarios.left_out", name=name_of(one), scope=scope_of(one, reader), why=why)


def outcome_said(outcome: str, amount_: float) -> str:
    """An amount of an outcome as it is shown: whole cases, weeks and FTE with a decimal, per cent."""
    if not math.isfinite(amount_):
        return t("scenarios.endless") if amount_ > 0 else t("common.not_computable")
    if outcome == "workload_pct":
        return percentage(amount_)
    return number(amount_, 0 if outcome in OF_CASES else 1)


def change_said(outcome: str, change: float) -> str:
    """A change of an outcome, with its sign."""
    if not math.isfinite(change):
        return t("common.not_computable")
    digits = 0 if outcome in OF_CASES else 1
    return (
        t("scenarios.points", change=signed(change, 1))
        if outcome == "workload_pct"
        else signed(change, digits)
    )


def range_said(outcome: str, bands: Sequence[float]) -> str:
    """The range of the runs: `40 to 65`; said once where both ends are written alike."""
    low, high = (outcome_said(outcome, band) for band in (bands[0], bands[2]))
    return low if low == high else t("staff.range", low=low, high=high)
