"""The lists of Pressure and cover: one row per case, never the officer, never the day of an absence."""

from functools import partial

import polars as pl

from dashboards import queries
from dashboards.components import choosing, panels, states, tables
from dashboards.components.filters import Chosen
from dashboards.queries import pressure as questions
from dashboards.sections import office_names, unit
from dashboards.text import label, language, number, sentences, speaking, t

SHOWN = 50


def listed_cases(status: dict, chosen: Chosen, sums: dict, line: str, line_words: str) -> None:
    """One list, chosen by the reader: fifty cases on the screen, all of them in the downloads."""
    kinds = questions.LISTS if status["has_assignments"] else questions.LISTS[2:]
    kind = choosing.segments(
        "list", t("pressure.filter_list"), kinds, kinds[0], lambda name: t(f"pressure.list_{name}")
    )
    if not chosen.is_listing:
        states.note(t("common.choose_office_for_cases"))
        return
    ask = partial(
        questions.cases_listed,
        kind,
        chosen.weight_scheme,
        chosen.part,
        line,
        has_contracts=bool(status["has_contracts"]),
    )
    cases = ask(most=SHOWN)
    title = t(f"pressure.list_title_{kind}")
    if cases.is_empty():
        panels.heading(title)
        states.note(t("pressure.list_none"))
        return
    everything = in_list(kind, sums, has_contracts=status["has_contracts"])
    subtitle = t("pressure.list_subtitle", shown=number(cases.height), all=number(everything))
    panels.heading(title, subtitle, t("common.synthetic") if status["is_synthetic"] else "")
    if kind == "cover" and status["has_contracts"]:
        states.note(t("pressure.list_note_cover"))
    spoken, says_unable = language(), bool(status["has_contracts"])
    offices, kinds_of = office_names(), {row["id"]: label(row) for row in queries.choices("mandate")}

    def whole() -> pl.DataFrame:
        # A file is made on a thread that knows no reader, so the language is said here.
        with speaking(spoken):
            return _worded(ask(most=None), offices, kinds_of, says_unable=says_unable)

    tables.table(
        _worded(cases, offices, kinds_of, says_unable=says_unable),
        name=f"pressure_{kind}",
        caption=title,
        columns=_columns(unit(chosen.weight_scheme)),
        status=status,
        words=f"{chosen.words}, {line_words}",
        marts=("fct_open_cases",),
        missing=t("pressure.not_said_day"),
        whole=whole,
    )


def in_list(kind: str, sums: dict, *, has_contracts: bool) -> int:
    """Cases of a list. Cover: without officer, and where capacities are known carried by nobody with any."""
    if kind == "cover":
        return sums["uncovered_cases"] + (sums["unable_cases"] if has_contracts else 0)
    return sums[f"{kind}_cases"]


def _worded(
    cases: pl.DataFrame, offices: dict[str, str], kinds: dict[str, str], *, says_unable: bool
) -> pl.DataFrame:
    known = sentences("pressure")
    prefix = "missing_"
    missing = {key.removeprefix(prefix): t(f"pressure.{key}") for key in known if key.startswith(prefix)}
    found = pl.col("findings").str.split(", ").list.eval(pl.element().replace(missing)).list.join(", ")
    is_unable = pl.col("needs_cover") & (pl.col("state") == "active") & pl.lit(says_unable)
    unable = pl.when(is_unable).then(pl.lit(missing["unable"])).otherwise(pl.lit(""))
    return cases.with_columns(
        office_name=pl.col("office_id").replace(offices),
        kind=pl.col("supervision_type").replace(kinds),
        missing=pl.concat_str([unable, found], separator=", ").str.strip_chars(", "),
    )


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
