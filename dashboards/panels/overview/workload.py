"""The Overview's workload: the sentence that answers the question, head figures, offices side by side."""

from html import escape

from dashboards import queries
from dashboards.choice import SERVICE
from dashboards.panel import HeadFigure, Panel, State
from dashboards.panels import compared, few, unweighed
from dashboards.panels.overview import comparing, frames, strip
from dashboards.panels.overview.cases import nobodys_cases_lead, stock_figures, waiting_words
from dashboards.panels.overview.windows import pct_compared, row_now, when
from dashboards.panels.parts import service_parts
from dashboards.panels.weights import basis
from dashboards.text import number, percentage, plural, t
from dashboards.view import View


def lead(view: View) -> Panel:
    """The sentence that answers the page's question, and the head figures."""
    line = frames.first_line(view)
    waits = waiting_words(view, line["id"])
    status = view.status
    return Panel(
        "overview_lead",
        lead=lead_html(view, line, waits),
        state=State.SHOWN if status.has_assignments else State.NOT_DELIVERED,
        said="" if status.has_assignments else t("overview.no_assignments"),
        head_figures=(load_figure(view, line), *stock_figures(view, line["id"]), staff_figure(view, line)),
        marts=("fct_area_line_windows", "fct_area_clearance_months", "fct_area_open_cases"),
        explains=(
            "workload_units_avg",
            "capacity_units_avg",
            "workload_pct",
            "open_cases_end",
            "waiting_cases_end",
            "uncovered_cases_end",
        ),
    )


def lead_html(view: View, line: dict, waits: str) -> str:
    """The sentence that answers the page's question, as HTML; only the figure is emphasised.

    Where there is no percentage, or at least half of the open cases have nobody, those cases come first.
    """
    now = row_now(view, line["id"])
    if now is not None and now["is_of_few"]:
        return escape(f"{waits} {few.sentence()}")
    if now is None or now["workload_pct"] is None:
        return escape(f"{waits} {t(_why_unknown(now, view))}")
    beside = pct_compared(view, line["id"])
    change = comparing.difference(now["workload_pct"], beside)
    ending = comparing.change_in_words(change, queries.noise_level(view.reader, "workload_points"))
    points = number(abs(change), 1) if change is not None else ""
    sentence = t(
        "overview.lead",
        when=escape(when(now, view.choice.time_window)),
        line=escape(_inside_sentence(frames.line_words(view, line))),
        percentage=percentage(now["workload_pct"]),
    )
    way = "_level" if compared.is_level(view) and change is not None else ""
    said = t(f"overview.lead_{ending}{way}", points=points, than=compared.than(view, beside))
    more = " ".join(filter(None, (said, unweighed.some_words(view, line["id"], SERVICE))))
    if nobodys_cases_lead(view, line["id"]):
        return f"{escape(waits)} {sentence}{escape(more)}"
    return f"{sentence}{escape(more)} {escape(waits)}"


def _why_unknown(now: dict | None, view: View) -> str:
    """The sentence that says why there is no percentage."""
    if not view.status.has_contracts:
        return "overview.no_contracts"
    return "overview.unweighed" if now and now["is_unweighed"] else "overview.no_capacity"


def _inside_sentence(words: str) -> str:
    return words[:1].lower() + words[1:]


def load_figure(view: View, line: dict) -> HeadFigure:
    """The head figure of the workload, with its change and the basis of the weights."""
    now = row_now(view, line["id"])
    if now is not None and now["is_of_few"]:
        return few.figure(t("overview.load"))
    if now is None or now["workload_pct"] is None:
        is_unweighed = now is not None and now["is_unweighed"]
        said = t("common.not_computable" if is_unweighed else "overview.no_capacity_short")
        return HeadFigure(t("overview.load"), said, note=basis(view), state="missing")
    beside = pct_compared(view, line["id"])
    change = comparing.difference(now["workload_pct"], beside)
    against = compared.change(change, beside, view)
    unit = t("overview.of_capacity")
    return HeadFigure(t("overview.load"), percentage(now["workload_pct"]), unit, against, basis(view))


def staff_figure(view: View, line: dict) -> HeadFigure:
    """The head figure of the staff: available of contracted full-time equivalents."""
    now = row_now(view, line["id"])
    if now is not None and now["is_of_few"]:
        return few.figure(t("overview.available"))
    if now is None or not now["contract_fte"]:
        return HeadFigure(t("overview.available"), t("overview.no_capacity_short"), state="missing")
    contract = t("overview.of_contract", fte=number(now["contract_fte"], 1))
    available = number(now["available_fte"], 1)
    return HeadFigure(t("overview.available"), available, t("overview.fte"), note=contract)


def offices(view: View) -> Panel | None:
    """Every office (or region) in its fixed order: load, range over the schemes, and whether it differs."""
    line, choice = frames.first_line(view), view.choice
    ranges = frames.ranges(view, line["id"])
    whole = ranges.get("")
    if whole is None or not whole.is_known or not comparing.can_compare(ranges):
        return None
    now = row_now(view, line["id"])
    subtitle = t(
        "overview.offices_subtitle",
        line=frames.line_words(view, line),
        when=_inside_sentence(when(now, choice.time_window)),
        scheme=choice.label("weight_scheme"),
        count=len(queries.choices(view.reader, "weight_scheme")),
        alike=number(whole.alike_pct),
    )
    level = t("overview.offices_level", low=percentage(whole.low), high=percentage(whole.high))
    return Panel(
        "overview_offices",
        title=offices_title([found.standing for part, found in ranges.items() if part]),
        subtitle=subtitle,
        picture=strip.offices_strip(ranges, service_parts(view), view.synthetic),
        notes=(
            f"{level} {t('overview.offices_order')}",
            *few.notes_of(one.is_of_few for one in ranges.values()),
        ),
        marts=("fct_area_line_windows",),
    )


def offices_title(standings: list[str]) -> str:
    """How many offices are heavier or lighter than the whole under every scheme, or that none is."""
    heavier, lighter = standings.count("heavier"), standings.count("lighter")
    if heavier and lighter:
        return plural("overview.offices_both", heavier, lighter=number(lighter))
    for side, count in (("heavier", heavier), ("lighter", lighter)):
        if count:
            return plural(f"overview.offices_{side}", count)
    return t("overview.offices_indistinct")
