"""AutoETS by the library: what it gives here is what it gives there, and only this module imports it."""

import subprocess
import sys

import numpy as np
import pytest
from statsforecast.models import AutoETS

from analysis.forecast.library import searched_smoothing

HORIZONS = 6


@pytest.fixture(scope="module")
def row() -> np.ndarray:
    rng = np.random.default_rng(2)
    return rng.poisson(40 + 10 * np.cos(np.arange(60) * np.pi / 6)).astype(float)


def test_where_the_form_is_searched_it_is_what_the_library_gives(row: np.ndarray):
    instead = np.zeros((1, 60, HORIZONS))
    found = searched_smoothing(row[None], instead, 12, [48, 54])
    alone = AutoETS(season_length=12).forecast(y=row[:49], h=HORIZONS)["mean"]
    assert found[0, 48] == pytest.approx(alone, rel=1e-6)
    form = AutoETS(season_length=12).fit(row[:49]).model_["components"]
    kept = AutoETS(season_length=12, model=form[:3], damped=form[3] == "D")
    assert found[0, 54] == pytest.approx(kept.forecast(y=row[:55], h=HORIZONS)["mean"], rel=1e-6)
    assert np.isnan(np.delete(found[0], [48, 54], axis=0)).all()


@pytest.mark.parametrize(
    "values", [np.zeros(60), np.full(60, 4.0), np.r_[np.zeros(50), np.arange(10.0)], np.r_[np.arange(8.0)]]
)
def test_series_without_a_form_take_what_is_given_instead(values: np.ndarray):
    instead = np.full((1, values.size, HORIZONS), 7.0)
    found = searched_smoothing(values[None], instead, 12, [values.size - 1])
    assert (found[0, -1] == 7).all()


def test_the_library_is_not_imported_until_it_is_asked():
    code = "import sys, analysis.forecast; print('statsforecast' in sys.modules, 'scipy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.split() == ["False", "False"]
