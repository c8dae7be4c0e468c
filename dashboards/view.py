"""What a page is made from: who asks, which data, and what is looked at."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

from dashboards.charts.style import Look
from dashboards.choice import Choice
from dashboards.reader import Reader
from dashboards.status import Status
from dashboards.text import t


@dataclass(frozen=True)
class View:
    """One reader's look at one published file through the filters of a page.

    Every panel is made from a view alone, so that the same panel can be drawn, printed or tested.
    """

    status: Status
    choice: Choice
    reader: Reader

    @property
    def synthetic(self) -> str:
        """The word "synthetic" where rows are invented, else empty."""
        return t("common.synthetic") if self.status.is_synthetic else ""

    @property
    def look(self) -> Look:
        """How charts address this reader."""
        return Look(self.reader.language, self.synthetic)

    @property
    def key(self) -> Hashable:
        """Equal for views from which the same panels are made: of reader, file and choice, all there is."""
        return (self.reader, self.status, self.choice.key)

    def choosing(self, choice: Choice) -> "View":
        """The same reader and data with another choice."""
        return replace(self, choice=choice)
