"""
What the registry keeps, one value for a row: roles, tokens, databases.
"""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Role:
    """
    `verifier` is the text that PostgreSQL keeps in pg_authid.rolpassword (SCRAM-SHA-256$…), or None.
    """

    oid: int
    name: str
    verifier: str | None = field(repr=False)
    superuser: bool


COUNTED: Final = ("requests", "rows", "bytes")
"""What a token may bring so many of a second."""


@dataclass(frozen=True, slots=True)
class Token:
    """
    The right to append to one topic.  The token itself is nowhere: `hash` is its SHA-256 in hexadecimal.
    """

    id: int
    hash: str = field(repr=False)
    prefix: str
    lake: str
    table_id: int
    created_at: datetime
    revoked_at: datetime | None
    lake_oid: int  # of the database `lake`: another one of that name is another database


class State(enum.Enum):
    """
    A database between the halves of CREATE DATABASE and DROP DATABASE; see databases.py.
    """

    CREATING = "creating"
    READY = "ready"
    DROPPING = "dropping"


@dataclass(frozen=True, slots=True)
class DatabaseEntry:
    oid: int
    name: str
    state: State


def token_hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
