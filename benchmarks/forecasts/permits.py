"""The cases of a Dutch municipality's permit desk, weeks ahead: those open, and how long they stay."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from analysis.forecast.inflow import combined, count_models
from analysis.forecast.panel import LEVELS, Tree
from analysis.forecast.rivals import littles_law
from analysis.forecast.stay import by_age, shares_staying
from analysis.forecast.stock import open_ahead, open_at_one_rate
from benchmarks.document import paragraph, table
from benchmarks.forecasts.judged import Judged, found, judged, tables

FILE = Path("permits") / "zaken.csv"
FIRST_MONDAY, WEEKS = date(2010, 9, 27), 69
HORIZONS, ORIGINS, QUARTER, LATEST = 13, 26, 13, 26
SHOWN = (1, 2, 4, 8, 13)


@dataclass(frozen=True)
class Desk:
    """Cases received and ended in each of T weeks, shape (1, T), and open by age, shape (1, T, T)."""

    received: np.ndarray
    ended: np.ndarray
    by_week: np.ndarray


def desk(real: Path) -> Desk:
    """What the desk received and ended, of cases no more than their two days."""
    cases = pl.read_csv(real / FILE, separator=";").select(
        (pl.col(name).str.to_datetime("%d-%m-%Y %H:%M").dt.date() - FIRST_MONDAY).dt.total_days() // 7
        for name in ("ontvangen", "afgesloten")
    )
    received, ended, by_week = np.zeros((1, WEEKS)), np.zeros((1, WEEKS)), np.zeros((1, WEEKS, WEEKS))
    for came, went in cases.iter_rows():
        received[0, came] += 1
        if went is not None:
            ended[0, went] += 1
        weeks = np.arange(came, WEEKS if went is None else went)
        by_week[0, weeks, weeks - came] += 1
    return Desk(received, ended, by_week)


def judge(real: Path, is_searched: bool = True) -> dict[str, Judged]:
    """The trials of what is received and of what is open; the search for a form takes most of their time."""
    at, tree = desk(real), Tree(pl.DataFrame({"level": [LEVELS[0]]}), np.ones((1, 1)))
    open_end, groups = at.by_week.sum(axis=2), np.zeros(1, np.intp)
    searched = range(WEEKS) if is_searched else None
    inflow = count_models(at.received, groups, HORIZONS, 1, QUARTER, searched)
    stock = count_models(open_end, groups, HORIZONS, 1, 1, searched)
    stock["little"] = littles_law(at.received, at.ended, open_end, HORIZONS, QUARTER)
    coming = inflow["recent_mean"]
    stock["exit_rate"] = open_at_one_rate(open_end, at.received, at.ended, coming, QUARTER)
    ages = by_age(at.by_week, np.arange(WEEKS), at.received)
    staying = shares_staying(ages, groups, QUARTER)
    stock["cohort"] = open_ahead(ages.open_end, staying, coming).sum(axis=3)
    stock["combined"] = combined(stock["cohort"], stock)
    return {
        "received": judged(at.received, inflow, tree, ORIGINS, LATEST, SHOWN),
        "open": judged(open_end, stock, tree, ORIGINS, LATEST, SHOWN),
    }


def stays(real: Path) -> list[tuple[str, ...]]:
    """Of the cases open at each of the latest weeks, how many still were later, and how far off each way was.

    The mean absolute error in cases: by age with open cases as censored; at one rate; by the stays of ended
    cases alone, as if no case were open still.
    """
    at = desk(real)
    nothing = np.zeros((1, WEEKS, HORIZONS))
    groups, open_end = np.zeros(1, np.intp), at.by_week.sum(axis=2)
    ages = by_age(at.by_week, np.arange(WEEKS), at.received)
    ways = {
        "by age, open cases as censored": open_ahead(
            ages.open_end, shares_staying(ages, groups, QUARTER), nothing
        ).sum(axis=3),
        "at one rate": open_at_one_rate(open_end, at.received, at.ended, nothing, QUARTER),
        "by the stays of ended cases alone": open_ahead(ages.open_end, _of_ended(real), nothing).sum(axis=3),
    }
    rows = []
    for name, given in ways.items():
        missed = []
        for step in SHOWN:
            origins = range(WEEKS - step - ORIGINS, WEEKS - step)
            came = [at.by_week[0, now + step, step:].sum() for now in origins]
            missed.append(
                np.mean([abs(given[0, now, step - 1] - one) for now, one in zip(origins, came, strict=True)])
            )
        rows.append((name, *(f"{one:.1f}" for one in missed)))
    return rows


def _of_ended(real: Path) -> np.ndarray:
    """The share that stays into each age, of the cases ended by each week alone, shape (1, T, A)."""
    cases = pl.read_csv(real / FILE, separator=";").select(
        (pl.col(name).str.to_datetime("%d-%m-%Y %H:%M").dt.date() - FIRST_MONDAY).dt.total_days() // 7
        for name in ("ontvangen", "afgesloten")
    )
    came, went = cases.drop_nulls().to_numpy().T
    out = np.ones((1, WEEKS, WEEKS))
    for now in range(WEEKS):
        stayed = (went - came)[went <= now]
        at_least = np.array([(stayed >= age).sum() for age in range(WEEKS + 1)], float)
        out[0, now] = np.divide(at_least[1:], at_least[:-1], out=np.zeros(WEEKS), where=at_least[:-1] > 0)
    return out


def told(real: Path) -> str:
    """The section of the document."""
    at, ran = desk(real), judge(real)
    said = (
        f"{int(at.received.sum()):,} cases over {WEEKS} weeks, {int(at.by_week[0, -1].sum())} of them open "
        f"at the end. Each horizon is judged from the {ORIGINS} latest weeks whose week has come. Open "
        f"cases: {found(ran['open'])}"
    )
    received = f"Cases received in a week. {found(ran['received'])}"
    headings = (
        "of the cases open at a week, still open later: error in cases",
        *(f"{one} w" for one in SHOWN),
    )
    return "\n\n".join(
        [
            paragraph(said),
            tables(ran["open"], "w"),
            paragraph(received),
            tables(ran["received"], "w"),
            table(headings, stays(real)),
        ]
    )
