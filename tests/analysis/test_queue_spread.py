"""People above a threshold: the line equals persons counted one by one, and says when it can tell nothing."""

import numpy as np
import pytest

from analysis.queue.spread import fitted

LOADS, THRESHOLDS = np.repeat([92.0, 97, 101, 108], 2), np.tile([100.0, 110], 4)


def persons(load_pct: float, sigma: float = 0.18, count: int = 20_001) -> np.ndarray:
    """Loads of people whose factors are log-normal with a mean of 1, evenly over their order."""
    normal = np.sort(np.random.default_rng(3).standard_normal(count))
    return load_pct * np.exp(sigma * normal - sigma**2 / 2)


def counted(load_pct: float, threshold_pct: float) -> float:
    return float((persons(load_pct) > threshold_pct).mean())


def test_shares_at_loads_never_seen_are_those_of_persons_counted_one_by_one():
    spread = fitted(LOADS, THRESHOLDS, [counted(*one) for one in zip(LOADS, THRESHOLDS, strict=True)])
    assert spread.error < 0.01
    assert 1 / spread.slope == pytest.approx(0.18, abs=0.005)
    for load, threshold in ((85, 110), (115, 110), (130, 100)):
        assert spread.share_above(load, threshold) == pytest.approx(counted(load, threshold), abs=0.01)


def test_the_error_is_the_largest_difference_in_the_past():
    shares = np.array([counted(*one) for one in zip(LOADS, THRESHOLDS, strict=True)])
    shares[3] += 0.2
    spread = fitted(LOADS, THRESHOLDS, shares)
    made = spread.share_above(LOADS, THRESHOLDS)
    assert spread.error == pytest.approx(np.abs(made - shares).max())
    assert spread.error > 0.1


def test_a_month_drawn_from_the_past_gives_back_the_past():
    shares = np.array([counted(*one) for one in zip(LOADS, THRESHOLDS, strict=True)]) * 0.8
    spread = fitted(LOADS, THRESHOLDS, shares)
    assert spread.share_above(LOADS, THRESHOLDS, spread.off) == pytest.approx(shares)


def test_more_load_never_means_fewer_people():
    spread = fitted(LOADS, THRESHOLDS, [counted(*one) for one in zip(LOADS, THRESHOLDS, strict=True)])
    assert (np.diff(spread.share_above(np.arange(50, 200), 110)) >= 0).all()


@pytest.mark.parametrize(
    ("loads", "shares"),
    [
        ([100.0] * 8, [0.3] * 8),  # one load and one threshold: no line
        (range(90, 98), [0, 0, 0, 1, 1, 1, 0, 1]),  # nobody or everybody
        (range(90, 98), np.linspace(0.6, 0.2, 8)),  # fewer with more work
        ([90, 100, 110], [0.1, 0.2, 0.4]),  # too few months
    ],
)
def test_what_the_past_does_not_tell_stays_unknown(loads, shares):
    assert fitted(np.array(loads, float), np.full(len(loads), 110.0), shares) is None
