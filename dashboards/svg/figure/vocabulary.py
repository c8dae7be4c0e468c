"""Which traces, properties and values a figure may have: all that the charts use, and nothing unseen.

What is not known here is refused and never left out in silence. What has no meaning on paper (dragging,
pointing) is known and ignored.
"""

from collections.abc import Collection, Mapping


class UnknownInFigureError(ValueError):
    """A figure asks for something that cannot be drawn here; the message says where and what."""


_FONT = {"size": None, "color": None}
_LINE = {"color": None, "width": None, "dash": ("solid", "dot", "dash", "dashdot")}
SYMBOLS = (
    *("circle", "circle-open", "diamond", "diamond-open", "square", "square-open"),
    *("triangle-up", "triangle-up-open", "x-thin", "line-ew"),
)
_COMMON = {
    "type": None,
    "name": None,
    "x": None,
    "y": None,
    "customdata": None,
    "hovertemplate": None,
    "showlegend": (False,),
    "xaxis": None,
    "yaxis": None,
}
TRACES: Mapping[str, Mapping] = {
    "scatter": _COMMON
    | {
        "mode": ("lines", "markers", "lines+markers"),
        "text": None,
        "hoverinfo": ("text", "skip"),
        "connectgaps": (False,),
        "cliponaxis": (True, False),
        "opacity": None,
        "fill": ("toself",),
        "fillcolor": None,
        "line": _LINE,
        "marker": {"color": None, "size": None, "symbol": SYMBOLS, "line": {"width": None, "color": None}},
    },
    "bar": _COMMON
    | {
        "orientation": ("v", "h"),
        "base": None,
        "text": None,
        "textposition": ("outside",),
        "cliponaxis": (True, False),
        "marker": {"color": None, "opacity": None, "line": {"width": None, "color": None}},
    },
    "heatmap": _COMMON
    | {
        "z": None,
        "zmid": None,
        "zmin": None,
        "zmax": None,
        "xgap": None,
        "ygap": None,
        "hoverongaps": None,
        "colorscale": None,
        "colorbar": {
            "orientation": ("h",),
            "thickness": None,
            "len": None,
            "x": (0,),
            "xanchor": ("left",),
            "y": (1,),
            "yanchor": ("bottom",),
            "tickvals": None,
            "ticktext": None,
            "tickangle": (0,),
            "outlinewidth": (0,),
        },
    },
}
AXIS: Mapping = {
    "type": ("linear", "date", "category"),
    "visible": (True, False),
    "range": None,
    "rangemode": ("tozero", "normal"),
    "domain": None,
    "anchor": None,
    "categoryorder": ("array",),
    "categoryarray": None,
    "tickmode": ("array",),
    "tickvals": None,
    "ticktext": None,
    "tick0": ("2000-01-01",),
    "dtick": ("M12", "M60", None),
    "tickformat": ("%Y",),
    "ticksuffix": None,
    "tickangle": (0,),
    "tickfont": _FONT,
    "ticks": ("outside", ""),
    "ticklen": None,
    "showticklabels": (True, False),
    "nticks": None,
    "separatethousands": (True,),
    "exponentformat": ("none",),
    "showgrid": (True, False),
    "zeroline": (True, False),
    "zerolinewidth": None,
    "automargin": (True,),
    "fixedrange": (True,),
}
NOTE: Mapping = {
    "text": None,
    "x": None,
    "y": None,
    "xref": None,
    "yref": None,
    "showarrow": (False,),
    "font": _FONT,
    "xanchor": ("auto", "left", "center", "right"),
    "yanchor": ("auto", "top", "middle", "bottom"),
    "align": ("left", "center", "right"),
    "xshift": None,
    "yshift": None,
    "textangle": None,
}
SHAPE: Mapping = {
    "type": ("line",),
    "xref": None,
    "yref": None,
    "x0": None,
    "x1": None,
    "y0": None,
    "y1": None,
    "layer": ("below", "above"),
    "line": _LINE,
}
LAYOUT: Mapping = {
    "height": None,
    "margin": {"l": None, "r": None, "t": None, "b": None},
    "separators": None,
    "showlegend": (False,),
    "barmode": ("stack", "relative", "group", "overlay"),
    "bargap": None,
    "hovermode": ("closest",),
    "dragmode": (False, "zoom", "pan"),
}


def check(figure: Mapping) -> None:
    """Raise UnknownInFigureError where a figure has a trace, property or value that cannot be drawn."""
    _check(figure, {"data": None, "layout": None}, "figure")
    for place, trace in enumerate(figure["data"]):
        kind = trace.get("type")
        if kind not in TRACES:
            raise UnknownInFigureError(f"trace {place}: no trace of type {kind!r} can be drawn")
        _check(trace, TRACES[kind], f"trace {place} ({kind})")
    layout = dict(figure["layout"])
    for name in [name for name in layout if name.startswith(("xaxis", "yaxis"))]:
        _check(layout.pop(name), AXIS, name)
    for name, known in (("annotations", NOTE), ("shapes", SHAPE)):
        for place, one in enumerate(layout.pop(name, ())):
            _check(one, known, f"{name}[{place}]")
    _check(layout, LAYOUT, "layout")


def _check(given: Mapping, known: Mapping, where: str) -> None:
    for name, value in given.items():
        if name not in known:
            raise UnknownInFigureError(f"{where}: no property {name!r} can be drawn")
        allowed = known[name]
        if isinstance(allowed, Mapping):
            _check(value, allowed, f"{where}, {name}")
        elif allowed is not None:
            _check_values(value, allowed, f"{where}, {name}")


def _check_values(value: object, allowed: Collection, where: str) -> None:
    for one in value if isinstance(value, list | tuple) else [value]:
        # What a dict sets to nothing is as if it had not been set.
        if one is not None and one not in allowed:
            raise UnknownInFigureError(f"{where}: {one!r} cannot be drawn")
