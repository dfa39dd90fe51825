from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.errors import CheckViolation
from pggate.lake.checks import broken_check, check_rows
from pggate.lake.topics import Check, Topic

if TYPE_CHECKING:
    from pggate.engine.database import Engine

CHECKS = (Check("few", "a < 10"), Check("positive", "a > 0"))
TOPIC = Topic("db", "public", "t", 1, (), "t/", 1, 1, CHECKS)


def rows(*values: int | None) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([pa.array(values, pa.int32())], names=["a"])


@pytest.mark.parametrize(("values", "broken"), [((1, None, 9), None), ((0,), "positive"), ((0, 10), "few")])
def test_check_rows(engine: Engine, values: tuple[int | None, ...], broken: str | None) -> None:
    cursor = engine.cursor()
    batches = [rows(5), rows(), rows(*values)]
    if broken is None:
        check_rows(cursor, TOPIC, batches)
        return
    with pytest.raises(CheckViolation, match=f'relation "t" violates check constraint "{broken}"'):
        check_rows(cursor, TOPIC, batches)


def test_nothing_to_check(engine: Engine) -> None:
    cursor = engine.cursor()
    check_rows(cursor, replace(TOPIC, checks=()), [rows(0)])
    check_rows(cursor, TOPIC, [rows()])
    assert broken_check(cursor, "nowhere", ()) is None
