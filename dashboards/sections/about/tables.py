"""The tables of About the data, each under a heading that says what is in it."""

import polars as pl
import streamlit as st

from dashboards.components import explained, panels, states, tables
from dashboards.queries import about as asked
from dashboards.text import day, hour, language, listed, number, plural, sentences, t

_HOLDINGS = ("has_offices", "has_cases", "has_assignments", "has_contracts", "has_published_figures")
_NEAR_PCT = 2.0


def headings(*columns: str) -> dict[str, str]:
    """Column -> its heading in the reader's language."""
    return {column: t(f"about.{column}") for column in columns}


def in_words(codes: pl.Series, prefix: str) -> pl.Series:
    """Codes as sentences of the catalogue; a code it does not know is shown with spaces."""
    known = sentences("about")
    place = 0 if language() == "en" else 1
    words = {code: known.get(f"{prefix}_{code}") for code in codes.unique() if code is not None}
    spoken = {code: said[place] if said else code.replace("_", " ") for code, said in words.items()}
    return codes.replace_strict(spoken, default=None, return_dtype=pl.String)


def freshness(status: dict) -> None:
    """To which day the data run, when they were loaded, from where, and what was not delivered."""
    when = t("about.fresh_hour", hour=hour(status["built_at"]))
    sources = t("about.sources", sources=status["source_systems"]) if status["source_systems"] else ""
    subtitle = t("about.fresh_subtitle", version=status["version"], build=status["build_id"], sources=sources)
    panels.heading(t("about.fresh", day=day(status["as_of"]), when=when), subtitle.rstrip(", "))
    present = [t(f"about.{name}") for name in _HOLDINGS if status[name]]
    absent = [t(f"about.{name}") for name in _HOLDINGS if not status[name]]
    said = t("about.holds", present=listed(present) if present else t("about.holds_nothing"))
    states.note(" ".join([said] + ([t("about.holds_not", absent=listed(absent))] if absent else [])))


def ledger(status: dict) -> None:
    """What came in, per file: delivered = loaded + quarantined + left out."""
    loads = asked.loads()
    counts = ("delivered", "loaded", "quarantined", "left_out")
    totals = {name: number(status[f"rows_{name}"]) for name in counts}
    panels.heading(t("about.ledger", **totals))
    if loads.is_empty():
        states.not_delivered(t("about.ledger_empty"))
        return
    shown = loads.with_columns(in_words(loads["status"], "status").alias("status"))
    columns = ("delivery", "source_system", "file", "entity", "status", *(f"rows_{name}" for name in counts))
    _table(shown, "loads", t("about.ledger_subtitle"), (*columns, "rows_superseded"), status, "fct_loads")


def set_aside(status: dict) -> None:
    """Quarantine by rule, rows left out by the mapping, and findings."""
    rows = asked.set_aside()
    spoken = rows.with_columns(in_words(rows["rule"], "rule").alias("rule"))
    quarantined = spoken.filter(pl.col("register") == "quarantine")
    if quarantined.is_empty():
        states.note(t("about.aside_none"))
    else:
        panels.heading(plural("about.aside", quarantined["rows"].sum()))
        columns = ("entity", "rule", "rows", "file", "row_number", "column_name", "original_value")
        _table(quarantined, "quarantine", t("about.aside_subtitle"), columns, status, "fct_quarantine")
    left_out = spoken.filter(pl.col("register") == "left_out")
    if not left_out.is_empty():
        panels.heading(t("about.left_out_title"))
        _table(
            left_out,
            "left_out",
            t("about.left_out_subtitle"),
            ("entity", "rule", "rows"),
            status,
            "fct_left_out",
        )
    findings(spoken.filter(pl.col("register") == "finding"), status)


def findings(rows: pl.DataFrame, status: dict) -> None:
    """What was loaded though it is probably not as it was, by finding and entity."""
    if rows.is_empty():
        states.note(t("about.findings_none"))
        return
    panels.heading(plural("about.findings", rows["rows"].sum()))
    shown = rows.rename({"rule": "finding"})
    _table(
        shown, "findings", t("about.findings_subtitle"), ("entity", "finding", "rows"), status, "fct_findings"
    )


def test_results(status: dict) -> None:
    """What the build tested, the exceptions first."""
    rows = asked.test_results()
    if rows.is_empty():
        states.note(t("about.tests_none"))
        return
    passed = rows.filter(pl.col("status") == "pass").height
    panels.heading(t("about.tests", passed=number(passed), all=number(rows.height)))
    shown = rows.with_columns(in_words(rows["status"], "outcome").alias("status"))
    columns = ("test", "subject", "status", "failures", "seconds")
    _table(shown, "tests", t("about.tests_subtitle"), columns, status, "fct_test_results")


def published(status: dict) -> None:
    """Published beside computed, and the breaks to check."""
    rows = asked.published_against_computed()
    if rows.is_empty():
        states.note(t("about.published_none"))
        return
    computed = rows.drop_nulls("difference_pct")
    near = computed.filter(pl.col("difference_pct").abs() <= _NEAR_PCT).height
    key = "about.published_alone" if computed.is_empty() else "about.published_close"
    counted = rows if computed.is_empty() else computed
    named = rows.with_columns(
        in_words(rows["measure"], "measure").alias("measure"),
        pl.col("office").fill_null(t("common.all_office")),
        pl.coalesce(f"label_{language()}", "supervision_type", pl.lit(t("common.all_work_type"))).alias(
            "supervision_type"
        ),
    )
    title = t(key, near=number(near), all=number(counted.height))
    panels.heading(title)
    figures = (
        "source",
        "edition",
        "measure",
        "office",
        "supervision_type",
        "period_start_on",
        "period_end_on",
    )
    columns = (*figures, "unit", "published_value", "computed_value", "difference", "difference_pct", "note")
    _table(
        named, "published", t("about.published_subtitle"), columns, status, "fct_published_against_computed"
    )
    _breaks(named.drop_nulls("change_pct"), status)


def _breaks(breaks: pl.DataFrame, status: dict) -> None:
    """Jumps to be checked, one table per measure; what says where comes first, also on a narrow screen."""
    if breaks.is_empty():
        return
    states.note(plural("about.breaks", breaks.height))
    where = ("office", "period_start_on", "previous_value", "published_value", "change_pct")
    by_measure = sorted(breaks.group_by("measure"), key=lambda group: -group[1].height)
    for position, ((measure,), jumps) in enumerate(by_measure, start=1):
        caption = t("about.breaks_table", measure=measure, count=number(jumps.height))
        columns = (*where, "unit", "supervision_type", "source", "edition")
        shown = jumps.sort("office", "period_start_on")
        _table(shown, f"breaks_{position}", caption, columns, status, "fct_published_breaks")


def definitions(status: dict) -> None:
    """Every mart and column in the models' own words, one fold per mart."""
    panels.heading(t("about.definitions"), t("about.definitions_subtitle"))
    if words := explained.dictionary():
        st.html(words)
    else:
        states.note(t("about.definitions_none"))


def _table(
    frame: pl.DataFrame, name: str, caption: str, columns: tuple[str, ...], status: dict, *marts: str
) -> None:
    tables.table(frame, name=name, caption=caption, columns=headings(*columns), status=status, marts=marts)
