"""Queues in balance, from textbooks: what a simulation must come to, and nothing that the product shows."""

import math


def erlang_b(offered: float, servers: int) -> float:
    """The share of arrivals that find every server taken where nobody waits (Erlang 1917)."""
    blocked = 1.0
    for server in range(1, servers + 1):
        blocked = offered * blocked / (server + offered * blocked)
    return blocked


def many_servers(arrival_rate: float, service_rate: float, servers: int) -> dict[str, float]:
    """M/M/c: the chance to wait (Erlang C), mean waits and numbers."""
    offered = arrival_rate / service_rate
    busy, blocked = offered / servers, erlang_b(offered, servers)
    waits = blocked / (1 - busy * (1 - blocked))
    queue = waits * busy / (1 - busy)
    wait = queue / arrival_rate
    return {
        "rho": busy,
        "erlang_b": blocked,
        "p_wait": waits,
        "Lq": queue,
        "Wq": wait,
        "L": queue + offered,
        "W": wait + 1 / service_rate,
    }


def fewest_servers(arrival_rate: float, service_rate: float, p_wait_max: float) -> int:
    """The fewest servers at which at most so many wait."""
    servers = math.floor(arrival_rate / service_rate) + 1
    while many_servers(arrival_rate, service_rate, servers)["p_wait"] > p_wait_max:
        servers += 1
    return servers


def one_server(arrival_rate: float, mean_service: float, cv_squared: float) -> dict[str, float]:
    """M/G/1: mean wait and queue (Pollaczek-Khinchine)."""
    busy = arrival_rate * mean_service
    wait = busy / (1 - busy) * mean_service * (1 + cv_squared) / 2
    return {"Wq": wait, "Lq": arrival_rate * wait}


def nobody_waits(arrival_rate: float, mean_duration: float, duration: str, at: float = math.inf) -> float:
    """M/G/inf from empty: the mean in the system, which is its variance too (a Poisson number)."""
    if duration == "fixed":
        return arrival_rate * min(at, mean_duration)
    return arrival_rate * mean_duration * (1 - math.exp(-at / mean_duration))
