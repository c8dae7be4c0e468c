"""Every mart and column in the models' own words."""

from html import escape

from dashboards import queries
from dashboards.panel import Panel, nothing
from dashboards.panels.terms import terms_html
from dashboards.text import t
from dashboards.view import View


def definitions(view: View) -> Panel:
    """One fold per mart, with its columns."""
    marts: dict[str, list[dict]] = {}
    for row in queries.described(view.reader):
        marts.setdefault(row["mart"], []).append(row)
    title = t("about.definitions")
    if not marts:
        return nothing("definitions", t("about.definitions_none"), title)
    folds = "".join(_fold(mart, rows) for mart, rows in marts.items())
    return Panel(
        "definitions",
        title=title,
        subtitle=t("about.definitions_subtitle"),
        picture=f'<div class="mw-words" lang="en">{folds}</div>',
    )


def _fold(mart: str, rows: list[dict]) -> str:
    about = "".join(f"<p>{escape(row['comment'])}</p>" for row in rows if not row["column_name"])
    columns = terms_html((row["column_name"], row["comment"]) for row in rows if row["column_name"])
    return f"<details><summary><code>{escape(mart)}</code></summary>{about}{columns}</details>"
