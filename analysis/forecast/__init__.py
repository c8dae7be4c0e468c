"""Work to come: cases received, open cases and units of work, 1 to 18 months ahead, and how far off before.

``forecast`` says what is expected, ``backtested`` how good each model was, ``origins`` what was forecast
beside what came; ``run`` does the work that all three share. ``Past`` is what they read;
``run_years`` does with one published figure a year. ``sample_paths`` draws what may come, month by month.
"""

from analysis.forecast.panel import TooLittleError
from analysis.forecast.past import Past
from analysis.forecast.paths import sample_paths
from analysis.forecast.run import Run, run
from analysis.forecast.tables import backtested, forecast, origins, scores_of
from analysis.forecast.years import run_years

__all__ = [
    "Past",
    "Run",
    "TooLittleError",
    "backtested",
    "forecast",
    "origins",
    "run",
    "run_years",
    "sample_paths",
    "scores_of",
]
