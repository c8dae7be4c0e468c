"""Reconviction held to a computation person by person, on drawn lives, and at the edges of windows."""

import random
from datetime import date, timedelta

import polars as pl
import pytest

from analysis.reconviction import (
    ENGLAND_AND_WALES,
    NETHERLANDS,
    Reconviction,
    Window,
    comparable,
    measured,
    reconvicted,
    window_ends,
)

EVENTS = {"subject": pl.Int64, "happened": pl.Date, "decided": pl.Date}
STARTS = {"subject": pl.Int64, "started": pl.Date}
FIRST = date(2019, 1, 1)


def months_after(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def by_person(started: date, events: list[tuple], window: Window, as_of: date) -> int | None:
    """How many events count of one person; None where it is too early to say."""
    ends = months_after(started, window.months)
    decided_by = months_after(started, window.months + window.waiting_months)
    if decided_by > as_of:
        return None
    return sum(
        bool(happened and decided) and started <= happened <= ends and decided <= decided_by
        for happened, decided in events
    )


def drawn(seed: int) -> tuple[list[tuple], dict[int, list[tuple]]]:
    draw = random.Random(seed)
    starts, events = [], {}
    for person in range(60):
        started = FIRST + timedelta(draw.randrange(900))
        starts.append((person, started))
        events[person] = []
        for _ in range(draw.choice([0, 0, 1, 2, 4])):
            happened = started + timedelta(draw.randrange(-60, 900))
            decided = happened + timedelta(draw.randrange(400)) if draw.random() < 0.8 else None
            events[person].append((happened, decided))
    return starts, events


@pytest.mark.parametrize("window", [ENGLAND_AND_WALES, NETHERLANDS, Window(6, 0, "end", "case")])
def test_it_is_what_a_look_at_each_person_gives(window):
    as_of = date(2022, 3, 31)
    for seed in range(5):
        starts, events = drawn(seed)
        rows = [(person, *event) for person, found in events.items() for event in found]
        found = reconvicted(
            pl.DataFrame(starts, schema=STARTS, orient="row"),
            pl.DataFrame(rows, schema=EVENTS, orient="row"),
            window,
            as_of,
        )
        by_hand = [by_person(started, events[person], window, as_of) for person, started in starts]
        assert found["subject"].to_list() == [person for person, _ in starts]
        assert found["reoffences"].to_list() == by_hand
        assert found["is_reconvicted"].to_list() == [one if one is None else one > 0 for one in by_hand]
        figures = measured(found)
        known = [one for one in by_hand if one is not None]
        assert (figures.people, figures.unfinished) == (len(known), len(starts) - len(known))
        assert figures.share == pytest.approx(sum(one > 0 for one in known) / len(known))
        assert figures.frequency == pytest.approx(sum(known) / sum(one > 0 for one in known))


def one(
    started: date, happened: date | None, decided: date | None, as_of: date, window: Window
) -> bool | None:
    starts = pl.DataFrame([(1, started)], schema=STARTS, orient="row")
    events = pl.DataFrame([(1, happened, decided)], schema=EVENTS, orient="row")
    return reconvicted(starts, events, window, as_of)["is_reconvicted"][0]


def test_both_last_days_count_and_the_day_after_does_not():
    started, late = date(2020, 1, 31), date(2030, 1, 1)
    assert one(started, date(2021, 1, 31), date(2021, 7, 31), late, ENGLAND_AND_WALES)
    assert not one(started, date(2021, 2, 1), date(2021, 7, 31), late, ENGLAND_AND_WALES)
    assert not one(started, date(2021, 1, 31), date(2021, 8, 1), late, ENGLAND_AND_WALES)
    assert one(started, started, started, late, ENGLAND_AND_WALES)
    assert not one(started, date(2020, 1, 30), date(2020, 5, 1), late, ENGLAND_AND_WALES)
    assert window_ends(date(2020, 2, 29), ENGLAND_AND_WALES) == (date(2021, 2, 28), date(2021, 8, 29))


def test_an_early_event_does_not_enter_before_the_time_is_over():
    started, event = date(2020, 1, 31), date(2020, 3, 1)
    assert one(started, event, event, date(2021, 7, 30), ENGLAND_AND_WALES) is None
    assert one(started, event, event, date(2021, 7, 31), ENGLAND_AND_WALES) is True
    assert one(started, None, None, date(2021, 7, 31), ENGLAND_AND_WALES) is False


def test_an_offence_not_yet_decided_is_no_reconviction():
    assert one(date(2020, 1, 31), date(2020, 3, 1), None, date(2025, 1, 1), ENGLAND_AND_WALES) is False


def test_nobody_has_no_share_and_a_person_counts_once():
    nobody = pl.DataFrame([], schema=STARTS)
    figures = measured(reconvicted(nobody, pl.DataFrame([], schema=EVENTS), NETHERLANDS, FIRST))
    assert (figures.people, figures.share, figures.frequency) == (0, None, None)
    assert Reconviction(5, 0, 0).frequency is None
    twice = pl.DataFrame([(1, FIRST), (1, date(2020, 5, 1))], schema=STARTS, orient="row")
    found = reconvicted(twice, pl.DataFrame([], schema=EVENTS), NETHERLANDS, date(2025, 1, 1))
    assert found["is_reconvicted"].to_list() == [False, False]
    with pytest.raises(ValueError, match="each of them once"):
        measured(found)
    with pytest.raises(ValueError, match="day on which it starts"):
        reconvicted(pl.DataFrame([(1, None)], schema=STARTS, orient="row"), found, NETHERLANDS, FIRST)


def test_only_the_same_window_may_stand_beside_another():
    assert comparable([])
    assert comparable([ENGLAND_AND_WALES])
    assert not comparable([NETHERLANDS, Window(24, 0, NETHERLANDS.starts, NETHERLANDS.event)])
    assert not comparable([NETHERLANDS, Window(24, 6, "release", NETHERLANDS.event)])
    with pytest.raises(ValueError, match="a month or more"):
        Window(0, 6, "end", "case")
