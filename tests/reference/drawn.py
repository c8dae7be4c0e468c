"""The world of a seed, and what its marts get wrong: the same code for fixed and for fresh seeds."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.reference.building import published_file
from tests.reference.chance import Chance
from tests.reference.comparing import differences, mart_rows
from tests.reference.draw_delivery import delivery_drawn
from tests.reference.draw_policy import policy_drawn
from tests.reference.marts import REFERENCE
from tests.reference.world import World, world

# Between them they hold every border that deliveries are drawn for: `test_drawn_worlds` counts.
SEEDS = (6, 13)


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
