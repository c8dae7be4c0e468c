"""The lists of Pressure and cover: one row per case, never the officer, never because of an absence."""

from collections.abc import Callable

import polars as pl

from dashboards import queries
from dashboards.panel import Panel, Table, nothing
from dashboards.panels.parts import office_names
from dashboards.panels.weights import unit
from dashboards.queries import cover as questions
from dashboards.text import number, sentences, t
from dashboards.view import View

SHOWN = 50
_MISSING = "missing_"


def listed_cases(view: View) -> Panel | None:
    """One list, chosen by the reader: fifty cases on the screen, all of them in the downloads."""
    list_name = view.choice.of("case_list")
    if list_name is None:
        return None
    name, title = f"pressure_{list_name}", t(f"pressure.list_title_{list_name}")
    if not view.choice.lists_cases:
        return nothing(name, t("common.choose_office_for_cases"))
    cases = _cases(view, list_name, SHOWN)
    if cases.is_empty():
        return nothing(name, t("pressure.list_none"), title)
    worded, in_list = _wording(view), cases["listed_cases"][0]
    return Panel(
        name,
        title=title,
        subtitle=t("pressure.list_subtitle", shown=number(cases.height), all=number(in_list)),
        said=_note(list_name, view),
        table=Table(
            worded(cases),
            _columns(unit(view)),
            missing=t("pressure.not_said_day"),
            missing_in={"weight_units": t("common.no_weight")},
            every_row=lambda: worded(_cases(view, list_name, None)),
            stands_for={"kind": "supervision_type", "missing": "findings"},
            on_phone=("days", "office_name", "missing"),
        ),
        marts=("fct_open_cases",),
        explains=("state", "findings"),
    )


def _note(list_name: str, view: View) -> str:
    """What is said above the list; empty where there is nothing to say."""
    if list_name == "to_close":
        days = number(queries.noise_level(view.reader, "to_close_days"))
        return t("pressure.list_note_to_close", days=days)
    return t("pressure.list_note_cover") if list_name == "cover" and view.status.has_contracts else ""


def _cases(view: View, list_name: str, most: int | None) -> pl.DataFrame:
    return questions.cases_listed(view.reader, view.choice, list_name, most=most)


def _wording(view: View) -> Callable[[pl.DataFrame], pl.DataFrame]:
    """What puts cases in words; all words are looked up now, as a file is made where no language is known."""
    offices = office_names(view)
    kinds = {row["id"]: queries.called(view.reader, row) for row in queries.choices(view.reader, "mandate")}
    keys = [key for key in sentences("pressure") if key.startswith(_MISSING)]
    missing = {key.removeprefix(_MISSING): t(f"pressure.{key}") for key in keys}

    def worded(cases: pl.DataFrame) -> pl.DataFrame:
        found = pl.col("findings").str.split(", ").list.eval(pl.element().replace(missing)).list.join(", ")
        left = pl.when("has_left").then(pl.lit(missing["left"])).otherwise(pl.lit(""))
        return cases.with_columns(
            office_name=pl.col("office_id").replace(offices),
            kind=pl.col("supervision_type").replace(kinds),
            missing=pl.concat_str([left, found], separator=", ").str.strip_chars(", "),
        )

    return worded


def _columns(in_units: str) -> dict[str, str]:
    return {
        "case_id": t("pressure.column_case"),
        "days": t("pressure.column_days"),
        "since_on": t("pressure.column_since"),
        "office_name": t("pressure.column_office"),
        "kind": t("pressure.column_type"),
        "weight_units": t("pressure.column_weight", unit=in_units),
        "missing": t("pressure.column_missing"),
        "opened_on": t("pressure.column_opened"),
        "expected_end_on": t("pressure.column_expected"),
    }
