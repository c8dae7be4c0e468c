"""What is beside load comes in by the rules of everything else: any of it alone, or none of it."""

from pathlib import Path

import pytest

from ingest.errors import BadInputError
from tests.ingest.small_delivery import SMALL, write_files

CONTACTS = "contact_id,case_id,planned_on,mode,attendance,held_on\n"
NEEDS = "case_id,assessed_on,domain,direction,level\n"
AUDITS = "audit_id,criterion,office_id,audited_on,kind,score_pct\n"
ACTIONS = "action_id,audit_id,agreed_on,due_on,done_on\n"
FIGURES = "source,cohort_start_on,cohort_end_on,measure,numerator,denominator\n"
CONTEXT = "month_start_on,measure,value,unit\n"
SURVEYS = "wave_on,office_id,scale,group,invited,respondents,mean\n"
DELTA = 'kind = "delta"\nsource_system = "small"\n'
# One good row of each entity, of cases and offices that the small delivery has.
GOOD = {
    "contacts.csv": f"{CONTACTS}K1,C1,2025-05-01,office,held,\n",
    "conditions.csv": "condition_id,case_id,kind,imposed_on,result\nV1,C1,treatment,2025-02-01,met\n",
    "case_events.csv": "event_id,case_id,event,occurred_on\nE1,C1,breach_report,2025-04-01\n",
    "outcome_figures.csv": f"{FIGURES}registry,2023-01-01,2024-01-01,reconviction_24_months,120,400\n",
    "referrals.csv": "referral_id,case_id,domain,referred_on,result\nR1,C1,debt,2025-04-01,no_place\n",
    "case_needs.csv": f"{NEEDS}C1,2025-03-01,housing,need,2\n",
    "surveys.csv": f"{SURVEYS}2025-05-01,ANT,work_pressure,,40,25,3.4\n",
    "audits.csv": f"{AUDITS}A1,plan,ANT,2025-05-01,internal,81.5\n",
    "audit_actions.csv": f"{ACTIONS}H1,A1,2025-05-02,2026-12-01,\n",
    "feedback.csv": "feedback_id,received_on,from_group,topic,rating\nF1,2025-05-01,client,waiting,2\n",
    "incidents.csv": "incident_id,office_id,occurred_on,kind\nI1,ANT,2025-05-01,aggression\n",
    "training.csv": "office_id,month_start_on,topic,hours,participants\nANT,2025-05-01,risk,12.5,4\n",
    "context_figures.csv": f"{CONTEXT}2025-05-01,sick_share,0.07,share\n",
}


def count(raw, entity: str) -> int:
    """Rows of an entity in the raw schema."""
    return raw.one(f"select count(*) from raw.{entity}")[0]  # noqa: S608 - names of the contract


def rules(raw) -> list[tuple[int, str, str]]:
    """Row, rule and column of what went to quarantine."""
    return [row[1:4] for row in raw.quarantine]


def test_all_of_it_comes_in_together(small: Path, loaded) -> None:
    raw = loaded(write_files(small, GOOD))
    assert raw.quarantine == []
    for file in GOOD:
        assert count(raw, file.removesuffix(".csv")) == 1, file
    assert raw.one('select "group", invited, respondents from raw.surveys') == (None, 40, 25)


def test_contracts_are_not_taken_for_contacts(small: Path, loaded) -> None:
    write_files(small, {"contracts.csv": "x\n1\n"})
    with pytest.raises(BadInputError, match=r"misspelt file name \(is staff_contracts.csv meant"):
        loaded(small)


def test_without_it_its_tables_are_empty_and_said_not_to_be_delivered(small: Path, loaded) -> None:
    raw = loaded(small)
    delivered = dict(raw.rows("select entity, is_delivered from raw.delivered_entities"))
    for file in GOOD:
        name = file.removesuffix(".csv")
        assert (count(raw, name), delivered[name]) == (0, False), name


def test_what_belongs_to_no_case_comes_in_alone(tmp_path: Path, loaded) -> None:
    of_cases = {"contacts.csv", "conditions.csv", "case_events.csv", "referrals.csv", "case_needs.csv"}
    alone = write_files(tmp_path / "alone", {name: GOOD[name] for name in GOOD.keys() - of_cases})
    raw = loaded(alone)
    assert raw.quarantine == []
    assert raw.rows("select office_id from raw.offices") == [("ANT",)]


def test_a_contact_of_a_case_nobody_knows_is_set_aside(small: Path, loaded) -> None:
    write_files(small, {"contacts.csv": f"{CONTACTS}K1,C9,2025-05-01,office,held,\n"})
    assert rules(loaded(small)) == [(2, "unknown_case", "case_id")]


def test_a_contact_may_be_held_before_its_planned_day_and_planned_ahead(small: Path, loaded) -> None:
    rows = "K1,C1,2026-07-20,office,cancelled,\nK2,C1,2026-07-20,phone,held,2026-06-30\n"
    write_files(small, {"contacts.csv": CONTACTS + rows})
    assert loaded(small).quarantine == []


def test_a_contact_held_on_a_day_to_come_is_a_fact_after_as_of(small: Path, loaded) -> None:
    rows = "K1,C1,2026-07-01,office,held,\nK2,C1,2026-06-01,office,held,2026-07-01\n"
    write_files(small, {"contacts.csv": CONTACTS + rows})
    assert rules(loaded(small)) == [
        (2, "fact_after_as_of", "planned_on"),
        (3, "fact_after_as_of", "held_on"),
    ]


def test_a_cohort_whose_last_day_has_not_come_is_a_fact_after_as_of(small: Path, loaded) -> None:
    rows = (
        "registry,2025-07-01,2026-07-01,reconviction,1,2\nregistry,2025-07-02,2026-07-02,reconviction,1,2\n"
    )
    write_files(small, {"outcome_figures.csv": FIGURES + rows})
    assert rules(loaded(small)) == [(3, "fact_after_as_of", "cohort_end_on")]


@pytest.mark.parametrize(
    ("file", "header", "row", "broken"),
    [
        ("outcome_figures.csv", FIGURES, "r,2024-01-01,2023-01-01,reconviction,1,2", "ends_before_start"),
        ("outcome_figures.csv", FIGURES, "r,2023-01-01,2024-01-01,offences_per_person,9,2", None),
        ("outcome_figures.csv", FIGURES, "r,2023-01-01,2024-01-01,reconviction,-1,2", "outside_bounds"),
        ("context_figures.csv", CONTEXT, "2025-05-01,sick_share,1.2,share", "share_outside_0_1"),
        ("context_figures.csv", CONTEXT, "2025-05-01,sick_pct,120,pct", "outside_bounds"),
        ("context_figures.csv", CONTEXT, "2025-05-01,overtime_hours,-120,hours", None),
        ("context_figures.csv", CONTEXT, "2025-05-31,leavers,3,people", "not_first_of_month"),
        ("audits.csv", AUDITS, "A1,plan,ANT,2025-05-01,internal,100.1", "outside_bounds"),
        ("audits.csv", AUDITS, "A1,plan,ANT,2025-05-01,friendly,90", "unknown_category"),
        ("case_needs.csv", NEEDS, "C1,2025-03-01,housing,need,4", "outside_bounds"),
        ("case_needs.csv", NEEDS, "C1,2025-03-01,housing,need,2.0", None),
        ("case_needs.csv", NEEDS, "C1,2025-03-01,gambling,need,2", "unknown_category"),
    ],
)
def test_a_row_is_held_to_the_contract(file: str, header: str, row: str, broken: str | None, small, loaded):
    write_files(small, {file: f"{header}{row}\n"})
    assert [rule for _, rule, _ in rules(loaded(small))] == ([broken] if broken else [])


def test_a_referral_registered_late_may_have_begun_before_it_was_made(small: Path, loaded) -> None:
    header = "referral_id,case_id,domain,referred_on,started_on,ended_on\n"
    rows = "R1,C1,debt,2025-05-10,2025-05-01,2025-05-05\nR2,C1,debt,2025-05-10,,2025-05-05\n"
    write_files(small, {"referrals.csv": header + rows})
    assert rules(loaded(small)) == [(3, "ends_before_start", "ended_on")]


def test_of_two_levels_of_a_domain_on_one_day_the_last_counts(small: Path, loaded) -> None:
    rows = "C1,2025-03-01,housing,need,2\nC1,2025-03-01,debt,need,1\nC1,2025-03-01,housing,need,1\n"
    write_files(small, {"case_needs.csv": NEEDS + rows})
    raw = loaded(small)
    assert rules(raw) == [(2, "assessed_again_that_day", "assessed_on")]
    assert raw.rows("select level from raw.case_needs where domain = 'housing'") == [(1,)]


def test_free_text_where_a_code_belongs_is_nowhere_in_the_raw_schema(small: Path, loaded) -> None:
    rows = "F1,2025-05-01,client,An Peeters called. She was upset,\nF2,2025-05-01,client,calling back,\n"
    header = "feedback_id,received_on,from_group,topic,answer\n"
    write_files(small, {"feedback.csv": header + rows})
    raw = loaded(small)
    assert raw.quarantine == [("feedback.csv", 2, "free_text", "topic", None)]
    assert "Peeters" not in raw.one("select record from raw.quarantine")[0]
    assert raw.rows("select topic from raw.feedback") == [("calling back",)]


def test_a_row_of_a_small_group_that_is_set_aside_says_nothing_of_it(small: Path, loaded) -> None:
    files = {
        "surveys.csv": f"{SURVEYS}2025-05-01,ANT,work_pressure,new,3,4,4.75\n",
        "context_figures.csv": (
            "month_start_on,measure,office_id,value,unit\n2025-05-02,sick_share,ANT,0.4375,share\n"
        ),
    }
    raw = loaded(write_files(small, files))
    assert [row[2] for row in raw.quarantine] == ["not_first_of_month", "more_answers_than_invited"]
    records = " ".join(record for (record,) in raw.rows("select record from raw.quarantine"))
    assert "4.75" not in records and "0.4375" not in records
    assert '"scale":"work_pressure"' in records and '"measure":"sick_share"' in records


def test_a_deleted_case_takes_its_contacts_and_its_audits_with_their_actions_along(tmp_path, loaded) -> None:
    audits = AUDITS.replace("\n", ",case_id\n") + "A1,plan,ANT,2025-05-01,peer,80,C1\n"
    write_files(tmp_path / "two" / "2026-07", SMALL | GOOD | {"audits.csv": audits})
    delta = "case_id,office_id,supervision_type,received_on,is_deleted\nC1,,,,true\n"
    write_files(tmp_path / "two" / "2026-08", {"cases.csv": delta, "delivery.toml": DELTA})
    raw = loaded(tmp_path / "two")
    assert raw.quarantine == []
    for name in (
        "contacts",
        "conditions",
        "case_events",
        "referrals",
        "case_needs",
        "audits",
        "audit_actions",
    ):
        assert count(raw, name) == 0, name
    assert raw.one("select count(*) from raw.incidents") == (1,)


def test_an_action_stays_as_long_as_a_criterion_of_its_audit_does(tmp_path: Path, loaded) -> None:
    audits = f"{AUDITS}A1,plan,ANT,2025-05-01,peer,80\nA1,contacts,ANT,2025-05-01,peer,60\n"
    write_files(tmp_path / "two" / "2026-07", SMALL | GOOD | {"audits.csv": audits})
    header = AUDITS.replace("\n", ",is_deleted\n")
    for name, criterion, left in (("2026-08", "plan", 1), ("2026-09", "contacts", 0)):
        delta = f"{header}A1,{criterion},,,,,true\n"
        write_files(tmp_path / "two" / name, {"audits.csv": delta, "delivery.toml": DELTA})
        raw = loaded(tmp_path / "two", folder=name)
        assert raw.one("select count(*) from raw.audit_actions") == (left,)
        assert raw.quarantine == []


def test_an_action_hangs_on_its_audit_unless_a_criterion_of_it_is_loaded(small: Path, loaded) -> None:
    audits = (
        "A1,plan,ANT,2025-05-01,peer,180\nA2,plan,ANT,2025-05-01,peer,180\nA2,care,ANT,2025-05-01,peer,80\n"
    )
    actions = "H1,A1,2025-05-02,2026-12-01,\nH2,A2,2025-05-02,2026-12-01,\n"
    write_files(small, {"audits.csv": AUDITS + audits, "audit_actions.csv": ACTIONS + actions})
    raw = loaded(small)
    assert [row[:3] for row in raw.quarantine if row[0] == "audit_actions.csv"] == [
        ("audit_actions.csv", 2, "hangs_on_quarantined")
    ]


@pytest.mark.parametrize(
    "heading", ["person_id", "Officer ID", "personeelsnummer", "case_id", "respondentId"]
)
def test_a_key_of_persons_refuses_results_of_groups(heading: str, small: Path, loaded) -> None:
    row = "2025-05-01,ANT,work_pressure,1,1,x\n"
    header = f"wave_on,office_id,scale,invited,respondents,{heading}\n"
    write_files(small, {"surveys.csv": header + row})
    with pytest.raises(BadInputError, match="a key of persons among results of groups"):
        loaded(small)


def test_a_mapping_lets_no_key_of_persons_in_either(small: Path, loaded) -> None:
    write_files(small, {"vorming.csv": "dienst,maand,thema,uren,medewerker\nANT,2025-05-01,risico,8,O1\n"})
    mapping = (
        '[[tables]]\nentity = "training"\nfile = "vorming.csv"\n[tables.columns]\noffice_id = "dienst"\n'
        'month_start_on = "maand"\ntopic = "thema"\nhours = "uren"\n'
    )
    with pytest.raises(BadInputError, match="column 'medewerker', a key of persons among results of groups"):
        loaded(small, mapping)


def test_a_mapping_declares_more_values_and_reads_whole_numbers_and_cohorts(small: Path, loaded) -> None:
    files = {
        "noden.csv": "zaak;dag;domein;soort;graad\nC1;2025-03-01;gambling;need;1.0\n",
        "recidive.csv": "jaar;aantal;totaal\n2023;1.200;4.000\n",
    }
    write_files(small, files)
    mapping = (
        '[[categories]]\ncategory = "domain"\nvalue = "gambling"\n'
        '[[tables]]\nentity = "case_needs"\nfile = "noden.csv"\n[tables.columns]\ncase_id = "zaak"\n'
        'assessed_on = "dag"\ndomain = "domein"\ndirection = "soort"\nlevel = "graad"\n'
        '[[tables]]\nentity = "outcome_figures"\nfile = "recidive.csv"\n'
        'period = {column = "jaar", is = "calendar_year"}\ndecimal = ","\nthousands = "."\n'
        '[tables.columns]\nsource = {constant = "registry"}\n'
        'measure = {constant = "reconviction_24_months"}\n'
        'numerator = "aantal"\ndenominator = "totaal"\n'
    )
    raw = loaded(small, mapping)
    assert raw.quarantine == []
    assert raw.one("select domain, level from raw.case_needs") == ("gambling", 1)
    found = raw.one(
        "select cohort_start_on::text, cohort_end_on::text, numerator::int from raw.outcome_figures"
    )
    assert found == ("2023-01-01", "2024-01-01", 1200)
