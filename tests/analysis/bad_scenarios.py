"""Scenario files in which one thing is wrong, and what is said of it."""

from analysis.scenario.reading import MOST_ROWS
from tests.analysis.scenario_texts import GOOD, HEAD, ROW, changed, row

CARD = '[[interventions]]\nkind = "hiring"\ntitle = "A call"\n'

# What is wrong -> what the sentence says of it, in English and in Dutch; those marked False are beyond what a
# JSON schema can say.
BAD = {
    "no TOML": (
        GOOD + "\nlow = = 3",
        "file.toml: not TOML: ",
        "geen TOML: regel 18 is vanaf kolom 7 niet te begrijpen: 'low = = 3'",
        False,
    ),
    "an unknown key": (
        changed("months", "monthes"),
        "file.toml, monthes: unknown key; did you mean 'months'?",
        "onbekende sleutel; bedoelde u 'months'?",
        True,
    ),
    "a missing key": (
        changed('title = "Ten more"\n', ""),
        "file.toml, title: is missing; it takes text",
        "ontbreekt; hier hoort tekst tussen aanhalingstekens, niet leeg",
        True,
    ),
    "another schema": (
        changed("schema = 1", "schema = 2"),
        "schema: this version reads schema 1",
        "deze versie leest schema 1",
        True,
    ),
    "no months": (
        changed("months = 12", "months = 0"),
        "months = 0: from 1 to 36 months",
        "er kunnen 1 tot 36 maanden gesimuleerd worden",
        True,
    ),
    "half a month": (
        changed("months = 12", "months = 1.5"),
        "months = 1.5: not a whole number",
        "geen geheel getal; hier hoort een geheel getal zonder aanhalingstekens, zoals 12",
        True,
    ),
    "months that are true": (
        changed("months = 12", "months = true"),
        "months = true: not a whole number",
        "geen geheel getal; hier hoort een geheel getal zonder aanhalingstekens, zoals 12",
        True,
    ),
    "no lines": (
        changed('["offender_supervision"]', "[]"),
        "service_lines: not a list of words",
        'geen lijst van woorden; hier hoort een lijst van woorden, zoals ["een", "twee"]',
        True,
    ),
    "a title of blanks": (
        changed('"Ten more"', '" "'),
        "title = ' ': not a text",
        "geen tekst; hier hoort tekst tussen aanhalingstekens, niet leeg",
        True,
    ),
    "a translated title of blanks": (
        GOOD.replace("area", 'title_nl = " "\narea', 1),
        "title_nl = ' ': not a text",
        "title_nl = ' ': geen tekst",
        True,
    ),
    "a translation of what has none": (
        GOOD.replace("area", 'area_nl = "dienst"\narea', 1),
        "area_nl: unknown key; did you mean 'area'?",
        "area_nl: onbekende sleutel; bedoelde u 'area'?",
        True,
    ),
    "a name that is near": (
        changed('"hires_fte"', '"hire_fte"'),
        "file.toml, assumption 1 (hire_fte), name = 'hire_fte': unknown name; did you mean 'hires_fte'?",
        "onbekende naam; bedoelde u 'hires_fte'?",
        True,
    ),
    "a number between quotes": (
        changed("central = 10", 'central = "10"'),
        "file.toml, assumption 1 (hires_fte), central = '10': not a number; it takes a number without quotes",
        "geen getal; hier hoort een getal zonder aanhalingstekens, zoals 10 of 2.5",
        True,
    ),
    "a number that is none": (
        changed("high = 12", "high = nan"),
        "high = nan: not a number",
        "geen getal; hier hoort een getal zonder aanhalingstekens, zoals 10 of 2.5",
        False,
    ),
    "a number without end": (
        changed("high = 12", "high = inf"),
        "high = inf: not a number",
        "geen getal; hier hoort een getal zonder aanhalingstekens, zoals 10 of 2.5",
        True,
    ),
    "a day between quotes": (
        changed("made_on = 2026-06-01", 'made_on = "2026-06-01"'),
        "made_on = '2026-06-01': not a day; it takes a day without quotes, such as 2027-03-01",
        "geen dag; hier hoort een dag zonder aanhalingstekens, zoals 2027-03-01",
        False,
    ),
    "a day with an hour": (
        changed("made_on = 2026-06-01", "made_on = 2026-06-01T10:00:00"),
        "made_on = 2026-06-01 10:00:00: not a day",
        "geen dag; hier hoort een dag zonder aanhalingstekens, zoals 2027-03-01",
        True,
    ),
    "another unit": (
        changed('"fte"', '"percent"'),
        "unit = 'percent': hires_fte is in 'fte'",
        "hires_fte is in 'fte'",
        True,
    ),
    "low above central": (
        changed("low = 5", "low = 11"),
        "low = 11: above central (10); low is at most central",
        "hoger dan central (10); low is hoogstens central, en central hoogstens high",
        False,
    ),
    "high below central": (
        changed("high = 12", "high = 9"),
        "high = 9: below central (10)",
        "lager dan central (10); low is hoogstens central, en central hoogstens high",
        False,
    ),
    "fewer than none": (
        changed("low = 5", "low = -5"),
        "low = -5: hires_fte is from 0 to 10,000 FTE",
        "hires_fte gaat van 0 tot 10.000 VTE",
        True,
    ),
    "reviewed before it was made": (
        changed("review_on = 2026-12-01", "review_on = 2026-01-01"),
        "review_on = 2026-01-01: lies before made_on (2026-06-01)",
        "ligt voor made_on (2026-06-01)",
        False,
    ),
    "not the first of a month": (
        changed("from_on = 2026-10-01", "from_on = 2026-10-15"),
        "from_on = 2026-10-15: not the first day of a month",
        "niet de eerste dag van een maand; maanden worden in hun geheel gesimuleerd",
        False,
    ),
    "an event without a month": (
        changed("from_on = 2026-10-01\n", ""),
        "from_on: is missing; hires_fte takes",
        "ontbreekt; bij hires_fte hoort de eerste dag van een maand",
        True,
    ),
    "an end before its beginning": (
        GOOD + "until_on = 2026-09-01\n",
        "until_on = 2026-09-01: on or before from_on",
        "niet later dan from_on; het is de eerste dag waarop het niet meer geldt",
        False,
    ),
    "cases that end without an end": (
        HEAD + row("ended_expired_cases", 5, from_on="2026-10-01"),
        "until_on: is missing; ended_expired_cases takes the first day without",
        "ontbreekt; bij ended_expired_cases hoort de eerste dag waarop het niet meer geldt",
        True,
    ),
    "half a case": (
        HEAD + row("moved_cases", 2.5, office='"A"', to_office='"B"'),
        "low = 2.5: moved_cases are whole cases",
        "moved_cases zijn hele dossiers",
        True,
    ),
    "a move to nowhere": (
        HEAD + row("moved_cases", 2, office='"A"'),
        "to_office: moved_cases takes office, to_office",
        "bij moved_cases horen office, to_office",
        True,
    ),
    "a move to itself": (
        HEAD + row("moved_cases", 2, office='"A"', to_office='"A"'),
        "to_office = 'A': the same as office",
        "dezelfde als office",
        False,
    ),
    "a second office of staff": (
        GOOD + 'to_office = "B"\n',
        "to_office = 'B': only moved_cases has one",
        "alleen moved_cases heeft er een, hires_fte niet",
        True,
    ),
    "newcomers of one office": (
        HEAD + row("newcomer_months_1_6_pct", 20, office='"A"'),
        "office = 'A': newcomer_months_1_6_pct is of all newcomers",
        "newcomer_months_1_6_pct geldt voor alle nieuwkomers in alle maanden; laat dit weg",
        True,
    ),
    "a card that is not there": (
        GOOD + 'intervention = "hiring"\n',
        "no such row under [[interventions]]; there is none",
        "geen zulke rij onder [[interventions]]; er is er geen enkele",
        False,
    ),
    "a card of something else": (
        HEAD + CARD + row("inflow_pct", 2, intervention='"hiring"'),
        "intervention = 'hiring': moves hires_fte, newcomer_months_1_6_pct",
        "newcomer_months_13_18_pct, en niet inflow_pct",
        False,
    ),
    "a card of an unknown kind": (
        HEAD + CARD.replace('"hiring"', '"hireing"') + ROW,
        "file.toml, intervention 1, kind = 'hireing': unknown kind; did you mean 'hiring'?",
        "onbekende soort; bedoelde u 'hiring'?",
        True,
    ),
    "two cards of a kind": (
        HEAD + CARD + CARD + ROW,
        "intervention 2, kind = 'hiring': there is one of this kind",
        "er is er al een van deze soort",
        False,
    ),
    "a card without assumptions": (
        HEAD + CARD + ROW,
        "interventions, kind = 'hiring': no assumption names it",
        "geen enkele aanname noemt deze",
        False,
    ),
    "a line that the file is not about": (
        GOOD + 'service_line = "victims"\n',
        "service_line = 'victims': not among service_lines",
        "staat niet bij service_lines",
        False,
    ),
    "the same twice": (
        GOOD + ROW,
        "file.toml, assumption 2 (hires_fte): says the same as assumption 1",
        "zegt hetzelfde als aanname 1; geef een ander bereik op, of laat de rij weg",
        False,
    ),
    "more rows than can be run": (
        HEAD + ROW * (MOST_ROWS + 1),
        "assumptions: 61 rows; at most 60",
        "61 rijen; hoogstens 60 kunnen gesimuleerd worden",
        True,
    ),
    "TOML that breaks off": (
        GOOD + 'office = "A',
        "file.toml: not TOML: something is left open at the end",
        "geen TOML: op het einde blijft er iets openstaan",
        False,
    ),
    "rows that are none": (
        HEAD + 'assumptions = ["hires_fte"]\n',
        "assumptions: no rows; it takes rows, each under its own [[name]]",
        "geen rijen; hier hoort een reeks rijen, elk onder een eigen [[naam]]",
        True,
    ),
    "a percentage above what there is": (
        HEAD + row("staff_cut_pct", 101),
        "low = 101: staff_cut_pct is from 0 to 100 percent",
        "low = 101: staff_cut_pct gaat van 0 tot 100 procent",
        True,
    ),
    "fewer cases than none": (
        HEAD + row("moved_cases", -1, office='"A"', to_office='"B"'),
        "low = -1: moved_cases is from 0 to 100,000 cases a month",
        "low = -1: moved_cases gaat van 0 tot 100.000 dossiers per maand",
        True,
    ),
    "another card than there is": (
        HEAD + CARD + ROW + 'intervention = "hirings"\n',
        "no such row under [[interventions]]; did you mean 'hiring'? Allowed: hiring",
        "geen zulke rij onder [[interventions]]; bedoelde u 'hiring'? Toegelaten: hiring",
        True,
    ),
}
