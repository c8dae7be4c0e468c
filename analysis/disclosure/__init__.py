"""Hidden cells: what can be worked out of them from all that is shown, and which cells to hide with them.

``bounds`` audits with everything an attacker knows (``knowledge``), ``exact`` are cells given away;
``cells_to_hide`` chooses; ``revealing_rows`` finds what a threshold misses. Choosing is not proof: audit what
is shown, with every total, rate and month.
"""

from analysis.disclosure.attributes import Revealing, revealing_rows
from analysis.disclosure.audit import bounds, exact
from analysis.disclosure.choosing import cells_to_hide
from analysis.disclosure.knowledge import (
    Knowledge,
    Statement,
    crossed,
    marked,
    percentage,
    sums_of,
    total,
    wilson_interval,
)

__all__ = [
    "Knowledge",
    "Revealing",
    "Statement",
    "bounds",
    "cells_to_hide",
    "crossed",
    "exact",
    "marked",
    "percentage",
    "revealing_rows",
    "sums_of",
    "total",
    "wilson_interval",
]
