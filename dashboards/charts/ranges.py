"""What the choice of a weight scheme does: the range of results for every office, and each scheme's dot."""

from collections.abc import Mapping

import polars as pl

from dashboards.charts import palette
from dashboards.charts.small_multiples import percentage_scale
from dashboards.charts.style import SMALL, Figure, Look, figure, note

REST_MARK = {"color": palette.REST, "size": 7}
CHOSEN_MARK = {"color": palette.BLUE, "size": 11}


def schemes_ranges(
    frame: pl.DataFrame,
    names: dict[str, str],
    look: Look,
    words: dict[str, str],
    why: Mapping[str, str] | None = None,
) -> Figure:
    """Per office, in the fixed order, the lowest to the highest percentage over all weight schemes.

    ``frame``: ``part_id``, ``weight_scheme``, ``scheme_label``, ``workload_pct``, ``is_chosen``. The
    chosen scheme is the large dot; grey dots are the others. ``words``: ``balance``, ``no_figure``.
    ``why``: words for offices of which there is another reason for no figure.
    """
    known = frame.drop_nulls("workload_pct").filter(pl.col("part_id").is_in(list(names)))
    bounds = known.group_by("part_id").agg(
        low=pl.col("workload_pct").min(), high=pl.col("workload_pct").max()
    )
    return _ranges(known, {row[0]: row[1:] for row in bounds.iter_rows()}, names, "part_id", look, words, why)


def schemes_dots(frame: pl.DataFrame, look: Look, words: dict[str, str]) -> Figure:
    """One office under every weight scheme, a row per scheme; the same columns as ``schemes_ranges``.

    Each percentage is written at the right.
    """
    names = dict(frame.select("weight_scheme", "scheme_label").iter_rows())
    known = frame.drop_nulls("workload_pct")
    drawn = _ranges(known, {}, names, "weight_scheme", look, words)
    anchor = {"xref": "paper", "xanchor": "left", "xshift": 8, "yref": "y", "font": {"size": SMALL}}
    percentages = known.select("scheme_label", "workload_pct").iter_rows()
    drawn["layout"]["annotations"] += [
        note(look.percentage(pct), 1, name, **anchor) for name, pct in percentages
    ]
    drawn["layout"]["margin"]["r"] = 52
    return drawn


def _ranges(
    known: pl.DataFrame,
    bounds,
    names: dict[str, str],
    key: str,
    look: Look,
    words,
    why: Mapping[str, str] | None = None,
) -> Figure:
    low, high = percentage_scale(known["workload_pct"].to_list())
    labels = list(names.values())
    missing = {
        name: (why or {}).get(one, words["no_figure"])
        for one, name in names.items()
        if one not in set(known[key])
    }
    return figure(
        [
            _spans(bounds, names),
            _dots(known.filter(~pl.col("is_chosen")), names, key, look, REST_MARK),
            _dots(known.filter("is_chosen"), names, key, look, CHOSEN_MARK),
        ],
        look,
        60 + 28 * len(labels),
        annotations=[
            note(words["balance"], 100, 1, yref="paper", yanchor="bottom"),
            *(note(f"<i>{said}</i>", 100, name) for name, said in missing.items()),
        ],
        shapes=[balance_line()],
        xaxis=percentage_axis(low, high, look),
        yaxis=category_axis(labels),
        margin={"t": 36, "r": 16},
        mark_lift=14,
    )


def _spans(bounds, names: dict[str, str]) -> Figure:
    x, y = [], []
    for office, name in names.items():
        if office in bounds:
            x += [*bounds[office], None]
            y += [name, name, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": palette.REST, "width": 5},
        "opacity": 0.55,
    }


def _dots(rows: pl.DataFrame, names: dict[str, str], key: str, look: Look, mark: Figure) -> Figure:
    whose = "%{y}, %{customdata}" if key == "part_id" else "%{y}"
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows["workload_pct"].to_list(),
        "y": [names[value] for value in rows[key].to_list()],
        "customdata": rows["scheme_label"].to_list(),
        "hovertemplate": f"{whose}: <b>%{{x:,.0f}}{look.percent_sign}</b><extra></extra>",
        "cliponaxis": False,
        "marker": mark,
    }


def percentage_axis(low: float, high: float, look: Look) -> Figure:
    """Percentages from low to high, few of them named, with quiet lines to read along."""
    return {
        "range": [low, high],
        "ticksuffix": look.percent_sign,
        "nticks": 5,
        "tickangle": 0,
        "fixedrange": True,
        "zeroline": False,
        "showgrid": True,
    }


def category_axis(labels: list[str]) -> Figure:
    """Names in the order given, from the top, each with room of its own."""
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": labels[::-1],
        "range": [-0.6, len(labels) - 0.4],
        "automargin": True,
        "fixedrange": True,
        "showgrid": False,
        "ticks": "",
    }


def balance_line() -> Figure:
    """The quiet line at 100 %: as much work as capacity."""
    ends = {"xref": "x", "x0": 100, "x1": 100, "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "line", "layer": "below", "line": {"color": palette.NOTE, "width": 1}} | ends
