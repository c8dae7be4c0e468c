"""Persons under supervision by country, as the Council of Europe's SPACE II counts and compares them.

Source: M. F. Aebi and others, SPACE II (Council of Europe), reports of 2012, 2013 and 2016 and the
questionnaire of 2025. The unit is the person: who has two orders counts once. Its averages are means over the
countries that answered, not total over total.
"""

import re
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

INHABITANTS = 100_000
Answer = Literal["not_applicable", "unknown", "zero", "value", "refused"]


def answer(text: str) -> Answer:
    """What a cell of the questionnaire says: NAP, ... and 0 are three answers; a blank is refused."""
    text = text.strip()
    if text in ("NAP", "..."):
        return "not_applicable" if text == "NAP" else "unknown"
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        return "refused"
    return "value" if float(text) else "zero"


def change_percent(current: ArrayLike, previous: ArrayLike) -> NDArray[np.float64]:
    """By how many percent a figure changed; nan where it was nothing."""
    current, previous = np.asarray(current, float), np.asarray(previous, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(previous > 0, 100 * (current - previous) / previous, np.nan)


def per_100_000(persons: ArrayLike, inhabitants: ArrayLike) -> NDArray[np.float64]:
    """Persons per 100,000 inhabitants, by country; nan where either is not known or nobody lives there."""
    persons, inhabitants = np.asarray(persons, float), np.asarray(inhabitants, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(inhabitants > 0, INHABITANTS * persons / inhabitants, np.nan)


def mean_of_rates(persons: ArrayLike, inhabitants: ArrayLike) -> float | None:
    """The average that is published: each country that answered counts once; None where none did."""
    rates = per_100_000(persons, inhabitants)
    known = rates[~np.isnan(rates)]
    return float(known.mean()) if known.size else None


def rate_of_totals(persons: ArrayLike, inhabitants: ArrayLike) -> float | None:
    """All persons over all inhabitants of the countries that answered; None where none did."""
    persons, inhabitants = np.asarray(persons, float), np.asarray(inhabitants, float)
    known = ~np.isnan(per_100_000(persons, inhabitants))
    return float(per_100_000(persons[known].sum(), inhabitants[known].sum())) if known.any() else None
