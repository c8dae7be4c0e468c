"""Sentences of the page How sure."""

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("How sure?", "Hoe zeker?"),
    "question": (
        "How far can a workload percentage be trusted before people or money are moved on it?",
        "Hoe ver is een werklastpercentage te vertrouwen, voor men op grond ervan mensen of geld verschuift?",
    ),
    "description": (
        "The percentage of the last four weeks is work over capacity, within one service line. "
        "Here the same work is weighed by every scheme, and by weights that are 10, 20 or 34 % too high or "
        "too low. A finding is resolved in thought: a case without an assessment gets the lightest and the "
        "heaviest level, a case past its end has ended, a case without officer is carried.",
        "Het percentage van de laatste vier weken is werk op capaciteit, binnen één dienst. "
        "Hier wordt hetzelfde werk gewogen met elk schema, en met gewichten die 10, 20 of 34 % te "
        "hoog of te laag zijn. Een bevinding wordt in gedachten opgelost: een zaak zonder risicotaxatie "
        "krijgt het lichtste en het zwaarste niveau, een zaak voorbij haar einde is geëindigd, een zaak "
        "zonder medewerker is toegewezen.",
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
        "There is work here and no capacity in the last four weeks, so there is no percentage to be sure of. "
        "What the weights rest on stands below.",
        "Hier is werk en in de laatste vier weken geen capaciteit, dus er is geen percentage om zeker van te "
        "zijn. Waarop de gewichten steunen, staat hieronder.",
    ),
    "no_capacity_delivered": (
        "Capacity was not delivered (no staff contracts), so there is no percentage to be sure of. What the "
        "weights rest on stands below.",
        "De capaciteit is niet aangeleverd (geen contracten), dus er is geen percentage om zeker van te "
        "zijn. Waarop de gewichten steunen, staat hieronder.",
    ),
    # head figures
    "figure_workload": ("Workload, last four weeks", "Werklast, laatste vier weken"),
    "figure_schemes": ("Over all weight schemes", "Over alle wegingsschema’s"),
    "figure_schemes_note": ("the same work, weighed otherwise", "hetzelfde werk, anders gewogen"),
    "figure_off": ("Weights {error} off", "Gewichten {error} ernaast"),
    "figure_off_note": ("an assumed error, no interval", "een aangenomen fout, geen interval"),
    "figure_range": ("{low}–{high}", "{low}–{high}"),
    # every scheme
    "schemes_title_above": (
        "All {schemes} schemes find more work than capacity: {low} to {high}",
        "Alle {schemes} schema’s vinden meer werk dan capaciteit: {low} tot {high}",
    ),
    "schemes_title_below": (
        "None of the {schemes} schemes finds more work than capacity: {low} to {high}",
        "Geen van de {schemes} schema’s vindt meer werk dan capaciteit: {low} tot {high}",
    ),
    "schemes_title_differ": (
        "{above} of {schemes} schemes find more work than capacity, the rest do not: {low} to {high}",
        "{above} van de {schemes} schema’s vinden meer werk dan capaciteit, de rest niet: {low} tot {high}",
    ),
    "schemes_subtitle": (
        "Workload as a percentage of capacity under every weight scheme, {line}, {office}, last four weeks",
        "Werklast in procent van de capaciteit met elk wegingsschema, {line}, {office}, laatste vier weken",
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
        "Workload as a percentage of capacity, {line}, {office}, last four weeks; {basis}",
        "Werklast in procent van de capaciteit, {line}, {office}, laatste vier weken; {basis}",
    ),
    "off_summary": (
        "In 2024 the probation service of England and Wales found that it had put the staff needed to manage "
        "sentences about {error} too low (National Audit Office, October 2025). Here that share is taken as "
        "an error of the weights, either way; 10% and 20% are assumptions.",
        "In 2024 stelde de probatiedienst van Engeland en Wales vast dat ze het personeel dat nodig is om "
        "straffen te begeleiden ongeveer {error} te laag had geraamd (National Audit Office, oktober 2025). "
        "Hier geldt dat aandeel als fout van de gewichten, naar beide kanten; 10\u202f% en 20\u202f% zijn "
        "aannames.",
    ),
    # one type off
    "type_title": (
        "The figure hangs most on the weights of “{name}”: {low} to {high}",
        "Het cijfer hangt het meest af van de gewichten van “{name}”: {low} tot {high}",
    ),
    "type_subtitle": (
        "Workload as a percentage of capacity, if the weights of one kind of work alone were 10, 20 or 34% "
        "off (dark to light), {line}, {office}, last four weeks; {basis}",
        "Werklast in procent van de capaciteit, als alleen de gewichten van één soort werk er 10, 20 of "
        "34\u202f% naast zaten (donker naar licht), {line}, {office}, laatste vier weken; {basis}",
    ),
    "type_summary": (
        "A wide band shows where measuring time would teach most.",
        "Een brede band toont waar tijd meten het meest zou leren.",
    ),
    "type_left_out.one": (
        "One more kind of work moves the figure by less than {points} point; it stands in the table.",
        "Nog één soort werk verschuift het cijfer met minder dan {points} punt; ze staat in de tabel.",
    ),
    "type_left_out.other": (
        "{count} more kinds of work move the figure by less than {points} point; they stand in the table.",
        "Nog {count} soorten werk verschuiven het cijfer met minder dan {points} punt; ze staan in de tabel.",
    ),
    # what weights rest on
    "bases_title": ("Of this workload {shares}", "Van deze werklast is {shares}"),
    "bases_title_none": ("No work is weighed today", "Vandaag wordt geen werk gewogen"),
    "bases_subtitle": (
        "Share of the workload by what its weights rest on, every scheme, {line}, {office}, {day}",
        "Aandeel van de werklast naar waar de gewichten op steunen, elk schema, {line}, {office}, {day}",
    ),
    "bases_caption": (
        "Share of the workload by basis of the weights, and the first day on which they hold",
        "Aandeel van de werklast naar herkomst van de gewichten, en de eerste dag waarop ze gelden",
    ),
    "basis_assumed": ("rests on assumed weights", "gewogen met aangenomen gewichten"),
    "basis_published": ("rests on published weights", "gewogen met gepubliceerde gewichten"),
    "basis_measured": ("rests on measured weights", "gewogen met gemeten gewichten"),
    "basis_not_stated": (
        "is tasks, whose weights name only a source",
        "taken, waarvan de gewichten alleen een bron noemen",
    ),
    "bases_age.one": (
        "The weights in use under this scheme hold since {oldest}, one year.",
        "De gewichten die met dit schema in gebruik zijn, gelden sinds {oldest}, één jaar.",
    ),
    "bases_age.other": (
        "The weights in use under this scheme hold since {oldest}, {count} years.",
        "De gewichten die met dit schema in gebruik zijn, gelden sinds {oldest}, {count} jaar.",
    ),
    "bases_ages.one": (
        "Of the weights in use under this scheme the oldest hold since {oldest}, one year, and the youngest "
        "since {newest}.",
        "Van de gewichten die met dit schema in gebruik zijn, gelden de oudste sinds {oldest}, één jaar, en "
        "de jongste sinds {newest}.",
    ),
    "bases_ages.other": (
        "Of the weights in use under this scheme the oldest hold since {oldest}, {count} years, and the "
        "youngest since {newest}.",
        "Van de gewichten die met dit schema in gebruik zijn, gelden de oudste sinds {oldest}, {count} jaar, "
        "en de jongste sinds {newest}.",
    ),
    "bases_note": (
        "A date says since when weights count, not when somebody last checked them. A case counts under the "
        "basis of its base weight; the factors of its flags and the weights of tasks have rows with a source "
        "and no basis (one that begins with “assumption” is an assumption).",
        "Een datum zegt sinds wanneer gewichten gelden, niet wanneer iemand ze voor het laatst nakeek. Een "
        "zaak telt onder de herkomst van haar basisgewicht; de factoren van haar kenmerken en de gewichten "
        "van taken hebben rijen met een bron en zonder herkomst (begint die met “assumption”, dan is het een "
        "aanname).",
    ),
    # findings
    "finding_today.one": ("{finding}, 1 case", "{finding}, 1 zaak"),
    "finding_today.other": ("{finding}, {count} cases", "{finding}, {count} zaken"),
    "finding_later.one": ("in 52 weeks: {finding}, 1 case", "over 52 weken: {finding}, 1 zaak"),
    "finding_later.other": (
        "in 52 weeks: {finding}, {count} cases",
        "over 52 weken: {finding}, {count} zaken",
    ),
    "finding_not_assessed": ("no assessment", "geen risicotaxatie"),
    "finding_past_expected_end": ("past its end", "voorbij het einde"),
    "finding_no_expected_end": ("no end known", "geen einde bekend"),
    "finding_uncovered": ("no officer", "geen medewerker"),
    "findings_now": ("On {day}", "Op {day}"),
    "findings_in_52": ("In 52 weeks", "Over 52 weken"),
    "findings_title": (
        "Today’s {mid} would move most by resolving “{name}”: {low} to {high}",
        "De {mid} van vandaag verschuift het meest door “{name}” op te lossen: {low} tot {high}",
    ),
    "findings_title_later": (
        "No open finding moves today’s figure; “{name}” could move what is booked from {mid} to {low}",
        "Geen open bevinding verschuift het cijfer van vandaag; “{name}” kan wat geboekt is van {mid} naar "
        "{low} brengen",
    ),
    "findings_title_none": (
        "Resolving the open findings would move no figure under this scheme",
        "De open bevindingen oplossen verschuift met dit schema geen enkel cijfer",
    ),
    "findings_subtitle": (
        "Workload as a percentage of capacity, and how far it could move if a finding were resolved, "
        "{line}, {office}, {day} and in 52 weeks",
        "Werklast in procent van de capaciteit, en hoe ver ze kan verschuiven als een bevinding wordt "
        "opgelost, {line}, {office}, {day} en over 52 weken",
    ),
    "findings_summary": (
        "One finding at a time; they do not add up. The ends are what could be at the most, not what is "
        "likely. Only cases that bear on the figure count, fewer than in the lists of Pressure and cover.",
        "Eén bevinding tegelijk; ze tellen niet op. De uiteinden zijn wat hoogstens kan, niet wat "
        "waarschijnlijk is. Alleen zaken die in het cijfer meewegen tellen, minder dan in de lijsten van "
        "Druk en vervanging.",
    ),
    "findings_later": (
        "In 52 weeks means what is booked today for {day}: nothing new comes in, so {mid} is low by itself.",
        "Over 52 weken is wat vandaag al vastligt voor {day}: er komt niets nieuws bij, dus {mid} is vanzelf "
        "laag.",
    ),
    "no_findings": (
        "No case here has an open finding that could move these figures.",
        "Geen zaak heeft hier een open bevinding die deze cijfers kan verschuiven.",
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
    "changes_title_work": (
        "New weights on {day} changed the work by {change}%",
        "Nieuwe gewichten op {day} veranderden het werk met {change}\u202f%",
    ),
    "changes_title_none": (
        "New weights on {day}, when there was no work here to weigh",
        "Nieuwe gewichten op {day}, toen hier geen werk te wegen was",
    ),
    "changes_note": (
        "Both weigh the work of one and the same day, so what moves is the weights alone. The lines on the "
        "other pages carry the step; “weights of today” takes it out.",
        "Beide wegen het werk van één en dezelfde dag, dus wat verschuift zijn alleen de gewichten. De "
        "lijnen op de andere pagina’s dragen de sprong; “gewichten van vandaag” haalt hem eruit.",
    ),
    "changes_subtitle": (
        "The work of the day by the weights of the day before and by its own, {line}, {office}, {scheme}",
        "Het werk van de dag met de gewichten van de dag ervoor en met de eigen, {line}, {office}, {scheme}",
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
    "column_off": ("Weights off by", "Gewichten ernaast met"),
    "column_changed": ("Changed on", "Gewijzigd op"),
    "column_office": ("Office", "Kantoor"),
    "column_moved": ("Moved by, points", "Verschoven, punten"),
    "column_work_change": ("Work changed by %", "Werk veranderd met %"),
    "column_before": ("Before %", "Ervoor %"),
    "column_after": ("After %", "Erna %"),
}
