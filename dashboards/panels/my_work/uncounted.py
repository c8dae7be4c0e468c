"""What is in none of the figures about one officer."""

from dashboards.panel import Panel
from dashboards.panels.outlook.frames import of_an_officer
from dashboards.text import t
from dashboards.view import View

_WHAT = ("hours", "other_work", "new_cases", "no_weight", "quality", "late")


@of_an_officer
def not_counted(_: View) -> Panel:
    """Sentences, one for each thing that is left out."""
    return Panel(
        "my_work_uncounted",
        title=t("my_work.uncounted"),
        items=tuple(t(f"my_work.uncounted_{one}") for one in _WHAT),
    )
