"""
Sequences as values: their bounds and steps, and what options make of them (PostgreSQL 15, CREATE SEQUENCE).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidParameterValue

if TYPE_CHECKING:
    from pggate.translate.commands.sequence_options import SequenceOptions

LARGEST: Final = {"SMALLINT": 2**15 - 1, "INTEGER": 2**31 - 1, "BIGINT": 2**63 - 1}
"""The types that a sequence can have, DuckDB's names, and the largest number of each."""

DEFAULT_TYPE: Final = "BIGINT"

NUMBER: Final = "~number"
"""The function that gives the next number of a column (session/live/sequence_functions.py)."""


def next_number(sequence: int) -> str:
    """
    The default of a column that a sequence numbers, as an SQL expression.
    """
    return f"\"{NUMBER}\"(getvariable('pggate_pid')::INTEGER, {sequence})"


@dataclass(frozen=True, slots=True)
class Sequence:
    """
    A counter: that of a serial or identity column, or of CREATE SEQUENCE.

    Args:
        type: A key of LARGEST.
        cache: As it was declared; how many numbers are made durable at once is numbering.BLOCK.

    """

    oid: int
    schema: str
    name: str
    start: int = 1
    increment: int = 1
    minimum: int = 1
    maximum: int = LARGEST[DEFAULT_TYPE]
    cycles: bool = False
    type: str = DEFAULT_TYPE
    cache: int = 1


def created(oid: int, schema: str, name: str, options: SequenceOptions) -> Sequence:
    """
    A new sequence; one that counts down ends where others begin.

    Raises:
        InvalidParameterValue: 22023, the options contradict each other, or the type.

    """
    of_type = options.type or DEFAULT_TYPE
    found = Sequence(oid, schema, name, type=of_type)
    found = replace(
        found,
        increment=1 if options.increment is None else options.increment,
        cycles=bool(options.cycles),
        cache=options.cache or 1,
    )
    found = _bounded(
        found,
        _lowest(found) if options.minimum is None else options.minimum,
        _highest(found) if options.maximum is None else options.maximum,
    )
    first = found.minimum if found.increment > 0 else found.maximum
    return _starting(found, first if options.start is None else options.start)


def altered(known: Sequence, options: SequenceOptions) -> Sequence:
    """
    The sequence with what is said of it; what is not said stays, a bound that was the old type's goes to that
    of the new one.

    Raises:
        InvalidParameterValue: 22023.

    """
    found = replace(
        known,
        type=options.type or known.type,
        increment=known.increment if options.increment is None else options.increment,
        cycles=known.cycles if options.cycles is None else options.cycles,
        cache=options.cache or known.cache,
    )
    minimum, maximum = known.minimum, known.maximum
    if options.no_minimum or (options.type and minimum == -LARGEST[known.type] - 1):
        minimum = _lowest(found)
    if options.no_maximum or (options.type and maximum == LARGEST[known.type]):
        maximum = _highest(found)
    found = _bounded(
        found,
        minimum if options.minimum is None else options.minimum,
        maximum if options.maximum is None else options.maximum,
    )
    return _starting(found, known.start if options.start is None else options.start)


def refuse_outside(sequence: Sequence, value: int, what: str) -> None:
    """
    Args:
        what: START or RESTART.

    Raises:
        InvalidParameterValue: 22023.

    """
    if value < sequence.minimum:
        raise InvalidParameterValue(
            f"{what} value ({value}) cannot be less than MINVALUE ({sequence.minimum})"
        )
    if value > sequence.maximum:
        raise InvalidParameterValue(
            f"{what} value ({value}) cannot be greater than MAXVALUE ({sequence.maximum})"
        )


def _lowest(sequence: Sequence) -> int:
    """Where a sequence ends that says nothing of it."""
    return 1 if sequence.increment > 0 else -LARGEST[sequence.type] - 1


def _highest(sequence: Sequence) -> int:
    return LARGEST[sequence.type] if sequence.increment > 0 else -1


def _bounded(sequence: Sequence, minimum: int, maximum: int) -> Sequence:
    largest, shown = LARGEST[sequence.type], sequence.type.lower()
    if not -largest - 1 <= maximum <= largest:
        raise InvalidParameterValue(f"MAXVALUE ({maximum}) is out of range for sequence data type {shown}")
    if not -largest - 1 <= minimum <= largest:
        raise InvalidParameterValue(f"MINVALUE ({minimum}) is out of range for sequence data type {shown}")
    if minimum >= maximum:
        raise InvalidParameterValue(f"MINVALUE ({minimum}) must be less than MAXVALUE ({maximum})")
    return replace(sequence, minimum=minimum, maximum=maximum)


def _starting(sequence: Sequence, start: int) -> Sequence:
    refuse_outside(sequence, start, "START")
    return replace(sequence, start=start)
