"""Bands hold what they say, and are read from errors that were known; scores by hand."""

import numpy as np
import pytest

from analysis.forecast.bands import offsets
from analysis.forecast.scales import scales, sizes
from analysis.forecast.scores import held, pinball

ALL_CELLS = np.array(["cells"] * 30)


def test_bands_of_errors_without_a_pattern_hold_as_many_as_they_say():
    errors = np.random.default_rng(1).gamma(2, 1, (30, 80, 2)) - 2
    bands = offsets(errors, ALL_CELLS, [60], first=0, latest=24)[:, 0, 0]
    coming = np.random.default_rng(2).gamma(2, 1, 20_000) - 2
    assert ((coming >= bands[1, 0]) & (coming <= bands[2, 0])).mean() == pytest.approx(0.80, abs=0.03)
    assert ((coming >= bands[0, 0]) & (coming <= bands[3, 0])).mean() == pytest.approx(0.95, abs=0.02)


def test_bands_are_the_sorted_errors_of_the_latest_moments_whose_month_had_come():
    errors = np.random.default_rng(3).normal(size=(30, 40, 3))
    now, step, latest = 30, 3, 10
    # by hand: forecasts from moment m for three ahead were known at 30 when m <= 27
    then = slice(now - step - latest + 1, now - step + 1)
    known = sorted(errors[:, then, step - 1].ravel())
    # misses one step ahead are known up to now: by how much larger they are now than then
    grown = np.abs(errors[:, now - latest : now, 0]).mean() / np.abs(errors[:, then, 0]).mean()
    more = 1 + 1 / len(known)
    place = -(-(len(known) - 1) * 0.9 * more // 1)
    found = offsets(errors, ALL_CELLS, [now], first=0, latest=latest)[:, 0, 0, step - 1]
    assert found[2] == pytest.approx(known[int(place)] * grown)
    assert found[1] == pytest.approx(known[len(known) - 1 - int(place)] * grown)


def test_few_errors_are_taken_as_students_t():
    errors = np.ones((1, 40, 1)) * np.where(np.arange(40) % 2, 2.0, -2.0)[None, :, None]
    found = offsets(errors, np.array(["cells"]), [20], first=0, latest=10)[:, 0, 0, 0]
    # ten errors of size 2: t of ten degrees
    assert found == pytest.approx([-2 * 2.228, -2 * 1.372, 2 * 1.372, 2 * 2.228])


def test_overlapping_errors_count_as_fewer_and_widen_the_band():
    errors = np.random.default_rng(4).normal(size=(1, 60, 6))
    errors[:, :, 5] = errors[:, :, 0]
    found = offsets(errors, np.array(["cells"]), [58], first=0, latest=12)[:, 0, 0]
    assert found[3, 5] > 1.05 * found[3, 0]


def test_a_level_of_few_series_lends_where_its_own_errors_are_too_few():
    errors = np.random.default_rng(5).normal(size=(31, 40, 9))
    errors[30] *= 100
    levels = np.array(["cells"] * 30 + ["whole"])
    found = offsets(errors, levels, [30], first=0, latest=12)
    assert found[3, 30, 0, 0] > 20  # its own, of one step ahead
    assert found[3, 30, 0, 8] < 20 * found[3, 0, 0, 8]  # lent, with its own among them
    assert found[3, 30, 0, 8] != found[3, 0, 0, 8]


def test_misses_known_only_from_long_ago_are_brought_to_now_and_by_no_more_than_twice():
    errors = np.random.default_rng(6).normal(size=(60, 60, 12))
    levels = np.array(["cells"] * 60)

    def ahead() -> float:
        return offsets(errors, levels, [50], first=0, latest=8)[3, 0, 0, 11]

    before, then = ahead(), np.abs(errors[:, 31:39, 0]).mean()
    errors[:, 42:50, 0] = 0.7 * then  # of late one step ahead is missed by less
    less = ahead()
    errors[:, 42:50, 0] = 70 * then
    assert less == pytest.approx(0.35 * ahead())  # seventy times as much counts as twice as much
    errors[:, 42:50, 0] = then
    assert less == pytest.approx(0.7 * ahead()) and before == pytest.approx(ahead(), rel=0.2)


def test_nothing_is_said_from_nothing():
    errors = np.full((30, 10, 2), np.nan)
    assert np.isnan(offsets(errors, ALL_CELLS, [8], first=0, latest=5)).all()


def test_scales_by_hand():
    values = np.array([[1.0, 3.0, 2.0, 2.0], [5.0, 5.0, 5.0, 5.0]])
    assert scales(values, 1)[0, 1:].tolist() == pytest.approx([2, 1.5, 1])
    assert np.isnan(scales(values, 1)[1]).all()
    assert sizes(values, 1)[0, 3] == pytest.approx(1 * 2 / 2)
    assert sizes(values, 1)[0, 1] == pytest.approx(2 * 3 / 2)


def test_pinball_and_coverage_by_hand():
    bands = np.array([2.0, 6.0, 14.0, 18.0])
    losses = [0.025 * 13, 0.1 * 9, 0.5 * 5, 0.9 * 1, 0.025 * 3]
    assert pinball(np.array(15.0), np.array(10.0), bands) == pytest.approx(sum(losses) / 5)
    assert held(np.array([14.0, 14.1, np.nan]), np.full(3, 6.0), np.full(3, 14.0)).tolist()[:2] == [100, 0]
    assert np.isnan(held(np.array([1.0]), np.array([np.nan]), np.array([2.0]))).all()
