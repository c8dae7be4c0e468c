""" "How is this computed" and "what this figure does not say": words from the marts' own descriptions."""

from html import escape

import streamlit as st

from dashboards import queries
from dashboards.text import day, label, listed, percentage, t

_BASES = ("assumed", "published", "measured")


def how_computed(page_name: str, weight_scheme: str | None = None, **columns: list[str]) -> None:
    """An expander: the page's own sentence, the named columns of each mart, the weights, and the limits.

    `columns`: mart -> the columns to explain, as in `fct_office_months=["workload_pct"]`.
    """
    with st.expander(t("common.how_computed")):
        st.html(
            f'<div class="mw-prose"><p>{escape(t(f"{page_name}.description"))}</p>'
            f"{_definitions(columns)}{_weights(weight_scheme)}"
            f"<h3>{escape(t('common.what_not_said'))}</h3><p>{escape(t(f'{page_name}.not_said'))}</p></div>"
        )


def dictionary() -> str:
    """Every mart with its columns as folds of HTML, in the models' own words; empty without comments."""
    marts: dict[str, list[dict]] = {}
    for row in queries.described():
        marts.setdefault(row["mart"], []).append(row)
    if not marts:
        return ""
    return (
        f'<div class="mw-words" lang="en">{"".join(_fold(mart, rows) for mart, rows in marts.items())}</div>'
    )


def _fold(mart: str, rows: list[dict]) -> str:
    about = "".join(f"<p>{escape(row['comment'])}</p>" for row in rows if not row["column_name"])
    columns = _terms([row for row in rows if row["column_name"]])
    return f"<details><summary><code>{escape(mart)}</code></summary>{about}{columns}</details>"


def _terms(rows: list[dict]) -> str:
    terms = (f"<dt><code>{escape(r['column_name'])}</code></dt><dd>{escape(r['comment'])}</dd>" for r in rows)
    return f'<dl class="mw-definitions" lang="en">{"".join(terms)}</dl>' if rows else ""


def _definitions(columns: dict[str, list[str]]) -> str:
    wanted = {(mart, column) for mart, names in columns.items() for column in names}
    rows = [row for row in queries.described(*columns) if (row["mart"], row["column_name"]) in wanted]
    return _terms(rows)


def _weights(weight_scheme: str | None) -> str:
    if not weight_scheme:
        return ""
    row = queries.weight_scheme(weight_scheme)
    sentence = t(
        "common.weights_are",
        scheme=label(row),
        basis=basis(weight_scheme),
        since=day(row["weights_valid_from"]),
        source=row["source"],
    )
    return f"<h3>{escape(t('common.weights'))}</h3><p>{escape(sentence)}</p>"


def basis(weight_scheme: str) -> str:
    """`weights: 80% assumed and 20% published`, or `weights: assumed` where all are; beside every result."""
    row = queries.weight_scheme(weight_scheme)
    shares = {name: row[f"{name}_share"] or 0 for name in _BASES}
    present = [name for name in _BASES if shares[name] > 0]
    if len(present) == 1:
        return t("common.weights_basis", basis=t(f"common.basis_{present[0]}"))
    parts = [f"{percentage(100 * shares[name])} {t(f'common.basis_{name}')}" for name in present]
    return t("common.weights_basis", basis=listed(parts)) if parts else t("common.weights_no_basis")
