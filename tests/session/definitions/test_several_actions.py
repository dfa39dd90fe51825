"""
Several actions of one ALTER TABLE; what PostgreSQL answers is in the transcript `alter_types`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import FeatureNotSupported
from pggate.session.definitions.several_actions import check_actions

if TYPE_CHECKING:
    from tests.session.conftest import Client

READING = "alter table t alter a type int, alter b type text using {}"


@pytest.mark.parametrize("using", ["a", "b || a", "t.a", "t.*", "t::text", "row(t)", '"a"', "lower((t).a)"])
def test_what_reads_a_changed_column(using: str) -> None:
    first, second = READING.format(using).split(", ", maxsplit=1)
    with pytest.raises(FeatureNotSupported):
        check_actions("t", [first, f"alter table t {second}"])


@pytest.mark.parametrize("using", ["b", "t.b", "b * 2", "'a' || b", "c"])
def test_what_reads_none(using: str) -> None:
    first, second = READING.format(using).split(", ", maxsplit=1)
    check_actions("t", [first, f"alter table t {second}"])
    check_actions("t", ["alter table t alter a type int using b", "alter table t alter b type int"])


@pytest.mark.slow
def test_rows_stay(session: Client) -> None:
    session.run("create table t (a text, b text)", "insert into t values ('1', '2')")
    swapped = "alter table t alter a type int using b::int, alter b type int using a::int"
    assert session.code(swapped) == "0A000"
    assert session.code("alter table t alter a type int using 1, alter a type int using 2") == "0A000"
    session.run("alter table t alter a type int using a::int, alter b type int using b::int")
    session.run("alter table t alter a type bigint, alter b type bigint")
    assert session.rows("select * from t") == [("1", "2")]
