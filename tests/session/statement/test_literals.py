import pytest

from pggate.engine.untyped_literals import UntypedLiteral
from pggate.errors import PgError
from pggate.session.statement import literals


@pytest.mark.parametrize(
    "sql",
    [
        "select 1",
        "select 'x' as date",
        "select '2020-01-01'::date",
        "select cast('12:00' as text)",
        "select 0.5::float8, 1.25::real, 7.175910407701813e-11::numeric",
    ],
)
def test_what_the_engine_reads_right_is_left_alone(sql: str) -> None:
    found = literals.cast(sql)
    assert (found.text, found.changed) == (sql, False)


@pytest.mark.parametrize(
    "sql",
    [
        "select '{1,2}'::int4[]",
        r"select '\x00ff'::bytea",
        "select timestamptz '2020-06-01 12:00+00'",
        "select -7.175910407701813e-11::float8",
        "select CAST(0.46330353 AS real)",
    ],
)
def test_what_it_would_read_otherwise_is_spelled_for_it(sql: str) -> None:
    assert literals.cast(sql).changed


def test_a_cast_that_is_tried_is_not_checked() -> None:
    assert literals.cast("select try_cast('{' as int[])").text == "select try_cast('{' as int[])"
    with pytest.raises(PgError, match="malformed array literal"):
        literals.cast("select cast('{' as int[])")


def test_nor_is_one_that_the_binder_tells_of() -> None:
    sql = "select try_cast('x' as int)"
    tried = UntypedLiteral(sql.index("'"), "x", "int4", is_tried=True)
    assert literals.respelled(sql, [tried]).text == sql
    with pytest.raises(PgError, match="invalid input syntax for type integer"):
        literals.respelled(sql, [tried._replace(is_tried=False)])
