"""Ids such as 1-2025 and 03/04 of which a spreadsheet made a date: what may have been typed in."""

import datetime as dt
import re
from itertools import product

_MONTHS = {
    name: month
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "janv févr mars avr mai juin juil août sept oct nov déc",
    )
    for month, name in enumerate(names.split(), start=1)
}
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: \d\d:\d\d:\d\d)?")
_LOCAL = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[-/ ]([^\W\d]{3,4})\.?(?:[-/ ](\d{4}|\d\d))?")
_MONTH_AND_YEAR = re.compile(r"([^\W\d]{3,4})\.?[-/ ](\d{4}|\d\d)")
_SIGNS = "-/."


def ids_before_dates(text: str) -> set[str]:
    """What may have stood in a cell before it became the date ``text``; empty when that is no date."""
    ids: set[str] = set()
    for day in _days(text.strip().lower()):
        ids |= _typed(day)
    return ids - {text}


def _days(text: str) -> list[dt.date]:
    """The days that a text may tell; a month without a day begins on its first."""
    if found := _ISO.fullmatch(text):
        return _real((int(found[1]), int(found[2]), int(found[3])))
    if found := _LOCAL.fullmatch(text):
        one, other, year = int(found[1]), int(found[2]), _year(found[3])
        return _real((year, other, one), (year, one, other))
    if (found := _DAY_AND_MONTH.fullmatch(text)) and found[2] in _MONTHS:
        # Without a year the day and month are all that was typed in: a leap year knows every day.
        return _real((_year(found[3] or "2000"), _MONTHS[found[2]], int(found[1])))
    if (found := _MONTH_AND_YEAR.fullmatch(text)) and found[1] in _MONTHS:
        return _real((_year(found[2]), _MONTHS[found[1]], 1))
    return []


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _real(*days: tuple[int, int, int]) -> list[dt.date]:
    real = []
    for year, month, day in days:
        try:
            real.append(dt.date(year, month, day))
        except ValueError:
            continue
    return real


def _typed(date: dt.date) -> set[str]:
    """Every way to type a day, and a day or month of a year that was not typed in."""
    day, month = (f"{date.day}", f"{date.day:02}"), (f"{date.month}", f"{date.month:02}")
    year = (f"{date.year}", f"{date.year % 100:02}")
    orders = [(day, month), (month, day), (day, month, year), (month, day, year), (year, month, day)]
    if date.day == 1:
        orders += [(month, year), (year, month)]
    return {sign.join(parts) for order in orders for parts in product(*order) for sign in _SIGNS}
