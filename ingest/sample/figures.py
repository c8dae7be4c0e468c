"""Published figures of the Flemish houses of justice, as the entity ``published_figures``. All sourced.

A year is the half-open period from its first day to the next; a stock on a day is the period of that day.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import polars as pl

F1 = "dwvg.be jaarverslag20 cijfers-justitiehuizen"
F2 = "vlaanderen.be agentschap-justitie-en-handhaving cijfers 2021"
F6 = "nl.metrotime.be 2017/02/18"
F18 = "ajh-jaarverslag.be 2022 voorwoord"
F19 = "vlaanderen.be cijfers-justitiehuizen-2023"
F30 = "standaard.be dmf20160224_02146608"
F32 = "departementwvg.be wachtlijsten-justitiehuizen-sinds-begin-2016-dalende-lijn"

NEW_ALL = {  # year: source, edition, cases
    F1: ("2020", {2016: 26894, 2017: 26749, 2018: 27579, 2019: 28368, 2020: 27645}),
    F2: ("2021", {2020: 27660, 2021: 33268}),
}
OPEN_ALL = {
    F1: ("2020", {2016: 26393, 2017: 26775, 2018: 27860, 2019: 29783, 2020: 31275}),
    F2: ("2021", {2017: 26766, 2018: 27842, 2019: 29748, 2020: 31102, 2021: 35336}),
}
NEW_BY_TYPE = {
    (F1, "2020", 2020): {
        "probation": 3813,
        "autonomous_probation": 219,
        "work_penalty": 3850,
        "pretrial_conditions": 2746,
        "internment": 286,
        "autonomous_monitoring": 14,
        "mediation_and_measures": 3354,
        "home_ban": 217,
    },
    (F2, "2021", 2021): {
        "probation": 4937,
        "autonomous_probation": 301,
        "work_penalty": 5847,
        "internment": 322,
        "autonomous_monitoring": 19,
    },
    (F6, "2017", 2015): {"probation": 3772, "social_enquiry": 3292},
    (F18, "2022", 2022): {"victim_reception": 10403},
    (F19, "2023", 2023): {"victim_reception": 11108},
}
OPEN_BY_TYPE = {
    (F1, "2020", 2020): {
        "probation": 12067,
        "autonomous_probation": 384,
        "work_penalty": 4037,
        "pretrial_conditions": 1491,
        "internment": 1167,
        "autonomous_monitoring": 3,
    },
    (F2, "2021", 2021): {
        "probation": 12726,
        "autonomous_probation": 425,
        "work_penalty": 5620,
        "pretrial_conditions": 1502,
        "internment": 1241,
        "autonomous_monitoring": 5,
        "mediation_and_measures": 3655,
        "home_ban": 94,
    },
}
PENITENTIARY = (
    "electronic_monitoring",
    "conditional_release",
    "limited_detention",
    "placement_at_disposal",
)
_GROUP_NOTE = "published as one group: " + ", ".join(PENITENTIARY)
GROUPS = (  # source, edition, year, measure, cases, note
    (F1, "2020", 2020, "new_cases_penitentiary", 2107, _GROUP_NOTE),
    (F1, "2020", 2020, "open_cases_penitentiary", 2157, _GROUP_NOTE),
    (F2, "2021", 2021, "new_cases_penitentiary", 2404, _GROUP_NOTE),
    (F2, "2021", 2021, "open_cases_penitentiary", 2455, _GROUP_NOTE),
    (F1, "2020", 2020, "new_cases_offender_supervision", 16606, "offender supervision without advice"),
    (F2, "2021", 2021, "open_cases_offender_supervision", 27723, "offender supervision without advice"),
    (F6, "2017", 2015, "new_cases", 28891, "all mandates"),
)
ON_DAYS = (  # source, edition, day, measure, amount, unit, note
    (F30, "2016", "2013-12-31", "waiting_cases", 875, "cases", "definition differs from the agency's own"),
    (F30, "2016", "2015-12-31", "waiting_cases", 2184, "cases", "not the same as 2711 one day later"),
    (F32, "2017", "2016-01-01", "waiting_cases", 2711, "cases", "waiting = no officer appointed"),
    (
        F32,
        "2017",
        "2017-06-30",
        "waiting_cases",
        2388,
        "cases",
        "a notice of mid 2017, the day is approximate",
    ),
    (F32, "2017", "2016-01-01", "active_cases", 16712, "cases", "an officer is appointed"),
    (F32, "2017", "2017-06-30", "active_cases", 18610, "cases", "the day is approximate"),
    (F32, "2017", "2016-01-01", "staff_fte", 365, "fte", "houses of justice"),
    (F32, "2017", "2017-04-01", "staff_fte", 413, "fte", "houses of justice"),
    (F1, "2020", "2020-12-31", "staff_fte", 642.8, "fte", "all staff of the division, not only officers"),
    (F2, "2021", "2021-12-31", "staff_fte", 735.7, "fte", "all staff of the division, not only officers"),
    (
        *("katrienschryvers.be grote-regionale-verschillen-in-werklast-justitiehuizen", "2020"),
        *("2020-10-05", "officer_fte", 381, "fte", "justice assistants in 14 houses"),
    ),
)


def figures_frame() -> pl.DataFrame:
    """One row per published figure and edition; empty office and type mean all of them."""
    columns = ("source", "edition", "period_start_on", "period_end_on", "measure", "supervision_type")
    frame = pl.DataFrame(list(_rows()), schema=[*columns, "value", "unit", "note"], orient="row")
    return frame.select(
        *("source", "edition", "period_start_on", "period_end_on", "measure"),
        pl.lit(None, pl.String).alias("office_id"),
        *("supervision_type", "value", "unit", "note"),
    )


def _rows() -> Iterator[tuple]:
    """Rows in the order source, measure, period, type."""
    for measure, by_source, period in (("new_cases", NEW_ALL, _year), ("open_cases", OPEN_ALL, _end_of)):
        for source, (edition, by_year) in by_source.items():
            for year, cases in by_year.items():
                note = "restated in the next edition" if _is_restated(by_source, source, year) else None
                yield source, edition, *period(year), measure, None, float(cases), "cases", note
    for measure, by_key, period in (("new_cases", NEW_BY_TYPE, _year), ("open_cases", OPEN_BY_TYPE, _end_of)):
        for (source, edition, year), by_type in by_key.items():
            for kind, cases in by_type.items():
                yield source, edition, *period(year), measure, kind, float(cases), "cases", None
    for source, edition, year, measure, cases, note in GROUPS:
        period = _end_of(year) if measure.startswith("open") else _year(year)
        yield source, edition, *period, measure, None, float(cases), "cases", note
    for source, edition, on, measure, amount, unit, note in ON_DAYS:
        yield source, edition, *_one_day(date.fromisoformat(on)), measure, None, float(amount), unit, note


def _is_restated(by_source: dict, source: str, year: int) -> bool:
    """Whether the later edition gives another number for the year."""
    return source == F1 and year in by_source[F2][1]


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year + 1, 1, 1)


def _end_of(year: int) -> tuple[date, date]:
    return _one_day(date(year, 12, 31))


def _one_day(on: date) -> tuple[date, date]:
    return on, on + timedelta(days=1)
