"""Which data a figure or table shows, in a few words."""

from dashboards.text import day, t
from dashboards.view import View


def note(view: View) -> str:
    """`synthetic, data up to 30 June 2026`: the words under a figure or table."""
    as_of = t("common.data_as_of", day=day(view.status.as_of))
    return f"{view.synthetic}, {as_of}" if view.synthetic else as_of


def version_note(view: View) -> str:
    """The same with the build: two versions may have the same last day."""
    return f"{note(view)}, {t('common.of_build', build=view.status.build_id)}"
