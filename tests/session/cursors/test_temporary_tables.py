"""
What is known of temporary tables, and that a ROLLBACK brings back what was known before.
"""

from __future__ import annotations

import pytest

from pggate.lake.declared import DeclaredColumn, NamedKey
from pggate.lake.sequences import Sequence
from pggate.session.cursors.temporary_tables import DELETE, DROP, Known, TemporaryTables
from pggate.session.live.session_numbers import SessionNumbers

IDS = Sequence(7, "pg_temp_1", "t_id_seq")


def known() -> Known:
    return Known(
        {"t": {"id": DeclaredColumn(sequence=7, owns=(7,)), "v": DeclaredColumn(1043, 7)}},
        {
            "t": (NamedKey(0, "t_pkey", "p", ("id",)), NamedKey(0, "t_v_check", "c", ("v",))),
            "u": (NamedKey(0, "u_fkey", "f", ("t",), ("main", "t"), ("id",)),),
        },
        {"t": DELETE, "u": DROP},
        {7: IDS},
    )


def test_a_table_keeps_it_under_another_name() -> None:
    found = known()
    found.rename("t", "s")
    assert (found.columns.keys(), found.on_commit) == ({"s"}, {"s": DELETE, "u": DROP})
    assert [key.name for key in found.keys["s"]] == ["t_pkey", "t_v_check"]
    assert found.keys["u"][0].references == ("main", "s")


def test_what_is_gone_takes_its_sequences_along() -> None:
    found = known()
    found.forget("t")
    assert found == Known(keys={"u": found.keys["u"]}, on_commit={"u": DROP})
    found = known()
    found.drop_column("t", "id")
    assert found.sequences == {}
    assert [key.name for key in found.keys["t"]] == ["t_v_check"]


def test_a_column_keeps_it_under_another_name() -> None:
    found = known()
    found.rename_column("t", "id", "number")
    assert found.columns["t"]["number"].sequence == 7
    assert found.keys["t"][0].columns == ("number",)


def test_a_copy_is_another_one() -> None:
    found = known()
    found.copy().forget("t")
    assert found == known()


def test_a_rollback_brings_back_what_was_known() -> None:
    numbers = SessionNumbers()
    tables = TemporaryTables(numbers)
    with tables.changing(in_block=False) as found:
        found.columns["t"] = {"v": DeclaredColumn(1043, 7), "w": DeclaredColumn(owns=(7,))}
        found.sequences[7] = IDS
    assert numbers.temporary == {7: IDS}
    with tables.changing(in_block=True) as found:
        found.forget("t")
        found.on_commit["u"] = DROP
    with tables.changing(in_block=True) as found:
        found.on_commit["w"] = DROP
    assert (tables.types("t"), dict(tables.on_commit)) == ({}, {"u": DROP, "w": DROP})
    tables.leave_transaction(committed=False)
    assert (tables.types("t"), dict(tables.on_commit)) == ({"v": (1043, 7)}, {})
    assert tables.sequences == numbers.temporary == {7: IDS}
    with tables.changing(in_block=True) as found:
        found.on_commit["u"] = DROP
    tables.leave_transaction(committed=True)
    tables.leave_transaction(committed=False)
    assert dict(tables.on_commit) == {"u": DROP}
    tables.discard()
    assert (tables.types("t"), tables.keys("t"), numbers.temporary) == ({}, (), {})


def test_what_fails_has_changed_nothing() -> None:
    tables = TemporaryTables(SessionNumbers())
    with tables.changing(in_block=True) as found:
        found.on_commit["t"] = DROP
    with pytest.raises(ValueError, match="no"), tables.changing(in_block=True) as found:
        found.on_commit.clear()
        raise ValueError("no")
    assert dict(tables.on_commit) == {"t": DROP}
    tables.leave_transaction(committed=False)
    assert dict(tables.on_commit) == {}
