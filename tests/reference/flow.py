"""Cases that come, start, move and end, per office, type and month, and what stands at its end."""

from collections import defaultdict

from tests.reference.averages import Mart
from tests.reference.case_days import CaseStory
from tests.reference.days import MONTHS, ONE_DAY, Day, month_start
from tests.reference.world import World

FLOWS = ("received_cases", "started_cases", "ended_cases", "transferred_in_cases", "transferred_out_cases")
STOCKS = ("open_cases_end", "active_cases_end", "waiting_cases_end", "uncovered_cases_end")


def case_flow_months(world: World) -> Mart:
    """fct_case_flow_months, keyed by office, supervision type, month."""
    mart: Mart = defaultdict(lambda: dict.fromkeys(FLOWS + STOCKS, 0))
    for story in world.stories:
        for column, office_id, day in events(story):
            mart[office_id, story.case.supervision_type, month_start(day)][column] += 1
    for one in world.case_days:
        start = month_start(one.day)
        if one.day == MONTHS.last_day(start, world.as_of):
            row = mart[one.office_id, one.case.supervision_type, start]
            row["open_cases_end"] += 1
            row[f"{one.state}_cases_end"] += 1
    return dict(mart)


def events(story: CaseStory) -> list[tuple[str, str, Day]]:
    """What happens to one case up to as_of: the column it counts in, the office, the day."""
    opened_on, ended_on, days = story.case.opened_on, story.case.ended_on, story.open_days
    found = [("received_cases", story.office(opened_on), opened_on)]
    if story.first_carried_on is not None:
        found.append(("started_cases", story.office(story.first_carried_on), story.first_carried_on))
    for day in days:
        if day > opened_on:
            left, entered = story.office(day - ONE_DAY), story.office(day)
            if left != entered:
                found += [("transferred_out_cases", left, day), ("transferred_in_cases", entered, day)]
    if ended_on is not None:
        found.append(("ended_cases", story.office(days[-1] if days else opened_on), ended_on))
    return found
