"""The posts there are and those to fill, and the grades of the people in them."""

import polars as pl

from dashboards.charts.pressure_readings import last_whole_month
from dashboards.charts.stacks import stacked_bars
from dashboards.filters.filter import known_rank
from dashboards.panel import Panel, Table, not_delivered
from dashboards.panels import few
from dashboards.panels.parts import labelled, named_parts, part_names
from dashboards.queries import wellbeing as questions
from dashboards.text import month, number, percentage, t
from dashboards.totals import TOTAL
from dashboards.view import View

_STACKED = ("counted_fte", "uncounted_fte_avg", "reduced_fte_avg", "to_fill_fte")


def posts(view: View) -> Panel:
    """Posts under contract by what becomes of them, and posts to fill: each part in the fixed order."""
    name = "wellbeing_posts"
    if not view.status.has_contracts:
        return not_delivered(name, t("wellbeing.no_contracts"), t("wellbeing.posts_caption"))
    rows = _with_sums(questions.posts_of_parts(view.reader, view.choice))
    names = part_names(view)
    own = rows.filter(pl.col("part_id") == view.choice.part)
    parts = rows.filter(pl.col("part_id").is_in(list(names)))
    if parts.is_empty() or few.covers(parts, "contract_fte_avg"):
        return few.panel(name)
    shown = parts.filter(~pl.col("is_of_few"))
    drawn = shown.unpivot(_STACKED, index="part_id", variable_name="part", value_name="amount").rename(
        {"part_id": "row"}
    )
    area = {"area": view.choice.label("office"), "line": view.choice.label("service_line")}
    return Panel(
        name,
        title=_posts_title(own),
        subtitle=t("wellbeing.posts_subtitle", **area),
        chart=stacked_bars(
            drawn,
            {part: words_of for part, words_of in names.items() if part in set(shown["part_id"])},
            {one: t(f"wellbeing.{one}") for one in _STACKED},
            view.look,
            {"unit": t("wellbeing.fte"), "none": t("wellbeing.no_posts")},
            digits=1,
        ),
        summary=_posts_summary(own),
        table=Table(
            named_parts(rows, {TOTAL: view.choice.label_of_all} | names),
            {
                "part_name": t("wellbeing.column_part"),
                "contract_fte_avg": t("wellbeing.column_contract"),
                "reduced_fte_avg": t("wellbeing.column_reduced"),
                "uncounted_fte_avg": t("wellbeing.column_uncounted"),
                "vacant_fte": t("wellbeing.column_vacant"),
                "recruiting_fte": t("wellbeing.column_recruiting"),
                "hired_fte": t("wellbeing.column_hired"),
                "vacancy_pct": t("wellbeing.column_vacancy"),
            },
            filters=view.choice.said_of_every_part,
            missing=few.missing(rows),
            on_phone=("contract_fte_avg", "vacancy_pct"),
            digits=dict.fromkeys(
                ("contract_fte_avg", "reduced_fte_avg", "uncounted_fte_avg", "vacancy_pct"), 1
            ),
        ),
        notes=(*few.notes(rows), t("wellbeing.posts_note")),
        marts=("fct_area_line_weeks", "fct_office_posts"),
    )


def grades(view: View) -> Panel | None:
    """The people with capacity by grade, in the same month of every year."""
    rows = _by_year(view)
    if rows.is_empty():
        return None
    last, first = rows["month_start_on"].max(), rows["month_start_on"].min()
    now = rows.filter(pl.col("month_start_on") == last)
    labels = dict(zip(rows["grade"], labelled(view, "grade", rows["grade"]), strict=True))
    ordered = sorted(labels, key=lambda grade: known_rank("grade", grade))
    drawn = rows.drop_nulls("people").select(row="month_start_on", part="grade", amount="people")
    is_hidden = bool(rows["is_hidden"].any())
    when = {"first": month(first), "last": month(last)}
    return Panel(
        "wellbeing_grades",
        title=_grades_title(rows, now, labels, when),
        subtitle=t("wellbeing.grades_subtitle", area=view.choice.label("office")),
        chart=stacked_bars(
            drawn,
            {one: month(one) for one in rows["month_start_on"].unique().sort()},
            {grade: labels[grade] for grade in ordered},
            view.look,
            {"unit": t("wellbeing.people"), "none": t("wellbeing.hidden_people")},
        ),
        table=Table(
            rows.with_columns(grade=pl.col("grade").replace_strict(labels)),
            {
                "month_start_on": t("wellbeing.column_month"),
                "grade": t("wellbeing.column_grade"),
                "people": t("wellbeing.column_people"),
                "grade_share_pct": t("wellbeing.column_grade_share"),
            },
            missing=t("pressure.suppressed_cell"),
            stands_for={"people": "officers_with_capacity"},
            on_phone=("grade", "people"),
        ),
        notes=(*((t("wellbeing.grades_hidden"),) if is_hidden else ()), t("wellbeing.grades_note")),
        marts=("fct_area_overload_series",),
    )


def _with_sums(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows of the question with what counts as capacity, what is to fill, and its share of all posts."""
    to_fill = pl.col("vacant_fte") + pl.col("recruiting_fte")
    counted = pl.col("contract_fte_avg") - pl.col("reduced_fte_avg") - pl.col("uncounted_fte_avg")
    every = pl.col("contract_fte_avg") + to_fill
    return rows.with_columns(
        pl.col("reduced_fte_avg", "uncounted_fte_avg").clip(lower_bound=0),
        counted_fte=counted.clip(lower_bound=0),
        to_fill_fte=to_fill,
        vacancy_pct=pl.when(every > 0).then(100 * to_fill / every),
    )


def _posts_title(own: pl.DataFrame) -> str:
    if own.is_empty() or own["contract_fte_avg"][0] is None:
        return t("wellbeing.posts_caption")
    one = own.row(0, named=True)
    if not one["to_fill_fte"]:
        return t("wellbeing.posts_title_none", contract=number(one["contract_fte_avg"]))
    return t(
        "wellbeing.posts_title",
        fill=number(one["to_fill_fte"], 1),
        contract=number(one["contract_fte_avg"]),
        share=percentage(one["vacancy_pct"], 1),
    )


def _posts_summary(own: pl.DataFrame) -> str:
    if own.is_empty() or own["contract_fte_avg"][0] is None:
        return ""
    one = own.row(0, named=True)
    return t(
        "wellbeing.posts_summary",
        reduced=number(one["reduced_fte_avg"], 1),
        uncounted=number(one["uncounted_fte_avg"], 1),
        counted=number(one["counted_fte"], 1),
    )


def _by_year(view: View) -> pl.DataFrame:
    """The last whole month and the same month of the years before, with the share of each grade shown."""
    rows, last = questions.people_by_grade(view.reader, view.choice), last_whole_month(view.status.as_of)
    same = rows.filter(
        (pl.col("month_start_on").dt.month() == last.month)
        & (pl.col("month_start_on") <= last)
        & (pl.col("month_start_on") >= pl.lit(view.status.first_month_on or last))
    )
    is_whole = ~pl.col("is_hidden").any().over("month_start_on")
    share = 100 * pl.col("people") / pl.col("people").sum().over("month_start_on")
    ranks = {grade: known_rank("grade", grade) for grade in same["grade"].unique()}
    order = sorted(ranks, key=ranks.__getitem__)
    return same.with_columns(
        grade_share_pct=pl.when(is_whole).then(share),
        rank=pl.col("grade").replace_strict(
            {grade: place for place, grade in enumerate(order)}, default=None
        ),
    ).sort("month_start_on", "rank")


def _grades_title(rows: pl.DataFrame, now: pl.DataFrame, labels: dict[str, str], when: dict[str, str]) -> str:
    """The share of the commonest grade, then and now; in so few words where any grade is hidden."""
    first = rows.filter(pl.col("month_start_on") == rows["month_start_on"].min())
    if now["grade_share_pct"].null_count() or first["grade_share_pct"].null_count():
        return t("wellbeing.grades_caption")
    most = now.sort("people", descending=True, maintain_order=True).row(0, named=True)
    earlier = dict(first.select("grade", "grade_share_pct").iter_rows()).get(most["grade"], 0)
    said = {"grade": labels[most["grade"]], "now": percentage(most["grade_share_pct"])}
    if when["first"] == when["last"]:
        return t("wellbeing.grades_title_one", **said, **when)
    return t("wellbeing.grades_title", **said, then=percentage(earlier), **when)
