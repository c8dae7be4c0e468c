"""Sentences of the page How sure."""

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("How sure?", "Hoe zeker?"),
    "question": (
        "How far can a workload percentage be trusted before people or money are moved on it?",
        "Hoe ver kan men op een werklastpercentage bouwen voor men er mensen of geld voor verschuift?",
    ),
    "description": (
        "The percentage of the last four weeks is work over capacity, all services of an office together. "
        "Here the same work is weighed by every scheme, and by weights that are 10, 20 or 34 % too high or "
        "too low. A finding is resolved in thought: a case without an assessment gets the lightest and the "
        "heaviest level, a case past its end has ended, a case without officer is carried.",
        "Het percentage van de laatste vier weken is werk op capaciteit, alle diensten van een kantoor "
        "samen. Hier wordt hetzelfde werk gewogen met elk schema, en met gewichten die 10, 20 of 34 % te "
        "hoog of te laag zijn. Een bevinding wordt in gedachten opgelost: een zaak zonder inschatting "
        "krijgt het lichtste en het zwaarste niveau, een zaak voorbij haar einde is geëindigd, een zaak "
        "zonder medewerker wordt gedragen.",
    ),
    "not_said": (
        "A band is arithmetic on an assumed error. It is no statistical interval and holds no probability: "
        "nobody knows how far the weights are off before time is measured. Bands of different rows do not "
        "add up. And weights that are exactly right would still not say whether the work is done well.",
        "Een band is rekenwerk met een aangenomen fout. Het is geen statistisch interval en bevat geen "
        "kans: niemand weet hoe ver de gewichten ernaast zitten zolang geen tijd gemeten is. Banden van "
        "verschillende rijen tellen niet op. En ook gewichten die precies juist zijn, zeggen niet of het "
        "werk goed gedaan wordt.",
    ),
    "balance": ("as much work as capacity", "evenveel werk als capaciteit"),
    "no_figure": ("no figure: no capacity", "geen cijfer: geen capaciteit"),
    "no_cases": (
        "No cases were delivered, so there is no percentage to be sure of.",
        "Er zijn geen zaken aangeleverd, dus er is geen percentage om zeker van te zijn.",
    ),
    "no_capacity": (
        "Without contracts there is no capacity, and so no percentage: nothing can be said "
        "about how sure it is.",
        "Zonder contracten is er geen capaciteit en dus geen percentage: over de zekerheid "
        "valt niets te zeggen.",
    ),
    # every scheme
    "schemes_title_above": (
        "All {schemes} schemes find more work than capacity: {low} to {high}",
        "Alle {schemes} schema's vinden meer werk dan capaciteit: {low} tot {high}",
    ),
    "schemes_title_below": (
        "None of the {schemes} schemes finds more work than capacity: {low} to {high}",
        "Geen van de {schemes} schema's vindt meer werk dan capaciteit: {low} tot {high}",
    ),
    "schemes_title_differ": (
        "{above} of {schemes} schemes find more work than capacity, the others do not: {low} to {high}",
        "{above} van de {schemes} schema's vinden meer werk dan capaciteit, de andere niet: {low} tot {high}",
    ),
    "schemes_subtitle": (
        "Workload as a percentage of capacity under every weight scheme, {office}, all "
        "services, last four weeks",
        "Werklast in procent van de capaciteit met elk wegingsschema, {office}, alle diensten, "
        "laatste vier weken",
    ),
    "schemes_summary": (
        "The work is the same in every row; only the weights and what counts as full work differ.",
        "Het werk is in elke rij hetzelfde; alleen de gewichten en wat als volle opdracht "
        "geldt, verschillen.",
    ),
    # weights off
    "off_by": ("± {error}", "± {error}"),
    "off_title": (
        "Were all weights {error} off, the percentage would lie between {low} and {high}",
        "Zaten alle gewichten er {error} naast, dan lag het percentage tussen {low} en {high}",
    ),
    "off_subtitle": (
        "Workload as a percentage of capacity, {office}, all services, last four weeks; {basis}",
        "Werklast in procent van de capaciteit, {office}, alle diensten, laatste vier weken; {basis}",
    ),
    "off_summary": (
        "{error} is how far too low the staff need from such weights was found to be in England and Wales "
        "(National Audit Office, 2025). 10 and 20 % are assumptions.",
        "{error} is hoeveel te laag het personeel uit zulke gewichten in Engeland en Wales bleek te zijn "
        "(National Audit Office, 2025). 10 en 20 % zijn aannames.",
    ),
    # one type off
    "type_title": (
        "The figure hangs most on the weights of “{name}”: {low} to {high}",
        "Het cijfer hangt het meest af van de gewichten van “{name}”: {low} tot {high}",
    ),
    "type_subtitle": (
        "Workload as a percentage of capacity, if only the weights of one kind of work were {error} off, "
        "{office}, last four weeks",
        "Werklast in procent van de capaciteit, als alleen de gewichten van één soort werk er {error} naast "
        "zaten, {office}, laatste vier weken",
    ),
    "type_summary": (
        "A wide band shows where measuring time would teach most.",
        "Een brede band toont waar tijd meten het meest zou leren.",
    ),
    # what weights rest on
    "bases_title": ("Of this workload {shares}", "Van deze werklast is {shares}"),
    "bases_title_none": ("No work is weighed today", "Vandaag wordt geen werk gewogen"),
    "bases_subtitle": (
        "Share of the workload by what its weights rest on, every scheme, {office}, {day}",
        "Aandeel van de werklast naar waar de gewichten op steunen, elk schema, {office}, {day}",
    ),
    "bases_caption": (
        "Share of the workload by basis of the weights, and the first day on which they hold",
        "Aandeel van de werklast naar herkomst van de gewichten, en de eerste dag waarop ze gelden",
    ),
    "basis_assumed": ("rests on assumed weights", "gewogen met aangenomen gewichten"),
    "basis_published": ("rests on published weights", "gewogen met gepubliceerde gewichten"),
    "basis_measured": ("rests on measured weights", "gewogen met gemeten gewichten"),
    "basis_not_stated": (
        "is tasks, whose weights name a source and no basis",
        "taken, waarvan de gewichten een bron noemen maar geen herkomst",
    ),
    # findings
    "figure_workload_pct_today": ("today", "vandaag"),
    "figure_workload_pct_in_52_weeks": ("booked in 52 weeks", "geboekt over 52 weken"),
    "finding_not_assessed": ("no assessment", "geen inschatting"),
    "finding_past_expected_end": ("past the expected end", "voorbij het verwachte einde"),
    "finding_no_expected_end": ("no expected end", "geen verwacht einde"),
    "finding_uncovered": ("no officer", "geen medewerker"),
    "findings_title": (
        "Resolving “{name}” could move the figure most: {low} to {high}",
        "“{name}” oplossen kan het cijfer het meest verschuiven: {low} tot {high}",
    ),
    "findings_subtitle": (
        "Workload as a percentage of capacity, and how far it could move if a finding were resolved, "
        "{office}, {day}",
        "Werklast in procent van de capaciteit, en hoe ver ze kan verschuiven als een bevinding wordt "
        "opgelost, {office}, {day}",
    ),
    "findings_summary": (
        "One finding at a time; they do not add up, a case may have several. The ends are what could be at "
        "the most, not what is likely.",
        "Eén bevinding tegelijk; ze tellen niet op, een zaak kan er meer hebben. De uiteinden zijn wat "
        "hoogstens kan, niet wat waarschijnlijk is.",
    ),
    "no_findings": (
        "No open finding of a case would move these figures.",
        "Geen enkele open bevinding bij een zaak zou deze cijfers verschuiven.",
    ),
    # changes of weights
    "no_changes": (
        "The weights of “{scheme}” did not change within these data: no step in a line comes from them.",
        "De gewichten van “{scheme}” wijzigden niet binnen deze gegevens: geen sprong in een "
        "lijn komt daarvan.",
    ),
    "changes_title": (
        "New weights on {day} moved the percentage from {before} to {after}",
        "Nieuwe gewichten op {day} verschoven het percentage van {before} naar {after}",
    ),
    "changes_subtitle": (
        "The work of the day by the weights of the day before and by its own, {office}, {scheme}",
        "Het werk van de dag met de gewichten van de dag ervoor en met de eigen, {office}, {scheme}",
    ),
    "changes_caption": ("Changes of weights", "Wijzigingen van gewichten"),
    "column_scheme": ("Weight scheme", "Wegingsschema"),
    "column_pct": ("Workload %", "Werklast %"),
    "column_low": ("At least %", "Minstens %"),
    "column_high": ("At most %", "Hoogstens %"),
    "column_error": ("All weights off by", "Alle gewichten ernaast met"),
    "column_type": ("Kind of work", "Soort werk"),
    "column_basis": ("Workload that", "Werklast"),
    "column_share": ("Share %", "Aandeel %"),
    "column_oldest": ("Oldest weights from", "Oudste gewichten van"),
    "column_newest": ("Newest weights from", "Jongste gewichten van"),
    "column_finding": ("Finding", "Bevinding"),
    "column_cases": ("Cases", "Zaken"),
    "column_changed": ("Changed on", "Gewijzigd op"),
    "column_before": ("Before %", "Ervoor %"),
    "column_after": ("After %", "Erna %"),
}
