"""How heavy mandates are against their type, month by month: what officers look at when they share work.

Levels of risk and flags change while a mandate runs; each change is applied in the month after its day.
"""

from dataclasses import dataclass, field

import numpy as np

from ingest.sample.effort import monthly_hours
from ingest.sample.flags import FLAGS, Flags
from ingest.sample.inflow import Mandates
from ingest.sample.risk import Assessments, risk_factors

# assumption: factors of the default scheme, to share out work; the warehouse takes them from its seeds
FACTORS = {
    "partner_violence": 1.25,
    "sexual_offence": 1.25,
    "chain": 1.25,
    "interpreter": 1.15,
    "further_mandate": 0.85,
}
_LOG_FACTOR = np.log([FACTORS.get(name, 1.0) for name in FLAGS])
_AT_REST = np.isin(FLAGS, ("suspended", "warrant"))


@dataclass
class Heaviness:
    """Factors of each mandate by what is known so far: ``risk``, and ``flagged``, zero while it rests.

    ``begins``: day numbers from which its phases count; ``months``: first days.
    """

    mandates: Mandates
    begins: np.ndarray
    assessments: Assessments
    flags: Flags
    months: np.ndarray
    risk: np.ndarray = field(init=False)
    flagged: np.ndarray = field(init=False)
    month: int = field(init=False, default=-1)

    def __post_init__(self) -> None:
        count, flags = len(self.mandates), self.flags
        self.risk = risk_factors(self.assessments.first_level)
        self.flagged = np.ones(count)
        self._log, self._at_rest = np.zeros(count), np.zeros(count, dtype=np.int64)
        self._of_risk = _by_month(self.assessments.on, self.months)
        self._of_begin = _by_month(flags.begins, self.months)
        self._of_end = _by_month(flags.ends, self.months)

    def until(self, month: int) -> None:
        """Apply the changes up to the first day of a month; months are asked for in order."""
        while self.month < month:
            self.month += 1
            row = self._of_risk[self.month]
            self.risk[self.assessments.case[row]] = risk_factors(self.assessments.level[row])
            self._flag(self._of_begin[self.month], 1)
            self._flag(self._of_end[self.month], -1)

    def _flag(self, rows: np.ndarray, sign: int) -> None:
        """Raise flags, or lower them with a sign of -1; several of one mandate are multiplied."""
        case, flag = self.flags.case[rows], self.flags.flag[rows]
        np.add.at(self._log, case, sign * _LOG_FACTOR[flag])
        np.add.at(self._at_rest, case, sign * _AT_REST[flag])
        self.flagged[case] = np.where(self._at_rest[case] > 0, 0.0, np.exp(self._log[case]))

    def hours(self, case: np.ndarray, month: int) -> np.ndarray:
        """Hours a month of mandates at the beginning of a month."""
        self.until(month)
        age = self.months[month] - self.begins[case]
        return monthly_hours(self.mandates.kind[case], age, self.risk[case]) * self.flagged[case]


def _by_month(on: np.ndarray, months: np.ndarray) -> list[np.ndarray]:
    """Row numbers by the first month that begins on or after their day; order of rows kept."""
    order = np.argsort(on, kind="stable")
    return np.split(order, np.searchsorted(on[order], months, side="right"))[:-1]
