"""
An append: what it counts, and how it follows its topic.
"""

from __future__ import annotations

import pytest

from pggate.errors import DatatypeMismatch
from pggate.lake.appends import Append
from tests.lake.test_conform import A, B, column, no_default, topic
from tests.lake.tools import batch, integers


def append() -> Append:
    given = [batch(a=integers(1, 2)), batch(a=integers(3))]
    return Append.of(topic(A), given, given, began=5)


def test_rows_and_bytes_of_all_batches_count() -> None:
    made = append()
    assert (made.rows, made.size, made.began) == (3, 12, 5)
    assert not made.future.done()


def test_it_follows_an_altered_topic() -> None:
    made = append()
    made.conform_again(topic(B, A), no_default)
    assert made.topic == topic(B, A)
    assert [one.to_pydict() for one in made.conformed] == [
        {"b": [None, None], "a": [1, 2]},
        {"b": [None], "a": [3]},
    ]


def test_one_that_cannot_follow_stays_as_it_was() -> None:
    made = append()
    before = made.conformed
    with pytest.raises(DatatypeMismatch):
        made.conform_again(topic(column("a", "BOOLEAN")), no_default)
    assert (made.topic, made.conformed) == (topic(A), before)
