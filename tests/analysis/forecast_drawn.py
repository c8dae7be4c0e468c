"""A small service drawn case by case, and the frames that marts would hold of it; all of it synthetic."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from analysis.forecast import Past
from analysis.forecast.panel import later

FIRST = date(2019, 1, 1)
BOUNDS = (0, 1, 3, 6, 12)
EARLIER, MONTHS = 12, 60
CELLS = (("ANT", "probation"), ("ANT", "release"), ("GEN", "probation"), ("GEN", "release"))


@dataclass(frozen=True)
class Drawn:
    """Cases: month received, month ended (beyond the last: open still) and cell; months count from FIRST."""

    came: np.ndarray
    went: np.ndarray
    cell: np.ndarray


def drawn(seed: int = 1, months: int = MONTHS) -> Drawn:
    """Some twenty to fifty cases a month in each cell, more in winter, that stay some eight months."""
    rng = np.random.default_rng(seed)
    came, cell = [], []
    for number in range(len(CELLS)):
        for month in range(-EARLIER, months):
            winter = 1 + 0.3 * np.cos(2 * np.pi * month / 12)
            count = rng.poisson((8 + 4 * number) * winter)
            came += [month] * count
            cell += [number] * count
    stays = rng.geometric(1 / 8, len(came)) - 1
    came = np.array(came)
    keep = (
        came + stays >= 0
    )  # as in a delivery, of cases before the first month only those open in it are known
    return Drawn(came[keep], (came + stays)[keep], np.array(cell)[keep])


def past_of(cases: Drawn, months: int = MONTHS) -> Past:
    """What marts hold of these cases up to the end of a month."""
    flow, cohorts, work = [], [], []
    for number, (office, kind) in enumerate(CELLS):
        own = cases.cell == number
        came, went = cases.came[own], cases.went[own]
        for month in range(-EARLIER, months):
            keys = {"office_id": office, "supervision_type": kind, "month_start_on": later(FIRST, month)}
            age = month - came
            is_open = (age >= 0) & (went > month)
            counts = {"received_cases": int((came == month).sum()), "ended_cases": int((went == month).sum())}
            flow.append(keys | counts | {"open_cases_end": int(is_open.sum())})
            if month < 0:
                continue
            for low, high in zip(BOUNDS, (*BOUNDS[1:], 10**6), strict=True):
                count = int((is_open & (age >= low) & (age < high)).sum())
                cohorts.append(keys | {"age_from_months": low, "open_cases_end": count})
            units = float((is_open * np.where(age == 0, 6.0, np.where(age < 3, 3.0, 1.5))).sum())
            work.append(keys | {"workload_units": units})
    as_of = date.fromordinal(later(FIRST, months).toordinal() - 1)
    return Past(pl.DataFrame(flow), as_of, FIRST, pl.DataFrame(cohorts), pl.DataFrame(work))
