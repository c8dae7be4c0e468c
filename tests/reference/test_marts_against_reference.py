"""Random deliveries under random policies: every mart figure equals the slow reference.

Every run has the same few seeds, which hold every border. ``make test-deep`` adds more fixed ones and some
of its day. A failure names its seed: ``MAATWERK_REFERENCE_SEED=<seed>`` runs that one alone, in either.
"""

import datetime as dt
import os
from random import Random

import pytest

from tests.reference.drawn import SEEDS, found_differences

ONE = os.environ.get("MAATWERK_REFERENCE_SEED")
# Deliveries without some of their files, and all offices in one region, are among these.
MORE_SEEDS = (1, 3, 5, 20)
FRESH = 6
SHOWN = 40


def seeds_of(day: dt.date) -> list[int]:
    """The seeds of a day: others tomorrow, the same in every process of one run."""
    return Random(day.toordinal()).sample(range(100, 2**31), FRESH)


def compare(seed: int, factory: pytest.TempPathFactory) -> None:
    found = found_differences(seed, factory)
    named = f"MAATWERK_REFERENCE_SEED={seed}: {len(found)} differences"
    assert not found, "\n".join([named, *found[:SHOWN]])


def asked(*seeds: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("seed", [int(ONE)] if ONE else seeds)


@asked(*SEEDS)
def test_every_mart_equals_the_reference_on_random_deliveries(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    compare(seed, tmp_path_factory)


@pytest.mark.deep
@asked(*MORE_SEEDS, *seeds_of(dt.datetime.now(dt.UTC).date()))
def test_every_mart_equals_the_reference_on_more_random_deliveries(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    compare(seed, tmp_path_factory)
