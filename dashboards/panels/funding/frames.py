"""The rows and words that several panels of Funding share; its filters, which the brief has too."""

import polars as pl

from analysis.funding import staff_need
from dashboards.access.few_people import FEW_MARK, hidden_in_rows
from dashboards.choice import USUAL_LINE
from dashboards.panels import unweighed
from dashboards.panels.offices import frames as of_offices
from dashboards.panels.parts import labelled, window_said
from dashboards.queries import funding as questions
from dashboards.queries.asking import first_shown
from dashboards.text import number, t
from dashboards.view import View

FILTERS = ("region", "office", "service_line", "weight_scheme", "time_window", "target_load")
DEFAULTS = {"service_line": USUAL_LINE}
# Staff differs by less than it is written with: then there is as much as is needed.
DIGITS = 1
LEVEL_FTE = 0.5 / 10**DIGITS
GAP_ENDS = ("gap_low_fte", "gap_high_fte")


def is_empty(view: View) -> bool:
    """Whether the line has neither work nor capacity in the area chosen."""
    return of_line(view).is_empty()


def is_unweighed(view: View) -> bool:
    """Whether no weight of the scheme fits any case: then their work is unknown, and so is the need."""
    return unweighed.is_all(view, view.choice.service_line)


def lines(view: View) -> pl.DataFrame:
    """Every service line under every scheme, with `need_fte` and `gap_fte` at the load chosen."""
    return needs(questions.lines(view.reader, view.choice), view)


def of_line(view: View) -> pl.DataFrame:
    """The service line chosen under every scheme, with `scheme_label` and `is_chosen`."""
    rows = first_shown((lambda: lines(view), lambda: needs(questions.line(view.reader, view.choice), view)))
    rows = rows.filter(pl.col("service_line") == view.choice.service_line)
    return rows.with_columns(
        scheme_label=labelled(view, "weight_scheme", rows["weight_scheme"]),
        is_chosen=pl.col("weight_scheme") == view.choice.weight_scheme,
    )


def of_parts(view: View) -> pl.DataFrame:
    """Every part that is compared under every scheme, in the time window chosen."""
    return needs(of_offices.window_of_parts(view), view)


def needs(rows: pl.DataFrame, view: View) -> pl.DataFrame:
    """What the work of each row needs at the load chosen; hidden where too few people are behind it."""
    return hidden_in_rows(staff_need(rows, view.choice.target_load))


def in_one_row(rows: pl.DataFrame, key: str, view: View) -> pl.DataFrame:
    """The row of the scheme chosen per `key`, with the ends of the gap over all schemes."""
    ends = rows.group_by(key, maintain_order=True).agg(
        gap_low_fte=pl.col("gap_fte").min(), gap_high_fte=pl.col("gap_fte").max()
    )
    chosen = rows.filter(pl.col("weight_scheme") == view.choice.weight_scheme)
    return chosen.join(ends, on=key, how="left", maintain_order="left")


def whole(view: View) -> dict | None:
    """The area chosen in one row (see `in_one_row`); None where it is not among the rows."""
    rows = in_one_row(of_line(view), "service_line", view)
    return None if rows.is_empty() else rows.row(0, named=True)


def is_hidden(view: View) -> bool:
    """Whether too few people are behind the staff of the area."""
    row = whole(view)
    return bool(row and row[FEW_MARK])


def side(gap_fte: float) -> str:
    """Whether more staff is needed than there is (`more`), less (`fewer`), or as much (`level`)."""
    return "level" if abs(gap_fte) < LEVEL_FTE else "more" if gap_fte > 0 else "fewer"


def sides(rows: pl.DataFrame) -> set[str]:
    """The sides on which the schemes put a gap."""
    return {side(gap) for gap in rows["gap_fte"].drop_nulls()}


def fte(amount: float | None) -> str:
    """Staff as it is written on this page: full-timers to a tenth."""
    return number(amount, DIGITS)


def area_words(view: View) -> dict[str, str]:
    """Area, line, time and target load in words, for titles and subtitles."""
    return {
        "office": view.choice.label("office"),
        "line": view.choice.label("service_line"),
        "window": window_said(view),
        "target": view.choice.label("target_load"),
        "scheme": view.choice.label("weight_scheme"),
    }


def tariff(view: View) -> dict | None:
    """The tariff of the line chosen on the last day of the data; None where the agency gave none."""
    rows = questions.tariffs(view.reader).filter(pl.col("service_line") == view.choice.service_line)
    return None if rows.is_empty() else rows.row(0, named=True)


def in_euro(rows: pl.DataFrame, view: View) -> pl.DataFrame:
    """The gaps in euro a year as well, where there is a tariff: whole euro."""
    if (found := tariff(view)) is None:
        return rows
    euro = pl.col("gap_fte") * found["eur_per_fte_year"]
    return rows.with_columns(gap_eur_year=euro.round(0).cast(pl.Int64))


def euro_note(view: View) -> str:
    """What the euro are, or why there are none."""
    if (found := tariff(view)) is None:
        return t("funding.no_tariff", line=view.choice.label("service_line"))
    amount = number(found["eur_per_fte_year"])
    return t("funding.tariff", amount=amount, covers=found["covers"], source=found["source"])


def quotes(view: View) -> tuple[str, ...]:
    """The words of the tariff, which are the agency's own."""
    found = tariff(view)
    return (found["covers"], found["source"]) if found else ()
