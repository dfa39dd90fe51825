from __future__ import annotations

import pytest

from pggate.engine.definitions import ColumnDefinition
from pggate.engine.result import ResultColumn
from pggate.errors import InvalidTableDefinition
from pggate.session.definitions.view_replacing import check_replaced

OLD = (ResultColumn("id", "INTEGER"), ResultColumn("a", "VARCHAR"))


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ((("id", "INTEGER"), ("a", "VARCHAR")), None),
        ((("id", "INTEGER"), ("a", "VARCHAR"), ("b", "DATE")), None),
        ((("id", "INTEGER"),), "cannot drop columns from view"),
        ((("id", "INTEGER"), ("b", "VARCHAR")), 'cannot change name of view column "a" to "b"'),
        (
            (("id", "BIGINT"), ("a", "VARCHAR")),
            'cannot change data type of view column "id" from integer to bigint',
        ),
    ],
)
def test_check_replaced(new: tuple[tuple[str, str], ...], message: str | None) -> None:
    columns = [ColumnDefinition(*each) for each in new]
    if message is None:
        check_replaced(OLD, columns)
        return
    with pytest.raises(InvalidTableDefinition) as caught:
        check_replaced(OLD, columns)
    assert caught.value.message == message
