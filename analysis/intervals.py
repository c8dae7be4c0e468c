"""How sure a share, a count or a rate is: intervals, and rates as if groups were made up alike.

Counts and denominators are arrays or numbers, ``confidence`` is between 0 and 1; limits come as two arrays,
nan where there is none. Sources: E. B. Wilson, JASA 22 (1927); F. Garwood, Biometrika 28 (1936) for exact
limits of counts; N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987) for Byar's;
A. J. Dobson and others, Statistics in Medicine 10 (1991) for weighted sums; the choices between them as in
PHEindicatormethods 2.1.0.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

Numbers = NDArray[np.float64]
FEWEST_FOR_BYARS, FEWEST_FOR_DIRECT = 10, 10


@dataclass(frozen=True)
class Estimate:
    """A figure with its limits; all three None where too few events carry it."""

    value: float | None
    lower: float | None
    upper: float | None


def normal_quantile(confidence: float) -> float:
    """How many standard deviations hold the middle ``confidence`` of a normal distribution."""
    if not 0 < confidence < 1:
        raise ValueError("Confidence lies between 0 and 1.")
    return float(special.ndtri((1 + confidence) / 2))


def wilson(count: ArrayLike, denominator: ArrayLike, confidence: float = 0.95) -> tuple[Numbers, Numbers]:
    """Limits of a share (0..1), never outside it; nan of none. ValueError where a part exceeds its whole."""
    count, denominator = _counts(count), _counts(denominator)
    if (count > denominator).any():
        raise ValueError("A share's count is at most its denominator.")
    z = normal_quantile(confidence)
    with np.errstate(divide="ignore", invalid="ignore"):
        middle = 2 * count + z**2
        spread = z * np.sqrt(z**2 + 4 * count * (1 - count / denominator))
        lower, upper = ((middle + sign * spread) / (2 * (denominator + z**2)) for sign in (-1, 1))
    known = denominator > 0
    return (
        np.where(known, np.where(count == 0, 0, np.maximum(lower, 0)), np.nan),
        np.where(known, np.where(count == denominator, 1, np.minimum(upper, 1)), np.nan),
    )


def difference_of_shares(
    count: ArrayLike,
    denominator: ArrayLike,
    before: ArrayLike,
    before_denominator: ArrayLike,
    confidence: float = 0.95,
) -> tuple[Numbers, Numbers]:
    """Limits of one share less another (-1..1), from Wilson's of each; nan where either is of none.

    Of two groups that have nobody in common. Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873,
    method 10.
    """
    ends = wilson(count, denominator, confidence), wilson(before, before_denominator, confidence)
    (lower, upper), (lower_before, upper_before) = ends
    with np.errstate(divide="ignore", invalid="ignore"):
        now, then = (
            np.asarray(part, float) / np.asarray(whole, float)
            for part, whole in ((count, denominator), (before, before_denominator))
        )
        down = np.sqrt((now - lower) ** 2 + (upper_before - then) ** 2)
        up = np.sqrt((upper - now) ** 2 + (then - lower_before) ** 2)
    return now - then - down, now - then + up


def byars(count: ArrayLike, confidence: float = 0.95) -> tuple[Numbers, Numbers]:
    """Byar's limits of a count; the lower is nan where the formula falls to 0 or below: too few for it."""
    count, z = _counts(count), normal_quantile(confidence)
    more = count + 1
    with np.errstate(divide="ignore", invalid="ignore"):
        root = 1 - 1 / (9 * count) - z / (3 * np.sqrt(count))
        lower = np.where(root > 0, count * root**3, np.nan)
    return lower, more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3


def exact_count(count: ArrayLike, confidence: float = 0.95) -> tuple[Numbers, Numbers]:
    """Exact limits of a count (Poisson); from 0 where nothing happened."""
    count, tail = _counts(count), (1 - _checked(confidence)) / 2
    lower = np.where(count > 0, special.gammaincinv(np.maximum(count, 1e-300), tail), 0)
    return lower, special.gammainccinv(count + 1, tail)


def count_limits(count: ArrayLike, confidence: float = 0.95) -> tuple[Numbers, Numbers]:
    """Exact below ten events, Byar's from ten."""
    is_few = _counts(count) < FEWEST_FOR_BYARS
    pairs = zip(exact_count(count, confidence), byars(count, confidence), strict=True)
    lower, upper = (np.where(is_few, exact, approximate) for exact, approximate in pairs)
    return lower, upper


def rate(
    count: ArrayLike, denominator: ArrayLike, multiplier: float = 1, confidence: float = 0.95
) -> tuple[Numbers, Numbers, Numbers]:
    """Events per unit of the denominator (time, people) x multiplier, with limits; nan of nothing."""
    denominator = _counts(denominator)
    with np.errstate(divide="ignore", invalid="ignore"):
        value, lower, upper = (
            np.where(denominator > 0, multiplier * one / denominator, np.nan)
            for one in (_counts(count), *count_limits(count, confidence))
        )
    return value, lower, upper


def directly_standardised(
    counts: ArrayLike,
    populations: ArrayLike,
    standards: ArrayLike,
    multiplier: float = 1,
    confidence: float = 0.95,
) -> Estimate:
    """The rate if groups were as large as in the standard: Dobson's limits, Byar's on the total.

    One entry per group. Withheld below ten events in all. ValueError where somebody of a group of none is
    counted, or a group of the standard has nobody to take a rate from.
    """
    counts, populations, standards = _counts(counts), _counts(populations), _counts(standards)
    _same_groups(counts, populations, standards)
    if not standards.sum():
        raise ValueError("A standard has at least one person.")
    if ((populations == 0) & ((counts > 0) | (standards > 0))).any():
        raise ValueError("A group without people has no rate.")
    total = counts.sum()
    if total < FEWEST_FOR_DIRECT:
        return Estimate(None, None, None)
    weights = np.divide(standards, populations, out=np.zeros_like(standards), where=populations > 0)
    weights *= multiplier / standards.sum()
    value = float(weights @ counts)
    spread = float(np.sqrt(weights**2 @ counts / total))
    lower, upper = byars(total, confidence)
    return Estimate(value, value + spread * float(lower - total), value + spread * float(upper - total))


@dataclass(frozen=True)
class StandardisedRatio(Estimate):
    """Observed events over those expected, x multiplier, with the two counts."""

    observed: float
    expected: float


def indirectly_standardised(
    counts: ArrayLike,
    populations: ArrayLike,
    reference_counts: ArrayLike,
    reference_populations: ArrayLike,
    multiplier: float = 1,
    confidence: float = 0.95,
) -> StandardisedRatio:
    """Observed over what the rates of the reference would give these groups; one entry per group.

    None as value and limits where nothing is expected. ValueError where a group that has people has none in
    the reference.
    """
    counts, populations = _counts(counts), _counts(populations)
    reference_counts, reference_populations = _counts(reference_counts), _counts(reference_populations)
    _same_groups(counts, populations, reference_counts, reference_populations)
    if ((populations > 0) & (reference_populations == 0)).any():
        raise ValueError("A group has nobody in the reference to take a rate from.")
    rates = np.divide(
        reference_counts,
        reference_populations,
        out=np.zeros_like(reference_counts),
        where=reference_populations > 0,
    )
    observed, expected = float(counts.sum()), float(rates @ populations)
    if expected == 0:
        return StandardisedRatio(None, None, None, observed, expected)
    figures = (float(one) for one in rate(observed, expected, multiplier, confidence))
    return StandardisedRatio(*figures, observed, expected)


def _counts(given: ArrayLike) -> Numbers:
    found = np.asarray(given, float)
    if not np.isfinite(found).all() or (found < 0).any():
        raise ValueError("Counts and denominators are numbers of 0 or more.")
    return found


def _checked(confidence: float) -> float:
    normal_quantile(confidence)
    return confidence


def _same_groups(*columns: Numbers) -> None:
    if len({one.shape for one in columns}) != 1 or columns[0].ndim != 1 or not columns[0].size:
        raise ValueError("Each group has one entry in every column.")
