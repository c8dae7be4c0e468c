"""Who stands above a threshold for weeks: a dot per threshold and group, a line per threshold over time."""

import polars as pl

from dashboards.charts import palette
from dashboards.charts.ranges import category_axis
from dashboards.charts.style import (
    LINE,
    SMALL,
    Figure,
    Look,
    figure,
    gaps_shown,
    key,
    month_name,
    note,
    time_axis,
    value_axis,
)

# Four at most are told apart; a set with more thresholds begins anew with open marks.
_MARKS = (
    (palette.BLUE, "circle", "●"),
    (palette.ORANGE, "diamond", "◆"),
    (palette.PLUM, "square", "■"),
    (palette.TEAL, "triangle-up", "▲"),
)


def over_dots(
    frame: pl.DataFrame,
    names: dict[str, str],
    thresholds: dict[float, str],
    look: Look,
    words: dict[str, str],
) -> Figure:
    """Per group, in the order given, the share of its people above each threshold.

    ``frame``: ``group``, ``threshold``, ``people``, ``people_over``, ``share_pct``, ``is_hidden`` (where true
    the amounts are null); ``names``: group -> words, also of groups without rows. ``thresholds``: amount ->
    words; '' is everybody. ``words``: ``suppressed``, ``nobody``, ``officers``.
    """
    people = dict(frame.select("group", "people").iter_rows())
    labels = {group: _counted(name, people.get(group), look) for group, name in names.items()}
    labels |= {"": f"<b>{labels['']}</b>"} if "" in labels else {}
    shown = frame.filter(~pl.col("is_hidden") & pl.col("group").is_in(list(names)))
    quiet = [group for group in names if group not in set(shown["group"])]
    reach = max([*shown["share_pct"].drop_nulls().to_list(), 20])
    return figure(
        [
            _reaches(shown, labels),
            *(_dots(shown, labels, amount, place, look, words) for place, amount in _placed(thresholds)),
        ],
        look,
        48 + LINE * len(thresholds) + 27 * len(labels),
        annotations=[
            _key(thresholds),
            *(_quiet(labels[group], words["suppressed" if group in people else "nobody"]) for group in quiet),
        ],
        xaxis={
            "range": [0, min(104, 10 * (reach // 10 + 1) + 2)],
            "ticksuffix": look.percent_sign,
            "nticks": 6,
            "tickangle": 0,
            "fixedrange": True,
            "zeroline": True,
            "showgrid": True,
        },
        yaxis=category_axis(list(labels.values())),
        margin={"t": LINE * (len(thresholds) + 1), "r": 16},
        mark_lift=LINE * len(thresholds),
    )


def over_trend(
    frame: pl.DataFrame, thresholds: dict[float, str], look: Look, words: dict[str, str]
) -> Figure:
    """The share of people above each threshold, month by month; a gap where it is hidden or nobody is there.

    ``frame``: ``month_start_on``, ``threshold``, ``share_pct``, ``share_now_pct`` (by the weights of today,
    dotted where it differs anywhere). ``words``: ``todays_weights``.
    """
    traces, ends = [], []
    differs = frame.filter(pl.col("share_pct") != pl.col("share_now_pct")).height > 0
    for place, amount in _placed(thresholds):
        rows = frame.filter(pl.col("threshold") == amount).sort("month_start_on")
        name = thresholds[amount]
        traces.append(_line(rows, "share_pct", name, place, look))
        if differs:
            now = f"{name}, {words['todays_weights']}"
            traces.append(_line(rows, "share_now_pct", now, place, look, dash="dot", width=1))
        ends += _end(rows, place, look)
    lines = len(thresholds) + differs
    return figure(
        traces,
        look,
        304 + LINE * (lines - 1),
        annotations=[_key(thresholds, words["todays_weights"] if differs else ""), *ends],
        xaxis=time_axis(frame["month_start_on"].to_list(), look.language),
        yaxis=value_axis(ticksuffix=look.percent_sign),
        margin={"t": LINE * (lines + 1), "r": 52},
        mark_lift=LINE * lines,
    )


def _placed(thresholds: dict[float, str]) -> list[tuple[int, float]]:
    return list(enumerate(thresholds))


def _mark(place: int) -> tuple[str, str, str]:
    colour, symbol, sign = _MARKS[place % len(_MARKS)]
    return colour, symbol if place < len(_MARKS) else f"{symbol}-open", sign


def _counted(name: str, people: int | None, look: Look) -> str:
    return name if people is None else f"{name} ({look.number(people)})"


def _dots(
    shown: pl.DataFrame, labels: dict[str, str], amount: float, place: int, look: Look, words
) -> Figure:
    rows = shown.filter(pl.col("threshold") == amount)
    colour, symbol, _ = _mark(place)
    said = [
        f"{look.number(over)} / {look.number(people)} {words['officers']}: <b>{look.percentage(share)}</b>"
        for over, people, share in rows.select("people_over", "people", "share_pct").iter_rows()
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows["share_pct"].to_list(),
        "y": [labels[group] for group in rows["group"].to_list()],
        "customdata": said,
        "hovertemplate": "%{y}<br>%{customdata}<extra></extra>",
        "cliponaxis": False,
        "marker": {"color": colour, "symbol": symbol, "size": 11},
    }


def _reaches(shown: pl.DataFrame, labels: dict[str, str]) -> Figure:
    """A quiet line from zero to the highest share, so that the eye finds its row."""
    x, y = [], []
    for group, high in (
        shown.group_by("group", maintain_order=True).agg(pl.col("share_pct").max()).iter_rows()
    ):
        x += [0, high, None]
        y += [labels[group], labels[group], None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": palette.REST, "width": 2},
        "opacity": 0.55,
    }


def _quiet(label: str, words: str) -> Figure:
    return note(f"<i>{words}</i>", 0, label, xanchor="left", xshift=6)


def _line(rows: pl.DataFrame, amount: str, name: str, place: int, look: Look, **line) -> Figure:
    points = gaps_shown(list(rows.select("month_start_on", amount).iter_rows()))
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [when.isoformat() for when, _ in points],
        "y": [share for _, share in points],
        "customdata": [month_name(when, look.language) for when, _ in points],
        "hovertemplate": f"{name}, %{{customdata}}: <b>%{{y:,.0f}}{look.percent_sign}</b><extra></extra>",
        "connectgaps": False,
        "line": {"color": _mark(place)[0], "width": 2.25} | line,
    }


def _end(rows: pl.DataFrame, place: int, look: Look) -> list[Figure]:
    known = rows.drop_nulls("share_pct")
    if known.is_empty():
        return []
    last, share = known["month_start_on"][-1], known["share_pct"][-1]
    mark = {"xanchor": "left", "xshift": 6, "font": {"size": SMALL, "color": _mark(place)[0]}}
    return [note(f"<b>{look.percentage(share)}</b>", last.isoformat(), share, **mark)]


def _key(thresholds: dict[float, str], also: str = "") -> Figure:
    return key([(*_mark(place)[::2], thresholds[amount]) for place, amount in _placed(thresholds)], also)
