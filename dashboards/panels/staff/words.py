"""What is chosen on What more staff buys, in words, and ranges of runs."""

import math
from collections.abc import Sequence

from dashboards.choice import Choice
from dashboards.filters.levers import POSTS
from dashboards.text import listed, month, number, percentage, t
from dashboards.view import View


def area_words(view: View) -> dict[str, str]:
    """Area and service line in words, for subtitles."""
    return {"area": view.choice.label("office"), "line": view.choice.label("service_line")}


def levers_said(choice: Choice) -> str:
    """What is chosen other than things are now: `20 FTE more from October 2026 and 10% fewer new cases`."""
    said = [_staff_said(choice)]
    said += [
        _of_sign(name, choice, share=percentage(abs(choice.amount(name))))
        for name in ("absence", "inflow", "case_work")
    ]
    if choice.values["load_limit"] != "now":
        said.append(t("staff.lever_limit", limit=percentage(choice.amount("load_limit"))))
    return listed([one for one in said if one])


def _staff_said(choice: Choice) -> str:
    if choice.of("staff_change") == POSTS:
        return t("staff.lever_posts")
    return _of_sign("staff_change", choice, fte=number(abs(choice.amount("staff_change"))))


def _of_sign(name: str, choice: Choice, **values: str) -> str:
    amount = choice.amount(name)
    if not amount:
        return ""
    way = "more" if amount > 0 else "less"
    return t(f"staff.lever_{name}_{way}", month=month(choice.staff_from), **values)


def range_said(bands: Sequence[float]) -> str:
    """The range of the runs: `40 to 65`; said once where both ends are written alike."""
    low, high = number(bands[0]), number(bands[2])
    return low if low == high else t("staff.range", low=low, high=high)


def weeks_said(weeks: float) -> str:
    """A wait in weeks; in words where none leaves the list, or where nobody waits."""
    if math.isnan(weeks):
        return t("staff.nobody_waits")
    return t("staff.no_turn") if math.isinf(weeks) else number(weeks, 1)
