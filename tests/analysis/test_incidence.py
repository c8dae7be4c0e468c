"""Endings from counts by age are those of the spells themselves, and so are their variances."""

from random import Random

import numpy as np
import polars as pl
import pytest

from analysis.survival import incidence, occupancy, variances
from analysis.survival.incidence import _variances

WAYS = ("completed", "revoked")
STATES = ("open", *WAYS)


def drawn(seed: int, *, late: bool) -> list[tuple[int, int, str | None]]:
    """First and last age of each case, and how it ended; None where it is still open."""
    random = Random(seed)
    lives = []
    for _ in range(120):
        begins = random.randint(0, 5) if late and random.random() < 0.4 else 0
        ends = begins + 1 + random.randint(0, 9)
        lives.append((begins, ends, random.choice([*WAYS, "completed", None])))
    return lives


def counted(lives: list[tuple[int, int, str | None]]) -> tuple[np.ndarray, np.ndarray]:
    oldest = max(ends for _, ends, _ in lives)
    at_risk = [sum(begins < age <= ends for begins, ends, _ in lives) for age in range(1, oldest + 1)]
    ended = [
        [sum((age, way) == (ends, one) for _, ends, one in lives) for way in WAYS]
        for age in range(1, oldest + 1)
    ]
    return np.array(at_risk), np.array(ended)


def spells(lives: list[tuple[int, int, str | None]]) -> pl.DataFrame:
    rows = [(who, "open", float(begins), float(ends), way) for who, (begins, ends, way) in enumerate(lives)]
    names = {"subject": int, "state": str, "from_age": float, "to_age": float, "next_state": str}
    return pl.DataFrame(rows, schema=names, orient="row")


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_shares_of_counts_are_those_of_spells(seed: int, late: bool) -> None:
    lives = drawn(seed, late=late)
    found, by_spells = incidence(*counted(lives)), occupancy(spells(lives), STATES)
    ages = range(1, found.still_open.size + 1)
    assert found.still_open == pytest.approx(by_spells.share_at("open", ages), abs=1e-12)
    for place, way in enumerate(WAYS):
        assert found.shares[:, place] == pytest.approx(by_spells.share_at(way, ages), abs=1e-12)
    assert found.shares.sum(axis=1) + found.still_open == pytest.approx(np.ones(len(ages)))


@pytest.mark.parametrize("seed", range(4))
def test_where_nobody_comes_late_the_variance_is_the_sum_of_squared_influences(seed: int) -> None:
    lives = drawn(seed, late=False)
    at_risk, ended = counted(lives)
    found, by_spells = incidence(at_risk, ended), occupancy(spells(lives), STATES)
    rates = ended / at_risk[:, None]
    before = np.concatenate([[1.0], found.still_open[:-1]])
    own = _variances(at_risk.astype(float), rates, before, found.shares)
    influences = variances(spells(lives), by_spells)
    moved = np.searchsorted(np.arange(1, at_risk.size + 1), by_spells.ages)
    # once nobody is left nothing varies any more that is not in what came before
    inside = found.still_open[moved] > 0
    assert inside.sum() > 5
    assert own[moved][inside] == pytest.approx(influences[inside][:, 1:], abs=1e-12)


def test_limits_hold_the_share_and_stay_between_0_and_1() -> None:
    found = incidence([10, 6, 2], [[3, 1], [2, 1], [2, 0]])
    assert (found.lower <= found.shares).all() and (found.shares <= found.upper).all()
    assert found.lower.min() >= 0 and found.upper.max() <= 1
    # by hand: 3 of 10, its variance 0.3 x 0.7 / 10 on the scale of log(-log)
    power = np.exp(1.959963984540054 * np.sqrt(0.021) / (0.3 * abs(np.log(0.3))))
    assert found.lower[0, 0] == pytest.approx(0.3**power)
    assert found.upper[0, 0] == pytest.approx(0.3 ** (1 / power))
    assert found.shares[1].tolist() == pytest.approx([0.3 + 0.6 * 2 / 6, 0.1 + 0.6 / 6])


def test_of_no_ending_the_share_is_nothing_without_a_width() -> None:
    found = incidence([5, 5], [[0, 1], [0, 0]])
    assert found.shares[:, 0].tolist() == found.lower[:, 0].tolist() == found.upper[:, 0].tolist() == [0, 0]


@pytest.mark.parametrize(("at_risk", "ended"), [([], []), ([0], [[0]]), ([2], [[3]]), ([2], [[2, 1]])])
def test_more_endings_than_cases_are_refused(at_risk: list, ended: list) -> None:
    with pytest.raises(ValueError):
        incidence(at_risk, np.array(ended).reshape(len(at_risk), -1))
