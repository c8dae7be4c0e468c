"""Sentences of the page Offices."""

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("Offices", "Kantoren"),
    "question": (
        "How heavy is the work in each office, since when, and how sure is that?",
        "Hoe zwaar is het werk in elk kantoor, sinds wanneer, en hoe zeker is dat?",
    ),
    "description": (
        "Workload is the weight of all work that officers carry on a day; capacity is what they can give on"
        " that day. The percentage is the sum of the one divided by the sum of the other, over all days and"
        " people of the period, never a mean of percentages. Work without an officer is in neither, and is "
        "shown apart. Months before the first ended case are left out: of those a delivery holds only the "
        "cases that outlived them.",
        "Werklast is het gewicht van al het werk dat medewerkers op een dag dragen; capaciteit is wat zij "
        "die dag kunnen geven. Het percentage is de som van het ene gedeeld door de som van het andere, "
        "over alle dagen en mensen van de periode, nooit een gemiddelde van percentages. Werk zonder "
        "medewerker zit in geen van beide en staat apart. Maanden voor de eerste geëindigde zaak vallen "
        "weg: daarvan bevat een levering alleen de zaken die ze overleefden.",
    ),
    "not_said": (
        "It does not say how well the work is done, nor how hard anyone works. The weights are policy, not "
        "nature: with other weights the same office stands elsewhere, which is why the range over the "
        "weight schemes stands beside it. Differences inside that range mean nothing. The figure serves to "
        "spread capacity over offices; it may not be used to judge one officer.",
        "Het zegt niet hoe goed het werk wordt gedaan, en niet hoe hard iemand werkt. De gewichten zijn "
        "beleid, geen natuur: met andere gewichten staat hetzelfde kantoor elders, en daarom staat de "
        "spreiding over de wegingsschema’s ernaast. Verschillen binnen die spreiding betekenen niets. Het "
        "cijfer dient om capaciteit over kantoren te spreiden; een medewerker mag er niet mee worden "
        "beoordeeld.",
    ),
    # words inside figures
    "not_open": ("not open yet", "nog niet open"),
    "no_figure": ("no figure", "geen cijfer"),
    "no_capacity": ("work, but no capacity recorded", "wel werk, geen capaciteit geregistreerd"),
    "balance": ("100% = in balance", "100\u202f% = in evenwicht"),
    "workload": ("Workload", "Werklast"),
    "capacity": ("Capacity", "Capaciteit"),
    "contract": ("Under contract", "Onder contract"),
    "available": ("Available", "Beschikbaar"),
    "fte": ("FTE", "VTE"),
    "rest": ("All other work", "Al het andere werk"),
    "whole_line": ("All together", "Alle samen"),
    "unit_hours_per_month": ("hours a month", "uren per maand"),
    "unit_points": ("points", "punten"),
    "unit_cases": ("cases", "zaken"),
    # head figures
    "figure_workload": ("Workload, {window}", "Werklast, {window}"),
    "figure_over": ("Offices above 100%", "Kantoren boven 100\u202f%"),
    "figure_over_value": ("{over} of {known}", "{over} van {known}"),
    "figure_over_note": ("under {scheme}", "volgens {scheme}"),
    "figure_range": ("Over all weight schemes", "Over alle wegingsschema’s"),
    "figure_range_value": ("{low}–{high}", "{low}–{high}"),
    "figure_range_note": ("the same work, weighed otherwise", "hetzelfde werk, anders gewogen"),
    "figure_staff": ("Staff available", "Beschikbaar personeel"),
    "figure_staff_note": ("of {contract} under contract", "van {contract} onder contract"),
    "figure_unstaffed": ("Work without an officer", "Werk zonder medewerker"),
    "figure_unstaffed_note": (
        "{waiting} waits, {uncovered} lost its officer",
        "{waiting} wacht, {uncovered} verloor zijn medewerker",
    ),
    "unweighed": (
        "No weight in this scheme fits these mandates, so their work is unknown; the cases themselves are "
        "counted on the page Backlog. Rows in case_weights.csv give them a weight.",
        "Geen gewicht in dit schema past bij deze mandaten: hun werk is onbekend. De zaken zelf staan op de "
        "pagina Wachtend werk. Rijen in case_weights.csv geven hun een gewicht.",
    ),
    "figure_unweighed_note": (
        "no weight in this scheme fits these mandates",
        "geen gewicht in dit schema past bij deze mandaten",
    ),
    "change_points": ("{change} points against {against}", "{change} punten tegenover {against}"),
    "against_four_weeks": ("the four weeks before", "de vier weken ervoor"),
    "against_month": ("the whole month before", "de hele maand ervoor"),
    "no_comparison": ("one day is not compared", "één dag wordt niet vergeleken"),
    "month_whole": ("the whole month, {count} days", "de hele maand, {count} dagen"),
    "month_days.one": ("1 day so far", "1 dag tot nu toe"),
    "month_days.other": ("{count} days so far", "{count} dagen tot nu toe"),
    # small multiples
    "panels_title": (
        "In {month}, {over} of {known} offices carried more work than they had capacity for",
        "In {month} droegen {over} van {known} kantoren meer werk dan ze capaciteit hadden",
    ),
    "panels_title_none": (
        "In {month} no office carried more work than it had capacity for",
        "In {month} droeg geen enkel kantoor meer werk dan het capaciteit had",
    ),
    "panels_subtitle": (
        "Workload as a percentage of capacity, monthly, {line}, {first} to {last}, {basis}. Every panel has"
        " the same scale, from {low} to {high}, where what lies beyond stops; the grey line is 100%.",
        "Werklast in procent van de capaciteit, per maand, {line}, {first} tot {last}, {basis}. Elk vak "
        "heeft dezelfde schaal, van {low} tot {high}, waar stopt wat erbuiten valt; de grijze lijn is "
        "100\u202f%.",
    ),
    "panels_summary": (
        "The offices lie between {lowest} and {highest}, all together at {whole}.",
        "De kantoren liggen tussen {lowest} en {highest}, alle samen op {whole}.",
    ),
    "panels_summary_before": (
        "A year earlier {over_before} of {known_before} offices were above 100%.",
        "Een jaar eerder lagen {over_before} van {known_before} kantoren boven 100\u202f%.",
    ),
    # without capacity
    "units_panels_title": (
        "The work of each office in {unit}: without contracts there is no percentage",
        "Het werk van elk kantoor in {unit}: zonder contracten is er geen percentage",
    ),
    "units_panels_subtitle": (
        "Workload in {unit}, monthly, {line}, {basis}. Every panel has the same scale, from zero.",
        "Werklast in {unit}, per maand, {line}, {basis}. Elk vak heeft dezelfde schaal, vanaf nul.",
    ),
    "units_panels_summary": (
        "Together the offices carried {units} {unit} in {month}.",
        "Samen droegen de kantoren {units} {unit} in {month}.",
    ),
    "capacity_not_delivered": (
        "Capacity was not delivered: there are no staff contracts in this warehouse. So there is work, but "
        "no percentage; an empty percentage is not a low one.",
        "Capaciteit is niet aangeleverd: er zijn geen contracten in dit warehouse. Er is dus werk, maar "
        "geen percentage; een leeg percentage is geen laag percentage.",
    ),
    # heat map
    "heat_title": (
        "{year} was the heaviest year: in {share} of its office-months the work was above capacity",
        "{year} was het zwaarste jaar: in {share} van de kantoormaanden lag het werk boven de capaciteit",
    ),
    "heat_title_none": (
        "In no month was the work of any office above its capacity",
        "In geen enkele maand lag het werk van een kantoor boven zijn capaciteit",
    ),
    "heat_subtitle": (
        "Workload as a percentage of capacity, office by month, {line}, {basis}",
        "Werklast in procent van de capaciteit, kantoor per maand, {line}, {basis}",
    ),
    "heat_summary": (
        "Blue months had room, orange months had too much; {cells} months of offices are known.",
        "Blauwe maanden hadden ruimte, oranje maanden te veel; {cells} kantoormaanden zijn bekend.",
    ),
    "heat_summary_missing": (
        "In {missing} there is work but no capacity (crosses).",
        "In {missing} is er wel werk maar geen capaciteit (kruisjes).",
    ),
    # ranges
    "ranges_title": (
        "For {depends} of {offices} offices it depends on the weight scheme whether they are above 100%",
        "Voor {depends} van {offices} kantoren hangt het van het wegingsschema af of ze boven 100\u202f% "
        "liggen",
    ),
    "ranges_title_none": (
        "Every office stands on the same side of 100% under every weight scheme",
        "Elk kantoor staat onder elk wegingsschema aan dezelfde kant van 100\u202f%",
    ),
    "ranges_subtitle": (
        "Workload as a percentage of capacity under every weight scheme, {window}; the large dot is "
        "{scheme}. Offices stand in a fixed order.",
        "Werklast in procent van de capaciteit onder elk wegingsschema, {window}; de grote stip is {scheme}. "
        "Kantoren staan in een vaste volgorde.",
    ),
    "ranges_summary": (
        "{above} are above 100% under every scheme and {below} under none. Of {pairs} pairs of offices "
        "{alike} cannot be told apart: neither is the heavier one under every scheme.",
        "{above} liggen onder elk schema boven 100\u202f% en {below} onder geen enkel. Van {pairs} paren "
        "kantoren zijn er {alike} niet te onderscheiden: geen van beide is onder elk schema het zwaarste.",
    ),
    "standing_above": ("above 100% under every scheme", "boven 100\u202f% onder elk schema"),
    "standing_below": ("not above 100% under any scheme", "onder geen enkel schema boven 100\u202f%"),
    "standing_depends": ("depends on the scheme", "hangt af van het schema"),
    # one office
    "trend_title": ("{office}: {now} of capacity in {month}", "{office}: {now} van de capaciteit in {month}"),
    "trend_title_up.one": (
        "{office}: {now} of capacity in {month}, {count} point more than a year before",
        "{office}: {now} van de capaciteit in {month}, {count} punt meer dan een jaar eerder",
    ),
    "trend_title_up.other": (
        "{office}: {now} of capacity in {month}, {count} points more than a year before",
        "{office}: {now} van de capaciteit in {month}, {count} punten meer dan een jaar eerder",
    ),
    "trend_title_down.one": (
        "{office}: {now} of capacity in {month}, {count} point less than a year before",
        "{office}: {now} van de capaciteit in {month}, {count} punt minder dan een jaar eerder",
    ),
    "trend_title_down.other": (
        "{office}: {now} of capacity in {month}, {count} points less than a year before",
        "{office}: {now} van de capaciteit in {month}, {count} punten minder dan een jaar eerder",
    ),
    "trend_title_level": (
        "{office}: {now} of capacity in {month}, as a year before",
        "{office}: {now} van de capaciteit in {month}, zoals een jaar eerder",
    ),
    "trend_title_unknown": (
        "{office}: no percentage can be computed",
        "{office}: er kan geen percentage worden berekend",
    ),
    "trend_subtitle": (
        "Workload as a percentage of capacity, monthly, {line}, {basis}. Grey: the other offices; level "
        "line: 100%, in balance; numbers: dated events. What leaves the scale is in the table.",
        "Werklast in procent van de capaciteit, per maand, {line}, {basis}. Grijs: de andere kantoren; "
        "vlakke lijn: 100\u202f%, in evenwicht; cijfers: gedateerde gebeurtenissen. Wat buiten de schaal "
        "valt, staat in de tabel.",
    ),
    "trend_summary": (
        "In that month together ({area}): {whole}; each office between {lowest} and {highest}.",
        "Die maand samen ({area}): {whole}; elk kantoor tussen {lowest} en {highest}.",
    ),
    "trend_begun": (
        "The figures of {office} begin in {month}: before that it was not open yet, which is not a zero.",
        "De cijfers van {office} beginnen in {month}: daarvoor was het nog niet open, en dat is geen nul.",
    ),
    "events.one": ("The event behind the number", "De gebeurtenis achter het cijfer"),
    "events.other": ("The {count} events behind the numbers", "De {count} gebeurtenissen achter de cijfers"),
    "event_unchecked": ("not checked", "niet nagekeken"),
    "event_series_break": ("series break", "reeksbreuk"),
    "units_title": (
        "In a year: work {work}, capacity {capacity}",
        "In een jaar: werk {work}, capaciteit {capacity}",
    ),
    "went_up": ("up {share}", "{share} omhoog"),
    "went_down": ("down {share}", "{share} omlaag"),
    "went_level": ("about the same", "ongeveer gelijk"),
    "units_title_short": ("Work and capacity of {office}", "Werk en capaciteit van {office}"),
    "units_subtitle": (
        "Above: work and capacity in {unit}, {basis}. Below: people in full-time equivalents. Daily "
        "averages by month.",
        "Boven: werk en capaciteit in {unit}, {basis}. Onder: mensen in voltijdse equivalenten. "
        "Daggemiddelden per maand.",
    ),
    "units_summary": (
        "In {month} {office} carried {work} {unit} with a capacity of {capacity}.",
        "In {month} droeg {office} {work} {unit} met een capaciteit van {capacity}.",
    ),
    "types_title": (
        "{label} takes {share} of the work of {office}",
        "{label} neemt {share} van het werk van {office}",
    ),
    "types_subtitle": (
        "Workload in {unit}, monthly ({basis}). The three heaviest kinds of work, and the rest. One scale, "
        "from zero.",
        "Werklast in {unit}, per maand ({basis}). De drie zwaarste soorten werk, en de rest. Eén schaal, "
        "vanaf nul.",
    ),
    "types_summary": ("Shares in {month}: {shares}.", "Aandelen in {month}: {shares}."),
    "dots_title": (
        "{office} lies between {low} and {high}, depending on the weight scheme",
        "{office} ligt tussen {low} en {high}, naargelang het wegingsschema",
    ),
    "dots_subtitle": (
        "Workload as a percentage of capacity under every weight scheme, {window}; the large dot is {scheme}",
        "Werklast in procent van de capaciteit onder elk wegingsschema, {window}; de grote stip is {scheme}",
    ),
    "dots_summary": (
        "The work is the same under each; only what a case is held to weigh differs.",
        "Het werk is telkens hetzelfde; alleen wat een zaak geacht wordt te wegen, verschilt.",
    ),
    "line_not_in_office": (
        "{office} has no work on record in this service line for this period.",
        "{office} heeft in deze periode geen geregistreerd werk in deze dienst.",
    ),
    # the detail table
    "table_title": ("All offices, {window}", "Alle kantoren, {window}"),
    "column_office": ("Office", "Kantoor"),
    "column_month": ("Month", "Maand"),
    "column_pct": ("Workload %", "Werklast %"),
    "column_low": ("Lowest scheme %", "Laagste schema %"),
    "column_high": ("Highest scheme %", "Hoogste schema %"),
    "column_standing": ("Against 100%", "Tegenover 100\u202f%"),
    "column_work": ("Work, {unit}", "Werk, {unit}"),
    "column_capacity": ("Capacity, {unit}", "Capaciteit, {unit}"),
    "column_fte_contract": ("FTE under contract", "VTE onder contract"),
    "column_fte_available": ("FTE available", "VTE beschikbaar"),
    "column_active": ("Active cases", "Actieve zaken"),
    "column_waiting": ("Waiting, {unit}", "Wachtend, {unit}"),
    "column_uncovered": ("Uncovered, {unit}", "Onbezet, {unit}"),
    "column_scheme": ("Weight scheme", "Wegingsschema"),
    "column_kind": ("Kind of work", "Soort werk"),
    # only published figures
    "published_why": (
        "This warehouse holds figures that were published, and no cases. A workload percentage needs cases,"
        " who carries them and staff contracts, so none is shown. What was published stands here as it was "
        "published.",
        "Dit warehouse bevat gepubliceerde cijfers en geen zaken. Een werklastpercentage vraagt zaken, wie "
        "ze draagt en contracten, en wordt dus niet getoond. Wat gepubliceerd is, staat hier zoals het "
        "gepubliceerd is.",
    ),
    "published_none": (
        "This warehouse holds neither cases nor published figures of offices: there is nothing to draw yet.",
        "Dit warehouse bevat geen zaken en geen gepubliceerde cijfers van kantoren: er valt nog niets te "
        "tekenen.",
    ),
    "published_measure": ("Published figure", "Gepubliceerd cijfer"),
    "published_title": (
        "{measure}: higher at the end than at the beginning in {grown} of {compared} offices",
        "{measure}: aan het eind hoger dan aan het begin in {grown} van {compared} kantoren",
    ),
    "published_subtitle": (
        "As published, in {unit}, {first} to {last}, source {source}. Every panel runs from zero to its own"
        " highest figure; beside the name the latest. Diamonds: jumps to be checked.",
        "Zoals gepubliceerd, in {unit}, {first} tot {last}, bron {source}. Elk vak loopt van nul tot zijn "
        "eigen hoogste cijfer; naast de naam het jongste. Ruiten: sprongen om na te kijken.",
    ),
    "published_summary": (
        "{rows} figures of {offices} offices; {breaks} differ by more than half from the period before and "
        "are to be checked before use.",
        "{rows} cijfers van {offices} kantoren; {breaks} verschillen meer dan de helft van de periode "
        "ervoor en zijn voor gebruik na te kijken.",
    ),
    "to_check": (
        "differs by more than half from the period before: to be checked",
        "verschilt meer dan de helft van de periode ervoor: na te kijken",
    ),
    "breaks_title": ("Jumps to be checked", "Sprongen om na te kijken"),
    "breaks_none": (
        "No jump by more than half in this series.",
        "Geen sprong van meer dan de helft in deze reeks.",
    ),
    "column_period": ("Period from", "Periode vanaf"),
    "column_period_end": ("Last day", "Laatste dag"),
    "column_published": ("Published", "Gepubliceerd"),
    "column_previous": ("Period before", "Periode ervoor"),
    "column_change": ("Change %", "Verschil %"),
    "column_unit": ("Unit", "Eenheid"),
    "column_source": ("Source", "Bron"),
    "column_edition": ("Edition", "Editie"),
    "measure_new_cases": ("New cases", "Nieuwe zaken"),
    "measure_open_cases": ("Open cases", "Open zaken"),
    "measure_waiting_cases": ("Waiting cases", "Wachtende zaken"),
    "measure_staff_fte": ("Staff", "Personeel"),
    "measure_expenditure_eur": ("Expenditure", "Uitgaven"),
    "measure_expenditure_usd": ("Expenditure", "Uitgaven"),
    "unit_eur": ("euro", "euro"),
    "unit_usd": ("US dollars", "Amerikaanse dollar"),
    "unit_fte": ("full-time equivalents", "voltijdse equivalenten"),
}
