"""Posts: vacancies, open recruitments and people who were hired and start later."""

import numpy as np
import polars as pl

from ingest.sample.calendar import NEVER, day
from ingest.sample.columns import dates
from ingest.sample.offices import Teams
from ingest.sample.parameters import AS_OF
from ingest.sample.postings import Posting, Staff
from ingest.sample.volumes import LINES

POSTS_SHARE = 0.035  # assumption: posts to fill against heads
HIRED_AHEAD = 12  # assumption: hires to come at full size


def planned_hires(rng: np.random.Generator, staff: Staff, heads: np.ndarray, size: float) -> list[Posting]:
    """Add postings that begin after `AS_OF`: their contracts are signed."""
    first = np.datetime64(AS_OF, "M") + 1
    chance = heads[:, -1] / heads[:, -1].sum()
    hires = []
    for group in rng.choice(len(chance), size=max(1, round(HIRED_AHEAD * size)), p=chance):
        month = first + int(rng.integers(0, 5))
        grade = "trainee_months_0_6" if rng.random() < 0.6 else "officer"
        begins = int(month.astype("datetime64[D]").astype(int))
        hire = staff.hired(int(group), begins, grade, ends=NEVER)
        hires.append(hire)
    return hires


def posts_frame(
    rng: np.random.Generator, hires: list[Posting], heads: np.ndarray, teams: Teams
) -> pl.DataFrame:
    """The entity ``posts``: one row per hire to come, and vacancies where many work."""
    chance = heads[:, -1] / heads[:, -1].sum()
    open_posts = max(2, round(POSTS_SHARE * heads[:, -1].sum()))
    rows = [(hire.group, hire.grade, hire.fte, "hired", hire.begins) for hire in hires]
    for number, group in enumerate(rng.choice(len(chance), size=open_posts, p=chance)):
        recruiting = number % 2 == 0
        start = day(AS_OF) + int(rng.integers(60, 270)) if recruiting else NEVER
        grade = "trainee_months_0_6" if rng.random() < 0.5 else "officer"
        rows.append((int(group), grade, 1.0, "recruiting" if recruiting else "vacant", start))
    return pl.DataFrame(
        {
            "post_id": [f"V{number:04d}" for number in range(1, len(rows) + 1)],
            "office_id": [teams.ids[group // len(LINES)] for group, *_ in rows],
            "grade": [row[1] for row in rows],
            "fte": [row[2] for row in rows],
            "status": [row[3] for row in rows],
            "service_line": [LINES[group % len(LINES)] for group, *_ in rows],
            "expected_start_on": dates(np.array([row[4] for row in rows])),
        }
    )
