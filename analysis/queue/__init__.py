"""Capacity meets demand: a waiting list that follows from who comes, who can be carried and who leaves.

``simulation`` runs it month by month, ``formulas`` redo it on paper; ``calibration`` takes its rates
from past months, ``need`` asks it backwards.
"""

from analysis.queue.calibration import Calibration, Past, calibrated, resampled
from analysis.queue.flows import Levers, Move, Rates, Start, levers_as_in, with_more
from analysis.queue.need import Steady, fte_for_waiting, steady_state
from analysis.queue.simulation import Queue, bands, simulated

__all__ = [
    "Calibration",
    "Levers",
    "Move",
    "Past",
    "Queue",
    "Rates",
    "Start",
    "Steady",
    "bands",
    "calibrated",
    "fte_for_waiting",
    "levers_as_in",
    "resampled",
    "simulated",
    "steady_state",
    "with_more",
]
