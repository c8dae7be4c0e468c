"""How every page begins: title, the question it answers, and the line that says what one looks at."""

from datetime import UTC, datetime
from html import escape

import streamlit as st

from dashboards import queries, warehouse
from dashboards.components import states
from dashboards.text import day, name_parts, number, plural, t


def opening(name: str) -> dict | None:
    """Title and question of the page `name`; the status row, or None when nothing is published."""
    name_parts("office")  # until the filters say what stands side by side
    st.html(
        f'<header class="mw-opening"><h1>{escape(t(f"{name}.title"))}</h1>'
        f'<p class="mw-question">{escape(t(f"{name}.question"))}</p></header>'
    )
    if not warehouse.is_published():
        states.no_warehouse()
        return None
    return queries.status()


def status_line(status: dict, words: str = "") -> None:
    """Data as of, age, filters in words, cases covered, rows in quarantine; "synthetic" first when so."""
    parts = [t("common.data_as_of", day=day(status["as_of"])), age(status["built_at"])]
    parts += [words] if words else []
    if status["has_cases"]:
        parts.append(plural("common.open_cases", status["open_cases"]))
    parts.append(plural("common.quarantined", status["rows_quarantined"]))
    badge = f'<strong class="mw-synthetic">{escape(t("common.synthetic_data"))}</strong>'
    lead = badge if status["is_synthetic"] else ""
    st.html(f'<p class="mw-status">{lead}{" ".join(f"<span>{escape(part)}</span>" for part in parts)}</p>')


def age(built_at: datetime) -> str:
    """How long ago the data were loaded, in words; `built_at` is UTC without a zone."""
    hours = (datetime.now(UTC).replace(tzinfo=None) - built_at).total_seconds() / 3600
    if hours < 1:
        return t("common.loaded_just_now")
    return (
        plural("common.loaded_hours", int(hours))
        if hours < 48
        else plural("common.loaded_days", int(hours // 24))
    )


def source_note(status: dict) -> str:
    """`synthetic, as of 30 June 2026`: the words under a figure or table."""
    as_of = t("common.data_as_of", day=day(status["as_of"]))
    return f"{t('common.synthetic')}, {as_of}" if status["is_synthetic"] else as_of


def cases(count: float | None) -> str:
    """A number of cases with its noun."""
    return number(None) if count is None else plural("common.cases", count)
