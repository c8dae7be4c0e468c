"""For whom these pages are made too: what is checked, and which barriers are known to be left."""

from dashboards.panel import Panel
from dashboards.text import t
from dashboards.view import View

_LIMITS = ("menu", "language", "pointing", "pdf", "numbers", "people")


def accessibility(_: View) -> Panel:
    """The statement, with its known limits."""
    return Panel(
        "accessibility",
        title=t("about.access"),
        subtitle=t("about.access_subtitle"),
        intro=t("about.access_checked"),
        items=tuple(t(f"about.access_limit_{name}") for name in _LIMITS),
        notes=(t("about.access_tell"),),
    )
