"""What Scenarios says of the sample before any simulation, counted by hand."""

from tests.dashboards.said.sentence import WHOLE, Said
from tests.dashboards.said.staff import LAST

SAID = (
    Said(
        "scenarios",
        "{fte:,.1f} available",
        "FTE that were there in the last whole month; this scenario leaves them as they are in the end",
        f"""
        select available_fte_avg as fte from fct_area_line_months
        where {WHOLE} and month_start_on = {LAST}
        """,
    ),
)
