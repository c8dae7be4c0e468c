"""The way through: deliveries are read one after another, merged, checked as a whole and written."""

from ingest.checks.categories import known_categories
from ingest.checks.judging import judged
from ingest.extracts.delivery import deliveries_in
from ingest.extracts.ordering import in_order, said_of_order
from ingest.extracts.pseudonyms import hashing_key
from ingest.intake.days import said_of_days
from ingest.intake.reader import Reader
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
    # Whoever states an as_of means the day where the service works.
    today = build.at.astimezone().date()
    layout = mapping_file(order.mapping, today)
    known = known_categories(order.seeds, layout.declared)
    deliveries = in_order(deliveries_in(order.extracts, layout.files, layout.delivery, today))
    for sentence in said_of_order(deliveries):
        progress.note(sentence)
    reader = Reader(layout, hashing_key(order.key), progress)
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
        judgement = judged(
            state.frames, state.delivered_entities, known, deliveries, state.source_of_line, today
        )
    for sentence in said_of_days(judgement, state):
        progress.note(sentence)
    with progress.step("writing the raw schema"):
        write_raw(build.work_file, raw_tables(state, judgement, ledger, layout, build))
