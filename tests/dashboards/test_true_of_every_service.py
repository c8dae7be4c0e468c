"""What the pages say is true of every service: unlike warehouses, every page, the whole and a part."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

from dashboards import WAREHOUSE_VARIABLE, database, languages, queries
from dashboards.app_pages import PAGES
from dashboards.filters import published_series
from dashboards.filters.settling import settled_further
from dashboards.page import MoreFilters, Page, panels_of, steps
from dashboards.panel import Panel
from dashboards.text import speaking
from dashboards.view import View
from ingest.build import build
from ingest.order import Order
from ingest.progress import Progress
from tests.dashboards import unlike
from tests.dashboards.test_said_is_counted import words_of
from tests.dashboards.viewing import published_reader, view_of
from tests.sharing import made_once
from warehouse.current import published_file

BUILT = ("incidents", "half", "three", "alone", "dead")
COPIED = ("without_contracts", "without_assignments", "without_cases", "of_nothing", "with_regions")
REAL = ("california", "permits")
DEEP = (
    # each is a build of its own
    *(pytest.param(name, marks=pytest.mark.deep) for name in ("half", "alone", "dead")),
    *(pytest.param(name, marks=(pytest.mark.real, pytest.mark.deep)) for name in REAL),
)
ALL = ("sample", "incidents", "three", *COPIED, *DEEP)
# Of one nothing is said as of many, of none nothing as of some; the unit of a figure stands apart.
WRONG_OF_ONE = {
    "en": re.compile(
        r"\b1 (cases|offices|waits|rows|weeks|days|officers|pairs|schemes|months|kinds|regions|figures|tests|"
        r"findings|sources|records|mandates|people)\b|\b1 whole months\b|"
        r"\bof (the )?[01]\b(?! [JFMASOND]|,\d)|\ball 1\b|\b1 (other|open|waiting) (records|cases)\b"
    ),
    "nl": re.compile(
        r"\b1 (dossiers|kantoren|rijen|weken|dagen|medewerkers|paren|schema’s|maanden|soorten|regio’s|"
        r"cijfers|tests|bevindingen|bronnen|mandaten|mensen|jaren|punten|volledige maanden)\b|"
        r"\bvan (de |alle )?[01]\b(?!\s?%|[.,]\d| naar | in [jfmasond]| [jfmasond][a-z]+ \d{4})|\balle 1\b|"
        r"\b1 (open|wachtende) dossiers\b"
    ),
}
# A list says how many it shows of how many it has; an event and a source are the policy's own words.
SAID_OF_ONE = re.compile(r"Shown: 1 of 1\b|\b1 van 1 getoond|^\d{1,2} \w+ \d{4}: ")


@pytest.fixture(scope="session")
def warehouse_of(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """The folder of one of the warehouses, built when first asked for."""

    def found(name: str) -> Path:
        if name in COPIED:
            return request.getfixturevalue(f"warehouse_{name}")
        if name == "sample":
            return request.getfixturevalue("sample_warehouse")
        return made_once(tmp_path_factory, f"unlike-{name}", partial(_build, request, name)) / "warehouse"

    return found


def _build(request: pytest.FixtureRequest, name: str, home: Path) -> None:
    mapping = None
    if name in REAL:
        extracts = request.getfixturevalue("real_extracts") / name
        mapping = Path(__file__).resolve().parents[2] / "ingest" / "mappings" / f"{name}.toml"
    elif name in ("incidents", "half"):
        extracts, mapping = (unlike.incidents if name == "incidents" else unlike.half_weighed)(home)
    else:
        alone = partial(unlike.three_small_offices, offices="A")
        extracts = {"three": unlike.three_small_offices, "alone": alone, "dead": unlike.dead_records}[name](
            home
        )
    order = Order(extracts, mapping=mapping, warehouse=home / "warehouse", key=home / "key")
    build(order, Progress(is_silent=True))


@pytest.fixture
def shown(warehouse_of: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts one of the warehouses in front of the reader; its published file."""

    def put(name: str) -> Path:
        folder = warehouse_of(name)
        monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
        database.forget()
        return published_file(folder)

    return put


def panels(page_name: str, language: str = "en", **values: str) -> Iterator[Panel]:
    """The panels of a page as it begins, with these filters; none where its filters leave nothing."""
    page, reader = import_module(f"dashboards.app_pages.{page_name}").PAGE, published_reader(language)
    with speaking(language):
        view = view_of(page, reader, **values)
        with speaking(language, "region" if view.choice.compares_regions else "office"):
            is_without_cases = page.without_cases is not None and not view.status.has_cases
            if is_without_cases or not page.is_empty(view):
                for part, part_view in steps(page, view, partial(answered, values)):
                    yield from panels_of(part(part_view))


def answered(values: dict[str, str], view: View, asked: MoreFilters) -> View:
    """What the filters between the parts of a page choose: what is stated, else what they begin with."""
    choice = settled_further(
        view.reader, view.status, view.choice, asked.names, lambda one, _, usual: values.get(one.name, usual)
    )
    return view.choosing(choice)


def said(page_name: str, language: str = "en", **values: str) -> list[str]:
    return [piece for panel in panels(page_name, language, **values) for piece in words_of(panel) if piece]


def asked(file: Path, sql: str) -> list[tuple]:
    # by the connection that pages keep, past what they may have of it: opening it again takes longer
    with database._opened(str(file)).cursor() as connection:
        connection.execute("set search_path = 'published.marts'")
        return connection.execute(sql).fetchall()


def places() -> list[dict[str, str]]:
    """The whole, and the first region and office, where there are any."""
    reader = published_reader()
    found = [
        {kind: rows[0]["id"]} for kind in ("region", "office") if (rows := queries.choices(reader, kind))
    ]
    return [{}, *found]


@pytest.mark.parametrize("language", languages.codes())
@pytest.mark.parametrize("name", ALL)
def test_every_page_opens_and_says_nothing_of_one_or_none_as_of_many(name: str, language: str, shown) -> None:
    shown(name)
    wrong = [
        f"{page} {place}: {piece}"
        for place in places()
        for page in PAGES
        for piece in said(page, language, **place)
        if WRONG_OF_ONE[language].search(piece) and not SAID_OF_ONE.search(piece)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ALL)
def test_a_page_begins_with_something_that_these_data_hold(name: str, shown) -> None:
    """Or it says that they hold nothing; it never blames filters that nobody set."""
    (has_cases,) = asked(shown(name), "select has_cases from dim_status")[0]
    for page in PAGES:
        pieces = said(page)
        assert pieces or not has_cases, page
        if page == "pressure" and has_cases:
            assert "There are no open cases here on this day." not in pieces


@pytest.mark.parametrize("name", ALL)
def test_cases_are_counted_alike_wherever_they_are_counted(name: str, shown) -> None:
    """Waiting, uncovered and to close of the first line, by SQL, on Overview, Backlog and Pressure."""
    file = shown(name)
    has_cases, has_assignments = asked(file, "select has_cases, has_assignments from dim_status")[0]
    if not has_cases:
        pytest.skip("no cases")
    line = view_of(_page("backlog"), published_reader()).choice.service_line
    ((waiting, uncovered, dead, last),) = asked(
        file,
        f"""
        select count(*) filter (where state = 'waiting' and not is_to_close),
            count(*) filter (where state = 'uncovered' and not is_to_close),
            count(*) filter (where is_to_close),
            max(days_waiting) filter (where not is_to_close)
        from fct_open_cases inner join dim_status on weight_scheme = default_weight_scheme
        where service_line = '{line}'
        """,
    )
    lead = next(panel.lead for panel in panels("overview") if panel.lead)
    counted = {
        f"{waiting:,} case{'s are' if waiting != 1 else ' is'} waiting": waiting,
        f"the longest for {last:,} day{'s' if last != 1 else ''}" if last else "": waiting and last,
        _uncovered_said(file, line, uncovered): uncovered,
        f"{dead:,} other record{'s' if dead != 1 else ''} without": dead,
    }
    assert [sentence for sentence, count in counted.items() if count and sentence not in lead] == [], lead
    assert waiting or "No case is waiting" in lead
    if not has_assignments:
        return  # the waiting list is then as the weeks have it
    backlog = said("backlog")
    assert any(piece.startswith(f"Waiting for a first officer | {waiting:,} | cases") for piece in backlog)
    assert any(
        piece.startswith(f"Uncovered: no officer any more | {uncovered:,} | cases") for piece in backlog
    )
    if line == "offender_supervision":
        assert any(piece.startswith(f"To close | {dead:,} | cases") for piece in said("pressure"))


def _uncovered_said(file: Path, line: str, uncovered: int) -> str:
    """How the lead says that cases have lost their officer: of most of the open cases, that they are."""
    ((open_cases,),) = asked(
        file,
        f"""
        select count(*) from fct_open_cases inner join dim_status on weight_scheme = default_weight_scheme
        where service_line = '{line}'
        """,
    )
    if 2 * uncovered >= open_cases:
        return f"{uncovered:,} of the {open_cases:,} open cases no longer ha"
    return f"{uncovered:,} case{'s' if uncovered != 1 else ''} no longer ha"


def test_the_main_thing_is_in_the_first_sentence(shown) -> None:
    """100 of 105 cases have lost their officer: that is said before anything else."""
    shown("incidents")
    lead = said("overview")[0]
    assert lead.startswith("100 of the 105 open cases no longer have an officer. No case is waiting")
    assert said("overview", "nl")[0].startswith("100 van de 105 open dossiers hebben geen medewerker meer.")
    shown("dead")  # one real wait among four open cases: too few posts to say more, and so it leads
    assert said("overview")[0].startswith("1 case is waiting for an officer, the longest for 30 days.")
    shown("sample")  # most cases have somebody, and there is a percentage: that is the answer
    assert "of capacity" in said("overview")[0].split(". ")[0]


@pytest.mark.parametrize("name", ["three", "half", "incidents", "sample"])
def test_one_rule_says_which_months_count(name: str, shown) -> None:
    """Overview, Offices, Backlog, Pressure and Outlook begin no sooner than the first month of the status."""
    ((first,),) = asked(shown(name), "select first_month_on from dim_status")
    for page in PAGES:
        for panel in panels(page):
            if panel.table is None or panel.name in ("quarantine", "findings", "backlog_oldest"):
                continue
            for column in ("month_start_on", "week_start_on", "counted_on", "first_day_on"):
                if column in panel.table.rows.columns:
                    earliest = panel.table.rows[column].min()
                    assert earliest is None or earliest >= first, (page, panel.name, column)


def test_what_came_in_is_counted_over_the_same_months_on_every_page(shown) -> None:
    """Two of nine months are known in full: Outlook said 14 received in three, beside 7 in two on Backlog."""
    file = shown("three")
    ((received,),) = asked(
        file,
        """
        select sum(received_cases)::int
        from fct_area_clearance_months inner join dim_status on month_start_on >= first_month_on
        where area_id = 'service' and supervision_type = '' and service_line = 'offender_supervision'
        """,
    )
    sentence = f"new cases (received in the last 2 whole months: {received})"
    assert any(sentence in piece for piece in said("outlook"))
    assert any(f"{received} came in" in piece and "last 2 whole months" in piece for piece in said("backlog"))


def _page(name: str) -> Page:
    return import_module(f"dashboards.app_pages.{name}").PAGE


def test_a_weight_column_holds_every_case_of_its_row(shown, sample_shown: Path) -> None:
    """What waits and what is uncovered: a row of uncovered cases alone has their weight."""
    file = shown("sample")
    rows = next(panel for panel in panels("backlog") if panel.name == "backlog").table.rows
    for row in rows.to_dicts():
        ((units,),) = asked(
            file,
            f"""
            select sum(weight_units) from fct_open_cases
            where weight_scheme = 'fl_type_phase' and state != 'active' and not is_to_close
                and office_id = '{row["part_id"]}' and supervision_type = '{row["supervision_type"]}'
            """,
        )
        assert row["demand_units"] == pytest.approx(units or 0)


def test_staff_are_rounded_alike_on_every_page(nobody_is_few, shown) -> None:
    shown("incidents")
    overview = next(piece for piece in said("overview") if piece.startswith("Staff available"))
    offices = next(piece for piece in said("offices") if piece.startswith("Staff available"))
    assert "1.5 | FTE | of 1.5" in overview and "1.5 | FTE | of 1.5" in offices


COMPARES = {
    "en": r"Offices? (range|above|are in)|pairs? of|of 1 offices|\ball offices\b|other offices|"
    r"overall workload|[Ee]very office|offices together",
    "nl": r"Kantoren (boven|staan)|De kantoren|par?en kantoren|alle kantoren|andere kantoren|[Ee]lk kantoor|"
    r"kantoren samen",
}


@pytest.mark.parametrize("language", languages.codes())
@pytest.mark.parametrize("name", ["incidents", pytest.param("alone", marks=pytest.mark.deep)])
def test_where_there_is_one_office_none_is_compared(nobody_is_few, shown, name: str, language: str) -> None:
    """No sentence, no filter in words and no panel compares it with others, or calls it all of them."""
    shown(name)
    for page in PAGES:
        found = list(panels(page, language))
        pieces = [piece for panel in found for piece in words_of(panel)]
        pieces += [panel.table.filters for panel in found if panel.table]
        assert [piece for piece in pieces if re.search(COMPARES[language], piece)] == [], page
    assert "overview_offices" not in [panel.name for panel in panels("overview", language)]


def test_where_a_region_has_one_office_it_is_the_one_looked_at(shown) -> None:
    shown("with_regions")
    reader = published_reader()
    offices = Counter(row["parent_id"] for row in queries.choices(reader, "office"))
    alone = next(one for one, count in offices.items() if count == 1)
    several = next(one for one, count in offices.items() if count > 1)
    (office,) = [row["id"] for row in queries.choices(reader, "office") if row["parent_id"] == alone]
    for page in ("offices", "backlog", "outlook", "certainty"):
        assert view_of(_page(page), reader, region=alone).choice.office == office
        assert view_of(_page(page), reader, region=several).choice.office is None
        pieces = said(page, region=alone)
        assert [piece for piece in pieces if re.search(COMPARES["en"], piece)] == [], page


@pytest.mark.parametrize(
    "name", ["incidents", "half", "three", pytest.param("alone", marks=pytest.mark.deep)]
)
def test_no_filter_is_blamed_that_nobody_set(name: str, warehouse_of, reader) -> None:
    """No page as it opens says that nothing fits its filters, or offers to reset them."""
    someone = reader(warehouse_of(name))
    for page in PAGES:
        someone.opens(page)
        assert "Nothing matches these filters" not in someone.words(), page
        assert not [button for button in someone.app.button if button.key == "reset_filters"], page


def test_a_reset_shows_something_again(warehouse_of, reader) -> None:
    """Incidents are of the other office: the link leaves nothing, and one click brings the page back."""
    someone = reader(warehouse_of("half"))
    someone.app.switch_page("app_pages/backlog.py")
    someone.app.query_params["office"], someone.app.query_params["line"] = "NORTH", "incidents"
    someone.app.run()
    assert "Nothing matches these filters" in someone.words()
    next(button for button in someone.app.button if button.key == "reset_filters").click().run()
    assert "Nothing matches these filters" not in someone.words()
    assert "Waiting for a first officer" in someone.words()


@pytest.mark.parametrize("language", languages.codes())
def test_the_words_of_a_mapping_are_used(shown, language: str) -> None:
    shown("incidents")
    kind, risk = {"en": ("Power cut", "Code red"), "nl": ("Stroomuitval", "Code rood")}[language]
    table = next(panel for panel in panels("backlog", language) if panel.name == "backlog_oldest").table
    assert set(table.rows["kind"]) == {kind} and set(table.rows["risk_level"]) == {risk}
    by_count = panels("pressure", language, threshold_set="caseload")
    groups = next(panel for panel in by_count if panel.name == "pressure").table
    assert set(groups.rows["grade_name"]) <= {"Operator", *groups.rows["grade_name"][:1]}


def test_the_running_month_is_said_where_no_month_is_over(shown) -> None:
    shown("incidents")
    flow = next(panel for panel in panels("backlog") if panel.name == "backlog_flow")
    assert flow.title == "Cases in June 2026 so far: 105 came in, 0 ended; no month is over yet"
    assert "Nothing was received" not in flow.summary
    assert any(piece == "Clearance | cannot be computed | no month is over yet" for piece in said("backlog"))


def test_months_that_are_left_out_are_counted(shown) -> None:
    shown("three")
    flow = next(panel for panel in panels("backlog") if panel.name == "backlog_flow")
    assert any(note.startswith("7 months before May 2026 are left out") for note in flow.notes), flow.notes


def test_dead_records_lead_nowhere_and_have_their_list(shown) -> None:
    """Three old records, of which one waits, one lost its officer and one is carried; and one real wait."""
    shown("dead")
    assert "1 case is waiting for an officer, the longest for 30 days." in said("overview")[0]
    assert "2 other records without an officer were probably never closed." in said("overview")[0]
    link = next(
        link
        for panel in panels("overview")
        for link in panel.links
        if link.row == "" and "case_list" in link.chosen
    )
    assert (link.page, link.panel) == ("pressure", "pressure_to_close")
    assert (link.chosen["case_list"], link.chosen["cases_line"]) == ("to_close", "offender_supervision")
    backlog = {panel.name: panel for panel in panels("backlog")}
    assert backlog["backlog_oldest"].table.rows["case_id"].to_list() == ["REAL"]
    assert backlog["backlog_to_close"].links[0].chosen["case_list"] == "to_close"
    listed = next(
        panel for panel in panels("pressure", case_list="to_close") if panel.name == "pressure_to_close"
    )
    assert listed.table.rows["case_id"].to_list() == ["LOST", "DEAD"]
    assert not [panel for panel in panels("pressure") if panel.name == "pressure_cover" and panel.table]


def test_the_days_of_several_waiting_cases_are_quantiles(shown) -> None:
    ((half, tenth, longest),) = asked(
        shown("half"),
        """
        select quantile_cont(days_waiting, 0.5), quantile_cont(days_waiting, 0.9), max(days_waiting)
        from fct_open_cases inner join dim_status on weight_scheme = default_weight_scheme
        where service_line = 'offender_supervision' and state = 'waiting'
        """,
    )
    pieces = said("backlog")
    head = (
        f"Half have waited at least | {half:.0f} | days | one in ten {tenth:.0f} or more, longest {longest}"
    )
    assert head in pieces
    title = (
        f"Half of the waiting cases have waited {half:.0f} days or longer, one in ten {tenth:.0f} or longer"
    )
    assert title in pieces


def test_waits_since_the_first_month_end_with_those_of_today(shown) -> None:
    """Records to close are in neither: the list of all years said two waits beside one on the same page."""
    shown("dead")
    months = next(panel for panel in panels("overview") if panel.name == "overview_since_start").table.rows
    assert months["waiting_cases_end"][-1] == 1
    assert "1 case is waiting for an officer" in said("overview")[0]


@pytest.mark.real
@pytest.mark.deep
def test_a_figure_of_the_year_before_is_not_called_the_latest(shown) -> None:
    """Four counties stop a year before the others: the year stands beside their figure, and only there."""
    file = shown("california")
    behind = asked(
        file,
        """
        select office_name, year(max(period_end_on - 1))
        from fct_published_against_computed inner join dim_offices using (office_id)
        where measure = 'open_cases'
        group by all
        having max(period_end_on - 1) < (select max(period_end_on - 1) from fct_published_against_computed
            where measure = 'open_cases')
        """,
    )
    assert len(behind) == 4
    series = next(one for one in queries_of_series() if one.startswith("open_cases"))
    drawn = next(panel for panel in panels("offices", published_series=series) if panel.chart).chart
    titles = [note["text"] for note in drawn["layout"]["annotations"] if note["text"].startswith("<b>")]
    assert len(titles) == 58
    late = {title.split("</b>")[0].removeprefix("<b>") for title in titles if title.endswith(")")}
    assert late == {name for name, _ in behind}
    assert all(any(name in title and f"({year})" in title for title in titles) for name, year in behind)


def queries_of_series() -> list[str]:
    return published_series.ids(published_reader())


@pytest.mark.parametrize("name", ["without_cases", *(one for one in DEEP if "california" in one.values)])
def test_every_published_series_is_drawn(name: str, shown) -> None:
    """Also one of the whole service alone, which has no office: as a panel of its own."""
    file = shown(name)
    with speaking("en"):
        ids = queries_of_series()
    ((series,),) = asked(
        file,
        "select count(distinct (measure, supervision_type, source)) from fct_published_against_computed",
    )
    assert len(ids) == series > 0
    for one in ids:
        drawn = [panel for panel in panels("offices", published_series=one) if panel.chart]
        assert len(drawn) == 1 and drawn[0].table.rows.height > 0, one
