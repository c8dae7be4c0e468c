"""How long cases stay and how they end: shares by age, from spells that begin late or still run.

``occupancy`` is what to call with spells; ``variances`` says how sure its shares are. ``incidence`` says the
same of counts by age.
"""

from analysis.survival.incidence import Incidence, incidence
from analysis.survival.occupancy import Occupancy, occupancy
from analysis.survival.variances import variances

__all__ = ["Incidence", "Occupancy", "incidence", "occupancy", "variances"]
