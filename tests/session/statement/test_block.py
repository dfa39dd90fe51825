from __future__ import annotations

import pytest

from pggate.session.statement.block import ENDING, Block
from pggate.translate.texts.statements import split


@pytest.mark.parametrize(
    ("block", "failed", "status"),
    [
        (Block.NONE, False, "I"),
        (Block.IMPLICIT, False, "I"),
        (Block.IMPLICIT, True, "I"),
        (Block.EXPLICIT, False, "T"),
        (Block.EXPLICIT, True, "E"),
    ],
)
def test_status(block: Block, failed: bool, status: str) -> None:
    assert block.status(failed=failed) == status


@pytest.mark.parametrize(
    "sql",
    ["commit", "end", "rollback", "abort", "commit and chain", "rollback to s", "prepare transaction 'x'"],
)
def test_what_a_failed_block_takes(sql: str) -> None:
    (statement,) = split(sql)
    assert statement.kind in ENDING


@pytest.mark.parametrize(
    "sql",
    ["select 1", "begin", "savepoint s", "release s", "set jit = on", "show jit", "prepare p as select 1"],
)
def test_what_a_failed_block_refuses(sql: str) -> None:
    (statement,) = split(sql)
    assert statement.kind not in ENDING
