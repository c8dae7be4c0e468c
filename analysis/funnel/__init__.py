"""Funnels: which offices differ from the whole by more than their size explains, without an order among them.

``limits`` by size; ``overdispersion`` widens them where offices differ among themselves by more than chance;
``significance`` names where a figure lies. A difference inside the limits is none.
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

__all__ = [
    "Overdispersion",
    "arcsine_limits",
    "chance_limits",
    "is_outside",
    "overdispersion_of_proportions",
    "overdispersion_of_ratios",
    "poisson_limits",
    "proportion_significance",
    "ratio_limits",
    "ratio_significance",
    "score_limits",
    "touching_ratios",
]
