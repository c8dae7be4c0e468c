"""What tests of the page Outlook share: an office, the page opened for it, and for an officer of it."""

import json

from dashboards import warehouse
from dashboards.queries import outlook_officer

SCHEME = "fl_type_phase"
LINE = "offender_supervision"


def busiest_office() -> str:
    """The office with most cases that wait, where officers work too."""
    staffed = warehouse.frame("select distinct office_id from marts.fct_officer_outlook_weeks")["office_id"]
    waiting = {one: outlook_officer.cases_to_take(one, SCHEME).height for one in staffed}
    return max(sorted(waiting), key=waiting.get)


def charts(someone) -> list[dict]:
    """The figures of the page as Plotly gets them."""
    return [json.loads(found.proto.spec) for found in someone.app.get("plotly_chart")]


def of_office(someone, office: str, **choices: str):
    """The page of one office, with further choices in the address."""
    someone.app.query_params["office"] = office
    for name, value in choices.items():
        someone.app.query_params[name] = value
    return someone.opens("outlook")


def of_officer(someone, office: str):
    """The page with an officer of the office who carries a case, and who that is."""
    of_office(someone, office)
    box = someone.app.selectbox(key=f"outlook officer of {office}")
    ids = outlook_officer.officers(office, SCHEME)["officer_id"].to_list()
    officer = next(one for one in ids if not outlook_officer.own_cases(one, SCHEME).is_empty())
    box.set_value(officer).run()
    return officer
