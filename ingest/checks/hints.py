"""Why an id is unknown: a spreadsheet took zeros off it or made a date of it, or only its signs differ."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from ingest.checks.dated_ids import ids_before_dates
from ingest.contract import ENTITIES
from ingest.extracts.origins import LINE, ROW_NUMBER, UID

HINTS = {UID: pl.UInt32, "hint": pl.String}
_PARENTS = {
    "unknown_office": ("offices", "office_id"),
    "unknown_officer": ("staff_contracts", "officer_id"),
    "unknown_case": ("cases", "case_id"),
    "unknown_audit": ("audits", "audit_id"),
}
_LOOKED_AT = 2000
_WAYS_OUT = {
    "with other zeros in front": "Format the column as text in the spreadsheet: a number keeps no zeros.",
    "as it was before a spreadsheet made a date of it": "Format the column as text before ids are typed in.",
    "in other capitals, spaces or signs": "Write each id in one way.",
}


@dataclass(frozen=True)
class Hint:
    """Why rows of one line of the ledger name unknown ids: how the ids are known, with one example."""

    line: int
    column: str
    rows: int
    row: int
    value: str
    known: str
    how: str

    def __str__(self) -> str:
        """A sentence for the console, without the file."""
        return (
            f"{self.rows} rows name a {self.column} that is unknown as it is written and known {self.how}"
            f" (row {self.row}: {self.value!r} is known as {self.known!r}). {_WAYS_OUT[self.how]}"
        )


def hints_for(
    frames: dict[str, pl.DataFrame], breached: dict[str, pl.DataFrame]
) -> tuple[pl.DataFrame, list[Hint]]:
    """How unknown ids are known, one row per row in quarantine (``HINTS``), and the same in short."""
    rows, said = [pl.DataFrame(schema=HINTS)], []
    for name in ENTITIES:
        unknown = breached[name].filter(pl.col("rule").is_in(list(_PARENTS)))
        for (rule, column), group in unknown.group_by("rule", "column_name", maintain_order=True):
            parent, key = _PARENTS[rule]
            named = frames[name].join(group, on=UID, how="semi").select(UID, LINE, ROW_NUMBER, value=column)
            known = frames[parent][key].drop_nulls()
            found = named.join(_meant(named["value"].unique().head(_LOOKED_AT), known), on="value")
            rows.append(found.select(UID, hint="known as " + pl.col("known")).cast(HINTS))
            said += _in_short(found.sort(UID), column)
    return pl.concat(rows).unique(UID, keep="first"), said


def _in_short(found: pl.DataFrame, column: str) -> Iterator[Hint]:
    for (line, how), rows in found.group_by(LINE, "how", maintain_order=True):
        first = rows.row(0, named=True)
        yield Hint(line, column, rows.height, first[ROW_NUMBER], first["value"], first["known"], how)


def _meant(unknown: pl.Series, known: pl.Series) -> pl.DataFrame:
    """Unknown values that one known value fits, with that value and how; the first way that fits counts."""
    dated = [(value, candidate) for value in unknown for candidate in ids_before_dates(value)]
    ways = [
        (_alike(unknown, known, _without_zeros(pl.col("id"))), "with other zeros in front"),
        (
            pl.DataFrame(dated, schema={"value": pl.String, "known": pl.String}, orient="row").join(
                known.to_frame("known"), on="known", how="semi"
            ),
            "as it was before a spreadsheet made a date of it",
        ),
        (_alike(unknown, known, _plain(pl.col("id"))), "in other capitals, spaces or signs"),
    ]
    found = pl.concat([pairs.with_columns(how=pl.lit(how)) for pairs, how in ways])
    # Two ids that fit alike are no hint.
    only = found.filter(pl.col("known").n_unique().over("value", "how") == 1)
    return only.unique("value", keep="first", maintain_order=True)


def _alike(unknown: pl.Series, known: pl.Series, form: pl.Expr) -> pl.DataFrame:
    forms = [ids.to_frame("id").select("id", form=form).drop_nulls() for ids in (unknown, known)]
    pairs = forms[0].join(forms[1], on="form", suffix="_known")
    return pairs.select(value="id", known="id_known")


def _without_zeros(text: pl.Expr) -> pl.Expr:
    return pl.when(text.str.contains(r"^\d+$")).then(text.str.strip_chars_start("0"))


def _plain(text: pl.Expr) -> pl.Expr:
    plain = text.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]", "")
    return pl.when(plain != "").then(plain)
