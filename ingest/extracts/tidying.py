"""Text that people cannot tell apart becomes the same text: signs nobody sees, accents composed or not."""

import polars as pl

from ingest.errors import BadInputError
from ingest.extracts.origins import ROW_NUMBER
from ingest.extracts.signs import INVISIBLE, ODD_SPACES
from ingest.extracts.table_wanted import TableWanted

_WHOLE_FLOAT = r"^\d+\.0+$"
# As spreadsheets write a number of more than eleven digits; a plus sign keeps ids such as 12E3 out.
_SHORTENED = r"^\d([.,]\d+)?E\+\d+$"


def tidied(frame: pl.DataFrame, is_tidy: frozenset[str] = frozenset()) -> pl.DataFrame:
    """The text frame without invisible signs, with plain spaces and composed accents; empty becomes null.

    Columns in ``is_tidy`` are left as they are.
    """
    looked_at = [name for name in frame.columns if name not in is_tidy]
    if not looked_at:
        return frame
    # Most columns are plain ASCII, in which there is nothing to find.
    text = pl.col(looked_at).str
    is_more = frame.lazy().select((text.len_bytes() != text.len_chars()).any()).collect()
    names = [name for name in looked_at if is_more[name].item()]
    texts = pl.col(names).str.replace_all(INVISIBLE, "").str.replace_all(ODD_SPACES, " ")
    if names:
        frame = frame.with_columns(texts.str.normalize("NFC"))
    trimmed = pl.col(looked_at).str.strip_chars()
    return frame.with_columns(pl.when(trimmed != "").then(trimmed).name.keep())


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
