"""Which areas there are, and how offices lie in them: by hand, in the reference and in real builds."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from tests.reference.areas import added_up, areas, has_regions, parts_above_offices, parts_of, same
from tests.reference.building import published_file
from tests.reference.chance import Chance
from tests.reference.comparing import mart_rows
from tests.reference.days import Day
from tests.reference.draw_delivery import delivery_drawn
from tests.reference.draw_policy import policy_drawn
from tests.reference.marts import REFERENCE
from tests.reference.records import Delivery, Office
from tests.reference.worked_numbers import POLICY
from tests.reference.world import world

AREAS = next(mart for mart in REFERENCE if mart.name == "dim_areas")
# Names in another order than ids and regions, so that each order shows.
OFFICES = [
    Office("1", "Zeebrugge", "West"),
    Office("2", "Aalst", "East"),
    Office("3", "Namur"),
    Office("4", "Arlon", "East"),
]
REGIONS = {
    ("service",): ("service", "", "", 1),
    (":region",): ("region", "service", "", 2),
    ("East:region",): ("region", "service", "East", 3),
    ("West:region",): ("region", "service", "West", 4),
    ("2",): ("office", "East:region", "Aalst", 5),
    ("4",): ("office", "East:region", "Arlon", 6),
    ("3",): ("office", ":region", "Namur", 7),
    ("1",): ("office", "West:region", "Zeebrugge", 8),
}
NO_REGIONS = {
    ("service",): ("service", "", "", 1),
    ("2",): ("office", "service", "Aalst", 2),
    ("4",): ("office", "service", "Arlon", 3),
    ("3",): ("office", "service", "Namur", 4),
    ("1",): ("office", "service", "Zeebrugge", 5),
}
DRAWN = 60


def delivered(offices: list[Office], side_by_side: int) -> Delivery:
    return Delivery(Day(2025, 6, 1), offices_side_by_side=side_by_side, offices=offices)


def in_one_region() -> list[Office]:
    return [replace(office, region="East") for office in OFFICES]


@pytest.mark.parametrize(
    ("offices", "side_by_side", "expected"),
    [
        (OFFICES, 3, REGIONS),
        # Every run has both in a delivery that is built for more than this: one that is drawn has as many
        # offices as fit, and the worked numbers have many in one region.
        pytest.param(OFFICES, 4, NO_REGIONS, marks=pytest.mark.deep),
        pytest.param(in_one_region(), 3, NO_REGIONS, marks=pytest.mark.deep),
    ],
    ids=["more offices than fit", "as many as fit", "one region"],
)
def test_areas_are_the_service_its_regions_by_name_and_its_offices(tmp_path, offices, side_by_side, expected):
    delivery = delivered(offices, side_by_side)
    rows = {key: dict(zip(AREAS.others, row, strict=True)) for key, row in expected.items()}
    assert areas(world(delivery, POLICY)) == rows
    assert mart_rows(published_file(tmp_path, delivery, POLICY), AREAS) == rows


def test_an_office_is_in_the_service_in_its_region_and_on_its_own():
    found = parts_of(delivered(OFFICES, 3))
    assert found["2"] == [
        ("service", ""),
        ("service", "East:region"),
        ("East:region", ""),
        ("East:region", "2"),
        ("2", ""),
    ]
    assert found["3"] == [
        ("service", ""),
        ("service", ":region"),
        (":region", ""),
        (":region", "3"),
        ("3", ""),
    ]


def test_without_regions_offices_are_the_parts_of_the_service():
    assert parts_of(delivered(OFFICES, 4))["2"] == [("service", ""), ("service", "2"), ("2", "")]
    assert parts_above_offices(delivered(OFFICES, 4))["2"] == [("service", ""), ("service", "2")]


def test_offices_add_up_and_what_they_share_must_be_the_same():
    rows = {(name, "line"): {"units": Decimal(name), "days": 7, "pct": 1} for name in ("1", "2", "4")}
    found = added_up(parts_of(delivered(OFFICES, 3)), rows, units=sum, days=same)
    assert found["service", "", "line"] == {"units": Decimal(7), "days": 7}
    assert (
        found["service", "East:region", "line"] == found["East:region", "", "line"] == {"units": 6, "days": 7}
    )
    with pytest.raises(AssertionError, match="not the same"):
        added_up(parts_of(delivered(OFFICES, 3)), rows, units=same)


def test_deliveries_are_drawn_with_regions_and_without():
    found: Counter = Counter()
    for seed in range(DRAWN):
        random = Random(seed)
        chance = Chance(random)
        delivery = delivery_drawn(chance, policy_drawn(random, chance).reduction_reasons)
        regions = {office.region for office in delivery.offices}
        has_few = len(delivery.offices) <= delivery.offices_side_by_side
        found["regions between"] += has_regions(delivery)
        found["no regions between"] += not has_regions(delivery)
        found["region not delivered beside others"] += None in regions and has_regions(delivery)
        found["few offices in regions"] += has_few and len(regions) > 1
        found["many offices in one region"] += not has_few and len(regions) == 1
        found["just as many as fit"] += len(delivery.offices) == delivery.offices_side_by_side
        found["one more than fit"] += len(delivery.offices) == delivery.offices_side_by_side + 1
    assert min(found["regions between"], found["no regions between"]) >= DRAWN // 3
    assert len(found) == 7
    assert min(found.values()) >= 5, found
