"""Names and editions in the order in which people count them: 9 before 10, May before June."""

import re

_MONTHS = (
    "jan january januari janvier januar",
    "feb february februari février fevrier februar fév févr",
    "mar march maart mars märz mrt",
    "apr april avril avr",
    "may mei mai",
    "jun june juni juin",
    "jul july juli juillet juil",
    "aug august augustus août aout",
    "sep sept september septembre",
    "oct october oktober octobre okt",
    "nov november novembre",
    "dec december décembre decembre dezember dez déc",
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/. ](\d{1,2})[-/. ]((?:19|20)\d{2})(?!\d)")
_QUARTER = re.compile(r"(?<![^\W_])[qkt]([1-4])(?![^\W_])")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(\d{2})?(?!\d)")

Key = tuple[tuple[int, int, str], ...]


def natural_key(text: str) -> Key:
    """A key to sort by: the year where there is one, then numbers, months and quarters in their order."""
    plain = text.strip().lower()
    plain = _DAY_FIRST.sub(lambda day: f"{day[3]}-{day[2]}-{day[1]}", plain)
    plain = _COMPACT.sub(lambda day: "-".join(part for part in day.groups() if part), plain)
    years = _YEAR.findall(plain)
    rest = _YEAR.sub(" ", plain, count=1) if years else plain
    rest = _QUARTER.sub(lambda quarter: f" {3 * int(quarter[1])} ", rest)
    words = re.findall(r"\d+|[^\W\d_]+", rest)
    months = [_MONTH_OF[word] for word in words if word in _MONTH_OF]
    if months and years:
        # The month goes before the day of the month, wherever it is.
        words = [str(months[0]), *(word for word in words if word not in _MONTH_OF)]
    parts = [(0, int(word), "") if word.isdecimal() else (1, 0, word) for word in words]
    return ((0, int(years[0]) if years else 0, ""), *parts, (-1, 0, plain))
