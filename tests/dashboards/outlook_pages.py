"""What tests of the page Outlook share: an office, the page opened for it, and for an officer of it."""

from dashboards import database
from dashboards.queries import outlook_officer
from dashboards.reader import Reader
from tests.dashboards import charts_shown
from tests.dashboards.viewing import choice_of

SCHEME = "fl_type_phase"
LINE = "offender_supervision"


def busiest_office(asking: Reader) -> str:
    """The office with most cases that wait, where officers work too."""
    staffed = database.frame(asking, "select distinct office_id from fct_officer_outlook_weeks")
    waiting = {
        office: outlook_officer.cases_to_take(asking, choice_of(office)).height
        for office in staffed["office_id"]
    }
    return max(sorted(waiting), key=waiting.get)


def charts(someone) -> list[dict]:
    """The charts of the page."""
    return charts_shown.charts(someone.app)


def of_office(someone, office: str, **choices: str):
    """The page of one office, with further choices in the address."""
    someone.app.query_params["office"] = office
    for name, value in choices.items():
        someone.app.query_params[name] = value
    return someone.opens("outlook")


def of_officer(someone, asking: Reader, office: str) -> str:
    """The page with an officer of the office who carries a case, and who that is."""
    of_office(someone, office)
    ids = outlook_officer.officers(asking, choice_of(office))["officer_id"].to_list()
    officer = next(
        one for one in ids if not outlook_officer.own_cases(asking, choice_of(officer=one)).is_empty()
    )
    someone.app.selectbox(key=f"officer of {office}").set_value(officer).run()
    return officer


def takes_case(someone, office: str, case_id: str, share: str = "100"):
    """The page with a case to take chosen, and which per cent of it."""
    someone.app.selectbox(key=f"case_to_take of {office}").set_value(case_id).run()
    if share != "100":
        someone.app.selectbox(key=f"share of {office}").set_value(share).run()
    return someone
