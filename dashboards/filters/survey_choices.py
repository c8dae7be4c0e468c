"""The scales of surveys as a filter: which there are, and what they are called."""

from dashboards import queries
from dashboards.access.narrowing import NotShownError
from dashboards.filters.filter import Filter, known_rank
from dashboards.queries import wellbeing as questions
from dashboards.reader import Reader

_KIND = "survey_scale"


def scales(reader: Reader) -> list[str]:
    """Every scale of which anything is shown, in the catalogue's order; none where none is for the reader."""
    if not queries.has_mart(reader, questions.SURVEYS):
        return []
    try:
        waves = questions.survey_waves(reader)
    except NotShownError:
        return []
    return sorted(waves.filter("is_shown")["scale"].unique(), key=lambda one: known_rank(_KIND, one))


SURVEY_CHOICES = (
    Filter(
        "survey_scale",
        "scale",
        lambda context: scales(context.reader),
        lambda context, scale: queries.label_of(context.reader, _KIND, scale),
        is_offered=lambda context: bool(scales(context.reader)),
        is_of_parts=True,
    ),
)
