"""The functions of the `dbt` namespace that this project calls, as DuckDB spells what they render to."""


def datediff(first_date, second_date, datepart):
    """Whole dateparts from the first date to the second."""
    return f"date_diff('{datepart}', {first_date}, {second_date})"


def dateadd(datepart, interval, from_date_or_timestamp):
    """The date some dateparts later."""
    return f"date_add({from_date_or_timestamp}, interval ({interval}) {datepart})"


def date_trunc(datepart, date):
    """The first moment of the datepart that a date lies in."""
    return f"date_trunc('{datepart}', {date})"


def listagg(measure, delimiter_text="','", order_by_clause=None, limit_num=None):
    """The texts of a group in one, in the order given."""
    return f"string_agg({measure}, {delimiter_text} {order_by_clause or ''})"
