"""How long cases stay and what is open ahead, against counting cases and against survival by spells."""

import numpy as np
import polars as pl
import pytest

from analysis.forecast.stay import by_age, shares_staying
from analysis.forecast.stock import open_ahead, open_at_one_rate
from analysis.survival import occupancy

MONTHS = 40


def cases_of(seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    came = np.sort(rng.integers(0, MONTHS, 300))
    return came, came + rng.geometric(0.15, 300) - 1


def by_month_of_age(came: np.ndarray, went: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    open_bands, received = np.zeros((1, MONTHS, MONTHS)), np.zeros((1, MONTHS))
    for one, end in zip(came, went, strict=True):
        received[0, one] += 1
        for month in range(one, min(end, MONTHS)):
            open_bands[0, month, month - one] += 1
    return open_bands, received


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_with_bands_of_a_month_ages_are_those_that_were_counted(seed):
    open_bands, received = by_month_of_age(*cases_of(seed))
    assert by_age(open_bands, np.arange(MONTHS), received).open_end == pytest.approx(open_bands)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_share_that_stays_is_that_of_survival_by_spells(seed):
    came, went = cases_of(seed)
    ages = by_age(*_given(came, went))
    staying = shares_staying(ages, np.zeros(1, int), MONTHS)[0, -1]
    spells = [
        {
            "subject": number,
            "state": "open",
            "from_age": float(one == 0),  # those of the first month are seen from its end
            # within its first month an end counts at age 1: nothing happens at age 0
            "to_age": float(min(end, MONTHS - 1) - one + 1),
            "next_state": "ended" if end < MONTHS else None,
        }
        for number, (one, end) in enumerate(zip(came, went, strict=True))
        if (one, end) != (0, 0)
    ]
    found = occupancy(pl.DataFrame(spells), ["open", "ended"])
    shares = found.share_at("open", np.arange(1, 13))
    # one series has the pace of its own sum, so nothing is drawn in
    assert np.cumprod(staying)[:12] == pytest.approx(shares)


def _given(came, went):
    open_bands, received = by_month_of_age(came, went)
    return open_bands, np.arange(MONTHS), received


def test_wider_bands_keep_their_sums_and_are_shared_by_those_that_could_be_there():
    came, went = cases_of(5)
    exact, received = by_month_of_age(came, went)
    bounds = np.array([0, 1, 3, 6, 12])
    bands = np.stack(
        [exact[:, :, low:high].sum(axis=2) for low, high in zip(bounds, [*bounds[1:], MONTHS], strict=True)],
        axis=2,
    )
    found = by_age(bands, bounds, received)
    band_of = found.band_of_age
    for band in range(len(bounds)):
        assert found.open_end[:, :, band_of == band].sum(axis=2) == pytest.approx(bands[:, :, band])
    error = np.abs(found.open_end[0, 12:, :12] - exact[0, 12:, :12]).mean()
    even = np.abs(bands[0, 12:][:, band_of[:12]] / np.bincount(band_of)[band_of[:12]] - exact[0, 12:, :12])
    assert error < even.mean()


def test_cases_open_before_the_first_month_are_shared_by_when_they_came():
    open_bands = np.array([[[4.0, 9.0]]])
    received = np.array([[1.0, 2.0, 6.0]])  # two months before the first, then the first
    assert by_age(open_bands, np.array([0, 1]), received).open_end[0, 0].tolist() == [4.0, 9.0]
    wide = by_age(np.array([[[4.0, 9.0, 0.0]]]), np.array([0, 1, 3]), received).open_end[0, 0]
    assert wide.tolist() == [4.0, 6.0, 3.0, 0.0]


def test_what_is_open_ahead_is_what_following_each_age_by_hand_gives():
    rng = np.random.default_rng(3)
    now, staying, coming = (
        rng.uniform(0, 9, (1, 1, 5)),
        rng.uniform(0.5, 1, (1, 1, 5)),
        rng.uniform(1, 4, (1, 1, 3)),
    )
    found = open_ahead(now, staying, coming)
    ages = list(now[0, 0])
    for step in range(3):
        older = [0.0] * 5
        for age, cases in enumerate(ages):
            reached = min(age + 1, 4)
            older[reached] += cases * staying[0, 0, reached]
        older[0] += coming[0, 0, step] * staying[0, 0, 0]
        ages = older
        assert found[0, 0, step] == pytest.approx(ages)


def test_at_one_rate_a_stock_halves_when_half_of_it_ended():
    open_end, received, ended = (np.array([[8.0, 4.0]]), np.zeros((1, 2)), np.array([[8.0, 4.0]]))
    found = open_at_one_rate(open_end, received, ended, np.zeros((1, 2, 3)), window=2)
    assert found[0, 1].tolist() == pytest.approx([2.0, 1.0, 0.5])


def test_few_cases_follow_their_kind_and_many_their_own_pace():
    came, went = cases_of(7)
    slow = by_month_of_age(came, np.where(went - came > 2, went + 6, went))
    quick = by_month_of_age(came, went)
    few = tuple(part / 100 for part in quick)
    bands, received = (np.concatenate(parts) for parts in zip(slow, quick, few, strict=True))
    staying = shares_staying(by_age(bands, np.arange(MONTHS), received), np.zeros(3, int), 24)[:, -1, 4]
    assert staying[0] > staying[2] > staying[1]
