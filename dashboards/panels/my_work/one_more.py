"""If I take one more case of this kind: an average case of the kind, on top of what is booked. No advice."""

from dataclasses import replace

import polars as pl

from analysis.impact import WEEKS_AHEAD
from dashboards.choice import ALL
from dashboards.panel import Link, Panel, State, not_delivered
from dashboards.panels.outlook import impact
from dashboards.panels.outlook.frames import of_an_officer
from dashboards.panels.outlook.person import is_unweighed
from dashboards.panels.weights import unit
from dashboards.queries import label_of
from dashboards.queries import my_work as questions
from dashboards.text import month, number, t
from dashboards.view import View


@of_an_officer
def heading(view: View) -> Panel:
    """What the filter below it asks for, or that no kind can be tried."""
    is_none = questions.kinds_carried(view.reader, view.choice).is_empty()
    return Panel(
        "my_work_one_more",
        title=t("my_work.one_more"),
        subtitle=t("my_work.one_more_subtitle"),
        state=State.NOTHING if is_none else State.SHOWN,
        said=t("my_work.no_kinds") if is_none else "",
        links=() if view.reader.scope.officer else (_waiting(view),),
    )


def _waiting(view: View) -> Link:
    """To the cases that wait in the office, which an officer is not shown."""
    return Link("outlook", t("my_work.one_more_waiting"), {"office": view.choice.office})


@of_an_officer
def one_of_the_kind(view: View) -> Panel | None:
    """The weeks ahead without and with an average case of the kind chosen."""
    kind = view.choice.values.get("kind_to_take", ALL)
    if kind == ALL:
        return None
    if is_unweighed(view):
        return not_delivered("my_work_impact", t("offices.unweighed"))
    row = questions.kinds_carried(view.reader, view.choice).filter(work_type=kind).row(0, named=True)
    what = t("my_work.a_case_of", kind=label_of(view.reader, "work_type", kind))
    panel = impact.shown("my_work_impact", impact.impact_of(view, _weights(row, view)), what, view)
    # the sentence says who, what and six figures: too long for a heading
    title = t("my_work.one_more_title", what=what)
    said = t(
        "my_work.one_more_weight",
        weight=number(row["weight_units"], 1),
        unit=unit(view),
        month=month(row["month_start_on"]),
    )
    marts = ("fct_person_periods", "fct_office_work_months")
    return replace(panel, title=title, intro=f"{panel.title}. {said}", marts=marts)


def _weights(row: dict, view: View) -> pl.DataFrame:
    """An average case, which weighs the same in every week ahead."""
    first = pl.lit(view.status.as_of)
    return pl.DataFrame({"case_id": [row["work_type"]]}).select(
        "case_id",
        weight_scheme=pl.lit(view.choice.weight_scheme),
        valid_from=first,
        valid_to=first.dt.offset_by(f"{WEEKS_AHEAD + 2}w"),
        weight_units=pl.lit(row["weight_units"]),
    )
