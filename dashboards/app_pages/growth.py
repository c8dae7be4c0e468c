"""Why it grew: four lines from one month on, and what each cause has in the change."""

from dashboards.choice import USUAL_LINE
from dashboards.page import Page
from dashboards.panels import unweighed
from dashboards.panels.growth import frames, index, offices, proof, restated, waterfalls
from dashboards.screen.page import show

PAGE = Page(
    "growth",
    filters=("region", "office", "service_line", "weight_scheme", "to_month", "from_month"),
    defaults={"service_line": USUAL_LINE},
    parts=(
        unweighed.said_of_some,
        index.since_month,
        restated.as_known,
        waterfalls.every_measure,
        offices.every_part,
        proof.question,
    ),
    is_empty=frames.is_empty,
    without_cases=(index.no_cases,),
)

if __name__ == "__main__":
    show(PAGE)
