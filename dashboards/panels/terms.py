"""What the columns of a panel mean, under the heading that the screen shows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from dashboards import languages, queries
from dashboards.panel import Panel
from dashboards.text import definition, language, page_has, t
from dashboards.view import View

_SHAPED = "columns"  # the page of sentences about columns that only a table on the screen has


@dataclass(frozen=True)
class Term:
    """One column: what the screen calls it, its name in a file, where it comes from, and what it means.

    `heading` is empty where no table shows the column. `source` is `mart.column`, empty for a column that a
    table made itself: its sentence is in `[columns]` of the languages. `said` is in the language `spoken`;
    empty where nothing describes the column.
    """

    heading: str
    name: str
    source: str
    said: str
    spoken: str

    @property
    def mart_column(self) -> str:
        """What an analyst looks for: the mart's column, else the name in the file."""
        return self.source.partition(".")[2] or self.name


def terms_of(panel: Panel, view: View) -> list[Term]:
    """A term per column of the panel's table, in its order, then those that the panel explains besides."""
    comments = {
        (row["mart"], row["column_name"]): row["comment"]
        for row in (queries.described(view.reader, *panel.marts) if panel.marts else ())
    }
    shown = panel.table.columns if panel.table else {}
    stands_for = panel.table.stands_for if panel.table else {}
    terms = [
        _term(heading, name, stands_for.get(name, name), panel, comments) for name, heading in shown.items()
    ]
    known = {term.mart_column for term in terms}
    more = [_term("", name, name, panel, comments) for name in panel.explains if name not in known]
    return terms + more


def _term(heading: str, name: str, column: str, panel: Panel, comments: dict) -> Term:
    *named, column = column.split(".")
    for mart in named or panel.marts:
        if comment := comments.get((mart, column)):
            return Term(heading, name, f"{mart}.{column}", *definition(mart, column, comment))
    if not page_has(_SHAPED, column):
        return Term(heading, name, "", "", language())
    is_own = column in languages.of(language()).own.get(_SHAPED, {})
    return Term(heading, name, "", t(f"{_SHAPED}.{column}"), language() if is_own else languages.FALLBACK)


def terms_html(terms: Iterable[Term]) -> str:
    """A list of headings, each with its column in small and what it means; empty without any.

    Columns of the same meaning are one entry, under all their headings. A heading that is a name, as of an
    office, says nothing of its column, and is left out.
    """
    entries: dict[tuple[str, str, str], list[str]] = {}
    for term in terms:
        if term.said:
            headings = entries.setdefault((term.mart_column, term.said, term.spoken), [])
            if term.heading not in ("", term.name, *headings):
                headings.append(term.heading)
    rows = "".join(
        f"<dt>{_called(headings, column)}</dt><dd{_lang(spoken)}>{escape(said)}</dd>"
        for (column, said, spoken), headings in entries.items()
    )
    return f'<dl class="mw-definitions">{rows}</dl>' if rows else ""


def paragraph_html(said: str, spoken: str) -> str:
    """A paragraph that says its language where it is not the reader's."""
    return f"<p{_lang(spoken)}>{escape(said)}</p>"


def quoting_html(said: str, quotes: Iterable[str]) -> str:
    """A sentence, escaped, that says where it quotes the policy, whose sources are in English."""
    known = sorted(filter(None, quotes), key=len, reverse=True)
    if not known or language() == languages.FALLBACK:
        return escape(said)
    pieces = re.split(f"({'|'.join(map(re.escape, known))})", said)
    return "".join(
        f"<span{_lang(languages.FALLBACK)}>{escape(piece)}</span>" if piece in known else escape(piece)
        for piece in pieces
    )


def _called(headings: Sequence[str], column: str) -> str:
    # Names of columns are English words.
    code = f"<small><code{_lang(languages.FALLBACK)}>{escape(column)}</code></small>"
    return f"{escape(' · '.join(headings))} {code}" if headings else code


def _lang(spoken: str) -> str:
    return "" if spoken == language() else f' lang="{spoken}"'
