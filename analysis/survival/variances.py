"""How sure a share by age is: the sum of the squared influences that each subject has on it.

The infinitesimal jackknife: the slope of the share when a subject counts a little more. Source: L. A.
Jaeckel, The infinitesimal jackknife, Bell Laboratories (1972); for Aalen and Johansen's estimate as in
Therneau's survival for R.
"""

import numpy as np
import polars as pl

from analysis.survival.occupancy import Occupancy


def variances(spells: pl.DataFrame, found: Occupancy) -> np.ndarray:
    """The variance of each share of ``occupancy(spells, states)``, shape (T, S)."""
    subjects = spells["subject"].rank("dense").to_numpy().astype(np.intp) - 1
    here, there = (
        spells[name].replace_strict(list(found.states), list(range(len(found.states)))).to_numpy()
        for name in ("state", "next_state")
    )
    begins, ends = (spells[name].to_numpy().astype(float) for name in ("from_age", "to_age"))
    influences = np.zeros((subjects.max() + 1, len(found.states)))
    first = (begins < found.ages[0]) & (found.ages[0] <= ends)
    mix = found.at_risk[0] / found.at_risk[0].sum()
    one = np.eye(len(found.states))
    influences[subjects[first]] += (one[here[first].astype(np.intp)] - mix) / first.sum()
    before, squared = mix, []
    for age, at_risk, rate, share in zip(found.ages, found.at_risk, found.rates, found.shares, strict=True):
        influences += influences @ rate
        seen = (begins < age) & (age <= ends)
        state = here[seen].astype(np.intp)
        own = -rate[state]
        moving = seen & (ends == age) & ~np.isnan(there.astype(float))
        came, gone = there[moving].astype(np.intp), here[moving].astype(np.intp)
        own[moving[seen]] += one[came] - one[gone]
        np.add.at(influences, subjects[seen], (before[state] / at_risk[state])[:, None] * own)
        squared.append((influences**2).sum(axis=0))
        before = share
    return np.array(squared)
