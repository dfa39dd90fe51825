"""
Where an answer is not PostgreSQL's.
"""

from __future__ import annotations

import pytest

from pggate.doctor.answers import Answer
from pggate.doctor.examination import difference

A = (("a", 23),)
ONE = Answer(A, (("1",),))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (ONE, ONE, ""),
        (Answer(error="42P01"), Answer(error="42P01"), ""),
        (Answer(error="42P01"), ONE, "42P01 instead of an answer"),
        (ONE, Answer(error="42P01"), "an answer instead of 42P01"),
        (Answer((("a", 25),), ()), ONE, "columns: a is of type 25 instead of 23"),
        (Answer((("b", 23),), ()), ONE, "columns: b instead of a"),
        (Answer((*A, *A), ()), ONE, "columns: 2 of 1"),
        (Answer(A, ()), ONE, "rows: ('1',) is missing, nothing instead"),
        (Answer(A, (("2",),)), ONE, "rows: ('1',) is missing, ('2',) instead"),
        (Answer(A, (("1",), ("2",))), ONE, "rows: ('2',) is too many"),
        (Answer(A, (("1",), ("2",))), Answer(A, (("2",), ("1",))), "rows: in another order"),
    ],
)
def test_difference(ours: Answer, theirs: Answer, expected: str) -> None:
    assert difference(ours, theirs) == expected
