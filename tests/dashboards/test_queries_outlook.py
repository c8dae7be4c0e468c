"""The questions of Outlook against SQL written by hand, on the sample."""

from pathlib import Path

import pytest

from dashboards import database, queries
from dashboards.choice import SERVICE
from dashboards.queries import outlook as questions
from dashboards.queries import outlook_officer as officer_questions
from dashboards.reader import Reader
from tests.dashboards.viewing import choice_of

SCHEME = "fl_type_phase"
LINE = "offender_supervision"


def by_hand(asking: Reader, sql: str, *values: object) -> list[tuple]:
    """Rows of the published file, asked apart from the pages."""
    with database._opened(asking.file).cursor() as cursor:
        cursor.execute("set search_path = 'published'")
        return cursor.execute(sql, list(values)).fetchall()


def an_office(asking: Reader) -> str:
    """An office in which a case waits and officers work."""
    return by_hand(
        asking,
        "select office_id from marts.fct_open_cases where weight_scheme = ? and state = 'waiting' "
        "and office_id in (select office_id from marts.fct_officer_outlook_weeks) "
        "group by 1 order by count(*) desc, 1 limit 1",
        SCHEME,
    )[0][0]


def a_carrier(asking: Reader, office: str) -> str:
    """An officer of the office who carries a case today."""
    carried = [found for (found,) in by_hand(asking, "select officer_shares from marts.fct_open_cases")]
    ids = officer_questions.officers(asking, choice_of(office))["officer_id"].to_list()
    return next(one for one in ids if any(text.startswith(f"{one} ") for text in carried))


@pytest.mark.parametrize("is_whole", [True, False])
def test_weeks_are_ratios_of_sums_over_the_offices(asking: Reader, nobody_is_few, is_whole: bool) -> None:
    office = SERVICE if is_whole else an_office(asking)
    weeks = questions.area_weeks(asking, choice_of(office))
    for is_booked, mart in ((False, "fct_office_line_weeks"), (True, "fct_office_line_outlook_weeks")):
        own = weeks.filter(weeks["is_booked"] == is_booked)
        expected = by_hand(
            asking,
            "select sum(workload_units_avg), sum(capacity_units_avg), "
            "sum(contract_fte_avg - available_fte_avg) from marts.MART "
            "where service_line = ? and weight_scheme = ? and (? = 'service' or office_id = ?) "
            "group by week_start_on order by week_start_on".replace("MART", mart),
            LINE,
            SCHEME,
            office,
            office,
        )[-own.height :]
        assert own["workload_units_avg"].to_list() == pytest.approx([row[0] for row in expected])
        assert own["capacity_units_avg"].to_list() == pytest.approx([row[1] for row in expected])
        assert own["reduced_fte_avg"].to_list() == pytest.approx([row[2] for row in expected], abs=1e-9)
        assert own["workload_pct"].to_list() == pytest.approx([100 * row[0] / row[1] for row in expected])


def test_weeks_are_26_behind_and_the_rest_of_this_one_and_52_ahead(asking: Reader) -> None:
    weeks = questions.area_weeks(asking, choice_of())
    behind, ahead = weeks.filter(~weeks["is_booked"]), weeks.filter("is_booked")
    assert behind["weeks_ahead"].to_list() == list(range(-25, 1))
    assert ahead["weeks_ahead"].to_list() == list(range(53))
    as_of = queries.status(asking).as_of
    assert behind["first_day_on"].max() <= as_of < ahead["first_day_on"].min()
    assert behind["days"][-1] + ahead["days"][0] == 7


def test_work_of_cases_and_tasks_adds_up_to_the_booked_work(asking: Reader) -> None:
    work = questions.booked_work(asking, choice_of())
    weeks = questions.area_weeks(asking, choice_of()).filter("is_booked")
    assert (work["case_units_avg"] + work["task_units_avg"]).to_list() == pytest.approx(
        weeks["workload_units_avg"].to_list()
    )
    assert work["active_cases_avg"].to_list() == pytest.approx(weeks["active_cases_avg"].to_list())


def test_lines_are_kept_apart_and_leave_nothing_out(asking: Reader, nobody_is_few) -> None:
    lines = [row["id"] for row in queries.choices(asking, "service_line")]
    ahead = [questions.area_weeks(asking, choice_of(service_line=line)).filter("is_booked") for line in lines]
    of_all = by_hand(
        asking,
        "select sum(workload_units_avg), sum(capacity_units_avg) from marts.fct_office_outlook_weeks "
        "where weight_scheme = ? group by week_start_on order by week_start_on",
        SCHEME,
    )
    for week, (work, capacity) in enumerate(of_all):
        rows = [row for weeks in ahead for row in weeks.filter(weeks["weeks_ahead"] == week).to_dicts()]
        assert len(rows) > 1
        assert sum(row["workload_units_avg"] for row in rows) == pytest.approx(work)
        assert sum(row["capacity_units_avg"] for row in rows) == pytest.approx(capacity)


@pytest.mark.parametrize("is_whole", [True, False])
def test_cases_that_end_or_stay_are_those_carried_today(asking: Reader, is_whole: bool) -> None:
    office = SERVICE if is_whole else an_office(asking)
    cases = questions.open_cases(asking, choice_of(office))
    ((carried, no_end, past, waiting),) = by_hand(
        asking,
        "select count(*) filter (state = 'active'), "
        "count(*) filter (state = 'active' and expected_end_on is null), "
        "count(*) filter (state = 'active' and expected_end_on <= as_of), "
        "count(*) filter (state = 'waiting') "
        "from marts.fct_open_cases, marts.dim_status "
        "where service_line = ? and weight_scheme = ? and (? = 'service' or office_id = ?)",
        LINE,
        SCHEME,
        office,
        office,
    )
    counted = tuple(cases[f"{name}_cases"] for name in ("carried", "without_end", "past_end", "waiting"))
    assert counted == (carried, no_end, past, waiting)
    ((ending,),) = by_hand(
        asking,
        "select count(*) from marts.fct_open_cases, marts.dim_status "
        "where service_line = ? and weight_scheme = ? and (? = 'service' or office_id = ?) "
        "and state = 'active' and expected_end_on > as_of "
        "and expected_end_on < date_trunc('week', as_of) + interval 371 day",
        LINE,
        SCHEME,
        office,
        office,
    )
    assert questions.booked_work(asking, choice_of(office))["ending_cases"].sum() == ending


def test_cases_received_are_those_of_the_last_three_whole_months(asking: Reader) -> None:
    expected = by_hand(
        asking,
        "select sum(received_cases) from marts.fct_case_flow_months, marts.dim_status "
        "where supervision_type in (select work_type from marts.dim_work_types where service_line = ?) "
        "and last_day(month_start_on) <= as_of group by month_start_on order by month_start_on desc limit 3",
        LINE,
    )
    cases = questions.open_cases(asking, choice_of())
    assert cases["received_months"] == 3
    assert cases["received_cases"] == sum(count for (count,) in expected)


def test_every_office_is_in_the_fixed_order_with_its_own_weeks(asking: Reader, nobody_is_few) -> None:
    rows = questions.parts_ahead(asking, choice_of())
    order = [row["id"] for row in queries.choices(asking, "office")]
    assert rows["part_id"].to_list() == [one for one in order if one in set(rows["part_id"])]
    for row in rows.to_dicts():
        weeks = questions.area_weeks(asking, choice_of(row["part_id"]))
        now = weeks.filter(~weeks["is_booked"] & (weeks["weeks_ahead"] == 0))
        assert row["workload_pct_now"] == pytest.approx(now["workload_pct"][0])
        for moment, ahead in (("quarter", 13), ("year", 52)):
            then = weeks.filter(weeks["is_booked"] & (weeks["weeks_ahead"] == ahead))
            assert row[f"workload_pct_{moment}"] == pytest.approx(then["workload_pct"][0])
            assert row[f"workload_units_{moment}"] == pytest.approx(then["workload_units_avg"][0])


def test_officers_stand_in_the_fixed_order_that_says_nothing_of_work(asking: Reader) -> None:
    office = an_office(asking)
    ids = officer_questions.officers(asking, choice_of(office))["officer_id"].to_list()
    expected = by_hand(
        asking,
        "select officer_id from marts.dim_officers, marts.dim_status where officer_id in "
        "(select officer_id from marts.fct_officer_outlook_weeks where office_id = ? and weight_scheme = ?) "
        "or office_id = ? and (last_contract_to is null or last_contract_to > as_of) order by position",
        office,
        SCHEME,
        office,
    )
    assert ids == [one for (one,) in expected] and ids


def test_own_cases_are_those_carried_at_the_share_of_the_officer(asking: Reader) -> None:
    officer = a_carrier(asking, an_office(asking))
    cases = officer_questions.own_cases(asking, choice_of(officer=officer))
    rows = by_hand(
        asking,
        "select case_id, officer_shares, weight_units from marts.fct_open_cases where weight_scheme = ?",
        SCHEME,
    )
    shares = {
        case_id: (float(carrier.rsplit(" ", 1)[1]), weight)
        for case_id, carriers, weight in rows
        for carrier in carriers.split(", ")
        if carriers and carrier.rsplit(" ", 1)[0] == officer
    }
    assert set(cases["case_id"]) == set(shares) and shares
    for row in cases.to_dicts():
        share, weight = shares[row["case_id"]]
        assert row["share"] == share
        assert row["weight_units_now"] == pytest.approx(share * weight)
    assert cases["opened_on"].is_sorted(), "by day of opening, not by weight"


def test_a_case_weighs_nothing_once_it_has_ended_and_what_the_outlook_says_before(asking: Reader) -> None:
    officer = a_carrier(asking, an_office(asking))
    for row in officer_questions.own_cases(asking, choice_of(officer=officer)).to_dicts():
        for moment, weeks in (("quarter", 13), ("year", 52)):
            found = by_hand(
                asking,
                "select weight_units from marts.fct_open_case_outlook, marts.dim_status "
                "where case_id = ? and weight_scheme = ? "
                "and valid_from <= date_trunc('week', as_of)::date + ? "
                "and valid_to > date_trunc('week', as_of)::date + ?",
                row["case_id"],
                SCHEME,
                7 * weeks,
                7 * weeks,
            )
            expected = row["share"] * found[0][0] if found else 0
            assert row[f"weight_units_{moment}"] == pytest.approx(expected)


def test_cases_to_take_wait_or_are_uncovered_in_the_office(asking: Reader) -> None:
    office = an_office(asking)
    cases = officer_questions.cases_to_take(asking, choice_of(office))
    expected = by_hand(
        asking,
        "select case_id from marts.fct_open_cases "
        "where office_id = ? and weight_scheme = ? and state in ('waiting', 'uncovered') "
        "and not is_to_close",
        office,
        SCHEME,
    )
    assert set(cases["case_id"]) == {one for (one,) in expected}
    assert cases["days"].is_sorted(descending=True)


def test_no_person_leaves_the_database(asking: Reader) -> None:
    office = an_office(asking)
    for frame in (
        questions.area_weeks(asking, choice_of(office)),
        questions.booked_work(asking, choice_of(office)),
        officer_questions.cases_to_take(asking, choice_of(office)),
        officer_questions.own_cases(asking, choice_of(officer=a_carrier(asking, office))),
    ):
        assert not {"person_id", "household_id", "officer_id"} & set(frame.columns)
    assert Path(asking.file).is_file()
