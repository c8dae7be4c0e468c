"""Sentences of the page Outlook."""

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
    "level": ("capacity today", "capaciteit vandaag"),
    "before": ("Without the case", "Zonder de zaak"),
    "after": ("With the case", "Met de zaak"),
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
    # one officer
    "choose_officer": ("Officer of this office", "Medewerker van dit kantoor"),
    "choose_officer_help": (
        "By the opaque id of the case system, in a fixed order that says nothing about the work. The choice "
        "stays in this window and never stands in the address.",
        "Volgens het nietszeggende nummer van het dossiersysteem, in een vaste volgorde die niets over het "
        "werk zegt. De keuze blijft in dit venster en staat nooit in het adres.",
    ),
    "whole_office": ("the whole office", "het hele kantoor"),
    "officer_title_falls": (
        "{officer}: booked work falls from {before} to {after} {unit} by the week of {day}",
        "{officer}: het vastgelegde werk daalt van {before} naar {after} {unit} tegen de week van {day}",
    ),
    "officer_title_rises": (
        "{officer}: booked work rises from {before} to {after} {unit} by the week of {day}",
        "{officer}: het vastgelegde werk stijgt van {before} naar {after} {unit} tegen de week van {day}",
    ),
    "officer_title_level": (
        "{officer}: booked work stays at {after} {unit} up to the week of {day}",
        "{officer}: het vastgelegde werk blijft op {after} {unit} tot de week van {day}",
    ),
    "month_note": ("{month}, mean over its days", "{month}, gemiddelde over de dagen"),
    "month_cases": ("Cases carried", "Gedragen zaken"),
    "month_work": ("Workload", "Werklast"),
    "month_load": ("Workload against capacity", "Werklast tegenover capaciteit"),
    "month_load_note": (
        "{when}; docs/method.md redoes such a month by hand",
        "{when}; docs/method.md rekent zo'n maand met de hand na",
    ),
    "officer_today": ("today it is {load} of capacity", "vandaag is het {load} van de capaciteit"),
    "officer_subtitle": (
        "Work booked for today and the weeks ahead, {unit}, over all offices and services the officer "
        "works in, {basis}. "
        "The quiet line is what can be given today: 100%.",
        "Werk dat vastligt voor vandaag en de komende weken, {unit}, over alle kantoren en diensten waar de "
        "medewerker werkt, {basis}. De stille lijn is wat vandaag gegeven kan worden: 100 %.",
    ),
    "officer_summary": (
        "New cases are not in it. It serves planning inside the team and judges nobody.",
        "Nieuwe zaken zitten er niet in. Het dient om binnen het team te plannen en beoordeelt niemand.",
    ),
    "officer_nothing": (
        "Nothing is booked for this officer in these weeks.",
        "Voor deze medewerker ligt in deze weken niets vast.",
    ),
    "own_title": (
        "{cases} cases carried: {ending} with an expected end ahead, {stay} without",
        "{cases} toegewezen zaken: {ending} met een verwacht einde in het vooruitzicht, {stay} zonder",
    ),
    "own_subtitle": (
        "Of every service. What each case weighs at the officer's share, {unit}: it grows older, and is 0 "
        "once it has ended",
        "Van elke dienst. Wat elke zaak weegt tegen het aandeel van de medewerker, {unit}: ze wordt ouder, "
        "en is 0 als ze "
        "geëindigd is",
    ),
    "own_caption": (
        "Cases carried, in order of opening",
        "Toegewezen zaken, in volgorde van opening",
    ),
    "no_own_cases": (
        "This officer carries no case on the last day of the data.",
        "Deze medewerker draagt op de laatste dag van de gegevens geen zaak.",
    ),
    "stays": ("stays", "blijft"),
    "ends": ("ends", "eindigt"),
    "none": ("none", "geen"),
    # one more case
    "impact_heading": (
        "What if this officer took one more case?",
        "Wat als deze medewerker één zaak meer opnam?",
    ),
    "impact_subtitle": (
        "Only arithmetic: the weight of the case on top of what is booked. It recommends nobody, and knows "
        "nothing of what the case, the person or the team asks for.",
        "Alleen rekenwerk: het gewicht van de zaak boven op wat vastligt. Het beveelt niemand aan en weet "
        "niets van wat de zaak, de medewerker of het team vraagt.",
    ),
    "choose_case": ("A case of this office without officer", "Een zaak van dit kantoor zonder medewerker"),
    "no_case_chosen": ("choose a case", "kies een zaak"),
    "choose_share": ("Share of the case", "Aandeel in de zaak"),
    "case_waiting": (
        "{case}, {kind}, risk {risk}, waiting {days} days",
        "{case}, {kind}, risico {risk}, wacht {days} dagen",
    ),
    "case_uncovered": (
        "{case}, {kind}, risk {risk}, without officer for {days} days",
        "{case}, {kind}, risico {risk}, {days} dagen zonder medewerker",
    ),
    "no_case_to_take": (
        "No case waits or is uncovered in this office, so there is none to try.",
        "In dit kantoor wacht geen zaak en is er geen onbezet, dus er valt niets te proberen.",
    ),
    "impact_sentence": (
        "With {what}, {officer} would stand at {after_0} instead of {before_0} today, at {after_13}"
        " instead of {before_13} in 13 weeks and at {after_52} instead of {before_52} in 52 weeks",
        "Met {what} zou {officer} vandaag op {after_0} staan in plaats van {before_0}, over 13 "
        "weken op {after_13} in plaats van {before_13} en over 52 weken op {after_52} in plaats van "
        "{before_52}",
    ),
    "impact_of_today": (
        "{moves} (of what can be given today)",
        "{moves} (van wat vandaag gegeven kan worden)",
    ),
    "part_of_case": ("{share} of {case}", "{share} van {case}"),
    "impact_chart_subtitle": (
        "Booked work without the case (light) and with it (outlined), {unit}: today, then the mean of each "
        "week ahead. The quiet line is what can be given today.",
        "Vastgelegd werk zonder de zaak (licht) en ermee (open), {unit}: vandaag, daarna het gemiddelde van "
        "elke komende week. De stille lijn is wat vandaag gegeven kan worden.",
    ),
    "impact_no_advice": (
        "This is no advice: other work will come too, for this officer and for everyone else.",
        "Dit is geen advies: er komt nog ander werk, voor deze medewerker en voor alle anderen.",
    ),
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
    "column_case": ("Case", "Zaak"),
    "column_type": ("Kind of mandate", "Soort mandaat"),
    "column_risk": ("Risk level", "Risiconiveau"),
    "column_phase": ("Phase", "Fase"),
    "column_expected": ("Expected end", "Verwacht einde"),
    "column_stays": ("In the outlook", "In de vooruitblik"),
    "column_share": ("Share", "Aandeel"),
    "column_weight": ("Weight", "Gewicht"),
    "risk_high": ("high", "hoog"),
    "risk_medium": ("medium", "middel"),
    "risk_low": ("low", "laag"),
    "risk_not_assessed": ("not assessed", "niet ingeschat"),
}
