"""A funnel as a table: each office beside the limits for its size, in the order in which it was given."""

from collections.abc import Callable

import numpy as np
import polars as pl
from numpy.typing import ArrayLike

from analysis.funnel.limits import arcsine_limits, chance_limits, is_outside, ratio_limits, score_limits
from analysis.funnel.overdispersion import (
    TRIMMED_SHARE,
    overdispersion_of_proportions,
    overdispersion_of_ratios,
)
from analysis.funnel.significance import INNER, OUTER
from analysis.intervals import Numbers

Limits = Callable[[Numbers, float], tuple[Numbers, Numbers]]
LIMITS = ["inner_lower", "inner_upper", "outer_lower", "outer_upper"]


def proportion_funnel(
    offices: pl.DataFrame, *, adjusted: bool, trimmed_share: float = TRIMMED_SHARE
) -> pl.DataFrame:
    """``offices`` (``count``, ``denominator``) with ``value`` (0..1), ``target``, limits and ``difference``.

    ``target``: the share of all together. ``adjusted``: limits are wider where offices differ by more than
    chance, on the scale of the arcsine; where they do not, or without it, they are where Wilson's interval
    touches the target. See ``ratio_funnel`` for the rest.
    """
    parts, sizes, known = _columns(offices, "count", "denominator")
    target, limits = _proportion_limits(parts[known], sizes[known], adjusted, trimmed_share)
    return _with_limits(offices, parts, sizes, known, target, limits)


def proportion_curves(
    offices: pl.DataFrame, sizes: ArrayLike, *, adjusted: bool, trimmed_share: float = TRIMMED_SHARE
) -> pl.DataFrame:
    """The limits that ``proportion_funnel`` has of the same offices, at these sizes: ``size`` and limits.

    For a drawing; ValueError where no office has a share.
    """
    parts, denominators, known = _columns(offices, "count", "denominator")
    if not known.any():
        raise ValueError("A funnel has limits only around the share of somebody.")
    _, limits = _proportion_limits(parts[known], denominators[known], adjusted, trimmed_share)
    found = np.asarray(sizes, float)
    ends = [*limits(found, INNER), *limits(found, OUTER)]
    return pl.DataFrame({"size": found} | dict(zip(LIMITS, ends, strict=True)))


def _proportion_limits(
    parts: Numbers, sizes: Numbers, adjusted: bool, trimmed_share: float
) -> tuple[float | None, Limits]:
    """The share of all together, and the limits around it by size."""
    target = float(parts.sum() / sizes.sum()) if sizes.size else None
    between = 0.0
    if adjusted and sizes.size:
        between = overdispersion_of_proportions(parts, sizes, trimmed_share).between_variance

    def limits(found: Numbers, confidence: float) -> tuple[Numbers, Numbers]:
        if between:
            return arcsine_limits(found, target, confidence, between)
        return score_limits(found, target, confidence)

    return target, limits


def ratio_funnel(
    offices: pl.DataFrame, *, adjusted: bool, trimmed_share: float = TRIMMED_SHARE
) -> pl.DataFrame:
    """``offices`` (``observed``, ``expected``) with ``value``, ``target`` 1, limits and ``difference``.

    ``adjusted``: wider by the variance between offices, as the SHMI, after trimming (see ``overdispersion``);
    where there is none, or without it, limits of chance. ``inner_lower`` to ``outer_upper`` hold 95 % and
    99.8 %. ``difference``: ``none`` inside the inner limits or on them, else ``below_inner``, ``above_outer``
    and so on. An office of nothing (size 0 or not known) has none of these figures and counts for no other.
    """
    parts, sizes, known = _columns(offices, "observed", "expected")
    between = 0.0
    if adjusted and known.any():
        between = overdispersion_of_ratios(parts[known], sizes[known], "log", trimmed_share).between_variance

    def limits(found: Numbers, confidence: float) -> tuple[Numbers, Numbers]:
        return ratio_limits(found, confidence, between) if between else chance_limits(found, confidence)

    return _with_limits(offices, parts, sizes, known, 1.0, limits)


def _columns(offices: pl.DataFrame, part: str, size: str) -> tuple[Numbers, Numbers, np.ndarray]:
    parts, sizes = (offices[name].cast(pl.Float64).to_numpy() for name in (part, size))
    return parts, sizes, np.isfinite(parts) & np.isfinite(sizes) & (sizes > 0)


def _with_limits(
    offices: pl.DataFrame,
    parts: Numbers,
    sizes: Numbers,
    known: np.ndarray,
    target: float | None,
    limits: Limits,
) -> pl.DataFrame:
    values = np.divide(parts, sizes, out=np.full(sizes.size, np.nan), where=known)
    ends = np.full((len(LIMITS), sizes.size), np.nan)
    if known.any():
        ends[:, known] = [*limits(sizes[known], INNER), *limits(sizes[known], OUTER)]
    differences = np.where(known, "none", None)
    for name, (lower, upper) in {"inner": ends[:2], "outer": ends[2:]}.items():
        outside = is_outside(values, lower, upper)
        differences[outside & (values < lower)] = f"below_{name}"
        differences[outside & (values > upper)] = f"above_{name}"
    figures = {"value": values} | dict(zip(LIMITS, ends, strict=True))
    return offices.with_columns(
        pl.lit(target, pl.Float64).alias("target"),
        *(pl.Series(name, column, pl.Float64).fill_nan(None) for name, column in figures.items()),
        pl.Series("difference", differences.tolist(), pl.String),
    )
