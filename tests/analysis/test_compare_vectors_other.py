"""Reconviction, courts and SPACE II as published elsewhere: every figure of ``compare.json``."""

from collections import Counter
from datetime import date

import polars as pl
import pytest

from analysis import courts, space
from analysis.reconviction import (
    ENGLAND_AND_WALES,
    NETHERLANDS,
    Reconviction,
    Window,
    comparable,
    reconvicted,
    window_ends,
)
from tests.analysis.compare_vectors import compare, ids, of_topics, tolerance_of

TOPICS = ("reconviction.", "court.", "space.")
FEWEST = {
    "reconviction.england": 8,
    "reconviction.netherlands": 5,
    "reconviction.belgium": 1,
    "reconviction.comparison": 1,
    "court.clearance": 4,
    "court.time_to_disposition": 2,
    "court.age_of_pending": 1,
    "court.nods": 1,
    "space.codes": 1,
    "space.change": 7,
    "space.rate": 2,
    "space.scope": 1,
}
# Facts that were read, with nothing to compute: percentages without counts, a scope, a list of elements, and
# which disposals count by a description at second hand.
FACTS = {"rec-uk-pub-q2-2023", "rec-nl-disposals", "space-scope", "court-nods"}
SAID = {True: "yes", False: "no", None: "not yet known"}


def day(text: str | None) -> date | None:
    return text and date.fromisoformat(text)


def one_person(started: str, happened: str | None, decided: str | None, as_of: str, window: Window) -> str:
    starts = pl.DataFrame({"subject": ["1"], "started": [day(started)]})
    events = pl.DataFrame(
        {"subject": ["1"], "happened": [day(happened)], "decided": [day(decided)]},
        schema={"subject": pl.String, "happened": pl.Date, "decided": pl.Date},
    )
    return SAID[reconvicted(starts, events, window, day(as_of))["is_reconvicted"][0]]


def england(given: dict) -> str | dict:
    if "cohort_to" in given:
        follow_up, waiting = window_ends(day(given["cohort_to"]), ENGLAND_AND_WALES)
        return {"follow_up_ends_latest": follow_up.isoformat(), "waiting_ends_latest": waiting.isoformat()}
    if "reoffences_per_reoffender" in given:
        return published_in_words(given)
    window = Window(given["follow_up_months"], given["waiting_months"], "index date", "proven offence")
    dates = (given[name] for name in ("index_date", "offence_date", "conviction_date", "as_of"))
    return one_person(*dates, window)


def published_in_words(given: dict) -> dict:
    """The bulletin rounds both counts: its rate and its frequency give the reoffences that it states."""
    found = Reconviction(700_000, 184_100, round(184_100 * given["reoffences_per_reoffender"]))
    assert found.frequency == pytest.approx(given["reoffences_per_reoffender"], abs=0.005)
    assert found.reoffences == pytest.approx(510_000, rel=0.01)
    return {"rate_percent": 100 * found.share, "reoffences": "around 510,000"}


def netherlands(given: dict) -> str | dict:
    if "group" in given:
        cohort_ends = [window_ends(date(year, 12, 31), NETHERLANDS)[1] for year in (2017, 2012)]
        assert cohort_ends == [date(2020, 6, 30), date(2015, 6, 30)]
        return {
            "window_years": NETHERLANDS.months / 12,
            "follow_up_starts": NETHERLANDS.starts,
            "event": NETHERLANDS.event,
            "cohorts": "2012-2017 ends followed to July 2020",
            "cohorts_2015_report": "2002-2012 followed to July 2015",
        }
    window = Window(given["window_months"], NETHERLANDS.waiting_months, "end", "new case")
    new_case = given["new_case"]
    return one_person(given["supervision_ended"], new_case, new_case, given["as_of"], window)


def belgium(given: dict) -> dict:
    reconvicted_people = round(0.576 * given["cohort"])
    found = Reconviction(given["cohort"], reconvicted_people, 405781)
    return {"reconvicted_percent": 100 * found.share, "entries_per_reconvicted": found.frequency}


def windows(_: dict) -> dict:
    eighteen_years = Window(18 * 12, 0, "conviction in 1995", "any new entry")
    assert comparable([NETHERLANDS, NETHERLANDS])
    return {"comparable": comparable([ENGLAND_AND_WALES, NETHERLANDS, eighteen_years])}


def clearance(given: dict) -> dict:
    if "filed" in given:
        return {"ratio": courts.clearance_percent(given["filed"], given["disposed"]) / 100}
    if "incoming" in given:
        return {"clearance_percent": courts.clearance_percent(**given)}
    flow = courts.Flow(**given)
    percent = courts.clearance_percent(flow.incoming, flow.outgoing)
    return {"incoming": flow.incoming, "outgoing": flow.outgoing, "clearance_percent": percent}


def time_to_disposition(given: dict) -> dict:
    if "filed" not in given:
        return {"percent_within": courts.percent_within(given["days_to_disposition"], given["standard_days"])}
    filed, disposed = day(given["filed"]), day(given["disposed"])
    inactive = [(day(first), day(after)) for first, after in given["inactive"]]
    return {
        "calendar_days": courts.active_days(filed, disposed),
        "active_days": courts.active_days(filed, disposed, inactive),
    }


def age_of_pending(given: dict) -> dict:
    rows = [{"filed": day(one["filed"]), "is_active": one["active"]} for one in given["cases"]]
    found = courts.pending(pl.DataFrame(rows), day(given["as_of"]), given["standard_days"])
    return vars(found) | {f"percent_over_{given['standard_days']}": found.percent_over}


def codes(given: dict) -> dict:
    words = {
        "not_applicable": "not applicable",
        "unknown": "notion exists, no figure",
        "zero": "zero",
        "value": "value",
        "refused": "invalid",
    }
    return {"meaning": [words[space.answer(one)] for one in given["answers"]]}


def rates(given: dict) -> dict:
    if "stock" in given and isinstance(given["stock"], list):
        counts = given["stock"], given["inhabitants"]
        return {
            "rates": space.per_100_000(*counts),
            "mean_of_rates": space.mean_of_rates(*counts),
            "total_rate": space.rate_of_totals(*counts),
        }
    implied = {name: given[name] / given[f"{name}_rate"] / 10 for name in ("entries", "exits", "stock")}
    return {
        "implied_population_millions": implied,
        "is_total_over_total": max(implied.values()) < 1.001 * min(implied.values()),
    }


WAYS = {
    "reconviction.england": england,
    "reconviction.netherlands": netherlands,
    "reconviction.belgium": belgium,
    "reconviction.comparison": windows,
    "court.clearance": clearance,
    "court.time_to_disposition": time_to_disposition,
    "court.age_of_pending": age_of_pending,
    "space.codes": codes,
    "space.change": lambda given: {
        "change_percent": space.change_percent(given["current"], given["previous"])
    },
    "space.rate": rates,
}


def held_to(vector: dict) -> dict:
    """What is expected, without figures that cannot be computed and those published from unrounded ones."""
    expected = vector["expected"]
    if vector["id"] == "rec-be-1995":
        return {name: expected[name] for name in ("reconvicted_percent", "entries_per_reconvicted")}
    return expected


@pytest.mark.parametrize("name", [one for one in ids(*TOPICS) if one not in FACTS])
def test_every_published_figure_comes_out(name):
    vector = of_topics(TOPICS)[name]
    if "unrounded" in vector["note"]:
        between_the_roundings(vector)
    else:
        compare(WAYS[vector["topic"]](vector["input"]), held_to(vector), tolerance_of(vector))


def between_the_roundings(vector: dict) -> None:
    """The rates it is computed from are printed rounded: it lies between what their ends give."""
    current, previous = vector["input"]["current"], vector["input"]["previous"]
    lowest = space.change_percent(current - 0.5, previous + 0.05)
    highest = space.change_percent(current + 0.5, previous - 0.05)
    assert lowest < vector["expected"]["change_percent"] < highest


def numbers_in(given: object) -> int:
    parts = given.values() if isinstance(given, dict) else given if isinstance(given, list) else ()
    return isinstance(given, int | float) + sum(map(numbers_in, parts))


def test_what_is_left_out_gives_nothing_to_compute_from():
    assert [numbers_in(of_topics(TOPICS)[name]["input"]) for name in sorted(FACTS)] == [0] * len(FACTS)


def test_no_topic_is_left_out():
    counted = Counter(one["topic"] for one in of_topics(TOPICS).values())
    assert counted.keys() == FEWEST.keys()
    assert all(counted[topic] >= fewest for topic, fewest in FEWEST.items())
