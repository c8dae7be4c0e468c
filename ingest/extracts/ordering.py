"""Deliveries in the order of the day that they state, and of their names where they state none."""

import datetime as dt
from itertools import pairwise

from ingest.extracts.delivery import Delivery
from ingest.extracts.natural_order import natural_key


def in_order(deliveries: list[Delivery]) -> list[Delivery]:
    """Oldest first by ``as_of``; one that states none follows the one of its source before it by name."""
    by_name = sorted(deliveries, key=lambda delivery: natural_key(delivery.name))
    latest: dict[str, dt.date] = {}
    days, day = {}, dt.date.min
    for delivery in by_name:
        day = delivery.as_of or latest.get(delivery.source_system, day)
        days[delivery.name] = latest[delivery.source_system] = day
    return sorted(by_name, key=lambda delivery: days[delivery.name])


def said_of_order(deliveries: list[Delivery]) -> list[str]:
    """A sentence per delivery that its name would have put behind one of its source with a later day."""
    said = []
    for source in dict.fromkeys(delivery.source_system for delivery in deliveries):
        own = [delivery for delivery in deliveries if delivery.source_system == source]
        for one, next_one in pairwise(own):
            if natural_key(one.name) > natural_key(next_one.name):
                said.append(
                    f"{one.name} (as_of {one.as_of}) is taken before {next_one.name} (as_of"
                    f" {next_one.as_of}): the day counts, not the name."
                )
    return said
