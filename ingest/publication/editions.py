"""The archive of what each publication said: one Parquet file per edition, written once, never rewritten.

It lies outside the rebuilt file, so a new build cannot change what an earlier one said. A publication
that was cut off before its edition was archived is caught up by the next build.
"""

from pathlib import Path

import duckdb

_EMPTY = (
    "create table raw.figures_as_known (edition bigint, build_id varchar, known_on date, measure varchar,"
    " office_id varchar, month_start_on date, figure double)"
)


def archive_edition(published: Path, warehouse: Path) -> None:
    """Copy the newest edition of a published file into the archive, unless it is there already."""
    with duckdb.connect(published, read_only=True) as connection:
        [(edition,)] = connection.execute("select max(edition) from marts.fct_figures_as_known").fetchall()
        if edition is None:
            return
        home = _archive(warehouse) / f"edition-{edition:06d}.parquet"
        if home.exists():
            return
        home.parent.mkdir(exist_ok=True)
        fresh = home.with_suffix(".next")
        newest = connection.sql(
            "select * from marts.fct_figures_as_known where edition = $edition",
            params={"edition": edition},
        )
        newest.write_parquet(str(fresh))
    fresh.replace(home)


def load_editions(work_file: Path, warehouse: Path, published: Path | None) -> None:
    """Fill raw.figures_as_known with every earlier edition; an empty table where there is none."""
    if published is not None:
        archive_edition(published, warehouse)
    editions = sorted(str(path) for path in _archive(warehouse).glob("edition-*.parquet"))
    with duckdb.connect(work_file) as connection:
        connection.execute("create schema if not exists raw")
        connection.execute("drop table if exists raw.figures_as_known")
        connection.execute(_EMPTY)
        if editions:
            connection.execute(
                "insert into raw.figures_as_known by name select * from read_parquet($editions)",
                {"editions": editions},
            )


def _archive(warehouse: Path) -> Path:
    return warehouse / "as_known"
