"""Figures with the interval of each: a row per group, in the order given, and the figure of all as a line."""

import polars as pl

from dashboards.charts import palette
from dashboards.charts.ranges import CHOSEN_MARK, REST_MARK
from dashboards.charts.style import LINE, SMALL, Figure, Look, figure, key, note

ROW = 42  # pixels: the words of a row are over its band, so that a phone has the full width for it
LEAST_REACH = 10


def interval_rows(
    frame: pl.DataFrame,
    names: dict[str, str],
    look: Look,
    words: dict[str, str],
    whole: float | None = None,
    *,
    is_share: bool = True,
) -> Figure:
    """Per row of ``names`` (id -> words) a band from ``lower`` to ``upper``, its figure as a dot, from zero.

    ``frame``: ``row``, ``amount``, ``lower``, ``upper``, and where there is an earlier one ``before``, a grey
    dot; per cent where ``is_share``, else a count. ``whole``: a figure, as a quiet line across. ``words``:
    ``amount``, ``none`` (said of a row without figures), and ``before`` and ``whole`` where there are such.
    """
    rows = frame.filter(pl.col("row").is_in(list(names))).drop_nulls("amount")
    has_before = "before" in rows.columns and rows["before"].null_count() < rows.height
    named = [(palette.BLUE, "●", words["amount"])]
    named += [(palette.NOTE, "●", words["before"])] if has_before else []
    named += [(palette.NOTE, "│", words["whole"])] if whole is not None else []
    sign = look.percent_sign if is_share else ""
    return figure(
        [
            _bands(rows, names),
            *([_dots(rows.drop_nulls("before"), "before", names, sign, REST_MARK)] if has_before else []),
            _dots(rows, "amount", names, sign, CHOSEN_MARK),
        ],
        look,
        52 + LINE * len(named) + ROW * len(names),
        annotations=[key(named), *_heads(rows, names, look, sign, words["none"])],
        shapes=[] if whole is None else [_across(whole)],
        xaxis={
            "range": [0, _reach(rows, is_share=is_share)],
            "ticksuffix": sign,
            "nticks": 5,
            "tickangle": 0,
            "fixedrange": True,
            "zeroline": True,
            "showgrid": True,
        },
        yaxis={
            "type": "category",
            "categoryorder": "array",
            "categoryarray": list(names.values())[::-1],
            "range": [-0.4, len(names) - 0.2],
            "visible": False,
            "fixedrange": True,
        },
        margin={"t": LINE * (len(named) + 1) + 12, "l": 16, "r": 16},
        mark_lift=LINE * len(named) + 8,
    )


def _reach(rows: pl.DataFrame, *, is_share: bool) -> float:
    """Whole tens, up to what the highest band reaches."""
    ends = [rows[name].max() or 0 for name in ("upper", "before") if name in rows.columns]
    reach = 10.0 * (max([*ends, LEAST_REACH - 1]) // 10 + 1)
    return min(reach, 100.0) if is_share and max(ends) <= 100 else reach


def _bands(rows: pl.DataFrame, names: dict[str, str]) -> Figure:
    x, y = [], []
    for row, low, high in rows.select("row", "lower", "upper").iter_rows():
        x += [low, high, None]
        y += [names[row], names[row], None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": palette.BLUE, "width": 9},
        "opacity": 0.35,
    }


def _dots(rows: pl.DataFrame, amount: str, names: dict[str, str], sign: str, mark: Figure) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows[amount].to_list(),
        "y": [names[row] for row in rows["row"]],
        "hovertemplate": f"%{{y}}: <b>%{{x:,.0f}}{sign}</b><extra></extra>",
        "cliponaxis": False,
        "marker": mark,
    }


def _heads(rows: pl.DataFrame, names: dict[str, str], look: Look, sign: str, none: str) -> list[Figure]:
    """Over each row its name at the left, and its figure with both ends of its band at the right."""
    said = {
        row: f"<b>{look.number(amount)}{sign}</b>  {look.number(low)}–{look.number(high)}{sign}"
        for row, amount, low, high in rows.select("row", "amount", "lower", "upper").iter_rows()
    }
    heads = []
    for row, name in names.items():
        heads.append(_head(name, 0, name, "left", palette.INK))
        heads.append(_head(said.get(row, f"<i>{none}</i>"), 1, name, "right", palette.NOTE))
    return heads


def _head(text: str, x: int, name: str, xanchor: str, colour: str) -> Figure:
    anchor = {"xref": "paper", "xanchor": xanchor, "yref": "y", "yanchor": "bottom", "yshift": 6}
    return note(text, x, name, **anchor, font={"size": SMALL, "color": colour})


def _across(whole: float) -> Figure:
    ends = {"xref": "x", "x0": whole, "x1": whole, "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "line", "layer": "below", "line": {"color": palette.NOTE, "width": 1}} | ends
