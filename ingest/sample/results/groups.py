"""Results of groups: surveys of the people who do the work, training, and figures of what surrounds it."""

import numpy as np
import polars as pl

from ingest.sample.calendar import day, month_starts
from ingest.sample.columns import dates, words
from ingest.sample.offices import HALLE
from ingest.sample.parameters import HALLE_OPENS_ON
from ingest.sample.results import parameters as drawn
from ingest.sample.results.service import Service

GROUPS = (None, "up_to_two_years", "over_two_years")
MONTHS = month_starts("2023-07", "2026-06")


def surveys_frame(rng: np.random.Generator, service: Service) -> pl.DataFrame:
    """The entity ``surveys``: each wave, office and scale for everybody, newcomers and the others."""
    rows = []
    for wave in map(day, drawn.WAVES):
        busy = service.busyness(np.arange(len(service.teams)), wave)
        for team, heads in enumerate(_heads_by_office(service, wave)):
            if heads > 0:
                new = int(rng.binomial(heads, drawn.NEWCOMERS))
                answered = [int(rng.binomial(part, drawn.ANSWERED)) for part in (new, heads - new)]
                groups = ((heads, sum(answered)), (new, answered[0]), (heads - new, answered[1]))
                rows += _answers(rng, wave, team, groups, float(busy[team]))
    wave, team, scale, group, invited, respondents, mean, problem = zip(*rows, strict=True)
    return pl.DataFrame(
        {
            "wave_on": dates(np.array(wave)),
            "office_id": words(service.teams.ids, np.array(team)),
            "scale": pl.Series(scale),
            "group": pl.Series(group, dtype=pl.String),
            "invited": pl.Series(invited, dtype=pl.Int64),
            "respondents": pl.Series(respondents, dtype=pl.Int64),
            "mean": pl.Series(mean, dtype=pl.Float64),
            "problem_pct": pl.Series(problem, dtype=pl.Float64),
        }
    )


def _heads_by_office(service: Service, on: int) -> np.ndarray:
    """Officers at work by office: Halle was one with Brussel before it opened."""
    heads = service.heads(on)
    office = service.teams.office_on(np.arange(len(heads)), on)
    return np.bincount(office, heads, minlength=len(heads)).astype(np.int64)


def _answers(
    rng: np.random.Generator, wave: int, team: int, groups: tuple[tuple[int, int], ...], busy: float
) -> list[tuple]:
    found = []
    for scale, (mean, problem) in drawn.SCALES.items():
        for group, (invited, respondents) in zip(GROUPS, groups, strict=True):
            if invited and respondents:
                chance = (problem + drawn.PROBLEM_POINTS_WHERE_BUSY * busy) / 100
                share = rng.binomial(respondents, min(max(chance, 0.01), 0.99)) / respondents
                level = mean + rng.normal(0, 0.9 / np.sqrt(respondents))
                row = (scale, group, invited, respondents, round(level, 2), round(100 * share, 1))
                found.append((wave, team, *row))
    return found


def training_frame(rng: np.random.Generator, service: Service) -> pl.DataFrame:
    """The entity ``training``: hours by office, month and topic."""
    parts = []
    for month in MONTHS:
        heads = _heads_by_office(service, int(month))
        for number, (topic, a_head) in enumerate(drawn.COURSES.items()):
            hours = np.round(heads * a_head * rng.gamma(2.0, 0.5, len(heads)) * 2) / 2
            followed = np.minimum(np.ceil(hours / 6), heads).astype(np.int64)
            there = np.flatnonzero((hours > 0) & (followed > 0))
            parts.append((np.full(len(there), month), there, number, topic, hours[there], followed[there]))
    return pl.concat(
        pl.DataFrame(
            {
                "office_id": words(service.teams.ids, there),
                "month_start_on": dates(month),
                "topic": pl.Series([topic] * len(there), dtype=pl.String),
                "hours": hours,
                "participants": followed,
            }
        )
        for month, there, _, topic, hours, followed in parts
    )


def context_frame(rng: np.random.Generator, service: Service) -> pl.DataFrame:
    """The entity ``context_figures``: of the whole service, and support staff by office."""
    rows = []
    for month in MONTHS:
        for measure, (usual, spread, unit) in drawn.CONTEXT.items():
            amount = max(usual + spread * rng.standard_normal(), 0)
            places = 3 if unit == "share" else 0
            rows.append((month, measure, None, round(float(amount), places), unit))
        for team, heads in enumerate(_heads_by_office(service, int(month))):
            if heads > 0 and not (team == HALLE and month < day(HALLE_OPENS_ON)):
                office = str(service.teams.ids[team])
                rows.append((month, "admin_fte", office, round(float(heads) * drawn.ADMIN_A_HEAD, 1), "fte"))
    month, measure, office, amount, unit = zip(*rows, strict=True)
    return pl.DataFrame(
        {
            "month_start_on": dates(np.array(month)),
            "measure": pl.Series(measure),
            "office_id": pl.Series(office, dtype=pl.String),
            "value": pl.Series(amount, dtype=pl.Float64),
            "unit": pl.Series(unit),
        }
    )


def outcome_figures_frame(rng: np.random.Generator, service: Service) -> pl.DataFrame:
    """The entity ``outcome_figures``: of those who ended in a year, how many a register found again."""
    rows = []
    ended = service.cases.filter(pl.col("ended_on").is_not_null())
    for year in drawn.COHORT_YEARS:
        of_year = ended.filter(pl.col("ended_on").dt.year() == year)
        for kind, share in drawn.RECONVICTED.items():
            cohort = of_year.filter(pl.col("supervision_type") == kind)
            places = [(None, cohort.height), *cohort.group_by("office_id").len().sort("office_id").rows()]
            for office, people in places if kind == "probation" else places[:1]:
                found = int(people * drawn.FOUND_IN_REGISTER)
                for months, part in ((12, 0.55), (24, 1.0)):
                    again = int(rng.binomial(found, share * part))
                    rows.append((f"{year}-01-01", f"{year + 1}-01-01", months, office, kind, again, found))
    first, after, months, office, kind, again, found = zip(*rows, strict=True)
    return pl.DataFrame(
        {
            "source": pl.Series(["invented_register"] * len(rows)),
            "cohort_start_on": pl.Series(first).str.to_date(),
            "cohort_end_on": pl.Series(after).str.to_date(),
            "measure": [f"reconviction_{number}_months" for number in months],
            "office_id": pl.Series(office, dtype=pl.String),
            "supervision_type": pl.Series(kind),
            "numerator": pl.Series(again, dtype=pl.Float64),
            "denominator": pl.Series(found, dtype=pl.Float64),
            "note": pl.Series([None] * len(rows), dtype=pl.String),
        }
    ).filter(pl.col("denominator") > 0)
