"""A table on screen with its caption and downloads; the access rules are applied here, at the door."""

from collections.abc import Callable

import polars as pl
import polars.selectors as cs
import streamlit as st

from dashboards import access, queries
from dashboards.components import downloads, filters, page
from dashboards.text import t

DIGITS = 1  # of a number with decimals on screen
_TALLEST = 36 * 17 + 2  # fifteen offices, all of them together and a heading without a bar to scroll


def table(
    frame: pl.DataFrame,
    *,
    name: str,
    caption: str,
    columns: dict[str, str],
    status: dict,
    words: str = "",
    marts: tuple[str, ...] = (),
    missing: str = "",
    whole: Callable[[], pl.DataFrame] | None = None,
    opens: str = "",
) -> None:
    """Draw the columns named (column -> heading) of the frame, with caption and three downloads.

    `name` is the download's file name and must be unique on the page; `words` are the filters; the comments
    of `marts` become the definitions on the second sheet; `missing` says what an empty cell means ("not
    recorded" unless given). Rows of people cannot be sorted by the reader. `whole` gives all rows for the
    downloads where the frame holds only the first; it is asked when a file is, with no reader at hand.
    `opens` is a column of region or office ids: a row that is ticked opens the one that it is about.
    """
    shown = access.for_screen(frame)
    kept = [column for column in columns if column in shown.columns]
    headed = _small_numbers_in_words(shown, kept).rename({column: columns[column] for column in kept})
    full_caption = f"{caption} ({page.source_note(status)})"
    st.caption(f"{full_caption}. {t('common.row_opens')}" if opens else full_caption)
    if access.is_of_people(frame):
        st.table(headed, hide_index=True, border="horizontal", alt=full_caption)
    else:
        height = min(_TALLEST, 36 * (headed.height + 1) + 2)
        st.dataframe(
            # As Arrow: any other frame goes by way of pandas, where whole numbers with gaps are floats.
            _rounded(headed).to_arrow(compat_level=pl.CompatLevel.oldest()),
            hide_index=True,
            height=height,
            alt=full_caption,
            column_config=_formats(headed),
            placeholder=missing or t("common.not_recorded"),
            **(_opening(name, shown[opens].to_list()) if opens else {}),
        )
    every = (lambda: access.for_screen(whole()).select(kept)) if whole else lambda: shown.select(kept)
    _download_buttons(every, name, full_caption, status, words, marts)


def _opening(name: str, areas: list[str]) -> dict:
    """What makes a tick before a row open its area; a table of other areas begins without one."""
    key = f"{name} of {','.join(dict.fromkeys(areas))}"

    def ticked() -> None:
        rows = st.session_state[key].selection.rows
        if rows:
            filters.open_area(areas[rows[0]])

    # Not by cell: there a click on a heading, which sorts, counts as one on a cell.
    return {"key": key, "on_select": ticked, "selection_mode": "single-row"}


def _rounded(frame: pl.DataFrame) -> pl.DataFrame:
    """As the screen shows it: the browser would cut 71.97 to 71.9. Downloads hold every digit."""
    return frame.with_columns(cs.float().round(DIGITS))


def _small_numbers_in_words(frame: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    # A hidden number must not look like one that was never recorded.
    if access.HIDDEN_MARK not in frame.columns or not frame[access.HIDDEN_MARK].any():
        return frame.select(columns)
    hidden = t("common.hidden", smallest=access.SMALLEST_SHOWN)
    numeric = [name for name in columns if frame.schema[name].is_numeric()]
    return (
        frame.select([*columns, access.HIDDEN_MARK])
        .with_columns(
            pl.when(access.HIDDEN_MARK)
            .then(pl.lit(hidden))
            .otherwise(pl.col(numeric).cast(pl.String))
            .name.keep()
        )
        .select(columns)
    )


def _formats(frame: pl.DataFrame) -> dict:
    config = {}
    for column, kind in frame.schema.items():
        if kind.is_float() or kind.is_decimal():
            config[column] = st.column_config.NumberColumn(format="localized", step=10**-DIGITS)
        elif kind.is_integer():
            config[column] = st.column_config.NumberColumn(format="localized")
        elif kind == pl.Date:
            config[column] = st.column_config.DateColumn(format="YYYY-MM-DD")
    return config


def _download_buttons(
    every: Callable[[], pl.DataFrame],
    name: str,
    caption: str,
    status: dict,
    words: str,
    marts: tuple[str, ...],
) -> None:
    synthetic = {"data_kind": pl.lit(t("common.synthetic"))} if status["is_synthetic"] else {}
    headings = sheet_headings()

    def made() -> downloads.Sheet:
        return sheet(every().with_columns(**synthetic), caption, status, words, marts, headings)

    stem = file_stem(name, status)
    names = (t("common.sheet_data"), t("common.sheet_about"))
    makers = {
        "CSV": ("csv", lambda: downloads.csv(made())),
        "XLSX": ("xlsx", lambda: downloads.xlsx(made(), *names)),
        "Parquet": ("parquet", lambda: downloads.parquet(made())),
    }
    with st.container(horizontal=True, gap="small", key=f"downloads_{name}"):
        for words_on_button, (ending, make) in makers.items():
            st.download_button(
                words_on_button,
                make,
                file_name=f"{stem}.{ending}",
                key=f"{name}_{ending}",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
                help=t("common.download_as", format=words_on_button),
            )


def sheet_headings() -> dict[str, str]:
    """The words of a download's second sheet, looked up while there is a reader.

    The file itself is made later, when it is asked for, on a thread that knows no reader.
    """
    return {
        name: t(f"common.sheet_{name}") for name in ("table", "filters", "as_of", "version", "kind", "real")
    } | {"synthetic": t("common.synthetic_data")}


def sheet(
    frame: pl.DataFrame,
    caption: str,
    status: dict,
    words: str,
    marts: tuple[str, ...],
    headings: dict[str, str],
) -> downloads.Sheet:
    """The rows with what they are: caption, filters, as-of day, version, and the marts' own definitions."""
    about = [
        (headings["table"], caption),
        (headings["kind"], headings["synthetic"] if status["is_synthetic"] else headings["real"]),
        (headings["filters"], words or "-"),
        (headings["as_of"], status["as_of"].isoformat()),
        (headings["version"], f"{status['version']} / {status['build_id']}"),
    ]
    definitions = [
        (f"{row['mart']}.{row['column_name']}".rstrip("."), row["comment"])
        for row in (queries.described(*marts) if marts else ())
        if row["column_name"] in ("", *frame.columns)
    ]
    return downloads.Sheet(frame, tuple(about + definitions))


def file_stem(name: str, status: dict) -> str:
    """The download's file name without ending: what, as of when, and "synthetic" when so."""
    suffix = f"_{t('common.synthetic')}" if status["is_synthetic"] else ""
    return f"{name}_{status['as_of'].isoformat()}{suffix}"
