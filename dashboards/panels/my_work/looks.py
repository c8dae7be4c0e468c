"""Who looked at the figures of one officer, as the access log has it: days, roles and pages, never names."""

import polars as pl

from dashboards import written
from dashboards.access.writers import Act, may
from dashboards.page import Written
from dashboards.panel import Panel, Table, nothing
from dashboards.text import number, page_has, t
from dashboards.view import View


def who_looked(view: View) -> Panel:
    """A row per day, role and page, the latest first."""
    title, subtitle = t("my_work.looks"), t("my_work.looks_subtitle", days=number(written.LOOKED_DAYS))
    rows = pl.DataFrame(
        written.looks(view.reader, view.choice.officer),
        schema={
            "looked_on": pl.Date,
            "role": pl.String,
            "page": pl.String,
            "times": pl.Int64,
            "files": pl.Int64,
        },
        orient="row",
    )
    if rows.is_empty():
        return nothing("my_work_looks", t("my_work.looks_none", days=number(written.LOOKED_DAYS)), title)
    return Panel(
        "my_work_looks",
        title=title,
        subtitle=subtitle,
        table=Table(
            rows.with_columns(role=_worded(rows["role"], _role), page=_worded(rows["page"], _page)),
            {
                "looked_on": t("my_work.column_looked_on"),
                "role": t("my_work.column_role"),
                "page": t("my_work.column_page"),
                "times": t("my_work.column_times"),
                "files": t("my_work.column_files"),
            },
            caption=t("my_work.looks_caption"),
            filters=subtitle,
            is_of_version=False,
            stands_for={"page": "looked_at_page"},
        ),
        notes=(t("my_work.looks_names"),),
    )


def _worded(codes: pl.Series, words) -> pl.Series:
    return codes.replace_strict({one: words(one) for one in codes.unique()}, return_dtype=pl.String)


def _role(role: str) -> str:
    """A role as the officer reads it: an officer who could look was the officer."""
    if role == "officer":
        return t("my_work.yourself")
    if role in ("demo", "command"):
        return t(f"my_work.role_{role}")
    return t(f"roles.{role}") if page_has("roles", role) else role


def _page(page: str) -> str:
    """A page by its name; of what was written on it, or a command, that too."""
    kind, _, name = page.rpartition(" ")
    known = t(f"app.{name}") if page_has("app", name) else name
    return known if not kind else t(f"my_work.looked_{kind}", page=known)


LOOKS = Written(
    "my_work_looks",
    "my_work.looks",
    lambda view: view.choice.officer is not None and may(view.reader.scope, Act.READ_LOOKS),
    who_looked,
)
