"""Persons and households as keyed hashes: the same key gives the same hash, nobody can turn it back."""

import hashlib
import hmac
import os
from collections.abc import Callable
from pathlib import Path

import polars as pl

from ingest.contract import Column
from ingest.errors import MaatwerkError
from ingest.extracts.spreadsheet_errors import is_spreadsheet_error

KEY_BYTES = 32
HASH_LETTERS = 32
_BLOCK_BYTES = 64  # of SHA-256


def hashing_key(key_file: Path) -> bytes:
    """The key of 32 random bytes, made with mode 0600 on first use; MaatwerkError when it is unusable."""
    try:
        key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            descriptor = os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            key = key_file.read_bytes()
        else:
            key = os.urandom(KEY_BYTES)
            with os.fdopen(descriptor, "wb") as file:
                file.write(key)
    except OSError as error:
        raise MaatwerkError(
            f"the hashing key {key_file} cannot be read or created: {error.strerror}"
        ) from error
    if len(key) != KEY_BYTES:
        raise MaatwerkError(
            f"the hashing key {key_file} does not hold {KEY_BYTES} bytes: restore it from a copy"
        )
    return key


def pseudonymous(frame: pl.DataFrame, columns: list[Column], key: bytes) -> pl.DataFrame:
    """The frame with each person key among ``columns`` hashed (HMAC-SHA256, 32 hex letters; null stays).

    Each column has a key derived for it: a person and a household of one number get different hashes.
    """
    for column in columns:
        if column.is_person_key and column.name in frame.columns:
            frame = frame.with_columns(_hashed(frame[column.name], column.name, key))
    return frame


def _hashed(values: pl.Series, name: str, key: bytes) -> pl.Series:
    originals = values.unique().drop_nulls()
    if originals.is_empty():
        return values
    hashed = _keyed(hmac.digest(key, name.encode(), "sha256"))
    hashes = pl.Series([hashed(text) for text in originals])
    # The error of a spreadsheet is nobody's id: it stays what it is, for the rule that sets its row aside.
    hashes = hashes.zip_with(~pl.select(is_spreadsheet_error(pl.lit(originals))).to_series(), originals)
    return values.replace_strict(originals, hashes, default=None, return_dtype=pl.String).alias(name)


def _keyed(key: bytes) -> Callable[[str], str]:
    """HMAC-SHA256 (RFC 2104) of a text under a key of at most 64 bytes, its first letters.

    Both halves have taken in the key once: a text costs half of what `hmac` takes for it.
    """
    padded = key.ljust(_BLOCK_BYTES, b"\0")
    inner, outer = (hashlib.sha256(bytes(byte ^ pad for byte in padded)) for pad in (0x36, 0x5C))

    def hashed(text: str) -> str:
        first, second = inner.copy(), outer.copy()
        first.update(text.encode())
        second.update(first.digest())
        return second.hexdigest()[:HASH_LETTERS]

    return hashed
