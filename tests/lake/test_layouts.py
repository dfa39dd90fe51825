from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported
from pggate.lake.layouts import (
    PartitionTerm,
    SortTerm,
    partition_clause,
    partition_keys,
    partition_terms,
    partition_text,
    read_name,
    refuse_namesakes,
    sort_clause,
    sort_terms,
    sort_text,
)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("country", '"country"'),
        ("year(ts)", 'year("ts")'),
        ("day(ts)", 'year("ts"), month("ts"), day("ts")'),
        ("HOUR( Ts )", 'year("ts"), month("ts"), day("ts"), hour("ts")'),
        ("year(ts), month(ts), day(ts)", 'year("ts"), month("ts"), day("ts")'),
        ('bucket(4, "A b"), id', 'bucket(4, "A b"), "id"'),
        ("year(a), id, month(a)", 'year("a"), month("a"), "id"'),
    ],
)
def test_what_the_lake_is_told_of_partitions(text: str, clause: str) -> None:
    assert partition_clause(partition_terms(text)) == clause


@pytest.mark.parametrize(
    "text",
    ["", " ", "a,", "a b", "day(ts", "day()", "day(a, b)", "week(ts)", "bucket(a)", "bucket(0, a)", "bucket(x, a)",
     "bucket(9999, a)", "a, a", "day(ts), day(ts)", "day(s.a)", "1", "a)"],
)  # fmt: skip
def test_what_is_no_partition(text: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        partition_terms(text)


def test_how_paths_call_the_keys() -> None:
    """duckdb 1.5.5: the first of a kind has its name, the next ones their columns', too."""
    keys = partition_keys(partition_terms('day(a), bucket(2, x), month(b), bucket(3, y), "C d"'))
    assert [key.name for key in keys] == [
        *("year", "month", "day", "bucket", "year_b", "month_b", "bucket_y", "C d"),
    ]


def test_a_column_that_is_called_as_a_key() -> None:
    terms = partition_terms("day(ts), year")
    with pytest.raises(FeatureNotSupported):
        refuse_namesakes(terms, ["ts", "Year"])
    refuse_namesakes(terms, ["ts", "hour"])
    refuse_namesakes(partition_terms("day"), ["day"])


@pytest.mark.parametrize(
    ("text", "terms", "clause"),
    [
        ("ts", (SortTerm("ts"),), '"ts" ASC NULLS LAST'),
        ("ts desc, Id", (SortTerm("ts", descending=True, nulls_first=True), SortTerm("id")),
         '"ts" DESC NULLS FIRST, "id" ASC NULLS LAST'),
        ('"T s" asc nulls first', (SortTerm("T s", nulls_first=True),), '"T s" ASC NULLS FIRST'),
        ("ts desc nulls last", (SortTerm("ts", descending=True),), '"ts" DESC NULLS LAST'),
    ],
)  # fmt: skip
def test_orders(text: str, terms: tuple[SortTerm, ...], clause: str) -> None:
    assert sort_terms(text) == terms
    assert sort_clause(terms) == clause
    assert sort_terms(sort_text(terms)) == terms


@pytest.mark.parametrize("text", ["", "ts up", "ts desc nulls", "ts, ts desc", "lower(ts)", "1"])
def test_what_is_no_order(text: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        sort_terms(text)


def test_texts_and_back() -> None:
    for text in ('day(ts), bucket(4, "A b"), id', "country"):
        assert partition_text(partition_terms(text)) == text
    assert str(PartitionTerm("a", "day").renamed("a", "B")) == 'day("B")'
    assert str(SortTerm("a").renamed("b", "c")) == "a"
    assert read_name('"X"') == "X"
