"""The published Flemish years: what the houses of justice received and had open, one to three years ahead."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from analysis.forecast.inflow import count_models
from analysis.forecast.rivals import littles_law
from analysis.forecast.stock import open_at_one_rate
from benchmarks.document import paragraph, table

FILE = Path("flanders_public_figures.csv")
SOURCE = "dwvg.be jaarverslag20 cijfers-justitiehuizen"
HORIZONS, FIRST_ORIGIN = 3, 1


@dataclass(frozen=True)
class Years:
    """New and open files of all mandates together by year, shape (1, T)."""

    years: tuple[int, ...]
    received: np.ndarray
    open_end: np.ndarray


def published(facts: Path) -> Years:
    """The years of which one annual report gives both; open files are those of the last day."""
    rows = pl.read_csv(facts / FILE, infer_schema=False).filter(
        (pl.col("source") == SOURCE) & (pl.col("mandate") == "all")
    )
    rows = rows.select(
        year=pl.col("period").str.head(4).cast(int), measure="measure", value=pl.col("value").cast(float)
    )
    both = (
        rows.pivot(on="measure", index="year", values="value")
        .drop_nulls(["new_files", "open_files"])
        .sort("year")
    )
    new, open_files = (both[name].to_numpy()[None] for name in ("new_files", "open_files"))
    return Years(tuple(both["year"]), new, open_files)


def missed(facts: Path) -> dict[str, dict[str, list[float]]]:
    """The mean error in % of what came, by measure, model and horizon, from the second year on."""
    at = published(facts)
    groups = np.zeros(1, np.intp)
    ended = at.received - np.diff(at.open_end, axis=1, prepend=np.nan)
    ended[:, 0] = ended[:, 1]  # how many ended in the first year is not published: as many as in the second
    inflow = count_models(at.received, groups, HORIZONS, 1, 1, None)
    stock = count_models(at.open_end, groups, HORIZONS, 1, 1, None)
    stock["little"] = littles_law(at.received, ended, at.open_end, HORIZONS, 1)
    stock["exit_rate"] = open_at_one_rate(at.open_end, at.received, ended, inflow["last_value"], 2)
    return {
        measure: {name: _missed(values, given) for name, given in models.items()}
        for measure, values, models in (
            ("new files", at.received, inflow),
            ("open files", at.open_end, stock),
        )
    }


def _missed(values: np.ndarray, given: np.ndarray) -> list[float]:
    steps, out = values.shape[1], []
    for step in range(1, HORIZONS + 1):
        came = values[0, FIRST_ORIGIN + step :]
        out.append(float(100 * np.mean(np.abs(given[0, FIRST_ORIGIN : steps - step, step - 1] / came - 1))))
    return out


def told(facts: Path) -> str:
    """The section of the document."""
    at = published(facts)
    counts = ", ".join(
        f"{len(at.years) - FIRST_ORIGIN - step} of {step} y" for step in range(1, HORIZONS + 1)
    )
    said = (
        f"{len(at.years)} years, {at.years[0]} to {at.years[-1]}, of all houses together. Forecasts from "
        f"each year but the first: {counts}. So few show an order of size and choose no model; bands "
        "cannot be judged. What ended in the first year is taken as what ended in the second (assumption: "
        "it is not published)."
    )
    parts = [paragraph(said)]
    for measure, models in missed(facts).items():
        headings = (f"{measure}: mean error in %", *(f"{step} y" for step in range(1, HORIZONS + 1)))
        parts.append(
            table(headings, [(name, *(f"{one:.1f}" for one in row)) for name, row in models.items()])
        )
    return "\n\n".join(parts)
