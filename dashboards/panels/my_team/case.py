"""One case of the officer looked at: how its weight comes about, its days, and what is missing of it."""

from dashboards import queries
from dashboards.panel import HeadFigure, Panel, nothing
from dashboards.panels.my_team.frames import carried_by
from dashboards.panels.weights import basis, unit
from dashboards.queries import my_team as questions
from dashboards.text import day, listed, number, page_has, percentage, t
from dashboards.view import View

# Enough to redo the weight by hand.
_DIGITS = 2
_DAYS = ("opened_on", "clock_on", "expected_end_on")


def one_case(view: View) -> Panel | None:
    """The case chosen; none where no officer or no case is."""
    case_id = view.choice.of("team_case")
    if view.choice.officer is None or case_id is None:
        return None
    rows = questions.one_case(view.reader, view.choice)
    if rows.is_empty():
        return nothing("my_team_case", t("my_team.case_gone"))
    case = rows.row(0, named=True)
    return Panel(
        "my_team_case",
        title=t(
            "my_team.case_title", case=case_id, kind=_called(view, "work_type", case["supervision_type"])
        ),
        subtitle=t("my_team.case_subtitle", unit=unit(view), basis=basis(view)),
        head_figures=_figures(case, view),
        items=tuple(_items(case, view)),
        marts=("fct_open_cases",),
        explains=("base_weight_units", "factor", "weight_units", "clock_on", "flags", "findings"),
    )


def _figures(case: dict, view: View) -> tuple[HeadFigure, ...]:
    if case["weight_units"] is None:
        note = t("offices.figure_unweighed_note")
        return (HeadFigure(t("my_team.case_weight"), t("common.no_weight"), note=note, state="missing"),)
    amounts = {name: number(case[name], _DIGITS) for name in ("base_weight_units", "factor")}
    return (
        HeadFigure(
            t("my_team.case_weight"),
            number(case["weight_units"], _DIGITS),
            unit=unit(view),
            note=t("my_team.case_weight_note", base=amounts["base_weight_units"], factor=amounts["factor"]),
        ),
        HeadFigure(t("officer.column_share"), percentage(100 * case["share"])),
        HeadFigure(t("my_team.case_own"), number(case["weight_of_share"], _DIGITS), unit=unit(view)),
    )


def _items(case: dict, view: View) -> list[str]:
    said = {
        "line": _called(view, "service_line", case["service_line"]),
        "risk": _called(view, "risk_level", case["risk_level"]),
        "phase": _called(view, "phase", case["phase"]) if case["phase"] else t("officer.none"),
        "flags": listed([_called(view, "flag", one) for one in _codes(case["flags"])]) or t("officer.none"),
        "carried_by": carried_by(case["officer_shares"]),
        "missing": listed([_missing(one) for one in _codes(case["findings"])]) or t("officer.none"),
    } | {name: day(case[name]) for name in _DAYS}
    return [t(f"my_team.case_{name}", what=words) for name, words in said.items()]


def _codes(joined: str) -> list[str]:
    return [one for one in joined.split(", ") if one]


def _called(view: View, kind: str, code: str) -> str:
    return queries.label_of(view.reader, kind, code)


def _missing(code: str) -> str:
    key = f"missing_{code}"
    return t(f"pressure.{key}") if page_has("pressure", key) else code.replace("_", " ")
