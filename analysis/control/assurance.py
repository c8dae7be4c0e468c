"""Whether a process as it is will meet a target: what its limits say, not its last point.

Source: NHS England, Making Data Count (NHSRplotthedots 0.2.2).
"""

from typing import Literal

Improvement = Literal["increase", "decrease", "neutral"]
Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]


def assurance(
    lower: float | None, upper: float | None, target: float | None, improvement: Improvement
) -> Assurance | None:
    """Passes or fails a target each time, or now one and now the other; None without target or direction.

    ``lower`` and ``upper`` are the limits of the last segment: after a rebase those before it say nothing. A
    target on a limit is inconsistent.
    """
    if improvement not in ("increase", "decrease", "neutral"):
        raise ValueError(f"Improvement is an increase, a decrease or neutral, not {improvement!r}.")
    if target is None or lower is None or upper is None or improvement == "neutral":
        return None
    if lower <= target <= upper:
        return "inconsistent"
    is_above = target < lower
    return "consistent_pass" if is_above == (improvement == "increase") else "consistent_fail"
