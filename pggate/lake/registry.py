"""
The gateway's own state: roles, tokens, and which databases there are.

One registry for all lakes, in the attached database "~registry": a DuckDB file, or the database of a
PostgreSQL catalog; the tables are in its schema pggate either way.  What is read often (a role at login, a
token at every POST) is kept in memory; every change is one transaction, and memory follows only after its
COMMIT.
"""

from __future__ import annotations

import contextlib
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.bracket import transaction
from pggate.errors import DuplicateDatabase, DuplicateObject, InvalidCatalogName, UndefinedObject
from pggate.lake.entries import DatabaseEntry, Role, State, Token, token_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from pggate.engine.cursor import Cursor

ALIAS: Final = "~registry"
SCHEMA: Final = f'"{ALIAS}".pggate'
FIRST_OID: Final = 0x40000000  # above every 16384 + DuckLake id that a lake will ever count to
SHOWN: Final = 6  # characters of a token that lists and logs may show
SECRET_BYTES: Final = 32

TABLES: Final = (
    f"create schema if not exists {SCHEMA}",
    f"create table if not exists {SCHEMA}.counter (next_oid bigint not null)",
    f"""create table if not exists {SCHEMA}.roles (
            oid bigint not null,
            name varchar not null,
            verifier varchar,
            superuser boolean not null)""",
    f"""create table if not exists {SCHEMA}.tokens (
            id bigint not null,
            hash varchar not null,
            prefix varchar not null,
            lake varchar not null,
            table_id bigint not null,
            created_at timestamptz not null,
            revoked_at timestamptz)""",
    f"""create table if not exists {SCHEMA}.databases (
            oid bigint not null,
            name varchar not null,
            state varchar not null)""",
    f"""create table if not exists {SCHEMA}.declared (
            lake bigint not null,
            kind varchar not null,
            id bigint not null,
            value varchar not null)""",
    f"""create table if not exists {SCHEMA}.numbers (
            lake bigint not null,
            sequence bigint not null,
            next varchar not null)""",
)
TOKENS: Final = f"select t.*, d.oid from {SCHEMA}.tokens t join {SCHEMA}.databases d on d.name = t.lake"


class Registry:
    """
    Args:
        cursor: Of an engine in which "~registry" is attached; the registry is its only user.

    `version` grows with every change.  Safe from any thread.

    """

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.lock = threading.RLock()
        self.version = 0
        self.roles: dict[str, Role] = {}
        self.tokens: dict[str, Token] = {}  # by hash
        self.databases: dict[str, DatabaseEntry] = {}
        with self.lock:
            with transaction(self.cursor):
                for statement in TABLES:
                    self.run(statement)
                if not self.select("counter"):
                    self.run(f"insert into {SCHEMA}.counter values ({FIRST_OID})")
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
            role = Role(self.next_oid(), name, verifier, superuser)
            self.insert("roles", role.oid, role.name, role.verifier, role.superuser)
        return role

    def change_verifier(self, name: str, verifier: str | None) -> Role:
        with self.change():
            role = replace(self.role(name), verifier=verifier)
            self.run(f"update {SCHEMA}.roles set verifier = $1 where oid = $2", [verifier, role.oid])
        return role

    def drop_role(self, name: str) -> None:
        with self.change():
            self.run(f"delete from {SCHEMA}.roles where oid = $1", [self.role(name).oid])

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
                self.next_oid(),
                token_hash(secret),
                secret[:SHOWN],
                lake,
                table_id,
                created_at,
                None,
                self.database(lake).oid,
            )
            self.insert(
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
            found = next((token for token in self.tokens.values() if token.id == token_id), None)
            if found is None:
                raise UndefinedObject(f"token {token_id} does not exist")
            if found.revoked_at is not None:
                return found
            self.run(f"update {SCHEMA}.tokens set revoked_at = $1 where id = $2", [revoked_at, token_id])
        return replace(found, revoked_at=revoked_at)

    # -- databases

    def add_database(self, name: str, state: State) -> DatabaseEntry:
        """Raises DuplicateDatabase 42P04."""
        with self.change():
            if name in self.databases:
                raise DuplicateDatabase(f'database "{name}" already exists')
            entry = DatabaseEntry(self.next_oid(), name, state)
            self.insert("databases", entry.oid, entry.name, entry.state.value)
        return entry

    def database(self, name: str) -> DatabaseEntry:
        """Raises InvalidCatalogName 3D000."""
        if (found := self.databases.get(name)) is None:
            raise InvalidCatalogName(f'database "{name}" does not exist')
        return found

    def set_state(self, name: str, state: State) -> None:
        with self.change():
            oid = self.database(name).oid
            self.run(f"update {SCHEMA}.databases set state = $1 where oid = $2", [state.value, oid])

    def remove_database(self, name: str) -> None:
        """
        Forget a database together with its tokens.
        """
        with self.change():
            oid = self.database(name).oid
            self.run(f"delete from {SCHEMA}.tokens where lake = $1", [name])
            self.run(f"delete from {SCHEMA}.databases where oid = $1", [oid])
            for table in ("declared", "numbers"):
                self.run(f"delete from {SCHEMA}.{table} where lake = $1", [oid])

    # -- what topics declare (declarations.py), and the numbers that they have been given (numbering.py)

    def declared(self, lake: int) -> list[tuple[str, int, str]]:
        """Kind, id and value of all that is kept of a lake's declarations."""
        with self.lock:
            return [
                (str(kind), int(id_), str(value))
                for kind, id_, value in self.cursor.rows(
                    f"select kind, id, value from {SCHEMA}.declared where lake = $1", [lake]
                )
            ]

    def keep_declared(
        self, lake: int, gone: Iterable[tuple[str, int]], new: Iterable[tuple[str, int, str]]
    ) -> None:
        """Without `gone`, and with `new` in the place of what has the same kind and id."""
        new = tuple(new)
        with self.lock, transaction(self.cursor):
            for kind, id_ in (*gone, *((kind, id_) for kind, id_, _ in new)):
                self.run(
                    f"delete from {SCHEMA}.declared where lake = $1 and kind = $2 and id = $3",
                    [lake, kind, id_],
                )
            for kind, id_, value in new:
                self.insert("declared", lake, kind, id_, value)

    def number(self, lake: int, sequence: int) -> int | None:
        """The first number that the sequence has not handed out, None if it never did."""
        with self.lock:
            rows = self.cursor.rows(
                f"select next from {SCHEMA}.numbers where lake = $1 and sequence = $2", [lake, sequence]
            )
        return int(rows[0][0]) if rows else None

    def keep_number(self, lake: int, sequence: int, following: int) -> None:
        with self.lock, transaction(self.cursor):
            self.run(f"delete from {SCHEMA}.numbers where lake = $1 and sequence = $2", [lake, sequence])
            self.insert("numbers", lake, sequence, str(following))

    def take_oid(self, count: int = 1) -> int:
        """The first of so many numbers that nothing in this gateway had before."""
        with self.lock, transaction(self.cursor):
            ((oid,),) = self.select("counter")
            self.run(f"update {SCHEMA}.counter set next_oid = next_oid + {int(count)}")
        return int(oid)

    def next_oid(self) -> int:
        """
        A number that nothing in this gateway had before; inside `change`.
        """
        ((oid,),) = self.select("counter")
        self.run(f"update {SCHEMA}.counter set next_oid = next_oid + 1")
        return int(oid)

    # -- one transaction, and memory after it

    @contextlib.contextmanager
    def change(self) -> Iterator[None]:
        with self.lock:
            with transaction(self.cursor):
                yield
            self.load()

    def load(self) -> None:
        """
        Read everything anew.  Whole dictionaries are exchanged, so readers need no lock.
        """
        self.roles = {role.name: role for role in (Role(*row) for row in self.select("roles"))}
        self.tokens = {token.hash: token for token in (Token(*row) for row in self.cursor.rows(TOKENS))}
        self.databases = {
            name: DatabaseEntry(oid, name, State(state)) for oid, name, state in self.select("databases")
        }
        self.version += 1

    def select(self, table: str) -> list[tuple[Any, ...]]:
        return self.cursor.rows(f"select * from {SCHEMA}.{table}")

    def insert(self, table: str, *values: Any) -> None:
        marks = ", ".join(f"${number}" for number in range(1, len(values) + 1))
        self.run(f"insert into {SCHEMA}.{table} values ({marks})", list(values))

    def run(self, sql: str, parameters: list[Any] | None = None) -> None:
        self.cursor.run(sql, parameters)
