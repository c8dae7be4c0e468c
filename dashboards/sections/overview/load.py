"""The Overview's load: the lead sentence, the head figures, the offices side by side, the other lines."""

from html import escape

import polars as pl
import streamlit as st

from dashboards import queries
from dashboards.charts.backlog_readings import is_month_end
from dashboards.charts.readings import SAME_WITHIN_PCT
from dashboards.components import explained, panels, pictures
from dashboards.components.figures import Figure
from dashboards.components.filters import Chosen
from dashboards.queries.overview import COMPARED
from dashboards.sections import part_names
from dashboards.sections.overview import comparing
from dashboards.svg.ranges import Scale, range_dot, scale_marks
from dashboards.text import day, label, month, number, percentage, plural, signed, t


def when(row: dict, time_window: str) -> str:
    """The window in words: "On 30 June 2026", "In June 2026 so far (3 days)"."""
    start, end = row["window_start_on"], row["window_end_on"]
    days = (end - start).days + 1
    key = f"overview.in_{time_window}"
    if time_window == "month":
        key += "_whole" if is_month_end(end) else "_first_day" if days == 1 else ""
    return t(key, end=day(end), month=month(end), days=days)


def than(chosen: Chosen) -> str:
    """What is compared with, in words."""
    return t(f"overview.than_{COMPARED[chosen.time_window, chosen.comparison]}")


def rows_compared(loads: pl.DataFrame, line: str, chosen: Chosen) -> tuple[dict | None, dict | None]:
    """The rows of all offices together in the chosen window and in the one compared with."""
    windows = (chosen.time_window, COMPARED[chosen.time_window, chosen.comparison])
    now, then = (comparing.load_row(loads, window, line, chosen.weight_scheme) for window in windows)
    return now, then


def lead(loads: pl.DataFrame, line: dict, waiting_words: str, status: dict, chosen: Chosen) -> str:
    """The sentence that answers the page's question, as HTML; only the figure is emphasised."""
    now, then = rows_compared(loads, line["id"], chosen)
    if now is None or now["workload_pct"] is None:
        reason = "overview.no_capacity" if status["has_contracts"] else "overview.no_contracts"
        return f"{escape(t(reason))} {escape(waiting_words)}"
    change = comparing.difference(now["workload_pct"], then and then["workload_pct"])
    ending = comparing.change_in_words(change, comparing.SAME_WITHIN_POINTS)
    points = number(abs(change), 1) if change is not None else ""
    said = t(
        "overview.lead",
        when=escape(when(now, chosen.time_window)),
        line=escape(_inside_sentence(label(line))),
        percentage=percentage(now["workload_pct"]),
    )
    return said + escape(t(f"overview.lead_{ending}", points=points, than=than(chosen)) + " " + waiting_words)


def _inside_sentence(words: str) -> str:
    return words[:1].lower() + words[1:]


def load_figure(loads: pl.DataFrame, line: str, chosen: Chosen) -> Figure:
    """The head figure of the load, with its change and the basis of the weights."""
    now, then = rows_compared(loads, line, chosen)
    basis = explained.basis(chosen.weight_scheme)
    if now is None or now["workload_pct"] is None:
        return Figure(t("overview.load"), t("overview.no_capacity_short"), note=basis, state="missing")
    change = comparing.difference(now["workload_pct"], then and then["workload_pct"])
    words = (
        "" if change is None else t("overview.points_against", points=signed(change, 1), than=than(chosen))
    )
    return Figure(
        t("overview.load"), percentage(now["workload_pct"]), t("overview.of_capacity"), words, basis
    )


def staff_figure(loads: pl.DataFrame, line: str, chosen: Chosen) -> Figure:
    """The head figure of the staff: available of contracted full-time equivalents."""
    now, _ = rows_compared(loads, line, chosen)
    if now is None or not now["contract_fte"]:
        return Figure(t("overview.available"), t("overview.no_capacity_short"), state="missing")
    contract = t("overview.of_contract", fte=number(now["contract_fte"]))
    return Figure(t("overview.available"), number(now["available_fte"]), t("overview.fte"), note=contract)


def offices(loads: pl.DataFrame, line: dict, status: dict, chosen: Chosen) -> None:
    """Every office in its fixed order: load, range over the schemes, and whether it stands apart."""
    ranges = comparing.load_ranges(loads, chosen.time_window, line["id"], chosen.weight_scheme)
    whole = ranges.get(None)
    if whole is None or not whole.is_known:
        return
    now, _ = rows_compared(loads, line["id"], chosen)
    title = offices_title([found.stands for office, found in ranges.items() if office])
    subtitle = t(
        "overview.offices_subtitle",
        line=label(line),
        when=_inside_sentence(when(now, chosen.time_window)),
        scheme=chosen.label("weight_scheme"),
        count=len(queries.choices("weight_scheme")),
        alike=SAME_WITHIN_PCT,
    )
    watermark = t("common.synthetic") if status["is_synthetic"] else ""
    panels.heading(title, subtitle, watermark)
    pictures.inline(offices_strip(ranges, watermark))
    level = t("overview.offices_level", low=percentage(whole.low), high=percentage(whole.high))
    st.html(f'<p class="mw-quiet">{escape(level)} {escape(t("overview.offices_order"))}</p>')


def offices_title(stands: list[str]) -> str:
    """How many offices are heavier or lighter than the whole under every scheme, or that none is."""
    heavier, lighter = stands.count("heavier"), stands.count("lighter")
    if heavier and lighter:
        return plural("overview.offices_both", heavier, lighter=number(lighter))
    for side, count in (("heavier", heavier), ("lighter", lighter)):
        if count:
            return plural(f"overview.offices_{side}", count)
    return t("overview.offices_indistinct")


def offices_strip(ranges: dict, watermark: str) -> str:
    """The strip as an accessible table in HTML; the whole stands last, under a rule."""
    known = [found for found in ranges.values() if found.is_known and found.beside is not None]
    scale = Scale.over([edge for found in known for edge in (found.beside_low, found.beside_high)])
    said = t("overview.scale_words", low=f"{scale.low:.0f}", high=f"{scale.high:.0f}")
    head = scale_marks(scale, said, watermark, t("overview.scale_hundred"))
    rows = [
        _row([t("overview.head_office"), head, t("overview.head_load"), t("overview.head_range")], head=True)
    ]
    for office, name in part_names().items():
        if office in ranges:
            found = ranges[office]
            rows.append(_office_row(name, found, found.stands, scale, watermark))
    rows.append(_office_row(t("overview.whole"), ranges[None], "whole", scale, watermark))
    return f'<div class="mw-offices" role="table">{"".join(rows)}</div>'


def _office_row(name: str, found: comparing.LoadRange, stands: str, scale: Scale, watermark: str) -> str:
    if not found.is_known or found.beside is None:
        return _row([escape(name), "", "–", escape(t("overview.stands_unknown"))])
    low, high, load = percentage(found.low), percentage(found.high), percentage(found.workload_pct)
    beside = {"beside_low": number(found.beside_low), "beside_high": number(found.beside_high)}
    words = t("overview.range_words", office=name, percentage=load, low=low, high=high, **beside)
    words += f" ({watermark})" if watermark else ""
    is_apart = stands in ("heavier", "lighter")
    ends = (found.beside_low, found.beside_high, found.beside)
    picture = range_dot(*ends, scale, words, is_apart or stands == "whole", SAME_WITHIN_PCT)
    judged = t(f"overview.stands_{stands}", low=number(found.low), high=high)
    return _row([escape(name), picture, load, escape(judged)], is_apart=is_apart, is_whole=stands == "whole")


def _row(cells: list[str], head: bool = False, is_apart: bool = False, is_whole: bool = False) -> str:
    role = "columnheader" if head else "cell"
    kind = "mw-whole" if is_whole else "mw-apart" if is_apart else ""
    drawn = "".join(f'<div role="{role}">{cell}</div>' for cell in cells)
    return f'<div role="row" class="{kind}">{drawn}</div>'
