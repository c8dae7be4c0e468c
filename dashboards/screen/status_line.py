"""The line under the title: up to which day the data know, how old that is, which version, how many cases."""

from datetime import date, datetime
from html import escape

import streamlit as st

from dashboards import known_until, queries
from dashboards.reader import Reader
from dashboards.screen import clock
from dashboards.text import day, listed, plural, t
from dashboards.view import View

_SOURCES_NAMED = 3  # more would push the rest of the line off a phone; About the data lists them all
_DAYS_A_WEEK, _DAYS_A_MONTH, _DAYS_A_YEAR = 7, 30.44, 365.25


def draw(view: View) -> None:
    """Put the line on the page, and under it which offices are not known up to the last day."""
    st.html(status_html(view, clock.now()))
    if view.choice.names and (stopped := known_until.said(view)):
        st.html(f'<p class="mw-state mw-stopped">{escape(stopped)}</p>')


def status_html(view: View, now: datetime, *more: str) -> str:
    """Kind, last day with its age, sources behind, version, filters in words, cases, rows set aside, `more`.

    `now` is UTC without a zone. Data older than the policy's bound are called old, in words and in colour.
    """
    status = view.status
    parts = [_badge()] if status.is_synthetic else []
    parts.append(_last_day(view.reader, status.as_of, now.date()))
    parts += [escape(behind)] if (behind := sources_behind(view.reader)) else []
    parts.append(escape(t("common.published", when=published(status.built_at, now), build=status.build_id)))
    parts += [escape(view.choice.said)] if view.choice.said else []
    if status.has_cases and status.open_cases is not None:
        parts.append(escape(plural("common.open_cases", status.open_cases)))
    parts += map(escape, [plural("common.quarantined", status.rows_quarantined), *more])
    return f'<p class="mw-status">{" ".join(f"<span>{part}</span>" for part in parts)}</p>'


def _badge() -> str:
    return f'<strong class="mw-synthetic">{escape(t("common.synthetic_data"))}</strong>'


def _last_day(reader: Reader, as_of: date, today: date) -> str:
    days, bound = (today - as_of).days, queries.days_until_old(reader)
    said = {"day": day(as_of), "age": age(days)}
    if bound is not None and days > bound:
        return f'<strong class="mw-old">{escape(t("common.data_old", **said))}</strong>'
    return escape(t("common.data_aged" if said["age"] else "common.data_as_of", **said))


def age(days: int) -> str:
    """How long ago a day was: in days, weeks, months or years; empty for a day that is not over."""
    if days < 1:
        return ""
    if days < 2 * _DAYS_A_WEEK:
        return plural("common.days_ago", days)
    if days < 2 * _DAYS_A_MONTH:
        return plural("common.weeks_ago", days // _DAYS_A_WEEK)
    if days < 2 * _DAYS_A_YEAR:
        return plural("common.months_ago", round(days / _DAYS_A_MONTH))
    return plural("common.years_ago", int(days // _DAYS_A_YEAR))


def published(built_at: datetime, now: datetime) -> str:
    """How long ago a version was published; both times are UTC without a zone."""
    hours = (now - built_at).total_seconds() / 3600
    if hours < 1:
        return t("common.less_than_an_hour_ago")
    return plural("common.hours_ago", int(hours)) if hours < 48 else age(int(hours // 24))


def sources_behind(reader: Reader) -> str:
    """Which sources know less far than the last day, each with its own; empty where all know as far."""
    behind = [row for row in queries.sources(reader) if row["is_behind"]]
    if len(behind) > _SOURCES_NAMED:
        first = min(row["as_of"] for row in behind)
        return plural("common.sources_behind", len(behind), day=day(first))
    return listed(
        [t("common.source_behind", source=row["source_system"], day=day(row["as_of"])) for row in behind]
    )
