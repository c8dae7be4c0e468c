"""How heavy, what waits, what changed, where to look: words and small pictures, no charts."""

import streamlit as st

from dashboards.components import explained, figures, filters, page, states
from dashboards.queries import overview as questions
from dashboards.sections.overview import cases, lines, load, outstanding
from dashboards.text import number, t

_MONTHS_SHOWN = "two_years"


@states.living_fragment
def panels(status: dict) -> None:
    """Everything under the question, drawn anew when a filter changes."""
    chosen = filters.bar(
        status, "weight_scheme", "weights", "time_window", "comparison", period=_MONTHS_SHOWN
    )
    loads = questions.load_in_windows(chosen.time_window, chosen.comparison, chosen.weights)
    months = questions.service_months(chosen.weight_scheme, chosen.since, chosen.weights)
    waits = questions.longest_waits()
    served = lines.lines_with_work(months)
    if not served:
        states.nothing_found()
        return
    first, others = served[0], served[1:]
    with states.guarded("overview lead"):
        words = cases.waiting_words(waits, first["id"])
        st.html(f'<p class="mw-lead">{load.lead(loads, first, words, status, chosen)}</p>')
        if not status["has_assignments"]:
            states.not_delivered(t("overview.no_assignments"))
        stocks = cases.stock_figures(months, first["id"], chosen)
        heavy = load.load_figure(loads, first["id"], chosen)
        figures.row([heavy, *stocks, load.staff_figure(loads, first["id"], chosen)])
    with states.guarded("overview offices"):
        load.offices(loads, first, status, chosen)
    with states.guarded("overview changed"):
        cases.changed(loads, months, first, status, chosen)
    with states.guarded("overview other lines"):
        lines.other_lines(loads, months, others, status, chosen)
    with states.guarded("overview where to look"):
        outstanding.where_to_look(loads, waits, first, status, chosen)
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
    series = questions.published_series()
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
