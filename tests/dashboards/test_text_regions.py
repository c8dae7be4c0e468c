"""What is said of regions: a variant of every sentence that sets offices side by side, or a reason."""

import re

import pytest

from dashboards.app_pages import PAGES
from dashboards.text import name_parts, sentences, speaking, t
from tests.dashboards.test_text import places

VARIANTS = sentences("regions")
MODULES = ("common", "app", *PAGES, "officer")
# Sentences that name offices and stay as they are in a service with regions, by the reason.
UNTOUCHED = {
    "a filter, and what it offers: offices": {"common.filter_office", "common.all_office"},
    "asks for one office": {"common.choose_office_for_cases"},
    "the name of a region that has none": {"common.no_region"},
    "the name of the page and its question: a region leads to its offices": {
        "app.offices",
        "offices.title",
        "offices.question",
    },
    "a description: how the figure is made, from offices up": {
        "overview.description",
        "overview.not_said",
        "offices.not_said",
        "pressure.description",
    },
    "about one office, among those of its region": {
        "offices.trend_subtitle",
        "offices.trend_summary",
        "officer.choose",
        "officer.whole_office",
        "officer.subtitle",
        "officer.choose_case",
        "officer.no_case_to_take",
    },
    "figures published of offices, where there are no cases": {
        "overview.published_only",
        "offices.published_none",
        "offices.published_title",
        "offices.published_summary",
    },
    "about what was delivered, office by office": {
        "about.has_offices",
        "about.office",
        "about.rule_unknown_office",
    },
    "the name of an office of audit": {"certainty.off_summary"},
}


def _names_offices(english: str, dutch: str) -> bool:
    """Whether a sentence names offices, apart from its places; an officer is none."""
    bare_english, bare_dutch = (re.sub(r"\{\w+\}", "", said) for said in (english, dutch))
    found = re.search(r"\boffices?\b", bare_english, re.IGNORECASE)
    return bool(found or re.search(r"kantoor|kantoren", bare_dutch, re.IGNORECASE))


@pytest.mark.parametrize("key", sorted(VARIANTS))
def test_a_variant_stands_in_for_a_sentence_of_its_page(key: str) -> None:
    module, _, name = key.partition(".")
    assert name in sentences(module), "said of regions, and of offices nowhere"
    usual = sentences(module)[name]
    for said in VARIANTS[key]:
        assert places(said) == places(usual[0]) == places(usual[1])
    assert _names_offices(*usual), "a sentence without offices needs no variant"
    assert not _names_offices(*VARIANTS[key]), "a variant speaks of regions alone"


def test_what_counts_one_region_also_counts_more() -> None:
    counted = {key.rpartition(".")[0] for key in VARIANTS if key.endswith((".one", ".other"))}
    assert all(f"{key}.{ending}" in VARIANTS for key in counted for ending in ("one", "other"))


def test_every_sentence_about_offices_has_a_variant_or_a_reason_for_none() -> None:
    about_offices = {
        f"{module}.{key}"
        for module in MODULES
        for key, said in sentences(module).items()
        if _names_offices(*said)
    }
    untouched = set().union(*UNTOUCHED.values())
    assert about_offices - set(VARIANTS) - untouched == set(), (
        "a variant in text/regions.py, or a reason here"
    )
    assert untouched - about_offices == set(), "no longer a sentence that names offices"
    assert untouched & set(VARIANTS) == set()


def test_regions_are_named_only_where_they_stand_side_by_side() -> None:
    try:
        with speaking("nl"):
            name_parts("region")
            assert t("offices.column_office") == "Regio"
            assert t("offices.title") == "Kantoren"
            name_parts("office")
            assert t("offices.column_office") == "Kantoor"
    finally:
        name_parts("office")
