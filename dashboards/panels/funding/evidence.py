"""What studies of caseload found, a card each; none of it is multiplied by figures of this service."""

from html import escape

import polars as pl

from dashboards import languages
from dashboards.panel import Panel, Table
from dashboards.queries import funding as questions
from dashboards.text import t
from dashboards.view import View

# What a card says under the claim, in this order.
FIELDS = (
    "design",
    "country",
    "published_in",
    "population",
    "outcome",
    "follow_up",
    "effect",
    "limits",
    "source",
)


def cards(view: View) -> Panel | None:
    """A card per study, in the reader's language, else in English."""
    rows = in_language(questions.evidence(view.reader), view.reader.language)
    if rows.is_empty():
        return None
    return Panel(
        "funding_evidence",
        title=t("funding.evidence_title"),
        subtitle=t("funding.evidence_subtitle"),
        picture=_cards(rows, view.reader.language),
        summary=t("funding.evidence_summary"),
        table=Table(
            rows,
            {
                "claim": t("funding.evidence_claim"),
                **{name: t(f"funding.evidence_{name}") for name in FIELDS},
            },
            filters="-",
        ),
    )


def in_language(rows: pl.DataFrame, language: str) -> pl.DataFrame:
    """One row per study: in this language, else in English, else in any."""
    rank = (
        pl.when(pl.col("language") == language)
        .then(0)
        .when(pl.col("language") == languages.FALLBACK)
        .then(1)
        .otherwise(2)
    )
    return (
        rows.with_columns(rank=rank)
        .sort("position", "evidence", "rank", maintain_order=True)
        .unique("evidence", keep="first", maintain_order=True)
        .drop("rank")
    )


def _cards(rows: pl.DataFrame, language: str) -> str:
    return f'<div class="mw-cards">{"".join(_card(row, language) for row in rows.to_dicts())}</div>'


def _card(row: dict, language: str) -> str:
    """A study; where it is told in another language than the page's, that is said to who listens."""
    spoken = "" if row["language"] == language else f' lang="{escape(row["language"], quote=True)}"'
    said = "".join(
        f"<div><dt>{escape(t(f'funding.evidence_{name}'))}</dt><dd{spoken}>{escape(row[name])}</dd></div>"
        for name in FIELDS
    )
    return f"<article><h3{spoken}>{escape(row['claim'])}</h3><dl>{said}</dl></article>"
