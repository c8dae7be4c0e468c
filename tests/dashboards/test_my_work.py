"""My work: everything about one officer, for that officer, the head of the office and the demonstration."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from math import prod
from pathlib import Path

import polars as pl
import pytest

from dashboards import database, queries, use, written
from dashboards.access.narrowing import NotShownError
from dashboards.access.scope import GIVEN_ROLES, Role, Scope
from dashboards.app_pages.my_work import PAGE
from dashboards.filters.settling import settled_further
from dashboards.form import Answers
from dashboards.page import MoreFilters, panels_for, steps
from dashboards.panel import Panel, State
from dashboards.panels.my_work import due
from dashboards.queries import outlook_officer
from dashboards.reader import Reader
from dashboards.text import speaking, t
from dashboards.view import View
from reports import __main__ as reports
from store import access_log
from store.chain import append
from store.errors import ChangedMeanwhileError
from store.lines import Line, Who
from store.objections import of_officer
from store.opening import opened, reading, writing
from tests.dashboards.outlook_pages import SCHEME
from tests.dashboards.test_roles_on_screen import as_role, at_address
from tests.dashboards.test_roles_on_screen import opened as opens
from tests.dashboards.viewing import choice_of, of_marts, view_of
from warehouse import places

OFFICE, OTHER = "GEN", "BRU"
WHO = Who("somebody", "officer")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a store that the pages write to."""
    monkeypatch.setenv("MAATWERK_STORE", str(tmp_path / "kept"))
    yield tmp_path / "kept"
    use.log().close()
    access_log._log_at.cache_clear()


def officers_of(asking: Reader, office: str) -> list[str]:
    """Officers of an office who carry cases."""
    ids = outlook_officer.officers(asking, choice_of(office))["officer_id"]
    return [one for one in ids if not outlook_officer.own_cases(asking, choice_of(officer=one)).is_empty()]


@pytest.fixture
def officer(asking: Reader) -> str:
    """The officer of the office with most cases: some of theirs have flags, shares and tasks."""
    return max(
        officers_of(asking, OFFICE),
        key=lambda one: outlook_officer.own_cases(asking, choice_of(officer=one)).height,
    )


@pytest.fixture
def as_officer(reader, sample_warehouse, officer) -> Callable[[], object]:
    """Opens the pages as that officer."""

    def opening():
        shown = reader(sample_warehouse)
        return as_role(shown, Role.OFFICER, demo_office=OFFICE, demo_officer=officer)

    return opening


def panels(asking: Reader, language: str = "en", **chosen: str) -> dict[str, Panel]:
    """The panels of the page for a reader, with what is chosen between its parts."""

    def ask(view: View, asked: MoreFilters) -> View:
        choice = settled_further(
            view.reader,
            view.status,
            view.choice,
            asked.names,
            lambda one, _, usual: chosen.get(one.name, usual),
        )
        return view.choosing(choice)

    with speaking(language):
        view = view_of(PAGE, replace(asking, language=language), **chosen)
        found = [panel for part, seen in steps(PAGE, view, ask) for panel in panels_for(part, seen)]
    return {panel.name: panel for panel in found}


def of_the_officer(asking: Reader, officer: str) -> Reader:
    return replace(asking, scope=Scope(Role.OFFICER, officer=officer))


# Figures


def day_of(asking: Reader, officer: str, when: date) -> dict:
    """Work of the whole person on a day, by the spans: past what pages may have of them."""
    return of_marts(
        asking,
        """
        select sum(workload_units) as work, sum(active_cases) as cases
        from fct_officer_spans
        where officer_id = $officer and weight_scheme = $scheme and $day >= valid_from and $day < valid_to
        """,
        officer=officer,
        scheme=SCHEME,
        day=when,
    ).row(0, named=True)


def test_the_percentage_of_the_last_day_follows_case_by_case(asking, officer) -> None:
    panel = panels(of_the_officer(asking, officer), officer=officer)["my_work_derivation"]
    rows = panel.table.rows
    full_time = queries.weight_scheme(asking, SCHEME)["full_time_capacity"]
    for row in rows.to_dicts():
        assert row["weight_units"] == pytest.approx(row["base_weight_units"] * row["factor"])
        assert row["weight_units_now"] == pytest.approx(row["weight_units"] * row["share"])
        assert row["of_full_time_pct"] == pytest.approx(100 * row["weight_units_now"] / full_time)
    truth = day_of(asking, officer, queries.status(asking).as_of)
    tasks = truth["work"] - rows["weight_units_now"].sum()
    assert tasks > -1e-6
    assert f"{truth['work']:,.1f} hours a month" in panel.title
    assert f"{100 * truth['work'] / full_time:.0f}% of a full-time post" in panel.title
    assert f"add up to {rows['weight_units_now'].sum():,.1f}" in panel.summary
    assert (f"add {tasks:,.1f};" in panel.summary) == (tasks >= 0.005)
    assert f"{full_time:,.1f}, which is 100%" in panel.summary
    figures = {
        one.label: one.value for one in panels(of_the_officer(asking, officer))["my_work_today"].head_figures
    }
    assert figures["Cases carried"] == str(int(truth["cases"]))
    assert figures["Work"] == f"{truth['work']:,.1f}"


def test_tasks_are_what_the_cases_leave_of_the_work(asking) -> None:
    """Of every officer, against the work of the last day by the spans; somebody has tasks."""
    as_of, said = queries.status(asking).as_of, {}
    for office in (row["id"] for row in queries.choices(asking, "office")):
        for one in officers_of(asking, office):
            cases = outlook_officer.own_cases(asking, choice_of(officer=one))["weight_units_now"].sum()
            left = day_of(asking, one, as_of)["work"] - cases
            assert left > -1e-6
            if left > 0.005:
                said[one] = left
    assert said
    for one, left in said.items():
        assert f"add {left:,.1f};" in panels(of_the_officer(asking, one))["my_work_derivation"].summary


def test_each_case_says_its_flags_in_the_language_of_the_page(asking) -> None:
    for language, flag in (("en", "interpreter"), ("nl", "tolk")):
        found = [
            flags
            for one in officers_of(asking, OFFICE)
            for flags in panels(of_the_officer(asking, one), language)["my_work_derivation"].table.rows[
                "flags"
            ]
        ]
        assert any(flag in (one or "") for one in found) and None in found


def test_each_case_says_the_flags_that_make_its_factor(asking) -> None:
    """The factors of the flags that are named multiply to the factor that is shown, up to the cap."""
    with (places.SEEDS / "case_factors.csv").open(encoding="utf-8", newline="") as file:
        seeds = [row for row in csv.DictReader(file) if row["weight_scheme"] == SCHEME]
    with speaking("en"):
        factors = {t(f"common.flag_{row['flag']}"): float(row["factor"]) for row in seeds}
    sql = "select factor_cap from dim_weight_schemes where weight_scheme = $scheme"
    cap, seen = of_marts(asking, sql, scheme=SCHEME)["factor_cap"][0], set()
    for office in (row["id"] for row in queries.choices(asking, "office")):
        for one in officers_of(asking, office):
            table = panels(of_the_officer(asking, one))["my_work_derivation"].table
            for flags, factor in table.rows.select("flags", "factor").rows():
                named = flags.split(", ") if flags else []
                assert factor == pytest.approx(min(prod(factors[flag] for flag in named), cap)), named
                seen |= set(named)
    assert len(seen) > 3


@pytest.mark.parametrize("grain", ["month", "week"])
def test_work_over_time_is_the_mean_of_its_days_back_to_the_first_case(asking, officer, grain) -> None:
    rows = panels(of_the_officer(asking, officer), own_grain=grain)["my_work_history"].table.rows
    spans = of_marts(
        asking,
        """
        select valid_from, valid_to, workload_units, active_cases from fct_officer_spans
        where officer_id = $officer and weight_scheme = $scheme and valid_from <= $day
        """,
        officer=officer,
        scheme=SCHEME,
        day=queries.status(asking).as_of,
    ).to_dicts()
    as_of = queries.status(asking).as_of
    starts = rows["period_start_on"].to_list()
    step = timedelta(days=7)
    for start, row in list(zip(starts, rows.to_dicts(), strict=True))[:: 1 if grain == "month" else 9]:
        end = start + step if grain == "week" else (start + timedelta(days=32)).replace(day=1)
        days = [start + timedelta(days=one) for one in range((end - start).days)]
        days = [one for one in days if one <= as_of]
        work = [
            sum(span["workload_units"] for span in spans if span["valid_from"] <= one < span["valid_to"])
            for one in days
        ]
        assert row["workload_units_avg"] == pytest.approx(sum(work) / len(days), abs=1e-6), start
    first = min(span["valid_from"] for span in spans if span["active_cases"])
    assert starts[0] <= first < starts[1]
    assert starts == sorted(starts) and starts[-1] <= as_of < starts[-1] + timedelta(days=31)
    if grain == "week":
        assert {later - one for one, later in pairwise(starts)} == {step}


def test_weights_of_now_are_those_of_the_last_day(warehouse_with_changed_weights, monkeypatch) -> None:
    monkeypatch.setenv("MAATWERK_WAREHOUSE", str(warehouse_with_changed_weights))
    asking = Reader(str(database.published_file()))
    one = officers_of(asking, OFFICE)[0]
    then, now = (
        panels(of_the_officer(asking, one), weights=weights)["my_work_history"].table.rows
        for weights in ("then", "now")
    )
    both = then.join(now, on="period_start_on", suffix="_now")
    change = (pl.col("workload_units_avg_now") - pl.col("workload_units_avg")).abs() > 1e-6
    changed = both.filter(change)["period_start_on"]
    assert len(changed) > 0 and changed.max() < date(2025, 1, 1), "after the change both are the same"


def test_what_falls_due_is_what_has_passed_or_comes_within_a_quarter(asking) -> None:
    found: set[str] = set()
    for office in (row["id"] for row in queries.choices(asking, "office")):
        for officer in officers_of(asking, office):
            found |= what_is_due(asking, officer)
    assert found == {"expected end has passed", "expected end", "first risk assessment", "task"}


def test_a_task_is_late_after_its_day_and_what_has_no_day_comes_last(asking, officer) -> None:
    view = view_of(PAGE, of_the_officer(asking, officer))
    cases = outlook_officer.own_cases(asking, choice_of(officer=officer))
    own, today = cases["case_id"][0], view.status.as_of
    days = [None, today, today - timedelta(1), today + timedelta(200)]
    tasks = pl.DataFrame(
        {
            "task_type": ["closing_work"] * 4,
            "due_on": days,
            "requested_on": [today - timedelta(30)] * 4,
            "case_id": [own, None, own, None],
        }
    )
    rows = due.due(cases.clear(), tasks, view)
    assert rows["what"].to_list() == ["task_late", "task", "task", "task_undated"]
    assert rows["due_on"].to_list() == [days[2], days[1], days[3], None]
    rows = due.due(cases, tasks, view).filter(pl.col("task_type").is_not_null())
    (kind,) = cases.filter(case_id=own)["supervision_type"]
    assert dict(rows.select("what", "supervision_type").iter_rows()) == {
        "task_late": kind,
        "task": None,
        "task_undated": kind,
    }


def what_is_due(asking: Reader, officer: str) -> set[str]:
    """What falls due of an officer, equal to what SQL by hand says, and in the order of the days."""
    table = panels(of_the_officer(asking, officer))["my_work_due"].table
    truth = of_marts(
        asking,
        """
        with own as (
            select * from fct_open_cases cross join dim_status
            where weight_scheme = $scheme
                and list_contains(list_transform(
                    string_split(officer_shares, ', '), lambda one: string_split(one, ' ')[1]
                ), $officer)
        )

        select
            case_id,
            if(expected_end_on < as_of, 'expected end has passed', 'expected end'),
            expected_end_on
        from own where expected_end_on < as_of + 91
        union all
        select record_id, 'first risk assessment', null
        from fct_findings where finding = 'not_assessed' and record_id in (select case_id from own)
        union all
        select
            if(case_id in (select case_id from own), case_id, null),
            case when due_on is null then 'task without a day'
                when due_on < as_of then 'task, its day has passed' else 'task' end,
            due_on
        from fct_open_tasks cross join dim_status where officer_id = $officer
        """,
        officer=officer,
        scheme=SCHEME,
    ).rows()
    if table is None:
        assert truth == []
        return set()
    rows = table.rows
    assert sorted(rows.select("case_id", "what", "due_on").rows(), key=str) == sorted(truth, key=str)
    days = rows["due_on"].drop_nulls().to_list()
    assert days == sorted(days)
    return set(rows["what"])


def test_one_more_case_adds_what_such_a_case_weighed_in_the_office(asking, officer) -> None:
    own = of_the_officer(asking, officer)
    assert "my_work_impact" not in panels(own)
    kind = "probation"
    panel = panels(own, kind_to_take=kind)["my_work_impact"]
    (weight,) = of_marts(
        asking,
        """
        select workload_units_avg / active_cases_avg as weight from fct_office_work_months
        where office_id = $office and work_type = $kind and weight_scheme = $scheme
            and month_start_on = (select max(month_start_on) from fct_office_work_months
                where month_start_on + interval 1 month <= (select as_of + 1 from dim_status))
        """,
        office=OFFICE,
        kind=kind,
        scheme=SCHEME,
    )["weight"]
    added = panel.table.rows["workload_units_after"] - panel.table.rows["workload_units_before"]
    assert added.to_list() == pytest.approx([weight] * len(added))
    assert f"weighed {weight:,.1f} hours a month" in panel.intro
    assert "recommends nothing" in panels(own)["my_work_one_more"].subtitle


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_part_is_there_in_both_languages_and_its_titles_differ(asking, officer, language, kept) -> None:
    found = panels(of_the_officer(asking, officer), language, kind_to_take="probation")
    titles = [panel.title for panel in found.values() if panel.title]
    assert len(set(titles)) == len(titles) >= 9
    assert all(len(title) <= 140 for title in titles), titles
    assert "my_work_nobody" not in found and "my_work_looks" in found and "my_work_objections" in found


def test_an_officer_asks_six_questions_at_most_and_none_when_seen_before(
    as_officer, officer, monkeypatch
) -> None:
    someone = as_officer()
    noted, opening = [], database._open
    monkeypatch.setattr(database, "_open", lambda file: (noted.append(file), opening(file))[1])
    database.forget()
    opens(someone, "my_work")
    assert officer in someone.words()
    assert 0 < len(noted) <= 6 + 3, "the banner of the demonstration asks for everybody: three of these"
    noted.clear()
    someone.app.run()
    assert noted == []


# Whose page


def test_an_officer_chooses_nobody_and_no_id_stands_in_the_address(as_officer, asking, officer) -> None:
    someone = as_officer()
    words = opens(someone, "my_work")
    assert f"{officer}," in words
    keys = {box.key for box in someone.app.selectbox if not box.key.startswith("demo_")}
    assert keys == {"scheme", "kind"}
    assert officer not in str(dict(someone.app.query_params))
    assert f"{OFFICE}" not in str(dict(someone.app.query_params))


def test_it_is_the_first_page_of_an_officer_and_of_nobody_else(as_officer, asking, officer) -> None:
    someone = as_officer()
    someone.app.run()
    assert "Overview" not in someone.words().split("Demonstration")[0]
    from dashboards.access.pages import offered
    from dashboards.app_pages import PAGES

    assert offered(Scope(Role.OFFICER), PAGES)[:2] == ("my_work", "overview")
    for role in set(GIVEN_ROLES) - {Role.OFFICER}:
        assert offered(Scope(role), PAGES)[0] != "my_work"
    assert offered(Scope(), PAGES) == PAGES


def test_a_forged_address_or_session_brings_no_other_officer(as_officer, asking, officer) -> None:
    other = officers_of(asking, OTHER)[0]
    colleague = next(one for one in officers_of(asking, OFFICE) if one != officer)
    someone = as_officer()
    for forged in (other, colleague):
        for key in (
            "own_officer",
            f"own_officer of {OTHER}",
            f"own_officer of {OFFICE}",
            f"officer of {OFFICE}",
        ):
            someone.app.session_state[key] = forged
        words = opens(someone, "my_work", office=OTHER, officer=forged, own_officer=forged, **{"": forged})
        assert f"{officer}," in words and forged not in words
        assert all(forged not in str(table.value) for table in someone.tables())


@pytest.mark.parametrize("role", [one for one in GIVEN_ROLES if one not in (Role.OFFICER, Role.OFFICE_HEAD)])
def test_the_page_is_not_for_other_roles_and_its_parts_show_them_nobody(
    reader, sample_warehouse, asking, officer, role
) -> None:
    someone = as_role(reader(sample_warehouse), role)
    assert t("common.page_not_yours") in at_address(someone, "my_work")
    other = replace(asking, scope=Scope(role))
    found = panels(other, own_office=OFFICE, own_officer=officer)
    assert officer not in str(found) or all(panel.state is State.NOT_SHOWN for panel in found.values())


def test_a_head_of_an_office_chooses_among_own_officers_alone(
    reader, sample_warehouse, asking, officer
) -> None:
    head = as_role(reader(sample_warehouse), Role.OFFICE_HEAD, demo_office=OFFICE)
    words = opens(head, "my_work", office=OTHER)
    assert "Choose an office and an officer above" in words
    box = head.app.selectbox(key=f"own_officer of {OFFICE}")
    own = outlook_officer.officers(asking, choice_of(OFFICE))["officer_id"].to_list()
    assert box.options == ["choose an officer", *own]
    box.set_value(officer).run()
    words = head.words()
    assert f"{officer}: booked" in words and "of a full-time post" in words
    assert officer not in str(dict(head.app.query_params))
    assert "Who looked at these figures" not in words, "which is for the officer alone"
    assert "shown to the officer alone" in words and "highest in" not in words


def test_in_a_demonstration_everybody_chooses_an_office_first(
    reader, sample_warehouse, asking, officer
) -> None:
    someone = reader(sample_warehouse)
    words = opens(someone, "my_work")
    assert "Choose an office and an officer above" in words
    assert not any((box.key or "").startswith("own_officer") for box in someone.app.selectbox)
    opens(someone, "my_work", office=OFFICE)
    someone.app.selectbox(key=f"own_officer of {OFFICE}").set_value(officer).run()
    assert f"{officer}," in someone.words()
    assert officer not in str(dict(someone.app.query_params))


def test_somebody_whom_the_data_do_not_know_is_told_so(asking) -> None:
    found = panels(replace(asking, scope=Scope(Role.OFFICER, officer="nobody")))
    assert "do not know you" in found["my_work_nobody"].said
    assert {panel.state for panel in found.values()} == {State.NOTHING}


# What the officer writes, and who looked


def answers(**values: str) -> Answers:
    return Answers(values, WHO)


def objecting(someone, figure: str, reason: str, text: str = "") -> None:
    by_label = {box.label: box for box in someone.app.selectbox}
    by_label["Figure"].set_value(figure)
    by_label["Reason"].set_value(reason)
    someone.app.text_area[0].set_value(text)
    next(one for one in someone.app.button if one.label.startswith("Send to the head")).click().run()
    assert not someone.app.exception, [one.message for one in someone.app.exception]


def test_an_objection_is_written_read_back_and_answered(as_officer, asking, officer, kept) -> None:
    someone = as_officer()
    assert "Nothing here has been objected to" in opens(someone, "my_work")
    case = outlook_officer.own_cases(asking, choice_of(officer=officer))["case_id"][0]
    objecting(someone, use.log().opaque(case), "case_has_ended", "it was closed in May")
    (row,) = of_officer(use.log().engine, officer)
    assert (row["reason"], row["text"], row["status"]) == ("case_has_ended", "it was closed in May", "open")
    assert row["as_of"] == queries.status(asking).as_of.isoformat() and case not in str(row)
    assert "Kept. The head of the office sees it" in someone.words()
    table = next(found.value for found in someone.tables() if "Status" in found.value.columns)
    assert table[["Figure", "Status", "Answer"]].values.tolist() == [
        [f"case {case}", "waiting for an answer", None]
    ]
    head = replace(asking, scope=Scope(Role.OFFICE_HEAD, (OFFICE,)))
    written.answer(head, officer, row["id"], answers(status="accepted", text="corrected in the case system"))
    with pytest.raises(ChangedMeanwhileError):
        written.answer(head, officer, row["id"], answers(status="declined", text="no"))
    someone.app.run()
    table = next(found.value for found in someone.tables() if "Status" in found.value.columns)
    today = datetime.now(UTC).date()
    assert table[["Status", "Answer"]].values.tolist() == [["accepted", "corrected in the case system"]]
    assert table["Answered on"].tolist()[0] is not None and str(today.year) in str(
        table["Answered on"].tolist()
    )


def taking_back(someone) -> list:
    return [one for one in someone.app.button if one.label.startswith("Take back what was objected")]


def test_an_objection_is_taken_back_on_the_page_and_the_head_reads_that_it_was(
    as_officer, reader, sample_warehouse, asking, officer, kept
) -> None:
    someone = as_officer()
    opens(someone, "my_work")
    assert not taking_back(someone)
    objecting(someone, "today", "share_is_wrong", "it is half")
    objecting(someone, "month", "other", "nobody asked me")
    first, second = taking_back(someone)
    assert "the last whole month" in first.label and "the share is wrong" in second.label
    second.click().run()
    assert "Taken back." in someone.words() and len(taking_back(someone)) == 1 and not someone.app.exception
    statuses = {row["figure"]: (row["status"], row["text"]) for row in of_officer(use.log().engine, officer)}
    assert statuses == {"today": ("taken_back", ""), "month": ("open", "nobody asked me")}
    table = next(found.value for found in someone.tables() if "Status" in found.value.columns)
    assert table["Status"].tolist()[1].startswith("taken back on ")
    head = as_role(reader(sample_warehouse), Role.OFFICE_HEAD, demo_office=OFFICE)
    words = opens(head, "my_team")
    assert "Status: taken back on " in words and "nobody asked me" in words and "it is half" not in words
    assert [one.label for one in head.app.button].count("Send the answer") == 1
    with reading(opened(kept)) as connection:
        sent = [row for row in access_log.lines(connection) if row["page"] == "write my_work"]
    assert [json.loads(row["filters"])["form"] for row in sent] == ["objection", "objection", "take_back"]


def test_what_was_answered_meanwhile_is_not_taken_back(as_officer, asking, officer, kept) -> None:
    someone = as_officer()
    opens(someone, "my_work")
    objecting(someone, "today", "share_is_wrong", "it is half")
    (row,) = of_officer(use.log().engine, officer)
    head = replace(asking, scope=Scope(Role.OFFICE_HEAD, (OFFICE,)))
    written.answer(head, officer, row["id"], answers(status="accepted", text="put right"))
    (button,) = taking_back(someone)
    button.click().run()
    assert "somebody else changed" in someone.words() and not taking_back(someone)
    (row,) = of_officer(use.log().engine, officer)
    assert (row["status"], row["text"], row["taken_back_at"]) == ("accepted", "it is half", None)


def test_only_its_writer_takes_an_objection_back(asking, officer, kept) -> None:
    one = answers(figure="today", reason="other", text="")
    as_of = queries.status(asking).as_of
    written.object_to(of_the_officer(asking, officer), officer, as_of, one)
    (row,) = of_officer(use.log().engine, officer)
    colleague = next(one for one in officers_of(asking, OFFICE) if one != officer)
    scopes = [Scope(role) for role in GIVEN_ROLES if role not in (Role.OFFICER, Role.OFFICE_HEAD)]
    scopes += [Scope(Role.OFFICER, officer=colleague), Scope(Role.OFFICE_HEAD, (OFFICE,))]
    for scope in scopes:
        with pytest.raises(NotShownError):
            written.take_back_objection(replace(asking, scope=scope), officer, row["id"])
    with pytest.raises(ChangedMeanwhileError):  # somebody else's, as if it were one's own
        written.take_back_objection(of_the_officer(asking, colleague), colleague, row["id"])
    assert of_officer(use.log().engine, officer) == [row]


def test_an_objection_names_no_person_or_case_in_its_text(as_officer, asking, officer, kept) -> None:
    someone = as_officer()
    opens(someone, "my_work")
    case = outlook_officer.own_cases(asking, choice_of(officer=officer))["case_id"][0]
    objecting(someone, "today", "other", f"see {case}")
    assert of_officer(use.log().engine, officer) == [] and "id of a person or a case" in someone.words()


def test_who_is_not_concerned_neither_reads_nor_writes_nor_answers(asking, officer, kept) -> None:
    as_of = queries.status(asking).as_of
    one = answers(figure="today", reason="other", text="")
    written.object_to(of_the_officer(asking, officer), officer, as_of, one)
    (row,) = of_officer(use.log().engine, officer)
    other = officers_of(asking, OTHER)[0]
    scopes = [Scope(role) for role in GIVEN_ROLES if role not in (Role.OFFICER, Role.OFFICE_HEAD)]
    scopes += [Scope(Role.OFFICER, officer=other), Scope(Role.OFFICE_HEAD, (OTHER,))]
    for scope in scopes:
        reader = replace(asking, scope=scope)
        for ask in (
            lambda reader=reader: written.objections(reader, officer),
            lambda reader=reader: written.object_to(reader, officer, as_of, one),
            lambda reader=reader: written.answer(
                reader, officer, row["id"], answers(status="accepted", text="yes")
            ),
            lambda reader=reader: written.looks(reader, officer),
        ):
            with pytest.raises(NotShownError):
                ask()
    head = replace(asking, scope=Scope(Role.OFFICE_HEAD, (OFFICE,)))
    assert len(written.objections(head, officer)) == 1
    for ask in (
        lambda: written.object_to(head, officer, as_of, one),
        lambda: written.looks(head, officer),
        # an objection of one officer under the name of another, whom the reader may answer
        lambda: written.answer(
            replace(asking, scope=Scope(Role.OFFICE_HEAD, (OTHER,))),
            other,
            row["id"],
            answers(status="accepted", text="yes"),
        ),
        lambda: written.answer(
            of_the_officer(asking, officer), officer, row["id"], answers(status="accepted", text="yes")
        ),
    ):
        with pytest.raises(NotShownError):
            ask()
    (row,) = of_officer(use.log().engine, officer)
    assert row["status"] == "open"


def test_a_head_reads_objections_and_has_no_form_to_object(
    reader, sample_warehouse, asking, officer, kept
) -> None:
    one = answers(figure="month", reason="share_is_wrong", text="")
    written.object_to(of_the_officer(asking, officer), officer, queries.status(asking).as_of, one)
    head = as_role(reader(sample_warehouse), Role.OFFICE_HEAD, demo_office=OFFICE)
    opens(head, "my_work")
    head.app.selectbox(key=f"own_officer of {OFFICE}").set_value(officer).run()
    table = next(found.value for found in head.tables() if "Status" in found.value.columns)
    assert table["Reason"].tolist() == ["the share is wrong"]
    assert not head.app.text_area


def test_without_a_store_the_page_says_where_to_get_one(as_officer, monkeypatch) -> None:
    monkeypatch.delenv("MAATWERK_STORE", raising=False)
    someone = as_officer()
    words = opens(someone, "my_work")
    assert words.count("keeps no store") == 2 and not someone.app.text_area
    assert "What people write" in words


def test_an_officer_reads_who_looked_by_day_and_role_and_never_a_name(asking, officer, kept) -> None:
    mark, now = use.log().opaque(officer), datetime.now(UTC)
    lines = [
        Line(Who("boss@service.example", "office_head"), "my_work", {"officer": mark}, at=now),
        Line(Who("boss@service.example", "office_head"), "outlook", {"officer": mark}, export="csv", at=now),
        Line(Who("me@service.example", "officer"), "my_work", {"officer": mark}, at=now),
        Line(Who("account root", "command"), "report page", {"officer": mark}, export="files", at=now),
        Line(Who("boss@service.example", "office_head"), "my_work", {"officer": "~other"}, at=now),
        Line(Who("old@service.example", "office_head"), "my_work", {"officer": mark}, at=now - timedelta(91)),
        Line(
            Who("edge@service.example", "office_head"), "my_work", {"officer": mark}, at=now - timedelta(90)
        ),
    ]
    with writing(opened(kept)) as connection:
        append(connection, lines)
    panel = panels(of_the_officer(asking, officer))["my_work_looks"]
    today = now.date()
    assert sorted(panel.table.rows.rows(), key=str) == sorted(
        [
            (today, "head of an office", "My work", 1, 0),
            (today, "head of an office", "Outlook", 1, 1),
            (today, "officer (yourself)", "My work", 1, 0),
            (today, "a command on the server", "report: page", 1, 1),
            (today - timedelta(90), "head of an office", "My work", 1, 0),
        ],
        key=str,
    )
    assert "service.example" not in str(panel) and "data protection officer" in panel.notes[0]


def test_opening_the_page_is_a_line_with_a_mark_and_so_is_what_is_written(
    as_officer, asking, officer, kept
) -> None:
    someone = as_officer()
    opens(someone, "my_work")
    objecting(someone, "today", "contract_is_wrong")
    mark = use.log().opaque(officer)
    use.log().close()
    access_log._log_at.cache_clear()
    with reading(opened(kept)) as connection:
        found = [dict(row) for row in access_log.lines(connection)]
    assert officer not in json.dumps(found)
    mine = [row for row in found if row["page"].endswith("my_work")]
    # before it those of the banner, which begins with the first officer
    assert [row["page"] for row in mine][-3:] == ["my_work", "write my_work", "my_work"]
    assert all(json.loads(row["filters"])["officer"] == mark for row in mine[-3:])
    assert all(row["role"] == "officer" for row in mine)
    assert json.loads(mine[-2]["filters"])["form"] == "objection"


def test_a_report_for_an_officer_prints_the_page_and_the_officer_can_be_told(
    sample_warehouse, asking, officer, kept, tmp_path, capsys, monkeypatch
) -> None:
    one = answers(figure="today", reason="contract_is_wrong", text="my hours changed")
    written.object_to(of_the_officer(asking, officer), officer, queries.status(asking).as_of, one)
    into = tmp_path / "out"
    options = ["page", "my_work", "--warehouse", str(sample_warehouse), "--into", str(into)]
    monkeypatch.setattr("reports.page.pdf", lambda _: b"")
    assert reports.main([*options, "--as", f"officer:{officer}"]) == 0
    html = (into / "my_work.html").read_text(encoding="utf-8")
    assert f"{officer}," in html and "my hours changed" in html and "Who looked at these figures" in html
    assert "<form" not in html and "Send to the head" not in html
    looked = written.looks(of_the_officer(asking, officer), officer)
    assert [(role, page) for _, role, page, _, _ in looked] == [("command", "report page")]
    with reading(opened(kept)) as connection:
        assert officer not in json.dumps([dict(row) for row in access_log.lines(connection)])
    for who, status in (("office_head:GEN", 0), ("coordinator", 2), ("analyst", 2)):
        assert reports.main([*options, "--as", who]) == status
    assert "Choose an office and an officer" in (into / "my_work.html").read_text(encoding="utf-8")
    address = ["--address", f"http://h/my_work?office={OTHER}&={officer}"]
    assert reports.main([*options, "--as", f"officer:{officer}", *address]) in (0, 2)
    assert officers_of(asking, OTHER)[0] not in html
