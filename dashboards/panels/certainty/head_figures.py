"""The head figures of the page How sure: the percentage, and its range over other weights and weights off."""

from dashboards.panel import HeadFigure, Panel, not_delivered
from dashboards.panels.certainty import frames
from dashboards.panels.weights import basis
from dashboards.text import number, percentage, t
from dashboards.view import View


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("certainty_no_cases", t("certainty.no_cases"))


def head_figures(view: View) -> Panel | None:
    """The percentage, its range over the schemes, and over weights that are off; none without capacity."""
    under_schemes = frames.schemes(view)["workload_pct"].drop_nulls()
    off = frames.widest(frames.all_weights_off(view).drop_nulls("mid_pct"))
    if under_schemes.is_empty() or off is None:
        return None
    return Panel(
        "certainty_head",
        head_figures=(
            HeadFigure(t("certainty.figure_workload"), percentage(off["mid_pct"]), note=basis(view)),
            HeadFigure(
                t("certainty.figure_schemes"),
                _range_words(under_schemes.min(), under_schemes.max()),
                note=t("certainty.figure_schemes_note"),
            ),
            HeadFigure(
                t("certainty.figure_off", error=percentage(off["error_pct"])),
                _range_words(off["low_pct"], off["high_pct"]),
                note=t("certainty.figure_off_note"),
            ),
        ),
        marts=("fct_area_line_windows", "fct_area_sensitivity"),
        explains=("workload_pct", "error_pct"),
    )


def _range_words(low: float, high: float) -> str:
    """Both ends, or one where they are written alike."""
    if number(low) == number(high):
        return percentage(high)
    return t("certainty.figure_range", low=number(low), high=percentage(high))
