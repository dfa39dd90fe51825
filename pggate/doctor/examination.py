"""
The examination: a database with the reference's relations, and every tool's steps in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.doctor import answers, scripts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    import asyncpg

    from pggate.doctor.answers import Answer
    from pggate.doctor.scripts import Step

    Connect: TypeAlias = Callable[[], Awaitable[asyncpg.Connection]]

DATABASE: Final = "pggate_doctor"


@dataclass(frozen=True, slots=True)
class Finding:
    """
    How a step went; `difference` is "" where the answer is PostgreSQL's.
    """

    tool: str
    step: Step
    difference: str = ""


async def furnish(connect: Connect) -> None:
    """
    Make the reference's relations, in an empty database.
    """
    connection = await connect()
    try:
        for statement in (resources.files(__package__) / "schema.sql").read_text("utf-8").split(";\n"):
            if statement.strip():
                await connection.execute(statement)
    finally:
        await connection.close()


async def answered(connect: Connect, steps: Sequence[Step]) -> tuple[Answer, ...]:
    """
    What a server answers to the steps, in one session.

    Args:
        connect: To a database that is furnished.

    """
    connection = await connect()
    try:
        oids = dict(await connection.fetch(answers.OIDS))
        return tuple([await answers.ask(connection, step, oids) for step in steps])
    finally:
        await connection.close()


async def examine(connect: Connect, tools: Sequence[str]) -> AsyncIterator[Finding]:
    """
    Send what the tools send, and compare the answers with PostgreSQL's.
    """
    for tool in tools:
        steps = scripts.steps(tool)
        ours = await answered(connect, steps)
        for step, our, their in zip(steps, ours, answers.recorded(tool), strict=True):
            yield Finding(tool, step, difference(our, their))


def difference(ours: Answer, theirs: Answer) -> str:
    """
    Where an answer is not PostgreSQL's: in a line, "" if it is.
    """
    if ours.error != theirs.error:
        return f"{ours.error or 'an answer'} instead of {theirs.error or 'an answer'}"
    if ours.columns != theirs.columns:
        pairs = zip(ours.columns, theirs.columns, strict=False)
        apart = [_apart(*our, *their) for our, their in pairs if our != their]
        return f"columns: {apart[0] if apart else f'{len(ours.columns)} of {len(theirs.columns)}'}"
    if ours.rows == theirs.rows:
        return ""
    missing = [row for row in theirs.rows if row not in ours.rows]
    extra = [row for row in ours.rows if row not in theirs.rows]
    if missing:
        return f"rows: {missing[0]} is missing, {extra[0] if extra else 'nothing'} instead"
    return f"rows: {extra[0]} is too many" if extra else "rows: in another order"


def _apart(name: str, of_type: int | str, their_name: str, their_type: int | str) -> str:
    """How a column is not the other one."""
    return (
        f"{name} is of type {of_type} instead of {their_type}"
        if name == their_name
        else f"{name} instead of {their_name}"
    )
