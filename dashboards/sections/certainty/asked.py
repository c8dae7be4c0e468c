"""What the parts of the page How sure ask and say alike: the place, its words, the words of a band."""

import polars as pl

from dashboards.components.filters import Chosen
from dashboards.queries import certainty as questions
from dashboards.text import percentage, t


def is_anything(chosen: Chosen) -> bool:
    """Whether the line has work or capacity in the place chosen."""
    return not sensitivity_asked(chosen).is_empty()


def place(chosen: Chosen) -> str:
    """The area chosen: an office, a region, or all of them together."""
    return chosen.area


def area(chosen: Chosen) -> dict[str, str]:
    """Office and service line in words, for subtitles."""
    return {"office": chosen.label("office"), "line": chosen.label("service_line")}


def sensitivity_asked(chosen: Chosen) -> pl.DataFrame:
    """The percentage under weights that are off, all of them and one kind of work at a time."""
    return questions.sensitivity(place(chosen), chosen.service_line, chosen.weight_scheme)


def ends(row: dict) -> dict[str, str]:
    """The two ends of a band in words."""
    return {"low": percentage(row["low_pct"]), "high": percentage(row["high_pct"])}


def band_columns(first: dict[str, str]) -> dict[str, str]:
    """The columns of a table of bands, behind those named (column -> sentence)."""
    return {column: t(key) for column, key in first.items()} | {
        "low_pct": t("certainty.column_low"),
        "mid_pct": t("certainty.column_pct"),
        "high_pct": t("certainty.column_high"),
    }
