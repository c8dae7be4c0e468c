"""The rows that several panels of the page are made from: answers put together by area, wave and scale."""

from datetime import date

import polars as pl

from analysis.surveys import compared, pooled
from dashboards import queries
from dashboards.choice import SERVICE
from dashboards.filters.filter import known_rank
from dashboards.filters.survey_choices import scales
from dashboards.panels.parts import labelled
from dashboards.queries import wellbeing as questions
from dashboards.totals import TOTAL
from dashboards.view import View


def has_surveys(view: View) -> bool:
    """Whether surveys were delivered at all."""
    return queries.has_mart(view.reader, questions.SURVEYS)


def answers(view: View) -> pl.DataFrame:
    """Every group of which something is shown, with `part_id`: the office, or its region, that is compared.

    `is_here`: whether it is of the area looked at; `is_among`: of the one whose parts are compared.
    """
    office = {row["id"]: row["parent_id"] for row in queries.choices(view.reader, "office")}
    among, area = view.choice.among, view.choice.area
    rows = questions.survey_waves(view.reader).filter("is_shown")
    parent = pl.col("office_id").replace_strict(office, default=None, return_dtype=pl.String)
    return rows.with_columns(
        part_id=pl.when(parent == among).then("office_id").otherwise(parent),
        is_among=pl.lit(among == SERVICE) | (parent == among),
        is_here=pl.lit(area == SERVICE) | (pl.col("office_id") == area) | (parent == area),
    )


def here(view: View) -> pl.DataFrame:
    """The groups of the area looked at."""
    return answers(view).filter("is_here")


def scale(view: View) -> str:
    """The scale chosen, else the first."""
    return view.choice.of("survey_scale") or next(iter(scales(view.reader)), "")


def scale_words(view: View) -> str:
    """What the scale chosen is called."""
    return queries.label_of(view.reader, "survey_scale", scale(view))


def by_scale(view: View) -> pl.DataFrame:
    """One row per scale in the last wave of the area that has everybody together, beside the one before.

    The columns of `analysis.surveys.compared`, `before_on` and `label`; in the catalogue's order.
    """
    everybody = here(view).filter(pl.col("survey_group") == TOTAL)
    known = everybody["wave_on"].unique().sort().to_list()
    last, before = known[-1], (known[-2] if len(known) > 1 else None)
    now = pooled(everybody.filter(pl.col("wave_on") == last), ["scale"])
    then = pooled(everybody.filter(pl.col("wave_on") == before), ["scale"])
    ranks = {one: rank for rank, one in enumerate(scales(view.reader))}
    rows = compared(now, then, ["scale"]).with_columns(
        wave_on=pl.lit(last), before_on=pl.lit(before, pl.Date)
    )
    named = rows.with_columns(label=labelled(view, "survey_scale", rows["scale"]))
    return named.sort(pl.col("scale").replace_strict(ranks, return_dtype=pl.Int64))


def by_part(view: View) -> pl.DataFrame:
    """One row per part with answers on the scale chosen in the last wave of all parts compared together."""
    is_asked = (pl.col("survey_group") == TOTAL) & (pl.col("scale") == scale(view))
    rows = answers(view).filter(is_asked & pl.col("is_among"))
    return pooled(rows.filter(pl.col("wave_on") == pl.col("wave_on").max()), ["wave_on", "part_id"])


def by_wave_and_group(view: View) -> pl.DataFrame:
    """One row per wave and group ('' = everybody) of the area on the scale chosen, with `group_label`."""
    rows = pooled(here(view).filter(pl.col("scale") == scale(view)), ["wave_on", "survey_group"])
    ranks = {group: known_rank("survey_group", group) for group in rows["survey_group"].unique()}
    order = [TOTAL, *sorted(filter(None, ranks), key=ranks.__getitem__)]
    place = pl.col("survey_group").replace_strict(order, range(len(order)), return_dtype=pl.Int64)
    return rows.with_columns(group_label=labelled(view, "survey_group", rows["survey_group"])).sort(
        "wave_on", place
    )


def staff_months(view: View) -> pl.DataFrame:
    """What is delivered of the people by month, see `queries.wellbeing.staff_months`."""
    return questions.staff_months(view.reader)


def offices_here(view: View) -> list[str]:
    """The offices of the area looked at, in the fixed order."""
    area = view.choice.area
    rows = queries.choices(view.reader, "office")
    return [row["id"] for row in rows if area == SERVICE or area in (row["id"], row["parent_id"])]


def asked(view: View) -> pl.DataFrame:
    """Every group of the area that was asked, shown or not."""
    return questions.survey_waves(view.reader).filter(pl.col("office_id").is_in(offices_here(view)))


def hidden_offices(view: View, wave: date) -> int:
    """Of how many offices of the area asked in a wave nothing is shown."""
    rows = asked(view).filter(pl.col("wave_on") == wave)
    return rows["office_id"].n_unique() - rows.filter("is_shown")["office_id"].n_unique()
