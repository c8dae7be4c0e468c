"""How many officers each team and line is meant to have, month by month: staff follow work."""

import numpy as np

from ingest.sample.calendar import day
from ingest.sample.effort import monthly_hours
from ingest.sample.inflow import Mandates
from ingest.sample.offices import PLACES, Teams
from ingest.sample.parameters import HEADS, RELATIVE_LOAD
from ingest.sample.volumes import FULL_SIZE, LINE_OF_TYPE, LINES

ANCHORS = (
    *(f"{year}-01-01" for year in range(2018, 2027)),
    *("2020-06-01", "2022-09-01", "2023-09-01", "2026-06-30"),
)
FEWEST_OFFICERS = 2


def group_of(team: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Number of a group: one service line of one team."""
    return team * len(LINES) + line


def planned_heads(mandates: Mandates, teams: Teams, months: np.ndarray) -> np.ndarray:
    """Heads by [group, month]; zero where a group never has work, else at least two."""
    anchors = np.array(sorted(day(anchor) for anchor in ANCHORS))
    wanted = np.column_stack([_heads_on(mandates, teams, int(anchor)) for anchor in anchors])
    by_month = np.stack([np.interp(months, anchors, group) for group in wanted])
    ever = np.bincount(
        group_of(mandates.team, LINE_OF_TYPE[mandates.kind]), minlength=len(teams) * len(LINES)
    )
    return np.where(ever[:, None] > 0, np.maximum(np.rint(by_month).astype(np.int64), FEWEST_OFFICERS), 0)


def _heads_on(mandates: Mandates, teams: Teams, on: int) -> np.ndarray:
    """Heads by group on a day: those of the line, shared by work and by how busy an office is."""
    open_ = np.flatnonzero(mandates.is_open_on(on))
    kind, team = mandates.kind[open_], mandates.team[open_]
    hours = np.bincount(
        group_of(team, LINE_OF_TYPE[kind]),
        monthly_hours(kind, on - mandates.opened[open_]),
        minlength=len(teams) * len(LINES),
    ).reshape(len(teams), len(LINES))
    need = hours / relative_load(teams, on)[:, None]
    scale = len(mandates) / FULL_SIZE
    heads = np.array([HEADS[line].on(on) for line in LINES]) * scale
    return (need / np.maximum(need.sum(axis=0), 1e-9) * heads).reshape(-1)


def relative_load(teams: Teams, on: int) -> np.ndarray:
    """How busy each team is against the service on a day."""
    by_place = [RELATIVE_LOAD[code].on(on) if code in RELATIVE_LOAD else 1.0 for code, *_ in PLACES]
    return np.array(by_place, dtype=float)[teams.template]
