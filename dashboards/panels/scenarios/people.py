"""How many people are above the highest threshold of workload, as counted and under both scenarios."""

from dashboards.charts.queue import band_lines
from dashboards.panel import Link, Panel, Table
from dashboards.panels.parts import place_chosen
from dashboards.panels.scenarios.months import DRAWN, both_bands, rows_of
from dashboards.panels.scenarios.sides import Sides
from dashboards.panels.weights import basis
from dashboards.queries import staff as questions
from dashboards.text import number, percentage, t

# What a download calls the columns, whose outcome is another there.
_NAMES = {
    "amount_was": "people_was",
    "scenario_low": "people_scenario_low",
    "scenario_amount": "people_scenario",
    "scenario_high": "people_scenario_high",
    "beside_low": "people_beside_low",
    "beside_amount": "people_beside",
    "beside_high": "people_beside_high",
}


def above(both: Sides) -> Panel | None:
    """People above it by month, of all lines; None where too few are known to tell how they are spread.

    Raises:
        NotShownError: counts of people are not for every reader of the lists.
    """
    questions.people_above(both.view.reader, both.view.choice)
    if both.chosen.people is None or both.beside.people is None:
        return None
    (counted, chosen), (_, beside) = both.chosen.people, both.beside.people
    rows = rows_of(both, counted.was, chosen, beside)
    threshold = percentage(counted.threshold_pct)
    today = t("scenarios.people_today", now=number(counted.over), people=number(counted.people))
    then, other = (number(bands[1, both.last]) for bands in (chosen, beside))
    return Panel(
        "scenarios_people",
        title=t(
            f"scenarios.people_title{'_now' * both.is_beside_now}{'_alike' * (then == other)}",
            **both.words,
            threshold=threshold,
            then=then,
            other=other,
        ),
        subtitle=t("scenarios.people_subtitle", **both.words, threshold=threshold, basis=basis(both.view)),
        chart=band_lines(
            rows.rename(DRAWN),
            both_bands(both),
            both.view.look,
            {"was": t("staff.was"), "unit": t("staff.people")},
        ),
        summary=f"{today} {t('staff.people_summary', error=percentage(counted.error_pct, 1))}",
        table=Table(
            rows.rename(_NAMES),
            {
                "month_end_on": t("scenarios.column_month"),
                **{own: t(f"scenarios.column_{name}") for name, own in _NAMES.items()},
            },
            missing=t("scenarios.not_of_month"),
        ),
        links=(Link("pressure", t("staff.to_pressure"), place_chosen(both.view, "weight_scheme")),),
        marts=("fct_area_overload_series", "fct_area_line_months"),
    )
