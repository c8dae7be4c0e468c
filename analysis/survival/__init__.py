"""How long cases stay and how they end: shares by age, from spells that begin late or still run.

``occupancy`` is what to call; ``variances`` says how sure its shares are.
"""

from analysis.survival.occupancy import Occupancy, occupancy
from analysis.survival.variances import variances

__all__ = ["Occupancy", "occupancy", "variances"]
