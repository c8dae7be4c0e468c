"""Numbers and dates as a reader of one language writes them."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from dashboards import languages

# Sums of decimals differ in their last bits by the order they were added in: digits beyond these say nothing.
_MEANT_DIGITS = 9


def rounded(amount: float, digits: int = 0) -> float:
    """To that many decimals, the same for every order in which an amount was added up."""
    return round(round(float(amount), _MEANT_DIGITS), digits)


@dataclass(frozen=True)
class Formats:
    """The conventions of one locale; `percent_sign` is what follows a percentage, its space included."""

    locale: Locale
    percent_sign: str

    @staticmethod
    @lru_cache(maxsize=16)
    def of(language: str) -> "Formats":
        """The conventions that go with a language of the catalogue."""
        spoken = languages.of(language)
        return Formats(spoken.locale, spoken.percent_sign)

    @property
    def separators(self) -> str:
        """Decimal mark and thousands mark: `.,` or `,.`."""
        return get_decimal_symbol(self.locale) + get_group_symbol(self.locale)

    def number(self, amount: float, digits: int = 0) -> str:
        """With grouped thousands and exactly `digits` decimals; never a minus before zero."""
        return _decimal(self.locale, rounded(amount, digits) or 0.0, digits)

    def signed(self, amount: float, digits: int = 0) -> str:
        """With a plus before more, a minus before less, nothing before zero."""
        shown = rounded(amount, digits) or 0.0
        return ("+" if shown > 0 else "") + self.number(shown, digits)

    def percentage(self, amount: float, digits: int = 0) -> str:
        """Of 0..100: `104%` or `104 %`."""
        return self.number(amount, digits) + self.percent_sign

    def day(self, when: date) -> str:
        """`30 June 2026`."""
        return format_date(when, "d MMMM yyyy", locale=self.locale)

    def short_day(self, when: date) -> str:
        """`30 Jun`."""
        return format_date(when, "d MMM", locale=self.locale)

    def brief_day(self, when: date) -> str:
        """`30 Jun 2026`, for cells of a table."""
        return format_date(when, "d MMM yyyy", locale=self.locale).replace(".", "")

    def month(self, when: date) -> str:
        """`June 2026`."""
        return format_date(when, "MMMM yyyy", locale=self.locale)

    def hour(self, when: datetime) -> str:
        """`30 June 2026, 14:05`."""
        return format_datetime(when, "d MMMM yyyy, HH:mm", locale=self.locale)


# A page says thousands of numbers, few of them different.
@lru_cache(maxsize=32768)
def _decimal(locale: Locale, amount: float, digits: int) -> str:
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(amount, format=pattern, locale=locale).replace("-", "−")
