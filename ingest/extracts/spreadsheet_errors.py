"""What spreadsheet programs write where a formula failed or a column is too narrow, in every language."""

import polars as pl

# In any language: #N/A and #N/B, #REF! and #VERW!, #DIV/0!, #NAAM?; a column too narrow; LibreOffice's own.
_ERROR = r"^(#(N/A|N/B|NV|N/D|GETTING_DATA)|#[\p{Lu}][\p{Lu}0-9/_]*[!?]|##+|Err:\d{3})$"


def may_be_spreadsheet_error(text: pl.Expr) -> pl.Expr:
    """Whether a text begins like an error: quick, for columns of millions of rows."""
    return text.str.starts_with("#") | text.str.starts_with("Err:")


def is_spreadsheet_error(text: pl.Expr) -> pl.Expr:
    """Whether a text is the error of a spreadsheet."""
    return text.str.contains(_ERROR)
