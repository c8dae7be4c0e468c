"""Words that databases write for "no value" and "no end": read where a mapping names them, else said."""

import polars as pl

from ingest.contract import Column, Entity
from ingest.extracts.origins import ROW_NUMBER
from ingest.extracts.parsing import TEXT_SUFFIX
from ingest.layouts.mapping import Formats

# As databases and their tools write them; also in capitals.
_EMPTY = ("null", "\\n", "(null)", "<null>", "nil", "none", "n/a", "#n/b", "nan", "nat", "na")
_ENDLESS = ("infinity", "inf", "+infinity", "onbepaald", "onbepaalde duur", "indéterminé", "indeterminé")


def without_words(frame: pl.DataFrame, entity: Entity, formats: Formats) -> pl.DataFrame:
    """A text frame of the standard layout in which the words that a mapping names are empty."""
    if not formats.empty and not formats.no_end:
        return frame
    ends = {column.name for column in entity.columns if column.kind == "date" and not column.is_required}
    words = {
        name: [*formats.empty, *(formats.no_end if name in ends else ())]
        for name in frame.columns
        if name != ROW_NUMBER
    }
    cells = [
        pl.when(~pl.col(name).is_in(meant)).then(pl.col(name)).alias(name) for name, meant in words.items()
    ]
    return frame.with_columns(cells)


def looks_like_words(rows: pl.DataFrame, entity: Entity, file: str) -> list[str]:
    """What to say of words in parsed rows that look like "no value" or "no end"; once per column and word.

    Looked for where they do harm: in values that cannot be read, and in text that any word may stand in.
    """
    said = []
    for column in entity.columns:
        name = column.name
        if column.kind != "text":
            unread = rows.lazy().filter(pl.col(name).is_null() & pl.col(name + TEXT_SUFFIX).is_not_null())
            said += _said(
                unread.select(ROW_NUMBER, text=pl.col(name + TEXT_SUFFIX).cast(pl.String)), column, file
            )
        elif _takes_any_word(column):
            said += _said(rows.lazy().select(ROW_NUMBER, text=name), column, file)
    return said


def _takes_any_word(column: Column) -> bool:
    return not (column.is_required or column.category or column.refers_to or column.is_person_key)


def _said(texts: pl.LazyFrame, column: Column, file: str) -> list[str]:
    meanings = {"empty": (_EMPTY, "no value")} | (
        {"no_end": (_ENDLESS, "no end")} if column.kind == "date" else {}
    )
    said = []
    for key, (words, meaning) in meanings.items():
        variants = [variant for word in words for variant in (word, word.upper(), word.capitalize())]
        found = texts.filter(pl.col("text").is_in(variants)).collect()
        said += [_sentence(file, column, key, meaning, *counted) for counted in _counted(found)]
    return said


def _sentence(file: str, column: Column, key: str, meaning: str, word: str, row: int, count: int) -> str:
    quoted = f"'{word}'" if "\\" in word else f'"{word}"'
    return (
        f"{file}: {quoted} in column {column.name} looks like {meaning} ({count} rows, first row {row})."
        f" It is taken as written; if it is {meaning}, say {key} = [{quoted}] under [formats] of a mapping."
    )


def _counted(found: pl.DataFrame) -> list[tuple[str, int, int]]:
    """Each text, its first row and how many rows it has."""
    return found.group_by("text").agg(pl.col(ROW_NUMBER).min(), pl.len().alias("rows")).sort("text").rows()
