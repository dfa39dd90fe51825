"""
nextval(), currval(), lastval() and setval() (PostgreSQL 15, 9.17), and the default of a numbered column.

They run outside of any transaction, as in PostgreSQL: a number that was given is given, whatever becomes of
who took it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pggate.engine.functions import Function
from pggate.errors import (
    InsufficientPrivilege,
    InvalidName,
    ObjectNotInPrerequisiteState,
    PgError,
    UndefinedTable,
    WrongObjectType,
)
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.lake.sequences import NUMBER
from pggate.translate.syntax.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.catalog.mirror import Mirror
    from pggate.lake.databases import Databases
    from pggate.lake.lake import Lake
    from pggate.lake.sequences import Sequence
    from pggate.session.live.backends import Backends
    from pggate.session.live.session_numbers import SessionNumbers

NEXTVAL: Final = "~nextval"
CURRVAL: Final = "~currval"
LASTVAL: Final = "~lastval"
SETVAL: Final = "~setval"
TEMPORARY_SCHEMAS: Final = ("pg_temp_1", "pg_temp")
"""What a session calls the schema of its temporary objects; the first is its name."""

LAST_VALUE: Final = "~last_value"
IS_CALLED: Final = "~is_called"

_WHO: Final = '"~pg"."~mirror".this_pid()'
_WHERE: Final = '"~pg"."~mirror".this_database(), "~pg"."~mirror".these_schemas()'
MACROS: Final = (
    f"""create macro "~pg"."~catalog".nextval(regclass) as
        "{NEXTVAL}"({_WHO}, {_WHERE}, regclass::varchar)""",
    f"""create macro "~pg"."~catalog".currval(regclass) as
        "{CURRVAL}"({_WHO}, {_WHERE}, regclass::varchar)""",
    f"""create macro "~pg"."~catalog".lastval() as "{LASTVAL}"({_WHO})""",
    f"""create macro "~pg"."~catalog".setval
        (regclass, value) as "{SETVAL}"({_WHO}, {_WHERE}, regclass::varchar, value::bigint, true),
        (regclass, value, is_called) as
            "{SETVAL}"({_WHO}, {_WHERE}, regclass::varchar, value::bigint, is_called)""",
    f"""create or replace macro "~pg"."~catalog".pg_sequence_last_value(relation) as
        case when "{IS_CALLED}"({_WHO}, relation) then "{LAST_VALUE}"({_WHO}, relation) end""",
)


def reading(sequence: int) -> str:
    """
    A query of what a sequence shows when it is read like a table (PostgreSQL 15, CREATE SEQUENCE, Notes).
    """
    who = "getvariable('pggate_pid')::INTEGER"
    return (
        f'SELECT "{LAST_VALUE}"({who}, {sequence}) AS last_value, CAST(0 AS BIGINT) AS log_cnt,'
        f' "{IS_CALLED}"({who}, {sequence}) AS is_called'
    )


class NumberGivers:
    """
    The sequences of all databases, as the sessions that ask see them.

    Args:
        numbers: What the open sessions know, by process id.
        backends: Those sessions themselves.

    """

    def __init__(
        self,
        databases: Databases,
        mirror: Mirror,
        numbers: Mapping[int, SessionNumbers],
        backends: Backends,
    ) -> None:
        self._databases = databases
        self._mirror = mirror
        self._numbers = numbers
        self._backends = backends

    def number(self, pid: int, oid: int) -> int:
        """The next number of a column."""
        return self._next(pid, *self._of_oid(pid, oid))

    def nextval(self, pid: int, database: str, schemas: list[str], name: str) -> int:
        return self._next(pid, *self._find(pid, database, schemas, name))

    def currval(self, pid: int, database: str, schemas: list[str], name: str) -> int:
        _, sequence = self._find(pid, database, schemas, name)
        self._check_role(pid, sequence)
        found = self._numbers[pid].current(sequence.oid)
        if found is None:
            raise ObjectNotInPrerequisiteState(
                f'currval of sequence "{sequence.name}" is not yet defined in this session'
            )
        return found

    def lastval(self, pid: int) -> int:
        found = self._numbers[pid].last()
        if found is None:
            raise ObjectNotInPrerequisiteState("lastval is not yet defined in this session")
        return found

    def setval(
        self, pid: int, database: str, schemas: list[str], name: str, value: int, is_called: bool
    ) -> int:
        lake, sequence = self._find(pid, database, schemas, name)
        self._check_role(pid, sequence)
        if not sequence.minimum <= value <= sequence.maximum:
            raise PgError(
                f'setval: value {value} is out of bounds for sequence "{sequence.name}"'
                f" ({sequence.minimum}..{sequence.maximum})",
                sqlstate="22003",
            )
        self._numbers[pid].numbering(lake, sequence).set(sequence, value, is_called=is_called)
        if is_called:
            self._numbers[pid].give(sequence.oid, value)
        return value

    def last_value(self, pid: int, oid: int) -> int:
        """Of the sequence read like a table."""
        lake, sequence = self._of_oid(pid, oid)
        self._check_role(pid, sequence)
        return self._numbers[pid].numbering(lake, sequence).state(sequence)[0]

    def is_called(self, pid: int, oid: int) -> bool:
        """The same: was `last_value` handed out?"""
        lake, sequence = self._of_oid(pid, oid)
        self._check_role(pid, sequence)
        return self._numbers[pid].numbering(lake, sequence).state(sequence)[1]

    def _next(self, pid: int, lake: Lake | None, sequence: Sequence) -> int:
        self._check_role(pid, sequence)
        numbers = self._numbers[pid]
        return numbers.give(sequence.oid, numbers.numbering(lake, sequence).next(sequence))

    def _check_role(self, pid: int, sequence: Sequence) -> None:
        """
        Raises:
            InsufficientPrivilege: 42501: sequences are the superusers', and no right to one can be granted.

        """
        asking = self._backends.find(pid)
        is_own = sequence.oid in self._numbers[pid].temporary
        if not is_own and (asking is None or not asking.identity.superuser):
            raise InsufficientPrivilege(f"permission denied for sequence {sequence.name}")

    def _of_oid(self, pid: int, oid: int) -> tuple[Lake | None, Sequence]:
        """The sequence, and where it is; None for a temporary one."""
        own, temporary = self._numbers[pid].own, self._numbers[pid].temporary
        if oid in temporary:
            return None, temporary[oid]
        if oid in own:
            lake, sequence = own[oid]
            if sequence is not None:
                return lake, sequence
        else:
            for lake in self._databases.lakes().values():
                if (sequence := lake.declarations.declared.sequences.get(oid)) is not None:
                    return lake, sequence
        raise PgError(f"could not open relation with OID {oid}", sqlstate="XX000")

    def _find(self, pid: int, database: str, schemas: list[str], text: str) -> tuple[Lake | None, Sequence]:
        if text.isdecimal():
            return self._of_oid(pid, int(text))
        *schema, name = relation_name(text)
        if not schema or schema[-1] in TEMPORARY_SCHEMAS:  # searched first (PostgreSQL 15, 5.9.3)
            for temporary in self._numbers[pid].temporary.values():
                if temporary.name == name:
                    return None, temporary
        lake = self._databases.find(database).lake
        for place in ((each, name) for each in schema[-1:] or schemas):
            found = self._named(pid, lake, place)
            if found is not None:
                return lake, found
            taken = self._mirror.catalog.find(database, *place)
            if taken is not None and taken.kind != "S":  # else it is one that the transaction has dropped
                raise WrongObjectType(f'"{name}" is not a sequence')
        raise UndefinedTable(f'relation "{".".join((*schema, name))}" does not exist')

    def _named(self, pid: int, lake: Lake, place: tuple[str, str]) -> Sequence | None:
        own = self._numbers[pid].own
        for where, sequence in own.values():
            if sequence is not None and where is lake and (sequence.schema, sequence.name) == place:
                return sequence
        found = lake.find_sequence(*place)
        return found if found is not None and found.oid not in own else None


@lru_cache
def relation_name(text: str) -> tuple[str, ...]:
    """
    What a text says that means a relation (PostgreSQL 15, 8.19).

    Raises:
        InvalidName: 42602.

    """
    try:
        scan = Scan(text)
        names = scan.names()
        scan.end()
    except SqlSyntaxError:
        raise InvalidName("invalid name syntax") from None
    return names


def sequence_functions(
    databases: Databases, mirror: Mirror, numbers: Mapping[int, SessionNumbers], backends: Backends
) -> tuple[Function, ...]:
    """
    What MACROS call.
    """
    givers = NumberGivers(databases, mirror, numbers, backends)
    place = ("INTEGER", "VARCHAR", "VARCHAR[]", "VARCHAR")
    return (
        Function(NUMBER, ("INTEGER", "BIGINT"), "BIGINT", givers.number),
        Function(NEXTVAL, place, "BIGINT", givers.nextval),
        Function(CURRVAL, place, "BIGINT", givers.currval),
        Function(LASTVAL, ("INTEGER",), "BIGINT", givers.lastval),
        Function(SETVAL, (*place, "BIGINT", "BOOLEAN"), "BIGINT", givers.setval),
        Function(LAST_VALUE, ("INTEGER", "BIGINT"), "BIGINT", givers.last_value),
        Function(IS_CALLED, ("INTEGER", "BIGINT"), "BOOLEAN", givers.is_called),
    )
