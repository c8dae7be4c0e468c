"""Areas: the whole service, its regions and its offices, and how figures of offices add up to them."""

from collections import defaultdict
from collections.abc import Callable

from tests.reference.averages import Mart
from tests.reference.records import Delivery, Office
from tests.reference.world import World

SERVICE, WHOLE = "service", ""
Part = tuple[str, str]  # An area, and a part of it or all of it.
Together = Callable[[list], object]


def has_regions(delivery: Delivery) -> bool:
    """Whether regions stand between the service and its offices."""
    regions = {office.region or "" for office in delivery.offices}
    return len(delivery.offices) > delivery.offices_side_by_side and len(regions) > 1


def region_id(office: Office) -> str:
    """The area of an office's region; a region that was not delivered is one without a name."""
    return f"{office.region or ''}:region"


def parts_of(delivery: Delivery) -> dict[str, list[Part]]:
    """By office: every part of an area, and every whole of one, that the office lies in."""
    found = {}
    for office in delivery.offices:
        own, region = office.office_id, region_id(office)
        if has_regions(delivery):
            above = [(SERVICE, region), (region, WHOLE), (region, own)]
        else:
            above = [(SERVICE, own)]
        found[own] = [(SERVICE, WHOLE), *above, (own, WHOLE)]
    return found


def places_of(delivery: Delivery) -> dict[str, list[tuple[str]]]:
    """By office: every area that it lies in."""
    return {
        office: [(area,) for area, part in found if part == WHOLE]
        for office, found in parts_of(delivery).items()
    }


def parts_above_offices(delivery: Delivery) -> dict[str, list[Part]]:
    """By office: as ``parts_of``, without the offices as areas of their own."""
    return {
        office: [one for one in found if one[0] != office] for office, found in parts_of(delivery).items()
    }


def added_up(places: dict[object, list[tuple]], mart: Mart, **together: Together) -> Mart:
    """Rows keyed by office first, as rows keyed by each of its ``places`` first.

    ``together`` says by column what becomes of the figures of several offices; other columns are left out.
    """
    rows = defaultdict(list)
    for (office_id, *rest), row in mart.items():
        for place in places[office_id]:
            rows[*place, *rest].append(row)
    return {
        key: {column: join([row[column] for row in found]) for column, join in together.items()}
        for key, found in rows.items()
    }


def same(figures: list) -> object:
    """What all offices have in common."""
    assert len(set(figures)) == 1, f"not the same in every office: {figures}"
    return figures[0]


def areas(world: World) -> Mart:
    """dim_areas, keyed by area: the service, regions by name, offices in the order of dim_offices."""
    with_regions = has_regions(world.delivery)
    rows = [(SERVICE, "service", "", "")]
    if with_regions:
        names = sorted({office.region or "" for office in world.delivery.offices})
        rows += [(f"{name}:region", "region", SERVICE, name) for name in names]
    for office in sorted(world.delivery.offices, key=lambda office: (office.office_name, office.office_id)):
        parent = region_id(office) if with_regions else SERVICE
        rows.append((office.office_id, "office", parent, office.office_name))
    columns = ("area_id", "area_kind", "parent_id", "area_name", "position")
    named = [dict(zip(columns, (*row, position), strict=True)) for position, row in enumerate(rows, start=1)]
    return {(row.pop("area_id"),): row for row in named}
