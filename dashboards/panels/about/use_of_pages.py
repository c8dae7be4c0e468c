"""That use is logged and for how long, and how often each page was shown: never by whom."""

from dataclasses import replace

import polars as pl

from dashboards import use
from dashboards.panel import Panel, nothing
from dashboards.panels.about.worded import listed_rows
from dashboards.text import number, page_has, plural, t
from dashboards.view import View


def use_of_pages(_: View) -> Panel | None:
    """The runs of each day and page; none where no log is kept."""
    told = use.told()
    if told is None:
        return None
    logged = plural("about.use_logged", told.keep_months)
    rows = use.runs_shown(told.runs)
    if rows.is_empty():
        return replace(nothing("use", t("about.use_none"), t("about.use")), notes=(logged,))
    words = {
        page: t(f"app.{page}") if page_has("app", page) else page for page in rows["page"].unique().to_list()
    }
    return listed_rows(
        "use",
        rows.with_columns(pl.col("page").replace_strict(words, return_dtype=pl.String)),
        ("used_on", "page", "page_runs"),
        t("about.use_subtitle", days=number(use.DAYS)),
        is_of_version=False,
        title=t("about.use"),
        notes=(logged,),
    )
