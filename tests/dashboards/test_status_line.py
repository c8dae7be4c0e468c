"""The status line: how old the data are, in words and in colour, and what a screen reader makes of it."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest

from dashboards import WAREHOUSE_VARIABLE, queries
from dashboards.app_pages import overview
from dashboards.screen import clock, status_line
from dashboards.text import sentences, speaking
from tests.dashboards.conftest import changed_copy
from tests.dashboards.viewing import published_reader, view_of

AS_OF = date(2026, 6, 30)
TWO_SOURCES = [
    "insert into marts.dim_sources by name select * replace ('north' as source_system, true as is_behind,"
    " 58 as days_behind, as_of - 58 as as_of) from marts.dim_sources",
]


def line(now: datetime, language: str = "en") -> str:
    view = view_of(overview.PAGE, published_reader(language))
    with speaking(language):
        return status_line.status_html(view, now)


def plain(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


@pytest.mark.parametrize(
    ("days", "en", "nl"),
    [
        (-3, "", ""),
        (0, "", ""),
        (1, "a day ago", "een dag geleden"),
        (13, "13 days ago", "13 dagen geleden"),
        (14, "2 weeks ago", "2 weken geleden"),
        (60, "8 weeks ago", "8 weken geleden"),
        (61, "2 months ago", "2 maanden geleden"),
        (151, "5 months ago", "5 maanden geleden"),
        (730, "24 months ago", "24 maanden geleden"),
        (731, "2 years ago", "2 jaar geleden"),
    ],
)
def test_an_age_is_said_in_the_largest_unit_that_still_says_enough(days: int, en: str, nl: str) -> None:
    for language, said in (("en", en), ("nl", nl)):
        with speaking(language):
            assert status_line.age(days) == said


@pytest.mark.parametrize(
    ("language", "old", "fresh"),
    [
        ("en", "old data: up to 30 June 2026, 5 months ago", "data up to 30 June 2026, 2 months ago"),
        (
            "nl",
            "oude gegevens: tot en met 30 juni 2026, 5 maanden geleden",
            "gegevens tot en met 30 juni 2026, 2 maanden geleden",
        ),
    ],
)
def test_data_beyond_the_bound_of_the_policy_are_called_old_in_words_and_colour(
    sample_shown, language: str, old: str, fresh: str
) -> None:
    bound = queries.days_until_old(published_reader())
    assert bound == 62
    late, in_time = line(datetime(2026, 11, 28, 9), language), line(datetime(2026, 8, 31, 9), language)
    assert f'<strong class="mw-old">{old}</strong>' in late
    assert fresh in plain(in_time) and "mw-old" not in in_time
    assert "mw-old" in line(datetime(2026, 9, 1, 9), language), "63 days"


def test_a_policy_without_a_bound_calls_no_data_old(sample_warehouse, tmp_path, monkeypatch) -> None:
    without = ["delete from marts.dim_noise_levels where measure = 'data_age_days'"]
    folder = changed_copy(sample_warehouse, tmp_path / "without", without)
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    assert "30 June 2026, 5 months ago" in line(datetime(2026, 11, 28, 9))
    assert "mw-old" not in line(datetime(2026, 11, 28, 9))


def test_what_happened_less_than_an_hour_ago_is_the_publication(sample_shown) -> None:
    status = queries.status(published_reader())
    said = plain(line(status.built_at))
    assert f"published less than an hour ago (build {status.build_id})" in said
    assert "loaded" not in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_read_aloud_no_two_parts_run_into_one_word(sample_shown, language: str) -> None:
    said = plain(line(datetime(2026, 7, 1), language))
    assert "gegevensgegevens" not in said and "datadata" not in said
    assert re.search(r"[a-z)](?=[A-Z0-9])", said.split("build")[0]) is None, said


def test_the_clock_of_a_page_can_be_said(sample_warehouse, reader, monkeypatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2029, 1, 1))
    assert "old data: up to 30 June 2026, 2 years ago" in reader(sample_warehouse).opens().words()


def test_a_source_that_knows_less_is_named_with_its_day(sample_warehouse, tmp_path, monkeypatch) -> None:
    folder = changed_copy(sample_warehouse, tmp_path / "two", TWO_SOURCES)
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    assert "<span>source north: only up to 3 May 2026</span>" in line(datetime(2026, 7, 1))
    assert "bron north: maar tot en met 3 mei 2026" in line(datetime(2026, 7, 1), "nl")


def test_many_sources_behind_are_counted(monkeypatch) -> None:
    rows = [{"source_system": str(n), "is_behind": True, "as_of": AS_OF.replace(day=n)} for n in range(1, 6)]
    monkeypatch.setattr(queries, "sources", lambda _: rows)
    assert (
        status_line.sources_behind(None) == "5 sources know less, the furthest behind only up to 1 June 2026"
    )


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_last_day_of_the_data_is_never_called_today(language: str) -> None:
    with speaking(language):
        spoken = {
            page: sentences(page)
            for page in (
                "common",
                "overview",
                "offices",
                "backlog",
                "pressure",
                "outlook",
                "officer",
                "certainty",
                "about",
            )
        }
    calls = re.compile(r"\b(today|this (week|month)|vandaag|deze (week|maand))\b", re.IGNORECASE)
    found = [
        f"{page}.{name}" for page, said in spoken.items() for name, one in said.items() if calls.search(one)
    ]
    assert found == []


def test_the_line_needs_nothing_of_the_day_it_is_drawn_on(sample_shown) -> None:
    view = view_of(overview.PAGE, published_reader())
    later = replace(view, status=replace(view.status, as_of=date(2030, 1, 1)))
    with speaking("en"):
        assert "data up to 1 January 2030<" in status_line.status_html(later, datetime(2026, 1, 1))
