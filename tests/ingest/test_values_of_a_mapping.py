"""No value is taken for another: numbers, days, instants, no end and words, each kind with its neighbours."""

import datetime as dt
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from ingest.errors import BadInputError
from tests.ingest.mapping_cases import case_folder, mapping_of
from tests.ingest.small_delivery import write_files
from warehouse.places import SEEDS

DAY = dt.date
FIGURES = """
[[tables]]
entity = "published_figures"
file = "cijfers.FILE"
period = {column = "jaar", is = "calendar_year"}
[tables.columns]
source = {constant = "S"}
edition = {constant = "1"}
measure = {constant = "staff_fte"}
unit = {constant = "fte"}
value = "aantal"
"""
CASES = """
[[tables]]
entity = "cases"
file = "zaken.FILE"
[tables.columns]
case_id = "nr"
office_id = {constant = "ANT"}
supervision_type = {constant = "probation"}
received_on = "in"
ended_on = {column = "uit", inclusive_end = INCLUSIVE}
"""
COMMA = '[formats]\ndecimal = ","\nthousands = "."\n'
ROWS = "select received_on, ended_on from raw.cases order by case_id"


def cases_mapping(formats: str = "", file: str = "csv", inclusive: bool = False) -> str:
    body = CASES.replace("FILE", file).replace("INCLUSIVE", str(inclusive).lower())
    return f"[formats]\n{formats}\n{body}"


def cases_file(folder: Path, *rows: tuple[str, str]) -> Path:
    lines = [f"{number},{begin},{end}" for number, (begin, end) in enumerate(rows, 1)]
    return write_files(folder, {"zaken.csv": "\n".join(["nr,in,uit", *lines, ""])})


def workbook(path: Path, rows: list[list]) -> Path:
    path.parent.mkdir(exist_ok=True)
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy hh:mm"}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(number, column, value)
    return path.parent


@pytest.fixture
def seeds() -> Path:
    """The policy supplied, which the small deliveries beside the checkout were made for."""
    return SEEDS


# Numbers


def test_native_numbers_stay_what_they_are_beside_texts_with_a_thousands_sign(loaded) -> None:
    folder = case_folder("thousands-sign-on-native-numbers")
    raw = loaded(folder, mapping_of(folder))
    figures = raw.rows("select value::double from raw.published_figures order by period_start_on desc")
    assert [value for (value,) in figures] == [1234.5, 987.25, 1234, 1234.5]
    assert raw.quarantine == []


def test_a_native_number_with_three_decimals_is_no_number_of_thousands(tmp_path: Path, loaded) -> None:
    rows = [["jaar", "aantal"], [2024, 1.234], [2023, "1.234"], [2022, -0.5], [2021, "12.345.678,9"]]
    raw = loaded(workbook(tmp_path / "d" / "cijfers.xlsx", rows), COMMA + FIGURES.replace("FILE", "xlsx"))
    figures = raw.rows("select value::double from raw.published_figures order by period_start_on desc")
    assert [value for (value,) in figures] == [1.234, 1234, -0.5, 12345678.9]


def test_native_numbers_of_parquet_stay_what_they_are(tmp_path: Path, loaded) -> None:
    (tmp_path / "d").mkdir()
    pl.DataFrame({"jaar": ["2024", "2023"], "aantal": [1234.567, 0.25]}).write_parquet(
        tmp_path / "d" / "cijfers.parquet"
    )
    raw = loaded(tmp_path / "d", COMMA + FIGURES.replace("FILE", "parquet"))
    figures = raw.rows("select value::double from raw.published_figures order by period_start_on desc")
    assert [value for (value,) in figures] == [1234.567, 0.25]


@pytest.mark.parametrize(
    "text", ["1234.5", "1.23", "1.2345", "12.34.567", "1..234", ".234", "1,234.5", "1.234,5,6"]
)
def test_a_thousands_sign_that_three_digits_do_not_follow_makes_no_number(
    text: str, tmp_path, loaded
) -> None:
    folder = write_files(tmp_path / "d", {"cijfers.csv": f"jaar;aantal\n2024;{text}\n2023;1.234,5\n"})
    raw = loaded(folder, COMMA + FIGURES.replace("FILE", "csv"))
    assert raw.quarantine == [("cijfers.csv", 2, "not_a_number", "value", text)]
    assert raw.one("select value::double from raw.published_figures") == (1234.5,)


def test_a_point_under_a_decimal_comma_is_no_number_but_what_the_mapping_writes_is(tmp_path, loaded) -> None:
    folder = write_files(
        tmp_path / "d", {"cijfers.csv": "jaar;aantal\n2024;1.500\n2023;half\n2022;0,5\n2021;\n"}
    )
    value = 'value = {column = "aantal", decimal = ",", values = {"half" = "0.5"}, if_empty = "2.5"}'
    raw = loaded(folder, FIGURES.replace("FILE", "csv").replace('value = "aantal"', value))
    figures = raw.rows("select value::double from raw.published_figures order by period_start_on")
    assert [number for (number,) in figures] == [2.5, 0.5, 0.5]
    assert [row[2:] for row in raw.quarantine] == [("not_a_number", "value", "1.500")]


def test_a_space_between_thousands_may_be_any_space(tmp_path: Path, loaded) -> None:
    texts = ["1 234,5", "1\u00a0234,5", "1\u202f234,5", "1'234,5"]
    rows = "".join(f"{2020 + number};{text}\n" for number, text in enumerate(texts))
    folder = write_files(tmp_path / "d", {"cijfers.csv": "jaar;aantal\n" + rows})
    raw = loaded(folder, COMMA.replace('"."', '" "') + FIGURES.replace("FILE", "csv"))
    assert raw.rows("select distinct value::double from raw.published_figures") == [(1234.5,)]
    assert [row[4] for row in raw.quarantine] == ["1'234,5"]


# No end


def test_no_end_stays_no_end_when_ends_are_shifted(loaded) -> None:
    folder = case_folder("endless-9999-with-inclusive-end")
    raw = loaded(folder, mapping_of(folder))
    assert raw.quarantine == []
    assert raw.one("select count(*), count(valid_to), max(valid_to) from raw.case_assignments") == (
        11,
        2,
        DAY(2026, 3, 11),
    )
    # In files of the contract's own layout it is no end as well, of a plan and of a contract.
    assert raw.one("select count(expected_end_on) from raw.cases") == (0,)
    assert raw.one("select count(valid_to) from raw.staff_contracts") == (0,)


@pytest.mark.parametrize(
    ("formats", "end"),
    [
        ('dates = ["%d/%m/%Y"]', "31/12/9999"),
        ('dates = ["%d-%b-%Y"]', "31-DEC-9999"),
        ("", "9999-12-31 23:59:59"),
        ('zone = "Europe/Brussels"', "9999-12-31T23:59:59Z"),
        ('no_end = ["onbepaald"]', "onbepaald"),
        ('no_end = ["infinity"]', "infinity"),
        ('no_end = ["2999-12-31"]', "2999-12-31"),
        ('no_end = ["2099-12-31"]\ndates = ["%d/%m/%Y"]', "31/12/2099"),
        ("empty = ['\\N']", "\\N"),
    ],
)
def test_each_way_to_write_no_end_is_one(formats: str, end: str, tmp_path: Path, loaded) -> None:
    folder = cases_file(tmp_path / "d", ("2025-01-10", end), ("2025-01-11", "2025-03-01"))
    raw = loaded(folder, cases_mapping(formats, inclusive=True))
    assert raw.rows(ROWS) == [(DAY(2025, 1, 10), None), (DAY(2025, 1, 11), DAY(2025, 3, 2))]
    assert raw.quarantine == []


def test_the_last_day_of_a_database_is_no_first_day(tmp_path: Path, loaded) -> None:
    raw = loaded(cases_file(tmp_path / "d", ("9999-12-31", "")), cases_mapping())
    assert [row[2:] for row in raw.quarantine] == [("fact_after_as_of", "received_on", "9999-12-31")]


def test_what_is_set_aside_shows_the_text_that_was_delivered(tmp_path: Path, loaded) -> None:
    folder = cases_file(tmp_path / "d", ("31/12/2025", "01/02/2025"))
    raw = loaded(folder, cases_mapping('dates = ["%d/%m/%Y"]', inclusive=True))
    assert [row[2:] for row in raw.quarantine] == [("ended_before_opened", "ended_on", "01/02/2025")]


# Words


@pytest.mark.parametrize(
    ("case", "said", "words"),
    [
        ("open-means-NULL", '"NULL" in column ended_on looks like no value (10 rows', 'empty = ["NULL"]'),
        ("null-words", r"'\N' in column ended_on looks like no value (1 rows", r"empty = ['\N', 'NULL']"),
        (
            "pg-infinity-csv-contract",
            '"infinity" in column valid_to looks like no end',
            'no_end = ["infinity"]',
        ),
    ],
)
def test_words_for_nothing_are_hinted_at_and_read_when_a_mapping_names_them(
    case: str, said: str, words: str, loaded, capsys
) -> None:
    folder = case_folder(case)
    assert loaded(folder, silent=False).quarantine
    assert said in capsys.readouterr().err
    raw = loaded(folder, f"[formats]\n{words}\n", silent=False)
    assert "looks like" not in capsys.readouterr().err
    assert raw.quarantine == []
    assert raw.one("select count(*) from raw.cases where end_reason in ('NULL', '\\N')") == (0,)


def test_a_word_for_no_value_is_empty_for_rules_that_leave_rows_out_too(tmp_path: Path, loaded) -> None:
    folder = cases_file(tmp_path / "d", ("2025-01-10", "NULL"), ("2025-01-11", "2025-03-01"))
    rule = '\n[[tables.leave_out]]\nrule = "still_open"\ncolumn = "uit"\nempty = true\n'
    raw = loaded(folder, cases_mapping('empty = ["NULL"]') + rule)
    assert raw.rows("select rule, rows from raw.left_out") == [("still_open", 1)]


# Instants


def test_instants_without_a_stated_zone_are_refused_and_cut_in_a_stated_one(loaded) -> None:
    folder = case_folder("utc-instants-cut-to-the-day-before")
    with pytest.raises(BadInputError, match=r"file 'cases.parquet', row 1, column 'received_on'.* no zone"):
        loaded(folder, mapping_of(folder))
    raw = loaded(folder, '[formats]\nzone = "Europe/Brussels"\n' + mapping_of(folder))
    assert raw.rows("select received_on, started_on from raw.cases order by case_id limit 1") == [
        (DAY(2025, 2, 11), DAY(2025, 3, 1))
    ]


@pytest.mark.parametrize(
    ("zone", "text", "dates", "day"),
    [
        ("Europe/Brussels", "2025-02-28T23:30:00Z", "", DAY(2025, 3, 1)),
        ("Europe/Brussels", "2025-07-31 22:00:00+00:00", "", DAY(2025, 8, 1)),
        ("Europe/Brussels", "2025-07-31T21:59:59.999Z", "", DAY(2025, 7, 31)),
        ("America/New_York", "2025-03-01T03:00:00+0100", "", DAY(2025, 2, 28)),
        ("as written", "2025-03-01T00:10:00+01:00", "", DAY(2025, 3, 1)),
        ("Europe/Brussels", "2025-03-01T00:10:00+01:00", "%Y-%m-%dT%H:%M:%S%z", DAY(2025, 3, 1)),
        ("Europe/Brussels", "01/03/2025 05:00 +0530", "%d/%m/%Y %H:%M %z", DAY(2025, 3, 1)),
        ("UTC", "01/03/2025 05:00 +0530", "%d/%m/%Y %H:%M %z", DAY(2025, 2, 28)),
        ("as written", "20250301T0010-0500", "%Y%m%dT%H%M%z", DAY(2025, 3, 1)),
        ("Europe/Brussels", "2025/02/28 23:30Z", "%Y/%m/%d %H:%MZ", DAY(2025, 3, 1)),
    ],
)
def test_an_instant_is_cut_to_the_day_in_the_zone_that_the_mapping_states(
    zone: str, text: str, dates: str, day: DAY, tmp_path: Path, loaded
) -> None:
    formats = f'zone = "{zone}"\n' + (f'dates = ["{dates}"]\n' if dates else "")
    raw = loaded(cases_file(tmp_path / "d", (text, "")), cases_mapping(formats))
    assert raw.rows(ROWS) == [(day, None)]


def test_instants_in_a_file_of_the_contract_are_refused_and_midnights_are_days(small: Path, loaded) -> None:
    frame = pl.read_csv(small / "cases.csv", try_parse_dates=True)
    (small / "cases.csv").unlink()
    instants = [
        pl.col(name).cast(pl.Datetime("us")).dt.replace_time_zone("UTC")
        for name in ("received_on", "ended_on")
    ]
    frame.with_columns(instants).write_parquet(small / "cases.parquet")
    assert loaded(small).one("select min(received_on) from raw.cases") == (DAY(2025, 1, 10),)
    frame.with_columns(instant.dt.offset_by("-1h") for instant in instants).write_parquet(
        small / "cases.parquet"
    )
    with pytest.raises(BadInputError, match=r"cases.parquet', row 1, column 'received_on'.*zone"):
        loaded(small)


# Day and month


def test_two_formats_that_give_two_days_are_refused_with_the_row(loaded) -> None:
    folder = case_folder("two-date-formats-that-both-fit")
    with pytest.raises(
        BadInputError, match=r"'zaken.csv', row 2, column 'received_on', value '02/11/2025', two date"
    ):
        loaded(folder, mapping_of(folder))


def test_two_formats_that_never_give_two_days_are_both_read(tmp_path: Path, loaded) -> None:
    folder = cases_file(tmp_path / "d", ("13/02/2025", "02-14-2025"), ("05/05/2025", ""))
    raw = loaded(folder, cases_mapping('dates = ["%d/%m/%Y", "%m-%d-%Y", "%m/%d/%Y"]'))
    assert raw.rows(ROWS)[0] == (DAY(2025, 2, 13), DAY(2025, 2, 14))


def test_a_year_in_front_or_behind_that_gives_two_days_is_refused(tmp_path: Path, loaded) -> None:
    folder = cases_file(tmp_path / "d", ("10-11-12", ""))
    formats = 'dates = ["%d-%m-%y", "%y-%m-%d"]\nyears_from = 1950'
    with pytest.raises(BadInputError, match=r"row 2, .*value '10-11-12', two date formats fit"):
        loaded(folder, cases_mapping(formats))


def test_no_day_above_twelve_is_said(loaded, capsys) -> None:
    folder = case_folder("libreoffice-csv-dates")
    loaded(folder, mapping_of(folder), silent=False)
    assert "bron.csv: no day above 12 in 3 dates of column in read as %d/%m/%Y" in capsys.readouterr().err


@pytest.mark.parametrize(
    "days", [["01/02/2025", "01/05/2025", "01/09/2025"], ["03/02/2025", "13/02/2025", "01/02/2025"]]
)
def test_first_days_of_months_and_days_above_twelve_are_not_doubted(days, tmp_path, loaded, capsys) -> None:
    folder = cases_file(tmp_path / "d", *((day, "") for day in days))
    loaded(folder, cases_mapping('dates = ["%d/%m/%Y"]'), silent=False)
    assert "no day above 12" not in capsys.readouterr().err


def test_a_workbook_in_which_a_spreadsheet_swapped_day_and_month_is_refused(tmp_path: Path, loaded) -> None:
    begins = [
        dt.datetime(2025, 10, 1),
        dt.datetime(2025, 3, 2),
        dt.datetime(2025, 12, 4),
        "23/01/2025",
        "15/02/2025",
        "31/03/2025",
    ]
    rows = [["nr", "in", "uit"], *([f"{number}", begin, ""] for number, begin in enumerate(begins))]
    folder = workbook(tmp_path / "d" / "zaken.xlsx", rows)
    with pytest.raises(BadInputError, match=r"column 'in', value '23/01/2025'.*day and month were swapped"):
        loaded(folder, cases_mapping('dates = ["%d/%m/%Y"]', file="xlsx"))


# Years of two digits, months in words, times


def test_years_of_two_digits_are_asked_for(loaded) -> None:
    folder = case_folder("two-digit-years-contracts")
    with pytest.raises(BadInputError, match=r"'formats.years_from'.*years of two digits.*years_from = 1950"):
        loaded(folder, mapping_of(folder))
    raw = loaded(folder, mapping_of(folder).replace("[formats]", "[formats]\nyears_from = 1950"))
    assert raw.rows("select valid_from, valid_to from raw.staff_contracts order by 1") == [
        (DAY(1965, 9, 1), None),
        # 31-12-68 ends before it starts under these years, and says so.
    ]
    assert [row[2:] for row in raw.quarantine if row[2] != "hangs_on_quarantined"] == [
        ("ends_before_start", "valid_to", "31-12-68")
    ]


@pytest.mark.parametrize(
    ("first", "text", "day"),
    [
        (1950, "31-12-49", DAY(2049, 12, 31)),
        (1950, "01-01-50", DAY(1950, 1, 1)),
        (1970, "29-02-00", DAY(2000, 2, 29)),
    ],
)
def test_years_of_two_digits_lie_in_the_stated_hundred(
    first: int, text: str, day: DAY, tmp_path, loaded
) -> None:
    contracts = f"mw,van\nO1,{text}\n"
    mapping = f"""
        [formats]
        dates = ["%d-%m-%y"]
        years_from = {first}
        [[tables]]
        entity = "staff_contracts"
        file = "bron.csv"
        columns = {{officer_id = "mw", office_id = {{constant = "ANT"}}, valid_from = "van", grade = {{constant = "officer"}}, fte = {{constant = "1"}}}}
    """  # noqa: E501 - TOML 1.0 wants an inline table on one line
    raw = loaded(write_files(tmp_path / "d", {"bron.csv": contracts}), mapping)
    assert raw.one("select valid_from from raw.staff_contracts") == (day,)


def test_a_day_that_the_stated_century_does_not_have_is_set_aside(tmp_path: Path, loaded) -> None:
    folder = cases_file(tmp_path / "d", ("29-02-00", ""), ("28-02-00", ""))
    raw = loaded(folder, cases_mapping('dates = ["%d-%m-%y"]\nyears_from = 1900'))
    assert [row[4] for row in raw.quarantine] == ["29-02-00"]


def test_months_in_dutch_are_read(loaded) -> None:
    folder = case_folder("dutch-months")
    raw = loaded(folder, mapping_of(folder))
    assert raw.quarantine == []
    assert raw.rows(ROWS) == [
        (DAY(2025, 1, 10), None),
        (DAY(2025, 3, 1), DAY(2025, 5, 5)),
        (DAY(2025, 4, 1), DAY(2025, 10, 1)),
    ]


DUTCH = "januari februari maart april mei juni juli augustus september oktober november december"
DUTCH_CUT = "jan feb mrt apr mei jun jul aug sep okt nov dec"
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
FRENCH_CUT = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."
GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
ENGLISH = "January February March April May June July August September October November December"


@pytest.mark.parametrize("names", [DUTCH, DUTCH_CUT, FRENCH, FRENCH_CUT, GERMAN, ENGLISH, DUTCH.upper()])
def test_every_month_is_read_in_the_languages_of_the_country(names: str, tmp_path: Path, loaded) -> None:
    folder = cases_file(tmp_path / "d", *((f"14 {name} 2024", "") for name in names.split()))
    raw = loaded(folder, cases_mapping('dates = ["%d %B %Y"]'))
    assert raw.quarantine == []
    assert sorted(row[0].month for row in raw.rows(ROWS)) == list(range(1, 13))


@pytest.mark.parametrize(
    ("date_format", "text"),
    [("%d-%b-%y", "05-okt-24"), ("%d %B %Y", "1er octobre 2024"), ("%B %d, %Y", "oktober 5, 2024")],
)
def test_months_are_read_in_every_place(date_format: str, text: str, tmp_path: Path, loaded) -> None:
    raw = loaded(
        cases_file(tmp_path / "d", (f'"{text}"', "")),
        cases_mapping(f'dates = ["{date_format}"]\nyears_from = 1950'),
    )
    assert raw.rows(ROWS)[0][0].replace(day=1) == DAY(2024, 10, 1)


def test_a_word_that_only_begins_like_a_month_is_none(tmp_path: Path, loaded) -> None:
    raw = loaded(
        cases_file(tmp_path / "d", ("5 meivakantie 2024", "")), cases_mapping('dates = ["%d %B %Y"]')
    )
    assert [row[4] for row in raw.quarantine] == ["5 meivakantie 2024"]


def test_date_cells_with_a_time_are_cut_to_the_day_under_a_mapping(loaded) -> None:
    folder = case_folder("xlsx-times-with-mapping")
    raw = loaded(folder, mapping_of(folder))
    assert raw.quarantine == []
    assert raw.rows(ROWS) == [
        (DAY(2025, 1, 10), None),
        (DAY(2025, 3, 1), DAY(2025, 5, 5)),
        (DAY(2025, 4, 1), None),
    ]
