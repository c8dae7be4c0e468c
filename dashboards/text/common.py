"""Sentences that more than one page says."""

SENTENCES: dict[str, tuple[str, str]] = {
    # names and small words
    "product": ("Maatwerk", "Maatwerk"),
    "and": ("{first} and {last}", "{first} en {last}"),
    "not_recorded": ("not recorded", "niet geregistreerd"),
    "not_computable": ("cannot be computed", "niet te berekenen"),
    "hidden": ("fewer than {smallest}", "minder dan {smallest}"),
    "synthetic": ("synthetic", "synthetisch"),
    "synthetic_data": ("Synthetic data", "Synthetische gegevens"),
    "language": ("Language", "Taal"),
    "language_en": ("English", "English"),
    "language_nl": ("Nederlands", "Nederlands"),
    "cases.one": ("1 case", "1 zaak"),
    "cases.other": ("{count} cases", "{count} zaken"),
    # the status line
    "data_as_of": ("data as of {day}", "gegevens tot en met {day}"),
    "loaded_just_now": ("loaded less than an hour ago", "minder dan een uur geleden geladen"),
    "loaded_hours.one": ("loaded an hour ago", "een uur geleden geladen"),
    "loaded_hours.other": ("loaded {count} hours ago", "{count} uur geleden geladen"),
    "loaded_days.one": ("loaded a day ago", "een dag geleden geladen"),
    "loaded_days.other": ("loaded {count} days ago", "{count} dagen geleden geladen"),
    "open_cases.one": ("1 open case in all services", "1 open zaak in alle diensten"),
    "open_cases.other": ("{count} open cases in all services", "{count} open zaken in alle diensten"),
    "quarantined.one": ("1 row in quarantine", "1 rij in quarantaine"),
    "quarantined.other": ("{count} rows in quarantine", "{count} rijen in quarantaine"),
    # filters
    "filter_region": ("Region", "Regio"),
    "filter_office": ("Office", "Kantoor"),
    "filter_service_line": ("Service line", "Dienst"),
    "filter_weight_scheme": ("Weight scheme", "Wegingsschema"),
    "filter_weights": ("Weights", "Gewichten"),
    "filter_time_window": ("Time window", "Tijdvenster"),
    "filter_period": ("Period", "Periode"),
    "filter_comparison": ("Compared with", "Vergeleken met"),
    "filter_grade": ("Grade", "Graad"),
    "filter_threshold_set": ("Thresholds", "Drempels"),
    "filter_horizon": ("Looking ahead", "Vooruitkijken"),
    "filter_work_type": ("Kind of mandate", "Soort mandaat"),
    "all_region": ("all regions", "alle regio’s"),
    "no_region": ("offices without a region", "kantoren zonder regio"),
    "all_office": ("all offices", "alle kantoren"),
    "row_opens": ("Tick a row to open that office.", "Vink een rij aan om dat kantoor te openen."),
    "choose_office_for_cases": (
        "Cases are listed one by one for an office: choose one above.",
        "Zaken staan één voor één bij een kantoor: kies er hierboven een.",
    ),
    "all_grade": ("all grades", "alle graden"),
    "all_work_type": ("all kinds of mandate", "alle soorten mandaten"),
    "all_service_line": ("all service lines", "alle diensten"),
    "all_weight_scheme": ("no weight scheme", "geen wegingsschema"),
    "grade_trainee_months_0_6": ("trainee, months 0 to 6", "in opleiding, maand 0 tot 6"),
    "grade_trainee_months_6_12": ("trainee, months 6 to 12", "in opleiding, maand 6 tot 12"),
    "grade_trainee_months_12_18": ("trainee, months 12 to 18", "in opleiding, maand 12 tot 18"),
    "grade_newly_qualified": ("newly qualified", "pas opgeleid"),
    "grade_officer": ("officer", "medewerker"),
    "grade_senior_officer": ("senior officer", "senior medewerker"),
    "threshold_set_workload": ("share of capacity", "aandeel van de capaciteit"),
    "threshold_set_caseload": ("number of cases", "aantal zaken"),
    "time_window_today": ("Today", "Vandaag"),
    "time_window_four_weeks": ("Last four weeks", "Laatste vier weken"),
    "time_window_month": ("This month", "Deze maand"),
    "comparison_before": ("the period before", "de periode ervoor"),
    "comparison_said": ("compared with {what}", "vergeleken met {what}"),
    "weights_then": ("of each day", "van elke dag"),
    "weights_now": ("of today", "van vandaag"),
    "threshold_set_said": ("thresholds: {what}", "drempels: {what}"),
    "weights_said": ("by the weights {what}", "met de gewichten {what}"),
    "comparison_year_ago": ("a year ago", "een jaar geleden"),
    "horizon_13": ("13 weeks", "13 weken"),
    "horizon_52": ("52 weeks", "52 weken"),
    "period_since_start": ("from the start", "vanaf het begin"),
    "period_five_years": ("last five years", "laatste vijf jaar"),
    "period_two_years": ("last two years", "laatste twee jaar"),
    "period_one_year": ("last year", "laatste jaar"),
    # changes of weights
    "weights_changed_then.one": (
        "Dash-dot line: new weights on {days}. A step there comes from the weights, not from the work.",
        "Streep-puntlijn: nieuwe gewichten op {days}. Een sprong daar komt van de gewichten, niet van het "
        "werk.",
    ),
    "weights_changed_then.other": (
        "Dash-dot lines: new weights on {count} days ({days}). A step there comes from the weights, not from "
        "the work.",
        "Streep-puntlijnen: nieuwe gewichten op {count} dagen ({days}). Een sprong daar komt van de "
        "gewichten, niet van het werk.",
    ),
    "weights_changed_now.one": (
        "Dash-dot line: new weights on {days}. Here the weights of today count for every day, so they make "
        "no step.",
        "Streep-puntlijn: nieuwe gewichten op {days}. Hier gelden de gewichten van vandaag voor elke dag, "
        "dus ze geven geen sprong.",
    ),
    "weights_changed_now.other": (
        "Dash-dot lines: new weights on {count} days ({days}). Here the weights of today count for every "
        "day, so they make no step.",
        "Streep-puntlijnen: nieuwe gewichten op {count} dagen ({days}). Hier gelden de gewichten van vandaag "
        "voor elke dag, dus ze geven geen sprong.",
    ),
    "weights_changed_counts.one": (
        "Dash-dot line: new weights on {days}. They do not touch a count of cases.",
        "Streep-puntlijn: nieuwe gewichten op {days}. Ze raken een aantal zaken niet.",
    ),
    "weights_changed_counts.other": (
        "Dash-dot lines: new weights on {count} days ({days}). They do not touch a count of cases.",
        "Streep-puntlijnen: nieuwe gewichten op {count} dagen ({days}). Ze raken een aantal zaken niet.",
    ),
    # tables and downloads
    "show_as_table": ("Show as table", "Toon als tabel"),
    "download_as": ("Download as {format}", "Download als {format}"),
    "sheet_data": ("data", "gegevens"),
    "sheet_about": ("about", "toelichting"),
    "sheet_table": ("Table", "Tabel"),
    "sheet_filters": ("Filters", "Filters"),
    "sheet_kind": ("Data", "Gegevens"),
    "sheet_as_of": ("Data as of", "Gegevens tot en met"),
    "sheet_version": ("Version and build", "Versie en bouw"),
    "sheet_real": ("As delivered", "Zoals aangeleverd"),
    # how computed
    "how_computed": (
        "How is this computed, and what does it not say?",
        "Hoe is dit berekend, en wat zegt het niet?",
    ),
    "what_not_said": ("What this figure does not say", "Wat dit cijfer niet zegt"),
    "weights": ("Weights", "Gewichten"),
    "weights_are": (
        "{scheme} ({basis}), latest weights valid from {since}. Source: {source}",
        "{scheme} ({basis}), jongste gewichten geldig vanaf {since}. Bron: {source}",
    ),
    "weights_basis": ("weights: {basis}", "gewichten: {basis}"),
    "weights_no_basis": ("weights: basis not recorded", "gewichten: herkomst niet geregistreerd"),
    "basis_assumed": ("assumed", "aangenomen"),
    "basis_published": ("published", "gepubliceerd"),
    "basis_measured": ("measured", "gemeten"),
    # nothing to show
    "no_warehouse": ("There is no warehouse yet", "Er is nog geen warehouse"),
    "no_warehouse_why": (
        "No published data were found in the folder {folder}. One command builds them.",
        "In de map {folder} staan geen gepubliceerde gegevens. Eén opdracht bouwt ze.",
    ),
    "no_warehouse_try": (
        "To look around with synthetic data, run in a terminal:",
        "Om rond te kijken met synthetische gegevens, voer in een terminal uit:",
    ),
    "no_warehouse_own": (
        "With extracts of your own, name their folder, and reload this page when it is done:",
        "Met eigen extracten noemt u hun map; herlaad deze pagina als het klaar is:",
    ),
    "nothing_found": (
        "Nothing fits these filters together. Nothing is hidden: there are no such rows.",
        "Niets past bij deze filters samen. Er is niets verborgen: zulke rijen zijn er niet.",
    ),
    "reset_filters": ("Reset the filters", "Filters herstellen"),
    "failed": (
        "This part could not be shown. The rest of the page is right. If you report it, name {id}.",
        "Dit deel kon niet worden getoond. De rest van de pagina klopt. Noem {id} als u het meldt.",
    ),
}
