"""What staff say in surveys of groups: by scale, by part, and over the waves. Nothing under ten answers."""

import polars as pl

from analysis.funnel import proportion_funnel
from dashboards.charts.interval_rows import interval_rows
from dashboards.panel import Panel, Table, hidden, not_delivered, nothing
from dashboards.panels.parts import named_parts, part_names, words
from dashboards.panels.wellbeing import frames
from dashboards.queries import wellbeing as questions
from dashboards.text import day, formats, number, part_of, percentage, plural, t
from dashboards.totals import TOTAL
from dashboards.view import View

FEWEST_ANSWERS = 10  # as in the models, which hide what has fewer
_MARTS = (questions.SURVEYS,)
_SHARES = {
    "amount": "problem_pct",
    "lower": "problem_lower_pct",
    "upper": "problem_upper_pct",
}


def by_scale(view: View) -> Panel | None:
    """Every scale of the last wave: the share of answers that point to a problem, and the wave before."""
    name, title = "wellbeing_scales", t("wellbeing.scales_caption")
    if not frames.has_surveys(view):
        return not_delivered(name, t("wellbeing.no_surveys"), title)
    if frames.asked(view).is_empty():
        return nothing(name, t("wellbeing.nobody_asked"), title)
    if frames.here(view).is_empty():
        said = t("wellbeing.too_few_answers", fewest=FEWEST_ANSWERS)
        return hidden(name, said, title)
    if frames.here(view).filter(pl.col("survey_group") == TOTAL).is_empty():
        return None  # groups alone, which have a panel of their own
    rows = frames.by_scale(view)
    drawn = rows.select("before_problem_pct", row="scale", **_SHARES).rename({"before_problem_pct": "before"})
    when = {"day": day(rows["wave_on"][0]), "before": day(rows["before_on"][0])}
    inside = words("wellbeing", "amount", "none")
    return Panel(
        name,
        title=_scales_title(rows, when),
        subtitle=t("wellbeing.scales_subtitle", area=view.choice.label("office"), **when),
        chart=interval_rows(
            drawn,
            dict(rows.select("scale", "label").iter_rows()),
            view.look,
            inside | {"before": t("wellbeing.before", day=when["before"])},
        ),
        summary=_scales_summary(rows, view),
        table=Table(
            rows,
            {
                "label": t("wellbeing.column_scale"),
                **_columns(),
                "before_problem_pct": t("wellbeing.column_before"),
                "change_points": t("wellbeing.column_change"),
                "change_lower": t("wellbeing.column_change_lower"),
                "change_upper": t("wellbeing.column_change_upper"),
            },
            missing=t("wellbeing.not_known"),
            stands_for={"label": "scale"},
            on_phone=("respondents", "problem_pct"),
            digits={"answer_mean": 2, "change_points": 1, "change_lower": 1, "change_upper": 1},
        ),
        notes=(t("wellbeing.interval_note"),),
        marts=_MARTS,
    )


def by_part(view: View) -> Panel | None:
    """One scale in the last wave: every part in the fixed order, beside all of them."""
    if not frames.has_surveys(view):
        return None
    rows, names = frames.by_part(view), part_names(view)
    if rows.is_empty():
        return None
    sized = rows.rename({"problem_answers": "count", "rated": "denominator"})
    placed = proportion_funnel(sized, adjusted=False)
    whole = 100 * placed["target"][0]
    drawn = rows.select(row="part_id", **_SHARES)
    inside = words("wellbeing", "amount") | {
        "none": t("wellbeing.few_answers_cell"),
        "whole": t("wellbeing.whole", area=view.choice.label("among"), share=percentage(whole)),
    }
    said = {"scale": frames.scale_words(view), "day": day(rows["wave_on"][0])}
    difference = placed["difference"].replace_strict(_differences(), default=None, return_dtype=pl.String)
    return Panel(
        "wellbeing_parts",
        title=_parts_title(placed, said),
        subtitle=t("wellbeing.parts_subtitle", **said),
        chart=interval_rows(drawn, names, view.look, inside, whole),
        summary=_parts_summary(placed),
        table=Table(
            named_parts(rows.with_columns(survey_difference=difference), names),
            {
                "part_name": t("wellbeing.column_part"),
                **_columns(),
                "survey_difference": t("wellbeing.column_difference"),
            },
            filters=view.choice.said_of_every_part,
            missing=t("wellbeing.not_known"),
            on_phone=("respondents", "problem_pct"),
            digits={"answer_mean": 2},
        ),
        notes=(t("wellbeing.parts_note", fewest=FEWEST_ANSWERS),),
        marts=_MARTS,
    )


def by_wave(view: View) -> Panel | None:
    """One scale over the waves: everybody, and each group of which enough answered everywhere."""
    if not frames.has_surveys(view):
        return None
    rows = frames.by_wave_and_group(view)
    everybody = rows.filter(pl.col("survey_group") == TOTAL).drop_nulls("problem_pct")
    if rows.is_empty():
        return None  # the first panel says why
    keyed = rows.with_columns(
        row=pl.concat_str(pl.col("wave_on").cast(pl.String), "survey_group", separator=" ")
    )
    names = {
        row: f"{formats().brief_day(wave)}: {label or t('wellbeing.everybody')}"
        for row, wave, label in keyed.select("row", "wave_on", "group_label").iter_rows()
    }
    named = keyed.with_columns(group_label=pl.col("group_label").replace("", t("wellbeing.everybody")))
    return Panel(
        "wellbeing_waves",
        title=_waves_title(everybody, view),
        subtitle=t(
            "wellbeing.waves_subtitle", scale=frames.scale_words(view), area=view.choice.label("office")
        ),
        chart=interval_rows(
            keyed.select("row", **_SHARES), names, view.look, words("wellbeing", "amount", "none")
        ),
        table=Table(
            named,
            {
                "wave_on": t("wellbeing.column_wave"),
                "group_label": t("wellbeing.column_group"),
                **_columns(),
            },
            missing=t("wellbeing.not_known"),
            stands_for={"group_label": "survey_group"},
            on_phone=("group_label", "problem_pct"),
            digits={"answer_mean": 2},
        ),
        notes=(t("wellbeing.waves_note", fewest=FEWEST_ANSWERS),),
        marts=_MARTS,
    )


def _columns() -> dict[str, str]:
    return {
        "invited": t("wellbeing.column_invited"),
        "respondents": t("wellbeing.column_respondents"),
        "response_pct": t("wellbeing.column_response"),
        "problem_pct": t("wellbeing.column_problem"),
        "problem_lower_pct": t("wellbeing.column_lower"),
        "problem_upper_pct": t("wellbeing.column_upper"),
        "answer_mean": t("wellbeing.column_mean"),
    }


def _scales_title(rows: pl.DataFrame, when: dict[str, str]) -> str:
    """On how many scales the share moved by more than chance since the wave before."""
    compared = rows.drop_nulls("is_change")
    if compared.is_empty():
        return t("wellbeing.scales_title_first", **when)
    changed = int(compared["is_change"].sum())
    key = "wellbeing.scales_title" if changed else "wellbeing.scales_title_none"
    return t(key, changed=number(changed), scales=number(compared.height), **when)


def _scales_summary(rows: pl.DataFrame, view: View) -> str:
    """How many people answered, and of how many offices nothing is shown."""
    most = rows.sort("respondents", descending=True, maintain_order=True).row(0, named=True)
    said = t(
        "wellbeing.scales_summary",
        respondents=number(most["respondents"]),
        invited=number(most["invited"]),
        response=percentage(most["response_pct"]),
    )
    few = frames.hidden_offices(view, most["wave_on"])
    return f"{said} {plural('wellbeing.hidden_offices', few, fewest=FEWEST_ANSWERS)}" if few else said


def _differences() -> dict[str, str]:
    ends = ("above_inner", "above_outer", "below_inner", "below_outer", "none")
    return {one: t(f"wellbeing.difference_{one}") for one in ends}


def _parts_title(placed: pl.DataFrame, said: dict[str, str]) -> str:
    """How many parts lie outside the wide limits around all of them together."""
    outer = placed.filter(pl.col("difference").str.ends_with("outer")).height
    if placed.height < 2:
        return t("wellbeing.parts_title_one", **said)
    if not outer:
        return t("wellbeing.parts_title_none", **said)
    return part_of("wellbeing.parts_title", outer, placed.height, outside=number(outer), **said)


def _parts_summary(placed: pl.DataFrame) -> str:
    inner = placed.filter(pl.col("difference") != "none").height
    if placed.height < 2:
        return ""
    return t("wellbeing.parts_summary", inner=number(inner), known=number(placed.height))


def _waves_title(everybody: pl.DataFrame, view: View) -> str:
    if everybody.is_empty():
        return t("wellbeing.waves_caption")
    first, last = everybody.row(0, named=True), everybody.row(-1, named=True)
    said = {
        "scale": frames.scale_words(view),
        "now": percentage(last["problem_pct"]),
        "last": day(last["wave_on"]),
    }
    if everybody.height == 1:
        return t("wellbeing.waves_title_one", **said)
    return t(
        "wellbeing.waves_title", then=percentage(first["problem_pct"]), first=day(first["wave_on"]), **said
    )
