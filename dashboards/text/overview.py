"""Sentences of the Overview: how heavy, what waits, what changed, where to look."""

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("How heavy is the work?", "Hoe zwaar weegt het werk?"),
    "question": (
        "Is the work that is asked in balance with the staff there is, what waits, and where should one "
        "look?",
        "Is het gevraagde werk in evenwicht met het personeel dat er is, wat wacht, en waar moet men kijken?",
    ),
    # when
    "in_today": ("On {end}", "Op {end}"),
    "in_four_weeks": ("In the four weeks up to {end}", "In de vier weken tot en met {end}"),
    "in_month": ("In {month} so far ({days} days)", "In {month} tot nu toe ({days} dagen)"),
    "in_month_whole": ("In {month} ({days} days)", "In {month} ({days} dagen)"),
    "in_month_first_day": ("In {month} so far (1 day)", "In {month} tot nu toe (1 dag)"),
    "than_four_weeks": ("the last four weeks", "de laatste vier weken"),
    "than_four_weeks_before": ("the four weeks before", "de vier weken ervoor"),
    "than_four_weeks_year_ago": ("the same four weeks a year earlier", "dezelfde vier weken een jaar eerder"),
    "than_month_before": ("the whole month before", "de hele maand ervoor"),
    "than_month_year_ago": ("the whole month a year earlier", "de hele maand een jaar eerder"),
    # the lead
    "lead": (
        "{when} the work in {line} came to <b>{percentage}</b> of what its staff can give",
        "{when} kwam het werk in {line} uit op <b>{percentage}</b> van wat het personeel kan geven",
    ),
    "lead_more": (", {points} points more than in {than}.", ", {points} punten meer dan in {than}."),
    "lead_less": (", {points} points less than in {than}.", ", {points} punten minder dan in {than}."),
    "lead_same": (", about the same as in {than}.", ", ongeveer evenveel als in {than}."),
    "lead_unknown": (
        "; there is no figure for {than} to compare with.",
        "; voor {than} is er geen cijfer om mee te vergelijken.",
    ),
    "lead_waiting.one": ("1 case waits for an officer", "1 zaak wacht op een medewerker"),
    "lead_waiting.other": (
        "{count} cases wait for an officer",
        "{count} zaken wachten op een medewerker",
    ),
    "lead_longest": ("{waiting}, the longest for {days} days.", "{waiting}, de langste al {days} dagen."),
    "lead_nothing_waits": ("No case waits for an officer.", "Er wacht geen zaak op een medewerker."),
    # head figures
    "load": ("Work against capacity", "Werk tegenover capaciteit"),
    "of_capacity": ("of capacity", "van de capaciteit"),
    "points_against": ("{points} points against {than}", "{points} punten tegenover {than}"),
    "open": ("Open cases", "Open zaken"),
    "waiting": ("Waiting for an officer", "Wachtend op een medewerker"),
    "uncovered": ("Uncovered: lost their officer", "Onbezet: medewerker kwijt"),
    "available": ("Staff available", "Beschikbaar personeel"),
    "fte": ("FTE", "VTE"),
    "of_contract": ("of {fte} FTE under contract", "van {fte} VTE onder contract"),
    "cases_against": ("{change} against the end of {month}", "{change} tegenover eind {month}"),
    "cases_same": ("as at the end of {month}", "zoals eind {month}"),
    "no_capacity_short": ("capacity not delivered", "capaciteit niet aangeleverd"),
    # what is missing
    "no_contracts": (
        "Capacity was not delivered (no staff contracts), so there is no percentage: the work is known, "
        "what the staff can give is not. Open and waiting cases stand below.",
        "De capaciteit is niet aangeleverd (geen contracten), dus er is geen percentage: het werk is "
        "bekend, wat het personeel kan geven niet. Open en wachtende zaken staan hieronder.",
    ),
    "no_capacity": (
        "No capacity is known in this period, so there is no percentage.",
        "In deze periode is geen capaciteit bekend, dus er is geen percentage.",
    ),
    "no_assignments": (
        "Who carries which case was not delivered (no assignments): every open case counts as waiting.",
        "Wie welke zaak draagt is niet aangeleverd (geen toewijzingen): elke open zaak telt als wachtend.",
    ),
    "no_cases": (
        "No cases were delivered, so neither workload nor backlog can be shown.",
        "Er zijn geen zaken aangeleverd, dus werklast noch wachtend werk kan worden getoond.",
    ),
    "published_only": (
        "What there is: {series} published series of offices ({offices}), {first} to {last}. They stand on "
        "the page Offices.",
        "Wat er is: {series} gepubliceerde reeksen van kantoren ({offices}), {first} tot {last}. Ze staan "
        "op de pagina Kantoren.",
    ),
    "published_whole": (
        "What there is: {series} published series for the service as a whole, {first} to {last}. They "
        "stand on the page About the data.",
        "Wat er is: {series} gepubliceerde reeksen voor de dienst als geheel, {first} tot {last}. Ze staan "
        "op de pagina Over de gegevens.",
    ),
    "nothing_delivered": (
        "Nothing that can be drawn was delivered. The page About the data lists what came in.",
        "Er is niets aangeleverd dat getekend kan worden. De pagina Over de gegevens toont wat er "
        "binnenkwam.",
    ),
    # offices
    "offices_heavier.one": (
        "1 office is heavier than the whole, whichever weights are used",
        "1 kantoor is zwaarder dan het geheel, welke gewichten men ook gebruikt",
    ),
    "offices_heavier.other": (
        "{count} offices are heavier than the whole, whichever weights are used",
        "{count} kantoren zijn zwaarder dan het geheel, welke gewichten men ook gebruikt",
    ),
    "offices_lighter.one": (
        "1 office is lighter than the whole, whichever weights are used",
        "1 kantoor is lichter dan het geheel, welke gewichten men ook gebruikt",
    ),
    "offices_lighter.other": (
        "{count} offices are lighter than the whole, whichever weights are used",
        "{count} kantoren zijn lichter dan het geheel, welke gewichten men ook gebruikt",
    ),
    "offices_both.one": (
        "Whichever weights are used, 1 office is heavier than the whole and {lighter} lighter",
        "Welke gewichten men ook gebruikt, 1 kantoor is zwaarder dan het geheel en {lighter} lichter",
    ),
    "offices_both.other": (
        "Whichever weights are used, {count} offices are heavier than the whole and {lighter} lighter",
        "Welke gewichten men ook gebruikt, {count} kantoren zijn zwaarder dan het geheel, {lighter} lichter",
    ),
    "offices_indistinct": (
        "No office stands apart: none is heavier, or lighter, than the whole under every weight scheme",
        "Geen kantoor staat apart: geen enkel is onder elk wegingsschema zwaarder of lichter dan het geheel",
    ),
    "offices_subtitle": (
        "{line}, {when}: load of each office, where that of all offices together is 100 under the same "
        "weights. Dot: {scheme}; bar: range over all {count} weight schemes; band: within {alike}%, alike",
        "{line}, {when}: last van elk kantoor, als die van alle kantoren samen onder dezelfde gewichten 100 "
        "is. Stip: {scheme}; balk: bereik over alle {count} wegingsschema’s; band: minder dan {alike}\u202f% "
        "verschil, gelijk",
    ),
    "offices_level": (
        "The weights decide the level: all offices together lie between {low} and {high} of capacity. The "
        "bars show what is left when that level is taken out; a bar that touches the band cannot be told "
        "from the whole.",
        "De gewichten bepalen het niveau: alle kantoren samen liggen tussen {low} en {high} van de "
        "capaciteit. De balken tonen wat overblijft als dat niveau wegvalt; een balk die de band raakt, is "
        "niet van het geheel te onderscheiden.",
    ),
    "offices_order": (
        "Offices stand in a fixed order, not by load.",
        "De kantoren staan in een vaste volgorde, niet naar last.",
    ),
    "head_office": ("Office", "Kantoor"),
    "head_load": ("Load", "Last"),
    "head_range": ("Range, and against the whole", "Bereik, en tegenover het geheel"),
    "whole": ("All offices", "Alle kantoren"),
    "stands_heavier": ("{low}–{high}, heavier under every scheme", "{low}–{high}, zwaarder onder elk schema"),
    "stands_lighter": ("{low}–{high}, lighter under every scheme", "{low}–{high}, lichter onder elk schema"),
    "stands_indistinct": ("{low}–{high}, not distinguishable", "{low}–{high}, niet te onderscheiden"),
    "stands_unknown": ("no capacity in this period", "geen capaciteit in deze periode"),
    "stands_whole": ("{low}–{high}", "{low}–{high}"),
    "range_words": (
        "{office}: {percentage} of capacity, {low} to {high} over the weight schemes; with the whole at 100: "
        "{beside_low} to {beside_high}",
        "{office}: {percentage} van de capaciteit, {low} tot {high} over de wegingsschema’s; met het geheel "
        "op 100: {beside_low} tot {beside_high}",
    ),
    "scale_words": (
        "Scale from {low} to {high}, all offices together being 100",
        "Schaal van {low} tot {high}, waarbij alle kantoren samen 100 zijn",
    ),
    "scale_hundred": ("whole = 100", "geheel = 100"),
    # what changed
    "changed_more": (
        "More mandates came in than ended: {received} against {ended} in {month}",
        "Er kwamen meer mandaten binnen dan er eindigden: {received} tegenover {ended} in {month}",
    ),
    "changed_less": (
        "More mandates ended than came in: {ended} against {received} in {month}",
        "Er eindigden meer mandaten dan er binnenkwamen: {ended} tegenover {received} in {month}",
    ),
    "changed_same": (
        "As many mandates ended as came in: {received} in {month}",
        "Er eindigden evenveel mandaten als er binnenkwamen: {received} in {month}",
    ),
    "changed_subtitle": (
        "{line}, last complete month, in cases",
        "{line}, laatste volledige maand, in zaken",
    ),
    "work_and_capacity": (
        "Against {than} the work changed by {work} and the capacity by {capacity}.",
        "Tegenover {than} veranderde het werk met {work} en de capaciteit met {capacity}.",
    ),
    "trend_load": (
        "Work as % of capacity, {first} to {last}, from zero; dashed: 100%",
        "Werk als % van de capaciteit, {first} tot {last}, vanaf nul; gestreept: 100\u202f%",
    ),
    "trend_waiting": (
        "Cases waiting at the end of the month, {first} to {last}",
        "Zaken wachtend op het einde van de maand, {first} tot {last}",
    ),
    "trend_open": (
        "Open cases at the end of the month, {first} to {last}",
        "Open zaken op het einde van de maand, {first} tot {last}",
    ),
    "trend_ends": ("from {first} to {last}", "van {first} naar {last}"),
    # other lines
    "other_lines": ("The other services, each by itself", "De andere diensten, elk apart"),
    "other_lines_subtitle": (
        "Other people, other work: never in one percentage together",
        "Andere mensen, ander werk: nooit samen in één percentage",
    ),
    "line_load": (
        "{percentage} of capacity ({low}–{high} over the weight schemes).",
        "{percentage} van de capaciteit ({low}–{high} over de wegingsschema’s).",
    ),
    "line_no_load": ("No capacity known, so no percentage.", "Geen capaciteit bekend, dus geen percentage."),
    "line_cases": (
        "{open} open cases, {waiting} of them waiting.",
        "{open} open zaken, waarvan {waiting} wachtend.",
    ),
    # where to look
    "look": ("Where to look", "Waar kijken?"),
    "look_subtitle": (
        "What stands out in these data, not a judgement",
        "Wat opvalt in deze gegevens, geen oordeel",
    ),
    "look_heavier": (
        "Heavier than the whole under every weight scheme: {offices}.",
        "Zwaarder dan het geheel onder elk wegingsschema: {offices}.",
    ),
    "look_lighter": (
        "Lighter than the whole under every weight scheme: {offices}.",
        "Lichter dan het geheel onder elk wegingsschema: {offices}.",
    ),
    "look_longest": (
        "The case that waits longest is in {office}: {days} days without an officer.",
        "De zaak die het langst wacht is in {office}: {days} dagen zonder medewerker.",
    ),
    "look_uncovered.one": (
        "1 case had an officer and has none now.",
        "1 zaak had een medewerker en heeft er nu geen.",
    ),
    "look_uncovered.other": (
        "{count} cases had an officer and have none now: they need cover.",
        "{count} zaken hadden een medewerker en hebben er nu geen: ze vragen vervanging.",
    ),
    "look_quarantine.one": (
        "1 delivered row stands in quarantine and counts nowhere.",
        "1 aangeleverde rij staat in quarantaine en telt nergens mee.",
    ),
    "look_quarantine.other": (
        "{count} delivered rows stand in quarantine and count nowhere.",
        "{count} aangeleverde rijen staan in quarantaine en tellen nergens mee.",
    ),
    "look_nothing": ("Nothing stands out.", "Er valt niets op."),
    "to_offices": ("To the offices", "Naar de kantoren"),
    "to_backlog": ("To the waiting work", "Naar het wachtende werk"),
    "to_about": ("To the data", "Naar de gegevens"),
    # how computed
    "description": (
        "Workload is the sum of the weights of all cases that an officer carries and of tasks in hand; "
        "capacity is what the staff under contract can give after absence and reductions. The percentage "
        "is the ratio of the two sums over the days of the period, never a mean of percentages. Waiting "
        "cases weigh on no officer and stand apart. An office counts as distinguishable only when "
        "under every weight scheme it is more than 3% heavier, or lighter, than all offices together under "
        "the same scheme; the 3% is an assumption, about what an office moves from one month to the next.",
        "Werklast is de som van de gewichten van alle zaken die een medewerker draagt en van "
        "lopende taken; capaciteit is wat het personeel onder contract kan geven na afwezigheid en "
        "verminderingen. Het percentage is de verhouding van beide sommen over de dagen van de periode, "
        "nooit een gemiddelde van percentages. Wachtende zaken wegen op niemand en staan apart. Een "
        "kantoor geldt pas als te onderscheiden wanneer het onder elk wegingsschema meer dan 3\u202f% "
        "zwaarder, of lichter, is dan alle kantoren samen onder hetzelfde schema; die 3\u202f% is een "
        "aanname, ongeveer wat een kantoor van maand tot maand beweegt.",
    ),
    "not_said": (
        "A percentage is not the quality of the work, nor how people fare under it. It does not say what "
        "the right caseload is: there is no such number. It rests on weights, and where these are assumed, "
        "so is the level. It is no measure of one officer, and no ranking of offices.",
        "Een percentage zegt niets over de kwaliteit van het werk, noch over hoe mensen het verdragen. Het "
        "zegt niet wat de juiste caseload is: zo’n getal bestaat niet. Het steunt op gewichten, en waar "
        "die aangenomen zijn, is het niveau dat ook. Het is geen maat voor één medewerker en geen "
        "rangorde van kantoren.",
    ),
}
