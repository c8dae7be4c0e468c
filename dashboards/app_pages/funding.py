"""Funding: what the work needs beside what there is, how sure that is, and what would turn the answer."""

from dashboards.brief import buttons
from dashboards.page import Page
from dashboards.panels import unweighed
from dashboards.panels.funding import evidence, frames, need, rules, turning
from dashboards.screen.page import show

PAGE = Page(
    "funding",
    filters=frames.FILTERS,
    defaults=frames.DEFAULTS,
    parts=(
        unweighed.said_of_some,
        need.conclusion,
        need.every_part,
        need.every_line,
        turning.every_assumption,
        rules.every_part,
        rules.every_kind,
        evidence.cards,
    ),
    is_empty=frames.is_empty,
    without_cases=(need.no_cases,),
)

if __name__ == "__main__":
    show(PAGE, buttons.draw)
