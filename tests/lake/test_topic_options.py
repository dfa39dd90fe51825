from __future__ import annotations

import pytest

from pggate.errors import DependentObjectsStillExist, InvalidParameterValue
from pggate.lake.topic_options import (
    INGESTED_AT,
    NONE,
    OPTIONS,
    TopicOptions,
    options_of,
    refuse_dependent,
    refuse_unknown,
)
from pggate.translate.definitions.written_options import TOPIC_PARAMETERS


def test_what_is_read_is_what_there_is() -> None:
    assert OPTIONS.keys() == TOPIC_PARAMETERS


def test_nothing_is_said() -> None:
    assert not NONE
    assert (NONE.evolve, NONE.on_error, NONE.ingested_at, NONE.retention) == ("none", "reject", False, None)
    assert (NONE.partition_by, NONE.sort_by, NONE.retention_column, NONE.shown) == ((), (), "", [])


def test_what_is_said_comes_last_and_what_is_reset_goes() -> None:
    first = NONE.changed([("evolve", "ADD_columns"), ("retention", "30 days"), ("ingested_at", "on")])
    assert (first.evolve, first.ingested_at, first.retention) == ("add_columns", True, (0, 30, 0))
    then = first.changed([("evolve", "none")], ["retention", "nonsense"])
    assert then.shown == ["ingested_at=on", "evolve=none"]
    assert then.text("evolve") == "none"
    assert then.text("retention") is None
    assert options_of([["evolve", "none"]]) == TopicOptions((("evolve", "none"),))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("evolve", "all", 'invalid value for enum option "evolve": all'),
        ("on_error", "", 'invalid value for enum option "on_error": '),
        ("ingested_at", "maybe", 'invalid value for boolean option "ingested_at": maybe'),
        ("retention", "soon", 'invalid value for option "retention": soon'),
        ("retention", "-1 day", 'invalid value for option "retention": -1 day'),
        ("retention", "0", 'invalid value for option "retention": 0'),
        ("retention_column", "a b", 'invalid value for option "retention_column": a b'),
        ("partition_by", "week(ts)", 'invalid value for option "partition_by": week(ts)'),
        ("sort_by", "ts up", 'invalid value for option "sort_by": ts up'),
        ("nope", "1", 'unrecognized parameter "nope"'),
        ("x.evolve", "1", 'unrecognized parameter namespace "x"'),
    ],
)
def test_wrong_ones(name: str, text: str, message: str) -> None:
    with pytest.raises(InvalidParameterValue) as caught:
        NONE.changed([(name, text)])
    assert caught.value.message == message
    assert "." in name or caught.value.hint


def test_twice_the_same() -> None:
    with pytest.raises(InvalidParameterValue, match="more than once"):
        NONE.changed([("evolve", "none"), ("evolve", "none")])
    refuse_unknown("evolve")


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ((("partition_by", "id, day(ts), hour(other)"),), "ts"),
        ((("partition_by", "day(ts)"), ("retention_column", "Made")), "made"),
        ((("partition_by", "id"), ("ingested_at", "true")), INGESTED_AT),
        ((("partition_by", "id"),), ""),
    ],
)
def test_which_column_tells_the_age(written: tuple[tuple[str, str], ...], column: str) -> None:
    assert TopicOptions((*written, ("retention", "1 day"))).retention_column == column


def test_columns_that_are_renamed_or_dropped() -> None:
    options = NONE.changed(
        [("partition_by", "day(ts), id"), ("sort_by", "ts desc"), ("retention", "1 day"), ("evolve", "none")]
    )
    assert options.with_column_renamed("x", "y") is options
    assert options.with_column_renamed("ts", "T").shown == [
        *('partition_by=day("T"), id', 'sort_by="T" desc', "retention=1 day", "evolve=none"),
    ]
    named = NONE.changed([("retention", "1 day"), ("retention_column", "ts")])
    assert named.with_column_renamed("ts", "made").retention_column == "made"
    assert options.columns == {"ts": "partition_by", "id": "partition_by"}
    refuse_dependent(options, "t", "x")
    with pytest.raises(DependentObjectsStillExist, match='"partition_by"'):
        refuse_dependent(options, "t", "id")
