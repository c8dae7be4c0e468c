"""Statistical process control: is a change in a series of months more than its ordinary variation?

``chart`` is what to call; ``limits`` are those of an XmR chart, ``signals`` the rules by which a point is
more than chance, ``assurance`` whether the process as it is meets a target.
"""

from analysis.control.assurance import assurance
from analysis.control.chart import FEWEST_POINTS, chart, segments, trial_limits
from analysis.control.limits import Limits, process_limits
from analysis.control.signals import in_run, near_signals, run_ends, trend_ends, windows_of_three

__all__ = [
    "FEWEST_POINTS",
    "Limits",
    "assurance",
    "chart",
    "in_run",
    "near_signals",
    "process_limits",
    "run_ends",
    "segments",
    "trend_ends",
    "trial_limits",
    "windows_of_three",
]
