"""Thresholds, grades and what figures rest on, in words."""

from collections.abc import Sequence

from dashboards import queries
from dashboards.filters.filter import known_rank
from dashboards.panels.weights import basis
from dashboards.queries import pressure as questions
from dashboards.text import listed, number, percentage, sentences, t
from dashboards.view import View


def amounts(view: View) -> dict[float, str]:
    """The thresholds of the set chosen, in order: amount -> `110%`."""
    return {row["threshold"]: amount_words(row["measure"], row["threshold"]) for row in _rows(view)}


def above(view: View) -> dict[float, str]:
    """The thresholds of the set chosen, in order: amount -> `above 110%`."""
    return {amount: t("pressure.above", amount=words) for amount, words in amounts(view).items()}


def over(view: View, *said: str) -> str:
    """What somebody above amounts of the set chosen has: `a workload above 100% and 110%`."""
    key = f"over_{_rows(view)[0]['measure']}"
    return t(f"pressure.{key if key in sentences('pressure') else 'over_any'}", amount=listed(list(said)))


def sources(view: View) -> str:
    """Where each threshold of the set chosen comes from."""
    return _sources(_rows(view))


def quotes(view: View) -> tuple[str, ...]:
    """Those sources as the policy words them."""
    return tuple(row["source"] for row in _rows(view))


def sources_of(view: View, measures: Sequence[str]) -> str:
    """Where each threshold of these measures comes from, of whichever set."""
    return _sources(_rows_of(view, measures))


def quotes_of(view: View, measures: Sequence[str]) -> tuple[str, ...]:
    """Those sources as the policy words them."""
    return tuple(row["source"] for row in _rows_of(view, measures))


def bounds(view: View, measure: str) -> list[float]:
    """Every threshold of one measure, of whichever set, in order."""
    rows = questions.thresholds(view.reader).filter(measure=measure)
    return rows["threshold"].unique().sort().to_list()


def amount_words(measure: str, amount: float) -> str:
    """`110%`, `40 cases`; an agency's own measure as a bare number."""
    digits = 0 if amount == round(amount) else 1
    if measure == "workload_pct":
        return percentage(amount, digits)
    if f"amount_{measure}" in sentences("pressure"):
        return t(f"pressure.amount_{measure}", amount=number(amount, digits))
    return number(amount, digits)


def measured_by(view: View) -> str:
    """What the figure rests on: the scheme and the basis of its weights."""
    return f"{view.choice.label('weight_scheme')}, {basis(view)}"


def grade_names(view: View) -> dict[str, str]:
    """Every grade: id -> words, in the catalogue's order."""
    ids = [row["id"] for row in queries.choices(view.reader, "grade")]
    ordered = sorted(ids, key=lambda one: known_rank("grade", one))
    return {grade: queries.label_of(view.reader, "grade", grade) for grade in ordered}


def _sources(rows: list[dict]) -> str:
    said = (
        t(
            "pressure.source_of",
            amount=amount_words(row["measure"], row["threshold"]),
            source=row["source"],
        )
        for row in rows
    )
    return t("pressure.sources", sources=" ".join(said))


def _rows_of(view: View, measures: Sequence[str]) -> list[dict]:
    rows = questions.thresholds(view.reader).to_dicts()
    return sorted((row for row in rows if row["measure"] in measures), key=lambda row: row["threshold"])


def _rows(view: View) -> list[dict]:
    return questions.thresholds(view.reader).filter(threshold_set=view.choice.threshold_set).to_dicts()
