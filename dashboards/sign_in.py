"""How a reader is known: by a proxy in front, by a provider of sign-in, or, in a demonstration, not at all.

Settled by the environment of the server. What a proxy says reaches the pages in a header of our own, signed
with a key that only this process knows; whatever comes from outside under that name is dropped.
"""

import os
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hmac import compare_digest
from ipaddress import ip_address
from pathlib import Path

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboards.access.access_file import BadAccessFileError, grants_in
from warehouse.places import (
    ACCESS_VARIABLE,
    CLAIM_VARIABLE,
    PROXY_HEADER_VARIABLE,
    PROXY_SECRET_VARIABLE,
    ROLE_CLAIM_VARIABLE,
)

OWN_HEADER = "x-maatwerk-reader"
SECRET_HEADER = "x-maatwerk-proxy-secret"
_SHORTEST_SECRET = 32
# A proxy says who it is when a page is opened; after so long it is asked again.
PROXY_SECONDS = 8 * 60 * 60
_signed = URLSafeSerializer(secrets.token_hex(32))


class Way(StrEnum):
    """How readers are known."""

    DEMONSTRATION = "demonstration"
    PROXY = "proxy"
    PROVIDER = "provider"


@dataclass(frozen=True)
class Identity:
    """Who is in front of the screen, and until when (seconds since 1970) that is known; 0: it is not.

    `roles` are those that the provider names, in its words; None where no claim is asked for them.
    """

    name: str
    until: float
    roles: tuple[str, ...] | None = None

    @property
    def is_expired(self) -> bool:
        """Whether the reader must sign in again."""
        return time.time() >= self.until


def way() -> Way:
    """How readers of this server are known."""
    if not os.environ.get(ACCESS_VARIABLE):
        return Way.DEMONSTRATION
    return Way.PROXY if os.environ.get(PROXY_HEADER_VARIABLE) else Way.PROVIDER


def access_file() -> Path:
    """The file that says who may see what."""
    return Path(os.environ[ACCESS_VARIABLE])


def refusal(address: str | None, *, has_provider: bool) -> str:
    """Why a server may not start at an address (None or empty: every one of the machine); empty where it may.

    `has_provider`: whether the settings of a provider of sign-in were found.
    """
    if way() is Way.DEMONSTRATION:
        if is_loopback(address):
            return ""
        return (
            f"will not listen on {address or 'every address'} without sign-in: everybody who reaches it "
            "would see everything. Give --access FILE and a way to sign in (docs/access.md), or listen on "
            "127.0.0.1"
        )
    try:
        grants_in(access_file())
    except BadAccessFileError as error:
        return f"the access file has mistakes:\n{error}"
    if way() is Way.PROXY and len(os.environ.get(PROXY_SECRET_VARIABLE, "")) < _SHORTEST_SECRET:
        return (
            f"{PROXY_SECRET_VARIABLE} must hold a secret of {_SHORTEST_SECRET} signs or more, which the "
            f"proxy sends as {SECRET_HEADER}: else anybody could send the header"
        )
    if way() is Way.PROXY and os.environ.get(ROLE_CLAIM_VARIABLE):
        return f"{ROLE_CLAIM_VARIABLE} is a claim of a provider of sign-in: a proxy names no role"
    if way() is Way.PROVIDER and not has_provider:
        return "the settings [auth] of a provider of sign-in were not found: see docs/access.md"
    return ""


def is_loopback(address: str | None) -> bool:
    """Whether an address is reached from this machine alone."""
    try:
        return address == "localhost" or ip_address(address or "0.0.0.0").is_loopback
    except ValueError:
        return False


def of_proxy(headers: Mapping[str, str]) -> Identity | None:
    """Who the proxy says is there, as `Door` passed it on; None where nobody is."""
    try:
        name, until = _signed.loads(headers.get(OWN_HEADER, ""))
    except BadSignature:
        return None
    return Identity(name, until)


def of_provider(user: Mapping[str, object]) -> Identity | None:
    """Who the provider says is there, from the claims of its token; None where it says nobody.

    A token without an end has ended. An address that the provider has not verified is nobody's.
    """
    claim = os.environ.get(CLAIM_VARIABLE) or "email"
    name, until = user.get(claim), user.get("exp")
    if not isinstance(name, str) or not name or (claim == "email" and user.get("email_verified") is False):
        return None
    return Identity(name, float(until) if isinstance(until, (int, float)) else 0, _roles_of(user))


def _roles_of(user: Mapping[str, object]) -> tuple[str, ...] | None:
    """The roles that the claim of the settings names: a text, or a list of them; what is neither is none.

    `a.b` is the claim `b` inside the claim `a`, where there is none of that whole name.
    """
    claim = os.environ.get(ROLE_CLAIM_VARIABLE)
    if not claim:
        return None
    found: object = user.get(claim)
    if found is None:
        found = user
        for part in claim.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    several = found if isinstance(found, (list, tuple)) else (found,)
    return tuple(one for one in several if isinstance(one, str))


def middleware() -> list[Middleware]:
    """What every request of a reader passes first."""
    return [Middleware(Door)]


class Door:
    """Drops our own header from what comes in, and sets it from the header of a proxy that has the secret."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request or the opening of a connection on."""
        if scope["type"] in ("http", "websocket"):
            given = Headers(scope=scope)
            name = _said_by_proxy(given)
            passed = MutableHeaders(raw=[one for one in scope["headers"] if one[0].lower() not in _dropped()])
            if name:
                passed[OWN_HEADER] = str(_signed.dumps([name, time.time() + PROXY_SECONDS]))
            scope = {**scope, "headers": passed.raw}
        await self._app(scope, receive, send)


def _said_by_proxy(given: Headers) -> str:
    """The identity in the header of the proxy; empty without its secret, or where it stands there twice."""
    header, secret = os.environ.get(PROXY_HEADER_VARIABLE), os.environ.get(PROXY_SECRET_VARIABLE, "")
    if way() is not Way.PROXY or not header or not secret:
        return ""
    sent = given.getlist(SECRET_HEADER)
    names = given.getlist(header)
    is_proxy = len(sent) == 1 and compare_digest(sent[0].encode(), secret.encode())
    return names[0].strip() if is_proxy and len(names) == 1 else ""


def _dropped() -> set[bytes]:
    """The headers that go no further."""
    names = (OWN_HEADER, SECRET_HEADER, os.environ.get(PROXY_HEADER_VARIABLE, ""))
    return {name.lower().encode() for name in names if name}
