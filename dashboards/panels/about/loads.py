"""How fresh the data are, what came in, and what was set aside."""

import polars as pl

from dashboards.panel import Panel, not_delivered, nothing
from dashboards.panels.about.worded import in_words, listed_rows
from dashboards.queries import about as questions
from dashboards.text import day, hour, listed, number, plural, t
from dashboards.view import View

_HOLDINGS = ("has_offices", "has_cases", "has_assignments", "has_contracts", "has_published_figures")
_COUNTS = ("delivered", "loaded", "quarantined", "left_out")


def freshness(view: View) -> Panel:
    """To which day the data run, when they were loaded, from where, and what was not delivered."""
    status = view.status
    when = t("about.fresh_hour", hour=hour(status.built_at))
    sources = t("about.sources", sources=status.source_systems) if status.source_systems else ""
    subtitle = t("about.fresh_subtitle", version=status.version, build=status.build_id, sources=sources)
    present = [t(f"about.{name}") for name in _HOLDINGS if getattr(status, name)]
    absent = [t(f"about.{name}") for name in _HOLDINGS if not getattr(status, name)]
    held = t("about.holds", present=listed(present) if present else t("about.holds_nothing"))
    return Panel(
        "freshness",
        title=t("about.fresh", day=day(status.as_of), when=when),
        subtitle=subtitle.rstrip(", "),
        notes=(" ".join([held] + ([t("about.holds_not", absent=listed(absent))] if absent else [])),),
        marts=("dim_status",),
        explains=("as_of", "built_at"),
    )


def ledger(view: View) -> Panel:
    """What came in, per file: delivered = loaded + quarantined + left out."""
    loads = questions.loads(view.reader)
    totals = {name: number(getattr(view.status, f"rows_{name}")) for name in _COUNTS}
    title = t("about.ledger", **totals)
    if loads.is_empty():
        return not_delivered("loads", t("about.ledger_empty"), title)
    columns = (
        "delivery",
        "source_system",
        "source_as_of",
        "file",
        "entity",
        "status",
        *(f"rows_{name}" for name in _COUNTS),
    )
    return listed_rows(
        "loads",
        loads.with_columns(in_words(loads["status"], "status"), in_words(loads["entity"], "entity")),
        (*columns, "rows_superseded", "not_loaded"),
        t("about.ledger_subtitle"),
        "fct_loads",
        "dim_sources",
        title=title,
        stands_for={"source_as_of": "dim_sources.as_of"},
        on_phone=("entity", "rows_loaded", "rows_quarantined"),
        missing_in={"not_loaded": t("about.part_none")},
    )


def set_aside(view: View) -> tuple[Panel | None, ...]:
    """Quarantine by rule, rows left out by the mapping, and findings."""
    rows = questions.set_aside(view.reader)
    worded = rows.with_columns(in_words(rows["rule"], "rule"), in_words(rows["entity"], "entity"))
    registers = {
        name: worded.filter(pl.col("register") == name) for name in ("quarantine", "left_out", "finding")
    }
    return (
        _quarantine(registers["quarantine"]),
        _left_out(registers["left_out"]),
        _findings(registers["finding"]),
    )


def _quarantine(rows: pl.DataFrame) -> Panel:
    if rows.is_empty():
        return nothing("quarantine", t("about.aside_none"))
    columns = ("entity", "rule", "rows", "file", "row_number", "column_name", "original_value", "hint")
    title = plural("about.aside", rows["rows"].sum())
    return listed_rows(
        "quarantine",
        rows,
        columns,
        t("about.aside_subtitle"),
        "fct_quarantine",
        title=title,
        missing_in={"hint": t("about.part_none")},
    )


def _left_out(rows: pl.DataFrame) -> Panel | None:
    if rows.is_empty():
        return None
    caption, title = t("about.left_out_subtitle"), t("about.left_out_title")
    return listed_rows("left_out", rows, ("entity", "rule", "rows"), caption, "fct_left_out", title=title)


def _findings(rows: pl.DataFrame) -> Panel:
    """What was loaded though it is probably not as it was, by finding and entity."""
    if rows.is_empty():
        return nothing("findings", t("about.findings_none"))
    return listed_rows(
        "findings",
        rows.rename({"rule": "finding"}),
        ("entity", "finding", "rows"),
        t("about.findings_subtitle"),
        "fct_findings",
        title=plural("about.findings", rows["rows"].sum()),
    )


def test_results(view: View) -> Panel:
    """What the build tested, the exceptions first."""
    rows = questions.test_results(view.reader)
    if rows.is_empty():
        return nothing("tests", t("about.tests_none"))
    passed = rows.filter(pl.col("status") == "pass").height
    return listed_rows(
        "tests",
        rows.with_columns(in_words(rows["status"], "outcome"), pl.col("test").str.replace_all("_", " ")),
        ("test", "subject", "status", "failures", "seconds"),
        t("about.tests_subtitle"),
        "fct_test_results",
        title=t("about.tests", passed=number(passed), all=number(rows.height)),
    )
