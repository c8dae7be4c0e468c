"""Up to which day each area is known: one rule for every page, table and download.

An office is known as far as the source that delivered it. Where that source stopped before the last day of
the data, the office is marked by its name, and a sentence says what its later figures are worth.
"""

from datetime import date

from dashboards import queries
from dashboards.choice import SERVICE
from dashboards.text import day, listed, plural, t
from dashboards.view import View

_NAMED = 5  # more names would be a list that nobody reads


def is_stopped(view: View, row: queries.Row) -> bool:
    """Whether the source of a region or office (a row of `queries.choices`) stopped before the last day."""
    return bool(row["known_until_on"]) and row["known_until_on"] < view.status.as_of


def marked(view: View, row: queries.Row, name: str) -> str:
    """The name of a region or office, with the last day known where its source stopped.

    A region is known as far as the office that stopped first.
    """
    if not is_stopped(view, row):
        return name
    return t(f"common.{row['kind']}_known_until", name=name, day=day(row["known_until_on"]))


def said(view: View) -> str:
    """Which offices among those looked at stopped, and when; empty where none did.

    Those looked at are the office chosen, else the offices of the area whose parts are compared.
    """
    choice = view.choice
    offices = [row for row in queries.choices(view.reader, "office") if is_stopped(view, row)]
    if choice.office:
        offices = [row for row in offices if row["id"] == choice.office]
    elif choice.among != SERVICE:
        offices = [row for row in offices if row["parent_id"] == choice.among]
    if not offices or not view.status.has_cases:
        return ""
    by_day: dict[date, list[str]] = {}
    for row in offices:
        by_day.setdefault(row["known_until_on"], []).append(queries.called(view.reader, row))
    known = (
        t("common.known_until", offices=_few(names), day=day(until))
        for until, names in sorted(by_day.items())
    )
    return f"{'; '.join(known)}. {t('common.known_until_means')}"


def _few(names: list[str]) -> str:
    return listed(names) if len(names) <= _NAMED else plural("common.known_until_offices", len(names))
