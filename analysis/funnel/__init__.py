"""Funnels: which offices differ from the whole by more than their size explains, in no order.

``proportion_funnel`` and ``ratio_funnel`` are what to call. ``limits`` by size; ``overdispersion`` widens
them where offices differ among themselves by more than chance; ``significance`` names where one figure lies.
A difference inside the limits is none.
"""

from analysis.funnel.limits import (
    arcsine_limits,
    chance_limits,
    is_outside,
    poisson_limits,
    ratio_limits,
    score_limits,
)
from analysis.funnel.overdispersion import (
    Overdispersion,
    overdispersion_of_proportions,
    overdispersion_of_ratios,
)
from analysis.funnel.significance import (
    proportion_significance,
    ratio_significance,
    touching_ratios,
)
from analysis.funnel.table import proportion_curves, proportion_funnel, ratio_funnel

__all__ = [
    "Overdispersion",
    "arcsine_limits",
    "chance_limits",
    "is_outside",
    "overdispersion_of_proportions",
    "overdispersion_of_ratios",
    "poisson_limits",
    "proportion_curves",
    "proportion_funnel",
    "proportion_significance",
    "ratio_funnel",
    "ratio_limits",
    "ratio_significance",
    "score_limits",
    "touching_ratios",
]
