"""Sentences of the page Backlog."""

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("Backlog", "Wachtend werk"),
    "question": (
        "Which cases wait for an officer, where, for how long, and does the list shrink?",
        "Welke zaken wachten op een medewerker, waar, hoe lang, en wordt de lijst korter?",
    ),
    "description": (
        "A case is open from the day it was received (or started, if earlier) until it ends. An open case "
        "is active when an officer carries it, waiting when none ever did, and uncovered when one did and "
        "none does now. Open is always active plus waiting plus uncovered. Days waiting count from the day "
        "the case opened. Months and weeks before the first ended case are left out: of those a delivery "
        "holds only the cases that outlived them.",
        "Een zaak is open vanaf de dag van ontvangst (of van start, als die vroeger is) tot ze eindigt. Een"
        " open zaak is actief als een medewerker ze draagt, wachtend als dat nog nooit zo was, en onbezet "
        "als dat wel zo was maar nu niet meer. Open is altijd actief plus wachtend plus onbezet. Wachtdagen"
        " tellen vanaf de dag dat de zaak openging. Maanden en weken voor de eerste geëindigde zaak vallen "
        "weg: daarvan bevat een levering alleen de zaken die ze overleefden.",
    ),
    "not_said": (
        "A short list is not good work, and a long one is not idleness: it depends on what comes in. The "
        "days count cases that still wait; the waits of cases that have started since are not among them. "
        "Weeks to clear continue the pace of the last 13 weeks and are no forecast. A case without officer "
        "never stands for a person who is absent: it says that cover is needed.",
        "Een korte lijst is geen goed werk en een lange geen luiheid: het hangt af van wat binnenkomt. De "
        "dagen tellen zaken die nog wachten; de wachttijd van zaken die intussen gestart zijn, zit er niet "
        "in. De weken om weg te werken zetten het tempo van de laatste 13 weken voort en zijn geen "
        "prognose. Een zaak zonder medewerker staat nooit voor iemand die afwezig is: ze zegt dat er "
        "vervanging nodig is.",
    ),
    # words inside figures
    "waiting": ("Waiting", "Wachtend"),
    "uncovered": ("Uncovered", "Onbezet"),
    "cases": ("cases", "zaken"),
    "received": ("Received", "Ontvangen"),
    "received_in": ("Received and moved in", "Ontvangen en overgekomen"),
    "ended": ("Ended", "Geëindigd"),
    "ended_out": ("Ended and moved out", "Geëindigd en overgedragen"),
    "started": ("Started", "Gestart"),
    "so_far": ("so far", "tot nu toe"),
    "band": ("{start} to {end} days", "{start} tot {end} dagen"),
    "band_open": ("over {start} days", "meer dan {start} dagen"),
    "state_waiting": ("waiting", "wachtend"),
    "state_uncovered": ("uncovered", "onbezet"),
    # head figures
    "figure_waiting": ("Waiting for a first officer", "Wachten op een eerste medewerker"),
    "figure_uncovered": ("Uncovered: lost their officer", "Onbezet: medewerker kwijt"),
    "figure_days": ("Half wait at least", "De helft wacht minstens"),
    "figure_days_unit": ("days", "dagen"),
    "figure_days_note": (
        "one in ten {p90} or more, longest {longest}",
        "een op tien {p90} of meer, langste {longest}",
    ),
    "figure_clear": ("Weeks to clear", "Weken om weg te werken"),
    "figure_clear_note": ("at the pace of the last 13 weeks", "in het tempo van de laatste 13 weken"),
    "clear_long": ("over {years} years", "meer dan {years} jaar"),
    "clear_never": ("does not shrink", "wordt niet korter"),
    "clear_never_note": (
        "in 13 weeks the list did not get shorter, so there is no number",
        "in 13 weken werd de lijst niet korter, dus er is geen getal",
    ),
    "clear_unknown": ("cannot be computed", "niet te berekenen"),
    "clear_unknown_note": ("fewer than 14 weeks on record", "minder dan 14 weken geregistreerd"),
    "clear_empty": ("nothing waits", "niets wacht"),
    "figure_clearance": ("Clearance", "Afhandeling"),
    "figure_clearance_note": (
        "ended per 100 received, the last {months} whole months",
        "geëindigd per 100 ontvangen, laatste {months} hele maanden",
    ),
    "change_quarter": ("{change} in 13 weeks", "{change} in 13 weken"),
    "weight_of": ("{units} {unit} of work, {basis}", "{units} {unit} werk, {basis}"),
    # the matrix
    "matrix_title": (
        "{waiting} wait in {offices} offices and {uncovered} lost their officer",
        "{waiting} wachten in {offices} kantoren en {uncovered} verloren hun medewerker",
    ),
    "matrix_title_office": (
        "{waiting} wait in {office} and {uncovered} lost their officer",
        "{waiting} wachten in {office} en {uncovered} verloren hun medewerker",
    ),
    "matrix_title_none": ("Nothing waits, nothing is uncovered", "Niets wacht, niets is onbezet"),
    "matrix_subtitle": (
        "Cases waiting, and behind the plus the uncovered ones, by office and kind of mandate, {line}, {day}",
        "Wachtende zaken, en achter de plus de onbezette, per kantoor en soort mandaat, {line}, {day}",
    ),
    "matrix_caption": (
        "Waiting cases by office and kind of mandate, +n uncovered; – means none",
        "Wachtende zaken per kantoor en soort mandaat, +n onbezet; – betekent geen",
    ),
    "total": ("All", "Alle"),
    "none": ("–", "–"),
    # over the weeks
    "weeks_title_up": (
        "The waiting list grew by {change} in 13 weeks, to {now}",
        "De wachtlijst groeide in 13 weken met {change}, tot {now}",
    ),
    "weeks_title_down": (
        "The waiting list shrank by {change} in 13 weeks, to {now}",
        "De wachtlijst kromp in 13 weken met {change}, tot {now}",
    ),
    "weeks_title_level": (
        "The waiting list stands at {now}, as 13 weeks ago",
        "De wachtlijst staat op {now}, zoals 13 weken geleden",
    ),
    "weeks_title_short": ("The waiting list stands at {now}", "De wachtlijst staat op {now}"),
    "weeks_subtitle": (
        "Cases without an officer, counted at the end of each week, {area}, {line}, {first} to {last}",
        "Zaken zonder medewerker, geteld op het einde van elke week, {area}, {line}, {first} tot {last}",
    ),
    "weeks_summary": (
        "It was longest on {day}, with {peak}; {uncovered} are uncovered now.",
        "Ze was het langst op {day}, met {peak}; nu zijn er {uncovered} onbezet.",
    ),
    # flow
    "flow_title_more_in": (
        "More came in than ended: {received} received, {ended} ended in {months} months",
        "Er kwam meer binnen dan er eindigde: {received} ontvangen, {ended} geëindigd in {months} maanden",
    ),
    "flow_title_more_out": (
        "More ended than came in: {ended} ended, {received} received in {months} months",
        "Er eindigde meer dan er binnenkwam: {ended} geëindigd, {received} ontvangen in {months} maanden",
    ),
    "flow_title_short": (
        "{received} received and {ended} ended in the last {months} whole months",
        "{received} ontvangen en {ended} geëindigd in de laatste {months} hele maanden",
    ),
    "flow_subtitle": (
        "Cases per month, {area}, {line}. Up: in, down: out, both from zero; the stroke: cases that got "
        "their first officer. A pale last bar is a month that still runs.",
        "Zaken per maand, {area}, {line}. Omhoog: in, omlaag: uit, beide vanaf nul; het streepje: zaken die"
        " hun eerste medewerker kregen. Een bleke laatste balk is een maand die nog loopt.",
    ),
    "flow_summary": (
        "Of every 100 received {clearance} ended; {started} cases were started.",
        "Van elke 100 ontvangen eindigden er {clearance}; {started} zaken werden gestart.",
    ),
    "flow_summary_none": ("Nothing was received in these months.", "In deze maanden werd niets ontvangen."),
    # ages
    "ages_title": (
        "Half of those waiting have waited {p50} days or longer, one in ten {p90} or longer",
        "De helft van wie wacht, wacht al {p50} dagen of langer, een op tien {p90} of langer",
    ),
    "ages_subtitle": (
        "Waiting cases by days since they opened, {area}, {line}, {day}",
        "Wachtende zaken naar dagen sinds ze opengingen, {area}, {line}, {day}",
    ),
    "ages_summary": (
        "The longest wait is {longest} days; {waiting} cases wait in all.",
        "De langste wacht is {longest} dagen; in totaal wachten {waiting} zaken.",
    ),
    "nothing_waits": ("No case waits here on this day.", "Op deze dag wacht hier geen enkele zaak."),
    # the list
    "oldest_title": (
        "The cases that have been without an officer longest",
        "De zaken die het langst zonder medewerker zijn",
    ),
    "oldest_subtitle": (
        "By days waiting, longest first; ids are those of the case system, never names. {shown} of {all} "
        "shown.",
        "Naar wachtdagen, langste eerst; de nummers zijn die van het dossiersysteem, nooit namen. {shown} "
        "van {all} getoond.",
    ),
    "detail_title": ("By office and kind of mandate", "Per kantoor en soort mandaat"),
    "no_cases": (
        "No cases were delivered, so nothing can be said about what waits. Waiting needs the cases and who "
        "carries them.",
        "Er zijn geen zaken aangeleverd, dus over wat wacht valt niets te zeggen. Wachten vraagt de zaken "
        "en wie ze draagt.",
    ),
    "no_assignments": (
        "Who carries a case was not delivered: every open case counts as waiting here, which is not what "
        "happened.",
        "Wie een zaak draagt, is niet aangeleverd: elke open zaak telt hier als wachtend, en dat is niet "
        "wat er gebeurde.",
    ),
    "column_case": ("Case", "Zaak"),
    "column_office": ("Office", "Kantoor"),
    "column_type": ("Kind of mandate", "Soort mandaat"),
    "column_state": ("State", "Toestand"),
    "column_risk": ("Risk level", "Risiconiveau"),
    "column_opened": ("Opened on", "Geopend op"),
    "column_expected": ("Expected end", "Verwacht einde"),
    "column_days": ("Days without officer", "Dagen zonder medewerker"),
    "column_units": ("Weight, {unit}", "Gewicht, {unit}"),
    "column_week": ("Counted on", "Geteld op"),
    "column_waiting": ("Waiting", "Wachtend"),
    "column_uncovered": ("Uncovered", "Onbezet"),
    "column_p50": ("Days, half", "Dagen, helft"),
    "column_p90": ("Days, nine in ten", "Dagen, negen op tien"),
    "column_max": ("Days, longest", "Dagen, langste"),
    "column_month": ("Month", "Maand"),
    "column_clearance": ("Clearance %", "Afhandeling %"),
    "column_band": ("Waiting for", "Wacht al"),
    "column_cases": ("Cases", "Zaken"),
    "risk_high": ("high", "hoog"),
    "risk_medium": ("medium", "middel"),
    "risk_low": ("low", "laag"),
    "risk_not_assessed": ("not assessed", "niet ingeschat"),
}
