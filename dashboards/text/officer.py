"""Sentences of the page Outlook: the part about one officer of an office."""

SENTENCES: dict[str, tuple[str, str]] = {
    "choose": ("Officer of this office", "Medewerker van dit kantoor"),
    "choose_help": (
        "By the opaque id of the case system, in a fixed order that says nothing about the work. The choice "
        "stays in this window and never stands in the address.",
        "Volgens het nietszeggende nummer van het dossiersysteem, in een vaste volgorde die niets over het "
        "werk zegt. De keuze blijft in dit venster en staat nooit in het adres.",
    ),
    "whole_office": ("the whole office", "het hele kantoor"),
    # the last whole month
    "month_note": ("{month}, mean over its days", "{month}, gemiddelde over de dagen"),
    "month_cases": ("Cases carried", "Gedragen zaken"),
    "month_work": ("Workload", "Werklast"),
    "month_load": ("Workload against capacity", "Werklast tegenover capaciteit"),
    "month_load_note": (
        "{when}; docs/method.md redoes such a month by hand",
        "{when}; docs/method.md rekent zo'n maand met de hand na",
    ),
    # the weeks ahead
    "title_falls": (
        "{officer}: booked work falls from {before} to {after} {unit} by the week of {day}",
        "{officer}: het vastgelegde werk daalt van {before} naar {after} {unit} tegen de week van {day}",
    ),
    "title_rises": (
        "{officer}: booked work rises from {before} to {after} {unit} by the week of {day}",
        "{officer}: het vastgelegde werk stijgt van {before} naar {after} {unit} tegen de week van {day}",
    ),
    "title_level": (
        "{officer}: booked work stays at {after} {unit} up to the week of {day}",
        "{officer}: het vastgelegde werk blijft op {after} {unit} tot de week van {day}",
    ),
    "today": ("today it is {load} of capacity", "vandaag is het {load} van de capaciteit"),
    "subtitle": (
        "Work booked for today and the weeks ahead, {unit}, over all offices and services the officer "
        "works in, {basis}. "
        "The quiet line is what can be given today: 100%.",
        "Werk dat vastligt voor vandaag en de komende weken, {unit}, over alle kantoren en diensten waar de "
        "medewerker werkt, {basis}. De stille lijn is wat vandaag gegeven kan worden: 100 %.",
    ),
    "summary": (
        "New cases are not in it. It serves planning inside the team and judges nobody.",
        "Nieuwe zaken zitten er niet in. Het dient om binnen het team te plannen en beoordeelt niemand.",
    ),
    "nothing": (
        "Nothing is booked for this officer in these weeks.",
        "Voor deze medewerker ligt in deze weken niets vast.",
    ),
    # own cases
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
    # words inside figures
    "level": ("capacity today", "capaciteit vandaag"),
    "before": ("Without the case", "Zonder de zaak"),
    "after": ("With the case", "Met de zaak"),
    # columns
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
