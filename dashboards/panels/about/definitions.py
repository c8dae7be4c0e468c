"""Every mart and column, and what it means."""

from html import escape

from dashboards import queries
from dashboards.panel import Panel, nothing
from dashboards.panels.terms import Term, paragraph_html, terms_html
from dashboards.text import definition, t
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
        picture=f'<div class="mw-words">{folds}</div>',
    )


def _fold(mart: str, rows: list[dict]) -> str:
    said = [(row["column_name"], *definition(mart, row["column_name"], row["comment"])) for row in rows]
    about = "".join(paragraph_html(words, spoken) for column, words, spoken in said if not column)
    columns = terms_html(Term("", column, "", words, spoken) for column, words, spoken in said if column)
    return f"<details><summary><code>{escape(mart)}</code></summary>{about}{columns}</details>"
