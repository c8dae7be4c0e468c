"""The moments of the outlook: now, in a quarter and in a year; policy says how many weeks these are."""

from dashboards.text import t
from dashboards.view import View

MOMENTS = ("now", "quarter", "year")


def moment_weeks(view: View) -> dict[str, int]:
    """How many weeks ahead each moment is: now 0."""
    return {"now": 0} | view.status.horizons


def moment_words(moment: str, view: View) -> str:
    """What a moment is called, as `in 13 weeks`."""
    weeks = moment_weeks(view)[moment]
    return t("outlook.moment_ahead", weeks=weeks) if weeks else t("outlook.moment_now")
