"""What the parts of the page Pressure and cover ask alike: the rows, made safe to show, and their words."""

import polars as pl
import streamlit as st

from dashboards import queries, warehouse
from dashboards.charts.pressure_readings import shown_groups
from dashboards.components.filters import Chosen, named
from dashboards.queries import pressure as questions
from dashboards.sections import basis
from dashboards.text import number, percentage, sentences, t


def rows_asked(chosen: Chosen) -> pl.DataFrame:
    """Every month, office, grade and threshold of the set, totals too; small groups without amounts."""
    return _shown(str(warehouse.published_file()), chosen.among, chosen.weight_scheme, chosen.threshold_set)


@st.cache_data(show_spinner=False, max_entries=32)
def _shown(file: str, area: str, weight_scheme: str, threshold_set: str) -> pl.DataFrame:
    # The file's name is part of the key: a new publication is a new name, so nothing old is served.
    tables = questions.overload_tables(area, weight_scheme, threshold_set)
    whole = shown_groups(tables[queries.SERVICE])
    # A region's totals are a row of the service's table too: what that hides must not be told here.
    return whole if area == queries.SERVICE else shown_groups(tables[area], area, whole)


def place(chosen: Chosen) -> pl.Expr:
    """The rows of the office and grade chosen, or of their total."""
    is_office = pl.col("office_id") == chosen.part
    return is_office & (pl.col("grade") == (chosen.grade or questions.ALL))


def by_group(rows: pl.DataFrame, chosen: Chosen) -> pl.DataFrame:
    """The rows to compare, with `group`: grades of the office chosen, else offices in the grade chosen."""
    if chosen.office:
        return rows.filter(pl.col("office_id") == chosen.office).with_columns(group=pl.col("grade"))
    return rows.filter(pl.col("grade") == (chosen.grade or questions.ALL)).with_columns(
        group=pl.col("office_id")
    )


def is_known(rows: pl.DataFrame) -> bool:
    """Whether these rows may be shown."""
    return not rows.is_empty() and not rows["is_hidden"].any()


def thresholds_asked(chosen: Chosen, *, is_bare: bool = False) -> dict[float, str]:
    """The thresholds of the set chosen in order, in words: `above 110%`, or `110%` alone."""
    rows = questions.thresholds().filter(pl.col("threshold_set") == chosen.threshold_set)
    amounts = {row["threshold"]: amount_words(row["measure"], row["threshold"]) for row in rows.to_dicts()}
    if is_bare:
        return amounts
    return {amount: t("pressure.above", amount=words) for amount, words in amounts.items()}


def sources_asked(chosen: Chosen) -> list[tuple[str, str]]:
    """Each threshold of the set chosen, in words, and where it comes from."""
    rows = questions.thresholds().filter(pl.col("threshold_set") == chosen.threshold_set)
    return [(amount_words(row["measure"], row["threshold"]), row["source"]) for row in rows.to_dicts()]


def amount_words(measure: str, amount: float) -> str:
    """`110%`, `40 cases`; an agency's own measure as a bare number."""
    digits = 0 if amount == round(amount) else 1
    if measure == "workload_pct":
        return percentage(amount, digits)
    if f"amount_{measure}" in sentences("pressure"):
        return t(f"pressure.amount_{measure}", amount=number(amount, digits))
    return number(amount, digits)


def measured_by(chosen: Chosen) -> str:
    """What the figure rests on: the scheme and the basis of its weights."""
    return f"{chosen.label('weight_scheme')}, {basis(chosen.weight_scheme)}"


def people_words(chosen: Chosen) -> dict[str, str]:
    """Office and grade for a subtitle."""
    return {"office": chosen.label("office"), "grade": chosen.label("grade")}


def grade_names() -> dict[str, str]:
    """Every grade: id -> words, in the catalogue's order."""
    ids = [row["id"] for row in queries.choices("grade")]
    known = list(sentences("common"))
    place_of = {key: spot for spot, key in enumerate(known)}
    ordered = sorted(ids, key=lambda found: (place_of.get(f"grade_{found}", len(known)), found))
    return {found: named("grade", found) for found in ordered}
