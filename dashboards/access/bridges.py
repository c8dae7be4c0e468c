"""Bridges of a graph: edges whose two ends nothing else connects."""

from collections import defaultdict
from collections.abc import Hashable, Sequence


def bridges(edges: Sequence[tuple[Hashable, Hashable]]) -> list[int]:
    """Places of the edges that lie on no cycle (Tarjan 1974); two edges between the same ends are a cycle."""
    beside = defaultdict(list)
    for place, (one, other) in enumerate(edges):
        beside[one].append((place, other))
        beside[other].append((place, one))
    found: list[int] = []
    reached: dict[Hashable, int] = {}

    def lowest(node: Hashable, came_by: int) -> int:
        """The earliest node that this one's part of the tree reaches without the edge it came by."""
        own = low = reached[node] = len(reached)
        for place, other in beside[node]:
            if place == came_by:
                continue
            if other in reached:
                low = min(low, reached[other])
                continue
            beyond = lowest(other, place)
            low = min(low, beyond)
            if beyond > own:
                found.append(place)
        return low

    for node in list(beside):
        if node not in reached:
            lowest(node, -1)
    return sorted(found)
