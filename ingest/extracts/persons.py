"""Person data that must not come in: headings of names and birth dates, and national numbers anywhere."""

import re
import unicodedata
from collections.abc import Collection

import polars as pl

from ingest.errors import BadInputError
from ingest.extracts.origins import ROW_NUMBER
from warehouse.national_numbers import CANDIDATE, MASK, holds_national_number

# Ids that the contract keeps opaque, and the names of offices: neither is searched.
NOT_SEARCHED = frozenset(
    """
    case_id officer_id office_id predecessor_office_id task_id post_id office_name
    contact_id condition_id event_id referral_id audit_id action_id feedback_id incident_id
    """.split()  # noqa: SIM905
)
# Headings that say what they hold, in Dutch, English and French; accents, capitals and signs aside.
PERSON_HEADINGS = frozenset(
    """
    name first_name firstname last_name lastname surname family_name full_name given_name middle_name
    maiden_name client_name person_name officer_name initials alias nickname
    naam voornaam voornamen achternaam familienaam meisjesnaam roepnaam naam_client clientnaam naam_klant
    volledige_naam naam_justitiabele naam_medewerker initialen
    nom prenom prenoms nom_de_famille nom_client nom_complet nom_de_jeune_fille nom_du_client
    birth_date birthdate birthday date_of_birth dob birthplace place_of_birth year_of_birth
    geboortedatum geboortedag geboorteplaats geb_datum geboortejaar
    date_de_naissance date_naissance lieu_de_naissance naissance
    national_number national_id nationalnumber national_register_number social_security_number ssn nino
    national_insurance_number passport passport_number identity_card
    rijksregisternummer rijksregister rrn insz insz_nummer bsn burgerservicenummer sofinummer paspoortnummer
    identiteitskaart niss numero_national numero_de_registre_national registre_national
    address street street_address postal_address home_address adres straat woonadres huisnummer
    adresse rue domicile
    phone phone_number telephone mobile telefoon telefoonnummer gsm gsm_nummer gsm_number mobiel
    numero_de_telephone email e_mail mail email_address emailadres e_mailadres courriel
    bank_account iban rekeningnummer
    """.split()  # noqa: SIM905 - a list of a hundred lines would hide the languages
)
# Headings that are about a person whatever is around them: ``voornaam_verdachte``.
PERSON_WORDS = tuple(
    f"_{word}_"
    for word in """
    voornaam achternaam familienaam geboortedatum rijksregisternummer insz niss bsn
    first_name last_name surname birth_date birthdate date_of_birth national_number
    prenom nom_de_famille date_de_naissance
    """.split()  # noqa: SIM905
)
# Headings of what tells one person from another, in files that hold results of groups.
PERSON_KEYS = frozenset(
    """
    person persons person_id household_id case_id client client_id officer officer_id worker worker_id
    employee employee_id staff_id member_id respondent respondent_id participant participant_id user user_id
    user_name login token pseudonym hash personal_id person_key response_id answer_id
    persoon persoon_id dossier dossier_id dossiernummer client_nummer medewerker medewerker_id
    medewerkernummer personeelsnummer personeels_id stamnummer werknemer werknemer_id respondentnummer
    deelnemer deelnemer_id gebruiker gebruiker_id gebruikersnaam pseudoniem
    personne personne_id agent agent_id employe employe_id matricule travailleur_id
    travailleur repondant repondant_id utilisateur utilisateur_id pseudonyme
    """.split()  # noqa: SIM905
)
# Numbers of people born from 2000 to 2009 begin with a zero, or with more.
_SHORTENED = r"^\d{8,10}(\.0)?$"
_SHORTEST = 8
_LOOKED_AT = 1000
_SQUEEZED_HEADINGS = frozenset(heading.replace("_", "") for heading in PERSON_HEADINGS)
_SQUEEZED_KEYS = frozenset(heading.replace("_", "") for heading in PERSON_KEYS)


def refuse_person_data(frame: pl.DataFrame, file: str, harmless: Collection[str]) -> None:
    """BadInputError when a heading or a value of a delivered text frame is about a person.

    ``harmless`` names the columns that hold ids or office names. The message never shows the value.
    """
    for name in frame.columns:
        if name not in harmless and is_person_heading(name):
            way_out = "Leave the column out: names, birth dates, numbers and addresses must not come in."
            raise BadInputError("a column of person data", way_out, file=file, column=name)
    for name in frame.columns:
        if name in harmless or name == ROW_NUMBER:
            continue
        row = _row_with_national_number(frame, name)
        if row is not None:
            way_out = "Remove the column or the number; persons come in as an opaque person_id only."
            raise BadInputError(
                "a Belgian national number", way_out, file=file, row=row, column=name, value=MASK
            )


def refuse_person_keys(names: Collection[str], entity: str, file: str) -> None:
    """BadInputError when a heading of a file of group results looks like the key of a person."""
    for name in names:
        if plain_heading(name).replace("_", "") in _SQUEEZED_KEYS:
            way_out = (
                f"{entity} takes results of groups only: leave the column out, add up the rows of a group."
            )
            raise BadInputError("a key of persons among results of groups", way_out, file=file, column=name)


def is_person_heading(name: str) -> bool:
    """Whether a heading says that names, birth dates, national numbers or addresses stand below it."""
    plain = plain_heading(name)
    return plain.replace("_", "") in _SQUEEZED_HEADINGS or any(word in f"_{plain}_" for word in PERSON_WORDS)


def plain_heading(name: str) -> str:
    """A heading in lower_snake without accents: ``Naam (cliënt)`` is ``naam_client``."""
    split_words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
    plain = unicodedata.normalize("NFKD", split_words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def _row_with_national_number(frame: pl.DataFrame, name: str) -> int | None:
    longest = frame[name].str.len_bytes().max() or 0
    if longest < _SHORTEST:
        return None
    if _lost_their_zeros(frame[name]):
        return frame.filter(pl.col(name).str.contains(_SHORTENED))[ROW_NUMBER][0]
    if longest < 11:
        return None
    suspects = frame.lazy().select(ROW_NUMBER, name).filter(pl.col(name).str.contains(CANDIDATE)).collect()
    rows = suspects.iter_rows()
    return next((row for row, text in rows if holds_national_number(text)), None)


def _lost_their_zeros(values: pl.Series) -> bool:
    """Whether a column holds national numbers whose zeros in front a spreadsheet dropped.

    One number in some hundred passes by chance: a column counts when half of its first numbers do.
    """
    numbers = values.drop_nulls().head(_LOOKED_AT)
    numbers = numbers.filter(numbers.str.contains(_SHORTENED))
    passing = sum(holds_national_number(text.split(".")[0].zfill(11)) for text in numbers)
    return 0 < numbers.len() <= 2 * passing
