"""What changes in which week, in words and as a table: cases that end and age, and capacity's steps."""

import polars as pl

from dashboards import queries
from dashboards.charts import ahead_readings
from dashboards.panel import Fold, Panel, Table
from dashboards.panels import few
from dashboards.panels.outlook import frames
from dashboards.panels.weights import unit
from dashboards.text import day, listed, number, plural, signed, t
from dashboards.view import View

STEPS = {"contract_fte_avg": "contracts", "reduced_fte_avg": "leave", "uncounted_fte_avg": "grades"}


@frames.of_offices
def what_changes(view: View) -> Panel | None:
    """Sentences on work and on capacity, and a row per week ahead; none where no week has either."""
    weeks, work, cases = frames.weeks(view), frames.booked_work(view), frames.open_cases(view)
    if not weeks["is_booked"].any():
        return None
    read = ahead_readings.ahead_reading(weeks, view.choice.horizon)
    why = ahead_readings.work_reading(work, view.choice.horizon)
    shows_capacity = view.status.has_contracts and not few.is_any(weeks)
    capacity = capacity_sentences(read) if shows_capacity else []
    contracts = contract_sentences(weeks, view) if shows_capacity else []
    is_weighed = not frames.is_unweighed(view)
    weighed = weight_sentences(why, unit(view)) if is_weighed else []
    more = [*weighed, *week_sentences(weeks, work, view.choice.horizon), *contracts]
    return Panel(
        "outlook_weeks",
        title=_title(why["ending_cases"], cases),
        subtitle=t("outlook.changes_subtitle", **frames.area_words(view), day=day(read["then_on"])),
        items=(*work_sentences(why, cases), *capacity),
        fold=Fold(t("outlook.more_changes"), tuple(more)),
        table=_week_table(weeks, work, view, shows_work=is_weighed, shows_capacity=shows_capacity),
        marts=("fct_area_line_outlook_weeks", "fct_area_booked_weeks"),
    )


def _title(ending: int, cases: dict) -> str:
    """How many carried cases are due to end in the weeks ahead, and how many have no end ahead."""
    if not cases["carried_cases"]:
        return t("outlook.changes_carried_none")
    stay = cases["without_end_cases"] + cases["past_end_cases"]
    counts = {"ending": ending, "stay": stay}
    said = (
        plural(f"outlook.changes_{name}", count) if count else t(f"outlook.changes_{name}_none")
        for name, count in counts.items()
    )
    return "; ".join(said)


def work_sentences(why: dict, cases: dict) -> list[str]:
    """Why work moves: cases that end, cases that stay; and what is not in it."""
    without, past = cases["without_end_cases"], cases["past_end_cases"]
    stay = {"stay": number(without + past), "without": number(without), "past": number(past)}
    ending = {"ending": number(why["ending_cases"]), "carried": number(cases["carried_cases"])}
    if not cases["carried_cases"]:
        return [t("outlook.carried_none"), _not_included(cases)]
    return [
        t("outlook.ending", **ending) if why["ending_cases"] else t("outlook.ending_none", **ending),
        t("outlook.staying", **stay) if without + past else t("outlook.staying_none"),
        _not_included(cases),
    ]


def _not_included(cases: dict) -> str:
    nobodys = {name: number(cases[f"{name}_cases"]) for name in ("waiting", "uncovered")}
    if not cases["received_months"]:
        return t("outlook.no_new_cases_unknown", **nobodys)
    received = number(cases["received_cases"])
    return plural("outlook.no_new_cases", cases["received_months"], received=received, **nobodys)


def weight_sentences(why: dict, in_units: str) -> list[str]:
    """What the booked work weighs: carried cases that grow older, and tasks."""
    tasks = {when: number(why[f"task_units_{when}"]) for when in ("now", "then")}
    of_tasks = t("outlook.tasks", **tasks, unit=in_units)
    if why["weight_now"] is None or why["weight_then"] is None:
        return [of_tasks]
    # weights are assumed: they carry no second decimal
    weights = {when: number(why[f"weight_{when}"], 1) for when in ("now", "then")}
    return [t("outlook.ageing", **weights, unit=in_units), of_tasks]


def capacity_sentences(read: dict) -> list[str]:
    """Capacity's steps as sums over the area; none where one of them is not known."""
    changes = {
        name: signed(_change(read, column), 1) for column, name in STEPS.items() if _is_known(read, column)
    }
    if len(changes) < len(STEPS):
        return []
    return [f"{t('outlook.capacity_steps', **changes)} {t('outlook.leave_unknown')}"]


def week_sentences(weeks: pl.DataFrame, work: pl.DataFrame, horizon: int) -> list[str]:
    """In which week most cases end; nothing where none does."""
    fullest = ahead_readings.fullest_week(weeks, work, horizon)
    return [t("outlook.fullest_week", day=day(fullest[0]), ending=number(fullest[1]))] if fullest else []


def contract_sentences(weeks: pl.DataFrame, view: View) -> list[str]:
    """In which weeks contracts begin or end."""
    level_fte = queries.noise_level(view.reader, "booked_fte")
    steps = [
        t("outlook.contract_step", day=day(when), fte=signed(change, 1))
        for when, change in ahead_readings.contract_steps(weeks, view.choice.horizon, level_fte)
    ]
    return [t("outlook.contract_weeks", weeks=listed(steps)) if steps else t("outlook.no_contract_weeks")]


def _week_table(
    weeks: pl.DataFrame, work: pl.DataFrame, view: View, *, shows_work: bool, shows_capacity: bool
) -> Table:
    columns = {
        "first_day_on": t("outlook.column_week"),
        "ending_cases": t("outlook.column_ending"),
        "active_cases_avg": t("outlook.column_carried"),
    }
    if shows_work:
        columns["case_units_avg"] = t("outlook.column_case_work")
        columns["task_units_avg"] = t("outlook.column_task_work")
    if shows_capacity:
        columns["capacity_units_avg"] = t("outlook.column_capacity")
        columns |= {column: t(f"outlook.column_{name}") for column, name in STEPS.items()}
    caption = t("outlook.weeks_caption", unit=unit(view))
    return Table(_week_rows(weeks, work, view.choice.horizon), columns, caption=caption)


def _week_rows(weeks: pl.DataFrame, work: pl.DataFrame, horizon: int) -> pl.DataFrame:
    ahead = weeks.filter(pl.col("is_booked") & (pl.col("weeks_ahead") <= horizon))
    return ahead.join(work.drop("active_cases_avg"), on="weeks_ahead", how="left").with_columns(
        pl.col("ending_cases", "case_units_avg", "task_units_avg").fill_null(0)
    )


def _change(read: dict, column: str) -> float:
    change = read[f"{column}_then"] - read[f"{column}_now"]
    # what is reduced or does not count lessens capacity
    return change if column == "contract_fte_avg" else -change


def _is_known(read: dict, column: str) -> bool:
    return read[f"{column}_then"] is not None and read[f"{column}_now"] is not None
