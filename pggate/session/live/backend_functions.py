"""
What SQL asks of the live sessions: the rows of pg_stat_activity and its kin, pg_cancel_backend() and
pg_terminate_backend() (PostgreSQL 15, 9.27.2).

The emulation's views read macros of sql/backends.sql, which MACROS replace with calls of these functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.engine.functions import Function
from pggate.errors import AdminShutdown, InsufficientPrivilege, Notice, NumericValueOutOfRange, QueryCanceled
from pggate.session.live.activity import IDLE
from pggate.session.live.clock_functions import microseconds

if TYPE_CHECKING:
    from pggate.session.live.advisory_locks import Row
    from pggate.session.live.backends import Backend, Backends

BACKENDS: Final = "~backends"
DATABASES: Final = "~backend_databases"
LOCKS: Final = "~backend_locks"
CANCEL: Final = "~cancel_backend"
TERMINATE: Final = "~terminate_backend"
BLOCKERS: Final = "~blocking_pids"

QUERY_SIZE: Final = 1023
"""Bytes of a statement that are shown: track_activity_query_size, less C's last one."""

UNSEEN: Final = "<insufficient privilege>"
"""What stands for a statement of another role's session."""

_BACKEND: Final = """STRUCT(
    pid INTEGER, database VARCHAR, role VARCHAR, application_name VARCHAR, client_addr VARCHAR,
    client_port INTEGER, began BIGINT, transaction_began BIGINT, query_began BIGINT, state_changed BIGINT,
    wait_event_type VARCHAR, wait_event VARCHAR, state VARCHAR, query VARCHAR, backend_type VARCHAR
)[]"""
_DATABASE: Final = """STRUCT(
    name VARCHAR, live INTEGER, sessions BIGINT, killed BIGINT, commits BIGINT, rollbacks BIGINT,
    milliseconds DOUBLE
)[]"""
_LOCK: Final = """STRUCT(
    locktype VARCHAR, pid INTEGER, "virtual" VARCHAR, "mode" VARCHAR, granted BOOLEAN, waits_since BIGINT,
    "catalog" VARCHAR, "schema" VARCHAR, relation VARCHAR, database UINTEGER, classid UINTEGER,
    objid UINTEGER, objsubid SMALLINT
)[]"""

_WHO: Final = '"~pg"."~mirror".this_pid()'
MACROS: Final = (
    f'create or replace macro "~pg"."~mirror".backends() as "{BACKENDS}"({_WHO})',
    f'create or replace macro "~pg"."~mirror".backend_databases() as "{DATABASES}"({_WHO})',
    f'create or replace macro "~pg"."~mirror".backend_locks() as "{LOCKS}"({_WHO})',
    f"""create macro "~pg"."~catalog".pg_cancel_backend(pid) as "{CANCEL}"({_WHO}, pid::integer)""",
    f"""create macro "~pg"."~catalog".pg_terminate_backend
        (pid) as "{TERMINATE}"({_WHO}, pid::integer, 0),
        (pid, timeout) as "{TERMINATE}"({_WHO}, pid::integer, timeout::bigint)""",
    f"""create macro "~pg"."~catalog".pg_blocking_pids(pid) as "{BLOCKERS}"({_WHO}, pid::integer)""",
)
"""How SQL calls them."""


class Asking:
    """
    Answers the session that asks, whose process id comes first.
    """

    def __init__(self, backends: Backends) -> None:
        self._backends = backends

    def backends(self, pid: int) -> list[dict[str, Any]]:
        waiting = {row.pid for row in self._backends.locks.rows() if row.since is not None}
        return [self._backend(pid, one, waiting) for one in self._backends.live()]

    def _backend(self, pid: int, backend: Backend, waiting: set[int]) -> dict[str, Any]:
        who = backend.identity
        row: dict[str, Any] = dict.fromkeys(_fields(_BACKEND))
        row |= {
            "pid": who.pid,
            "role": who.user,
            "application_name": backend.settings.show("application_name"),
            "query": UNSEEN,
        }
        if not self._may_see(pid, backend):
            return row
        doing = backend.activity
        address, port = who.address or (None, -1)
        is_idle = doing.state in IDLE.values()
        waits = ("Client", "ClientRead") if is_idle else ("Lock", "advisory") if who.pid in waiting else None
        return row | {
            "database": who.database,
            "client_addr": address,
            "client_port": port,
            "began": doing.began,
            "transaction_began": doing.transaction_began,
            "query_began": doing.query_began,
            "state_changed": doing.state_changed,
            "wait_event_type": waits[0] if waits else None,
            "wait_event": waits[1] if waits else None,
            "state": doing.state,
            "query": doing.query.encode()[:QUERY_SIZE].decode(errors="ignore"),
            "backend_type": "client backend",
        }

    def _may_see(self, pid: int, backend: Backend) -> bool:
        asking = self._backends.find(pid)
        if asking is None:
            return False
        return asking.identity.superuser or asking.identity.user == backend.identity.user

    def databases(self, _pid: int) -> list[dict[str, Any]]:
        live = [backend.identity.database for backend in self._backends.live()]
        return [
            {
                "name": name,
                "live": live.count(name),
                "sessions": count.sessions,
                "killed": count.killed,
                "commits": count.commits,
                "rollbacks": count.rollbacks,
                "milliseconds": count.microseconds / 1000,
            }
            for name, count in self._backends.counts(microseconds()).items()
        ]

    def locks(self, _pid: int) -> list[dict[str, Any]]:
        """
        Of each session that is in a transaction what it has used and its virtual transaction, and the
        advisory locks of all.
        """
        live = self._backends.live()
        in_transaction = [one for one in live if one.activity.transaction_began is not None]
        used = [row for backend in in_transaction for row in _used(backend)]
        virtual = {one.identity.pid: _virtual(one) for one in live}
        return used + [_advisory(row, virtual.get(row.pid)) for row in self._backends.locks.rows()]

    def cancel(self, pid: int, other: int) -> bool:
        backend = self._found(
            pid, other, "must be a superuser to cancel superuser query", "query is being canceled"
        )
        if backend is not None:
            backend.interrupt(QueryCanceled("canceling statement due to user request"))
        return backend is not None

    def terminate(self, pid: int, other: int, timeout: int) -> bool:
        if timeout < 0:
            raise NumericValueOutOfRange('"timeout" must not be negative')
        backend = self._found(
            pid, other, "must be a superuser to terminate superuser process", "process is being terminated"
        )
        if backend is None:
            return False
        self._backends.kill(backend, AdminShutdown("terminating connection due to administrator command"))
        asking = self._backends.find(pid)
        if not timeout or asking is None or asking is backend:
            return True
        if self._backends.wait_gone(backend, timeout / 1000, asking.is_interrupted):
            return True
        self._warn(pid, f"backend with PID {other} did not terminate within {timeout} milliseconds")
        return False

    def blockers(self, _pid: int, other: int) -> list[int]:
        return self._backends.locks.blockers(other)

    def _found(self, pid: int, other: int, of_superuser: str, what: str) -> Backend | None:
        """
        The session to which something is to be done; None if there is none.

        Raises:
            InsufficientPrivilege: It is another role's.

        """
        backend = self._backends.find(other)
        if backend is None:
            self._warn(pid, f"PID {other} is not a PostgreSQL backend process")
            return None
        if not self._may_see(pid, backend):
            raise InsufficientPrivilege(
                of_superuser
                if backend.identity.superuser
                else f"must be a member of the role whose {what} or member of pg_signal_backend"
            )
        return backend

    def _warn(self, pid: int, message: str) -> None:
        asking = self._backends.find(pid)
        if asking is not None:
            asking.notices.add(Notice(message, sqlstate="01000", severity="WARNING"))


def backend_functions(backends: Backends) -> tuple[Function, ...]:
    """
    What MACROS call.
    """
    asking = Asking(backends)
    return (
        Function(BACKENDS, ("INTEGER",), _BACKEND, asking.backends),
        Function(DATABASES, ("INTEGER",), _DATABASE, asking.databases),
        Function(LOCKS, ("INTEGER",), _LOCK, asking.locks),
        Function(CANCEL, ("INTEGER", "INTEGER"), "BOOLEAN", asking.cancel),
        Function(TERMINATE, ("INTEGER", "INTEGER", "BIGINT"), "BOOLEAN", asking.terminate),
        Function(BLOCKERS, ("INTEGER", "INTEGER"), "INTEGER[]", asking.blockers),
    )


def _used(backend: Backend) -> list[dict[str, Any]]:
    """What the session's transaction holds, in pg_locks' words."""
    common = {"pid": backend.identity.pid, "virtual": _virtual(backend), "granted": True}
    relations = [
        _LOCK_ROW
        | common
        | {
            "locktype": "relation",
            "mode": mode,
            "catalog": relation.catalog,
            "schema": relation.schema,
            "relation": relation.name,
        }
        for relation, mode in tuple(backend.activity.locks)
    ]
    return [*relations, _LOCK_ROW | common | {"locktype": "virtualxid", "mode": "ExclusiveLock"}]


def _advisory(row: Row, virtual: str | None) -> dict[str, Any]:
    """An advisory lock that is held or waited for."""
    return (
        _LOCK_ROW
        | row.key._asdict()
        | {
            "locktype": "advisory",
            "pid": row.pid,
            "virtual": virtual,
            "mode": row.mode,
            "granted": row.since is None,
            "waits_since": row.since,
        }
    )


def _virtual(backend: Backend) -> str:
    return f"{backend.identity.pid}/{backend.activity.transactions}"


def _fields(struct: str) -> list[str]:
    """The names of a STRUCT's fields."""
    inner = struct[struct.index("(") + 1 : struct.rindex(")")]
    return [field.split()[0].strip('"') for field in inner.split(",")]


_LOCK_ROW: Final[dict[str, Any]] = dict.fromkeys(_fields(_LOCK))
