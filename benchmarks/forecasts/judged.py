"""A trial as tables of a document: a row per model, a column per horizon."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.forecast.choosing import chosen_then
from analysis.forecast.panel import LEVELS, Tree
from analysis.forecast.scores import mean_known
from analysis.forecast.trial import Trial, trial, trial_moments
from benchmarks.document import table

RULE = "the rule"
# What any forecast has to beat; and what stands beside it, as the product runs no search on open cases.
RIVALS = ("last_value", "same_month_last_year", "smoothing", "little")
BESIDE = ("ets", RULE)


@dataclass(frozen=True)
class Judged:
    """A trial of one measure.

    tried: what came of it; the model ``RULE`` takes at each moment the model that had missed least by then.
    level: of whose rows means are shown.
    shown: the horizons shown.
    """

    tried: Trial
    rows: np.ndarray
    shown: tuple[int, ...]


def judged(
    values: np.ndarray,
    given: Mapping[str, np.ndarray],
    tree: Tree,
    origins: int,
    latest: int,
    shown: Sequence[int],
    level: str = LEVELS[0],
) -> Judged:
    """Run models of series without a season backwards; arguments as of ``trial``."""
    steps, horizons = values.shape[1], next(iter(given.values())).shape[2]
    moments = trial_moments(steps, horizons, origins)
    ruled = {**given, RULE: chosen_then(values, given, tree, 1, range(2, steps))}
    first = min(2, moments[0])
    tried = trial(values, ruled, tree, 1, origins, first, latest)
    return Judged(tried, (tree.rows["level"] == level).to_numpy(), tuple(shown))


def tables(one: Judged, unit: str) -> str:
    """Scaled error, pinball loss and coverage; the least of each column is bold."""
    headings = ("model", *(f"{step} {unit}" for step in one.shown))
    parts = []
    for name, said in (("mase", "Scaled error (MASE)"), ("pinball", "Pinball loss, in the same scale")):
        means = _means(one, name)
        parts.append(f"{said}:\n\n{table(headings, _least_bold(means))}")
    eighty, ninety_five = _means(one, "coverage_80_pct"), _means(one, "coverage_95_pct")
    rows = [(model, *map(_both, eighty[model], ninety_five[model])) for model in eighty]
    parts.append(f"Months in the bands of 80 and 95 %, in %:\n\n{table(headings, rows)}")
    return "\n\n".join(parts)


def found(one: Judged) -> str:
    """Sentences about where ours is better than every rival, and where not."""
    means = _means(one, "mase")
    won, lost = [], []
    for place, step in enumerate(one.shown):
        ours = {name: row[place] for name, row in means.items() if name not in (*RIVALS, *BESIDE)}
        rivals = {name: row[place] for name, row in means.items() if name in RIVALS}
        best, rival = min(ours, key=ours.get), min(rivals, key=rivals.get)
        told = f"{step} ({best} {ours[best]:.3f}, {rival} {rivals[rival]:.3f})"
        (won if ours[best] < rivals[rival] else lost).append(told)
    parts = [f"Better than every rival at {', '.join(won)}."] if won else []
    parts += [f"A rival is as good or better at {', '.join(lost)}, and is used there."] if lost else []
    return " ".join(parts)


def _means(one: Judged, name: str) -> dict[str, list[float]]:
    """The mean over rows, by model, at the horizons shown."""
    return {
        model: [float(mean_known(getattr(scored, name)[one.rows], 0)[step - 1]) for step in one.shown]
        for model, scored in one.tried.scored.items()
    }


def _least_bold(means: Mapping[str, list[float]]) -> list[tuple[str, ...]]:
    """Rows of figures; the least of each column, the rule apart, is bold."""
    least = [
        min(column) for column in zip(*(row for name, row in means.items() if name != RULE), strict=True)
    ]
    return [
        (
            model,
            *(
                f"**{value:.3f}**" if model != RULE and value == best else f"{value:.3f}"
                for value, best in zip(row, least, strict=True)
            ),
        )
        for model, row in means.items()
    ]


def _both(eighty: float, ninety_five: float) -> str:
    return "" if np.isnan(eighty) else f"{eighty:.0f} / {ninety_five:.0f}"
