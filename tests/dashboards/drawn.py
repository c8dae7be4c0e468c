"""What tests of figures share: small frames to draw, words, and the texts of a figure."""

from datetime import date

import polars as pl

from dashboards.charts.style import Look

REAL, SYNTHETIC = Look("en", ""), Look("nl", "synthetisch")
NAMES = {"A": "Aalst", "H": "Halle", "Z": "Zele"}
WORDS = {
    "not_open": "not open yet",
    "no_figure": "no figure",
    "no_capacity": "no capacity",
    "balance": "100%",
}
CHANGED_ON = date(2024, 2, 20)
MONTHS = [date(2024 + place // 12, place % 12 + 1, 1) for place in range(24)]


def months_of_offices() -> pl.DataFrame:
    """Aalst always, Halle for the last six months, Zele without capacity in the first month."""
    rows = [("A", when, 90.0 + place) for place, when in enumerate(MONTHS)]
    rows += [("H", when, 105.0) for when in MONTHS[-6:]]
    rows += [("Z", when, None if place == 0 else 80.0) for place, when in enumerate(MONTHS)]
    return pl.DataFrame(
        rows,
        schema={"part_id": pl.String, "month_start_on": pl.Date, "workload_pct": pl.Float64},
        orient="row",
    )


def flow() -> pl.DataFrame:
    """Two whole months and one that still runs."""
    return pl.DataFrame(
        {
            "month_start_on": MONTHS[:3],
            "in_cases": [10, 20, 3],
            "out_cases": [12, 0, 1],
            "started_cases": [9, 19, 2],
            "is_partial": [False, False, True],
        }
    )


def two_bands() -> pl.DataFrame:
    """Two rows, the first with one band inside another, and one without capacity."""
    rows = [("Probation", 95.0, 100.0, 105.0), ("Probation", 80.0, 100.0, 120.0)]
    rows += [("Report", 99.5, 100.0, 100.5), ("Enquiry", None, None, None)]
    return pl.DataFrame(rows, schema=["name", "low_pct", "mid_pct", "high_pct"], orient="row")


def schemes() -> pl.DataFrame:
    """Aalst under two schemes, Halle under one."""
    rows = [
        (office, scheme, scheme, pct, scheme == "one")
        for office, scheme, pct in (("A", "one", 95.0), ("A", "two", 120.0), ("H", "one", 130.0))
    ]
    names = ("part_id", "weight_scheme", "scheme_label", "workload_pct", "is_chosen")
    return pl.DataFrame(rows, schema=names, orient="row")


def texts(figure: dict) -> list[str]:
    """What is written in a figure beside its axes."""
    return [annotation["text"] for annotation in figure["layout"]["annotations"]]
