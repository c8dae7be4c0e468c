"""Published series of offices as a filter: which there are, and what they are called."""

import polars as pl

from dashboards import queries
from dashboards.queries import offices as questions
from dashboards.reader import Reader
from dashboards.text import page_has, t
from dashboards.totals import TOTAL


def ids(reader: Reader) -> list[str]:
    """Every series, in the order of its words."""
    labels = _labels(reader)
    return sorted(labels, key=lambda series: labels[series])


def label_of(reader: Reader, series: str) -> str:
    """A series in words, with its source where two would read the same."""
    return _labels(reader)[series]


def longest(reader: Reader) -> str | None:
    """The series with most figures of offices, else of the whole service; None without any."""
    of_office = (pl.col("part_id") != TOTAL).sum().alias("of_offices")
    sizes = questions.published_figures(reader).group_by("series").agg(of_office, pl.len())
    ordered = sizes.sort("of_offices", "len", "series", descending=[True, True, False])
    return ordered["series"][0] if sizes.height else None


def measure_words(reader: Reader, row: dict) -> str:
    """What a published figure measures, with the kind of mandate where it has one."""
    code = row["measure"]
    known = page_has("offices", f"measure_{code}")
    measure = t(f"offices.measure_{code}") if known else code.replace("_", " ").capitalize()
    kind = row["supervision_type"]
    return f"{measure}, {queries.label_of(reader, 'work_type', kind)}" if kind else measure


def _labels(reader: Reader) -> dict[str, str]:
    rows = questions.published_figures(reader).unique("series").to_dicts()
    labels = {row["series"]: measure_words(reader, row) for row in rows}
    if len(set(labels.values())) == len(labels):
        return labels
    return {row["series"]: f"{labels[row['series']]} ({row['source']})" for row in rows}
