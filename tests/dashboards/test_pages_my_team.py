"""My team: its figures by hand, its fixed order, whom it is for, the way down, and what its head writes."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dashboards import WAREHOUSE_VARIABLE, database, downloads, made_panels, queries, use, written
from dashboards.access.narrowing import NotShownError
from dashboards.access.scope import Role, Scope
from dashboards.app_pages import my_team, offices
from dashboards.form import Answers
from dashboards.html_table import html_table
from dashboards.page import panels_for, panels_of, steps
from dashboards.panel import Panel, State
from dashboards.panels.my_team import frames
from dashboards.queries import my_team as questions
from dashboards.reader import Reader
from dashboards.screen import links, tables
from dashboards.text import speaking, t
from store import access_log, objections
from store.errors import ChangedMeanwhileError, RefusedTextError
from store.lines import Who
from store.opening import opened, reading
from tests.dashboards.conftest import changed_copy
from tests.dashboards.shown import lines
from tests.dashboards.test_panels import answered, made
from tests.dashboards.test_reports_for_readers import page as report
from tests.dashboards.test_reports_for_readers import words_of
from tests.dashboards.test_roles_on_screen import as_role
from tests.dashboards.test_roles_on_screen import opened as opened_page
from tests.dashboards.test_who_sees_what import OFFICE, OTHER, officer_with_cases, persons_of
from tests.dashboards.viewing import choice_of, of_marts, published_reader, view_of

PAGE = my_team.PAGE
SCHEME = "fl_type_phase"
LAST = "(select date_trunc('week', as_of + 1)::date - 7 * {back} from dim_status)"


def head_of(reader: Reader, *areas: str) -> Reader:
    return replace(reader, scope=Scope(Role.OFFICE_HEAD, areas))


def panels(reader: Reader, **values: str) -> dict[str, Panel]:
    with speaking(reader.language):
        return {panel.name: panel for panel in made(PAGE, view_of(PAGE, reader, **values))}


def of_one(reader: Reader, office: str, officer: str, case: str = "all") -> dict[str, Panel]:
    """The panels where one officer, and one case of theirs, is looked at."""
    with speaking(reader.language):
        view = view_of(PAGE, reader, office=office)
        values = {**view.choice.values, "officer": officer, "team_case": case}
        chosen = view.choosing(replace(view.choice, values=values))
        parts = [(part, chosen) for part, _ in steps(PAGE, view, answered)]
        return {panel.name: panel for part, seen in parts for panel in panels_of(part(seen))}


def in_a_week(asking: Reader, officer: str, back: int) -> tuple[float, float]:
    """Work and cases of an officer, mean over the seven days of a whole week, from stretches of days."""
    monday = LAST.format(back=back)
    row = of_marts(
        asking,
        f"""
        select coalesce(sum(workload_units * days), 0) / 7 as units,
            coalesce(sum(active_cases * days), 0) / 7 as cases
        from (
            select workload_units, active_cases, greatest(0,
                date_diff('day', greatest(valid_from, {monday}), least(valid_to, {monday} + 7))) as days
            from fct_officer_spans where officer_id = $officer and weight_scheme = $scheme
        ) as stretches
        """,  # noqa: S608 (fixed text of the tests)
        officer=officer,
        scheme=SCHEME,
    ).row(0)
    return row[0], row[1]


def on_the_last_day(asking: Reader, officer: str) -> tuple[float, float]:
    return of_marts(
        asking,
        """
        select coalesce(sum(workload_units), 0), coalesce(sum(active_cases), 0)::double
        from fct_officer_spans cross join dim_status
        where officer_id = $officer and weight_scheme = $scheme and as_of >= valid_from and as_of < valid_to
        """,
        officer=officer,
        scheme=SCHEME,
    ).row(0)


def test_everybody_s_work_and_cases_are_those_of_the_stretches_of_days(asking) -> None:
    rows = panels(head_of(asking, OFFICE))["my_team_people"].table.rows
    full_time = queries.weight_scheme(asking, SCHEME)["full_time_capacity"]
    assert rows.height > 5
    for row in rows.to_dicts():
        units, cases = on_the_last_day(asking, row["officer_id"])
        assert (row["workload_units"], row["active_cases"]) == pytest.approx((units, cases))
        assert row["work_of_full_time_pct"] == pytest.approx(100 * units / full_time)
        before = in_a_week(asking, row["officer_id"], 13)
        assert (row["units_before"], row["cases_before"]) == pytest.approx(before)
        weeks = [in_a_week(asking, row["officer_id"], back) for back in (4, 3, 2, 1)]
        least_pct, least_cases = (min(one) for one in zip(*weeks, strict=True))
        above = [f"{bound}%" for bound in (100, 110) if 100 * least_pct / full_time > bound][-1:]
        above += [f"{bound} cases" for bound in (25, 40, 50, 60) if least_cases > bound][-1:]
        assert row["above_four_weeks"] == (" and ".join(above) or None)


def test_the_people_are_those_with_a_contract_in_the_fixed_order(asking) -> None:
    rows = panels(head_of(asking, OFFICE))["my_team_people"].table.rows
    by_hand = of_marts(
        asking,
        """
        select officer_id from dim_officers cross join dim_status
        where office_id = $office and (last_contract_to is null or last_contract_to > as_of)
        order by position
        """,
        office=OFFICE,
    )
    assert rows["officer_id"].to_list() == by_hand["officer_id"].to_list()


@pytest.fixture(scope="module")
def with_other_loads(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in which everybody carries something else, the last in the order by far the most."""
    turned = "(select count(*) + 1 from marts.dim_officers as one where one.officer_id <= {mart}.officer_id)"
    statements = [
        f"update marts.{mart} set workload_units_avg = {turned.format(mart=mart)}, "  # noqa: S608
        f"active_cases_avg = {turned.format(mart=mart)}"
        for mart in ("fct_person_periods", "fct_officer_weeks")
    ]
    return changed_copy(sample_warehouse, tmp_path_factory.mktemp("turned") / "warehouse", statements)


def test_the_order_is_the_same_whatever_is_carried_and_no_reader_can_change_it(
    asking, with_other_loads, monkeypatch
) -> None:
    before = panels(head_of(asking, OFFICE))["my_team_people"]
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(with_other_loads))
    after = panels(head_of(published_reader(), OFFICE))["my_team_people"]
    ids = [one.table.rows["officer_id"].to_list() for one in (before, after)]
    loads = [one.table.rows["workload_units"].to_list() for one in (before, after)]
    assert ids[0] == ids[1] and loads[0] != loads[1]
    assert loads[1] == sorted(loads[1]) and loads[0] != sorted(loads[0])
    shown = [re.findall(r'<div role="cell">(\w+)</div>', one.picture) for one in (before, after)]
    assert shown[0] == shown[1] == ids[0]
    with speaking("en"):
        html = html_table(
            after.table.rows, after.table.columns, tables.wording(after.table), caption="", is_sortable=True
        )
        assert "<button" in html, "else this test would see nothing"
        assert "<button" not in tables._html(after.table, "", None, ())


def test_what_somebody_can_give_is_in_nothing_of_the_page(asking) -> None:
    for panel in panels(head_of(asking, OFFICE)).values():
        columns = set(panel.table.rows.columns) if panel.table else set()
        assert not {"capacity_units_avg", "workload_pct", "contract_fte_avg"} & columns


@pytest.mark.parametrize("list_name", questions.LISTS)
def test_the_lists_hold_the_cases_counted_and_lead_onward(warehouse_in_need, monkeypatch, list_name) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_in_need))
    everybody = published_reader()
    office = next(
        row["id"]
        for row in queries.choices(everybody, "office")
        if list_name in questions.cases_of_office(everybody, choice_of(row["id"]))["list_name"]
    )
    reader = head_of(everybody, office)
    panel = panels(reader)[f"my_team_{list_name}"]
    every = panel.table.every_row()
    assert every["case_id"].is_unique().all() and panel.table.rows.height == min(10, every.height)
    days = [one for one in every["on_day"].to_list() if one]
    assert days == sorted(days, reverse=list_name == "started")
    (link,) = panel.links
    assert link.chosen == {"office": office} and links.address(link)["office"] == office
    with speaking("en"):
        page = __import__(f"dashboards.app_pages.{link.page}", fromlist=["PAGE"]).PAGE
        names = [one.name for one in made(page, view_of(page, reader, office=office))]
    assert not link.panel or link.panel in names


def test_a_case_redoes_its_weight(asking) -> None:
    officer = officer_with_cases(persons_of(asking.file), OFFICE)
    reader = head_of(asking, OFFICE)
    case = next(one for one, who in sorted(persons_of(asking.file).carriers_of.items()) if officer in who)
    found = of_one(reader, OFFICE, officer, case)
    assert set(found) == {
        "my_team_warning",
        "outlook_month",
        "outlook_officer",
        "outlook_own_cases",
        "my_team_case",
    }
    row = of_marts(
        asking,
        "select * from fct_open_cases where case_id = $case_id and weight_scheme = $scheme",
        case_id=case,
        scheme=SCHEME,
    ).row(0, named=True)
    with speaking("en"):
        weight, share, own = found["my_team_case"].head_figures
    assert weight.value == f"{row['base_weight_units'] * row['factor']:.2f}"
    carried = float(dict(one.rsplit(" ", 1) for one in row["officer_shares"].split(", "))[officer])
    assert share.value == f"{100 * carried:.0f}%"
    assert own.value == f"{carried * row['weight_units']:.2f}"
    with speaking("en"):
        assert f"Carried by: {frames.carried_by(row['officer_shares'])}" in found["my_team_case"].items
    elsewhere = next(
        one for one, who in sorted(persons_of(asking.file).carriers_of.items()) if officer not in who
    )
    assert of_one(reader, OFFICE, officer, elsewhere)["my_team_case"].state is State.NOTHING


def test_a_share_is_said_where_it_is_not_all_of_the_case() -> None:
    with speaking("nl"):
        assert frames.carried_by("O 1 1.0") == "O 1"
        assert frames.carried_by("O1 0.5, O 2 0.25") == "O1 (50\u202f%), O 2 (25\u202f%)"
        assert frames.carried_by("") == ""


# Who may see it


def test_another_office_is_refused_whatever_asks_for_it(asking) -> None:
    head, people = head_of(asking, OFFICE), persons_of(asking.file)
    for question in (questions.team, questions.team_periods, questions.cases_of_office):
        assert not question(head, choice_of(OFFICE)).is_empty()
        with pytest.raises(NotShownError) as refused:
            question(head, choice_of(OTHER))
        assert refused.value.why == "office"
    foreign = people.ids - people.own(head.scope)
    view = view_of(PAGE, head, office=OTHER)
    assert view.choice.office == OFFICE, "only own offices are offered"
    forced = view.choosing(replace(view.choice, values={**view.choice.values, "office": OTHER}))
    with speaking("en"):
        found = [panel for part, _ in steps(PAGE, view, answered) for panel in panels_for(part, forced)]
    assert not foreign & ids_in(" ".join(line for panel in found for line in lines(panel)))
    assert sum(panel.state is State.NOT_SHOWN for panel in found) > 4
    assert [panel.name for panel in found if panel.state is State.SHOWN] == ["my_team_warning"]
    with pytest.raises(NotShownError):
        questions.one_case(head, choice_of(OTHER, officer=officer_with_cases(people, OTHER), team_case="x"))


@pytest.mark.parametrize("role", [one for one in Role if one not in (Role.WHOLE, Role.OFFICE_HEAD)])
def test_nobody_but_a_head_gets_an_answer(asking, role) -> None:
    officer = officer_with_cases(persons_of(asking.file), OFFICE)
    reader = replace(asking, scope=Scope(role, officer=officer if role is Role.OFFICER else ""))
    for question in (questions.team_periods, questions.cases_of_office):
        with pytest.raises(NotShownError):
            question(reader, choice_of(OFFICE))


def ids_in(text: str) -> set[str]:
    return set(re.findall(r"[\w-]+", text))


def test_an_address_and_what_was_chosen_before_open_no_other_office(reader, warehouse_in_need) -> None:
    someone = as_role(reader(warehouse_in_need), Role.OFFICE_HEAD, demo_office=OFFICE)
    opened_page(someone, "offices", office=OTHER)  # the widget of that page has the same key
    words = opened_page(someone, "my_team", office=OTHER)
    people = persons_of(str(database.published_file()))
    own = people.own(Scope(Role.OFFICE_HEAD, (OFFICE,)))
    assert "Gent: " in words and not ids_in(someone.html()) & (people.ids - own)
    assert not any(one.key == "office" for one in someone.app.selectbox), "there is one office to choose"
    for table in someone.tables():
        assert not ids_in(table.value.to_string()) & (people.ids - own)


def test_a_head_of_a_region_chooses_among_its_offices(warehouse_with_regions, monkeypatch) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    region = "Oost-Vlaanderen:region"
    head = head_of(published_reader(), region)
    rows = queries.choices(head, "office")
    own = [row["id"] for row in rows if row["parent_id"] == region]
    for office in own:
        assert view_of(PAGE, head, office=office).choice.office == office
        assert panels(head, office=office)["my_team_people"].table.rows.height
    assert view_of(PAGE, head, office="ANT").choice.office == own[0]


def test_files_and_reports_hold_the_own_office_alone(warehouse_in_need, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_in_need))
    people = persons_of(str(database.published_file()))
    head = head_of(published_reader(), OFFICE)
    own = people.own(head.scope)
    with speaking("en"):
        view = view_of(PAGE, head)
        for panel in made(PAGE, view):
            if panel.table:
                making = downloads.Making.of(panel, view, panel.title)
                (csv,) = (make() for ending, make in making.files().values() if ending == "csv")
                read = ids_in(csv.decode("utf-8"))
                assert read & own and not read & (people.ids - own)
    assert report(warehouse_in_need, "my_team", tmp_path, "--as", f"office_head:{OFFICE}") == 0
    words = words_of(tmp_path / "my_team.html")
    assert words & own and not words & (people.ids - own)
    for who in ("coordinator", "analyst", "policymaker", "administrator"):
        assert report(warehouse_in_need, "my_team", tmp_path / who, "--as", who) == 2
    asked = ["--address", f"office={OTHER}", "--as", f"office_head:{OFFICE}"]
    assert report(warehouse_in_need, "my_team", tmp_path / "other", *asked) == 2
    assert not (tmp_path / "other").exists()


# The way down


def test_the_way_down_and_back_carries_the_office_and_never_whom(reader, warehouse_in_need) -> None:
    someone = as_role(reader(warehouse_in_need), Role.OFFICE_HEAD, demo_office=OFFICE)
    opened_page(someone, "my_team")
    box = someone.app.selectbox(key=f"officer of {OFFICE}")
    officer = officer_with_cases(persons_of(str(database.published_file())), OFFICE)
    box.set_value(officer).run()
    case_box = someone.app.selectbox(key=f"team_case of {OFFICE}")
    case = case_box.options[1].split(",")[0]
    case_box.set_value(case).run()
    assert not someone.app.exception and f"Case {case}" in someone.words()
    address = str(dict(someone.app.query_params))
    assert officer not in address and case not in address
    crumbs = [one for one in someone.app.button if (one.key or "").startswith("crumb_")]
    assert [one.label for one in crumbs] == ["My team", officer]
    crumbs[1].click().run()
    assert f"Case {case}" not in someone.words() and officer in someone.words()
    crumbs = [one for one in someone.app.button if (one.key or "").startswith("crumb_")]
    crumbs[0].click().run()
    assert someone.app.selectbox(key=f"officer of {OFFICE}").value == "all"
    assert "Gent: " in someone.words()


def test_an_officer_s_own_page_opens_with_that_officer_and_its_address_does_not_say_whom(
    reader, warehouse_in_need
) -> None:
    someone = as_role(reader(warehouse_in_need), Role.OFFICE_HEAD, demo_office=OFFICE)
    opened_page(someone, "my_team")
    box = someone.app.selectbox(key=f"officer of {OFFICE}")
    officer = officer_with_cases(persons_of(str(database.published_file())), OFFICE)
    box.set_value(officer).run()
    (onward,) = [one for one in someone.app.button if (one.key or "").startswith("told_outlook_own")]
    onward.click().run()
    assert not someone.app.exception and "mw-failed" not in someone.html()
    assert someone.app.selectbox(key=f"own_officer of {OFFICE}").value == officer
    assert officer not in str(dict(someone.app.query_params))


def test_an_office_leads_to_its_team_for_whoever_may_see_it(asking) -> None:
    for reader, office, leads in (
        (asking, OFFICE, True),
        (head_of(asking, OFFICE), OFFICE, True),
        (head_of(asking, OFFICE), OTHER, False),
        (replace(asking, scope=Scope(Role.COORDINATOR)), OFFICE, False),
    ):
        with speaking("en"):
            found = [
                link
                for panel in made(offices.PAGE, view_of(offices.PAGE, reader, office=office))
                for link in panel.links
                if link.page == "my_team"
            ]
        assert bool(found) == leads
        assert all(links.address(link) == {"office": office} for link in found)


# What its head writes


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a store that the pages write to."""
    monkeypatch.setenv("MAATWERK_STORE", str(tmp_path / "kept"))
    yield tmp_path / "kept"
    use.log().close()
    access_log._log_at.cache_clear()


def answers(who: str = "head@service.example", **values: str) -> Answers:
    return Answers(values, Who(who, "office_head"))


def test_a_note_and_an_action_are_read_back_by_both_heads_of_the_office(kept, asking) -> None:
    one, other = (head_of(asking, OFFICE), head_of(asking, OFFICE, OTHER))
    written.note(one, OFFICE, answers(topic="staff", text="two posts are vacant"))
    written.note(other, OFFICE, answers("second@service.example", topic="other", text="the keys"))
    written.action(one, OFFICE, answers(text="ask for a desk", due="2026-09-01"))
    for reader in (one, other):
        items = panels(reader, office=OFFICE)["my_team_notes"].items
        assert len(items) == 2 and "the keys" in items[0] and "staff: two posts are vacant" in items[1]
        assert panels(reader, office=OFFICE)["my_team_actions"].items == (
            "By 1 September 2026: ask for a desk (head@service.example)",
        )
    (action,) = written.actions(one, OFFICE)
    written.action_done(other, OFFICE, action["id"], answers("second@service.example"))
    with pytest.raises(ChangedMeanwhileError):
        written.action_done(one, OFFICE, action["id"], answers())
    assert "second@service.example: ask for a desk" in panels(one)["my_team_actions"].items[0]


def test_a_note_is_taken_back_by_its_author_alone(kept, asking) -> None:
    head = head_of(asking, OFFICE)
    written.note(head, OFFICE, answers(topic="staff", text="two posts are vacant"))
    (note,) = written.notes(head, OFFICE)
    with pytest.raises(NotShownError) as refused:
        written.take_back(head, OFFICE, note["id"], answers("second@service.example"))
    assert refused.value.why == "author"
    written.take_back(head, OFFICE, note["id"], answers())
    assert written.notes(head, OFFICE) == []
    with pytest.raises(ChangedMeanwhileError):
        written.take_back(head, OFFICE, note["id"], answers())


def test_no_note_holds_an_id_of_the_office(kept, asking) -> None:
    people, head = persons_of(asking.file), head_of(asking, OFFICE)
    for one in (
        officer_with_cases(people, OFFICE),
        sorted(people.own(head.scope) & set(people.case_office))[0],
    ):
        with pytest.raises(RefusedTextError):
            written.note(head, OFFICE, answers(topic="staff", text=f"ask {one}"))


def test_nobody_writes_or_reads_for_another_office_or_in_another_role(kept, asking) -> None:
    written.note(head_of(asking, OTHER), OTHER, answers(topic="staff", text="of the others"))
    written.action(head_of(asking, OTHER), OTHER, answers(text="of the others", due="2026-09-01"))
    (action,) = written.actions(head_of(asking, OTHER), OTHER)
    head = head_of(asking, OFFICE)
    tries: list[Callable[[Reader], object]] = [
        lambda reader: written.notes(reader, OTHER),
        lambda reader: written.actions(reader, OTHER),
        lambda reader: written.note(reader, OTHER, answers(topic="staff", text="no")),
        lambda reader: written.action(reader, OTHER, answers(text="no", due="2026-09-01")),
        lambda reader: written.action_done(reader, OTHER, action["id"], answers()),
        lambda reader: written.objections_of_office(reader, OTHER),
    ]
    others = [
        replace(asking, scope=Scope(role)) for role in (Role.COORDINATOR, Role.ANALYST, Role.ADMINISTRATOR)
    ]
    others.append(replace(asking, scope=Scope(Role.OFFICER, officer="x")))
    for reader in (head, *others):
        for attempt in tries:
            with pytest.raises(NotShownError):
                attempt(reader)
    with pytest.raises(NotShownError):
        written.action_done(head, OFFICE, action["id"], answers())
    assert len(written.notes(head_of(asking, OTHER), OTHER)) == 1
    assert panels(head)["my_team_notes"].state is State.NOTHING


def test_what_is_written_is_nowhere_where_it_is_not_for_the_reader(kept, asking) -> None:
    written.note(head_of(asking, OFFICE), OFFICE, answers(topic="staff", text="two posts are vacant"))
    made_panels.forget()
    with speaking("en"):
        view = view_of(PAGE, replace(asking, scope=Scope(Role.COORDINATOR)))
        found = [
            panel
            for part, _ in steps(PAGE, view, answered)
            if part.__name__ == "my_team_notes"
            for panel in panels_of(part(view))
        ]
    assert found == []


def test_two_heads_at_once_write_on_the_page_and_the_log_names_no_person(
    reader, kept, warehouse_in_need
) -> None:
    heads = [as_role(reader(warehouse_in_need), Role.OFFICE_HEAD, demo_office=OFFICE) for _ in range(2)]
    for head in heads:
        opened_page(head, "my_team")
    officer = heads[0].app.selectbox(key=f"officer of {OFFICE}").options[1]
    for place, head in enumerate(heads):
        topic = next(one for one in head.app.selectbox if "topic" in (one.key or ""))
        topic.set_value("staff")
        text = next(one for one in head.app.text_area if "my_team_notes" in (one.key or ""))
        text.set_value(f"note {place} of the day")
        next(one for one in head.app.button if one.label == "Keep").click().run()
        assert "Kept." in head.words() and not head.app.exception
    heads[0].app.run()
    assert all(f"note {place} of the day" in heads[0].words() for place in range(2))
    heads[0].app.selectbox(key=f"officer of {OFFICE}").set_value(officer).run()
    assert "note 0 of the day" not in heads[0].words(), "of the team, not of one officer"
    use.log().close()
    access_log._log_at.cache_clear()
    with reading(opened(kept)) as connection:
        written_lines = [dict(row) for row in access_log.lines(connection)]
    assert [line["page"] for line in written_lines].count("write my_team") == 2
    assert officer not in json.dumps(written_lines, default=str) and "of the day" not in json.dumps(
        lines, default=str
    )


def test_every_topic_has_its_words() -> None:
    from store.codes import TOPICS

    for language in ("en", "nl"):
        with speaking(language):
            assert all(t(f"my_team.topic_{topic}") for topic in TOPICS)


def test_objections_of_the_office_are_those_of_its_officers_open_ones_first(kept, asking) -> None:
    people = persons_of(asking.file)
    own, foreign = officer_with_cases(people, OFFICE), officer_with_cases(people, OTHER)
    as_of = queries.status(asking).as_of
    engine = use.log().engine
    first = objections.make(engine, own, "today", as_of, "share_is_wrong")
    objections.make(engine, own, "today", as_of, "other", "please look")
    objections.make(engine, foreign, "today", as_of, "other")
    head = head_of(asking, OFFICE)
    assert [one["reason"] for one in written.objections_of_office(head, OFFICE)] == [
        "other",
        "share_is_wrong",
    ]
    objections.answer(engine, first, "accepted", "seen to", "head@service.example")
    assert [one["status"] for one in written.objections_of_office(head, OFFICE)] == ["open", "accepted"]


def test_an_objection_is_answered_on_the_page_once_with_status_and_day(
    reader, kept, warehouse_in_need, monkeypatch
) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_in_need))
    everybody = published_reader()
    officer = officer_with_cases(persons_of(everybody.file), OFFICE)
    head, as_of = head_of(everybody, OFFICE), queries.status(everybody).as_of
    objections.make(use.log().engine, officer, "today", as_of, "share_is_wrong", "it is half")
    first, second = (
        as_role(reader(warehouse_in_need), Role.OFFICE_HEAD, demo_office=OFFICE) for _ in range(2)
    )
    for someone in (first, second):
        assert "it is half" in opened_page(someone, "my_team")
    for someone, status, told in (
        (first, "accepted", "Kept."),
        (second, "declined", "somebody else changed"),
    ):
        box = next(one for one in someone.app.selectbox if (one.key or "").endswith(" status"))
        box.set_value(status)
        text = next(one for one in someone.app.text_area if "answer." in (one.key or ""))
        text.set_value("it is put right")
        next(one for one in someone.app.button if one.label == "Send the answer").click().run()
        assert told in someone.words() and not someone.app.exception
    (row,) = written.objections_of_office(head, OFFICE)
    assert (row["status"], row["answer"], row["answered_by"]) == ("accepted", "it is put right", "demo")
    assert "Status: accepted, on " in second.words()
    own = replace(everybody, scope=Scope(Role.OFFICER, officer=officer))
    (told,) = written.objections(own, officer)
    assert told["answer"] == "it is put right"
    with pytest.raises(NotShownError):
        written.answer(head_of(everybody, OTHER), officer, row["id"], answers(status="declined", text="no"))
