"""The page that ours is measured beside: Dash on the same published file, with panels like those of Offices.

Four head figures, a line per office, offices by month in colour, and a table; a filter on the office.
Nothing is tuned and nothing remembered. Run by gunicorn in an environment of its own, with `WAREHOUSE_FILE`.
"""

import os

import dash
import duckdb
import plotly.graph_objects as go
from dash import Input, Output, dash_table, dcc, html

ALL = "All offices"
_LINE = "offender_supervision"
_MONTHS = """
    select area_name as office, month_start_on as month, workload_pct, active_cases_avg, available_fte_avg
    from marts.fct_area_line_months as months
    inner join marts.dim_areas as areas on areas.area_id = months.part_id
    where months.area_id = 'service' and service_line = $line
        and weight_scheme = (select default_weight_scheme from marts.dim_status)
        and $office in ('All offices', area_name)
    order by office, month
"""
_OFFICES = "select area_name from marts.dim_areas where area_kind = 'office' order by position"
_published = duckdb.connect(os.environ["WAREHOUSE_FILE"], read_only=True)
_offices = [name for (name,) in _published.cursor().execute(_OFFICES).fetchall()]

app = dash.Dash(__name__, title="Offices")
server = app.server
app.layout = html.Div(
    [
        dcc.Dropdown([ALL, *_offices], ALL, id="office", clearable=False),
        html.Div(id="heads"),
        dcc.Graph(id="lines"),
        dcc.Graph(id="heat"),
        dash_table.DataTable(id="rows", page_size=100),
    ]
)


@app.callback(
    Output("heads", "children"),
    Output("lines", "figure"),
    Output("heat", "figure"),
    Output("rows", "data"),
    Input("office", "value"),
)
def shown(office: str) -> tuple:
    """All panels for one choice."""
    found = _published.cursor().execute(_MONTHS, {"line": _LINE, "office": office}).fetchall()
    by_office: dict[str, list[tuple]] = {}
    for name, *values in found:
        by_office.setdefault(name, []).append(values)
    latest = [(name, *months[-1]) for name, months in by_office.items()]
    months = sorted({month for _, month, *_ in found})
    lines = [
        go.Scatter(x=[one[0] for one in of], y=[one[1] for one in of], name=name, mode="lines")
        for name, of in by_office.items()
    ]
    heat = go.Heatmap(x=months, y=list(by_office), z=[[one[1] for one in of] for of in by_office.values()])
    heads = (
        ("Offices", len(latest)),
        ("Workload of the heaviest", f"{max(row[2] or 0 for row in latest):.1f} %"),
        ("Cases carried", f"{sum(row[3] or 0 for row in latest):,.1f}"),
        ("Staff available", f"{sum(row[4] or 0 for row in latest):,.2f} FTE"),
    )
    rows = [
        {"office": name, "workload": pct, "cases": cases, "staff": staff}
        for name, _, pct, cases, staff in latest
    ]
    return (
        [html.Span(f"{label}: {value} ") for label, value in heads],
        go.Figure(lines).update_layout(height=320),
        go.Figure(heat).update_layout(height=360),
        rows,
    )


shown(ALL)  # what a worker imports when it draws first is imported before anybody asks
