"""Random published figures: of months, quarters, years, one day and none, computed here or not."""

from collections.abc import Iterator
from decimal import Decimal

from tests.reference.chance import Chance
from tests.reference.days import ONE_DAY, Day, add_months, month_start
from tests.reference.draw_policy import MANDATES
from tests.reference.records import PublishedFigure

MEASURES = ("new_cases", "ended_cases", "open_cases", "active_cases", "waiting_cases", "staff_fte")
VALUES = tuple(map(Decimal, ("0", "1", "2", "3", "5", "12.5", "40")))
FIGURES = 80
# From old to new, which their letters do not say.
EDITIONS = ("edition 9", "edition 10", "June 2024", "May 2025", "June 2025")


def published_drawn(chance: Chance, offices: tuple[str, ...]) -> Iterator[PublishedFigure]:
    """Figures of some editions about offices, types or all; none of a day after as_of."""
    random, taken = chance.random, set()
    for _ in range(FIGURES):
        key = (
            random.choice(("ministry", "ministry", "register")),
            random.choice(EDITIONS),
            *_period(chance),
            random.choice(MEASURES),
            random.choice((None, *offices)),
            random.choice((None, None, *MANDATES)),
        )
        if key not in taken:
            taken.add(key)
            yield PublishedFigure(*key, random.choice(VALUES))


def _period(chance: Chance) -> tuple[Day, Day]:
    after = chance.as_of + ONE_DAY
    begins_on = chance.day(chance.first, chance.as_of)
    length = chance.random.choice(("none", "day", 1, 1, 3, 12))
    if length == "none":
        return begins_on, begins_on
    if length == "day":
        return begins_on, begins_on + ONE_DAY
    begins_on = month_start(begins_on)
    return begins_on, max(begins_on, min(add_months(begins_on, length), after))
