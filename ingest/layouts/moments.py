"""Days and moments out of texts: formats of a mapping, months in Dutch, French and German, zones, no end."""

import polars as pl

from ingest.extracts.parsing import FIRST_YEAR
from ingest.layouts.mapping import AS_WRITTEN, Formats

# Databases write "no end" as the last day they know.
ENDLESS_YEAR = 9999
ISO_MOMENT = r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$"
ISO_INSTANT = r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)? ?(Z|[+-]\d{2}(:?\d{2})?)$"
_OFFSET = r" ?(Z|[+-]\d{2}(:?\d{2})?)$"
_ISO_FORMATS = ("%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%d %H:%M")
# Whole names and the usual cuts, in Dutch, French and German; English ones are read as they stand.
_MONTHS = {
    "Jan": "januari|janvier|januar|janv|jänner",
    "Feb": "februari|février|fevrier|februar|févr|fevr|fév|fev",
    "Mar": "maart|mars|märz|maerz|mrt|mär",
    "Apr": "avril|avr",
    "May": "mei|mai",
    "Jun": "juni|juin",
    "Jul": "juli|juillet|juil",
    "Aug": "augustus|août|aout",
    "Sep": "septembre|sept",
    "Oct": "oktober|octobre|okt",
    "Nov": "novembre",
    "Dec": "décembre|decembre|dezember|déc|dez",
}
_NOT_A_LETTER = r"[^\p{L}]"


def has_offset(date_format: str) -> bool:
    """Whether texts of this format say how far they are from UTC."""
    return any(sign in date_format for sign in ("%z", "%:z", "%#z", "%Z")) or date_format.endswith("Z")


def has_short_year(date_format: str) -> bool:
    """Whether this format writes years with two digits."""
    return any(sign in date_format for sign in ("%y", "%D", "%x"))


def moment_of(cell: pl.Expr, formats: Formats) -> pl.Expr:
    """The wall-clock moment of a text in the stated zone; null where no format fits.

    ISO days and moments are always read: that is how files that know dates hand them over.
    """
    return pl.coalesce(*(moment_in(cell, text, formats) for text in formats.dates), iso_moment(cell, formats))


def moment_in(cell: pl.Expr, date_format: str, formats: Formats) -> pl.Expr:
    """The moment of a text in one format; null where it does not fit, or before 1900 (typing errors)."""
    text = _english_months(cell) if _names_months(date_format) else cell
    if has_offset(date_format):
        moment = _instant(text, date_format, formats.zone)
    else:
        moment = text.str.to_datetime(date_format, strict=False, time_unit="us")
    if has_short_year(date_format) and formats.years_from is not None:
        moment = _in_century(moment, formats.years_from)
    # Under %Y a year of two digits reads as the first century: no day anyone meant.
    return pl.when(moment.dt.year() >= FIRST_YEAR).then(moment)


def iso_moment(cell: pl.Expr, formats: Formats) -> pl.Expr:
    """The moment of an ISO text, with a time or without; one with an offset only in a stated zone."""
    spaced = cell.str.replace("T", " ", literal=True)
    plain = pl.when(cell.str.contains(ISO_MOMENT)).then(spaced)
    moments = [cell.str.to_datetime("%Y-%m-%d", strict=False, time_unit="us")]
    moments += [plain.str.to_datetime(text, strict=False, time_unit="us") for text in _ISO_FORMATS]
    zoned = pl.when(cell.str.contains(ISO_INSTANT)).then(spaced)
    if formats.zone is not None:
        moments += [_instant(zoned, f"{text}%z", formats.zone) for text in _ISO_FORMATS]
    else:
        # A midnight in UTC is how files that know only instants write a day.
        days = zoned.str.extract(r"^(.{10}) 00:00(?::00(?:\.0+)?)? ?(?:Z|\+00(?::?00)?)$")
        moments.append(days.str.to_datetime("%Y-%m-%d", strict=False, time_unit="us"))
    moment = pl.coalesce(moments)
    return pl.when(moment.dt.year() >= FIRST_YEAR).then(moment)


def means_no_end(cell: pl.Expr, moment: pl.Expr, formats: Formats) -> pl.Expr:
    """Whether a text says that there is no end: a word of the mapping, or a day in the year 9999."""
    words = list(formats.no_end)
    day = moment.dt.to_string("%Y-%m-%d")
    return (cell.is_in(words) | day.is_in(words) | (moment.dt.year() >= ENDLESS_YEAR)).fill_null(False)


def _instant(text: pl.Expr, date_format: str, zone: str | None) -> pl.Expr:
    """The wall clock of ``zone`` at the instant a text tells; as it was written where the mapping says so."""
    plain = date_format.removesuffix("Z")
    for sign in ("%:z", "%#z", "%z", "%Z"):
        plain = plain.replace(sign, "")
    offset = text.str.extract(_OFFSET, 1)
    written = text.str.replace(_OFFSET, "").str.to_datetime(plain.rstrip(), strict=False, time_unit="us")
    written = pl.when(offset.is_not_null()).then(written)
    if zone in (None, AS_WRITTEN):
        return written
    signed = pl.when(offset == "Z").then(pl.lit("+0000")).otherwise(offset.str.replace(":", "", literal=True))
    minutes = signed.str.slice(1, 2).cast(pl.Int64) * 60 + signed.str.slice(3, 2).str.pad_end(2, "0").cast(
        pl.Int64, strict=False
    ).fill_null(0)
    ahead = pl.when(signed.str.starts_with("-")).then(-minutes).otherwise(minutes)
    utc = written - pl.duration(minutes=ahead)
    return utc.dt.replace_time_zone("UTC").dt.convert_time_zone(zone).dt.replace_time_zone(None)


def _in_century(moment: pl.Expr, years_from: int) -> pl.Expr:
    """The same day in the hundred years from ``years_from`` on; null where that year has no such day."""
    year = (years_from + (moment.dt.year() - years_from) % 100).cast(pl.String)
    text = year + moment.dt.to_string("-%m-%d %H:%M:%S")
    return text.str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False, time_unit="us")


def _names_months(date_format: str) -> bool:
    return any(sign in date_format for sign in ("%b", "%B", "%h"))


def _english_months(cell: pl.Expr) -> pl.Expr:
    """The text with months of other languages in English; a full stop after a cut month is dropped."""
    text = cell.str.replace(r"^1er\b", "1")
    for english, names in _MONTHS.items():
        text = text.str.replace(
            rf"(?i)(^|{_NOT_A_LETTER})(?:{names})\.?($|{_NOT_A_LETTER})", f"${{1}}{english}${{2}}"
        )
    return text.str.replace(r"(?i)\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\.", "${1}")
