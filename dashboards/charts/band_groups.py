"""Bands in groups under each other, each under its heading and on a scale of its own."""

from dataclasses import replace

import polars as pl

from dashboards.charts import palette
from dashboards.charts.bands import ROW_HEIGHT, percentage_bands
from dashboards.charts.style import SMALL, Figure, Look, note

BETWEEN = 78  # pixels from one group to the next: the scale of the one, the heading of the other
ABOVE = 52  # pixels over the first: its heading and the words at 100 %


def grouped_bands(groups: dict[str, pl.DataFrame], look: Look, words: dict[str, str]) -> Figure:
    """Per heading, in the order given, the bands of its frame as ``percentage_bands`` draws them.

    A group that lies far from 100 % has a scale without it: on one scale the middle would be empty.
    """
    parts = [
        percentage_bands(
            frame, look if place == 0 else replace(look, synthetic_word=""), words, holds_100=False
        )
        for place, frame in enumerate(groups.values())
    ]
    heights = [
        ROW_HEIGHT * max(frame.drop_nulls("mid_pct")["name"].n_unique(), 1) for frame in groups.values()
    ]
    drawn = sum(heights) + BETWEEN * (len(parts) - 1)
    whole = parts[0]
    layout = whole["layout"]
    top, data, annotations, shapes = float(drawn), [], [], []
    for place, (heading, part, height) in enumerate(zip(groups, parts, heights, strict=True), start=1):
        domain = [max(0.0, (top - height) / drawn), top / drawn]
        top -= height + BETWEEN
        own = "" if place == 1 else str(place)
        data += [trace | {"xaxis": f"x{own}", "yaxis": f"y{own}"} for trace in part["data"]]
        annotations += [_placed(one, own, domain) for one in part["layout"]["annotations"]]
        annotations.append(_heading(heading, domain[1]))
        shapes += [
            shape | {"xref": f"x{own}", "y0": domain[0], "y1": domain[1]}
            for shape in part["layout"]["shapes"]
        ]
        layout[f"xaxis{own}"] = part["layout"]["xaxis"] | {"anchor": f"y{own}"}
        layout[f"yaxis{own}"] = part["layout"]["yaxis"] | {"anchor": f"x{own}", "domain": domain}
    margin = layout["margin"] | {"t": ABOVE}
    more = {"height": drawn + ABOVE + 30, "margin": margin, "annotations": annotations, "shapes": shapes}
    return {"data": data, "layout": layout | more}


def _placed(one: Figure, own: str, domain: list[float]) -> Figure:
    """A note of a part where the part now stands; notes about the whole figure stay where they are."""
    if one.get("yref") == "paper":
        return one | {"xref": f"x{own}", "y": domain[1]} if "xref" not in one else one
    return one | {"yref": f"y{own}"}


def _heading(text: str, y: float) -> Figure:
    place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": 16}
    return note(f"<b>{text}</b>", 0, y, **place, font={"size": SMALL, "color": palette.INK})
