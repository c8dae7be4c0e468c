"""The interventions of a scenario as cards: what is done, and what is assumed of it."""

from html import escape

from analysis.scenario import Assumption, Intervention
from analysis.scenario.names import PERCENT
from dashboards.panel import Panel
from dashboards.panels.scenarios.sides import Sides
from dashboards.panels.scenarios.words import amount, name_of, scope_of, unit_of
from dashboards.text import plural, t


def interventions(both: Sides) -> Panel | None:
    """A card for each, in the order of the file; none where nothing is done."""
    scenario = both.one.scenario
    rows = scenario.of_line(both.view.choice.service_line)
    cards = [
        (card, own)
        for card in scenario.interventions
        if (own := [one for one in rows if one.intervention == card.kind])
    ]
    if not cards:
        return None
    drawn = "".join(_card(card, own, both) for card, own in cards)
    return Panel(
        "scenarios_cards",
        title=plural("scenarios.cards_title", len(cards)),
        subtitle=t("scenarios.cards_subtitle", **both.words),
        picture=f'<div class="mw-cards">{drawn}</div>',
    )


def _card(card: Intervention, rows: list[Assumption], both: Sides) -> str:
    language = both.view.reader.language
    title, about = card.title_in(language), card.about_in(language)
    said = "".join(_said(one, both) for one in rows)
    words = f"<p>{escape(about)}</p>" if about else ""
    return f"<article><h3>{escape(title)}</h3>{words}<dl>{said}</dl></article>"


def _said(one: Assumption, both: Sides) -> str:
    values = {level: amount(one, getattr(one, level)) for level in ("low", "central", "high")}
    said = values["central"] if one.is_sure else t("scenarios.card_value", **values)
    unit = "" if one.moves.unit == PERCENT else f" {unit_of(one)}"
    scope = scope_of(one, both.view.reader)
    return f"<div><dt>{escape(name_of(one))}</dt><dd>{escape(said + unit)}<br>{escape(scope)}</dd></div>"
