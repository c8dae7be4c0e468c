"""The way through: from a folder of extracts to the raw schema of a DuckDB file, or a refusal."""

import datetime as dt
from pathlib import Path

from ingest.checks.categories import known_categories
from ingest.checks.judging import judged
from ingest.extracts.delivery import deliveries_in
from ingest.extracts.pseudonyms import hashing_key
from ingest.extracts.reading import Reader
from ingest.layouts.mapping_file import mapping_file
from ingest.progress import Progress
from ingest.raw.ledger import Load
from ingest.raw.merging import MergedState
from ingest.raw.tables import raw_tables
from ingest.raw.writing import write_raw


def load(
    extracts: Path,
    mapping: Path | None,
    seeds: Path,
    work_file: Path,
    key_file: Path,
    build_id: str,
    built_at: dt.datetime,
    progress: Progress,
) -> None:
    """Read, check and merge the deliveries in ``extracts`` and write ``raw.*`` into ``work_file``.

    ``built_at`` is UTC (with or without its zone). Raises BadInputError, before anything is written to
    ``work_file``, when a delivery is refused, and MaatwerkError when the hashing key cannot be used.
    """
    utc = built_at.astimezone(dt.UTC) if built_at.tzinfo else built_at.replace(tzinfo=dt.UTC)
    # Whoever states an as_of means the day where the service works.
    today = utc.astimezone().date()
    layout = mapping_file(mapping, today)
    known = known_categories(seeds, layout.declared)
    deliveries = deliveries_in(extracts, layout.files, layout.delivery, today)
    reader = Reader(layout, hashing_key(key_file), progress)
    state = MergedState()
    loads: list[Load] = []
    for delivery in deliveries:
        lines, parts = reader.read(delivery)
        state.apply(delivery, lines, parts)
        loads += lines
        # The state holds the rows from here on; nothing else may keep them alive.
        del parts
    state.refuse_clashes()
    with progress.step("checking rules"):
        judgement = judged(state, known, deliveries, today)
    with progress.step("writing the raw schema"):
        write_raw(work_file, raw_tables(state, judgement, loads, layout, build_id, utc.replace(tzinfo=None)))
