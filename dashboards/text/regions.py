"""What is said of regions where otherwise offices stand side by side: `page.key` -> (English, Dutch).

Only sentences that name the parts of an area; all others are said of regions as they are of offices.
"""

SENTENCES = {
    "common.row_opens": ("Tick a row to open that region.", "Vink een rij aan om die regio te openen."),
    "overview.offices_heavier.one": (
        "1 region is heavier than the whole, whichever weights are used",
        "1 regio is zwaarder dan het geheel, welke gewichten men ook gebruikt",
    ),
    "overview.offices_heavier.other": (
        "{count} regions are heavier than the whole, whichever weights are used",
        "{count} regio’s zijn zwaarder dan het geheel, welke gewichten men ook gebruikt",
    ),
    "overview.offices_lighter.one": (
        "1 region is lighter than the whole, whichever weights are used",
        "1 regio is lichter dan het geheel, welke gewichten men ook gebruikt",
    ),
    "overview.offices_lighter.other": (
        "{count} regions are lighter than the whole, whichever weights are used",
        "{count} regio’s zijn lichter dan het geheel, welke gewichten men ook gebruikt",
    ),
    "overview.offices_both.one": (
        "Whichever weights are used, 1 region is heavier than the whole and {lighter} lighter",
        "Welke gewichten men ook gebruikt, 1 regio is zwaarder dan het geheel en {lighter} lichter",
    ),
    "overview.offices_both.other": (
        "Whichever weights are used, {count} regions are heavier than the whole and {lighter} lighter",
        "Welke gewichten men ook gebruikt, {count} regio’s zijn zwaarder dan het geheel, {lighter} lichter",
    ),
    "overview.offices_indistinct": (
        "No region stands apart: none is heavier, or lighter, than the whole under every weight scheme",
        "Geen regio staat apart: geen enkele is onder elk wegingsschema zwaarder of lichter dan het geheel",
    ),
    "overview.offices_subtitle": (
        "{line}, {when}: load of each region, where that of all together is 100 under the same weights. Dot: "
        "{scheme}; bar: range over all {count} weight schemes; band: within {alike}%, alike",
        "{line}, {when}: last van elke regio, als die van alle samen onder dezelfde gewichten 100 is. Stip: "
        "{scheme}; balk: bereik over alle {count} wegingsschema’s; band: minder dan {alike}\u202f% verschil, "
        "gelijk",
    ),
    "overview.offices_level": (
        "The weights decide the level: all regions together lie between {low} and {high} of capacity. The "
        "bars show what is left when that level is taken out; a bar that touches the band cannot be told "
        "from the whole.",
        "De gewichten bepalen het niveau: alle regio’s samen liggen tussen {low} en {high} van de "
        "capaciteit. De balken tonen wat overblijft als dat niveau wegvalt; een balk die de band raakt, is "
        "niet van het geheel te onderscheiden.",
    ),
    "overview.scale_words": (
        "Scale from {low} to {high}, all regions together being 100",
        "Schaal van {low} tot {high}, waarbij alle regio’s samen 100 zijn",
    ),
    "overview.offices_order": (
        "Regions stand in a fixed order, not by load.",
        "De regio’s staan in een vaste volgorde, niet naar last.",
    ),
    "overview.head_office": ("Region", "Regio"),
    "overview.whole": ("All regions", "Alle regio’s"),
    "overview.to_offices": ("To the regions", "Naar de regio’s"),
    "offices.figure_over": ("Regions above 100%", "Regio’s boven 100\u202f%"),
    "offices.panels_title": (
        "In {month}, {over} of {known} regions carried more work than they had capacity for",
        "In {month} droegen {over} van {known} regio’s meer werk dan ze capaciteit hadden",
    ),
    "offices.panels_title_none": (
        "In {month} no region carried more work than it had capacity for",
        "In {month} droeg geen enkele regio meer werk dan ze capaciteit had",
    ),
    "offices.panels_summary": (
        "The regions lie between {lowest} and {highest}, all together at {whole}.",
        "De regio’s liggen tussen {lowest} en {highest}, alle samen op {whole}.",
    ),
    "offices.panels_summary_before": (
        "A year earlier {over_before} of {known_before} regions were above 100%.",
        "Een jaar eerder lagen {over_before} van {known_before} regio’s boven 100\u202f%.",
    ),
    "offices.units_panels_title": (
        "The work of each region in {unit}: without contracts there is no percentage",
        "Het werk van elke regio in {unit}: zonder contracten is er geen percentage",
    ),
    "offices.units_panels_summary": (
        "Together the regions carried {units} {unit} in {month}.",
        "Samen droegen de regio’s {units} {unit} in {month}.",
    ),
    "offices.heat_title": (
        "{year} was the heaviest year: in {share} of its region-months the work was above capacity",
        "{year} was het zwaarste jaar: in {share} van de regiomaanden lag het werk boven de capaciteit",
    ),
    "offices.heat_title_none": (
        "In no month was the work of any region above its capacity",
        "In geen enkele maand lag het werk van een regio boven haar capaciteit",
    ),
    "offices.heat_subtitle": (
        "Workload as a percentage of capacity, region by month, {line}, {basis}",
        "Werklast in procent van de capaciteit, regio per maand, {line}, {basis}",
    ),
    "offices.heat_summary": (
        "Blue months had room, orange months had too much; {cells} months of regions are known.",
        "Blauwe maanden hadden ruimte, oranje maanden te veel; {cells} regiomaanden zijn bekend.",
    ),
    "offices.ranges_title": (
        "For {depends} of {offices} regions it depends on the weight scheme whether they are above 100%",
        "Voor {depends} van {offices} regio’s hangt het van het wegingsschema af of ze boven 100\u202f% "
        "liggen",
    ),
    "offices.ranges_title_none": (
        "Every region stands on the same side of 100% under every weight scheme",
        "Elke regio staat onder elk wegingsschema aan dezelfde kant van 100\u202f%",
    ),
    "offices.ranges_subtitle": (
        "Workload as a percentage of capacity under every weight scheme, {window}; the large dot is "
        "{scheme}. Regions stand in a fixed order.",
        "Werklast in procent van de capaciteit onder elk wegingsschema, {window}; de grote stip is {scheme}. "
        "Regio’s staan in een vaste volgorde.",
    ),
    "offices.ranges_summary": (
        "{above} are above 100% under every scheme and {below} under none. Of {pairs} pairs of regions "
        "{alike} cannot be told apart: neither is the heavier one under every scheme.",
        "{above} liggen onder elk schema boven 100\u202f% en {below} onder geen enkel. Van {pairs} paren "
        "regio’s zijn er {alike} niet te onderscheiden: geen van beide is onder elk schema de zwaarste.",
    ),
    "offices.table_title": ("All regions, {window}", "Alle regio’s, {window}"),
    "offices.column_office": ("Region", "Regio"),
    "backlog.matrix_title": (
        "{waiting} wait in {offices} regions and {uncovered} lost their officer",
        "{waiting} wachten in {offices} regio’s en {uncovered} verloren hun medewerker",
    ),
    "backlog.matrix_subtitle": (
        "Cases waiting, and behind the plus the uncovered ones, by region and kind of mandate, {line}, {day}",
        "Wachtende zaken, en achter de plus de onbezette, per regio en soort mandaat, {line}, {day}",
    ),
    "backlog.matrix_caption": (
        "Waiting cases by region and kind of mandate, +n uncovered; – means none",
        "Wachtende zaken per regio en soort mandaat, +n onbezet; – betekent geen",
    ),
    "backlog.detail_title": ("By region and kind of mandate", "Per regio en soort mandaat"),
    "backlog.column_office": ("Region", "Regio"),
    "pressure.dots_subtitle_offices": (
        "Share of officers with capacity above a threshold for four weeks in a row, by region (between "
        "brackets: their number), {grade}, {month}; {basis}",
        "Aandeel van de medewerkers met capaciteit die vier weken op rij boven een drempel zaten, per regio "
        "(tussen haakjes: hun aantal), {grade}, {month}; {basis}",
    ),
    "pressure.dots_summary": (
        "Regions stand in their fixed order, not by result; none of the thresholds is the limit.",
        "Regio’s staan in hun vaste volgorde, niet naar uitkomst; geen van de drempels is de grens.",
    ),
    "pressure.table_title": ("By region and grade", "Per regio en graad"),
    "pressure.column_office": ("Region", "Regio"),
    "pressure.cover_subtitle": (
        "Cases that need cover by region, {line}, {day}; colours: days without officer, and cases whose "
        "officers have no capacity on this day",
        "Zaken die vervanging vragen per regio, {line}, {day}; kleuren: dagen zonder medewerker, en zaken "
        "waarvan de medewerkers die dag geen capaciteit hebben",
    ),
    "outlook.few_people_offices": (
        "Regions with fewer than {smallest} full-time posts in this service show only their work: a "
        "percentage or staff per week would show when one person is away.",
        "Regio’s met minder dan {smallest} voltijdse betrekkingen in deze dienst tonen alleen hun werk: een "
        "percentage of personeel per week zou tonen wanneer één persoon er niet is.",
    ),
    "outlook.offices_title": (
        "Every region now, in 13 and in 52 weeks, as booked today",
        "Elke regio nu, over 13 en over 52 weken, zoals vandaag vastgelegd",
    ),
    "outlook.offices_subtitle": (
        "{line}. Regions in the fixed order; now is the running week up to {day}. A low percentage is no "
        "room: new cases are not in it.",
        "{line}. Regio’s in de vaste volgorde; nu is de lopende week tot en met {day}. Een laag percentage "
        "is geen ruimte: nieuwe zaken zitten er niet in.",
    ),
    "outlook.offices_caption": (
        "Every region as booked today; work in {unit}",
        "Elke regio zoals vandaag vastgelegd; werk in {unit}",
    ),
    "outlook.column_office": ("Region", "Regio"),
    "certainty.column_office": ("Region", "Regio"),
}
