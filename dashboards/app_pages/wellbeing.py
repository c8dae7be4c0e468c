"""The people who do the work: what they say, who is away or leaves, posts, grades and training."""

from dashboards.choice import USUAL_LINE
from dashboards.page import MoreFilters, Page
from dashboards.panels.wellbeing import load, months, staff, survey, training
from dashboards.screen.page import show

PAGE = Page(
    "wellbeing",
    filters=("region", "office", "service_line", "weight_scheme"),
    defaults={"service_line": USUAL_LINE},
    parts=(
        survey.by_scale,
        months.by_month,
        staff.posts,
        staff.grades,
        training.by_topic,
        MoreFilters(("survey_scale",), "wellbeing.one_scale"),
        survey.by_part,
        survey.by_wave,
        load.beside,
    ),
)

if __name__ == "__main__":
    show(PAGE)
