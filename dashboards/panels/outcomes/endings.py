"""How cases end: in which way by which age, by kind of mandate, and beside the end that was expected."""

import numpy as np
import polars as pl

from analysis.survival import incidence
from dashboards import queries
from dashboards.charts.by_age import ending_lines
from dashboards.charts.stacks import stacked_bars
from dashboards.panel import Panel, Table, hidden, not_delivered, nothing
from dashboards.panels import shares
from dashboards.panels.parts import labelled, words
from dashboards.queries import outcomes as questions
from dashboards.text import day, number, percentage, t
from dashboards.totals import TOTAL
from dashboards.view import View

_AGES = "fct_area_ending_ages"
OPEN, OTHER = "", "other endings"
NAMED = 4  # ways of ending that are told apart by a colour
ONE_YEAR, TWO_YEARS = 12, 24
TABLED = (3, 6, ONE_YEAR, 18, TWO_YEARS, 36, 48, 60, 84, 120)
AGE_SHARES = ("ended_per_100", "ended_per_100_low", "ended_per_100_high")


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("outcomes_no_cases", t("outcomes.no_cases"))


def by_age(view: View) -> Panel:
    """The share of cases that has ended in each way by each age; what is open counts while it is seen."""
    rows = questions.ending_ages(view.reader, view.choice)
    if rows.is_empty():
        return nothing("outcomes_ages", t("outcomes.ages_none"))
    ways = _named_ways(rows.filter(pl.col("supervision_type") == TOTAL))
    found = endings_by_age(rows.filter(pl.col("supervision_type") == TOTAL), ways)
    if found is None:
        return hidden("outcomes_ages", t("outcomes.ages_few", fewest=shares.FEWEST))
    names = {way: _called(way, view) for way in [*ways, OPEN] if way in set(found["ending"])}
    age = min(TWO_YEARS, found["age_months"].max())
    at = dict(found.filter(pl.col("age_months") == age).select("ending", AGE_SHARES[0]).iter_rows())
    drawn = found.select(
        "ending", "age_months", share_pct=AGE_SHARES[0], lower_pct=AGE_SHARES[1], upper_pct=AGE_SHARES[2]
    )
    shown = found.with_columns(
        ending_name=pl.col("ending").replace_strict(names, default=None, return_dtype=pl.String)
    ).sort("age_months", maintain_order=True)
    tabled = shown.filter(pl.col("age_months").is_in([*TABLED, found["age_months"].max()]))
    return Panel(
        "outcomes_ages",
        title=t(
            "outcomes.ages_title",
            months=number(age),
            ending=names[ways[0]],
            share=percentage(at[ways[0]]),
            open=percentage(at[OPEN]),
        ),
        subtitle=t(
            "outcomes.ages_subtitle",
            **shares.place(view),
            first=day(rows["window_start_on"][0]),
            last=day(rows["last_day_on"][0]),
        ),
        chart=ending_lines(drawn, names, view.look, words("outcomes", "months", "axis")),
        summary=_ages_summary(found, names, at),
        table=Table(
            tabled,
            {
                "age_months": t("outcomes.column_age"),
                "ending_name": t("outcomes.column_ending"),
                AGE_SHARES[0]: t("outcomes.column_ended_share"),
                AGE_SHARES[1]: t("outcomes.column_low"),
                AGE_SHARES[2]: t("outcomes.column_high"),
                "at_risk_cases": t("outcomes.column_at_risk"),
            },
            every_row=lambda: shown,
            stands_for={"ending_name": "end_reason"},
            on_phone=("ending_name", AGE_SHARES[0]),
            digits=dict.fromkeys(AGE_SHARES, 1),
        ),
        notes=(t("outcomes.ages_note", fewest=shares.FEWEST),),
        marts=(_AGES,),
    )


def by_kind(view: View) -> Panel | None:
    """The commonest way of ending within one and two years, and what is still open, by kind of mandate."""
    rows = questions.ending_ages(view.reader, view.choice)
    every = rows.filter(pl.col("supervision_type") == TOTAL)
    if rows.is_empty() or not (ways := _named_ways(every)):
        return None
    kinds = rows.filter(pl.col("supervision_type") != TOTAL)
    found = [
        _kind_row(kind, kinds.filter(pl.col("supervision_type") == kind), ways[0])
        for kind in kinds["supervision_type"].unique(maintain_order=True)
    ]
    shown = pl.DataFrame(found, schema=_KIND_SCHEMA).drop_nulls("ended_within_year")
    if shown.is_empty():
        return None
    return Panel(
        "outcomes_kinds",
        title=t("outcomes.kinds_title", ending=_called(ways[0], view)),
        subtitle=t("outcomes.kinds_subtitle", **shares.place(view), last=day(rows["last_day_on"][0])),
        table=Table(
            shown.with_columns(label=labelled(view, "work_type", shown["supervision_type"])),
            {
                "label": t("outcomes.column_kind"),
                "followed_cases": t("outcomes.column_followed"),
                "ended_within_year": t("outcomes.column_within_year"),
                "ended_within_two_years": t("outcomes.column_within_two_years"),
                "ended_low": t("outcomes.column_low"),
                "ended_high": t("outcomes.column_high"),
                "open_after_two_years": t("outcomes.column_still_open"),
            },
            missing=shares.too_few(),
            stands_for={"label": "supervision_type"},
            on_phone=("ended_within_two_years", "open_after_two_years"),
            digits=dict.fromkeys(("ended_low", "ended_high"), 1),
        ),
        notes=(t("outcomes.kinds_note"),),
        marts=(_AGES,),
    )


_KIND_SCHEMA = {
    "supervision_type": pl.String,
    "followed_cases": pl.Int64,
    **dict.fromkeys(
        (
            *("ended_within_year", "ended_within_two_years", "ended_low", "ended_high"),
            "open_after_two_years",
        ),
        pl.Float64,
    ),
}


def _kind_row(kind: str, rows: pl.DataFrame, way: str) -> dict[str, object]:
    """What became of the cases of one kind; nothing of too few."""
    found = endings_by_age(rows, [way, OTHER])
    empty = dict.fromkeys(_KIND_SCHEMA) | {"supervision_type": kind}
    if found is None:
        return empty
    at = {(row["ending"], row["age_months"]): row for row in found.iter_rows(named=True)}

    def share(ending: str, age: int, which: int = 0) -> float | None:
        row = at.get((ending, age))
        return row[AGE_SHARES[which]] if row else None

    return empty | {
        "followed_cases": at[OPEN, 0]["at_risk_cases"],
        "ended_within_year": share(way, ONE_YEAR),
        "ended_within_two_years": share(way, TWO_YEARS),
        "ended_low": share(way, TWO_YEARS, 1),
        "ended_high": share(way, TWO_YEARS, 2),
        "open_after_two_years": share(OPEN, TWO_YEARS),
    }


def endings_by_age(rows: pl.DataFrame, ways: list[str]) -> pl.DataFrame | None:
    """Shares by way of ending and age, of the rows of one kind; None where too few were seen from the start.

    ``ending`` (one of ``ways``, of which `OTHER` is all that is not named, or '' for what is still open),
    ``age_months``, `AGE_SHARES` (the last two null of what is open) and ``at_risk_cases``. Up to the age at
    which fewer than `FEWEST` could end.
    """
    every = rows.filter(pl.col("end_reason") == TOTAL).sort("age_months")
    ages, at_risk = every["age_months"].to_list(), every["at_risk_cases"].to_list()
    last = next(
        (
            place
            for place, (age, cases) in enumerate(zip(ages, at_risk, strict=True))
            if age != place or cases < shares.FEWEST
        ),
        len(ages),
    )
    if not last:
        return None
    ended = np.zeros((last, len(ways)))
    for age, reason, cases in rows.select("age_months", "end_reason", "ended_cases").iter_rows():
        way = reason if reason in ways else OTHER
        if reason != TOTAL and age < last and way in ways:
            ended[age, ways.index(way)] += cases
    found = incidence(np.array(at_risk[:last]), ended)
    columns = {"age_months": range(last), "at_risk_cases": at_risk[:last]}
    still_open = pl.DataFrame({**columns, AGE_SHARES[0]: 100 * found.still_open})
    by_way = [
        pl.DataFrame(
            columns
            | {
                name: 100 * of_way[:, place]
                for name, of_way in zip(AGE_SHARES, (found.shares, found.lower, found.upper), strict=True)
            }
        ).with_columns(ending=pl.lit(way))
        for place, way in enumerate(ways)
    ]
    return pl.concat([*by_way, still_open.with_columns(ending=pl.lit(OPEN))], how="diagonal")


def _named_ways(rows: pl.DataFrame) -> list[str]:
    """The ways of ending that have a line of their own, the commonest first; the others come together."""
    sums = rows.filter(pl.col("end_reason") != TOTAL).group_by("end_reason").agg(pl.col("ended_cases").sum())
    ways = sums.sort("ended_cases", "end_reason", descending=[True, False])["end_reason"].to_list()
    return ways if len(ways) <= NAMED else [*ways[: NAMED - 1], OTHER]


def _called(way: str, view: View) -> str:
    """What a way of ending is called."""
    own = {OPEN: "outcomes.still_open", OTHER: "outcomes.other_endings"}
    return t(own[way]) if way in own else queries.label_of(view.reader, "end_reason", way)


def _ages_summary(found: pl.DataFrame, names: dict[str, str], at: dict[str, float]) -> str:
    """Every share of the title's age, in the order of the lines."""
    said = ", ".join(f"{name.lower()} {percentage(at[way], 1)}" for way, name in names.items())
    return t("outcomes.ages_summary", shares=said, months=number(min(TWO_YEARS, found["age_months"].max())))


_DUE = "fct_area_due_years"
_WHEN = ("ended_early_cases", "ended_near_cases", "ended_late_cases", "still_open_cases")


def due(view: View) -> Panel:
    """When the cases ended that were to end in twelve months, a bar per twelve months."""
    rows = questions.due_years(view.reader, view.choice)
    if rows.is_empty():
        return nothing("outcomes_due", t("outcomes.due_none"))
    rows = rows.sort("year_start_on")
    last = rows.row(-1, named=True)
    parts = {name: t(f"outcomes.due_{name.removesuffix('_cases')}") for name in _WHEN}
    years = {
        row["year_start_on"]: t("outcomes.due_year", day=day(row["last_day_on"])) for row in rows.to_dicts()
    }
    drawn = rows.unpivot(_WHEN, index="year_start_on", variable_name="part", value_name="amount")
    return Panel(
        "outcomes_due",
        title=_due_title(last),
        subtitle=t("outcomes.due_subtitle", **shares.place(view)),
        chart=stacked_bars(
            drawn.rename({"year_start_on": "row"}), years, parts, view.look, words("outcomes", "unit", "none")
        ),
        table=Table(
            rows.sort("year_start_on", descending=True),
            {"last_day_on": t("outcomes.column_year"), "due_cases": t("outcomes.column_due")} | parts,
            on_phone=("due_cases", "ended_near_cases"),
        ),
        notes=(t("outcomes.due_note"),),
        marts=(_DUE,),
    )


def _due_title(last: dict) -> str:
    cases = last["due_cases"]
    if cases < shares.FEWEST:
        return t("outcomes.due_title_few")
    said = {
        name: percentage(100 * last[column] / cases)
        for name, column in (("near", "ended_near_cases"), ("open", "still_open_cases"))
    }
    return t("outcomes.due_title", cases=number(cases), **said)
