"""The version that a build replaces, handed to the models so that they can compare the new one with it."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import duckdb

from ingest.errors import BadInputError

Figure = tuple[str, str, str, float, int]


@dataclass(frozen=True)
class Version:
    """A published file: its build, its last day, and its figures (figure, part, unit, amount, counted)."""

    file: Path
    build_id: str
    as_of: dt.date
    is_synthetic: bool
    figures: list[Figure]


def version_in(file: Path) -> Version:
    """What a published file says of itself; without figures where it is of a time that kept none."""
    with duckdb.connect(file, read_only=True) as connection:
        [status] = connection.execute("select build_id, as_of, is_synthetic from marts.dim_status").fetchall()
        try:
            figures = connection.execute(
                "select figure, part, unit, amount, counted from marts.fct_version_figures"
            ).fetchall()
        except duckdb.CatalogException:
            figures = []
    return Version(file, *status, figures)


def load_version_before(work_file: Path, published: Path | None, is_accepting: bool) -> None:
    """Fill raw.version_before and raw.figures_before; both stay empty where nothing can be compared.

    Nothing can be where nothing is published, where a version made up is replaced by real data, and where
    the published file is of a time that kept no figures. BadInputError when made-up data would replace real
    ones.
    """
    if published is None:
        return
    before = version_in(published)
    with duckdb.connect(work_file) as connection:
        [(is_synthetic,)] = connection.execute("select is_synthetic from raw.builds").fetchall()
        if is_synthetic and not before.is_synthetic and not is_accepting:
            rule = f"made-up data (is_synthetic = true) would replace {published.name}, which holds real data"
            way_out = "Name another folder with --warehouse, or build once more with --yes-really."
            raise BadInputError(rule, way_out)
        if (before.is_synthetic and not is_synthetic) or not before.figures:
            return
        connection.execute(
            "insert into raw.version_before (build_id, file, as_of, is_accepted) values (?, ?, ?, ?)",
            [before.build_id, published.name, before.as_of, is_accepting],
        )
        connection.executemany("insert into raw.figures_before values (?, ?, ?, ?, ?)", before.figures)
