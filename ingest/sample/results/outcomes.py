"""Conditions, events, referrals and needs of mandates over the last three years."""

import numpy as np
import polars as pl

from ingest.sample.calendar import NEVER, day
from ingest.sample.columns import dates, ids, words
from ingest.sample.people import municipalities
from ingest.sample.results import parameters as drawn
from ingest.sample.results.service import AFTER, Service, chosen, drawn_times
from ingest.sample.volumes import is_of_type

EVENTS = ("breach_report", "sanction", "revocation", "new_charge", "reconviction", "complaint")
REFERRED = ("completed", "dropped_out", "refused", "no_place")
NEED_TOOL = "needs_list"


def _running(service: Service) -> tuple[np.ndarray, np.ndarray]:
    """First day and day after the last of each supervised mandate in the last three years."""
    first, after = service.window(day(drawn.RECORDS_SINCE))
    return first, np.where(service.supervised, after, first)


def _by_risk(service: Service, case: np.ndarray, figures: tuple[float, ...]) -> np.ndarray:
    return np.array(figures)[service.assessments.first_level[case]]


def conditions_frame(rng: np.random.Generator, service: Service) -> pl.DataFrame:
    """The entity ``conditions``: imposed when the mandate opened, ended with it or lifted before."""
    mandates = service.mandates
    first, after = _running(service)
    mine = np.flatnonzero((first < after) & is_of_type(mandates.kind, *drawn.CONDITIONED))
    case = np.repeat(mine, 1 + rng.poisson(drawn.CONDITIONS_A_MANDATE, len(mine)))
    shares = np.stack([_by_risk(service, case, result) for result in drawn.CONDITION_RESULTS.values()])
    reached = np.cumsum(shares, axis=0)
    result = (rng.random(len(case)) * reached[-1] >= reached[:-1]).sum(axis=0)
    opened, ended = mandates.opened[case], mandates.ended[case]
    lifted = opened + (rng.uniform(0.3, 0.9, len(case)) * (mandates.due[case] - opened)).astype(np.int64)
    is_lifted = (
        (result == list(drawn.CONDITION_RESULTS).index("lifted")) & (lifted < AFTER) & (lifted < ended)
    )
    ended = np.where(is_lifted, lifted, ended)
    recorded = (ended < AFTER) & (rng.random(len(case)) < drawn.RESULT_RECORDED)
    return pl.DataFrame(
        {
            "condition_id": ids("V", np.arange(1, len(case) + 1)),
            "case_id": service.ids.gather(case),
            "kind": words(tuple(drawn.CONDITIONS), chosen(rng, drawn.CONDITIONS, len(case))),
            "imposed_on": dates(opened),
            "ended_on": dates(np.where(ended < AFTER, ended, NEVER)),
            "result": words(tuple(drawn.CONDITION_RESULTS), np.where(recorded, result, -1)),
        }
    )


def events_frame(rng: np.random.Generator, service: Service) -> pl.DataFrame:
    """The entity ``case_events``: breaches and what followed, charges, complaints."""
    everyone = np.arange(len(service.mandates))
    first, after = _running(service)
    breach = drawn_times(rng, _by_risk(service, everyone, drawn.BREACHES_A_YEAR), first, after)
    charge = drawn_times(rng, _by_risk(service, everyone, drawn.CHARGES_A_YEAR), first, after)
    complaint = drawn_times(rng, np.full(len(first), drawn.COMPLAINTS_A_YEAR), first, after)
    revoked = service.cases["end_reason"].to_numpy() == "revoked"
    revoked = np.flatnonzero(revoked & (first < after) & (service.mandates.ended < AFTER))
    revocation = (revoked, service.mandates.ended[revoked])
    reported = rng.random(len(revoked)) < drawn.REPORTED_BEFORE_REVOCATION
    before = revocation[1][reported] - rng.integers(15, 120, int(reported.sum()))
    report = (revoked[reported], np.maximum(before, first[revoked[reported]]))
    kinds = (
        ("breach_report", breach),
        ("breach_report", report),
        ("sanction", _followed(rng, breach, drawn.SANCTIONED_AFTER_BREACH, 55)),
        ("revocation", revocation),
        ("new_charge", charge),
        ("reconviction", _followed(rng, charge, drawn.RECONVICTED_AFTER_CHARGE, 240)),
        ("complaint", complaint),
    )
    case = np.concatenate([rows[0] for _, rows in kinds])
    on = np.concatenate([rows[1] for _, rows in kinds])
    event = np.concatenate([np.full(len(rows[0]), EVENTS.index(name)) for name, rows in kinds])
    order = np.lexsort((event, case, on))
    order = order[on[order] < AFTER]
    return pl.DataFrame(
        {
            "event_id": ids("E", np.arange(1, len(order) + 1)),
            "case_id": service.ids.gather(case[order]),
            "event": words(EVENTS, event[order]),
            "occurred_on": dates(on[order]),
            "outcome": _outcomes(rng, event[order]),
        }
    )


def _followed(
    rng: np.random.Generator, rows: tuple[np.ndarray, np.ndarray], share: float, days: int
) -> tuple[np.ndarray, np.ndarray]:
    """What follows some of the events, so many days later on average."""
    case, on = rows
    follows = rng.random(len(case)) < share
    return case[follows], on[follows] + 1 + rng.gamma(2.0, days / 2, int(follows.sum())).astype(np.int64)


def _outcomes(rng: np.random.Generator, event: np.ndarray) -> pl.Series:
    vocabulary = [word for shares in drawn.EVENT_OUTCOMES.values() for word in shares]
    position, start = np.full(len(event), -1), 0
    for name, shares in drawn.EVENT_OUTCOMES.items():
        drawn_ones = start + chosen(rng, shares, len(event))
        position = np.where(event == EVENTS.index(name), drawn_ones, position)
        start += len(shares)
    return words(vocabulary, position)


def referrals_frame(rng: np.random.Generator, service: Service) -> pl.DataFrame:
    """The entity ``referrals``: a wait, a course, and how it ended; some never got a place."""
    everyone = np.arange(len(service.mandates))
    first, after = _running(service)
    case, on = drawn_times(rng, _by_risk(service, everyone, drawn.REFERRALS_A_YEAR), first, after)
    order = np.lexsort((case, on))
    case, on = case[order], on[order]
    count = len(case)
    domain = chosen(rng, drawn.DOMAINS, count)
    no_place = rng.random(count) < np.array(drawn.NO_PLACE)[domain]
    refused = ~no_place & (rng.random(count) < drawn.REFUSED)
    goes = ~no_place & ~refused
    begins = np.where(goes, on + 1 + rng.gamma(1.5, drawn.WAIT_DAYS / 1.5, count).astype(np.int64), NEVER)
    dropped = rng.random(count) < drawn.DROPPED_OUT
    length = rng.gamma(2.0, np.where(dropped, 0.4, 1.0) * drawn.COURSE_DAYS / 2, count).astype(np.int64)
    begins = np.where(begins < AFTER, begins, NEVER)
    ends = np.where((begins < NEVER) & (begins + length < AFTER), begins + length, NEVER)
    answered = on + rng.integers(3, 60, count) < AFTER
    result = np.where(ends < NEVER, np.where(dropped, 1, 0), -1)
    result = np.where(answered & refused, 2, np.where(answered & no_place, 3, result))
    return pl.DataFrame(
        {
            "referral_id": ids("R", np.arange(1, count + 1)),
            "case_id": service.ids.gather(case),
            "domain": words(tuple(drawn.DOMAINS), domain),
            "partner_kind": words(tuple(drawn.PARTNERS), chosen(rng, drawn.PARTNERS, count)),
            "municipality": words(municipalities(len(service.teams)), service.people.municipality[case]),
            "referred_on": dates(on),
            "started_on": dates(begins),
            "ended_on": dates(ends),
            "result": words(REFERRED, result),
        }
    )


def needs_frame(rng: np.random.Generator, service: Service) -> pl.DataFrame:
    """The entity ``case_needs``: the same domains of a mandate each time, a little easier each time."""
    assessments = service.assessments
    recent = np.flatnonzero((assessments.on >= day(drawn.RECORDS_SINCE)) & (assessments.level < 3))
    case, on = assessments.case[recent], assessments.on[recent]
    times = np.arange(len(case)) - np.searchsorted(case, case, side="left")
    rows = np.repeat(np.arange(len(case)), drawn.DOMAINS_ASSESSED)
    place = np.tile(np.arange(drawn.DOMAINS_ASSESSED), len(case))
    # the mandate decides which domains, and which of them protect: so they can be followed
    domain = (case[rows] * 5 + place * 2 + case[rows] // 7) % len(drawn.DOMAINS)
    protects = (case[rows] * 13 + place * 29) % 100 < 100 * drawn.PROTECTIVE
    chance = np.array(drawn.LEVELS_UP_BY_RISK)[assessments.level[recent][rows]]
    eased = drawn.EASIER_EACH_TIME * times[rows]
    chance = np.where(protects, 0.45 + eased, np.maximum(chance - eased, 0.05))
    frame = pl.DataFrame(
        {
            "case_id": service.ids.gather(case[rows]),
            "assessed_on": dates(on[rows]),
            "domain": words(tuple(drawn.DOMAINS), domain),
            "direction": words(("need", "protective"), protects.astype(np.int64)),
            "level": rng.binomial(3, np.minimum(chance, 0.95)).astype(np.int64),
            "tool": pl.Series([NEED_TOOL]).gather(np.zeros(len(rows), dtype=np.uint32)),
        }
    )
    return frame.unique(["case_id", "assessed_on", "domain"], keep="first", maintain_order=True)
