"""
Which declared keys an ON CONFLICT is about.
"""

from __future__ import annotations

import pytest

from pggate.catalog.model import Column, Key, Relation
from pggate.errors import PgError
from pggate.session.clauses.conflict_keys import arbiters
from pggate.translate.writing.conflicts import conflict
from pggate.translate.writing.insert import parse

COLUMNS = tuple(Column(number, name, "INTEGER", 23, -1) for number, name in enumerate("abcd", start=1))
KEYS = (
    Key(1, "t_pkey", "p", ("b", "a")),
    Key(2, "t_c_key", "u", ("c",)),
    Key(3, "t_d_fkey", "f", ("d",), references=7, referenced=("x",)),
)
TABLE = Relation(9, "sales", "public", "t", "r", COLUMNS, keys=KEYS)


def meant(clause: str) -> tuple[tuple[str, ...], ...]:
    sql = f"insert into t values (1) on conflict {clause} do nothing"
    at = parse(sql).conflict
    assert at is not None
    return arbiters(conflict(sql, at), TABLE)


@pytest.mark.parametrize(
    ("clause", "keys"),
    [
        ("", (("b", "a"), ("c",))),
        ("(a, b)", (("b", "a"),)),
        ("(b, a, a)", (("b", "a"),)),
        ("(c) where d > 1", (("c",),)),
        ("on constraint t_c_key", (("c",),)),
    ],
)
def test_keys(clause: str, keys: tuple[tuple[str, ...], ...]) -> None:
    assert meant(clause) == keys


@pytest.mark.parametrize(
    ("clause", "code", "message"),
    [
        ("(a)", "42P10", "there is no unique or exclusion constraint matching the ON CONFLICT specification"),
        ("(d)", "42P10", "there is no unique or exclusion constraint matching the ON CONFLICT specification"),
        (
            "(lower(c))",
            "42P10",
            "there is no unique or exclusion constraint matching the ON CONFLICT specification",
        ),
        ("(zz)", "42703", 'column "zz" does not exist'),
        ("on constraint zz", "42704", 'constraint "zz" for table "t" does not exist'),
        ("on constraint t_d_fkey", "42809", "constraint in ON CONFLICT clause has no associated index"),
    ],
)
def test_no_key(clause: str, code: str, message: str) -> None:
    with pytest.raises(PgError) as caught:
        meant(clause)
    assert (caught.value.code, caught.value.message) == (code, message)
