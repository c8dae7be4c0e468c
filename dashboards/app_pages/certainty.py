"""How sure: what a percentage rests on, and how far it could lie elsewhere."""

from dashboards.choice import USUAL_LINE
from dashboards.page import Page
from dashboards.panels import unweighed
from dashboards.panels.certainty import findings, frames, head_figures, spread, weights
from dashboards.screen.page import show

PAGE = Page(
    "certainty",
    filters=("region", "office", "service_line", "weight_scheme"),
    defaults={"service_line": USUAL_LINE},
    parts=(
        unweighed.said_of_some,
        head_figures.head_figures,
        spread.every_scheme,
        spread.weights_off,
        spread.one_type_off,
        weights.what_weights_rest_on,
        findings.open_findings,
        weights.changes_of_weights,
    ),
    is_empty=frames.is_empty,
    without_cases=(head_figures.no_cases,),
)

if __name__ == "__main__":
    show(PAGE)
