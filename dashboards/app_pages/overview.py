"""How heavy, what waits, what changed, where to look: words and small pictures, no charts."""

import streamlit as st

from dashboards.components import explained, figures, filters, page, states
from dashboards.queries import overview as asked
from dashboards.sections import overview_cases, overview_lines, overview_load, overview_look
from dashboards.text import number, t

_MONTHS_SHOWN = "two_years"


@states.living_fragment
def panels(status: dict) -> None:
    """Everything under the question, drawn anew when a filter changes."""
    chosen = filters.bar(
        status, "weight_scheme", "weights", "time_window", "comparison", period=_MONTHS_SHOWN
    )
    loads = asked.load_in_windows(chosen.time_window, chosen.comparison, chosen.weights)
    months = asked.service_months(chosen.weight_scheme, chosen.since, chosen.weights)
    waits = asked.longest_waits()
    lines = overview_lines.lines_with_work(months)
    if not lines:
        states.nothing_found()
        return
    first, others = lines[0], lines[1:]
    with states.guarded("overview lead"):
        words = overview_cases.waiting_words(waits, first["id"])
        st.html(f'<p class="mw-lead">{overview_load.lead(loads, first, words, status, chosen)}</p>')
        if not status["has_assignments"]:
            states.not_delivered(t("overview.no_assignments"))
        stocks = overview_cases.stock_figures(months, first["id"], chosen)
        load = overview_load.load_figure(loads, first["id"], chosen)
        figures.row([load, *stocks, overview_load.staff_figure(loads, first["id"], chosen)])
    with states.guarded("overview offices"):
        overview_load.offices(loads, first, status, chosen)
    with states.guarded("overview changed"):
        overview_cases.changed(loads, months, first, status, chosen)
    with states.guarded("overview other lines"):
        overview_lines.other_lines(loads, months, others, status, chosen)
    with states.guarded("overview where to look"):
        overview_look.where_to_look(loads, waits, first, status, chosen)
    explained.how_computed(
        "overview",
        chosen.weight_scheme,
        fct_office_line_windows=["workload_units_avg", "capacity_units_avg", "workload_pct"],
        fct_case_flow_months=["received_cases", "ended_cases", "waiting_cases_end", "uncovered_cases_end"],
    )


def published_only(status: dict) -> None:
    """What can be said without any case."""
    page.status_line(status)
    states.not_delivered(t("overview.no_cases"))
    series = asked.published_series()
    if not series["series"]:
        states.not_delivered(t("overview.nothing_delivered"))
        return
    key = "overview.published_only" if series["offices"] else "overview.published_whole"
    years = {"first": series["first_on"].year, "last": series["last_on"].year}
    states.note(t(key, series=number(series["series"]), offices=number(series["offices"]), **years))
    to = "offices" if series["offices"] else "about"
    st.page_link(f"app_pages/{to}.py", label=t(f"overview.to_{to}"), icon=":material/arrow_forward:")


status = page.opening("overview")
if status is not None:
    if status["has_cases"]:
        panels(status)
    else:
        published_only(status)
