"""The world of a seed, and what its marts get wrong: the same code for fixed and for fresh seeds."""

from pathlib import Path
from random import Random

import pytest

from tests.askable_marts import askable_marts
from tests.reference.building import published_file
from tests.reference.chance import Chance
from tests.reference.comparing import differences, mart_rows, marts_in
from tests.reference.draw_delivery import delivery_drawn
from tests.reference.draw_policy import policy_drawn
from tests.reference.marts import REFERENCE
from tests.reference.world import World, world
from tests.sharing import made_once
from warehouse import current

# Between them they hold every border that deliveries are drawn for: `test_drawn_worlds` counts.
SEEDS = (6, 13)


def drawn_world(seed: int) -> World:
    """The delivery and policy of a seed, laid out by day."""
    random = Random(seed)
    chance = Chance(random)
    policy = policy_drawn(random, chance)
    return world(delivery_drawn(chance, policy.reduction_reasons), policy)


def drawn_file(seed: int, factory: pytest.TempPathFactory) -> Path:
    """The published file of the delivery of a seed, built once for all who ask."""
    drawn = drawn_world(seed)
    home = made_once(
        factory, f"drawn-{seed}", lambda home: published_file(home, drawn.delivery, drawn.policy)
    )
    return current.published_file(home / "warehouse")


def found_differences(seed: int, factory: pytest.TempPathFactory) -> list[str]:
    """Compare every mart of the delivery of a seed with the reference."""
    drawn, published = drawn_world(seed), drawn_file(seed, factory)
    left_out = left_out_of(drawn)
    differs = [f"{mart} is there without its entity" for mart in sorted(left_out & marts_in(published))]
    return differs + [
        line
        for mart, reference in REFERENCE.items()
        if mart.name not in left_out
        for line in differences(mart, reference(drawn), mart_rows(published, mart))
    ]


def left_out_of(drawn: World) -> set[str]:
    """The marts that are not made, because their entity was not delivered."""
    return {mart.name for mart in askable_marts().values() if mart.of_entity in drawn.delivery.not_delivered}
