"""Who was received when, and how many of them are still open: day by day, the age by counting months."""

from collections import defaultdict
from fractions import Fraction

from tests.reference.averages import Mart
from tests.reference.case_days import CaseStory
from tests.reference.days import MONTHS, ONE_DAY, Day, days_from, month_start
from tests.reference.findings import first_month
from tests.reference.world import World

AT_THE_END = ("received_cases", "still_open_cases_end", "open_cases_end")
COHORT_FIGURES = (*AT_THE_END, "still_open_cases_avg", "open_cases_avg")
# First month of each age band.
AGE_BANDS = (0, 1, 3, 6, 12, 18, 24, 36, 48, 60)


def cohort_months(world: World) -> Mart:
    """fct_cohort_months, keyed by office, type, first month of the age band, month."""
    rows: Mart = defaultdict(lambda: dict.fromkeys(COHORT_FIGURES, Fraction(0)))
    for month in MONTHS.starts(first_month(world), world.as_of):
        days = list(days_from(month, MONTHS.last_day(month, world.as_of) + ONE_DAY))
        for story in world.stories:
            for office_id, figure, amount in _counted(story, days):
                rows[office_id, story.case.supervision_type, _band(story, month), month][figure] += amount
    return {key: row | _bounds(world, *key[2:]) for key, row in rows.items()}


def _counted(story: CaseStory, days: list[Day]) -> list[tuple[str, str, Fraction]]:
    """What one case adds to figures of a month, and in which office."""
    opened_on = story.case.opened_on
    if opened_on > days[-1]:
        return []
    received_in = story.office(opened_on)
    found = [(received_in, "received_cases", Fraction(1))]
    for day in (day for day in story.open_days if days[0] <= day <= days[-1]):
        for office_id, stem in ((received_in, "still_open_cases"), (story.office(day), "open_cases")):
            found.append((office_id, f"{stem}_avg", Fraction(1, len(days))))
            if day == days[-1]:
                found.append((office_id, f"{stem}_end", Fraction(1)))
    return found


def _band(story: CaseStory, month: Day) -> int:
    received = month_start(story.case.opened_on)
    age = 12 * (month.year - received.year) + month.month - received.month
    return max(band for band in AGE_BANDS if band <= age)


def _bounds(world: World, band: int, month: Day) -> dict[str, int | None]:
    return {
        "age_to_months": min((later for later in AGE_BANDS if later > band), default=None),
        "days": MONTHS.days(month, world.as_of),
    }
