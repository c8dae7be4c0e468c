"""Sentences of the page Pressure and cover: the part about cases."""

SENTENCES: dict[str, tuple[str, str]] = {
    "cases_heading": ("Cases that need somebody", "Zaken die iemand nodig hebben"),
    "cases_subtitle": (
        "Open cases on {day}, {office}, {line}. A case may stand in more than one list.",
        "Open zaken op {day}, {office}, {line}. Een zaak kan in meer dan één lijst staan.",
    ),
    "no_assignments": (
        "Who carries a case was not delivered: which cases need cover, and which were started without an "
        "assessment, cannot be told.",
        "Wie een zaak draagt, is niet aangeleverd: welke zaken vervanging vragen en welke zonder "
        "risicotaxatie gestart zijn, valt niet te zeggen.",
    ),
    "no_contracts": (
        "No contracts were delivered, so nobody's capacity is known: only cases without an officer count "
        "as needing cover.",
        "Er zijn geen contracten aangeleverd, dus niemands capaciteit is bekend: alleen zaken zonder "
        "medewerker tellen als zaken die vervanging vragen.",
    ),
    "cases_none": ("No open case here on this day.", "Op deze dag is hier geen enkele zaak open."),
    "cannot_tell": ("cannot be told", "valt niet te zeggen"),
    # counts
    "figure_cover": ("Need cover", "Vragen vervanging"),
    "figure_cover_note": (
        "{uncovered} without an officer, {unable} carried without capacity",
        "{uncovered} zonder medewerker, {unable} toegewezen zonder capaciteit",
    ),
    "figure_cover_note_only": ("{uncovered} without an officer", "{uncovered} zonder medewerker"),
    "figure_not_assessed": ("Not assessed", "Niet ingeschat"),
    "figure_not_assessed_note": ("{share} of the started cases", "{share} van de gestarte zaken"),
    "figure_past_expected_end": ("Past the expected end", "Voorbij het verwachte einde"),
    "figure_no_expected_end": ("No expected end", "Zonder verwacht einde"),
    "figure_of_open_note": ("{share} of the open cases", "{share} van de open zaken"),
    "cases": ("cases", "zaken"),
    # cover by office
    "cover_title": (
        "{uncovered} cases lost their officer, {longer} of them over 90 days ago; {unable} are carried "
        "without capacity",
        "{uncovered} zaken verloren hun medewerker, {longer} meer dan 90 dagen geleden; {unable} zijn "
        "toegewezen zonder capaciteit",
    ),
    "cover_title_only": (
        "{uncovered} cases lost their officer, {longer} of them over 90 days ago",
        "{uncovered} zaken verloren hun medewerker, {longer} meer dan 90 dagen geleden",
    ),
    "cover_title_none": ("No case needs cover", "Geen enkele zaak vraagt vervanging"),
    "cover_subtitle": (
        "Cases that need cover by office, {line}, {day}; colours: days without officer, and cases whose "
        "officers have no capacity on this day",
        "Zaken die vervanging vragen per kantoor, {line}, {day}; kleuren: dagen zonder medewerker, en "
        "zaken waarvan de medewerkers die dag geen capaciteit hebben",
    ),
    "cover_summary": (
        "Shown as cases. Who carried them, and why not now, is no part of this page.",
        "Getoond als zaken. Wie ze droeg, en waarom nu niet, hoort niet op deze pagina.",
    ),
    "part_30": ("up to 30 days", "tot 30 dagen"),
    "part_90": ("31 to 90 days", "31 tot 90 dagen"),
    "part_longer": ("over 90 days", "meer dan 90 dagen"),
    "part_unable": ("without capacity", "zonder capaciteit"),
    "none": ("none", "geen"),
    # lists
    "filter_list": ("List", "Lijst"),
    "list_title_cover": ("Cases that need cover", "Zaken die vervanging vragen"),
    "list_title_not_assessed": (
        "Cases that were started and never assessed",
        "Zaken die gestart zijn en nooit ingeschat",
    ),
    "list_title_past_expected_end": (
        "Cases past their expected end",
        "Zaken voorbij hun verwachte einde",
    ),
    "list_title_no_expected_end": ("Cases without an expected end", "Zaken zonder verwacht einde"),
    "list_subtitle": (
        "Longest first; ids are those of the case system, never names. {shown} of {all} shown, the "
        "downloads hold all.",
        "Langste eerst; de nummers zijn die van het dossiersysteem, nooit namen. {shown} van {all} "
        "getoond, de downloads bevatten alles.",
    ),
    "list_note_cover": (
        "Of cases carried without capacity no day is named: it would say something of a person. They stand "
        "after the others, oldest case first.",
        "Van zaken die zonder capaciteit toegewezen zijn, wordt geen dag genoemd: die zou iets zeggen over "
        "een persoon. Ze staan na de andere, oudste zaak eerst.",
    ),
    "list_none": ("No case stands in this list.", "In deze lijst staat geen enkele zaak."),
    "column_case": ("Case", "Zaak"),
    "column_days": ("Days", "Dagen"),
    "column_since": ("Since", "Sinds"),
    "column_type": ("Kind of mandate", "Soort mandaat"),
    "column_missing": ("What is missing", "Wat ontbreekt"),
    "column_opened": ("Opened on", "Geopend op"),
    "column_expected": ("Expected end", "Verwacht einde"),
    "column_weight": ("Weight, {unit}", "Gewicht, {unit}"),
    "column_part": ("What is missing", "Wat ontbreekt"),
    "column_count": ("Cases", "Zaken"),
    "not_said_day": ("–", "–"),
    "missing_uncovered": ("an officer", "een medewerker"),
    "missing_unable": ("capacity of its officers", "capaciteit van de medewerkers"),
    "missing_not_assessed": ("an assessment", "een risicotaxatie"),
    "missing_past_expected_end": ("a new end", "een nieuw einde"),
    "missing_no_expected_end": ("an expected end", "een verwacht einde"),
    "list_cover": ("Cover", "Vervanging"),
    "list_not_assessed": ("Assessment", "Inschatting"),
    "list_past_expected_end": ("Past end", "Voorbij einde"),
    "list_no_expected_end": ("No end", "Geen einde"),
}
