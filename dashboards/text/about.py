"""Sentences of About the data: freshness, loads, what was set aside, tests, published figures, words."""

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("What stands behind these figures?", "Wat staat er achter deze cijfers?"),
    "question": (
        "How fresh are the data, what came in, what was set aside and why, and do they agree with what was "
        "published?",
        "Hoe vers zijn de gegevens, wat kwam er binnen, wat werd opzijgezet en waarom, en stemmen ze "
        "overeen met wat gepubliceerd is?",
    ),
    # freshness
    "fresh": (
        "The data run to {day} and were loaded {when}",
        "De gegevens lopen tot {day} en werden {when} geladen",
    ),
    "fresh_hour": ("on {hour} UTC", "op {hour} UTC"),
    "fresh_subtitle": (
        "Version {version}, build {build}, {sources}",
        "Versie {version}, bouw {build}, {sources}",
    ),
    "sources": ("from {sources}", "uit {sources}"),
    "holds": ("These data hold {present}.", "Deze gegevens bevatten {present}."),
    "holds_not": ("Not delivered, so not shown: {absent}.", "Niet aangeleverd, dus niet getoond: {absent}."),
    "holds_nothing": ("no cases and no contracts", "geen zaken en geen contracten"),
    "has_offices": ("offices", "kantoren"),
    "has_published_figures": ("published figures", "gepubliceerde cijfers"),
    "has_cases": ("cases", "zaken"),
    "has_assignments": ("assignments to officers", "toewijzingen aan medewerkers"),
    "has_contracts": ("staff contracts", "personeelscontracten"),
    # ledger
    "ledger": (
        "{delivered} rows were delivered: {loaded} loaded, {quarantined} in quarantine, {left_out} left out",
        "{delivered} rijen aangeleverd: {loaded} geladen, {quarantined} in quarantaine, {left_out} "
        "weggelaten",
    ),
    "ledger_subtitle": (
        "Per file and entity; every delivered row is counted in exactly one of the three",
        "Per bestand en entiteit; elke aangeleverde rij telt in precies één van de drie",
    ),
    "ledger_empty": ("No file was loaded.", "Er is geen bestand geladen."),
    "delivery": ("Delivery", "Levering"),
    "source_system": ("Source system", "Bronsysteem"),
    "file": ("File", "Bestand"),
    "entity": ("Entity", "Entiteit"),
    "status": ("Status", "Status"),
    "status_loaded": ("loaded", "geladen"),
    "status_ignored": ("ignored", "genegeerd"),
    "rows_delivered": ("Delivered", "Aangeleverd"),
    "rows_loaded": ("Loaded", "Geladen"),
    "rows_quarantined": ("In quarantine", "In quarantaine"),
    "rows_left_out": ("Left out", "Weggelaten"),
    "rows_superseded": ("Replaced later", "Later vervangen"),
    # set aside
    "aside.one": (
        "1 row stands in quarantine and counts nowhere",
        "1 rij staat in quarantaine en telt nergens mee",
    ),
    "aside.other": (
        "{count} rows stand in quarantine and count nowhere",
        "{count} rijen staan in quarantaine en tellen nergens mee",
    ),
    "aside_subtitle": (
        "By rule, with the first place where it happened; the rest of the delivery was loaded",
        "Per regel, met de eerste plaats waar het gebeurde; de rest van de levering is geladen",
    ),
    "aside_none": ("No row had to be set aside.", "Er moest geen enkele rij opzijgezet worden."),
    "left_out_title": ("What the mapping leaves out", "Wat de mapping weglaat"),
    "left_out_subtitle": ("By stated rule, counted", "Volgens opgegeven regel, geteld"),
    "findings.one": ("1 finding to look into", "1 bevinding om na te kijken"),
    "findings.other": ("{count} findings to look into", "{count} bevindingen om na te kijken"),
    "findings_subtitle": (
        "Loaded and counted, but probably not as it was",
        "Geladen en meegeteld, maar waarschijnlijk niet zoals het was",
    ),
    "findings_none": ("No finding.", "Geen bevindingen."),
    "rule": ("Rule", "Regel"),
    "rows": ("Rows", "Rijen"),
    "row_number": ("Row", "Rij"),
    "column_name": ("Column", "Kolom"),
    "original_value": ("As delivered", "Zoals aangeleverd"),
    "finding": ("Finding", "Bevinding"),
    # tests
    "tests": (
        "{passed} of {all} tests of policy and models passed",
        "{passed} van {all} tests van beleid en modellen slaagden",
    ),
    "tests_subtitle": (
        "A failed test keeps the version before; a warning is published and stands here",
        "Een gefaalde test laat de vorige versie staan; een waarschuwing wordt gepubliceerd en staat hier",
    ),
    "tests_none": ("No test results are recorded.", "Er zijn geen testresultaten vastgelegd."),
    "test": ("Test", "Test"),
    "subject": ("Subject", "Onderwerp"),
    "failures": ("Rows found", "Gevonden rijen"),
    "seconds": ("Seconds", "Seconden"),
    "outcome_pass": ("passed", "geslaagd"),
    "outcome_warn": ("warning", "waarschuwing"),
    "outcome_fail": ("failed", "gefaald"),
    "outcome_error": ("error", "fout"),
    "outcome_skipped": ("skipped", "overgeslagen"),
    # published
    "published_close": (
        "Of {all} published figures that these data can be set beside, {near} are within 2% of them",
        "Van {all} gepubliceerde cijfers waar deze gegevens naast kunnen staan, wijken er {near} hoogstens "
        "2\u202f% af",
    ),
    "published_alone": (
        "{all} published figures; none can be computed from these data",
        "{all} gepubliceerde cijfers; geen ervan kan uit deze gegevens berekend worden",
    ),
    "published_subtitle": (
        "Latest edition of each; an empty computed figure cannot be computed from what was delivered",
        "Telkens de jongste editie; een leeg berekend cijfer kan niet uit het aangeleverde berekend worden",
    ),
    "published_none": (
        "No published figures were delivered.",
        "Er zijn geen gepubliceerde cijfers aangeleverd.",
    ),
    "breaks.one": (
        "1 published figure jumps by more than half against the period before: check it before use.",
        "1 gepubliceerd cijfer verspringt met meer dan de helft tegenover de periode ervoor: kijk het na "
        "voor gebruik.",
    ),
    "breaks.other": (
        "{count} published figures jump by more than half against the period before: check them before use.",
        "{count} gepubliceerde cijfers verspringen met meer dan de helft tegenover de periode ervoor: kijk "
        "ze na.",
    ),
    "breaks_table": (
        "Breaks to check in {measure}: {count}",
        "Breuken om na te kijken in {measure}: {count}",
    ),
    "source": ("Source", "Bron"),
    "edition": ("Edition", "Editie"),
    "measure": ("Measure", "Maat"),
    "office": ("Office", "Kantoor"),
    "supervision_type": ("Kind of mandate", "Soort mandaat"),
    "period_start_on": ("From", "Van"),
    "period_end_on": ("Up to, not with", "Tot, niet met"),
    "unit": ("Unit", "Eenheid"),
    "published_value": ("Published", "Gepubliceerd"),
    "computed_value": ("Computed", "Berekend"),
    "difference": ("Difference", "Verschil"),
    "difference_pct": ("Difference (%)", "Verschil (%)"),
    "previous_value": ("Period before", "Periode ervoor"),
    "change_pct": ("Change (%)", "Verandering (%)"),
    "note": ("Note", "Opmerking"),
    "measure_new_cases": ("new cases", "nieuwe zaken"),
    "measure_open_cases": ("open cases", "open zaken"),
    "measure_active_cases": ("active cases", "actieve zaken"),
    "measure_waiting_cases": ("waiting cases", "wachtende zaken"),
    "measure_staff_fte": ("staff (FTE)", "personeel (VTE)"),
    "measure_officer_fte": ("officers (FTE)", "medewerkers (VTE)"),
    "measure_expenditure_eur": ("expenditure (EUR)", "uitgaven (EUR)"),
    "measure_expenditure_usd": ("expenditure (USD)", "uitgaven (USD)"),
    # definitions
    "definitions": ("What the words mean", "Wat de woorden betekenen"),
    "definitions_subtitle": (
        "Every mart and column in the words of the models themselves (English)",
        "Elke tabel en kolom in de woorden van de modellen zelf (in het Engels)",
    ),
    "definitions_none": ("The marts carry no descriptions.", "De tabellen dragen geen beschrijvingen."),
    # rules of the door
    "rule_not_a_date": ("is not a date", "is geen datum"),
    "rule_not_a_number": ("is not a number", "is geen getal"),
    "rule_not_a_boolean": ("is neither true nor false", "is waar noch onwaar"),
    "rule_missing_value": ("a required value is missing", "een verplichte waarde ontbreekt"),
    "rule_unknown_office": ("an office nobody knows", "een kantoor dat niemand kent"),
    "rule_unknown_officer": ("an officer in no contract", "een medewerker zonder enig contract"),
    "rule_unknown_case": ("a case nobody knows", "een zaak die niemand kent"),
    "rule_unknown_category": ("a category policy does not know", "een categorie die het beleid niet kent"),
    "rule_ends_before_start": ("ends before it starts", "eindigt voor het begint"),
    "rule_ended_before_opened": ("ended before it was opened", "beëindigd voor het geopend werd"),
    "rule_delivered_before_requested": ("delivered before requested", "geleverd voor het gevraagd werd"),
    "rule_delivered_before_assigned": ("delivered before assigned", "geleverd voor het toegewezen werd"),
    "rule_share_outside_0_1": ("a share outside 0 to 1", "een aandeel buiten 0 tot 1"),
    "rule_fact_after_as_of": (
        "a fact after the day the data run to",
        "een feit na de dag tot waar de gegevens lopen",
    ),
    "rule_overlapping_period": ("two periods overlap; the later one", "twee periodes overlappen; de latere"),
    "rule_hangs_on_quarantined": ("hangs on a row in quarantine", "hangt aan een rij in quarantaine"),
    "rule_repeated_row": ("the same row again", "nogmaals dezelfde rij"),
    # findings
    "rule_not_assessed": ("no risk assessment yet", "nog geen risicotaxatie"),
    "rule_past_expected_end": ("open past the expected end", "open voorbij het verwachte einde"),
    "rule_no_expected_end": ("no expected end recorded", "geen verwacht einde geregistreerd"),
    "rule_uncovered": ("carried before, by nobody now", "eerder gedragen, nu door niemand"),
    "rule_grade_without_capacity_row": (
        "a grade without a row in policy: counted at full capacity",
        "een graad zonder rij in het beleid: geteld aan volle capaciteit",
    ),
    "rule_combination_without_weight": (
        "a combination without a weight: counted as 0",
        "een combinatie zonder gewicht: geteld als 0",
    ),
    # how computed
    "description": (
        "Every build begins with the deliveries themselves. Files that cannot be read refuse the whole "
        "delivery; rows that break a rule go to quarantine with their original text, and what hangs on "
        "them goes with them. Published figures are set beside the same count from these cases.",
        "Elke bouw begint bij de leveringen zelf. Bestanden die niet leesbaar zijn, weigeren de hele "
        "levering; rijen die een regel breken gaan met hun oorspronkelijke tekst in quarantaine, en wat "
        "eraan hangt gaat mee. Gepubliceerde cijfers staan naast dezelfde telling uit deze zaken.",
    ),
    "not_said": (
        "A row that was loaded is not thereby true: rules find what cannot be, not what was not so. "
        "Agreement with a published figure does not prove either of the two.",
        "Een geladen rij is daarom nog niet waar: regels vinden wat niet kan, niet wat niet zo was. "
        "Overeenstemming met een gepubliceerd cijfer bewijst geen van beide.",
    ),
}
