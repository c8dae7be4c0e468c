"""Sentences of the page Pressure and cover: how it opens, and the part about officers."""

from dashboards.text import cover

SENTENCES: dict[str, tuple[str, str]] = {
    "title": ("Pressure and cover", "Druk en vervanging"),
    "question": (
        "Where does pressure last, and which cases need somebody?",
        "Waar houdt de druk aan, en welke zaken hebben iemand nodig?",
    ),
    "description": (
        "An officer counts when above a threshold in each of four whole weeks in a row, each week by its "
        "own mean over all offices; the run counts in the month in which the fourth week ends. The share "
        "is of the officers with capacity on a Sunday of that month. Whoever changes grade or works in two "
        "offices counts in each, so offices do not add up to the number of persons. A case needs cover "
        "when it was carried before and is not now, or when nobody who carries it has capacity on the day "
        "of the data.",
        "Een medewerker telt mee als die vier hele weken op rij boven een drempel zit, elke week met het "
        "eigen gemiddelde over alle kantoren; de reeks telt in de maand waarin de vierde week eindigt. Het "
        "aandeel is van de medewerkers met capaciteit op een zondag van die maand. Wie van graad verandert "
        "of in twee kantoren werkt, telt in elk mee; kantoren tellen dus niet op tot het aantal personen. "
        "Een zaak vraagt vervanging als ze ooit gedragen werd en nu niet meer, of als niemand die ze "
        "draagt capaciteit heeft op de dag van de gegevens.",
    ),
    "not_said": (
        "Load is not quality: an officer below every threshold may do poor work, one above may do it well. "
        "No threshold is the limit; they come from different countries and kinds of work. Who stands above "
        "one for weeks may do so by choice, in a passing peak, because colleagues are away, or because "
        "ended cases are not closed in the system. Weeks without capacity have no percentage and count as "
        "no pressure. A case that needs cover says nothing about the person who carried it, and a missing "
        "assessment or end may be a matter of registration only. Small groups of officers are suppressed, "
        "with as much beside them that no difference gives them back.",
        "Belasting is geen kwaliteit: wie onder elke drempel zit, kan zwak werk leveren, wie erboven zit "
        "goed werk. Geen enkele drempel is de grens; ze komen uit verschillende landen en soorten werk. "
        "Wie weken boven een drempel zit, kan dat uit eigen keuze doen, door een tijdelijke piek, omdat "
        "collega's afwezig zijn, of omdat afgelopen zaken niet zijn afgesloten in het systeem. Weken "
        "zonder capaciteit hebben geen percentage en tellen niet als druk. Een zaak die vervanging "
        "vraagt, zegt niets over wie ze droeg, en een ontbrekende risicotaxatie of einddatum kan louter een "
        "kwestie van registratie zijn. Kleine groepen medewerkers zijn verborgen, met er zoveel naast dat "
        "geen verschil ze teruggeeft.",
    ),
    # states
    "no_cases": (
        "No cases were delivered, so nothing can be said about pressure or about cases that need somebody.",
        "Er zijn geen zaken aangeleverd, dus over druk of over zaken die iemand nodig hebben valt niets te "
        "zeggen.",
    ),
    "no_capacity": (
        "No contracts were delivered. Without capacity nobody can stand above a threshold, and no share of "
        "officers can be computed.",
        "Er zijn geen contracten aangeleverd. Zonder capaciteit kan niemand boven een drempel zitten en is "
        "geen aandeel van medewerkers te berekenen.",
    ),
    "no_such_people": (
        "Here nobody of this grade had capacity in the last whole month.",
        "Hier had niemand van deze graad capaciteit in de laatste hele maand.",
    ),
    "too_few": (
        "Suppressed: this group has fewer than {smallest} officers, or would give such a group away.",
        "Verborgen: deze groep telt minder dan {smallest} medewerkers, of zou zo'n groep verraden.",
    ),
    "suppressed": ("suppressed: small group", "verborgen: kleine groep"),
    "suppressed_cell": ("suppressed", "verborgen"),
    "nobody": ("nobody with capacity", "niemand met capaciteit"),
    # words of thresholds and bands
    "amount_active_cases": ("{amount} cases", "{amount} zaken"),
    "above": ("above {amount}", "boven {amount}"),
    "up_to": ("up to {amount}", "tot en met {amount}"),
    "between": ("above {low} to {high}", "boven {low} tot {high}"),
    "every_grade": ("all grades", "alle graden"),
    "officers": ("officers", "medewerkers"),
    # head figures
    "figure_above": ("{name}, four weeks in a row", "{name}, vier weken op rij"),
    "figure_of": ("of {people} officers", "van {people} medewerkers"),
    "figure_share": (
        "{share} in {month}, {before} a year before",
        "{share} in {month}, {before} een jaar eerder",
    ),
    "figure_share_only": ("{share} in {month}", "{share} in {month}"),
    "figure_running": (
        "{month} so far, to {day}: {over} of {people}",
        "{month} tot nu toe, tot en met {day}: {over} van {people}",
    ),
    "figure_running_hidden": (
        "{month} so far: suppressed, a small group",
        "{month} tot nu toe: verborgen, een kleine groep",
    ),
    "figure_running_none": (
        "{month}: no whole week yet",
        "{month}: nog geen hele week",
    ),
    # by office, or by grade of one office
    "dots_title": (
        "{over} of {people} officers ({share}) were above {low} for four weeks in a row, {over_high} above "
        "{high}",
        "{over} van de {people} medewerkers ({share}) zaten vier weken op rij boven {low}, {over_high} "
        "boven {high}",
    ),
    "dots_title_one": (
        "{over} of {people} officers ({share}) were above {low} for four weeks in a row",
        "{over} van de {people} medewerkers ({share}) zaten vier weken op rij boven {low}",
    ),
    "dots_title_hidden": (
        "Too few officers to show how many were above a threshold",
        "Te weinig medewerkers om te tonen hoeveel er boven een drempel zaten",
    ),
    "dots_subtitle_offices": (
        "Share of officers with capacity above a threshold for four weeks in a row, by office (between "
        "brackets: their number), {grade}, {month}; {basis}",
        "Aandeel van de medewerkers met capaciteit die vier weken op rij boven een drempel zaten, per "
        "kantoor (tussen haakjes: hun aantal), {grade}, {month}; {basis}",
    ),
    "dots_subtitle_grades": (
        "Share of officers with capacity above a threshold for four weeks in a row, by grade (between "
        "brackets: their number), {office}, {month}; {basis}",
        "Aandeel van de medewerkers met capaciteit die vier weken op rij boven een drempel zaten, per "
        "graad (tussen haakjes: hun aantal), {office}, {month}; {basis}",
    ),
    "dots_summary": (
        "Offices stand in their fixed order, not by result; none of the thresholds is the limit.",
        "Kantoren staan in hun vaste volgorde, niet naar uitkomst; geen van de drempels is de grens.",
    ),
    "dots_summary_grades": (
        "None of the thresholds is the limit.",
        "Geen van de drempels is de grens.",
    ),
    "dots_hidden": ("{hidden} of {groups} are suppressed.", "{hidden} van de {groups} zijn verborgen."),
    # over the months
    "trend_title": (
        "Above {high}: {share} of officers in {month}, {before} a year before",
        "Boven {high}: {share} van de medewerkers in {month}, {before} een jaar eerder",
    ),
    "trend_title_short": (
        "Above {high}: {share} of officers in {month}",
        "Boven {high}: {share} van de medewerkers in {month}",
    ),
    "trend_subtitle": (
        "Share of officers with capacity above a threshold for four weeks in a row, {office}, {grade}, "
        "whole months from {first} to {last}; {basis}",
        "Aandeel van de medewerkers met capaciteit die vier weken op rij boven een drempel zaten, "
        "{office}, {grade}, hele maanden van {first} tot {last}; {basis}",
    ),
    "trend_summary": (
        "The share above {low} was highest in {peak_month}: {peak}.",
        "Het aandeel boven {low} was het hoogst in {peak_month}: {peak}.",
    ),
    "trend_hidden.one": (
        "In one month this group is suppressed as too small; the line has a gap there.",
        "In één maand is deze groep verborgen omdat ze te klein is; daar heeft de lijn een gat.",
    ),
    "trend_hidden.other": (
        "In {count} months this group is suppressed as too small; the line has gaps there.",
        "In {count} maanden is deze groep verborgen omdat ze te klein is; daar heeft de lijn gaten.",
    ),
    "todays_weights": ("dotted: by today's weights", "stippellijn: met de gewichten van vandaag"),
    # caseload beside workload
    "beside_title": (
        "Among {over} officers above {pct} of capacity: {few} with no more than {cases} cases, whom a count "
        "does not see",
        "Onder {over} medewerkers boven {pct} van hun capaciteit: {few} met hoogstens {cases} zaken, die een "
        "telling niet ziet",
    ),
    "beside_title_none": (
        "Nobody is above {pct} of capacity over these four weeks",
        "Niemand zit over deze vier weken boven {pct} van de capaciteit",
    ),
    "beside_subtitle": (
        "The same officers by cases carried (rows) and by weighted workload (colours), means of the last "
        "four whole weeks, {office}, all grades; {basis}",
        "Dezelfde medewerkers naar toegewezen zaken (rijen) en naar gewogen werklast (kleuren), gemiddelden "
        "van de laatste vier hele weken, {office}, alle graden; {basis}",
    ),
    "beside_summary": (
        "And among {many} officers with more than {cases} cases: {room} at or below {pct} of capacity. The "
        "count calls them full, the weights do not.",
        "En onder {many} medewerkers met meer dan {cases} zaken: {room} op of onder {pct} van hun "
        "capaciteit. De telling noemt hen vol, de gewichten niet.",
    ),
    "sources": (
        "Where the thresholds come from. {sources}",
        "Waar de drempels vandaan komen. {sources}",
    ),
    "source_of": ("{amount}: {source}.", "{amount}: {source}."),
    # the table
    "table_title": ("By office and grade", "Per kantoor en graad"),
    "table_subtitle": (
        "Officers with capacity, and how many of them were above each threshold for four weeks in a row, "
        "{month}",
        "Medewerkers met capaciteit, en hoeveel van hen vier weken op rij boven elke drempel zaten, {month}",
    ),
    "column_office": ("Office", "Kantoor"),
    "column_grade": ("Grade", "Graad"),
    "column_month": ("Month", "Maand"),
    "column_people": ("Officers with capacity", "Medewerkers met capaciteit"),
    "column_over": ("{name}", "{name}"),
    "column_share": ("{name}, %", "{name}, %"),
    "column_now": ("{name}, today's weights, %", "{name}, gewichten van vandaag, %"),
    "column_threshold": ("Threshold", "Drempel"),
    "column_cases_band": ("Cases carried", "Toegewezen zaken"),
    "column_pct_band": ("Workload", "Werklast"),
    "column_officers": ("Officers", "Medewerkers"),
    "column_state": ("Shown", "Getoond"),
    "shown": ("yes", "ja"),
} | cover.SENTENCES
