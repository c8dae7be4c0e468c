"""Random deliveries under random policies: every mart figure equals the slow reference.

``MAATWERK_REFERENCE_EXAMPLES`` asks for more builds than the usual three, ``MAATWERK_REFERENCE_SEED`` for one
build of a seed that failed before.
"""

import os
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from tests.reference.building import published_file
from tests.reference.chance import Chance
from tests.reference.comparing import differences, mart_rows
from tests.reference.draw_delivery import delivery_drawn
from tests.reference.draw_policy import policy_drawn
from tests.reference.marts import REFERENCE
from tests.reference.world import World, world

EXAMPLES = int(os.environ.get("MAATWERK_REFERENCE_EXAMPLES", "3"))
SEED = os.environ.get("MAATWERK_REFERENCE_SEED")
SHOWN = 40


def drawn_world(seed: int) -> World:
    """The delivery and policy of a seed, laid out by day."""
    random = Random(seed)
    chance = Chance(random)
    policy = policy_drawn(random, chance)
    return world(delivery_drawn(chance, policy.reduction_reasons), policy)


def found_differences(seed: int) -> list[str]:
    """Build the delivery of a seed and compare every mart with the reference."""
    drawn = drawn_world(seed)
    with TemporaryDirectory(prefix="maatwerk-reference-") as folder:
        published = published_file(Path(folder), drawn.delivery, drawn.policy)
        return [
            line
            for mart, reference in REFERENCE.items()
            for line in differences(mart, reference(drawn), mart_rows(published, mart))
        ]


# Shrinking a seed makes nothing smaller and costs a build each time.
@settings(
    max_examples=1 if SEED else EXAMPLES,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(seed=st.just(int(SEED)) if SEED else st.integers(0, 2**31))
def test_every_mart_equals_the_reference_on_random_deliveries(seed):
    found = found_differences(seed)
    note(f"MAATWERK_REFERENCE_SEED={seed}")
    assert not found, "\n".join([f"seed {seed}: {len(found)} differences", *found[:SHOWN]])
