"""
Answers to the steps of tools, of PostgreSQL 15 itself and as they are recorded.
"""

from __future__ import annotations

import asyncio

import asyncpg
import pytest

from pggate.doctor import answers, scripts
from pggate.doctor.answers import Answer
from pggate.doctor.scripts import Step

OWN = 123456


@pytest.mark.server
@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (Step("", "select 1 as a, null::text as b"), Answer((("a", 23), ("b", 25)), (("1", None),))),
        (Step("", "values (2), (1)"), Answer((("column1", 23),), (("1",), ("2",)))),
        (
            Step("", "values (2), (1) order by 1 desc", has_order=True),
            Answer((("column1", 23),), (("2",), ("1",))),
        ),
        (
            Step("", "select $1 as a, $2::int4 + 1 as b", ("x", "2")),
            Answer((("a", 25), ("b", 23)), (("x", "3"),)),
        ),
        (
            Step(
                "",
                f"select OID_OF_T::oid as a, {OWN + 1}::oid as b, array[{OWN}]::oid[] as c, {OWN} as d, 11::oid as e",
            ),
            Answer(
                (("a", 26), ("b", 26), ("c", 1028), ("d", 23), ("e", 26)),
                (("t", "other", "['t']", str(OWN), "11"),),
            ),
        ),
        (Step("", "values ('ab'), ('ac')", rows="b$"), Answer((("column1", 25),), (("ab",),))),
        (Step("", "values (1), (2)", rows=None), Answer((("column1", 23),))),
        (
            Step("", 'select $1::bool, $2::"char", $3::oid[]', ("t", "c", "{11,12}")),
            Answer((("bool", 16), ("char", 18), ("oid", 1028)), (("True", "c", "[11, 12]"),)),
        ),
        (Step("", "select nothing"), Answer(error="42703")),
        (Step("", "select 1 / 0"), Answer(error="22012")),
    ],
)
def test_ask(postgres_url: str, step: Step, expected: Answer) -> None:
    async def asked() -> Answer:
        connection = await asyncpg.connect(postgres_url)
        try:
            return await answers.ask(connection, step, {"t": OWN})
        finally:
            await connection.close()

    assert asyncio.run(asked()) == expected


def test_a_file_and_back() -> None:
    found = (Answer((("a", 23),), (("1",), (None,))), Answer(error="42P01"), Answer())
    text = answers.written(found)
    assert answers.read(text) == found
    assert len(text.splitlines()) == 2 + len(found)


@pytest.mark.parametrize("tool", scripts.names())
def test_every_step_has_its_answer(tool: str) -> None:
    assert len(answers.recorded(tool)) == len(scripts.steps(tool))
