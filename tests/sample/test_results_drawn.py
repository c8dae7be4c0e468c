"""What the sample draws beside load: as much as stated, with the effects stated; nothing of load moves."""

from datetime import date

import numpy as np
import polars as pl
import pytest

from ingest.results import RESULTS
from ingest.sample import drawing
from ingest.sample.drawing import clean_service
from ingest.sample.results import parameters as stated

AS_OF = date(2026, 6, 30)
NAMES = [entity.name for entity in RESULTS]


@pytest.fixture(scope="module")
def clean() -> dict[str, pl.DataFrame]:
    return clean_service(20_000, 1)


def test_nothing_of_load_hangs_on_what_stands_beside_it(monkeypatch, clean) -> None:
    monkeypatch.setattr(
        drawing, "results_frames", lambda stream, service: {name: clean[name] for name in NAMES}
    )
    alone = clean_service(20_000, 1)
    for name in clean.keys() - set(NAMES):
        assert alone[name].equals(clean[name]), name


def test_a_sample_of_load_only_is_the_same_without_the_rest() -> None:
    whole, of_load = drawing.drawn_service(2_000, 1), drawing.drawn_service(2_000, 1, load_only=True)
    assert list(of_load) == [name for name in whole if name not in NAMES]
    assert all(whole[name].equals(frame) for name, frame in of_load.items())


def test_a_full_sample_has_a_million_contacts_of_the_last_two_years(full) -> None:
    planned = full["contacts"]["planned_on"]
    assert 850_000 < len(planned) < 1_150_000
    assert date(2024, 7, 1) <= planned.min() < date(2024, 7, 8)
    assert planned.max() <= AS_OF
    by_month = full["contacts"].group_by(pl.col("planned_on").dt.truncate("1mo")).len()
    assert by_month.height == 24 and by_month["len"].min() > 0.7 * by_month["len"].mean()


def test_missed_contacts_hang_on_risk_as_stated(full) -> None:
    first = full["case_assessments"].sort("case_id", "assessed_on").unique("case_id", keep="first")
    of_risk = full["contacts"].join(first.select("case_id", "risk_level"), on="case_id")
    missed = dict(of_risk.group_by("risk_level").agg((pl.col("attendance") == "missed").mean()).rows())
    for level, share in zip(("low", "medium", "high"), stated.MISSED_BY_RISK, strict=False):
        # levels of the first row that is kept; some were assessed otherwise before
        assert missed[level] == pytest.approx(share, abs=0.02), level


def test_nobody_meets_an_officer_before_the_case_has_started(clean) -> None:
    met = clean["contacts"].join(clean["cases"].select("case_id", "started_on", "received_on"), on="case_id")
    earliest = pl.min_horizontal("started_on", "received_on")
    assert met.filter(pl.col("planned_on") < earliest).height == 0


def test_a_revoked_case_has_its_revocation_on_the_day_it_ended(clean) -> None:
    revoked = clean["case_events"].filter(pl.col("event") == "revocation")
    ended = revoked.join(clean["cases"].select("case_id", "ended_on", "end_reason"), on="case_id")
    assert ended.height > 50
    assert (ended["end_reason"] == "revoked").all() and (ended["ended_on"] == ended["occurred_on"]).all()


def test_a_busier_office_has_more_answers_that_point_to_a_problem_and_only_a_few(full) -> None:
    whole = full["surveys"].filter(pl.col("group").is_null() & (pl.col("respondents") <= pl.col("invited")))
    weighted = whole.group_by("office_id").agg(
        (pl.col("problem_pct") * pl.col("respondents")).sum() / pl.col("respondents").sum()
    )
    points = weighted["problem_pct"].to_numpy()
    assert np.ptp(points) < 15
    assert 15 < points.mean() < 35


def test_groups_of_a_survey_are_the_office(full) -> None:
    good = full["surveys"].filter(pl.col("scale") != "typing_error")
    keys = ["wave_on", "office_id", "scale"]
    parts = good.filter(pl.col("group").is_not_null()).group_by(keys).agg(pl.col("respondents").sum())
    whole = good.filter(pl.col("group").is_null())
    both = whole.join(parts, on=keys, suffix="_of_groups")
    assert (both["respondents"] == both["respondents_of_groups"]).all()


def test_planted_defects_beside_load_are_there_at_every_size(small, full) -> None:
    for frames in (small, full):
        audits, cases = frames["audits"]["audit_id"].implode(), frames["cases"]["case_id"].implode()
        contacts = frames["contacts"]
        found = {
            "unknown mode": contacts.filter(~pl.col("mode").is_in(list(stated.MODES))).height,
            "unknown case": contacts.filter(~pl.col("case_id").is_in(cases)).height,
            "held after the last day": contacts.filter(pl.col("held_on") > AS_OF).height,
            "ended before imposed": frames["conditions"]
            .filter(pl.col("ended_on") < pl.col("imposed_on"))
            .height,
            "event to come": frames["case_events"].filter(pl.col("occurred_on") > AS_OF).height,
            "unknown audit": frames["audit_actions"].filter(~pl.col("audit_id").is_in(audits)).height,
            "rating of six": frames["feedback"].filter(pl.col("rating") > 5).height,
            "more answers": frames["surveys"].filter(pl.col("respondents") > pl.col("invited")).height,
        }
        assert all(found.values()), found
