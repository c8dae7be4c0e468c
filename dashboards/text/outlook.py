"""Sentences of the page Outlook: how it opens, and the part about offices."""

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("Outlook", "Vooruitblik"),
    "question": (
        "What is already booked for the next 13 and 52 weeks, and what does it leave open?",
        "Wat ligt al vast voor de komende 13 en 52 weken, en wat blijft open?",
    ),
    "description": (
        "The weeks ahead hold only what is known today: open cases growing older and reaching their expected "
        "end, tasks in progress until they are due, contracts that begin or end, reductions already "
        "recorded, and decided changes of grades and weights. A case without an expected end, or past it, "
        "stays to the end. The first week ahead is the rest of the running one; 52 whole weeks follow. "
        "Now is the running week up to the last day of the data. What one more case would do adds the "
        "weight of the case, at the share chosen, from the last day of the data on, and nothing else. One "
        "officer's weeks are told in units of work against today's capacity, never as a percentage per week: "
        "that would show when somebody is away.",
        "De komende weken bevatten alleen wat vandaag bekend is: open zaken die ouder worden en hun verwachte"
        " einde bereiken, lopende taken tot hun vervaldag, contracten die beginnen of eindigen, "
        "verminderingen die al geregistreerd zijn, en besliste wijzigingen van graden en gewichten. Een zaak "
        "zonder verwacht einde, of erover, blijft tot het einde. De eerste week is de rest van de lopende; "
        "daarna volgen 52 hele weken. Nu is de lopende week tot de laatste dag van de gegevens. Wat één zaak "
        "meer zou doen, telt het gewicht van die zaak op, tegen het gekozen aandeel, vanaf de laatste dag "
        "van de gegevens, en niets anders. De weken van één medewerker staan in eenheden werk "
        "tegenover de capaciteit van vandaag, nooit als percentage per week: dat zou tonen wanneer iemand er "
        "niet is.",
    ),
    "not_said": (
        "This is no forecast. New cases, new reports, sick leave, leave nobody has booked yet and contracts "
        "nobody has signed are not in it, so the load falls by itself and capacity looks better than it will "
        "be. It shows what is planned to change, and when. Nothing here says how well anyone works, or who "
        "should take a case: that is a talk between people who know the case, the person and the team.",
        "Dit is geen prognose. Nieuwe zaken, nieuwe verslagen, ziekte, verlof dat nog niemand heeft gepland "
        "en contracten die nog niet getekend zijn, zitten er niet in. De belasting daalt dus vanzelf en de "
        "capaciteit oogt beter dan ze zal zijn. De pagina toont wat volgens plan verandert, en wanneer. "
        "Niets hier zegt hoe goed iemand werkt of wie een zaak moet opnemen: dat is een gesprek tussen mensen"
        " die de zaak, de medewerker en het team kennen.",
    ),
    "no_forecast": ("This is no forecast.", "Dit is geen prognose."),
    "no_forecast_why": (
        "It holds only what is booked today. No new case is in the weeks ahead, so a falling line is no "
        "relief.",
        "Er staat alleen wat vandaag vastligt. In de komende weken zit geen enkele nieuwe zaak, dus een "
        "dalende lijn is geen verlichting.",
    ),
    # head figures
    "figure_now": ("Workload, this week", "Werklast, deze week"),
    "figure_13": ("Booked in 13 weeks", "Vastgelegd over 13 weken"),
    "figure_52": ("Booked in 52 weeks", "Vastgelegd over 52 weken"),
    "figure_now_note": ("{line}, {basis}", "{line}, {basis}"),
    "figure_week": ("week of {day}, without new cases", "week van {day}, zonder nieuwe zaken"),
    "of_capacity": ("of capacity", "van de capaciteit"),
    "figure_staff": ("Staff available", "Beschikbaar personeel"),
    "figure_staff_note": ("{line}; in 13 weeks {fte}", "{line}; over 13 weken {fte}"),
    # words inside figures
    "was": ("As it was", "Zoals het was"),
    "booked": ("Booked", "Vastgelegd"),
    "today": ("booked from here", "vanaf hier vastgelegd"),
    "workload": ("Work", "Werk"),
    "capacity": ("Capacity", "Capaciteit"),
    # the load
    "load_title_falls": (
        "Booked work falls from {before} to {after} of capacity by the week of {day}",
        "Het vastgelegde werk daalt van {before} naar {after} van de capaciteit tegen de week van {day}",
    ),
    "load_title_rises": (
        "Booked work rises from {before} to {after} of capacity by the week of {day}",
        "Het vastgelegde werk stijgt van {before} naar {after} van de capaciteit tegen de week van {day}",
    ),
    "load_title_level": (
        "Booked work stays at {after} of capacity up to the week of {day}",
        "Het vastgelegde werk blijft op {after} van de capaciteit tot de week van {day}",
    ),
    "load_title_unknown": (
        "There is no capacity now or then, so there is no percentage to compare",
        "Nu of straks is er geen capaciteit, dus er is geen percentage om te vergelijken",
    ),
    "capacity_falls": ("staff available falls by {fte} FTE", "het beschikbare personeel daalt met {fte} VTE"),
    "capacity_rises": (
        "staff available rises by {fte} FTE",
        "het beschikbare personeel stijgt met {fte} VTE",
    ),
    "capacity_level": ("staff available stays as it is", "het beschikbare personeel blijft gelijk"),
    "load_subtitle": (
        "Workload as a percentage of capacity, mean per week, {area}, {line}, {basis}. Solid: "
        "as it was; outlined: as booked today. The quiet line is 100%.",
        "Werklast in procent van de capaciteit, gemiddelde per week, {area}, {line}, {basis}. "
        "Vol: zoals het was; open: zoals vandaag vastgelegd. De stille lijn is 100\u202f%.",
    ),
    "load_summary": (
        "What comes in from now on is added to this line; it is not drawn, because nobody knows it yet.",
        "Wat vanaf nu binnenkomt, komt boven op deze lijn; het staat er niet in, want niemand kent het al.",
    ),
    # work and capacity
    "work_title_falls": (
        "Booked work falls from {before} to {after} {unit}",
        "Het vastgelegde werk daalt van {before} naar {after} {unit}",
    ),
    "work_title_rises": (
        "Booked work rises from {before} to {after} {unit}",
        "Het vastgelegde werk stijgt van {before} naar {after} {unit}",
    ),
    "work_title_level": (
        "Booked work stays at {after} {unit}",
        "Het vastgelegde werk blijft op {after} {unit}",
    ),
    "capacity_title": (
        "capacity goes from {before} to {after}",
        "de capaciteit gaat van {before} naar {after}",
    ),
    "units_subtitle": (
        "Work asked for and work that can be given, {unit}, mean per week, {area}, {line}. "
        "Outlined: as booked today.",
        "Gevraagd werk en werk dat gegeven kan worden, {unit}, gemiddelde per week, {area}, {line}. "
        "Open: zoals vandaag vastgelegd.",
    ),
    "work_subtitle": (
        "Work asked for, {unit}, mean per week, {area}, {line}. Outlined: as booked today.",
        "Gevraagd werk, {unit}, gemiddelde per week, {area}, {line}. Open: zoals vandaag vastgelegd.",
    ),
    "units_summary": (
        "Where the percentage moves, this shows which of the two moved it.",
        "Waar het percentage beweegt, toont dit welke van de twee het deed bewegen.",
    ),
    # what changes, and when
    "changes_title": (
        "{ending} carried cases reach their expected end; {stay} have none ahead and stay throughout",
        "{ending} toegewezen zaken bereiken hun verwachte einde; {stay} hebben er geen in het "
        "vooruitzicht en blijven meetellen",
    ),
    "changes_subtitle": (
        "What changes as booked today, up to the week of {day}, {area}, {line}",
        "Wat verandert zoals vandaag vastgelegd, tot de week van {day}, {area}, {line}",
    ),
    "more_changes": (
        "How the work ages, tasks, and the weeks in which most changes",
        "Hoe het werk ouder wordt, taken, en de weken waarin het meest verandert",
    ),
    "ending": (
        "Cases that end: {ending} of the {carried} cases carried today have an expected end in these weeks. "
        "They leave the line on that day, whether or not they will.",
        "Zaken die eindigen: {ending} van de {carried} zaken die vandaag toegewezen zijn, hebben een verwacht"
        " einde in deze weken. Op die dag verdwijnen ze uit de lijn, of dat nu zo zal zijn of niet.",
    ),
    "staying": (
        "Cases that stay: {without} have no expected end and {past} have reached or passed it. All {stay} "
        "stay to the end of the outlook, which keeps the line too high.",
        "Zaken die blijven: {without} hebben geen verwacht einde en {past} hebben het bereikt of zijn "
        "erover. Alle {stay} blijven tot het einde van de vooruitblik, en dat houdt de lijn te hoog.",
    ),
    "ageing": (
        "Cases that grow older: a carried case weighs {now} {unit} on average in the first week ahead and "
        "{then} in the last, because no new first months are added to those that pass.",
        "Zaken die ouder worden: een toegewezen zaak weegt gemiddeld {now} {unit} in de eerste komende "
        "week en {then} in de laatste, want er komen geen nieuwe eerste maanden bij.",
    ),
    "tasks": (
        "Reports and other tasks: {now} {unit} in the first week ahead, {then} in the last. They weigh until "
        "they are due; without a due day ahead they stay.",
        "Verslagen en andere taken: {now} {unit} in de eerste komende week, {then} in de laatste. Ze wegen "
        "tot hun vervaldag; zonder vervaldag in het vooruitzicht blijven ze.",
    ),
    "no_new_cases": (
        "Not in it: new cases. {received} came in over the last {months} whole months. Nor the {waiting} "
        "cases that wait and the {uncovered} that lost their officer: they weigh on nobody until somebody "
        "takes them.",
        "Niet inbegrepen: nieuwe zaken. De laatste {months} hele maanden kwamen er {received} binnen. En ook "
        "niet de {waiting} zaken die wachten en de {uncovered} die hun medewerker verloren: ze wegen op "
        "niemand tot iemand ze opneemt.",
    ),
    "no_new_cases_unknown": (
        "Not in it: new cases. Nor the {waiting} cases that wait and the {uncovered} that lost their officer:"
        " they weigh on nobody until somebody takes them.",
        "Niet inbegrepen: nieuwe zaken. En ook niet de {waiting} zaken die wachten en de {uncovered} die hun "
        "medewerker verloren: ze wegen op niemand tot iemand ze opneemt.",
    ),
    "capacity_steps": (
        "Capacity, summed over everybody: contracts that begin or end {contracts} FTE, known leave and other "
        "reductions {leave} FTE, steps of trainees and other grades {grades} FTE (plus means more capacity).",
        "Capaciteit, samengeteld over iedereen: contracten die beginnen of eindigen {contracts} VTE, bekend "
        "verlof en andere verminderingen {leave} VTE, stappen van starters en andere graden {grades} VTE "
        "(plus betekent meer capaciteit).",
    ),
    "leave_unknown": (
        "Leave and absence that nobody has recorded yet are not in it: the further ahead, the more "
        "it flatters capacity.",
        "Verlof en afwezigheid die nog niemand heeft geregistreerd, zitten er niet in: hoe verder vooruit, "
        "hoe meer de capaciteit te gunstig oogt.",
    ),
    "fullest_week": (
        "The week with the most expected ends is that of {day}: {ending} cases.",
        "De week met de meeste verwachte eindes is die van {day}: {ending} zaken.",
    ),
    "contract_weeks": (
        "Contracts change most from the week of {weeks}.",
        "Contracten veranderen het meest vanaf de week van {weeks}.",
    ),
    "contract_step": ("{day} ({fte} FTE)", "{day} ({fte} VTE)"),
    "no_contract_weeks": (
        "In no single week do contracts change by half a post or more.",
        "In geen enkele week veranderen de contracten met een halve betrekking of meer.",
    ),
    "few_people": (
        "There are fewer than {smallest} full-time posts here in some week, so there is no percentage: "
        "capacity week by week would show when one person is away. Only the work is shown, in units.",
        "In sommige weken zijn hier minder dan {smallest} voltijdse betrekkingen, dus er is geen percentage: "
        "capaciteit week na week zou tonen wanneer één persoon er niet is. Alleen het werk staat er, in "
        "eenheden.",
    ),
    "few_people_offices": (
        "Offices with fewer than {smallest} full-time posts in this service show only their work: a "
        "percentage or staff per week would show when one person is away.",
        "Kantoren met minder dan {smallest} voltijdse betrekkingen in deze dienst tonen alleen hun werk: een "
        "percentage of personeel per week zou tonen wanneer één persoon er niet is.",
    ),
    "not_shown": ("not shown", "niet getoond"),
    "weeks_caption": (
        "Week by week, as booked today; work and capacity in {unit}",
        "Week na week, zoals vandaag vastgelegd; werk en capaciteit in {unit}",
    ),
    # every office
    "offices_title": (
        "Every office now, in 13 and in 52 weeks, as booked today",
        "Elk kantoor nu, over 13 en over 52 weken, zoals vandaag vastgelegd",
    ),
    "offices_subtitle": (
        "{line}. Offices in the fixed order; now is the running week up to {day}. A low percentage is no "
        "room: new "
        "cases are not in it.",
        "{line}. Kantoren in de vaste volgorde; nu is de lopende week tot en met {day}. Een laag "
        "percentage is geen "
        "ruimte: nieuwe zaken zitten er niet in.",
    ),
    "offices_caption": (
        "Every office as booked today; work in {unit}",
        "Elk kantoor zoals vandaag vastgelegd; werk in {unit}",
    ),
    "moment_now": ("now", "nu"),
    "moment_13": ("in 13 weeks", "over 13 weken"),
    "moment_52": ("in 52 weeks", "over 52 weken"),
    # states
    "no_cases": (
        "No cases were delivered, so nothing is booked. An outlook needs the cases, who carries them, and the"
        " contracts.",
        "Er zijn geen zaken aangeleverd, dus er ligt niets vast. Een vooruitblik vraagt de zaken, wie ze "
        "draagt, en de contracten.",
    ),
    "no_assignments": (
        "Who carries a case was not delivered: every case counts as waiting and weighs on nobody, so the "
        "lines below hold no work of cases.",
        "Wie een zaak draagt, is niet aangeleverd: elke zaak telt als wachtend en weegt op niemand, dus de "
        "lijnen hieronder bevatten geen werk van zaken.",
    ),
    "no_capacity": (
        "No capacity is recorded here, so there is no percentage: only the work, in units.",
        "Hier is geen capaciteit geregistreerd, dus er is geen percentage: alleen het werk, in eenheden.",
    ),
    # columns
    "column_week": ("Week from", "Week vanaf"),
    "column_kind": ("Was or booked", "Was of vastgelegd"),
    "column_pct": ("Workload %", "Werklast %"),
    "column_work": ("Work", "Werk"),
    "column_capacity": ("Capacity", "Capaciteit"),
    "column_available": ("FTE available", "VTE beschikbaar"),
    "column_office": ("Office", "Kantoor"),
    "column_ending": ("Cases ending", "Zaken die eindigen"),
    "column_carried": ("Cases carried", "Toegewezen zaken"),
    "column_case_work": ("Work of cases", "Werk van zaken"),
    "column_task_work": ("Work of tasks", "Werk van taken"),
    "column_contracts": ("FTE, contract", "Vte, contract"),
    "column_leave": ("FTE, leave and other", "Vte, verlof en andere"),
    "column_grades": ("FTE, grades", "Vte, graden"),
}
