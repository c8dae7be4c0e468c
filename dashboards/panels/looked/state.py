"""How the access log stands: what it holds, whether its chain is whole, for how long lines are kept."""

from html import escape

import polars as pl

from dashboards import looked
from dashboards.panel import HeadFigure, Panel, Table, not_delivered
from dashboards.text import day, hour, number, plural, t
from dashboards.view import View

_SCHEMA = {"removed_at": pl.Datetime, "removed_first": pl.Int64, "removed_last": pl.Int64}


def no_log(_: View) -> Panel:
    """What is said where no store is named."""
    return not_delivered("looked_none", t("looked.no_store"))


def how_it_stands(view: View) -> Panel:
    """The counts of the log, and the last look at its chain."""
    stands = looked.standing(view.reader)
    counts, kept = stands.counts, plural("looked.months", stands.keep_months)
    figures = (
        HeadFigure(t("looked.figure_lines"), number(counts.lines), note=_span(counts)),
        HeadFigure(t("looked.figure_looked_up"), number(counts.looked_up), note=t("looked.looked_up_note")),
        HeadFigure(t("looked.figure_files"), number(counts.files), note=t("looked.files_note")),
        HeadFigure(t("looked.figure_kept"), kept, note=_removed(stands)),
    )
    checked = stands.check
    head = (t("looked.head", head=checked.head),) if checked else ()
    return Panel("looked_state", lead=escape(chain_said(stands)), head_figures=figures, notes=head)


def chain_said(stands: looked.Standing) -> str:
    """Whether the chain was whole at the last look, when that was, and how far it went."""
    checked = stands.check
    if checked is None:
        return t("looked.chain_unchecked", lines=number(stands.counts.lines))
    said = {"when": hour(looked.moment(checked.at)), "to": number(checked.last_number)}
    if checked.problems:
        return plural("looked.chain_broken", checked.problems, **said)
    return t("looked.chain_whole", **said)


def _span(counts) -> str:
    if not counts.lines:
        return t("looked.nothing_logged")
    first, last = looked.moment(counts.first_at), looked.moment(counts.last_at)
    return t("looked.lines_note", first=day(first), last=hour(last))


def _removed(stands: looked.Standing) -> str:
    lines = sum(last - first + 1 for _, first, last in stands.removed)
    return plural("looked.removed_note", lines) if lines else t("looked.removed_none")


def removals(view: View) -> Panel | None:
    """What retention removed, and when; nothing where it removed nothing."""
    stands = looked.standing(view.reader)
    if not stands.removed:
        return None
    rows = [(looked.moment(at), first, last) for at, first, last in stands.removed]
    title = t("looked.removed_title")
    return Panel(
        "looked_removed",
        title=title,
        subtitle=t("looked.removed_subtitle"),
        table=Table(
            pl.DataFrame(rows, schema=_SCHEMA, orient="row"),
            {name: t(f"looked.{name}") for name in _SCHEMA},
            caption=f"{title}. {t('looked.removed_subtitle')}",
            missing=t("looked.removed_unknown"),
            is_of_version=False,
        ),
    )
