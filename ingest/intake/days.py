"""What to say where the last day or the first month rests on one row, or a source is behind."""

from ingest.checks.judging import Judgement, kept_rows
from ingest.checks.source_days import Place, first_ending
from ingest.raw.merging import MergedState


def said_of_days(judgement: Judgement, state: MergedState) -> list[str]:
    """A sentence per last day that one row alone sets, per source behind, and for such a first month."""
    said = []
    for source, day in judgement.sources.items():
        if day.rests_on is not None:
            without = f"; without it {day.without_it}" if day.without_it else ""
            said.append(
                f"as_of {day.as_of} of {source} rests on one row: {place_in_words(day.rests_on, state)}"
                f"{without}. State as_of in delivery.toml if that row is wrong."
            )
    for source, day in judgement.sources.items():
        behind = (judgement.as_of - day.as_of).days
        if behind:
            said.append(
                f"{source} knows up to {day.as_of}, {behind} days less than the others: its offices carry"
                " that day. Deliver it again if it should be newer."
            )
    first = first_ending(kept_rows(state.frames["cases"], judgement.breached["cases"]))
    if first is not None and first.rests_on is not None:
        without = f"; without it {first.without_it:%Y-%m}" if first.without_it else ""
        said.append(
            f"the first month {first.as_of:%Y-%m} rests on one row: {place_in_words(first.rests_on, state)}"
            f"{without}. Correct that row at its source if it is wrong."
        )
    return said


def place_in_words(place: Place, state: MergedState) -> str:
    """Delivery and file, row and column of a value."""
    line = state.lines[place.line]
    return f"{line.delivery.name}/{line.file}, row {place.row}, column {place.column}"
