"""Offices or regions side by side, each as a dot with its range over the weight schemes."""

from html import escape

from dashboards.panels import few
from dashboards.panels.overview.comparing import LoadRange
from dashboards.svg.ranges import Scale, range_dot, scale_marks
from dashboards.text import number, percentage, t


def offices_strip(ranges: dict[str, LoadRange], names: dict[str, str], watermark: str) -> str:
    """The strip as an accessible table in HTML; the whole comes last, under a rule."""
    known = [one for one in ranges.values() if one.is_known and one.beside is not None]
    scale = Scale.over([edge for one in known for edge in (one.beside_low, one.beside_high)])
    scale_words = t("overview.scale_words", low=f"{scale.low:.0f}", high=f"{scale.high:.0f}")
    head = scale_marks(scale, scale_words, watermark, t("overview.scale_hundred"))
    rows = [
        _row([t("overview.head_office"), head, t("overview.head_load"), t("overview.head_range")], head=True)
    ]
    for part, name in names.items():
        if part in ranges:
            rows.append(_part_row(name, ranges[part], ranges[part].standing, scale, watermark))
    rows.append(_part_row(t("overview.whole"), ranges[""], "whole", scale, watermark))
    return f'<div class="mw-offices" role="table">{"".join(rows)}</div>'


def _part_row(name: str, found: LoadRange, standing: str, scale: Scale, watermark: str) -> str:
    if not found.is_known or found.beside is None:
        reason = few.cell() if found.is_of_few else t("overview.stands_unknown")
        return _row([escape(name), "", "–", escape(reason)])
    low, high, load = percentage(found.low), percentage(found.high), percentage(found.workload_pct)
    beside = {"beside_low": number(found.beside_low), "beside_high": number(found.beside_high)}
    words = t("overview.range_words", office=name, percentage=load, low=low, high=high, **beside)
    words += f" ({watermark})" if watermark else ""
    is_apart, is_whole = standing in ("heavier", "lighter"), standing == "whole"
    ends = (found.beside_low, found.beside_high, found.beside)
    picture = range_dot(*ends, scale, words, is_apart or is_whole, found.alike_pct)
    judged = t(f"overview.stands_{standing}", low=number(found.low), high=high)
    return _row([escape(name), picture, load, escape(judged)], is_apart=is_apart, is_whole=is_whole)


def _row(cells: list[str], head: bool = False, is_apart: bool = False, is_whole: bool = False) -> str:
    role = "columnheader" if head else "cell"
    style = "mw-whole" if is_whole else "mw-apart" if is_apart else ""
    drawn = "".join(f'<div role="{role}">{cell}</div>' for cell in cells)
    return f'<div role="row" class="{style}">{drawn}</div>'
