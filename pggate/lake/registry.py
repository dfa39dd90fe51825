"""
The gateway's own state: roles, tokens, and which databases there are.

One registry for all lakes (registry_tables.py).  What is read often (a role at login, a token at every POST)
is kept in memory; every change is one transaction, and memory follows only after its COMMIT.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.errors import DuplicateDatabase, DuplicateObject, InvalidCatalogName, UndefinedObject
from pggate.lake.entries import DatabaseEntry, Role, State, Token, token_hash
from pggate.lake.registry_tables import SCHEMA, RegistryTables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from pggate.engine.cursor import Cursor

SHOWN: Final = 6  # characters of a token that lists and logs may show
SECRET_BYTES: Final = 32

TOKENS: Final = f"select t.*, d.oid from {SCHEMA}.tokens t join {SCHEMA}.databases d on d.name = t.lake"


class Registry:
    """
    Args:
        cursor: Of an engine in which "~registry" is attached; the registry is its only user.

    `version` grows with every change.  Safe from any thread.

    """

    def __init__(self, cursor: Cursor) -> None:
        self.tables = RegistryTables(cursor)
        self.version = 0
        self.roles: dict[str, Role] = {}
        self.tokens: dict[str, Token] = {}  # by hash
        self.token_rates: dict[int, dict[str, int]] = {}
        """What is other than configured, by token and what is counted."""
        self.databases: dict[str, DatabaseEntry] = {}
        with self.tables.alone():
            self.load()

    # -- roles

    def has_role(self, name: str) -> bool:
        return name in self.roles

    def role(self, name: str) -> Role:
        """Raises UndefinedObject 42704."""
        if (found := self.roles.get(name)) is None:
            raise UndefinedObject(f'role "{name}" does not exist')
        return found

    def create_role(self, name: str, verifier: str | None, *, superuser: bool = False) -> Role:
        """Raises DuplicateObject 42710."""
        with self.change():
            if name in self.roles:
                raise DuplicateObject(f'role "{name}" already exists')
            role = Role(self.tables.take_oids(), name, verifier, superuser)
            self.tables.insert("roles", role.oid, role.name, role.verifier, role.superuser)
        return role

    def change_verifier(self, name: str, verifier: str | None) -> Role:
        with self.change():
            role = replace(self.role(name), verifier=verifier)
            self.tables.run(f"update {SCHEMA}.roles set verifier = $1 where oid = $2", [verifier, role.oid])
        return role

    def drop_role(self, name: str) -> None:
        with self.change():
            self.tables.run(f"delete from {SCHEMA}.roles where oid = $1", [self.role(name).oid])

    # -- tokens

    def create_token(
        self, lake: str, table_id: int, created_at: datetime, randomness: bytes
    ) -> tuple[Token, str]:
        """
        A new token and, this once, its 64 hexadecimal characters.  Raises InvalidCatalogName 3D000.

        Args:
            randomness: 32 bytes of a cryptographic source.

        """
        if len(randomness) != SECRET_BYTES:
            raise ValueError(f"a token is made of {SECRET_BYTES} random bytes")
        secret = randomness.hex()
        with self.change():
            token = Token(
                self.tables.take_oids(),
                token_hash(secret),
                secret[:SHOWN],
                lake,
                table_id,
                created_at,
                None,
                self.database(lake).oid,
            )
            self.tables.insert(
                "tokens", token.id, token.hash, token.prefix, token.lake, token.table_id, created_at, None
            )
        return token, secret

    def token(self, secret: str) -> Token | None:
        """
        The token that a client shows, unless it is unknown or revoked.  Memory only.
        """
        found = self.tokens.get(token_hash(secret))
        return found if found is not None and found.revoked_at is None else None

    def revoke_token(self, token_id: int, revoked_at: datetime) -> Token:
        """The token as it is now; one that was revoked before stays as it is.  Raises 42704."""
        with self.change():
            found = self._token(token_id)
            if found.revoked_at is not None:
                return found
            self.tables.run(
                f"update {SCHEMA}.tokens set revoked_at = $1 where id = $2", [revoked_at, token_id]
            )
        return replace(found, revoked_at=revoked_at)

    def limit_token(self, token_id: int, what: str, per_second: int | None) -> None:
        """
        How much the token may bring of something; None: as much as is configured.  Raises 42704.
        """
        with self.change():
            self._token(token_id)
            self.tables.run(
                f"delete from {SCHEMA}.token_rates where token = $1 and what = $2", [token_id, what]
            )
            if per_second is not None:
                self.tables.insert("token_rates", token_id, what, per_second)

    def _token(self, token_id: int) -> Token:
        found = next((token for token in self.tokens.values() if token.id == token_id), None)
        if found is None:
            raise UndefinedObject(f"token {token_id} does not exist")
        return found

    # -- databases

    def add_database(self, name: str, state: State) -> DatabaseEntry:
        """Raises DuplicateDatabase 42P04."""
        with self.change():
            if name in self.databases:
                raise DuplicateDatabase(f'database "{name}" already exists')
            entry = DatabaseEntry(self.tables.take_oids(), name, state)
            self.tables.insert("databases", entry.oid, entry.name, entry.state.value)
        return entry

    def database(self, name: str) -> DatabaseEntry:
        """Raises InvalidCatalogName 3D000."""
        if (found := self.databases.get(name)) is None:
            raise InvalidCatalogName(f'database "{name}" does not exist')
        return found

    def set_state(self, name: str, state: State) -> None:
        with self.change():
            oid = self.database(name).oid
            self.tables.run(f"update {SCHEMA}.databases set state = $1 where oid = $2", [state.value, oid])

    def remove_database(self, name: str) -> None:
        """
        Forget a database together with its tokens.
        """
        with self.change():
            oid = self.database(name).oid
            gone = f"select id from {SCHEMA}.tokens where lake = $1"
            self.tables.run(f"delete from {SCHEMA}.token_rates where token in ({gone})", [name])
            self.tables.run(f"delete from {SCHEMA}.tokens where lake = $1", [name])
            self.tables.run(f"delete from {SCHEMA}.databases where oid = $1", [oid])
            for table in ("declared", "numbers", "receipts", "keys"):
                self.tables.run(f"delete from {SCHEMA}.{table} where lake = $1", [oid])

    # -- what topics declare (declarations.py), and the numbers that they have been given (numbering.py)

    def declared(self, lake: int) -> list[tuple[str, int, str]]:
        """Kind, id and value of all that is kept of a lake's declarations."""
        rows = self.tables.rows(f"select kind, id, value from {SCHEMA}.declared where lake = $1", [lake])
        return [(str(kind), int(id_), str(value)) for kind, id_, value in rows]

    def keep_declared(
        self, lake: int, gone: Iterable[tuple[str, int]], new: Iterable[tuple[str, int, str]]
    ) -> None:
        """Without `gone`, and with `new` in the place of what has the same kind and id."""
        new = tuple(new)
        with self.tables.changing():
            for kind, id_ in (*gone, *((kind, id_) for kind, id_, _ in new)):
                self.tables.run(
                    f"delete from {SCHEMA}.declared where lake = $1 and kind = $2 and id = $3",
                    [lake, kind, id_],
                )
            for kind, id_, value in new:
                self.tables.insert("declared", lake, kind, id_, value)

    def number(self, lake: int, sequence: int) -> int | None:
        """The first number that the sequence has not handed out, None if it never did."""
        rows = self.tables.rows(
            f"select next from {SCHEMA}.numbers where lake = $1 and sequence = $2", [lake, sequence]
        )
        return int(rows[0][0]) if rows else None

    def keep_number(self, lake: int, sequence: int, following: int) -> None:
        with self.tables.changing():
            self.tables.run(
                f"delete from {SCHEMA}.numbers where lake = $1 and sequence = $2", [lake, sequence]
            )
            self.tables.insert("numbers", lake, sequence, str(following))

    def take_oid(self, count: int = 1) -> int:
        """The first of so many numbers that nothing in this gateway had before."""
        with self.tables.changing():
            return self.tables.take_oids(count)

    # -- one transaction, and memory after it

    @contextlib.contextmanager
    def change(self) -> Iterator[None]:
        with self.tables.alone():
            with self.tables.changing():
                yield
            self.load()

    def load(self) -> None:
        """
        Read everything anew.  Whole dictionaries are exchanged, so readers need no lock.
        """
        select = self.tables.select
        self.roles = {role.name: role for role in (Role(*row) for row in select("roles"))}
        self.tokens = {token.hash: token for token in (Token(*row) for row in self.tables.rows(TOKENS))}
        rates: dict[int, dict[str, int]] = {}
        for token, what, per_second in select("token_rates"):
            rates.setdefault(token, {})[what] = per_second
        self.token_rates = rates
        self.databases = {
            name: DatabaseEntry(oid, name, State(state)) for oid, name, state in select("databases")
        }
        self.version += 1
