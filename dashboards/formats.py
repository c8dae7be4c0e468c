"""Numbers and dates as a reader of one language writes them."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

# British English and Belgian Dutch: day before month in both.
_LOCALES = {"en": "en_GB", "nl": "nl_BE"}


@dataclass(frozen=True)
class Formats:
    """The conventions of one locale."""

    language: str
    locale: Locale

    @staticmethod
    @lru_cache(maxsize=4)
    def of(language: str) -> "Formats":
        """The conventions that go with a language of the catalogue."""
        return Formats(language, Locale.parse(_LOCALES[language]))

    def number(self, amount: float, digits: int = 0) -> str:
        """With grouped thousands and exactly `digits` decimals; never a minus before zero."""
        rounded = round(float(amount), digits) or 0.0
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return format_decimal(rounded, format=pattern, locale=self.locale).replace("-", "−")

    def signed(self, amount: float, digits: int = 0) -> str:
        """With a plus before more, a minus before less, nothing before zero."""
        rounded = round(float(amount), digits) or 0.0
        return ("+" if rounded > 0 else "") + self.number(rounded, digits)

    def percentage(self, amount: float, digits: int = 0) -> str:
        """Of 0..100; Dutch sets a (narrow, unbreakable) space before the sign."""
        return self.number(amount, digits) + ("%" if self.language == "en" else "\u202f%")

    def day(self, when: date) -> str:
        """`30 June 2026`."""
        return format_date(when, "d MMMM yyyy", locale=self.locale)

    def short_day(self, when: date) -> str:
        """`30 Jun`."""
        return format_date(when, "d MMM", locale=self.locale)

    def month(self, when: date) -> str:
        """`June 2026`."""
        return format_date(when, "MMMM yyyy", locale=self.locale)

    def hour(self, when: datetime) -> str:
        """`30 June 2026, 14:05`."""
        return format_datetime(when, "d MMMM yyyy, HH:mm", locale=self.locale)
