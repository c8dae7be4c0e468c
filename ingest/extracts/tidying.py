"""Text that people cannot tell apart becomes the same text: signs nobody sees, accents composed or not."""

import polars as pl

from ingest.errors import BadInputError
from ingest.extracts.origins import ROW_NUMBER
from ingest.extracts.table_wanted import TableWanted

# Soft hyphen, marks of direction, joiners, byte-order marks within a text: they take no room.
_INVISIBLE = r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_ODD_SPACES = r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_WHOLE_FLOAT = r"^\d+\.0+$"
# As spreadsheets write a number of more than eleven digits; a plus sign keeps ids such as 12E3 out.
_SHORTENED = r"^\d([.,]\d+)?E\+\d+$"


def tidied(frame: pl.DataFrame) -> pl.DataFrame:
    """The text frame without invisible signs, with plain spaces and composed accents; empty becomes null."""
    # Most columns are plain ASCII, in which there is nothing to find.
    is_more = frame.lazy().select((pl.all().str.len_bytes() != pl.all().str.len_chars()).any()).collect()
    names = [name for name in frame.columns if is_more[name].item()]
    texts = pl.col(names).str.replace_all(_INVISIBLE, "").str.replace_all(_ODD_SPACES, " ")
    if names:
        frame = frame.with_columns(texts.str.normalize("NFC"))
    trimmed = pl.all().str.strip_chars()
    return frame.select(pl.when(trimmed != "").then(trimmed).name.keep())


def with_whole_ids(frame: pl.DataFrame, wanted: TableWanted, file: str) -> pl.DataFrame:
    """Ids that all became floating-point numbers (``17.0``) as the whole numbers they were.

    BadInputError for an id that a spreadsheet shortened (``1.2E+12``): its digits are lost.
    """
    names = [name for name in frame.columns if wanted.is_id(name)]
    whole = [name for name in names if _are_whole_floats(frame[name])]
    for name in names:
        _refuse_shortened(frame, name, file)
    return frame.with_columns(pl.col(whole).str.replace(r"\.0+$", "")) if whole else frame


def _are_whole_floats(values: pl.Series) -> bool:
    filled = values.drop_nulls()
    if filled.is_empty() or not filled[0].endswith("0"):
        return False
    return bool(filled.str.contains(_WHOLE_FLOAT).all())


def _refuse_shortened(frame: pl.DataFrame, name: str, file: str) -> None:
    if not frame[name].str.contains("E+", literal=True).any():
        return
    found = frame.filter(pl.col(name).str.contains(_SHORTENED))
    if found.height:
        rule = "a number that a spreadsheet shortened"
        way_out = (
            "Format the column as text in the source and export it again: its last digits are lost here."
        )
        raise BadInputError(rule, way_out, file=file, row=found[ROW_NUMBER][0], column=name)
