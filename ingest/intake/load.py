"""The way through: deliveries are read one after another, merged, checked as a whole and written."""

import polars as pl

from ingest.checks.categories import known_categories
from ingest.checks.contract_ends import with_ends
from ingest.checks.hints import hints_for
from ingest.checks.judging import Judgement, judged
from ingest.checks.rules import KnownCategories, rows_breaking_rules
from ingest.checks.totals import totals_among_offices
from ingest.contract import ENTITIES
from ingest.extracts.delivery import deliveries_in
from ingest.extracts.ordering import in_order, said_of_order
from ingest.extracts.pseudonyms import hashing_key
from ingest.intake.days import said_of_days
from ingest.intake.reader import DeliveryReader
from ingest.layouts.mapping_file import mapping_file
from ingest.order import Build, Order
from ingest.progress import Progress
from ingest.raw.ledger import LedgerLine
from ingest.raw.merging import MergedState
from ingest.raw.tables import raw_tables
from ingest.raw.writing import write_raw


def load_raw(order: Order, build: Build, progress: Progress) -> None:
    """Read, check and merge the deliveries in ``order.extracts`` and write ``raw.*`` into the work file.

    Raises BadInputError, before anything is written, when a delivery is refused, and MaatwerkError when
    the hashing key cannot be used.
    """
    # Someone who states an as_of means the day where the service works.
    today = build.at.astimezone().date()
    layout = mapping_file(order.mapping, today)
    known = known_categories(order.seeds, layout.declared)
    deliveries = in_order(deliveries_in(order.extracts, layout.files, layout.delivery, today))
    for sentence in said_of_order(deliveries):
        progress.note(sentence)
    reader = DeliveryReader(layout, hashing_key(order.key), progress)
    state = MergedState()
    ledger: list[LedgerLine] = []
    for delivery in deliveries:
        lines, parts = reader.read(delivery)
        state.apply(delivery, lines, parts)
        ledger += lines
        # The state holds the rows from here on; nothing else may keep them alive.
        del parts
    state.refuse_clashes()
    with progress.step("checking rules"):
        _close_contracts(state, known, progress)
        judging = (state.delivered_entities, known, deliveries, state.source_of_line, today)
        judgement = judged(state.frames, *judging)
        # What comes back may stand in for more rows, or be set aside itself.
        while state.restore(judgement.breached):
            judgement = judged(state.frames, *judging)
        hints = _said_of_ids(state, judgement, progress)
        _say_overlaps(judgement, progress)
    for sentence in said_of_days(judgement, state):
        progress.note(sentence)
    with progress.step("writing the raw schema"):
        write_raw(build.work_file, raw_tables(state, judgement, hints, ledger, layout, build))


def _close_contracts(state: MergedState, known: KnownCategories, progress: Progress) -> None:
    """Where a delivery says so, its contracts close those before them."""
    name = "staff_contracts"
    lines = [
        line.number
        for line in state.lines.values()
        if line.entity == name and line.delivery.overlapping_contracts == "close_earlier"
    ]
    if lines:
        contracts = state.frames[name]
        breached = rows_breaking_rules(contracts, ENTITIES[name], known)
        state.frames[name], closed = with_ends(contracts, breached, lines)
        progress.note(
            f"{closed} contracts end on the day on which the next one begins, as delivery.toml says"
        )


def _say_overlaps(judgement: Judgement, progress: Progress) -> None:
    breached = judgement.breached["staff_contracts"]
    overlapping = breached.filter(pl.col("rule") == "overlapping_period").height
    if overlapping:
        progress.note(
            f"{overlapping} contracts begin before an earlier one of the officer in the office ends, and are"
            " set aside. Where each new contract ends the one before it, say so in delivery.toml:"
            ' overlapping_contracts = "close_earlier"'
        )


def _said_of_ids(state: MergedState, judgement: Judgement, progress: Progress) -> pl.DataFrame:
    """Hints to ids that are unknown; those and suspicious ones are also said."""
    hints, unknown = hints_for(state.frames, judgement.breached)
    said = [(hint.line, str(hint)) for hint in unknown]
    if "offices" not in state.delivered_entities:
        said += totals_among_offices(state.frames)
    for line, sentence in said:
        progress.note(f"{state.lines[line].file}: {sentence}")
    return hints
