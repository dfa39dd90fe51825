"""
pg_advisory_lock() and its kin (PostgreSQL 15, 9.27.10).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.functions import Function
from pggate.errors import InternalError, Notice
from pggate.session.live.advisory_locks import EXCLUSIVE, SHARE, Key

if TYPE_CHECKING:
    from pggate.catalog.mirror import Mirror
    from pggate.session.live.backends import Backend, Backends

LOCK: Final = "~advisory_lock"
TRY_LOCK: Final = "~try_advisory_lock"
UNLOCK: Final = "~advisory_unlock"
UNLOCK_ALL: Final = "~advisory_unlock_all"

_WHO: Final = '"~pg"."~mirror".this_pid()'
_VOID: Final = 'case when {call} then \'\'::"~pg"."~catalog".void end'
# Of one bigint the two halves, which pg_locks shows
_KEYS: Final = (
    ("(key)", "(key::bigint >> 32)::integer::bigint, key::bigint & 4294967295, 1"),
    ("(key1, key2)", "key1::integer::bigint, key2::integer::bigint, 2"),
)


def _macro(name: str, function: str, before: str, *, is_void: bool = False) -> str:
    """The macro of a function for both kinds of keys; `before` are arguments."""
    overloads = []
    for parameters, key in _KEYS:
        call = f'"{function}"({_WHO}, {before}, {key})'
        overloads.append(f"{parameters} as {_VOID.format(call=call) if is_void else call}")
    return f'create macro "~pg"."~catalog".{name} {", ".join(overloads)}'


# fmt: off
MACROS: Final = (
    _macro("pg_advisory_lock",                 LOCK,     f"'{EXCLUSIVE}', false", is_void=True),
    _macro("pg_advisory_lock_shared",          LOCK,     f"'{SHARE}', false", is_void=True),
    _macro("pg_advisory_xact_lock",            LOCK,     f"'{EXCLUSIVE}', true", is_void=True),
    _macro("pg_advisory_xact_lock_shared",     LOCK,     f"'{SHARE}', true", is_void=True),
    _macro("pg_try_advisory_lock",             TRY_LOCK, f"'{EXCLUSIVE}', false"),
    _macro("pg_try_advisory_lock_shared",      TRY_LOCK, f"'{SHARE}', false"),
    _macro("pg_try_advisory_xact_lock",        TRY_LOCK, f"'{EXCLUSIVE}', true"),
    _macro("pg_try_advisory_xact_lock_shared", TRY_LOCK, f"'{SHARE}', true"),
    _macro("pg_advisory_unlock",               UNLOCK,   f"'{EXCLUSIVE}'"),
    _macro("pg_advisory_unlock_shared",        UNLOCK,   f"'{SHARE}'"),
    'create macro "~pg"."~catalog".pg_advisory_unlock_all() as '
    + _VOID.format(call=f'"{UNLOCK_ALL}"({_WHO})'),
)
# fmt: on
"""How SQL calls them."""


class Locking:
    """
    Locks for the session that asks, whose process id comes first.
    """

    def __init__(self, backends: Backends, mirror: Mirror) -> None:
        self._backends = backends
        self._mirror = mirror

    def lock(self, pid: int, mode: str, transaction: bool, high: int, low: int, kind: int) -> bool:
        backend = self._asking(pid)
        self._backends.locks.lock(
            pid,
            self._key(backend, high, low, kind),
            mode,
            transaction=transaction,
            timeout=backend.settings.lock_timeout,
            is_interrupted=backend.is_interrupted,
        )
        return True

    def try_lock(self, pid: int, mode: str, transaction: bool, high: int, low: int, kind: int) -> bool:
        key = self._key(self._asking(pid), high, low, kind)
        return self._backends.locks.try_lock(pid, key, mode, transaction=transaction)

    def unlock(self, pid: int, mode: str, high: int, low: int, kind: int) -> bool:
        backend = self._asking(pid)
        is_free = self._backends.locks.unlock(pid, self._key(backend, high, low, kind), mode)
        if not is_free:
            backend.notices.add(
                Notice(f"you don't own a lock of type {mode}", sqlstate="01000", severity="WARNING")
            )
        return is_free

    def unlock_all(self, pid: int) -> bool:
        self._backends.locks.unlock_all(pid)
        return True

    def _asking(self, pid: int) -> Backend:
        backend = self._backends.find(pid)
        if backend is None:
            raise InternalError("a session that calls a function is not live")
        return backend

    def _key(self, backend: Backend, high: int, low: int, kind: int) -> Key:
        """The halves as unsigned numbers, as OIDs are."""
        database = self._mirror.catalog.database(backend.identity.database).oid
        return Key(database, high & 0xFFFFFFFF, low & 0xFFFFFFFF, kind)


def advisory_lock_functions(backends: Backends, mirror: Mirror) -> tuple[Function, ...]:
    """
    What MACROS call.
    """
    locking = Locking(backends, mirror)
    key = ("BIGINT", "BIGINT", "INTEGER")
    return (
        Function(LOCK, ("INTEGER", "VARCHAR", "BOOLEAN", *key), "BOOLEAN", locking.lock),
        Function(TRY_LOCK, ("INTEGER", "VARCHAR", "BOOLEAN", *key), "BOOLEAN", locking.try_lock),
        Function(UNLOCK, ("INTEGER", "VARCHAR", *key), "BOOLEAN", locking.unlock),
        Function(UNLOCK_ALL, ("INTEGER",), "BOOLEAN", locking.unlock_all),
    )
