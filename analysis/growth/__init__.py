"""Why it grew: the change between two months, split into its causes; exact, and in no order.

``growth_split`` is what to call; ``Months`` is what it reads, ``moving`` how a part is computed.
"""

from analysis.growth.months import Months
from analysis.growth.split import MEASURES, factors_of, growth_split, growth_splits, in_long_form

__all__ = ["MEASURES", "Months", "factors_of", "growth_split", "growth_splits", "in_long_form"]
