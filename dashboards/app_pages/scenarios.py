"""Scenarios: files of assumptions run side by side, which assumption decides, and who stands for each."""

from dashboards import scenarios
from dashboards.filters.scenario_choices import NAMES
from dashboards.page import Page
from dashboards.panels.scenarios import answer
from dashboards.screen import scenario_files
from dashboards.screen.page import show

PAGE = Page(
    "scenarios",
    filters=NAMES,
    parts=(answer.what_if,),
    without_cases=(answer.no_cases,),
    beside=lambda view: scenarios.texts(view.reader),
)

if __name__ == "__main__":
    show(PAGE, scenario_files.draw)
