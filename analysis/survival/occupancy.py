"""The share in each state by age, from spells of which some begin late and some still run.

The Aalen-Johansen estimate (Aalen and Johansen 1978): at each age at which something moves, shares are
multiplied by the moves out of each state over those seen in it. With two states, open and ended, it is that
of Kaplan and Meier; with several endings no ending counts as if the case were still open. A spell counts
from the age at which it is first seen: what ended before that is not there to be counted (left truncation),
and one that still runs counts until now and no longer (right censoring).

Sources: O. O. Aalen and S. Johansen, An empirical transition matrix for non-homogeneous Markov chains based
on censored observations, Scandinavian Journal of Statistics 5 (1978); E. L. Kaplan and P. Meier,
Nonparametric estimation from incomplete observations, JASA 53 (1958).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl


@dataclass(frozen=True)
class Occupancy:
    """Shares by age: T ages at which something moved, S states.

    states: their names, in order.
    ages: shape (T,), ascending.
    at_risk: shape (T, S), spells seen in each state just before each age.
    rates: shape (T, S, S), what moves from one state to another of those seen in it; each row adds up to 0.
    shares: shape (T, S), after the moves of that age; each row adds up to 1.
    """

    states: tuple[str, ...]
    ages: np.ndarray
    at_risk: np.ndarray
    rates: np.ndarray
    shares: np.ndarray

    def share_at(self, state: str, ages: Sequence[float]) -> np.ndarray:
        """The share in a state at these ages, shape (len(ages),); nan before the first move is known."""
        places = np.searchsorted(self.ages, np.asarray(ages, float), side="right") - 1
        found = self.shares[np.maximum(places, 0), self.states.index(state)]
        return np.where(places < 0, np.nan, found)

    def emptied_at(self, state: str) -> float | None:
        """The age from which nobody is left in a state although spells are seen in it later; None if never.

        Few were seen early, and all of them left: what came in later cannot lift the share from zero, and the
        curve says less than it seems to.
        """
        place = self.states.index(state)
        empty = np.flatnonzero(self.shares[:, place] <= 0)
        if not empty.size or not (self.at_risk[empty[0] + 1 :, place] > 0).any():
            return None
        return float(self.ages[empty[0]])


def occupancy(spells: pl.DataFrame, states: Sequence[str]) -> Occupancy:
    """The share in each state by age.

    Args:
        spells: one row per spell in a state: ``subject``; ``state``; ``from_age`` and ``to_age``, in any
            unit, the spell is seen after the one and up to the other; ``next_state``, null where nothing was
            seen to happen at ``to_age``.
        states: all names of states, in the order of the columns of the answer.

    Shares begin as the mix of those seen just before the first move. ValueError where a spell ends before it
    begins, a state is not named or nothing ever moves.
    """
    _refuse(spells, states)
    moves = spells.drop_nulls("next_state")
    ages = moves["to_age"].unique().sort().to_numpy().astype(float)
    here, there = _numbers(spells["state"], states), _numbers(moves["next_state"], states)
    begins, ends = (spells[name].to_numpy().astype(float) for name in ("from_age", "to_age"))
    at_risk = np.column_stack(
        [_seen(begins[here == state], ends[here == state], ages) for state in range(len(states))]
    )
    counts = np.zeros((ages.size, len(states), len(states)))
    at_age = np.searchsorted(ages, moves["to_age"].to_numpy().astype(float))
    np.add.at(counts, (at_age, _numbers(moves["state"], states), there), 1.0)
    rates = np.divide(counts, at_risk[:, :, None], out=np.zeros_like(counts), where=at_risk[:, :, None] > 0)
    diagonal = np.arange(len(states))
    rates[:, diagonal, diagonal] -= rates.sum(axis=2)
    shares = [_mix(at_risk[0])]
    for rate in rates:
        shares.append(shares[-1] + shares[-1] @ rate)
    return Occupancy(tuple(states), ages, at_risk, rates, np.array(shares[1:]))


def _seen(begins: np.ndarray, ends: np.ndarray, ages: np.ndarray) -> np.ndarray:
    """How many spells are seen just before each age: those that have begun and have not yet ended."""
    begun = np.searchsorted(np.sort(begins), ages, side="left")
    return (begun - np.searchsorted(np.sort(ends), ages, side="left")).astype(float)


def _mix(seen: np.ndarray) -> np.ndarray:
    """The share of each state among those seen."""
    return seen / seen.sum()


def _numbers(names: pl.Series, states: Sequence[str]) -> np.ndarray:
    return names.replace_strict(list(states), list(range(len(states)))).to_numpy().astype(np.intp)


def _refuse(spells: pl.DataFrame, states: Sequence[str]) -> None:
    named = set(spells["state"]) | set(spells["next_state"].drop_nulls())
    if missing := sorted(named - set(states)):
        raise ValueError(f"States that are not named: {', '.join(missing)}.")
    if spells.filter(pl.col("to_age") <= pl.col("from_age")).height:
        raise ValueError("A spell ends after it begins.")
    if spells["next_state"].null_count() == spells.height:
        raise ValueError("Nothing ever moves in these spells.")
