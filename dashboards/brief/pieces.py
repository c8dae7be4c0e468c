"""What the brief shows of a panel: its drawing, or its table where there is none; of a study what decides."""

from dataclasses import replace

from dashboards.panel import Panel
from dashboards.paper import pieces
from dashboards.view import View

# Of a study what a decision needs; the rest is on the page and in the workbook.
_OF_A_STUDY = ("claim", "design", "country", "effect", "limits", "source")


def panel_html(panel: Panel, view: View) -> str:
    """The panel as a section; its table where it has no drawing, and cards of studies as a table."""
    is_drawn = pieces.is_drawn(panel)
    shown = replace(panel, picture=panel.picture if is_drawn else "", links=())
    return pieces.panel_html(shown, view, table="" if panel.table is None or is_drawn else _table(panel))


def _table(panel: Panel) -> str:
    if "claim" not in panel.table.columns:
        return pieces.table_html(panel, panel.table)
    columns = {name: said for name, said in panel.table.columns.items() if name in _OF_A_STUDY}
    return f'<div class="studies">{pieces.table_html(panel, replace(panel.table, columns=columns))}</div>'
