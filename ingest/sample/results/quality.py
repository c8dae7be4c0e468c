"""Audits with the actions agreed after them, feedback and incidents."""

import numpy as np
import polars as pl

from ingest.sample.calendar import NEVER, day, working_day_from, working_day_until
from ingest.sample.columns import dates, ids, words
from ingest.sample.results import parameters as drawn
from ingest.sample.results.service import AFTER, Service, chosen

FINDINGS = ("not_in_the_file", "later_than_agreed", "not_discussed", "no_reason_given")


def _days(rng: np.random.Generator, count: int) -> np.ndarray:
    """Working days of the last three years, in order."""
    first = day(drawn.RECORDS_SINCE)
    days = np.sort(first + (rng.random(count) * (AFTER - first)).astype(np.int64))
    return np.where(working_day_from(days) < AFTER, working_day_from(days), working_day_until(days))


def _teams(rng: np.random.Generator, service: Service, count: int) -> np.ndarray:
    """Teams by their officers at work."""
    heads = service.heads(AFTER - 1)
    return rng.choice(len(heads), size=count, p=heads / heads.sum())


def audits_frames(rng: np.random.Generator, service: Service) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The entities ``audits`` and ``audit_actions``: each team is audited alike, on every criterion."""
    years = (AFTER - day(drawn.RECORDS_SINCE)) / 365.25
    audits = round(drawn.AUDITS_A_YEAR * years) * len(service.teams)
    team = np.repeat(np.arange(len(service.teams)), audits // len(service.teams))
    on = rng.permutation(_days(rng, audits))
    kind = chosen(rng, {"internal": 0.6, "external": 0.15, "peer": 0.25}, audits)
    criteria = len(drawn.CRITERIA)
    rows = np.repeat(np.arange(audits), criteria)
    usual = np.tile(list(drawn.CRITERIA.values()), audits)
    busy = service.busyness(team, AFTER - 1)[rows]
    score = usual - drawn.AUDIT_POINTS_WHERE_BUSY * busy + drawn.SCORE_SPREAD * rng.standard_normal(len(rows))
    score = np.round(score.clip(0, 100), 1)
    found = score < drawn.FOUND_BELOW
    codes = np.array([f"A{number:05d}" for number in range(1, audits + 1)], dtype=object)
    criterion = np.tile(np.arange(criteria), audits)
    frame = pl.DataFrame(
        {
            "audit_id": words(codes, rows),
            "criterion": words(tuple(drawn.CRITERIA), criterion),
            "office_id": service.offices(team[rows], on[rows]),
            "case_id": _looked_at(rng, service, team, on).gather(rows),
            "audited_on": dates(on[rows]),
            "kind": words(("internal", "external", "peer"), kind[rows]),
            "score_pct": score,
            "finding": words(FINDINGS, np.where(found, rng.integers(0, len(FINDINGS), len(rows)), -1)),
        }
    )
    return frame, _actions(rng, codes, rows[found], on[rows[found]])


def _looked_at(rng: np.random.Generator, service: Service, team: np.ndarray, on: np.ndarray) -> pl.Series:
    """One running mandate of the team for two audits in three."""
    mandates, found = service.mandates, np.full(len(team), -1)
    for place in np.flatnonzero(rng.random(len(team)) < 0.66):
        mine = np.flatnonzero((mandates.team == team[place]) & mandates.is_open_on(int(on[place])))
        if len(mine):
            found[place] = mine[rng.integers(0, len(mine))]
    return words(service.ids.to_list(), found)


def _actions(rng: np.random.Generator, codes: np.ndarray, audit: np.ndarray, on: np.ndarray) -> pl.DataFrame:
    count = len(audit)
    agreed = np.minimum(on + rng.integers(0, 20, count), AFTER - 1)
    due = working_day_from(agreed + drawn.ACTION_DAYS)
    early = agreed + (rng.random(count) * (due - agreed)).astype(np.int64)
    late = due + 1 + rng.gamma(1.5, 30, count).astype(np.int64)
    done = np.where(rng.random(count) < drawn.ACTIONS_LATE, late, early)
    done = np.where((rng.random(count) < drawn.ACTIONS_NEVER) | (done >= AFTER), NEVER, done)
    return pl.DataFrame(
        {
            "action_id": ids("M", np.arange(1, count + 1), 5),
            "audit_id": words(codes, audit),
            "agreed_on": dates(agreed),
            "due_on": dates(due),
            "done_on": dates(done),
            "status": words(("open", "closed"), (done < NEVER).astype(np.int64)),
        }
    )


def feedback_frame(rng: np.random.Generator, service: Service) -> pl.DataFrame:
    """The entity ``feedback``: coded, some of it about the whole service."""
    years = (AFTER - day(drawn.RECORDS_SINCE)) / 365.25
    count = max(40, round(drawn.FEEDBACK_A_YEAR * years * service.size))
    on, team = _days(rng, count), _teams(rng, service, count)
    wait = 1 + rng.gamma(1.5, drawn.DAYS_TO_ANSWER / 1.5, count).astype(np.int64)
    answered = (rng.random(count) < drawn.ANSWERED_FEEDBACK) & (on + wait < AFTER)
    rated = pl.Series(rng.random(count) < drawn.RATED)
    rating = pl.Series(1 + chosen(rng, [0.08, 0.17, 0.30, 0.30, 0.15], count).astype(np.int64))
    office = service.offices(team, on).to_frame("office_id")
    of_one = pl.Series(rng.random(count) < drawn.OF_AN_OFFICE)
    return pl.DataFrame(
        {
            "feedback_id": ids("F", np.arange(1, count + 1), 6),
            "received_on": dates(on),
            "from_group": words(tuple(drawn.FROM_GROUPS), chosen(rng, drawn.FROM_GROUPS, count)),
            "topic": words(tuple(drawn.TOPICS), chosen(rng, drawn.TOPICS, count)),
            "office_id": office.select(pl.when(of_one).then("office_id")).to_series(),
            "rating": pl.select(pl.when(rated).then(rating)).to_series(),
            "answered_on": dates(np.where(answered, on + wait, NEVER)),
            "answer": words(tuple(drawn.ANSWERS), np.where(answered, chosen(rng, drawn.ANSWERS, count), -1)),
        }
    )


def incidents_frame(rng: np.random.Generator, service: Service) -> pl.DataFrame:
    """The entity ``incidents``."""
    years = (AFTER - day(drawn.RECORDS_SINCE)) / 365.25
    count = max(6, round(drawn.INCIDENTS_A_YEAR * years * service.size))
    on, team = _days(rng, count), _teams(rng, service, count)
    return pl.DataFrame(
        {
            "incident_id": ids("I", np.arange(1, count + 1), 5),
            "office_id": service.offices(team, on),
            "occurred_on": dates(on),
            "kind": words(tuple(drawn.INCIDENTS), chosen(rng, drawn.INCIDENTS, count)),
            "severity": words(tuple(drawn.SEVERITIES), chosen(rng, drawn.SEVERITIES, count)),
        }
    )
