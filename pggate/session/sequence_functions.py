"""
nextval(), currval(), lastval() and setval() (PostgreSQL 15, 9.17), and the default of a numbered column.

They run outside of any transaction, as in PostgreSQL: a number that was given is given, whatever becomes of
who took it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.functions import Function
from pggate.errors import ObjectNotInPrerequisiteState, PgError, UndefinedTable
from pggate.translate import lexer
from pggate.translate.scan import Scan

if TYPE_CHECKING:
    from pggate.lake.databases import Databases
    from pggate.lake.declared import Sequence
    from pggate.lake.lake import Lake

NUMBER: Final = "~number"
NEXTVAL: Final = "~nextval"
CURRVAL: Final = "~currval"
LASTVAL: Final = "~lastval"
SETVAL: Final = "~setval"

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
)


def next_number(sequence: int) -> str:
    """
    The default of a column that a sequence numbers, as an SQL expression.
    """
    return f"\"{NUMBER}\"(getvariable('pggate_pid')::INTEGER, {sequence})"


class Sequences:
    """
    The sequences of all databases, and which numbers each session has got last.
    """

    def __init__(self, databases: Databases) -> None:
        self._databases = databases
        self._given: dict[int, dict[int, int]] = {}  # by process id and sequence; the newest is the last

    def number(self, pid: int, oid: int) -> int:
        """The next number of a column."""
        for lake in self._databases.lakes().values():
            if (sequence := lake.sequence(oid)) is not None:
                return self._next(pid, lake, sequence)
        raise UndefinedTable(f"sequence with OID {oid} does not exist")

    def nextval(self, pid: int, database: str, schemas: list[str], name: str) -> int:
        lake, sequence = self._find(database, schemas, name)
        return self._next(pid, lake, sequence)

    def currval(self, pid: int, database: str, schemas: list[str], name: str) -> int:
        _, sequence = self._find(database, schemas, name)
        found = self._given.get(pid, {}).get(sequence.oid)
        if found is None:
            raise ObjectNotInPrerequisiteState(
                f'currval of sequence "{sequence.name}" is not yet defined in this session'
            )
        return found

    def lastval(self, pid: int) -> int:
        given = self._given.get(pid)
        if not given:
            raise ObjectNotInPrerequisiteState("lastval is not yet defined in this session")
        return next(reversed(given.values()))

    def setval(
        self, pid: int, database: str, schemas: list[str], name: str, value: int, is_called: bool
    ) -> int:
        lake, sequence = self._find(database, schemas, name)
        if not sequence.minimum <= value <= sequence.maximum:
            raise PgError(
                f'setval: value {value} is out of bounds for sequence "{sequence.name}"'
                f" ({sequence.minimum}..{sequence.maximum})",
                sqlstate="22003",
            )
        lake.numbering.set(sequence, value, is_called=is_called)
        if is_called:
            self._give(pid, sequence, value)
        return value

    def forget(self, pid: int) -> None:
        """The session is over."""
        self._given.pop(pid, None)

    def _next(self, pid: int, lake: Lake, sequence: Sequence) -> int:
        return self._give(pid, sequence, lake.numbering.next(sequence))

    def _give(self, pid: int, sequence: Sequence, number: int) -> int:
        given = self._given.setdefault(pid, {})
        given.pop(sequence.oid, None)
        given[sequence.oid] = number
        return number

    def _find(self, database: str, schemas: list[str], text: str) -> tuple[Lake, Sequence]:
        scan = Scan(text)
        parts = scan.names() if lexer.tokens(text) else []
        lake = self._databases.find(database).lake
        found = lake.find_sequence(parts[-2:-1] or schemas, parts[-1]) if parts and scan.ended else None
        if found is None:
            raise UndefinedTable(f'relation "{text}" does not exist')
        return lake, found


def sequence_functions(databases: Databases) -> tuple[Function, ...]:
    """
    What MACROS call.
    """
    sequences = Sequences(databases)
    place = ("INTEGER", "VARCHAR", "VARCHAR[]", "VARCHAR")
    return (
        Function(NUMBER, ("INTEGER", "BIGINT"), "BIGINT", sequences.number),
        Function(NEXTVAL, place, "BIGINT", sequences.nextval),
        Function(CURRVAL, place, "BIGINT", sequences.currval),
        Function(LASTVAL, ("INTEGER",), "BIGINT", sequences.lastval),
        Function(SETVAL, (*place, "BIGINT", "BOOLEAN"), "BIGINT", sequences.setval),
    )
