"""The page's answer: one simulation as things are now, one with what is chosen, and all that follows."""

from html import escape

from dashboards.page import or_not_shown
from dashboards.panel import HeadFigure, Link, Panel, hidden, not_delivered, nothing
from dashboards.panels import few, unweighed
from dashboards.panels.staff import cells, fit, frames, lines, needs, people, posts, unserved, without
from dashboards.panels.staff.frames import AHEAD, Outcome
from dashboards.panels.staff.words import levers_said, range_said, weeks_said
from dashboards.text import month, number, t
from dashboards.view import View

STEADY = 0.5  # cases a month: what moves less stays as it is
MARTS = ("fct_area_clearance_months", "fct_area_line_months")


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("staff_no_cases", t("staff.no_cases"))


def what_if(view: View) -> tuple[Panel | None, ...]:
    """Every panel that follows from the two simulations; one that says why where there can be none."""
    if why := refused(view):
        return (why,)
    found = frames.outcome(view)
    return (
        _answer(found, view),
        lines.waiting(found, view),
        lines.workload(found, view),
        # counts of people are not for every reader of the lists
        or_not_shown("staff_people", lambda: people.above(found, view)),
        needs.every_part(found, view),
        posts.to_fill(view, found.months),
        needs.by_hand(found, view),
        unserved.flows(found, view),
        fit.a_year_ago(found, view),
        without.staff_of_before(view),
    )


def refused(view: View) -> Panel | None:
    """What is said where the area and line of a view cannot be simulated; None where they can."""
    if not view.status.has_assignments:
        return not_delivered("staff_no_assignments", t("staff.no_assignments"))
    if not view.status.has_contracts:
        return not_delivered("staff_no_contracts", t("staff.no_contracts"))
    if unweighed.is_all(view, view.choice.service_line):
        return not_delivered("staff_unweighed", t("offices.unweighed"))
    if cells.is_hidden(view):
        return hidden("staff_few", few.sentence())
    return None if cells.is_known(view) else nothing("staff_short", t("staff.too_short"))


def _answer(found: Outcome, view: View) -> Panel:
    """The first sentence, and the head figures."""
    now, end = found.cells.months[-1], found.months[AHEAD - 1]
    waiting = int(found.cells.past.waiting_cases[-1].sum())
    as_now, chosen = (run.waiting_cases[:, AHEAD - 1] for run in (found.as_now, found.chosen))
    said = [_as_now(waiting, as_now, month(end))]
    if levers := levers_said(view.choice):
        said.append(t("staff.lead_chosen", levers=levers, then=number(chosen[1]), range=range_said(chosen)))
    if found.as_now.levers.limit_pct.max() < frames.FULL_PCT:
        said.append(t("staff.lead_room"))
    target = found.most_cases.sum()
    return Panel(
        "staff_answer",
        lead=escape(" ".join(said)),
        head_figures=(
            HeadFigure(t("staff.figure_waiting"), number(waiting), note=t("staff.end_of", month=month(now))),
            _then("as_now", as_now),
            _then("chosen", chosen),
            HeadFigure(
                t("staff.figure_wait"),
                weeks_said(found.chosen.wait_weeks()),
                note=t("staff.as_now_note", amount=weeks_said(found.as_now.wait_weeks())),
            ),
            HeadFigure(
                t("staff.figure_target", target=number(target)),
                _cleared(found, found.chosen, target),
                note=t("staff.as_now_note", amount=_cleared(found, found.as_now, target)),
            ),
        ),
        links=(Link("scenarios", t("staff.to_scenarios"), {"weight_scheme": view.choice.weight_scheme}),),
        marts=MARTS,
    )


def _as_now(waiting: int, then: object, end: str) -> str:
    change = (then[1] - waiting) / AHEAD
    way = "level" if abs(change) < STEADY else "grows" if change > 0 else "shrinks"
    return t(
        f"staff.lead_{way}",
        change=number(abs(change), 1),
        then=number(then[1]),
        range=range_said(then),
        month=end,
    )


def _then(which: str, bands: object) -> HeadFigure:
    return HeadFigure(
        t(f"staff.figure_{which}"), number(bands[1]), note=t("staff.runs_note", range=range_said(bands))
    )


def _cleared(found: Outcome, run: frames.Run, target: float) -> str:
    when = run.cleared_month(target)
    if when is None:
        return t("staff.not_before", month=month(found.months[-1]))
    return month(found.months[when])
