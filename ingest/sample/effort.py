"""Rough monthly hours of a mandate, only to size and share out staff; the warehouse weighs by its seeds.

The numbers follow the assumed default scheme: hours by type, phase and risk, and starting hours.
"""

import numpy as np

from ingest.sample.volumes import TYPES

# hours a month, hours of starting (spread over the first month); all assumptions of the default scheme
HOURS: dict[str, tuple[float, float]] = {
    "probation": (1.4, 5),
    "autonomous_probation": (1.6, 5),
    "work_penalty": (0.8, 4),
    "pretrial_conditions": (1.8, 4),
    "electronic_monitoring": (2.2, 5),
    "conditional_release": (2.6, 6),
    "limited_detention": (2.6, 6),
    "placement_at_disposal": (2.6, 6),
    "internment": (3.0, 6),
    "autonomous_monitoring": (2.0, 4),
    "mediation_and_measures": (0.9, 4),
    "home_ban": (0.0, 8),
    "brief_report": (0.0, 6),
    "social_enquiry": (0.0, 14),
    "victim_reception": (0.6, 2),
    "family_enquiry": (0.0, 20),
    "chain_case": (2.0, 6),
}
TWO_MONTH_WORK = ("social_enquiry", "family_enquiry")
RISK_FACTOR = {"high": 1.5, "medium": 1.0, "low": 0.7, "not_assessed": 1.1}
_BASE = np.array([HOURS[name][0] for name in TYPES])
_START = np.array([HOURS[name][1] for name in TYPES])
_START_MONTHS = np.array([2.0 if name in TWO_MONTH_WORK else 1.0 for name in TYPES])


def monthly_hours(
    kind: np.ndarray, age_days: np.ndarray, risk_factor: np.ndarray | float = 1.0
) -> np.ndarray:
    """Hours a month of mandates by type number and age in days."""
    months = age_days / 30.4375
    phase = np.where(months < 3, 1.8, np.where(months < 12, 1.0, 0.7))
    starting = np.where(months < _START_MONTHS[kind], _START[kind] / _START_MONTHS[kind], 0.0)
    return _BASE[kind] * phase * risk_factor + starting
