"""Sentences of the frame around the pages."""

SENTENCES: dict[str, tuple[str, str]] = {
    "overview": ("Overview", "Overzicht"),
    "offices": ("Offices", "Kantoren"),
    "backlog": ("Backlog", "Wachtend werk"),
    "pressure": ("Pressure and cover", "Druk en vervanging"),
    "outlook": ("Outlook", "Vooruitblik"),
    "certainty": ("How sure?", "Hoe zeker?"),
    "about": ("About the data", "Over de gegevens"),
    "language": ("Language", "Taal"),
}
